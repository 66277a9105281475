"""Sentences about the pola distribusi. It is a warning: nothing is refused because of it."""

from kinerja.enums import Predikat
from kinerja.kamus import LABEL
from kinerja.rules.distribusi import TERBANYAK, Batas, Pelanggaran


def _sebut(predikat: tuple[Predikat, ...]) -> str:
    return " dan ".join(LABEL[Predikat][p] for p in predikat)


def kalimat_batas(b: Batas) -> str:
    """'paling banyak 3', 'paling sedikit 1 (Butuh Perbaikan dan Kurang bersama)'."""
    arah = "paling banyak" if b.paling_banyak else "paling sedikit"
    bersama = f" ({_sebut(b.predikat)} bersama)" if len(b.predikat) > 1 else ""
    return f"{arah} {b.jumlah}{bersama}"


def kalimat_pelanggaran(p: Pelanggaran) -> str:
    """One sentence: what the pola says and what there is."""
    if p.kode == TERBANYAK:
        return f"Menurut pola, {_sebut(p.predikat)} yang terbanyak. Sekarang {p.ada} pegawai."
    arah = "paling banyak" if p.kode.startswith("maks") else "paling sedikit"
    return f"Menurut pola, {_sebut(p.predikat)} {arah} {p.boleh} pegawai. Sekarang {p.ada}."
