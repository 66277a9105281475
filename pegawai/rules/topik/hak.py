"""Questions about rights that come with time: kenaikan gaji berkala; Satyalancana joins them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.topik import (
    BILANGAN,
    TAK_DIISI,
    TANGGAL,
    Isian,
    Topik,
    antara,
    pilihan,
)
from pegawai.rules.golongan import Golongan
from pegawai.rules.isian import GOLONGAN, MASA_KERJA
from pegawai.rules.kgb import kgb_berikut, kgb_sesudah, pemberitahuan, susun_kgb, tunda_sampai
from pegawai.rules.masa_kerja import BULAN_SETAHUN, tulis_masa_kerja

_PASTI: Final = ("V1", "V2")
_LAMA: Final = 100


# -- kenaikan gaji berkala ---------------------------------------------------------------------


def _siklus(a: Aturan, tmt_kgb_terakhir: date, per: Any, **_: Any) -> dict[str, Any]:
    berikut = kgb_sesudah(tmt_kgb_terakhir, per=_atau(per, tmt_kgb_terakhir), a=a)
    return _tulis_kgb(berikut, a) | {"siklus_tahun": susun_kgb(a).siklus // BULAN_SETAHUN, "catatan": ""}


def _pertama(a: Aturan, tmt_cpns: date, golongan: Golongan, mkg: Any) -> dict[str, Any]:
    """By the MKG on TMT CPNS. Without it: 0, where the rule book itself names the first step."""
    baris = a["kgb"].tabel("mkg_pertama_bulan")[golongan.nama]
    # A step that is full on the first day was given by the appointment itself.
    besok = tmt_cpns + timedelta(days=1)
    if mkg is not TAK_DIISI or baris["conf"] in _PASTI:
        hasil = _berikut(a, golongan, tmt_cpns, mkg=_atau(mkg, 0), mkg_bulan=TAK_DIISI, per=besok)
        pertama, catatan = hasil["kgb_berikut"], hasil["catatan"]
    else:
        pertama = kgb_sesudah(tmt_cpns, per=tmt_cpns, a=a)
        catatan = (
            f"Masa kerja golongan saat diangkat dalam golongan {golongan} tidak diisi: dihitung satu siklus "
            "penuh sejak TMT CPNS."
        )
    berikut = kgb_sesudah(pertama, per=pertama, a=a)
    isi = {"kgb_pertama": pertama, "kgb_berikut": berikut, "catatan": catatan}
    return isi | {"pemberitahuan_paling_lambat": pemberitahuan(pertama, a)}


def _pemberitahuan(a: Aturan, kgb: date) -> dict[str, Any]:
    return {
        "pemberitahuan_paling_lambat": pemberitahuan(kgb, a),
        "bulan_sebelum": a["kgb"].angka("pemberitahuan_bulan"),
    }


def _tunda(a: Aturan, kgb: Any, syarat: bool) -> dict[str, Any]:
    """How long a KGB whose conditions are not met may be put off, each time."""
    tahun = 0 if syarat else a["kgb"].angka("tunda_paling_lama_tahun")
    hari = kgb if isinstance(kgb, date) else None
    sampai = tunda_sampai(hari, a) if hari and not syarat else hari
    return {
        "ditunda": not syarat,
        "tunda_maks_tiap_kali_tahun": tahun,
        "dinilai_lagi_paling_lambat": sampai,
        "catatan": "" if syarat else "Sesudah setiap penundaan syaratnya dinilai lagi.",
    }


def _tidak_reset(a: Aturan, kgb_berikut: date, kp_tmt: date, **_: Any) -> dict[str, Any]:
    """A kenaikan pangkat changes the pay a KGB starts from, never its day."""
    tinjau = pemberitahuan(kgb_berikut, a) <= kp_tmt <= kgb_berikut
    return {
        "kgb_berikut": kgb_berikut,
        "berubah": False,
        "perlu_ditinjau": tinjau,
        "catatan": (
            "KGB ini mungkin sudah diproses dengan golongan lama: gaji pokoknya perlu diperiksa."
            if tinjau
            else "Tanggal KGB tetap; hanya gaji pokok dasarnya yang mengikuti golongan baru."
        ),
    }


def _berikut(
    a: Aturan, golongan: Golongan, tmt_golongan: date, mkg: Any, mkg_bulan: Any, per: Any
) -> dict[str, Any]:
    kolom = Kolom.satu(golongan.urut), Kolom.satu(tmt_golongan), Kolom.satu(_bulan(mkg, mkg_bulan))
    hari = _atau(per, tmt_golongan)
    pasti = bool(kgb_berikut(*kolom, per=hari, a=a).tanggal.ada[0])
    hasil = kgb_berikut(*kolom, per=hari, a=a, perkiraan=True)
    tanggal, capai = hasil.tanggal.nilai[0].item(), int(hasil.mkg_bulan.nilai[0])
    ragu = f"Perkiraan: langkah masa kerja golongan {golongan} belum terverifikasi."
    return _tulis_kgb(tanggal, a) | {
        "mkg": tulis_masa_kerja(capai),
        "mkg_bulan": capai,
        "terverifikasi": pasti,
        "catatan": " ".join([ragu] * (not pasti) + _lewat_tabel(a, golongan, capai)),
    }


def _lewat_tabel(a: Aturan, golongan: Golongan, mkg: int) -> list[str]:
    batas = int(susun_kgb(a).mkg_tertinggi[golongan.urut])
    if mkg <= batas:
        return []
    return [f"Tabel gaji golongan ini diperkirakan berakhir pada masa kerja {kata.lama(batas)}."]


def _tulis_kgb(kgb: date, a: Aturan) -> dict[str, Any]:
    return {"kgb_berikut": kgb, "pemberitahuan_paling_lambat": pemberitahuan(kgb, a)}


def _bulan(mkg: Any, mkg_bulan: Any) -> int:
    if mkg is not TAK_DIISI and mkg_bulan is not TAK_DIISI:
        raise DomainError("isian_salah", "Isi salah satu: mkg atau mkg_bulan.")
    bulan: int = _atau(mkg, _atau(mkg_bulan, 0))
    return bulan


def _atau(nilai: Any, bila_tak_diisi: Any) -> Any:
    return bila_tak_diisi if nilai is TAK_DIISI else nilai


_MKG: Final[dict[str, Isian]] = {
    "mkg": MASA_KERJA.opsional(),
    "mkg_bulan": antara(BILANGAN, 0, _LAMA * BULAN_SETAHUN).opsional(),
}

TOPIK: Final[tuple[Topik, ...]] = (
    Topik(
        "kgb_siklus",
        "KGB berikut setelah KGB terakhir",
        {"tmt_kgb_terakhir": TANGGAL, "per": TANGGAL.opsional(), "golongan": GOLONGAN.opsional()},
        _siklus,
    ),
    Topik(
        "kgb_pertama_IIa",
        "KGB pertama sejak TMT CPNS",
        {
            "tmt_cpns": TANGGAL,
            "golongan": GOLONGAN.opsional(Golongan.pns("II/a")),
            "mkg": MASA_KERJA.opsional(),
        },
        _pertama,
    ),
    Topik("kgb_pemberitahuan", "Batas pemberitahuan KGB", {"kgb": TANGGAL}, _pemberitahuan),
    Topik(
        "kgb_tunda_maks",
        "Lama penundaan KGB setiap kali",
        {
            "kgb": TANGGAL.opsional(),
            "syarat": pilihan(
                {"tidak terpenuhi": False, "belum terpenuhi": False, "terpenuhi": True}
            ).opsional(False),
        },
        _tunda,
    ),
    Topik(
        "kgb_kp_tidak_reset",
        "Tanggal KGB setelah kenaikan pangkat",
        {
            "kgb_berikut": TANGGAL,
            "kp_tmt": TANGGAL,
            "golongan_lama": GOLONGAN.opsional(),
            "golongan_baru": GOLONGAN.opsional(),
        },
        _tidak_reset,
    ),
    Topik(
        "kgb_berikut",
        "KGB berikut menurut masa kerja golongan",
        {"golongan": GOLONGAN, "tmt_golongan": TANGGAL, **_MKG, "per": TANGGAL.opsional()},
        _berikut,
    ),
)
