"""Enrolment in a class: which status may follow which, who is held back by what, and which days collide."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.rules.kelas import takes_applications

_S = StatusPendaftaran
_HASIL: Final = frozenset({_S.SELESAI, _S.TIDAK_LULUS, _S.TIDAK_HADIR})
_AKHIR: Final = frozenset({_S.DITOLAK, _S.DIBATALKAN})
_MENUNGGU: Final = frozenset({_S.MENUNGGU_ATASAN, _S.MENUNGGU_BKPSDM})

#: After an approval the atasan may take it back; after a refusal too, and HR may enrol the person anyway.
#: HR stands in for an atasan who cannot decide. A failed class may be passed later, a certificate keeps it.
LANGKAH: Final[Mapping[StatusPendaftaran, frozenset[StatusPendaftaran]]] = {
    _S.DAFTAR_TUNGGU: _MENUNGGU | _AKHIR,
    _S.MENUNGGU_ATASAN: frozenset({_S.MENUNGGU_BKPSDM, _S.DISETUJUI}) | _AKHIR,
    _S.MENUNGGU_BKPSDM: frozenset({_S.MENUNGGU_ATASAN, _S.DISETUJUI}) | _AKHIR,
    _S.DISETUJUI: frozenset({_S.SURAT_TUGAS, _S.DIBATALKAN}) | _HASIL,
    _S.SURAT_TUGAS: frozenset({_S.DIBATALKAN}) | _HASIL,
    _S.SELESAI: frozenset({_S.TIDAK_LULUS}),
    _S.TIDAK_LULUS: frozenset({_S.SELESAI}),
    _S.TIDAK_HADIR: frozenset({_S.SELESAI, _S.TIDAK_LULUS}),
    _S.DITOLAK: _MENUNGGU | {_S.DAFTAR_TUNGGU},
    _S.DIBATALKAN: _MENUNGGU | {_S.DAFTAR_TUNGGU},
}

#: Approved: these days are taken, and the rupiah too.
DISETUJUI: Final = (_S.DISETUJUI, _S.SURAT_TUGAS)
#: Somebody still has to say yes.
BELUM_DISETUJUI: Final = (_S.DAFTAR_TUNGGU, _S.MENUNGGU_ATASAN, _S.MENUNGGU_BKPSDM)
#: Whom a letter that was issued still sends.
TERTULIS: Final = (_S.SURAT_TUGAS, *_HASIL)
#: Whose presence and results are noted: who was approved, also after the results.
PESERTA: Final = (*DISETUJUI, *_HASIL)
#: How long an atasan may take back what they said (pengguna.md, flow 5).
BATAS_URUNGKAN: Final = timedelta(minutes=10)


def may_follow(dari: StatusPendaftaran, ke: StatusPendaftaran) -> bool:
    return ke in LANGKAH[dari]


def may_undo(sejak: datetime, at: datetime) -> bool:
    """Whether a decision of `sejak` can still be taken back."""
    return at - sejak < BATAS_URUNGKAN


def may_withdraw(status: StatusPendaftaran, *, mulai: date, hari: date) -> bool:
    """Before the approval always; then until the day before the class: from there on rupiah are spent."""
    return status in BELUM_DISETUJUI or (status in DISETUJUI and hari < mulai)


# -- may they come in -----------------------------------------------------------------------------


class Kelas(NamedTuple):
    """What of a class decides who may come in."""

    status: StatusAngkatan
    instansi_id: int
    mulai: date
    selesai: date
    daftar_sampai: date


class Calon(NamedTuple):
    """Who would come in. `sasaran`: whether the programme is meant for their jabatan."""

    instansi_id: int
    bertugas: bool
    sasaran: bool


class Halangan(StrEnum):
    """Why somebody cannot come into a class now."""

    INSTANSI_LAIN = "instansi_lain"
    TIDAK_BERTUGAS = "tidak_bertugas"
    BELUM_DIBUKA = "belum_dibuka"
    DITUTUP = "ditutup"
    DIBATALKAN = "dibatalkan"
    LEWAT_BATAS = "lewat_batas"
    BUKAN_SASARAN = "bukan_sasaran"


_STATUS_TERTUTUP: Final[Mapping[StatusAngkatan, Halangan]] = {
    StatusAngkatan.DISIAPKAN: Halangan.BELUM_DIBUKA,
    StatusAngkatan.DITUTUP: Halangan.DITUTUP,
    StatusAngkatan.SELESAI: Halangan.DITUTUP,
    StatusAngkatan.DIBATALKAN: Halangan.DIBATALKAN,
}


def hindrance(kelas: Kelas, calon: Calon, *, hari: date) -> Halangan | None:
    """What keeps somebody from applying on `hari` (the day on their own clock); None: nothing."""
    if halangan := _orang(kelas, calon):
        return halangan
    if halangan := _STATUS_TERTUTUP.get(kelas.status):
        return halangan
    if hari > kelas.daftar_sampai:
        return Halangan.LEWAT_BATAS
    return None if calon.sasaran else Halangan.BUKAN_SASARAN


def hindrance_for_hr(kelas: Kelas, calon: Calon, *, hari: date) -> Halangan | None:
    """HR may enrol after the last day and whomever it needs there, until the class is over."""
    if halangan := _orang(kelas, calon):
        return halangan
    if kelas.status is not StatusAngkatan.DITUTUP and kelas.status in _STATUS_TERTUTUP:
        return _STATUS_TERTUTUP[kelas.status]
    return Halangan.LEWAT_BATAS if hari > kelas.selesai else None


def _orang(kelas: Kelas, calon: Calon) -> Halangan | None:
    if calon.instansi_id != kelas.instansi_id:
        return Halangan.INSTANSI_LAIN
    return None if calon.bertugas else Halangan.TIDAK_BERTUGAS


def moves_up(status: StatusAngkatan, *, mulai: date, daftar_sampai: date, hari: date) -> bool:
    """Whether a free seat goes to the waiting list: as long as others may apply, and until the first day.

    A class that runs with its registration open would else seat newcomers before those who wait.
    """
    if takes_applications(status, daftar_sampai, hari):
        return True
    return status in (StatusAngkatan.DIBUKA, StatusAngkatan.DITUTUP) and hari <= mulai


# -- results of many ------------------------------------------------------------------------------


class Tertahan(StrEnum):
    """Why somebody is not among those who finish in one press."""

    DIRI = "diri"
    TERCATAT = "tercatat"
    TANPA_HADIR = "tanpa_hadir"
    SEBAGIAN = "sebagian"


def held_back(status: StatusPendaftaran, *, hadir: int, sesi: int, diri: bool) -> Tertahan | None:
    """`hadir` of `sesi` meetings were attended. None: there all the time, and without a result so far."""
    if diri:
        return Tertahan.DIRI
    if status not in DISETUJUI:
        return Tertahan.TERCATAT
    if not hadir:
        return Tertahan.TANPA_HADIR
    return Tertahan.SEBAGIAN if hadir < sesi else None


# -- days that collide ----------------------------------------------------------------------------


class Jadwal(NamedTuple):
    """When a class is. `sesi`: from when to when people meet; empty: the days are all that is known."""

    mulai: date
    selesai: date
    sesi: tuple[tuple[datetime, datetime], ...] = ()


def collide(a: Jadwal, b: Jadwal) -> bool:
    """Whether nobody can attend both: meetings that overlap, or days where one of them names no meeting."""
    if a.sesi and b.sesi:
        return any(x[0] < y[1] and y[0] < x[1] for x in a.sesi for y in b.sesi)
    return a.mulai <= b.selesai and b.mulai <= a.selesai


# -- how far ---------------------------------------------------------------------------------------


class Tahap(StrEnum):
    """The line on the page of a class (pengguna.md, A8)."""

    TERDAFTAR = "terdaftar"
    ATASAN = "atasan"
    BKPSDM = "bkpsdm"
    SURAT_TUGAS = "surat_tugas"
    HADIR = "hadir"
    SELESAI = "selesai"
    SERTIFIKAT = "sertifikat"


#: The last stage that a status alone proves.
_SAMPAI: Final[Mapping[StatusPendaftaran, Tahap]] = {
    _S.MENUNGGU_ATASAN: Tahap.TERDAFTAR,
    _S.MENUNGGU_BKPSDM: Tahap.ATASAN,
    _S.DISETUJUI: Tahap.BKPSDM,
    _S.SURAT_TUGAS: Tahap.SURAT_TUGAS,
    _S.TIDAK_LULUS: Tahap.HADIR,
    _S.SELESAI: Tahap.SELESAI,
}


def reached(status: StatusPendaftaran, *, hadir: bool, bersertifikat: bool) -> frozenset[Tahap]:
    """The stages that lie behind; none for a waiting list, a refusal, a withdrawal and who did not come."""
    if status not in _SAMPAI:
        return frozenset()
    semua = tuple(Tahap)
    sampai = set(semua[: semua.index(_SAMPAI[status]) + 1])
    if hadir:
        sampai.add(Tahap.HADIR)
    if bersertifikat:
        sampai.add(Tahap.SERTIFIKAT)
    return frozenset(sampai)
