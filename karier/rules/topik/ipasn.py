"""Calculators of the index of professionality (IPASN): an internal estimate of what SIASN computes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import BILANGAN, DESIMAL, Isian, Topik, antara, pilihan
from karier.rules.integritas import HUKDIS, Riwayat
from karier.rules.ipasn import (
    DIMENSI,
    PARUH,
    AturanIpasn,
    Kategori,
    jumlah,
    kategori,
    skor_disiplin,
    skor_teknis,
    susun,
)
from karier.rules.rasio import PENUH, Rasio, dua_desimal
from kinerja.enums import Predikat
from kinerja.rules.isian import PREDIKAT
from pegawai.enums import JenisJabatan, TingkatPendidikan
from pegawai.rules.isian import PENDIDIKAN

_PERKIRAAN: Final = "Perkiraan internal. Nilai resmi Indeks Profesionalitas ASN ada pada SIASN."
_JP: Final = antara(BILANGAN, 0, 1_000_000)
_JENIS: Final = pilihan(
    {
        "struktural": JenisJabatan.STRUKTURAL,
        "JPT": JenisJabatan.STRUKTURAL,
        "administrator": JenisJabatan.STRUKTURAL,
        "pengawas": JenisJabatan.STRUKTURAL,
        "JF": JenisJabatan.FUNGSIONAL,
        "fungsional": JenisJabatan.FUNGSIONAL,
        "pelaksana": JenisJabatan.PELAKSANA,
    }
)
_DI_BAWAH_SLTA: Final = re.compile(r"(<|DIBAWAH|KURANGDARI|LEBIHRENDAHDARI)(SLTA|SMA)|(SLTP|SMP)KEBAWAH")
#: The training part of a total, by the word its input uses and the row of the rule file.
_BARIS: Final = {
    "diklat_kepemimpinan": "diklat_kepemimpinan",
    "diklat_fungsional": "diklat_fungsional",
    "teknis_20jp": "teknis",
    "seminar": "seminar",
}


def _baca_pendidikan(nilai: Any) -> TingkatPendidikan:
    if isinstance(nilai, str) and _DI_BAWAH_SLTA.fullmatch("".join(nilai.upper().split())):
        return TingkatPendidikan.SLTP
    hasil: TingkatPendidikan = PENDIDIKAN.baca(nilai)
    return hasil


def _baca_poin(nilai: Any) -> Decimal | bool:
    if isinstance(nilai, bool):
        return nilai
    hasil: Decimal = DESIMAL.baca(nilai)
    return hasil


#: Points, or whether the person has it.
_POIN: Final = Isian(_baca_poin, {"anyOf": [DESIMAL.skema, {"type": "boolean"}]})


def _kualifikasi(a: Aturan, *, pendidikan: TingkatPendidikan) -> dict[str, Any]:
    return {"skor": Fraction(int(susun(a).kualifikasi[pendidikan]), PARUH)}


def _disiplin(a: Aturan, *, hukdis: list[Riwayat] | None) -> dict[str, Any]:
    tingkat = [r for r in hukdis or [] if r is not Riwayat.MENJALANI]
    if hukdis and not tingkat:
        raise DomainError(
            "hukdis",
            "Indeks dihitung dari tingkat hukuman, bukan dari sedang dijalani atau tidak.",
            tindakan="Isi tidak ada, ringan, sedang, atau berat.",
        )
    return {"skor": skor_disiplin(tingkat, susun(a))}


def _kinerja(a: Aturan, *, predikat: Predikat) -> dict[str, Any]:
    return {
        "skor": Fraction(int(susun(a).kinerja[predikat]), PARUH),
        "catatan": a["ipasn"].tabel("kinerja")[predikat.name]["catatan"] + " " + _PERKIRAAN,
    }


def _nama(nilai: Rasio, p: AturanIpasn) -> str:
    return Kategori(int(kategori(nilai, p).isi(0)[0])).name.replace("_", " ").title()


def _kategori(a: Aturan, *, nilai: Decimal) -> dict[str, Any]:
    return {"kategori": _nama(Rasio.satu(Fraction(nilai)), susun(a))}


def _maks_dimensi(a: Aturan) -> dict[str, Any]:
    poin = {nama: Fraction(n, PARUH) for nama, n in susun(a).maksimum.items()}
    return {**poin, "total": sum(poin.values())}


def _teknis(a: Aturan, *, jp: int, jenis: JenisJabatan) -> dict[str, Any]:
    p = susun(a)
    return {"skor_teknis": skor_teknis(jp, jenis, p), "jp_minimal": p.jp_teknis}


def _total(jenis: JenisJabatan) -> Callable[..., Mapping[str, Any]]:
    """The total of one kind of jabatan: nothing counts for more than its row allows."""

    def hitung(a: Aturan, **isi: Decimal | bool) -> dict[str, Any]:
        p = susun(a)
        poin = {n: _poin(n, nilai, _batas(p, jenis)[n]) for n, nilai in isi.items()}
        total = jumlah(poin.values())
        lain = sum(poin[n] for n in DIMENSI if n in poin)
        return {
            "total": dua_desimal(total.pecahan()),
            "kategori": _nama(total, p),
            "kompetensi": (total.pecahan() or 0) - lain,
            "catatan": _PERKIRAAN,
        }

    return hitung


def _batas(p: AturanIpasn, jenis: JenisJabatan) -> dict[str, Fraction]:
    baris = p.kompetensi[jenis]
    kompetensi = {n: baris[nama] for n, nama in _BARIS.items() if nama in baris}
    return {n: Fraction(m, PARUH) for n, m in {**p.maksimum, **kompetensi}.items()}


def _poin(nama: str, nilai: Decimal | bool, batas: Fraction) -> Fraction:
    """DomainError `di_luar_dimensi` when it is no amount this part can have."""
    if isinstance(nilai, bool):
        return batas if nilai else Fraction(0)
    if not 0 <= nilai <= batas:
        raise DomainError(
            "di_luar_dimensi",
            f"Nilai {nama} antara 0 dan {float(batas):g}. Yang diisi {nilai}.",
            tindakan="Periksa nilai itu; ipasn_maks_dimensi menyebut nilai tertinggi setiap dimensi.",
        )
    return Fraction(nilai)


def _isian(*kompetensi: str) -> Mapping[str, Isian]:
    return {
        n: _POIN if n in kompetensi else DESIMAL for n in ("kualifikasi", *kompetensi, "kinerja", "disiplin")
    }


_TOTAL: Final = ("total", "kategori", "kompetensi")
TOPIK: Final = (
    Topik(
        "ipasn_kualifikasi",
        "IPASN: dimensi kualifikasi",
        {"pendidikan": Isian(_baca_pendidikan, PENDIDIKAN.skema)},
        _kualifikasi,
        sama={"ijazah": "pendidikan"},
        kosong=("skor",),
    ),
    Topik("ipasn_disiplin", "IPASN: dimensi disiplin", {"hukdis": HUKDIS.opsional(None)}, _disiplin),
    Topik("ipasn_kinerja", "IPASN: dimensi kinerja", {"predikat": PREDIKAT}, _kinerja, kosong=("skor",)),
    Topik(
        "ipasn_kategori",
        "IPASN: kategori nilai",
        {"nilai": antara(DESIMAL, 0, PENUH)},
        _kategori,
        kosong=("kategori",),
    ),
    Topik("ipasn_maks_dimensi", "IPASN: nilai tertinggi setiap dimensi", {}, _maks_dimensi),
    Topik(
        "ipasn_kompetensi_teknis_bawah_20jp",
        "IPASN: skor pelatihan teknis menurut JP",
        {"jp": _JP, "jenis": _JENIS.opsional(JenisJabatan.STRUKTURAL)},
        _teknis,
        kosong=("skor_teknis",),
    ),
    Topik(
        "ipasn_total_JPT",
        "IPASN: total JPT, administrator, dan pengawas",
        _isian("diklat_kepemimpinan", "teknis_20jp", "seminar"),
        _total(JenisJabatan.STRUKTURAL),
        kosong=_TOTAL,
    ),
    Topik(
        "ipasn_total_JF",
        "IPASN: total jabatan fungsional",
        _isian("diklat_fungsional", "teknis_20jp", "seminar"),
        _total(JenisJabatan.FUNGSIONAL),
        kosong=_TOTAL,
    ),
    Topik(
        "ipasn_total_pelaksana",
        "IPASN: total pelaksana",
        _isian("teknis_20jp", "seminar"),
        _total(JenisJabatan.PELAKSANA),
        kosong=_TOTAL,
    ),
)
