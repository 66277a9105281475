"""Calculators of competencies: required level, gap, job person match and its classes."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.topik import BILANGAN, DESIMAL, TAK_DIISI, TANGGAL, Topik, antara, larik
from karier.rules.kompetensi import (
    asesmen_berlaku,
    asesmen_berlaku_tahun,
    gap_kompetensi,
    hitung_jpm,
    kategori_jpm,
    perlu_pengembangan,
)
from karier.rules.rasio import Rasio, dua_desimal
from pegawai.enums import Jenjang
from pegawai.rules.isian import JENJANG

#: Levels of PermenPANRB 38/2017; a competency that was not shown at all counts 0.
_LEVEL_SYARAT: Final = antara(BILANGAN, 1, 5)
_LEVEL_CAPAIAN: Final = antara(BILANGAN, 0, 5)
#: Uncapped, five levels reached where one is required make 500 %.
_JPM: Final = antara(DESIMAL, 0, 500)
_TAHUN: Final = antara(BILANGAN, 1945, 2200)

KETERANGAN: Final = {
    "MS": "Memenuhi Syarat",
    "MMS": "Masih Memenuhi Syarat",
    "KMS": "Kurang Memenuhi Syarat",
    "OPTIMAL": "Optimal",
    "CUKUP_OPTIMAL": "Cukup Optimal",
    "KURANG_OPTIMAL": "Kurang Optimal",
}
_RUMUS: Final = (
    "Rumus JPM adalah praktik umum dan belum terbaca dalam teks peraturan: perkiraan. Yang menentukan adalah "
    "nilai dengan batas; nilai tanpa batas ditampilkan sebagai pembanding."
)


def _seleksi(jpm: Rasio, a: Aturan) -> str:
    return kategori_jpm(jpm, "seleksi", a)[0] or ""


def _pemetaan(jpm: Rasio, a: Aturan) -> str:
    return KETERANGAN[kategori_jpm(jpm, "pemetaan", a)[0] or ""]


def _jpm_seleksi(a: Aturan, *, jpm: Decimal) -> dict[str, Any]:
    kategori = _seleksi(Rasio.satu(Fraction(jpm)), a)
    return {"kategori": kategori, "keterangan": KETERANGAN[kategori]}


def _jpm_pemetaan(a: Aturan, *, jpm: Decimal) -> dict[str, Any]:
    return {"kategori": _pemetaan(Rasio.satu(Fraction(jpm)), a)}


def _jpm_hitung(a: Aturan, *, capaian: list[int], syarat: list[int]) -> dict[str, Any]:
    if len(capaian) != len(syarat):
        raise DomainError(
            "jumlah_kompetensi",
            f"Capaian {len(capaian)} kompetensi, syarat {len(syarat)} kompetensi.",
            tindakan="Tulis capaian dan syarat untuk kompetensi yang sama, dalam urutan yang sama.",
        )
    jpm = hitung_jpm([Kolom.satu(n) for n in syarat], [Kolom.satu(n) for n in capaian])
    penentu = jpm.penentu(a)
    return {
        "jpm": dua_desimal(penentu.pecahan()),
        "jpm_dibatasi": dua_desimal(jpm.dibatasi.pecahan()),
        "jpm_tanpa_batas": dua_desimal(jpm.tanpa_batas.pecahan()),
        "seleksi": _seleksi(penentu, a),
        "pemetaan": _pemetaan(penentu, a),
        "gap": [gap_kompetensi(s, c) for s, c in zip(syarat, capaian, strict=True)],
        "catatan": _RUMUS,
    }


def _level_kompetensi_syarat(a: Aturan, *, jenjang: Jenjang) -> dict[str, Any]:
    baris = a["kompetensi_jenjang"].tabel("level")[jenjang.name]
    hasil = {"level": int(baris["nilai"]), "mengikat": baris["conf"] != "UNV"}
    ragu = {"catatan": f"Perkiraan, belum terverifikasi. {baris['catatan']}".strip()}
    return hasil if hasil["mengikat"] else hasil | ragu


def _gap_kompetensi(a: Aturan, *, syarat: int, capaian: int) -> dict[str, Any]:
    gap = gap_kompetensi(syarat, capaian)
    perlu = perlu_pengembangan(gap, a)
    return {"gap": gap, "kurang": max(gap, 0), "status": "PERLU_PENGEMBANGAN" if perlu else "MEMENUHI"}


def _asesmen_berlaku(a: Aturan, **isi: Any) -> dict[str, Any]:
    """By dates as in the run, or by years where only these are known."""
    hari = (isi["tanggal_asesmen"], isi["per"])
    tahun = (isi["tahun_asesmen"], isi["tahun_acuan"])
    ada_hari, ada_tahun = TAK_DIISI not in hari, TAK_DIISI not in tahun
    if ada_hari is ada_tahun:
        raise DomainError(
            "asesmen_berlaku",
            "Isi tanggal_asesmen dan per, atau tahun_asesmen dan tahun_acuan.",
            tindakan="Pakai tanggal bila diketahui; hasilnya tepat sampai hari.",
        )
    asesmen, acuan = hari if ada_hari else tahun
    if asesmen > acuan:
        raise DomainError(
            "asesmen_berlaku", "Asesmen tidak mungkin sesudah waktu acuan.", tindakan="Periksa urutannya."
        )
    bulan = a["kompetensi_jenjang"].angka("bulan_berlaku_asesmen")
    if ada_tahun:
        return {"berlaku": asesmen_berlaku_tahun(asesmen, acuan, a), "bulan_berlaku": bulan}
    return {"berlaku": bool(asesmen_berlaku(Kolom.satu(asesmen), a, acuan)[0]), "bulan_berlaku": bulan}


TOPIK: Final = (
    Topik("jpm_seleksi", "Kategori JPM untuk seleksi", {"jpm": _JPM}, _jpm_seleksi, kosong=("kategori",)),
    Topik("jpm_pemetaan", "Kategori JPM untuk pemetaan", {"jpm": _JPM}, _jpm_pemetaan, kosong=("kategori",)),
    Topik(
        "jpm_hitung",
        "JPM dari level capaian dan level syarat",
        {
            "capaian": larik(_LEVEL_CAPAIAN.atau_null(), paling_sedikit=1),
            "syarat": larik(_LEVEL_SYARAT.atau_null(), paling_sedikit=1),
        },
        _jpm_hitung,
        kosong=("jpm", "jpm_dibatasi", "jpm_tanpa_batas", "seleksi", "pemetaan", "gap"),
    ),
    Topik(
        "level_kompetensi_syarat",
        "Level kompetensi yang disyaratkan jenjang jabatan",
        {"jenjang": JENJANG},
        _level_kompetensi_syarat,
        kosong=("level",),
    ),
    Topik(
        "gap_kompetensi",
        "Selisih level syarat dan capaian",
        {"syarat": _LEVEL_SYARAT, "capaian": _LEVEL_CAPAIAN},
        _gap_kompetensi,
        kosong=("gap", "kurang"),
    ),
    Topik(
        "asesmen_berlaku",
        "Asesmen masih berlaku",
        {
            **dict.fromkeys(("tanggal_asesmen", "per"), TANGGAL.opsional()),
            **dict.fromkeys(("tahun_asesmen", "tahun_acuan"), _TAHUN.opsional()),
        },
        _asesmen_berlaku,
        kosong=("berlaku",),
        sama={"tanggal_acuan": "per"},
    ),
)
