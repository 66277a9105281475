"""Questions about masa kerja and the age of retirement."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import BILANGAN, TANGGAL, TEKS, Topik, antara, dibaca
from pegawai.enums import Jenjang
from pegawai.rules.bup import BupJabatan, bup_jabatan, bup_umum, tanggal_bup, tmt_pensiun
from pegawai.rules.golongan import Golongan
from pegawai.rules.isian import GOLONGAN, JENJANG, MASA_KERJA, baca_jenjang, baca_tingkat_golongan
from pegawai.rules.jenjang import tanpa_awalan
from pegawai.rules.masa_kerja import (
    BULAN_SETAHUN,
    masa_kerja_keseluruhan,
    mkg_setelah,
    potongan_batas,
    potongan_tahun,
    tulis_masa_kerja,
)

_PANAH: Final = re.compile(r"\s*(?:→|->|=>|>|\bke\b|\bmenjadi\b)\s*", re.IGNORECASE)
#: A dash is an arrow only where there is no arrow: it also stands inside 'II-d'.
_STRIP: Final = re.compile(r"\s*[\-\u2013\u2014]\s*")
_KELOMPOK: Final = {
    "JPT": Jenjang.JPT_PRATAMA,
    "PIMPINAN TINGGI": Jenjang.JPT_PRATAMA,
    "KETERAMPILAN": Jenjang.TERAMPIL,
}
_TMT_PERKIRAAN: Final = (
    "TMT pensiun adalah perkiraan yang belum terverifikasi; yang menentukan surat keputusannya."
)
#: A golongan, or only its number 1 to 4 when the ruang was not given.
_Tempat = Golongan | int


# -- masa kerja golongan ----------------------------------------------------------------------


def _baca_tempat(teks: str) -> _Tempat:
    try:
        return Golongan.pns(teks)
    except DomainError:
        return baca_tingkat_golongan(teks)


def _baca_pindah(teks: str) -> tuple[_Tempat, _Tempat]:
    bagian = _PANAH.split(teks.strip())
    if len(bagian) == 1:
        bagian = _STRIP.split(bagian[0])
    if len(bagian) != 2:
        raise DomainError("pindah", f"tulis seperti I/d→II/a. Yang diisi '{teks.strip()}'")
    return _baca_tempat(bagian[0]), _baca_tempat(bagian[1])


def _potongan(dari: _Tempat, ke: _Tempat, a: Aturan) -> int:
    """Years taken off. Without the ruang of both, golongan that stay the same take nothing off."""
    if isinstance(dari, Golongan) and isinstance(ke, Golongan):
        return potongan_tahun(dari, ke, a)
    bawah, atas = (t if isinstance(t, int) else t.tingkat for t in (dari, ke))
    if atas < bawah:
        raise DomainError("golongan_tidak_naik", "Golongan baru harus lebih tinggi dari golongan lama")
    return potongan_batas(bawah, atas, a)


def _mkg(a: Aturan, pindah: Any, dari: Any, ke: Any, mkg_lama: Any) -> dict[str, Any]:
    """The years taken off, and the new MKG when the old one was given."""
    if isinstance(pindah, tuple):
        dari, ke = pindah
    if not isinstance(dari, _Tempat) or not isinstance(ke, _Tempat):
        raise DomainError("isian_salah", "Isi pindah (misalnya I/d→II/a), atau dari dan ke.")
    potongan = _potongan(dari, ke, a)
    hasil: dict[str, Any] = {"potongan_tahun": potongan}
    if isinstance(mkg_lama, int):
        baru = mkg_setelah(mkg_lama, potongan)
        sisa = mkg_lama < potongan * BULAN_SETAHUN
        hasil |= {
            "mkg_lama": tulis_masa_kerja(mkg_lama),
            "mkg_baru": tulis_masa_kerja(baru),
            "catatan": "Masa kerja golongan tidak pernah kurang dari 0 tahun 0 bulan." if sisa else "",
        }
    return hasil


def _tidak_naik(a: Aturan, dari: Golongan, ke: Golongan) -> dict[str, Any]:
    return {"naik": True, "tingkat": ke.urut - dari.urut, "potongan_tahun": potongan_tahun(dari, ke, a)}


def _keseluruhan(_: Aturan, tmt_cpns: date, per: date, tambahan: int) -> dict[str, Any]:
    if per < tmt_cpns:
        raise DomainError("masa_kerja_belum_mulai", "Tanggal hitung lebih awal daripada TMT CPNS")
    bulan = masa_kerja_keseluruhan(tmt_cpns, per, tambahan=tambahan)
    return {
        "masa_kerja": tulis_masa_kerja(bulan),
        "mks": tulis_masa_kerja(bulan),
        "tahun": bulan // BULAN_SETAHUN,
        "bulan": bulan % BULAN_SETAHUN,
        "total_bulan": bulan,
        "catatan": "Cuti di luar tanggungan negara tidak dikurangkan di sini; periksa riwayatnya.",
    }


# -- batas usia pensiun -----------------------------------------------------------------------


def _bup_jenjang(a: Aturan, jenjang: Jenjang) -> dict[str, Any]:
    return {
        "bup": bup_umum(jenjang, a),
        "catatan": "Pola umum. Beberapa jabatan fungsional memiliki batas sendiri, misalnya guru 60 tahun.",
    }


def _baca_jenjang(teks: str) -> Jenjang:
    """A jenjang, or a group whose jenjang all have one limit."""
    return _KELOMPOK.get(tanpa_awalan(" ".join(teks.upper().split()))) or baca_jenjang(teks)


def _bup_jabatan(a: Aturan, jabatan: str, jenjang: Any) -> dict[str, Any]:
    return _tulis(bup_jabatan(jabatan, a, jenjang if isinstance(jenjang, Jenjang) else None))


def _bup(a: Aturan, jabatan: str) -> dict[str, Any]:
    """A jenjang by its name ('JPT Madya'), else a jabatan fungsional ('Guru Ahli Muda')."""
    try:
        jenjang = _baca_jenjang(jabatan)
    except DomainError:
        return _tulis(bup_jabatan(jabatan, a))
    return _bup_jenjang(a, jenjang)


def _tulis(hasil: BupJabatan) -> dict[str, Any]:
    asal = "Batas khusus jabatan ini." if hasil.khusus else "Pola umum menurut jenjangnya."
    ragu = [] if hasil.terverifikasi else ["Perkiraan, belum terverifikasi."]
    return {
        "bup": hasil.bup,
        "jenjang": hasil.jenjang.name if hasil.jenjang else None,
        "khusus": hasil.khusus,
        "terverifikasi": hasil.terverifikasi,
        "dasar": hasil.pasal,
        "catatan": " ".join(t for t in (asal, *ragu, hasil.catatan) if t),
    }


def _bup_tanggal(a: Aturan, tanggal_lahir: date, bup: Any, jabatan: Any) -> dict[str, Any]:
    if not isinstance(bup, int):
        if not isinstance(jabatan, str):
            raise DomainError("isian_salah", "Isi bup (tahun) atau jabatan.")
        bup = int(_bup(a, jabatan)["bup"])
    return {
        "bup": bup,
        "mencapai_bup": tanggal_bup(tanggal_lahir, bup),
        "tmt_pensiun": tmt_pensiun(tanggal_lahir, bup, a),
        "catatan": _TMT_PERKIRAAN,
    }


_TEMPAT: Final = dibaca(_baca_tempat, ["III/d", "III"]).opsional()
_MKG: Final = {
    "pindah": dibaca(_baca_pindah, ["I/d→II/a"]).opsional(),
    "dari": _TEMPAT,
    "ke": _TEMPAT,
    "mkg_lama": MASA_KERJA.opsional(),
}

TOPIK: Final = (
    Topik("mkg_kenaikan_pangkat", "Masa kerja golongan setelah kenaikan pangkat", _MKG, _mkg),
    Topik("mkg_dua_batas", "Potongan masa kerja golongan bila melewati dua batas", _MKG, _mkg),
    Topik("mkg_iii_iv", "Masa kerja golongan dari golongan III ke IV", _MKG, _mkg),
    Topik(
        "kp_tidak_naik", "Golongan baru harus lebih tinggi", {"dari": GOLONGAN, "ke": GOLONGAN}, _tidak_naik
    ),
    Topik(
        "masa_kerja_keseluruhan",
        "Masa kerja seluruhnya sejak TMT CPNS",
        {"tmt_cpns": TANGGAL, "per": TANGGAL, "tambahan": MASA_KERJA.opsional(0)},
        _keseluruhan,
    ),
    Topik("bup", "Batas usia pensiun menurut jabatan", {"jabatan": TEKS}, _bup, sama={"jenjang": "jabatan"}),
    Topik(
        "bup_jf_umum",
        "Batas usia pensiun pola umum menurut jenjang",
        {"jenjang": dibaca(_baca_jenjang, ["Ahli Pertama", "JPT Pratama", "JF keterampilan"])},
        _bup_jenjang,
        sama={"jabatan": "jenjang"},
    ),
    Topik(
        "bup_jf_khusus",
        "Batas usia pensiun sebuah jabatan fungsional",
        {"jabatan": TEKS, "jenjang": JENJANG.opsional()},
        _bup_jabatan,
    ),
    Topik(
        "bup_tanggal",
        "Kapan batas usia pensiun tercapai",
        {
            "tanggal_lahir": TANGGAL,
            "bup": antara(BILANGAN, 45, 80).opsional(),
            "jabatan": TEKS.opsional(),
        },
        _bup_tanggal,
        sama={"jenjang": "jabatan"},
    ),
)
