"""An idea is sent, shared with colleagues, taken back. What is sent keeps its words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import IntegrityError, transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from kinerja.enums import HubunganPemberi, NamaUsul, StatusUsul
from kinerja.models import IkutUsul, UsulPerbaikan
from kinerja.models.usul_perbaikan import COBA_TERPANJANG, MASALAH_TERPANJANG
from kinerja.rules.usul_perbaikan import batas_jawab
from kinerja.services.hubungan import addressee, person_of
from pegawai.services.profil import day_of

KANAL: Final = "portal"
#: More than this in a day is no idea but a flood.
PALING_BANYAK_SEHARI: Final = 10
#: Colleagues in one idea.
REKAN_TERBANYAK: Final = 5


class IsiUsul(NamedTuple):
    """What the author wrote. `asal`: the tried idea that it copies, None for an own one."""

    masalah: str
    coba: str
    terbantu: str
    nama: NamaUsul = NamaUsul.PIMPINAN
    asal: int | None = None


@transaction.atomic
def send_idea(*, isi: IsiUsul, kunci: UUID, actor: Any, at: datetime) -> UsulPerbaikan:
    """Send an idea to the own atasan. The same form with the same words is the same idea.

    Raises DomainError for what is not filled in, without an atasan, and for a flood; TidakDitemukan for a
    copied idea that nobody tried; Bentrok when this form sent something else already.
    """
    saya = person_of(actor)
    kolom = _kolom(isi, saya.instansi_id)
    ada = UsulPerbaikan.objects.filter(pegawai=saya, kunci=kunci).first()
    if ada is not None:
        return _sama(ada, kolom)
    if saya.atasan_id is None or saya.atasan_id == saya.pk:
        raise DomainError(
            "tanpa_atasan",
            "Atasan Anda belum tercatat, jadi belum ada yang dapat menjawab usul ini.",
            tindakan="Mintalah pengelola kepegawaian mencatatnya. Isian Anda dapat disimpan sebagai draf.",
        )
    _pastikan_wajar(saya.pk, at)
    hari = day_of(saya, at)
    baru = UsulPerbaikan(
        pegawai=saya, unit=saya.unit, batas=batas_jawab(hari), kunci=kunci, dikirim_pada=at, **kolom
    )
    try:
        with transaction.atomic():
            baru.save()
    except IntegrityError:
        return _sama(UsulPerbaikan.objects.get(pegawai=saya, kunci=kunci), kolom)
    note(baru, "kirim_usul_perbaikan", actor)
    return baru


@transaction.atomic
def withdraw_idea(*, usul_id: int, actor: Any, at: datetime) -> UsulPerbaikan:
    """Take back one's own idea before it was answered; its words are gone. Twice is once."""
    u = _milik(usul_id, actor)
    if u.status == StatusUsul.DITARIK:
        return u
    if u.status != StatusUsul.MENUNGGU:
        raise Bentrok(
            "sudah_dijawab",
            f"Usul ini sudah dijawab: {u.get_status_display()}.",
            tindakan="Muat ulang halaman untuk membaca jawabannya.",
        )
    u.status, u.selesai_pada = StatusUsul.DITARIK, at
    u.masalah = u.coba = u.terbantu = u.alasan_disampaikan = ""
    u.bersama.all().delete()
    save_step(u)
    note(u, "tarik_usul_perbaikan", actor)
    return u


@transaction.atomic
def choose_name(*, usul_id: int, nama: NamaUsul, actor: Any, at: datetime) -> UsulPerbaikan:
    """The author says anew who reads the name. What somebody has read already stays read."""
    u = _milik(usul_id, actor)
    if u.nama != nama:
        u.nama = nama
        save_step(u)
        note(u, "atur_nama_usul_perbaikan", actor)
    return u


@transaction.atomic
def ask_along(*, usul_id: int, pegawai_id: int, actor: Any, at: datetime) -> IkutUsul:
    """The author asks a colleague along; it is theirs too once they say yes. Twice is once."""
    u = _milik(usul_id, actor)
    orang, sebagai = addressee(saya=person_of(actor), pegawai_id=pegawai_id)
    if sebagai is not HubunganPemberi.REKAN:
        raise TidakDitemukan("bukan_rekan", "Yang diajak adalah rekan seunit atau seatasan.")
    ada = u.bersama.filter(pegawai=orang).first()
    if ada is not None:
        return ada
    if u.status not in (StatusUsul.MENUNGGU, StatusUsul.DICOBA):
        raise DomainError("usul_selesai", "Rekan diajak sebelum usul selesai.")
    if u.bersama.count() >= REKAN_TERBANYAK:
        raise DomainError("rekan_penuh", f"Paling banyak {REKAN_TERBANYAK} rekan dalam satu usul.")
    ikut: IkutUsul = u.bersama.create(pegawai=orang, diajak_pada=at)
    note(u, "ajak_usul_perbaikan", actor)
    return ikut


@transaction.atomic
def join_idea(*, usul_id: int, actor: Any, at: datetime) -> IkutUsul:
    """A colleague says yes, before it is over: an end that went well draws nobody in afterwards.

    Twice keeps the first time; TidakDitemukan for who was not asked.
    """
    u = hold_idea(usul_id, UsulPerbaikan.objects.filter(bersama__pegawai=actor.pegawai_id or 0))
    ikut: IkutUsul | None = u.bersama.filter(pegawai=actor.pegawai_id).first()
    if ikut is None or u.status == StatusUsul.DITARIK:
        raise _tidak_ada()
    if ikut.ikut_pada is not None:
        return ikut
    if u.status not in (StatusUsul.MENUNGGU, StatusUsul.DICOBA):
        raise DomainError("usul_selesai", "Usul ini sudah selesai, jadi tidak ada lagi yang diikuti.")
    ikut.ikut_pada = at
    ikut.save(update_fields=["ikut_pada"])
    return ikut


def mark_seen(*, usul_id: int, actor: Any, at: datetime) -> None:
    """The author looked at the answer; the first time counts."""
    milik = UsulPerbaikan.objects.filter(pk=usul_id, pegawai=actor.pegawai_id or 0, dilihat_pada=None)
    milik.exclude(status__in=(StatusUsul.MENUNGGU, StatusUsul.DITARIK)).update(dilihat_pada=at)


def hold_idea(usul_id: int, semua: Any) -> UsulPerbaikan:
    """One of `semua`, locked; TidakDitemukan for everything else."""
    kunci = semua.filter(pk=usul_id).values_list("pk", flat=True).first()
    u = UsulPerbaikan.objects.select_for_update(of=("self",)).filter(pk=kunci or 0)
    satu: UsulPerbaikan | None = u.select_related("pegawai__unit", "pegawai__instansi").first()
    if satu is None:
        raise _tidak_ada()
    return satu


def save_step(u: UsulPerbaikan) -> None:
    u.versi += 1
    u.save()


def note(u: UsulPerbaikan, tindakan: str, actor: Any) -> None:
    """The trail of HR must not tell who has ideas: the subject is the row, not the person."""
    catat(pengguna=actor, tindakan=tindakan, subjek_jenis="usul_perbaikan", subjek_id=u.pk, kanal=KANAL)


def _milik(usul_id: int, actor: Any) -> UsulPerbaikan:
    return hold_idea(usul_id, UsulPerbaikan.objects.filter(pegawai=actor.pegawai_id or 0))


def _kolom(isi: IsiUsul, instansi_id: int) -> dict[str, Any]:
    masalah, coba, terbantu = isi.masalah.strip(), isi.coba.strip(), isi.terbantu.strip()
    if not masalah or not coba or not terbantu:
        raise DomainError(
            "usul_kosong", "Isi apa yang menyulitkan, apa yang dicoba, dan siapa yang terbantu."
        )
    if (
        isi.asal is not None
        and not UsulPerbaikan.objects.terbaca_di(instansi_id).filter(pk=isi.asal).exists()
    ):
        raise _tidak_ada()
    return {
        "masalah": masalah[:MASALAH_TERPANJANG],
        "coba": coba[:COBA_TERPANJANG],
        "terbantu": terbantu[:160],
        "nama": isi.nama,
        "asal_id": isi.asal,
    }


def _sama(ada: UsulPerbaikan, kolom: dict[str, Any]) -> UsulPerbaikan:
    if all(getattr(ada, k) == v for k, v in kolom.items()):
        return ada
    raise Bentrok(
        "sudah_terkirim",
        "Usul dari halaman ini sudah terkirim. Isian yang sekarang berbeda.",
        tindakan="Tekan Kirim kepada atasan sekali lagi bila ini usul yang lain.",
    )


def _pastikan_wajar(pegawai_id: int, at: datetime) -> None:
    sehari = UsulPerbaikan.objects.filter(pegawai=pegawai_id, dikirim_pada__gt=at - timedelta(days=1))
    if sehari.count() >= PALING_BANYAK_SEHARI:
        raise DomainError(
            "usul_terlalu_banyak",
            f"Sudah {PALING_BANYAK_SEHARI} usul dalam 24 jam.",
            tindakan="Lanjutkan besok.",
        )


def _tidak_ada() -> TidakDitemukan:
    return TidakDitemukan("usul_tidak_ditemukan", "Usul itu tidak ditemukan.")
