"""Questions about Satyalancana Karya Satya: which degree, and when."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.topik import (
    BILANGAN,
    DESIMAL,
    TAK_DIISI,
    TANGGAL,
    YA_TIDAK,
    Topik,
    antara,
    pilihan,
)
from pegawai.rules.masa_kerja import BULAN_SETAHUN
from pegawai.rules.satyalancana import (
    derajat,
    derajat_sasaran,
    derajat_tercapai,
    nama_derajat,
    tahun_masa_kerja,
    tanggal_derajat,
)

_LAMA: Final = 100


def _satyalancana(
    a: Aturan, hukdis_sedang_berat: Any, cltn: Any, dimiliki: str | None, **masa: Any
) -> dict[str, Any]:
    """The highest degree reached that is not held, or null and why."""
    tahun = _tahun(**masa)
    capai = derajat_tercapai(Kolom.satu(tahun, tanggal=False), a).baca(0)
    punya = 0 if dimiliki is None else derajat(a)[dimiliki]
    belum, periksa = _halangan(hukdis_sedang_berat, cltn)
    if tahun is None:
        periksa.append("Masa kerja belum diketahui.")
    elif not isinstance(capai, int) or capai <= punya:
        belum.append(_masa_kerja_kurang(a, tahun, punya))
    status = "BELUM" if belum else "PERLU_VERIFIKASI" if periksa else "MEMENUHI"
    lulus = isinstance(capai, int) and status == "MEMENUHI"
    return {
        "jenis": nama_derajat(capai, a) if isinstance(capai, int) and lulus else None,
        "tahun": capai if lulus else None,
        "status": status,
        "alasan": " ".join((*belum, *periksa)),
        "catatan": _tak_ditanya(hukdis_sedang_berat, cltn),
    }


def _tahun(masa_kerja_tahun: Any, masa_kerja_bulan: int, tmt_cpns: Any, per: Any) -> int | None:
    """Full years of service: as given, else from TMT CPNS to `per`. Twelve months and more make years."""
    if masa_kerja_tahun is not TAK_DIISI:
        bulan = None if masa_kerja_tahun is None else int(masa_kerja_tahun * BULAN_SETAHUN) + masa_kerja_bulan
        return None if bulan is None else bulan // BULAN_SETAHUN
    if not isinstance(tmt_cpns, date) or not isinstance(per, date):
        raise DomainError("isian_salah", "Isi masa_kerja_tahun, atau tmt_cpns dan per.")
    tahun = tahun_masa_kerja(Kolom.satu(tmt_cpns), per).baca(0)
    return tahun if isinstance(tahun, int) else None


def _halangan(hukdis: Any, cltn: Any) -> tuple[list[str], list[str]]:
    """What refuses, and what a person has to check."""
    belum = ["Pernah cuti di luar tanggungan negara."] if cltn is True else []
    periksa = ["Riwayat CLTN belum diketahui."] if cltn is None else []
    if hukdis is True:
        periksa.append(
            "Pernah dijatuhi hukuman disiplin sedang atau berat: tidak diberikan. Bila sudah selesai "
            "dijalani, akibatnya diputuskan pejabat yang berwenang karena sumber aturan berbeda."
        )
    if hukdis is None:
        periksa.append("Riwayat hukuman disiplin belum diketahui.")
    return belum, periksa


def _masa_kerja_kurang(a: Aturan, tahun: int, punya: int) -> str:
    berikut = next((n for n in derajat(a).values() if n > max(tahun, punya)), None)
    if berikut is None:
        return "Derajat tertinggi sudah dimiliki."
    return f"Masa kerja {tahun} tahun belum mencapai {berikut} tahun."


def _tak_ditanya(hukdis: Any, cltn: Any) -> str:
    nama = ["hukdis_sedang_berat"] * (hukdis is TAK_DIISI) + ["cltn"] * (cltn is TAK_DIISI)
    return f"Dianggap terpenuhi karena tidak diisi: {', '.join(nama)}." if nama else ""


def _tanggal_satya(a: Aturan, tmt_cpns: date, per: Any, dimiliki: str | None) -> dict[str, Any]:
    """The day of every degree; with `per` also the service on it and the degree that is next."""
    tanggal = tanggal_derajat(tmt_cpns, a)
    hasil: dict[str, Any] = {"tanggal": tanggal, **tanggal}
    if isinstance(per, date):
        cpns = Kolom.satu(tmt_cpns)
        punya = Kolom.satu(None if dimiliki is None else derajat(a)[dimiliki], tanggal=False)
        sasaran = derajat_sasaran(cpns, punya, per=per, a=a).baca(0)
        jenis = nama_derajat(sasaran, a) if isinstance(sasaran, int) else None
        hasil |= {
            "masa_kerja_tahun": tahun_masa_kerja(cpns, per).baca(0),
            "sasaran": jenis,
            "sasaran_tercapai": None if jenis is None else tanggal[jenis] <= per,
        }
    return hasil


_DERAJAT: Final = pilihan(
    {
        nama: kode
        for kode, semua in {
            "X_PERUNGGU": ("X_PERUNGGU", "X", "10", "Perunggu", "10 tahun"),
            "XX_PERAK": ("XX_PERAK", "XX", "20", "Perak", "20 tahun"),
            "XXX_EMAS": ("XXX_EMAS", "XXX", "30", "Emas", "30 tahun"),
        }.items()
        for nama in semua
    }
)
_YA_ATAU_KOSONG: Final = YA_TIDAK.atau_null().opsional()
_PEROLEHAN: Final = _DERAJAT.atau_null().opsional(None)

TOPIK: Final[tuple[Topik, ...]] = (
    Topik(
        "satyalancana",
        "Satyalancana Karya Satya menurut masa kerja",
        {
            "masa_kerja_tahun": antara(DESIMAL, 0, _LAMA).atau_null().opsional(),
            "masa_kerja_bulan": antara(BILANGAN, 0, _LAMA * BULAN_SETAHUN).opsional(0),
            "tmt_cpns": TANGGAL.opsional(),
            "per": TANGGAL.opsional(),
            "hukdis_sedang_berat": _YA_ATAU_KOSONG,
            "cltn": _YA_ATAU_KOSONG,
            "dimiliki": _PEROLEHAN,
        },
        _satyalancana,
    ),
    Topik(
        "satyalancana_tanggal",
        "Kapan setiap Satyalancana Karya Satya tercapai",
        {"tmt_cpns": TANGGAL, "per": TANGGAL.opsional(), "dimiliki": _PEROLEHAN},
        _tanggal_satya,
    ),
)
