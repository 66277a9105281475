"""Calculators of kenaikan jenjang and of managerial posts: the rules of the run over one person.

A key that is absent is not asked about: that requirement counts as fulfilled and is named in `catatan`.
A key that is null is a missing fact. Years may be decimals; a part of a month is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import TAK_DIATUR, Kolom
from asn_karier.lib.syarat import TANPA_AKHIR
from asn_karier.lib.topik import (
    BILANGAN,
    DESIMAL,
    TAK_DIISI,
    TANGGAL,
    YA_TIDAK,
    Isian,
    Topik,
    antara,
    larik,
    pilihan,
)
from karier.rules.bersama import kepegawaian
from karier.rules.fakta import Fakta
from karier.rules.jabatan import AturanPromosi, Pengalaman, susun_promosi, syarat_jabatan
from karier.rules.jenjang import susun_jenjang, syarat_jenjang
from karier.rules.topik.jawaban_jabatan import Masukan, jawab_syarat
from kinerja.enums import Predikat
from kinerja.rules.akumulasi import target_jenjang
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN, SENTI, kebutuhan, rentang_golongan
from kinerja.rules.isian import PREDIKAT, sebutan
from pegawai.enums import JenisJabatan, JenisPegawai, Jenjang, StatusKepegawaian, TingkatPendidikan
from pegawai.rules.isian import GOLONGAN, JENJANG, PENDIDIKAN

_JF: Final = (*JF_KETERAMPILAN, *JF_KEAHLIAN)
_TARGET: Final = (
    Jenjang.PENGAWAS,
    Jenjang.ADMINISTRATOR,
    Jenjang.JPT_PRATAMA,
    Jenjang.JPT_MADYA,
    Jenjang.JPT_UTAMA,
)
_BULAN_SETAHUN: Final = 12
# The answer depends on no day but the month of the TMT; this one is outside the months of delayed years.
_TMT_ACUAN: Final = date(2026, 6, 1)
_UMUR_ACUAN: Final = 18
_TERBANYAK: Final = 100_000


# -- reading ----------------------------------------------------------------------------------


def _lowongan(nilai: Any) -> int:
    return int(nilai) if isinstance(nilai, bool) else int(antara(BILANGAN, 0, _TERBANYAK).baca(nilai))


def _predikat(nilai: Any) -> list[Predikat | None]:
    """A list, the latest year last; one predikat alone stands for every year."""
    if isinstance(nilai, str):
        return [PREDIKAT.baca(nilai)] * 2
    hasil: list[Predikat | None] = larik(PREDIKAT.atau_null()).baca(nilai)
    return [None, None, *hasil][-2:]


def _boleh_kosong(isian: Isian) -> Isian:
    return isian.atau_null().opsional()


_TAHUN: Final = _boleh_kosong(antara(DESIMAL, 0, 100))
_BERSAMA: Final[Mapping[str, Isian]] = {
    "hukuman_disiplin": _boleh_kosong(YA_TIDAK),
    "jenis_pegawai": pilihan({j.name: j for j in JenisPegawai}).opsional(JenisPegawai.PNS),
    "tmt": TANGGAL.opsional(),
}
_ISIAN_JENJANG: Final[Mapping[str, Isian]] = {
    "jenjang": JENJANG,
    "ak": _boleh_kosong(antara(DESIMAL, 0, _TERBANYAK)),
    "golongan_awal_cpns": GOLONGAN.opsional(),
    "predikat_1th": _boleh_kosong(PREDIKAT),
    "uji_kompetensi": _boleh_kosong(YA_TIDAK),
    "lowongan": _boleh_kosong(Isian(_lowongan, {"type": ["boolean", "integer"]})),
    **_BERSAMA,
}
#: Years in posts of each jenjang; the rule file says which of them count for a target.
_ISIAN_TAHUN: Final[Mapping[str, Jenjang]] = (
    {f"tahun_{j.name.lower()}": j for j in Jenjang}
    | {f"tahun_jf_{j.name.lower()}": j for j in _JF}
    | {f"tahun_jf_{j.name.lower().removeprefix('ahli_')}": j for j in JF_KEAHLIAN}
)
_ISIAN_PROMOSI: Final[Mapping[str, Isian]] = {
    "pendidikan": _boleh_kosong(PENDIDIKAN),
    "umur": _TAHUN,
    "tanggal_lahir": _boleh_kosong(TANGGAL),
    "pengalaman_bidang_tahun": _TAHUN,
    "predikat": _boleh_kosong(Isian(_predikat, larik(PREDIKAT.atau_null()).skema)),
    **dict.fromkeys(_ISIAN_TAHUN, _TAHUN),
    **_BERSAMA,
}
_SAMA: Final[Mapping[str, str]] = {
    "tanggal_pelantikan": "tmt",
    "usia": "umur",
    "tahun_jf_setingkat_pelaksana": "tahun_pelaksana",
    "tahun_jf_setingkat_pengawas": "tahun_pengawas",
}
#: Which inputs a requirement is asked by.
_MASUKAN: Final[Masukan] = {
    "ak_kumulatif_jenjang": ("ak",),
    "predikat_1_tahun": ("predikat_1th",),
    "predikat_2_tahun": ("predikat",),
    "uji_kompetensi": ("uji_kompetensi",),
    "kebutuhan_jabatan": ("lowongan",),
    "hukuman_disiplin": ("hukuman_disiplin",),
    "pendidikan_pengawas": ("pendidikan",),
    "pendidikan": ("pendidikan",),
    "pengalaman_jabatan": tuple(_ISIAN_TAHUN),
    "pengalaman_bidang": ("pengalaman_bidang_tahun",),
    "usia": ("umur", "tanggal_lahir"),
}


# -- kenaikan jenjang -------------------------------------------------------------------------


def _hitung_jenjang(a: Aturan, *, jenjang: Jenjang, **isi: Any) -> dict[str, Any]:
    if jenjang not in _JF:
        raise DomainError(
            "bukan_jabatan_fungsional",
            "Kenaikan jenjang hanya untuk jenjang jabatan fungsional.",
            tindakan="Isi jenjang dari Pemula sampai Penyelia, atau Ahli Pertama sampai Ahli Utama.",
        )
    tmt = _atau(isi["tmt"], _TMT_ACUAN)
    f = _orang(
        isi,
        jenis_jabatan=JenisJabatan.FUNGSIONAL,
        jenjang=jenjang,
        # At the lowest golongan nothing has been used up: `ak` is the cumulative amount itself.
        golongan=rentang_golongan(jenjang, a)[0],
        tmt_jabatan=tmt,
        predikat_1=_atau(isi["predikat_1th"], susun_jenjang(a).predikat_minimal),
        ujian_tercakup=int(isi["uji_kompetensi"] is not None),
        ukom_tanggal=tmt if _atau(isi["uji_kompetensi"], True) else None,
        lowongan=_atau(isi["lowongan"], susun_jenjang(a).lowongan_minimal),
    )
    butuh, awal = kebutuhan(jenjang, a).jenjang, isi["golongan_awal_cpns"]
    perlu = butuh if awal is TAK_DIISI else target_jenjang(jenjang, awal, a)
    f = f.ganti(ak_sah=Kolom.satu(_terhadap(_atau(_senti(isi["ak"]), perlu), perlu, butuh)))
    lanjut = a["jenjang"].tabel("jenjang_berikut").get(jenjang.name)
    jawab = jawab_syarat(syarat_jenjang(f, a, tmt=tmt), isi, _MASUKAN)
    if lanjut is None and not jawab["alasan"]:
        jawab["alasan"] = f"{sebutan(jenjang)} adalah jenjang tertinggi dalam kategorinya."
    return jawab | {
        "jenjang_berikut": sebutan(Jenjang[lanjut["nilai"]]) if lanjut else None,
        "kebutuhan": None if perlu is None else Decimal(perlu) / SENTI,
    }


def _terhadap(ak: int | None, perlu: int | None, butuh: int | None) -> int | None:
    """Where less is needed (a career that began higher), the distance to it is put to the whole need."""
    return ak if ak is None or perlu is None or butuh is None else ak - perlu + butuh


# -- managerial posts -------------------------------------------------------------------------


def _hitung_promosi(a: Aturan, *, target: Jenjang, **isi: Any) -> dict[str, Any]:
    p, tmt = susun_promosi(a), _pelantikan(isi)
    predikat = _atau(isi["predikat"], [p.predikat_minimal] * 2) or [None] * 2
    f = _orang(
        isi,
        pendidikan=_atau(isi["pendidikan"], max(TingkatPendidikan)),
        tanggal_lahir=_lahir(isi, tmt),
        predikat_1=predikat[1],
        predikat_2=predikat[0],
        jabatan_tercakup=1,
    )
    bidang, perlu_bidang = isi["pengalaman_bidang_tahun"], int(p.bulan_bidang[target])
    pengalaman = Pengalaman(
        jabatan=Kolom.satu(_pengalaman(a, target, isi, int(p.bulan_jabatan[target]))),
        bidang=Kolom.satu(_atau(_bulan(bidang), max(perlu_bidang, 0))),
    )
    sasaran = Kolom.satu(target).hanya(kepegawaian(f, p.kedudukan_aktif).dinilai)
    syarat = syarat_jabatan(f, a, sasaran, pengalaman, tmt=tmt)
    # What the run aims at is verified; for the rest the numbers are told, and said to be an estimate.
    jawab = jawab_syarat(syarat, isi, _MASUKAN, perkiraan=target not in p.sasaran)
    return {"sasaran": sebutan_jabatan(target), "perlu": _perlu(p, target)} | jawab


def _pelantikan(isi: Mapping[str, Any]) -> date:
    """As named; a birthday is put against the day of the question."""
    bawaan = isi["tanya"].per if isinstance(isi["tanggal_lahir"], date) else _TMT_ACUAN
    hari: date = _atau(isi["tmt"], bawaan)
    return hari


def _perlu(p: AturanPromosi, target: Jenjang) -> dict[str, Any]:
    """What the rule file asks for that target; null where it is silent."""
    pendidikan = TingkatPendidikan(p.pendidikan[target]).name
    nama = ("bulan_jabatan", "bulan_bidang", "usia_tertinggi")
    angka = {n: int(getattr(p, n)[target]) for n in nama}
    return {"pendidikan": pendidikan} | {n: None if v == TAK_DIATUR else v for n, v in angka.items()}


def _pengalaman(a: Aturan, target: Jenjang, isi: Mapping[str, Any], perlu: int) -> int | None:
    """Months in posts that count for the target, added up; None when unknown years could still be enough."""
    setara = {Jenjang[n] for n, b in a["promosi"].tabel("sasaran").items() if b["nilai"] == target.name}
    diisi = {n: isi[n] for n in _ISIAN_TAHUN if isi[n] is not TAK_DIISI}
    if not diisi:
        return max(perlu, 0)
    tahun = [nilai for n, nilai in diisi.items() if _ISIAN_TAHUN[n] in setara]
    bulan = _bulan(sum((n for n in tahun if n is not None), Decimal(0)))
    return None if None in tahun and bulan < perlu else bulan


def _lahir(isi: Mapping[str, Any], tmt: date) -> date | None:
    """The birthday as given; else `umur` whole years before the TMT, to the day."""
    if isi["tanggal_lahir"] is not TAK_DIISI:
        lahir: date | None = isi["tanggal_lahir"]
        return lahir
    umur = _atau(isi["umur"], _UMUR_ACUAN)
    return None if umur is None else add_months(tmt, -int(umur) * _BULAN_SETAHUN)


def sebutan_jabatan(jenjang: Jenjang) -> str:
    """'JPT Pratama' for JPT_PRATAMA."""
    return sebutan(jenjang).replace("Jpt", "JPT")


# -- shared -----------------------------------------------------------------------------------


def _orang(isi: Mapping[str, Any], **fakta: Any) -> Fakta:
    """An active PNS (or the kind that was named) whose registers are complete."""
    pns, hukuman = isi["jenis_pegawai"] is JenisPegawai.PNS, isi["hukuman_disiplin"]
    return Fakta.satu(
        jenis_pegawai=isi["jenis_pegawai"],
        status_kepegawaian=StatusKepegawaian.PNS if pns else StatusKepegawaian.PPPK,
        kedudukan_hukum=1,
        disiplin_tercakup=int(hukuman is not None),
        hukdis_sampai=TANPA_AKHIR.item() if hukuman is True else None,
        **fakta,
    )


def _atau(nilai: Any, bila_tak_diisi: Any) -> Any:
    return bila_tak_diisi if nilai is TAK_DIISI else nilai


def _senti(nilai: Any) -> Any:
    """Hundredths, what is beyond dropped: a sum that is short never passes by rounding."""
    return nilai if nilai is TAK_DIISI or nilai is None else int(nilai * SENTI)


def _bulan(tahun: Any) -> Any:
    return tahun if tahun is TAK_DIISI or tahun is None else int(tahun * _BULAN_SETAHUN)


TOPIK: Final[tuple[Topik, ...]] = (
    Topik(
        "kenaikan_jenjang_jf",
        "Kenaikan jenjang jabatan fungsional",
        _ISIAN_JENJANG,
        _hitung_jenjang,
        menurut="tmt",
        sama={"predikat": "predikat_1th"},
    ),
    *(
        Topik(
            f"promosi_{target.name.lower()}",
            f"Syarat menjadi {sebutan_jabatan(target)}",
            _ISIAN_PROMOSI,
            partial(_hitung_promosi, target=target),
            menurut="tmt",
            sama=_SAMA,
            berwaktu=True,
        )
        for target in _TARGET
    ),
)
