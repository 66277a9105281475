"""An activity entered for somebody without signal (flow 13), and the person's yes to it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import dikirim, wewenang
from pegawai.admin.konfirmasi import dua_jalan, kode_baru, sahkan
from pegawai.models import Pegawai
from pegawai.services.kode_konfirmasi import terbaca as kode_terbaca
from pegawai.services.profil import day_of
from pelatihan.enums import StatusKegiatan
from pelatihan.forms.kegiatan import FormKegiatan
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan import laporkan_kegiatan
from pelatihan.services.kegiatan_konfirmasi import (
    konfirmasi_dengan_kertas,
    konfirmasi_dengan_kode,
    terbitkan_kode,
)

NAMA = "admin:pelatihan_kegiatanmandiri"


class HalamanIsikanKegiatan:
    """Mixed into the admin of reports."""

    admin_site: Any
    get_object: Any
    dikelola: Any
    tentang_diri: Any

    def isikan(self, request: HttpRequest, pegawai_id: int) -> HttpResponse:
        """The form that the person would fill in; sending it asks for their confirmation."""
        pegawai = _yang_dibantu(request, pegawai_id)
        catat_baca(
            pengguna=request.user, pegawai_ids=[pegawai.pk], kanal=KANAL, keperluan="Mengisikan kegiatan"
        )
        form = FormKegiatan(
            dikirim(request), request.FILES or None, initial={"versi": 0},
            aturan=aturan_per(day_of(pegawai, timezone.now())),
        )  # fmt: skip
        if request.method == "POST" and form.is_valid():
            kegiatan = _kirim(request, form, pegawai)
            if kegiatan is not None:
                return HttpResponseRedirect(reverse(f"{NAMA}_konfirmasi", args=[kegiatan.pk]))
        isi = {
            "title": f"Kegiatan pengembangan: {pegawai}",
            "baris": "Kegiatan yang belum dilaporkan",
            "pegawai": pegawai,
            "form": form,
            "url_balik": reverse("admin:pegawai_usulanperubahan_isikanbaris", args=[pegawai.pk]),
        }
        return self._tampil(request, "admin/pegawai/isikan_isi.html", isi)

    def konfirmasi(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Type the code that the person reads out, or hand over the sheet that they signed."""
        kegiatan = self.get_object(request, str(pk))
        if not self.url_konfirmasi(request, kegiatan):
            return self._sudah_sah(request, kegiatan)
        kode, lembar, form = dua_jalan(request)
        if request.method == "POST" and form.is_valid() and _sahkan(request, pk, form):
            messages.success(request, "Kegiatan sah dan menunggu diperiksa.")
            return HttpResponseRedirect(reverse(f"{NAMA}_change", args=[pk]))
        isi = {
            **self._tentang(kegiatan),
            "title": f"Konfirmasi kegiatan nomor {pk}",
            "kode": kode,
            "lembar": lembar,
        }
        return self._tampil(request, "admin/pegawai/usulan_konfirmasi.html", isi)

    def _sudah_sah(self, request: HttpRequest, kegiatan: KegiatanMandiri) -> HttpResponse:
        """The second press after the yes; 404 for everything else."""
        if request.method != "POST" or kegiatan.oleh_id != request.user.pk:
            raise Http404
        messages.info(request, "Kegiatan ini sudah tidak menunggu konfirmasi.")
        return HttpResponseRedirect(reverse(f"{NAMA}_change", args=[kegiatan.pk]))

    def kode(self, request: HttpRequest, pk: int) -> HttpResponse:
        """For somebody on the phone: an officer says how they know who it is, then reads out the code."""
        kegiatan = self.get_object(request, str(pk))
        if not self.url_kode(request, kegiatan):
            raise Http404
        form, angka = kode_baru(request, terbitkan_kode, kegiatan_id=pk)
        isi = {
            **self._tentang(kegiatan),
            "title": f"Kode untuk kegiatan nomor {pk}",
            "form": form,
            "kode": kode_terbaca(angka),
        }
        return self._tampil(request, "admin/pegawai/usulan_kode.html", isi)

    def url_konfirmasi(self, request: HttpRequest, k: KegiatanMandiri) -> str:
        """For whoever entered it while the person has not said yes; empty for everybody else."""
        milik = k.oleh_id == request.user.pk and not self.tentang_diri(request, k)
        menunggu = k.status == StatusKegiatan.MENUNGGU_KONFIRMASI
        return reverse(f"{NAMA}_konfirmasi", args=[k.pk]) if milik and menunggu else ""

    def url_kode(self, request: HttpRequest, k: KegiatanMandiri) -> str:
        """For HR of the person who did not enter it."""
        lain = k.oleh_id != request.user.pk and self.dikelola(request, k)
        menunggu = k.status == StatusKegiatan.MENUNGGU_KONFIRMASI
        boleh = lain and menunggu and not self.tentang_diri(request, k)
        return reverse(f"{NAMA}_kode", args=[k.pk]) if boleh else ""

    def _tentang(self, k: KegiatanMandiri) -> dict[str, Any]:
        return {
            "pegawai": k.pegawai,
            "oleh": k.oleh,
            "apa": f"Kegiatan {k.nama}",
            "tempat": "Catatan JP",
            "url_lihat": reverse(f"{NAMA}_change", args=[k.pk]),
        }

    def _tampil(self, request: HttpRequest, templat: str, isi: dict[str, Any]) -> HttpResponse:
        remah = [("Kegiatan pengembangan", reverse(f"{NAMA}_changelist")), (str(isi["title"]), "")]
        return TemplateResponse(
            request, templat, {**self.admin_site.each_context(request), "remah": remah, **isi}
        )


def _yang_dibantu(request: HttpRequest, pegawai_id: int) -> Pegawai:
    if not wewenang(request).membantu:
        raise PermissionDenied("Halaman ini untuk operator unit dan pengelola kepegawaian.")
    semua = Pegawai.objects.dibantu(request.user).select_related("instansi", "unit")
    return get_object_or_404(semua, pk=pegawai_id)


def _kirim(request: HttpRequest, form: FormKegiatan, pegawai: Pegawai) -> KegiatanMandiri | None:
    try:
        return laporkan_kegiatan(
            pegawai_id=pegawai.pk,
            isi=form.isi,
            berkas=form.terlampir,
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except DomainError as salah:
        form.add_error("berkas" if salah.kode.startswith("bukti_") else None, salah.kalimat)
        return None


def _sahkan(request: HttpRequest, pk: int, form: Any) -> bool:
    return sahkan(
        request,
        form,
        dengan_kode=konfirmasi_dengan_kode,
        dengan_kertas=konfirmasi_dengan_kertas,
        kegiatan_id=pk,
    )
