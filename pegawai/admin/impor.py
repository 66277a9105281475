"""Import in the browser: upload, look at every row, apply. Works without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import (
    Halaman,
    Tugas,
    alamat,
    bilangan,
    daftarkan_antrean,
    daftarkan_menu,
    dikirim,
    wewenang,
)
from pegawai.admin.formulir import FormUnggah
from pegawai.admin.impor_berkas import BerkasImpor
from pegawai.admin.impor_isi import (
    KEGIATAN,
    URUTAN_TAB,
    bantuan_berkas,
    baris_tampil,
    baris_terbaca,
    isi_teks,
    isi_terhapus,
    jumlah_tab,
    penjelasan,
    ringkas,
    sebutan_baris,
    tab_terpilih,
    tombol,
)
from pegawai.admin.impor_kembali import PintuPembatalan
from pegawai.enums import StatusBaris, StatusImpor, TahapImpor
from pegawai.kamus import LABEL
from pegawai.models import Impor
from pegawai.services.impor import progress, request_apply, request_check, upload, withdraw
from pegawai.services.impor_pembaca import PEMBACA, boleh_membawa, pembaca_bagi
from pegawai.services.selisih import JENIS as JENIS_SELISIH

BARIS_SEHALAMAN: Final = 50


@admin.register(Impor)
class ImporAdmin(PintuPembatalan, BerkasImpor, AdminLihat):
    """The list of imports; adding is the upload page, opening one is its preview."""

    boleh_tambah = True
    perlu_instansi_penuh = True
    list_display = ("nama_berkas", "jenis_teks", "status", "dibuat_pada", "oleh", "isi")
    list_filter = ("status", "jenis")
    list_select_related = ("oleh",)
    ordering = ("-pk",)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Without what is only compared (admin.selisih)."""
        return super().get_queryset(request).exclude(jenis=JENIS_SELISIH)

    @admin.display(description="jenis")
    def jenis_teks(self, obj: Impor) -> str:
        return PEMBACA[obj.jenis].judul if obj.jenis in PEMBACA else obj.jenis

    @admin.display(description="isi")
    def isi(self, obj: Impor) -> str:
        return isi_teks(obj.ringkasan)

    def get_list_display(self, request: HttpRequest) -> Any:
        """The stored counts hold sensitive rows too."""
        return self.list_display if wewenang(request).mengelola else self.list_display[:-1]

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            *(
                path(f"<int:pk>/{v.__name__}/", lindungi(require_POST(v)), name=f"pegawai_impor_{v.__name__}")
                for v in (self.terapkan, self.batalkan, self.ulangi)
            ),
            *self.urls_berkas(),
            *self.urls_pembatalan(),
            *super().get_urls(),
        ]

    # -- upload -------------------------------------------------------------------------------------

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise Http404
        awal = {"jenis": request.GET.get("jenis")}
        form = FormUnggah(dikirim(request), request.FILES or None, initial=awal, pengguna=request.user)
        if request.method == "POST" and form.is_valid():
            impor = self._unggah(request, form)
            if impor is not None:
                return HttpResponseRedirect(reverse("admin:pegawai_impor_change", args=[impor.pk]))
        riwayat = list(self.get_queryset(request).select_related("oleh").order_by("-pk")[:10])
        dikelola = Impor.objects.dikelola(request.user).filter(pk__in=[i.pk for i in riwayat])
        milik = set(dikelola.values_list("pk", flat=True))
        isi = {
            **self.admin_site.each_context(request),
            "title": "Impor data",
            "form": form,
            **bantuan_berkas(pembaca_bagi(request.user)),
            "riwayat": [ringkas(i, khusus=i.pk in milik) for i in riwayat],
        }
        return TemplateResponse(request, "admin/pegawai/impor_unggah.html", isi)

    def _unggah(self, request: HttpRequest, form: FormUnggah) -> Impor | None:
        berkas = form.cleaned_data["berkas"]
        try:
            return upload(
                instansi=form.cleaned_data["instansi"],
                jenis=form.cleaned_data["jenis"],
                nama_berkas=berkas.name,
                isi=berkas,
                actor=request.user,
                at=timezone.now(),
            )
        except DomainError as salah:
            form.add_error("berkas", salah.kalimat)
            return None

    # -- preview ------------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise Http404
        impor = self.get_object(request, object_id)
        boleh = self._khusus(request, impor)
        if impor.rincian_dihapus_pada is not None:
            return self._terhapus(request, impor, boleh=boleh)
        berjalan = impor.tahap != TahapImpor.TIDAK_ADA
        dikerjakan, jumlah = progress(impor)
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Impor {impor.nama_berkas}",
            "remah": _remah(impor),
            "impor": ringkas(impor, khusus=boleh),
            "pesan_impor": impor.pesan,
            "sebutan": sebutan_baris(impor.jenis),
            "catatan": impor.ringkasan.get("catatan", []),
            "url_unggah": reverse("admin:pegawai_impor_add") if boleh else "",
            "berjalan": berjalan,
            "tersimpan": impor.status == StatusImpor.DITERAPKAN and not berjalan,
            "kegiatan": KEGIATAN.get(impor.tahap, "Memeriksa"),
            "selesai": dikerjakan,
            "jumlah": jumlah,
            "persen": min(100 * dikerjakan // jumlah, 100) if jumlah else 0,
            "segarkan": 3,
        }
        if not berjalan and impor.ringkasan.get("baru") is not None:
            isi |= self._isi_tab(request, impor)
        if boleh and not berjalan:
            isi |= tombol(impor)
        return TemplateResponse(request, "admin/pegawai/impor_pratinjau.html", isi)

    def _terhapus(self, request: HttpRequest, impor: Impor, *, boleh: bool) -> HttpResponse:
        """What stays of an import after its file and its rows were removed."""
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Impor {impor.nama_berkas}",
            "remah": _remah(impor),
            "impor": ringkas(impor, khusus=boleh),
            "url_unggah": reverse("admin:pegawai_impor_add") if boleh else "",
            **isi_terhapus(impor, khusus=boleh),
        }
        return TemplateResponse(request, "admin/pegawai/impor_terhapus.html", isi)

    def _isi_tab(self, request: HttpRequest, impor: Impor) -> dict[str, Any]:
        khusus = self._khusus(request, impor)
        jumlah = jumlah_tab(impor, khusus=khusus)
        kode = tab_terpilih(request, jumlah)
        sesudah = bilangan(request.GET.get("sesudah"), bawaan=0)
        daftar = baris_terbaca(impor, khusus=khusus).filter(tab=kode, pk__gt=sesudah).order_by("pk")
        baris = list(daftar[: BARIS_SEHALAMAN + 1])
        tampil = [baris_tampil(b, khusus=khusus) for b in baris[:BARIS_SEHALAMAN]]
        self.catat_daftar(request, baris[:BARIS_SEHALAMAN])
        lanjut = baris[BARIS_SEHALAMAN - 1].pk if len(baris) > BARIS_SEHALAMAN else None
        return {
            "tab": [
                {
                    "kode": s.value,
                    "teks": LABEL[StatusBaris][s],
                    "jumlah": jumlah.get(s.value, 0),
                    "url": alamat(request, tab=s.value),
                    "aktif": s == kode,
                }
                for s in URUTAN_TAB
            ],
            "baris": tampil,
            "ada_isi": any(b["perubahan"] or b["galat"] or b["ket"] for b in tampil),
            "penjelasan": penjelasan(kode, impor),
            "url_galat": reverse("admin:pegawai_impor_galat", args=[impor.pk])
            if jumlah.get("ditolak") and kode == StatusBaris.DITOLAK
            else "",
            "url_lengkapi": reverse("admin:pegawai_impor_lengkapi", args=[impor.pk])
            if khusus and kode == StatusBaris.DITOLAK and baris and hasattr(PEMBACA[impor.jenis], "lengkapi")
            else "",
            "halaman": Halaman(
                sebelum=alamat(request) if sesudah else "",
                berikut=f"{alamat(request, tab=kode.value)}&sesudah={lanjut}" if lanjut else "",
            ),
        }

    def _khusus(self, request: HttpRequest, impor: Impor) -> bool:
        """Whether the user is HR of the instansi: may apply, and read the sensitive sheets."""
        boleh = wewenang(request).mengelola and self.dikelola(request, impor)
        return boleh and boleh_membawa(impor.jenis, request.user)

    # -- wishes ---------------------------------------------------------------------------------------

    def terapkan(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._minta(request, pk, request_apply, "Penyimpanan berjalan di latar.")

    def batalkan(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._minta(request, pk, withdraw, "Impor dibatalkan. Tidak ada data yang berubah.")

    def ulangi(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._minta(request, pk, request_check, "Berkas diperiksa ulang.")

    def _minta(self, request: HttpRequest, pk: int, layanan: Any, pesan: str) -> HttpResponse:
        impor = self.get_object(request, str(pk))
        if not self._khusus(request, impor):
            raise Http404
        try:
            layanan(impor_id=impor.pk, actor=request.user, at=timezone.now())
            messages.success(request, pesan)
        except DomainError as salah:
            messages.error(request, salah.kalimat)
        return HttpResponseRedirect(reverse("admin:pegawai_impor_change", args=[pk]))


def _remah(impor: Impor) -> list[tuple[str, str]]:
    return [("Impor data", reverse("admin:pegawai_impor_add")), (impor.nama_berkas, "")]


@daftarkan_antrean(20)
def antrean_impor(request: HttpRequest) -> Iterator[Tugas]:
    """Checked files that wait for a look, and files that were refused."""
    if not (wewenang(request).instansi_penuh and wewenang(request).mengelola):
        return
    url = reverse("admin:pegawai_impor_changelist")
    impor = Impor.objects.visible_to(request.user).exclude(jenis=JENIS_SELISIH)
    for status, judul, kelas in (
        (StatusImpor.DIPERIKSA, "Impor menunggu disimpan", "perlu"),
        (StatusImpor.GAGAL, "Impor berhenti di tengah jalan", "salah"),
    ):
        yield Tugas(
            "Data pegawai",
            judul,
            impor.filter(status=status).count(),
            f"{url}?status__exact={status.value}",
            "",
            kelas,
        )


daftarkan_menu(
    "Pegawai", "Impor data", "admin:pegawai_impor_add", boleh=lambda w: w.instansi_penuh and w.mengelola
)
daftarkan_menu("Pegawai", "Riwayat impor", "admin:pegawai_impor_changelist", boleh=lambda w: w.instansi_penuh)
