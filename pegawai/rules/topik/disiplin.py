"""Questions about discipline and about the deadlines of data protection. Calculators, never verdicts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.topik import BILANGAN, TANGGAL, TEKS, WAKTU, YA_TIDAK, Topik, antara, larik
from pegawai.rules.disiplin import (
    Hukuman,
    hukuman_absen_berturut,
    hukuman_absen_kumulatif,
    libur_tetap,
    mulai_berlaku,
)
from pegawai.rules.pelindungan_data import (
    jenis_permintaan,
    pemberitahuan_insiden,
    tenggat_insiden,
    tenggat_permintaan,
)

_HARI: Final = antara(BILANGAN, 0, 366)
_KALKULATOR: Final = "Hanya alat hitung; hukuman ditetapkan pejabat yang berwenang setelah pemeriksaan."
_TANPA_LIBUR: Final = (
    "Daftar hari libur tidak diisi: tanggal ini dapat mundur bila ada hari libur di antaranya."
)
_LIBUR_TETAP: Final = (
    "Hanya hari libur bertanggal tetap yang ditambahkan; yang berpindah dan cuti bersama diisi sendiri."
)


def _kumulatif(a: Aturan, hari_kerja: int) -> dict[str, Any]:
    return _tulis(hukuman_absen_kumulatif(hari_kerja, a))


def _berturut(a: Aturan, hari_berturut: int) -> dict[str, Any]:
    """Days in a row also count as days of the year, so the cumulative penalty is told beside it."""
    hasil = hukuman_absen_berturut(hari_berturut, a)
    kumulatif = hukuman_absen_kumulatif(hari_berturut, a)
    return {
        **_tulis(hasil),
        "gaji": "dihentikan" if hasil else "tidak dihentikan",
        "hukuman_kumulatif": kumulatif.kode if kumulatif else None,
    }


def _tulis(hasil: Hukuman | None) -> dict[str, Any]:
    if hasil is None:
        return {
            "hukuman": None,
            "tingkat": None,
            "catatan": f"Belum mencapai batas hari untuk hukuman menurut ketentuan ini. {_KALKULATOR}",
        }
    return {
        "hukuman": hasil.kode,
        "tingkat": hasil.tingkat.value,
        "nama": hasil.nama,
        "id_siasn": hasil.id_siasn,
        "bulan": hasil.bulan,
        "memblokir_kenaikan_pangkat": hasil.memblokir,
        "dasar": hasil.pasal,
        "catatan": " ".join(t for t in (hasil.catatan, _KALKULATOR) if t),
    }


def _berlaku(
    a: Aturan, diterima: date, hari_libur: Any, pakai_libur_tetap: bool, hari_kerja_sepekan: int | None
) -> dict[str, Any]:
    diisi = isinstance(hari_libur, list)
    libur = frozenset(hari_libur if diisi else ())
    if pakai_libur_tetap:
        # Fifteen working days never reach beyond the next year.
        libur |= libur_tetap((diterima.year, diterima.year + 1), a)
    catatan = [_TANPA_LIBUR] * (not diisi) + [_LIBUR_TETAP] * pakai_libur_tetap
    return {
        "berlaku": mulai_berlaku(diterima, libur, a, hari_kerja_sepekan=hari_kerja_sepekan),
        "hari_kerja_ke": a["disiplin"].angka("hari_kerja_berlaku"),
        "catatan": " ".join(catatan),
    }


def _permintaan(a: Aturan, permintaan: datetime, jenis: str) -> dict[str, Any]:
    hasil = tenggat_permintaan(permintaan, jenis_permintaan(jenis), a)
    return {
        "paling_lambat": hasil.paling_lambat,
        "jenis": list(hasil.jenis),
        "dasar": list(hasil.pasal),
        "catatan": "Dihitung menurut jam, termasuk hari libur.",
    }


def _insiden(a: Aturan, diketahui: datetime) -> dict[str, Any]:
    hasil = tenggat_insiden(diketahui, a)
    kepada, isi = pemberitahuan_insiden(a)
    return {
        "notifikasi_paling_lambat": hasil.paling_lambat,
        "ke": kepada,
        "isi": isi,
        "dasar": list(hasil.pasal),
        "catatan": "Dihitung menurut jam, termasuk hari libur.",
    }


TOPIK: Final = (
    Topik(
        "absen_kumulatif",
        "Hukuman disiplin untuk hari kerja tidak masuk dalam setahun",
        {"hari_kerja": _HARI},
        _kumulatif,
    ),
    Topik(
        "absen_berturut",
        "Hukuman disiplin untuk hari kerja tidak masuk berturut-turut",
        {"hari_berturut": _HARI},
        _berturut,
    ),
    Topik(
        "mulai_berlaku",
        "Mulai berlakunya keputusan hukuman disiplin",
        {
            "diterima": TANGGAL,
            "hari_libur": larik(TANGGAL).atau_null().opsional(),
            "pakai_libur_tetap": YA_TIDAK.opsional(False),
            "hari_kerja_sepekan": BILANGAN.opsional(None),
        },
        _berlaku,
        menurut="diterima",
    ),
    Topik(
        "pdp_tenggat",
        "Tenggat menjawab permintaan subjek data",
        {"permintaan": WAKTU, "jenis": TEKS.opsional("akses")},
        _permintaan,
    ),
    Topik(
        "pdp_tenggat_insiden",
        "Tenggat memberitahukan kegagalan pelindungan data",
        {"diketahui": WAKTU},
        _insiden,
    ),
)
