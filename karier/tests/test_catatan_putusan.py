"""What has to be known before a decision: the page of many says no less than the page of one."""

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.db import sekarang
from karier.enums import JenisRekomendasi, StatusRekomendasi
from karier.models import HitungUlang, Rekomendasi
from karier.services.catatan_putusan import DIPERBAIKI, PERLU_DITINJAU
from karier.tests.bantu import belum_ak, memenuhi, satu
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.models import Instansi, Pegawai
from pegawai.tests.pabrik import InstansiPabrik, hr_dari, nyatakan_lengkap

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
CELAH = "Komunikasi level 1 ke 3"
VERSI = "versi mulai 22 November 2026 sudah terbit, belum dipakai dalam hasil ini"


@pytest.fixture
def instansi(client: Client) -> Instansi:
    """One whose HR is signed in."""
    instansi: Instansi = InstansiPabrik(kode="batanghari")
    nyatakan_lengkap(instansi)
    client.force_login(hr_dari(instansi))
    return instansi


def kebutuhan(instansi: Instansi, banyak: int) -> list[Rekomendasi]:
    """The development needs that a run finds for so many people with a gap."""
    orang = [belum_ak(instansi=instansi) for _ in range(banyak)]
    jalankan_sampai_selesai(instansi)
    semua = Rekomendasi.objects.filter(jenis=JenisRekomendasi.PENGEMBANGAN, pegawai__in=orang)
    return list(semua.order_by("pegawai_id"))


def tanya(client: Client, usulan: list[Rekomendasi], jenis: str = "tetapkan") -> Any:
    """The confirm page of many."""
    pilihan = ",".join(f"{r.pk}.{r.versi}" for r in usulan)
    return client.post(reverse("admin:karier_rekomendasi_banyak", args=[jenis]), {"pilihan": pilihan})


def tanya_satu(client: Client, usul: Rekomendasi, jenis: str = "tetapkan") -> str:
    url = reverse("admin:karier_rekomendasi_putuskan", args=[usul.pk, jenis])
    return unescape(client.get(url).content.decode())


def tanya_pangkat(client: Client, *orang: Pegawai) -> Any:
    isi = {"pilih": [f"{satu(o).pk}.{satu(o).versi}" for o in orang], "periode": "2027-01"}
    return client.post(reverse("admin:karier_kp_tetapkan"), isi)


def perbaiki(*usulan: Rekomendasi) -> None:
    for r in usulan:
        HitungUlang.objects.create(pegawai_id=r.pegawai_id, pada=sekarang())


def test_each_of_many_has_what_the_page_of_that_one_says(client: Client, instansi: Instansi) -> None:
    satu, dua = semua = kebutuhan(instansi, 2)
    perbaiki(dua)
    halaman = tanya(client, semua)
    baris = {b["nip"]: b for b in halaman.context["baris"]}
    assert CELAH in tanya_satu(client, satu)
    assert all(CELAH in b["kesenjangan"] for b in baris.values())
    assert DIPERBAIKI in tanya_satu(client, dua)
    assert [baris[r.pegawai.nip]["catatan"] for r in semua] == [[], [DIPERBAIKI]]
    teks = unescape(halaman.content.decode())
    assert "1 dari 2 pegawai mempunyai catatan" in teks
    assert '<details id="pegawai" open>' in teks
    assert "Keputusan ada pada pejabat berwenang atau BKN" in teks
    assert "1 Januari 2027, sekarang menunggu keputusan" in teks


def test_what_is_true_of_all_is_said_once(client: Client, instansi: Instansi) -> None:
    semua = kebutuhan(instansi, 3)
    diputus = {"status": StatusRekomendasi.DITETAPKAN, "perlu_ditinjau": True}
    Rekomendasi.objects.filter(pk__in=[r.pk for r in semua]).update(**diputus)
    perbaiki(*semua)
    halaman = tanya(client, semua, "urungkan")
    teks = unescape(halaman.content.decode())
    for catatan in (PERLU_DITINJAU, DIPERBAIKI):
        assert teks.count(catatan) == 1
        assert f"Berlaku bagi semuanya: {catatan}" in teks
        assert catatan in tanya_satu(client, semua[0], "urungkan")
    assert "Aturan: " in teks


def test_the_month_warns_of_each_who_goes_and_names_the_law_once(client: Client, instansi: Instansi) -> None:
    biasa, tua = memenuhi(instansi=instansi), memenuhi(instansi=instansi, tanggal_lahir=date(1968, 12, 1))
    jalankan_sampai_selesai(instansi)
    halaman = tanya_pangkat(client, biasa, tua)
    catatan = {b["nip"]: b["catatan"] for b in halaman.context["dapat"]}
    assert catatan[biasa.nip] == []
    (perkiraan,) = catatan[tua.nip]
    assert "mencapai batas usia pensiun" in perkiraan
    teks, teks_satu = unescape(halaman.content.decode()), tanya_satu(client, satu(tua))
    assert perkiraan in teks_satu
    assert (teks.count(VERSI), teks_satu.count(VERSI)) == (1, 1)


def test_notes_about_twenty_cost_as_many_queries_as_about_two(client: Client, instansi: Instansi) -> None:
    semua = kebutuhan(instansi, 20)
    perbaiki(*semua[:10])

    def biaya(usulan: list[Rekomendasi]) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            assert len(tanya(client, usulan).context["baris"]) == len(usulan)
        return len(tangkap)

    biaya(semua[:2])
    assert biaya([semua[0], semua[-1]]) == biaya(semua)
