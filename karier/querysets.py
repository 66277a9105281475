"""Visibility of runs (with the instansi) and of results and recommendations (with the person)."""

from __future__ import annotations

from datetime import date
from typing import Self

from karier.enums import JenisRekomendasi, StatusRekomendasi
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet

__all__ = [
    "HasilQuerySet",
    "ParameterQuerySet",
    "RekomendasiQuerySet",
    "RunQuerySet",
    "SuratQuerySet",
]


class RunQuerySet(MilikInstansiQuerySet):
    pass


class ParameterQuerySet(MilikInstansiQuerySet):
    pass


class SuratQuerySet(MilikInstansiQuerySet):
    pass


class HasilQuerySet(MilikPegawaiQuerySet):
    pass


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
