"""One dated file of the numbers of the law: its rows, and the rows that an instansi has set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from typing import Any, Final

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Bilangan, tabel_kosong

#: The conf of a row that an instansi has set: a named decision with a document, so it binds.
CONF_DIATUR: Final = "KEPUTUSAN"

Baris = Mapping[str, Any]
#: What an instansi can set: a whole number, or several.
Nilai = int | list[int]


@dataclass(frozen=True, eq=False)
class Berkas:
    """One dated rule file; `ganti` are the rows (`tabel/nama`) that an instansi has set."""

    kode: str
    berlaku_mulai: date
    sha256: str
    isi: Mapping[str, Any]
    ganti: Mapping[str, Nilai] = field(default_factory=dict)

    @property
    def dasar_hukum(self) -> tuple[str, ...]:
        return tuple(self.isi["dasar_hukum"])

    @property
    def judul(self) -> str:
        return str(self.isi["judul"])

    def baris(self, nama: str) -> Baris:
        """One number with its article and confidence."""
        baris: Baris = self.isi["angka"][nama]
        return baris

    def angka(self, nama: str) -> int:
        """One whole number, in the unit its row names."""
        nilai = self.baris(nama)["nilai"]
        if not isinstance(nilai, int) or isinstance(nilai, bool):
            raise TypeError(f"{self.kode}.{nama} is not a whole number")
        return nilai

    def mengikat(self, nama: str) -> bool:
        """A yes or no that decides about people: what is unverified (UNV) is never a hard gate."""
        baris = self.baris(nama)
        if not isinstance(baris["nilai"], bool):
            raise TypeError(f"{self.kode}.{nama} is not a yes or no")
        return baris["nilai"] and baris["conf"] != "UNV"

    def harus(self, nama: str, didukung: int) -> None:
        """A number that is built into a rule; DomainError `aturan_belum_didukung` for another one."""
        nilai = self.angka(nama)
        if nilai != didukung:
            raise self.belum_didukung(nama, nilai, didukung)

    def belum_didukung(self, nama: str, nilai: object, didukung: object) -> DomainError:
        """What to raise when a file asks for another rule, not for another value."""
        return DomainError(
            "aturan_belum_didukung",
            f"Berkas aturan '{self.kode}' mulai {self.berlaku_mulai.isoformat()} mengisi {nama} dengan "
            f"{nilai}. Sistem baru dapat menghitung dengan {didukung}.",
            tindakan="Minta pengelola sistem memperbarui perhitungan sebelum aturan ini dipakai.",
        )

    def teks(self, nama: str) -> str:
        """One value that is a name, for example a predikat."""
        return str(self.baris(nama)["nilai"])

    def tabel(self, nama: str) -> Mapping[str, Baris]:
        """A table of rows by name."""
        tabel: Mapping[str, Baris] = self.isi[nama]
        return tabel

    def larik(self, nama: str, enum: type[IntEnum], *, kali: int = 1, tanpa_unv: bool = False) -> Bilangan:
        """A table keyed by enum names as an array indexed by enum value; gaps are TAK_DIATUR."""
        hasil = tabel_kosong(max(enum))
        for kunci, baris in self.tabel(nama).items():
            if not (tanpa_unv and baris["conf"] == "UNV"):
                hasil[enum[kunci]] = baris["nilai"] * kali
        return hasil

    def dengan(self, ganti: Mapping[str, Nilai]) -> Berkas:
        """The same file with rows (`tabel/nama`) set by the instansi; a second setting replaces the first.

        DomainError `baris_tidak_ada` when there is no such row, `nilai_tidak_sesuai` when the value is of
        another kind than that of the regulation.
        """
        isi = {tabel: dict(baris) if isinstance(baris, dict) else baris for tabel, baris in self.isi.items()}
        for jalur, nilai in ganti.items():
            tabel, _, nama = jalur.partition("/")
            if nama not in self.tabel_atau_kosong(tabel):
                raise tanpa_baris(f"{self.kode}/{jalur}")
            isi[tabel][nama] = _diatur(f"{self.kode}/{jalur}", isi[tabel][nama], nilai)
        return replace(self, isi=isi, ganti={**self.ganti, **ganti})

    def tabel_atau_kosong(self, nama: str) -> Mapping[str, Baris]:
        """A table of rows by name; an empty one when the file has no such table."""
        tabel = self.isi.get(nama)
        return tabel if isinstance(tabel, dict) else {}

    @property
    def nama_tabel(self) -> tuple[str, ...]:
        """The tables of the file in the order in which they are written."""
        return tuple(nama for nama, isi in self.isi.items() if isinstance(isi, dict))


def _diatur(entri: str, baris: Baris, nilai: Nilai) -> dict[str, Any]:
    """A row with the value of the instansi: the article stays, the note says what the regulation has."""
    menurut_peraturan = baris.get("menurut_peraturan", baris["nilai"])
    if not _sejenis(menurut_peraturan, nilai):
        raise DomainError(
            "nilai_tidak_sesuai",
            f"Nilai untuk '{entri}' tidak sesuai: {nilai}.",
            tindakan=f"Isi seperti nilai menurut peraturan, yaitu {menurut_peraturan}.",
        )
    return {
        **baris,
        "nilai": nilai,
        "conf": CONF_DIATUR,
        "catatan": f"Ditetapkan instansi. Menurut berkas aturan: {menurut_peraturan}.",
        "menurut_peraturan": menurut_peraturan,
    }


def _sejenis(asal: Any, nilai: Any) -> bool:
    """Both whole numbers, or both lists of them with at least one; a yes or no is not a number."""
    if isinstance(asal, list) and isinstance(nilai, list):
        return bool(nilai) and all(_bulat(n) for n in (*asal, *nilai))
    return _bulat(asal) and _bulat(nilai)


def _bulat(nilai: Any) -> bool:
    return isinstance(nilai, int) and not isinstance(nilai, bool)


def tanpa_baris(entri: str) -> DomainError:
    """What to raise for a row that no file in force has."""
    return DomainError(
        "baris_tidak_ada",
        f"Aturan yang berlaku tidak memuat '{entri}'.",
        tindakan="Periksa namanya, atau pilih tanggal yang lain.",
    )
