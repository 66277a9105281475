"""What of this app rests on the records of people: an import under it is not undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from kinerja.enums import StatusKonversi
from kinerja.models import KonversiAngkaKredit


def held_by_conversion(pegawai_ids: Sequence[int], sejak: datetime) -> Mapping[int, str]:
    """People whose angka kredit was signed since `sejak`; why, in words."""
    ttd = KonversiAngkaKredit.objects.filter(
        pegawai_id__in=pegawai_ids, status=StatusKonversi.DITANDATANGANI, ditandatangani_pada__gte=sejak
    )
    return {
        pk: f"konversi angka kredit {tahun} sudah ditandatangani sesudahnya"
        for pk, tahun in ttd.order_by("pk").values_list("pegawai_id", "tahun")
    }
