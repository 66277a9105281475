"""HR keeps the cases of ethics: adopt, write, publish, finish, copy. What was answered is not rewritten."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from kinerja.enums import StatusKasus
from kinerja.kamus.etika import pustaka
from kinerja.models import KasusEtika
from pegawai.models import Instansi

KANAL: Final = "admin"
#: How long people have, when HR has not said (KEPUTUSAN).
HARI: Final = 30
_ISI: Final = ("instansi", "keluarga", "judul", "kasus", "pertanyaan", "nilai", "menit", "pustaka")


@transaction.atomic
def save_kasus(*, kasus: KasusEtika, actor: Any, at: datetime) -> KasusEtika:
    """Write a case that HR has filled in.

    Raises Bentrok `kasus_dijawab` for one that somebody has answered, and for a finished one.
    """
    if kasus.pk:
        ada = _kunci(kasus.pk, actor)
        if ada.status == StatusKasus.SELESAI or ada.jawaban.exists():
            raise Bentrok(
                "kasus_dijawab",
                "Kasus ini sudah dijawab pegawai, jadi tidak diubah lagi.",
                tindakan="Buat versi baru, lalu terbitkan.",
            )
        kasus.status = ada.status  # a form that was opened before carries the one of then
    else:
        kasus.dibuat_oleh, kasus.dibuat_pada = actor, at
    kasus.save()
    _catat(kasus, "simpan_kasus_etika", actor)
    return kasus


@transaction.atomic
def publish_kasus(*, kasus_id: int, actor: Any, at: datetime) -> KasusEtika:
    """Show it to its people. The version it was made from is finished; twice is once.

    Raises Bentrok when another case of that family and year is shown, or this one is finished;
    DomainError when the last day is over.
    """
    kasus = _kunci(kasus_id, actor)
    if kasus.status == StatusKasus.TERBIT:
        return kasus
    if kasus.status == StatusKasus.SELESAI:
        raise Bentrok("kasus_selesai", "Kasus ini sudah diselesaikan.", tindakan="Buat versi baru.")
    if kasus.batas < at.astimezone(ZoneInfo(kasus.instansi.zona_waktu)).date():
        raise DomainError("batas_lewat", "Batas menjawab sudah lewat.", tindakan="Ubah batasnya dulu.")
    _ganti_yang_lama(kasus)
    return _ubah_status(kasus, StatusKasus.TERBIT, "terbitkan_kasus_etika", actor)


def _ganti_yang_lama(kasus: KasusEtika) -> None:
    semua = KasusEtika.objects.select_for_update(no_key=True).filter(
        instansi=kasus.instansi_id, tahun=kasus.tahun, keluarga=kasus.keluarga, status=StatusKasus.TERBIT
    )
    for lama in semua:
        if lama.pk != kasus.asal_id:
            raise Bentrok(
                "kasus_lain_terbit",
                f"“{lama.judul}” sedang terbit untuk keluarga jabatan dan tahun yang sama.",
                tindakan="Selesaikan kasus itu dulu.",
            )
        lama.status = StatusKasus.SELESAI
        lama.save(update_fields=["status"])


@transaction.atomic
def finish_kasus(*, kasus_id: int, actor: Any, at: datetime) -> KasusEtika:
    """Nothing is added any more; people go on reading. Twice is once."""
    del at
    kasus = _kunci(kasus_id, actor)
    if kasus.status == StatusKasus.SELESAI:
        return kasus
    if kasus.status == StatusKasus.DRAF:
        raise DomainError("kasus_draf", "Kasus ini belum terbit.", tindakan="Terbitkan dulu.")
    return _ubah_status(kasus, StatusKasus.SELESAI, "selesaikan_kasus_etika", actor)


def _ubah_status(kasus: KasusEtika, status: StatusKasus, tindakan: str, actor: Any) -> KasusEtika:
    kasus.status = status
    kasus.save(update_fields=["status"])
    _catat(kasus, tindakan, actor)
    return kasus


@transaction.atomic
def copy_kasus(*, kasus_id: int, tahun_depan: bool, actor: Any, at: datetime) -> KasusEtika:
    """A draft with the same words: for next year, or as a new version of this year. Twice is once.

    A draft that was made from this case for that year, and is still one, is given back.
    """
    asal = _kunci(kasus_id, actor)
    tahun = asal.tahun + 1 if tahun_depan else asal.tahun
    draf = KasusEtika.objects.filter(asal=asal, tahun=tahun, status=StatusKasus.DRAF)
    ada: KasusEtika | None = draf.first()
    if ada is not None:
        return ada
    hari = at.astimezone(ZoneInfo(asal.instansi.zona_waktu)).date()
    mulai = date(tahun, asal.mulai.month, min(asal.mulai.day, 28)) if tahun_depan else hari
    baru: KasusEtika = KasusEtika.objects.create(
        **{nama: getattr(asal, nama) for nama in _ISI},
        tahun=tahun,
        mulai=mulai,
        batas=mulai + max(asal.batas - asal.mulai, timedelta(days=HARI)),
        asal=asal,
        dibuat_oleh=actor,
        dibuat_pada=at,
    )
    _catat(baru, "salin_kasus_etika", actor)
    return baru


@transaction.atomic
def adopt_kasus(*, kode: str, instansi_id: int, actor: Any, at: datetime) -> KasusEtika:
    """A draft of this year from the starter library; a draft of it that is there already is given back.

    Raises TidakDitemukan for an unknown code and for an instansi that is not the actor's.
    """
    semua = Instansi.objects.dikelola(actor).select_for_update(no_key=True, of=("self",))
    instansi = semua.filter(pk=instansi_id).first()
    dari = pustaka().get(kode)
    if instansi is None or dari is None:
        raise TidakDitemukan("pustaka_tidak_ditemukan", "Kasus itu tidak ada di pustaka.")
    hari = at.astimezone(ZoneInfo(instansi.zona_waktu)).date()
    milik = KasusEtika.objects.filter(instansi=instansi, pustaka=kode, tahun=hari.year)
    ada: KasusEtika | None = milik.filter(status=StatusKasus.DRAF).first()
    if ada is not None:
        return ada
    baru: KasusEtika = KasusEtika.objects.create(
        instansi=instansi,
        tahun=hari.year,
        keluarga=dari.keluarga,
        judul=dari.judul,
        kasus=dari.kasus,
        pertanyaan=dari.pertanyaan,
        nilai=dari.nilai,
        mulai=hari,
        batas=hari + timedelta(days=HARI),
        pustaka=kode,
        dibuat_oleh=actor,
        dibuat_pada=at,
    )
    _catat(baru, "ambil_kasus_etika", actor)
    return baru


def _kunci(kasus_id: int, actor: Any) -> KasusEtika:
    milik = KasusEtika.objects.dikelola(actor).select_related("instansi")
    kasus: KasusEtika | None = milik.select_for_update(of=("self",), no_key=True).filter(pk=kasus_id).first()
    if kasus is None:
        raise TidakDitemukan("kasus_tidak_ditemukan", "Kasus etika itu tidak ditemukan.")
    return kasus


def _catat(kasus: KasusEtika, tindakan: str, actor: Any) -> None:
    catat(pengguna=actor, tindakan=tindakan, subjek_jenis="kasus_etika", subjek_id=kasus.pk, kanal=KANAL)
