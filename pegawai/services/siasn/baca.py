"""One row of the SIASN export becomes values; every fault of the row is collected with its column.

Nothing is guessed: an empty cell gives no value (and later erases nothing), a value that cannot be read
refuses the row or, where the row is sound without it, is left out with a warning.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from asn_karier.lib.errors import DomainError
from asn_karier.lib.sandi import indeks_buta
from pegawai.enums import (
    JenisPegawai,
    KedudukanHukum,
    StatusKepegawaian,
)
from pegawai.rules.nama import bukan_huruf_nama
from pegawai.rules.nip import Nip
from pegawai.rules.nomor_hp import baca_nomor_hp
from pegawai.services.berkas import Isian, baku
from pegawai.services.siasn.baca_riwayat import SUMBER, baca_jabatan, baca_pangkat, baca_pendidikan, iso
from pegawai.services.siasn.baku import KEDUDUKAN, KELAMIN, STATUS, baku_id

_SUREL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_KEDUDUKAN_ID: Final = frozenset(int(k) for k in KedudukanHukum)
_PPPK: Final = (KedudukanHukum.PPPK_AKTIF, KedudukanHukum.PPPK_TIDAK_AKTIF)


@dataclass(slots=True)
class BarisSiasn:
    """A row as read. Dates are ISO text, so that a staged row reads the same after JSON.

    `orang` holds only fields that the file fills; `unit`, `pangkat`, `jabatan`, `pendidikan` may be empty.
    `nik` is in clear and never leaves memory; a staged row carries `nik_indeks` and `nik_sandi`.
    """

    nomor: int
    nip: str = ""
    siasn_id: str = ""
    nama: str = ""
    nik: str = ""
    nik_indeks: str = ""
    nik_sandi: str = ""
    unit: str = ""
    orang: dict[str, Any] = field(default_factory=dict)
    pangkat: dict[str, Any] = field(default_factory=dict)
    jabatan: dict[str, Any] = field(default_factory=dict)
    pendidikan: dict[str, Any] = field(default_factory=dict)
    galat: list[dict[str, str]] = field(default_factory=list)
    peringatan: list[dict[str, str]] = field(default_factory=list)


def baca_baris(isian: Isian, unit_dikenal: Collection[str]) -> BarisSiasn:
    """Read one row; `unit_dikenal` are the ids of the stored tree (empty: no tree yet)."""
    nip = isian.nip("NIP BARU")
    hasil = BarisSiasn(
        nomor=isian.nomor,
        nip=nip.angka if nip else "",
        siasn_id=baku_id(isian.teks("PNS ID", maks=36)),
        nama=isian.teks("NAMA", maks=120, wajib=True),
    )
    _periksa_nama(isian, hasil.nama)
    kedudukan = _kedudukan(isian)
    jenis = _jenis(isian, nip, kedudukan)
    tmt = isian.tanggal("TMT CPNS")
    hasil.orang = _orang(isian, hasil, nip) | _status(isian, jenis, kedudukan, tmt)
    hasil.orang = {kunci: nilai for kunci, nilai in hasil.orang.items() if nilai not in ("", None)}
    hasil.nik = _nik(isian)
    hasil.nik_indeks = indeks_buta(hasil.nik) if hasil.nik else ""
    hasil.unit = _unit(isian, unit_dikenal)
    hasil.pangkat = baca_pangkat(isian, jenis, tmt)
    hasil.jabatan = baca_jabatan(isian, jenis, tmt)
    hasil.pendidikan = baca_pendidikan(isian)
    hasil.galat, hasil.peringatan = isian.galat, isian.peringatan
    return hasil


def _orang(isian: Isian, baris: BarisSiasn, nip: Nip | None) -> dict[str, Any]:
    return {
        "nip": baris.nip,
        "siasn_id": baris.siasn_id,
        "nama": baris.nama,
        "nip_lama": _nip_lama(isian),
        "gelar_depan": isian.teks("GELAR DEPAN", maks=50),
        "gelar_belakang": isian.teks("GELAR BELAKANG", maks=80),
        "tempat_lahir": isian.teks("TEMPAT LAHIR NAMA", maks=80),
        "no_hp": _no_hp(isian),
        "email": _surel(isian),
        "tanggal_lahir": iso(_lahir(isian, nip)),
        "jenis_kelamin": _kelamin(isian, nip),
    }


def _periksa_nama(isian: Isian, nama: str) -> None:
    """A letter of another script looks like ours and is not; an emoji or a formula is no part of a name."""
    if asing := bukan_huruf_nama(nama):
        isian.ingatkan(
            "NAMA",
            f"memuat tanda yang bukan huruf Latin: {', '.join(asing)}",
            "Ketik ulang namanya di SIASN, lalu unduh ulang berkas; bila memang demikian, biarkan.",
            isi=nama,
        )


def _jenis(isian: Isian, nip: Nip | None, kedudukan: KedudukanHukum | None) -> JenisPegawai:
    """The columns decide; a NIP of the other kind is worth a look, and decides when they are silent."""
    nama = baku(isian.teks("JENIS PEGAWAI NAMA"))
    if kedudukan in _PPPK or (kedudukan is None and "PPPK" in nama) or nama.startswith("PPPK"):
        jenis = JenisPegawai.PPPK
    elif kedudukan is not None or "PNS" in nama or nip is None:
        jenis = JenisPegawai.PNS
    else:
        jenis = nip.jenis
    if nip is not None and nip.jenis is not jenis:
        isian.ingatkan(
            "NIP BARU",
            f"bentuk nomornya {nip.jenis.name}, sedangkan kedudukan dan jenis pegawainya {jenis.name}",
            "Cocokkan nomor dan kedudukan hukumnya di SIASN.",
        )
    return jenis


def _kedudukan(isian: Isian) -> KedudukanHukum | None:
    nama, kode = baku(isian.teks("KEDUDUKAN HUKUM NAMA")), isian.teks("KEDUDUKAN HUKUM ID", maks=20)
    if nama in KEDUDUKAN:
        return KEDUDUKAN[nama]
    if kode.isdecimal() and int(kode) in _KEDUDUKAN_ID:
        return KedudukanHukum(int(kode))
    return KedudukanHukum.LAINNYA if nama or kode else None


def _status(
    isian: Isian, jenis: JenisPegawai, kedudukan: KedudukanHukum | None, tmt: date | None
) -> dict[str, Any]:
    if kedudukan is KedudukanHukum.LAINNYA:
        isian.ingatkan(
            "KEDUDUKAN HUKUM NAMA",
            "kedudukan hukum ini belum dikenal; dicatat sebagai «lainnya» dan tidak dihitung",
            "Laporkan sebutannya kepada pengelola sistem.",
            isi=isian.teks("KEDUDUKAN HUKUM NAMA"),
        )
    umum = {"jenis": int(jenis), "kedudukan_hukum": None if kedudukan is None else int(kedudukan)}
    if jenis is JenisPegawai.PPPK:
        # For a PPPK this column holds the appointment under the first agreement.
        return umum | {"status": int(StatusKepegawaian.PPPK), "perjanjian_mulai": iso(tmt)}
    tmt_pns = isian.tanggal("TMT PNS")
    status = isian.pilihan("STATUS CPNS PNS", STATUS)
    if status is None and tmt_pns:
        status = StatusKepegawaian.PNS
    return umum | {
        "status": None if status is None else int(status),
        "tmt_cpns": iso(tmt),
        "tmt_pns": iso(tmt_pns),
    }


def _lahir(isian: Isian, nip: Nip | None) -> date | None:
    lahir = isian.tanggal("TANGGAL LAHIR")
    if lahir and nip and lahir != nip.tanggal_lahir:
        isian.ingatkan(
            "TANGGAL LAHIR",
            "tanggal lahir berbeda dengan yang tertulis dalam NIP",
            "Biarkan bila tanggal lahir sudah diperbaiki resmi; bila tidak, perbaiki di SIASN.",
        )
    return lahir


def _kelamin(isian: Isian, nip: Nip | None) -> str | None:
    kelamin = isian.pilihan("JENIS KELAMIN", KELAMIN)
    if kelamin and nip and kelamin is not nip.jenis_kelamin:
        isian.ingatkan(
            "JENIS KELAMIN", "jenis kelamin berbeda dengan angka ke-15 NIP", "Cocokkan dengan data di SIASN."
        )
    return kelamin.value if kelamin else None


def _nip_lama(isian: Isian) -> str:
    teks = re.sub(r"\D", "", isian.teks("NIP LAMA", maks=40))
    return teks if len(teks) == 9 else ""


def _no_hp(isian: Isian) -> str:
    """The number; one that cannot be dialled is left out, and what is stored stays."""
    teks = isian.teks("NOMOR HP")
    if not any(h.isalnum() for h in teks):
        return ""
    try:
        return baca_nomor_hp(re.sub(r"[.()]", "", teks))
    except DomainError:
        isian.ingatkan(
            "NOMOR HP", "bukan nomor HP 8 sampai 15 angka, sehingga tidak dicatat", SUMBER, isi=teks
        )
        return ""


def _surel(isian: Isian) -> str:
    for kolom in ("EMAIL GOV", "EMAIL"):
        teks = isian.teks(kolom).lower()
        if teks and _SUREL.fullmatch(teks) and len(teks) <= 254:
            return teks
        if teks:
            isian.ingatkan(kolom, "bukan alamat surel, sehingga tidak dicatat", SUMBER)
    return ""


def _nik(isian: Isian) -> str:
    teks = re.sub(r"[\s.\-]", "", isian.kode("NIK", "NIK"))
    if not teks or re.fullmatch(r"\d{16}", teks):
        return teks
    isian.ingatkan("NIK", "NIK bukan 16 angka, sehingga tidak dicatat", SUMBER)
    return ""


def _unit(isian: Isian, dikenal: Collection[str]) -> str:
    kode = baku_id(isian.teks("UNOR ID", maks=36))
    if not kode or kode in dikenal:
        return kode
    nama = isian.teks("UNOR NAMA", maks=250)
    if dikenal:
        isian.tolak(
            "UNOR ID",
            "unit kerja ini tidak ada dalam pohon unit",
            "Impor pohon unit terbaru, lalu unggah berkas ini lagi; atau perbaiki unitnya di SIASN.",
            isi=nama or kode,
        )
        return ""
    isian.ingatkan(
        "UNOR ID",
        "pohon unit belum diimpor, sehingga pegawai dicatat tanpa unit",
        "Impor pohon unit, lalu unggah berkas ini sekali lagi.",
        isi=nama or kode,
    )
    return ""
