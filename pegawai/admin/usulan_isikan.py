"""*Isikan untuk pegawai lain* (flow 13): for people without signal, confirmed by them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import dikirim, wewenang
from pegawai.admin.konfirmasi import dua_jalan, kode_baru, sahkan
from pegawai.enums import StatusUsulan
from pegawai.forms.usulan import FormUsulan
from pegawai.models import Pegawai, UsulanPerubahan
from pegawai.services.isikan import fillable
from pegawai.services.kode_konfirmasi import terbaca
from pegawai.services.usulan import ajukan_usulan
from pegawai.services.usulan_baca import beside_values
from pegawai.services.usulan_konfirmasi import (
    konfirmasi_dengan_kertas,
    konfirmasi_dengan_kode,
    terbitkan_kode,
)
from pegawai.services.usulan_pilih import choices
from pegawai.services.usulan_rekam import rekam

NAMA = "admin:pegawai_usulanperubahan"
#: So many people are offered; more means that the name is too short.
TERBANYAK = 20


class HalamanIsikan:
    """Mixed into the admin of requests."""

    admin_site: Any
    get_object: Any
    dikelola: Any
    catat_daftar: Any
    tentang_diri: Any

    def isikan(self, request: HttpRequest) -> HttpResponse:
        """Find the person, by NIP or name, inside the unit; who is found alone is chosen."""
        _pastikan_membantu(request)
        cari = request.GET.get("q", "").replace("\x00", "").strip()
        orang: list[Pegawai] = []
        if cari:
            cocok = Q(nip__startswith=cari.replace(" ", "")) if cari[0].isdigit() else Q(nama__icontains=cari)
            semua = Pegawai.objects.dibantu(request.user).filter(cocok).select_related("unit")
            orang = list(semua.order_by("nama", "pk")[:TERBANYAK])
            if len(orang) == 1:
                return HttpResponseRedirect(reverse(f"{NAMA}_isikanbaris", args=[orang[0].pk]))
            self._catat(request, orang, "lihat_daftar")
        isi = {
            "title": "Isikan untuk pegawai lain",
            "cari": cari,
            "orang": [(p, reverse(f"{NAMA}_isikanbaris", args=[p.pk])) for p in orang],
            "penuh": len(orang) == TERBANYAK,
        }
        return self._tampil(request, "admin/pegawai/isikan.html", isi)

    def isikan_baris(self, request: HttpRequest, pegawai_id: int) -> HttpResponse:
        """Choose what to fill in; sensitive kinds are asked about by the person alone."""
        pegawai = _yang_dibantu(request, pegawai_id)
        self._catat(request, [pegawai], "lihat")
        lain = fillable(pegawai, actor=request.user, at=timezone.now())
        kelompok = lain + choices(
            pegawai,
            usul=beside_values(pegawai, at=timezone.now()),
            alamat=lambda kode, pk: reverse(f"{NAMA}_isikanisi", args=[pegawai.pk, kode, pk]),
            khusus=False,
        )
        isi = {"title": f"Isikan untuk {pegawai}", "pegawai": pegawai, "kelompok": kelompok}
        return self._tampil(request, "admin/pegawai/isikan_baris.html", isi)

    def isikan_isi(self, request: HttpRequest, pegawai_id: int, kode: str, objek_id: int) -> HttpResponse:
        """The form that the person would fill in; sending it asks for their confirmation."""
        pegawai = _yang_dibantu(request, pegawai_id)
        try:
            r = rekam(kode)
            objek = r.ambil(pegawai, objek_id)
        except TidakDitemukan as salah:
            raise Http404 from salah
        if r.khusus:
            raise Http404
        self._catat(request, [pegawai], "lihat")
        kini = r.kini(pegawai, objek)
        form = FormUsulan(
            dikirim(request), request.FILES or None, rekam=r, pegawai=pegawai, objek=objek, kini=kini
        )
        if request.method == "POST" and form.is_valid():
            usulan = _kirim(request, form, pegawai, kode, objek_id)
            if usulan is not None:
                return HttpResponseRedirect(reverse(f"{NAMA}_konfirmasi", args=[usulan.pk]))
        isi = {
            "title": f"{r.judul}: {pegawai}",
            "baris": r.baris(objek) if objek is not None else r.tambah,
            "pegawai": pegawai,
            "form": form,
            "url_balik": reverse(f"{NAMA}_isikanbaris", args=[pegawai.pk]),
        }
        return self._tampil(request, "admin/pegawai/isikan_isi.html", isi)

    def konfirmasi(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Type the code that the person reads out, or hand over the sheet that they signed."""
        usulan = self.get_object(request, str(pk))
        if not self.url_konfirmasi(request, usulan):
            raise Http404
        kode, lembar, form = dua_jalan(request)
        if request.method == "POST" and form.is_valid() and _sahkan(request, pk, form):
            messages.success(request, f"Usul nomor {pk} sah dan menunggu pemeriksaan.")
            return HttpResponseRedirect(reverse(f"{NAMA}_change", args=[pk]))
        isi = {
            **self._tentang(usulan),
            "title": f"Konfirmasi usul nomor {pk}",
            "kode": kode,
            "lembar": lembar,
        }
        return self._tampil(request, "admin/pegawai/usulan_konfirmasi.html", isi)

    def kode(self, request: HttpRequest, pk: int) -> HttpResponse:
        """For somebody on the phone: an officer says how they know who it is, then reads out the code."""
        usulan = self.get_object(request, str(pk))
        if not self.url_kode(request, usulan):
            raise Http404
        form, angka = kode_baru(request, terbitkan_kode, usulan_id=pk)
        isi = {
            **self._tentang(usulan),
            "title": f"Kode untuk usul nomor {pk}",
            "form": form,
            "kode": terbaca(angka),
        }
        return self._tampil(request, "admin/pegawai/usulan_kode.html", isi)

    def url_konfirmasi(self, request: HttpRequest, usulan: UsulanPerubahan) -> str:
        """For whoever entered it while the person has not said yes; empty for everybody else."""
        milik = usulan.oleh_id == request.user.pk and not self.tentang_diri(request, usulan)
        menunggu = usulan.status == StatusUsulan.MENUNGGU_KONFIRMASI
        return reverse(f"{NAMA}_konfirmasi", args=[usulan.pk]) if milik and menunggu else ""

    def url_kode(self, request: HttpRequest, usulan: UsulanPerubahan) -> str:
        """For HR of the person who did not enter it."""
        lain = usulan.oleh_id != request.user.pk and self.dikelola(request, usulan)
        menunggu = usulan.status == StatusUsulan.MENUNGGU_KONFIRMASI
        return reverse(f"{NAMA}_kode", args=[usulan.pk]) if lain and menunggu else ""

    def _tentang(self, usulan: UsulanPerubahan) -> dict[str, Any]:
        """What the pages of a confirmation say of it."""
        return {
            "pegawai": usulan.pegawai,
            "oleh": usulan.oleh,
            "apa": f"Usul nomor {usulan.pk}",
            "tempat": "Usul saya",
            "url_lihat": reverse(f"{NAMA}_change", args=[usulan.pk]),
        }

    def _catat(self, request: HttpRequest, orang: list[Pegawai], tindakan: str) -> None:
        pengguna: Any = request.user
        catat_baca(
            pengguna=pengguna,
            pegawai_ids=[p.pk for p in orang],
            kanal=KANAL,
            tindakan=tindakan,
            keperluan="Mengisikan usul perbaikan data",
        )

    def _tampil(self, request: HttpRequest, templat: str, isi: dict[str, Any]) -> HttpResponse:
        remah = [("Usul perbaikan data", reverse(f"{NAMA}_changelist")), (str(isi["title"]), "")]
        konteks = {**self.admin_site.each_context(request), "remah": remah, **isi}
        return TemplateResponse(request, templat, konteks)


def _pastikan_membantu(request: HttpRequest) -> None:
    if not wewenang(request).membantu:
        raise PermissionDenied("Halaman ini untuk operator unit dan pengelola kepegawaian.")


def _yang_dibantu(request: HttpRequest, pegawai_id: int) -> Pegawai:
    _pastikan_membantu(request)
    semua = Pegawai.objects.dibantu(request.user).select_related("instansi", "unit", "atasan")
    return get_object_or_404(semua, pk=pegawai_id)


def _kirim(
    request: HttpRequest, form: FormUsulan, pegawai: Pegawai, kode: str, objek_id: int
) -> UsulanPerubahan | None:
    try:
        return ajukan_usulan(
            pegawai_id=pegawai.pk,
            kode=kode,
            objek_id=objek_id,
            usul=form.usul,
            alasan=form.cleaned_data["alasan"],
            berkas=form.terlampir,
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return None


def _sahkan(request: HttpRequest, pk: int, form: Any) -> bool:
    return sahkan(
        request,
        form,
        dengan_kode=konfirmasi_dengan_kode,
        dengan_kertas=konfirmasi_dengan_kertas,
        usulan_id=pk,
    )
