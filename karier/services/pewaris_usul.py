"""From the map of heirs to mentoring: HR picks pairs, and mentoring hears of two people and a competency.

Why they were picked stays here: neither the heir nor the senior is told when the other leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from karier.rules.pewaris import Warisan
from karier.services.pewaris import PetaPewaris, key_in_mentoring, names_of, read_heirs
from mentoring.services.usulan_baca import standing_of
from mentoring.services.usulan_pasangan import UsulanPasangan, propose_pairs
from pegawai.models import Instansi
from pegawai.services.profil import day_in

#: So many pairs a press takes; each is a transaction of its own.
PALING_BANYAK: Final = 100


class Pilihan(NamedTuple):
    """One pair of the map; `kompetensi` as the map calls it."""

    senior: int
    kompetensi: str
    pewaris: int

    @property
    def nilai(self) -> str:
        """What the box of this pair sends: '12|teknis:7|44'."""
        return "|".join(map(str, self))


class HasilPewaris(NamedTuple):
    teks: str
    berubah: bool


class PewarisTampil(NamedTuple):
    """An heir on the page. `nilai`: of the box to tick, empty where there is nothing to do."""

    nama: str
    level: str
    keadaan: str
    nilai: str


def heirs_shown(
    baris: Sequence[Warisan], nama: Mapping[int, tuple[str, str]], *, actor: Any
) -> list[list[PewarisTampil]]:
    """The heirs of each row with how they stand in mentoring; two queries."""
    keadaan = standing_of({_proposal(p) for w in baris for p in _choices(w)})

    def tampil(w: Warisan, p: Pilihan, level: int) -> PewarisTampil:
        kini = keadaan[_proposal(p)]
        boleh = kini.dapat and actor.pegawai_id not in (p.senior, p.pewaris)
        nilai = p.nilai if boleh else ""
        return PewarisTampil(nama[p.pewaris][0], f"level {level}", kini.teks, nilai)

    return [[tampil(w, p, h.level) for p, h in zip(_choices(w), w.pewaris, strict=True)] for w in baris]


def propose_heirs(
    *, instansi: Instansi, pilihan: Iterable[Pilihan], actor: Any, at: datetime
) -> list[HasilPewaris]:
    """*Usulkan pasangan*, a line per pair. Only what the map of today proposes is passed on."""
    peta = read_heirs(instansi.pk, per=day_in(instansi, at))
    warisan = {p: w for w in peta.warisan for p in _choices(w)} if peta else {}
    dipilih = list(dict.fromkeys(pilihan))[:PALING_BANYAK]
    ada = {_proposal(p): p for p in dipilih if p in warisan}
    hasil = propose_pairs(instansi=instansi, usulan=ada, actor=actor, at=at)
    nama = names_of(warisan[p] for p in ada.values())
    kalimat = [HasilPewaris(f"{_who(peta, ada[h.usulan], nama)}: {h.kalimat}", h.berubah) for h in hasil]
    luput = len(dipilih) - len(ada)
    if luput:
        kalimat.append(HasilPewaris(f"{luput} pasangan tidak ada lagi pada peta yang terbaru.", False))
    return kalimat


def _choices(w: Warisan) -> list[Pilihan]:
    return [Pilihan(w.pemegang.kunci, w.pemegang.kompetensi, p.kunci) for p in w.pewaris]


def _proposal(p: Pilihan) -> UsulanPasangan:
    return UsulanPasangan(p.senior, p.pewaris, key_in_mentoring(p.kompetensi))


def _who(peta: PetaPewaris | None, p: Pilihan, nama: Mapping[int, tuple[str, str]]) -> str:
    """'Calon 2, Komunikasi dari Calon 1'."""
    kompetensi = peta.kompetensi[p.kompetensi] if peta else ""
    return f"{nama[p.pewaris][0]}, {kompetensi} dari {nama[p.senior][0]}"
