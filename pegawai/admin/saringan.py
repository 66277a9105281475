"""Filters of the list of people. All of them are plain links: no JavaScript, one query each."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from asn_karier.lib.views import bilangan
from pegawai.enums import JenisJabatan, JenisPegawai, Jenjang, TingkatPendidikan
from pegawai.kamus import LABEL
from pegawai.models import Instansi, UnitKerja
from pegawai.reports.temuan import TEMUAN, temuan_pegawai
from pegawai.rules.golongan import TERENDAH, TERTINGGI, Golongan

ANAK_TERBANYAK = 200


class SaringInstansi(admin.SimpleListFilter):
    """Only for those who see more than one instansi."""

    title = "instansi"
    parameter_name = "instansi"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            (str(pk), nama)
            for pk, nama in Instansi.objects.visible_to(request.user).values_list("pk", "nama")
        ]

    def has_output(self) -> bool:
        return len(self.lookup_choices) > 1

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        nomor = bilangan(self.value())
        return queryset if nomor is None else queryset.filter(instansi_id=nomor)


class SaringUnit(admin.SimpleListFilter):
    """A unit with everything below it; the choices walk down the tree one level at a time."""

    title = "unit kerja (beserta bawahannya)"
    parameter_name = "unit"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        self.unit = self._terpilih(request)
        terlihat = UnitKerja.objects.visible_to(request.user)
        if self.unit is None:
            anak = terlihat.filter(induk=None) or self._puncak(terlihat)
            atas = []
        else:
            anak = terlihat.filter(induk=self.unit)
            atas = [self.unit.induk, self.unit] if self.unit.induk else [self.unit]
        return [(str(u.pk), u.nama) for u in (*atas, *anak[:ANAK_TERBANYAK]) if u is not None]

    def _terpilih(self, request: HttpRequest) -> UnitKerja | None:
        nomor = bilangan(self.value())
        terlihat = UnitKerja.objects.visible_to(request.user).select_related("induk")
        unit: UnitKerja | None = None if nomor is None else terlihat.filter(pk=nomor).first()
        return unit

    def _puncak(self, terlihat: QuerySet[Any]) -> QuerySet[Any]:
        """For an operator: the highest units of their own scope."""
        teratas = terlihat.order_by("jalur").first()
        return terlihat.filter(jalur=teratas.jalur) if teratas else terlihat.none()

    def has_output(self) -> bool:
        return True

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        unit = self._terpilih(request)
        return queryset.none() if unit is None else queryset.in_subtree(unit)


class SaringGolongan(admin.SimpleListFilter):
    """Two scales, never one list: the value names the scale too (for example 1-9)."""

    title = "golongan"
    parameter_name = "golongan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(_semua_golongan())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        skala, _, urut = str(self.value()).partition("-")
        nomor = (bilangan(skala), bilangan(urut))
        if None in nomor:
            return queryset.none()
        return queryset.filter(jenis=nomor[0], golongan_kini=nomor[1])


def _semua_golongan() -> Iterator[tuple[str, str]]:
    for skala in JenisPegawai:
        for urut in range(TERENDAH, TERTINGGI + 1):
            yield f"{skala.value}-{urut}", f"{LABEL[JenisPegawai][skala]} {Golongan(skala, urut).nama}"


class _SaringEnum(admin.SimpleListFilter):
    """A property of today's state that comes from the histories (annotated)."""

    enum: type[IntEnum]
    kolom: str

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(a.value), LABEL[self.enum][a]) for a in self.enum] + [("kosong", "Belum dicatat")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        if self.value() == "kosong":
            return queryset.filter(**{f"{self.kolom}__isnull": True})
        nomor = bilangan(self.value())
        return queryset.none() if nomor is None else queryset.filter(**{self.kolom: nomor})


class SaringJenisJabatan(_SaringEnum):
    title = "jenis jabatan"
    parameter_name = "jenis_jabatan"
    enum = JenisJabatan
    kolom = "jenis_jabatan"


class SaringJenjang(_SaringEnum):
    title = "jenjang"
    parameter_name = "jenjang"
    enum = Jenjang
    kolom = "jenjang_kini"


class SaringPendidikan(_SaringEnum):
    title = "pendidikan"
    parameter_name = "pendidikan"
    enum = TingkatPendidikan
    kolom = "pendidikan_kini"


class SaringTemuan(admin.SimpleListFilter):
    """People with one fault of the data check: the list behind its number."""

    title = "temuan pemeriksaan data"
    parameter_name = "temuan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(t.kode, t.judul) for t in TEMUAN.values()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        kode = self.value()
        if kode is None:
            return queryset
        if kode not in TEMUAN:
            return queryset.none()
        instansi_id = bilangan(request.GET.get("instansi"))
        return temuan_pegawai(queryset, kode, instansi_id=instansi_id, per=timezone.localdate())
