"""Batas usia pensiun (UU 20/2023 Ps 55; PP 11/2017 jo PP 17/2020)."""

from datetime import date

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months, add_years
from asn_karier.lib.errors import DomainError
from pegawai.enums import Jenjang


def bup_umum(jenjang: Jenjang, a: Aturan) -> int:
    """Years of age by the general pattern. Jabatan with their own limit store it themselves."""
    tabel = a["bup"].tabel("bup")
    if jenjang.name not in tabel:
        raise DomainError("bup_belum_diatur", "Batas usia pensiun jenjang ini belum ada dalam berkas aturan")
    return int(tabel[jenjang.name]["nilai"])


def tanggal_bup(tanggal_lahir: date, bup: int) -> date:
    """The birthday on which the age limit is reached; 29 February becomes 1 March."""
    return add_years(tanggal_lahir, bup)


def tmt_pensiun(tanggal_lahir: date, bup: int, a: Aturan) -> date:
    """The 1st of the month after the limit is reached. Unverified (UNV): an estimate, never a gate."""
    return add_months(tanggal_bup(tanggal_lahir, bup).replace(day=1), a["bup"].angka("bulan_tmt_pensiun"))
