"""Outcomes, answers to them and objections: the sides of the dialogue, who decides, and HR of the person."""

from __future__ import annotations

from typing import Any, Self

from django.db.models import F, Q

from asn_karier.lib.db.tambah_saja import TambahSajaQuerySet
from kinerja.enums import DINILAI_ULANG
from pegawai.querysets import BERTUGAS, MilikPegawaiQuerySet, PihakQuerySet


class KeberatanQuerySet(MilikPegawaiQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """The parties (person, pejabat penilai), who decides, and HR of the person."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        return self.filter(_pihak_keberatan(pengguna, pegawai) | Q(pegawai__in=pegawai.dikelola(pengguna)))

    def dinilai_ulang_oleh(self, pengguna: Any) -> Self:
        """About results that `pengguna` is the one to rate anew; never their own.

        Of a quarter that is its own rater while on duty there, else (and of a year) the atasan of today.
        """
        if not pengguna.is_authenticated or not pengguna.pegawai_id:
            return self.none()
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        dipegang = self.filter(
            evaluasi__penilai__kedudukan_hukum__in=BERTUGAS,
            evaluasi__penilai__instansi=F("pegawai__instansi"),
        ).order_by()
        milik = Q(pk__in=dipegang.filter(evaluasi__penilai=pengguna.pegawai_id).values("pk"))
        lain = Q(pegawai__in=pegawai.dinilai_oleh(pengguna)) & ~Q(pk__in=dipegang.values("pk"))
        return self.filter(milik | lain).exclude(pegawai=pengguna.pegawai_id)

    def pihak(self, pengguna: Any) -> Self:
        """Only the parties and who decides: the portal. HR has a door of its own."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        return self.filter(_pihak_keberatan(pengguna, pegawai))


def _pihak_keberatan(pengguna: Any, pegawai: Any) -> Q:
    """Today's atasan joins when a new rating is asked for: the pejabat penilai may be another by then."""
    saya = pengguna.pegawai_id
    if not saya:
        return Q(pk__in=[])
    menilai_ulang = Q(putusan__in=DINILAI_ULANG, pegawai__in=pegawai.dinilai_oleh(pengguna))
    return Q(pegawai=saya) | Q(penilai=saya) | Q(pemutus=saya) | menilai_ulang


class MilikKeberatanQuerySet(TambahSajaQuerySet):
    """What belongs to an objection: visible with it."""

    def visible_to(self, pengguna: Any) -> Self:
        keberatan = self.model._meta.get_field("keberatan").related_model
        return self.filter(keberatan__in=keberatan.objects.visible_to(pengguna))


class TanggapanHasilQuerySet(TambahSajaQuerySet):
    """Answers are not taken back; who reads them is told by `PihakQuerySet`."""

    def visible_to(self, pengguna: Any) -> Self:
        return self.filter(pk__in=PihakQuerySet(self.model).visible_to(pengguna).values("pk"))

    def dikelola(self, pengguna: Any) -> Self:
        return self.filter(pk__in=PihakQuerySet(self.model).dikelola(pengguna).values("pk"))
