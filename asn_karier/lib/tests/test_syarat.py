"""The language of decisions, as exhaustive truth tables."""

from datetime import date
from itertools import product

import numpy as np
import pytest

from asn_karier.lib import syarat as s
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.syarat import Status

T, M, P, B = Status.TIDAK_BERLAKU, Status.MEMENUHI, Status.PERLU_VERIFIKASI, Status.BELUM
HARI = np.datetime64("2027-04-01", "D")
NANTI = np.datetime64("2028-04-01", "D")
TIGA = list(product(Status, repeat=3))


def bagian(status: Status, *, cepat: np.datetime64 | None = None, mengikat: bool = True) -> s.Syarat:
    """One part with exactly this status, made with the public vocabulary."""
    nilai = Kolom.satu({M: 1, B: 0}.get(status))
    bila = np.array([status is not T])
    tanggal = None if cepat is None else np.array([cepat])
    return s.paling_sedikit("uji", nilai, 1, bila=bila, paling_cepat=tanggal, mengikat=mengikat)


def satu(keputusan: s.Keputusan) -> Status:
    return Status(keputusan.status[0])


@pytest.mark.parametrize("isi", TIGA)
def test_all_is_belum_then_periksa_then_memenuhi_and_tidak_berlaku_is_neutral(isi):
    berlaku = [i for i in isi if i is not T]
    harap = T if not berlaku else B if B in berlaku else P if P in berlaku else M
    assert satu(s.semua(*map(bagian, isi))) is harap


@pytest.mark.parametrize("isi", TIGA)
def test_any_is_memenuhi_then_periksa_then_belum_and_tidak_berlaku_is_neutral(isi):
    berlaku = [i for i in isi if i is not T]
    harap = T if not berlaku else M if M in berlaku else P if P in berlaku else B
    assert satu(s.salah_satu(*map(bagian, isi))) is harap


@pytest.mark.parametrize(("pengikat", "status"), list(product((s.semua, s.salah_satu), Status)))
def test_a_part_that_does_not_bind_never_changes_the_decision_but_marks_it(pengikat, status):
    for lain in Status:
        tanpa = pengikat(bagian(lain))
        dengan = pengikat(bagian(lain), bagian(status, mengikat=False))
        assert satu(dengan) is satu(tanpa)
        assert bool(dengan.ada_perkiraan[0]) is (status is not T)
        assert not tanpa.ada_perkiraan[0]


def test_binding_can_differ_per_row():
    syarat = s.paling_sedikit("uji", Kolom.dari([0, 0]), 1, mengikat=np.array([True, False]))
    assert s.semua(syarat).status.tolist() == [B, T]


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        ([(B, HARI), (B, NANTI)], NANTI),
        ([(B, HARI), (M, None)], HARI),
        ([(B, HARI), (T, None)], HARI),
        ([(B, HARI), (B, None)], None),
        ([(B, HARI), (P, None)], None),
        ([(M, None), (T, None)], s.LEWAT),
    ],
)
def test_the_earliest_date_of_all_is_the_latest_and_unknown_when_one_is_unknown(isi, harap):
    hasil = s.semua(*(bagian(st, cepat=c) for st, c in isi)).paling_cepat[0]
    assert np.isnat(hasil) if harap is None else hasil == harap


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        ([(B, HARI), (B, NANTI)], HARI),
        ([(B, HARI), (B, None)], HARI),
        ([(B, NANTI), (M, None)], s.LEWAT),
        ([(B, NANTI), (T, None)], NANTI),
        ([(B, None), (P, None)], None),
    ],
)
def test_the_earliest_date_of_any_is_the_earliest_known(isi, harap):
    hasil = s.salah_satu(*(bagian(st, cepat=c) for st, c in isi)).paling_cepat[0]
    assert np.isnat(hasil) if harap is None else hasil == harap


def test_a_part_that_does_not_bind_gives_no_date():
    hasil = s.semua(bagian(B, cepat=HARI), bagian(B, cepat=NANTI, mengikat=False))
    assert hasil.paling_cepat[0] == HARI


def test_combinations_nest_and_keep_the_mark_of_an_estimate():
    dalam = s.salah_satu(bagian(B), bagian(P)).sebagai_syarat("dalam", Kolom.satu(1), Kolom.satu(1))
    luar = s.semua(bagian(M), s.semua(dalam, bagian(B, mengikat=False)))
    assert satu(luar) is P
    assert luar.ada_perkiraan[0]


@pytest.mark.parametrize(
    ("nilai", "perlu", "sedikit", "tinggi"),
    [(3, 4, B, M), (4, 4, M, M), (5, 4, M, B), (None, 4, P, P), (4, None, P, P), (None, None, P, P)],
)
def test_limits_include_the_boundary_and_a_missing_side_needs_checking(nilai, perlu, sedikit, tinggi):
    kolom, batas = Kolom.satu(nilai), Kolom.satu(perlu)
    assert s.paling_sedikit("x", kolom, batas).status.tolist() == [sedikit]
    assert s.paling_tinggi("x", kolom, batas).status.tolist() == [tinggi]


@pytest.mark.parametrize(("nilai", "harap"), [(1, M), (2, M), (3, B), (None, P)])
def test_being_one_of_some_values(nilai, harap):
    assert s.adalah("x", Kolom.satu(nilai), 1, 2).status.tolist() == [harap]


@pytest.mark.parametrize(
    ("sampai", "tercakup", "status", "cepat"),
    [
        (None, True, M, s.LEWAT),
        (None, False, P, None),
        (date(2026, 12, 31), True, M, s.LEWAT),
        (date(2026, 12, 31), False, P, None),
        (date(2027, 1, 1), True, B, np.datetime64("2027-01-02")),
        (date(2027, 6, 30), False, B, np.datetime64("2027-07-01")),
        (date(9999, 12, 31), True, B, None),
    ],
)
def test_a_running_entry_blocks_always_and_an_empty_register_only_counts_inside_coverage(
    sampai, tercakup, status, cepat
):
    kolom = Kolom.satu(sampai, tanggal=True)
    hasil = s.sudah_lewat("x", kolom, date(2027, 1, 1), tercakup=np.array([tercakup]))
    assert hasil.status.tolist() == [status]
    assert np.isnat(hasil.paling_cepat[0]) if cepat is None else hasil.paling_cepat[0] == cepat


@pytest.mark.parametrize(
    ("nilai", "tercakup", "ya", "tidak"),
    [
        (1, None, M, B),
        (0, None, B, M),
        (None, None, P, P),
        (1, False, M, B),
        (0, True, B, M),
        (None, True, B, M),
        (0, False, P, P),
        (None, False, P, P),
    ],
)
def test_yes_and_no_follow_the_declared_coverage(nilai, tercakup, ya, tidak):
    cakupan = None if tercakup is None else np.array([tercakup])
    assert s.benar("x", Kolom.satu(nilai), tercakup=cakupan).status.tolist() == [ya]
    assert s.tidak_benar("x", Kolom.satu(nilai), tercakup=cakupan).status.tolist() == [tidak]


def test_rows_outside_the_mask_are_not_applicable_even_when_the_fact_is_missing():
    hasil = s.paling_sedikit("x", Kolom.dari([None, None, 9]), 1, bila=np.array([False, True, False]))
    assert hasil.status.tolist() == [T, P, T]


def test_a_refusal_on_unverified_law_becomes_a_question_without_a_date():
    syarat = s.paling_sedikit("x", Kolom.dari([0, 0, 1]), 1, paling_cepat=np.array([HARI] * 3))
    hasil = s.ragukan(syarat, np.array([True, False, True]))
    assert hasil.status.tolist() == [P, B, M]
    assert np.isnat(hasil.paling_cepat).tolist() == [True, False, False]


@pytest.mark.parametrize("operator", ["__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"])
def test_a_raw_comparison_of_facts_raises(operator):
    with pytest.raises(TypeError, match="vocabulary"):
        getattr(Kolom.satu(1), operator)(1)


def test_facts_have_no_truth_value_and_no_hash():
    with pytest.raises(TypeError):
        bool(Kolom.satu(1))
    with pytest.raises(TypeError):
        hash(Kolom.satu(1))


def test_arithmetic_keeps_missing_missing():
    kiri, kanan = Kolom.dari([1, None, 3]), Kolom.dari([1, 1, None])
    assert kiri.tambah(kanan).ada.tolist() == [True, False, False]
    assert kiri.kurang(kanan).ada.tolist() == [True, False, False]
    assert kiri.terendah(kanan).ada.tolist() == [True, False, False]
    assert [kiri.atau(7).baca(i) for i in range(3)] == [1, 7, 3]


def test_numbers_of_one_column_keep_missing_missing():
    k = Kolom.dari([25, None, -3])
    assert [k.kali(12).baca(i) for i in range(3)] == [300, None, -36]
    assert [k.bagi(12).baca(i) for i in range(3)] == [2, None, -1]
    assert [k.dalam(0, None).baca(i) for i in range(3)] == [25, None, 0]
    assert [k.dalam(None, 24).baca(i) for i in range(3)] == [24, None, -3]


def test_a_lookup_outside_the_table_or_into_a_gap_is_missing():
    tabel = np.array([5, -1, 7], dtype=np.int64)
    hasil = Kolom.dari([0, 1, 2, 3, -4, None]).peta(tabel)
    assert [hasil.baca(i) for i in range(6)] == [5, None, 7, None, None, None]


def test_a_lookup_of_pairs_never_slips_into_the_next_row():
    tabel = np.array([[1, 2], [3, 4]], dtype=np.int64)
    hasil = Kolom.dari([0, 0, 1, 1, None]).peta_dua(Kolom.dari([1, 2, 0, None, 0]), tabel)
    assert [hasil.baca(i) for i in range(5)] == [2, None, 3, None, None]


def test_packing_and_unpacking_agree_at_every_position_and_status():
    for posisi, status in product(range(31), Status):
        terkemas = s.pack_status([(posisi, np.array([status], dtype=np.int8))])
        assert terkemas[0] >= 0
        assert s.unpack_status(int(terkemas[0]), posisi) is status
        assert all(s.unpack_status(int(terkemas[0]), p) is T for p in range(31) if p != posisi)


@pytest.mark.parametrize("posisi", [-1, 31])
def test_positions_outside_the_signed_number_are_refused(posisi):
    with pytest.raises(ValueError, match="outside"):
        s.pack_status([(posisi, np.array([1], dtype=np.int8))])


def test_many_rows_give_what_single_rows_give():
    acak = np.random.default_rng(7)
    nilai = [int(n) if n < 8 else None for n in acak.integers(0, 10, 300)]
    perlu = [int(n) if n < 9 else None for n in acak.integers(0, 10, 300)]
    bersama = s.paling_sedikit("x", Kolom.dari(nilai), Kolom.dari(perlu)).status.tolist()
    sendiri = [
        int(s.paling_sedikit("x", Kolom.satu(n), Kolom.satu(p)).status[0])
        for n, p in zip(nilai, perlu, strict=True)
    ]
    assert bersama == sendiri
