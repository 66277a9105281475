"""Printed papers: who gets one, what is never printed, and what stands on an evaluation."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.models import Jejak
from kinerja.enums import Predikat, PredikatOrganisasi, StatusKonversi, StatusPenilaian
from kinerja.models import KonversiAngkaKredit, PredikatOrganisasiUnit
from kinerja.services.dokumen import papers_of
from kinerja.tests.bantu_dokumen import BERAT, Dunia, buka, isi_kertas, luar
from kinerja.tests.pabrik import KonversiPabrik, PenilaianPabrik, SiklusPabrik
from kinerja.tests.teks_pdf import teks_pdf
from pegawai.tests.pabrik import (
    PegawaiPabrik,
    PenggunaPabrik,
)

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]


@pytest.fixture
def d() -> Dunia:
    return Dunia()


# -- who -------------------------------------------------------------------------------------------

SEMUA = ("tahunan", "periodik", "konversi", "akumulasi", "pak")


@pytest.mark.parametrize("yang", SEMUA)
def test_the_person_who_rates_them_and_their_hr_get_the_paper(d: Dunia, yang: str) -> None:
    for pengguna in (d.diri, d.atasan, d.hr):
        jawaban = d.ambil(yang, pengguna)
        assert (jawaban.status_code, jawaban["Content-Type"]) == (200, "application/pdf")


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
    teks = isi_kertas(d, "akumulasi")
    assert "1 konversi menunggu tanda tangan dan belum dihitung." in teks
    assert "Jumlah angka kredit 42,50" in teks


# -- what stands on it -----------------------------------------------------------------------------


def test_an_evaluation_names_both_the_period_the_ratings_and_the_sentence(d: Dunia) -> None:
    teks = isi_kertas(d, "tahunan")
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
    teks = isi_kertas(d, "periodik")
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
    teks = isi_kertas(d, "tahunan")
    assert "Istimewa" in teks
    assert "Bupati Contoh, 800/12 tanggal 5 Januari 2026" in teks
    assert "Menurut pola distribusi, Sangat Baik yang terbanyak." in teks


def test_an_imported_one_says_where_its_document_is(d: Dunia) -> None:
    d.tahunan.delete()
    d.tahunan = PenilaianPabrik(pegawai=d.orang, impor=True)
    teks = isi_kertas(d, "tahunan")
    assert "Dokumen resminya ada di e-Kinerja" in teks
    assert "Belum tercatat" in teks


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
    assert len(banyak) == len(satu) <= 17
