"""Words of the printed papers."""

from typing import Final

KALIMAT_KONSEP: Final = "KONSEP. Salinan bertanda tangan belum dilampirkan."
TANPA_PENILAI: Final = "Tidak tercatat"
DARI_LUAR: Final = "Dinilai di e-Kinerja BKN dan diimpor. Dokumen resminya ada di e-Kinerja."
RATING_TAK_TERCATAT: Final = "Belum tercatat"
DASAR_EVALUASI: Final = "Predikat mengikuti kedua rating menurut PermenPANRB 6/2022."
DASAR_KONVERSI: Final = (
    "Angka kredit = bulan/12 x persentase x koefisien per tahun, dibulatkan dua angka (PerBKN 3/2023)."
)
TANPA_PAK: Final = "PAK terakhir belum tercatat. Jumlah ini hanya konversi yang ditandatangani."
LUAR_RENTANG: Final = (
    "Golongan berada di luar rentang jenjang ini. Kebutuhan kenaikan berikutnya dihitung tersendiri."
)
LEWAT_JENJANG: Final = "Kenaikan pangkat berikutnya ditempuh lewat kenaikan jenjang."
SALDO: Final = (
    "Jumlah PAK adalah angka kredit yang tersisa sesudah kenaikan pangkat terakhir. "
    "Untuk kenaikan jenjang, yang sudah dipakai dalam jenjang ini ikut dihitung."
)


def kalimat_draf(jumlah: int) -> str:
    """What is left out of a sum; empty for nothing."""
    return f"{jumlah} konversi menunggu tanda tangan dan belum dihitung." if jumlah else ""


def kalimat_jenjang_lain(jenjang: list[str]) -> str:
    """Conversions of another jenjang are not added up; empty for none."""
    return f"Konversi jenjang {', '.join(jenjang)} tidak ikut dijumlahkan." if jenjang else ""


def kalimat_pola(label: str) -> str:
    """What the pola distribusi says of an organisation of that predikat."""
    return f"Menurut pola distribusi, {label} yang terbanyak."
