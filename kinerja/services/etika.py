"""People answer the case of the year, talk about it, and their leader writes what the unit learned.

No line of the trail tells who took part: HR reads the trail, and only numbers are theirs. The rows
themselves keep who and when.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import IntegrityError, transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.kata import bilangan
from kinerja.enums import StatusKasus
from kinerja.models import DiskusiEtika, JawabanEtika, KasusEtika, PelajaranEtika
from kinerja.models.etika import DISKUSI_TERPANJANG, JAWABAN_TERPANJANG, PELAJARAN_TERPANJANG
from kinerja.services.etika_baca import case_for, leads, own_answer, room_in
from kinerja.services.hubungan import person_of
from pegawai.models import Pegawai, UnitKerja

SELESAI: Final = "Diskusi kasus ini sudah selesai. Anda masih dapat membacanya."


@transaction.atomic
def send_answer(*, kasus_id: int, isi: str, versi: int, actor: Any, at: datetime) -> JawabanEtika:
    """Send one's own answer, or put it right while the case runs; also after its last day.

    `versi`: what the page showed, 0 for nothing. The same words twice are one answer. Raises
    TidakDitemukan for a case of other people, Bentrok for an old version, DomainError for no words, too
    many, or a finished case. People keep the unit in which they first answered.
    """
    saya = person_of(actor)
    kasus = _terbuka(kasus_id, saya, at)
    kata = _periksa(isi, "jawaban", JAWABAN_TERPANJANG)
    ada = own_answer(kasus, saya)
    if ada is not None and ada.isi == kata:
        return ada
    if (ada.versi if ada else 0) != versi:
        raise _berubah("Jawaban")
    if ada is None:
        return JawabanEtika.objects.create(
            kasus=kasus, pegawai=saya, unit=saya.unit, isi=kata, dikirim_pada=at
        )
    ada.isi, ada.versi, ada.diubah_pada = kata, ada.versi + 1, at
    ada.save(update_fields=["isi", "versi", "diubah_pada"])
    return ada


@transaction.atomic
def contribute(*, kasus_id: int, isi: str, kunci: UUID, actor: Any, at: datetime) -> DiskusiEtika:
    """Add a word to the discussion; only who has answered takes part.

    `kunci` of the form: the same one with the same words is the same word. Raises TidakDitemukan without
    an own answer, Bentrok for other words under an old key, DomainError as `send_answer`.
    """
    saya = person_of(actor)
    kasus = _terbuka(kasus_id, saya, at)
    jawaban = own_answer(kasus, saya)
    if jawaban is None:
        raise TidakDitemukan("belum_menjawab", "Kirim jawaban Anda dulu, lalu ikut berdiskusi.")
    kata = _periksa(isi, "tanggapan", DISKUSI_TERPANJANG)
    if (ada := jawaban.diskusi.filter(kunci=kunci).first()) is not None:
        return _sama(ada, kata)
    baru = DiskusiEtika(jawaban=jawaban, isi=kata, kunci=kunci, pada=at)
    try:
        with transaction.atomic():
            baru.save(force_insert=True)
    except IntegrityError:
        return _sama(jawaban.diskusi.get(kunci=kunci), kata)
    return baru


@transaction.atomic
def withdraw(*, diskusi_id: int, actor: Any, at: datetime) -> DiskusiEtika:
    """Take back one's own word, whenever; its text is gone. Twice is once."""
    milik = DiskusiEtika.objects.filter(jawaban__pegawai=actor.pegawai_id or 0)
    satu: DiskusiEtika | None = (
        milik.select_related("jawaban").select_for_update(of=("self",)).filter(pk=diskusi_id).first()
    )
    if satu is None:
        raise TidakDitemukan("diskusi_tidak_ditemukan", "Tanggapan itu tidak ditemukan.")
    if satu.ditarik_pada is None:
        satu.isi, satu.ditarik_pada = "", at
        satu.save(update_fields=["isi", "ditarik_pada"])
    return satu


@transaction.atomic
def write_lesson(*, kasus_id: int, isi: str, versi: int, actor: Any, at: datetime) -> PelajaranEtika:
    """What the unit takes from it, by who leads the room. `versi` as in `send_answer`.

    Raises TidakDitemukan for everybody else.
    """
    saya = person_of(actor)
    kasus = _terbuka(kasus_id, saya, at)
    ruang = room_in(kasus, saya, at)
    if ruang is None or not leads(kasus, saya, ruang):
        raise TidakDitemukan("bukan_pimpinan", "Pelajaran bersama ditulis pimpinan yang ikut menjawab.")
    kata = _periksa(isi, "pelajaran bersama", PELAJARAN_TERPANJANG)
    unit = UnitKerja.objects.get(instansi=kasus.instansi_id, jalur=ruang.jalur)
    ada = PelajaranEtika.objects.filter(kasus=kasus, unit=unit).first()
    if ada is not None and ada.isi == kata:
        return ada
    if (ada.versi if ada else 0) != versi:
        raise _berubah("Pelajaran bersama")
    ada = ada or PelajaranEtika(kasus=kasus, unit=unit, versi=0)
    ada.isi, ada.oleh, ada.pada, ada.versi = kata, saya, at, ada.versi + 1
    ada.save()
    return ada


def _terbuka(kasus_id: int, saya: Pegawai, at: datetime) -> KasusEtika:
    """The case, held: of two clicks one waits, and HR finishes or rewrites it before or after."""
    case_for(kasus_id=kasus_id, saya=saya, at=at)
    kasus: KasusEtika = KasusEtika.objects.select_for_update(no_key=True).get(pk=kasus_id)
    if kasus.status != StatusKasus.TERBIT:
        raise DomainError("kasus_selesai", SELESAI)
    return kasus


def _periksa(isi: str, apa: str, terpanjang: int) -> str:
    kata = isi.strip()
    if not kata:
        raise DomainError("isi_kosong", f"Tuliskan {apa} Anda.")
    if len(kata) > terpanjang:
        raise DomainError(
            "isi_panjang",
            f"{apa.capitalize()} paling banyak {bilangan(terpanjang)} huruf. Sekarang {bilangan(len(kata))}.",
        )
    return kata


def _sama(ada: DiskusiEtika, kata: str) -> DiskusiEtika:
    if ada.isi == kata:
        return ada
    raise Bentrok(
        "sudah_terkirim",
        "Tanggapan dari halaman ini sudah terkirim. Isian yang sekarang berbeda.",
        tindakan="Tekan Kirim tanggapan sekali lagi bila ini tanggapan lain.",
    )


def _berubah(apa: str) -> Bentrok:
    return Bentrok(
        "versi_lama",
        f"{apa} ini berubah sejak Anda membukanya. Isian Anda belum hilang.",
        tindakan="Bandingkan, lalu kirim lagi.",
    )
