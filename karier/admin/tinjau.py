"""The queue of *Minta ditinjau manusia*: who waits how long, and the answer that the person reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import Tugas, daftarkan_antrean, daftarkan_menu, dikirim, wewenang
from karier.enums import HasilTinjau, JenisPutusan, StatusTinjau
from karier.forms.tinjau import FormJawab
from karier.models import PermintaanTinjau
from karier.services.tinjau import jawab_tinjau
from karier.services.tinjau_baca import KELAS, as_text
from pegawai.admin.tenggat import KolomTenggat

NAMA: Final = "admin:karier_permintaantinjau"


@admin.register(PermintaanTinjau)
class TinjauAdmin(KolomTenggat, AdminLihat):
    """Answers are written here; no answer changes an outcome."""

    perlu_mengelola = True
    kelas_status = KELAS
    list_display = ("pegawai", "subjek", "status_teks", "batas")
    list_display_links = ("pegawai",)
    list_filter = ("status", "subjek")
    list_select_related = ("pegawai", "pegawai__instansi")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = "NIP atau nama"
    ordering = ("tenggat", "pk")

    def get_urls(self) -> list[URLPattern]:
        halaman = self.admin_site.admin_view
        return [
            path("<int:pk>/jawab/", halaman(self.jawab), name="karier_permintaantinjau_jawab"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        isi = {"teks_kosong": "Tidak ada permintaan peninjauan.", **(extra_context or {})}
        return super().changelist_view(request, isi)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """What was asked, what the person had read, the way to the outcome of now, and the answer."""
        permintaan = self.get_object(request, object_id)
        if request.method == "POST":
            raise PermissionDenied("Permintaan dijawab dengan tombol Jawab.")
        self.catat_baca(request, permintaan)
        return self._tampil(request, permintaan, FormJawab() if self._boleh(request, permintaan) else None)

    def jawab(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The answer; a form amiss comes back with what was typed."""
        permintaan = self.get_object(request, str(pk))
        if not self._dapat_menjawab(request, permintaan):
            raise Http404
        form = FormJawab(dikirim(request))
        if request.method == "POST" and form.is_valid() and _jawab(request, pk, form):
            messages.success(request, f"Permintaan nomor {pk} dijawab. Pegawai membacanya di portal.")
            return HttpResponseRedirect(reverse(f"{NAMA}_change", args=[pk]))
        return self._tampil(request, permintaan, form)

    def _boleh(self, request: HttpRequest, permintaan: PermintaanTinjau) -> bool:
        menunggu = permintaan.status == StatusTinjau.MENUNGGU
        return menunggu and self._dapat_menjawab(request, permintaan)

    def _dapat_menjawab(self, request: HttpRequest, permintaan: PermintaanTinjau) -> bool:
        return self.dikelola(request, permintaan) and not self.tentang_diri(request, permintaan)

    def _tampil(self, request: HttpRequest, permintaan: PermintaanTinjau, form: Any) -> HttpResponse:
        batas, kelas = self.jam(permintaan)
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Permintaan nomor {permintaan.pk}",
            "remah": [("Minta ditinjau", reverse(f"{NAMA}_changelist")), (f"Nomor {permintaan.pk}", "")],
            "permintaan": permintaan,
            "p": as_text(permintaan, permintaan.pegawai.instansi.zona_waktu),
            "batas": batas,
            "kelas_batas": kelas,
            "url_hasil": _url_hasil(permintaan),
            "url_jawab": reverse(f"{NAMA}_jawab", args=[permintaan.pk]),
            "diri": self.tentang_diri(request, permintaan),
            "form": form,
        }
        return TemplateResponse(request, "admin/karier/tinjau.html", isi)


def _jawab(request: HttpRequest, pk: int, form: FormJawab) -> bool:
    try:
        jawab_tinjau(
            permintaan_id=pk,
            hasil=HasilTinjau(form.cleaned_data["hasil"]),
            jawaban=form.cleaned_data["jawaban"],
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    return True


def _url_hasil(permintaan: PermintaanTinjau) -> str:
    """The sheet of the subject as it stands now; what is suggested to learn stands with the person."""
    if permintaan.subjek == JenisPutusan.KENAIKAN_PANGKAT:
        return reverse("karier:syarat_pegawai", args=[permintaan.pegawai_id])
    if permintaan.subjek in set(JenisPutusan):
        return reverse("karier:putusan_pegawai", args=[permintaan.pegawai_id, permintaan.subjek])
    return reverse("admin:pegawai_pegawai_change", args=[permintaan.pegawai_id])


@daftarkan_antrean(16)
def antrean_tinjau(request: HttpRequest) -> Iterator[Tugas]:
    """Requests that wait for an answer."""
    if not wewenang(request).mengelola:
        return
    menunggu = PermintaanTinjau.objects.dikelola(request.user).filter(status=StatusTinjau.MENUNGGU)
    url = f"{reverse(f'{NAMA}_changelist')}?status__exact={StatusTinjau.MENUNGGU.value}"
    lewat = menunggu.filter(tenggat__lte=timezone.now()).exists()
    ket = "Ada yang sudah lewat 3 × 24 jam." if lewat else ""
    kelas = "salah" if lewat else "perlu"
    yield Tugas(
        "Perlu tindakan Anda", "Minta ditinjau manusia menunggu jawaban", menunggu.count(), url, ket, kelas
    )


daftarkan_menu("Karier", "Minta ditinjau", f"{NAMA}_changelist", boleh=lambda w: w.mengelola)
