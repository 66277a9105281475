"""Visibility of performance rows: with the person, or with the instansi that runs the cycle."""

from __future__ import annotations

from typing import Any, Self

from kinerja.enums import StatusPenilaian
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet

__all__ = ["MilikPegawaiQuerySet", "PenilaianQuerySet", "SiklusQuerySet"]


class SiklusQuerySet(MilikInstansiQuerySet):
    pass


class PenilaianQuerySet(MilikPegawaiQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """With the person, but a draft is the rater's own desk: others see it once it is signed."""
        terlihat = super().visible_to(pengguna)
        return terlihat.filter(status=StatusPenilaian.DITETAPKAN) | self.dinilai_oleh(pengguna)

    def dinilai_oleh(self, pengguna: Any) -> Self:
        """Appraisals on the desk of `pengguna` as pejabat penilai."""
        pegawai = self.model._meta.get_field("pegawai").related_model
        return self.filter(pegawai__in=pegawai.objects.dinilai_oleh(pengguna))
