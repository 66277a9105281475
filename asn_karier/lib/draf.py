"""What is wrong with a rule file, said before anybody is judged by it: every fault at once, in Bahasa.

The version before is the measure. What stands in it is read by code and has its kind and unit; a row that it
lacks is read by nobody, so a draft that has one would promise what nothing does. A file that is released
together with new code may have new rows (`dirilis`); that they are read is proved by test_rules_terbaca.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from asn_karier.lib import kata
from asn_karier.lib.aturan import AKAR, TINGKAT_CONF

#: The names that a text may have, by the unit of its row.
Pilihan = Mapping[str, frozenset[str]]
Isi = Mapping[str, Any]
#: Rows by table and name.
Letak = Mapping[tuple[str, str], Any]
#: Where in the file, and what is wrong there.
Salah = tuple[str, str]

TERBESAR: Final = 2**31 - 1
BIDANG: Final = ("nilai", "pasal", "conf", "catatan")
KEPALA: Final = ("kode", "judul", "berlaku_mulai", "dasar_hukum", "conf", "catatan")
#: With one of these the law itself is not cited.
TANPA_PASAL: Final = ("UNV", "KEPUTUSAN")
_JENIS: Final = {
    bool: "true atau false",
    int: "bilangan bulat",
    float: "bilangan pecahan",
    str: "teks",
    date: "tanggal",
}


class TakTerbaca(Exception):  # noqa: N818 - named in the language of the domain
    """The file gives no rows to look at; the message says why, for people."""


def salah_folder(
    folder: Path, *, akar: Path = AKAR, dirilis: bool = False, pilihan: Pilihan | None = None
) -> list[str]:
    """Every fault of every rule file in a folder, one sentence each; empty when there is none."""
    semua = sorted(folder.glob("*/*.toml"))
    return [s for j in semua for s in salah_berkas(j, akar=akar, dirilis=dirilis, pilihan=pilihan)]


def salah_berkas(
    jalur: Path, *, akar: Path = AKAR, dirilis: bool = False, pilihan: Pilihan | None = None
) -> list[str]:
    """Every fault of one rule file, measured by the released version before it."""
    nama = f"{jalur.parent.name}/{jalur.name}"
    try:
        mulai, isi = _hari(jalur), _baca(jalur)
        lama = _sebelum(akar / jalur.parent.name, mulai, dirilis)
    except TakTerbaca as salah:
        return [f"{nama}: {salah}"]
    semua = [*_kepala(isi), *_isi(isi), *(_terhadap(isi, lama, dirilis, pilihan or {}) if lama else ())]
    return [f"{nama} {tempat}: {pesan}." for tempat, pesan in semua]


# -- reading ------------------------------------------------------------------------------------


def _hari(jalur: Path) -> date:
    try:
        hari = date.fromisoformat(jalur.stem)
        # Python also reads 20270101 and 2027-W01-1; the name of a file has one form.
        if hari.isoformat() == jalur.stem:
            return hari
    except ValueError:
        pass
    raise TakTerbaca("nama berkas bukan tanggal; tulis tahun-bulan-hari, misalnya 2027-01-01.toml.")


def _baca(jalur: Path) -> dict[str, Any]:
    """The content, of the subject and the day that its place says."""
    try:
        isi = tomllib.loads(jalur.read_bytes().decode())
    except (OSError, UnicodeDecodeError):
        raise TakTerbaca("berkas tidak dapat dibaca sebagai teks UTF-8.") from None
    except (ValueError, RecursionError) as galat:
        raise TakTerbaca(f"berkas tidak terbaca sebagai TOML{_letak(str(galat))}.") from None
    if isi.get("kode") != jalur.parent.name or isi.get("berlaku_mulai") != _hari(jalur):
        raise TakTerbaca(
            "kode atau berlaku_mulai di dalamnya tidak sama dengan folder dan nama berkas; tulis "
            f'kode = "{jalur.parent.name}" dan berlaku_mulai = {jalur.stem}.'
        )
    return isi


def _letak(galat: str) -> str:
    cocok = re.search(r"at line (\d+)", galat)
    return f", di sekitar baris {cocok[1]}" if cocok else ""


def _sebelum(folder: Path, mulai: date, dirilis: bool) -> dict[str, Any]:
    """The released version before that day; empty when a released file is the first of its subject.

    A draft of the day of a released file stands in its place and is measured by it, and one that is older
    than all of them by the oldest.
    """
    urut = sorted(j for j in folder.glob("*.toml"))
    if not urut:
        raise TakTerbaca(f"tidak ada perhitungan yang membaca aturan '{folder.name}'.")
    tua = [j for j in urut if j.stem < mulai.isoformat() or (j.stem == mulai.isoformat() and not dirilis)]
    asal = tua[-1:] or ([] if dirilis else urut[:1])
    return _baca(asal[0]) if asal else {}


# -- by itself ----------------------------------------------------------------------------------


def _kepala(isi: Isi) -> Iterator[Salah]:
    for nama in KEPALA:
        if nama not in isi:
            yield "kepala", f"{nama} belum ada"
    if "conf" in isi:
        yield from _conf("kepala", isi["conf"])
    hukum = isi.get("dasar_hukum", [""])
    if not (isinstance(hukum, list) and hukum and all(isinstance(h, str) for h in hukum)):
        yield "kepala", "dasar_hukum harus daftar nama peraturan"
    for nama in ("judul", "catatan"):
        if not isinstance(isi.get(nama, ""), str):
            yield "kepala", f"{nama} harus teks"


def _isi(isi: Isi) -> Iterator[Salah]:
    for tabel, nama, baris in _semua_baris(isi):
        tempat = _tempat(tabel, nama)
        if isinstance(baris, dict):
            yield from _baris(tempat, baris)
        else:
            yield tempat, "harus ditulis sebagai { nilai = …, pasal = …, conf = …, catatan = … }"


def _baris(tempat: str, baris: Isi) -> Iterator[Salah]:
    for bidang in BIDANG:
        if bidang not in baris:
            yield tempat, f"{bidang} belum ada"
    if "conf" in baris:
        yield from _conf(tempat, baris["conf"])
    for bidang in ("pasal", "catatan"):
        if not isinstance(baris.get(bidang, ""), str):
            yield tempat, f"{bidang} harus teks"
    if baris.get("pasal") == "" and baris.get("conf") not in TANPA_PASAL:
        yield tempat, "pasal kosong; hanya UNV dan KEPUTUSAN yang boleh tanpa pasal"
    # Written so that a NaN, which compares with nothing, is refused as well.
    if not all(-TERBESAR <= n <= TERBESAR for n in _bilangan(baris.get("nilai"))):
        yield tempat, f"nilai melampaui bilangan 32 bit; paling besar {kata.bilangan(TERBESAR)}"


def _conf(tempat: str, conf: Any) -> Iterator[Salah]:
    if conf not in TINGKAT_CONF:
        yield tempat, f"conf '{conf}' tidak dikenal; pakai salah satu dari {kata.daftar(TINGKAT_CONF)}"


# -- by the version before ----------------------------------------------------------------------


def _terhadap(isi: Isi, lama: Isi, dirilis: bool, pilihan: Pilihan) -> Iterator[Salah]:
    asal = {(t, n): b for t, n, b in _semua_baris(lama)}
    kini = {(t, n): b for t, n, b in _semua_baris(isi)}
    if not dirilis:
        yield from _susunan(isi, lama, kini, asal)
    for kunci, baris in kini.items():
        if kunci in asal and isinstance(baris, dict):
            yield from _banding(_tempat(*kunci), baris, asal[kunci], pilihan)


def _susunan(isi: Isi, lama: Isi, kini: Letak, asal: Letak) -> Iterator[Salah]:
    versi = f"versi sebelumnya ({lama['berlaku_mulai']})"
    for kunci in asal:
        if kunci not in kini:
            yield _tempat(*kunci), f"baris ini tidak ada, padahal {versi} memuatnya"
    for kunci in kini:
        if kunci not in asal:
            yield _tempat(*kunci), f"baris ini tidak dibaca perhitungan; {versi} tidak memuatnya"
    for nama in isi:
        if nama not in lama and not (isinstance(isi[nama], dict) and isi[nama]):
            yield "kepala", f"{nama} tidak dibaca perhitungan; {versi} tidak memuatnya"


def _banding(tempat: str, baris: Isi, asal: Isi, pilihan: Pilihan) -> Iterator[Salah]:
    for bidang in asal:
        if bidang not in baris and bidang not in BIDANG:
            yield tempat, f"{bidang} belum ada, padahal versi sebelumnya memuatnya"
    for bidang in baris:
        if bidang not in asal and bidang not in BIDANG:
            yield tempat, f"{bidang} tidak dibaca perhitungan; versi sebelumnya tidak memuatnya"
    if {"satuan"} <= set(baris) & set(asal) and baris["satuan"] != asal["satuan"]:
        yield tempat, f"satuan '{baris['satuan']}' seharusnya '{asal['satuan']}', seperti versi sebelumnya"
    if "nilai" in baris:
        yield from _nilai(tempat, baris["nilai"], asal, pilihan)


def _nilai(tempat: str, nilai: Any, asal: Isi, pilihan: Pilihan) -> Iterator[Salah]:
    jenis, seharusnya = _jenis(nilai), _jenis(asal["nilai"])
    # A whole number says the same as one with zeros behind the comma.
    if jenis != seharusnya and (jenis, seharusnya) != (_JENIS[int], _JENIS[float]):
        yield tempat, f"nilai adalah {jenis}, seharusnya {seharusnya} seperti versi sebelumnya"
        return
    if any(n < 0 for n in _bilangan(nilai)) and all(n >= 0 for n in _bilangan(asal["nilai"])):
        yield tempat, "nilai negatif, padahal versi sebelumnya tidak"
    boleh = pilihan.get(str(asal.get("satuan")), frozenset[str]())
    if set(_teks(asal["nilai"])) <= boleh:
        for teks in _teks(nilai):
            if teks not in boleh:
                yield (
                    tempat,
                    f"nilai '{teks}' tidak dikenal; pakai salah satu dari {kata.daftar(sorted(boleh))}",
                )


# -- words and walks ----------------------------------------------------------------------------


def _semua_baris(isi: Isi) -> Iterator[tuple[str, str, Any]]:
    for tabel, baris in isi.items():
        if isinstance(baris, dict):
            yield from ((tabel, nama, b) for nama, b in baris.items())


def _tempat(tabel: str, nama: str) -> str:
    return f"[{tabel}] {nama}"


def _jenis(nilai: Any) -> str:
    if isinstance(nilai, list):
        return "daftar " + (" dan ".join(sorted({_jenis(n) for n in nilai})) or "kosong")
    return _JENIS.get(type(nilai), "tabel atau waktu")


def _bilangan(nilai: Any) -> list[float]:
    """The numbers in a value; a yes or no is none."""
    semua = nilai if isinstance(nilai, list) else [nilai]
    return [n for n in semua if isinstance(n, int | float) and not isinstance(n, bool)]


def _teks(nilai: Any) -> list[str]:
    semua = nilai if isinstance(nilai, list) else [nilai]
    return [n for n in semua if isinstance(n, str)]
