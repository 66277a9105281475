"""The world of the policy tests: its marks, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from pegawai.models import (
    Instansi,
    Pegawai,
)

TANDA = "Zirkonium"
#: What everybody of the instansi may read, and nobody of another.
TANDA_INSTANSI = "Vanadium"
#: In the records of discipline and of talent only: for the person and their HR, for nobody else.
TANDA_KHUSUS = "Wolfram"
#: A rating that was sent and is not announced: its rater, and HR in the calibration session.
TANDA_BELUM = "Iridium"
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
#: Everyone who comes to a page: the ASN, their atasan, a stranger of the same instansi, and staff.
KOLOM = ("anonim", "diri", "atasan", "luar", "hr", "hr_lain", "auditor", "super")


@dataclass
class Dunia:
    """`objek`: one row per model, all of them about `diri` or the instansi of `diri`."""

    instansi: Instansi
    diri: Pegawai
    akun: dict[str, Any]
    objek: dict[str, Any] = field(default_factory=dict)
    sesi: dict[str, str] = field(default_factory=dict)
