"""Who reads what was answered: colleagues of the room who answered too, and nobody else."""

from datetime import date

import pytest

from kinerja.models import DiskusiEtika, JawabanEtika, PelajaranEtika
from kinerja.services.bahan import Diminta, collect_evidence
from kinerja.services.etika_baca import (
    answers_in,
    discussion_in,
    lesson_in,
    room_in,
    room_name,
)
from kinerja.services.penilai import Bagian
from kinerja.tests.dunia_etika import atasan, dinas, diri, jawab, kasus, kata, luar, unit
from kinerja.tests.pabrik import SiklusPabrik
from kinerja.tests.pabrik_etika import (
    SAAT,
    SESUDAH,
    DiskusiPabrik,
    JawabanPabrik,
    KasusPabrik,
    PelajaranPabrik,
)
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

__all__ = ["atasan", "dinas", "diri", "kasus", "luar", "unit"]
pytestmark = pytest.mark.django_db


# -- who reads ------------------------------------------------------------------------------------------


def test_before_the_own_answer_nothing_of_others_is_read(diri, atasan, kasus):
    jawab(atasan, kasus)
    kata(atasan, kasus)
    assert not answers_in(kasus, diri).exists()
    assert not discussion_in(kasus, diri).exists()


def test_after_it_colleagues_of_the_unit_who_answered_are_read(diri, atasan, luar, kasus):
    jawab(atasan, kasus, isi="Saya memanggil keduanya.")
    jawab(luar, kasus)
    jawab(diri, kasus)
    assert [j.pegawai for j in answers_in(kasus, diri)] == [atasan.pegawai]


def test_another_unit_reads_neither_answers_nor_words_nor_the_lesson(diri, atasan, luar, kasus, unit):
    for akun in (diri, atasan, luar):
        jawab(akun, kasus)
    kata(diri, kasus)
    PelajaranPabrik(kasus=kasus, unit=unit, oleh=atasan.pegawai)
    assert not answers_in(kasus, luar).exists()
    assert not discussion_in(kasus, luar).exists()
    assert lesson_in(kasus, luar) is None


def test_an_answer_to_another_case_opens_nothing(diri, atasan, kasus):
    jawab(atasan, kasus)
    JawabanPabrik(kasus=KasusPabrik(tahun=2025), pegawai=diri.pegawai)
    assert not answers_in(kasus, diri).exists()


def test_hr_the_administrator_and_visitors_read_none_of_it(diri, atasan, kasus, unit):
    jawaban = jawab(diri, kasus)
    DiskusiPabrik(jawaban=jawaban)
    PelajaranPabrik(kasus=kasus, unit=unit, oleh=atasan.pegawai)
    orang = (hr_dari(kasus.instansi), PenggunaPabrik(username="super", is_staff=True, is_superuser=True))
    for akun in orang:
        for model in (JawabanEtika, DiskusiEtika, PelajaranEtika):
            assert not model.objects.visible_to(akun).exists()


def test_a_switched_off_account_reads_not_even_its_own(diri, kasus):
    jawab(diri, kasus)
    diri.is_active = False
    assert not JawabanEtika.objects.visible_to(diri).exists()


def test_after_the_deadline_a_small_unit_talks_with_the_unit_above(diri, luar, kasus, dinas):
    jawab(diri, kasus)
    jawab(luar, kasus)
    sebelum = room_in(kasus, diri.pegawai, SAAT)
    sesudah = room_in(kasus, diri.pegawai, SESUDAH)
    assert room_name(kasus, sebelum) == "Bidang Arsip"
    assert room_name(kasus, sesudah) == "Dinas Contoh"
    assert sesudah.unit == {diri.pegawai.unit_id, dinas.pk}


def test_three_who_answered_keep_their_room_after_the_deadline(diri, atasan, luar, kasus, unit):
    for akun in (diri, atasan, luar, PenggunaPabrik(pegawai=PegawaiPabrik(unit=unit))):
        jawab(akun, kasus)
    assert room_in(kasus, diri.pegawai, SESUDAH).unit == {unit.pk}


def test_somebody_without_a_unit_reads_only_their_own(diri, kasus):
    sendiri = PenggunaPabrik(pegawai=PegawaiPabrik())
    jawab(sendiri, kasus)
    jawab(PenggunaPabrik(pegawai=PegawaiPabrik()), kasus)
    assert not answers_in(kasus, sendiri).exists()
    assert room_name(kasus, room_in(kasus, sendiri.pegawai, SAAT)) == ""


def test_nothing_of_it_stands_beside_a_rating(diri, atasan, kasus):
    siklus = SiklusPabrik(instansi=kasus.instansi)
    jawab(diri, kasus, isi="Kalimat rahasia")
    kata(diri, kasus, isi="Kalimat rahasia")
    bagian = {
        diri.pegawai_id: Bagian(diri.pegawai_id, atasan.pegawai_id, date(2026, 1, 1), date(2026, 12, 31))
    }
    assert "rahasia" not in str(collect_evidence(Diminta(siklus, bagian, atasan)))
