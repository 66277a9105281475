"""JSON as services hand it out: a list of objects, or one under `data`; read as one sheet with a header."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from asn_karier.lib.errors import DomainError
from pegawai.services.berkas.bentuk import BarisMentah, Lembar, Nilai
from pegawai.services.berkas.gerbang import MIB, Jenis

#: JSON is read whole and grows several times in memory; a list of a month holds a few hundred rows.
MAKS_BYTE: Final = 8 * MIB
_DATA: Final = "data"
_SALAH: Final = "Unduh ulang daftarnya dari sumbernya tanpa mengubah isinya, atau simpan sebagai CSV."


class BukuJson:
    """The header is every key that occurs, in the order of their first appearance."""

    def __init__(self, berkas: BinaryIO) -> None:
        self.jenis = Jenis.JSON
        self.lembar: tuple[Lembar, ...] = (Lembar(""),)
        self._objek = _daftar(_baca(berkas))
        self._kepala = list(dict.fromkeys(k for o in self._objek for k in o))

    def baris(self, lembar: str) -> Iterator[BarisMentah]:
        """Row 1 is the header, row 2 the first object."""
        if self._kepala:
            yield 1, list(self._kepala)
        for nomor, o in enumerate(self._objek, start=2):
            yield nomor, [_sel(o.get(k)) for k in self._kepala]

    def tersembunyi(self, lembar: str) -> int:
        """JSON hides nothing."""
        return 0


def _baca(berkas: BinaryIO) -> Any:
    berkas.seek(0)
    mentah = berkas.read(MAKS_BYTE + 1)
    if len(mentah) > MAKS_BYTE:
        raise DomainError(
            "json_terlalu_besar",
            f"Berkas JSON paling besar {MAKS_BYTE // MIB} MB.",
            tindakan="Bagi daftarnya per periode, atau simpan sebagai CSV.",
        )
    try:
        return json.loads(mentah.decode("utf-8-sig"))
    except (ValueError, RecursionError) as salah:
        raise DomainError("json_rusak", "Isi berkas bukan JSON yang utuh.", tindakan=_SALAH) from salah


def _daftar(isi: Any) -> list[dict[str, Any]]:
    """The list of objects, also below `data`; DomainError `json_bukan_daftar`."""
    for _ in range(2):
        if isinstance(isi, dict) and _DATA in isi:
            isi = isi[_DATA]
    if not isinstance(isi, list) or not all(isinstance(o, dict) for o in isi):
        raise DomainError(
            "json_bukan_daftar", "Berkas JSON ini tidak berisi daftar pegawai.", tindakan=_SALAH
        )
    return isi


def _sel(nilai: Any) -> Nilai:
    """Plain values only; what is nested belongs to no column of ours."""
    return nilai if isinstance(nilai, str | int | float | bool) else ""
