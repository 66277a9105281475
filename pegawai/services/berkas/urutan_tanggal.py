"""Dates written month first: read day first they would be wrong and look right, so the file is refused."""

from __future__ import annotations

import re
from typing import Final

from asn_karier.lib.errors import DomainError
from pegawai.services.berkas.bentuk import Nilai
from pegawai.services.berkas.tabel import Tabel

_MIRING: Final = re.compile(r"'?\s*([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}")
_BERTANGGAL: Final = re.compile(r"\b(?:TANGGAL|TMT|TGL|MULAI|SAMPAI|SEJAK)\b")
_BULAN: Final = 12


class PengawasTanggal:
    """Watches the date columns of one table while its rows go by; one day first date clears a column."""

    def __init__(self, tabel: Tabel) -> None:
        self._tabel = tabel
        self._diawasi = {p: k for k, p in tabel.kolom.items() if _BERTANGGAL.search(k)}
        self._bulan_dulu: dict[int, tuple[int, str]] = {}

    def lihat(self, nomor: int, sel: list[Nilai]) -> None:
        """Look at one row."""
        for posisi in list(self._diawasi):
            isi = sel[posisi] if posisi < len(sel) else ""
            if not isinstance(isi, str) or "/" not in isi or not (cocok := _MIRING.fullmatch(isi.strip())):
                continue
            pertama, kedua = int(cocok[1]), int(cocok[2])
            if pertama > _BULAN:
                del self._diawasi[posisi]
                self._bulan_dulu.pop(posisi, None)
            elif kedua > _BULAN:
                self._bulan_dulu.setdefault(posisi, (nomor, isi.strip()))

    def putuskan(self) -> None:
        """DomainError `tanggal_bulan_dulu` when a column can only have been written month first."""
        for posisi, (nomor, isi) in sorted(self._bulan_dulu.items()):
            kolom = self._diawasi[posisi]
            raise DomainError(
                "tanggal_bulan_dulu",
                f"Kolom {kolom} ditulis bulan/hari/tahun: "
                f"sel {self._tabel.huruf(kolom)}{nomor} berisi «{isi}». "
                "Bila dibaca hari/bulan/tahun, tanggal lain dalam kolom ini akan tertukar.",
                tindakan="Blok kolom itu di Excel, pilih Format Cells › Custom «dd-mm-yyyy» (atau perbaiki "
                "tanggal pada sel itu), simpan, lalu unggah lagi.",
            )
