"""Who signs papers of an instansi: stated by HR of the whole instansi."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from asn_karier.lib.audit import catat
from pegawai.models import PejabatPenandaTangan


@transaction.atomic
def save_penanda_tangan(*, pejabat: PejabatPenandaTangan, actor: Any, kanal: str) -> PejabatPenandaTangan:
    """Store one, new or changed; the trail keeps who named whom."""
    baru = pejabat.pk is None
    pejabat.save()
    catat(
        pengguna=actor,
        tindakan="tambah_penanda_tangan" if baru else "ubah_penanda_tangan",
        subjek_jenis="penanda_tangan",
        subjek_id=pejabat.pk,
        kanal=kanal,
        rincian={
            "instansi": pejabat.instansi_id,
            "nama": pejabat.nama,
            "jabatan": pejabat.jabatan,
            "mulai": pejabat.mulai.isoformat(),
            "sampai": pejabat.sampai.isoformat() if pejabat.sampai else "",
        },
    )
    return pejabat
