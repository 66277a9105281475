"""*Jabatan yang saya minati*: a list of one's own, and what of it is shared.

The private list is read and written here alone, for its owner alone. Nothing of it leaves a line on the
trail, in a log or in a task, and no other service asks for it: what is shared is a row of another table.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from asn_karier.lib.errors import DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.sandi import buka_segel, indeks_buta, segel
from karier.models import MinatDibagikan, MinatJabatan
from karier.services.jabatan_instansi import posts_of_government
from pegawai.models import Jabatan, Pegawai

TERBANYAK: Final = 20


class Minat(NamedTuple):
    """One post that the owner is interested in, and whether atasan and HR may know."""

    jabatan: Jabatan
    dibagikan: bool


def interests_of(*, pegawai: Pegawai, actor: Any) -> list[Minat]:
    """My own list, by name. TidakBoleh for anybody else, whoever they are. Three queries."""
    _ensure_own(pegawai, actor)
    ids = _open(MinatJabatan.objects.filter(kunci=_key(pegawai.pk)).first())
    dibagikan = set(MinatDibagikan.objects.filter(pegawai=pegawai).values_list("jabatan_id", flat=True))
    semua = Jabatan.objects.filter(pk__in={*ids, *dibagikan}).order_by("nama", "pk")
    return [Minat(j, j.pk in dibagikan) for j in semua]


def is_interested(*, pegawai: Pegawai, jabatan_id: int, actor: Any) -> bool:
    _ensure_own(pegawai, actor)
    return jabatan_id in _open(MinatJabatan.objects.filter(kunci=_key(pegawai.pk)).first())


@transaction.atomic
def add_interest(*, pegawai: Pegawai, jabatan_id: int, actor: Any) -> None:
    """Put a post on my list; twice is once.

    TidakDitemukan for a post that my government does not have, DomainError for a list that is full.
    """
    _ensure_own(pegawai, actor)
    if not posts_of_government(pegawai.instansi_id).filter(pk=jabatan_id).exists():
        raise TidakDitemukan("jabatan_tidak_ada", "Jabatan ini tidak ada di instansi Anda.")
    baris = _held(pegawai)
    ids = _open(baris)
    if jabatan_id in ids:
        return
    if len(ids) >= TERBANYAK:
        raise DomainError(
            "minat_penuh",
            f"Daftar Anda memuat paling banyak {TERBANYAK} jabatan.",
            tindakan="Hapus satu yang tidak lagi Anda minati.",
        )
    _store(baris, [*ids, jabatan_id])


@transaction.atomic
def remove_interest(*, pegawai: Pegawai, jabatan_id: int, actor: Any) -> None:
    """Take it off my list, and back from whoever it was shared with."""
    _ensure_own(pegawai, actor)
    baris = _held(pegawai)
    MinatDibagikan.objects.filter(pegawai=pegawai, jabatan=jabatan_id).delete()
    ids = _open(baris)
    if jabatan_id in ids:
        _store(baris, [i for i in ids if i != jabatan_id])


@transaction.atomic
def share_interest(*, pegawai: Pegawai, jabatan_id: int, actor: Any, at: datetime) -> None:
    """From now on atasan and HR read that one post. TidakDitemukan for what is not on my list."""
    _ensure_own(pegawai, actor)
    if jabatan_id not in _open(_held(pegawai)):
        raise TidakDitemukan("minat_tidak_ada", "Jabatan ini tidak ada dalam daftar Anda.")
    MinatDibagikan.objects.get_or_create(
        pegawai=pegawai, jabatan_id=jabatan_id, defaults={"dibagikan_pada": at}
    )


def withdraw_interest(*, pegawai: Pegawai, jabatan_id: int, actor: Any) -> None:
    """Atasan, HR and the committee of talent do not read it any more; it stays on my own list."""
    _ensure_own(pegawai, actor)
    MinatDibagikan.objects.filter(pegawai=pegawai, jabatan=jabatan_id).delete()


def shared_with(pengguna: Any) -> QuerySet[MinatDibagikan]:
    """What people of mine share with me: as their atasan or as HR, never my own."""
    terlihat = MinatDibagikan.objects.visible_to(pengguna).exclude(pegawai=pengguna.pegawai_id)
    hasil: QuerySet[MinatDibagikan] = terlihat.select_related("pegawai", "jabatan")
    return hasil.order_by("pegawai__nama", "jabatan__nama", "pk")


# -- the sealed list --------------------------------------------------------------------------------


def _ensure_own(pegawai: Pegawai, actor: Any) -> None:
    if actor.pegawai_id is None or actor.pegawai_id != pegawai.pk:
        raise TidakBoleh("bukan_diri", "Daftar minat hanya dibuka oleh pegawainya sendiri.")


def _key(pegawai_id: int) -> str:
    return indeks_buta(f"minat-jabatan:{pegawai_id}")


def _held(pegawai: Pegawai) -> MinatJabatan:
    """The row of the owner, held until the transaction ends; two presses write one after the other."""
    kunci = _key(pegawai.pk)
    MinatJabatan.objects.get_or_create(kunci=kunci, defaults={"isi": segel(json.dumps([]))})
    return MinatJabatan.objects.select_for_update().get(kunci=kunci)


def _open(baris: MinatJabatan | None) -> list[int]:
    return [] if baris is None else [int(i) for i in json.loads(buka_segel(baris.isi))]


def _store(baris: MinatJabatan, ids: list[int]) -> None:
    baris.isi = segel(json.dumps(ids))
    baris.save(update_fields=["isi"])
