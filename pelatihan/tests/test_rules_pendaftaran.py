"""Enrolment as rules: steps, windows, collisions, stages. No database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pelatihan.enums import BERKURSI, PENDAFTARAN_BERJALAN, StatusAngkatan, StatusPendaftaran
from pelatihan.rules.pendaftaran import (
    LANGKAH,
    Calon,
    Halangan,
    Jadwal,
    Kelas,
    Tahap,
    Tertahan,
    collide,
    held_back,
    hindrance,
    hindrance_for_hr,
    may_follow,
    may_undo,
    may_withdraw,
    moves_up,
    reached,
)

S, A = StatusPendaftaran, StatusAngkatan
SAAT = datetime(2027, 1, 4, 2, tzinfo=UTC)
KELAS = Kelas(A.DIBUKA, 1, date(2027, 2, 8), date(2027, 2, 10), date(2027, 1, 29))
CALON = Calon(instansi_id=1, bertugas=True, sasaran=True)
HARI = date(2027, 1, 4)


def test_every_status_says_what_may_follow_and_every_running_one_can_end() -> None:
    assert set(LANGKAH) == set(S)
    assert all(may_follow(s, S.DIBATALKAN) for s in PENDAFTARAN_BERJALAN)


def test_a_result_never_gives_its_seat_back() -> None:
    for hasil in (S.SELESAI, S.TIDAK_LULUS, S.TIDAK_HADIR):
        assert LANGKAH[hasil] <= set(BERKURSI)


@pytest.mark.parametrize(
    ("dari", "ke", "boleh"),
    [
        (S.DAFTAR_TUNGGU, S.DISETUJUI, False),  # a yes needs a seat
        (S.MENUNGGU_BKPSDM, S.MENUNGGU_ATASAN, True),  # Urungkan
        (S.MENUNGGU_BKPSDM, S.SURAT_TUGAS, False),
        (S.DISETUJUI, S.MENUNGGU_BKPSDM, False),  # rupiah are committed
        (S.DISETUJUI, S.SELESAI, True),  # a webinar needs no letter
        (S.SELESAI, S.TIDAK_HADIR, False),  # it was paid for
        (S.TIDAK_HADIR, S.SELESAI, True),
    ],
)
def test_a_step_follows_or_not(dari: S, ke: S, boleh: bool) -> None:
    assert may_follow(dari, ke) is boleh


@pytest.mark.parametrize(
    ("kelas", "calon", "hari", "harapan"),
    [
        (KELAS, CALON, HARI, None),
        (KELAS, CALON, KELAS.daftar_sampai, None),
        (KELAS, CALON, KELAS.daftar_sampai + timedelta(days=1), Halangan.LEWAT_BATAS),
        (KELAS, CALON._replace(instansi_id=2), HARI, Halangan.INSTANSI_LAIN),
        (KELAS, CALON._replace(bertugas=False), HARI, Halangan.TIDAK_BERTUGAS),
        (KELAS, CALON._replace(sasaran=False), HARI, Halangan.BUKAN_SASARAN),
        (KELAS._replace(status=A.DISIAPKAN), CALON, HARI, Halangan.BELUM_DIBUKA),
        (KELAS._replace(status=A.DITUTUP), CALON, HARI, Halangan.DITUTUP),
        (KELAS._replace(status=A.SELESAI), CALON, HARI, Halangan.DITUTUP),
        (KELAS._replace(status=A.DIBATALKAN), CALON, HARI, Halangan.DIBATALKAN),
    ],
)
def test_who_may_apply(kelas: Kelas, calon: Calon, hari: date, harapan: Halangan | None) -> None:
    assert hindrance(kelas, calon, hari=hari) is harapan


@pytest.mark.parametrize(
    ("kelas", "calon", "hari", "harapan"),
    [
        (KELAS, CALON._replace(sasaran=False), KELAS.selesai, None),
        (KELAS._replace(status=A.DITUTUP), CALON, HARI, None),
        (KELAS._replace(status=A.DISIAPKAN), CALON, HARI, Halangan.BELUM_DIBUKA),
        (KELAS._replace(status=A.DIBATALKAN), CALON, HARI, Halangan.DIBATALKAN),
        (KELAS, CALON, KELAS.selesai + timedelta(days=1), Halangan.LEWAT_BATAS),
        (KELAS, CALON._replace(instansi_id=2), HARI, Halangan.INSTANSI_LAIN),
    ],
)
def test_whom_hr_may_enrol(kelas: Kelas, calon: Calon, hari: date, harapan: Halangan | None) -> None:
    assert hindrance_for_hr(kelas, calon, hari=hari) is harapan


def test_withdrawing_ends_with_the_day_before_the_class_for_who_is_approved() -> None:
    mulai = KELAS.mulai
    assert may_withdraw(S.MENUNGGU_ATASAN, mulai=mulai, hari=mulai)
    assert may_withdraw(S.DISETUJUI, mulai=mulai, hari=mulai - timedelta(days=1))
    assert not may_withdraw(S.SURAT_TUGAS, mulai=mulai, hari=mulai)
    assert not may_withdraw(S.SELESAI, mulai=mulai, hari=HARI)


def test_a_word_can_be_taken_back_for_ten_minutes() -> None:
    assert may_undo(SAAT, SAAT + timedelta(minutes=9, seconds=59))
    assert not may_undo(SAAT, SAAT + timedelta(minutes=10))


@pytest.mark.parametrize(
    ("status", "daftar_sampai", "hari", "naik"),
    [
        (A.DIBUKA, KELAS.daftar_sampai, KELAS.mulai, True),
        (A.DITUTUP, KELAS.daftar_sampai, HARI, True),
        (A.DIBUKA, KELAS.daftar_sampai, KELAS.mulai + timedelta(days=1), False),
        (A.DIBATALKAN, KELAS.daftar_sampai, HARI, False),
        # It runs and still takes applications: who waits comes before who applies.
        (A.DIBUKA, KELAS.selesai, KELAS.selesai, True),
        (A.DITUTUP, KELAS.selesai, KELAS.selesai, False),
    ],
)
def test_the_waiting_list_moves_until_the_first_day_and_while_others_may_apply(
    status: A, daftar_sampai: date, hari: date, naik: bool
) -> None:
    assert moves_up(status, mulai=KELAS.mulai, daftar_sampai=daftar_sampai, hari=hari) is naik


def _sesi(jam: int, sampai: int) -> tuple[datetime, datetime]:
    return SAAT.replace(hour=jam), SAAT.replace(hour=sampai)


@pytest.mark.parametrize(
    ("status", "hadir", "diri", "harapan"),
    [
        (S.SURAT_TUGAS, 3, False, None),
        (S.DISETUJUI, 2, False, Tertahan.SEBAGIAN),
        (S.DISETUJUI, 0, False, Tertahan.TANPA_HADIR),
        (S.TIDAK_LULUS, 3, False, Tertahan.TERCATAT),
        (S.DISETUJUI, 3, True, Tertahan.DIRI),
    ],
)
def test_who_finishes_in_one_press(status: S, hadir: int, diri: bool, harapan: Tertahan | None) -> None:
    assert held_back(status, hadir=hadir, sesi=3, diri=diri) is harapan


@pytest.mark.parametrize(
    ("a", "b", "bentrok"),
    [
        (Jadwal(date(2027, 1, 4), date(2027, 1, 6)), Jadwal(date(2027, 1, 6), date(2027, 1, 7)), True),
        (Jadwal(date(2027, 1, 4), date(2027, 1, 6)), Jadwal(date(2027, 1, 7), date(2027, 1, 7)), False),
        # Meetings on one day, one after the other: nobody has to choose.
        (Jadwal(HARI, HARI, (_sesi(1, 3),)), Jadwal(HARI, HARI, (_sesi(3, 5),)), False),
        (Jadwal(HARI, HARI, (_sesi(1, 4),)), Jadwal(HARI, HARI, (_sesi(3, 5),)), True),
        # One names its meetings, the other only its days.
        (Jadwal(HARI, HARI, (_sesi(1, 4),)), Jadwal(HARI, HARI), True),
    ],
)
def test_what_collides(a: Jadwal, b: Jadwal, bentrok: bool) -> None:
    assert collide(a, b) is bentrok
    assert collide(b, a) is bentrok


def test_stages_are_those_behind_and_what_was_seen() -> None:
    assert reached(S.DAFTAR_TUNGGU, hadir=False, bersertifikat=False) == frozenset()
    assert reached(S.DISETUJUI, hadir=False, bersertifikat=False) == {
        Tahap.TERDAFTAR,
        Tahap.ATASAN,
        Tahap.BKPSDM,
    }
    assert Tahap.HADIR in reached(S.SURAT_TUGAS, hadir=True, bersertifikat=False)
    assert reached(S.SELESAI, hadir=True, bersertifikat=True) == set(Tahap)
