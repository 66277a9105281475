"""What the lists of programmes and of classes can be cut by."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from asn_karier.lib.situs import saring_kode
from asn_karier.lib.views import bilangan
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.models import KompetensiTeknis
from pelatihan.models import Mitra
from pelatihan.services.meja_kelas import without_certificates, without_results

#: Before the key of a technical competency in an address.
TEKNIS = "t"

SaringBidang = saring_kode("bidang", "bidang", str)


class SaringMitra(admin.SimpleListFilter):
    """Partners in the scope of the user: those of another government are nobody's business here."""

    title = "mitra"
    parameter_name = "mitra"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        semua = Mitra.objects.visible_to(request.user).order_by("nama", "pk")
        return [(str(pk), nama) for pk, nama in semua.values_list("pk", "nama")]

    def has_output(self) -> bool:
        return True

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        terlihat = Mitra.objects.visible_to(request.user)
        return queryset.filter(mitra__in=terlihat.filter(pk=bilangan(self.value()) or 0))


class SaringKompetensi(admin.SimpleListFilter):
    """The nine by their code, technical ones by their key."""

    title = "kompetensi"
    parameter_name = "kompetensi"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        sembilan = [(k.value, LABEL[KompetensiMansoskul][k]) for k in KompetensiMansoskul]
        teknis = KompetensiTeknis.objects.visible_to(request.user).filter(aktif=True)
        return sembilan + [(f"{TEKNIS}{pk}", nama) for pk, nama in teknis.values_list("pk", "nama")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        nilai = self.value()
        if not nilai:
            return queryset
        if nilai in set(KompetensiMansoskul):
            return queryset.filter(kompetensi__kompetensi=nilai)
        return queryset.filter(kompetensi__teknis=bilangan(nilai.removeprefix(TEKNIS)))


class SaringPekerjaan(admin.SimpleListFilter):
    """Classes that HR still has something to do for, after their last day."""

    title = "yang menunggu"
    parameter_name = "menunggu"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("hasil", "Hasil peserta"), ("sertifikat", "Sertifikat")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "hasil":
            return without_results(queryset, timezone.localdate())
        return without_certificates(queryset) if self.value() == "sertifikat" else queryset


class SaringPemilik(admin.SimpleListFilter):
    title = "pemilik"
    parameter_name = "pemilik"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("kami", "Milik kami"), ("bersama", "Bersama")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset if self.value() is None else queryset.filter(instansi__isnull=self.value() != "kami")
