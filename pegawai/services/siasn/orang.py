"""Tables of the SIASN web service: the person by NIP or by the PNS ID alone, and its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from asn_karier.lib.errors import DomainError
from pegawai.models import Pegawai
from pegawai.services.berkas import Isian, Jenis, Lembar, Nilai, Tabel
from pegawai.services.berkas.bentuk import BarisMentah
from pegawai.services.impor_catatan import NIP

#: Numbers that a decimal column hands out with idle zeros.
_EKOR_NOL: Final = re.compile(r"[.,]0+$")


def with_nip(tabel: Tabel, instansi_id: int, *, pns_id: str, sebutan: str) -> Tabel:
    """The table with a NIP in every row, looked up among the people of the instansi by the column `pns_id`.

    `sebutan`: what the service calls that column. DomainError `kepala_kurang` when there is neither.
    """
    if pns_id not in tabel.kolom:
        if NIP in tabel.kolom:
            return tabel
        raise DomainError(
            "kepala_kurang",
            f"Berkas ini tidak memuat kolom nip atau {sebutan}, sehingga orangnya tidak diketahui.",
            tindakan="Pakai berkas dari SIASN apa adanya, tanpa menghapus kolom, lalu unggah lagi.",
        )
    orang = Pegawai.objects.filter(instansi_id=instansi_id).exclude(siasn_id=None)
    nip = {str(siasn).upper(): n for siasn, n in orang.order_by().values_list("siasn_id", "nip")}
    kolom = {NIP: max(tabel.kolom.values()) + 1, **tabel.kolom}
    buku = BukuBerNip(tabel, nip, kolom, pns_id)
    return Tabel(buku, tabel.lembar, tabel.baris_kepala, kolom, tabel.pembuka)


class BukuBerNip:
    """The same book with a NIP in every row; it stays empty for a PNS ID that nobody here has."""

    def __init__(self, tabel: Tabel, nip: Mapping[str, str], kolom: Mapping[str, int], pns_id: str) -> None:
        self.jenis: Jenis = tabel.buku.jenis
        self.lembar: tuple[Lembar, ...] = tabel.buku.lembar
        self._buku, self._nip, self._kolom, self._pns_id = tabel.buku, nip, kolom, pns_id

    def baris(self, lembar: str) -> Iterator[BarisMentah]:
        lebar, di_nip = max(self._kolom.values()) + 1, self._kolom[NIP]
        for nomor, sel in self._buku.baris(lembar):
            penuh: list[Nilai] = [*sel, *[""] * (lebar - len(sel))]
            if penuh[di_nip] in ("", None):
                siapa = str(penuh[self._kolom[self._pns_id]]).strip(" '").upper()
                penuh[di_nip] = self._nip.get(siapa, "")
            yield nomor, penuh

    def tersembunyi(self, lembar: str) -> int:
        return self._buku.tersembunyi(lembar)


def say_who(isian: Isian, pns_id: str) -> None:
    """Say which column is to blame when a row names nobody of here."""
    if not isian.teks(NIP) and isian.teks(pns_id):
        isian.tolak(
            pns_id, "PNS ID ini tidak ada di instansi ini", "Impor data pegawai dari SIASN lebih dahulu."
        )


def read_code(
    isian: Isian, kolom: str, paling_banyak: int, *, paling_sedikit: int = 1, wajib: bool = False
) -> int | None:
    """A whole number, also when a decimal column wrote it as 2.00."""
    teks = _EKOR_NOL.sub("", isian.teks(kolom, maks=20, wajib=wajib))
    if not teks:
        return None
    if teks.isascii() and teks.isdigit() and paling_sedikit <= int(teks) <= paling_banyak:
        return int(teks)
    isian.tolak(
        kolom, "bukan kode yang dikenal", f"Isi bilangan {paling_sedikit} sampai {paling_banyak}.", isi=teks
    )
    return None
