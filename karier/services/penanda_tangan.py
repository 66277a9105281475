"""Who signs a covering letter: chosen from the register, written down as the register says it that day."""

from __future__ import annotations

from datetime import date
from typing import Any

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from karier.models import SuratPengantar
from pegawai.models import PejabatPenandaTangan
from pegawai.reports.kantor import tanda_tangan


def put_signer(surat: SuratPengantar, pejabat: PejabatPenandaTangan | None, hari: date) -> None:
    """Set the signer on `surat` (not saved); nobody chosen leaves what was typed before there was a choice.

    DomainError `penanda_tangan_tidak_berlaku` for who does not sign for the instansi on `hari`.
    """
    if pejabat is None:
        if surat.pejabat_id is None:
            return
        tertulis = {"nama": "", "nip": "", "jabatan": ""}
    else:
        _pastikan_berlaku(surat, pejabat, hari)
        tertulis = tanda_tangan(pejabat)
    surat.pejabat = pejabat
    surat.penanda_tangan, surat.nip_penanda_tangan = tertulis["nama"], tertulis["nip"]
    surat.jabatan_penanda_tangan = tertulis["jabatan"]


def _pastikan_berlaku(surat: SuratPengantar, pejabat: PejabatPenandaTangan, hari: date) -> None:
    berlaku: Any = PejabatPenandaTangan.objects.filter(instansi=surat.instansi_id, pk=pejabat.pk)
    if not berlaku.pada(hari).exists():
        raise DomainError(
            "penanda_tangan_tidak_berlaku",
            f"{pejabat.nama} tidak tercatat sebagai penanda tangan pada {kata.tanggal(hari)}.",
            tindakan="Pilih yang lain, atau perbaiki tanggalnya di Penanda tangan surat.",
        )
