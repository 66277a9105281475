"""Recommendations: a list, and one decision at a time on a page that asks for the reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import AdminLihat, ya_tidak
from asn_karier.lib.views import daftarkan_menu, dikirim, wewenang
from karier.admin.hasil import langkah_keputusan, sesudah_tmt
from karier.enums import JenisKeputusan, JenisRekomendasi, StatusRekomendasi
from karier.forms import FormKeputusan
from karier.kamus import LABEL, nama_golongan
from karier.models import KeputusanRekomendasi, Rekomendasi
from karier.reports import perkiraan_usulan
from karier.services.rekomendasi import PERALIHAN, putuskan_rekomendasi
from pegawai.admin.riwayat import InlineLihat
from pegawai.enums import KompetensiMansoskul
from pegawai.kamus import LABEL as LABEL_PEGAWAI
from pegawai.models import Pegawai

_JUDUL: Final = {
    JenisKeputusan.TETAPKAN: "Tetapkan {nama} sebagai usulan?",
    JenisKeputusan.TUNDA: "Tunda rekomendasi untuk {nama}?",
    JenisKeputusan.TOLAK: "Tolak rekomendasi untuk {nama}?",
    JenisKeputusan.URUNGKAN: "Urungkan keputusan untuk {nama}?",
}
_TEKS: Final = {
    JenisKeputusan.TETAPKAN: "Ya, tetapkan sebagai usulan",
    JenisKeputusan.TUNDA: "Ya, tunda",
    JenisKeputusan.TOLAK: "Ya, tolak dengan alasan",
    JenisKeputusan.URUNGKAN: "Ya, urungkan",
}
_KALIMAT: Final = {
    JenisKeputusan.TETAPKAN: "Pegawai melihatnya di portal. Nama Anda tercatat sebagai pengusul.",
    JenisKeputusan.TUNDA: "Rekomendasi tetap tersimpan dan dapat diputuskan kemudian.",
    JenisKeputusan.TOLAK: "Pegawai dapat membaca alasan penolakan di portal.",
    JenisKeputusan.URUNGKAN: "Rekomendasi kembali menunggu keputusan, atau gugur bila waktu pengusulannya "
    "sudah ditutup. Keputusan sebelumnya tetap tercatat.",
}


class KeputusanInline(InlineLihat):
    """Decisions are added by the service only; the rows stay as they are."""

    model = KeputusanRekomendasi
    verbose_name_plural = "keputusan"
    fields = ("jenis", "alasan", "oleh", "pada", "run")
    readonly_fields = fields
    show_change_link = False

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The reason may name a penalty: only HR of the person reads it."""
        boleh = obj is not None and Pegawai.objects.dikelola(request.user).filter(pk=obj.pegawai_id).exists()
        return self.fields if boleh else tuple(f for f in self.fields if f != "alasan")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("oleh", "run")


class SaringPeriode(admin.SimpleListFilter):
    """The periods that occur, newest first."""

    title = "periode"
    parameter_name = "periode"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        ada = model_admin.get_queryset(request).order_by("-periode").values_list("periode", flat=True)
        return [(f"{p:%Y-%m-%d}", kata.tanggal(p)) for p in ada.distinct()]

    def has_output(self) -> bool:
        return bool(self.lookup_choices) or self.value() is not None

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        pilihan = {nilai for nilai, _ in self.lookup_choices}
        if self.value() is None:
            return queryset
        return queryset.filter(periode=self.value()) if self.value() in pilihan else queryset.none()


class SaringLewatTmt(admin.SimpleListFilter):
    """Proposals whose TMT has passed without an SK: each holds back the next period."""

    BELUM: Final = "belum"
    title = "SK"
    parameter_name = "sk"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(self.BELUM, "Lewat TMT, SK belum tercatat")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        return queryset.lewat_tmt(timezone.localdate()) if self.value() == self.BELUM else queryset.none()


TINJAU: Final = ya_tidak("perlu_ditinjau", "peninjauan", "Perlu ditinjau ulang", "–")


@admin.register(Rekomendasi)
class RekomendasiAdmin(AdminLihat):
    """What waits for a named person; nothing takes effect without one."""

    list_display = ("pegawai", "jenis", "tujuan", "periode", "status", TINJAU, "perkiraan")
    list_filter = ("jenis", "status", "perlu_ditinjau", SaringLewatTmt, SaringPeriode)
    list_select_related = ("pegawai", "run_terakhir")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = "NIP atau nama"
    ordering = ("-periode", "pegawai__nama", "pk")
    fields = (
        "pegawai",
        "jenis",
        "tujuan",
        "periode",
        "status",
        "alasan_gugur",
        "perhitungan",
    )
    readonly_fields = (*fields, "tinjau", "sesudah_tmt", "perkiraan")
    inlines = (KeputusanInline,)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Without the lines that say nothing about this one."""
        if obj is None:
            return self.fields
        isi = {
            "alasan_gugur": obj.alasan_gugur,
            "tinjau": obj.perlu_ditinjau,
            "sesudah_tmt": sesudah_tmt(obj),
            "perkiraan": self._lampirkan([obj]),
        }
        return tuple(f for f in self.readonly_fields if isi.get(f, True))

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The estimates of one page of the list, in one query."""
        daftar = super().get_changelist_instance(request)
        self._lampirkan(daftar.result_list)
        return daftar

    def _lampirkan(self, baris: Iterable[Any]) -> bool:
        """Hang their estimates on the rows; True when there are any. Open ones only: auditors read too."""
        catatan = perkiraan_usulan(baris, boleh_khusus=False)
        for satu in baris:
            satu.perkiraan = " ".join(catatan.get(satu.pk, []))
        return any(catatan.values())

    @admin.display(description="perkiraan", empty_value="\N{EN DASH}")
    def perkiraan(self, obj: Any) -> str | None:
        return obj.perkiraan or None

    @admin.display(description="yang perlu dilakukan")
    def sesudah_tmt(self, obj: Rekomendasi) -> str:
        return sesudah_tmt(obj)

    @admin.display(description="peninjauan")
    def tinjau(self, obj: Rekomendasi) -> str:
        return "Perlu ditinjau ulang: perhitungan terakhir tidak lagi mendukung keputusan."

    @admin.display(description="perhitungan terakhir")
    def perhitungan(self, obj: Rekomendasi) -> str:
        url = reverse("admin:karier_runevaluasi_change", args=[obj.run_terakhir_id])
        return format_html('<a href="{}">{}</a>', url, obj.run_terakhir)

    @admin.display(description="tujuan")
    def tujuan(self, obj: Rekomendasi) -> str:
        if obj.jenis == JenisRekomendasi.KENAIKAN_PANGKAT:
            return nama_golongan(int(obj.sasaran))
        return LABEL_PEGAWAI[KompetensiMansoskul][KompetensiMansoskul(obj.sasaran)]

    def get_urls(self) -> list[URLPattern]:
        url = path(
            "<int:pk>/<slug:jenis>/putuskan/",
            self.admin_site.admin_view(self.putuskan),
            name="karier_rekomendasi_putuskan",
        )
        return [url, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        rekomendasi = self.get_object(request, object_id)
        alat: list[dict[str, Any]] = []
        if self._boleh(request, rekomendasi):
            alat = [{**langkah, "utama": True} for langkah in langkah_keputusan(rekomendasi, request)]
            run = rekomendasi.run_terakhir_id
            url = reverse("admin:karier_runevaluasi_orang", args=[run, rekomendasi.pegawai_id])
            alat.append({"teks": "Lihat semua syarat", "url": url})
        sasaran = f"{rekomendasi.get_jenis_display()}: {self.tujuan(rekomendasi)}"
        isi = {
            "alat": alat,
            "judul_baris": str(rekomendasi.pegawai),
            "subjudul": f"{sasaran}, {kata.tanggal(rekomendasi.periode)}.",
        }
        return super().change_view(request, object_id, form_url, {**isi, **(extra_context or {})})

    def putuskan(self, request: HttpRequest, pk: int, jenis: str) -> HttpResponse:
        """The confirm page and, after the press, one call of the service."""
        rekomendasi = self.get_object(request, str(pk))
        if jenis not in set(JenisKeputusan) or not self._boleh(request, rekomendasi):
            raise Http404
        putusan = JenisKeputusan(jenis)
        balik = reverse(
            "admin:karier_runevaluasi_orang", args=[rekomendasi.run_terakhir_id, rekomendasi.pegawai_id]
        )
        form = FormKeputusan(dikirim(request), jenis=putusan, initial={"versi": rekomendasi.versi})
        if request.method == "POST" and form.is_valid() and self._simpan(request, rekomendasi, putusan, form):
            messages.success(request, f"Keputusan tersimpan: {LABEL[JenisKeputusan][putusan]}.")
            return HttpResponseRedirect(balik)
        return self._halaman(request, rekomendasi, putusan, form, balik)

    def _simpan(
        self, request: HttpRequest, rekomendasi: Rekomendasi, putusan: JenisKeputusan, form: FormKeputusan
    ) -> bool:
        try:
            putuskan_rekomendasi(
                rekomendasi_id=rekomendasi.pk,
                jenis=putusan,
                alasan=form.cleaned_data["alasan"],
                actor=request.user,
                at=timezone.now(),
                versi=form.cleaned_data["versi"],
            )
        except DomainError as salah:
            form.add_error(None, f"{salah.pesan} {salah.tindakan}".strip())
            return False
        return True

    def _halaman(
        self,
        request: HttpRequest,
        rekomendasi: Rekomendasi,
        putusan: JenisKeputusan,
        form: FormKeputusan,
        balik: str,
    ) -> HttpResponse:
        nama = str(rekomendasi.pegawai)
        isi = {
            **self.admin_site.each_context(request),
            "title": _JUDUL[putusan].format(nama=nama),
            "remah": [
                ("Rekomendasi", reverse("admin:karier_rekomendasi_changelist")),
                (nama, balik),
                (LABEL[JenisKeputusan][putusan], ""),
            ],
            "aksi": {
                "judul": _JUDUL[putusan].format(nama=nama),
                "kalimat": _KALIMAT[putusan],
                "teks": _TEKS[putusan],
                "bahaya": putusan is JenisKeputusan.TOLAK,
            },
            "orang": {
                "nama": nama,
                "url": balik,
                "keterangan": f"{rekomendasi.get_jenis_display()}: {self.tujuan(rekomendasi)}, "
                f"{kata.tanggal(rekomendasi.periode)}. Sekarang: {rekomendasi.get_status_display()}.",
                "perhatian": self._perhatian(rekomendasi, putusan),
            },
            "form": form,
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/karier/rekomendasi_putuskan.html", isi)

    def _perhatian(self, rekomendasi: Rekomendasi, putusan: JenisKeputusan) -> list[str]:
        """What whoever decides has to know first."""
        bisa = (StatusRekomendasi(rekomendasi.status), putusan) in PERALIHAN
        tertutup = [] if bisa else ["Langkah ini tidak tersedia untuk keadaan sekarang."]
        catatan = perkiraan_usulan([rekomendasi], boleh_khusus=True)
        return [*tertutup, *catatan.get(rekomendasi.pk, [])]

    def _boleh(self, request: HttpRequest, rekomendasi: Rekomendasi) -> bool:
        return wewenang(request).mengelola and self.dikelola(request, rekomendasi)


daftarkan_menu("Karier", "Rekomendasi", "admin:karier_rekomendasi_changelist")
