"""Jenjang karier at the desk: HR curates the steps, starting from what names and records tell; the queues."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.situs import KANAL, AdminBerlingkup, ya_tidak
from asn_karier.lib.situs.usang import SIDIK
from asn_karier.lib.views import bilangan, daftarkan_menu, wewenang
from karier.kamus.sasaran import kalimat_banyak
from karier.models import LangkahKarier
from karier.services.antrean_terbuka import Calon, queue_of, queued_posts
from karier.services.langkah_karier import derive_steps, save_step
from pegawai.admin.lingkup import instansi_dikelola
from pegawai.admin.wewenang import IsiInstansi
from pegawai.models import Instansi, Jabatan, Pegawai
from pegawai.services.profil import moment_text

_DAFTAR: Final = "admin:karier_langkahkarier_changelist"
_ANTREAN: Final = "admin:karier_langkahkarier_antrean"
#: So many names stand on one page; the order says who comes first.
NAMA_TERBANYAK: Final = 200


@admin.register(LangkahKarier)
class LangkahKarierAdmin(IsiInstansi, AdminBerlingkup):
    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    list_display = (
        "dari",
        "ke",
        "jenis",
        "sumber",
        ya_tidak("dipakai", "keadaan", "Dipakai", "Tidak dipakai"),
    )
    list_filter = ("jenis", "dipakai")
    list_select_related = ("dari", "ke")
    search_fields = ("dari__nama", "ke__nama")
    search_help_text = "Nama jabatan"
    autocomplete_fields: ClassVar[Any] = ("dari", "ke")
    fields = ("instansi", "dari", "ke", "jenis", "kriteria", "bulan", "dipakai")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("instansi", "dari", "ke") if obj is not None else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Saying the same again, as a second press does, is no change."""
        if change and not set(form.changed_data) - {SIDIK}:
            return
        save_step(langkah=obj, actor=request.user, kanal=KANAL)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("susun/", lindungi(self.susun), name="karier_langkahkarier_susun"),
            path("antrean/", lindungi(self.antrean), name="karier_langkahkarier_antrean"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        alat = [{"teks": "Antrean terbuka", "url": reverse(_ANTREAN)}] if wewenang(request).mengelola else []
        if wewenang(request).mengelola:
            alat.insert(0, {"teks": "Susun dari data", "url": reverse("admin:karier_langkahkarier_susun")})
        kosong = "Belum ada langkah. Susun dari data, lalu lengkapi kriterianya."
        return super().changelist_view(
            request, {"alat": alat, "teks_kosong": kosong, **(extra_context or {})}
        )

    def susun(self, request: HttpRequest) -> HttpResponse:
        """Ask once, then add what names and records tell; what HR wrote stays."""
        instansi = _managed(request)
        if request.method == "POST":
            banyak = derive_steps(instansi=instansi, actor=request.user, kanal=KANAL)
            pesan = (
                f"{banyak} langkah ditambahkan."
                if banyak
                else "Tidak ada langkah baru; yang ada sudah lengkap."
            )
            messages.success(request, pesan)
            return HttpResponseRedirect(reverse(_DAFTAR))
        return self._halaman(request, "jalur_susun", "Susun jenjang karier dari data", {"instansi": instansi})

    def antrean(self, request: HttpRequest) -> HttpResponse:
        """One queue with the names of people whom the reader keeps as HR."""
        instansi, hari = _managed(request), timezone.localdate()
        teks = request.GET.get("q", "").replace("\x00", "").strip()[:100]
        pilihan = queued_posts(instansi.pk, teks)
        jabatan = pilihan.filter(pk=bilangan(request.GET.get("jabatan")) or 0).first()
        isi: dict[str, Any] = {
            "instansi": instansi,
            "daftar": list(pilihan[:NAMA_TERBANYAK]),
            "cari": {"nama": "q", "judul": "Nama jabatan", "nilai": teks},
        }
        if jabatan is not None:
            isi |= self._isi_antrean(request, instansi, jabatan, hari)
        return self._halaman(request, "antrean", "Antrean terbuka", isi)

    def _isi_antrean(
        self, request: HttpRequest, instansi: Instansi, jabatan: Jabatan, hari: Any
    ) -> dict[str, Any]:
        a, calon = queue_of(instansi_id=instansi.pk, jabatan=jabatan, per=hari)
        orang = _names(request, calon[:NAMA_TERBANYAK])
        catat_baca(
            pengguna=request.user, pegawai_ids=[o["pk"] for o in orang], kanal=KANAL, keperluan="Antrean"
        )
        # Whoever reads every name below may read how many they are.
        banyak = len(calon) if wewenang(request).instansi_penuh else a.memenuhi
        return {
            "antrean": a,
            "memenuhi": kalimat_banyak(banyak, "pegawai"),
            "dihitung": moment_text(a.run.selesai_pada, instansi.zona_waktu)
            if a.run and a.run.selesai_pada
            else "",
            "orang": orang,
            "lebih": len(calon) > NAMA_TERBANYAK,
        }

    def _halaman(self, request: HttpRequest, templat: str, judul: str, isi: dict[str, Any]) -> HttpResponse:
        remah = [("Jenjang karier", reverse(_DAFTAR)), (judul, "")]
        konteks = {**self.admin_site.each_context(request), "title": judul, "remah": remah, **isi}
        return TemplateResponse(request, f"admin/karier/{templat}.html", konteks)


def _managed(request: HttpRequest) -> Instansi:
    """The government that the reader keeps as HR; an auditor finds none."""
    if not wewenang(request).mengelola:
        raise Http404("Halaman ini untuk pengelola kepegawaian.")
    return instansi_dikelola(request)[0]


def _names(request: HttpRequest, calon: list[Calon]) -> list[dict[str, Any]]:
    """Whoever of them the reader keeps, never the reader; in the order of the queue."""
    ids = [c.pegawai_id for c in calon if c.pegawai_id != request.user.pegawai_id]  # type: ignore[union-attr]
    orang = {o.pk: o for o in Pegawai.objects.dikelola(request.user).filter(pk__in=ids)}
    return [
        {
            "pk": c.pegawai_id,
            "nama": orang[c.pegawai_id].nama_gelar,
            "nip": orang[c.pegawai_id].nip,
            "unit": c.unit,
            "sejak": c.sejak,
            "url": reverse("admin:pegawai_pegawai_change", args=[c.pegawai_id]),
        }
        for c in calon
        if c.pegawai_id in orang
    ]


daftarkan_menu("Karier", "Jenjang karier", _DAFTAR, boleh=lambda w: w.instansi_penuh, urutan=70)
daftarkan_menu(
    "Karier", "Antrean terbuka", _ANTREAN, boleh=lambda w: w.instansi_penuh and w.mengelola, urutan=72
)
