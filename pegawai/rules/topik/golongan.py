"""Questions about NIP, golongan, and what an ijazah opens."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import TAK_DIISI, TANGGAL, TEKS, Isian, Topik, dibaca, pilihan
from pegawai.enums import JenisKelamin, JenisPegawai, Jenjang
from pegawai.rules.golongan import Golongan
from pegawai.rules.ijazah import GolonganIjazah, Ijazah, golongan_awal, golongan_pppk
from pegawai.rules.isian import GOLONGAN_SKALA, IJAZAH, JENJANG, baca_golongan_skala
from pegawai.rules.jenjang import rentang_jenjang
from pegawai.rules.nip import KODE_PARUH_WAKTU, Nip

_KELAMIN: Final = {"L": JenisKelamin.PRIA, "P": JenisKelamin.WANITA}
_ROMAWI_SAJA: Final = re.compile(r"((GOLONGAN|GOL)\.?\s*)?[IVX]+")
_TERTINGGI_PNS: Final = 4
_SKALA: Final = pilihan({j.name: j for j in JenisPegawai})
_BELUM_PASTI: Final = "Perkiraan, belum terverifikasi."
_BEDA_DATA: Final = (
    "Bukan kesalahan: tanggal lahir yang dibetulkan tidak selalu mengganti NIP. Periksa datanya."
)


def _baca_nip(nilai: Any) -> str:
    """Text, or the digits of a number as a spreadsheet stores them."""
    angka = isinstance(nilai, int) and not isinstance(nilai, bool) and nilai >= 0
    return str(TEKS.baca(str(nilai) if angka else nilai))


#: A golongan, and whether its scale is beyond doubt.
_Banding = tuple[Golongan, bool]


def _baca_banding(teks: str) -> _Banding:
    """With its scale, and whether that is beyond doubt: a Roman number alone is a PPPK's from V on."""
    if _ROMAWI_SAJA.fullmatch(teks.strip().upper()):
        golongan = Golongan.pppk(teks)
        return golongan, golongan.urut > _TERTINGGI_PNS
    return baca_golongan_skala(teks), True


def _nip(_: Aturan, nip: str | None, tanggal_lahir: Any, jenis_kelamin: Any) -> dict[str, Any]:
    if nip is None or not nip.strip():
        return {"valid": False, "alasan": "NIP belum diisi", "kode_alasan": "nip_kosong"}
    try:
        hasil = Nip.parse(nip)
    except DomainError as tolak:
        return {"valid": False, "alasan": tolak.pesan, "kode_alasan": tolak.kode}
    peringatan = _peringatan(hasil, tanggal_lahir, jenis_kelamin)
    return {
        "valid": True,
        "nip": hasil.angka,
        "jenis": hasil.jenis.name,
        "tanggal_lahir": hasil.tanggal_lahir,
        "tmt_cpns": hasil.tmt_cpns.isoformat()[:7] if hasil.tmt_cpns else None,
        "tahun_pengangkatan": hasil.tahun_pengangkatan,
        "kode": None if hasil.kode_pppk is None else str(hasil.kode_pppk),
        "paruh_waktu": hasil.kode_pppk == KODE_PARUH_WAKTU,
        "jenis_kelamin": hasil.jenis_kelamin,
        "urut": hasil.urut,
        "peringatan": peringatan,
        "catatan": " ".join([*peringatan, _BEDA_DATA] if peringatan else []),
    }


def _peringatan(nip: Nip, lahir: Any, kelamin: Any) -> list[str]:
    """Where the record says otherwise; only what was given is compared."""
    beda = []
    if isinstance(lahir, date) and lahir != nip.tanggal_lahir:
        beda.append(f"Tanggal lahir pada data {lahir.isoformat()}, pada NIP {nip.tanggal_lahir.isoformat()}.")
    if isinstance(kelamin, JenisKelamin) and kelamin is not nip.jenis_kelamin:
        beda.append(f"Jenis kelamin pada data {kelamin.value}, pada NIP {nip.jenis_kelamin.value}.")
    return beda


def _pangkat(_: Aturan, golongan: Golongan) -> dict[str, Any]:
    return {
        "golongan": golongan.nama,
        "skala": golongan.skala.name,
        "pangkat": golongan.pangkat or None,
        "id_siasn": golongan.id_siasn,
        "urut": golongan.urut,
        "catatan": "" if golongan.pangkat else "Golongan PPPK tidak memakai nama pangkat.",
    }


def _parse(a: Aturan, golongan: Any, teks: Any, skala: JenisPegawai) -> dict[str, Any]:
    diisi = [t for t in (golongan, teks) if isinstance(t, str)]
    if len(diisi) != 1:
        raise DomainError("isian_salah", "Isi salah satu: golongan atau teks.")
    return _pangkat(a, Golongan.parse(diisi[0], skala))


def _urut(_: Aturan, a: Any, b: Any, golongan: Any) -> dict[str, Any]:
    """The order number of one, or the comparison of two."""
    if isinstance(golongan, Golongan):
        return {"golongan": golongan.nama, "urut": golongan.urut}
    if TAK_DIISI in (a, b):
        raise DomainError("isian_salah", "Isi a dan b, atau golongan saja.")
    return _banding(_, a, b)


def _banding(_: Aturan, a: _Banding, b: _Banding) -> dict[str, Any]:
    """A comparison raises for two scales: there is no official conversion."""
    (kiri, jelas), (kanan, kanan_jelas) = a, b
    if not (jelas or kanan_jelas):
        raise DomainError(
            "golongan_tanpa_ruang",
            "Golongan ini ada pada PNS dan pada PPPK.",
            tindakan="Tulis III/a untuk PNS, atau PPPK III.",
        )
    return {
        "a_lebih_rendah": kiri < kanan,
        "a_lebih_tinggi": kiri > kanan,
        "sama": kiri == kanan,
        "urut_a": kiri.urut,
        "urut_b": kanan.urut,
    }


def _ijazah(hasil: GolonganIjazah) -> dict[str, Any]:
    bagian = [hasil.catatan] if hasil.terverifikasi else [_BELUM_PASTI, hasil.catatan]
    return {
        "golongan": hasil.golongan.nama,
        "pangkat": hasil.golongan.pangkat or None,
        "terverifikasi": hasil.terverifikasi,
        "dasar": hasil.pasal,
        "catatan": " ".join(b for b in bagian if b),
    }


def _awal_pns(a: Aturan, pendidikan: Ijazah) -> dict[str, Any]:
    return _ijazah(golongan_awal(pendidikan, a))


def _awal_pppk(a: Aturan, pendidikan: Ijazah) -> dict[str, Any]:
    return _ijazah(golongan_pppk(pendidikan, a))


def _jenjang(a: Aturan, jenjang: Jenjang, golongan: Golongan) -> dict[str, Any]:
    rentang = rentang_jenjang(jenjang, a)
    return {
        "dalam_rentang": rentang.memuat(golongan),
        "min": rentang.terendah.nama,
        "max": rentang.tertinggi.nama,
    }


_NIP: Final = Isian(_baca_nip, {"type": ["string", "integer"]}).atau_null()
_BANDING: Final = dibaca(_baca_banding, ["III/a", "IX", "PNS III/a", "PPPK IX"])

TOPIK: Final = (
    Topik(
        "nip_parse",
        "Arti 18 angka NIP atau NI PPPK",
        {"nip": _NIP, "tanggal_lahir": TANGGAL.opsional(), "jenis_kelamin": pilihan(_KELAMIN).opsional()},
        _nip,
    ),
    Topik("golongan_pangkat", "Pangkat dan id SIASN sebuah golongan", {"golongan": GOLONGAN_SKALA}, _pangkat),
    Topik(
        "golongan_parse",
        "Tulisan baku sebuah golongan",
        {
            "golongan": TEKS.opsional(),
            "teks": TEKS.opsional(),
            "skala": _SKALA.opsional(JenisPegawai.PNS),
        },
        _parse,
    ),
    Topik(
        "golongan_urut",
        "Urutan golongan",
        {"a": _BANDING.opsional(), "b": _BANDING.opsional(), "golongan": GOLONGAN_SKALA.opsional()},
        _urut,
    ),
    Topik(
        "golongan_banding_lintas",
        "Perbandingan golongan PNS dan PPPK",
        {"a": _BANDING, "b": _BANDING},
        _banding,
    ),
    Topik(
        "pendidikan_golongan_awal_pns",
        "Golongan awal PNS menurut ijazah",
        {"pendidikan": IJAZAH},
        _awal_pns,
        sama={"ijazah": "pendidikan"},
    ),
    Topik(
        "pendidikan_golongan_pppk",
        "Golongan awal PPPK menurut ijazah (sebagian perkiraan)",
        {"pendidikan": IJAZAH},
        _awal_pppk,
        sama={"ijazah": "pendidikan"},
    ),
    Topik(
        "jenjang_jf_golongan_nominal",
        "Golongan di dalam rentang jenjang",
        {"jenjang": JENJANG, "golongan": GOLONGAN_SKALA},
        _jenjang,
    ),
)
