"""Triggers of the database, written once for PostgreSQL and SQLite, and put in place after every migrate.

What must be noted for every writer (forms, imports in bulk, COPY, SQL by hand) is noted by the database
itself. SQLite loses the triggers of a table whenever a migration rebuilds it: that is why they are not
made by a migration, but taken away before and made again after all of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from asn_karier.lib.db.kunci import is_postgres

_AWALAN: Final = "pmc_"


@dataclass(frozen=True, slots=True)
class Pemicu:
    """After `peristiwa` on `tabel`: run `isi`, which writes into `tujuan`.

    `isi` are INSERT ... SELECT statements in which `{b}` is the row (new, or old after DELETE), `{lama}`
    the row before an UPDATE, `{dari}` stands first after FROM, `{transaksi}` is the number of the
    transaction and `{kini}` the time. `kolom`: only when one of these columns of an UPDATE really
    changed; `bila` narrows it further.
    """

    nama: str
    tujuan: str
    tabel: str
    peristiwa: str
    isi: tuple[str, ...]
    kolom: tuple[str, ...] = ()
    bila: str = ""


_daftar: dict[str, Pemicu] = {}


def daftarkan_pemicu(pemicu: Iterable[Pemicu]) -> None:
    """Register what `pasang_pemicu` puts in place; called from AppConfig.ready."""
    _daftar.update({p.nama: p for p in pemicu})


def pemicu_terdaftar() -> dict[str, str]:
    """The name in the database of every registered trigger, by its table."""
    return {_nama(p): p.tabel for p in _daftar.values()}


def pasang_pemicu(**_: Any) -> None:
    """Make what is missing, take away what is outdated; tables that do not exist (yet) are passed over."""
    ada = set(connection.introspection.table_names())
    perlu = {_nama(p): p for p in _daftar.values() if {p.tabel, p.tujuan} <= ada}
    terpasang = _terpasang()
    for nama, tabel in terpasang.items():
        if nama not in perlu:
            _lepas(nama, tabel)
    with connection.cursor() as kursor:
        for nama, p in perlu.items():
            if nama not in terpasang:
                for perintah in _postgres(nama, p) if is_postgres() else _sqlite(nama, p):
                    kursor.execute(perintah)


def lepas_pemicu(**_: Any) -> None:
    """Before migrations on SQLite: a rebuilt table must not meet a trigger that names another one."""
    if not is_postgres():
        for nama, tabel in _terpasang().items():
            _lepas(nama, tabel)


def _nama(p: Pemicu) -> str:
    """With a mark of what it does: a changed one is made anew, an unchanged one costs nothing."""
    sidik = hashlib.blake2b(repr(p).encode(), digest_size=4).hexdigest()
    return f"{_AWALAN}{p.nama}_{sidik}"


def _terpasang() -> dict[str, str]:
    sql = (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE NOT tgisinternal AND tgname LIKE %s"
        if is_postgres()
        else "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
    )
    with connection.cursor() as kursor:
        kursor.execute(sql, ["pmc\\_%" if is_postgres() else "pmc%"])
        return dict(kursor.fetchall())


def _lepas(nama: str, tabel: str) -> None:
    with connection.cursor() as kursor:
        if is_postgres():
            kursor.execute(f"DROP TRIGGER IF EXISTS {nama} ON {tabel}")
            kursor.execute(f"DROP FUNCTION IF EXISTS {nama}()")
        else:
            kursor.execute(f"DROP TRIGGER IF EXISTS {nama}")


def _postgres(nama: str, p: Pemicu) -> list[str]:
    """Per statement where rows come in bulk (one INSERT for a COPY of thousands), per row for an UPDATE."""
    massal = {"INSERT": "NEW TABLE AS massal", "DELETE": "OLD TABLE AS massal"}.get(p.peristiwa)
    isi = {"transaksi": "txid_current()", "kini": "clock_timestamp()", "lama": "OLD"}
    isi |= {"b": "m", "dari": "FROM massal m"} if massal else {"b": "NEW", "dari": "FROM (SELECT 1) satu"}
    badan = "; ".join(s.format(**isi) for s in p.isi)
    fungsi = (
        f"CREATE OR REPLACE FUNCTION {nama}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {badan}; RETURN NULL; END $$"
    )
    if massal:
        cara = f"AFTER {p.peristiwa} ON {p.tabel} REFERENCING {massal} FOR EACH STATEMENT"
    else:
        dulu, kini = (", ".join(f"{baris}.{k}" for k in p.kolom) for baris in ("OLD", "NEW"))
        bila = f"({dulu}) IS DISTINCT FROM ({kini})" + (f" AND ({p.bila})" if p.bila else "")
        cara = f"AFTER UPDATE OF {', '.join(p.kolom)} ON {p.tabel} FOR EACH ROW WHEN ({bila})"
    return [fungsi, f"CREATE TRIGGER {nama} {cara} EXECUTE FUNCTION {nama}()"]


def _sqlite(nama: str, p: Pemicu) -> list[str]:
    """One writer at a time: commits come in the order of the ids, so the transaction needs no number."""
    isi = {"transaksi": "0", "kini": "strftime('%Y-%m-%d %H:%M:%f', 'now')", "lama": "OLD"}
    isi |= {"b": "OLD" if p.peristiwa == "DELETE" else "NEW", "dari": "FROM (SELECT 1) satu"}
    badan = "; ".join(s.format(**isi) for s in p.isi)
    kapan = p.peristiwa
    if p.kolom:
        beda = " OR ".join(f"OLD.{k} IS NOT NEW.{k}" for k in p.kolom)
        kapan = f"UPDATE OF {', '.join(p.kolom)}"
        badan_bila = f"WHEN ({beda})" + (f" AND ({p.bila})" if p.bila else "")
    else:
        badan_bila = ""
    return [f"CREATE TRIGGER {nama} AFTER {kapan} ON {p.tabel} {badan_bila} BEGIN {badan}; END"]
