"""Words on the predikat of the last one or two assessment years."""

from __future__ import annotations

from asn_karier.lib import kata
from karier.kamus import kalimat, kalimat_jabatan
from karier.kamus.bahan import Bahan, Rincian
from kinerja.enums import Predikat
from kinerja.kamus import LABEL


def rincian_predikat(b: Bahan, *, tahun: int, minimal: int) -> Rincian:
    """`tahun` (1 or 2) years, the last of them not assessed yet in the first months of a year."""
    tertunda = b.angka("predikat_1") is None and b.tmt.month <= b.aturan.bulan_tertunda
    isi = {b.tmt.year - n: b.angka(f"predikat_{n}") for n in range(tahun + tertunda, tertunda, -1)}
    label = LABEL[Predikat]
    nilai = ", ".join(f"{thn} {label[Predikat(p)] if p else 'belum ditetapkan'}" for thn, p in isi.items())
    if tertunda:
        nilai += f" (tahun {b.tmt.year - 1} belum dinilai)"
    rendah = [str(thn) for thn, p in isi.items() if p and p < minimal]
    kapan = "pada setiap tahun" if tahun > 1 else "pada tahun terakhir"
    return Rincian(
        nilai=nilai,
        perlu=f"paling rendah {label[Predikat(minimal)]} {kapan}",
        kurang=f"predikat tahun {kata.daftar(rendah)}" if b.belum else "",
        tindakan=_tindakan(b, tahun, [str(thn) for thn, p in isi.items() if not p]),
        sumber="Penilaian kinerja yang ditetapkan",
    )


def _tindakan(b: Bahan, tahun: int, hilang: list[str]) -> str:
    if b.belum:
        return b.bagi(kalimat.PERBAIKAN if tahun > 1 else kalimat_jabatan.PERBAIKAN_SETAHUN)
    return b.bagi(kalimat.PREDIKAT, tahun=kata.daftar(hilang)) if b.periksa else ""
