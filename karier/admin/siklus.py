"""The cycle of an instansi: prepare, check the data, open, extend, close. Each step its own page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kata import bilangan, tanggal
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import daftarkan_menu, dikirim, wewenang
from karier.admin.periksa import isi_periksa
from karier.forms.siklus import FormPerpanjang, FormSiklus, FormTutup
from karier.services.pemeriksaan import periksa_data, periksa_siklus
from kinerja.enums import StatusPenilaian, StatusSiklus
from kinerja.models import Penilaian, SiklusPenilaian
from kinerja.services.siklus import close_siklus, create_siklus, extend_siklus, open_siklus
from pegawai.models import Pegawai


@admin.register(SiklusPenilaian)
class SiklusAdmin(AdminLihat):
    """Adding is a prefilled form; opening a row shows the cycle with what can be done next."""

    boleh_tambah = True
    perlu_instansi_penuh = True
    list_display = ("nama", "tahun", "instansi", "status", "batas_penilaian", "diperiksa_pada")
    list_filter = ("status", "tahun")
    list_select_related = ("instansi",)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        halaman = {
            "periksa": self.periksa,
            "buka": self.buka,
            "perpanjang": self.perpanjang,
            "tutup": self.tutup,
        }
        return [
            *(
                path(f"<int:pk>/{nama}/", lindungi(view), name=f"kinerja_siklus_{nama}")
                for nama, view in halaman.items()
            ),
            *super().get_urls(),
        ]

    # -- prepare and look -----------------------------------------------------------------------------

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        if not self.has_add_permission(request):
            raise Http404
        tahun = timezone.localdate().year
        awal = {"tahun": tahun, "batas_penilaian": date(tahun + 1, 1, 31)}
        form = FormSiklus(dikirim(request), pengguna=request.user, initial=awal)
        if request.method == "POST" and form.is_valid():
            siklus = self._coba(request, form, lambda isi: create_siklus(**isi, **_saat(request)))
            if siklus is not None:
                return HttpResponseRedirect(_url("periksa", siklus.pk))
        aksi = {
            "judul": "Buka siklus baru",
            "kalimat": "Isian sudah disiapkan. Berikutnya Anda memeriksa data sebelum siklus dibuka.",
            "teks": "Periksa data",
        }
        return self._halaman(
            request, aksi, form=form, balik=reverse("admin:kinerja_sikluspenilaian_changelist")
        )

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise Http404
        siklus = self.get_object(request, object_id)
        isi = {
            **self.admin_site.each_context(request),
            "title": siklus.nama,
            "remah": [
                ("Siklus penilaian", reverse("admin:kinerja_sikluspenilaian_changelist")),
                (siklus.nama, ""),
            ],
            "siklus": siklus,
            "status": siklus.get_status_display(),
            "ubin": self._ubin(siklus),
            "aksi": self._aksi(request, siklus),
        }
        return TemplateResponse(request, "admin/kinerja/siklus.html", isi)

    def _ubin(self, siklus: SiklusPenilaian) -> list[dict[str, Any]]:
        ditetapkan = _ditetapkan(siklus)
        semua = Pegawai.objects.of_instansi(siklus.instansi_id).count()
        url = reverse("admin:kinerja_penilaian_changelist")
        return [
            {
                "teks": "penilaian sudah ditetapkan",
                "jumlah": ditetapkan,
                "url": f"{url}?tahun={siklus.tahun}&status__exact={StatusPenilaian.DITETAPKAN.value}",
                "kelas": "ok",
            },
            {"teks": "pegawai di instansi ini", "jumlah": semua, "url": "", "kelas": ""},
        ]

    def _aksi(self, request: HttpRequest, siklus: SiklusPenilaian) -> list[dict[str, Any]]:
        """What may be done now, the main step first."""
        if not (wewenang(request).mengelola and self.dikelola(request, siklus)):
            return [{"teks": "Periksa data", "url": _url("periksa", siklus.pk)}]
        jalankan = f"{reverse('admin:karier_runevaluasi_jalankan')}?instansi={siklus.instansi_id}"
        periksa = ("Periksa data", _url("periksa", siklus.pk))
        buka = [("Buka siklus", _url("buka", siklus.pk))] if siklus.diperiksa_pada else []
        langkah = {
            StatusSiklus.DISIAPKAN: [*buka, periksa],
            StatusSiklus.DIBUKA: [
                ("Jalankan perhitungan", jalankan),
                periksa,
                ("Perpanjang batas", _url("perpanjang", siklus.pk)),
                ("Tutup siklus", _url("tutup", siklus.pk)),
            ],
            StatusSiklus.PENETAPAN: [
                ("Tutup siklus", _url("tutup", siklus.pk)),
                ("Jalankan perhitungan", jalankan),
                periksa,
                ("Perpanjang batas", _url("perpanjang", siklus.pk)),
            ],
            StatusSiklus.DITUTUP: [("Jalankan perhitungan", jalankan)],
        }
        return [{"teks": teks, "url": url} for teks, url in langkah[StatusSiklus(siklus.status)]]

    def periksa(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The data check; seeing it as HR is what opening asks for."""
        siklus = self.get_object(request, str(pk))
        boleh = wewenang(request).mengelola and self.dikelola(request, siklus)
        per = timezone.localdate()
        if boleh:
            _, hasil = periksa_siklus(siklus=siklus, per=per, **_saat(request))
        else:
            hasil = periksa_data(siklus.instansi, per)
        berikut = None
        if boleh and siklus.status == StatusSiklus.DISIAPKAN:
            berikut = {"url": _url("buka", pk), "teks": "Buka siklus"}
        elif boleh:
            url = f"{reverse('admin:karier_runevaluasi_jalankan')}?instansi={siklus.instansi_id}"
            berikut = {"url": url, "teks": "Jalankan perhitungan"}
        isi = {
            **self.admin_site.each_context(request),
            "title": "Periksa data",
            "judul_periksa": f"Periksa data: {siklus.nama}",
            "remah": [
                (siklus.nama, reverse("admin:kinerja_sikluspenilaian_change", args=[pk])),
                ("Periksa data", ""),
            ],
            "url_ulang": _url("periksa", pk),
            "berikut": berikut,
            **isi_periksa(hasil, siklus.instansi),
        }
        return TemplateResponse(request, "admin/karier/periksa_data.html", isi)

    # -- steps ------------------------------------------------------------------------------------------

    def buka(self, request: HttpRequest, pk: int) -> HttpResponse:
        siklus = self._dikelola_atau_404(request, pk)
        banyak = Pegawai.objects.of_instansi(siklus.instansi_id).count()
        aksi = {
            "judul": f"Buka {siklus.nama}?",
            "kalimat": f"Batas penilaian {tanggal(siklus.batas_penilaian)}. "
            "Sesudahnya atasan masih dapat menilai sampai Anda menutup siklus.",
            "teks": f"Ya, buka untuk {bilangan(banyak)} pegawai",
        }
        akibat = [
            "Setiap atasan penilai melihat daftar pegawainya di portal dan dapat mulai menilai.",
            "Predikat dihitung dari dua rating.",
            "Angka kredit dikonversi sesudah tahunnya berakhir; tetap draf sampai ditandatangani atasan.",
        ]
        halangan = (
            [] if siklus.diperiksa_pada else ["Data siklus ini belum diperiksa. Buka Periksa data dahulu."]
        )
        return self._langkah(
            request, siklus, aksi, forms.Form, lambda isi: open_siklus(siklus=siklus, **_saat(request)),
            "Siklus dibuka.", akibat=akibat, halangan=halangan,
        )  # fmt: skip

    def perpanjang(self, request: HttpRequest, pk: int) -> HttpResponse:
        siklus = self._dikelola_atau_404(request, pk)
        aksi = {
            "judul": f"Perpanjang batas {siklus.nama}?",
            "kalimat": f"Batas sekarang {tanggal(siklus.batas_penilaian)}.",
            "teks": "Perpanjang batas",
        }
        return self._langkah(
            request, siklus, aksi, FormPerpanjang,
            lambda isi: extend_siklus(siklus=siklus, **isi, **_saat(request)), "Batas diperpanjang.",
        )  # fmt: skip

    def tutup(self, request: HttpRequest, pk: int) -> HttpResponse:
        siklus = self._dikelola_atau_404(request, pk)
        aksi = {
            "judul": f"Tutup {siklus.nama}?",
            "kalimat": f"{_ditetapkan(siklus)} penilaian sudah ditetapkan.",
            "teks": "Ya, tutup siklus",
            "bahaya": True,
        }
        akibat = [
            "Penilaian yang belum ditetapkan tetap draf dan tidak dihitung.",
            "Siklus yang ditutup tidak dibuka lagi.",
        ]
        return self._langkah(
            request, siklus, aksi, FormTutup,
            lambda isi: close_siklus(siklus=siklus, **isi, **_saat(request)), "Siklus ditutup.",
            akibat=akibat,
        )  # fmt: skip

    # -- shared -------------------------------------------------------------------------------------------

    def _dikelola_atau_404(self, request: HttpRequest, pk: int) -> SiklusPenilaian:
        siklus: SiklusPenilaian = self.get_object(request, str(pk))
        if not (wewenang(request).mengelola and self.dikelola(request, siklus)):
            raise Http404
        return siklus

    def _langkah(
        self,
        request: HttpRequest,
        siklus: SiklusPenilaian,
        aksi: dict[str, Any],
        kelas_form: type[forms.Form],
        kerjakan: Callable[[dict[str, Any]], Any],
        pesan: str,
        **lain: Any,
    ) -> HttpResponse:
        """A confirm page and, after the press, one call of the service."""
        form = kelas_form(dikirim(request))
        balik = reverse("admin:kinerja_sikluspenilaian_change", args=[siklus.pk])
        if request.method == "POST" and form.is_valid() and self._coba(request, form, kerjakan) is not None:
            messages.success(request, pesan)
            return HttpResponseRedirect(balik)
        return self._halaman(request, aksi, form=form, balik=balik, **lain)

    def _coba(self, request: HttpRequest, form: forms.Form, kerjakan: Callable[[dict[str, Any]], Any]) -> Any:
        try:
            return kerjakan(form.cleaned_data)
        except DomainError as salah:
            form.add_error(None, f"{salah.pesan} {salah.tindakan}".strip())
            return None

    def _halaman(
        self, request: HttpRequest, aksi: dict[str, Any], *, form: forms.Form, balik: str, **lain: Any
    ) -> HttpResponse:
        isi = {
            **self.admin_site.each_context(request),
            "title": aksi["judul"],
            "remah": [
                ("Siklus penilaian", reverse("admin:kinerja_sikluspenilaian_changelist")),
                (aksi["judul"], ""),
            ],
            "aksi": aksi,
            "form": form,
            "url_balik": balik,
            **lain,
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)


def _ditetapkan(siklus: SiklusPenilaian) -> int:
    sah = Penilaian.objects.filter(tahun=siklus.tahun, status=StatusPenilaian.DITETAPKAN)
    return sah.filter(pegawai__instansi=siklus.instansi_id).count()


def _saat(request: HttpRequest) -> dict[str, Any]:
    return {"actor": request.user, "at": timezone.now()}


def _url(langkah: str, pk: int) -> str:
    return reverse(f"admin:kinerja_siklus_{langkah}", args=[pk])


daftarkan_menu(
    "Kinerja",
    "Siklus penilaian",
    "admin:kinerja_sikluspenilaian_changelist",
    boleh=lambda w: w.instansi_penuh,
    urutan=10,
)
