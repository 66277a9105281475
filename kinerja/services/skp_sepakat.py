"""From a draft to what both agreed: sent, returned, agreed, opened again. Each step is in the dialogue."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from kinerja.enums import SKP_DAPAT_DIUBAH, JenisDialog, StatusSKP
from kinerja.models import SKP, CatatanDialog, NaskahSKP
from kinerja.rules.skp import Temuan, missing
from kinerja.services.penilai import rated_by
from kinerja.services.skp import KANAL, rater_id
from kinerja.services.skp_lembar import plan_of, sheet
from kinerja.services.skp_sumber import hold, hold_own, must_be_open, must_be_seen, touch
from pegawai.models import Pegawai

CATATAN_TERPANJANG: Final = 1000


@transaction.atomic
def send_skp(*, skp_id: int, versi: int | None, actor: Any, at: datetime) -> SKP:
    """Hand the plan to the atasan penilai of today. Sending twice is sending once.

    Raises DomainError `belum_lengkap` with the first thing that is missing.
    """
    pegawai = Pegawai.objects.select_for_update(no_key=True, of=("self",)).filter(pk=actor.pegawai_id).first()
    skp = hold_own(skp_id, actor)
    if skp.status == StatusSKP.DIKIRIM:
        return skp
    if skp.status not in SKP_DAPAT_DIUBAH or pegawai is None:
        raise Bentrok("sudah_disepakati", "SKP ini sudah disepakati.")
    must_be_seen(skp, versi)
    skp.penilai_id = rater_id(pegawai)
    _harus_lengkap(missing(plan_of(skp, ada_penilai=skp.penilai_id is not None)))
    skp.status, skp.dikirim_pada, skp.catatan = StatusSKP.DIKIRIM, at, ""
    touch(skp, "penilai_id", "status", "dikirim_pada", "catatan")
    return _langkah(skp, JenisDialog.KIRIM, actor, at)


def _harus_lengkap(kurang: list[Temuan]) -> None:
    if kurang:
        lain = f" Masih ada {len(kurang) - 1} hal lain." if len(kurang) > 1 else ""
        raise DomainError("belum_lengkap", f"{kurang[0].kalimat}{lain}")


@transaction.atomic
def withdraw_skp(*, skp_id: int, versi: int | None, actor: Any, at: datetime) -> SKP:
    """Take back what the atasan has not answered yet."""
    skp = hold_own(skp_id, actor)
    if skp.status == StatusSKP.DRAF:
        return skp
    if skp.status != StatusSKP.DIKIRIM:
        raise Bentrok("tidak_di_atasan", f"SKP ini sudah {skp.get_status_display().lower()}.")
    must_be_seen(skp, versi)
    skp.status = StatusSKP.DRAF
    touch(skp, "status")
    return _langkah(skp, JenisDialog.CATATAN, actor, at, "Ditarik untuk diubah.")


@transaction.atomic
def agree_skp(*, skp_id: int, versi: int | None, actor: Any, at: datetime) -> SKP:
    """The atasan penilai agrees with just the text they saw; it is kept as it stands.

    Raises TidakBoleh for anybody else, Bentrok when the plan changed or does not wait for them.
    """
    skp = _held_by_rater(skp_id, actor)
    if skp.status == StatusSKP.DISEPAKATI and skp.penilai_id == actor.pegawai_id:
        return skp
    _harus_menunggu(skp)
    must_be_seen(skp, versi)
    skp.penilai_id = actor.pegawai_id
    _harus_lengkap(missing(plan_of(skp, ada_penilai=True)))
    skp.status, skp.disepakati_pada, skp.disepakati_oleh = StatusSKP.DISEPAKATI, at, actor
    touch(skp, "penilai_id", "status", "disepakati_pada", "disepakati_oleh")
    _bekukan(skp, actor, at)
    return _langkah(skp, JenisDialog.SETUJUI, actor, at)


def _bekukan(skp: SKP, actor: Any, at: datetime) -> None:
    NaskahSKP.objects.create(
        skp=skp,
        ke=skp.naskah.count() + 1,
        isi=sheet(skp),
        penilai=actor.pegawai,
        disepakati_oleh=actor,
        disepakati_pada=at,
    )


@transaction.atomic
def return_skp(*, skp_id: int, catatan: str, versi: int | None, actor: Any, at: datetime) -> SKP:
    """Give the plan back with what should change; the person reads it at once."""
    skp = _held_by_rater(skp_id, actor)
    isi = _kalimat(catatan, "Tuliskan apa yang perlu diperbaiki.")
    if skp.status == StatusSKP.DIKEMBALIKAN and skp.catatan == isi:
        return skp
    _harus_menunggu(skp)
    must_be_seen(skp, versi)
    skp.status, skp.catatan, skp.penilai_id = StatusSKP.DIKEMBALIKAN, isi, actor.pegawai_id
    touch(skp, "status", "catatan", "penilai_id")
    return _langkah(skp, JenisDialog.KEMBALIKAN, actor, at, isi)


@transaction.atomic
def reopen_skp(*, skp_id: int, alasan: str, versi: int | None, actor: Any, at: datetime) -> SKP:
    """Talk an agreed plan over again: it is a draft until it is sent and agreed once more.

    By the person or the atasan. What was agreed stays readable (NaskahSKP).
    """
    skp = _held_by_both(skp_id, actor)
    isi = _kalimat(alasan, "Tuliskan mengapa SKP ini dibahas lagi.")
    if skp.status == StatusSKP.DRAF and skp.naskah.exists():
        return _sudah_dibuka(skp, actor, isi)
    if skp.status != StatusSKP.DISEPAKATI:
        raise Bentrok("belum_disepakati", "SKP ini belum disepakati, jadi cukup diubah.")
    must_be_seen(skp, versi)
    skp.status, skp.disepakati_pada, skp.disepakati_oleh = StatusSKP.DRAF, None, None
    touch(skp, "status", "disepakati_pada", "disepakati_oleh")
    return _langkah(skp, JenisDialog.BUKA, actor, at, isi)


def _sudah_dibuka(skp: SKP, actor: Any, alasan: str) -> SKP:
    """A double press is one; a reason that was not kept is not said to be."""
    akhir = skp.dialog.filter(jenis=JenisDialog.BUKA).last()
    if akhir is not None and (akhir.oleh_id, akhir.isi) == (actor.pk, alasan):
        return skp
    raise Bentrok(
        "sudah_dibuka",
        "SKP ini sudah dibuka untuk dibahas lagi. Alasan Anda belum tercatat.",
        tindakan="Tuliskan sebagai catatan dialog pada SKP-nya.",
    )


@transaction.atomic
def add_note(*, skp_id: int, isi: str, actor: Any, at: datetime) -> CatatanDialog:
    """One word in the dialogue, from either side; the same word twice in a row is one."""
    skp = _held_by_both(skp_id, actor)
    kalimat = _kalimat(isi, "Tuliskan catatan Anda.")
    if skp.dikirim_pada is None:
        raise Bentrok("belum_dikirim", "Dialog dimulai sesudah SKP dikirim.")
    akhir: CatatanDialog | None = skp.dialog.last()
    if akhir is not None and (akhir.jenis, akhir.oleh_id, akhir.isi) == (
        JenisDialog.CATATAN,
        actor.pk,
        kalimat,
    ):
        return akhir
    catatan: CatatanDialog = skp.dialog.create(oleh=actor, pada=at, isi=kalimat)
    return catatan


def _kalimat(teks: str, kosong: str) -> str:
    kalimat = teks.strip()
    if not kalimat:
        raise DomainError("catatan_kosong", kosong)
    if len(kalimat) > CATATAN_TERPANJANG:
        raise DomainError("catatan_panjang", f"Paling banyak 1.000 huruf. Sekarang {len(kalimat)}.")
    return kalimat


def _held_by_rater(skp_id: int, actor: Any) -> SKP:
    """The plan for the atasan penilai of today; the person is locked first, then the plan."""
    pemilik = list(SKP.objects.filter(pk=skp_id).values_list("pegawai_id", flat=True))
    rated_by(pegawai_ids=pemilik, actor=actor)
    skp = hold(skp_id)
    must_be_open(skp.pegawai.instansi_id, skp.tahun)
    return skp


def _held_by_both(skp_id: int, actor: Any) -> SKP:
    milik = SKP.objects.filter(pk=skp_id, pegawai=actor.pegawai_id).exists() and actor.pegawai_id
    return hold_own(skp_id, actor) if milik else _held_by_rater(skp_id, actor)


def _harus_menunggu(skp: SKP) -> None:
    if skp.status != StatusSKP.DIKIRIM:
        raise Bentrok(
            "tidak_di_atasan",
            "SKP ini sedang tidak menunggu Anda.",
            tindakan="Pegawai dapat menariknya kembali untuk diubah. Muat ulang halaman.",
        )


def _langkah(skp: SKP, jenis: JenisDialog, actor: Any, at: datetime, isi: str = "") -> SKP:
    """Write the step into the dialogue and into the trail of the person."""
    if actor.pegawai_id is None:
        raise TidakBoleh("bukan_pegawai", "Langkah ini untuk pegawai dan atasan penilainya.")
    skp.dialog.create(jenis=jenis, oleh=actor, pada=at, isi=isi)
    tindakan = f"skp_{jenis}"
    catat_baca(pengguna=actor, pegawai_ids=[skp.pegawai_id], kanal=KANAL, tindakan=tindakan)
    return skp
