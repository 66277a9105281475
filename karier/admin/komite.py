"""The committee of talent at the desk of HR: its letter and members, and the release of what it decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import Tugas, daftarkan_antrean, daftarkan_menu, dikirim, wewenang
from karier.admin.peta_talenta import HalamanPeta
from karier.admin.pewaris import HalamanPewaris
from karier.enums import PeranKomite
from karier.forms.talenta import FormAnggota, FormKomite
from karier.models import AnggotaKomite, KomiteTalenta, SidangTalenta
from karier.services.komite import create_committee, end_member, name_member
from karier.services.rilis import release_obstacle, release_session
from karier.services.rilis_baca import releasable, release_rows
from pegawai.models import Instansi

NAMA: Final = "admin:karier_komitetalenta"
JUDUL: Final = "Komite talenta"


@admin.register(KomiteTalenta)
class KomiteTalentaAdmin(HalamanPeta, HalamanPewaris, AdminLihat):
    """For HR of the whole instansi; an auditor reads the trail, not the committee's work."""

    hanya_dikelola = True
    perlu_mengelola = True
    perlu_instansi_penuh = True
    list_display = ("__str__", "instansi", "mulai", "sampai")
    list_select_related = ("instansi",)

    def get_urls(self) -> list[URLPattern]:
        lindungi, nama = self.admin_site.admin_view, "karier_komitetalenta"
        return [
            path("baru/", lindungi(self.baru), name=f"{nama}_baru"),
            path("<int:pk>/anggota/", lindungi(self.anggota), name=f"{nama}_anggota"),
            path("anggota/<int:pk>/akhiri/", lindungi(self.akhiri), name=f"{nama}_akhiri"),
            path("sidang/<int:pk>/rilis/", lindungi(self.rilis), name=f"{nama}_rilis"),
            *self.urls_peta(),
            *self.urls_pewaris(),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        alat = [
            {"teks": "Komite baru", "url": reverse(f"{NAMA}_baru")},
            {"teks": "Peta talenta", "url": reverse(f"{NAMA}_peta")},
        ]
        isi = {"alat": alat, "teks_kosong": "Belum ada komite talenta. Mulai dari Komite baru."}
        return super().changelist_view(request, {**isi, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Members and sessions of one committee."""
        komite = self._komite(request, object_id)
        if request.method == "POST":
            raise PermissionDenied("Anggota ditambah dan diakhiri dengan tombolnya sendiri.")
        isi = {
            **self.admin_site.each_context(request),
            "title": str(komite),
            "remah": [(JUDUL, reverse(f"{NAMA}_changelist")), (str(komite), "")],
            "komite": komite,
            "anggota": komite.anggota.select_related("pegawai", "penunjuk", "oleh"),
            "sidang": komite.sidang.select_related("unit"),
        }
        return TemplateResponse(request, "admin/karier/komite.html", isi)

    def baru(self, request: HttpRequest) -> HttpResponse:
        """A committee by its letter."""
        if not self.has_module_permission(request):
            raise Http404
        form = FormKomite(dikirim(request), pengguna=request.user)
        balik = reverse(f"{NAMA}_changelist")

        def kerja(isi: dict[str, Any]) -> str:
            return reverse(f"{NAMA}_change", args=[create_committee(**isi).pk])

        aksi = {
            "judul": "Komite baru",
            "kalimat": "Komite talenta menetapkan kotak pegawai; namanya ditetapkan dengan SK.",
            "teks": "Simpan komite",
        }
        return self._isian(request, form, aksi, kerja, [(JUDUL, balik), ("Komite baru", "")], balik)

    def anggota(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One more member."""
        komite = self._komite(request, str(pk))
        awal = {"mulai": max(timezone.localdate(), komite.mulai)}
        form = FormAnggota(dikirim(request), instansi_id=komite.instansi_id, initial=awal)
        balik = reverse(f"{NAMA}_change", args=[pk])

        def kerja(isi: dict[str, Any]) -> str:
            orang = isi.pop("nip")
            peran = PeranKomite(isi.pop("peran"))
            name_member(komite_id=pk, pegawai=orang, peran=peran, **isi)
            return balik

        aksi = {
            "judul": "Tunjuk anggota",
            "kalimat": f"{komite}. Anda tidak dapat menunjuk diri sendiri.",
            "teks": "Tunjuk anggota",
        }
        remah = [(JUDUL, reverse(f"{NAMA}_changelist")), (str(komite), balik), ("Tunjuk anggota", "")]
        return self._isian(request, form, aksi, kerja, remah, balik)

    def akhiri(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A duty ends; what was decided stays."""
        milik = AnggotaKomite.objects.filter(komite__in=KomiteTalenta.objects.dikelola(request.user))
        anggota = milik.select_related("pegawai", "komite").filter(pk=pk).first()
        if anggota is None or not self.has_module_permission(request):
            raise Http404
        balik = reverse(f"{NAMA}_change", args=[anggota.komite_id])
        if request.method == "POST":
            try:
                end_member(anggota_id=pk, actor=request.user, at=timezone.now(), hari=timezone.localdate())
                messages.success(request, f"Tugas {anggota.pegawai.nama_gelar} berakhir.")
            except DomainError as salah:
                messages.error(request, salah.kalimat)
            return HttpResponseRedirect(balik)
        isi = {
            **self.admin_site.each_context(request),
            "title": "Akhiri tugas anggota",
            "remah": [(JUDUL, reverse(f"{NAMA}_changelist")), (str(anggota.komite), balik), ("Akhiri", "")],
            "aksi": {
                "judul": f"Akhiri tugas {anggota.pegawai.nama_gelar}?",
                "kalimat": f"{anggota.get_peran_display()} pada {anggota.komite}.",
                "teks": "Ya, akhiri tugas",
            },
            "akibat": ["Penetapan yang sudah dibuatnya tetap tercatat."],
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)

    def rilis(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What waits to be released, with reasons and minutes; then *Rilis*."""
        milik = SidangTalenta.objects.filter(komite__instansi__in=Instansi.objects.dikelola(request.user))
        sidang = milik.select_related("komite__instansi", "run", "unit").filter(pk=pk).first()
        if sidang is None or not self.has_module_permission(request):
            raise Http404
        balik = reverse(f"{NAMA}_change", args=[sidang.komite_id])
        if request.method == "POST":
            try:
                rilis = release_session(sidang_id=pk, actor=request.user, at=timezone.now())
                messages.success(request, f"{len(rilis)} kotak dirilis dan terbaca oleh pegawainya.")
            except TidakDitemukan as salah:
                raise Http404 from salah
            except DomainError as salah:
                messages.error(request, salah.kalimat)
            return HttpResponseRedirect(balik)
        baris = release_rows(sidang, request.user)
        catat_baca(pengguna=request.user, pegawai_ids=[b.pegawai_id for b in baris], kanal=KANAL)
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Rilis {sidang}",
            "remah": [(JUDUL, reverse(f"{NAMA}_changelist")), (str(sidang.komite), balik), ("Rilis", "")],
            "sidang": sidang,
            "hadir": sidang.hadir.select_related("anggota__pegawai"),
            "baris": baris,
            "halangan": release_obstacle(sidang, request.user),
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/karier/rilis.html", isi)

    def _isian(
        self, request: HttpRequest, form: Any, aksi: dict[str, str], kerja: Any, remah: Any, balik: str
    ) -> HttpResponse:
        if request.method == "POST" and form.is_valid():
            try:
                tujuan = kerja({**form.cleaned_data, "actor": request.user, "at": timezone.now()})
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                messages.success(request, "Tersimpan.")
                return HttpResponseRedirect(tujuan)
        isi = {
            **self.admin_site.each_context(request),
            "title": aksi["judul"],
            "remah": remah,
            "aksi": aksi,
            "form": form,
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)

    def _komite(self, request: HttpRequest, object_id: str) -> KomiteTalenta:
        if not self.has_view_permission(request):
            raise Http404
        komite: KomiteTalenta = self.get_object(request, object_id)
        return komite


@daftarkan_antrean(17)
def antrean_rilis(request: HttpRequest) -> Iterator[Tugas]:
    """Boxes that this very official can release now."""
    if not (wewenang(request).mengelola and wewenang(request).instansi_penuh):
        return
    for sidang, banyak in releasable(request.user):
        url = reverse(f"{NAMA}_rilis", args=[sidang.pk])
        yield Tugas("Perlu tindakan Anda", f"Kotak menunggu rilis, {sidang}", banyak, url, "", "perlu")


daftarkan_menu(
    "Karier", JUDUL, f"{NAMA}_changelist", boleh=lambda w: w.mengelola and w.instansi_penuh, urutan=70
)
daftarkan_menu(
    "Karier", "Peta talenta", f"{NAMA}_peta", boleh=lambda w: w.mengelola and w.instansi_penuh, urutan=71
)
daftarkan_menu(
    "Karier", "Pewaris pengetahuan", f"{NAMA}_pewaris",
    boleh=lambda w: w.mengelola and w.instansi_penuh, urutan=72,
)  # fmt: skip
