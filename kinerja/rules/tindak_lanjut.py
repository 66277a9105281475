"""What is proposed after an appraisal. Proposals only: the atasan starts one or does not."""

from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from kinerja.enums import Aspek, JenisTindakLanjut, Predikat, Rating

_KODE: Final = "tindak_lanjut"


class Usul(NamedTuple):
    """`aspek`: the side that gives ground, empty when only the predikat is known. `perkiraan`: UNV."""

    jenis: JenisTindakLanjut
    aspek: tuple[Aspek, ...]
    perkiraan: bool


def usul_tindak_lanjut(
    predikat: Predikat, hasil: Rating | None, perilaku: Rating | None, a: Aturan
) -> tuple[Usul, ...]:
    """The proposals for one appraisal, in the order of the table.

    Raises DomainError `tindak_lanjut_tak_dikenal` when a file asks for what is not on the closed list.
    """
    baris = a[_KODE].tabel("predikat")[predikat.name]
    alasan = _alasan(predikat, hasil, perilaku)
    return tuple(Usul(_jenis(kata), alasan, baris["conf"] == "UNV") for kata in baris["nilai"])


def _alasan(predikat: Predikat, hasil: Rating | None, perilaku: Rating | None) -> tuple[Aspek, ...]:
    """Below Baik what stands under expectation; from Baik on what stands above it."""
    dicari = Rating.DI_ATAS_EKSPEKTASI if predikat >= Predikat.BAIK else Rating.DI_BAWAH_EKSPEKTASI
    return tuple(a for a, r in ((Aspek.HASIL, hasil), (Aspek.PERILAKU, perilaku)) if r == dicari)


def _jenis(kata: str) -> JenisTindakLanjut:
    if kata not in set(JenisTindakLanjut):
        raise DomainError(
            "tindak_lanjut_tak_dikenal",
            f"Berkas aturan '{_KODE}' mengusulkan '{kata}', yang tidak ada dalam daftar.",
            tindakan="Minta pengelola sistem memperbaiki berkas aturan ini.",
        )
    return JenisTindakLanjut(kata)
