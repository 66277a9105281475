"""The cycle of an instansi: prepare, check the data, open, extend, close. Each step its own page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.views import daftarkan_menu, dikirim, wewenang
from karier.admin.periksa import isi_periksa
from karier.admin.siklus_langkah import LangkahSiklus, ditetapkan, saat, url_langkah
from karier.forms.siklus import FormSiklus
from karier.services.pemeriksaan import periksa_data, periksa_siklus
from kinerja.enums import CaraPengumuman, JenisSiklus, StatusPenilaian, StatusSiklus
from kinerja.models import SiklusPenilaian
from kinerja.services.siklus import create_siklus
from pegawai.models import Pegawai


@admin.register(SiklusPenilaian)
class SiklusAdmin(LangkahSiklus):
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
            "penetapan": self.penetapan,
            "umumkan": self.umumkan,
            "tutup": self.tutup,
            "pasti": self.pasti,
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
        awal = {
            "tahun": tahun,
            "jenis": JenisSiklus.TAHUNAN,
            "pengumuman": CaraPengumuman.LANGSUNG,
            "batas_pengisian": date(tahun + 1, 1, 15),
            "batas_penilaian": date(tahun + 1, 1, 31),
        }
        form = FormSiklus(dikirim(request), pengguna=request.user, initial=awal)
        if request.method == "POST" and form.is_valid():
            siklus = self._coba(request, form, lambda isi: create_siklus(**isi, **saat(request)))
            if siklus is not None:
                return HttpResponseRedirect(url_langkah("periksa", siklus.pk))
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
        sudah = ditetapkan(siklus)
        semua = Pegawai.objects.of_instansi(siklus.instansi_id).count()
        url = reverse("admin:kinerja_penilaian_changelist")
        return [
            {
                "teks": "penilaian sudah ditetapkan",
                "jumlah": sudah,
                "url": f"{url}?tahun={siklus.tahun}&status__exact={StatusPenilaian.DITETAPKAN.value}",
                "kelas": "ok",
            },
            {"teks": "pegawai di instansi ini", "jumlah": semua, "url": "", "kelas": ""},
        ]

    def _aksi(self, request: HttpRequest, siklus: SiklusPenilaian) -> list[dict[str, Any]]:
        """What may be done now, the main step first."""
        if not (wewenang(request).mengelola and self.dikelola(request, siklus)):
            return [{"teks": "Periksa data", "url": url_langkah("periksa", siklus.pk)}]
        jalankan = f"{reverse('admin:karier_runevaluasi_jalankan')}?instansi={siklus.instansi_id}"
        periksa = ("Periksa data", url_langkah("periksa", siklus.pk))
        buka = [("Buka siklus", url_langkah("buka", siklus.pk))] if siklus.diperiksa_pada else []
        bersama = siklus.pengumuman == CaraPengumuman.BERSAMA
        penetapan = [("Mulai penetapan", url_langkah("penetapan", siklus.pk))] if bersama else []
        umumkan = [("Umumkan hasil", url_langkah("umumkan", siklus.pk))] if not siklus.diumumkan_pada else []
        langkah = {
            StatusSiklus.DISIAPKAN: [*buka, periksa],
            StatusSiklus.DIBUKA: [
                ("Jalankan perhitungan", jalankan),
                periksa,
                ("Perpanjang batas", url_langkah("perpanjang", siklus.pk)),
                *penetapan,
                ("Tutup siklus", url_langkah("tutup", siklus.pk)),
            ],
            StatusSiklus.PENETAPAN: [
                *umumkan,
                ("Tutup siklus", url_langkah("tutup", siklus.pk)),
                ("Jalankan perhitungan", jalankan),
                periksa,
                ("Perpanjang batas", url_langkah("perpanjang", siklus.pk)),
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
            _, hasil = periksa_siklus(siklus=siklus, per=per, **saat(request))
        else:
            hasil = periksa_data(siklus.instansi, per)
        berikut = None
        if boleh and siklus.status == StatusSiklus.DISIAPKAN:
            berikut = {"url": url_langkah("buka", pk), "teks": "Buka siklus"}
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
            "url_ulang": url_langkah("periksa", pk),
            "berikut": berikut,
            **isi_periksa(hasil, siklus.instansi),
        }
        return TemplateResponse(request, "admin/karier/periksa_data.html", isi)


daftarkan_menu(
    "Kinerja",
    "Siklus penilaian",
    "admin:kinerja_sikluspenilaian_changelist",
    boleh=lambda w: w.instansi_penuh,
    urutan=10,
)
