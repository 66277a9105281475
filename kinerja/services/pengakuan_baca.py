"""Recognition as the person, those who decide, and the public read it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from kinerja.enums import StatusPengakuan
from kinerja.models import KisahPublik, Pengakuan
from pegawai.models import Instansi, Pegawai

#: Lists of one person stay this short.
TERBANYAK = 50


def own_recognitions(saya: Pegawai) -> list[Pengakuan]:
    """Established for me, newest first."""
    tetap = Pengakuan.objects.filter(pegawai=saya, status=StatusPengakuan.DITETAPKAN)
    return _lengkap(tetap)


def waiting_for(pengguna: Any) -> list[Pengakuan]:
    """Proposals that wait for a decision of `pengguna`."""
    return _lengkap(Pengakuan.objects.menunggu(pengguna).order_by("pk"))


def proposed_by(saya: Pegawai) -> list[Pengakuan]:
    """What I proposed and what became of it."""
    return _lengkap(Pengakuan.objects.filter(pengusul=saya))


def story_of(p: Pengakuan) -> KisahPublik | None:
    """The consent that holds now."""
    kisah: KisahPublik | None = p.kisah.berlaku().first()
    return kisah


def public_stories(instansi: Instansi, *, sebelum: int | None, banyak: int) -> list[KisahPublik]:
    """What everybody may read of one government, newest first: only stories with a consent that holds."""
    semua = KisahPublik.objects.berlaku().filter(pengakuan__pegawai__instansi=instansi)
    if sebelum is not None:
        semua = semua.filter(pk__lt=sebelum)
    return list(semua.select_related("pengakuan__pegawai__instansi").order_by("-pk")[:banyak])


def deciders(pegawai: Pegawai, pengusul: Pegawai) -> list[Pegawai]:
    """Who may decide a proposal of `pengusul` about `pegawai`; see PengakuanQuerySet.menunggu."""
    atasan = pegawai.atasan
    if atasan is None:
        return []
    di_atas = Pegawai.objects.filter(Q(pk=atasan.pk) | Q(pk=atasan.atasan_id or 0))
    lain = list(di_atas.exclude(pk__in=[pegawai.pk, pengusul.pk]).order_by("pk"))
    sendiri = pengusul.pk == atasan.pk and atasan.atasan_id is None
    return lain or ([atasan] if sendiri else [])


def _lengkap(semua: QuerySet[Pengakuan]) -> list[Pengakuan]:
    return list(semua.select_related("pegawai__unit", "pegawai__instansi", "pengusul", "penetap")[:TERBANYAK])
