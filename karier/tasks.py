"""Doors of the worker: parse, make one domain call."""

from celery import shared_task
from django.db import InterfaceError, OperationalError, close_old_connections

from asn_karier.lib.sweeper import sapu as sapu_sekarang
from karier.services.alokasi import TUGAS as TUGAS_ALOKASI
from karier.services.alokasi import compute_scenario
from karier.services.evaluasi import TUGAS, kerjakan_dan_tutup

_ULANGI = (OperationalError, InterfaceError)


@shared_task(name=TUGAS, autoretry_for=_ULANGI, retry_backoff=1, retry_backoff_max=10, max_retries=5)
def run_potongan(pk: int, **_: object) -> None:
    """There is work in some run: begin with this Potongan."""
    close_old_connections()
    kerjakan_dan_tutup(pk)


@shared_task(name=TUGAS_ALOKASI, autoretry_for=_ULANGI, retry_backoff=1, retry_backoff_max=10, max_retries=5)
def hitung_alokasi(pk: int, **_: object) -> None:
    """One scenario of who goes to what waits."""
    close_old_connections()
    compute_scenario(pk)


@shared_task(name="karier.sapu")
def sapu(**_: object) -> None:
    """One round of sweeping by hand or by a beat; every worker sweeps by itself anyway."""
    close_old_connections()
    sapu_sekarang()
