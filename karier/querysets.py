"""Visibility of runs (with the instansi) and of results and recommendations (with the person)."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db.models import Q

from karier.enums import JenisRekomendasi, StatusRekomendasi
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet

__all__ = [
    "HasilQuerySet",
    "LembarQuerySet",
    "ParameterQuerySet",
    "PenjelasanQuerySet",
    "RekomendasiQuerySet",
    "RunQuerySet",
]


class RunQuerySet(MilikInstansiQuerySet):
    pass


class ParameterQuerySet(MilikInstansiQuerySet):
    pass


class HasilQuerySet(MilikPegawaiQuerySet):
    pass


class LembarQuerySet(MilikPegawaiQuerySet):
    """Printed sheets: opened by the person, and by those who hand sheets out (HR, unit operators)."""

    def visible_to(self, pengguna: Any) -> Self:
        pegawai = self.model._meta.get_field("pegawai").related_model
        dibantu = Q(pegawai__in=pegawai.objects.dibantu(pengguna))
        diri = Q(pegawai=pengguna.pegawai_id) if getattr(pengguna, "pegawai_id", None) else Q(pk__in=[])
        return self.filter(dibantu | diri)


class PenjelasanQuerySet(MilikPegawaiQuerySet):
    """Answers to a person: for that person and for HR of the person, not for the leader or an auditor."""

    def visible_to(self, pengguna: Any) -> Self:
        pegawai = self.model._meta.get_field("pegawai").related_model
        dikelola = Q(pegawai__in=pegawai.objects.dikelola(pengguna))
        diri = Q(pegawai=pengguna.pegawai_id) if getattr(pengguna, "pegawai_id", None) else Q(pk__in=[])
        return self.filter(dikelola | diri)


class RekomendasiQuerySet(MilikPegawaiQuerySet):
    def lewat_tmt(self, per: date) -> Self:
        """Proposals whose TMT lies before `per` and whose golongan no run has found in the records.

        Each holds back the same golongan for every later period, until it is carried out or undone.
        """
        return self.filter(
            jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
            status=StatusRekomendasi.DITETAPKAN,
            periode__lt=per,
        )
