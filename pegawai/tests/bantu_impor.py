"""What the tests of every kind of import do with a file that was checked."""

from __future__ import annotations

from pegawai.enums import StatusBaris, StatusImpor
from pegawai.models import Impor
from pegawai.services.impor import request_apply, terapkan
from pegawai.tests.berkas_buatan import AT


def diterapkan(impor: Impor) -> Impor:
    """After *Simpan*, by whoever uploaded it; a file that was refused whole says why."""
    assert impor.status == StatusImpor.DIPERIKSA, impor.pesan
    request_apply(impor_id=impor.pk, actor=impor.oleh, at=AT)
    return terapkan(impor.pk)


def hitung(impor: Impor) -> dict[str, int]:
    """How many rows came to which end."""
    assert impor.status in (StatusImpor.DIPERIKSA, StatusImpor.DITERAPKAN), impor.pesan
    return {s.value: n for s in StatusBaris if (n := impor.ringkasan[s])}
