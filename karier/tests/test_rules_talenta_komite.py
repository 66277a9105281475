"""Small rules around the committee of talent: quorum, confidence, small cells, readiness."""

from __future__ import annotations

from datetime import date

import pytest

from asn_karier.lib.syarat import Status
from karier.enums import KesiapanSuksesi as K
from karier.enums import Keyakinan
from karier.rules.kesiapan_suksesi import CalonSuksesi, readiness
from karier.rules.keyakinan import Dasar, confidence
from karier.rules.kuorum import is_quorum
from karier.rules.sel_kecil import hide_small

PER = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("hadir", "suara", "sah"),
    [(2, 3, True), (1, 1, False), (1, 3, False), (2, 4, False), (3, 5, True), (0, 0, False)],
)
def test_more_than_half_and_never_one_alone(hadir: int, suara: int, sah: bool) -> None:
    assert is_quorum(hadir, suara) is sah


@pytest.mark.parametrize(
    ("asesmen", "skor", "hasil"),
    [
        (date(2026, 1, 1), date(2026, 6, 30), Keyakinan.KUAT),
        (date(2025, 5, 21), date(2025, 11, 21), Keyakinan.KUAT),
        (date(2025, 5, 20), date(2025, 11, 21), Keyakinan.CUKUP),
        (date(2026, 1, 1), date(2025, 11, 20), Keyakinan.CUKUP),
        (date(2026, 1, 1), date(2024, 11, 20), Keyakinan.TERBATAS),
        (None, date(2026, 6, 30), Keyakinan.TERBATAS),
        (date(2026, 1, 1), None, Keyakinan.TERBATAS),
    ],
)
def test_data_carry_less_the_older_they_are(
    asesmen: date | None, skor: date | None, hasil: Keyakinan
) -> None:
    assert confidence(Dasar(asesmen, skor), PER) is hasil


@pytest.mark.parametrize(
    ("sel", "tampil"),
    [
        ({9: 8, 5: 20, 1: 0}, {9: 8, 5: 20, 1: None}),
        # One hidden person could be had from the sum, so the next cell goes too.
        ({9: 1, 5: 7, 2: 9}, {9: None, 5: None, 2: 9}),
        ({9: 3, 8: 2, 5: 30}, {9: None, 8: None, 5: 30}),
        ({9: 2, 8: 1}, {9: None, 8: None}),
        ({9: 0, 8: 0}, {9: None, 8: None}),
    ],
)
def test_small_cells_are_not_to_be_had_by_subtraction(
    sel: dict[int, int], tampil: dict[int, int | None]
) -> None:
    assert hide_small(sel, 5) == tampil


@pytest.mark.parametrize(
    ("celah", "syarat", "setara", "hasil"),
    [
        ({"a": 0, "b": 0}, Status.MEMENUHI, False, K.SEKARANG),
        ({"a": 0}, None, True, K.SEKARANG),
        ({"a": 1, "b": 1, "c": 1}, Status.MEMENUHI, False, K.SATU_DUA),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, Status.MEMENUHI, False, K.TIGA_LIMA),
        ({"a": 2}, None, True, K.TIGA_LIMA),
        ({"a": 0}, Status.BELUM, False, K.TIGA_LIMA),
        ({"a": None}, Status.MEMENUHI, False, K.BELUM_DINILAI),
        ({"a": 0}, None, False, K.BELUM_DINILAI),
        ({"a": 0}, Status.PERLU_VERIFIKASI, False, K.BELUM_DINILAI),
        ({}, Status.MEMENUHI, True, K.BELUM_DINILAI),
    ],
)
def test_readiness_is_what_is_recorded_and_unknown_stays_unknown(
    celah: dict[str, int | None], syarat: Status | None, setara: bool, hasil: K
) -> None:
    assert readiness(CalonSuksesi(celah, syarat, setara)) is hasil
