"""Calculators of conversions: predikat into angka kredit, by year, by period, by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import BILANGAN, Isian, Topik, antara, larik, objek
from kinerja.enums import Predikat
from kinerja.rules.angka_kredit import konversi, konversi_tepat, selisih_seri, seri_kumulatif
from kinerja.rules.isian import PREDIKAT, ak
from pegawai.enums import Jenjang
from pegawai.rules.isian import JENJANG

BULAN_SETAHUN: Final = 12
_SETAHUN: Final = antara(BILANGAN, 0, BULAN_SETAHUN)
#: No career is longer.
_LAMA: Final = antara(BILANGAN, 0, 60 * BULAN_SETAHUN)


def _tahunan(a: Aturan, *, jenjang: Jenjang, predikat: Predikat, bulan: int) -> dict[str, Any]:
    tepat = konversi_tepat(jenjang, predikat, bulan, a)
    return {"ak_tepat": tepat, "ak_2desimal": ak(konversi(jenjang, predikat, bulan, a))}


def _periodik(a: Aturan, *, jenjang: Jenjang, predikat: Predikat, bulan: int) -> dict[str, Any]:
    """Three decimals as some tools print them; the document line has two (aturan.md 11.1)."""
    tepat = konversi_tepat(jenjang, predikat, bulan, a)
    return {
        "ak_2desimal": ak(konversi(jenjang, predikat, bulan, a)),
        "ak_3desimal": _tiga_desimal(tepat),
        "ak_tepat": tepat,
    }


def _gabung(a: Aturan, *, baris: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Every line is rounded when it is written; the rounded lines are added."""
    senti = [konversi(b["jenjang"], b["predikat"], b["bulan"], a) for b in baris]
    return {"baris": [ak(s) for s in senti], "jumlah": ak(sum(senti))}


def _segmen(a: Aturan, *, segmen: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    bulan = sum(s["bulan"] for s in segmen)
    if bulan > BULAN_SETAHUN:
        raise DomainError(
            "bulan_lebih_dari_setahun",
            f"Bagian-bagian satu tahun berjumlah {bulan} bulan",
            tindakan="Tulis bulan penuh setiap jenjang, bersama-sama paling banyak 12.",
        )
    return {**_gabung(a, baris=segmen), "bulan": bulan}


def _seri(
    a: Aturan, *, jenjang: Jenjang, predikat: Predikat, kumulatif_bulan: Sequence[int]
) -> dict[str, Any]:
    senti = seri_kumulatif(jenjang, predikat, kumulatif_bulan, a)
    return {"kumulatif": [ak(s) for s in senti], "per_periode": [ak(s) for s in selisih_seri(senti)]}


def _tiga_desimal(tepat: Fraction) -> Decimal:
    return Decimal((tepat * 1000 + Fraction(1, 2)).__floor__()).scaleb(-3)


_JABATAN: Final[Mapping[str, Isian]] = {"jenjang": JENJANG, "predikat": PREDIKAT}
_BARIS: Final = objek({**_JABATAN, "bulan": _LAMA})
_PASAL: Final = "PerBKN 3/2023 Ps 12-13"

TOPIK: Final = (
    Topik(
        "ak_tahunan",
        f"Angka kredit satu tahun ({_PASAL})",
        {**_JABATAN, "bulan": _SETAHUN.opsional(BULAN_SETAHUN)},
        _tahunan,
        kosong=("ak_tepat", "ak_2desimal"),
    ),
    Topik(
        "ak_periodik",
        f"Angka kredit sekian bulan ({_PASAL})",
        {**_JABATAN, "bulan": _LAMA},
        _periodik,
        kosong=("ak_tepat", "ak_2desimal", "ak_3desimal"),
    ),
    Topik(
        "ak_gabung_baris",
        "Jumlah beberapa baris konversi, dibulatkan per baris",
        {"baris": larik(_BARIS, paling_sedikit=1)},
        _gabung,
    ),
    Topik(
        "ak_triwulan_seri",
        "Angka kredit kumulatif per periode dalam satu tahun, dan tambahan setiap periode",
        {**_JABATAN, "kumulatif_bulan": larik(_LAMA, paling_sedikit=1)},
        _seri,
    ),
    Topik(
        "ak_dua_jenjang_setahun",
        "Angka kredit satu tahun dalam lebih dari satu jenjang, per bagian",
        {"segmen": larik(_BARIS, paling_sedikit=1)},
        _segmen,
    ),
)
