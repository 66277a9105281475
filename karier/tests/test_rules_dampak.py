"""Comparing who was trained with who was alike: figures against scipy, and what refuses to tell a figure."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy import stats

from karier.enums import JenisUnit, SebabTanpaAngka
from karier.enums import KeputusanPelatihan as K
from karier.rules.dampak import Taksiran, compare, tahan
from karier.rules.dampak_keputusan import Celah, Ikut, TahunPelatihan, three_decisions
from karier.rules.dampak_padan import padankan
from karier.rules.dampak_sifat import PITA_JP, Sifat, jenis_unit, kelompok_serupa, penyesuai, pita


def sifat(banyak: int, **kolom: Any) -> Sifat:
    """People who are all alike but for the columns that are named."""
    sama: dict[str, Any] = {
        "awal": 4, "pita_awal": 4, "predikat": 4, "predikat_lama": 4, "jp": 10, "jenjang": 10, "unit": 0,
        "umur": 40, "terpencil": 0, "tim": 0,
    }  # fmt: skip
    isi = {n: np.broadcast_to(np.asarray(kolom.get(n, v)), banyak).copy() for n, v in sama.items()}
    return Sifat(**{**isi, "awal": isi["awal"].astype(float)})


def dilatih(banyak: int, peserta: int) -> np.ndarray:
    return np.arange(banyak) < peserta


def taksir(s: Sifat, akhir: Any, siapa: Any) -> Taksiran:
    hasil = compare(s, np.asarray(akhir, dtype=float), siapa)
    assert isinstance(hasil, Taksiran)
    return hasil


# -- figures ------------------------------------------------------------------------------------


def test_people_who_are_all_alike_are_compared_as_welch_does() -> None:
    acak = np.random.default_rng(1)
    akhir, siapa = np.concatenate([acak.normal(4.4, 0.5, 14), acak.normal(4, 0.9, 40)]), dilatih(54, 14)
    t = taksir(sifat(54), akhir, siapa)
    welch = stats.ttest_ind(akhir[siapa], akhir[~siapa], equal_var=False)
    rentang = welch.confidence_interval(0.95)
    assert t.beda == pytest.approx(akhir[siapa].mean() - akhir[~siapa].mean())
    assert (t.bawah, t.atas) == pytest.approx((rentang.low, rentang.high))
    assert t.derajat == pytest.approx(welch.df)
    assert (t.peserta, t.pembanding, t.tanpa_padanan, t.kehalusan) == (14, 40, 0, 0)


def test_groups_are_weighed_by_the_trained_in_them() -> None:
    """Where the trained are mostly Sangat Baik, the others count as if they were too."""
    predikat = np.repeat([4, 5, 4, 5], [4, 12, 30, 10])
    s = sifat(56, awal=predikat, pita_awal=predikat, predikat=predikat)
    akhir = predikat + np.tile([0.0, 1.0], 28) + 0.5 * (predikat == 5)
    t = taksir(s, akhir, dilatih(56, 16))
    assert t.beda == pytest.approx(0)
    assert t.naik_pembanding == pytest.approx((4 * 0.5 + 12 * 1.0) / 16)
    assert t.sebelum["predikat"] == pytest.approx((4.75, 4.75))
    # Without that the trained would seem better by what they were before.
    assert t.mentah == pytest.approx(akhir[:16].mean() - akhir[16:].mean())
    assert t.mentah > 0.5


def test_what_bands_leave_is_taken_out_by_the_line_of_the_others() -> None:
    """The same figure as an ordinary regression with a constant per group, asked of the trained."""
    acak = np.random.default_rng(2)
    n = 160
    predikat, umur = acak.integers(4, 6, n), acak.integers(24, 58, n)
    s = sifat(n, awal=predikat, pita_awal=predikat, predikat=predikat, umur=umur, jp=acak.integers(0, 40, n))
    siapa = acak.random(n) < 0.25
    akhir = predikat - 0.05 * umur + acak.normal(0, 0.3, n)
    t = taksir(s, akhir, siapa)
    padanan = padankan(s, siapa)
    dalam, p = s.pilih(padanan.dalam), padanan.peserta
    derajat = (~p).sum() - padanan.kelompok
    x = np.column_stack([np.eye(padanan.kelompok)[padanan.nomor], penyesuai(dalam)[:, : derajat // 10]])
    y = (akhir - s.awal)[padanan.dalam]
    garis = np.linalg.lstsq(x[~p], y[~p], rcond=None)[0]
    assert t.beda == pytest.approx((y[p] - x[p] @ garis).mean())


def test_a_column_that_is_the_same_for_all_others_draws_no_line() -> None:
    """3,8 less the mean of many 3,8 is not quite nothing."""
    siapa = dilatih(70, 20)
    akhir = 4 + (np.arange(70) % 3 == 0)
    t = taksir(sifat(70, umur=np.where(siapa, 39, 38)), akhir, siapa)
    assert t.beda == pytest.approx(akhir[siapa].mean() - akhir[~siapa].mean())


def test_one_rater_of_a_whole_unit_widens_the_interval() -> None:
    """Ten teams whose raters differ: as if there were ten answers, not a hundred."""
    acak = np.random.default_rng(3)
    tim = np.repeat(np.arange(10), 10)
    akhir = 4 + np.repeat(acak.normal(0, 0.5, 10), 10) + acak.normal(0, 0.1, 100)
    sendiri = taksir(sifat(100), akhir, tim < 5)
    bersama = taksir(sifat(100, tim=tim), akhir, tim < 5)
    assert bersama.beda == pytest.approx(sendiri.beda)
    assert bersama.atas - bersama.bawah > 2 * (sendiri.atas - sendiri.bawah)
    assert bersama.derajat < 10


def test_few_trained_people_borrow_the_spread_of_all() -> None:
    """Eleven trained people in seven groups leave four degrees of freedom: too few to stand alone."""
    jenjang = np.concatenate(
        [np.repeat(np.arange(10, 17), [2, 2, 2, 2, 1, 1, 1]), np.tile(np.arange(10, 17), 6)]
    )
    acak = np.random.default_rng(4)
    n = len(jenjang)
    akhir = 4 + acak.normal(0, 0.4, n)
    t = taksir(sifat(n, jenjang=jenjang), akhir, dilatih(n, 11))
    assert t.derajat == (11 - 7) + (42 - 7)


# -- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("banyak", "peserta"), [(40, 9), (19, 10), (40, 0), (40, 40)])
def test_below_ten_on_either_side_there_is_no_figure(banyak: int, peserta: int) -> None:
    akhir = 4 + np.arange(banyak) % 2
    assert (
        compare(sifat(banyak), akhir.astype(float), dilatih(banyak, peserta)) is SebabTanpaAngka.KURANG_ORANG
    )


def test_ten_on_both_sides_are_enough() -> None:
    t = taksir(sifat(20), 4 + np.arange(20) % 2, dilatih(20, 10))
    assert t.beda == pytest.approx(0)
    assert not t.pasti


def test_where_nobody_differs_nothing_is_known() -> None:
    assert compare(sifat(40), np.full(40, 4.0), dilatih(40, 15)) is SebabTanpaAngka.SERAGAM


# -- who is alike -------------------------------------------------------------------------------


def test_a_coarser_comparison_is_taken_when_too_few_find_somebody_alike() -> None:
    """Everybody of a jenjang of their own: the family of the jenjang is what they share."""
    jenjang = np.where(dilatih(60, 15), 31, 32)
    assert padankan(sifat(60, jenjang=jenjang), dilatih(60, 15)).kehalusan == 1
    umur = np.where(dilatih(60, 15), 30, 50)
    assert padankan(sifat(60, umur=umur), dilatih(60, 15)).kehalusan == 2
    unit = np.where(dilatih(60, 15), 1, 2)
    assert padankan(sifat(60, unit=unit), dilatih(60, 15)).kehalusan == 3
    keluarga = np.where(dilatih(60, 15), 10, 41)
    assert padankan(sifat(60, jenjang=keluarga), dilatih(60, 15)).kehalusan == 4


def test_trained_people_like_whom_nobody_is_are_counted_and_left_out() -> None:
    awal = np.where(np.arange(60) < 3, 2, 4)
    t = taksir(sifat(60, awal=awal, pita_awal=awal), 4 + np.arange(60) % 2, dilatih(60, 15))
    assert (t.peserta, t.tanpa_padanan) == (12, 3)


def test_each_answer_joins_groups_of_the_finer_one() -> None:
    acak = np.random.default_rng(5)
    s = sifat(
        300,
        jenjang=acak.choice([10, 22, 31, 33, 41], 300),
        predikat=acak.integers(3, 6, 300),
        jp=acak.integers(0, 40, 300),
        umur=acak.integers(24, 58, 300),
        unit=acak.integers(0, 4, 300),
        terpencil=acak.integers(0, 2, 300),
    )
    for halus, kasar in zip(kelompok_serupa(s), kelompok_serupa(s)[1:], strict=False):
        assert len(set(zip(halus.tolist(), kasar.tolist(), strict=True))) == len(set(halus.tolist()))


@pytest.mark.parametrize(
    ("nama", "jenis"),
    [
        ("UPTD Puskesmas Sungai Rengas", JenisUnit.KESEHATAN),
        ("SD Negeri 12 Nabire", JenisUnit.SEKOLAH),
        ("SMP Negeri 1", JenisUnit.SEKOLAH),
        ("Distrik Uwapa", JenisUnit.KEWILAYAHAN),
        ("Dinas Pekerjaan Umum", JenisUnit.KANTOR),
        ("Subbagian Tata Usaha pada SDM", JenisUnit.KANTOR),
        ("", JenisUnit.KANTOR),
    ],
)
def test_the_name_of_a_unit_tells_its_work(nama: str, jenis: JenisUnit) -> None:
    assert jenis_unit(nama) is jenis


def test_bands_begin_at_their_bound() -> None:
    assert pita(np.array([0, 1, 19, 20, 90]), PITA_JP).tolist() == [0, 1, 1, 2, 2]


# -- how much it withstands ---------------------------------------------------------------------


def _dengan(bawah: float, atas: float, mentah: float) -> Taksiran:
    beda = (bawah + atas) / 2
    return Taksiran(beda, bawah, atas, 30, mentah, 20, 80, 0, 0, 0.5, 0.2, {})


@pytest.mark.parametrize(
    ("bawah", "atas", "mentah", "harapan"),
    [
        (0.1, 0.5, 0.42, (0.1, 0.12, 0.2)),
        (-0.5, -0.2, 0.1, (0.2, 0.45, 0.4)),
        (-0.1, 0.5, 0.2, (0, 0, 0)),
    ],
)
def test_an_unrecorded_motive_must_shift_the_nearer_end_to_zero(
    bawah: float, atas: float, mentah: float, harapan: tuple[float, float, float]
) -> None:
    assert tahan(_dengan(bawah, atas, mentah)) == pytest.approx(harapan)


# -- three decisions ----------------------------------------------------------------------------


def _tahun(**ganti: Any) -> TahunPelatihan:
    biasa: dict[str, Any] = {
        "orang": 80, "jp": 1600, "pns": Ikut(100, 90), "terpencil": Ikut(20, 16), "lainnya": Ikut(80, 64),
        "pagu": 100, "realisasi": 95, "kelas": Ikut(40, 40), "celah": None,
    }  # fmt: skip
    return TahunPelatihan(**{**biasa, **ganti})


@pytest.mark.parametrize(
    ("ganti", "dampak", "harapan"),
    [
        ({}, None, [K.UNDI_GILIRAN, K.GILIRAN_JP, K.PAGU]),
        ({}, SebabTanpaAngka.KURANG_ORANG, [K.UNDI_GILIRAN, K.GILIRAN_JP, K.PAGU]),
        ({}, _dengan(-0.1, 0.3, 0), [K.UNDI_GILIRAN, K.GILIRAN_JP, K.PAGU]),
        ({}, _dengan(0.1, 0.3, 0), [K.TERUSKAN, K.GILIRAN_JP, K.PAGU]),
        ({}, _dengan(-0.3, -0.1, 0), [K.TINJAU_PROGRAM, K.GILIRAN_JP, K.PAGU]),
        ({"pagu": 0, "realisasi": 0}, None, [K.UNDI_GILIRAN, K.CATAT_PAGU, K.GILIRAN_JP]),
        ({"terpencil": Ikut(20, 0)}, None, [K.TERPENCIL, K.UNDI_GILIRAN, K.GILIRAN_JP]),
        ({"terpencil": Ikut(0, 0)}, None, [K.UNDI_GILIRAN, K.GILIRAN_JP, K.PAGU]),
        ({"kelas": Ikut(40, 4)}, None, [K.UKUR_BELAJAR, K.UNDI_GILIRAN, K.GILIRAN_JP]),
        ({"celah": Celah(10, 1, 1)}, None, [K.CELAH, K.UNDI_GILIRAN, K.GILIRAN_JP]),
        ({"celah": Celah(10, 10, 0), "pns": Ikut(0, 0)}, None, [K.UNDI_GILIRAN, K.PAGU, K.GILIRAN_JP]),
    ],
)
def test_the_three_largest_questions_come_first(ganti: Any, dampak: Any, harapan: list[K]) -> None:
    assert three_decisions(_tahun(**ganti), dampak) == harapan
