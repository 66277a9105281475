"""Visibility of performance rows: with the person, or with the instansi that runs the cycle."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from kinerja.enums import JenisSiklus, StatusPenilaian
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet

__all__ = [
    "Dinilai360QuerySet",
    "Kalimat360QuerySet",
    "MilikInstansiQuerySet",
    "MilikPegawaiQuerySet",
    "MilikSiklusQuerySet",
    "PenilaianQuerySet",
    "SiklusQuerySet",
    "Undangan360QuerySet",
]


class SiklusQuerySet(MilikInstansiQuerySet):
    def tahunan(self) -> Self:
        """Cycles of whole years."""
        return self.filter(jenis=JenisSiklus.TAHUNAN)

    def periodik(self) -> Self:
        """Quarters and months."""
        return self.exclude(jenis=JenisSiklus.TAHUNAN)


class MilikSiklusQuerySet(models.QuerySet[Any]):
    """Rows that belong to a cycle: visible to the staff of its instansi."""

    def visible_to(self, pengguna: Any) -> Self:
        siklus = self.model._meta.get_field("siklus").related_model
        return self.filter(siklus__in=siklus.objects.visible_to(pengguna))

    def dikelola(self, pengguna: Any) -> Self:
        siklus = self.model._meta.get_field("siklus").related_model
        return self.filter(siklus__in=siklus.objects.dikelola(pengguna))


class PenilaianQuerySet(MilikPegawaiQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """With the person, but only once it is announced; before that it is the rater's own desk."""
        terlihat = super().visible_to(pengguna)
        return terlihat.filter(status=StatusPenilaian.DITETAPKAN) | self.dinilai_oleh(pengguna)

    def dinilai_oleh(self, pengguna: Any) -> Self:
        """Appraisals on the desk of `pengguna` as pejabat penilai."""
        pegawai = self.model._meta.get_field("pegawai").related_model
        return self.filter(pegawai__in=pegawai.objects.dinilai_oleh(pengguna))


class Dinilai360QuerySet(models.QuerySet[Any]):
    """What a round of 360 feedback has about somebody: for them and their atasan penilai, not for HR."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active or not pengguna.pegawai_id:
            return self.none()
        pegawai = self.model._meta.get_field("pegawai").related_model
        return self.filter(
            Q(pegawai=pengguna.pegawai_id) | Q(pegawai__in=pegawai.objects.dinilai_oleh(pengguna))
        )


class Undangan360QuerySet(models.QuerySet[Any]):
    """Who is asked about whom, with the sealed answer: the door of the giver alone."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active or not pengguna.pegawai_id:
            return self.none()
        return self.filter(penjawab=pengguna.pegawai_id)

    def nama_penjawab(self, peserta: Any) -> Any:
        """Who is asked about these people: names and roles as rows, never whether or what they answered."""
        rekan = self.filter(putaran__in=peserta.values("putaran"), dinilai__in=peserta.values("pegawai"))
        return rekan.order_by("penjawab__nama", "pk").values(
            "pk", "putaran_id", "dinilai_id", "penjawab_id", "peran", "status"
        )


class Kalimat360QuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """Sentences with the result they stand in."""
        hasil = self.model._meta.get_field("hasil").related_model
        return self.filter(hasil__in=hasil.objects.visible_to(pengguna))
