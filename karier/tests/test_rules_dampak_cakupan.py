"""The interval keeps its promise where its assumptions hold, and fails, as told, where a motive is hidden.

400 seeded repetitions each; a 95 per cent interval then covers in 92.5 to 97.5 per cent of them.
"""

import pytest

from bench.dampak import Keadaan, measure

BAWAH, ATAS = 0.925, 0.975


@pytest.mark.parametrize(
    "keadaan",
    [
        Keadaan("tanpa pengaruh"),
        Keadaan("pengaruh yang dikenal, predikat bulat", pengaruh=0.3, bulat=True),
    ],
    ids=lambda k: k.nama,
)
def test_with_what_is_recorded_the_known_effect_is_covered(keadaan: Keadaan) -> None:
    c = measure(keadaan)
    assert BAWAH <= c.tercakup <= ATAS
    assert abs(c.bias) < 0.02
    # Whoever only compares the means is wrong by as much as the selection.
    assert c.polos_bias > 0.2
    assert c.polos_tercakup < 0.2


def test_an_unrecorded_motive_is_not_covered() -> None:
    c = measure(Keadaan("motivasi yang tidak tercatat", motif=0.6))
    # The page tells this share in words (`kamus.dampak`).
    assert c.tercakup == pytest.approx(0.25, abs=0.05)
    assert c.bias > 0.1
