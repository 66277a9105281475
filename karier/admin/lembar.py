"""Lembar saya for a whole unit: count first, then one file of at most two hundred sheets at a time."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.pdf import unduhan_pdf
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import bilangan, daftarkan_menu, wewenang
from karier.models import LembarTercetak
from karier.services.lembar_cetak import BAGIAN, print_sheets
from pegawai.admin.pohon import pilihan_unit
from pegawai.models import Pegawai, UnitKerja

URUT: Final = ("unit__jalur", "nama", "pk")


@admin.register(LembarTercetak)
class LembarAdmin(AdminLihat):
    """The codes of printed sheets; the page that prints them hangs here."""

    list_display = ("kode_teks", "pegawai", "unit", "pada", "oleh")
    list_select_related = ("pegawai", "pegawai__unit", "oleh")
    search_fields = ("kode", "pegawai__nip", "pegawai__nama")
    search_help_text = "kode tanpa tanda hubung, NIP, atau nama"
    fields = ("kode_teks", "pegawai", "pada", "oleh")
    readonly_fields = fields

    @admin.display(description="kode", ordering="kode")
    def kode_teks(self, obj: LembarTercetak) -> str:
        return obj.kode_teks

    @admin.display(description="unit kerja", empty_value="\N{EN DASH}")
    def unit(self, obj: LembarTercetak) -> Any:
        return obj.pegawai.unit

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        cetak = {"teks": "Cetak lembar satu unit", "url": reverse("admin:karier_lembartercetak_cetak")}
        alat = [cetak] if wewenang(request).membantu else []
        return super().changelist_view(request, {"alat": alat, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        cetak = self.admin_site.admin_view(self.cetak)
        return [path("cetak/", cetak, name="karier_lembartercetak_cetak"), *super().get_urls()]

    def cetak(self, request: HttpRequest) -> HttpResponse:
        """Choose a unit, see how many; a press prints one part."""
        if not (self.has_module_permission(request) and wewenang(request).membantu):
            raise Http404
        dibantu = Pegawai.objects.dibantu(request.user)
        unit = _unit(request)
        semua = dibantu.in_subtree(unit) if unit else dibantu.none()
        if request.method == "POST" and unit is not None:
            return self._unduh(request, unit, semua)
        isi = {
            **self.admin_site.each_context(request),
            "title": "Cetak lembar pegawai",
            "unit": unit,
            "pilihan": [
                (pk, nama, unit is not None and pk == unit.pk)
                for pk, nama in pilihan_unit(request.user, unit)
            ],
            "jumlah": semua.count(),
            "bagian": _parts(semua),
            "lengkap": unit is not None and not semua.exclude(pk__in=_dikelola(request)).exists(),
            "remah": [("Lembar pegawai", reverse("admin:karier_lembartercetak_changelist")), ("Cetak", "")],
        }
        return TemplateResponse(request, "admin/karier/lembar_cetak.html", isi)

    def _unduh(self, request: HttpRequest, unit: UnitKerja, semua: QuerySet[Any]) -> HttpResponse:
        nomor = max(bilangan(request.POST.get("bagian"), bawaan=1) or 1, 1)
        mulai = (nomor - 1) * BAGIAN
        ids = list(semua.order_by(*URUT).values_list("pk", flat=True)[mulai : mulai + BAGIAN])
        try:
            isi = print_sheets(
                pegawai=Pegawai.objects.filter(pk__in=ids).order_by(*URUT),
                instansi_id=unit.instansi_id,
                actor=request.user,
                per=timezone.localdate(),
                at=timezone.now(),
                kanal=KANAL,
                alamat=lambda kode: request.build_absolute_uri(reverse("karier:lembar_kode", args=[kode])),
            )
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(f"{request.path}?unit={unit.pk}")
        return unduhan_pdf(f"lembar-pegawai-bagian-{nomor}", isi)


def _unit(request: HttpRequest) -> UnitKerja | None:
    """The unit asked for; one outside the scope is 404."""
    nomor = bilangan((request.POST if request.method == "POST" else request.GET).get("unit"))
    if nomor is None:
        return None
    unit: UnitKerja | None = UnitKerja.objects.visible_to(request.user).filter(pk=nomor).first()
    if unit is None:
        raise Http404
    return unit


def _dikelola(request: HttpRequest) -> QuerySet[Any]:
    return Pegawai.objects.dikelola(request.user).order_by().values("pk")


def _parts(semua: QuerySet[Any]) -> list[dict[str, Any]]:
    """One button per file, named by whom it begins and ends with."""
    urut = list(semua.order_by(*URUT).values_list("nama", flat=True))
    hasil = []
    for nomor, mulai in enumerate(range(0, len(urut), BAGIAN), start=1):
        isi = urut[mulai : mulai + BAGIAN]
        teks = f"Unduh {kata.bilangan(len(isi))} lembar (PDF)"
        if len(urut) > BAGIAN:
            teks = f"Unduh bagian {nomor}: {kata.bilangan(len(isi))} lembar (PDF)"
        hasil.append({"nomor": nomor, "teks": teks, "ket": f"{isi[0]} sampai {isi[-1]}"})
    return hasil


daftarkan_menu(
    "Karier", "Lembar pegawai", "admin:karier_lembartercetak_cetak", boleh=lambda w: w.membantu, urutan=60
)
