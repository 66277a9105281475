"""Doors of the worker: parse, make one domain call."""

from celery import shared_task
from django.db import close_old_connections

from asn_karier.lib.tasks import sapuan_terdaftar
from pegawai.services.impor import TUGAS


@shared_task(name=TUGAS)
def kerjakan_impor(pk: int, **_: object) -> None:
    """Some import waits for its check or its apply. A busy database is left to the next hint."""
    close_old_connections()
    sapuan_terdaftar()[TUGAS].process_one(pk)
