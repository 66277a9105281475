"""From a competency gap to what closes it: up to three trainings and a possible mentor, with reasons."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from karier.rules.fakta import capai, unpack_rows
from karier.rules.kebutuhan import KOMPETENSI, hitung_kebutuhan, kompetensi_dari_bit
from karier.services.cocok import CelahTeknis, match_programs, technical_gaps_of
from karier.services.keadaan import Keadaan
from mentoring.services.bahan import Kunci
from mentoring.services.pasangan import SaranMentor, saran_mentor
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.models import Pegawai
from pelatihan.rules.pilihan import Kebutuhan
from pelatihan.services.katalog import SaranPelatihan


class Celah(NamedTuple):
    """One competency below the level that the jabatan asks for (levels 1-5)."""

    kompetensi: KompetensiMansoskul
    level_sekarang: int
    level_wajib: int

    @property
    def nama(self) -> str:
        return LABEL[KompetensiMansoskul][self.kompetensi]

    @property
    def teks(self) -> str:
        """'Komunikasi level 2 ke 3'."""
        return f"{self.nama} level {self.level_sekarang} ke {self.level_wajib}"

    @property
    def kebutuhan(self) -> Kebutuhan:
        return Kebutuhan(self.kompetensi.value, self.nama, self.level_sekarang, self.level_wajib)


class SaranPengembangan(NamedTuple):
    """What would help: programmes for all gaps, a mentor for the main one. `lain`: the other gaps."""

    celah: Celah | CelahTeknis
    pelatihan: list[SaranPelatihan]
    mentor: SaranMentor | None
    lain: list[Celah | CelahTeknis]


def find_gaps(keadaan: Keadaan) -> list[Celah]:
    """The gaps of a stored outcome, the largest first, official order on a tie."""
    return find_all_gaps([keadaan])[keadaan.pegawai_id]


def find_all_gaps(semua: Iterable[Keadaan]) -> dict[int, list[Celah]]:
    """The gaps of each, by person: one pass over columns for all who were judged by the same law."""
    sehukum: dict[tuple[str, date, int], list[Keadaan]] = {}
    for k in semua:
        kunci = (repr(k.hasil.versi_aturan), k.per_tanggal, len(k.hasil.fakta))
        sehukum.setdefault(kunci, []).append(k)
    return {pk: celah for bagian in sehukum.values() for pk, celah in _gaps(bagian)}


def _gaps(bagian: list[Keadaan]) -> Iterator[tuple[int, list[Celah]]]:
    fakta = unpack_rows([k.hasil.fakta for k in bagian])
    gap = hitung_kebutuhan(fakta, bagian[0].aturan, per=bagian[0].per_tanggal).gap
    # A gap exists only where both the need and the assessment are recorded.
    punya = {k: capai(fakta, k).isi(0) for k in KOMPETENSI}
    for i, keadaan in enumerate(bagian):
        besar = dict(zip(KOMPETENSI, gap[i].tolist(), strict=True))
        celah = [
            Celah(k, int(punya[k][i]), int(punya[k][i]) + besar[k])
            for k in kompetensi_dari_bit(keadaan.kebutuhan)
        ]
        yield keadaan.pegawai_id, sorted(celah, key=lambda c: c.level_sekarang - c.level_wajib)


def all_gaps(keadaan: Keadaan) -> list[Celah | CelahTeknis]:
    """Managerial, socio-cultural and technical gaps of one person, the largest first.

    Of equal ones what was assessed comes first: it is what people wait for a mentor in.
    """
    semua: list[Celah | CelahTeknis] = [*find_gaps(keadaan), *technical_gaps_of(keadaan.pegawai_id)]
    return sorted(semua, key=lambda c: (-c.kebutuhan.besar, c.level_sekarang is None))


def suggest_development(*, pegawai: Pegawai, keadaan: Keadaan, per: date) -> SaranPengembangan | None:
    """Trainings for the gaps of `pegawai` and a mentor for the main one; None when no gap is known."""
    celah = all_gaps(keadaan)
    if not celah:
        return None
    kebutuhan = [c.kebutuhan for c in celah]
    pelatihan = match_programs(pegawai=pegawai, keadaan=keadaan, kebutuhan=kebutuhan, per=per)
    return SaranPengembangan(celah[0], pelatihan, _mentor(pegawai, keadaan, celah[0], per), celah[1:])


def _mentor(pegawai: Pegawai, keadaan: Keadaan, celah: Celah | CelahTeknis, per: date) -> SaranMentor | None:
    """For who waits in this gap the stored suggestion; who has a running mentor is not offered another."""
    if keadaan.fakta.baca("mentor_aktif") == 1:
        return None
    kunci: Kunci = (
        ("", celah.kompetensi.pk) if isinstance(celah, CelahTeknis) else (celah.kompetensi.value, None)
    )
    calon = saran_mentor(mentee=pegawai, kunci=kunci, level_wajib=celah.level_wajib, per=per, banyak=1)
    return calon[0] if calon else None
