"""Whether a KGB can be given: the rule of the run over one person.

A key that is absent is not asked about: that requirement counts as fulfilled and is named in `catatan`.
A key that is null is a missing fact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan
from asn_karier.lib.syarat import TANPA_AKHIR, Status, unpack_status
from asn_karier.lib.topik import (
    BILANGAN,
    TAK_DIISI,
    TANGGAL,
    TEKS,
    YA_TIDAK,
    Isian,
    Topik,
    antara,
    pilihan,
)
from karier.rules.aturan_pangkat import susun
from karier.rules.daftar import KGB, mengikat
from karier.rules.fakta import Fakta
from karier.rules.hak import predikat_minimal_kgb, putuskan_kgb
from kinerja.enums import Predikat
from kinerja.rules.isian import PREDIKAT, sebutan
from pegawai.enums import JenisPegawai, StatusKepegawaian, TingkatHukuman
from pegawai.rules.isian import GOLONGAN, MASA_KERJA
from pegawai.rules.kgb import susun_kgb

_HARI_ACUAN: Final = date(2026, 6, 1)
#: A place on the scale whose step is sure, for who does not ask about the golongan.
_GOLONGAN_ACUAN: Final = "III/a"
_MKG_TERBANYAK: Final = 1200
_HUKUMAN: Final = {
    nama: tingkat
    for tingkat, semua in {
        TingkatHukuman.RINGAN: ("RINGAN", "R"),
        TingkatHukuman.SEDANG: ("SEDANG", "S"),
        TingkatHukuman.BERAT: ("BERAT", "B"),
        "": ("TIDAK ADA", "TIDAK PERNAH", "-"),
    }.items()
    for nama in semua
}
#: Code of a requirement -> the inputs by which it is asked, and what it is called.
_MASUKAN: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "masa_kerja": (("golongan", "tmt_golongan", "mkg", "mkg_bulan"), "masa kerja golongan"),
    "predikat_kgb": (("predikat",), "predikat"),
    "hukuman_disiplin": (("hukdis", "sedang_dijalani", "hukdis_sampai"), "hukuman disiplin"),
}


def _boleh_kosong(isian: Isian) -> Isian:
    return isian.atau_null().opsional()


_ISIAN: Final[Mapping[str, Isian]] = {
    "golongan": _boleh_kosong(GOLONGAN),
    "tmt_golongan": _boleh_kosong(TANGGAL),
    "mkg": _boleh_kosong(MASA_KERJA),
    "mkg_bulan": _boleh_kosong(antara(BILANGAN, 0, _MKG_TERBANYAK)),
    "predikat": _boleh_kosong(PREDIKAT),
    "hukdis": _boleh_kosong(pilihan(_HUKUMAN)),
    "sedang_dijalani": _boleh_kosong(YA_TIDAK),
    "hukdis_sampai": _boleh_kosong(TANGGAL),
    "jenis_pegawai": pilihan({j.name: j for j in JenisPegawai}).opsional(JenisPegawai.PNS),
    "syarat_lain": TEKS.opsional(),
    "per": TANGGAL.opsional(_HARI_ACUAN),
}


def _hitung(a: Aturan, *, per: date, **isi: Any) -> dict[str, Any]:
    hasil = putuskan_kgb(_orang(a, per, isi), a, per=per, tmt=per)
    status, cepat = Status(hasil.status[0]), hasil.paling_cepat[0].item()
    terkemas = int(hasil.syarat[0])
    syarat = {b.kode: unpack_status(terkemas, b.posisi) for b in KGB if mengikat(a, b)}
    berlaku = {kode: s for kode, s in syarat.items() if s is not Status.TIDAK_BERLAKU}
    return {
        "status": status.name,
        "diblokir": status is Status.BELUM,
        "alasan": _alasan(a, isi, berlaku, status),
        "kgb_paling_cepat": cepat,
        "syarat": {kode: s.name for kode, s in berlaku.items()},
        "catatan": _catatan(isi, berlaku),
    }


def _orang(a: Aturan, per: date, isi: Mapping[str, Any]) -> Fakta:
    pns = isi["jenis_pegawai"] is JenisPegawai.PNS
    golongan = _atau(isi["golongan"], GOLONGAN.baca(_GOLONGAN_ACUAN))
    predikat = _atau(isi["predikat"], predikat_minimal_kgb(a))
    sampai, tercakup = _hukuman(a, isi)
    return Fakta.satu(
        jenis_pegawai=isi["jenis_pegawai"],
        status_kepegawaian=StatusKepegawaian.PNS if pns else StatusKepegawaian.PPPK,
        kedudukan_hukum=susun(a).kedudukan_aktif,
        golongan=golongan.urut if golongan else None,
        tmt_golongan=_atau(isi["tmt_golongan"], per),
        mkg_bulan=_atau(isi["mkg_bulan"], _atau(isi["mkg"], susun_kgb(a).siklus)),
        predikat_1=predikat,
        hukdis_sampai=sampai,
        disiplin_tercakup=int(tercakup),
    )


def _hukuman(a: Aturan, isi: Mapping[str, Any]) -> tuple[date | None, bool]:
    """The last day of a penalty that blocks, and whether everything about it is known."""
    disebut = any(isi[n] not in (TAK_DIISI, None, False) for n in ("sedang_dijalani", "hukdis_sampai"))
    tingkat = _atau(isi["hukdis"], TingkatHukuman.SEDANG if disebut else None)
    berat = tingkat in susun(a).hukuman_memblokir
    diketahui = isi["hukdis"] is not None and not (berat and isi["sedang_dijalani"] is None)
    if not berat or isi["sedang_dijalani"] in (False, None):
        return None, diketahui
    return _atau(isi["hukdis_sampai"], None) or TANPA_AKHIR.item(), diketahui


def _alasan(a: Aturan, isi: Mapping[str, Any], berlaku: Mapping[str, Status], status: Status) -> str:
    if isi["jenis_pegawai"] is not JenisPegawai.PNS:
        return "KGB dihitung untuk PNS; masa kerja golongan PPPK tidak dicatat dalam sistem."
    if status is Status.BELUM:
        return " ".join(_BELUM[k](a, isi) for k, s in berlaku.items() if s is status)
    nama = [_MASUKAN[k][1] for k, s in berlaku.items() if s is Status.PERLU_VERIFIKASI and k in _MASUKAN]
    return f"Belum diketahui: {kata.daftar(nama)}." if nama else ""


def _catatan(isi: Mapping[str, Any], berlaku: Mapping[str, Status]) -> str:
    nama = [
        sebut
        for kode, (masukan, sebut) in _MASUKAN.items()
        if kode in berlaku and all(isi[n] is TAK_DIISI for n in masukan)
    ]
    return f"Dianggap terpenuhi karena tidak diisi: {', '.join(nama)}." if nama else ""


def _predikat_kurang(a: Aturan, isi: Mapping[str, Any]) -> str:
    ada, perlu = sebutan(Predikat(isi["predikat"])), sebutan(predikat_minimal_kgb(a))
    return f"Predikat {ada} kurang dari {perlu}."


_BELUM: Final[Mapping[str, Callable[[Aturan, Mapping[str, Any]], str]]] = {
    "predikat_kgb": _predikat_kurang,
    "hukuman_disiplin": lambda *_: "Hukuman disiplin sedang atau berat masih berjalan.",
}


def _atau(nilai: Any, bila_tak_diisi: Any) -> Any:
    return bila_tak_diisi if nilai is TAK_DIISI else nilai


TOPIK: Final[tuple[Topik, ...]] = (
    Topik("kgb_syarat", "Syarat kenaikan gaji berkala", _ISIAN, _hitung),
    Topik("kgb_blokir_hukdis", "KGB selama hukuman disiplin", _ISIAN, _hitung),
    Topik("kgb_predikat", "KGB menurut predikat kinerja", _ISIAN, _hitung),
)
