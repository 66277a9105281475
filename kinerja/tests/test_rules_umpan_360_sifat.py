"""Properties that no view of a round may break, and holes that they notice.

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

from kinerja.enums import Kelompok360, Pita360
from kinerja.rules import umpan_360 as aturan
from kinerja.tests.jawaban_360 import BAWAHAN, BUTIR_SATU, REKAN, dunia, jawab, nama, tampil


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
