"""Rule files as people read them: every number with its unit, article, confidence and note.

The same words for the HR desk and the portal. Names of rows come from the closed lists where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final, NamedTuple

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan, Baris, Berkas
from kinerja import enums as kinerja_enums
from kinerja.kamus import LABEL as LABEL_KINERJA
from pegawai import enums as pegawai_enums
from pegawai.kamus import LABEL as LABEL_PEGAWAI

#: conf -> what stands beside a number, and the class of its mark.
KEYAKINAN: Final = {
    "V2": ("dua sumber atau lebih", "ok"),
    "V1": ("satu sumber", "netral"),
    "UNV": ("perkiraan, belum terverifikasi", "perlu"),
    "KEPUTUSAN": ("keputusan sistem, peraturan tidak mengaturnya", "netral"),
}
DIATUR: Final = "ditetapkan instansi"
_LABEL: Final = {**LABEL_PEGAWAI, **LABEL_KINERJA}
#: Lists whose names stand in rule files, the first that knows a name decides.
_DAFTAR: Final[tuple[type[Enum], ...]] = (
    pegawai_enums.Jenjang,
    pegawai_enums.TingkatPendidikan,
    kinerja_enums.Predikat,
    kinerja_enums.Rating,
    pegawai_enums.JenisUjian,
    pegawai_enums.KedudukanHukum,
    pegawai_enums.KompetensiMansoskul,
    pegawai_enums.BentukPengembangan,
)
#: Abbreviations and Roman numbers: written in capitals.
_SINGKATAN: Final = frozenset(
    {
        *("ak", "bkn", "bp", "bup", "cltn", "cpns", "jf", "jp", "jpm", "jpt", "kgb", "kms", "kp", "krs"),
        *("mkg", "mms", "ms", "pak", "pim", "pns", "pppk", "sb", "sgplb", "sk", "skp", "tmt", "upkp"),
        *("i", "ii", "iii", "iv", "v", "x", "xx", "xxx"),
    }
)
_TABEL: Final = {"angka": "Ketentuan", "koefisien_milli": "Koefisien"}
#: Names of lists that stand where a unit is expected: they say how to read the value, not in what.
_DAFTAR_NILAI: Final[tuple[type[Enum], ...]] = (*_DAFTAR, pegawai_enums.TingkatHukuman)
_BUKAN_SATUAN: Final = {e.__name__: e for e in _DAFTAR_NILAI}


class BarisTerbaca(NamedTuple):
    """One number. `jangkar`: its place on the page; `entri`: its path `kode/tabel/nama`."""

    entri: str
    jangkar: str
    nama: str
    nilai: str
    satuan: str
    pasal: str
    conf: str
    keyakinan: str
    kelas: str
    catatan: str


class TabelTerbaca(NamedTuple):
    judul: str
    baris: list[BarisTerbaca]


class Letak(NamedTuple):
    """Address of a row: subject, date of the version, place on its page (may be empty)."""

    kode: str
    mulai: date
    jangkar: str


class BedaBaris(NamedTuple):
    """A row that differs between two versions; None where a version lacks it."""

    tabel: str
    nama: str
    sebelum: BarisTerbaca | None
    sesudah: BarisTerbaca | None


def jangkar(entri: str) -> str:
    """The place of a row (`kode/tabel/nama`) on the page of its file; empty for a whole file."""
    _, _, jalur = entri.partition("/")
    tabel, _, nama = jalur.partition("/")
    return f"{tabel}-{nama}".replace(" ", "_") if nama else ""


def letak(entri: str, a: Aturan) -> Letak:
    """Where a row (or a whole file) of the rules in `a` is read; DomainError `aturan_belum_ada`."""
    kode = entri.partition("/")[0]
    return Letak(kode, a[kode].berlaku_mulai, jangkar(entri))


def baca_tabel(berkas: Berkas) -> list[TabelTerbaca]:
    """Every table of a file in its order."""
    return [TabelTerbaca(judul_tabel(nama), list(_baris(berkas, nama))) for nama in berkas.nama_tabel]


def baca_baris(berkas: Berkas, tabel: str, nama: str) -> BarisTerbaca:
    """One row of a file."""
    baris = berkas.tabel(tabel)[nama]
    entri = f"{berkas.kode}/{tabel}/{nama}"
    satuan = str(baris.get("satuan", ""))
    conf = str(baris["conf"])
    keyakinan, kelas = (DIATUR, "jalan") if "menurut_peraturan" in baris else KEYAKINAN[conf]
    return BarisTerbaca(
        entri=entri,
        jangkar=jangkar(entri),
        nama=nama_baris(nama),
        nilai=teks_nilai(baris["nilai"], satuan),
        satuan="" if satuan in _BUKAN_SATUAN else satuan,
        pasal=str(baris["pasal"]),
        conf=conf,
        keyakinan=keyakinan,
        kelas=kelas,
        catatan=teks_catatan(str(baris["catatan"])),
    )


def teks_catatan(catatan: str) -> str:
    """A note without the code of a confidence, which means nothing to a reader."""
    return re.sub(r"\bUNV\b", "belum terverifikasi", catatan.replace("belum terverifikasi (UNV)", "UNV"))


def beda_berkas(lama: Berkas, baru: Berkas) -> list[BedaBaris]:
    """Rows that are new, gone, or differ in value, unit, article, confidence or note."""
    return [
        BedaBaris(judul_tabel(tabel), nama_baris(nama), sebelum, sesudah)
        for tabel, nama in _gabungan(lama, baru)
        if (sebelum := _bila_ada(lama, tabel, nama)) != (sesudah := _bila_ada(baru, tabel, nama))
    ]


def judul_tabel(nama: str) -> str:
    """The heading of a table."""
    return _TABEL.get(nama) or _manusiawi(nama)


def nama_entri(entri: str) -> str:
    """A row by its path, named by itself: its table belongs to the name where it says something."""
    _, tabel, nama = entri.split("/", 2)
    if tabel in _TABEL:
        return nama_baris(nama)
    return f"{judul_tabel(tabel)} {kata.huruf_kecil_awal(nama_baris(nama))}"


def nama_baris(nama: str) -> str:
    """The name of a row, or of the parts of one: of a closed list where it is one of its members."""
    depan, jarak, ekor = nama.partition(" ")
    if jarak and depan.isupper():
        return f"{nama_baris(depan)} {ekor}"
    return next((label for e in _DAFTAR if (label := _dari_daftar(e, nama))), "") or _manusiawi(nama)


def teks_nilai(nilai: Any, satuan: str = "") -> str:
    """A value as people write it; `satuan` may name the closed list it is a member of."""
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, list):
        return kata.daftar([teks_nilai(n, satuan) for n in nilai])
    if isinstance(nilai, date):
        return kata.tanggal(nilai)
    if isinstance(nilai, int):
        return kata.bilangan(nilai)
    if isinstance(nilai, float):
        return str(Decimal(str(nilai))).replace(".", ",")
    daftar = _BUKAN_SATUAN.get(satuan)
    return (_dari_daftar(daftar, nilai) if daftar else "") or _nama_nilai(nilai)


def banyak_perkiraan(tabel: Iterable[TabelTerbaca]) -> int:
    """How many rows are unverified: shown, and deciding nothing."""
    return sum(b.conf == "UNV" for t in tabel for b in t.baris)


def _baris(berkas: Berkas, tabel: str) -> Iterator[BarisTerbaca]:
    for nama in berkas.tabel(tabel):
        yield baca_baris(berkas, tabel, nama)


def _gabungan(lama: Berkas, baru: Berkas) -> dict[tuple[str, str], None]:
    """Table and row of both files in the order of the new one, what is gone at the end; a set with order."""
    return {
        (tabel, nama): None
        for berkas in (baru, lama)
        for tabel in berkas.nama_tabel
        for nama in berkas.tabel(tabel)
    }


def _bila_ada(berkas: Berkas, tabel: str, nama: str) -> BarisTerbaca | None:
    baris: Mapping[str, Baris] = berkas.tabel_atau_kosong(tabel)
    return baca_baris(berkas, tabel, nama) if nama in baris else None


def _nama_nilai(nilai: str) -> str:
    """A member of a closed list by its label; other words stay as the file has them."""
    return nama_baris(nilai) if nilai.isupper() and "/" not in nilai and len(nilai) > 3 else nilai


def _dari_daftar(daftar: type[Enum], nama: str) -> str:
    anggota = next((a for a in daftar if nama in (a.name, a.value)), None)
    label: str = _LABEL[daftar].get(anggota, "")
    return label


def _manusiawi(nama: str) -> str:
    """'bulan_jf' is 'Bulan JF': words apart, abbreviations in capitals. Keys that are no words stay."""
    if not nama.replace("_", "").isalnum() or nama.isdigit():
        return nama
    bagian = nama.lower().split("_") if "_" in nama or nama.isupper() else [nama]
    kata_kata = [k.upper() if k in _SINGKATAN or len(k) == 1 else k for k in bagian]
    return kata_kata[0][:1].upper() + " ".join(kata_kata)[1:]
