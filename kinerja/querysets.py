"""Visibility of performance rows: with the person, or with the instansi that runs the cycle."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from kinerja.enums import JenisSiklus, StatusPengisian, StatusPenilaian
from pegawai.enums import JenisPeran
from pegawai.querysets import (
    BERTUGAS,
    BerlingkupQuerySet,
    MilikInstansiQuerySet,
    MilikPegawaiQuerySet,
    dalam_subtree,
    peran_aktif,
)

__all__ = [
    "HasilKerjaQuerySet",
    "IsiPengisianQuerySet",
    "MilikHasilKerjaQuerySet",
    "MilikInstansiQuerySet",
    "MilikPegawaiQuerySet",
    "MilikSKPQuerySet",
    "MilikSiklusQuerySet",
    "PengisianQuerySet",
    "PenilaianQuerySet",
    "RefleksiQuerySet",
    "SKPQuerySet",
    "SiklusQuerySet",
]

#: Roles that read plans of the people in their scope.
PEMBACA_SKP = (JenisPeran.HR_INSTANSI, JenisPeran.AUDITOR)


class SiklusQuerySet(MilikInstansiQuerySet):
    def tahunan(self) -> Self:
        """Cycles of whole years."""
        return self.filter(jenis=JenisSiklus.TAHUNAN)

    def periodik(self) -> Self:
        """Quarters and months."""
        return self.exclude(jenis=JenisSiklus.TAHUNAN)


class MilikSiklusQuerySet(models.QuerySet[Any]):
    """Rows that belong to a cycle: visible to the staff of its instansi."""

    def visible_to(self, pengguna: Any) -> Self:
        siklus = self.model._meta.get_field("siklus").related_model
        return self.filter(siklus__in=siklus.objects.visible_to(pengguna))

    def dikelola(self, pengguna: Any) -> Self:
        siklus = self.model._meta.get_field("siklus").related_model
        return self.filter(siklus__in=siklus.objects.dikelola(pengguna))


class PenilaianQuerySet(MilikPegawaiQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """With the person, but only once it is announced; before that it is the rater's own desk."""
        terlihat = super().visible_to(pengguna)
        return terlihat.filter(status=StatusPenilaian.DITETAPKAN) | self.dinilai_oleh(pengguna)

    def dinilai_oleh(self, pengguna: Any) -> Self:
        """Appraisals on the desk of `pengguna` as pejabat penilai."""
        pegawai = self.model._meta.get_field("pegawai").related_model
        return self.filter(pegawai__in=pegawai.objects.dinilai_oleh(pengguna))


def _skp_terlihat(pengguna: Any) -> Q:
    """Of the person, their atasan penilai, HR of them and the auditor; nobody else, no program either."""
    boleh = Q(pk__in=[])
    for peran in peran_aktif(pengguna):
        if peran.jenis in PEMBACA_SKP:
            dalam = dalam_subtree(peran.unit.jalur, "pegawai__unit__") if peran.unit else Q()
            boleh |= Q(pegawai__instansi_id=peran.instansi_id) & dalam
    return boleh | _skp_saya(pengguna) if pengguna.pegawai_id else boleh


def _skp_saya(pengguna: Any) -> Q:
    """One's own, those of direct reports, and those one agreed as their atasan of then."""
    boleh = Q(pegawai=pengguna.pegawai_id)
    if pengguna.pegawai.kedudukan_hukum not in BERTUGAS:
        return boleh
    dulu = Q(penilai=pengguna.pegawai_id, disepakati_pada__isnull=False)
    kini = Q(pegawai__atasan=pengguna.pegawai_id)
    return boleh | (Q(pegawai__instansi_id=pengguna.pegawai.instansi_id) & (dulu | kini))


class SKPQuerySet(BerlingkupQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """That there is a plan and where it stands. What it says is in its rows: `MilikSKPQuerySet`."""
        return self.bagi(pengguna, _skp_terlihat)

    def dinilai_oleh(self, pengguna: Any) -> Self:
        """Plans of the people whose pejabat penilai `pengguna` is today."""
        pegawai = self.model._meta.get_field("pegawai").related_model
        return self.filter(pegawai__in=pegawai.objects.dinilai_oleh(pengguna))

    def pada(self, hari: Any) -> Self:
        """Plans that hold on `hari`."""
        return self.filter(mulai__lte=hari, sampai__gte=hari)


class MilikSKPQuerySet(models.QuerySet[Any]):
    """What a plan says: a draft that was never sent is read by its owner alone."""

    #: How this row reaches its SKP.
    jalan = "skp"

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated:
            return self.none()
        skp = self._model_skp().objects.visible_to(pengguna)
        terkirim = Q(**{f"{self.jalan}__dikirim_pada__isnull": False})
        sendiri = (
            Q(**{f"{self.jalan}__pegawai": pengguna.pegawai_id}) if pengguna.pegawai_id else Q(pk__in=[])
        )
        return self.filter(terkirim | sendiri, **{f"{self.jalan}__in": skp})

    def _model_skp(self) -> Any:
        model: Any = self.model
        for langkah in self.jalan.split("__"):
            model = model._meta.get_field(langkah).related_model
        return model


class HasilKerjaQuerySet(MilikSKPQuerySet):
    def rencana_atasan(self, atasan_id: int | None, tahun: int) -> Self:
        """Rows of the leader that direct reports may support: of plans that were sent."""
        return self.filter(skp__pegawai=atasan_id, skp__tahun=tahun, skp__dikirim_pada__isnull=False)


class MilikHasilKerjaQuerySet(MilikSKPQuerySet):
    jalan = "hasil_kerja__skp"


class RefleksiQuerySet(models.QuerySet[Any]):
    """A person's own words: for them and for whoever rates them today, for no office and no program."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.pegawai_id:
            return self.none()
        pegawai = self.model._meta.get_field("pegawai").related_model
        dinilai = pegawai.objects.dinilai_oleh(pengguna)
        return self.filter(Q(pegawai=pengguna.pegawai_id) | Q(pegawai__in=dinilai))


def _diisikan(pengguna: Any, pegawai: Any) -> Q:
    """What `pengguna` filled in for somebody whom they still serve, until the person has sent it."""
    belum = (StatusPengisian.MENUNGGU_KONFIRMASI, StatusPengisian.DIKEMBALIKAN)
    dibantu = pegawai.objects.dibantu(pengguna)
    return Q(diisikan_oleh=pengguna.pk, status__in=belum, skp__pegawai__in=dibantu)


class PengisianQuerySet(BerlingkupQuerySet):
    """That there is a realisation and where it stands: with the plan, and for its operator."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated:
            return self.none()
        skp = self.model._meta.get_field("skp").related_model
        pegawai = skp._meta.get_field("pegawai").related_model
        return self.filter(
            Q(skp__in=skp.objects.visible_to(pengguna)) | _diisikan(pengguna, pegawai),
        )

    def milik(self, pengguna: Any) -> Self:
        """One's own."""
        return self.filter(skp__pegawai=pengguna.pegawai_id) if pengguna.pegawai_id else self.none()

    def dinilai_oleh(self, pengguna: Any) -> Self:
        """Of the people whose pejabat penilai `pengguna` is today, and only what was sent."""
        skp = self.model._meta.get_field("skp").related_model
        return self.filter(skp__in=skp.objects.dinilai_oleh(pengguna), status=StatusPengisian.DIKIRIM)

    def dikelola(self, pengguna: Any) -> Self:
        """Of the people whose records `pengguna` keeps as HR."""
        pegawai = self.model._meta.get_field("skp").related_model._meta.get_field("pegawai").related_model
        return self.filter(skp__pegawai__in=pegawai.objects.dikelola(pengguna))

    def dibantu(self, pengguna: Any) -> Self:
        """What `pengguna` filled in for others and nobody confirmed yet."""
        pegawai = self.model._meta.get_field("skp").related_model._meta.get_field("pegawai").related_model
        return self.filter(_diisikan(pengguna, pegawai))


class IsiPengisianQuerySet(models.QuerySet[Any]):
    """What a realisation says, and its evidence: for the person, and once it is sent for who rates them.

    HR sees that it was sent, not what it says; an operator what they filled in until it is confirmed.
    """

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated:
            return self.none()
        pengisian = self.model._meta.get_field("pengisian").related_model.objects
        boleh = Q(pengisian__in=pengisian.dinilai_oleh(pengguna)) | Q(
            pengisian__in=pengisian.dibantu(pengguna)
        )
        if pengguna.pegawai_id:
            boleh |= Q(pengisian__skp__pegawai=pengguna.pegawai_id)
        return self.filter(boleh)
