"""Visibility of runs (with the instansi) and of results and recommendations (with the person)."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q, QuerySet, Subquery
from django.db.models.functions import Now, TruncDate

from asn_karier.lib.db.tambah_saja import TambahSajaQuerySet
from karier.enums import (
    AsalButir,
    JenisRekomendasi,
    PeranKomite,
    SebabNaskah,
    StatusPeringatan,
    StatusPesertaPenugasan,
    StatusRekomendasi,
)
from pegawai.querysets import BERTUGAS, MilikInstansiQuerySet, MilikPegawaiQuerySet, PihakQuerySet, berlaku

__all__ = [
    "AnggotaQuerySet",
    "HasilQuerySet",
    "KirimanQuerySet",
    "KomiteQuerySet",
    "LangkahQuerySet",
    "LembarQuerySet",
    "MilikRencanaQuerySet",
    "MinatDibagikanQuerySet",
    "NaskahRencanaQuerySet",
    "ParameterQuerySet",
    "PenetapanQuerySet",
    "PenjelasanQuerySet",
    "PenugasanQuerySet",
    "PeringatanQuerySet",
    "PesertaPenugasanQuerySet",
    "RekomendasiQuerySet",
    "RencanaQuerySet",
    "RunQuerySet",
    "SidangQuerySet",
    "SuksesiQuerySet",
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

    def ditulis_sendiri(self) -> Self:
        """What the person added to and sent to nobody yet."""
        return self.filter(dikirim_pada=None, butir__asal=AsalButir.PEGAWAI).distinct()

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
        diri = pengguna.pegawai_id if pengguna.is_authenticated else None
        milik = Q(rencana__pegawai=diri) if diri else Q(pk__in=[])
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


# -- talent ------------------------------------------------------------------------------------------


class KomiteQuerySet(MilikInstansiQuerySet):
    """Who sits in a committee stands in its letter: HR and the auditor of the instansi read it."""

    def bertugas(self, pengguna: Any) -> Self:
        """Committees in which `pengguna` has a duty today, with or without a voice; no role stands in."""
        return self.filter(pk__in=_tugas(self.model, pengguna).values("komite"))


class AnggotaQuerySet(models.QuerySet[Any]):
    def milik(self, pengguna: Any) -> Self:
        """The duties of `pengguna` that hold today, while they are on duty and the committee exists."""
        if not pengguna.is_authenticated or not pengguna.is_active or not pengguna.pegawai_id:
            return self.none()
        return self.bertugas().filter(berlaku(), berlaku("komite__"), pegawai=pengguna.pegawai_id)

    def bertugas(self) -> Self:
        """Who is on duty, and in the instansi of the committee still."""
        return self.filter(pegawai__kedudukan_hukum__in=BERTUGAS, pegawai__instansi=F("komite__instansi"))

    def bersuara(self) -> Self:
        """Who has a voice about others."""
        return self.exclude(peran=PeranKomite.SEKRETARIAT)


class SidangQuerySet(models.QuerySet[Any]):
    def bertugas(self, pengguna: Any) -> Self:
        komite = self.model._meta.get_field("komite").related_model
        return self.filter(komite__in=komite.objects.bertugas(pengguna))

    def visible_to(self, pengguna: Any) -> Self:
        """Its committee, and HR of the whole instansi, who releases what was decided; not the auditor."""
        komite = self.model._meta.get_field("komite").related_model
        return self.filter(
            Q(komite__in=komite.objects.bertugas(pengguna)) | Q(komite__in=komite.objects.dikelola(pengguna))
        )


class PenetapanQuerySet(TambahSajaQuerySet):
    def dirilis(self) -> Self:
        return self.exclude(rilis=None)

    def visible_to(self, pengguna: Any) -> Self:
        """Released: the person, who rates them today, HR of the instansi. Before: committee and HR.

        Nobody reads what is not released about themself, whatever their duty; a member reads nothing about
        the line right above and below them.
        """
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        sidang = self.model._meta.get_field("sidang").related_model.objects
        diri = pengguna.pegawai_id if pengguna.is_authenticated and pengguna.is_active else None
        terbuka = Q(pegawai__in=pegawai.dinilai_oleh(pengguna)) | (Q(pegawai=diri) if diri else Q(pk__in=[]))
        meja = Q(sidang__in=sidang.visible_to(pengguna)) & ~Q(pegawai=diri) & ~dekat(pengguna)
        return self.filter((Q(rilis__isnull=False) & terbuka) | meja)


class SuksesiQuerySet(MilikInstansiQuerySet):
    """Critical posts: whoever has a duty in the committee; no role, not even the superuser."""

    def visible_to(self, pengguna: Any) -> Self:
        """Neither the holder of the post nor one of its candidates reads about it."""
        if not pengguna.is_authenticated or not pengguna.pegawai_id:
            return self.none()
        tugas = _tugas(self.model, pengguna)
        kini = _jabatan_kini(self.model, pengguna.pegawai_id)
        return (
            self.filter(instansi__in=tugas.values("komite__instansi"))
            .exclude(kandidat__pegawai=pengguna.pegawai_id)
            .exclude(unit=pengguna.pegawai.unit_id, jabatan__in=Subquery(kini))
        )


def dekat(pengguna: Any, awalan: str = "pegawai__") -> Q:
    """People whose rows a member leaves to others: whom they rate, and who rates them."""
    if not getattr(pengguna, "pegawai_id", None):
        return Q(pk__in=[])
    atasan = pengguna.pegawai.atasan_id
    di_atas = Q(**{f"{awalan}pk": atasan}) if atasan else Q(pk__in=[])
    return Q(**{f"{awalan}atasan": pengguna.pegawai_id}) | di_atas


def _tugas(model: Any, pengguna: Any) -> Any:
    return model._meta.apps.get_model("karier", "AnggotaKomite").objects.milik(pengguna)


def _jabatan_kini(model: Any, pegawai_id: int) -> Any:
    """For Subquery: the post that somebody holds."""
    riwayat = model._meta.apps.get_model("pegawai", "RiwayatJabatan").objects
    return (
        riwayat.filter(pegawai=pegawai_id, tmt__lte=TruncDate(Now())).order_by("-tmt").values("jabatan")[:1]
    )
