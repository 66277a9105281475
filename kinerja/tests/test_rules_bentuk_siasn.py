"""Shapes of SIASN: codes there and back, and which months make a period."""

from datetime import date

import pytest

from asn_karier.lib.errors import DomainError
from kinerja.enums import BentukSiasn, JenisSiklus, Predikat, Rating
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN
from kinerja.rules.bentuk_siasn import (
    KEPALA,
    KOEFISIEN_ID,
    SEBUTAN,
    Bulan,
    kode_golongan,
    kode_periodik,
    periode,
    predikat_dari_kode,
    rating_dari_kode,
    tulisan_predikat,
    tulisan_rating,
)
from kinerja.rules.predikat import predikat_dari_label, rating_dari_label


@pytest.mark.parametrize("rating", list(Rating))
def test_a_rating_comes_back_from_its_code_and_from_its_words(rating: Rating) -> None:
    assert rating_dari_kode(rating.kode_siasn) is rating
    assert rating_dari_label(tulisan_rating(rating)) is rating


@pytest.mark.parametrize("predikat", list(Predikat))
def test_a_predikat_comes_back_from_its_code_and_from_its_words(predikat: Predikat) -> None:
    assert predikat_dari_kode(predikat.kode_siasn) is predikat
    assert predikat_dari_label(tulisan_predikat(predikat)) is predikat


def test_words_are_those_of_siasn() -> None:
    assert [tulisan_rating(r) for r in Rating] == [
        "DIBAWAH EKSPEKTASI", "SESUAI EKSPEKTASI", "DIATAS EKSPEKTASI"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("urut", "kode"),
    [(1, "11"), (4, "14"), (5, "21"), (9, "31"), (12, "34"), (13, "41"), (16, "44"), (17, "45"), (None, ""),
     (0, ""), (18, "")],
)  # fmt: skip
def test_a_golongan_has_the_id_of_siasn(urut: int | None, kode: str) -> None:
    assert kode_golongan(urut) == kode


def test_every_jenjang_fungsional_has_a_koefisien_id_of_its_own() -> None:
    assert set(KOEFISIEN_ID) == {*JF_KEAHLIAN, *JF_KETERAMPILAN}
    assert len(set(KOEFISIEN_ID.values())) == 8


def test_periodic_kinds_have_their_ids() -> None:
    assert (kode_periodik(JenisSiklus.BULANAN), kode_periodik(JenisSiklus.TRIWULAN)) == ("1", "2")


@pytest.mark.parametrize("bentuk", list(BentukSiasn))
def test_no_column_of_ours_has_two_names(bentuk: BentukSiasn) -> None:
    baku = [SEBUTAN.get(k.upper(), k.upper()) for k in KEPALA[bentuk]]
    assert len(set(baku)) == len(baku)


@pytest.mark.parametrize(
    ("periodik", "mulai", "selesai", "ke", "hari"),
    [
        (2, (7, 2026), (9, 2026), 3, (date(2026, 7, 1), date(2026, 9, 30))),
        (2, (8, 2026), (9, 2026), 3, (date(2026, 8, 1), date(2026, 9, 30))),
        (2, (10, 2026), (12, 2026), 4, (date(2026, 10, 1), date(2026, 12, 31))),
        (1, (2, 2024), (2, 2024), 2, (date(2024, 2, 1), date(2024, 2, 29))),
    ],
)
def test_months_make_the_period_or_a_part_of_it(
    periodik: int, mulai: tuple[int, int], selesai: tuple[int, int], ke: int, hari: tuple[date, date]
) -> None:
    p = periode(periodik, Bulan(*mulai), Bulan(*selesai))
    assert (p.ke, p.tahun, tuple(p.masa)) == (ke, mulai[1], hari)


@pytest.mark.parametrize(
    ("periodik", "mulai", "selesai", "kode"),
    [
        (3, (1, 2026), (3, 2026), "periodik_tidak_dikenal"),
        (2, (2, 2026), (4, 2026), "periode_tidak_cocok"),
        (2, (9, 2026), (7, 2026), "periode_tidak_cocok"),
        (2, (12, 2025), (1, 2026), "periode_tidak_cocok"),
        (1, (1, 2026), (2, 2026), "periode_tidak_cocok"),
    ],
)
def test_months_that_are_no_period_are_refused(
    periodik: int, mulai: tuple[int, int], selesai: tuple[int, int], kode: str
) -> None:
    with pytest.raises(DomainError) as salah:
        periode(periodik, Bulan(*mulai), Bulan(*selesai))
    assert salah.value.kode == kode
