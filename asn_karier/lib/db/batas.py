"""Below which number every transaction of this database has ended (PostgreSQL)."""

from __future__ import annotations

from typing import Final

from django.db import connection

_SETENGAH: Final = 1 << 31
_PENUH: Final = 1 << 32


def batas_transaksi() -> int:
    """A number of a transaction: whatever has a lower one is committed, undone, or of another database.

    The snapshot of PostgreSQL counts the transactions of the whole server; a long one of a neighbour would
    hold back a reader here. So the open ones are read from the activity of this database, after the upper
    end was taken: an open transaction is listed before anybody can see a higher number. Where sessions of
    another user hide theirs, the whole server counts.
    """
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT txid_snapshot_xmin(s), txid_snapshot_xmax(s) FROM (SELECT txid_current_snapshot() s) t"
        )
        server, atas = kursor.fetchone()
        kursor.execute("SELECT pg_stat_clear_snapshot()")
        kursor.execute(
            "SELECT backend_xid::text::bigint, state IS NULL FROM pg_stat_activity WHERE "
            "datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' "
            "UNION ALL SELECT transaction::text::bigint, false FROM pg_prepared_xacts "
            "WHERE database = current_database()"
        )
        terbuka = kursor.fetchall()
    if any(tersembunyi for _, tersembunyi in terbuka):
        return int(server)
    return min([int(atas), *(_utuh(xid, atas) for xid, _ in terbuka if xid is not None)])


def _utuh(xid: int, atas: int) -> int:
    """The 32 bits that the activity shows, with the epoch of the number that is nearest to `atas`."""
    nomor = atas - atas % _PENUH + xid
    if nomor - atas > _SETENGAH:
        return nomor - _PENUH
    return nomor + _PENUH if atas - nomor > _SETENGAH else nomor
