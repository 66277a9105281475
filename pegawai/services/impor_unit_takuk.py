"""The tree of units as HR keeps it in Excel: names set off by dashes, spaces, numbers or columns, no ids.

A unit that is stored under the same parent with the same name keeps its id. A new one gets an id made of the
names from the root down: the same file again, or a longer one, gives the same ids.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from asn_karier.lib.errors import DomainError
from pegawai.models import UnitKerja
from pegawai.rules.takuk import Takuk, baca_takuk, kedalaman
from pegawai.services.berkas import Isian, Skema, Tabel, baku
from pegawai.services.siasn.baku import baku_id
from pegawai.services.unit import Simpul

NAMA, NOMOR = "NAMA", "NOMOR"
_JUDUL: Final = {
    **dict.fromkeys(
        (
            "NAMA UNIT", "NAMA UNIT KERJA", "UNIT KERJA", "UNIT", "NAMAUNOR", "NAMA UNOR", "NAMA_UNOR",
            "UNOR", "UNIT ORGANISASI", "NAMA UNIT ORGANISASI", "PERANGKAT DAERAH", "SATUAN KERJA",
            "TINGKAT 1", "LEVEL 1",
        ),
        NAMA,
    ),
    **dict.fromkeys(("NO", "NO.", "KODE", "NOMOR URUT"), NOMOR),
}  # fmt: skip
SKEMA: Final = Skema("Daftar unit kerja bertakuk", (NAMA,), lambda judul: _JUDUL.get(judul, judul))
_TINGKAT: Final = re.compile(r"(?:TINGKAT|LEVEL) ([2-9]|1[0-9])")
AWALAN: Final = "BUATAN-"
_YA_TIDAK: Final = {"YA": True, "TIDAK": False, "1": True, "0": False}

Keluhan = list[str]


def baca_bertakuk(
    tabel: Tabel, ada: Mapping[str, UnitKerja]
) -> tuple[dict[str, tuple[int, Simpul]], Keluhan]:
    """Row number and unit by id, as the other kind of tree file gives them; and what is wrong, by row."""
    baris = [Isian(tabel, nomor, sel) for nomor, sel in tabel.isi()]
    keluhan: Keluhan = []
    takuk, dalam = _bertingkat(tabel, baris)
    if len(baris) > 1 and not any(dalam):
        raise DomainError(
            "pohon_tanpa_takuk",
            "Daftar ini tidak menunjukkan unit mana di bawah unit mana: "
            "tidak ada kolom induk, takuk, atau nomor.",
            tindakan="Beri tanda -- di depan nama untuk setiap tingkat, atau nomor 1, 1.1, 1.1.1, lalu "
            "unggah lagi. Takuk yang dibuat dengan tombol Indent di Excel tidak terbaca.",
        )
    simpul = _Pohon(ada, keluhan).susun(tabel, baris, takuk, dalam)
    return simpul, keluhan


def _bertingkat(tabel: Tabel, baris: Sequence[Isian]) -> tuple[list[Takuk], list[int | None]]:
    """Names and levels: by the column they stand in, or by their indent."""
    tingkat = {0: NAMA} | {int(c[1]) - 1: k for k in tabel.kolom if (c := _TINGKAT.fullmatch(k))}
    if len(tingkat) > 1:
        letak = [[n for n, k in sorted(tingkat.items()) if isian.teks(k, maks=250)] for isian in baris]
        nama = [
            isian.teks(tingkat[p[-1]], maks=250) if p else "" for isian, p in zip(baris, letak, strict=True)
        ]
        return [Takuk(n, 0) for n in nama], [p[-1] if p else 0 for p in letak]
    mentah = [str(isian.mentah(NAMA)) for isian in baris]
    takuk = baca_takuk(mentah, [isian.teks(NOMOR, maks=40) for isian in baris])
    return takuk, kedalaman(takuk)


class _Pohon:
    """Parents by the order of rows: the last unit one level up."""

    def __init__(self, ada: Mapping[str, UnitKerja], keluhan: Keluhan) -> None:
        self._menurut_nama = {(_induk(u), baku(u.nama)): kode for kode, u in ada.items()}
        self._keluhan = keluhan
        self._jalur: list[str] = []
        self._saudara: dict[tuple[str, str], int] = {}

    def susun(
        self, tabel: Tabel, baris: Sequence[Isian], takuk: Sequence[Takuk], dalam: Sequence[int | None]
    ) -> dict[str, tuple[int, Simpul]]:
        hasil: dict[str, tuple[int, Simpul]] = {}
        for isian, satu, tingkat in zip(baris, takuk, dalam, strict=True):
            if self._salah(tabel, isian, satu, tingkat) or tingkat is None:
                continue
            induk = self._jalur[tingkat - 1] if tingkat else ""
            kode = self._kode(isian, induk, satu.nama)
            if kode in hasil:
                self._keluh(isian, f"Id sama dengan baris {hasil[kode][0]}")
                continue
            hasil[kode] = (isian.nomor, Simpul(kode, satu.nama, induk, isian.pilihan("TERPENCIL", _YA_TIDAK)))
            self._jalur[tingkat:] = [kode]
        return hasil

    def _salah(self, tabel: Tabel, isian: Isian, satu: Takuk, tingkat: int | None) -> bool:
        """Whether the row cannot be placed; says why."""
        isian.teks(NAMA, maks=250)
        if isian.galat:
            return self._keluh(isian, f"kolom {NAMA}: {isian.galat[0]['masalah']}")
        if not satu.nama:
            return self._keluh(isian, "nama unitnya kosong")
        if tingkat is None:
            return self._keluh(isian, f"takuk «{satu.nama}» tidak sejajar dengan tingkat mana pun")
        if tingkat > len(self._jalur):
            sebelum = f"tingkat {len(self._jalur)}" if self._jalur else "awal"
            return self._keluh(isian, f"«{satu.nama}» melompat dari {sebelum} ke tingkat {tingkat + 1}")
        induk = self._jalur[tingkat - 1] if tingkat else ""
        lain = self._saudara.setdefault((induk, baku(satu.nama)), isian.nomor)
        if lain != isian.nomor:
            return self._keluh(isian, f"«{satu.nama}» sudah ada pada baris {lain} di bawah unit yang sama")
        return False

    def _keluh(self, isian: Isian, masalah: str) -> bool:
        self._keluhan.append(f"baris {isian.nomor}: {masalah}")
        return True

    def _kode(self, isian: Isian, induk: str, nama: str) -> str:
        """The id of the file, else of the stored unit of that name under that parent, else one made up."""
        kode = baku_id(isian.teks("ID", maks=36)) or self._menurut_nama.get((induk, baku(nama)), "")
        return kode or AWALAN + hashlib.sha256(f"{induk}/{baku(nama)}".encode()).hexdigest()[:24].upper()


def _induk(unit: UnitKerja) -> str:
    return baku_id(unit.induk.siasn_id) if unit.induk else ""


def sebagai_pohon(simpul: Mapping[str, tuple[int, Simpul]]) -> Iterator[tuple[str, str]]:
    """(id, '– – Seksi Umum'): how the preview shows each unit."""
    dalam: dict[str, int] = {}
    for kode, (_, s) in simpul.items():
        dalam[kode] = dalam.get(baku_id(s.induk), -1) + 1
        yield kode, "– " * dalam[kode] + s.nama
