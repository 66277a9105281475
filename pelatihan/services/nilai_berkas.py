"""Marks before and after out of a file of HR: one row per participant, whatever the headings are called."""

from __future__ import annotations

import re
from typing import BinaryIO, Final, NamedTuple

from asn_karier.lib.errors import DomainError
from pegawai.services.berkas import Isian, Nilai, Skema, Tabel, buka_buku, temukan_tabel
from pelatihan.rules.belajar import Berpasangan, paired

_PELATIHAN, _PRA, _PASCA = "PELATIHAN", "PRA", "PASCA"
#: Words of a heading that say nothing about which column it is.
_HIASAN: Final = frozenset({"NILAI", "SKOR", "TES", "TEST", "UJIAN", "HASIL", "NAMA", "PESERTA", "RATA"})
_SEBUTAN: Final = {
    **dict.fromkeys(("PELATIHAN", "DIKLAT", "PROGRAM", "KEGIATAN", "TRAINING", "JUDUL", "KELAS"), _PELATIHAN),
    **dict.fromkeys(("PRA", "PRE", "PRETEST", "PRETES", "SEBELUM", "AWAL"), _PRA),
    **dict.fromkeys(("PASCA", "POST", "POSTTEST", "POSTTES", "SESUDAH", "SETELAH", "AKHIR"), _PASCA),
}
_ANGKA: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,6})?")
_TERTINGGI: Final = 100


class NilaiBerkas(NamedTuple):
    """`hasil`: per training, in the order of the file. `galat`: a sentence per row that was left out."""

    hasil: dict[str, Berpasangan]
    galat: list[str]


def read_marks(*, berkas: BinaryIO, nama: str) -> NilaiBerkas:
    """Compare the marks of a CSV or XLSX (`berkas` must be seekable). No database.

    Rows that cannot be read are left out and named; DomainError when the file is refused, or no row is left.
    """
    tabel = temukan_tabel(
        buka_buku(berkas, nama), Skema("nilai pelatihan", (_PELATIHAN, _PRA, _PASCA), _sebutan)
    )
    nilai: dict[str, tuple[str, list[float], list[float]]] = {}
    galat: list[str] = []
    for nomor, sel in tabel.isi():
        isian = Isian(tabel, nomor, sel)
        judul, pra, pasca = isian.teks(_PELATIHAN, wajib=True), _angka(isian, _PRA), _angka(isian, _PASCA)
        _lebih(isian, tabel, sel)
        if isian.galat or pra is None or pasca is None:
            galat.append(_kalimat(nomor, isian))
            continue
        _, semua_pra, semua_pasca = nilai.setdefault(judul.casefold(), (judul, [], []))
        semua_pra.append(pra)
        semua_pasca.append(pasca)
    if not nilai:
        raise _tanpa_baris(galat)
    return NilaiBerkas({judul: paired(a, b) for judul, a, b in nilai.values()}, galat)


def _sebutan(judul: str) -> str:
    """Our name of a heading, 'Nilai pre-test (0-100)' is PRA; one that is none of ours stays as it is."""
    kata = [k for k in re.sub(r"\(.*?\)|[^A-Z ]", " ", judul).split() if k not in _HIASAN]
    arti = {_SEBUTAN.get(k, "") for k in kata}
    # 'Nilai sebelum pelatihan' is a mark, not the name of a training.
    arti = arti - {_PELATIHAN} or arti
    return arti.pop() or judul if len(arti) == 1 else judul


def _angka(isian: Isian, kolom: str) -> float | None:
    """A mark of 0 to 100 with a decimal comma or point."""
    teks = isian.teks(kolom, maks=20, wajib=True)
    if not teks:
        return None
    nilai = float(teks.replace(",", ".")) if _ANGKA.fullmatch(teks) else None
    if nilai is None or nilai > _TERTINGGI:
        isian.tolak(kolom, "bukan nilai 0 sampai 100", "Tulis seperti 80 atau 72,5.", isi=teks)
        return None
    return nilai


def _lebih(isian: Isian, tabel: Tabel, sel: list[Nilai]) -> None:
    """A decimal comma without quotes splits a number in two, and the halves would be read as marks."""
    if any(s not in ("", None) for s in sel[max(tabel.kolom.values()) + 1 :]):
        isian.tolak(
            _PASCA,
            "baris berisi lebih banyak sel daripada judul kolom",
            "Pisahkan kolom dengan titik koma, atau tulis angka berkoma dalam tanda kutip.",
        )


def _kalimat(nomor: int, isian: Isian) -> str:
    bagian = [f"{_sel(g)} {g['masalah']}. {g['perbaikan']}" for g in isian.galat]
    return f"Baris {nomor}: {' '.join(bagian)}"


def _sel(galat: dict[str, str]) -> str:
    """The column, with what stands there when anything does."""
    isi = f" «{galat['isi']}»" if galat["isi"] else ""
    return galat["kolom"].lower() + isi


def _tanpa_baris(galat: list[str]) -> DomainError:
    if not galat:
        return DomainError(
            "berkas_tanpa_baris",
            "Berkas ini hanya berisi judul kolom.",
            tindakan="Isi satu baris per peserta: pelatihan, pra, pasca.",
        )
    return DomainError("semua_ditolak", f"Tidak ada baris yang dapat dibaca. {' '.join(galat[:3])}")
