"""Declarations that a register is complete: by a named officer, never rewritten, each of them once."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok
from pegawai.models import CakupanData, Instansi


@transaction.atomic
def declare_complete(*, pernyataan: CakupanData, actor: Any, kanal: str) -> CakupanData:
    """Store a new declaration. Bentrok `pernyataan_sudah_ada` for one that says what another says already."""
    # Of two presses the second waits here, and finds what the first has written.
    Instansi.objects.select_for_update(no_key=True).get(pk=pernyataan.instansi_id)
    isi = {n: getattr(pernyataan, n) for n in ("instansi", "register", "mulai", "sampai", "sumber")}
    if CakupanData.objects.filter(**isi).exists():
        raise Bentrok(
            "pernyataan_sudah_ada",
            "Pernyataan yang sama sudah tercatat.",
            tindakan="Lihat daftar pernyataan lengkap.",
        )
    pernyataan.dinyatakan_oleh, pernyataan.dinyatakan_pada = actor, sekarang()
    pernyataan.save()
    catat(
        pengguna=actor,
        tindakan="nyatakan_lengkap",
        subjek_jenis="cakupan",
        subjek_id=pernyataan.pk,
        kanal=kanal,
        rincian={"register": pernyataan.register, "instansi": pernyataan.instansi_id},
    )
    return pernyataan
