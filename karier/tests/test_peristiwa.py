"""Closing a cycle starts an evaluation, through the outbox, once."""

from datetime import date

import pytest
import time_machine

from asn_karier.lib import outbox
from asn_karier.lib.models import Outbox
from karier.models import RunEvaluasi
from karier.tests.bantu import mulai
from karier.tests.jalan import PER, SAAT, selesaikan
from kinerja.enums import JenisSiklus, StatusSiklus
from kinerja.services.siklus import close_siklus
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.models import Pegawai

pytestmark = pytest.mark.django_db


def test_closing_a_cycle_starts_one_run_of_its_instansi(orang: Pegawai) -> None:
    siklus = SiklusPabrik(instansi=orang.instansi, status=StatusSiklus.DIBUKA)
    close_siklus(siklus=siklus, actor=None, at=SAAT)
    assert not RunEvaluasi.objects.exists()

    assert outbox.drain() == 1

    assert [run.instansi for run in RunEvaluasi.objects.all()] == [orang.instansi]


def test_closing_a_quarter_starts_no_run(orang: Pegawai) -> None:
    siklus = SiklusPabrik(
        instansi=orang.instansi, jenis=JenisSiklus.TRIWULAN, ke=3, status=StatusSiklus.DIBUKA
    )
    close_siklus(siklus=siklus, actor=None, at=SAAT)

    assert outbox.drain() == 1

    assert not RunEvaluasi.objects.exists()


@pytest.mark.parametrize(
    ("per", "peristiwa"), [(PER, 2), (date(2025, 12, 1), 1)], ids=["the same day", "a simulation"]
)
def test_a_run_under_way_may_have_read_the_old_ones_so_another_follows(
    orang: Pegawai, per: date, peristiwa: int
) -> None:
    berjalan = mulai(orang.instansi, per)
    siklus = SiklusPabrik(instansi=orang.instansi, status=StatusSiklus.DIBUKA)
    close_siklus(siklus=siklus, actor=None, at=SAAT)
    assert outbox.drain() == 0

    selesaikan(berjalan)
    Outbox.objects.update(jadwal_berikut=SAAT)
    with time_machine.travel(SAAT):
        assert outbox.drain() == peristiwa  # the cycle, and the end of a run that counts

    assert RunEvaluasi.objects.filter(simulasi=False, status="berjalan").count() == 1


def test_an_instansi_without_people_has_nothing_to_evaluate() -> None:
    siklus = SiklusPabrik(status=StatusSiklus.DIBUKA)
    close_siklus(siklus=siklus, actor=None, at=SAAT)

    assert outbox.drain() == 1

    assert not RunEvaluasi.objects.exists()


def test_the_same_event_delivered_again_starts_no_second_run(orang: Pegawai) -> None:
    siklus = SiklusPabrik(instansi=orang.instansi, status=StatusSiklus.DIBUKA)
    close_siklus(siklus=siklus, actor=None, at=SAAT)
    outbox.drain()
    RunEvaluasi.objects.update(status="selesai")
    Outbox.objects.update(terkirim_pada=None)

    outbox.drain()

    assert RunEvaluasi.objects.count() == 1
