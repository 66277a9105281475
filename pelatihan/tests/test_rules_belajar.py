"""Marks before and after, the state of a quiz, what may be read, the light markup: tables of cases."""

from datetime import date
from decimal import Decimal
from math import sqrt

import pytest

from pelatihan.enums import TahapKuis
from pelatihan.rules.belajar import Berpasangan, paired
from pelatihan.rules.evaluasi import Rentang, asked_about, is_readable, reaction_days
from pelatihan.rules.kuis import Jadwal, KeadaanKuis, Terisi, count_right, mark, quiz_state
from pelatihan.rules.naskah import Blok, JenisBlok, Potong, read_text

PRA, PASCA = TahapKuis.PRA, TahapKuis.PASCA


@pytest.mark.parametrize(
    ("pra", "pasca", "hasil"),
    [
        pytest.param([], [], Berpasangan(0, None, None, None, 0, 0, 0, None, None), id="nobody"),
        pytest.param([40], [70], Berpasangan(1, 40, 70, 30, 1, 0, 0, None, None), id="one says nothing"),
        pytest.param(
            [40, 50.1], [50, 60.1], Berpasangan(2, 45.05, 55.05, 10, 2, 0, 0, None, None), id="no spread"
        ),
        # Differences 10, 15, 0, 15: mean 10, squares 150, variance 50, so dz is 10 over the root of 50.
        pytest.param(
            [50, 60, 70, 80],
            [60, 75, 70, 95],
            Berpasangan(4, 65, 75, 10, 3, 1, 0, 2 * sqrt(2), sqrt(2)),
            id="by hand",
        ),
        # Differences -20, 0, 5: mean -5, squares 225 + 25 + 100 = 350, variance 175.
        pytest.param(
            [80, 50, 60],
            [60, 50, 65],
            Berpasangan(3, 190 / 3, 175 / 3, -5, 1, 1, 1, -5 / sqrt(175) * sqrt(3), -5 / sqrt(175)),
            id="worse",
        ),
    ],
)
def test_paired_marks(pra: list[float], pasca: list[float], hasil: Berpasangan) -> None:
    assert paired(pra, pasca) == pytest.approx(hasil)


def test_marks_of_different_people_are_no_pairs() -> None:
    with pytest.raises(ValueError, match="shorter"):
        paired([1, 2], [1])


def _hari(hari: int, bulan: int = 5) -> Jadwal:
    return Jadwal(date(2026, 5, 4), date(2026, 5, 6), date(2026, bulan, hari))


def _terisi(dijawab: set[TahapKuis] | None = None, bernilai: set[TahapKuis] | None = None) -> Terisi:
    return Terisi(frozenset(dijawab or ()), frozenset(bernilai or ()))


@pytest.mark.parametrize(
    ("tahap", "jadwal", "terisi", "soal", "keadaan"),
    [
        pytest.param(PRA, _hari(1), _terisi(), 3, KeadaanKuis.BUKA, id="before the class"),
        pytest.param(PRA, _hari(4), _terisi(), 3, KeadaanKuis.BUKA, id="on its first day"),
        pytest.param(PRA, _hari(5), _terisi(), 3, KeadaanKuis.TUTUP, id="later it is no before"),
        pytest.param(PRA, _hari(4), _terisi({PASCA}), 3, KeadaanKuis.TUTUP, id="after the other one"),
        pytest.param(PASCA, _hari(5), _terisi(), 3, KeadaanKuis.BELUM, id="not before the last day"),
        pytest.param(PASCA, _hari(6), _terisi(), 3, KeadaanKuis.BUKA, id="on the last day"),
        pytest.param(PASCA, _hari(5, 6), _terisi(), 3, KeadaanKuis.BUKA, id="thirty days later"),
        pytest.param(PASCA, _hari(6, 6), _terisi(), 3, KeadaanKuis.TUTUP, id="thirty-one days later"),
        pytest.param(PRA, _hari(1), _terisi(), 0, KeadaanKuis.TANPA_SOAL, id="no questions"),
        pytest.param(PRA, _hari(1), _terisi({PRA}, {PRA}), 3, KeadaanKuis.SELESAI, id="answered"),
        pytest.param(
            PRA, _hari(1), _terisi(bernilai={PRA}), 3, KeadaanKuis.DIISI_PENYELENGGARA, id="typed by HR"
        ),
    ],
)
def test_the_state_of_a_stage(
    tahap: TahapKuis, jadwal: Jadwal, terisi: Terisi, soal: int, keadaan: KeadaanKuis
) -> None:
    assert quiz_state(tahap, jadwal, terisi, banyak_soal=soal) == keadaan


def test_marks_are_rounded_half_up() -> None:
    assert count_right([2, 1, 3], [2, 0, 3]) == 2
    assert [mark(2, 3), mark(0, 3), mark(1, 16)] == [Decimal("66.67"), Decimal("0.00"), Decimal("6.25")]


@pytest.mark.parametrize(
    ("jumlah", "ditutup", "terbaca"),
    [(4, True, False), (5, True, True), (5, False, False), (40, False, False)],
)
def test_what_people_think_is_read_from_five_on_and_once(jumlah: int, ditutup: bool, terbaca: bool) -> None:
    assert is_readable(jumlah, ditutup=ditutup) is terbaca


def test_when_participants_and_their_atasan_are_asked() -> None:
    assert reaction_days(date(2026, 5, 6)) == Rentang(date(2026, 5, 6), date(2026, 5, 20))
    assert asked_about(date(2026, 8, 6)) == Rentang(date(2026, 2, 6), date(2026, 5, 6))


def test_the_markup_of_a_lesson() -> None:
    isi = "# Awal\nSatu **tebal** kata.\nBaris dua.\n\n- a\n- b\n\n- c\n1. x\n2) y\n# Dua\n# Tiga"
    tunggal = [[Potong("c")]]
    assert read_text(isi) == [
        Blok(JenisBlok.JUDUL, [[Potong("Awal")]]),
        Blok(
            JenisBlok.ALINEA,
            [[Potong("Satu "), Potong("tebal", True), Potong(" kata.")], [Potong("Baris dua.")]],
        ),
        Blok(JenisBlok.BUTIR, [[Potong("a")], [Potong("b")]]),
        Blok(JenisBlok.BUTIR, tunggal),
        Blok(JenisBlok.NOMOR, [[Potong("x")], [Potong("y")]]),
        Blok(JenisBlok.JUDUL, [[Potong("Dua")]]),
        Blok(JenisBlok.JUDUL, [[Potong("Tiga")]]),
    ]
    assert read_text(" \n\n") == []


@pytest.mark.parametrize(
    ("teks", "potong"),
    [
        pytest.param(
            "Lihat https://contoh.go.id/a?b=1.",
            [
                Potong("Lihat "),
                Potong("https://contoh.go.id/a?b=1", tautan="https://contoh.go.id/a?b=1"),
                Potong("."),
            ],
            id="the full stop is no part of it",
        ),
        pytest.param("https://a.id", [Potong("https://a.id", tautan="https://a.id")], id="nothing else"),
        pytest.param("javascript:alert(1)", [Potong("javascript:alert(1)")], id="no other scheme"),
        pytest.param("2 ** 3 ** 4", [Potong("2 ** 3 ** 4")], id="stars with blanks are stars"),
    ],
)
def test_links_and_stars(teks: str, potong: list[Potong]) -> None:
    assert read_text(teks)[0].baris == [potong]
