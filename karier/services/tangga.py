"""The managerial ladder as the rule book has it: level by level, what is asked and how long it takes."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan
from asn_karier.lib.kolom import TAK_DIATUR
from karier.kamus.bahan import nama_golongan
from karier.kamus.rincian_kesiapan import sebagai
from karier.rules.jabatan import susun_promosi
from karier.rules.sasaran import jenjang_dihitung
from karier.services.jabatan_instansi import range_of
from karier.services.parameter import aturan_instansi
from kinerja.enums import Predikat
from kinerja.kamus import LABEL as LABEL_KINERJA
from pegawai.enums import Jenjang, TingkatPendidikan
from pegawai.kamus import LABEL

_TANGGA: Final = (
    Jenjang.PENGAWAS,
    Jenjang.ADMINISTRATOR,
    Jenjang.JPT_PRATAMA,
    Jenjang.JPT_MADYA,
    Jenjang.JPT_UTAMA,
)


class AnakTangga(NamedTuple):
    """One level. `dihitung`: its law is verified; `level`: of the nine competencies in general, or None."""

    nama: str
    dihitung: bool
    dari: str
    kriteria: list[str]
    level: int | None


def managerial_ladder(instansi_id: int, hari: date) -> list[AnakTangga]:
    """Every level from below, by the law of the day; unverified ones are named and said to be so."""
    a = aturan_instansi(instansi_id, hari)
    return [_rung(j, a) for j in _TANGGA]


def _rung(jenjang: Jenjang, a: Aturan) -> AnakTangga:
    dihitung = jenjang in jenjang_dihitung(a)
    return AnakTangga(
        nama=LABEL[Jenjang][jenjang],
        dihitung=dihitung,
        dari=_from(jenjang, a) if dihitung else "",
        kriteria=_criteria(jenjang, a) if dihitung else [],
        level=_level(jenjang, a),
    )


def _from(jenjang: Jenjang, a: Aturan) -> str:
    asal = [Jenjang[n] for n, b in a["promosi"].tabel("sasaran").items() if b["nilai"] == jenjang.name]
    return kata.daftar([LABEL[Jenjang][j] for j in asal])


def _criteria(jenjang: Jenjang, a: Aturan) -> list[str]:
    p = susun_promosi(a)
    bulan, bidang, usia = (int(t[jenjang]) for t in (p.bulan_jabatan, p.bulan_bidang, p.usia_tertinggi))
    predikat = LABEL_KINERJA[Predikat][p.predikat_minimal]
    semua = (
        _education(jenjang, int(p.pendidikan[jenjang]), a),
        _months(bulan, "pengalaman paling sedikit", sebagai(jenjang)),
        _months(bidang, "pengalaman dalam bidang terkait paling sedikit"),
        "" if usia == TAK_DIATUR else f"usia paling tinggi {usia} tahun",
        f"predikat paling rendah {predikat} dalam dua tahun terakhir",
        _rank(jenjang, a),
    )
    # What the law does not say for a level is left out.
    return [teks for teks in semua if teks]


def _months(bulan: int, apa: str, ekor: str = "") -> str:
    return "" if bulan == TAK_DIATUR else f"{apa} {kata.lama(bulan)} {ekor}".strip()


def _education(jenjang: Jenjang, tingkat: int, a: Aturan) -> str:
    """An unverified one is told as an estimate: it decides nothing."""
    if tingkat == TAK_DIATUR:
        return ""
    baris = a["promosi"].tabel("pendidikan_minimal")[jenjang.name]
    duga = " (perkiraan, belum terverifikasi)" if baris["conf"] == "UNV" else ""
    return f"pendidikan paling rendah {LABEL[TingkatPendidikan][TingkatPendidikan(tingkat)]}{duga}"


def _rank(jenjang: Jenjang, a: Aturan) -> str:
    rentang = range_of(jenjang, a)
    if rentang is None:
        return ""
    return f"pangkat {nama_golongan(rentang[0])} sampai {nama_golongan(rentang[1])}"


def _level(jenjang: Jenjang, a: Aturan) -> int | None:
    level = int(a["kompetensi_jenjang"].larik("level", Jenjang, tanpa_unv=True)[jenjang])
    return level if level > 0 else None
