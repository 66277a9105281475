"""Who says yes: the atasan first, then HR, one by one or many within quota and pagu. Nobody to themself."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from pegawai.models import Pegawai
from pegawai.services.urutan_kunci import tahan_pegawai
from pelatihan.enums import PENDAFTARAN_BERJALAN, StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, Pendaftaran
from pelatihan.rules.pendaftaran import DISETUJUI, may_undo
from pelatihan.services.anggaran import commit_budget
from pelatihan.services.bentrok import collisions, named
from pelatihan.services.kursi import hold_class, take_seat
from pelatihan.services.langkah import (
    MEJA,
    PORTAL,
    as_hr,
    changed,
    expect,
    last_step,
    move,
    not_self,
    reason,
    same_again,
    within,
)
from pelatihan.services.pendaftaran import Dilewati, HasilBanyak, hold, leave

#: Classes in which seats still move.
BERJALAN = (StatusAngkatan.DIBUKA, StatusAngkatan.DITUTUP)


@transaction.atomic
def decide_as_atasan(
    *, pendaftaran_id: int, versi: int, setuju: bool, alasan: str, actor: Any, at: datetime
) -> Pendaftaran:
    """The atasan of today says yes (on to HR) or, with a reason, no (the seat goes to the next).

    TidakBoleh for anyone else, Bentrok when it moved since it was read. Twice the same is once.
    """
    angkatan, p = hold(pendaftaran_id)
    _as_rater(p, actor)
    ke = StatusPendaftaran.MENUNGGU_BKPSDM if setuju else StatusPendaftaran.DITOLAK
    if same_again(p, ke, actor):
        return p
    isi = within(alasan) if setuju else reason(alasan, "alasan tidak menyetujui")
    expect(p, versi)
    if p.status != StatusPendaftaran.MENUNGGU_ATASAN:
        raise changed(p)
    if setuju:
        move(p, ke, oleh=actor, at=at, kanal=PORTAL, alasan=isi)
    else:
        leave(angkatan, p, ke, actor=actor, at=at, kanal=PORTAL, alasan=isi)
    return p


@transaction.atomic
def undo_as_atasan(*, pendaftaran_id: int, versi: int, actor: Any, at: datetime) -> Pendaftaran:
    """*Urungkan*: take back one's own word within ten minutes, while nobody has decided further.

    After a refusal the seat may be somebody else's by now: then the person stands on the waiting list, at
    the place of their application.
    """
    angkatan, p = hold(pendaftaran_id)
    _as_rater(p, actor)
    langkah = last_step(p)
    if langkah is not None and langkah.oleh_id == actor.pk and langkah.dari in _DIURUNGKAN:
        return p
    expect(p, versi)
    if langkah is None or not is_own_word(langkah.dari, langkah.oleh_id, actor):
        raise changed(p)
    if not may_undo(langkah.pada, at) or angkatan.status not in BERJALAN:
        raise Bentrok("lewat_urungkan", "Putusan dapat diurungkan dalam 10 menit, dan waktunya sudah lewat.")
    ke = StatusPendaftaran.MENUNGGU_ATASAN
    if p.status == StatusPendaftaran.DITOLAK and not take_seat(angkatan.pk):
        ke = StatusPendaftaran.DAFTAR_TUNGGU
    move(p, ke, oleh=actor, at=at, kanal=PORTAL)
    return p


#: A step that begins here and was taken by the atasan is their *Urungkan*.
_DIURUNGKAN = (StatusPendaftaran.MENUNGGU_BKPSDM, StatusPendaftaran.DITOLAK)


def is_own_word(dari: str, oleh_id: int | None, actor: Any) -> bool:
    """Whether a step is what `actor` decided as the atasan."""
    return dari == StatusPendaftaran.MENUNGGU_ATASAN and oleh_id == actor.pk


def _as_rater(p: Pendaftaran, actor: Any) -> None:
    not_self(p, actor)
    if not Pegawai.objects.dinilai_oleh(actor).filter(pk=p.pegawai_id).exists():
        raise TidakBoleh("bukan_atasan", "Pendaftaran ini diputuskan atasan pegawai itu.")


# -- HR -------------------------------------------------------------------------------------------


@transaction.atomic
def decide_as_hr(
    *, pendaftaran_id: int, versi: int, setuju: bool, alasan: str, actor: Any, at: datetime
) -> Pendaftaran:
    """HR says yes (the rupiah are committed) or, with a reason, no; an approved one is cancelled by a no.

    A reason is also asked for a yes where another approved class collides or the atasan has not spoken.
    Raises TidakBoleh for oneself and for others' people, Bentrok when it moved or the pagu does not suffice.
    """
    angkatan, p = hold(pendaftaran_id)
    _as_hr_of(angkatan, p, actor, setuju=setuju)
    ke = _outcome(p, setuju=setuju)
    if same_again(p, ke, actor):
        return p
    isi = within(alasan) if setuju else reason(alasan, "alasan tidak menyetujui")
    expect(p, versi)
    if setuju:
        tahan_pegawai([p.pegawai_id])  # of two classes the second sees what the first has approved
        _approve(angkatan, p, alasan=isi, actor=actor, at=at)
    else:
        leave(angkatan, p, ke, actor=actor, at=at, kanal=MEJA, alasan=isi)
    return p


def _outcome(p: Pendaftaran, *, setuju: bool) -> StatusPendaftaran:
    if setuju:
        return StatusPendaftaran.DISETUJUI
    dibatalkan = p.status in (*DISETUJUI, StatusPendaftaran.DIBATALKAN)
    return StatusPendaftaran.DIBATALKAN if dibatalkan else StatusPendaftaran.DITOLAK


@transaction.atomic
def approve_many(
    *, angkatan_id: int, pendaftaran_ids: Collection[int], actor: Any, at: datetime
) -> HasilBanyak:
    """Approve in the order of application as long as the pagu suffices; who cannot be, is named with why.

    One pagu that does not suffice for the next person stops nobody who comes after at no cost.
    """
    angkatan = hold_class(angkatan_id)
    as_hr(angkatan, actor)
    semua = Pendaftaran.objects.select_for_update(of=("self",), no_key=True).filter(
        angkatan=angkatan, pk__in=pendaftaran_ids
    )
    orang = list(semua.select_related("pegawai").order_by("urut"))
    tahan_pegawai(p.pegawai_id for p in orang)
    hasil = HasilBanyak([], [])
    for p in orang:
        try:
            with transaction.atomic():
                _as_hr_of(angkatan, p, actor, setuju=True)
                _approve(angkatan, p, alasan="", actor=actor, at=at)
        except DomainError as salah:
            hasil.dilewati.append(Dilewati(p.pegawai.nama_gelar, salah.kalimat))
        else:
            hasil.jadi.append(p)
    return hasil


def _approve(angkatan: Angkatan, p: Pendaftaran, *, alasan: str, actor: Any, at: datetime) -> None:
    if p.status not in (StatusPendaftaran.MENUNGGU_ATASAN, StatusPendaftaran.MENUNGGU_BKPSDM):
        raise changed(p)
    if angkatan.status not in BERJALAN:
        raise Bentrok("kelas_berakhir", f"Kelas ini {angkatan.get_status_display().lower()}.")
    if not alasan:
        _without_reason(angkatan, p)
    rupiah = angkatan.biaya if angkatan.pagu_id is not None else 0
    if angkatan.pagu_id is not None:
        commit_budget(pagu_id=angkatan.pagu_id, rupiah=rupiah, pendaftaran=p, actor=actor, at=at)
    p.komitmen = rupiah
    move(p, StatusPendaftaran.DISETUJUI, oleh=actor, at=at, kanal=MEJA, alasan=alasan)


def _without_reason(angkatan: Angkatan, p: Pendaftaran) -> None:
    """What HR may do only with a reason that the person reads."""
    if p.status == StatusPendaftaran.MENUNGGU_ATASAN:
        raise DomainError(
            "atasan_belum",
            "Atasan belum memutuskan.",
            tindakan="Tuliskan alasan bila tetap disetujui tanpa menunggu atasan.",
        )
    lain = collisions(angkatan, [p.pegawai_id], status=DISETUJUI)[p.pegawai_id]
    if lain:
        raise DomainError(
            "jadwal_bentrok",
            f"Jadwalnya bentrok dengan {named(lain)}.",
            tindakan="Tuliskan alasan bila tetap disetujui.",
        )


def _as_hr_of(angkatan: Angkatan, p: Pendaftaran, actor: Any, *, setuju: bool) -> None:
    """HR of the class and, for a yes, of the person: the seat of who works elsewhere by now can be freed."""
    not_self(p, actor)
    as_hr(angkatan, actor)
    if setuju and not Pegawai.objects.dikelola(actor).filter(pk=p.pegawai_id).exists():
        raise TidakBoleh("bukan_hr", "Pendaftaran ini diputuskan pengelola kepegawaian pegawai itu.")


def running(angkatan: Angkatan) -> list[Pendaftaran]:
    """Everybody whose enrolment is not over, held; in the order of application."""
    semua = Pendaftaran.objects.select_for_update(of=("self",), no_key=True)
    baris = semua.filter(angkatan=angkatan, status__in=PENDAFTARAN_BERJALAN).select_related("pegawai")
    return list(baris.order_by("urut"))
