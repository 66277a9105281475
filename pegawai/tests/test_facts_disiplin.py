"""Which discipline records count: a decision ends the examination of its case, a cancellation the penalty."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pegawai import facts
from pegawai.enums import StatusDisiplin, TingkatHukuman
from pegawai.models import Pegawai
from pegawai.tests.pabrik import HukumanDisiplinPabrik, PegawaiPabrik

pytestmark = pytest.mark.django_db

PER, TMT = date(2026, 11, 21), date(2027, 1, 1)
MARET, MEI = date(2026, 3, 1), date(2026, 5, 1)
JATUH, BATAL = StatusDisiplin.DIJATUHKAN, StatusDisiplin.DIBATALKAN


TINGKAT = (TingkatHukuman.SEDANG, TingkatHukuman.BERAT)


def baca(orang: Pegawai, *kolom: str) -> list[tuple[Any, ...]]:
    """Rows that say anything in these columns."""
    baris = facts.disiplin(PER, tmt=TMT, tingkat=TINGKAT).filter(pegawai=orang).values_list(*kolom)
    return [b for b in baris if any(isi is not None for isi in b)]


def fakta(orang: Pegawai) -> list[tuple[Any, ...]]:
    return baca(orang, "hukdis_sampai", "dalam_pemeriksaan")


def pernah(orang: Pegawai) -> list[tuple[Any, ...]]:
    return baca(orang, "hukdis_terberat", "hukdis_terakhir")


@pytest.mark.parametrize(
    ("periksa", "putusan", "harap"),
    [
        ({}, {"status": JATUH, "ringan": True, "mulai": MARET}, []),
        ({"nomor_sk": "K/1"}, {"status": BATAL, "mulai": MEI, "nomor_sk": "K/1"}, []),
        (
            {"nomor_sk": "K/1"},
            {"status": JATUH, "ringan": True, "mulai": MEI, "nomor_sk": "K/2"},
            [(None, 1)],
        ),
        ({}, {"status": JATUH, "ringan": True, "mulai": MEI}, [(None, 1)]),
        (
            {"nomor_sk": "K/1"},
            {"status": JATUH, "ringan": True, "mulai": date(2026, 12, 1), "nomor_sk": "K/1"},
            [(None, 1)],
        ),
    ],
    ids=["same day", "same sk, dropped", "another sk", "another day", "decided later"],
)
def test_an_examination_ends_with_the_decision_of_its_case(
    periksa: dict[str, Any], putusan: dict[str, Any], harap: list[Any]
) -> None:
    orang = PegawaiPabrik()
    HukumanDisiplinPabrik(pegawai=orang, pemeriksaan=True, **({"mulai": MARET, "nomor_sk": "P/1"} | periksa))
    HukumanDisiplinPabrik(pegawai=orang, **({"nomor_sk": "SK/1"} | putusan))
    assert fakta(orang) == harap


@pytest.mark.parametrize(
    ("putusan", "harap"),
    [
        (None, [(None, 1)]),
        ({"mulai": MARET, "nomor_sk": "SK/1"}, []),
        ({"mulai": date(2026, 6, 1), "nomor_sk": "P/1"}, []),
        ({"mulai": MEI, "nomor_sk": "SK/1"}, []),
        ({"mulai": MARET, "nomor_sk": "SK/1", "status": BATAL}, []),
        ({"mulai": date(2026, 6, 1), "nomor_sk": "SK/1"}, [(None, 1)]),
        ({"mulai": date(2025, 1, 1), "nomor_sk": "SK/1"}, [(None, 1)]),
    ],
    ids=["none", "same day", "same sk", "day after its end", "dropped", "another case", "earlier case"],
)
def test_an_examination_past_its_end_is_open_until_its_decision(
    putusan: dict[str, Any] | None, harap: list[Any]
) -> None:
    orang = PegawaiPabrik()
    HukumanDisiplinPabrik(
        pegawai=orang, pemeriksaan=True, mulai=MARET, sampai=date(2026, 4, 30), nomor_sk="P/1"
    )
    if putusan is not None:
        HukumanDisiplinPabrik(pegawai=orang, ringan=True, **putusan)
    assert fakta(orang) == harap


def test_a_penalty_cancelled_by_its_sk_does_not_count() -> None:
    orang = PegawaiPabrik()
    HukumanDisiplinPabrik(pegawai=orang, nomor_sk="SK/1")
    HukumanDisiplinPabrik(pegawai=orang, nomor_sk="SK/1", status=BATAL, mulai=date(2026, 9, 1))
    assert fakta(orang) == []


def test_a_cancellation_of_someone_else_or_without_sk_changes_nothing() -> None:
    orang = PegawaiPabrik()
    HukumanDisiplinPabrik(pegawai=orang)
    HukumanDisiplinPabrik(pegawai=orang, status=BATAL, mulai=date(2026, 9, 1))
    HukumanDisiplinPabrik(status=BATAL)
    assert fakta(orang) == [(date(2027, 6, 30), None)]


@pytest.mark.parametrize(
    ("hukuman", "harap"),
    [
        ([{"ringan": True, "sampai": None}], [(1, None)]),
        ([{}], [(2, date(2027, 6, 30))]),
        ([{"selesai": True, "tingkat": "B"}], [(3, date(2024, 12, 31))]),
        ([{"sampai": None}], [(2, facts.TANPA_AKHIR)]),
        ([{"selesai": True, "tingkat": "B"}, {}], [(3, date(2027, 6, 30))]),
        ([{"selesai": True}, {"ringan": True, "sampai": None}], [(2, date(2024, 12, 31))]),
        ([{"mulai": PER, "ringan": True}], [(1, None)]),
        ([{"mulai": date(2026, 11, 22), "tingkat": "B"}], []),
        ([{"pemeriksaan": True}], []),
        ([{"status": BATAL}], []),
        ([], []),
    ],
    ids=[
        "ringan",
        "sedang",
        "berat, over",
        "open end",
        "worst and last are two",
        "the last sedang, not the later ringan",
        "began today",
        "begins tomorrow",
        "examination",
        "cancelled",
        "none",
    ],
)
def test_the_worst_penalty_ever_and_the_end_of_the_last_heavy_one(
    hukuman: list[dict[str, Any]], harap: list[Any]
) -> None:
    orang = PegawaiPabrik()
    for nomor, isian in enumerate(hukuman):
        HukumanDisiplinPabrik(pegawai=orang, nomor_sk=f"SK/{nomor}", **isian)
    assert pernah(orang) == harap


def test_a_cancelled_penalty_was_never_the_worst() -> None:
    orang = PegawaiPabrik()
    HukumanDisiplinPabrik(pegawai=orang, nomor_sk="SK/1", tingkat="B")
    HukumanDisiplinPabrik(pegawai=orang, nomor_sk="SK/1", status=BATAL, mulai=date(2026, 9, 1))
    HukumanDisiplinPabrik(pegawai=orang, nomor_sk="SK/2", ringan=True, mulai=date(2020, 1, 1))
    assert pernah(orang) == [(1, None)]


def test_a_decree_that_begins_before_the_promotion_blocks_but_is_no_past_yet() -> None:
    orang = PegawaiPabrik()
    HukumanDisiplinPabrik(pegawai=orang, mulai=date(2026, 12, 15))
    assert (fakta(orang), pernah(orang)) == ([(date(2027, 6, 30), None)], [])
