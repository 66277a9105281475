"""Ideas: between their authors and the leaders whom they reached. No role opens them, HR neither."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, Self

from django.db import models
from django.db.models import Case, Q, Value, When

from kinerja.enums import PERNAH_DICOBA, StatusUsul
from kinerja.rules.usul_perbaikan import TINGKAT_TERTINGGI

#: The leaders of the author today, from the atasan upwards.
RANTAI = tuple("__".join(["pegawai", *["atasan"] * (n + 1)]) for n in range(TINGKAT_TERTINGGI + 1))


def _diri(pengguna: Any) -> int | None:
    if not pengguna.is_authenticated or not pengguna.is_active:
        return None
    return pengguna.pegawai_id or None


class UsulPerbaikanQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """The author, whoever was asked along, and the leaders whom it has reached.

        What was taken back is its author's alone: nothing of it is left but that it was.
        """
        diri = _diri(pengguna)
        if diri is None:
            return self.none()
        bersama = self._ikut().filter(pegawai=diri)
        lain = Q(pk__in=bersama.values("usul")) | self._sampai(diri)
        return self.filter(Q(pegawai=diri) | (lain & ~Q(status=StatusUsul.DITARIK)))

    def dijawab_oleh(self, pengguna: Any) -> Self:
        """Those that `pengguna` has a word about: not one's own, nor one that one takes part in."""
        diri = _diri(pengguna)
        return self.none() if diri is None else self.filter(self._berwenang(diri))

    def tugas(self, pengguna: Any) -> Self:
        """What waits for a person; `menjawab`: as a leader, else as its author or as who was asked along."""
        diri = _diri(pengguna)
        if diri is None:
            return self.none()
        pimpinan = self._berwenang(diri) & Q(status__in=(StatusUsul.MENUNGGU, StatusUsul.DICOBA))
        semua = self.filter(self._milik(diri) | pimpinan)
        return semua.annotate(
            menjawab=Case(When(pimpinan, then=Value(value=True)), default=Value(value=False))
        )

    def _milik(self, diri: int) -> Q:
        """Answers that I have not seen, my trials without a number, and colleagues who ask me along."""
        ajakan = self._ikut().filter(pegawai=diri, ikut_pada=None).values("usul")
        belum = Q(pegawai=diri, dilihat_pada=None) & ~Q(status__in=(StatusUsul.MENUNGGU, StatusUsul.DITARIK))
        diajak = Q(pk__in=ajakan, status__in=(StatusUsul.MENUNGGU, StatusUsul.DICOBA))
        return belum | diajak | Q(pegawai=diri, status=StatusUsul.DICOBA, angka_sesudah=None)

    def _berwenang(self, diri: int) -> Q:
        ikut = self._ikut().filter(pegawai=diri)
        return self._sampai(diri, menjawab=True) & ~Q(pegawai=diri) & ~Q(pk__in=ikut.values("usul"))

    def _ikut(self) -> Any:
        return self.model._meta.get_field("bersama").related_model.objects

    def terbaca_di(self, instansi_id: int) -> Self:
        """What everybody of an instansi reads: ideas that were tried."""
        return self.filter(pegawai__instansi=instansi_id, status__in=PERNAH_DICOBA)

    def terukur(self) -> Self:
        """Tried, over, and measured before and after: evidence of their authors."""
        return self.filter(
            status__in=(StatusUsul.DITERUSKAN, StatusUsul.DIHENTIKAN), angka_sesudah__isnull=False
        )

    def _sampai(self, diri: int, *, menjawab: bool = False) -> Q:
        """A leader on a level that it has reached; to answer, on one that has not passed it on."""
        semua = []
        for n, jalan in enumerate(RANTAI):
            q = Q(**{jalan: diri}, tingkat__gte=n)
            semua.append(q & (Q(disampaikan_dari=None) | Q(disampaikan_dari__lt=n)) if menjawab else q)
        return reduce(or_, semua)


class IkutUsulQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """Of ideas that one sees."""
        usul = self.model._meta.get_field("usul").related_model
        return self.filter(usul__in=usul.objects.visible_to(pengguna))

    def ikut(self) -> Self:
        """Those who said yes."""
        return self.exclude(ikut_pada=None)
