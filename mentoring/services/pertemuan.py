"""Meetings: one of the two logs, the other confirms with one press. JP follow the second yes."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.db import transaction

from asn_karier.lib import kata
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from mentoring.enums import CaraBertemu, SebabBeda, StatusPertemuan
from mentoring.models import Pasangan, Pertemuan
from mentoring.rules.hidup import check_held
from mentoring.services.berdua import hold_pair, hold_running, note_step, today_of
from mentoring.services.catatan import add_shared
from mentoring.services.pertemuan_jp import credit_session
from pegawai.services.urutan_kunci import tahan_pegawai

S = StatusPertemuan
HELD = (S.MENUNGGU, S.TERJADI)


class IsiPertemuan(NamedTuple):
    """What was typed about a meeting that took place. `berikutnya`: the day both agreed to meet again."""

    pada: date
    kanal: CaraBertemu
    menit: int
    catatan: str = ""
    berikutnya: date | None = None


@transaction.atomic
def log_meeting(*, pasangan_id: int, isi: IsiPertemuan, kunci: UUID, actor: Any, at: datetime) -> Pertemuan:
    """Log a meeting that took place; it waits for the other. Twice from one page is once.

    A plan whose day has come becomes this meeting. DomainError for a day that cannot be, or that one of the
    two has logged already; Bentrok when this page wrote something else before.
    """
    pasangan = hold_running(pasangan_id=pasangan_id, pengguna=actor)
    sama = Pertemuan.objects.filter(pasangan=pasangan, kunci=kunci).first()
    if sama is not None:
        return _same(sama, isi, actor, at)
    hari = today_of(pasangan, at)
    check_held(pada=isi.pada, menit=isi.menit, mulai=pasangan.mulai or hari, hari=hari)
    _refuse_second(pasangan, isi.pada, actor)
    baru = _due_plan(pasangan, isi.pada) or Pertemuan(pasangan=pasangan)
    baru.status, baru.pada, baru.kanal, baru.menit = S.MENUNGGU, isi.pada, isi.kanal, isi.menit
    _by(baru, actor, at, kunci)
    if isi.catatan.strip():
        add_shared(pasangan_id=pasangan.pk, isi=isi.catatan, kunci=kunci, actor=actor, at=at)
    if isi.berikutnya is not None:
        _plan(pasangan, isi.berikutnya, None, isi.kanal, actor, at)
    note_step(pasangan, "catat_pertemuan", actor, pertemuan=baru.pk)
    return baru


@transaction.atomic
def plan_meeting(
    *,
    pasangan_id: int,
    pada: date,
    pukul: time | None,
    kanal: CaraBertemu,
    versi: int,
    actor: Any,
    at: datetime,
) -> Pertemuan:
    """Agree on the next meeting; the plan that stands is replaced. Either of the two may.

    `versi`: of the plan that the page showed, 0 for none; Bentrok when there is another one by now.
    """
    pasangan = hold_running(pasangan_id=pasangan_id, pengguna=actor)
    ada = Pertemuan.objects.filter(pasangan=pasangan, status=S.DIRENCANAKAN).first()
    sama = ada is not None and (ada.pada, ada.pukul, ada.kanal) == (pada, pukul, kanal)
    if not sama and versi != (ada.versi if ada else 0):
        raise _changed()
    return _plan(pasangan, pada, pukul, kanal, actor, at)


@transaction.atomic
def confirm_meeting(*, pertemuan_id: int, versi: int, actor: Any, at: datetime) -> Pertemuan:
    """The second yes: JP are credited by the rules of today in the same transaction. Again changes nothing.

    TidakDitemukan for strangers, DomainError for one's own log, Bentrok when it changed meanwhile.
    """
    tahan_pegawai(_people_of(pertemuan_id, actor))
    p = _held_meeting(pertemuan_id, actor)
    if p.status == S.TERJADI and p.dijawab_oleh_id == actor.pegawai_id:
        return p
    _ensure_waiting(p, versi, actor)
    p.status, p.dijawab_oleh_id, p.dijawab_pada = S.TERJADI, actor.pegawai_id, at
    p.versi += 1
    p.jp = credit_session(p, actor=actor, at=at)
    p.save()
    note_step(p.pasangan, "konfirmasi_pertemuan", actor, pertemuan=p.pk, jp=p.jp)
    return p


@transaction.atomic
def dispute_meeting(
    *, pertemuan_id: int, versi: int, sebab: SebabBeda, actor: Any, at: datetime
) -> Pertemuan:
    """*Saya mengingatnya berbeda*: back to who logged it, who logs it again or lets it be."""
    p = _held_meeting(pertemuan_id, actor)
    if p.status == S.TIDAK_COCOK and p.dijawab_oleh_id == actor.pegawai_id:
        return p
    _ensure_waiting(p, versi, actor)
    p.status, p.sebab_beda = S.TIDAK_COCOK, sebab
    p.dijawab_oleh_id, p.dijawab_pada = actor.pegawai_id, at
    p.versi += 1
    p.save()
    note_step(p.pasangan, "cocokkan_pertemuan", actor, pertemuan=p.pk)
    return p


@transaction.atomic
def cancel_meeting(*, pertemuan_id: int, versi: int, actor: Any) -> Pertemuan:
    """Take back a plan (either), or what one logged oneself and nobody has confirmed. Again is once."""
    p = _held_meeting(pertemuan_id, actor)
    milik = p.oleh_id == actor.pegawai_id
    boleh = p.status == S.DIRENCANAKAN or (p.status in (S.MENUNGGU, S.TIDAK_COCOK) and milik)
    if p.status == S.BATAL:
        return p
    if not boleh or p.versi != versi:
        raise _changed()
    p.status, p.versi = S.BATAL, p.versi + 1
    p.save(update_fields=["status", "versi"])
    return p


def _people_of(pertemuan_id: int, actor: Any) -> tuple[int, ...]:
    """The mentee and the mentor, to be held before the pair; nobody for a stranger."""
    p = Pertemuan.objects.visible_to(actor).filter(pk=pertemuan_id)
    return next(iter(p.values_list("pasangan__mentee", "pasangan__mentor_pegawai")), ())


def _held_meeting(pertemuan_id: int, actor: Any) -> Pertemuan:
    p = Pertemuan.objects.visible_to(actor).filter(pk=pertemuan_id).first()
    if p is None:
        raise TidakDitemukan("pertemuan_tidak_ditemukan", "Pertemuan itu tidak ditemukan.")
    pasangan = hold_pair(pasangan_id=p.pasangan_id, pengguna=actor)
    kini: Pertemuan = Pertemuan.objects.get(pk=pertemuan_id)
    kini.pasangan = pasangan
    return kini


def _ensure_waiting(p: Pertemuan, versi: int, actor: Any) -> None:
    if p.oleh_id == actor.pegawai_id:
        raise DomainError(
            "pertemuan_sendiri", "Pertemuan ini Anda sendiri yang mencatat. Pasangan Anda yang menjawabnya."
        )
    if p.status != S.MENUNGGU or p.versi != versi:
        raise _changed()


def _changed() -> Bentrok:
    return Bentrok(
        "pertemuan_berubah",
        "Pertemuan ini berubah sejak halaman dibuka.",
        tindakan="Lihat keadaannya sekarang, lalu tekan lagi bila masih perlu.",
    )


def _same(ada: Pertemuan, isi: IsiPertemuan, actor: Any, at: datetime) -> Pertemuan:
    if (ada.pada, ada.kanal, ada.menit) == (isi.pada, isi.kanal, isi.menit):
        if isi.catatan.strip():  # words that are new are kept or refused, never lost
            add_shared(pasangan_id=ada.pasangan_id, isi=isi.catatan, kunci=ada.kunci, actor=actor, at=at)
        return ada
    raise Bentrok(
        "sudah_tercatat",
        "Pertemuan dari halaman ini sudah tercatat. Isian yang sekarang berbeda.",
        tindakan="Tekan Simpan sekali lagi bila ini pertemuan yang lain.",
    )


def _refuse_second(pasangan: Pasangan, pada: date, actor: Any) -> None:
    """KEPUTUSAN: one meeting a day, so that the two do not log the same one side by side."""
    ada = Pertemuan.objects.filter(pasangan=pasangan, pada=pada, status__in=HELD).first()
    if ada is None:
        return
    menunggu = ada.status == S.MENUNGGU and ada.oleh_id != actor.pegawai_id
    raise DomainError(
        "pertemuan_sudah_ada",
        f"Pertemuan tanggal {kata.tanggal(pada)} sudah tercatat.",
        tindakan="Tinggal Anda konfirmasi di halaman pasangan." if menunggu else "",
    )


def _due_plan(pasangan: Pasangan, pada: date) -> Pertemuan | None:
    rencana = Pertemuan.objects.filter(pasangan=pasangan, status=S.DIRENCANAKAN, pada__lte=pada)
    satu: Pertemuan | None = rencana.first()
    return satu


def _plan(
    pasangan: Pasangan, pada: date, pukul: time | None, kanal: CaraBertemu, actor: Any, at: datetime
) -> Pertemuan:
    if pada < today_of(pasangan, at):
        raise DomainError("rencana_lampau", "Pertemuan berikutnya: pilih hari ini atau sesudahnya.")
    milik = Pertemuan.objects.filter(pasangan=pasangan, status=S.DIRENCANAKAN)
    ada: Pertemuan | None = milik.first()
    if ada is not None and (ada.pada, ada.pukul, ada.kanal) == (pada, pukul, kanal):
        return ada
    rencana: Pertemuan = ada or Pertemuan(pasangan=pasangan, status=S.DIRENCANAKAN)
    rencana.pada, rencana.pukul, rencana.kanal = pada, pukul, kanal
    _by(rencana, actor, at, uuid4())
    return rencana


def _by(p: Pertemuan, actor: Any, at: datetime, kunci: UUID) -> None:
    """Saved as written by `actor`; a row that was something else is another version."""
    p.versi += 1 if p.pk else 0
    p.oleh_id, p.oleh_pada, p.kunci = actor.pegawai_id, at, kunci
    p.save()
