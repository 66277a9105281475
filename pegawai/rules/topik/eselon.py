"""Questions about the eselon of a structural post."""

from __future__ import annotations

from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import TEKS, Topik
from pegawai.enums import Eselon
from pegawai.rules.eselon import (
    JENJANG,
    KeadaanPangkat,
    baca_eselon,
    keadaan_pangkat,
    nama_eselon,
    rentang_diterima,
    rentang_nominal,
)
from pegawai.rules.golongan import Golongan, Rentang
from pegawai.rules.isian import ESELON, GOLONGAN_SKALA, KODE

#: SIASN ids that stand for no eselon, and how the table names them.
_BUKAN_ESELON: Final = {"00": None, "99": "NON"}
_I_A: Final = "I.a dibaca sebagai JPT madya (id 11). Untuk JPT utama tulis id 10."
_BELUM_PASTI: Final = "Perkiraan: rentang ini belum terverifikasi."


def _rentang(eselon: Eselon, rentang: Rentang) -> dict[str, Any]:
    return {
        "eselon": nama_eselon(eselon),
        "min": rentang.terendah.nama,
        "max": rentang.tertinggi.nama,
        "terverifikasi": rentang.terverifikasi,
        "catatan": _catatan(eselon, rentang),
    }


def _catatan(eselon: Eselon, rentang: Rentang) -> str:
    bagian = [_I_A] * (eselon is Eselon.I_A) + [_BELUM_PASTI] * (not rentang.terverifikasi)
    return " ".join(bagian)


def _nominal(a: Aturan, eselon: Eselon) -> dict[str, Any]:
    return _rentang(eselon, rentang_nominal(eselon, a))


def _diterima(a: Aturan, eselon: Eselon) -> dict[str, Any]:
    return _rentang(eselon, rentang_diterima(eselon, a))


def _cek(a: Aturan, eselon: Eselon, golongan: Golongan) -> dict[str, Any]:
    keadaan = keadaan_pangkat(eselon, golongan, a)
    rentang = _rentang(eselon, rentang_diterima(eselon, a))
    return {
        **rentang,
        "diterima": keadaan.diterima,
        "keadaan": keadaan.value,
        "dalam_rentang_nominal": rentang_nominal(eselon, a).memuat(golongan),
        "alasan": "" if keadaan.diterima else f"Golongan {golongan} {keadaan.value}.",
        "catatan": " ".join(t for t in (_keterangan(keadaan), rentang["catatan"]) if t),
    }


def _keterangan(keadaan: KeadaanPangkat) -> str:
    if keadaan is KeadaanPangkat.SATU_DI_BAWAH:
        return "Jabatan boleh diduduki satu tingkat di bawah pangkat minimalnya."
    return ""


def _kode(_: Aturan, eselon_id: Any, eselon: Any) -> dict[str, Any]:
    diisi = [t for t in (eselon_id, eselon) if isinstance(t, str)]
    if len(diisi) != 1:
        raise DomainError("isian_salah", "Isi salah satu: eselon_id atau eselon.")
    bukan = {**_BUKAN_ESELON, "NON": "NON", "NON ESELON": "NON"}
    teks = diisi[0].strip()
    if teks.upper() in bukan:
        kode = teks if teks in _BUKAN_ESELON else "99"
        return {
            "eselon_id": kode,
            "eselon": bukan[teks.upper()],
            "jabatan_asn": None,
            "catatan": "Tanpa eselon.",
        }
    hasil = baca_eselon(teks)
    jenjang = JENJANG.get(hasil)
    return {
        "eselon_id": str(hasil.value),
        "eselon": nama_eselon(hasil),
        "jabatan_asn": jenjang.name.replace("_", " ") if jenjang else None,
        "catatan": "" if jenjang else "Eselon V tidak memiliki padanan jabatan manajerial UU 20/2023.",
    }


TOPIK: Final = (
    Topik(
        "eselon_rentang_nominal",
        "Rentang pangkat sebuah eselon",
        {"eselon": ESELON},
        _nominal,
    ),
    Topik(
        "eselon_rentang_diterima",
        "Rentang pangkat yang diterima SIASN untuk sebuah eselon",
        {"eselon": ESELON},
        _diterima,
    ),
    Topik(
        "eselon_golongan_cek",
        "Golongan pejabat terhadap pangkat eselonnya",
        {"eselon": ESELON, "golongan": GOLONGAN_SKALA},
        _cek,
    ),
    Topik(
        "eselon_kode_siasn",
        "Id SIASN sebuah eselon dan jabatan ASN-nya",
        {"eselon_id": KODE.opsional(), "eselon": TEKS.opsional()},
        _kode,
    ),
)
