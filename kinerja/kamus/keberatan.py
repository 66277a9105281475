"""Words of objections: what a state means, who does what next."""

from typing import Final

from kinerja.enums import PutusanKeberatan, StatusKeberatan
from kinerja.kamus import LABEL

#: Colour of the mark.
KELAS: Final[dict[StatusKeberatan, str]] = {
    StatusKeberatan.DITERIMA: "jalan",
    StatusKeberatan.DIPERIKSA: "jalan",
    StatusKeberatan.DIPUTUSKAN: "ok",
    StatusKeberatan.DICABUT: "",
}

ARTI: Final[dict[StatusKeberatan, str]] = {
    StatusKeberatan.DITERIMA: "Keberatan sudah masuk. Pejabat yang memutuskan belum mulai memeriksanya.",
    StatusKeberatan.DIPERIKSA: "Pejabat yang memutuskan sedang memeriksa keberatan ini.",
    StatusKeberatan.DIPUTUSKAN: "Keberatan sudah diputuskan. Alasan putusannya tertulis di halaman ini.",
    StatusKeberatan.DICABUT: "Pegawai mencabut keberatan ini. Hasil penilaian tetap seperti semula.",
}

#: What follows a decision, for everybody who reads the case.
AKIBAT: Final[dict[PutusanKeberatan, str]] = {
    PutusanKeberatan.DITERIMA: "Pejabat penilai diminta menilai ulang dengan memperhatikan putusan ini.",
    PutusanKeberatan.SEBAGIAN: (
        "Pejabat penilai diminta menilai ulang bagian yang disebut dalam putusan ini."
    ),
    PutusanKeberatan.TIDAK: "Hasil penilaian tetap berlaku.",
}

PERKIRAAN: Final = (
    "Tenggat ini perkiraan, belum terverifikasi (PP 30/2019 Pasal 59). Hari libur yang tanggalnya "
    "berpindah belum dihitung."
)
MASIH_BOLEH: Final = "Batas ini sudah lewat. Keberatan masih dapat diajukan dan ditandai terlambat."


def tanda(status: StatusKeberatan, putusan: str) -> str:
    """'Sudah masuk', 'Sedang diperiksa', 'Diputuskan – sebagian', 'Dicabut'."""
    label = LABEL[StatusKeberatan][status]
    if status != StatusKeberatan.DIPUTUSKAN:
        return label
    return f"{label} \N{EN DASH} {LABEL[PutusanKeberatan][PutusanKeberatan(putusan)].lower()}"
