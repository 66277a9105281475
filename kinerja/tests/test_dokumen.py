"""Printed papers: who gets one, what is never printed, and figures that are those of the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.kata import angka_kredit
from asn_karier.lib.models import Jejak
from kinerja.enums import Predikat, PredikatOrganisasi, Rating, StatusKonversi, StatusPenilaian
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, PredikatOrganisasiUnit
from kinerja.services.dokumen import papers_of
from kinerja.services.dokumen_sumber import accumulation_of, pak_with_before
from kinerja.tests.dua_jenjang import ahli_muda, atasan_penilai
from kinerja.tests.pabrik import KonversiPabrik, PakPabrik, PenilaianPabrik, SiklusPabrik
from kinerja.tests.pabrik_dokumen import EvaluasiPabrik
from kinerja.tests.saldo import saldo_ak
from kinerja.tests.teks_pdf import teks_pdf
from pegawai.enums import JenisPeran, Jenjang
from pegawai.models import AksesPegawai, Pegawai, Pengguna
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
BERAT = 120 * 1024


class Dunia:
    """An Ahli Muda with everything that is printed, and everybody who might come for it."""

    def __init__(self) -> None:
        instansi = InstansiPabrik(kode="batanghari")
        unit = UnitKerjaPabrik(instansi=instansi, nama="Dinas Contoh")
        self.atasan = PenggunaPabrik(
            pegawai=PegawaiPabrik(struktural=True, instansi=instansi, nama="Penilai Contoh")
        )
        self.orang: Pegawai = PegawaiPabrik(
            fungsional=True, instansi=instansi, unit=unit, atasan=self.atasan.pegawai, nama="Diri Contoh"
        )
        self.diri: Pengguna = PenggunaPabrik(pegawai=self.orang)
        self.hr: Pengguna = hr_dari(instansi)
        self.tahunan = PenilaianPabrik(
            pegawai=self.orang,
            penilai=self.atasan.pegawai,
            rating_hasil=Rating.DI_ATAS_EKSPEKTASI,
            umpan_balik="Laporan selalu tepat waktu.",
        )
        self.periodik = EvaluasiPabrik(pegawai=self.orang, penilai=self.atasan.pegawai)
        self.pak = PakPabrik(pegawai=self.orang)
        self.konversi = KonversiPabrik(
            pegawai=self.orang, ditandatangani_oleh=self.atasan, ditandatangani_pada=SAAT
        )

    def alamat(self) -> dict[str, str]:
        return {
            "tahunan": reverse("kinerja:pdf_evaluasi", args=["tahunan", self.tahunan.pk]),
            "periodik": reverse("kinerja:pdf_evaluasi", args=["periodik", self.periodik.pk]),
            "konversi": reverse("kinerja:pdf_konversi", args=[self.konversi.pk]),
            "akumulasi": reverse("kinerja:pdf_akumulasi", args=[self.orang.pk]),
            "pak": reverse("kinerja:pdf_pak", args=[self.pak.pk]),
        }

    def ambil(self, yang: str, pengguna: Any = None) -> Any:
        return buka(pengguna or self.diri, self.alamat()[yang])


def buka(pengguna: Pengguna, alamat: str) -> Any:
    client = Client()
    client.force_login(pengguna)
    return client.get(alamat)


@pytest.fixture
def d() -> Dunia:
    return Dunia()


def isi(d: Dunia, yang: str) -> str:
    return " ".join(teks_pdf(d.ambil(yang).content).split())


# -- who -------------------------------------------------------------------------------------------

SEMUA = ("tahunan", "periodik", "konversi", "akumulasi", "pak")


@pytest.mark.parametrize("yang", SEMUA)
def test_the_person_who_rates_them_and_their_hr_get_the_paper(d: Dunia, yang: str) -> None:
    for pengguna in (d.diri, d.atasan, d.hr):
        jawaban = d.ambil(yang, pengguna)
        assert (jawaban.status_code, jawaban["Content-Type"]) == (200, "application/pdf")


def luar(d: Dunia) -> list[Pengguna]:
    """Everybody else, most of whom may see the person by name."""
    rekan = PenggunaPabrik(pegawai=PegawaiPabrik(atasan=d.atasan.pegawai, instansi=d.orang.instansi))
    mentor = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=d.orang.instansi))
    AksesPegawai.objects.create(pengguna=mentor, pegawai=d.orang, dasar="mentor", mulai=date(2020, 1, 1))
    auditor, operator = (PenggunaPabrik(is_staff=True) for _ in range(2))
    PeranPabrik(pengguna=auditor, instansi=d.orang.instansi, jenis=JenisPeran.AUDITOR)
    PeranPabrik(
        pengguna=operator, instansi=d.orang.instansi, unit=d.orang.unit, jenis=JenisPeran.OPERATOR_UNIT
    )
    return [rekan, mentor, auditor, operator, hr_dari(InstansiPabrik(kode="nabire"))]


@pytest.mark.parametrize("yang", SEMUA)
def test_for_everybody_else_the_paper_does_not_exist(d: Dunia, yang: str) -> None:
    assert [d.ambil(yang, pengguna).status_code for pengguna in luar(d)] == [404] * 5


def test_a_former_atasan_prints_nothing_any_more(d: Dunia) -> None:
    d.orang.atasan = PegawaiPabrik(struktural=True, instansi=d.orang.instansi)
    d.orang.save()
    assert {d.ambil(yang, d.atasan).status_code for yang in SEMUA} == {404}


def test_printing_stands_on_the_trail_of_the_person(d: Dunia) -> None:
    d.ambil("tahunan", d.hr)
    jejak = Jejak.objects.get(tindakan="cetak")
    assert (jejak.subjek_id, jejak.keperluan) == (d.orang.pk, "Evaluasi kinerja tahun 2025")


# -- what is never printed -------------------------------------------------------------------------


@pytest.mark.parametrize("status", [StatusPenilaian.DRAF, StatusPenilaian.DIKIRIM])
@pytest.mark.parametrize("yang", ["tahunan", "periodik"])
def test_what_is_not_announced_has_no_paper_for_anybody(d: Dunia, yang: str, status: str) -> None:
    baris = getattr(d, yang)
    baris.status = status
    baris.save()
    admin = PenggunaPabrik(is_superuser=True, is_staff=True)
    for pengguna in (d.diri, d.atasan, d.hr, admin):
        assert d.ambil(yang, pengguna).status_code == 404
        assert baris.pk not in {p.pk for p in papers_of(d.orang, pengguna=pengguna) if yang in p.jenis.value}


def test_a_conversion_that_waits_for_its_signature_has_no_paper(d: Dunia) -> None:
    KonversiAngkaKredit.objects.update(status=StatusKonversi.DRAF)
    assert {d.ambil("konversi", p).status_code for p in (d.diri, d.atasan, d.hr)} == {404}


def test_a_draft_is_left_out_of_the_sum_and_the_paper_says_so(d: Dunia) -> None:
    KonversiAngkaKredit.objects.update(status=StatusKonversi.DRAF)
    teks = isi(d, "akumulasi")
    assert "1 konversi menunggu tanda tangan dan belum dihitung." in teks
    assert "Jumlah angka kredit 42,50" in teks


# -- what stands on it -----------------------------------------------------------------------------


def test_an_evaluation_names_both_the_period_the_ratings_and_the_sentence(d: Dunia) -> None:
    teks = isi(d, "tahunan")
    for satu in (
        "DOKUMEN EVALUASI KINERJA TAHUN 2025",
        "1 Januari 2025 sampai 31 Desember 2025",
        "Diri Contoh",
        "Penilai Contoh",
        d.orang.nip,
        "Di atas ekspektasi",
        "Sesuai ekspektasi",
        ": Baik",
        "Laporan selalu tepat waktu.",
    ):
        assert satu in teks
    assert "organisasi" not in teks


def test_a_quarter_says_which_days_it_is_about(d: Dunia) -> None:
    teks = isi(d, "periodik")
    assert "DOKUMEN EVALUASI KINERJA PERIODIK" in teks
    assert "1 Juli 2026 sampai 30 September 2026" in teks


def test_the_predikat_of_the_organisation_stands_there_with_its_pola_where_it_is_recorded(d: Dunia) -> None:
    PredikatOrganisasiUnit.objects.create(
        siklus=SiklusPabrik(tahun=2025, instansi=d.orang.instansi),
        predikat=PredikatOrganisasi.ISTIMEWA,
        penetap="Bupati Contoh",
        dokumen="800/12",
        tanggal=date(2026, 1, 5),
    )
    teks = isi(d, "tahunan")
    assert "Istimewa" in teks
    assert "Bupati Contoh, 800/12 tanggal 5 Januari 2026" in teks
    assert "Menurut pola distribusi, Sangat Baik yang terbanyak." in teks


def test_an_imported_one_says_where_its_document_is(d: Dunia) -> None:
    d.tahunan.delete()
    d.tahunan = PenilaianPabrik(pegawai=d.orang, impor=True)
    teks = isi(d, "tahunan")
    assert "Dokumen resminya ada di e-Kinerja" in teks
    assert "Belum tercatat" in teks


def test_a_conversion_prints_the_stored_line(d: Dunia) -> None:
    teks = isi(d, "konversi")
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
    assert f"Jumlah angka kredit {angka_kredit(jumlah)}" in isi(d, "akumulasi")


def test_lines_of_another_jenjang_are_named_and_not_added(d: Dunia) -> None:
    KonversiPabrik(pegawai=d.orang, tahun=2026, jenjang=Jenjang.AHLI_MADYA, nilai_senti=3750)
    teks = isi(d, "akumulasi")
    assert "Jumlah angka kredit 67,50" in teks
    assert "Konversi jenjang Ahli Madya tidak ikut dijumlahkan." in teks


def test_without_a_pak_and_without_a_signed_line_there_is_no_accumulation(d: Dunia) -> None:
    PenetapanAngkaKredit.objects.all().delete()
    teks = isi(d, "akumulasi")
    assert "PAK terakhir belum tercatat" in teks
    KonversiAngkaKredit.objects.all().delete()
    assert d.ambil("akumulasi").status_code == 404


def test_a_pak_adds_up_and_weighs_the_next_steps_by_the_rules(d: Dunia) -> None:
    baru = PakPabrik(pegawai=d.orang, sampai=date(2025, 12, 31), jumlah_senti=7000)
    penetapan = pak_with_before(baru)
    assert (penetapan.baru, penetapan.lain) == (2500, 250)
    d.pak = baru
    teks = isi(d, "pak")
    assert "42,50 27,50 70,00" in teks
    assert "Kenaikan pangkat 70,00 100,00 0,00 30,00 Belum dapat" in teks
    # III/c is the lowest golongan of Ahli Muda: nothing was used up inside the jenjang.
    assert "Kenaikan jenjang 70,00 200,00 0,00 130,00 Belum dapat" in teks


def test_at_the_top_golongan_the_way_leads_through_the_jenjang(d: Dunia) -> None:
    d.orang.riwayat_pangkat.update(golongan=12)  # III/d
    teks = isi(d, "pak")
    assert "Kenaikan pangkat berikutnya ditempuh lewat kenaikan jenjang." in teks
    assert "Kenaikan jenjang 142,50 200,00 0,00 57,50 Belum dapat" in teks


@pytest.mark.parametrize("golongan", [3, None])
def test_outside_the_jenjang_no_need_is_invented(d: Dunia, golongan: int | None) -> None:
    d.orang.riwayat_pangkat.all().delete() if golongan is None else d.orang.riwayat_pangkat.update(
        golongan=golongan
    )
    assert "Kebutuhan kenaikan berikutnya dihitung tersendiri." in isi(d, "pak")


def test_a_pak_before_the_law_is_printed_without_needs(d: Dunia) -> None:
    d.pak = PakPabrik(pegawai=d.orang, sampai=date(2021, 12, 31))
    assert "dihitung tersendiri" in isi(d, "pak")


@pytest.mark.parametrize("yang", SEMUA)
def test_every_paper_is_light_and_says_konsep(d: Dunia, yang: str) -> None:
    jawaban = d.ambil(yang)
    assert len(jawaban.content) <= BERAT
    assert "KONSEP. Salinan bertanda tangan belum dilampirkan." in teks_pdf(jawaban.content)


def test_the_longest_sentences_still_fit_the_weight(d: Dunia) -> None:
    d.tahunan.umpan_balik = "Kalimat panjang sekali. " * 41
    d.tahunan.save()
    assert len(d.ambil("tahunan").content) <= BERAT


def test_an_unknown_kind_of_evaluation_is_not_found(d: Dunia) -> None:
    assert buka(d.diri, reverse("kinerja:pdf_evaluasi", args=["apa", d.tahunan.pk])).status_code == 404


def test_the_list_of_papers_takes_the_same_queries_for_one_year_and_for_many(d: Dunia) -> None:
    with CaptureQueriesContext(connection) as satu:
        papers_of(d.orang, pengguna=d.hr)
    for tahun in range(2019, 2025):
        PenilaianPabrik(pegawai=d.orang, tahun=tahun, predikat=Predikat.BAIK)
        KonversiPabrik(pegawai=d.orang, tahun=tahun)
    with CaptureQueriesContext(connection) as banyak:
        papers_of(d.orang, pengguna=d.hr)
    assert len(banyak) == len(satu) <= 15
