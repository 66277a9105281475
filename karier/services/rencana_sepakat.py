"""From a draft to the same words for both: sent, changed and given back, accepted, talked over again."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from asn_karier.lib.errors import Bentrok, DomainError
from karier.enums import LangkahIdp, SebabNaskah, StatusIdp
from karier.kamus.rencana import KURANG
from karier.models import DialogRencana, RencanaPengembangan
from karier.rules.rencana import missing
from karier.services.rencana_isi import back_to_person
from karier.services.rencana_sumber import (
    DI_PEGAWAI,
    Pelaku,
    hold_either,
    hold_led,
    hold_own,
    keep,
    must_be_seen,
    rows_of,
    say,
    sentence,
    store,
    touch,
)
from pegawai.models import Pegawai

S = StatusIdp


class Tekan(NamedTuple):
    """A press on a page: about which plan, which words were seen, who, when, where."""

    rencana_id: int
    versi: int | None
    actor: Any
    at: datetime
    kanal: str

    @property
    def pelaku(self) -> Pelaku:
        return Pelaku(self.actor, self.at, self.kanal)


@transaction.atomic
def send_plan(t: Tekan) -> RencanaPengembangan:
    """*Ajukan ke atasan*. Twice is once; DomainError `belum_lengkap` with what is missing."""
    rencana = hold_own(t.rencana_id, t.actor)
    if rencana.status == S.MENUNGGU_ATASAN:
        return rencana
    if StatusIdp(rencana.status) not in DI_PEGAWAI:
        raise Bentrok("sudah_disepakati", "Rencana ini sudah disepakati.")
    must_be_seen(rencana, t.versi)
    return hand_over(rencana, t.pelaku)


def hand_over(rencana: RencanaPengembangan, p: Pelaku, isi: str = "") -> RencanaPengembangan:
    """To the atasan of today, with the words as they stand; the caller holds the plan."""
    atasan = _partner(rencana.pegawai_id)
    butir = [(b.kegiatan, b.mulai, b.selesai) for b in rows_of(rencana)]
    kurang = missing(butir, tahun=rencana.tahun, ada_atasan=atasan is not None)
    if kurang:
        raise DomainError("belum_lengkap", KURANG[kurang[0]])
    rencana.status, rencana.atasan_id, rencana.dikirim_pada = S.MENUNGGU_ATASAN, atasan, p.at
    rencana.setuju_pegawai, rencana.setuju_atasan = rencana.versi, None
    store(rencana, "status", "atasan_id", "dikirim_pada", "setuju_pegawai", "setuju_atasan")
    keep(rencana, SebabNaskah.KIRIM, p)
    return say(rencana, LangkahIdp.KIRIM, p, isi)


def _partner(pegawai_id: int) -> int | None:
    """The atasan of today; None when none, or oneself, is recorded."""
    atasan = Pegawai.objects.values_list("atasan_id", flat=True).get(pk=pegawai_id)
    return None if atasan == pegawai_id else atasan


@transaction.atomic
def withdraw_plan(t: Tekan) -> RencanaPengembangan:
    """Take back what the atasan has not answered; words that they changed meanwhile come along."""
    rencana = hold_own(t.rencana_id, t.actor)
    if rencana.status == S.DRAF:
        return rencana
    if rencana.status != S.MENUNGGU_ATASAN:
        raise Bentrok("tidak_di_atasan", "Rencana ini sudah dijawab atasan.")
    must_be_seen(rencana, t.versi)
    back_to_person(rencana)
    store(rencana, "status", "setuju_pegawai", "setuju_atasan", "disepakati_pada")
    return say(rencana, LangkahIdp.TARIK, t.pelaku)


@transaction.atomic
def agree_plan(t: Tekan) -> RencanaPengembangan:
    """The atasan consents to just the words that the person sent; whoever changed them gives them back."""
    rencana = hold_led(t.rencana_id, t.actor)
    if rencana.status == S.DISEPAKATI and rencana.atasan_id == t.actor.pegawai_id:
        return rencana
    _harus(rencana, S.MENUNGGU_ATASAN)
    must_be_seen(rencana, t.versi)
    if rencana.setuju_pegawai != rencana.versi:
        raise Bentrok(
            "berubah_dari_kiriman",
            "Isinya sudah berbeda dari yang diajukan pegawai.",
            tindakan="Kembalikan dengan perubahan; kesepakatan jadi setelah pegawai menyetujuinya.",
        )
    return _seal(rencana, t)


@transaction.atomic
def accept_plan(t: Tekan) -> RencanaPengembangan:
    """The person consents to the words that the atasan gave back, which they have consented to already."""
    rencana = hold_own(t.rencana_id, t.actor)
    if rencana.status == S.DISEPAKATI:
        return rencana
    _harus(rencana, S.MENUNGGU_PEGAWAI)
    must_be_seen(rencana, t.versi)
    if rencana.setuju_atasan != rencana.versi:
        raise Bentrok(
            "atasan_belum_setuju",
            "Atasan belum menyetujui isi yang sekarang.",
            tindakan="Ajukan ke atasan agar ia membacanya.",
        )
    return _seal(rencana, t)


def _seal(rencana: RencanaPengembangan, t: Tekan) -> RencanaPengembangan:
    """Both have consented to this version: it is kept as it stands."""
    atasan = _partner(rencana.pegawai_id)
    if atasan is None or (rencana.status == S.MENUNGGU_PEGAWAI and atasan != rencana.atasan_id):
        raise Bentrok(
            "atasan_berubah", "Atasan Anda berubah sejak rencana ini dikembalikan.",
            tindakan="Ajukan ke atasan yang sekarang.",
        )  # fmt: skip
    rencana.setuju_pegawai = rencana.setuju_atasan = rencana.versi
    rencana.status, rencana.atasan_id, rencana.disepakati_pada = S.DISEPAKATI, atasan, t.at
    store(rencana, "status", "atasan_id", "disepakati_pada", "setuju_pegawai", "setuju_atasan")
    keep(rencana, SebabNaskah.SEPAKAT, t.pelaku)
    return say(rencana, LangkahIdp.SETUJU, t.pelaku)


@transaction.atomic
def return_plan(t: Tekan, *, catatan: str) -> RencanaPengembangan:
    """Back to the person, with the changes of the atasan and a word about them."""
    rencana = hold_led(t.rencana_id, t.actor)
    isi = sentence(catatan, "Tuliskan apa yang Anda ubah atau minta diubah.")
    if rencana.status == S.MENUNGGU_PEGAWAI:
        return _sudah_kembali(rencana, t, isi)
    _harus(rencana, S.MENUNGGU_ATASAN)
    must_be_seen(rencana, t.versi)
    rencana.status, rencana.atasan_id = S.MENUNGGU_PEGAWAI, t.actor.pegawai_id
    # Who changes words consents to them; who only asks for a change has consented to nothing.
    diubah = rencana.versi != rencana.setuju_pegawai
    rencana.setuju_atasan = rencana.versi if diubah else None
    store(rencana, "status", "atasan_id", "setuju_atasan")
    keep(rencana, SebabNaskah.KEMBALI, t.pelaku)
    return say(rencana, LangkahIdp.KEMBALIKAN, t.pelaku, isi)


def _sudah_kembali(rencana: RencanaPengembangan, t: Tekan, isi: str) -> RencanaPengembangan:
    akhir = rencana.dialog.filter(langkah=LangkahIdp.KEMBALIKAN).last()
    if akhir is not None and (akhir.oleh_id, akhir.isi) == (t.actor.pk, isi):
        return rencana
    raise Bentrok("sudah_kembali", "Rencana ini sudah dikembalikan. Catatan Anda yang ini belum tercatat.")


@transaction.atomic
def reopen_plan(t: Tekan, *, alasan: str) -> RencanaPengembangan:
    """*Bahas lagi*, by either: a draft until both consent again; what was agreed stays readable."""
    rencana = hold_either(t.rencana_id, t.actor)
    isi = sentence(alasan, "Tuliskan mengapa rencana ini dibahas lagi.")
    if rencana.status == S.DRAF:
        akhir = rencana.dialog.filter(langkah=LangkahIdp.BUKA).last()
        if akhir is not None and (akhir.oleh_id, akhir.isi) == (t.actor.pk, isi):
            return rencana
    _harus(rencana, S.DISEPAKATI)
    must_be_seen(rencana, t.versi)
    back_to_person(rencana)
    touch(rencana, "status", "setuju_pegawai", "setuju_atasan", "disepakati_pada")
    return say(rencana, LangkahIdp.BUKA, t.pelaku, isi)


@transaction.atomic
def add_note(t: Tekan, *, isi: str, sejak: int) -> DialogRencana:
    """One word in the dialogue, from either; the same word twice in a row is one.

    `sejak`: how many entries were read; Bentrok `dialog_berlanjut` when there are others by now.
    """
    rencana = hold_either(t.rencana_id, t.actor)
    kalimat = sentence(isi, "Tuliskan catatan Anda.")
    if rencana.dikirim_pada is None:
        raise Bentrok("belum_dikirim", "Dialog dimulai sesudah rencana diajukan.")
    akhir: DialogRencana | None = rencana.dialog.last()
    kunci = (LangkahIdp.CATATAN, t.actor.pk, kalimat)
    if akhir is not None and (akhir.langkah, akhir.oleh_id, akhir.isi) == kunci:
        return akhir
    if rencana.dialog.count() != sejak:
        raise Bentrok(
            "dialog_berlanjut", "Ada catatan baru sejak halaman ini dibuka. Catatan Anda belum dikirim.",
            tindakan="Baca dahulu di atas, lalu kirim lagi.",
        )  # fmt: skip
    say(rencana, LangkahIdp.CATATAN, t.pelaku, kalimat)
    return rencana.dialog.latest("pk")


def _harus(rencana: RencanaPengembangan, status: StatusIdp) -> None:
    if rencana.status != status:
        raise Bentrok(
            "langkah_lain",
            f"Rencana ini sekarang berstatus {rencana.get_status_display()}.",
            tindakan="Muat ulang halaman untuk melihat langkah yang dapat dipilih.",
        )
