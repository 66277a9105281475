"""HR asks after a pair, kindly. They know dates and counts, and nothing that the two talk about."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.errors import DomainError, TidakBoleh, TidakDitemukan
from mentoring.enums import StatusPasangan
from mentoring.models import Pasangan, SapaanMentoring
from mentoring.rules.hidup import SELANG_SAPAAN
from mentoring.services.berdua import note_step

PESAN_TERPANJANG: Final = 300


@transaction.atomic
def greet_pair(*, pasangan_id: int, pesan: str, actor: Any, at: datetime) -> SapaanMentoring:
    """Write to both of a running pair; both read it on *Beranda* and on their page.

    TidakDitemukan outside the scope, TidakBoleh for one's own pair, DomainError within two weeks of the
    last one. The same words again within them are the same.
    """
    milik = Pasangan.objects.dikelola(actor).filter(status=StatusPasangan.BERJALAN)
    list(Pasangan.objects.select_for_update().filter(pk=pasangan_id).values_list("pk"))
    pasangan = milik.filter(pk=pasangan_id).first()
    if pasangan is None:
        raise TidakDitemukan("pasangan_tidak_ditemukan", "Pasangan mentoring itu tidak ditemukan.")
    if actor.pegawai_id in (pasangan.mentee_id, pasangan.mentor_pegawai_id):
        raise TidakBoleh("diri_sendiri", "Ini pasangan Anda sendiri. Rekan Anda yang menyapanya.")
    kata = " ".join(pesan.split())
    if not 0 < len(kata) <= PESAN_TERPANJANG:
        raise DomainError("sapaan_kosong", f"Tulis sapaan, paling banyak {PESAN_TERPANJANG} huruf.")
    baru: SapaanMentoring | None = SapaanMentoring.objects.filter(
        pasangan=pasangan, pada__gt=at - SELANG_SAPAAN
    ).first()
    if baru is not None and baru.pesan == kata and baru.oleh_id == actor.pk:
        return baru
    if baru is not None:
        raise DomainError(
            "sapaan_baru_saja",
            f"Pasangan ini sudah disapa dalam {SELANG_SAPAAN.days} hari terakhir.",
            tindakan="Beri mereka waktu, lalu sapa lagi bila masih perlu.",
        )
    sapaan = SapaanMentoring.objects.create(pasangan=pasangan, pesan=kata, oleh=actor, pada=at)
    note_step(pasangan, "sapa_mentoring", actor)
    return sapaan
