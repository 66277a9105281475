"""Who may mentor whom, as tables of cases."""

import numpy as np
import pytest

from mentoring.rules.kolom_jodoh import in_line
from mentoring.rules.syarat_mentor import KODE, Penolakan, fit_to_mentor, is_senior, refusals
from mentoring.tests.kolom import satu
from pegawai.enums import Jenjang
from pegawai.rules.golongan import Golongan


@pytest.mark.parametrize(
    ("mentor", "berdua", "terpencil", "alasan"),
    [
        pytest.param({}, {}, False, None, id="fits"),
        pytest.param({"orang": 1}, {}, False, Penolakan.DIRI_SENDIRI, id="oneself"),
        pytest.param({}, {"segaris": True}, False, Penolakan.GARIS_KOMANDO, id="line of command"),
        pytest.param({"layak": False}, {}, False, Penolakan.TIDAK_LAYAK, id="not fit to mentor"),
        pytest.param({}, {"level": 2}, False, Penolakan.LEVEL_KURANG, id="level below the need"),
        pytest.param({}, {"level": 0}, False, Penolakan.LEVEL_KURANG, id="level not recorded"),
        pytest.param({"sisa": 1}, {}, False, None, id="the last place"),
        pytest.param({"sisa": 0}, {}, False, Penolakan.PENUH, id="no free place"),
        pytest.param({"sisa": 0}, {"disimpan": 1}, False, None, id="the last place is kept for them"),
        pytest.param(
            {"jarak_jauh": False}, {}, True, Penolakan.TIDAK_TERJANGKAU, id="remote, in person only"
        ),
        pytest.param({"jarak_jauh": False, "unit": 10}, {}, True, None, id="remote, same unit"),
        pytest.param({"jarak_jauh": False}, {}, False, None, id="town: another unit meets in person"),
        pytest.param({}, {"pernah": -1}, False, Penolakan.TIDAK_DIULANG, id="not again"),
        pytest.param({}, {"pernah": 1}, False, None, id="a good bond before"),
        pytest.param({"orang": 1}, {"segaris": True}, False, Penolakan.DIRI_SENDIRI, id="the first counts"),
    ],
)
def test_a_mentor_is_refused_for_one_named_reason(
    mentor: dict[str, object], berdua: dict[str, object], terpencil: bool, alasan: Penolakan | None
) -> None:
    hasil = refusals(*satu({"terpencil": terpencil}, mentor, berdua))
    assert hasil.tolist() == [[KODE[alasan] if alasan else 0]]


def _berdiri(jenjang: str, golongan: str) -> dict[str, object]:
    """Where someone stands: 'JPT_PRATAMA', 'IV/c'; a PPPK has a Roman golongan, '' is not recorded."""
    baca = Golongan.pns if "/" in golongan else Golongan.pppk
    g = baca(golongan) if golongan else None
    dasar = {"jenjang": Jenjang[jenjang] if jenjang else 0, "golongan": g.urut if g else 0}
    return {**dasar, "skala": g.skala} if g else dasar


@pytest.mark.parametrize(
    ("mentee", "mentor", "pantas"),
    [
        # One family: the jenjang decides, whatever the golongan.
        (("AHLI_MUDA", "III/d"), ("AHLI_MADYA", "IV/a"), True),
        (("AHLI_MUDA", "IV/a"), ("AHLI_MUDA", "III/c"), True),
        (("AHLI_MUDA", "III/c"), ("AHLI_PERTAMA", "III/d"), False),
        (("AHLI_PERTAMA", "IX"), ("AHLI_MUDA", "III/d"), True),
        (("AHLI_PERTAMA", "III/b"), ("AHLI_PERTAMA", ""), True),
        (("JPT_PRATAMA", "IV/c"), ("ADMINISTRATOR", "IV/c"), False),
        (("JPT_PRATAMA", "IV/c"), ("JPT_PRATAMA", "IV/b"), True),
        # Another family: the golongan, on one scale.
        (("AHLI_PERTAMA", "III/b"), ("PENYELIA", "III/d"), True),
        (("AHLI_PERTAMA", "III/b"), ("PENYELIA", "III/b"), True),
        (("AHLI_MADYA", "IV/b"), ("PENGAWAS", "IV/a"), False),
        (("PELAKSANA", "II/c"), ("AHLI_MUDA", "III/c"), True),
        (("PELAKSANA", "II/c"), ("AHLI_PERTAMA", "IX"), False),
        (("PELAKSANA", ""), ("AHLI_MUDA", "III/c"), False),
        (("PELAKSANA", "II/c"), ("AHLI_MUDA", ""), False),
        # A structural mentee: not below the equal jenjang either.
        (("JPT_PRATAMA", "IV/c"), ("AHLI_MUDA", "III/d"), False),
        (("JPT_PRATAMA", "IV/b"), ("AHLI_MADYA", "IV/c"), False),
        (("JPT_PRATAMA", "IV/c"), ("AHLI_UTAMA", "IV/d"), True),
        (("ADMINISTRATOR", "IV/a"), ("AHLI_MADYA", "IV/a"), True),
        (("ADMINISTRATOR", "IV/b"), ("AHLI_MADYA", "IV/a"), False),
        (("PENGAWAS", "III/c"), ("AHLI_MUDA", "III/d"), True),
        (("PENGAWAS", "III/c"), ("PELAKSANA", "III/d"), False),
        (("PENGAWAS", "III/c"), ("PENYELIA", "III/d"), False),
        # Without a jenjang nothing shows who stands higher.
        (("", "III/b"), ("AHLI_MUDA", "III/c"), False),
        (("AHLI_PERTAMA", "III/b"), ("", "IV/a"), False),
    ],
)
def test_a_mentor_is_not_known_to_stand_below_the_mentee(
    mentee: tuple[str, str], mentor: tuple[str, str], pantas: bool
) -> None:
    hasil = refusals(*satu(_berdiri(*mentee), _berdiri(*mentor)))
    assert hasil.tolist() == [[0 if pantas else KODE[Penolakan.BELUM_SETARA]]]


@pytest.mark.parametrize(
    ("bertugas", "predikat", "layak"),
    [(True, None, True), (True, 4, True), (True, 5, True), (True, 3, False), (False, 5, False)],
)
def test_who_is_fit_to_mentor(bertugas: bool, predikat: int | None, layak: bool) -> None:
    assert fit_to_mentor(bertugas=bertugas, predikat=predikat) is layak


@pytest.mark.parametrize(
    ("isi", "senior"),
    [
        ({}, True),
        ({"bertugas": False}, False),
        ({"predikat": None}, False),
        ({"predikat": 3}, False),
        ({"jenjang": None}, False),
        ({"jenjang": Jenjang.AHLI_PERTAMA}, False),
        ({"jenjang": Jenjang.MAHIR}, False),
        ({"jenjang": Jenjang.PENYELIA}, True),
        ({"jenjang": Jenjang.PENGAWAS}, True),
        ({"level_tertinggi": 3}, False),
    ],
)
def test_who_may_be_invited_as_a_senior(isi: dict[str, object], senior: bool) -> None:
    dasar = {"bertugas": True, "predikat": 4, "jenjang": Jenjang.AHLI_MUDA, "level_tertinggi": 4}
    assert is_senior(**{**dasar, **isi}) is senior  # type: ignore[arg-type]


def test_the_line_of_command_is_walked_in_both_directions_and_ends_in_a_circle() -> None:
    # 5 rates 4, who rates 3, who rates 2; 7 and 8 rate each other; nobody rates 9.
    atasan = {2: 3, 3: 4, 4: 5, 5: None, 7: 8, 8: 7, 9: None}
    mentee = np.array([2, 4, 7], dtype=np.int64)
    mentor = np.array([5, 2, 8, 9], dtype=np.int64)
    assert in_line(mentee, mentor, atasan, 15).tolist() == [
        [True, False, False, False],
        [True, True, False, False],
        [False, False, True, False],
    ]
    assert not in_line(mentee[:1], mentor[:1], atasan, 2).any()
    assert in_line(mentee[:1], mentor[:1], atasan, 15).all()
