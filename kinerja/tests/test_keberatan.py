"""An objection is filed by the person, on a clock that closes no door."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import masuk
from kinerja.enums import StatusKeberatan, StatusPenilaian, SumberPenilaian
from kinerja.models import BerkasKeberatan, Keberatan, Penilaian
from kinerja.services.hasil import mark_read
from kinerja.services.keberatan import (
    ajukan_keberatan,
    cabut_keberatan,
)
from kinerja.services.keberatan_hitung import filing_clock
from kinerja.tests.dunia_keberatan import p
from kinerja.tests.pabrik_keberatan import DIUMUMKAN, SAAT, EvaluasiPabrik, Pihak, ajukan, pihak_pabrik
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, UnitKerjaPabrik

__all__ = ["p"]
pytestmark = pytest.mark.django_db


# -- filing ------------------------------------------------------------------------------------------


def test_it_goes_to_the_atasan_of_the_pejabat_penilai(p: Pihak) -> None:
    k = ajukan(p)
    assert (k.penilai, k.pemutus, k.status) == (
        p.penilai.pegawai,
        p.pemutus.pegawai,
        StatusKeberatan.DITERIMA,
    )
    assert Jejak.objects.filter(tindakan="ajukan_keberatan", subjek_id=p.orang.pk).count() == 1


@pytest.mark.parametrize("siapa", ["penilai", "pemutus", "luar"])
def test_nobody_files_for_somebody_else(p: Pihak, siapa: str) -> None:
    with pytest.raises(TidakBoleh):
        ajukan_keberatan(hasil=p.hasil, alasan="Keliru.", versi=1, actor=getattr(p, siapa), at=SAAT)


@pytest.mark.parametrize("status", [StatusPenilaian.DRAF, StatusPenilaian.DIKIRIM])
def test_what_is_not_announced_cannot_be_objected_to(p: Pihak, status: StatusPenilaian) -> None:
    Penilaian.objects.update(status=status)
    with pytest.raises(Bentrok):
        ajukan(p)


def test_it_is_about_the_result_that_was_read(p: Pihak) -> None:
    Penilaian.objects.update(versi=2)
    with pytest.raises(Bentrok, match="berubah sejak Anda membukanya"):
        ajukan_keberatan(hasil=p.hasil, alasan="Keliru.", versi=1, actor=p.asn, at=SAAT)


@pytest.mark.parametrize(("alasan", "pesan"), [(" ", "Tuliskan alasan"), ("a" * 2001, "Sekarang 2001")])
def test_it_has_a_reason(p: Pihak, alasan: str, pesan: str) -> None:
    with pytest.raises(DomainError, match=pesan):
        ajukan(p, alasan=alasan)


def test_a_double_click_is_one_objection(p: Pihak) -> None:
    assert ajukan(p).pk == ajukan(p).pk
    assert BerkasKeberatan.objects.count() == 1


def test_another_reason_while_one_runs_is_told_where_it_stands(p: Pihak) -> None:
    k = ajukan(p)
    with pytest.raises(Bentrok, match=k.nomor):
        ajukan(p, alasan="Alasan kedua.")


def test_what_was_withdrawn_can_be_filed_again(p: Pihak) -> None:
    k = ajukan(p)
    cabut_keberatan(keberatan_id=k.pk, versi=1, actor=p.asn, at=SAAT)
    assert ajukan(p).pk != k.pk


def test_a_periodic_result_is_objected_to_alike(p: Pihak) -> None:
    evaluasi = EvaluasiPabrik(pegawai=p.orang, penilai=p.penilai.pegawai)
    k = ajukan_keberatan(hasil=evaluasi, alasan="Keliru.", versi=1, actor=p.asn, at=SAAT)
    assert (k.hasil, k.pemutus) == (evaluasi, p.pemutus.pegawai)
    isi = masuk(p.asn).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Evaluasi triwulan III 2026" in isi


def test_an_imported_result_without_a_rater_goes_by_the_atasan_of_today() -> None:
    p = pihak_pabrik(sumber=SumberPenilaian.EKINERJA, penilai=None, ditetapkan_oleh=None)
    k = ajukan(p)
    assert (k.penilai, k.pemutus) == (p.penilai.pegawai, p.pemutus.pegawai)


def _tanpa_atasan(p: Pihak) -> None:
    Pegawai.objects.filter(pk=p.penilai.pegawai_id).update(atasan=None)


def _melingkar(p: Pihak) -> None:
    Pegawai.objects.filter(pk=p.penilai.pegawai_id).update(atasan=p.orang)


def _diri_sendiri(p: Pihak) -> None:
    Pegawai.objects.filter(pk=p.penilai.pegawai_id).update(atasan=p.penilai.pegawai)


def _pensiun(p: Pihak) -> None:
    Pegawai.objects.filter(pk=p.pemutus.pegawai_id).update(kedudukan_hukum=KedudukanHukum.CLTN)


def _pindah(p: Pihak) -> None:
    Pegawai.objects.filter(pk=p.pemutus.pegawai_id).update(instansi=InstansiPabrik(kode="lain"), unit=None)


def _penanda_tangan(p: Pihak) -> None:
    Penilaian.objects.update(ditetapkan_oleh=p.pemutus)


@pytest.mark.parametrize(
    "keadaan", [_tanpa_atasan, _melingkar, _diri_sendiri, _pensiun, _pindah, _penanda_tangan]
)
def test_where_nobody_may_decide_hr_has_to_name_somebody(p: Pihak, keadaan: Any) -> None:
    keadaan(p)
    k = ajukan(p)
    assert k.pemutus is None
    isi = masuk(p.asn).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Menunggu penunjukan oleh pengelola kepegawaian" in isi


# -- the clock ---------------------------------------------------------------------------------------


def test_the_term_counts_from_the_receipt_and_before_it_from_the_announcement(p: Pihak) -> None:
    assert filing_clock(p.hasil, at=SAAT).teks == "9 Februari 2027 pukul 23.59 WIB"
    mark_read(hasil=p.hasil, versi=1, actor=p.asn, at=DIUMUMKAN + timedelta(days=5))
    jam = filing_clock(p.hasil, at=SAAT)
    assert (jam.teks, jam.dibaca, jam.perkiraan) == ("12 Februari 2027 pukul 23.59 WIB", True, True)


@pytest.mark.parametrize(
    ("zona", "saat", "terlambat"),
    [
        ("Asia/Jakarta", datetime(2027, 2, 9, 16, 59, tzinfo=UTC), False),
        ("Asia/Jakarta", datetime(2027, 2, 9, 17, 0, tzinfo=UTC), True),
        ("Asia/Makassar", datetime(2027, 2, 9, 15, 59, tzinfo=UTC), False),
        ("Asia/Makassar", datetime(2027, 2, 9, 16, 0, tzinfo=UTC), True),
        ("Asia/Jayapura", datetime(2027, 2, 9, 14, 59, tzinfo=UTC), False),
        ("Asia/Jayapura", datetime(2027, 2, 9, 15, 0, tzinfo=UTC), True),
    ],
)
def test_past_the_last_second_it_is_late_and_still_taken(
    p: Pihak, zona: str, saat: datetime, terlambat: bool
) -> None:
    unit = UnitKerjaPabrik(instansi=p.orang.instansi, zona_waktu=zona)
    Pegawai.objects.filter(pk=p.orang.pk).update(unit=unit)
    assert ajukan(p, at=saat).terlambat is terlambat


def test_the_page_says_that_late_is_possible(p: Pihak) -> None:
    with time_machine.travel("2027-03-01T02:00:00+00:00", tick=False):
        isi = masuk(p.asn).get(reverse("kinerja:keberatan_ajukan", args=["tahunan", p.hasil.pk]))
    assert "Keberatan masih dapat diajukan dan ditandai terlambat." in isi.content.decode()
    assert "perkiraan, belum terverifikasi" in isi.content.decode()


def test_an_imported_result_without_a_date_is_counted_from_the_receipt(p: Pihak) -> None:
    Penilaian.objects.update(diumumkan_pada=None, ditetapkan_pada=None)
    p.hasil.refresh_from_db()
    assert not filing_clock(p.hasil, at=SAAT).lewat(SAAT + timedelta(days=900))
    assert filing_clock(p.hasil, at=SAAT).teks == ""


def test_the_day_of_the_decision_is_told_on_the_clock_of_the_person(p: Pihak) -> None:
    k = ajukan(p)
    assert k.batas_putusan == datetime(2027, 2, 10, 17, 0, tzinfo=UTC)
    with time_machine.travel(SAAT, tick=False):
        isi = masuk(p.asn).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Diputuskan paling lambat <strong>10 Februari 2027 pukul 23.59 WIB</strong>" in isi


@pytest.mark.parametrize("siapa", ["asn", "pemutus"])
def test_a_late_decision_is_seen(p: Pihak, siapa: str) -> None:
    k = ajukan(p)
    with time_machine.travel("2027-02-11T02:00:00+00:00", tick=False):
        isi = masuk(getattr(p, siapa)).get(reverse("kinerja:keberatan_satu", args=[k.pk])).content.decode()
    assert "Lewat batas sejak 11 Februari 2027 pukul 00.00 WIB." in isi


# -- three clicks ------------------------------------------------------------------------------------


def test_three_clicks_from_the_result_to_the_confirmation(p: Pihak) -> None:
    client = masuk(p.asn)
    hasil = client.get(reverse("kinerja:hasil_satu", args=["tahunan", p.hasil.pk])).content.decode()
    tautan = reverse("kinerja:keberatan_ajukan", args=["tahunan", p.hasil.pk])
    assert f'href="{tautan}">Ajukan keberatan</a>' in hasil  # 1
    lembar = client.get(tautan)  # 2 is typing
    assert "Kirim keberatan" in lembar.content.decode()
    isian = {"alasan": "Realisasi saya 100 persen.", "versi": lembar.context["form"]["versi"].value()}
    jawaban = client.post(tautan, isian, follow=True)  # 3
    k = Keberatan.objects.get()
    assert jawaban.redirect_chain[-1][0] == reverse("kinerja:keberatan_satu", args=[k.pk])
    assert f"Keberatan {k.nomor} sudah terkirim." in jawaban.content.decode()
    assert "Diputuskan paling lambat" in jawaban.content.decode()


def test_a_refused_objection_keeps_what_was_typed(p: Pihak) -> None:
    ajukan(p)
    tujuan = reverse("kinerja:keberatan_ajukan", args=["tahunan", p.hasil.pk])
    jawaban = masuk(p.asn).post(tujuan, {"alasan": "Alasan kedua yang panjang.", "versi": 1})
    assert "Alasan kedua yang panjang." in jawaban.content.decode()
    assert "sedang berjalan" in jawaban.content.decode()


def test_the_person_withdraws_by_the_page(p: Pihak) -> None:
    k = ajukan(p)
    client = masuk(p.asn)
    tujuan = reverse("kinerja:keberatan_cabut", args=[k.pk])
    assert "Ya, cabut keberatan" in client.get(tujuan).content.decode()
    client.post(tujuan, {"versi": 99})
    assert Keberatan.objects.get().status == StatusKeberatan.DITERIMA
    client.post(tujuan, {"versi": 1})
    assert Keberatan.objects.get().status == StatusKeberatan.DICABUT


def test_the_list_shows_each_party_what_is_theirs(p: Pihak) -> None:
    k = ajukan(p)
    judul = {
        "asn": "Keberatan Anda",
        "penilai": "Atas penilaian Anda",
        "pemutus": "Menunggu putusan Anda",
        "luar": "Tidak ada keberatan.",
    }
    for siapa, teks in judul.items():
        isi = masuk(getattr(p, siapa)).get(reverse("kinerja:keberatan")).content.decode()
        assert teks in isi
        assert (k.nomor in isi) is (siapa != "luar")


# -- the database itself -----------------------------------------------------------------------------


@pytest.mark.parametrize("siapa", ["asn", "penilai"])
def test_the_database_refuses_a_decider_who_is_a_party(p: Pihak, siapa: str) -> None:
    k = ajukan(p)
    with pytest.raises(IntegrityError), transaction.atomic():
        Keberatan.objects.filter(pk=k.pk).update(pemutus=getattr(p, siapa).pegawai)


def test_the_database_refuses_a_decision_without_a_reason(p: Pihak) -> None:
    ajukan(p)
    with pytest.raises(IntegrityError), transaction.atomic():
        Keberatan.objects.update(status=StatusKeberatan.DIPUTUSKAN)


def test_the_database_keeps_one_that_runs(p: Pihak) -> None:
    k = ajukan(p)
    k.pk = None
    k._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        k.save()
