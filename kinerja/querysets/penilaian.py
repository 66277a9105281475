"""Ratings: with the person, once announced; before that the desk of the rater and of calibration."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from kinerja.enums import StatusPenilaian
from kinerja.querysets.dokumen import paper_readers
from kinerja.querysets.siklus import MilikSiklusQuerySet
from pegawai.querysets import BERTUGAS, MilikPegawaiQuerySet


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
        """Appraisals on the desk of `pengguna` as pejabat penilai; never their own, nor another's draft."""
        if not pengguna.is_authenticated or not pengguna.pegawai_id:
            return self.none()
        pegawai = self.model._meta.get_field("pegawai").related_model
        bawahan = self.filter(pegawai__in=pegawai.objects.dinilai_oleh(pengguna))
        bukan_draf_lain = ~Q(status=StatusPenilaian.DRAF) | Q(penilai=None) | Q(penilai=pengguna.pegawai_id)
        return bawahan.filter(bukan_draf_lain).exclude(pegawai=pengguna.pegawai_id)

    def diumumkan_kepada(self, pengguna: Any) -> Self:
        """Announced results of `pengguna` and of those they rate today: the two sides of a dialogue."""
        pegawai = self.model._meta.get_field("pegawai").related_model
        pihak = Q(pegawai__in=pegawai.objects.dinilai_oleh(pengguna))
        if getattr(pengguna, "pegawai_id", None):
            pihak |= Q(pegawai=pengguna.pegawai_id)
        return self.visible_to(pengguna).filter(pihak, status=StatusPenilaian.DITETAPKAN)

    def terkirim(self) -> Self:
        """Signed, not yet announced: what calibration talks about."""
        return self.filter(status=StatusPenilaian.DIKIRIM)


class EvaluasiQuerySet(PenilaianQuerySet):
    """Parts of a quarter or month: each with who rated it, also after a change of atasan."""

    def dinilai_oleh(self, pengguna: Any) -> Self:
        """What `pengguna` rated, whatever its state, while on duty in the same instansi; never their own.

        Not what another atasan writes about the same person: that is read once it is announced.
        """
        if not pengguna.is_authenticated or not pengguna.pegawai_id:
            return self.none()
        milik = self.filter(
            penilai=pengguna.pegawai_id,
            penilai__kedudukan_hukum__in=BERTUGAS,
            pegawai__instansi=F("penilai__instansi"),
        )
        return milik.exclude(pegawai=pengguna.pegawai_id)


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
        """HR of the whole instansi, who leads the session, and the leaders on duty there who take part."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        peserta = Q(pk__in=[])
        if pengguna.pegawai_id:
            tugas = {"peserta__kedudukan_hukum__in": BERTUGAS, "peserta__instansi": F("siklus__instansi")}
            peserta = Q(peserta=pengguna.pegawai_id, **tugas)
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
