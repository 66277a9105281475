"""A leader answers an idea, or passes it on; a trial is measured and ends. Nobody answers their own."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from kinerja.enums import AlasanBelum, ArahUkuran, StatusUsul
from kinerja.models import UsulPerbaikan
from kinerja.rules.usul_perbaikan import batas_jawab, boleh_disampaikan
from kinerja.services.hubungan import person_of
from kinerja.services.usul_perbaikan import hold_idea, note, save_step
from kinerja.services.usul_perbaikan_baca import leaders_of
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_of


class Uji(NamedTuple):
    """How an idea is tried: from when, by which number we shall see that it helped, and when we look."""

    mulai: date
    ukuran: str
    satuan: str
    arah: ArahUkuran
    sebelum: Decimal
    ukur_pada: date


class Hasil(NamedTuple):
    """What trying it did: the number after, None while nobody knows, and words of citizens."""

    sesudah: Decimal | None
    kata_warga: str = ""


@transaction.atomic
def try_idea(*, usul_id: int, uji: Uji, ucapan: str, versi: int, actor: Any, at: datetime) -> UsulPerbaikan:
    """*Dicoba*. Raises Bentrok when it was answered meanwhile, TidakBoleh for who has no word about it."""
    u = _to_answer(usul_id, versi, actor)
    if uji.ukur_pada <= uji.mulai:
        raise DomainError("ukur_terlalu_awal", "Hari mengukur ada sesudah hari mulai mencoba.")
    if uji.mulai < day_of(u.pegawai, u.dikirim_pada):
        raise DomainError("mulai_terlalu_awal", "Hari mulai mencoba tidak sebelum usul ini dikirim.")
    u.status = StatusUsul.DICOBA
    u.coba_mulai, u.ukur_pada = uji.mulai, uji.ukur_pada
    u.ukuran, u.satuan, u.arah = uji.ukuran.strip()[:160], uji.satuan.strip()[:30], uji.arah
    u.angka_sebelum = uji.sebelum
    return _answer(u, ucapan, "coba_usul_perbaikan", actor, at)


@transaction.atomic
def decline_idea(
    *, usul_id: int, alasan: AlasanBelum, kata: str, versi: int, actor: Any, at: datetime
) -> UsulPerbaikan:
    """*Belum dapat dicoba*, with a reason of the list and words."""
    u = _to_answer(usul_id, versi, actor)
    if not kata.strip():
        raise DomainError("kata_kosong", "Tuliskan penjelasan. Pengusul membacanya.")
    u.status, u.alasan_belum = StatusUsul.BELUM_DAPAT, alasan
    return _answer(u, kata, "belum_usul_perbaikan", actor, at)


@transaction.atomic
def pass_on(*, usul_id: int, alasan: str, versi: int, actor: Any, at: datetime) -> UsulPerbaikan:
    """To the leader above, once, with a reason; whoever passed it on answers no more."""
    u = _to_answer(usul_id, versi, actor)
    rantai = leaders_of(u)
    dari = rantai.index(actor.pegawai_id)
    di_atas = dari + 1 < len(rantai)
    if not boleh_disampaikan(tingkat=dari, disampaikan_dari=u.disampaikan_dari, di_atas=di_atas):
        raise TidakBoleh(
            "tidak_dapat_disampaikan",
            "Usul ini sudah pernah disampaikan ke atas, atau tidak ada lagi di atasnya.",
        )
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan mengapa usul ini disampaikan ke atas.")
    u.disampaikan_dari, u.disampaikan_oleh_id = dari, actor.pegawai_id
    u.alasan_disampaikan = alasan.strip()[:300]
    u.tingkat, u.batas = max(u.tingkat, dari + 1), batas_jawab(day_of(u.pegawai, at))
    save_step(u)
    note(u, "sampaikan_usul_perbaikan", actor)
    return u


@transaction.atomic
def report_effect(*, usul_id: int, hasil: Hasil, versi: int, actor: Any, at: datetime) -> UsulPerbaikan:
    """Who tries it, or leads it, notes the number after; the leader still says what follows."""
    u = hold_idea(usul_id, UsulPerbaikan.objects.visible_to(actor))
    _pastikan_diuji(u, versi)
    mencoba = u.pegawai_id == actor.pegawai_id or u.bersama.ikut().filter(pegawai=actor.pegawai_id).exists()
    if not mencoba:
        _pastikan_berwenang(u, actor)
    if hasil.sesudah is None:
        raise DomainError("angka_kosong", "Isi angka sesudahnya.")
    _write_effect(u, hasil, at)
    save_step(u)
    note(u, "ukur_usul_perbaikan", actor)
    return u


@transaction.atomic
def close_trial(
    *, usul_id: int, hasil: Hasil, lanjut: bool, versi: int, actor: Any, at: datetime
) -> UsulPerbaikan:
    """*Diteruskan* with a number after, or *Dihentikan baik-baik*, by who has a word about it."""
    u = hold_idea(usul_id, UsulPerbaikan.objects.visible_to(actor))
    _pastikan_diuji(u, versi)
    _pastikan_berwenang(u, actor)
    if lanjut and hasil.sesudah is None:
        raise DomainError("angka_kosong", "Isi angka sesudahnya. Tanpa angka, kita tidak tahu ini menolong.")
    _write_effect(u, hasil, at)
    u.status = StatusUsul.DITERUSKAN if lanjut else StatusUsul.DIHENTIKAN
    u.penutup_id, u.selesai_pada, u.dilihat_pada = actor.pegawai_id, at, None
    save_step(u)
    note(u, "teruskan_usul_perbaikan" if lanjut else "hentikan_usul_perbaikan", actor)
    return u


def _write_effect(u: UsulPerbaikan, hasil: Hasil, at: datetime) -> None:
    if hasil.sesudah is not None and u.coba_mulai is not None and day_of(u.pegawai, at) < u.coba_mulai:
        raise DomainError("belum_mulai", "Usul ini belum mulai dicoba. Ukur sesudah mulai.")
    u.angka_sesudah, u.kata_warga = hasil.sesudah, hasil.kata_warga.strip()[:500]


def _to_answer(usul_id: int, versi: int, actor: Any) -> UsulPerbaikan:
    u = hold_idea(usul_id, UsulPerbaikan.objects.visible_to(actor))
    if u.status != StatusUsul.MENUNGGU:
        raise Bentrok(
            "sudah_dijawab",
            f"Usul ini sudah dijawab: {u.get_status_display()}.",
            tindakan="Muat ulang halaman untuk membaca jawabannya.",
        )
    _pastikan_berwenang(u, actor)
    _pastikan_versi(u, versi)
    return u


def _pastikan_diuji(u: UsulPerbaikan, versi: int) -> None:
    if u.status != StatusUsul.DICOBA:
        raise Bentrok(
            "tidak_sedang_dicoba",
            f"Usul ini sedang tidak dicoba: {u.get_status_display()}.",
            tindakan="Muat ulang halaman untuk melihat keadaan terbarunya.",
        )
    _pastikan_versi(u, versi)


def _pastikan_versi(u: UsulPerbaikan, versi: int) -> None:
    if u.versi != versi:
        raise Bentrok(
            "usul_berubah",
            "Usul ini berubah sejak Anda membukanya. Isian Anda belum tersimpan.",
            tindakan="Baca keadaan terbarunya di atas, lalu tekan lagi.",
        )


def _pastikan_berwenang(u: UsulPerbaikan, actor: Any) -> None:
    boleh = UsulPerbaikan.objects.dijawab_oleh(actor).filter(pk=u.pk).exists()
    if not boleh or person_of(actor).kedudukan_hukum not in BERTUGAS:
        raise TidakBoleh(
            "bukan_penjawab", "Usul ini dijawab oleh atasan pengusul atau pimpinan yang telah menerimanya."
        )


def _answer(u: UsulPerbaikan, kata: str, tindakan: str, actor: Any, at: datetime) -> UsulPerbaikan:
    u.penjawab_id, u.dijawab_pada, u.kata_jawaban = actor.pegawai_id, at, kata.strip()[:500]
    u.dilihat_pada = None
    save_step(u)
    note(u, tindakan, actor)
    return u
