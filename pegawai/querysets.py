"""Who may see whom, in one place. Everything else filters through `visible_to`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Now, TruncDate

from pegawai.enums import JenisPegawai, JenisPeran, KedudukanHukum

if TYPE_CHECKING:
    from pegawai.models import Peran, UnitKerja

#: Standings in which somebody can rate others.
BERTUGAS = (KedudukanHukum.AKTIF, KedudukanHukum.PPPK_AKTIF, KedudukanHukum.HUKUMAN_DISIPLIN)
PERAN_MEJA = (JenisPeran.HR_INSTANSI, JenisPeran.OPERATOR_UNIT, JenisPeran.AUDITOR)
PERAN_MELIHAT_INSTANSI = (JenisPeran.HR_INSTANSI, JenisPeran.AUDITOR, JenisPeran.KLIEN_API)

#: Who serves people at the counter, inside the own scope: hands out codes and papers, takes corrections.
PERAN_MEMBANTU = (JenisPeran.HR_INSTANSI, JenisPeran.OPERATOR_UNIT)


def berlaku(awalan: str = "") -> Q:
    """Rows whose mulai..sampai holds today; the database tells the date, for every process alike."""
    hari_ini = TruncDate(Now())
    return Q(**{f"{awalan}mulai__lte": hari_ini}) & (
        Q(**{f"{awalan}sampai": None}) | Q(**{f"{awalan}sampai__gte": hari_ini})
    )


def peran_aktif(pengguna: Any) -> list[Peran]:
    """Active roles with their scope; one query."""
    return list(pengguna.peran.filter(berlaku()).select_related("unit"))


def instansi_pengguna(pengguna: Any) -> set[int]:
    """Where somebody works or holds a role."""
    milik = {p.instansi_id for p in peran_aktif(pengguna)}
    return milik | ({pengguna.pegawai.instansi_id} if pengguna.pegawai_id else set())


LEBAR_SEGMEN = 6


def dalam_subtree(jalur: str, awalan: str = "") -> Q:
    """Units at or below `jalur`: a range of digits, which any collation and any index understand."""
    kepala, ekor = jalur[:-LEBAR_SEGMEN], jalur[-LEBAR_SEGMEN:]
    sesudah = f"{kepala}{int(ekor) + 1:0{LEBAR_SEGMEN}d}"
    return Q(**{f"{awalan}jalur__gte": jalur}) & Q(**{f"{awalan}jalur__lt": sesudah})


def lingkup(peran: Peran) -> Q:
    """The people inside the scope of one role."""
    if peran.unit is None:
        return Q(instansi_id=peran.instansi_id)
    return Q(instansi_id=peran.instansi_id) & dalam_subtree(peran.unit.jalur, "unit__")


class BerlingkupQuerySet(models.QuerySet[Any]):
    """Rows that depend on who asks."""

    def bagi(self, pengguna: Any, lingkup_pengguna: Callable[[Any], Q]) -> Self:
        """Nothing for who may not enter, everything for the superuser, else what the scope says."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        return self if pengguna.is_superuser else self.filter(lingkup_pengguna(pengguna))


def _terlihat(pengguna: Any) -> Q:
    boleh = Q(pk__in=pengguna.akses.filter(berlaku()).values("pegawai"))
    if pengguna.pegawai_id:
        boleh |= Q(pk=pengguna.pegawai_id) | _dinilai(pengguna)
    for peran in peran_aktif(pengguna):
        boleh |= lingkup(peran)
    return boleh


def _dinilai(pengguna: Any) -> Q:
    """Those whom `pengguna` rates: of the same instansi, and only while on duty."""
    if pengguna.pegawai.kedudukan_hukum not in BERTUGAS:
        return Q(pk__in=[])
    return Q(atasan_id=pengguna.pegawai_id, instansi_id=pengguna.pegawai.instansi_id)


def _dikelola(pengguna: Any) -> Q:
    boleh = Q(pk__in=[])
    for peran in peran_aktif(pengguna):
        if peran.jenis == JenisPeran.HR_INSTANSI:
            boleh |= lingkup(peran)
    return boleh


def _dibantu(pengguna: Any) -> Q:
    boleh = Q(pk__in=[])
    for peran in peran_aktif(pengguna):
        if peran.jenis in PERAN_MEMBANTU:
            boleh |= lingkup(peran)
    return boleh & ~Q(pk=pengguna.pegawai_id) if pengguna.pegawai_id else boleh


def _instansi_berperan(*jenis: JenisPeran) -> Callable[[Any], Q]:
    """Instansi in which an instansi-wide role of one of `jenis` is held."""

    def lingkup_pengguna(pengguna: Any) -> Q:
        return Q(
            pk__in=[p.instansi_id for p in peran_aktif(pengguna) if p.unit_id is None and p.jenis in jenis]
        )

    return lingkup_pengguna


def _unit_berperan(pengguna: Any, jenis: Iterable[str] = tuple(JenisPeran)) -> Q:
    boleh = Q(pk__in=[])
    for peran in (p for p in peran_aktif(pengguna) if p.jenis in jenis):
        dalam = dalam_subtree(peran.unit.jalur) if peran.unit else Q()
        boleh |= Q(instansi_id=peran.instansi_id) & dalam
    return boleh


class PegawaiQuerySet(BerlingkupQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """Who `pengguna` may see by name: self, those they rate, their role's scope, granted access."""
        return self.bagi(pengguna, _terlihat)

    def dikelola(self, pengguna: Any) -> Self:
        """The people whose records `pengguna` keeps as HR: may see sensitive classes and decide."""
        return self.bagi(pengguna, _dikelola)

    def dibantu(self, pengguna: Any) -> Self:
        """Others whom `pengguna` serves as HR or operator of their unit: accounts, papers, their requests."""
        return self.bagi(pengguna, _dibantu)

    def dinilai_oleh(self, pengguna: Any) -> Self:
        """The people whose pejabat penilai `pengguna` is today."""
        if not pengguna.is_authenticated or not pengguna.pegawai_id:
            return self.none()
        return self.filter(_dinilai(pengguna))

    def dengan_kedudukan(self, pengguna: Any) -> Self:
        """Annotate `kedudukan_tampil`: a penalty is known to HR of the person, others read 'Aktif'.

        'Aktif' ('PPPK aktif' of a PPPK), not an empty cell: somebody under a penalty is on duty, and
        a gap or an odd word would tell it.
        """
        if pengguna.is_superuser:
            return self.annotate(kedudukan_tampil=F("kedudukan_hukum"))
        terbuka = ~Q(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN) | _dikelola(pengguna)
        tampil = Case(
            When(terbuka, then=F("kedudukan_hukum")),
            When(jenis=JenisPegawai.PPPK, then=Value(KedudukanHukum.PPPK_AKTIF.value)),
            default=Value(KedudukanHukum.AKTIF.value),
            output_field=models.PositiveSmallIntegerField(),
        )
        return self.annotate(kedudukan_tampil=tampil)

    def in_subtree(self, unit: UnitKerja) -> Self:
        return self.filter(dalam_subtree(unit.jalur, "unit__"), instansi_id=unit.instansi_id)

    def of_instansi(self, instansi_id: int) -> Self:
        return self.filter(instansi_id=instansi_id)


class MilikPegawaiQuerySet(models.QuerySet[Any]):
    """Rows that belong to a person: visible with the person."""

    def visible_to(self, pengguna: Any) -> Self:
        pegawai = self.model._meta.get_field("pegawai").related_model
        return self.filter(pegawai__in=pegawai.objects.visible_to(pengguna))

    def dikelola(self, pengguna: Any) -> Self:
        pegawai = self.model._meta.get_field("pegawai").related_model
        return self.filter(pegawai__in=pegawai.objects.dikelola(pengguna))


class PihakQuerySet(MilikPegawaiQuerySet):
    """What person, atasan and HR of the person read about an outcome: nobody else, no auditor, no mentor."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        diri = Q(pegawai=pengguna.pegawai_id) if pengguna.pegawai_id else Q(pk__in=[])
        dinilai = Q(pegawai__in=pegawai.dinilai_oleh(pengguna))
        return self.filter(diri | dinilai | Q(pegawai__in=pegawai.dikelola(pengguna)))


class UsulanQuerySet(MilikPegawaiQuerySet):
    """What people ask for: themselves, HR of them, and whoever entered it while they still may."""

    def visible_to(self, pengguna: Any) -> Self:
        if not pengguna.is_authenticated or not pengguna.is_active:
            return self.none()
        pegawai = self.model._meta.get_field("pegawai").related_model.objects
        dibantu = Q(oleh=pengguna.pk, pegawai__in=pegawai.dibantu(pengguna))
        diri = Q(pegawai=pengguna.pegawai_id) if pengguna.pegawai_id else Q(pk__in=[])
        return self.filter(diri | dibantu | Q(pegawai__in=pegawai.dikelola(pengguna)))


class InstansiQuerySet(BerlingkupQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """Instansi in which `pengguna` holds an instansi-wide role."""
        return self.bagi(pengguna, _instansi_berperan(*PERAN_MELIHAT_INSTANSI))

    def dikelola(self, pengguna: Any) -> Self:
        """Instansi in which `pengguna` works as HR."""
        return self.bagi(pengguna, _instansi_berperan(JenisPeran.HR_INSTANSI))


class MilikInstansiQuerySet(models.QuerySet[Any]):
    """Rows that belong to an instansi (imports, coverage, cycles, runs): its staff see them."""

    def visible_to(self, pengguna: Any) -> Self:
        instansi = self.model._meta.get_field("instansi").related_model
        return self.filter(instansi__in=instansi.objects.visible_to(pengguna))

    def dikelola(self, pengguna: Any) -> Self:
        instansi = self.model._meta.get_field("instansi").related_model
        return self.filter(instansi__in=instansi.objects.dikelola(pengguna))


class RujukanQuerySet(BerlingkupQuerySet):
    """A reference that all governments share (no instansi), or that one keeps for itself."""

    def visible_to(self, pengguna: Any) -> Self:
        return self.bagi(pengguna, lambda p: Q(instansi=None) | Q(instansi__in=instansi_pengguna(p)))

    def dikelola(self, pengguna: Any) -> Self:
        """What HR of its own government may change; what is shared belongs to no government."""
        instansi = self.model._meta.get_field("instansi").related_model
        return self.filter(instansi__in=instansi.objects.dikelola(pengguna))

    def untuk(self, instansi_id: int) -> Self:
        """What one government offers: shared rows and its own, while active."""
        return self.filter(Q(instansi=None) | Q(instansi=instansi_id), aktif=True)


class PenandaTanganQuerySet(MilikInstansiQuerySet):
    def pada(self, hari: date) -> Self:
        """Those who may sign on `hari`, who began last first."""
        sampai = Q(sampai=None) | Q(sampai__gte=hari)
        return self.filter(sampai, mulai__lte=hari).order_by("-mulai", "pk")


class UnitKerjaQuerySet(BerlingkupQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """Units inside the scope of the roles of `pengguna`."""
        return self.bagi(pengguna, _unit_berperan)

    def dibantu(self, pengguna: Any) -> Self:
        """Units whose people `pengguna` helps to get into their account."""
        return self.bagi(pengguna, partial(_unit_berperan, jenis=PERAN_MEMBANTU))

    def in_subtree(self, unit: UnitKerja) -> Self:
        """`unit` and everything below it, in one query."""
        return self.filter(dalam_subtree(unit.jalur), instansi_id=unit.instansi_id)


def _tampilan(pengguna: Any) -> Q:
    instansi = [p.instansi_id for p in peran_aktif(pengguna) if p.jenis in PERAN_MEJA]
    return Q(pemilik=pengguna) | Q(instansi__in=instansi)


class TampilanQuerySet(BerlingkupQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """One's own, and those shared in an instansi in which one works at the desk."""
        return self.bagi(pengguna, _tampilan)


class BarisImporQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        impor = self.model._meta.get_field("impor").related_model
        return self.filter(impor__in=impor.objects.visible_to(pengguna))


class PerubahanQuerySet(BerlingkupQuerySet):
    def visible_to(self, pengguna: Any) -> Self:
        """Changes of people who were then in the scope of the roles; of the instansi itself for all."""
        return self.bagi(pengguna, _perubahan_berperan)


def _perubahan_berperan(pengguna: Any) -> Q:
    boleh = Q(pk__in=[])
    for peran in peran_aktif(pengguna):
        dalam = dalam_subtree(peran.unit.jalur, "unit__") | Q(publik=None) if peran.unit else Q()
        boleh |= Q(instansi_id=peran.instansi_id) & dalam
    return boleh
