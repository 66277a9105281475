"""Visibility of runs (with the instansi) and of results and recommendations (with the person)."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db.models import Q

from karier.enums import JenisRekomendasi, StatusPeringatan, StatusPesertaPenugasan, StatusRekomendasi
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet, PihakQuerySet

__all__ = [
    "HasilQuerySet",
    "LangkahQuerySet",
    "LembarQuerySet",
    "MinatDibagikanQuerySet",
    "ParameterQuerySet",
    "PenjelasanQuerySet",
    "PenugasanQuerySet",
    "PeringatanQuerySet",
    "PesertaPenugasanQuerySet",
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


class LangkahQuerySet(MilikInstansiQuerySet):
    def ditawarkan(self, instansi_id: int) -> Self:
        """What the people of one government read, with the posts."""
        return self.filter(instansi=instansi_id, dipakai=True).select_related("dari", "ke__standar")


class PenugasanQuerySet(MilikInstansiQuerySet):
    pass


#: Both said yes, whatever came after.
_DILEPAS = (
    StatusPesertaPenugasan.BERJALAN,
    StatusPesertaPenugasan.SELESAI,
    StatusPesertaPenugasan.TIDAK_SELESAI,
)


class PesertaPenugasanQuerySet(PihakQuerySet):
    """The person, their atasan and HR; who offers the work sees those who were released to it."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active or not pengguna.pegawai_id:
            return super().visible_to(pengguna)
        pihak = self.filter(pk__in=super().visible_to(pengguna).order_by().values("pk"))
        return pihak | self.filter(penugasan__penawar=pengguna.pegawai_id, status__in=_DILEPAS)


class MinatDibagikanQuerySet(PihakQuerySet):
    """What a person shares with atasan and HR, and with nobody else."""


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
