"""Assignments: offering one, saying yes, releasing, ending it. No work begins without two yeses.

Whoever changes places holds the row of the assignment first, then the row of the person in it. `terisi`
moves here alone, by one conditional UPDATE, and `penugasan_tempat_cukup` is the last word.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from karier.enums import StatusPenugasan, StatusPesertaPenugasan
from karier.models import Penugasan, PesertaPenugasan
from karier.rules.penugasan import may_join, may_withdraw
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_of
from pelatihan.services.langkah import approver_of

S = StatusPesertaPenugasan
PORTAL: Final = "portal"
ALASAN_TERPANJANG: Final = 300
BERUBAH: Final = "Penugasan ini berubah sejak halaman dibuka."
LIHAT_LAGI: Final = "Lihat keadaannya sekarang, lalu putuskan lagi."


# -- the person -------------------------------------------------------------------------------------


@transaction.atomic
def volunteer(*, penugasan_id: int, pegawai: Pegawai, actor: Any, at: datetime) -> PesertaPenugasan:
    """*Saya bersedia*: my yes; the atasan's is asked next. Twice is once.

    TidakDitemukan for what another government offers, DomainError once nobody is awaited any more.
    """
    _ensure_own(pegawai, actor)
    p = hold(penugasan_id)
    if p.instansi_id != pegawai.instansi_id:
        raise unknown_assignment()
    semua = PesertaPenugasan.objects.select_for_update()
    peserta: PesertaPenugasan | None = semua.filter(penugasan=p, pegawai=pegawai).first()
    if peserta is not None and peserta.status in (S.MENUNGGU, S.BERJALAN):
        return peserta
    _ensure_open(p, pegawai, at)
    if peserta is None:
        peserta = PesertaPenugasan(penugasan=p, pegawai=pegawai)
    else:
        _ensure_may_join(S(peserta.status))
    peserta.bersedia_pada = at
    return take_step(peserta, S.MENUNGGU, actor, None, PORTAL)


@transaction.atomic
def withdraw(*, peserta_id: int, versi: int, pegawai: Pegawai, actor: Any, at: datetime) -> PesertaPenugasan:
    """Take my yes back: before the atasan answers, or before the first day; the place goes back."""
    _ensure_own(pegawai, actor)
    peserta = _held(PesertaPenugasan.objects.filter(pegawai=pegawai), peserta_id)
    if peserta.status == S.MUNDUR:
        return peserta
    _expect(peserta, versi)
    dari = S(peserta.status)
    if not may_withdraw(dari, mulai=peserta.penugasan.mulai, hari=day_of(pegawai, at)):
        raise DomainError(
            "penugasan_berjalan",
            "Penugasan ini sudah dimulai atau sudah berakhir.",
            tindakan="Bicarakan dengan atasan dan yang menawarkannya.",
        )
    if dari is S.BERJALAN:
        _give_back(peserta.penugasan_id)
    return take_step(peserta, S.MUNDUR, actor, None, PORTAL)


# -- the atasan -------------------------------------------------------------------------------------


@transaction.atomic
def release(*, peserta_id: int, versi: int, actor: Any, at: datetime, kanal: str) -> PesertaPenugasan:
    """*Lepas*: the second yes, and with it a place. DomainError when the last one is gone; twice is once."""
    peserta = _held(_to_decide(actor, peserta_id), peserta_id)
    if _same_again(peserta, S.BERJALAN, versi, actor):
        return peserta
    _expect_waiting(peserta, versi)
    ensure_running(peserta.penugasan)
    bebas = Penugasan.objects.filter(pk=peserta.penugasan_id, terisi__lt=F("tempat"))
    if not bebas.update(terisi=F("terisi") + 1):
        raise DomainError(
            "penugasan_penuh",
            "Semua tempat penugasan ini sudah terisi.",
            tindakan="Sampaikan kepada pegawai, atau minta yang menawarkan menambah tempat.",
        )
    return take_step(peserta, S.BERJALAN, actor, at, kanal)


@transaction.atomic
def keep_back(
    *, peserta_id: int, versi: int, alasan: str, actor: Any, at: datetime, kanal: str
) -> PesertaPenugasan:
    """Not now, with a reason that the person reads. A second press changes nothing."""
    peserta = _held(_to_decide(actor, peserta_id), peserta_id)
    if _same_again(peserta, S.TIDAK_DILEPAS, versi, actor):
        return peserta
    _expect_waiting(peserta, versi)
    isi = " ".join(alasan.split())
    if not isi:
        raise DomainError("alasan_kosong", "Tuliskan alasan untuk pegawai.")
    peserta.alasan = isi[:ALASAN_TERPANJANG]
    return take_step(peserta, S.TIDAK_DILEPAS, actor, at, kanal)


def _to_decide(actor: Any, peserta_id: int) -> Any:
    """The row, where the actor is the atasan of today, or HR of somebody whom no atasan can release."""
    satu = PesertaPenugasan.objects.filter(pk=peserta_id).exclude(pegawai=actor.pegawai_id)
    p = satu.select_related("pegawai__atasan").first()
    if p is None or Pegawai.objects.dinilai_oleh(actor).filter(pk=p.pegawai_id).exists():
        return satu
    return satu.dikelola(actor) if approver_of(p.pegawai) is None else satu.none()


# -- shared -----------------------------------------------------------------------------------------


def hold(penugasan_id: int) -> Penugasan:
    """The assignment as it stands now, held until the transaction ends."""
    semua = Penugasan.objects.select_for_update(of=("self",), no_key=True)
    p: Penugasan | None = semua.filter(pk=penugasan_id).first()
    if p is None:
        raise unknown_assignment()
    return p


def _held(milik: Any, peserta_id: int) -> PesertaPenugasan:
    """A row of `milik` with its assignment, both held: the assignment first."""
    mana = milik.filter(pk=peserta_id).values_list("penugasan_id", flat=True).first()
    if mana is None:
        raise TidakDitemukan("peserta_tidak_ditemukan", "Kesediaan ini tidak ditemukan.")
    p = hold(mana)
    peserta: PesertaPenugasan = (
        PesertaPenugasan.objects.select_for_update(of=("self",), no_key=True)
        .select_related("pegawai")
        .get(pk=peserta_id)
    )
    peserta.penugasan = p
    return peserta


def take_step(
    peserta: PesertaPenugasan, ke: StatusPesertaPenugasan, actor: Any, diputus: datetime | None, kanal: str
) -> PesertaPenugasan:
    if peserta.pk is not None:
        peserta.versi += 1
    peserta.status, peserta.diputus_pada = ke, diputus
    peserta.diputus_oleh = actor if diputus else None
    if ke in (S.MENUNGGU, S.BERJALAN):
        peserta.alasan = ""
    peserta.save()
    catat(
        pengguna=actor, tindakan=f"penugasan_{ke.value}", subjek_jenis="pegawai",
        subjek_id=peserta.pegawai_id, kanal=kanal, rincian={"penugasan": peserta.penugasan_id},
    )  # fmt: skip
    return peserta


def _give_back(penugasan_id: int) -> None:
    Penugasan.objects.filter(pk=penugasan_id).update(terisi=F("terisi") - 1)


def _ensure_own(pegawai: Pegawai, actor: Any) -> None:
    if actor.pegawai_id is None or actor.pegawai_id != pegawai.pk:
        raise TidakBoleh("bukan_diri", "Kesediaan dinyatakan oleh pegawainya sendiri.")


def ensure_running(p: Penugasan) -> None:
    if p.status != StatusPenugasan.DIBUKA:
        raise Bentrok("penugasan_ditutup", "Penugasan ini sudah berakhir.", tindakan="Pilih penugasan lain.")


def _ensure_open(p: Penugasan, pegawai: Pegawai, at: datetime) -> None:
    ensure_running(p)
    if day_of(pegawai, at) > p.bersedia_sampai:
        raise DomainError(
            "penugasan_lewat", "Waktu menyatakan bersedia sudah lewat.", tindakan="Pilih penugasan lain."
        )
    if pegawai.kedudukan_hukum not in BERTUGAS:
        raise DomainError("tidak_bertugas", "Penugasan ini untuk pegawai yang sedang bertugas.")


def _ensure_may_join(status: StatusPesertaPenugasan) -> None:
    if not may_join(status):
        raise DomainError("penugasan_selesai", "Penugasan ini sudah berakhir bagi Anda.")


def _expect(peserta: PesertaPenugasan, versi: int) -> None:
    if peserta.versi != versi:
        raise Bentrok("peserta_berubah", BERUBAH, tindakan=LIHAT_LAGI)


def _expect_waiting(peserta: PesertaPenugasan, versi: int) -> None:
    _expect(peserta, versi)
    if peserta.status != S.MENUNGGU:
        raise Bentrok("peserta_berubah", BERUBAH, tindakan=LIHAT_LAGI)


def _same_again(peserta: PesertaPenugasan, ke: StatusPesertaPenugasan, versi: int, actor: Any) -> bool:
    sama = (peserta.status, peserta.versi) == (ke, versi + 1)
    return sama and peserta.diputus_oleh_id == actor.pk


def unknown_assignment() -> TidakDitemukan:
    return TidakDitemukan("penugasan_tidak_ditemukan", "Penugasan ini tidak ditemukan.")
