"""Objections at the desk of HR (H20): who waits how long, everything on the table; HR does not decide.

What HR does here is name another official where the recorded one cannot decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import Tugas, daftarkan_antrean, daftarkan_menu, dikirim, isikan, wewenang
from kinerja.enums import KEBERATAN_TERBUKA, StatusKeberatan
from kinerja.forms.keberatan import FormTunjuk
from kinerja.kamus import LABEL
from kinerja.models import Keberatan
from kinerja.services.keberatan_baca import case_page, dengan_relasi, in_short
from kinerja.services.keberatan_putus import needs_decider, tunjuk_pemutus
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.querysets import BERTUGAS

NAMA: Final = "admin:kinerja_keberatan"


class SaringKeadaan(admin.SimpleListFilter):
    """How an objection stands, with the clock."""

    title = "keadaan"
    parameter_name = "keadaan"
    LEWAT, TANPA_PEMUTUS, BERJALAN = "lewat", "tanpa_pemutus", "berjalan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            (self.LEWAT, "Lewat batas"),
            (self.TANPA_PEMUTUS, "Menunggu penunjukan pejabat"),
            (self.BERJALAN, "Berjalan"),
            *(
                (s.value, LABEL[StatusKeberatan][s])
                for s in (StatusKeberatan.DIPUTUSKAN, StatusKeberatan.DICABUT)
            ),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        kode = self.value()
        if kode in (StatusKeberatan.DIPUTUSKAN, StatusKeberatan.DICABUT):
            return queryset.filter(status=kode)
        return self.pilih(queryset, kode, timezone.now()) if kode else queryset

    @classmethod
    def pilih(cls, semua: QuerySet[Any], kode: str, kini: datetime) -> QuerySet[Any]:
        """Of those that run: past the day, without somebody who may decide, or all."""
        terbuka = semua.filter(status__in=KEBERATAN_TERBUKA)
        if kode == cls.LEWAT:
            return terbuka.filter(batas_putusan__lte=kini)
        if kode == cls.TANPA_PEMUTUS:
            bertugas = Q(pemutus__kedudukan_hukum__in=BERTUGAS, pemutus__instansi=F("pegawai__instansi"))
            return terbuka.filter(Q(pemutus=None) | ~bertugas)
        return terbuka


@admin.register(Keberatan)
class KeberatanAdmin(CariLewatPegawai, AdminLihat):
    """Read-only; neither the auditor nor the leader comes this way."""

    perlu_mengelola = True
    list_display = ("pegawai", "nomor_teks", "tentang", "status_teks", "umur", "batas")
    list_display_links = ("pegawai",)
    list_filter = (SaringKeadaan,)
    list_select_related = ("pegawai__instansi", "pegawai__unit", "penilaian", "evaluasi__siklus")
    ordering = ("batas_putusan", "pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """What HR keeps; that the officer is a party of another case opens no row here."""
        milik: Any = super().get_queryset(request)
        terlihat: QuerySet[Any] = milik.dikelola(request.user)
        return terlihat

    def get_urls(self) -> list[URLPattern]:
        tunjuk = self.admin_site.admin_view(self.tunjuk)
        return [path("<int:pk>/tunjuk/", tunjuk, name="kinerja_keberatan_tunjuk"), *super().get_urls()]

    # -- list ---------------------------------------------------------------------------------------

    @admin.display(description="nomor")
    def nomor_teks(self, obj: Keberatan) -> str:
        return obj.nomor

    @admin.display(description="tentang")
    def tentang(self, obj: Keberatan) -> str:
        return in_short(obj, at=timezone.now()).tentang

    @admin.display(description="status")
    def status_teks(self, obj: Keberatan) -> str:
        r = in_short(obj, at=timezone.now())
        return format_html('<span class="tanda {}">{}</span>', r.kelas, r.tanda)

    @admin.display(description="umur")
    def umur(self, obj: Keberatan) -> str:
        return in_short(obj, at=timezone.now()).umur

    @admin.display(description="batas putusan")
    def batas(self, obj: Keberatan) -> str:
        r = in_short(obj, at=timezone.now())
        return format_html('<span class="tanda salah">{}</span>', r.lewat) if r.lewat else r.batas

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().changelist_view(
            request, {"teks_kosong": "Tidak ada keberatan."} | (extra_context or {})
        )

    # -- one case -----------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Claim, evidence, explanations, decision, with no button that decides."""
        kasus = self._kasus(request, object_id)
        if request.method == "POST":
            raise PermissionDenied("Keberatan diputuskan oleh atasan pejabat penilai, bukan di sini.")
        self.catat_baca(request, kasus)
        return TemplateResponse(request, "admin/kinerja/keberatan.html", self._isi(request, kasus))

    def _kasus(self, request: HttpRequest, object_id: str) -> Keberatan:
        obj = self.get_object(request, object_id)
        kasus: Keberatan = dengan_relasi(Keberatan.objects.filter(pk=obj.pk)).get()
        return kasus

    def _isi(self, request: HttpRequest, kasus: Keberatan) -> dict[str, Any]:
        boleh = needs_decider(kasus) and not self.tentang_diri(request, kasus)
        return {
            **self.admin_site.each_context(request),
            **case_page(kasus, at=timezone.now()),
            "title": f"Keberatan {kasus.nomor}",
            "remah": [("Keberatan", reverse(f"{NAMA}_changelist")), (kasus.nomor, "")],
            "opts": self.opts,
            "kasus": kasus,
            "url_tunjuk": reverse(f"{NAMA}_tunjuk", args=[kasus.pk]) if boleh else "",
        }

    def tunjuk(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Name another official; 404 where the recorded one can decide."""
        kasus = self._kasus(request, str(pk))
        if not self.mengelola(request) or not needs_decider(kasus):
            raise Http404
        form = FormTunjuk(
            dikirim(request), initial={"versi": kasus.versi}, instansi_id=kasus.pegawai.instansi_id
        )
        balik = reverse(f"{NAMA}_change", args=[pk])
        if request.method == "POST" and form.is_valid() and self._tunjuk(request, kasus, form):
            return HttpResponseRedirect(balik)
        if form.is_bound:  # the page shows the case of now
            isikan(form, versi=kasus.versi)
        isi = {**self._isi(request, kasus), "form": form, "url_balik": balik}
        return TemplateResponse(request, "admin/kinerja/keberatan_tunjuk.html", isi)

    def _tunjuk(self, request: HttpRequest, kasus: Keberatan, form: FormTunjuk) -> bool:
        pejabat = form.cleaned_data["nip"]
        try:
            tunjuk_pemutus(
                keberatan_id=kasus.pk,
                versi=form.cleaned_data["versi"],
                pemutus=pejabat,
                alasan=form.cleaned_data["alasan"],
                actor=request.user,
                at=timezone.now(),
            )
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            return False
        messages.success(request, f"{pejabat.nama_gelar} ditunjuk memutuskan keberatan {kasus.nomor}.")
        return True


@daftarkan_antrean(16)
def antrean_keberatan(request: HttpRequest) -> Iterator[Tugas]:
    """Objections of the people HR keeps: what is late, what nobody can decide, what runs."""
    if not wewenang(request).mengelola:
        return
    url, kini = reverse(f"{NAMA}_changelist"), timezone.now()
    semua = Keberatan.objects.dikelola(request.user)
    for kode, judul, kelas in (
        (SaringKeadaan.LEWAT, "Keberatan lewat batas putusan", "salah"),
        (SaringKeadaan.TANPA_PEMUTUS, "Keberatan menunggu penunjukan pejabat", "perlu"),
        (SaringKeadaan.BERJALAN, "Keberatan berjalan", ""),
    ):
        jumlah = SaringKeadaan.pilih(semua, kode, kini).count()
        yield Tugas("Kinerja", judul, jumlah, f"{url}?keadaan={kode}", "", kelas)


daftarkan_menu("Kinerja", "Keberatan", f"{NAMA}_changelist", boleh=lambda w: w.mengelola)
