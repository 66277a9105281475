"""Visibility of runs (with the instansi) and of results and recommendations (with the person)."""

from __future__ import annotations

from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet

__all__ = ["HasilQuerySet", "RekomendasiQuerySet", "RunQuerySet"]


class RunQuerySet(MilikInstansiQuerySet):
    pass


class HasilQuerySet(MilikPegawaiQuerySet):
    pass


class RekomendasiQuerySet(MilikPegawaiQuerySet):
    pass
