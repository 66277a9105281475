"""REST."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from asn_karier.tests.dunia import Dunia
from asn_karier.tests.kebijakan.bentuk import SIAPA_PUN, Baris
from asn_karier.tests.rute import Jawaban

#: Who signed in with a browser is nobody here: these addresses want the token of a program.
_TANPA_TOKEN: Final = (401,) * 8
_DOKUMEN: Final = (SIAPA_PUN, (405,) * 8)

RUTE: Final[dict[str, tuple[Baris, Baris]]] = {
    "api_saya_syarat": (
        (401, 200, 200, 200, 404, 404, 404, 404),
        (401, *[405] * 7),
    ),
    "api_saya_putusan": (
        (401, 200, 200, 200, 404, 404, 404, 404),
        (401, *[405] * 7),
    ),
    "api_saya_coba_hitung": (
        (401, 200, 200, 200, 404, 404, 404, 404),
        (401, *[405] * 7),
    ),
    # Rules without people: anybody may ask, in JSON.
    "api_kalkulator": (SIAPA_PUN, (405,) * 8),
    "api_kalkulator_topik": (SIAPA_PUN, (415,) * 8),
    # Documentation
    **dict.fromkeys(
        (
            "api_openapi_json",
            "api_openapi_yaml",
            "api_dokumen",
            "api_dokumen_panduan",
            "api_dokumen_rujukan",
            "api_dokumen_kode",
            "api_dokumen_galat",
            "api_dokumen_perubahan",
            "api_dokumen_swagger",
        ),
        _DOKUMEN,
    ),
    # No sandbox was made here, and the page says so.
    "api_dokumen_kunci": (SIAPA_PUN, (409,) * 8),
    # Programs of agencies: see KLIEN for what they get
    "api_token": ((405,) * 8, (400,) * 8),
    **dict.fromkeys(
        (
            "api_pegawai",
            "api_pegawai_cari",
            "api_pegawai_satu",
            "api_riwayat_pangkat",
            "api_riwayat_jabatan",
            "api_riwayat_pendidikan",
            "api_riwayat_disiplin",
            "api_hasil",
            "api_rekomendasi",
            "api_referensi",
            "api_referensi_unit",
            "api_referensi_jabatan",
            "api_perubahan",
        ),
        (_TANPA_TOKEN, _TANPA_TOKEN),
    ),
}
#: Which object an address with parts is about.
KUNCI: Final[dict[str, Callable[[Dunia], list[Any]]]] = {
    "api_kalkulator_topik": lambda d: ["ak_tahunan"],
    "api_pegawai_satu": lambda d: [d.diri.publik],
    "api_referensi": lambda d: ["golongan"],
}

#: Programs by their token: with every scope, with every scope but the one that is asked for, of another
#: instansi, of another unit of the same one, and revoked. An address of a list is there for every program;
#: what it holds is checked for the words of the ASN.
KOLOM_KLIEN: Final = ("penuh", "tanpa_cakupan", "lain", "unit_lain", "dicabut")
_DAFTAR: Final = (200, 403, 200, 200, 401)
KLIEN: Final[dict[str, tuple[Jawaban, ...]]] = {
    "api_pegawai": _DAFTAR,
    "api_pegawai_satu": (200, 403, 404, 404, 401),
    "api_pegawai_cari": _DAFTAR,
    "api_riwayat_pangkat": _DAFTAR,
    "api_riwayat_jabatan": _DAFTAR,
    "api_riwayat_pendidikan": _DAFTAR,
    # Only programs of a whole instansi can have the scope.
    "api_riwayat_disiplin": (200, 403, 200, 403, 401),
    "api_hasil": _DAFTAR,
    "api_rekomendasi": _DAFTAR,
    "api_referensi": _DAFTAR,
    "api_referensi_unit": _DAFTAR,
    "api_referensi_jabatan": _DAFTAR,
    "api_perubahan": _DAFTAR,
}
