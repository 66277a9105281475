"""SKP and its parts: the person, their atasan penilai, HR of them and the auditor."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q, Subquery

from pegawai.enums import JenisPeran
from pegawai.querysets import (
    BERTUGAS,
    BerlingkupQuerySet,
    dalam_subtree,
    peran_aktif,
)

PEMBACA_SKP = (JenisPeran.HR_INSTANSI, JenisPeran.AUDITOR)


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
