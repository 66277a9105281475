"""Periods of kenaikan pangkat and the window in which a proposal is sent (PerBKN 4/2023, 4/2025)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

import numpy as np

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import (
    Tanggal,
    add_months,
    first_of_month_on_or_after,
    first_of_month_on_or_after_column,
)

#: No page and no database driver can show a later day.
_AKHIR_KALENDER: Final = np.datetime64(date.max, "D")
#: The oldest periods that a rule file knows; earlier days are answered by them too.
_AWAL: Final = date(2001, 1, 1)


class JendelaUsul(NamedTuple):
    """First and last day, both included."""

    buka: date
    tutup: date


def periode_sah(tmt: date, a: Aturan) -> bool:
    """Whether a kenaikan pangkat can take effect on that day under the regime in `a`."""
    return tmt.day == 1 and tmt.month in _bulan(a)


def periode_mulai(tanggal: date, a: Aturan) -> date:
    """The first period on or after a date."""
    tmt = first_of_month_on_or_after(tanggal)
    while not periode_sah(tmt, a):
        tmt = add_months(tmt, 1)
    return tmt


def periode_menurut(tanggal: date, hukum: Callable[[date], Aturan]) -> date:
    """The first period on or after a date, every month by the law of its own day."""
    tmt = first_of_month_on_or_after(tanggal)
    while not periode_sah(tmt, berperiode(hukum(max(tmt, _AWAL)))):
        tmt = add_months(tmt, 1)
    return tmt


def berperiode(a: Aturan) -> Aturan:
    """The same law; before the first verified periods with those of an unverified source (an estimate)."""
    if "periode_kp" in a:
        return a
    return a.dengan_berkas(replace(a["periode_kp_lama"], kode="periode_kp"))


def proposal_window(tmt: date, a: Aturan) -> JendelaUsul:
    """When a proposal for `tmt` is taken in; the default is the letter of BKN named in the file."""
    p = a["periode_kp"]
    buka = add_months(tmt, -p.angka("jendela_buka_bulan"))
    tutup = add_months(tmt, -p.angka("jendela_tutup_bulan"))
    return JendelaUsul(
        buka.replace(day=p.angka("jendela_buka_tanggal")), tutup.replace(day=p.angka("jendela_tutup_tanggal"))
    )


def document_deadline(tmt: date, a: Aturan) -> date:
    """The last day on which a document for a proposal of `tmt` can come in; `tmt` where no window is set."""
    return proposal_window(tmt, a).tutup if "periode_kp" in a else tmt


def target_tmt(per_tanggal: date, a: Aturan) -> date:
    """The first period whose window has not closed yet on `per_tanggal`."""
    tmt = periode_mulai(per_tanggal, a)
    while proposal_window(tmt, a).tutup < per_tanggal:
        tmt = periode_mulai(add_months(tmt, 1), a)
    return tmt


def periode_mulai_kolom(tanggal: Tanggal, a: Aturan) -> Tanggal:
    """Column form of `periode_mulai`; unknown dates stay unknown, and so does a period past the calendar."""
    awal = first_of_month_on_or_after_column(tanggal).astype("datetime64[M]")
    tahu = ~np.isnat(awal)
    indeks = np.where(tahu, awal.astype(np.int64), 0) % 12
    geser = np.array([_jarak(bulan, _bulan(a)) for bulan in range(1, 13)], dtype="timedelta64[M]")
    tmt = (awal + geser[indeks]).astype("datetime64[D]")
    hasil: Tanggal = np.where(tmt <= _AKHIR_KALENDER, tmt, np.datetime64("NaT", "D"))
    return hasil


def _bulan(a: Aturan) -> tuple[int, ...]:
    return tuple(a["periode_kp"].baris("bulan_periode")["nilai"])


def _jarak(bulan: int, sah: tuple[int, ...]) -> int:
    return min((s - bulan) % 12 for s in sah)
