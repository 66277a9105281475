"""Visibility of mentors and pairs."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Count, F, Q

from mentoring.enums import StatusPasangan
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
    "AKTIF",
    "DenyutQuerySet",
    "MilikBerduaQuerySet",
    "PasanganQuerySet",
    "PenulisQuerySet",
    "PertemuanQuerySet",
    "ProfilMentorQuerySet",
]

AKTIF = (StatusPasangan.DIPILIH_MENTEE, StatusPasangan.BERJALAN)


class ProfilMentorQuerySet(MilikPegawaiQuerySet):
    def tersedia(self) -> Self:
        """Mentors in service who still have a free place."""
        terisi = Count("pasangan", filter=Q(pasangan__status__in=AKTIF))
        bertugas = self.filter(aktif=True, pegawai__kedudukan_hukum__in=BERTUGAS)
        return bertugas.annotate(terisi=terisi).filter(terisi__lt=F("kapasitas"))


class PasanganQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """A pair is seen by its two people and by those who may see the mentee."""
        pegawai = self.model._meta.get_field("mentee").related_model
        boleh = Q(mentee__in=pegawai.objects.visible_to(pengguna))
        if pengguna.is_authenticated and pengguna.pegawai_id:
            boleh |= Q(mentor__pegawai_id=pengguna.pegawai_id)
        return self.filter(boleh)

    def berjalan(self) -> Self:
        return self.filter(status=StatusPasangan.BERJALAN)

    def of_the_two(self, pengguna: Any) -> Self:
        """Pairs that ran or run in which `pengguna` is one of the two; for everybody else there are none."""
        diri = diri_dari(pengguna)
        pernah = self.exclude(mulai=None)
        return self.none() if diri is None else pernah.filter(berdua(diri))

    def dikelola(self, pengguna: Any) -> Self:
        """Pairs whose mentee's records `pengguna` keeps as HR."""
        pegawai = self.model._meta.get_field("mentee").related_model
        return self.filter(mentee__in=pegawai.objects.dikelola(pengguna))
