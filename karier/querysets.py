"""Visibility of runs (with the instansi) and of results and recommendations (with the person)."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db.models import Q

from karier.enums import JenisRekomendasi, StatusPeringatan, StatusRekomendasi
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet

__all__ = [
    "HasilQuerySet",
    "ParameterQuerySet",
    "PeringatanQuerySet",
    "RekomendasiQuerySet",
    "RunQuerySet",
    "TinjauQuerySet",
]


class RunQuerySet(MilikInstansiQuerySet):
    pass


class ParameterQuerySet(MilikInstansiQuerySet):
    pass


class HasilQuerySet(MilikPegawaiQuerySet):
    pass


class PeringatanQuerySet(MilikPegawaiQuerySet):
    def terbuka(self) -> Self:
        """Something is short, and the first possible period can still be reached."""
        return self.filter(status=StatusPeringatan.TERBUKA, siap=False)


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


class TinjauQuerySet(MilikPegawaiQuerySet):
    """An objection is between the person and HR of the person; their leader does not see it."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        diri = Q(pegawai=pengguna.pegawai_id) if pengguna.pegawai_id else Q(pk__in=[])
        return self.filter(diri | Q(pegawai__in=pegawai.dikelola(pengguna)))
