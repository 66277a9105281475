"""Own activities at the HR desk: the photograph beside the form, one after the other, or several at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import Tugas, daftarkan_antrean, daftarkan_menu, dikirim, isikan, wewenang
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.views.bukti import unduhan_bukti
from pelatihan.admin.kegiatan_banyak import TerimaBanyakKegiatan
from pelatihan.admin.kegiatan_isikan import NAMA, HalamanIsikanKegiatan
from pelatihan.admin.siasn_jp import HalamanEksporJp
from pelatihan.enums import StatusKegiatan
from pelatihan.forms.kegiatan import TERIMA, FormPeriksa
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan_baca import dengan_relasi, expected, open_proof, terbaca
from pelatihan.services.kegiatan_periksa import kembalikan_kegiatan, terima_kegiatan

_UCAPAN: Final = {
    TERIMA: "Kegiatan diterima; JP masuk ke catatan pegawai.",
    StatusKegiatan.FOTO_ULANG.value: "Foto ulang diminta. Pegawai membacanya di Beranda.",
    StatusKegiatan.DITOLAK.value: "Kegiatan ditolak dengan alasan. Pegawai membacanya di Catatan JP.",
}


@admin.register(KegiatanMandiri)
class KegiatanAdmin(
    TerimaBanyakKegiatan, HalamanIsikanKegiatan, HalamanEksporJp, CariLewatPegawai, AdminLihat
):
    """HR verifies; whoever entered an activity for somebody follows it here until it is confirmed."""

    list_display = ("pegawai", "nama", "bentuk", "jp_dilaporkan", "status_teks", "dikirim_pada")
    list_display_links = ("pegawai",)
    list_filter = ("status", "bentuk")
    list_select_related = ("pegawai", "pegawai__instansi", "pegawai__unit", "oleh", "bukti")
    sortable_by = ()
    ordering = ("dikirim_pada", "pk")
    actions = ("terima_banyak",)  # type: ignore[assignment]  # AdminLihat has none

    def has_module_permission(self, request: HttpRequest) -> bool:
        hak = wewenang(request)
        return super().has_module_permission(request) and (hak.mengelola or hak.membantu)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        nama = "pelatihan_kegiatanmandiri"
        return [
            path("isikan/<int:pegawai_id>/", lindungi(self.isikan), name=f"{nama}_isikan"),
            path("<int:pk>/konfirmasi/", lindungi(self.konfirmasi), name=f"{nama}_konfirmasi"),
            path("<int:pk>/kode/", lindungi(self.kode), name=f"{nama}_kode"),
            path("<int:pk>/bukti/<slug:mana>/", lindungi(require_safe(self.bukti)), name=f"{nama}_bukti"),
            *self.rute_ekspor(lindungi),
            *super().get_urls(),
        ]

    # -- list ---------------------------------------------------------------------------------------

    @admin.display(description="JP yang dilaporkan")
    def jp_dilaporkan(self, obj: KegiatanMandiri) -> int:
        return obj.jp_diklaim

    @admin.display(description="status")
    def status_teks(self, obj: KegiatanMandiri) -> str:
        k = terbaca(obj)
        return format_html('<span class="tanda {}">{}</span>', k.kelas, k.tanda)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        isi = {"teks_kosong": "Tidak ada laporan kegiatan."}
        return super().changelist_view(request, isi | (extra_context or {}))

    # -- one report ---------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """The proof and what was claimed; with the form for whoever may decide."""
        kegiatan = self._satu(request, object_id)
        boleh = self._boleh_putuskan(request, kegiatan)
        if request.method == "POST" and not boleh:
            # A second press finds it decided; everybody else has no form here.
            if not self.dikelola(request, kegiatan) or self.tentang_diri(request, kegiatan):
                raise Http404
            messages.info(request, "Laporan ini sudah tidak menunggu diperiksa.")
            return HttpResponseRedirect(request.path)
        form = FormPeriksa(dikirim(request), initial={"versi": kegiatan.versi}) if boleh else None
        if (
            request.method == "POST"
            and form is not None
            and form.is_valid()
            and _putuskan(request, form, kegiatan)
        ):
            return HttpResponseRedirect(self._berikut(request, kegiatan))
        if form is not None and form.is_bound:
            kegiatan = self._satu(request, object_id)
            isikan(form, versi=kegiatan.versi)
        self.catat_baca(request, kegiatan)
        return TemplateResponse(request, "admin/pelatihan/kegiatan.html", self._isi(request, kegiatan, form))

    def _satu(self, request: HttpRequest, object_id: str) -> KegiatanMandiri:
        obj = self.get_object(request, object_id)
        kegiatan: KegiatanMandiri = dengan_relasi(KegiatanMandiri.objects.filter(pk=obj.pk)).get()
        return kegiatan

    def _boleh_putuskan(self, request: HttpRequest, k: KegiatanMandiri) -> bool:
        milik = self.dikelola(request, k) and not self.tentang_diri(request, k)
        return milik and k.status == StatusKegiatan.MENUNGGU and k.oleh_id != request.user.pk

    def _isi(self, request: HttpRequest, k: KegiatanMandiri, form: FormPeriksa | None) -> dict[str, Any]:
        menunggu = k.status == StatusKegiatan.MENUNGGU
        return {
            **self.admin_site.each_context(request),
            "title": f"{k.nama}: {k.pegawai.nama_gelar}",
            "remah": [("Kegiatan pengembangan", reverse(f"{NAMA}_changelist")), (k.nama, "")],
            "k": terbaca(k),
            "pegawai": k.pegawai,
            "perkiraan": expected(k, at=timezone.now()) if menunggu else "",
            "form": form,
            "url_bukti": reverse(f"{NAMA}_bukti", args=[k.pk, "bukti"]),
            "url_kertas": reverse(f"{NAMA}_bukti", args=[k.pk, "kertas"]) if k.kertas_id else "",
            "diri": self.tentang_diri(request, k),
            "pengisi": menunggu and k.oleh_id == request.user.pk,
            "konfirmasi": self.url_konfirmasi(request, k),
            "kode": self.url_kode(request, k),
        }

    def _berikut(self, request: HttpRequest, k: KegiatanMandiri) -> str:
        """The next one that waits for this officer, else the list."""
        lain = KegiatanMandiri.objects.dikelola(request.user).filter(status=StatusKegiatan.MENUNGGU)
        lain = lain.exclude(pk=k.pk).exclude(oleh=request.user)
        if request.user.pegawai_id:  # type: ignore[union-attr]
            lain = lain.exclude(pegawai=request.user.pegawai_id)  # type: ignore[union-attr]
        pk = lain.order_by("dikirim_pada", "pk").values_list("pk", flat=True).first()
        return reverse(f"{NAMA}_change", args=[pk]) if pk else reverse(f"{NAMA}_changelist")

    def bukti(self, request: HttpRequest, pk: int, mana: str) -> HttpResponse:
        """The proof, or the signed sheet; the trail says who looked at it."""
        semua: QuerySet[Any] = self.get_queryset(request)
        try:
            bukti, isi = open_proof(
                kegiatan_id=pk, mana=mana, semua=semua, pengguna=request.user, kanal=KANAL
            )
        except TidakDitemukan as salah:
            raise Http404 from salah
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(reverse(f"{NAMA}_change", args=[pk]))
        return unduhan_bukti(bukti, isi)


def _putuskan(request: HttpRequest, form: FormPeriksa, k: KegiatanMandiri) -> bool:
    """One call of the service; a refusal stands in the form with all that was typed."""
    isi = form.cleaned_data
    sama: dict[str, Any] = {
        "kegiatan_id": k.pk,
        "versi": isi["versi"],
        "catatan": isi["catatan"],
        "actor": request.user,
        "at": timezone.now(),
        "kanal": KANAL,
    }
    try:
        if isi["putusan"] == TERIMA:
            terima_kegiatan(jp=isi["jp"], **sama)
        else:
            kembalikan_kegiatan(status=StatusKegiatan(isi["putusan"]), **sama)
    except Bentrok as salah:
        form.add_error(None, salah.kalimat)
        return False
    except DomainError as salah:
        form.add_error("jp" if salah.kode == "jp_bukan_sesi" else None, salah.kalimat)
        return False
    messages.success(request, f"{k.pegawai.nama_gelar}: {_UCAPAN[isi['putusan']]}")
    return True


@daftarkan_antrean(18)
def antrean_kegiatan(request: HttpRequest) -> Iterator[Tugas]:
    """Proofs that wait for HR."""
    if not wewenang(request).mengelola:
        return
    menunggu = KegiatanMandiri.objects.dikelola(request.user).filter(status=StatusKegiatan.MENUNGGU)
    url = f"{reverse(f'{NAMA}_changelist')}?status__exact={StatusKegiatan.MENUNGGU.value}"
    yield Tugas("Perlu tindakan Anda", "Sertifikat menunggu diperiksa", menunggu.count(), url, "", "perlu")


daftarkan_menu(
    "Pengembangan",
    "Kegiatan pengembangan",
    f"{NAMA}_changelist",
    boleh=lambda w: w.mengelola or w.membantu,
    urutan=60,
)
