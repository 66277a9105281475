"""Door of the worker: parse, make one domain call."""

from celery import shared_task
from django.db import close_old_connections

from asn_karier.lib.tasks import sapuan_terdaftar
from kinerja.services.pengingat import TUGAS as TUGAS_PENGINGAT
from kinerja.services.sapu_warga import TUGAS_SAPU_WARGA
from kinerja.services.segarkan import TUGAS
from kinerja.services.usul_perbaikan_naik import TUGAS_NAIK


@shared_task(name=TUGAS)
def segarkan_konversi(pk: int, **_: object) -> None:
    """Posts of some instansi may have changed. What is not done now the next hint does."""
    close_old_connections()
    sapuan_terdaftar()[TUGAS].process_one(pk)


@shared_task(name=TUGAS_PENGINGAT)
def kirim_pengingat(pk: int, **_: object) -> None:
    """Reminders of one instansi may be due. What is not sent now the next hint sends."""
    close_old_connections()
    sapuan_terdaftar()[TUGAS_PENGINGAT].process_one(pk)


@shared_task(name=TUGAS_SAPU_WARGA)
def sapu_warga(pk: int, **_: object) -> None:
    """Marks, keys and originals whose time is over."""
    close_old_connections()
    sapuan_terdaftar()[TUGAS_SAPU_WARGA].process_one(pk)


@shared_task(name=TUGAS_NAIK)
def naikkan_usul(pk: int, **_: object) -> None:
    """An idea was not answered in time."""
    close_old_connections()
    sapuan_terdaftar()[TUGAS_NAIK].process_one(pk)
