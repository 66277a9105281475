"""A plan filled in for somebody without signal (flow 13): typed or brought as a sheet, then their yes."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakBoleh
from asn_karier.lib.export import unduhan
from asn_karier.lib.pdf import unduhan_pdf
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import bilangan, dikirim, wewenang
from karier.enums import StatusKiriman
from karier.forms.rencana import FormButirTitipan, FormLembar, FormPilih, initial_of
from karier.models import KirimanRencana, RencanaPengembangan
from karier.rules.beda_rencana import Baris
from karier.services.rencana_gabung import Pratinjau, preview
from karier.services.rencana_isi import as_row
from karier.services.rencana_isikan import bring_in, confirm_by_code, confirm_by_paper, issue_code, open_plan
from karier.services.rencana_kertas import blank_sheet, plan_paper, take_along
from karier.services.rencana_luring import Lembar, read_code, read_sheet, sheet_code
from karier.services.rencana_sumber import rows_of, text_of
from karier.views.rencana_luring import opened, preview_context
from pegawai.admin.konfirmasi import dua_jalan, kode_baru, sahkan
from pegawai.services.kode_konfirmasi import terbaca as kode_terbaca

NAMA: Final = "admin:karier_rencanapengembangan"
#: Empty rows for new items.
BARU: Final = (0, -1)


class HalamanIsikanRencana:
    """Mixed into the admin of plans."""

    admin_site: Any

    def urls_isikan(self) -> list[URLPattern]:
        lindungi, nama = self.admin_site.admin_view, "karier_rencanapengembangan"
        orang = "isikan/<int:pegawai_id>/<int:tahun>/"
        return [
            path(orang, lindungi(self.isikan), name=f"{nama}_isikan"),
            path(f"{orang}lembar/", lindungi(self.lembar), name=f"{nama}_lembar"),
            path(f"{orang}unduh/<slug:bentuk>/", lindungi(self.unduh), name=f"{nama}_unduh"),
            path("isian/<int:pk>/konfirmasi/", lindungi(self.konfirmasi), name=f"{nama}_konfirmasi"),
            path("isian/<int:pk>/kode/", lindungi(self.kode), name=f"{nama}_kode"),
        ]

    def isikan(self, request: HttpRequest, pegawai_id: int, tahun: int) -> HttpResponse:
        """The items to type in; what waits for the person leads to the confirmation."""
        r = _plan(request, pegawai_id, tahun)
        menunggu = r.kiriman.filter(status=StatusKiriman.MENUNGGU, oleh=request.user.pk).first()
        if menunggu is not None:
            return _ke_konfirmasi(menunggu.pk)
        baris = rows_of(r)
        forms = [FormButirTitipan(dikirim(request), nomor=b.nomor, initial=initial_of(b)) for b in baris]
        forms += [FormButirTitipan(dikirim(request), nomor=n) for n in BARU]
        salah: list[str] = []
        if request.method == "POST":
            salah = self._ketik(request, r, forms)
            if not salah:
                return _ke_konfirmasi(_terakhir(request, r))
        isi = {
            "title": f"{r}: {r.pegawai.nama_gelar}", "r": r, "forms": forms, "salah": salah,
            "kode_lembar": sheet_code(r), "lembar": FormLembar(),
            "url_lembar": reverse(f"{NAMA}_lembar", args=[pegawai_id, tahun]),
            "url_xlsx": reverse(f"{NAMA}_unduh", args=[pegawai_id, tahun, "xlsx"]),
            "url_pdf": reverse(f"{NAMA}_unduh", args=[pegawai_id, tahun, "pdf"]),
            "url_balik": reverse("admin:pegawai_usulanperubahan_isikanbaris", args=[pegawai_id]),
        }  # fmt: skip
        return self._tampil(request, "admin/karier/rencana_isikan.html", isi)

    def _ketik(
        self, request: HttpRequest, r: RencanaPengembangan, forms: list[FormButirTitipan]
    ) -> list[str]:
        """What was typed waits for the person; else what is amiss."""
        # Every form is asked, so that one press tells everything that is amiss.
        if sum(not f.is_valid() for f in forms):
            return [str(s) for f in forms for semua in f.errors.values() for s in semua]
        versi = bilangan(request.POST.get("versi"))
        if versi != r.versi:
            return ["Rencana ini berubah sejak Anda membukanya. Muat ulang, lalu isikan lagi."]
        lembar = _typed(r, forms)
        if not lembar.dihapus and lembar.baris == text_of(r):
            return ["Belum ada yang berubah. Ketik perubahan yang diminta pegawai."]
        try:
            take_along(rencana=r, **_me(request))
            bring_in(rencana_id=r.pk, lembar=lembar, pilihan={}, versi=versi, **_me(request))
        except DomainError as salah:
            return [salah.kalimat]
        return []

    def lembar(self, request: HttpRequest, pegawai_id: int, tahun: int) -> HttpResponse:
        """A sheet that the person wrote on: read, looked at, kept until they say yes."""
        r = _plan(request, pegawai_id, tahun)
        form = FormLembar(dikirim(request), request.FILES or None)
        lembar = opened(request) if "lembar" in request.POST else None
        try:
            if lembar is not None:
                return self._titip(request, r, lembar)
            if request.method == "POST" and form.is_valid():
                berkas = form.cleaned_data["berkas"]
                lembar = read_sheet(berkas=berkas.file, nama=berkas.name)
                return self._tinjau(request, r, lembar, preview(r, lembar))
        except DomainError as salah:
            form = FormLembar({}, request.FILES or None)
            form.is_valid()
            form.errors["berkas"] = form.error_class([salah.kalimat])
        isi = {"title": f"Lembar {r}: {r.pegawai.nama_gelar}", "form": form, "url_balik": _url(r)}
        return self._tampil(request, "admin/karier/rencana_lembar.html", isi)

    def _titip(self, request: HttpRequest, r: RencanaPengembangan, lembar: Lembar) -> HttpResponse:
        lihat = preview(r, lembar)
        form = FormPilih(request.POST, konflik=lihat.gabungan.konflik)
        if not form.is_valid():
            return self._tinjau(request, r, lembar, lihat, form)
        versi = bilangan(request.POST.get("versi"))
        kiriman = bring_in(rencana_id=r.pk, lembar=lembar, pilihan=form.pilihan, versi=versi, **_me(request))
        return _ke_konfirmasi(kiriman.pk)

    def _tinjau(
        self,
        request: HttpRequest,
        r: RencanaPengembangan,
        lembar: Lembar,
        lihat: Pratinjau,
        form: FormPilih | None = None,
    ) -> HttpResponse:
        isi = {
            "title": f"Tinjau lembar {r}: {r.pegawai.nama_gelar}",
            "url_balik": _url(r),
            **preview_context(request, lembar, lihat, form),
        }
        return self._tampil(request, "admin/karier/rencana_gabung.html", isi)

    def unduh(self, request: HttpRequest, pegawai_id: int, tahun: int, bentuk: str) -> Any:
        """The sheet or the paper, for somebody who comes to the counter."""
        r = _plan(request, pegawai_id, tahun)
        if bentuk == "xlsx":
            return unduhan(blank_sheet(rencana=r, **_me(request)), "xlsx")
        if bentuk == "pdf":
            return unduhan_pdf(f"rencana-pengembangan-{tahun}", plan_paper(rencana=r, **_me(request)))
        raise Http404

    def konfirmasi(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Type the code that the person reads out, or hand over the sheet that they signed."""
        milik = KirimanRencana.objects.visible_to(request.user).filter(oleh=request.user.pk)
        k = milik.select_related("rencana__pegawai", "oleh").filter(pk=pk).first()
        if k is None or k.rencana.pegawai_id == request.user.pegawai_id:  # type: ignore[union-attr]
            raise Http404
        if k.status != StatusKiriman.MENUNGGU:
            messages.info(request, "Isian ini tidak menunggu konfirmasi lagi.")
            return HttpResponseRedirect(_pilihan(k))
        kode, kertas, form = dua_jalan(request)
        if request.method == "POST" and form.is_valid() and _sahkan(request, pk, form):
            messages.success(request, "Isian sah dan menjadi isi rencana pegawai.")
            return HttpResponseRedirect(_pilihan(k))
        isi = {**_tentang(k), "title": f"Konfirmasi {k.rencana}", "kode": kode, "lembar": kertas}
        return self._tampil(request, "admin/pegawai/usulan_konfirmasi.html", isi)

    def kode(self, request: HttpRequest, pk: int) -> HttpResponse:
        """For somebody on the phone: HR says how they know who it is, then reads out the code."""
        semua = KirimanRencana.objects.dikelola(request.user).exclude(oleh=request.user.pk)
        semua = semua.select_related("rencana__pegawai", "oleh")
        k = semua.filter(pk=pk, status=StatusKiriman.MENUNGGU).first()
        if k is None or k.rencana.pegawai_id == request.user.pegawai_id:  # type: ignore[union-attr]
            raise Http404
        form, angka = kode_baru(request, issue_code, kiriman_id=pk)
        isi = {**_tentang(k), "title": f"Kode untuk {k.rencana}", "form": form, "kode": kode_terbaca(angka)}
        return self._tampil(request, "admin/pegawai/usulan_kode.html", isi)

    def _tampil(self, request: HttpRequest, templat: str, isi: dict[str, Any]) -> HttpResponse:
        remah = [("Rencana individu (IDP)", reverse(f"{NAMA}_unit")), (str(isi["title"]), "")]
        return TemplateResponse(
            request, templat, {**self.admin_site.each_context(request), "remah": remah, **isi}
        )


def _me(request: HttpRequest) -> dict[str, Any]:
    return {"actor": request.user, "at": timezone.now(), "kanal": KANAL}


def _plan(request: HttpRequest, pegawai_id: int, tahun: int) -> RencanaPengembangan:
    """The plan to fill in, 403 with its reason while the person writes it alone; 404 outside the scope."""
    if not wewenang(request).membantu:
        raise PermissionDenied("Halaman ini untuk operator unit dan pengelola kepegawaian.")
    try:
        r = open_plan(pegawai_id=pegawai_id, tahun=tahun, **_me(request))
    except TidakBoleh as salah:
        raise PermissionDenied(salah.kalimat) from salah
    except DomainError as salah:
        raise Http404 from salah
    catat_baca(pengguna=request.user, pegawai_ids=[pegawai_id], kanal=KANAL, keperluan="Mengisikan rencana")
    return r


def _typed(r: RencanaPengembangan, forms: list[FormButirTitipan]) -> Lembar:
    """What was typed, as a sheet of this moment would say it."""
    rencana_id, versi, tanda = read_code(sheet_code(r))
    isi = [f for f in forms if f.nomor > 0 or f.has_changed()]
    hapus = frozenset(f.nomor for f in isi if f.cleaned_data.get("hapus"))
    baris: list[Baris] = [as_row(max(f.nomor, 0), f.isi) for f in isi if f.nomor not in hapus]
    return Lembar(rencana_id, versi, tanda, baris, hapus)


def _terakhir(request: HttpRequest, r: RencanaPengembangan) -> int:
    pk: int = r.kiriman.filter(oleh=request.user.pk).values_list("pk", flat=True).latest("pk")
    return pk


def _url(r: RencanaPengembangan) -> str:
    return reverse(f"{NAMA}_isikan", args=[r.pegawai_id, r.tahun])


def _pilihan(k: KirimanRencana) -> str:
    return reverse("admin:pegawai_usulanperubahan_isikanbaris", args=[k.rencana.pegawai_id])


def _ke_konfirmasi(pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse(f"{NAMA}_konfirmasi", args=[pk]))


def _tentang(k: KirimanRencana) -> dict[str, Any]:
    return {
        "pegawai": k.rencana.pegawai,
        "oleh": k.oleh,
        "apa": str(k.rencana),
        "tempat": "Rencana pengembangan",
        "url_lihat": _pilihan(k),
    }


def _sahkan(request: HttpRequest, pk: int, form: Any) -> bool:
    return sahkan(request, form, dengan_kode=confirm_by_code, dengan_kertas=confirm_by_paper, kiriman_id=pk)
