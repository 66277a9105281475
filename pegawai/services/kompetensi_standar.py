"""What posts ask for, set by HR for their own government; what all governments share is the administrator's.

The nine of a post belong to the government only where nobody of another one holds that post. A technical
competency of the own government may be asked of any post: it concerns the people of that government alone.
"""

from __future__ import annotations

from typing import Any, Final

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.text import slugify

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError, TidakBoleh
from pegawai.enums import KompetensiMansoskul
from pegawai.models import (
    Instansi,
    Jabatan,
    KompetensiTeknis,
    RiwayatJabatan,
    StandarKompetensi,
    StandarTeknis,
)
from pegawai.services.jabatan import touch_holders

_KODE: Final = tuple(k.value for k in KompetensiMansoskul)
_PANJANG_KODE: Final = 60


def own_posts(pengguna: Any) -> QuerySet[Jabatan]:
    """Posts that people of the governments of `pengguna` hold or held, nobody of another, and not they."""
    if pengguna.is_superuser:
        return Jabatan.objects.all()
    instansi = Instansi.objects.dikelola(pengguna)
    pemegang = RiwayatJabatan.objects.filter(jabatan=OuterRef("pk")).order_by()
    milik = Jabatan.objects.filter(
        Exists(pemegang.filter(pegawai__instansi__in=instansi)),
        ~Exists(pemegang.exclude(pegawai__instansi__in=instansi)),
    )
    if pengguna.pegawai_id is None:
        return milik
    return milik.exclude(Exists(pemegang.filter(pegawai=pengguna.pegawai_id)))


def may_set_nine(pengguna: Any, jabatan_id: int) -> bool:
    """Whether the nine levels of this post are theirs to set."""
    return own_posts(pengguna).filter(pk=jabatan_id).exists()


def may_set_technical(pengguna: Any, kompetensi: KompetensiTeknis, jabatan_id: int) -> bool:
    """Whether they may ask this technical competency of this post."""
    if KompetensiTeknis.objects.dikelola(pengguna).filter(pk=kompetensi.pk).exists():
        diri = RiwayatJabatan.objects.filter(jabatan=jabatan_id, pegawai=pengguna.pegawai_id or 0)
        return pengguna.is_superuser or not diri.exists()
    return kompetensi.instansi_id is None and may_set_nine(pengguna, jabatan_id)


@transaction.atomic
def save_standard(*, standar: StandarKompetensi, actor: Any, kanal: str) -> StandarKompetensi:
    """The nine levels of one post; runs list its holders as changed, unless it stands like that already.

    TidakBoleh for a post of others.
    """
    if not may_set_nine(actor, standar.jabatan_id):
        raise _not_theirs()
    if any(getattr(standar, k) == 0 for k in _KODE):
        raise DomainError(
            "standar_nol",
            "Level yang diminta paling rendah 1.",
            tindakan="Kosongkan kompetensi yang mengikuti level umum jenjangnya.",
        )
    level = {k: getattr(standar, k) for k in _KODE}
    if StandarKompetensi.objects.filter(pk=standar.pk, **level).exists():
        return standar
    standar.save()
    touch_holders(standar.jabatan)
    _trail(actor, "ubah_standar_kompetensi", standar.jabatan_id, kanal, level)
    return standar


@transaction.atomic
def save_technical_standard(*, standar: StandarTeknis, actor: Any, kanal: str) -> StandarTeknis:
    """Ask one technical competency of one post. TidakBoleh where neither of the two is theirs."""
    if not may_set_technical(actor, standar.kompetensi, standar.jabatan_id):
        raise _not_theirs()
    standar.save()
    rincian = {"kompetensi": standar.kompetensi_id, "level": standar.level}
    _trail(actor, "ubah_standar_teknis", standar.jabatan_id, kanal, rincian)
    return standar


@transaction.atomic
def remove_technical_standard(*, standar: StandarTeknis, actor: Any, kanal: str) -> None:
    """Ask it no more."""
    if not may_set_technical(actor, standar.kompetensi, standar.jabatan_id):
        raise _not_theirs()
    rincian = {"kompetensi": standar.kompetensi_id, "level": standar.level}
    standar.delete()
    _trail(actor, "hapus_standar_teknis", standar.jabatan_id, kanal, rincian)


@transaction.atomic
def save_technical_competency(*, kompetensi: KompetensiTeknis, actor: Any, kanal: str) -> KompetensiTeknis:
    """A technical competency of the own government; a shared one is the administrator's.

    `kode` follows from the name when nobody has given one, and stays.
    """
    milik = kompetensi.instansi_id is not None and (
        Instansi.objects.dikelola(actor).filter(pk=kompetensi.instansi_id).exists()
    )
    if not milik and not actor.is_superuser:
        raise TidakBoleh(
            "kompetensi_bersama",
            "Kompetensi teknis ini dipakai semua instansi.",
            tindakan="Hubungi pengelola sistem, atau buat kompetensi teknis untuk instansi Anda.",
        )
    kompetensi.kode = kompetensi.kode or slugify(kompetensi.nama)[:_PANJANG_KODE]
    kompetensi.save()
    catat(
        pengguna=actor, tindakan="ubah_kompetensi_teknis", subjek_jenis="kompetensi_teknis",
        subjek_id=kompetensi.pk, kanal=kanal, rincian={"kode": kompetensi.kode, "aktif": kompetensi.aktif},
    )  # fmt: skip
    return kompetensi


def _not_theirs() -> TidakBoleh:
    return TidakBoleh(
        "standar_bersama",
        "Standar jabatan ini bukan wewenang Anda: dipakai juga instansi lain, atau jabatan Anda sendiri.",
        tindakan="Hubungi pengelola sistem, atau pakai kompetensi teknis instansi Anda.",
    )


def _trail(actor: Any, tindakan: str, jabatan_id: int, kanal: str, rincian: dict[str, Any]) -> None:
    catat(
        pengguna=actor, tindakan=tindakan, subjek_jenis="jabatan", subjek_id=jabatan_id, kanal=kanal,
        rincian=rincian,
    )  # fmt: skip
