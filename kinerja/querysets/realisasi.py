"""Realisations and what stands in them: the person, their atasan penilai, and who filled in for them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Self

from django.db import models
from django.db.models import Q

from kinerja.enums import StatusPengisian
from pegawai.querysets import (
    BerlingkupQuerySet,
)


class RefleksiQuerySet(models.QuerySet[Any]):
    """A person's own words: for them and for whoever rates them today, for no office and no program."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.pegawai_id:
            return self.none()
        pegawai = self.model._meta.get_field("pegawai").related_model
        dinilai = pegawai.objects.dinilai_oleh(pengguna)
        return self.filter(Q(pegawai=pengguna.pegawai_id) | Q(pegawai__in=dinilai))


def _diisikan(pengguna: Any, pegawai: Any) -> Q:
    """What `pengguna` filled in for somebody whom they still serve, until the person has sent it."""
    belum = (StatusPengisian.MENUNGGU_KONFIRMASI, StatusPengisian.DIKEMBALIKAN)
    dibantu = pegawai.objects.dibantu(pengguna)
    return Q(diisikan_oleh=pengguna.pk, status__in=belum, skp__pegawai__in=dibantu)


class PengisianQuerySet(BerlingkupQuerySet):
    """That there is a realisation and where it stands: with the plan, and for its operator."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated:
            return self.none()
        skp = self.model._meta.get_field("skp").related_model
        pegawai = skp._meta.get_field("pegawai").related_model
        return self.filter(
            Q(skp__in=skp.objects.visible_to(pengguna)) | _diisikan(pengguna, pegawai),
        )

    def milik(self, pengguna: Any) -> Self:
        """One's own."""
        return self.filter(skp__pegawai=pengguna.pegawai_id) if pengguna.pegawai_id else self.none()

    def dinilai_oleh(self, pengguna: Any) -> Self:
        """Of the people whose pejabat penilai `pengguna` is today, and only what was sent."""
        skp = self.model._meta.get_field("skp").related_model
        return self.filter(skp__in=skp.objects.dinilai_oleh(pengguna), status=StatusPengisian.DIKIRIM)

    def bahan_bagi(self, pengguna: Any, pegawai_ids: Collection[int]) -> Self:
        """What was sent, beside a rating: also of those of whom `pengguna` rates a past part."""
        bagian = Q(skp__pegawai__in=pegawai_ids, status=StatusPengisian.DIKIRIM)
        return self.filter(bagian | Q(pk__in=self.dinilai_oleh(pengguna).order_by().values("pk")))

    def dikelola(self, pengguna: Any) -> Self:
        """Of the people whose records `pengguna` keeps as HR."""
        pegawai = self.model._meta.get_field("skp").related_model._meta.get_field("pegawai").related_model
        return self.filter(skp__pegawai__in=pegawai.objects.dikelola(pengguna))

    def dibantu(self, pengguna: Any) -> Self:
        """What `pengguna` filled in for others and nobody confirmed yet."""
        pegawai = self.model._meta.get_field("skp").related_model._meta.get_field("pegawai").related_model
        return self.filter(_diisikan(pengguna, pegawai))


class IsiPengisianQuerySet(models.QuerySet[Any]):
    """What a realisation says, and its evidence: for the person, and once it is sent for who rates them.

    HR sees that it was sent, not what it says; an operator what they filled in until it is confirmed.
    """

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated:
            return self.none()
        pengisian = self.model._meta.get_field("pengisian").related_model.objects
        boleh = Q(pengisian__in=pengisian.dinilai_oleh(pengguna)) | Q(
            pengisian__in=pengisian.dibantu(pengguna)
        )
        if pengguna.pegawai_id:
            boleh |= Q(pengisian__skp__pegawai=pengguna.pegawai_id)
        return self.filter(boleh)
