"""Calculators of predikat: the matrix, its percentage, and the pola distribusi."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kata import daftar
from asn_karier.lib.topik import BILANGAN, Isian, Topik, antara
from kinerja.enums import Predikat, PredikatOrganisasi, Rating
from kinerja.rules import distribusi
from kinerja.rules.angka_kredit import persen
from kinerja.rules.isian import (
    JUMLAH_PREDIKAT,
    PREDIKAT,
    PREDIKAT_ORGANISASI,
    RATING,
    SINGKATAN,
    sebutan,
)
from kinerja.rules.predikat import predikat_dari

_ORANG: Final = antara(BILANGAN, 0, 1_000_000)
_PERINGATAN: Final = "Peringatan saja: pola distribusi tidak menahan penilaian."


def _matriks(a: Aturan, *, hasil_kerja: Rating, perilaku: Rating) -> dict[str, Any]:
    predikat = predikat_dari(hasil_kerja, perilaku, a)
    return {"kuadran_id": predikat.kode_siasn, "predikat": sebutan(predikat)}


def _persentase(a: Aturan, *, predikat: Predikat) -> dict[str, Any]:
    return {"persen": persen(predikat, a), "predikat": sebutan(predikat), "kuadran_id": predikat.kode_siasn}


def _pola(
    a: Aturan, *, predikat_organisasi: PredikatOrganisasi, n: Any, jumlah: Mapping[Predikat, int]
) -> dict[str, Any]:
    banyak = sum(jumlah.values())
    if isinstance(n, int) and n != banyak:
        raise DomainError(
            "jumlah_tidak_sama",
            f"Jumlah pegawai per predikat {banyak}, sedangkan n {n}",
            tindakan="Samakan n dengan jumlah semua predikat.",
        )
    if not distribusi.dinilai(banyak, a):
        return {"sesuai": None, "pelanggaran": [], "n": banyak, "catatan": _terlalu_kecil(a)}
    langgar = distribusi.pelanggaran(predikat_organisasi, jumlah, a)
    return {
        "sesuai": not langgar,
        "pelanggaran": [_pelanggaran(p) for p in langgar],
        "n": banyak,
        "catatan": _PERINGATAN,
    }


def _kuota(a: Aturan, *, predikat_organisasi: PredikatOrganisasi, n: int) -> dict[str, Any]:
    batas = distribusi.kuota(predikat_organisasi, n, a)
    utama = distribusi.terbanyak(predikat_organisasi, a)
    return {
        **{b.kode: b.jumlah for b in batas},
        "terbanyak": _singkatan(utama),
        "dinilai": distribusi.dinilai(n, a),
        "catatan": _catatan_kuota(a, predikat_organisasi, n),
    }


def _catatan_kuota(a: Aturan, organisasi: PredikatOrganisasi, n: int) -> str:
    """Why a cap is nobody at all, and that a small group is not judged."""
    kalimat = [_PERINGATAN, "Batas paling banyak dibulatkan ke bawah, paling sedikit ke atas."]
    if not distribusi.dinilai(n, a):
        kalimat.append(_terlalu_kecil(a))
    habis = distribusi.habis_dibulatkan(organisasi, n, a)
    if habis:
        kalimat.append(f"{daftar(habis)} menjadi 0 karena {n} pegawai terlalu sedikit untuk persentasenya.")
    return " ".join(kalimat)


def _terlalu_kecil(a: Aturan) -> str:
    batas = a[distribusi.KODE].angka("pegawai_paling_sedikit")
    return f"Kelompok kurang dari {batas} pegawai: tidak dinilai distribusinya."


def _pelanggaran(p: distribusi.Pelanggaran) -> dict[str, Any]:
    nama = daftar([sebutan(x) for x in p.predikat])
    kalimat = {
        "maks": f"{nama} paling banyak {p.boleh} pegawai, ada {p.ada}",
        "min": f"{nama} paling sedikit {p.boleh} pegawai, ada {p.ada}",
        distribusi.TERBANYAK: f"{nama} seharusnya yang terbanyak, ada {p.ada} dari {p.boleh}",
    }
    return {
        "kode": p.kode,
        "predikat": [_singkatan(x) for x in p.predikat],
        "boleh": p.boleh,
        "ada": p.ada,
        "kalimat": kalimat[p.kode.split("_")[0]],
    }


def _singkatan(predikat: Predikat) -> str:
    return next(s for s, p in SINGKATAN.items() if p is predikat)


_ORGANISASI: Final[Mapping[str, Isian]] = {"predikat_organisasi": PREDIKAT_ORGANISASI}
_PERATURAN: Final = "SE MenPANRB 03/2023"

TOPIK: Final = (
    Topik(
        "predikat_matriks",
        "Predikat kinerja dari rating hasil kerja dan perilaku (PermenPANRB 6/2022)",
        {"hasil_kerja": RATING, "perilaku": RATING},
        _matriks,
        sama={"perilaku_kerja": "perilaku"},
        kosong=("kuadran_id", "predikat"),
    ),
    Topik(
        "predikat_persentase",
        "Persentase angka kredit sebuah predikat (PermenPANRB 1/2023 Ps 37)",
        {"predikat": PREDIKAT},
        _persentase,
        kosong=("persen",),
    ),
    Topik(
        "pola_distribusi",
        f"Kesesuaian distribusi predikat dengan predikat organisasi ({_PERATURAN})",
        {**_ORGANISASI, "n": _ORANG.opsional(), "jumlah": JUMLAH_PREDIKAT},
        _pola,
    ),
    Topik(
        "pola_distribusi_kuota",
        f"Banyaknya pegawai yang boleh mendapat setiap predikat ({_PERATURAN})",
        {**_ORGANISASI, "n": _ORANG},
        _kuota,
    ),
)
