"""One clock for a test: the day of Python, also where the database would be asked for the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from unittest import mock

import time_machine
from django.db.models import DateTimeField, Value
from django.db.models.functions import Now
from django.utils import timezone

from asn_karier.lib.db import kunci


@contextmanager
def satu_jam(saat: datetime) -> Iterator[None]:
    """From `saat` on, as long as it takes."""
    with (
        time_machine.travel(saat, tick=True),
        mock.patch.object(kunci, "jam_basis", timezone.now),
        mock.patch("karier.services.potongan._saat_baca", timezone.now),
        mock.patch.object(Now, "as_sql", _kini),
        mock.patch.object(Now, "as_postgresql", _kini),
    ):
        yield


def _kini(self: Now, compiler: Any, connection: Any, **_: Any) -> Any:
    return compiler.compile(Value(timezone.now(), output_field=DateTimeField()))
