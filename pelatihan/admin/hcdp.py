"""HCDP at the HR desk: the direction, people per competency and year, establishing it, its papers."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError
from asn_karier.lib.export import unduhan
from asn_karier.lib.pdf import render_pdf, unduhan_pdf
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import bilangan, daftarkan_menu, dikirim, isikan, wewenang
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.models import KompetensiTeknis
from pelatihan.admin.rencana import KELAS
from pelatihan.enums import StatusRencana
from pelatihan.forms.rencana import FormHcdp
from pelatihan.models import Hcdp, SasaranHcdp
from pelatihan.reports.rencana import hcdp_paper, hcdp_table, status_of, targets_of, years
from pelatihan.services.hcdp import Kunci, change_hcdp, establish_hcdp, revise_hcdp

NAMA: Final = "admin:pelatihan_hcdp"


@admin.register(Hcdp)
class HcdpAdmin(AdminLihat):
    """Made from *Kebutuhan pengembangan*; HR of the whole instansi changes it, the auditor reads."""

    perlu_instansi_penuh = True
    list_display = ("nama", "status", "instansi", "ditetapkan_oleh", "diubah_pada")
    list_filter = ("status",)
    list_select_related = ("instansi", "ditetapkan_oleh")

    @admin.display(description="HCDP", ordering="tahun_mulai")
    def nama(self, obj: Hcdp) -> str:
        return str(obj)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("<int:pk>/tetapkan/", lindungi(self.tetapkan), name="pelatihan_hcdp_tetapkan"),
            path("<int:pk>/versi/", lindungi(self.versi_baru), name="pelatihan_hcdp_versi"),
            path("<int:pk>/unduh/<slug:bentuk>/", lindungi(self.unduh), name="pelatihan_hcdp_unduh"),
            path(
                "<path:object_id>/change/", lindungi(berdraf(self.change_view)), name="pelatihan_hcdp_change"
            ),
            *(u for u in super().get_urls() if u.name != "pelatihan_hcdp_change"),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        isi = {
            "title": "HCDP",
            "teks_kosong": "Belum ada HCDP. Mulai dari Kebutuhan pengembangan, lalu susun sasaran.",
        }
        return super().changelist_view(request, {**isi, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """Read by everybody of the desk; a POST of HR changes a draft."""
        hcdp: Hcdp = self.get_object(request, object_id)
        boleh = self._boleh(request, hcdp)
        if request.method == "POST" and not boleh:
            raise PermissionDenied("HCDP diubah oleh pengelola kepegawaian instansi.")
        sasaran = targets_of(hcdp)
        form = FormHcdp(
            dikirim(request), hcdp=hcdp, kompetensi=competencies(hcdp, sasaran), awal=people(sasaran)
        )
        if request.method == "POST" and form.is_valid() and self._simpan(request, hcdp, form):
            return HttpResponseRedirect(url_of(hcdp.pk))
        return self._tampil(request, hcdp, form, sasaran, boleh=boleh)

    def _simpan(self, request: HttpRequest, hcdp: Hcdp, form: FormHcdp) -> bool:
        isi = form.cleaned_data
        try:
            change_hcdp(
                hcdp_id=hcdp.pk, versi=isi["versi"], arah=isi["arah"], sasaran=form.sasaran(),
                actor=request.user, at=timezone.now(),
            )  # fmt: skip
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            isikan(form, versi=hcdp.versi)
            return False
        messages.success(request, "HCDP disimpan.")
        return True

    def _tampil(
        self, request: HttpRequest, hcdp: Hcdp, form: FormHcdp, sasaran: list[SasaranHcdp], *, boleh: bool
    ) -> HttpResponse:
        draf = hcdp.status == StatusRencana.DRAF
        zona = wewenang(request).zona_waktu or hcdp.instansi.zona_waktu
        isi = {
            **self.admin_site.each_context(request),
            "title": str(hcdp),
            "remah": [("HCDP", reverse(f"{NAMA}_changelist")), (str(hcdp), "")],
            "hcdp": hcdp,
            "status": status_of(hcdp),
            "kelas": KELAS[StatusRencana(hcdp.status)],
            "form": form,
            "ubah": boleh and draf,
            "versi_baru": boleh and not draf,
            "draf": pulihkan(request, form, zona_waktu=zona) if boleh and draf else None,
            "per_tahun": _per_year(hcdp, sasaran),
            "baca": hcdp_table_rows(hcdp, sasaran),
            "url": {n: reverse(f"{NAMA}_{n}", args=[hcdp.pk]) for n in ("tetapkan", "versi")},
            "unduh": [
                {"teks": teks, "url": reverse(f"{NAMA}_unduh", args=[hcdp.pk, bentuk])}
                for bentuk, teks in (("pdf", "Unduh dokumen HCDP"), ("xlsx", "Unduh XLSX"))
            ],
        }
        return TemplateResponse(request, "admin/pelatihan/hcdp.html", isi)

    # -- acts ---------------------------------------------------------------------------------------

    def tetapkan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks first: who establishes what, and that it stays."""
        hcdp = self._milik(request, pk)
        if request.method == "POST":
            versi = bilangan(request.POST.get("versi"), bawaan=0) or 0
            try:
                establish_hcdp(hcdp_id=pk, versi=versi, actor=request.user, at=timezone.now())
                messages.success(request, "HCDP ditetapkan.")
            except DomainError as salah:
                messages.error(request, salah.kalimat)
            return HttpResponseRedirect(url_of(pk))
        orang = sum(s.orang for s in targets_of(hcdp))
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Tetapkan {hcdp}?",
            "remah": [(str(hcdp), url_of(pk)), ("Tetapkan", "")],
            "versi": hcdp.versi,
            "kalimat": f"Sasaran {kata.bilangan(orang)} celah ditutup dalam {years(hcdp)}.",
            "lewat": "",
            "url_balik": url_of(pk),
        }
        return TemplateResponse(request, "admin/pelatihan/tetapkan.html", isi)

    def versi_baru(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A draft with the same direction and targets (POST only)."""
        self._milik(request, pk)
        if request.method == "POST":
            try:
                pk = revise_hcdp(hcdp_id=pk, actor=request.user, at=timezone.now()).pk
                messages.success(request, "Versi baru disiapkan sebagai draf.")
            except DomainError as salah:
                messages.error(request, salah.kalimat)
        return HttpResponseRedirect(url_of(pk))

    def unduh(self, request: HttpRequest, pk: int, bentuk: str) -> HttpResponseBase:
        """The paper (PDF) or the table (XLSX); a draft says on every page that it is one."""
        if not self.has_module_permission(request) or bentuk not in ("pdf", "xlsx"):
            raise Http404
        hcdp: Hcdp = self.get_object(request, str(pk))
        catat(
            pengguna=request.user, tindakan="unduh", subjek_jenis="hcdp", subjek_id=pk, kanal=KANAL,
            rincian={"bentuk": bentuk, "versi": hcdp.versi},
        )  # fmt: skip
        oleh, at = str(request.user), timezone.now()
        if bentuk == "xlsx":
            return unduhan(hcdp_table(hcdp, at, oleh), bentuk)
        return unduhan_pdf(
            f"hcdp-{years(hcdp)}", render_pdf("rencana_pengembangan", hcdp_paper(hcdp, at, oleh))
        )

    # -- inside -------------------------------------------------------------------------------------

    def _boleh(self, request: HttpRequest, hcdp: Hcdp) -> bool:
        return wewenang(request).mengelola and self.dikelola(request, hcdp)

    def _milik(self, request: HttpRequest, pk: int) -> Hcdp:
        hcdp: Hcdp = self.get_object(request, str(pk))
        if not self._boleh(request, hcdp):
            raise Http404
        return hcdp


def url_of(pk: int) -> str:
    return reverse(f"{NAMA}_change", args=[pk])


def competencies(hcdp: Hcdp, sasaran: list[SasaranHcdp]) -> dict[Kunci, str]:
    """The nine in official order, then technical ones: of the reference, and those that stand in the plan."""
    semua: Any = KompetensiTeknis.objects
    teknis = {k.pk: k.nama for k in semua.untuk(hcdp.instansi_id)}
    teknis |= {s.teknis_id: str(s.teknis) for s in sasaran if s.teknis_id}
    sembilan = {Kunci(k.value): nama for k, nama in LABEL[KompetensiMansoskul].items()}
    urut = sorted(teknis.items(), key=lambda b: (b[1], b[0]))
    return {**sembilan, **{Kunci(teknis_id=pk): nama for pk, nama in urut}}


def people(sasaran: list[SasaranHcdp]) -> dict[tuple[Kunci, int], int]:
    """As the form begins."""
    return {(Kunci(s.kompetensi, s.teknis_id), s.tahun): s.orang for s in sasaran}


def hcdp_table_rows(hcdp: Hcdp, sasaran: list[SasaranHcdp]) -> list[dict[str, Any]]:
    """For who only reads: a row per competency."""
    isi = people(sasaran)
    tahun = range(hcdp.tahun_mulai, hcdp.tahun_selesai + 1)
    return [
        {"nama": nama, "sel": [(t, isi.get((kunci, t), 0)) for t in tahun]}
        for kunci, nama in competencies(hcdp, sasaran).items()
        if any((kunci, t) in isi for t in tahun)
    ]


def _per_year(hcdp: Hcdp, sasaran: list[SasaranHcdp]) -> list[dict[str, Any]]:
    return [
        {
            "tahun": t,
            "orang": kata.bilangan(sum(s.orang for s in sasaran if s.tahun == t)),
            "biaya": kata.rupiah(sum(s.biaya for s in sasaran if s.tahun == t)),
        }
        for t in range(hcdp.tahun_mulai, hcdp.tahun_selesai + 1)
    ]


daftarkan_menu("Pengembangan", "HCDP", f"{NAMA}_changelist", boleh=lambda w: w.instansi_penuh, urutan=43)
