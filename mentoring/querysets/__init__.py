"""Visibility of mentors, of who waits for one, and of pairs."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Count, F, Q

from mentoring.enums import StatusMentor, StatusPasangan, StatusPermintaan
from mentoring.querysets.hidup import (
    DenyutQuerySet,
    MilikBerduaQuerySet,
    PenulisQuerySet,
    PertemuanQuerySet,
    berdua,
    diri_dari,
)
from pegawai.querysets import BERTUGAS, MilikPegawaiQuerySet

__all__ = [
    "MEMEGANG_TEMPAT",
    "DenyutQuerySet",
    "MilikBerduaQuerySet",
    "PasanganQuerySet",
    "PenulisQuerySet",
    "PermintaanQuerySet",
    "PertemuanQuerySet",
    "ProfilMentorQuerySet",
    "SaranQuerySet",
]

#: A pair in one of these takes a place of its mentor.
MEMEGANG_TEMPAT = (StatusPasangan.DIUSULKAN, StatusPasangan.DIPILIH_MENTEE, StatusPasangan.BERJALAN)


class ProfilMentorQuerySet(MilikPegawaiQuerySet):
    def dengan_terisi(self) -> Self:
        """`terisi`: places that pairs and invitations take."""
        return self.annotate(
            terisi=Count("pasangan", filter=Q(pasangan__status__in=MEMEGANG_TEMPAT), distinct=True)
        )

    def bersedia(self) -> Self:
        """Mentors in service who have said yes themselves."""
        return self.filter(status=StatusMentor.AKTIF, pegawai__kedudukan_hukum__in=BERTUGAS)

    def tersedia(self) -> Self:
        """Those of them who still have a free place."""
        return self.bersedia().dengan_terisi().filter(terisi__lt=F("kapasitas"))


class PasanganQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """Its two people and HR of the mentee; whoever else may see the mentee sees it once it has run.

        Before that it tells who waits for a mentor, and who could not take them.
        """
        pegawai = self.model._meta.get_field("mentee").related_model.objects
        pernah = Q(mentee__in=pegawai.visible_to(pengguna), mulai__isnull=False)
        boleh = Q(mentee__in=pegawai.dikelola(pengguna)) | pernah
        diri = diri_dari(pengguna)
        return self.filter(boleh if diri is None else boleh | berdua(diri))

    def dikelola(self, pengguna: Any) -> Self:
        pegawai = self.model._meta.get_field("mentee").related_model
        return self.filter(mentee__in=pegawai.objects.dikelola(pengguna))

    def berjalan(self) -> Self:
        return self.filter(status=StatusPasangan.BERJALAN)

    def of_the_two(self, pengguna: Any) -> Self:
        """Pairs that ran or run in which `pengguna` is one of the two; for everybody else there are none."""
        diri = diri_dari(pengguna)
        pernah = self.exclude(mulai=None)
        return self.none() if diri is None else pernah.filter(berdua(diri))

    def memegang_tempat(self) -> Self:
        return self.filter(status__in=MEMEGANG_TEMPAT)


class PermintaanQuerySet(MilikPegawaiQuerySet):
    """Who waits is read by themselves and by HR of them: whoever asks for help must not be talked about."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        diri = Q(pegawai=pengguna.pegawai_id) if pengguna.pegawai_id else Q(pk__in=[])
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        return self.filter(diri | Q(pegawai__in=pegawai.dikelola(pengguna)))

    def menunggu(self) -> Self:
        return self.filter(status=StatusPermintaan.MENUNGGU)


class SaranQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        permintaan = self.model._meta.get_field("permintaan").related_model
        return self.filter(permintaan__in=permintaan.objects.visible_to(pengguna))
