"""Calculators of the talent map: axes, boxes, overall score, match. Component scores: talenta_skor."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import DESIMAL, Isian, Topik, pilihan
from karier.rules.aturan_talenta import (
    KOMPONEN_KECOCOKAN,
    KOMPONEN_KINERJA,
    KOMPONEN_POTENSIAL,
    KOMPONEN_TALENTA,
    AturanTalenta,
    Tingkat,
    susun,
)
from karier.rules.rasio import Rasio, dua_desimal, tertimbang
from karier.rules.talenta import kotak, tingkat_satu
from kinerja.enums import Predikat, Rating
from kinerja.rules.isian import PREDIKAT, RATING

_POTENSIAL: Final = pilihan(
    {"tinggi": Tingkat.TINGGI, "menengah": Tingkat.MENENGAH, "rendah": Tingkat.RENDAH, "atas": Tingkat.TINGGI}
    | {"sedang": Tingkat.MENENGAH}
)
_MENURUT_RATING: Final = {
    Rating.DI_ATAS_EKSPEKTASI: Tingkat.TINGGI,
    Rating.SESUAI_EKSPEKTASI: Tingkat.MENENGAH,
    Rating.DI_BAWAH_EKSPEKTASI: Tingkat.RENDAH,
}


def _baca_kinerja(nilai: Any) -> Tingkat:
    """A rating as appraisals write it, else a level of the axis."""
    try:
        return _MENURUT_RATING[RATING.baca(nilai)]
    except DomainError as bukan_rating:
        if not isinstance(nilai, str):
            raise
        try:
            hasil: Tingkat = _POTENSIAL.baca(nilai)
        except DomainError:
            raise bukan_rating from None
        return hasil


_KINERJA: Final = Isian(_baca_kinerja, {"anyOf": [RATING.skema, _POTENSIAL.skema]})
_TINGKAT: Final = {Tingkat.TINGGI: "atas", Tingkat.MENENGAH: "menengah", Tingkat.RENDAH: "rendah"}


def _pecahan(nilai: Decimal | None) -> Fraction | None:
    return None if nilai is None else Fraction(nilai)


def _rasio(nilai: Decimal) -> Rasio:
    return Rasio.satu(Fraction(nilai)).jepit()


def _baca_skor_predikat(nilai: Any) -> Decimal | Predikat:
    if isinstance(nilai, str) and not nilai.strip()[:1].isdigit():
        hasil: Predikat = PREDIKAT.baca(nilai)
        return hasil
    angka: Decimal = DESIMAL.baca(nilai)
    return angka


_SKOR: Final = DESIMAL.atau_null().opsional(None)
_SKOR_PREDIKAT: Final = (
    Isian(_baca_skor_predikat, {"anyOf": [DESIMAL.skema, PREDIKAT.skema]}).atau_null().opsional(None)
)


# -- boxes and axes ---------------------------------------------------------------------------


def _isi_kotak(nomor: int, p: AturanTalenta) -> dict[str, Any]:
    suksesi = nomor >= p.kotak_suksesi
    return {"kotak": nomor, "rekomendasi": p.rekomendasi[nomor], "rencana_suksesi": suksesi}


def _kotak_rekomendasi(a: Aturan, *, kinerja: Tingkat, potensial: Tingkat) -> dict[str, Any]:
    p = susun(a)
    return _isi_kotak(int(p.kotak[kinerja, potensial]), p)


def _kotak_skor(a: Aturan, *, kinerja: Decimal, potensial: Decimal) -> dict[str, Any]:
    p = susun(a)
    y, x = _rasio(kinerja), _rasio(potensial)
    tingkat = {
        "tingkat_kinerja": _TINGKAT[tingkat_satu(y, p)],
        "tingkat_potensial": _TINGKAT[tingkat_satu(x, p)],
    }
    return {**_isi_kotak(int(kotak(y, x, p).isi(0)[0]), p), **tingkat}


def _ambang_sumbu(a: Aturan, *, skor: Decimal) -> dict[str, Any]:
    p = susun(a)
    menengah, tinggi = p.ambang
    return {
        "tingkat": _TINGKAT[tingkat_satu(_rasio(skor), p)],
        "ambang_atas": tinggi,
        "ambang_menengah": menengah,
    }


def _sumbu(
    nama: str, nilai: Mapping[str, Rasio], bobot: Mapping[str, int], p: AturanTalenta
) -> dict[str, Any]:
    """An axis of one person: printed with two decimals, classed by its exact points."""
    hasil = tertimbang(nilai, bobot)
    if not hasil.ada[0]:
        kurang = [n for n in bobot if not nilai[n].ada[0]]
        return {
            nama: None,
            "status": "BELUM_LENGKAP",
            "kurang": kurang,
            "catatan": f"Belum lengkap: {', '.join(kurang)}. Bobotnya tidak dibagikan kepada komponen lain.",
        }
    return {
        nama: dua_desimal(hasil.pecahan()),
        "tingkat": _TINGKAT[tingkat_satu(hasil, p)],
        "status": "LENGKAP",
        "kurang": [],
    }


def _kinerja_y(a: Aturan, *, predikat: Decimal | Predikat | None, **lain: Decimal | None) -> dict[str, Any]:
    p = susun(a)
    skor = Decimal(int(p.predikat[predikat])) if isinstance(predikat, Predikat) else predikat
    nilai = {n: Rasio.satu(_pecahan(v)) for n, v in {"predikat": skor, **lain}.items()}
    return _sumbu("Y", nilai, p.bobot_kinerja, p)


def _potensial_x(a: Aturan, **komponen: Decimal | None) -> dict[str, Any]:
    p = susun(a)
    return _sumbu("X", {n: Rasio.satu(_pecahan(v)) for n, v in komponen.items()}, p.bobot_potensial, p)


def _gabung(nama: str, nilai: Mapping[str, Decimal], bobot: Mapping[str, int]) -> dict[str, Any]:
    hasil = tertimbang({n: _rasio(v) for n, v in nilai.items()}, bobot)
    return {nama: dua_desimal(hasil.pecahan()), "tanpa_pembulatan": hasil.pecahan()}


def _skor_talenta(a: Aturan, **nilai: Decimal) -> dict[str, Any]:
    return _gabung("talenta", nilai, susun(a).bobot_talenta)


def _kecocokan(a: Aturan, **nilai: Decimal) -> dict[str, Any]:
    return _gabung("skor", nilai, susun(a).bobot_kecocokan)


TOPIK: Final = (
    Topik(
        "kotak_rekomendasi",
        "Kotak talenta dan rekomendasinya",
        {"kinerja": _KINERJA, "potensial": _POTENSIAL},
        _kotak_rekomendasi,
        kosong=("kotak", "rekomendasi", "rencana_suksesi"),
    ),
    Topik(
        "kotak_skor",
        "Kotak talenta dari dua skor",
        {"kinerja": DESIMAL, "potensial": DESIMAL},
        _kotak_skor,
        kosong=("kotak", "rekomendasi", "rencana_suksesi", "tingkat_kinerja", "tingkat_potensial"),
    ),
    Topik(
        "ambang_sumbu", "Tingkat satu sumbu talenta", {"skor": DESIMAL}, _ambang_sumbu, kosong=("tingkat",)
    ),
    Topik(
        "kinerja_Y",
        "Sumbu kinerja (Y)",
        {n: _SKOR_PREDIKAT if n == "predikat" else _SKOR for n in KOMPONEN_KINERJA},
        _kinerja_y,
    ),
    Topik("potensial_X", "Sumbu potensial (X)", dict.fromkeys(KOMPONEN_POTENSIAL, _SKOR), _potensial_x),
    Topik(
        "skor_talenta",
        "Skor talenta gabungan",
        dict.fromkeys(KOMPONEN_TALENTA, DESIMAL),
        _skor_talenta,
        kosong=("talenta", "tanpa_pembulatan"),
    ),
    Topik(
        "kecocokan_jabatan_65_20_15",
        "Kecocokan dengan jabatan sasaran",
        dict.fromkeys(KOMPONEN_KECOCOKAN, DESIMAL),
        _kecocokan,
        kosong=("skor", "tanpa_pembulatan"),
    ),
)
