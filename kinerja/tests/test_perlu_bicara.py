"""The facts behind *Perlu Anda ajak bicara*: each from what the leader reads, from nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import RequestFactory

from kinerja.enums import JenisTindakLanjut, StatusArahan, StatusPengisian
from kinerja.models import PengisianRealisasi, PerpanjanganSiklus, RefleksiDiri, SiklusPenilaian
from kinerja.rules.perlu_bicara import FaktaBicara
from kinerja.services.hasil import reply
from kinerja.services.keberatan import terangkan
from kinerja.services.perlu_bicara import LAMA, talk_facts
from kinerja.services.tindak_lanjut import proposals, start_follow_up
from kinerja.tests.pabrik import PenilaianPabrik
from kinerja.tests.pabrik_keberatan import SAAT as JANUARI
from kinerja.tests.pabrik_keberatan import EvaluasiPabrik, Pihak, ajukan, pihak_pabrik
from kinerja.tests.pabrik_realisasi import siklus_pabrik, skp_pabrik
from kinerja.tests.pabrik_umpan_360 import disiapkan
from kinerja.tests.pabrik_umpan_balik import (
    ArahanPabrik,
    CatatanPabrik,
    PenerimaPabrik,
    TanggapanPabrik,
    UmpanBalikPabrik,
)
from kinerja.views.bersama import team_of
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    UnitKerjaPabrik,
)
from pegawai.views.tugas import Penanya

pytestmark = pytest.mark.django_db
#: The last day to fill in the third quarter of 2026 is 15 October; midnight comes to WIB at 17.00 UTC.
AKHIR_WIB = datetime(2026, 10, 15, 17, tzinfo=UTC)
SESUDAH = datetime(2026, 10, 20, 2, tzinfo=UTC)


@pytest.fixture
def akun() -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    return akun


@pytest.fixture
def orang(akun: Pengguna) -> Pegawai:
    """The only direct report of the leader."""
    orang: Pegawai = PegawaiPabrik(pelaksana=True, atasan=akun.pegawai)
    return orang


@pytest.fixture
def siklus(orang: Pegawai) -> SiklusPenilaian:
    return siklus_pabrik(orang.instansi)


def semua(akun: Pengguna, at: datetime) -> list[FaktaBicara]:
    permintaan = RequestFactory().get("/")
    permintaan.user = akun
    tim = team_of(Penanya(permintaan, akun.pegawai, at))
    return talk_facts(tim) if tim else []


def fakta(akun: Pengguna, at: datetime = SESUDAH) -> FaktaBicara:
    """Of the only person of the team."""
    [satu] = semua(akun, at)
    return satu


# -- feedback ----------------------------------------------------------------------------------------------


def test_days_of_silence_are_days_of_the_leaders_clock(akun: Pengguna, orang: Pegawai) -> None:
    unit = UnitKerjaPabrik(instansi=orang.instansi, zona_waktu="Asia/Jayapura")
    Pegawai.objects.filter(pk=akun.pegawai_id).update(unit=unit)
    akun = Pengguna.objects.get(pk=akun.pk)
    UmpanBalikPabrik(pegawai=orang, dikirim_pada=datetime(2026, 10, 1, 14, 59, tzinfo=UTC))
    assert fakta(akun, datetime(2026, 10, 1, 14, 59, 30, tzinfo=UTC)).hari_umpan_balik == 0
    assert fakta(akun, datetime(2026, 10, 1, 15, 0, tzinfo=UTC)).hari_umpan_balik == 1


def test_feedback_of_others_and_what_was_withdrawn_is_silence(akun: Pengguna, orang: Pegawai) -> None:
    UmpanBalikPabrik(pegawai=orang, pemberi=PegawaiPabrik())
    UmpanBalikPabrik(pegawai=orang, peristiwa="", dampak="", berikutnya="", ditarik_pada=SESUDAH)
    assert fakta(akun).hari_umpan_balik is None


# -- realisation and reflection ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zona", "akhir"),
    [
        ("Asia/Jakarta", AKHIR_WIB),
        ("Asia/Makassar", AKHIR_WIB - timedelta(hours=1)),
        ("Asia/Jayapura", AKHIR_WIB - timedelta(hours=2)),
    ],
)
def test_late_begins_at_midnight_where_the_person_works(
    akun: Pengguna, orang: Pegawai, siklus: SiklusPenilaian, zona: str, akhir: datetime
) -> None:
    unit = UnitKerjaPabrik(instansi=orang.instansi, zona_waktu=zona)
    Pegawai.objects.filter(pk=orang.pk).update(unit=unit)
    skp_pabrik(orang)
    tepat, lewat = fakta(akun, akhir - timedelta(seconds=1)), fakta(akun, akhir)
    assert (tepat.realisasi_lewat, tepat.tanpa_refleksi) == (0, 0)
    assert (lewat.realisasi_lewat, lewat.tanpa_refleksi) == (1, 1)


def test_nothing_is_late_any_more_for_whom_i_have_rated(
    akun: Pengguna, orang: Pegawai, siklus: SiklusPenilaian
) -> None:
    skp_pabrik(orang)
    assert (fakta(akun).realisasi_lewat, fakta(akun).tanpa_refleksi) == (1, 1)
    EvaluasiPabrik(pegawai=orang, siklus=siklus, terkirim=True)
    assert (fakta(akun).realisasi_lewat, fakta(akun).tanpa_refleksi) == (0, 0)


def test_an_extension_is_not_late(akun: Pengguna, orang: Pegawai, siklus: SiklusPenilaian) -> None:
    skp_pabrik(orang)
    PerpanjanganSiklus.objects.create(
        siklus=siklus, pegawai=orang, sampai=date(2026, 10, 25), alasan="Banjir"
    )
    f = fakta(akun)
    assert (f.realisasi_lewat, f.tanpa_refleksi) == (0, 0)


@pytest.mark.parametrize(
    ("status", "dikembalikan", "lewat"),
    [
        (StatusPengisian.DRAF, 0, 1),
        (StatusPengisian.DIKEMBALIKAN, 1, 0),
        (StatusPengisian.DIKIRIM, 0, 0),
    ],
)
def test_what_was_returned_is_told_once_and_what_was_sent_not_at_all(
    akun: Pengguna,
    orang: Pegawai,
    siklus: SiklusPenilaian,
    status: StatusPengisian,
    dikembalikan: int,
    lewat: int,
) -> None:
    PengisianRealisasi.objects.create(
        skp=skp_pabrik(orang), siklus=siklus, status=status, dikirim_pada=SESUDAH
    )
    f = fakta(akun)
    assert (f.realisasi_dikembalikan, f.realisasi_lewat) == (dikembalikan, lewat)


def test_a_reflection_that_was_written_asks_for_nothing(
    akun: Pengguna, orang: Pegawai, siklus: SiklusPenilaian
) -> None:
    assert fakta(akun).tanpa_refleksi == 1
    RefleksiDiri.objects.create(pegawai=orang, siklus=siklus, isi="Selesai.")
    assert fakta(akun).tanpa_refleksi == 0


# -- directions --------------------------------------------------------------------------------------------


def test_only_my_open_directions_count_after_their_day(akun: Pengguna, orang: Pegawai) -> None:
    PenerimaPabrik(pegawai=orang)
    lewat = datetime(2026, 12, 1, 2, tzinfo=UTC)
    assert fakta(akun).arahan_lewat == 0
    assert fakta(akun, lewat).arahan_lewat == 1
    PenerimaPabrik(pegawai=orang, status=StatusArahan.SELESAI)
    PenerimaPabrik(pegawai=orang, arahan=ArahanPabrik(pemberi=PegawaiPabrik()))
    batal = ArahanPabrik(pemberi=akun.pegawai, dibatalkan_pada=SESUDAH, alasan_batal="Tidak perlu lagi")
    PenerimaPabrik(pegawai=orang, arahan=batal)
    assert fakta(akun, lewat).arahan_lewat == 1


# -- results, answers and objections -----------------------------------------------------------------------


@pytest.fixture
def pihak() -> Pihak:
    return pihak_pabrik()


def test_a_result_under_baik_counts_until_the_atasan_has_answered_every_proposal(pihak: Pihak) -> None:
    assert fakta(pihak.penilai, JANUARI).tindak_lanjut == 1
    for usul in proposals(pihak.hasil, per=JANUARI.date()):
        if usul.jenis in (JenisTindakLanjut.BIMBINGAN, JenisTindakLanjut.KONSELING):
            start_follow_up(
                hasil=pihak.hasil,
                jenis=usul.jenis,
                mulai=JANUARI.date(),
                actor=pihak.penilai,
                at=JANUARI,
            )
    assert fakta(pihak.penilai, JANUARI).tindak_lanjut == 0


def test_a_result_that_is_not_announced_gives_no_reason(akun: Pengguna, orang: Pegawai) -> None:
    PenilaianPabrik(pegawai=orang, predikat=1, draf=True)
    assert fakta(akun).tindak_lanjut == 0


def test_an_objection_counts_until_the_rater_has_explained(pihak: Pihak) -> None:
    keberatan = ajukan(pihak)
    assert fakta(pihak.penilai, JANUARI).keberatan == 1
    terangkan(keberatan_id=keberatan.pk, isi="Dasarnya laporan.", actor=pihak.penilai, at=JANUARI)
    assert fakta(pihak.penilai, JANUARI).keberatan == 0


def test_an_answer_below_a_result_counts_until_the_leader_has_answered(pihak: Pihak) -> None:
    reply(hasil=pihak.hasil, isi="Saya sudah mengirimnya.", actor=pihak.asn, at=JANUARI)
    assert fakta(pihak.penilai, JANUARI).tanggapan == 1
    reply(hasil=pihak.hasil, isi="Terima kasih.", actor=pihak.penilai, at=JANUARI)
    assert fakta(pihak.penilai, JANUARI).tanggapan == 0


def test_an_answer_below_my_feedback_counts_for_ninety_days(akun: Pengguna, orang: Pegawai) -> None:
    umpan = UmpanBalikPabrik(pegawai=orang)
    tanggapan = TanggapanPabrik(umpan_balik=umpan)
    assert fakta(akun, tanggapan.pada + LAMA).tanggapan == 1
    assert fakta(akun, tanggapan.pada + LAMA + timedelta(seconds=1)).tanggapan == 0
    TanggapanPabrik(umpan_balik=umpan, oleh=akun.pegawai)
    assert fakta(akun, tanggapan.pada).tanggapan == 0


def test_an_answer_to_somebody_elses_feedback_is_not_mine_to_answer(akun: Pengguna, orang: Pegawai) -> None:
    TanggapanPabrik(umpan_balik=UmpanBalikPabrik(pegawai=orang, pemberi=PegawaiPabrik()))
    assert fakta(akun, datetime(2026, 11, 21, tzinfo=UTC)).tanggapan == 0


# -- what is never asked -----------------------------------------------------------------------------------


def test_notes_360_and_discipline_change_nothing(akun: Pengguna, orang: Pegawai) -> None:
    lain = PegawaiPabrik(pelaksana=True, atasan=akun.pegawai)
    CatatanPabrik(pegawai=orang)
    disiapkan(orang)
    HukumanDisiplinPabrik(pegawai=orang)
    HukumanDisiplinPabrik(pegawai=orang, pemeriksaan=True, mulai=date(2026, 8, 1))
    satu, dua = semua(akun, SESUDAH)
    assert satu._replace(pegawai=0) == dua._replace(pegawai=0)
    assert {satu.pegawai, dua.pegawai} == {orang.pk, lain.pk}


def test_no_table_of_notes_360_or_discipline_is_read(
    akun: Pengguna, orang: Pegawai, siklus: SiklusPenilaian, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(60) as tangkap:
        semua(akun, SESUDAH)
    sql = " ".join(q["sql"].lower() for q in tangkap.captured_queries)
    for tabel in ("catatanpimpinan", "360", "hukumandisiplin"):
        assert tabel not in sql


# -- whose it is -------------------------------------------------------------------------------------------


def test_an_outsider_and_the_person_themself_lead_nobody(akun: Pengguna, orang: Pegawai) -> None:
    for lain in (PenggunaPabrik(pegawai=orang), PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))):
        assert semua(lain, SESUDAH) == []


def test_somebody_who_is_not_on_duty_is_nobody_to_talk_to(akun: Pengguna, orang: Pegawai) -> None:
    Pegawai.objects.filter(pk=orang.pk).update(kedudukan_hukum=KedudukanHukum.PEMBERHENTIAN_SEMENTARA)
    assert semua(akun, SESUDAH) == []
