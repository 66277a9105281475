"""When HR has to have acted on what people ask for, in words."""

from datetime import datetime, timedelta
from typing import Final

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
