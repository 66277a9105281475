"""The codes of the API with their names and the ids of SIASN: answers and documentation read them here."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, IntEnum
from typing import Any, Final, NamedTuple

from pegawai import enums as e
from pegawai.kamus import LABEL
from pegawai.reports.untuk_api import semua_golongan


class Kode(NamedTuple):
    """One code. `siasn_id` None: SIASN has no such thing."""

    kode: str
    nama: str
    siasn_id: str | None


class Tabel(NamedTuple):
    """One table of codes, made anew for each reading (cheap, and the rule files may be newer)."""

    judul: str
    baris: Callable[[], list[Kode]]


_TABEL: dict[str, Tabel] = {}


def daftarkan_tabel(nama: str, judul: str) -> Callable[[Callable[[], list[Kode]]], Callable[[], list[Kode]]]:
    """For a table of an upper app."""

    def tambah(baris: Callable[[], list[Kode]]) -> Callable[[], list[Kode]]:
        _TABEL[nama] = Tabel(judul, baris)
        return baris

    return tambah


def tabel_kode() -> dict[str, Tabel]:
    """Every table, in the order of their names."""
    return dict(sorted(_TABEL.items()))


def dari_enum(
    enum: Any, label: dict[Any, str], siasn: Callable[[Any], str | None] = lambda _: None
) -> list[Kode]:
    """The members of an enum as the API writes them: whole numbers by name, texts by value."""
    return [Kode(m.name if isinstance(m, IntEnum) else str(m.value), label[m], siasn(m)) for m in enum]


def _enum(
    nama: str, judul: str, enum: type[Enum], siasn: Callable[[Any], str | None] = lambda _: None
) -> None:
    daftarkan_tabel(nama, judul)(lambda: dari_enum(enum, LABEL[enum], siasn))


def _angka(lebar: int = 1) -> Callable[[Any], str]:
    return lambda m: f"{int(m):0{lebar}d}"


#: A test holds them against the table of the rule file and against the words that imports read.
_KEDUDUKAN: Final = {
    e.KedudukanHukum.AKTIF: "01",
    e.KedudukanHukum.CLTN: "02",
    e.KedudukanHukum.TUGAS_BELAJAR: "03",
    e.KedudukanHukum.PEMBERHENTIAN_SEMENTARA: "04",
    e.KedudukanHukum.UANG_TUNGGU: "05",
    e.KedudukanHukum.HUKUMAN_DISIPLIN: "15",
    e.KedudukanHukum.MASA_PERSIAPAN_PENSIUN: "20",
    e.KedudukanHukum.PPPK_AKTIF: "71",
    e.KedudukanHukum.PPPK_TIDAK_AKTIF: "72",
}

_enum("jenis_pegawai", "Jenis pegawai", e.JenisPegawai)
_enum("status", "Status kepegawaian", e.StatusKepegawaian)
_enum("kedudukan", "Kedudukan hukum", e.KedudukanHukum, _KEDUDUKAN.get)
_enum("jenis_jabatan", "Jenis jabatan", e.JenisJabatan, _angka())
_enum("jenjang", "Jenjang jabatan", e.Jenjang)
_enum("pendidikan", "Tingkat pendidikan", e.TingkatPendidikan, _angka(2))
_enum("jenis_kelamin", "Jenis kelamin", e.JenisKelamin)
_enum("status_disiplin", "Status perkara disiplin", e.StatusDisiplin)
_enum("cakupan", "Cakupan (scope)", e.CakupanApi)
_enum("perubahan", "Jenis perubahan", e.JenisPerubahan)


@daftarkan_tabel("tingkat_hukuman", "Tingkat hukuman disiplin")
def _hukuman() -> list[Kode]:
    return [Kode(m.name, LABEL[e.TingkatHukuman][m], m.value) for m in e.TingkatHukuman]


@daftarkan_tabel("golongan", "Golongan")
def _golongan() -> list[Kode]:
    return [
        Kode(nama, f"{g.pangkat} ({nama})" if g.pangkat else f"Golongan {nama}", g.id_siasn)
        for nama, g in semua_golongan().items()
    ]
