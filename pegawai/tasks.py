"""Doors of the worker: parse, make one domain call."""

from celery import shared_task
from django.db import close_old_connections

from asn_karier.lib.tasks import sapuan_terdaftar
from pegawai.services.impor import TUGAS
from pegawai.services.impor_retensi import TUGAS_RETENSI
from pegawai.services.sapu_klien import TUGAS_SAPU_KLIEN


@shared_task(name=TUGAS)
def kerjakan_impor(pk: int, **_: object) -> None:
    """Some import waits for its check or its apply. A busy database is left to the next hint."""
    close_old_connections()
    sapuan_terdaftar()[TUGAS].process_one(pk)


@shared_task(name=TUGAS_RETENSI)
def hapus_rincian_impor(pk: int, **_: object) -> None:
    """The file and the rows of some import have served. What is not removed now the next hint removes."""
    close_old_connections()
    sapuan_terdaftar()[TUGAS_RETENSI].process_one(pk)


@shared_task(name=TUGAS_SAPU_KLIEN)
def sapu_klien(pk: int, **_: object) -> None:
    """Something that programs left behind has served."""
    close_old_connections()
    sapuan_terdaftar()[TUGAS_SAPU_KLIEN].process_one(pk)
