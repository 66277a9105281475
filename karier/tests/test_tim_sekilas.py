"""The team at a glance: each count leads to the same people, and fifty people cost as much as five."""

from __future__ import annotations

import gzip
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from karier.tests.jalan import SAAT
from karier.tests.pembaca import halaman, jalankan, sebagai
from kinerja.enums import Predikat, StatusPengisian, SumberKinerja
from kinerja.models import EvaluasiPeriodik, PengisianRealisasi, SiklusPenilaian
from kinerja.tests.pabrik import PenilaianPabrik
from kinerja.tests.pabrik_realisasi import siklus_pabrik, skp_pabrik
from kinerja.tests.pabrik_umpan_balik import (
    PenerimaPabrik,
    TanggapanPabrik,
    UmpanBalikPabrik,
)
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
BARIS = re.compile(r'<th scope="row">(?:<a [^>]*>)?([^<]+)')


@pytest.fixture
def siklus(atasan: Pegawai) -> SiklusPenilaian:
    """The third quarter: filling in ended on 15 October, rating on 30 October."""
    return siklus_pabrik(atasan.instansi)


def tim(atasan: Pegawai, banyak: int) -> list[Pegawai]:
    return [PegawaiPabrik(pelaksana=True, atasan=atasan, nama=f"Bawahan {n:02}") for n in range(banyak)]


def nama(isi: str) -> list[str]:
    """Who stands in the list of direct reports."""
    return BARIS.findall(isi.partition('id="langsung"')[2].partition('id="tidak-langsung"')[0])


# -- the team at a glance ----------------------------------------------------------------------------------


@pytest.fixture
def orang(atasan: Pegawai, siklus: SiklusPenilaian) -> list[Pegawai]:
    """Six, of whom four have a plan: two sent; three rated; one had feedback; two have the hours."""
    orang = tim(atasan, 6)
    for n, o in enumerate(orang[:4]):
        skp = skp_pabrik(o)
        status = StatusPengisian.DIKIRIM if n < 2 else StatusPengisian.DRAF
        PengisianRealisasi.objects.create(skp=skp, siklus=siklus, status=status, dikirim_pada=SAAT)
    for o in orang[:3]:
        _nilai(o, siklus, atasan)
    UmpanBalikPabrik(pegawai=orang[5])
    UmpanBalikPabrik(pegawai=orang[4], dikirim_pada=SAAT - timedelta(days=31))
    for o, jp in ((orang[0], 24), (orang[1], 20), (orang[2], 19)):
        PengembanganPabrik(pegawai=o, jp=jp)
    return orang


def _nilai(orang: Pegawai, siklus: SiklusPenilaian, penilai: Pegawai) -> None:
    EvaluasiPeriodik.objects.create(
        pegawai=orang,
        siklus=siklus,
        penilai=penilai,
        mulai=siklus.masa.mulai,
        sampai=siklus.masa.sampai,
        rating_hasil=2,
        rating_perilaku=2,
        predikat=Predikat.BAIK,
        status="dikirim",
    )


HITUNGAN = [
    ("realisasi", "2/4", [0, 1], [2, 3]),
    ("dinilai", "3/6", [0, 1, 2], [3, 4, 5]),
    ("umpan_balik", "1/6", [5], [0, 1, 2, 3, 4]),
    ("jp", "2/3", [0, 1], [2]),
]


@pytest.mark.parametrize(("lihat", "jumlah", "sudah", "belum"), HITUNGAN)
@pytest.mark.parametrize("nama_halaman", ["karier:beranda", "karier:tim"])
def test_a_count_leads_to_a_list_of_exactly_that_many(
    atasan: Pegawai,
    orang: list[Pegawai],
    nama_halaman: str,
    lihat: str,
    jumlah: str,
    sudah: list[int],
    belum: list[int],
) -> None:
    client = sebagai(atasan)
    ubin = _ubin(halaman(client, nama_halaman), lihat)
    assert f"<b>{jumlah}</b>" in ubin
    ya, tidak = re.findall(r'href="([^"]+)"', ubin)
    assert nama(_buka(client, ya)) == [orang[n].nama for n in sudah]
    assert nama(_buka(client, tidak)) == [orang[n].nama for n in belum]


def _ubin(isi: str, lihat: str) -> str:
    [ubin] = [u for u in re.findall(r"<li><b>.*?</li>", isi) if f"lihat={lihat}" in u]
    return ubin


def _buka(client: Client, url: str) -> str:
    return client.get(url.replace("&amp;", "&")).content.decode()


def test_a_list_that_was_cut_down_says_so_and_can_be_made_whole(
    atasan: Pegawai, orang: list[Pegawai]
) -> None:
    client = sebagai(atasan)
    isi = _buka(client, reverse("karier:tim") + "?lihat=realisasi&belum=1")
    assert "Tampil: realisasi belum terkirim, Evaluasi triwulan III 2026." in isi
    assert "Hapus saringan" in isi
    assert len(nama(_buka(client, reverse("karier:tim") + "?lihat=apa-saja"))) == len(orang)


def test_hours_that_nobody_recorded_and_hours_of_pppk_are_in_no_count(atasan: Pegawai) -> None:
    tim(atasan, 1)
    PengembanganPabrik(pegawai=PegawaiPabrik(pppk=True, atasan=atasan), jp=40)
    assert "lihat=jp" not in halaman(sebagai(atasan), "karier:beranda")
    PengembanganPabrik(pegawai=tim(atasan, 1)[0], jp=20)
    isi = halaman(sebagai(atasan), "karier:beranda")
    assert "<b>1/1</b>" in isi
    assert "PNS memenuhi jam pelajaran (JP)" in isi


def test_in_ekinerja_no_realisation_is_counted(atasan: Pegawai) -> None:
    tim(atasan, 1)
    siklus_pabrik(atasan.instansi, sumber=SumberKinerja.EKINERJA)
    isi = halaman(sebagai(atasan), "karier:beranda")
    assert "lihat=realisasi" not in isi
    assert "lihat=dinilai" in isi


# -- what it costs -----------------------------------------------------------------------------------------


def _penuh(atasan: Pegawai, siklus: SiklusPenilaian, banyak: int, mulai: int) -> None:
    """People with something to say about each of them."""
    for n in range(mulai, mulai + banyak):
        o = PegawaiPabrik(pelaksana=True, atasan=atasan, nama=f"Pegawai Contoh Nama Panjang {n:02}")
        PengisianRealisasi.objects.create(
            skp=skp_pabrik(o), siklus=siklus, status=StatusPengisian.DIKEMBALIKAN, dikirim_pada=SAAT
        )
        PenerimaPabrik(pegawai=o, arahan__tenggat=date(2026, 11, 1))
        TanggapanPabrik(umpan_balik=UmpanBalikPabrik(pegawai=o, dikirim_pada=SAAT - timedelta(days=45)))
        PenilaianPabrik(pegawai=o, tahun=2025, predikat=Predikat.BUTUH_PERBAIKAN, penilai=atasan)
        PengembanganPabrik(pegawai=o, jp=n)


@pytest.mark.parametrize("dihitung", [True, False])
@pytest.mark.parametrize("nama_halaman", ["karier:beranda", "karier:tim"])
def test_fifty_people_cost_as_many_queries_as_five(
    atasan: Pegawai, siklus: SiklusPenilaian, nama_halaman: str, dihitung: bool
) -> None:
    client = sebagai(atasan)

    def biaya() -> list[str]:
        if dihitung:
            jalankan(atasan)
        halaman(client, nama_halaman)
        with CaptureQueriesContext(connection) as tangkap:
            halaman(client, nama_halaman)
        return [q["sql"][:120] for q in tangkap.captured_queries]

    _penuh(atasan, siklus, 5, 0)
    lima = biaya()
    _penuh(atasan, siklus, 45, 5)
    limapuluh = biaya()
    assert len(limapuluh) == len(lima), sorted(set(limapuluh) - set(lima))


@pytest.mark.parametrize("nama_halaman", ["karier:beranda", "karier:tim"])
def test_the_pages_of_a_leader_of_fifty_keep_to_their_budget(
    atasan: Pegawai, siklus: SiklusPenilaian, nama_halaman: str
) -> None:
    """45 KB at first, 20 KB again, five requests (pengguna, section 7)."""
    _penuh(atasan, siklus, 50, 0)
    isi = halaman(sebagai(atasan), nama_halaman)
    ulang = len(gzip.compress(isi.encode(), 6))
    berkas = set(re.findall(r'(?:href|src)="([^"#?]+\.(?:css|js|svg))"', isi))
    pertama = ulang + sum(_berat(b) for b in berkas)
    assert ulang <= 20 * 1024
    assert pertama <= 45 * 1024
    assert 1 + len(berkas) <= 5


def _berat(alamat: str) -> int:
    jalan: Any = finders.find(alamat.removeprefix(settings.STATIC_URL))
    with open(jalan, "rb") as berkas:
        return len(gzip.compress(berkas.read(), 6))
