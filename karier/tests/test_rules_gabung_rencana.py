"""A sheet comes back: no edit of either side vanishes, and nothing is chosen silently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karier.rules.beda_rencana import RUAS, Baris, Isi
from karier.rules.gabung_rencana import HAPUS, URUT, Gabungan, Pihak, merge

ISI: Isi = {
    "kegiatan": "A", "bentuk": 24, "tujuan": "", "mulai": "2027-01-01", "selesai": "2027-02-01", "jp": 8,
    "biaya": 0, "alasan": "",
}  # fmt: skip


def baris(nomor: int, **lain: Any) -> Baris:
    return Baris(nomor, {**ISI, **lain})


DASAR = [baris(1, kegiatan="A"), baris(2, kegiatan="B"), baris(3, kegiatan="C")]


def ganti(nomor: int, **lain: Any) -> list[Baris]:
    return [Baris(n, {**isi, **lain}) if n == nomor else Baris(n, isi) for n, isi in DASAR]


def hasil(g: Gabungan) -> list[tuple[int, Any, Any]]:
    return [(b.nomor, b.isi["kegiatan"], b.isi["jp"]) for b in g.baris]


# -- examples -----------------------------------------------------------------------------------


def test_edits_of_both_sides_in_different_places_are_joined() -> None:
    g = merge(DASAR, ganti(1, jp=9), ganti(2, kegiatan="B2"))
    assert hasil(g) == [(1, "A", 9), (2, "B2", 8), (3, "C", 8)]
    assert g.konflik == []
    g = merge(DASAR, ganti(1, jp=9), ganti(1, alasan="Perlu"))
    assert (g.baris[0].isi["jp"], g.baris[0].isi["alasan"], g.konflik) == (9, "Perlu", [])


def test_the_same_value_changed_on_both_sides_is_a_question_with_both_answers() -> None:
    g = merge(DASAR, ganti(1, jp=9), ganti(1, jp=10))
    assert [(k.kunci, k.sini, k.luar, k.kegiatan) for k in g.terbuka] == [((1, "jp"), 9, 10, "A")]
    for pihak, jp in ((Pihak.SINI, 9), (Pihak.LUAR, 10)):
        jawab = merge(DASAR, ganti(1, jp=9), ganti(1, jp=10), pilihan={(1, "jp"): pihak})
        assert (jawab.baris[0].isi["jp"], jawab.terbuka, len(jawab.konflik)) == (jp, [], 1)
    assert merge(DASAR, ganti(1, jp=9), ganti(1, jp=9)).konflik == []


def test_a_removal_counts_where_the_other_side_left_the_item_alone() -> None:
    for sini, luar in ((DASAR[1:], DASAR), (DASAR, DASAR[1:]), (DASAR[1:], DASAR[1:])):
        assert [b.nomor for b in merge(DASAR, sini, luar).baris] == [2, 3]


@pytest.mark.parametrize("luar_menghapus", [True, False])
def test_removed_here_and_changed_there_is_a_question(luar_menghapus: bool) -> None:
    sisi = [ganti(1, jp=9), DASAR[1:]] if luar_menghapus else [DASAR[1:], ganti(1, jp=9)]
    g = merge(DASAR, *sisi)
    assert [k.kunci for k in g.terbuka] == [(1, HAPUS)]
    mengubah, menghapus = (Pihak.SINI, Pihak.LUAR) if luar_menghapus else (Pihak.LUAR, Pihak.SINI)
    assert 1 in [b.nomor for b in merge(DASAR, *sisi, pilihan={(1, HAPUS): mengubah}).baris]
    assert 1 not in [b.nomor for b in merge(DASAR, *sisi, pilihan={(1, HAPUS): menghapus}).baris]


def test_an_item_that_was_done_here_is_neither_removed_nor_changed_silently() -> None:
    assert [k.kunci for k in merge(DASAR, DASAR, DASAR[1:], tetap={1}).terbuka] == [(1, HAPUS)]
    assert [k.kunci for k in merge(DASAR, DASAR, ganti(1, jp=9), tetap={1}).terbuka] == [(1, "jp")]
    assert merge(DASAR, ganti(1, jp=9), DASAR, tetap={1}).konflik == []


def test_new_items_of_both_sides_stand_and_the_same_one_stands_once() -> None:
    sama, lain = baris(0, kegiatan="Baru"), baris(0, kegiatan="Lain")
    g = merge(
        DASAR, [*DASAR, Baris(4, sama.isi)], [*DASAR, sama, lain, Baris(99, {**ISI, "kegiatan": "Palsu"})]
    )
    assert [(b.nomor, b.isi["kegiatan"]) for b in g.baris[3:]] == [(4, "Baru"), (0, "Lain"), (0, "Palsu")]


def test_the_order_of_who_moved_counts_and_two_movers_are_asked() -> None:
    a, b, c = DASAR
    assert [x.nomor for x in merge(DASAR, DASAR, [c, a, b]).baris] == [3, 1, 2]
    assert [x.nomor for x in merge(DASAR, [b, a, c], DASAR).baris] == [2, 1, 3]
    g = merge(DASAR, [b, a, c], [c, a, b])
    assert [k.kunci for k in g.terbuka] == [(0, URUT)]
    jawab = merge(DASAR, [b, a, c], [c, a, b], pilihan={(0, URUT): Pihak.LUAR})
    assert [x.nomor for x in jawab.baris] == [3, 1, 2]


# -- whatever was written -----------------------------------------------------------------------

NILAI = st.fixed_dictionaries(
    {"kegiatan": st.sampled_from("ABC"), "jp": st.integers(1, 3), "alasan": st.sampled_from("xyz")}
)


@st.composite
def tiga_keadaan(ambil: Any) -> tuple[list[Baris], list[Baris], list[Baris]]:
    """A beginning, and two sides that each edit, remove, move and add as they like."""
    dasar = [baris(n, **ambil(NILAI)) for n in range(1, ambil(st.integers(0, 4)) + 1)]
    return dasar, _sisi(ambil, dasar, 50), _sisi(ambil, dasar, 0)


def _sisi(ambil: Any, dasar: Sequence[Baris], nomor: int) -> list[Baris]:
    tinggal = [b for b in dasar if not ambil(st.booleans()) or ambil(st.booleans())]
    diubah = [Baris(b.nomor, {**b.isi, **ambil(NILAI)}) if ambil(st.booleans()) else b for b in tinggal]
    baru = [baris(nomor + i if nomor else 0, **ambil(NILAI)) for i in range(ambil(st.integers(0, 2)))]
    return [*ambil(st.permutations(diubah)), *baru]


@given(tiga_keadaan())
def test_no_edit_of_either_side_vanishes(keadaan: tuple[list[Baris], list[Baris], list[Baris]]) -> None:
    dasar, sini, luar = keadaan
    g = merge(dasar, sini, luar)
    jadi, asal = {b.nomor: b.isi for b in g.baris if b.nomor}, {b.nomor: b.isi for b in dasar}
    ditanya = {k.kunci for k in g.konflik}
    for sisi in (sini, luar):
        ada = {b.nomor: b.isi for b in sisi}
        for n, isi in asal.items():
            if n not in ada:  # a removal is done, or asked about
                assert n not in jadi or (n, HAPUS) in ditanya
            elif n in jadi:
                for ruas in RUAS:
                    if ada[n][ruas] != isi[ruas]:  # a value is there, or asked about
                        assert jadi[n][ruas] == ada[n][ruas] or ditanya & {(n, ruas), (n, HAPUS)}
            elif ada[n] != isi:
                assert (n, HAPUS) in ditanya
        for b in sisi:
            if b.nomor not in asal:  # what is new stands
                assert b.isi in [x.isi for x in g.baris if x.nomor not in asal]


@given(tiga_keadaan())
def test_one_side_alone_is_taken_as_it_is(keadaan: tuple[list[Baris], list[Baris], list[Baris]]) -> None:
    dasar, sini, luar = keadaan
    assert merge(dasar, sini, dasar) == Gabungan(sini, [], [])
    g = merge(dasar, dasar, luar)
    assert (g.baris, g.konflik) == (luar, [])


@given(tiga_keadaan(), st.sampled_from(Pihak))
def test_every_answer_closes_its_question_and_opens_no_other(
    keadaan: tuple[list[Baris], list[Baris], list[Baris]], pihak: Pihak
) -> None:
    dasar, sini, luar = keadaan
    g = merge(dasar, sini, luar)
    jawab = merge(dasar, sini, luar, pilihan={k.kunci: pihak for k in g.konflik})
    # Which items stay may change who can have moved what; only the order may be asked anew.
    assert {k.ruas for k in jawab.terbuka} <= {URUT}
    nomor = [b.nomor for b in jawab.baris if b.nomor]
    assert len(nomor) == len(set(nomor))


@given(tiga_keadaan())
def test_both_sides_ask_the_same_questions(keadaan: tuple[list[Baris], list[Baris], list[Baris]]) -> None:
    dasar, sini, luar = keadaan
    tanpa_baru = [b for b in sini if b.nomor in {d.nomor for d in dasar}]
    satu = {k.kunci for k in merge(dasar, tanpa_baru, luar).konflik}
    lain = {k.kunci for k in merge(dasar, [b for b in luar if b.nomor], tanpa_baru).konflik}
    assert satu == lain
