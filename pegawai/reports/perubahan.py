"""The feed of changes, in an order in which nothing appears behind a reader's back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any, Final, NamedTuple

from django.db.models import Q, QuerySet

from asn_karier.lib.db import batas_transaksi, is_postgres
from pegawai.enums import CakupanApi, JenisPerubahan
from pegawai.models import Perubahan

#: What each scope lets a program hear of.
MENURUT_CAKUPAN: Final = {
    CakupanApi.PEGAWAI: (
        JenisPerubahan.PEGAWAI,
        JenisPerubahan.RIWAYAT_PANGKAT,
        JenisPerubahan.RIWAYAT_JABATAN,
        JenisPerubahan.RIWAYAT_PENDIDIKAN,
    ),
    CakupanApi.DISIPLIN: (JenisPerubahan.DISIPLIN,),
    CakupanApi.REKOMENDASI: (JenisPerubahan.REKOMENDASI,),
    CakupanApi.HASIL: (JenisPerubahan.HASIL,),
    CakupanApi.REFERENSI: (JenisPerubahan.UNIT,),
}
#: A cursor older than this may have missed what was swept away since: it is refused.
MASA_KURSOR: Final = timedelta(days=90)
#: Rows stay longer than any cursor that is still taken.
MASA_SIMPAN: Final = timedelta(days=120)


class Posisi(NamedTuple):
    """A place in the feed: everything up to here was read."""

    transaksi: int
    nomor: int


def posisi_kini() -> Posisi:
    """Behind everything that is decided: a change that is being written now comes after it."""
    if is_postgres():
        return Posisi(batas_transaksi() - 1, 2**62)
    terakhir = Perubahan.objects.order_by("-id").values_list("id", flat=True).first()
    return Posisi(0, terakhir or 0)


def jenis_terdengar(cakupan: Collection[str]) -> list[JenisPerubahan]:
    """What a token with these scopes hears of."""
    return [j for c, semua in MENURUT_CAKUPAN.items() if c.value in cakupan for j in semua]


def pilih_perubahan(
    pengguna: Any, *, instansi_id: int, jenis: Collection[JenisPerubahan], sesudah: Posisi
) -> QuerySet[Any]:
    """Changes after a place, in order, up to the oldest transaction that still runs.

    Numbers of rows are given out before their transaction ends, so a later number can be seen first; a
    reader who went by them would never learn of the earlier one. Numbers of transactions do the same, but
    of those PostgreSQL tells which are still open: below the oldest open one nothing can appear any more.
    On SQLite one writer at a time ends before the next begins.
    """
    baris = Perubahan.objects.visible_to(pengguna).filter(
        Q(transaksi=sesudah.transaksi, id__gt=sesudah.nomor) | Q(transaksi__gt=sesudah.transaksi),
        instansi_id=instansi_id,
        transaksi__gte=sesudah.transaksi,
        jenis__in=jenis,
    )
    if is_postgres():
        baris = baris.filter(transaksi__lt=batas_transaksi())
    return baris.order_by("transaksi", "id")


def kursor_asing(posisi: Posisi) -> bool:
    """A cursor from the future: the database was restored into another server, whose numbers begin anew."""
    return is_postgres() and posisi.transaksi >= batas_transaksi()
