"""A leader names somebody who prepares ratings: dated, to be taken back at any time, and it signs nothing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import IntegrityError, transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.models import DelegasiPenilaian
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_of

#: Nobody prepares for longer than this without being named anew (KEPUTUSAN).
PALING_LAMA: Final = timedelta(days=92)


@transaction.atomic
def grant_delegation(*, penerima: Pegawai, sampai: date, actor: Any, at: datetime) -> DelegasiPenilaian:
    """Let `penerima` prepare the ratings of `actor` from today up to and including `sampai`.

    Days are those of `actor`.

    Raises TidakBoleh for somebody who leads nobody, DomainError `penerima_lain` (another instansi, off
    duty, oneself), `masa_delegasi`; Bentrok when that person prepares already.
    """
    semua = Pegawai.objects.select_related("unit", "instansi")
    pemberi = semua.filter(pk=actor.pegawai_id or 0).first()
    if pemberi is None or not Pegawai.objects.dinilai_oleh(actor).exists():
        raise TidakBoleh("bukan_atasan", "Delegasi penilaian diberikan oleh pejabat penilai.")
    if (
        penerima.pk == pemberi.pk
        or penerima.instansi_id != pemberi.instansi_id
        or penerima.kedudukan_hukum not in BERTUGAS
    ):
        raise DomainError("penerima_lain", "Pilih orang lain yang sedang bertugas di instansi Anda.")
    hari = day_of(pemberi, at)
    if not hari <= sampai <= hari + PALING_LAMA:
        raise DomainError(
            "masa_delegasi", f"Delegasi berlaku dari hari ini, paling lama {PALING_LAMA.days} hari."
        )
    DelegasiPenilaian.objects.filter(
        pemberi=pemberi, penerima=penerima, dicabut_pada=None, sampai__lt=hari
    ).update(dicabut_pada=at)
    try:
        with transaction.atomic():
            baris = DelegasiPenilaian.objects.create(
                pemberi=pemberi, penerima=penerima, mulai=hari, sampai=sampai, dibuat_pada=at
            )
    except IntegrityError as salah:
        raise Bentrok("sudah_didelegasikan", "Orang ini sudah menyiapkan penilaian Anda.") from salah
    _catat(baris, actor, "beri_delegasi")
    return baris


@transaction.atomic
def revoke_delegation(*, pk: int, actor: Any, at: datetime) -> DelegasiPenilaian:
    """Take it back; the drafts that were prepared stay with the leader. TidakDitemukan for anyone else's."""
    milik = DelegasiPenilaian.objects.filter(pemberi=actor.pegawai_id or 0, pk=pk)
    baris: DelegasiPenilaian | None = milik.select_for_update(of=("self",)).first()
    if baris is None:
        raise TidakDitemukan("delegasi_tidak_ditemukan", "Delegasi itu tidak ditemukan.")
    if baris.dicabut_pada is None:
        baris.dicabut_pada = at
        baris.save(update_fields=["dicabut_pada"])
        _catat(baris, actor, "cabut_delegasi")
    return baris


def _catat(baris: DelegasiPenilaian, actor: Any, tindakan: str) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pegawai",
        subjek_id=baris.penerima_id,
        kanal="portal",
        rincian={"delegasi": baris.pk, "sampai": baris.sampai.isoformat()},
    )
