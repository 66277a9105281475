"""Dampak pelatihan: a question answered with its uncertainty, one class, and the year on one page.

Only numbers about groups: nobody is named, and groups below ten are told nothing about.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat
from asn_karier.lib.pdf import unduhan_pdf
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import bilangan, daftarkan_menu
from karier.forms.dampak import TAHUN, FormDampak
from karier.kamus.dampak import angka
from karier.services.dampak import Pertanyaan, compare_trained, latest_year, programs
from karier.services.dampak_angkatan import class_result
from karier.services.dampak_cetak import impact_pdf, impact_sheet, year_pdf, year_sheet
from karier.services.dampak_tahun import year_of_training
from pegawai.admin.lingkup import instansi_terpilih
from pegawai.models import Instansi
from pelatihan.admin.aksi_kelas import daftarkan_tautan_kelas
from pelatihan.enums import StatusAngkatan
from pelatihan.models import Angkatan

JUDUL: Final = "Dampak pelatihan"
_ASAL: Final = "admin:karier_dampak"


class HalamanDampak:
    """Mixed into the admin of runs."""

    admin_site: Any

    def urls_dampak(self) -> list[URLPattern]:
        def halaman(pandang: Any) -> Any:
            return self.admin_site.admin_view(require_safe(pandang))

        dasar = "dampak-pelatihan/"
        return [
            path(dasar, halaman(self.dampak), name="karier_dampak"),
            path(f"{dasar}unduh/", halaman(self.dampak_unduh), name="karier_dampak_unduh"),
            path(f"{dasar}tahun/", halaman(self.dampak_tahun), name="karier_dampak_tahun"),
            path(f"{dasar}tahun/unduh/", halaman(self.dampak_tahun_unduh), name="karier_dampak_tahun_unduh"),
            path(f"{dasar}angkatan/<int:pk>/", halaman(self.dampak_angkatan), name="karier_dampak_angkatan"),
        ]

    def dampak(self, request: HttpRequest) -> HttpResponse:
        """The question and its answer."""
        (instansi, semua), per = instansi_terpilih(request), timezone.localdate()
        form = _form(request, instansi, per)
        lembar = _jawab(form, instansi, per)
        konteks = {
            "form": form,
            "instansi": instansi,
            "pilihan": _pilihan(semua),
            "lembar": lembar,
            "url_unduh": f"{reverse('admin:karier_dampak_unduh')}?{request.GET.urlencode()}"
            if lembar
            else "",
            "url_tahun": f"{reverse('admin:karier_dampak_tahun')}?instansi={instansi.pk}",
        }
        return self._halaman_dampak(request, "dampak", JUDUL, konteks)

    def dampak_unduh(self, request: HttpRequest) -> HttpResponse:
        """The answer as one page of PDF; without a question there is none."""
        (instansi, _), per = instansi_terpilih(request), timezone.localdate()
        lembar = _jawab(_form(request, instansi, per), instansi, per)
        if lembar is None:
            raise Http404("Pilih pertanyaannya di halaman Dampak pelatihan, lalu unduh.")
        _catat(request, "dampak_pelatihan")
        return unduhan_pdf("dampak-pelatihan", impact_pdf(lembar))

    def dampak_tahun(self, request: HttpRequest) -> HttpResponse:
        """The year on one page."""
        (instansi, semua), per = instansi_terpilih(request), timezone.localdate()
        tahun = _tahun(request)
        lembar = year_sheet(year_of_training(instansi.pk, tahun, per=per), instansi=instansi, per=per)
        konteks = {
            "lembar": lembar,
            "instansi": instansi,
            "tahun": tahun,
            "pilihan_tahun": range(per.year, per.year - TAHUN, -1),
            "pilihan": _pilihan(semua),
            "url_unduh": f"{reverse('admin:karier_dampak_tahun_unduh')}?tahun={tahun}&instansi={instansi.pk}",
        }
        return self._halaman_dampak(request, "dampak_tahun", lembar["judul"], konteks)

    def dampak_tahun_unduh(self, request: HttpRequest) -> HttpResponse:
        (instansi, _), per = instansi_terpilih(request), timezone.localdate()
        tahun = _tahun(request)
        lembar = year_sheet(year_of_training(instansi.pk, tahun, per=per), instansi=instansi, per=per)
        _catat(request, "pelatihan_tahun")
        return unduhan_pdf(f"pelatihan-{tahun}", year_pdf(lembar))

    def dampak_angkatan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Level 4 of one class."""
        milik = Angkatan.objects.filter(instansi__in=Instansi.objects.visible_to(request.user))
        angkatan = milik.select_related("pelatihan").filter(pk=pk).first()
        if angkatan is None:
            raise Http404("Angkatan ini tidak ditemukan, atau berada di luar lingkup Anda.")
        hasil = class_result(angkatan, per=timezone.localdate())
        konteks = {"angkatan": angkatan, "hasil": hasil, "predikat": _predikat(hasil.predikat)}
        return self._halaman_dampak(request, "dampak_angkatan", f"Hasil sesudah {angkatan}", konteks)

    def _halaman_dampak(
        self, request: HttpRequest, templat: str, judul: str, isi: dict[str, Any]
    ) -> HttpResponse:
        remah = [(JUDUL, "")] if judul == JUDUL else [(JUDUL, reverse(_ASAL)), (judul, "")]
        konteks = {**self.admin_site.each_context(request), "title": judul, "remah": remah, **isi}
        return TemplateResponse(request, f"admin/karier/{templat}.html", konteks)


def _pilihan(semua: list[Instansi]) -> list[Instansi]:
    """Several to choose from; empty where there is one."""
    return semua if len(semua) > 1 else []


def _tahun(request: HttpRequest) -> int:
    kini = timezone.localdate().year
    tahun = bilangan(request.GET.get("tahun"), bawaan=kini) or kini
    return tahun if kini - TAHUN < tahun <= kini else kini


def _form(request: HttpRequest, instansi: Instansi, per: date) -> FormDampak:
    """Bound once something was chosen."""
    data = request.GET if "tentang" in request.GET else None
    return FormDampak(data, pelatihan=programs(instansi.pk), terakhir=latest_year(per))


def _jawab(form: FormDampak, instansi: Instansi, per: date) -> dict[str, Any] | None:
    if not form.is_valid():
        return None
    isi = form.cleaned_data
    tanya = Pertanyaan(instansi.pk, isi["tahun"], isi["ukuran"], form.pelatihan)
    return impact_sheet(tanya, compare_trained(tanya, per=per), tentang=form.nama, instansi=instansi, per=per)


def _predikat(b: Any) -> dict[str, str] | None:
    if b is None:
        return None
    return {"sebelum": angka(b.rata_pra), "sesudah": angka(b.rata_pasca), "beda": angka(b.kenaikan)}


def _catat(request: HttpRequest, apa: str) -> None:
    """Numbers leave one line in the trail, as every report of numbers does."""
    catat(
        pengguna=request.user, tindakan="unduh_rekap", subjek_jenis="laporan", subjek_id=None,
        kanal=KANAL, rincian={"laporan": apa},
    )  # fmt: skip


def _after_class(angkatan: Angkatan) -> tuple[str, str] | None:
    if angkatan.status != StatusAngkatan.SELESAI:
        return None
    return "Hasil sesudah kelas", reverse("admin:karier_dampak_angkatan", args=[angkatan.pk])


daftarkan_tautan_kelas("dampak", _after_class)
daftarkan_menu("Pengembangan", JUDUL, _ASAL, boleh=lambda w: w.instansi_penuh, urutan=80)
