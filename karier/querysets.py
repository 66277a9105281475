"""Visibility of runs (with the instansi) and of results and recommendations (with the person)."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from karier.enums import (
    JenisRekomendasi,
    SebabNaskah,
    StatusPeringatan,
    StatusPesertaPenugasan,
    StatusRekomendasi,
)
from pegawai.querysets import MilikInstansiQuerySet, MilikPegawaiQuerySet, PihakQuerySet

__all__ = [
    "HasilQuerySet",
    "KirimanQuerySet",
    "LangkahQuerySet",
    "LembarQuerySet",
    "MilikRencanaQuerySet",
    "MinatDibagikanQuerySet",
    "NaskahRencanaQuerySet",
    "ParameterQuerySet",
    "PenjelasanQuerySet",
    "PenugasanQuerySet",
    "PeringatanQuerySet",
    "PesertaPenugasanQuerySet",
    "RekomendasiQuerySet",
    "RencanaQuerySet",
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


class RencanaQuerySet(PihakQuerySet):
    """That there is a plan and where it stands: person, atasan of today, HR of the person."""

    def terbaca(self, pengguna: Any) -> Self:
        """What it says: a plan that was never sent is read by its owner alone."""
        return self.visible_to(pengguna).filter(_sendiri(pengguna) | Q(dikirim_pada__isnull=False))

    def dibantu(self, pengguna: Any) -> Self:
        """Plans of others whom `pengguna` serves at a desk: an operator fills in what they dictate."""
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        return self.filter(pegawai__in=pegawai.dibantu(pengguna))

    def menunggu(self, pengguna: Any, status: Any) -> Self:
        """Plans of the direct reports of today that stand at `status`."""
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        tim = pegawai.dinilai_oleh(pengguna).exclude(pk=pengguna.pegawai_id)
        return self.filter(pegawai__in=tim, status=status)


class MilikRencanaQuerySet(QuerySet[Any]):
    """What a plan says, and its dialogue."""

    def visible_to(self, pengguna: Any) -> Self:
        rencana = self.model._meta.get_field("rencana").related_model.objects
        return self.filter(rencana__in=rencana.terbaca(pengguna))


class NaskahRencanaQuerySet(MilikRencanaQuerySet):
    """Words that were kept: what somebody only took along is read by the person alone."""

    def visible_to(self, pengguna: Any) -> Self:
        milik = Q(rencana__pegawai=pengguna.pegawai_id) if pengguna.pegawai_id else Q(pk__in=[])
        return super().visible_to(pengguna).filter(milik | ~Q(sebab=SebabNaskah.LURING))


class KirimanQuerySet(QuerySet[Any]):
    """Words from outside: the person, and whoever entered them while they still serve the person."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        rencana = self.model._meta.get_field("rencana").related_model.objects
        diri = Q(rencana__pegawai=pengguna.pegawai_id) if pengguna.pegawai_id else Q(pk__in=[])
        return self.filter(diri | Q(oleh=pengguna.pk, rencana__in=rencana.dibantu(pengguna)))

    def dikelola(self, pengguna: Any) -> Self:
        """Of people whom `pengguna` keeps as HR: reads a code out on the telephone, nothing else."""
        rencana = self.model._meta.get_field("rencana").related_model.objects
        return self.filter(rencana__in=rencana.dikelola(pengguna))
