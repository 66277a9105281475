"""The clock of an objection (PP 30/2019 Ps 59). What it says is shown; it never closes a door.

Days are working days: neither Saturday, Sunday nor a national holiday of fixed date. Those that move
every year are not in the table, so the true last day may be later.
"""

from datetime import date
from typing import Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_working_days
from pegawai.rules.disiplin import libur_tetap

_KODE: Final = "keberatan"
_MENGAJUKAN, _MEMUTUSKAN = "hari_mengajukan", "hari_memutuskan"


def batas_mengajukan(diterima: date, a: Aturan) -> date:
    """The last day to object to a result that was received on `diterima`, which does not count."""
    return _hari_kerja(diterima, a[_KODE].angka(_MENGAJUKAN), a)


def batas_memutuskan(diajukan: date, a: Aturan) -> date:
    """The last day to decide about an objection of `diajukan`, which does not count."""
    return _hari_kerja(diajukan, a[_KODE].angka(_MEMUTUSKAN), a)


def perkiraan(a: Aturan) -> bool:
    """Whether one of both terms was not seen in a text: pages say so."""
    return any(a[_KODE].baris(n)["conf"] == "UNV" for n in (_MENGAJUKAN, _MEMUTUSKAN))


def _hari_kerja(sejak: date, hari: int, a: Aturan) -> date:
    return add_working_days(sejak, hari, libur_tetap((sejak.year, sejak.year + 1), a))
