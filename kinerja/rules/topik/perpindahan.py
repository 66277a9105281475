"""Calculators of transfers into a jabatan fungsional (PerBKN 3/2023 Lampiran II)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import BILANGAN, DESIMAL, TAK_DIISI, Isian, Topik, antara, dibaca
from kinerja.enums import Predikat
from kinerja.rules import perpindahan
from kinerja.rules.angka_kredit import konversi
from kinerja.rules.isian import PREDIKAT, ak, sebutan
from kinerja.rules.perpindahan import BULAN_SETAHUN, Perpindahan
from pegawai.enums import Jenjang
from pegawai.rules.golongan import Golongan
from pegawai.rules.isian import GOLONGAN, JENJANG, baca_jenjang

_TAHUN: Final = antara(DESIMAL, 0, 60)
_BULAN: Final = antara(BILANGAN, 0, 60 * BULAN_SETAHUN)
_AK: Final = antara(DESIMAL, 0, 1_000_000)


def baca_asal(teks: str) -> Jenjang:
    """'Pengawas', 'Administrator', 'Pelaksana', and 'Pelaksana S2': what was learned does not matter here."""
    kata, _, _ = teks.strip().partition(" ")
    return Jenjang.PELAKSANA if kata.casefold() == "pelaksana" else baca_jenjang(teks)


def _pindah(
    a: Aturan,
    *,
    asal: Jenjang,
    golongan: Golongan,
    jenjang_tujuan: Any,
    predikat: Predikat,
    ak_dasar: Any,
    **masa: Any,
) -> dict[str, Any]:
    p = perpindahan.pindahkan(
        asal,
        golongan,
        a,
        bulan=_bulan(**masa),
        predikat=predikat,
        tujuan=None if jenjang_tujuan is TAK_DIISI else jenjang_tujuan,
    )
    dasar = ak(p.dasar) if p.di_atas or ak_dasar is TAK_DIISI else ak_dasar
    total = ak(p.konversi) + dasar
    return {
        "jenjang_tujuan": sebutan(p.tujuan),
        "jenjang_setara": sebutan(p.setara),
        "bulan_dihitung": p.bulan_dihitung,
        "tahun_dihitung": Fraction(p.bulan_dihitung, BULAN_SETAHUN),
        "ak_konversi": ak(p.konversi),
        "ak_dasar": dasar,
        "total": total,
        "ak": total,
        "pangkat_puncak": p.puncak,
        "di_atas_jenjang": p.di_atas,
        "perlu_konfirmasi": p.perlu_konfirmasi,
        "catatan": _catatan(p),
    }


def _bulan(**masa: Any) -> int:
    """Whole months of tenure out of whichever of the inputs was filled in; none of them is no tenure."""
    diisi = {nama: nilai for nama, nilai in masa.items() if nilai is not TAK_DIISI}
    if len(diisi) > 1:
        raise DomainError("masa_ganda", f"Isi salah satu saja: {', '.join(masa)}")
    for nama, nilai in diisi.items():
        bulan = Decimal(nilai) if nama == "bulan" else nilai * BULAN_SETAHUN
        return int(bulan)
    return 0


def _catatan(p: Perpindahan) -> str:
    if p.di_atas:
        kalimat = ["Pangkat di atas rentang jenjang tujuan: angka kredit tetap, berapa pun masa kerjanya."]
    elif p.puncak:
        kalimat = ["Golongan tertinggi jenjang tujuan: masa jabatan yang dihitung dibatasi."]
    else:
        kalimat = ["Bulan yang tidak penuh tidak dihitung."]
    return " ".join(kalimat + ["Perlu konfirmasi BKN."] * p.perlu_konfirmasi)


def _kembali(a: Aturan, *, jenjang: Any, predikat: Predikat, **masa: Any) -> dict[str, Any]:
    dihitung = perpindahan.bulan_kembali(_bulan(**masa), a)
    hasil = {"bulan_dihitung": dihitung, "tahun_dihitung": Fraction(dihitung, BULAN_SETAHUN)}
    return hasil if jenjang is TAK_DIISI else hasil | {"ak": ak(konversi(jenjang, predikat, dihitung, a))}


def _cap(a: Aturan, *, tahun: Decimal, maks: Any) -> dict[str, Any]:
    batas = perpindahan.tahun_puncak(a) if maks is TAK_DIISI else Fraction(maks)
    return {"tahun_dihitung": min(Fraction(tahun), batas), "maks": batas}


def _kelompok(a: Aturan, *, bulan: int) -> dict[str, Any]:
    return {"bucket": perpindahan.kelompok_masa(bulan, a)}


_PINDAH: Final[Mapping[str, Isian]] = {
    "asal": dibaca(baca_asal, ["Pengawas", "Administrator", "Pelaksana", "Pelaksana S2"]),
    "golongan": GOLONGAN,
    "jenjang_tujuan": JENJANG.opsional(),
    "predikat": PREDIKAT.opsional(Predikat.BAIK),
    "tahun_baik": _TAHUN.opsional(),
    "tahun": _TAHUN.opsional(),
    "bulan": _BULAN.opsional(),
    "ak_dasar": _AK.opsional(),
}
#: Of a pelaksana no equal jenjang says where the appointment is to.
_PELAKSANA: Final[Mapping[str, Isian]] = {**_PINDAH, "jenjang_tujuan": JENJANG}

TOPIK: Final = (
    Topik("ak_dasar_pengawas_IIId", "Perpindahan dari pengawas, dengan angka kredit dasar", _PINDAH, _pindah),
    Topik("ak_pengawas_3_tahun", "Perpindahan dari pengawas menurut masa jabatan", _PINDAH, _pindah),
    Topik("ak_pangkat_puncak_cap", "Perpindahan pada golongan tertinggi jenjang", _PINDAH, _pindah),
    Topik("ak_administrator_4_tahun", "Perpindahan dari administrator", _PINDAH, _pindah),
    Topik(
        "ak_pelaksana_di_atas_jenjang",
        "Pengangkatan pelaksana yang pangkatnya di atas jenjang tujuan",
        _PELAKSANA,
        _pindah,
    ),
    Topik("ak_pelaksana_IIIc", "Pengangkatan pelaksana golongan III ke Ahli Pertama", _PELAKSANA, _pindah),
    Topik(
        "ak_pengangkatan_kembali",
        "Masa yang dihitung pada pengangkatan kembali",
        {
            "bulan": _BULAN.opsional(),
            "tahun": _TAHUN.opsional(),
            "jenjang": JENJANG.opsional(),
            "predikat": PREDIKAT.opsional(Predikat.BAIK),
        },
        _kembali,
        kosong=("bulan_dihitung",),
    ),
    Topik(
        "ak_perpindahan_cap_tahun",
        "Tahun yang dihitung pada perpindahan di golongan tertinggi jenjang",
        {"tahun": _TAHUN, "maks": _TAHUN.opsional()},
        _cap,
        kosong=("tahun_dihitung",),
    ),
    Topik(
        "ak_penyesuaian_bucket",
        "Kelompok masa kepangkatan pada penyesuaian angka kredit",
        {"bulan": _BULAN},
        _kelompok,
        kosong=("bucket",),
    ),
)
