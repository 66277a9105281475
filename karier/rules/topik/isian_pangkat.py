"""Readers of the inputs that the calculators of kenaikan pangkat share.

A key that is absent is not asked about; a key that is null is a missing fact.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import BILANGAN, DESIMAL, TANGGAL, TEKS, YA_TIDAK, Isian, antara, larik, pilihan
from kinerja.enums import Predikat
from kinerja.rules.isian import PREDIKAT
from pegawai.enums import JenisPegawai, JenisUjian, KedudukanHukum, TingkatHukuman
from pegawai.rules.isian import GOLONGAN

_TAHUN_TERBANYAK: Final = 60
_TERBANYAK: Final = 100_000
#: No date of a person or of a proposal lies outside.
_KALENDER: Final = (1945, 2200)

#: Steps from the lowest pangkat of the post; DI_BATAS_ATAS is its highest pangkat.
DI_BAWAH_RENTANG, DI_BAWAH, DI_BATAS_BAWAH, DI_BATAS_ATAS = -2, -1, 0, 99

_KEDUDUKAN: Final = {
    "Aktif": KedudukanHukum.AKTIF,
    "CLTN": KedudukanHukum.CLTN,
    "Cuti di luar tanggungan negara": KedudukanHukum.CLTN,
    "Perpanjangan CLTN": KedudukanHukum.CLTN,
    "Tugas belajar": KedudukanHukum.TUGAS_BELAJAR,
    "Pemberhentian sementara": KedudukanHukum.PEMBERHENTIAN_SEMENTARA,
    "Uang tunggu": KedudukanHukum.UANG_TUNGGU,
    "Penerima uang tunggu": KedudukanHukum.UANG_TUNGGU,
    "Masa persiapan pensiun": KedudukanHukum.MASA_PERSIAPAN_PENSIUN,
    "MPP": KedudukanHukum.MASA_PERSIAPAN_PENSIUN,
    "Hukuman disiplin": KedudukanHukum.HUKUMAN_DISIPLIN,
    "PNS kena hukuman disiplin": KedudukanHukum.HUKUMAN_DISIPLIN,
    "Lainnya": KedudukanHukum.LAINNYA,
    # Ids of the SIASN table kedudukanHukum.
    "01": KedudukanHukum.AKTIF,
    "02": KedudukanHukum.CLTN,
    "03": KedudukanHukum.TUGAS_BELAJAR,
    "04": KedudukanHukum.PEMBERHENTIAN_SEMENTARA,
    "05": KedudukanHukum.UANG_TUNGGU,
    "13": KedudukanHukum.CLTN,
    "15": KedudukanHukum.HUKUMAN_DISIPLIN,
    "20": KedudukanHukum.MASA_PERSIAPAN_PENSIUN,
}
_HUKDIS: Final[dict[str, TingkatHukuman | None]] = {
    "tidak ada": None,
    "tidak pernah": None,
    "-": None,
    "ringan": TingkatHukuman.RINGAN,
    "R": TingkatHukuman.RINGAN,
    "sedang": TingkatHukuman.SEDANG,
    "S": TingkatHukuman.SEDANG,
    "berat": TingkatHukuman.BERAT,
    "B": TingkatHukuman.BERAT,
}
#: Which ujian dinas was passed: none, or one of the two, or the one the step asks for (True).
_UJIAN: Final[dict[str, JenisUjian | bool]] = {
    "belum": False,
    "belum lulus": False,
    "tidak ada": False,
    "lulus": True,
    **{f"{awal} {n}": JenisUjian.UJIAN_DINAS_TK_I for awal in ("Tk", "Tingkat") for n in ("I", "1")},
    **{f"{awal} {n}": JenisUjian.UJIAN_DINAS_TK_II for awal in ("Tk", "Tingkat") for n in ("II", "2")},
}


def _baca_hari(nilai: Any) -> date:
    hari: date = TANGGAL.baca(nilai)
    if not _KALENDER[0] <= hari.year <= _KALENDER[1]:
        raise DomainError("isian_salah", f"tulis tanggal antara tahun {_KALENDER[0]} dan {_KALENDER[1]}")
    return hari


HARI: Final = replace(TANGGAL, baca=_baca_hari)


class _TanpaHukuman:
    """A register that says: none."""


TANPA_HUKUMAN: Final = _TanpaHukuman()


def _ya_atau(nama: Mapping[str, Any]) -> Isian:
    """A yes or no, or one of several names."""
    teks = pilihan(nama)

    def baca(nilai: Any) -> Any:
        return nilai if isinstance(nilai, bool) else teks.baca(nilai)

    return Isian(baca, {"anyOf": [{"type": "boolean"}, teks.skema]})


def _baca_hukdis(nilai: Any) -> Any:
    """A level, or TANPA_HUKUMAN; true alone does not tell which."""
    if nilai is False:
        return TANPA_HUKUMAN
    return pilihan(_HUKDIS).baca(nilai) or TANPA_HUKUMAN


def _baca_predikat(nilai: Any) -> list[Predikat | None]:
    """The years from the oldest to the latest, three at most; one predikat alone stands for each year."""
    if not isinstance(nilai, list | tuple):
        return [PREDIKAT.baca(nilai)] * 2
    if len(nilai) > 3:
        raise DomainError("isian_salah", "tulis paling banyak tiga tahun, yang terbaru terakhir")
    hasil: list[Predikat | None] = larik(PREDIKAT.atau_null()).baca(nilai)
    return hasil


def _baca_kedudukan(nilai: Any) -> KedudukanHukum:
    """A name, or an id of SIASN as text or number, with or without the zeros before it."""
    teks = nilai if isinstance(nilai, str) else BILANGAN.baca(nilai)
    hasil: KedudukanHukum = _NAMA_KEDUDUKAN.baca(re.sub(r"\s*0*(\d+)\s*", _dua_angka, str(teks)))
    return hasil


def _dua_angka(cocok: re.Match[str]) -> str:
    return cocok[1].zfill(2)


def _baca_letak(teks: str) -> int:
    """'satu tingkat di bawah jenjang', 'sudah di batas bawah jenjang', 'di batas atas jenjang', ..."""
    baku = " ".join(teks.casefold().split())
    if "di bawah" in baku:
        jauh = re.search(r"lebih dari|dua|tiga|empat|\b[2-9]\b", baku)
        return DI_BAWAH_RENTANG if jauh else DI_BAWAH
    if re.search(r"batas atas|tertinggi|puncak", baku):
        return DI_BATAS_ATAS
    if re.search(r"batas bawah|terendah|rentang", baku):
        return DI_BATAS_BAWAH
    raise DomainError(
        "isian_salah",
        "tulis 'satu tingkat di bawah jenjang', 'sudah di batas bawah jenjang', atau 'di batas atas jenjang'",
    )


def ditanya(isian: Isian) -> Isian:
    """May be left out (not asked) or null (known to be unknown)."""
    return isian.atau_null().opsional()


_NAMA_KEDUDUKAN: Final = pilihan(_KEDUDUKAN)
KEDUDUKAN: Final = Isian(_baca_kedudukan, {"anyOf": [_NAMA_KEDUDUKAN.skema, BILANGAN.skema]})
UJIAN: Final = _ya_atau(_UJIAN)
LETAK: Final = Isian(
    lambda nilai: _baca_letak(TEKS.baca(nilai)),
    {
        "type": "string",
        "examples": [
            "satu tingkat di bawah jenjang",
            "sudah di batas bawah jenjang",
            "sudah di batas atas jenjang",
        ],
    },
)
TAHUN: Final = ditanya(antara(DESIMAL, 0, _TAHUN_TERBANYAK))
BULAN: Final = ditanya(antara(BILANGAN, 0, _TAHUN_TERBANYAK * 12))
ANGKA_KREDIT: Final = antara(DESIMAL, 0, _TERBANYAK)
JENIS_PEGAWAI: Final = pilihan({j.name: j for j in JenisPegawai})

#: Discipline and standing.
KEADAAN: Final[Mapping[str, Isian]] = {
    "tmt_usul": HARI.opsional(),
    "hukdis": ditanya(Isian(_baca_hukdis, pilihan(_HUKDIS).skema)),
    "sedang_dijalani": ditanya(YA_TIDAK),
    "hukdis_sampai": ditanya(HARI),
    "dalam_pemeriksaan_disiplin": ditanya(YA_TIDAK),
    "kedudukan_hukum": ditanya(KEDUDUKAN),
    "jenis_pegawai": JENIS_PEGAWAI.opsional(JenisPegawai.PNS),
    # Said for the reader of a case: what is not named counts as fulfilled anyway.
    "syarat_lain": TEKS.opsional(),
}
#: What every kenaikan pangkat asks about.
BERSAMA: Final[Mapping[str, Isian]] = {
    "golongan": ditanya(GOLONGAN),
    "target": GOLONGAN.opsional(),
    "tmt_pangkat": ditanya(HARI),
    "tahun_pangkat": TAHUN,
    "bulan_pangkat": BULAN,
    "predikat": ditanya(Isian(_baca_predikat, larik(PREDIKAT.atau_null()).skema)),
    **KEADAAN,
}
#: The pangkat of the superior, which was a limit once.
ATASAN: Final[Mapping[str, Isian]] = {
    "atasan_golongan": GOLONGAN.opsional(),
    "pegawai_target": GOLONGAN.opsional(),
    "tahun": antara(BILANGAN, *_KALENDER).opsional(),
}
#: Other words for the same input.
SAMA: Final[Mapping[str, str]] = {"tmt": "tmt_usul"}
