"""Answering the case of the year, talking about it, and what nobody else reads."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.models import Jejak
from kinerja.enums import KeluargaKasus, StatusKasus
from kinerja.models import DiskusiEtika, JawabanEtika, KasusEtika
from kinerja.services.etika import withdraw, write_lesson
from kinerja.services.etika_baca import (
    answered,
    current_case,
    deadline_of,
    lesson_in,
)
from kinerja.tests.dunia_etika import atasan, dinas, diri, jawab, kasus, kata, luar, unit
from kinerja.tests.pabrik_etika import (
    SAAT,
    SESUDAH,
    DiskusiPabrik,
    JawabanPabrik,
    KasusPabrik,
)
from kinerja.views.etika_beranda import case_tasks
from pegawai.tests.pabrik import PegawaiPabrik, UnitKerjaPabrik
from pegawai.views.tugas import Penanya

__all__ = ["atasan", "dinas", "diri", "kasus", "luar", "unit"]
pytestmark = pytest.mark.django_db


# -- answering ------------------------------------------------------------------------------------


def test_an_answer_keeps_the_unit_in_which_it_was_sent(diri, kasus, unit):
    jawaban = jawab(diri, kasus)
    assert (jawaban.unit, jawaban.versi, jawaban.dikirim_pada) == (unit, 1, SAAT)


def test_the_same_answer_twice_is_one_row(diri, kasus):
    assert jawab(diri, kasus) == jawab(diri, kasus)
    assert JawabanEtika.objects.count() == 1


def test_an_answer_is_put_right_over_the_version_that_was_seen(diri, kasus):
    jawab(diri, kasus)
    baru = jawab(diri, kasus, isi="Saya menunggu.", versi=1, at=SAAT + timedelta(hours=1))
    assert (baru.versi, baru.isi) == (2, "Saya menunggu.")
    assert baru.diubah_pada == SAAT + timedelta(hours=1)


def test_other_words_over_an_old_version_are_refused_and_nothing_changes(diri, kasus):
    jawab(diri, kasus)
    with pytest.raises(Bentrok) as salah:
        jawab(diri, kasus, isi="Dari tab lain.", versi=0)
    assert salah.value.kode == "versi_lama"
    assert JawabanEtika.objects.get().isi == "Saya bertanya dulu."


@pytest.mark.parametrize(("isi", "kode"), [("  ", "isi_kosong"), ("x" * 4001, "isi_panjang")])
def test_no_words_and_too_many_are_refused(diri, kasus, isi, kode):
    with pytest.raises(DomainError) as salah:
        jawab(diri, kasus, isi=isi)
    assert salah.value.kode == kode


def test_after_its_last_day_a_case_is_still_answered(diri, kasus):
    assert jawab(diri, kasus, at=SESUDAH).pk


def test_a_finished_case_takes_no_answer_and_no_word(diri):
    kasus = KasusPabrik(selesai=True)
    JawabanPabrik(kasus=kasus, pegawai=diri.pegawai)
    for kirim in (lambda: jawab(diri, kasus, isi="Lain", versi=1), lambda: kata(diri, kasus)):
        with pytest.raises(DomainError) as salah:
            kirim()
        assert salah.value.kode == "kasus_selesai"


@pytest.mark.parametrize(
    "kasus_lain",
    [
        {"draf": True},
        {"keluarga": KeluargaKasus.STRUKTURAL},
        {"mulai": date(2026, 11, 25)},
        {"instansi__kode": "nabire"},
    ],
)
def test_a_case_that_is_not_mine_does_not_exist(diri, kasus_lain):
    with pytest.raises(TidakDitemukan):
        jawab(diri, KasusPabrik(tahun=2027, **kasus_lain))


def test_the_trail_does_not_tell_who_took_part(diri, kasus):
    jawab(diri, kasus)
    kata(diri, kasus)
    assert not Jejak.objects.filter(pelaku_id=diri.pk).exists()


# -- which case ---------------------------------------------------------------------------------------


def test_the_case_of_the_own_family_comes_before_the_general_one(diri, kasus):
    khusus = KasusPabrik(keluarga=KeluargaKasus.PELAKSANA)
    assert current_case(diri.pegawai, SAAT) == khusus


def test_without_one_for_the_own_family_the_general_case_is_mine(diri, kasus):
    KasusPabrik(keluarga=KeluargaKasus.STRUKTURAL)
    assert current_case(diri.pegawai, SAAT) == kasus


def test_somebody_without_a_recorded_post_gets_the_general_case(kasus):
    assert current_case(PegawaiPabrik(), SAAT) == kasus


def test_a_new_version_asks_nobody_for_a_second_hour(diri, kasus):
    jawab(diri, kasus)
    KasusEtika.objects.update(status=StatusKasus.SELESAI)
    baru = KasusPabrik(asal=kasus)
    assert current_case(diri.pegawai, SAAT) == baru
    assert answered(baru, diri.pegawai)


def test_a_case_begins_with_the_day_of_the_unit(kasus, dinas):
    """1 November is two hours older in Papua than in Jambi."""
    papua = UnitKerjaPabrik(induk=dinas, zona_waktu="Asia/Jayapura")
    at = datetime(2026, 10, 31, 15, 30, tzinfo=UTC)
    assert current_case(PegawaiPabrik(unit=papua), at) == kasus
    assert current_case(PegawaiPabrik(unit=dinas), at) is None


def test_the_deadline_says_the_clock_of_the_unit(kasus, dinas):
    papua = UnitKerjaPabrik(induk=dinas, zona_waktu="Asia/Jayapura")
    assert deadline_of(kasus, PegawaiPabrik(unit=papua)).teks == "30 November 2026 pukul 23.59 WIT"


# -- the discussion ----------------------------------------------------------------------------------------


def test_without_an_own_answer_nobody_takes_part(diri, kasus):
    with pytest.raises(TidakDitemukan) as salah:
        kata(diri, kasus)
    assert salah.value.kode == "belum_menjawab"


def test_one_form_is_one_word(diri, kasus):
    jawab(diri, kasus)
    kunci = uuid4()
    assert kata(diri, kasus, kunci=kunci) == kata(diri, kasus, kunci=kunci)
    with pytest.raises(Bentrok):
        kata(diri, kasus, isi="Lain.", kunci=kunci)
    assert DiskusiEtika.objects.count() == 1


def test_a_word_taken_back_keeps_its_place_and_no_text(diri, kasus):
    satu = DiskusiPabrik(jawaban=jawab(diri, kasus))
    for jam in (1, 2):
        withdraw(diskusi_id=satu.pk, actor=diri, at=SAAT + timedelta(hours=jam))
    satu.refresh_from_db()
    assert (satu.isi, satu.ditarik_pada) == ("", SAAT + timedelta(hours=1))


def test_a_word_is_taken_back_in_a_finished_case_too(diri):
    satu = DiskusiPabrik(jawaban__pegawai=diri.pegawai, jawaban__kasus=KasusPabrik(selesai=True))
    assert withdraw(diskusi_id=satu.pk, actor=diri, at=SAAT).isi == ""


def test_nobody_takes_back_the_word_of_another(diri, atasan, luar, kasus):
    satu = DiskusiPabrik(jawaban=jawab(diri, kasus))
    for akun in (atasan, luar):
        with pytest.raises(TidakDitemukan):
            withdraw(diskusi_id=satu.pk, actor=akun, at=SAAT)


def test_words_are_not_changed_or_removed_in_bulk(diri, kasus):
    DiskusiPabrik(jawaban=jawab(diri, kasus))
    with pytest.raises(TypeError):
        DiskusiEtika.objects.update(isi="Lain")
    with pytest.raises(TypeError):
        DiskusiEtika.objects.all().delete()


# -- what the unit learned --------------------------------------------------------------------------


def pelajari(akun, kasus, isi="Daftar ditempel di loket.", versi=0):
    return write_lesson(kasus_id=kasus.pk, isi=isi, versi=versi, actor=akun, at=SAAT)


def test_the_leader_who_answered_writes_what_the_unit_learned(diri, atasan, kasus, unit):
    jawab(diri, kasus)
    jawab(atasan, kasus)
    satu = pelajari(atasan, kasus)
    assert (satu.unit, satu.oleh, satu.versi) == (unit, atasan.pegawai, 1)
    assert lesson_in(kasus, diri) == satu


def test_a_leader_takes_part_before_closing(diri, atasan, kasus):
    jawab(diri, kasus)
    with pytest.raises(TidakDitemukan):
        pelajari(atasan, kasus)


def test_nobody_else_writes_it(diri, atasan, luar, kasus):
    for akun in (diri, atasan, luar):
        jawab(akun, kasus)
    for akun in (diri, luar):
        with pytest.raises(TidakDitemukan):
            pelajari(akun, kasus)


def test_a_lesson_is_changed_over_the_version_that_was_seen(diri, atasan, kasus):
    jawab(atasan, kasus)
    diri.pegawai.refresh_from_db()
    assert pelajari(atasan, kasus) == pelajari(atasan, kasus)
    with pytest.raises(Bentrok):
        pelajari(atasan, kasus, isi="Lain.")
    assert pelajari(atasan, kasus, isi="Lain.", versi=1).versi == 2


def test_the_leader_is_told_that_the_lesson_waits_once_the_discussion_is_over(diri, atasan, kasus, rf):
    def tugas(akun, at=SESUDAH):
        rf_get = rf.get("/")
        rf_get.user = akun
        return [t.judul for t in case_tasks(Penanya(rf_get, akun.pegawai, at))]

    jawab(atasan, kasus)
    assert tugas(atasan) == []  # nobody else took part
    jawab(diri, kasus)
    assert tugas(atasan, SAAT) == []
    assert tugas(diri) == []
    assert tugas(atasan) == [f"Tulis pelajaran bersama: {kasus.judul}"]
    write_lesson(kasus_id=kasus.pk, isi="Daftar ditempel.", versi=0, actor=atasan, at=SESUDAH)
    assert tugas(atasan) == []
