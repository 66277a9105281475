"""Closing a cycle starts an evaluation, through the outbox, once."""

from datetime import UTC, datetime

import pytest

from asn_karier.lib import outbox
from asn_karier.lib.models import Outbox
from karier.models import RunEvaluasi
from kinerja.enums import StatusSiklus
from kinerja.services.siklus import close_siklus
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.models import Pegawai

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


def test_closing_a_cycle_starts_one_run_of_its_instansi(orang: Pegawai) -> None:
    siklus = SiklusPabrik(instansi=orang.instansi, status=StatusSiklus.DIBUKA)
    close_siklus(siklus=siklus, actor=None, at=SAAT)
    assert not RunEvaluasi.objects.exists()

    assert outbox.drain() == 1

    assert [run.instansi for run in RunEvaluasi.objects.all()] == [orang.instansi]


def test_the_same_event_delivered_again_starts_no_second_run(orang: Pegawai) -> None:
    siklus = SiklusPabrik(instansi=orang.instansi, status=StatusSiklus.DIBUKA)
    close_siklus(siklus=siklus, actor=None, at=SAAT)
    outbox.drain()
    RunEvaluasi.objects.update(status="selesai")
    Outbox.objects.update(terkirim_pada=None)

    outbox.drain()

    assert RunEvaluasi.objects.count() == 1
