"""The one door through which an adopted proposal becomes enrolments: they wait for HR's approval."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from asn_karier.lib.errors import Bentrok
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import UsulanAlokasi
from pelatihan.services.pendaftaran import HasilBanyak, enrol_many


def enrol_chosen(*, usulan: Sequence[UsulanAlokasi], alasan: str, actor: Any, at: datetime) -> int:
    """Enrol everybody who is proposed, class by class in one order, all or nobody; how many.

    Call it in the transaction that adopts. Bentrok `kelas_berubah` names the first who cannot be enrolled, or
    for whom no seat is left.
    """
    menurut: dict[int, list[int]] = defaultdict(list)
    for u in usulan:
        menurut[u.angkatan_id].append(u.pegawai_id)
    for angkatan_id in sorted(menurut):
        hasil = enrol_many(
            angkatan_id=angkatan_id, pegawai_ids=menurut[angkatan_id], alasan=alasan, actor=actor, at=at
        )
        _require_all(hasil, len(menurut[angkatan_id]))
    return len(usulan)


def _require_all(hasil: HasilBanyak, diminta: int) -> None:
    sebab = [f"{d.nama}: {d.sebab}" for d in hasil.dilewati]
    if any(p.status == StatusPendaftaran.DAFTAR_TUNGGU for p in hasil.jadi):
        sebab.append("Kursi kelas tidak cukup lagi untuk semua yang diusulkan.")
    if len(hasil.jadi) + len(hasil.dilewati) < diminta:
        sebab.append("Sebagian pegawai tidak lagi dalam lingkup Anda.")
    if sebab:
        raise Bentrok("kelas_berubah", sebab[0], tindakan="Lepaskan usulan itu, lalu pakai lagi.")
