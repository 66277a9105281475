"""What a round may show: as tables, and as properties that no view may break.

The properties are functions of the rules as they stand, so that the last part can weaken one rule at a time
and see that its property notices.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.enums import Kelompok360, NilaiBerakhlak, Peran360, Pita360
from kinerja.rules import umpan_360 as aturan
from kinerja.rules.umpan_360 import BUTIR, SEMUA_BUTIR, Jaringan, Jawab, Posisi

REKAN, BAWAHAN = Peran360.REKAN, Peran360.BAWAHAN
BAWAHAN_DARI = 100
BUTIR_SATU = BUTIR[NilaiBerakhlak.AKUNTABEL]


def jawab(penjawab: int, nilai: int = 3, **lain: Any) -> Jawab:
    """A peer, or a subordinate from number 100 on, who gives every question the same answer."""
    peran = BAWAHAN if penjawab >= BAWAHAN_DARI else REKAN
    return Jawab(penjawab, peran, dict.fromkeys(SEMUA_BUTIR, nilai), **lain)


def dunia(rekan: int, bawahan: int = 0, nilai: int = 3) -> list[Jawab]:
    return [jawab(i, nilai) for i in (*range(1, rekan + 1), *range(100, 100 + bawahan))]


def tampil(
    jawaban: Sequence[Jawab],
    diundang: tuple[int, int] = (8, 8),
    terbit: Sequence[frozenset[int]] = (),
) -> list[aturan.Terbitan]:
    undangan = dict(zip((REKAN, BAWAHAN), diundang, strict=True))
    return aturan.terbitkan(jawaban, diundang=undangan, terbit=terbit)


def nama(terbitan: Sequence[aturan.Terbitan]) -> list[str]:
    return [t.kelompok.value for t in terbitan]


# -- five or more -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rekan", "bawahan", "diundang", "harap"),
    [
        (0, 0, (0, 0), []),
        (4, 0, (8, 0), []),
        (5, 0, (8, 0), ["rekan"]),
        (0, 5, (0, 8), ["bawahan"]),
        (5, 5, (8, 8), ["rekan", "bawahan"]),
        (4, 5, (8, 8), ["gabungan"]),
        (7, 2, (8, 8), ["gabungan"]),
        (3, 2, (8, 8), ["gabungan"]),
        (2, 2, (8, 8), []),
        # Somebody was asked and nobody of them answered: the others do not stand alone because of that.
        (5, 0, (8, 1), ["gabungan"]),
        (4, 0, (8, 1), []),
    ],
)
def test_groups_stand_apart_else_together_else_not_at_all(
    rekan: int, bawahan: int, diundang: tuple[int, int], harap: list[str]
) -> None:
    assert nama(tampil(dunia(rekan, bawahan), diundang)) == harap


@pytest.mark.parametrize(
    ("nilai", "pita"),
    [
        ((1, 1, 1, 1, 1), Pita360.JARANG),
        ((1, 2, 2, 2, 2), Pita360.JARANG),
        ((2, 2, 2, 2, 2), Pita360.KADANG),
        ((2, 2, 2, 3, 3), Pita360.KADANG),
        ((2, 2, 2, 3, 3, 3), Pita360.CUKUP_SERING),
        ((2, 3, 3, 3, 3), Pita360.CUKUP_SERING),
        ((3, 3, 3, 3, 3), Pita360.SERING),
        ((4, 4, 4, 4, 4), Pita360.SERING),
        ((4, 4, 4, 4), None),
        # Who cannot tell is no answer.
        ((4, 4, 4, 4, 0), None),
        ((4, 4, 4, 4, 0, 4), Pita360.SERING),
    ],
)
def test_a_value_is_shown_as_the_band_of_its_average(nilai: tuple[int, ...], pita: Pita360 | None) -> None:
    assert aturan.pita_dari([dict.fromkeys(BUTIR_SATU, n) for n in nilai], BUTIR_SATU) == pita


@pytest.mark.parametrize(
    ("nilai", "rata"),
    [((1, 4), Fraction(5, 2)), ((0, 4), Fraction(4)), ((0, 0), None), ((3, 0), Fraction(3))],
)
def test_a_giver_counts_once_with_what_they_could_tell(nilai: tuple[int, int], rata: Fraction | None) -> None:
    assert aturan.rata_orang(dict(zip(BUTIR_SATU, nilai, strict=True)), BUTIR_SATU) == rata


def test_a_value_that_too_few_could_judge_is_missing_and_the_others_stand() -> None:
    tak_tahu = dict.fromkeys(SEMUA_BUTIR, 3) | dict.fromkeys(BUTIR_SATU, 0)
    [t] = tampil([*dunia(4), jawab(5)._replace(nilai=tak_tahu)], (8, 0))
    assert set(NilaiBerakhlak) - set(t.pita) == {NilaiBerakhlak.AKUNTABEL}


def test_sentences_of_a_shown_group_are_kept_and_empty_ones_are_not() -> None:
    [t] = tampil([*dunia(3), jawab(4, baik="Rapi"), jawab(5, baik="Rapi", tingkatkan="Lebih awal")], (8, 0))
    assert (t.baik, t.tingkatkan) == ({("Rapi", 2)}, {("Lebih awal", 1)})


def test_every_value_has_two_questions_of_its_own() -> None:
    assert {len(b) for b in BUTIR.values()} == {2}
    assert len(set(SEMUA_BUTIR)) == 2 * len(NilaiBerakhlak)


# -- no small difference ------------------------------------------------------------------------


def kumpulan(*isi: Sequence[int]) -> list[frozenset[int]]:
    return [frozenset(i) for i in isi]


@pytest.mark.parametrize(
    ("himpunan", "aman"),
    [
        (kumpulan(), True),
        (kumpulan(range(5)), True),
        (kumpulan(range(4)), False),
        (kumpulan(range(7), range(7)), True),
        (kumpulan(range(7), range(6)), False),
        (kumpulan(range(6), range(11)), True),
        (kumpulan(range(6), range(10)), False),
        (kumpulan(range(5), range(5, 10)), True),
        (kumpulan(range(5), range(4, 10)), False),
        # Each pair differs by enough, the three together leave one person.
        (kumpulan(range(5), range(5, 10), range(11)), False),
    ],
)
def test_what_is_shown_leaves_no_part_of_fewer_than_five(himpunan: list[frozenset[int]], aman: bool) -> None:
    assert aturan.aman(himpunan) is aman


def test_a_second_round_with_the_same_givers_is_shown() -> None:
    assert nama(tampil(dunia(6), (8, 0), kumpulan(range(1, 7)))) == ["rekan"]


def test_a_second_round_with_one_giver_less_is_not() -> None:
    assert tampil(dunia(5), (8, 0), kumpulan(range(1, 7))) == []


def test_groups_that_would_differ_by_few_are_shown_together_when_that_is_safe() -> None:
    terbit = kumpulan([*range(1, 6), *range(100, 105)])
    pindah = [
        jawab(i)._replace(peran=BAWAHAN if i == 5 else j.peran) for j in dunia(5, 5) for i in [j.penjawab]
    ]
    assert nama(tampil(pindah, terbit=terbit)) == ["gabungan"]


# -- properties ---------------------------------------------------------------------------------


def periksa_di_bawah_ambang() -> None:
    """Worlds in which fewer than five answer look alike, whoever answers and whatever they say."""
    acak = random.Random(5)
    for _ in range(400):
        rekan, bawahan = acak.choice([(r, b) for r in range(5) for b in range(5 - r)])
        isi = [
            jawab(j.penjawab, acak.randint(0, 4), baik=acak.choice(("", "Rapi")))
            for j in dunia(rekan, bawahan)
        ]
        assert tampil(isi) == tampil([])


def periksa_kelompok_kecil() -> None:
    """Who of a small group has answered changes neither which groups are shown nor what they are called."""
    for diundang, rekan in product(range(1, 5), range(5, 9)):
        nama_kelompok = {tuple(nama(tampil(dunia(rekan, b), (8, diundang)))) for b in range(diundang + 1)}
        assert len(nama_kelompok) == 1, (diundang, rekan, nama_kelompok)


def periksa_tidak_dua_kali() -> None:
    """No answer is in two groups that are shown, so that no group is found by taking one from the other."""
    for rekan, bawahan in product(range(9), range(9)):
        kelompok = [Kelompok360(n) for n in nama(tampil(dunia(rekan, bawahan)))]
        peran = [p for k in kelompok for p in aturan.ISI_KELOMPOK[k]]
        assert len(peran) == len(set(peran)), (rekan, bawahan, kelompok)
        assert not kelompok or set(peran) == {REKAN, BAWAHAN}, (rekan, bawahan, kelompok)


def _pita(nilai: Sequence[int]) -> Pita360 | None:
    return aturan.pita_dari([dict.fromkeys(BUTIR_SATU, n) for n in nilai], BUTIR_SATU)


def _mungkin(banyak: int, saya: tuple[int, ...]) -> Iterator[set[int]]:
    """For every band: what one of the others may have answered, to somebody who knows the answers `saya`."""
    menurut: dict[Any, set[int]] = {}
    for lain in combinations_with_replacement(range(1, 5), banyak - len(saya)):
        menurut.setdefault(_pita((*saya, *lain)), set()).update(lain)
    yield from menurut.values()


def periksa_pita_lebar() -> None:
    """Every answer of everybody stays possible to a reader, and at least two of them to one of the givers."""
    for banyak in range(5, 9):
        assert all(m == {1, 2, 3, 4} for m in _mungkin(banyak, ())), banyak
        assert all(len(m) >= 2 for a in range(1, 5) for m in _mungkin(banyak, (a,))), banyak


def _kombinasi_terkecil(himpunan: Sequence[frozenset[int]]) -> int:
    """The fewest people that a sum or difference of shown sets (up to twice each) is about; 0 for none."""
    orang = frozenset[int]().union(*himpunan)
    terkecil = 0
    for kali in product(range(-2, 3), repeat=len(himpunan)):
        kena = sum(1 for o in orang if sum(k for k, h in zip(kali, himpunan, strict=True) if o in h))
        terkecil = min(terkecil or kena, kena or terkecil)
    return terkecil


def _berganti(tim: frozenset[int], acak: random.Random) -> frozenset[int]:
    """The givers of the next round: the same, one less, or five others come or go."""
    luar = sorted(frozenset(range(30)) - tim)
    langkah = acak.randrange(5)
    if langkah == 0:
        return tim
    if langkah == 1:
        return tim - {acak.choice(sorted(tim))}
    if langkah == 2 and len(tim) > 9:
        return tim - frozenset(acak.sample(sorted(tim), 5))
    return tim | frozenset(acak.sample(luar, min(len(luar), acak.choice((1, 5, 6)))))


def periksa_antarputaran() -> None:
    """Rounds with changing givers: nothing that was shown can be combined to fewer than five people."""
    acak = random.Random(360)
    berbeda = 0
    for _ in range(150):
        terbit: list[frozenset[int]] = []
        tim = frozenset(acak.sample(range(30), 7))
        for _ in range(5):
            menjawab = {REKAN: tim, BAWAHAN: frozenset[int]()}
            kelompok = aturan.kelompok_tampil(menjawab, diundang={REKAN: 8, BAWAHAN: 0}, terbit=terbit)
            terbit += [tim for _ in kelompok]
            tim = _berganti(tim, acak)
        berbeda += len(set(terbit)) > 1
        assert _kombinasi_terkecil(sorted(set(terbit), key=sorted)[:4]) in (0, *range(5, 31)), terbit
    assert berbeda > 15, "too little is shown twice for this to prove anything"


def periksa_urutan() -> None:
    """The order in which people answered leaves no trace."""
    acak = random.Random(7)
    isi = [jawab(i, 1 + i % 4, baik=f"Baik {i}", tingkatkan=f"Saran {i}") for i in range(1, 8)]
    for _ in range(20):
        acak_isi = acak.sample(isi, len(isi))
        assert tampil(acak_isi, (8, 0)) == tampil(isi, (8, 0))


SIFAT = (
    periksa_di_bawah_ambang,
    periksa_kelompok_kecil,
    periksa_tidak_dua_kali,
    periksa_pita_lebar,
    periksa_antarputaran,
    periksa_urutan,
)


@pytest.mark.parametrize("sifat", SIFAT, ids=lambda s: s.__name__)
def test_no_view_tells_of_one_person(sifat: Callable[[], None]) -> None:
    sifat()


@given(
    satu=st.lists(st.integers(0, 4), min_size=0, max_size=4),
    dua=st.lists(st.integers(0, 4), min_size=0, max_size=4),
)
def test_two_worlds_below_the_threshold_look_alike(satu: list[int], dua: list[int]) -> None:
    pertama, kedua = ([jawab(i, n, baik=f"Kata {n}") for i, n in enumerate(w, start=1)] for w in (satu, dua))
    assert tampil(pertama) == tampil(kedua)


@given(
    lain=st.lists(st.integers(1, 4), min_size=4, max_size=9),
    semula=st.integers(1, 4),
    ganti=st.integers(1, 4),
)
def test_any_answer_of_one_person_could_have_been_another(lain: list[int], semula: int, ganti: int) -> None:
    """Whatever one person said, the others may have said what makes any other answer look the same."""
    pita = _pita((*lain, semula))
    mungkin = (dunia_lain for dunia_lain in combinations_with_replacement(range(1, 5), len(lain)))
    assert any(_pita((*d, ganti)) == pita for d in mungkin)


# -- one hole at a time, and its property notices -----------------------------------------------


def _tanpa_gabung(menjawab: Any, *, diundang: Any, terbit: Any) -> list[Kelompok360]:
    return [Kelompok360(p.value) for p in (REKAN, BAWAHAN) if len(menjawab[p]) >= 5]


def _keduanya(menjawab: Any, *, diundang: Any, terbit: Any) -> list[Kelompok360]:
    sendiri = _tanpa_gabung(menjawab, diundang=diundang, terbit=terbit)
    return [*sendiri, Kelompok360.GABUNGAN] if sum(map(len, menjawab.values())) >= 5 else sendiri


def _menurut_jawaban(menjawab: Any, *, diundang: Any, terbit: Any) -> list[Kelompok360]:
    """As the rule, but a role of which nobody answered counts as one that was not asked."""
    ada = {p: len(s) for p, s in menjawab.items()}
    return _ASLI(menjawab, diundang=ada, terbit=terbit)


def _pasangan(himpunan: Sequence[frozenset[int]]) -> bool:
    """As a rule that only compares two rounds at a time would say."""
    return all(len(h) >= 5 for h in himpunan) and all(
        not a ^ b or len(a ^ b) >= 5 for a in himpunan for b in himpunan
    )


_ASLI = aturan.kelompok_tampil
LUBANG = [
    ("ambang empat", "AMBANG", 4, periksa_di_bawah_ambang),
    ("tanpa gabungan", "kelompok_tampil", _tanpa_gabung, periksa_tidak_dua_kali),
    ("gabungan di samping kelompok", "kelompok_tampil", _keduanya, periksa_tidak_dua_kali),
    ("nama menurut yang menjawab", "kelompok_tampil", _menurut_jawaban, periksa_kelompok_kecil),
    ("putaran tidak dibandingkan", "aman", lambda himpunan: True, periksa_antarputaran),
    ("putaran dibandingkan berdua", "aman", _pasangan, periksa_antarputaran),
    ("pita sempit", "BATAS_PITA", (Fraction(3, 2), Fraction(5, 2), Fraction(7, 2)), periksa_pita_lebar),
    ("rata-rata apa adanya", "pita_dari", lambda j, b: sum(i[b[0]] for i in j), periksa_pita_lebar),
    ("kalimat menurut urutan", "_tanpa_urutan", tuple, periksa_urutan),
]


@pytest.mark.parametrize(
    ("nama_lubang", "bagian", "lemah", "sifat"), LUBANG, ids=[lubang[0] for lubang in LUBANG]
)
def test_a_weaker_rule_is_noticed(
    nama_lubang: str,
    bagian: str,
    lemah: Any,
    sifat: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(aturan, bagian, lemah)
    with pytest.raises(AssertionError):
        sifat()


# -- who is proposed ----------------------------------------------------------------------------


def depan(calon: Sequence[int], banyak: int) -> Sequence[int]:
    return calon[:banyak]


def jaringan(*posisi: tuple[int, int | None, int | None]) -> Jaringan:
    return Jaringan(Posisi(*p) for p in posisi)


def usulan(j: Jaringan, pk: int, *, dahulu: Sequence[int] = ()) -> dict[int, str]:
    return {o: p.value for o, p in j.usulkan(pk, dahulu=frozenset(dahulu), ambil=depan).items()}


def test_the_superior_peers_and_subordinates_are_proposed() -> None:
    j = jaringan((1, None, 9), (2, 1, 9), (3, 1, 9), (4, 2, 9), (5, 8, 7))
    assert usulan(j, 2) == {1: "atasan", 3: "rekan", 4: "bawahan"}


def test_people_of_the_unit_fill_up_where_there_are_few_peers() -> None:
    j = jaringan((1, None, 9), (2, 1, 9), (3, 7, 9), (4, 7, 8))
    assert usulan(j, 2) == {1: "atasan", 3: "rekan"}


def test_five_peers_need_nobody_else_of_the_unit() -> None:
    j = jaringan((1, None, 9), *((n, 1, 9) for n in range(2, 8)), (20, 7, 9))
    assert 20 not in usulan(j, 2)


def test_somebody_without_superior_or_unit_has_subordinates_only() -> None:
    assert usulan(jaringan((1, None, None), (2, 1, None)), 1) == {2: "bawahan"}


def test_a_superior_who_is_not_on_duty_and_oneself_are_not_asked() -> None:
    assert usulan(jaringan((2, 99, None)), 2) == {}
    assert usulan(jaringan((2, 2, None)), 2) == {}


def test_at_most_eight_of_each_and_those_of_the_last_round_first() -> None:
    j = jaringan((1, None, None), *((n, 1, None) for n in range(2, 20)))
    rekan = [o for o, p in usulan(j, 2, dahulu=range(12, 16)).items() if p == "rekan"]
    assert rekan == [12, 13, 14, 15, 3, 4, 5, 6]
    assert len([p for p in usulan(j, 1).values() if p == "bawahan"]) == 8
