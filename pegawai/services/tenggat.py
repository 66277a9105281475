"""When HR has to have acted on what people ask for, in words."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from pegawai.services.profil import moment_text

#: HR is warned while a day is left.
PERINGATAN: Final = timedelta(hours=24)


def clock_text(tenggat: datetime | None, zona_waktu: str, *, at: datetime) -> tuple[str, str]:
    """The deadline on the clock of `zona_waktu`, and how it looks; empty when none runs."""
    if tenggat is None:
        return "", ""
    sampai = moment_text(tenggat, zona_waktu)
    if tenggat <= at:
        return f"Lewat batas sejak {sampai}", "salah"
    jam = int((tenggat - at).total_seconds() // 3600)
    return f"Batas {sampai}, {jam} jam lagi", "perlu" if tenggat - at <= PERINGATAN else "jalan"


def days_left_text(batas: datetime | None, zona_waktu: str, *, at: datetime) -> str:
    """'hari ini', '3 hari lagi': days to the last moment before `batas`; empty without one or after it."""
    if batas is None or batas <= at:
        return ""
    zona = ZoneInfo(zona_waktu)
    hari = (batas - timedelta(microseconds=1)).astimezone(zona).date() - at.astimezone(zona).date()
    return f"{hari.days} hari lagi" if hari.days else "hari ini"
