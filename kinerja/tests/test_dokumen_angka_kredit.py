"""Konversi, akumulasi and PAK on paper: the figures are those of the rules and of the engine."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from asn_karier.lib.kata import angka_kredit
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit
from kinerja.services.dokumen_sumber import accumulation_of, pak_with_before
from kinerja.tests.bantu_dokumen import Dunia, buka, isi_kertas
from kinerja.tests.dua_jenjang import ahli_muda, atasan_penilai
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik
from kinerja.tests.saldo import saldo_ak
from kinerja.tests.teks_pdf import teks_pdf
from pegawai.enums import Jenjang

pytestmark = pytest.mark.django_db


@pytest.fixture
def d() -> Dunia:
    return Dunia()


def test_a_conversion_prints_the_stored_line(d: Dunia) -> None:
    teks = isi_kertas(d, "konversi")
    assert "1 Januari 2025 sampai 31 Desember 2025 (12 bulan)" in teks
    assert "Baik 100% 25,00 25,00" in teks
    assert "Penilai Contoh" in teks


def test_a_year_in_two_jenjang_has_a_line_each_and_their_sum() -> None:
    atasan = atasan_penilai()
    orang = ahli_muda(atasan)
    KonversiPabrik(pegawai=orang, bulan=9, nilai_senti=1875)
    satu = KonversiPabrik(
        pegawai=orang, mulai=date(2025, 10, 1), bulan=3, jenjang=Jenjang.AHLI_MADYA,
        koefisien_milli=37_500, nilai_senti=938,
    )  # fmt: skip
    teks = " ".join(teks_pdf(buka(atasan, reverse("kinerja:pdf_konversi", args=[satu.pk])).content).split())
    assert "Ahli Muda Baik 100% 25,00 18,75" in teks
    assert "Ahli Madya Baik 100% 37,50 9,38" in teks
    assert "Jumlah 28,13" in teks


def test_the_accumulation_is_the_balance_that_the_engine_reads(d: Dunia) -> None:
    KonversiPabrik(pegawai=d.orang, tahun=2026, nilai_senti=1042, bulan=5, draf=True)
    saldo = saldo_ak(d.orang, date(2026, 12, 31))
    jumlah = int(saldo["pak"] or 0) + int(saldo["sah"] or 0)
    akumulasi = accumulation_of(d.diri, d.orang)
    assert akumulasi is not None
    assert akumulasi.jumlah == jumlah == 6750
    assert f"Jumlah angka kredit {angka_kredit(jumlah)}" in isi_kertas(d, "akumulasi")


def test_lines_of_another_jenjang_are_named_and_not_added(d: Dunia) -> None:
    KonversiPabrik(pegawai=d.orang, tahun=2026, jenjang=Jenjang.AHLI_MADYA, nilai_senti=3750)
    teks = isi_kertas(d, "akumulasi")
    assert "Jumlah angka kredit 67,50" in teks
    assert "Konversi jenjang Ahli Madya tidak ikut dijumlahkan." in teks


def test_without_a_pak_and_without_a_signed_line_there_is_no_accumulation(d: Dunia) -> None:
    PenetapanAngkaKredit.objects.all().delete()
    teks = isi_kertas(d, "akumulasi")
    assert "PAK terakhir belum tercatat" in teks
    KonversiAngkaKredit.objects.all().delete()
    assert d.ambil("akumulasi").status_code == 404


def test_a_pak_adds_up_and_weighs_the_next_steps_by_the_rules(d: Dunia) -> None:
    baru = PakPabrik(pegawai=d.orang, sampai=date(2025, 12, 31), jumlah_senti=7000)
    penetapan = pak_with_before(baru)
    assert (penetapan.baru, penetapan.lain) == (2500, 250)
    d.pak = baru
    teks = isi_kertas(d, "pak")
    assert "42,50 27,50 70,00" in teks
    assert "Kenaikan pangkat 70,00 100,00 0,00 30,00 Belum dapat" in teks
    # III/c is the lowest golongan of Ahli Muda: nothing was used up inside the jenjang.
    assert "Kenaikan jenjang 70,00 200,00 0,00 130,00 Belum dapat" in teks


def test_at_the_top_golongan_the_way_leads_through_the_jenjang(d: Dunia) -> None:
    d.orang.riwayat_pangkat.update(golongan=12)  # III/d
    teks = isi_kertas(d, "pak")
    assert "Kenaikan pangkat berikutnya ditempuh lewat kenaikan jenjang." in teks
    assert "Kenaikan jenjang 142,50 200,00 0,00 57,50 Belum dapat" in teks


@pytest.mark.parametrize("golongan", [3, None])
def test_outside_the_jenjang_no_need_is_invented(d: Dunia, golongan: int | None) -> None:
    d.orang.riwayat_pangkat.all().delete() if golongan is None else d.orang.riwayat_pangkat.update(
        golongan=golongan
    )
    assert "Kebutuhan kenaikan berikutnya dihitung tersendiri." in isi_kertas(d, "pak")


def test_a_pak_before_the_law_is_printed_without_needs(d: Dunia) -> None:
    d.pak = PakPabrik(pegawai=d.orang, sampai=date(2021, 12, 31))
    assert "dihitung tersendiri" in isi_kertas(d, "pak")
