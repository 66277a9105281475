"""Rooms of the discussion: own unit until the deadline, then small units join the one above."""

import pytest

from kinerja.enums import KeluargaKasus
from kinerja.rules.etika import keluarga_dari, pemimpin, ruang

DINAS, A, B, A1 = "000001", "000001000001", "000001000002", "000001000001000001"


@pytest.mark.parametrize(
    ("jenis", "harap"),
    [
        (None, None),
        (1, KeluargaKasus.STRUKTURAL),
        (2, KeluargaKasus.FUNGSIONAL),
        (3, KeluargaKasus.STRUKTURAL),
        (4, KeluargaKasus.PELAKSANA),
    ],
)
def test_the_family_of_a_kind_of_post(jenis, harap):
    assert keluarga_dari(jenis) is harap


def test_before_the_deadline_a_room_is_a_unit_however_small():
    assert ruang({A: 1, B: 5}, digabung=False) == {A: A, B: B}


@pytest.mark.parametrize(
    ("penjawab", "harap"),
    [
        ({}, {}),
        ({A: 3, B: 4}, {A: A, B: B}),
        ({A: 2, B: 3}, {A: DINAS, B: B}),
        # Two small neighbours meet above, also when nobody answered there.
        ({A: 2, B: 1}, {A: DINAS, B: DINAS}),
        # The unit above gets people from below and stays where it is.
        ({DINAS: 1, A: 2, B: 3}, {DINAS: DINAS, A: DINAS, B: B}),
        # A unit that is small alone but not with those below it is a room.
        ({A: 1, A1: 2, DINAS: 1}, {A: A, A1: A, DINAS: DINAS}),
        # Joined people go up together.
        ({A: 1, A1: 1, DINAS: 1}, {A: DINAS, A1: DINAS, DINAS: DINAS}),
        # Nothing is above the top.
        ({DINAS: 1}, {DINAS: DINAS}),
        ({A1: 1}, {A1: DINAS}),
        # Two governments of the tree stay apart.
        ({DINAS: 1, "000002": 1}, {DINAS: DINAS, "000002": "000002"}),
    ],
)
def test_after_the_deadline_small_units_join_the_one_above(penjawab, harap):
    assert ruang(penjawab, digabung=True) == harap


@pytest.mark.parametrize(
    ("penilai", "harap"),
    [
        ({}, set()),
        ({1: None}, {1}),
        ({1: 9}, {1}),
        ({1: 9, 2: 1}, {1}),
        ({1: 9, 2: 9}, {1, 2}),
    ],
)
def test_who_is_rated_by_another_of_them_does_not_lead(penilai, harap):
    assert pemimpin(penilai) == harap
