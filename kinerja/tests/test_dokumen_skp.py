"""SKP on paper: the agreed text and nothing newer, with aspek only where there is one, for few."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.enums import AspekIndikator, JenisHasilKerja, PendekatanSKP, StatusSKP
from kinerja.models import SKP, HasilKerja, NaskahSKP
from kinerja.services.skp_lembar import sheet
from kinerja.tests.bantu_dokumen import BERAT, Dunia, buka, luar
from kinerja.tests.pabrik_skp import (
    SAAT,
    EkspektasiPabrik,
    HasilKerjaPabrik,
    IndikatorPabrik,
    NaskahPabrik,
    PerspektifPabrik,
    SKPPabrik,
)
from kinerja.tests.teks_pdf import teks_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def d() -> Dunia:
    return Dunia()


def rencana(d: Dunia, **lain: Any) -> SKP:
    """Two rows, one of them tambahan, agreed."""
    skp: SKP = SKPPabrik(pegawai=d.orang, disepakati=True, **lain)
    aspek = AspekIndikator.KUANTITAS if skp.pendekatan == PendekatanSKP.KUANTITATIF else ""
    satu = HasilKerjaPabrik(skp=skp, rhk="Tersusunnya peta jabatan", lengkap=True, lengkap__aspek=aspek)
    IndikatorPabrik(hasil_kerja=satu, iki="Waktu penyusunan", target="3 bulan", aspek=aspek)
    HasilKerjaPabrik(skp=skp, rhk="Terlatihnya rekan", jenis=JenisHasilKerja.TAMBAHAN)
    EkspektasiPabrik(skp=skp)
    return setujui(d, skp)


def setujui(d: Dunia, skp: SKP, ke: int = 1) -> SKP:
    NaskahPabrik(skp=skp, ke=ke, isi=sheet(skp), penilai=d.atasan.pegawai, disepakati_oleh=d.atasan)
    return skp


def ambil(skp: SKP, pengguna: Any) -> Any:
    return buka(pengguna, reverse("kinerja:pdf_skp", args=[skp.pk]))


def isi(skp: SKP, pengguna: Any) -> str:
    return " ".join(teks_pdf(ambil(skp, pengguna).content).split())


def test_the_person_the_atasan_and_hr_print_it_and_nobody_else(d: Dunia) -> None:
    skp = rencana(d)
    assert [ambil(skp, p).status_code for p in (d.diri, d.atasan, d.hr)] == [200] * 3
    assert [ambil(skp, p).status_code for p in luar(d)] == [404] * 5


@pytest.mark.parametrize("status", [StatusSKP.DRAF, StatusSKP.DIKIRIM, StatusSKP.DIKEMBALIKAN])
def test_a_plan_that_is_not_agreed_has_no_paper(d: Dunia, status: str) -> None:
    skp = rencana(d)
    SKP.objects.update(status=status)
    assert {ambil(skp, p).status_code for p in (d.diri, d.atasan, d.hr)} == {404}


def test_all_three_parts_stand_on_it(d: Dunia) -> None:
    teks = isi(rencana(d), d.diri)
    for satu in (
        "SASARAN KINERJA PEGAWAI TAHUN 2027",
        "1 Januari 2027 sampai 31 Desember 2027",
        "Hasil kerja utama",
        "Hasil kerja tambahan",
        "Tersusunnya peta jabatan",
        "Terlaksananya pengawasan",
        "Berorientasi Pelayanan",
        "Tidak menyalahgunakan kewenangan jabatan",
        "Laporkan hambatan pada hari yang sama.",
        "Lampiran: dukungan sumber daya",
        "Lampiran: konsekuensi",
        "KONSEP. Salinan bertanda tangan belum dilampirkan.",
    ):
        assert satu in teks


def test_only_a_plan_that_counts_has_the_column_aspek(d: Dunia) -> None:
    assert "Aspek" not in isi(rencana(d), d.diri)
    teks = isi(rencana(d, tahun=2028, pendekatan=PendekatanSKP.KUANTITATIF), d.diri)
    assert "Aspek Indikator kinerja individu" in teks
    assert "Kuantitas Waktu penyusunan 3 bulan" in teks


def test_perspectives_have_a_column_where_the_form_has_them(d: Dunia) -> None:
    skp = rencana(d)
    assert "Perspektif" not in isi(skp, d.diri)
    HasilKerja.objects.update(perspektif=PerspektifPabrik(nama="Penerima layanan"))
    setujui(d, skp, ke=2)
    assert "Penerima layanan" in isi(skp, d.diri)


def test_what_changed_after_the_agreement_is_not_printed(d: Dunia) -> None:
    skp = rencana(d)
    HasilKerja.objects.update(rhk="Berubah sesudah disepakati")
    assert "Tersusunnya peta jabatan" in isi(skp, d.diri)
    setujui(d, skp, ke=2)
    assert "Berubah sesudah disepakati" in isi(skp, d.diri)
    assert NaskahSKP.objects.count() == 2


def test_a_long_plan_stays_light(d: Dunia) -> None:
    """Twelve results with three indicators each, in long sentences: seven pages."""
    skp = rencana(d, pendekatan=PendekatanSKP.KUANTITATIF)
    for _ in range(12):
        satu = HasilKerjaPabrik(skp=skp, rhk="Terwujudnya hasil yang panjang sebutannya " * 5)
        for _ in range(3):
            IndikatorPabrik(hasil_kerja=satu, iki="Persentase yang panjang " * 6, aspek="kualitas")
    setujui(d, skp, ke=2)
    assert len(ambil(skp, d.diri).content) <= BERAT


def test_the_sheet_links_it_once_agreed(d: Dunia) -> None:
    skp = rencana(d)
    client = Client()
    client.force_login(d.diri)
    lembar = reverse("kinerja:skp_lembar", args=[skp.pk])
    alamat = reverse("kinerja:pdf_skp", args=[skp.pk])
    assert alamat in client.get(lembar).content.decode()
    SKP.objects.update(status=StatusSKP.DRAF)
    assert alamat not in client.get(lembar).content.decode()
    assert skp.disepakati_pada == SAAT
