"""The day of the tests (conftest.py): the same for all, and never laid over a world that keeps its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.utils import timezone


class TestDunia:
    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def dunia(cls) -> Iterator[None]:
        with time_machine.travel(datetime(2030, 5, 1, tzinfo=UTC), tick=False):
            yield

    @pytest.mark.parametrize("ke", [1, 2, 3])
    def test_every_test_of_a_world_has_its_day(self, ke: int) -> None:
        assert timezone.now() == datetime(2030, 5, 1, tzinfo=UTC), ke


@pytest.mark.parametrize("ke", [1, 2])
def test_all_others_have_ours(ke: int) -> None:
    assert timezone.now().date() == date(2026, 11, 30), ke
