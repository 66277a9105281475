"""What one person is to another when they write feedback."""

from __future__ import annotations

from typing import NamedTuple

from kinerja.enums import HubunganPemberi


class Posisi(NamedTuple):
    """Where a person stands, by the keys of the records."""

    pegawai: int
    instansi: int
    unit: int | None
    atasan: int | None


def hubungan(pemberi: Posisi, penerima: Posisi) -> HubunganPemberi | None:
    """Of the giver to the person; None for a stranger, for oneself and across instansi.

    Colleagues share a unit or an atasan penilai. Who leads somebody of the own unit is their leader,
    not a colleague.
    """
    if pemberi.pegawai == penerima.pegawai or pemberi.instansi != penerima.instansi:
        return None
    if penerima.atasan == pemberi.pegawai:
        return HubunganPemberi.ATASAN
    if pemberi.atasan == penerima.pegawai:
        return HubunganPemberi.BAWAHAN
    seunit = pemberi.unit is not None and pemberi.unit == penerima.unit
    seatasan = pemberi.atasan is not None and pemberi.atasan == penerima.atasan
    return HubunganPemberi.REKAN if seunit or seatasan else None
