"""What *Catatan JP* puts on the home page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.urls import reverse

from pegawai.views.tugas import Penanya, Tugas
from pelatihan.enums import StatusKegiatan
from pelatihan.models import KegiatanMandiri

#: Minutes that each takes.
MENIT: Final = 3
_JUDUL: Final = {
    StatusKegiatan.FOTO_ULANG: "Foto ulang bukti kegiatan",
    StatusKegiatan.MENUNGGU_KONFIRMASI: "Periksa kegiatan yang diisikan untuk Anda",
}


def activity_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Reports that wait for me: a new photograph, or my yes to what an operator entered; one query."""
    semua = KegiatanMandiri.objects.filter(pegawai=penanya.saya, status__in=list(_JUDUL))
    for k in semua.order_by("dikirim_pada", "pk"):
        yield Tugas(
            judul=f"{_JUDUL[StatusKegiatan(k.status)]}: {k.nama}",
            url=reverse("pelatihan:kegiatan", args=[k.pk]),
            tanda=k.get_status_display(),
            kelas="perlu",
            ket=k.alasan,
            menit=MENIT,
        )
