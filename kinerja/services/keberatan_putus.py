"""An objection is looked at and decided, by the atasan of the pejabat penilai or whom HR named instead."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.errors import DomainError, TidakBoleh
from kinerja.enums import PutusanKeberatan, StatusKeberatan
from kinerja.models import Keberatan
from kinerja.services.kabar import tell_decision
from kinerja.services.keberatan import (
    ambil_terkunci,
    berisi,
    catat_keberatan,
    lanjutkan,
    may_decide,
    on_duty,
    sudah_berubah,
)
from kinerja.services.keberatan_bukti import read_bundle
from pegawai.models import Pegawai

KANAL_HR: Final = "admin"
PENUNJUKAN_TERPANJANG: Final = 300


@transaction.atomic
def mulai_periksa(*, keberatan_id: int, versi: int, actor: Any, at: datetime) -> Keberatan:
    """The decider says that the looking has begun; the person reads *Sedang diperiksa*."""
    keberatan = _untuk_diputuskan(keberatan_id, actor)
    if keberatan.status == StatusKeberatan.DIPERIKSA:
        return keberatan
    lanjutkan(keberatan, versi)
    keberatan.status = StatusKeberatan.DIPERIKSA
    keberatan.save()
    catat_keberatan(keberatan, "periksa_keberatan", actor)
    return keberatan


@transaction.atomic
def putuskan_keberatan(
    *, keberatan_id: int, versi: int, putusan: PutusanKeberatan, alasan: str, actor: Any, at: datetime
) -> Keberatan:
    """Decide with a reason. The rating itself stays what it is: only the pejabat penilai changes it.

    Late is possible and stays visible. Raises TidakBoleh for anyone but the named decider (no role opens
    this), Bentrok when it was withdrawn, decided or moved since it was read, DomainError when the
    bundle is not what was sealed. The same decision again, as a double click sends it, is one.
    """
    isi = berisi(alasan, "alasan putusan")
    keberatan = _untuk_diputuskan(keberatan_id, actor)
    if (keberatan.putusan, keberatan.alasan_putusan) == (putusan, isi):
        return keberatan
    lanjutkan(keberatan, versi)
    read_bundle(keberatan)
    keberatan.status = StatusKeberatan.DIPUTUSKAN
    keberatan.putusan, keberatan.alasan_putusan = PutusanKeberatan(putusan), isi
    keberatan.diputuskan_oleh, keberatan.diputuskan_pada = actor, at
    keberatan.save()
    catat_keberatan(keberatan, "putuskan_keberatan", actor, putusan=keberatan.putusan)
    tell_decision(keberatan, at=at)
    return keberatan


def _untuk_diputuskan(keberatan_id: int, actor: Any) -> Keberatan:
    keberatan = ambil_terkunci(keberatan_id)
    calon = Pegawai.objects.filter(pk=actor.pegawai_id).first() if actor.pegawai_id else None
    if calon is None or calon.pk != keberatan.pemutus_id or not may_decide(keberatan, calon):
        raise TidakBoleh(
            "bukan_pemutus",
            "Keberatan ini diputuskan oleh atasan pejabat penilai yang sedang bertugas.",
            tindakan="Bila pejabatnya keliru, sampaikan kepada pengelola kepegawaian.",
        )
    return keberatan


def needs_decider(keberatan: Keberatan) -> bool:
    """Whether HR has to name somebody: nobody is there, or who is there may not decide any more."""
    return keberatan.terbuka and (
        keberatan.pemutus is None or not on_duty(keberatan.pemutus, keberatan.pegawai.instansi_id)
    )


@transaction.atomic
def tunjuk_pemutus(
    *, keberatan_id: int, versi: int, pemutus: Pegawai, alasan: str, actor: Any, at: datetime
) -> Keberatan:
    """HR names another official, with a reason that the parties read, where the recorded one cannot decide.

    Not where one can: HR does not choose who decides. Never the person, the pejabat penilai or the officer.
    """
    isi = berisi(alasan, "alasan penunjukan")
    if len(isi) > PENUNJUKAN_TERPANJANG:
        raise DomainError("isi_panjang", f"Alasan paling banyak 300 huruf. Sekarang {len(isi)}")
    keberatan = ambil_terkunci(keberatan_id)
    if not Pegawai.objects.dikelola(actor).filter(pk=keberatan.pegawai_id).exists():
        raise TidakBoleh("bukan_hr", "Pejabat ditunjuk oleh pengelola kepegawaian pegawai itu.")
    if actor.pegawai_id and actor.pegawai_id in (keberatan.pegawai_id, keberatan.penilai_id, pemutus.pk):
        raise TidakBoleh("pihak_sendiri", "Rekan Anda di pengelola kepegawaian yang menunjuk pejabatnya.")
    if keberatan.pemutus_id == pemutus.pk and keberatan.alasan_penunjukan == isi:
        return keberatan
    if not needs_decider(keberatan):
        raise sudah_berubah(keberatan)
    pemutus = Pegawai.objects.get(pk=pemutus.pk)
    if not may_decide(keberatan, pemutus):
        raise DomainError(
            "pemutus_tidak_boleh",
            "Pilih pejabat lain yang bertugas di instansi ini, bukan pegawai atau pejabat penilainya.",
        )
    lanjutkan(keberatan, versi)
    keberatan.pemutus, keberatan.alasan_penunjukan = pemutus, isi
    keberatan.ditunjuk_oleh, keberatan.ditunjuk_pada = actor, at
    keberatan.save()
    catat_keberatan(keberatan, "tunjuk_pemutus_keberatan", actor, kanal=KANAL_HR)
    return keberatan
