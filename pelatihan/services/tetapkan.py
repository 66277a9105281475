"""What both plans share: a draft is held and compared, somebody establishes it, a change is a revision."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from pelatihan.enums import StatusRencana
from pelatihan.models import Hcdp, RencanaTahunan

_R = TypeVar("_R", Hcdp, RencanaTahunan)


def hold(model: type[_R], pk: int, actor: Any) -> _R:
    """The plan, held until the end of the transaction; TidakDitemukan outside the actor's instansi."""
    milik: Any = model._default_manager.dikelola(actor)
    rencana: _R | None = (
        milik.select_for_update(of=("self",)).select_related("instansi").filter(pk=pk).first()
    )
    if rencana is None:
        raise TidakDitemukan("rencana_tidak_ditemukan", "Rencana ini tidak ditemukan.")
    return rencana


def hold_draft(model: type[_R], pk: int, versi: int, actor: Any) -> _R:
    """A draft that is as the actor saw it. DomainError `sudah_ditetapkan`, Bentrok `versi_berubah`."""
    rencana = hold(model, pk, actor)
    if rencana.status != StatusRencana.DRAF:
        raise DomainError(
            "sudah_ditetapkan",
            "Rencana ini sudah ditetapkan dan tidak berubah lagi.",
            tindakan="Buat versi baru bila ada yang perlu diubah.",
        )
    if rencana.versi != versi:
        raise Bentrok(
            "versi_berubah",
            "Orang lain mengubah rencana ini sejak Anda membukanya. Isian Anda belum disimpan.",
            tindakan="Buka halaman ini di tab lain untuk membandingkan, lalu ulangi.",
        )
    return rencana


def touch(rencana: Hcdp | RencanaTahunan, tindakan: str, actor: Any, at: datetime, **rincian: Any) -> None:
    """Save with the next version, and one line on the trail."""
    rencana.versi += 1
    rencana.diubah_pada = at
    rencana.save()
    trail(rencana, tindakan, actor, **rincian)


def trail(rencana: Hcdp | RencanaTahunan, tindakan: str, actor: Any, **rincian: Any) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis=rencana._meta.model_name or "",
        subjek_id=rencana.pk,
        kanal="admin",
        rincian={"instansi": rencana.instansi_id, "rencana": str(rencana), **rincian},
    )


def establish(rencana: _R, actor: Any, at: datetime) -> _R:
    """Set the named person and the moment on a held draft."""
    rencana.status = StatusRencana.DITETAPKAN
    rencana.ditetapkan_oleh, rencana.ditetapkan_pada = actor, at
    touch(rencana, "tetapkan_rencana", actor, at)
    return rencana


def next_revision(rencana: _R, at: datetime, **isian: Any) -> _R:
    """A new draft after an established plan, not its lines.

    Bentrok when the plan is a draft itself, or when another revision came first from another page.
    """
    if rencana.status != StatusRencana.DITETAPKAN:
        raise Bentrok("masih_draf", "Rencana ini masih draf, jadi dapat diubah langsung.")
    isian |= {"instansi": rencana.instansi, "sumber": rencana.sumber, "diubah_pada": at}
    try:
        with transaction.atomic():
            baru: _R = type(rencana)._default_manager.create(revisi=rencana.revisi + 1, **isian)
    except IntegrityError as salah:
        raise Bentrok(
            "versi_ada",
            "Versi baru rencana ini baru saja dibuat orang lain.",
            tindakan="Buka versi itu dari daftar rencana.",
        ) from salah
    return baru
