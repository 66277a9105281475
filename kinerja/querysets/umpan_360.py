"""360 feedback: what was asked of oneself, and what is shown of one's own; no role reads more."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q


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
