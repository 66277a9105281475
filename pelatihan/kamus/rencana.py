"""Words of the plan: why a programme stands where it stands, and what is above the pagu."""

from collections.abc import Sequence
from typing import Final

from asn_karier.lib import kata
from pelatihan.rules.rencana import ANGKATAN_SETAHUN, Usulan

#: Competencies named in one reason; the others are counted.
DISEBUT: Final = 3
CARA_URUT: Final = (
    "Urutan: pelatihan yang menutup paling banyak tingkat celah untuk tiap rupiah berada di atas, yang tanpa "
    "biaya lebih dahulu. Celah yang sudah ditutup pelatihan di atasnya tidak dihitung lagi. Peserta paling "
    f"banyak {ANGKATAN_SETAHUN} angkatan setahun menurut kursi di katalog."
)


def explain_line(usulan: Usulan, kompetensi: Sequence[str]) -> str:
    """'Menutup 42 tingkat celah: Komunikasi 30, Integritas 12. Rp 125.000 per tingkat.'"""
    isi = sorted((b for b in usulan.bagian if b.tingkat), key=lambda b: (-b.tingkat, b.kolom))
    sebut = [f"{kompetensi[b.kolom]} {kata.bilangan(b.tingkat)}" for b in isi[:DISEBUT]]
    if len(isi) > DISEBUT:
        sebut.append(f"dan {len(isi) - DISEBUT} kompetensi lain")
    biaya = -(-usulan.biaya // usulan.tingkat)
    harga = f"{kata.rupiah(biaya)} per tingkat" if biaya else "Tanpa biaya"
    return f"Menutup {kata.bilangan(usulan.tingkat)} tingkat celah: {', '.join(sebut)}. {harga}."[:300]


def above_pagu(jumlah: int, pagu: int) -> str:
    """'Rencana melebihi pagu Rp 120 jt. Urutan terbawah ditandai.'; empty when it fits."""
    lebih = jumlah - pagu
    return f"Rencana melebihi pagu {millions(lebih)}. Urutan terbawah ditandai." if lebih > 0 else ""


def millions(rupiah: int) -> str:
    """'Rp 120 jt' where that is exact to a tenth of a million, else the whole amount."""
    if rupiah < 1_000_000 or rupiah % 100_000:
        return kata.rupiah(rupiah)
    return f"Rp {kata.senti(rupiah // 10_000)} jt"
