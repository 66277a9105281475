"""What a round of 360 feedback may show of the answers of peers and subordinates.

Three rules together keep the answer of one person hidden from everybody who reads results:

1. **Five or more.** Answers are shown only of sets of at least `AMBANG` people. Peers and subordinates
   stand apart when both sets are that large, else together, else not at all; never both apart and
   together. Whether they stand apart does not depend on how many of a small set have answered.
2. **No small difference.** All sets ever shown about one person cut their givers into parts: who was in
   these and not in those. Every part has at least `AMBANG` people (`aman`). Whatever is added or
   subtracted of what was shown, in one round or in several, is about five people or about nobody.
3. **Wide bands.** Of each value only the band of the average is shown, never the number of answers. The
   outer bands are wide on purpose: of five givers none is left with a single possible answer, not even
   when everybody answered alike, and not even to one of the five who compares with their own answer.

Not covered, and said to the givers: words may tell who wrote them. Not covered either: givers who tell
each other what they answered, and the fact that a group is shown, which says that enough have answered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from kinerja.enums import Kelompok360, NilaiBerakhlak, Peran360, Pita360, Skala360

#: The fewest people whose answers are shown, and the fewest by whom two shown sets may differ.
AMBANG: Final = 5
#: Where the second, third and fourth band of an average begin, each including its first value.
BATAS_PITA: Final = (Fraction(2), Fraction(5, 2), Fraction(3))
#: Two questions for each value; the words are in `kamus.umpan_360`.
BUTIR: Final[Mapping[NilaiBerakhlak, tuple[str, ...]]] = {
    n: (f"{n.value}_1", f"{n.value}_2") for n in NilaiBerakhlak
}
SEMUA_BUTIR: Final = tuple(kode for butir in BUTIR.values() for kode in butir)
BERKELOMPOK: Final = (Peran360.REKAN, Peran360.BAWAHAN)
#: Groups as the roles whose answers they hold.
ISI_KELOMPOK: Final[Mapping[Kelompok360, tuple[Peran360, ...]]] = {
    Kelompok360.REKAN: (Peran360.REKAN,),
    Kelompok360.BAWAHAN: (Peran360.BAWAHAN,),
    Kelompok360.GABUNGAN: BERKELOMPOK,
}


class Jawab(NamedTuple):
    """One answer. `penjawab` is only compared with those of earlier rounds and is not shown."""

    penjawab: int
    peran: Peran360
    nilai: Mapping[str, int]
    baik: str = ""
    tingkatkan: str = ""


class Terbitan(NamedTuple):
    """What is shown of one group. A value without a band has too few answers; texts stand in no order."""

    kelompok: Kelompok360
    pita: Mapping[NilaiBerakhlak, Pita360]
    baik: frozenset[tuple[str, int]]
    tingkatkan: frozenset[tuple[str, int]]


def terbitkan(
    jawaban: Sequence[Jawab],
    *,
    diundang: Mapping[Peran360, int],
    terbit: Sequence[frozenset[int]],
) -> list[Terbitan]:
    """All that is shown of the answers of peers and subordinates about one person; empty when too few.

    `diundang`: how many of each role were asked. `terbit`: the sets of givers shown of earlier rounds.
    """
    menjawab = {p: frozenset(j.penjawab for j in jawaban if j.peran == p) for p in BERKELOMPOK}
    return [
        _satu(k, [j for j in jawaban if j.peran in ISI_KELOMPOK[k]])
        for k in kelompok_tampil(menjawab, diundang=diundang, terbit=terbit)
    ]


def kelompok_tampil(
    menjawab: Mapping[Peran360, frozenset[int]],
    *,
    diundang: Mapping[Peran360, int],
    terbit: Sequence[frozenset[int]],
) -> list[Kelompok360]:
    """Which groups are shown: apart, else together, else none."""
    ada = [p for p in BERKELOMPOK if diundang.get(p)]
    terpisah = [menjawab[p] for p in ada]
    if ada and all(len(s) >= AMBANG for s in terpisah) and aman([*terbit, *terpisah]):
        return [Kelompok360(p.value) for p in ada]
    semua = frozenset[int]().union(*terpisah)
    if len(ada) > 1 and len(semua) >= AMBANG and aman([*terbit, semua]):
        return [Kelompok360.GABUNGAN]
    return []


def aman(himpunan: Sequence[frozenset[int]]) -> bool:
    """Whether sets shown about one person leave no part of fewer than `AMBANG` people to be computed."""
    orang = frozenset[int]().union(*himpunan)
    bagian = Counter(tuple(o in h for h in himpunan) for o in orang)
    return all(banyak >= AMBANG for banyak in bagian.values())


def _satu(kelompok: Kelompok360, jawaban: Sequence[Jawab]) -> Terbitan:
    pita = {n: pita_dari([j.nilai for j in jawaban], butir) for n, butir in BUTIR.items()}
    return Terbitan(
        kelompok,
        {n: p for n, p in pita.items() if p is not None},
        _tanpa_urutan(j.baik for j in jawaban),
        _tanpa_urutan(j.tingkatkan for j in jawaban),
    )


def pita_dari(jawaban: Iterable[Mapping[str, int]], butir: Sequence[str]) -> Pita360 | None:
    """The band of one value; every giver counts once. None when fewer than `AMBANG` could tell."""
    rata = [r for j in jawaban if (r := rata_orang(j, butir)) is not None]
    if len(rata) < AMBANG:
        return None
    return Pita360(1 + sum(sum(rata) / len(rata) >= batas for batas in BATAS_PITA))


def rata_orang(nilai: Mapping[str, int], butir: Sequence[str]) -> Fraction | None:
    """What one giver says of one value, exactly; None for somebody who could not tell."""
    terisi = [nilai[b] for b in butir if nilai[b] != Skala360.TIDAK_DAPAT_MENILAI]
    return Fraction(sum(terisi), len(terisi)) if terisi else None


def _tanpa_urutan(teks: Iterable[str]) -> frozenset[tuple[str, int]]:
    """Sentences with how often each was written: nothing else is left of who wrote when."""
    return frozenset(Counter(t for t in teks if t).items())
