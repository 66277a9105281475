"""Visibility of performance rows: with the person, or with the instansi that runs the cycle."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q, Subquery

from kinerja.enums import JenisSiklus, StatusKonversi, StatusPenilaian
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
    "MilikHasilKerjaQuerySet",
    "MilikInstansiQuerySet",
    "MilikPegawaiQuerySet",
    "MilikSKPQuerySet",
    "MilikSiklusQuerySet",
    "PenilaianQuerySet",
    "SKPQuerySet",
    "SiklusQuerySet",
]

#: Roles that read plans of the people in their scope.
PEMBACA_SKP = (JenisPeran.HR_INSTANSI, JenisPeran.AUDITOR)


def paper_readers(orang: Any, pengguna: Any) -> Any:
    """Of `orang` those whose papers `pengguna` may print: oneself, whom one rates, whom one serves as HR.

    Fewer than may see the person: no auditor, operator, mentor or program prints what somebody signed.
    """
    if not pengguna.is_authenticated or not pengguna.is_active:
        return orang.none()
    boleh = Q(pk__in=orang.dikelola(pengguna)) | Q(pk__in=orang.dinilai_oleh(pengguna))
    if pengguna.pegawai_id:
        boleh |= Q(pk=pengguna.pegawai_id)
    return orang.filter(boleh)


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
        terlihat = super().visible_to(pengguna).filter(status=StatusPenilaian.DITETAPKAN)
        return terlihat | self.dinilai_oleh(pengguna)

    def dapat_dicetak(self, pengguna: Any) -> Self:
        """Announced ones whose paper `pengguna` may print; a draft has no paper, not even for its rater."""
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        diumumkan = self.visible_to(pengguna).filter(status=StatusPenilaian.DITETAPKAN)
        return diumumkan.filter(pegawai__in=paper_readers(pegawai.all(), pengguna))

    def dinilai_oleh(self, pengguna: Any) -> Self:
        """Appraisals on the desk of `pengguna` as pejabat penilai; never their own."""
        pegawai = self.model._meta.get_field("pegawai").related_model
        bawahan = self.filter(pegawai__in=pegawai.objects.dinilai_oleh(pengguna))
        return bawahan.exclude(pegawai=pengguna.pegawai_id) if pengguna.is_authenticated else bawahan

    def terkirim(self) -> Self:
        """Signed, not yet announced: what calibration talks about."""
        return self.filter(status=StatusPenilaian.DIKIRIM)


class DelegasiQuerySet(models.QuerySet[Any]):
    def berlaku(self, hari: date) -> Self:
        return self.filter(dicabut_pada=None, mulai__lte=hari, sampai__gte=hari)

    def visible_to(self, pengguna: Any) -> Self:
        """Who gave it and who got it."""
        if not pengguna.is_authenticated or not pengguna.pegawai_id:
            return self.none()
        return self.filter(Q(pemberi=pengguna.pegawai_id) | Q(penerima=pengguna.pegawai_id))


class SesiQuerySet(MilikSiklusQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """HR of the whole instansi, who leads the session, and the leaders who take part in it."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        peserta = Q(peserta=pengguna.pegawai_id) if pengguna.pegawai_id else Q(pk__in=[])
        siklus = self.model._meta.get_field("siklus").related_model
        return self.filter(peserta | Q(siklus__in=siklus.objects.dikelola(pengguna))).distinct()


class UsulKalibrasiQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """With the session, and for the pejabat penilai whom it asks; never about oneself."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        sesi = self.model._meta.get_field("sesi").related_model
        boleh = self.filter(
            Q(sesi__in=sesi.objects.visible_to(pengguna)) | Q(penilaian__penilai=pengguna.pegawai_id or 0)
        )
        return boleh.exclude(penilaian__pegawai=pengguna.pegawai_id or 0)


class BerkertasQuerySet(MilikPegawaiQuerySet):
    """Rows that stand on a paper of the person."""

    def dapat_dicetak(self, pengguna: Any) -> Self:
        """With the person, for who may print their papers."""
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        return self.filter(pegawai__in=paper_readers(pegawai.all(), pengguna))


class KonversiQuerySet(BerkertasQuerySet):
    def dapat_dicetak(self, pengguna: Any) -> Self:
        """Signed ones only: a draft counts as nothing and has no paper."""
        return super().dapat_dicetak(pengguna).filter(status=StatusKonversi.DITANDATANGANI)


class MilikPengelolaQuerySet(MilikPegawaiQuerySet):
    """What only HR of the person reads."""

    def visible_to(self, pengguna: Any) -> Self:
        return self.dikelola(pengguna)


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
        """Rows of the leader that direct reports may support: of the last plan that was sent."""
        skp = self._model_skp().objects.filter(pegawai=atasan_id, tahun=tahun, dikirim_pada__isnull=False)
        return self.filter(skp=Subquery(skp.order_by("-mulai").values("pk")[:1]))


class MilikHasilKerjaQuerySet(MilikSKPQuerySet):
    jalan = "hasil_kerja__skp"
