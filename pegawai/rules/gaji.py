"""Gaji pokok of a PNS by golongan and masa kerja golongan (PP 7/1977 jo PP 5/2024)."""

from __future__ import annotations

from bisect import bisect_right

from asn_karier.lib.aturan import Aturan
from pegawai.rules.golongan import Golongan
from pegawai.rules.masa_kerja import BULAN_SETAHUN


def gaji_pokok(golongan: Golongan, mkg_bulan: int, a: Aturan) -> int | None:
    """Rupiah a month: the last row of the table that the MKG has reached.

    None where the table does not say: no table in force, an unverified row, an MKG below its first row.
    Beyond the last row the pay stays that of the last row.
    """
    if "gaji_pokok" not in a:
        return None
    langkah, gaji = (a["gaji_pokok"].tabel(t)[golongan.nama] for t in ("mkg_tahun", "gaji"))
    letak = bisect_right(langkah["nilai"], mkg_bulan // BULAN_SETAHUN) - 1
    if letak < 0 or "UNV" in (langkah["conf"], gaji["conf"]):
        return None
    return int(gaji["nilai"][letak])
