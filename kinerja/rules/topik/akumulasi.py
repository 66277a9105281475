"""Calculators of accumulated angka kredit: needs, balance, AK dasar, education bonus, years to go."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, Final

import numpy as np

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan
from asn_karier.lib.topik import DESIMAL, TAK_DIISI, YA_TIDAK, Isian, Topik, antara, pilihan
from kinerja.enums import Predikat
from kinerja.rules import akumulasi
from kinerja.rules.angka_kredit import (
    JF_KEAHLIAN,
    JF_KETERAMPILAN,
    SENTI,
    baris_senti,
    kebutuhan,
    koefisien_milli,
    persen,
    tahun_menuju,
)
from kinerja.rules.isian import PREDIKAT, ak, sebutan
from pegawai.enums import Jenjang
from pegawai.rules.golongan import Golongan, urut_pns
from pegawai.rules.isian import GOLONGAN, JENJANG

_AK: Final = antara(DESIMAL, 0, 1_000_000)


def _senti(senti: int | None) -> Decimal | None:
    """Angka kredit of an amount that the law may not have."""
    return None if senti is None else ak(senti)


def _konfirmasi(berbeda: int | None) -> dict[str, Any]:
    """Whether another source says otherwise (senti), and what."""
    kalimat = "" if berbeda is None else f"Perlu konfirmasi BKN: sumber lain menulis {kata.senti(berbeda)}."
    return {"perlu_konfirmasi": berbeda is not None, "catatan": kalimat}


def _kebutuhan_ak(a: Aturan, *, jenjang: Jenjang) -> dict[str, Any]:
    butuh = kebutuhan(jenjang, a)
    return {
        "kenaikan_pangkat": ak(butuh.pangkat),
        "kenaikan_jenjang": _senti(butuh.jenjang),
    }


def _per_golongan(a: Aturan, *, golongan: Golongan, kategori: Any) -> dict[str, Any]:
    langkah = akumulasi.langkah_berikut(golongan, _keluarga(golongan, kategori), a)
    return {
        "langkah": langkah.langkah,
        "target": _senti(langkah.target),
        "jenjang": sebutan(langkah.jenjang),
        "catatan": "" if langkah.langkah else "Puncak kategorinya: tidak ada langkah berikut.",
    }


def _keluarga(golongan: Golongan, kategori: Any) -> tuple[Jenjang, ...]:
    """Golongan II has jabatan keterampilan only; keahlian is what is meant above it unless said otherwise."""
    if kategori is not TAK_DIISI:
        hasil: tuple[Jenjang, ...] = kategori
        return hasil
    return JF_KEAHLIAN if golongan.urut >= urut_pns("III/a") else JF_KETERAMPILAN


def _timbang(a: Aturan, *, jenjang: Jenjang, ak: Decimal, kebutuhan: Any, langkah: str) -> dict[str, Any]:
    """Kenaikan jenjang starts the accumulation anew; kenaikan pangkat carries the rest over."""
    perlu = _perlu(a, jenjang, kebutuhan)
    t = akumulasi.timbang(Fraction(ak), perlu)
    mulai_lagi = langkah == akumulasi.KENAIKAN_JENJANG
    return {
        "dapat": t.dapat,
        "sisa": Fraction(0) if mulai_lagi else t.sisa,
        "kekurangan": t.kekurangan,
        "kebutuhan": perlu,
        "catatan": "Kenaikan jenjang: angka kredit dimulai lagi dari angka kredit dasar."
        if mulai_lagi
        else "",
    }


def _perlu(a: Aturan, jenjang: Jenjang, diisi: Any) -> Fraction:
    """What was filled in, else the need of the next pangkat."""
    return Fraction(kebutuhan(jenjang, a).pangkat, SENTI) if diisi is TAK_DIISI else Fraction(diisi)


def _bonus(
    a: Aturan,
    *,
    jenjang: Jenjang,
    golongan: Any,
    ak_sebelum: Any,
    kebutuhan: Any,
    **syarat: Any,
) -> dict[str, Any]:
    alasan = _tanpa_bonus(a, **syarat)
    besar = akumulasi.bonus_pendidikan(jenjang, a, None if golongan is TAK_DIISI else golongan)
    bonus = Fraction(0) if alasan else Fraction(besar.senti, SENTI)
    hasil = {
        "bonus": bonus,
        "alasan": alasan or "ijazah lebih tinggi yang relevan, sekali per ijazah",
        "bonus_berbeda": _senti(besar.berbeda),
        **_konfirmasi(besar.berbeda),
    }
    if ak_sebelum is TAK_DIISI:
        return hasil
    total = Fraction(ak_sebelum) + bonus
    return hasil | {"total": total, **_ringkas(akumulasi.timbang(total, _perlu(a, jenjang, kebutuhan)))}


def _ringkas(t: akumulasi.Timbangan) -> dict[str, Any]:
    return {"dapat": t.dapat, "sisa": t.sisa, "kekurangan": t.kekurangan}


def _tanpa_bonus(
    a: Aturan, *, predikat: Any, ijazah_lebih_tinggi: bool, relevan: bool, sudah_dipakai: bool
) -> str:
    """Why there is no bonus; empty when there is one."""
    if not ijazah_lebih_tinggi:
        return "ijazah tidak lebih tinggi"
    if not relevan:
        return "ijazah tidak relevan dengan jabatan fungsionalnya"
    if sudah_dipakai:
        return "ijazah ini sudah pernah dihitung"
    if predikat is not TAK_DIISI and not akumulasi.predikat_cukup(predikat, a):
        return f"predikat {sebutan(predikat)}, paling rendah {_predikat_minimal(a)}"
    return ""


def _predikat_minimal(a: Aturan) -> str:
    return sebutan(Predikat[a["ak_pendidikan"].teks("predikat_minimal")])


def _dasar(a: Aturan, *, jenjang: Jenjang, golongan: Golongan) -> dict[str, Any]:
    dasar = akumulasi.ak_dasar(jenjang, golongan, a)
    return {
        "ak_dasar": ak(dasar.senti),
        "conf": dasar.conf,
        "berbeda": _senti(dasar.berbeda),
        **_konfirmasi(dasar.berbeda),
    }


def _target(a: Aturan, *, jenjang: Jenjang, golongan_awal_cpns: Golongan) -> dict[str, Any]:
    return {
        "target_jenjang": _senti(akumulasi.target_jenjang(jenjang, golongan_awal_cpns, a)),
        "target_penuh": _senti(kebutuhan(jenjang, a).jenjang),
    }


def _tahun(
    a: Aturan, *, jenjang: Jenjang, predikat: Predikat, mulai: Decimal, kebutuhan: Any
) -> dict[str, Any]:
    """Angka kredit alone; the years in the pangkat are another requirement."""
    perlu = _perlu(a, jenjang, kebutuhan)
    koefisien, bagian = koefisien_milli(jenjang, a), persen(predikat, a)
    kurang = -(((Fraction(mulai) - perlu) * SENTI).__floor__())
    tahun = int(tahun_menuju(np.array([kurang]), np.array([koefisien]), bagian)[0])
    setahun = baris_senti(koefisien, bagian, 12)
    masa = kata.lama(a["kenaikan_pangkat"].angka("bulan_jf"))
    return {
        "tahun": tahun,
        "tahun_bulat_penilaian": tahun,
        "ak": Fraction(mulai) + Fraction(tahun * setahun, SENTI),
        "ak_per_tahun": ak(setahun),
        "kebutuhan": perlu,
        "catatan": f"Angka kredit saja; kenaikan pangkat juga meminta {masa} dalam pangkat terakhir.",
    }


_JENJANG: Final[Mapping[str, Isian]] = {"jenjang": JENJANG}
_NERACA: Final[Mapping[str, Isian]] = {
    "jenjang": JENJANG,
    "ak": _AK,
    "kebutuhan": _AK.opsional(),
    "langkah": pilihan({n: n for n in (akumulasi.KENAIKAN_PANGKAT, akumulasi.KENAIKAN_JENJANG)}).opsional(
        akumulasi.KENAIKAN_PANGKAT
    ),
}
_BONUS: Final[Mapping[str, Isian]] = {
    **_JENJANG,
    "ak_sebelum": _AK.opsional(),
    "kebutuhan": _AK.opsional(),
    "golongan": GOLONGAN.opsional(),
    "predikat": PREDIKAT.opsional(),
    "ijazah_lebih_tinggi": YA_TIDAK.opsional(True),
    "relevan": YA_TIDAK.opsional(True),
    "sudah_dipakai": YA_TIDAK.opsional(False),
}
_TAHUN: Final[Mapping[str, Isian]] = {
    **_JENJANG,
    "predikat": PREDIKAT,
    "mulai": _AK.opsional(Decimal(0)),
    "kebutuhan": _AK.opsional(),
}
_KATEGORI: Final = pilihan({"keahlian": JF_KEAHLIAN, "keterampilan": JF_KETERAMPILAN})

_topik: Final = partial(Topik, sama={"golongan_awal": "golongan_awal_cpns", "sudah_pernah": "sudah_dipakai"})
TOPIK: Final[tuple[Topik, ...]] = (
    _topik(
        "kebutuhan_ak",
        "Kebutuhan angka kredit kenaikan pangkat dan jenjang",
        _JENJANG,
        _kebutuhan_ak,
        kosong=("kenaikan_pangkat", "kenaikan_jenjang"),
    ),
    _topik(
        "kebutuhan_per_golongan",
        "Langkah berikut dan kebutuhan angka kreditnya menurut golongan",
        {"golongan": GOLONGAN, "kategori": _KATEGORI.opsional()},
        _per_golongan,
        kosong=("langkah", "target"),
    ),
    *(
        _topik(kode, judul, _NERACA, _timbang, kosong=("dapat", "sisa", "kekurangan", "kebutuhan"))
        for kode, judul in (
            ("ak_sisa_kp", "Sisa angka kredit sesudah kenaikan pangkat"),
            ("ak_kurang", "Kekurangan angka kredit"),
            ("ak_tepat_cukup", "Angka kredit tepat cukup"),
        )
    ),
    *(
        _topik(kode, judul, _BONUS, _bonus, kosong=("bonus",))
        for kode, judul in (
            ("ak_bonus_ijazah", "Angka kredit peningkatan pendidikan dan jumlahnya"),
            ("ak_bonus_ijazah_besar", "Besarnya angka kredit peningkatan pendidikan"),
            ("ak_bonus_ijazah_predikat", "Angka kredit peningkatan pendidikan menurut predikat"),
        )
    ),
    _topik(
        "ak_dasar",
        "Angka kredit dasar",
        {**_JENJANG, "golongan": GOLONGAN},
        _dasar,
        kosong=("ak_dasar",),
    ),
    _topik(
        "jenjang_target_IIc",
        "Kebutuhan kenaikan jenjang bila karier mulai di atas golongan terendah jenjang",
        {**_JENJANG, "golongan_awal_cpns": GOLONGAN},
        _target,
        kosong=("target_jenjang",),
    ),
    *(
        _topik(kode, judul, _TAHUN, _tahun, kosong=("tahun", "tahun_bulat_penilaian"))
        for kode, judul in (
            ("tahun_menuju_kp_predikat_baik", "Tahun menuju kenaikan pangkat dengan predikat tetap"),
            ("tahun_menuju_kp_predikat_sb", "Tahun penilaian menuju kenaikan pangkat"),
        )
    ),
)
