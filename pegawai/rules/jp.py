"""Jam pelajaran (JP): minutes and activities turned into JP, and what of it is credited (PerLAN 10/2018).

JP are whole numbers. Caps hold when JP are credited, never when an activity is logged. The ceiling of a
PPPK is unverified: crossing it warns and refuses nothing.
"""

from __future__ import annotations

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from pegawai.enums import BentukPengembangan

_KONVERSI = "jp_konversi"


def menit_ke_jp(menit: int, a: Aturan) -> int:
    """Whole JP in so many minutes; a part of a JP is dropped (KEPUTUSAN: SIASN keeps whole JP)."""
    return menit // a["jp"].angka("menit_per_jp")


def jp_sesi_bulanan(bentuk: BentukPengembangan, sesi: int, a: Aturan) -> int:
    """JP credited for the sessions of one month; DomainError `bukan_bentuk_sesi` for other forms."""
    per_sesi, paling_banyak = (_angka(t, bentuk, a) for t in ("jp_per_sesi", "sesi_per_bulan"))
    if per_sesi is None or paling_banyak is None:
        raise DomainError(
            "bukan_bentuk_sesi",
            "Batas sesi per bulan hanya untuk coaching dan mentoring.",
            tindakan="Untuk bentuk lain pakai jp_bentuk, jp_harian_maks, atau menit_ke_jp.",
        )
    return min(sesi, paling_banyak) * per_sesi


def jp_sesi(bentuk: BentukPengembangan, a: Aturan) -> int | None:
    """JP of one session; None when the form does not count by session."""
    return _angka("jp_per_sesi", bentuk, a)


def jp_kegiatan(bentuk: BentukPengembangan, a: Aturan) -> int | None:
    """JP of one whole activity; None when its curriculum tells."""
    return _angka("jp_per_kegiatan", bentuk, a)


def batas_harian(bentuk: BentukPengembangan, a: Aturan) -> int | None:
    """The most JP credited for one day; None when there is no such cap."""
    return _angka("jp_per_hari", bentuk, a)


def jp_harian(bentuk: BentukPengembangan, diklaim: int, a: Aturan) -> int:
    """JP credited for one day."""
    batas = batas_harian(bentuk, a)
    return diklaim if batas is None else min(diklaim, batas)


def kelompok(bentuk: BentukPengembangan, a: Aturan) -> str:
    """'klasikal' or 'nonklasikal'."""
    return str(a[_KONVERSI].tabel("kelompok")[bentuk.name]["nilai"])


def kurang_jp_pns(jp: int, a: Aturan) -> int:
    """JP a PNS still has a right to this year; 0 from the floor on (PP 11/2017 jo PP 17/2020)."""
    return max(a["jp"].angka("jp_pns") - jp, 0)


def lebih_jp_pppk(jp: int, a: Aturan) -> int:
    """JP of a PPPK above the ceiling of the year, 0 up to it (PP 49/2018, UNV: a warning only)."""
    return max(jp - a["jp"].angka("jp_pppk_paling_banyak"), 0)


def skor_jp(jp: int, a: Aturan) -> int:
    """Score 0-100 of the JP of a year in the talent rubric of one instansi (V1, local)."""
    tabel = a[_KONVERSI].tabel("skor_talenta")
    tercapai = max(int(mulai) for mulai in tabel if jp >= int(mulai))
    return int(tabel[str(tercapai)]["nilai"])


def _angka(tabel: str, bentuk: BentukPengembangan, a: Aturan) -> int | None:
    baris = a[_KONVERSI].tabel(tabel).get(bentuk.name)
    return int(baris["nilai"]) if baris else None
