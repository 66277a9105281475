"""How long an import keeps what it read: its history stays, its file and its rows only while they serve.

UU 27/2022 asks for no more personal data than the purpose needs. After ASN_IMPOR_SIMPAN_HARI days
(applied or refused) or ASN_IMPOR_PRATINJAU_HARI days (never applied) the sweep removes the file and
the staged rows, in pieces. What stays names nobody but the officers: who, when, file name,
fingerprint, counts, and why rows were refused. An import that runs, or that stopped half applied, is
never touched.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from asn_karier.lib.db import is_sambungan_putus, is_sibuk, sekarang
from pegawai.enums import StatusBaris, StatusImpor, TahapImpor
from pegawai.models import BarisImpor, Impor
from pegawai.services import brankas
from pegawai.services.impor_kerja import KURSOR, jejak, lock_impor, tutup

log = logging.getLogger(__name__)

TUGAS_RETENSI: Final = "pegawai.hapus_rincian_impor"
BAGIAN: Final = 5000
#: Different reasons of refusal that stay in the history, the most frequent first.
MAKS_SEBAB: Final = 50
_SELESAI: Final = (StatusImpor.DITERAPKAN, StatusImpor.DIKEMBALIKAN, StatusImpor.DITOLAK)
_MENUNGGU: Final = (StatusImpor.DIPERIKSA, StatusImpor.GAGAL)
#: Dates and numbers of a person inside a sentence; years and row numbers of a small file stay.
_ANGKA_PANJANG: Final = re.compile(r"\d{5,}")


def jatuh_tempo(at: datetime) -> QuerySet[Impor]:
    """Imports that no longer need their details at `at`."""
    selesai = Q(status__in=_SELESAI, terakhir__lt=at - timedelta(days=settings.ASN_IMPOR_SIMPAN_HARI))
    menunggu = Q(status__in=_MENUNGGU, terakhir__lt=at - timedelta(days=settings.ASN_IMPOR_PRATINJAU_HARI))
    separuh = Q(ringkasan__has_key=KURSOR)
    diam: QuerySet[Impor] = Impor.objects.filter(tahap=TahapImpor.TIDAK_ADA, rincian_dihapus_pada=None)
    diam = diam.annotate(terakhir=Coalesce("diterapkan_pada", "dibuat_pada"))
    return diam.filter(selesai | (menunggu & ~separuh))


def remove_details(*, impor_id: int, at: datetime) -> bool:
    """Remove the rows and the file of one import that is due; False when it is not.

    Each piece is its own short transaction: whoever finds it half removed goes on.
    """
    if not _mulai(impor_id, at):
        return False
    while _hapus_bagian(impor_id):
        pass
    remove_file(impor_id)
    return True


def tandai_dihapus(impor: Impor, *, at: datetime, sebab: str) -> None:
    """Write on a locked import that its details go, and keep why rows were refused. Saves nothing."""
    ringkasan = {**impor.ringkasan, "sebab_ditolak": _sebab_ditolak(impor)}
    impor.ringkasan, impor.rincian_dihapus_pada, impor.sebab_dihapus = ringkasan, at, sebab


def remove_file(impor_id: int) -> None:
    """Remove the stored file; an empty name tells that nothing is left to remove."""
    impor = Impor.objects.get(pk=impor_id)
    brankas.hapus(str(impor.berkas.name))
    Impor.objects.filter(pk=impor_id).update(berkas="")


def _mulai(impor_id: int, at: datetime) -> bool:
    """Mark one import under its lock; True also when another process has begun and not finished."""
    with transaction.atomic():
        impor = lock_impor(impor_id)
        if impor.rincian_dihapus_pada is not None:
            return bool(impor.berkas)
        if not jatuh_tempo(at).filter(pk=impor_id).exists():
            return False
        tandai_dihapus(impor, at=at, sebab=_sebab(impor))
        if impor.status in _MENUNGGU:
            tutup(impor, StatusImpor.DITOLAK, pesan=_PESAN_LAMA.format(settings.ASN_IMPOR_PRATINJAU_HARI))
        else:
            impor.save()
        jejak(impor, "impor_hapus_rincian", None)
    return True


_PESAN_LAMA: Final = "Tidak disimpan dalam {} hari. Unggah berkas itu sekali lagi bila masih perlu."


def _sebab(impor: Impor) -> str:
    if impor.status in _MENUNGGU:
        return f"{settings.ASN_IMPOR_PRATINJAU_HARI} hari tanpa disimpan"
    sesudah = "disimpan" if impor.diterapkan_pada else "diunggah"
    return f"{settings.ASN_IMPOR_SIMPAN_HARI} hari sesudah {sesudah}"


def _hapus_bagian(impor_id: int) -> bool:
    """Remove the next rows, and of what it replaced; False when none is left."""
    with transaction.atomic():
        impor = lock_impor(impor_id)
        tulisan = list(impor.tulisan.order_by("pk").values_list("pk", flat=True)[:BAGIAN])
        if tulisan:
            impor.tulisan.filter(pk__in=tulisan).delete()
        bagian = list(impor.baris.order_by("pk").values_list("pk", flat=True)[:BAGIAN])
        if bagian:
            impor.baris.filter(pk__lte=bagian[-1]).delete()
    return bool(bagian or tulisan)


def _sebab_ditolak(impor: Impor) -> list[dict[str, Any]]:
    """Sheet, column and reason with the number of rows; no cell, no name, no number of a person."""
    ditolak: QuerySet[BarisImpor] = impor.baris.filter(status=StatusBaris.DITOLAK).order_by("pk")
    hitung: Counter[tuple[str, str, str]] = Counter()
    for lembar, galat in ditolak.values_list("lembar", "galat").iterator(chunk_size=BAGIAN):
        hitung.update({(lembar, g["kolom"], _ANGKA_PANJANG.sub("…", g["masalah"])) for g in galat})
    return [
        {"lembar": lembar, "kolom": kolom, "masalah": masalah, "jumlah": n}
        for (lembar, kolom, masalah), n in sorted(hitung.items(), key=lambda p: (-p[1], p[0]))[:MAKS_SEBAB]
    ]


class SapuanRetensi:
    """Implementation of lib.tasks.Sweepable: imports whose details have served."""

    def claimable(self) -> Iterable[int]:
        """Ids of imports that are due, then of those whose removal was interrupted."""
        terputus = Impor.objects.exclude(rincian_dihapus_pada=None).exclude(berkas="")
        for daftar in (jatuh_tempo(sekarang()), terputus):
            yield from daftar.order_by("pk").values_list("pk", flat=True)[:20]

    def process_one(self, pk: int) -> bool:
        """Remove the details of one import; False when there is nothing to do now."""
        try:
            return remove_details(impor_id=pk, at=sekarang())
        except (OperationalError, InterfaceError) as salah:
            if not (is_sibuk(salah) or is_sambungan_putus(salah)):
                raise
            log.info("Penghapusan rincian impor %s menunggu basis data (%s).", pk, type(salah).__name__)
            return False

    def close_finished(self) -> None:
        """Nothing to close: the last piece removes the file."""
