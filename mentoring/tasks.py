"""Doors of the worker: parse, make one domain call."""

from celery import shared_task
from django.db import InterfaceError, OperationalError, close_old_connections

from asn_karier.lib.db import sekarang
from mentoring.services.papan import TUGAS
from mentoring.services.sapuan import freshen

_ULANGI = (OperationalError, InterfaceError)


@shared_task(name=TUGAS, autoretry_for=_ULANGI, retry_backoff=1, retry_backoff_max=10, max_retries=5)
def susun_saran(pk: int, **_: object) -> None:
    """The suggestions of one government are older than its facts."""
    close_old_connections()
    freshen(instansi_id=pk, at=sekarang())
