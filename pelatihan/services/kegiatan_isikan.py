"""What an operator may fill in under *Isikan untuk pegawai lain*: an activity with its proof."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse

from pegawai.models import Pegawai
from pegawai.services.usulan_pilih import KelompokPilihan, Pilihan
from pelatihan.enums import StatusKegiatan
from pelatihan.models import KegiatanMandiri


def fillable_activities(pegawai: Pegawai, actor: Any, at: datetime) -> Iterator[KelompokPilihan]:
    """A new one, and what this operator entered that waits for the person's yes."""
    baru = Pilihan(
        judul="Kegiatan pengembangan yang belum dilaporkan",
        url=reverse("admin:pelatihan_kegiatanmandiri_isikan", args=[pegawai.pk]),
        tanda="",
        kelas="",
        ket="Dengan foto sertifikat atau surat tugas.",
    )
    menunggu = KegiatanMandiri.objects.filter(
        pegawai=pegawai, oleh=actor, status=StatusKegiatan.MENUNGGU_KONFIRMASI
    )
    lain = [
        Pilihan(
            judul=k.nama,
            url=reverse("admin:pelatihan_kegiatanmandiri_konfirmasi", args=[k.pk]),
            tanda=k.get_status_display(),
            kelas="perlu",
            ket="",
        )
        for k in menunggu.order_by("pk")
    ]
    yield KelompokPilihan("kegiatan", "Kegiatan pengembangan (JP)", [baru, *lain])
