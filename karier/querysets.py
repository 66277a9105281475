"""Visibility of runs (with the instansi) and of results and recommendations (with the person)."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db.models import Q

from karier.enums import JenisRekomendasi, StatusPeringatan, StatusRekomendasi
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet

__all__ = [
    "HasilQuerySet",
    "LembarQuerySet",
    "ParameterQuerySet",
    "PenjelasanQuerySet",
    "PeringatanQuerySet",
    "RekomendasiQuerySet",
    "RunQuerySet",
    "SuratQuerySet",
    "TinjauQuerySet",
]


class RunQuerySet(MilikInstansiQuerySet):
    pass


class ParameterQuerySet(MilikInstansiQuerySet):
    pass


class SuratQuerySet(MilikInstansiQuerySet):
    pass


class HasilQuerySet(MilikPegawaiQuerySet):
    pass


class PeringatanQuerySet(MilikPegawaiQuerySet):
    def terbuka(self) -> Self:
        """Something is short, and the first possible period can still be reached."""
        return self.filter(status=StatusPeringatan.TERBUKA, siap=False)


class LembarQuerySet(MilikPegawaiQuerySet):
    """Printed sheets: opened by the person, and by those who hand sheets out (HR, unit operators)."""

    def visible_to(self, pengguna: Any) -> Self:
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        return self.filter(_sendiri(pengguna) | Q(pegawai__in=pegawai.dibantu(pengguna)))


class PenjelasanQuerySet(MilikPegawaiQuerySet):
    """What a person and HR of the person say to each other; their leader and an auditor do not see it."""

    def visible_to(self, pengguna: Any) -> Self:
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        return self.filter(_sendiri(pengguna) | Q(pegawai__in=pegawai.dikelola(pengguna)))


class TinjauQuerySet(PenjelasanQuerySet):
    """Objections of a person."""


def _sendiri(pengguna: Any) -> Q:
    aktif = pengguna.is_authenticated and pengguna.is_active and pengguna.pegawai_id
    return Q(pegawai=pengguna.pegawai_id) if aktif else Q(pk__in=[])


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
