"""What the database refused, in words for the person who caused it."""

import re
from typing import Final

from django.apps import apps
from django.db import Error, IntegrityError, InterfaceError, OperationalError, connection, models

#: PostgreSQL: lock_not_available, deadlock, serialization failure, statement timeout.
_SIBUK: Final = frozenset({"55P03", "40P01", "40001", "57014"})
_UMUM: Final = "Data ini bertentangan dengan data yang sudah ada. Periksa kembali isian Anda."
_SUDAH_ADA: Final = "Data yang sama sudah ada."


def pelanggaran(galat: IntegrityError) -> str:
    """The sentence of the constraint that was broken: its violation_error_message, or a general one."""
    batasan = _batasan(galat)
    if batasan is None:
        return _UMUM
    if batasan.violation_error_message != batasan.default_violation_error_message:
        return str(batasan.violation_error_message)
    return _SUDAH_ADA if isinstance(batasan, models.UniqueConstraint) else _UMUM


def is_sibuk(galat: BaseException) -> bool:
    """Someone else holds a lock or changed the row first: nothing is wrong, try again."""
    return isinstance(galat, Error) and (_kode(galat) in _SIBUK or "database is locked" in str(galat))


def is_sambungan_putus(galat: BaseException) -> bool:
    """The connection or the server went away: says nothing about the work that was going on."""
    if isinstance(galat, InterfaceError):
        return True
    if not isinstance(galat, OperationalError):
        return False
    kode = _kode(galat)
    # 57P: shut down or starting; 08: connection; 53, 58: disk, memory or system; none: the socket broke.
    return kode is None or kode.startswith(("57P", "08", "53", "58")) or connection.connection is None


def _kode(galat: BaseException) -> str | None:
    kode: str | None = getattr(galat.__cause__, "pgcode", None)
    return kode


def _batasan(galat: IntegrityError) -> models.BaseConstraint | None:
    diag = getattr(galat.__cause__, "diag", None)
    nama = getattr(diag, "constraint_name", None)
    pesan = str(galat)
    for model in apps.get_models():
        for batasan in model._meta.constraints:
            if batasan.name == nama or (nama is None and _disebut(batasan, model, pesan)):
                return batasan
    return None


def _disebut(batasan: models.BaseConstraint, model: type[models.Model], pesan: str) -> bool:
    """SQLite names a CHECK, but lists the columns of a UNIQUE."""
    if re.search(rf"\b{re.escape(batasan.name)}\b", pesan):
        return True
    if not isinstance(batasan, models.UniqueConstraint) or not batasan.fields:
        return False
    medan = [model._meta.get_field(nama) for nama in batasan.fields]
    kolom = [f"{model._meta.db_table}.{getattr(f, 'column', f.name)}" for f in medan]
    return pesan == f"UNIQUE constraint failed: {', '.join(kolom)}"
