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


def fakta(orang: Pegawai) -> list[tuple[Any, ...]]:
    baris = facts.disiplin(PER, tmt=TMT, tingkat=(TingkatHukuman.SEDANG, TingkatHukuman.BERAT)).filter(
        pegawai=orang
    )
    return list(baris.values_list("hukdis_sampai", "dalam_pemeriksaan"))


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
