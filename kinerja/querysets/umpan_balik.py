"""Feedback, directions and recognition: between the people they are about, and no role."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from kinerja.enums import StatusPengakuan
from pegawai.querysets import MilikPegawaiQuerySet


def _diri(pengguna: Any) -> int | None:
    """The person behind an account that may enter; None for all others, the administrator too."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return None
    return pengguna.pegawai_id or None


class UmpanBalikQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """The person, the giver, and the atasan penilai of today. No role opens it: not HR, not auditors."""
        diri = _diri(pengguna)
        if diri is None:
            return self.none()
        pegawai = self.model._meta.get_field("pegawai").related_model
        dinilai = Q(pegawai__in=pegawai.objects.dinilai_oleh(pengguna))
        return self.terkirim().filter(Q(pegawai=diri) | Q(pemberi=diri) | dinilai)

    def terkirim(self) -> Self:
        """Without what was withdrawn."""
        return self.filter(ditarik_pada=None)


class TanggapanQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """Whoever reads the feedback reads what was said below it."""
        umpan_balik = self.model._meta.get_field("umpan_balik").related_model
        return self.filter(umpan_balik__in=umpan_balik.objects.visible_to(pengguna))


class CatatanPimpinanQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """Nobody but the leader who wrote it."""
        diri = _diri(pengguna)
        return self.none() if diri is None else self.filter(pimpinan=diri)


class ArahanQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """The leader who gave it and those who received it."""
        diri = _diri(pengguna)
        if diri is None:
            return self.none()
        penerima = self.model._meta.get_field("penerima").related_model.objects.filter(pegawai=diri)
        return self.filter(Q(pemberi=diri) | Q(pk__in=penerima.values("arahan")))


class PenerimaArahanQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """One's own line, and all lines of what one gave."""
        diri = _diri(pengguna)
        return self.none() if diri is None else self.filter(Q(pegawai=diri) | Q(arahan__pemberi=diri))


class PengakuanQuerySet(MilikPegawaiQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """What was established, with the person; before that only whoever proposed or may decide it."""
        pegawai = self.model._meta.get_field("pegawai").related_model
        tetap = Q(status=StatusPengakuan.DITETAPKAN)
        terlihat = tetap & Q(pegawai__in=pegawai.objects.visible_to(pengguna))
        diri = _diri(pengguna)
        if diri is None:
            return self.filter(terlihat)
        milik = Q(pegawai=diri) & tetap
        pemutus = Q(pengusul=diri) | Q(penetap=diri) | self._pimpinan(diri)
        return self.filter(terlihat | milik | (pemutus & ~Q(pegawai=diri)))

    def menunggu(self, pengguna: Any) -> Self:
        """Proposals that `pengguna` may decide: as atasan penilai of the person, or as the one above."""
        diri = _diri(pengguna)
        if diri is None:
            return self.none()
        usul = self.filter(self._pimpinan(diri), status=StatusPengakuan.DIUSULKAN).exclude(pegawai=diri)
        puncak = Q(pengusul=diri) & Q(pegawai__atasan=diri, pegawai__atasan__atasan=None)
        return usul.filter(~Q(pengusul=diri) | puncak)

    def _pimpinan(self, diri: int) -> Q:
        return Q(pegawai__atasan=diri) | Q(pegawai__atasan__atasan=diri)


class KisahQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """Of recognitions that one sees."""
        pengakuan = self.model._meta.get_field("pengakuan").related_model
        return self.filter(pengakuan__in=pengakuan.objects.visible_to(pengguna))

    def berlaku(self) -> Self:
        """What the public reads now."""
        return self.filter(dicabut_pada=None)
