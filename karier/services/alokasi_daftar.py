"""The one door through which an adopted proposal becomes enrolments: they wait for HR's approval."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import F

from asn_karier.lib.errors import Bentrok
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, LangkahPendaftaran, Pendaftaran, UsulanAlokasi

_STATUS = StatusPendaftaran.MENUNGGU_BKPSDM


def enrol_chosen(*, usulan: Sequence[UsulanAlokasi], alasan: str, actor: Any, at: datetime) -> int:
    """Enrol everybody who is proposed, class by class in one order, all or nobody; how many.

    Call it in the transaction that adopts. Bentrok `kelas_berubah` when a class has closed or has too few
    seats left, or somebody has applied there meanwhile.
    """
    menurut: dict[int, list[int]] = defaultdict(list)
    for u in usulan:
        menurut[u.angkatan_id].append(u.pegawai_id)
    for angkatan_id in sorted(menurut):
        _enrol(angkatan_id, sorted(menurut[angkatan_id]), alasan[:300], actor, at)
    return len(usulan)


def _enrol(angkatan_id: int, pegawai_ids: list[int], alasan: str, actor: Any, at: datetime) -> None:
    banyak = len(pegawai_ids)
    kelas = Angkatan.objects.filter(
        pk=angkatan_id, status=StatusAngkatan.DIBUKA, terisi__lte=F("kursi") - banyak
    )
    if not kelas.update(terisi=F("terisi") + banyak, urut_terakhir=F("urut_terakhir") + banyak):
        raise _changed(angkatan_id)
    # Our own UPDATE holds the row of the class, so nobody applies there until we are done.
    if Pendaftaran.objects.filter(angkatan=angkatan_id, pegawai__in=pegawai_ids).exists():
        raise _changed(angkatan_id)
    awal = Angkatan.objects.values_list("urut_terakhir", flat=True).get(pk=angkatan_id) - banyak + 1
    baris = Pendaftaran.objects.bulk_create(
        Pendaftaran(
            angkatan_id=angkatan_id, pegawai_id=pk, urut=n, status=_STATUS, alasan=alasan, diajukan_pada=at
        )
        for n, pk in enumerate(pegawai_ids, awal)
    )
    LangkahPendaftaran.objects.bulk_create(
        LangkahPendaftaran(pendaftaran=p, ke=_STATUS, oleh=actor, alasan=alasan, pada=at) for p in baris
    )


def _changed(angkatan_id: int) -> Bentrok:
    kelas = Angkatan.objects.select_related("pelatihan").get(pk=angkatan_id)
    return Bentrok(
        "kelas_berubah",
        f"{kelas}: kursi, status, atau pendaftarnya berubah sejak usulan dihitung.",
        tindakan="Lepaskan usulan di kelas itu, atau buat skenario baru.",
    )
