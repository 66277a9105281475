"""Vacancies of an instansi by its peta jabatan: HR states them, kenaikan jenjang asks for them."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.db import sekarang
from pegawai.models import Jabatan, KebutuhanJabatan, Pegawai, RiwayatJabatan


@transaction.atomic
def save_kebutuhan(*, kebutuhan: KebutuhanJabatan, actor: Any, kanal: str) -> KebutuhanJabatan:
    """Store one statement, new or changed; the trail keeps who stated what.

    Whoever may rise to the post in this instansi counts as changed since a run read them.
    """
    baru = kebutuhan.pk is None
    kebutuhan.diubah_pada = saat = sekarang()
    kebutuhan.save()
    # The posts by their keys, of which there are few: an UPDATE over joins joins the table to itself.
    asal = list(Jabatan.objects.filter(naik_ke=kebutuhan.jabatan_id).values_list("pk", flat=True))
    orang = Pegawai.objects.of_instansi(kebutuhan.instansi_id).order_by().values("pk")
    RiwayatJabatan.objects.filter(jabatan__in=asal, pegawai__in=orang).update(diubah_pada=saat)
    catat(
        pengguna=actor,
        tindakan="tambah_lowongan" if baru else "ubah_lowongan",
        subjek_jenis="lowongan",
        subjek_id=kebutuhan.pk,
        kanal=kanal,
        rincian={
            "instansi": kebutuhan.instansi_id,
            "jabatan": kebutuhan.jabatan_id,
            "lowongan": kebutuhan.lowongan,
            "per_tanggal": kebutuhan.per_tanggal.isoformat(),
        },
    )
    return kebutuhan
