"""Until when one may object, and until when is decided: on the clock of the person. Never a closed door."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from asn_karier.lib.aturan import Aturan, aturan_per
from kinerja.rules.keberatan import batas_memutuskan, batas_mengajukan, perkiraan
from kinerja.services.hasil import Hasil, receipt
from kinerja.services.tenggat import day_over, day_text
from pegawai.models import Pegawai
from pegawai.services.profil import zone_of


class JamKeberatan(NamedTuple):
    """The clock to object. `hari` None: not counted yet, because nobody knows when it was received."""

    hari: date | None
    zona_waktu: str
    dibaca: bool
    perkiraan: bool

    @property
    def teks(self) -> str:
        """'18 Februari 2027 pukul 23.59 WIB'; empty when it does not run."""
        return day_text(self.hari, self.zona_waktu) if self.hari else ""

    def lewat(self, at: datetime) -> bool:
        return self.hari is not None and at.astimezone(ZoneInfo(self.zona_waktu)).date() > self.hari


def filing_clock(hasil: Hasil, *, at: datetime) -> JamKeberatan:
    """Counted from when the person received the result (PP 30/2019 Ps 59).

    That is the receipt (*Saya sudah membaca*). Without one it is the announcement, which the system
    puts before the person; an imported result without a date is not counted until it was read.
    """
    tanda = receipt(hasil)
    diterima = tanda.pada if tanda else (hasil.diumumkan_pada or hasil.ditetapkan_pada)
    zona, a = zone_of(hasil.pegawai), aturan_per(at.date())
    hari = diterima and batas_mengajukan(diterima.astimezone(ZoneInfo(zona)).date(), a)
    return JamKeberatan(hari or None, zona, tanda is not None, perkiraan(a))


def decision_deadline(pegawai: Pegawai, *, at: datetime) -> datetime:
    """The first moment that is too late to decide about an objection of `at`."""
    zona = zone_of(pegawai)
    hari = batas_memutuskan(at.astimezone(ZoneInfo(zona)).date(), aturan_per(at.date()))
    return day_over(hari, zona)


def decision_day(batas: datetime, zona_waktu: str) -> str:
    """The last minute before `batas`, with its clock."""
    return day_text(batas.astimezone(ZoneInfo(zona_waktu)).date() - timedelta(days=1), zona_waktu)


def counted_by(a: Aturan) -> dict[str, Any]:
    """The version of the rule that counts, for the frozen bundle."""
    return a.versi()["keberatan"]
