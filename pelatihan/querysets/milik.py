"""Rows that are visible with the row they belong to."""

from __future__ import annotations

from typing import Any, ClassVar, Self, TypeVar

from django.db import models

from asn_karier.lib.db.tambah_saja import TambahSajaQuerySet

_Q = TypeVar("_Q", bound="models.QuerySet[Any]")


def _milik(baris: _Q, induk: str, pengguna: Any) -> _Q:
    """Those whose row behind the foreign key `induk` is visible."""
    model: Any = baris.model._meta.get_field(induk).related_model
    return baris.filter(**{f"{induk}__in": model.objects.visible_to(pengguna)})


class MilikQuerySet(models.QuerySet[Any]):
    """`induk` names the foreign key whose row decides."""

    induk: ClassVar[str]

    def visible_to(self, pengguna: Any) -> Self:
        return _milik(self, self.induk, pengguna)


class MilikPelatihanQuerySet(MilikQuerySet):
    """Materials: kept by who keeps the programme."""

    induk = "pelatihan"

    def dikelola(self, pengguna: Any) -> Self:
        pelatihan: Any = self.model._meta.get_field("pelatihan").related_model
        return self.filter(pelatihan__in=pelatihan.objects.dikelola(pengguna))


class SoalQuerySet(MilikPelatihanQuerySet):
    """Questions tell the right answer: HR of a government reads those of its programmes, nobody else."""

    def visible_to(self, pengguna: Any) -> Self:
        instansi: Any = self.model._meta.get_field("pelatihan").related_model._meta.get_field("instansi")
        if not instansi.related_model.objects.dikelola(pengguna).exists():
            return self.none()
        return super().visible_to(pengguna)


class MilikMitraQuerySet(MilikQuerySet):
    induk = "mitra"


class DiurusQuerySet(MilikQuerySet):
    """Rows of what its own HR keeps: others who see it change nothing."""

    def dikelola(self, pengguna: Any) -> Self:
        model: Any = self.model._meta.get_field(self.induk).related_model
        return self.filter(**{f"{self.induk}__in": model.objects.dikelola(pengguna)})


class MilikAngkatanQuerySet(DiurusQuerySet):
    """Sessions."""

    induk = "angkatan"


class SuratTugasQuerySet(DiurusQuerySet):
    """Letters: for the desk of the government, and for whom they send."""

    induk = "angkatan"

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        instansi: Any = self.model._meta.get_field("angkatan").related_model._meta.get_field("instansi")
        meja = models.Q(angkatan__instansi__in=instansi.related_model.objects.visible_to(pengguna))
        dikirim = models.Q(pk__in=self.filter(pendaftaran__pegawai=pengguna.pegawai_id or 0).values("pk"))
        return self.filter(meja | dikirim)


class NarasumberQuerySet(DiurusQuerySet):
    induk = "sesi"


class MilikPendaftaranQuerySet(MilikQuerySet):
    """Presence, answers of a quiz, what the atasan saw."""

    induk = "pendaftaran"


class MilikRencanaQuerySet(MilikQuerySet):
    induk = "rencana"


class MilikHcdpQuerySet(MilikQuerySet):
    induk = "hcdp"


class MilikSkenarioQuerySet(MilikQuerySet):
    induk = "skenario"


class MilikMandiriQuerySet(MilikQuerySet):
    induk = "penilaian"


class LangkahQuerySet(TambahSajaQuerySet):
    """Steps of an enrolment: written once."""

    def visible_to(self, pengguna: Any) -> Self:
        return _milik(self, "pendaftaran", pengguna)


class MutasiQuerySet(TambahSajaQuerySet):
    """Movements on a pagu: written once."""

    def visible_to(self, pengguna: Any) -> Self:
        return _milik(self, "pagu", pengguna)
