"""Feedback is sent, withdrawn while nobody saw it, read and answered. What is sent never changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import JenisUmpanBalik, NilaiBerakhlak, TentangUmpanBalik
from kinerja.models import TanggapanUmpanBalik, UmpanBalik
from kinerja.models.umpan_balik import KALIMAT_TERPANJANG
from kinerja.services.hubungan import addressee, person_of
from kinerja.services.kabar import tell_feedback

KANAL: Final = "portal"
#: More than this in a day is no feedback but a flood.
PALING_BANYAK_SEHARI: Final = 60


class IsiUmpanBalik(NamedTuple):
    """What the giver chose and wrote."""

    jenis: JenisUmpanBalik
    tentang: TentangUmpanBalik
    peristiwa: str
    dampak: str
    berikutnya: str
    nilai: NilaiBerakhlak | None = None


def withdrawal_time() -> timedelta:
    """How long a giver may take back what nobody saw (KEPUTUSAN: a setting)."""
    return timedelta(minutes=settings.ASN_UMPAN_BALIK_TARIK_MENIT)


@transaction.atomic
def send_feedback(
    *, pegawai_id: int, isi: IsiUmpanBalik, kunci: UUID, pembaca: int | None, actor: Any, at: datetime
) -> UmpanBalik:
    """Send three sentences to a leader, a direct report or a colleague, in one's own name.

    `pembaca`: the atasan penilai whom the page named as reader (None: nobody). `kunci` of the form: the
    same one with the same words is the same feedback. Raises TidakDitemukan for anybody else, Bentrok
    `pembaca_berganti` when that reader changed meanwhile and `sudah_terkirim` for other words under an
    old key, DomainError for what is not filled in.
    """
    saya = person_of(actor)
    orang, sebagai = addressee(saya=saya, pegawai_id=pegawai_id)
    kolom = _kolom(isi)
    ada = UmpanBalik.objects.filter(pemberi=saya, kunci=kunci).first()
    if ada is not None:
        return _sama(ada, orang.pk, kolom)
    if orang.atasan_id != pembaca:
        raise Bentrok(
            "pembaca_berganti",
            "Atasan penilai orang ini berganti sejak halaman dibuka. Isian Anda belum terkirim.",
            tindakan="Baca lagi siapa yang membacanya, lalu kirim.",
        )
    _pastikan_wajar(saya.pk, at)
    baru = UmpanBalik(pegawai=orang, pemberi=saya, hubungan=sebagai, kunci=kunci, dikirim_pada=at, **kolom)
    try:
        with transaction.atomic():
            baru.save()
    except IntegrityError:
        return _sama(UmpanBalik.objects.get(pemberi=saya, kunci=kunci), orang.pk, kolom)
    # The trail of HR must not tell who wrote to whom: the subject is the row, not the person.
    _catat(baru, "beri_umpan_balik", actor)
    tell_feedback(baru, at=at)
    return baru


@transaction.atomic
def withdraw_feedback(*, umpan_balik_id: int, actor: Any, at: datetime) -> UmpanBalik:
    """Take back one's own feedback, soon and before anybody saw it; its text is gone. Twice is once.

    Raises TidakDitemukan for what is not one's own, Bentrok when it was seen, DomainError when the time
    is over.
    """
    satu = _kunci(UmpanBalik.objects.filter(pemberi=actor.pegawai_id), umpan_balik_id)
    if satu.ditarik_pada is not None:
        return satu
    if satu.dilihat_pada is not None:
        raise Bentrok(
            "sudah_terlihat",
            "Umpan balik ini sudah dibaca, sehingga tidak ditarik lagi.",
            tindakan="Tambahkan tanggapan bila ada yang perlu diluruskan.",
        )
    if at > satu.dikirim_pada + withdrawal_time():
        raise DomainError(
            "waktu_tarik_lewat",
            f"Waktu menarik umpan balik {settings.ASN_UMPAN_BALIK_TARIK_MENIT} menit sudah lewat.",
            tindakan="Tambahkan tanggapan bila ada yang perlu diluruskan.",
        )
    satu.peristiwa = satu.dampak = satu.berikutnya = ""
    satu.ditarik_pada = at
    satu.save(update_fields=["peristiwa", "dampak", "berikutnya", "ditarik_pada"])
    _catat(satu, "tarik_umpan_balik", actor)
    return satu


def mark_read(*, umpan_balik_id: int, actor: Any, at: datetime) -> None:
    """The person says that they read it (not that they agree). Saying it twice keeps the first time."""
    milik = UmpanBalik.objects.terkirim().filter(pegawai=actor.pegawai_id or 0, pk=umpan_balik_id)
    if not milik.exists():
        raise _tidak_ada()
    milik.filter(dilihat_pada=None).update(dilihat_pada=at)
    milik.filter(dibaca_pada=None).update(dibaca_pada=at)


@transaction.atomic
def reply(*, umpan_balik_id: int, isi: str, kunci: UUID, actor: Any, at: datetime) -> TanggapanUmpanBalik:
    """Add a word below feedback, by the person or the giver. It stays.

    Raises TidakDitemukan for strangers, TidakBoleh for an atasan who only reads along.
    """
    satu = _kunci(UmpanBalik.objects.visible_to(actor), umpan_balik_id)
    if actor.pegawai_id not in (satu.pegawai_id, satu.pemberi_id):
        raise TidakBoleh(
            "hanya_membaca", "Percakapan ini antara pemberi dan penerima umpan balik. Anda hanya membacanya."
        )
    teks = _kalimat(isi, "tanggapan")
    ada = satu.tanggapan.filter(kunci=kunci).first()
    if ada is not None and (ada.isi, ada.oleh_id) == (teks, actor.pegawai_id):
        return ada
    if ada is not None:
        raise Bentrok("sudah_terkirim", "Tanggapan dari halaman ini sudah terkirim dengan isi lain.")
    if satu.pegawai_id == actor.pegawai_id:
        mark_read(umpan_balik_id=satu.pk, actor=actor, at=at)
    baru: TanggapanUmpanBalik = satu.tanggapan.create(
        oleh_id=actor.pegawai_id, isi=teks, kunci=kunci, pada=at
    )
    _catat(satu, "tanggapi_umpan_balik", actor)
    return baru


def _kolom(isi: IsiUmpanBalik) -> dict[str, Any]:
    if isi.nilai is not None and isi.tentang is not TentangUmpanBalik.PERILAKU:
        raise DomainError("nilai_untuk_perilaku", "Nilai BerAKHLAK dipilih untuk perilaku kerja.")
    return {
        "jenis": isi.jenis,
        "tentang": isi.tentang,
        "nilai": isi.nilai or "",
        "peristiwa": _kalimat(isi.peristiwa, "apa yang terjadi"),
        "dampak": _kalimat(isi.dampak, "dampaknya"),
        "berikutnya": _kalimat(isi.berikutnya, "langkah berikutnya"),
    }


def _kalimat(teks: str, apa: str) -> str:
    kalimat = teks.strip()
    if not kalimat:
        raise DomainError("kalimat_kosong", f"Isi {apa}.")
    if len(kalimat) > KALIMAT_TERPANJANG:
        raise DomainError(
            "kalimat_panjang", f"Isi {apa} paling banyak {KALIMAT_TERPANJANG} huruf. Sekarang {len(kalimat)}."
        )
    return kalimat


def _sama(ada: UmpanBalik, pegawai_id: int, kolom: dict[str, Any]) -> UmpanBalik:
    """What the first click wrote; Bentrok when this page sends something else now."""
    if ada.pegawai_id == pegawai_id and all(getattr(ada, k) == v for k, v in kolom.items()):
        return ada
    raise Bentrok(
        "sudah_terkirim",
        "Umpan balik dari halaman ini sudah terkirim. Isian yang sekarang berbeda.",
        tindakan="Tekan Kirim sekali lagi bila ini umpan balik yang lain.",
    )


def _pastikan_wajar(pemberi_id: int, at: datetime) -> None:
    sehari = UmpanBalik.objects.filter(pemberi=pemberi_id, dikirim_pada__gt=at - timedelta(days=1))
    if sehari.count() >= PALING_BANYAK_SEHARI:
        raise DomainError(
            "umpan_balik_terlalu_banyak",
            f"Sudah {PALING_BANYAK_SEHARI} umpan balik dalam 24 jam.",
            tindakan="Lanjutkan besok.",
        )


def _kunci(semua: Any, umpan_balik_id: int) -> UmpanBalik:
    satu: UmpanBalik | None = semua.select_for_update(of=("self",)).filter(pk=umpan_balik_id).first()
    if satu is None:
        raise _tidak_ada()
    return satu


def _tidak_ada() -> TidakDitemukan:
    return TidakDitemukan("umpan_balik_tidak_ditemukan", "Umpan balik itu tidak ditemukan.")


def _catat(satu: UmpanBalik, tindakan: str, actor: Any) -> None:
    catat(pengguna=actor, tindakan=tindakan, subjek_jenis="umpan_balik", subjek_id=satu.pk, kanal=KANAL)
