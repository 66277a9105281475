"""Setting a parameter in two steps: whom it would change, then the document and the day."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError
from karier.admin.aturan_uji import boleh_atur, remah, ringkas, terlihat, url_uji
from karier.forms.parameter import FormParameter, FormTetapkanParameter
from karier.models import RunEvaluasi
from karier.services.aturan_terbaca import ParameterTerbaca, daftar_parameter
from karier.services.parameter import coba_parameter, pastikan_boleh_mulai, tetapkan_parameter
from karier.services.selisih import hitung_selisih, pilih_run
from karier.services.uji import calon_parameter
from pegawai.models import Instansi


class HalamanAtur:
    """Step 1 is a GET form that stores nothing; step 2 posts what step 1 has shown."""

    admin_site: Any

    def atur(self, request: HttpRequest, instansi_id: int) -> HttpResponse:
        if not boleh_atur(request, instansi_id):
            raise Http404
        instansi = Instansi.objects.get(pk=instansi_id)
        daftar = daftar_parameter(instansi.pk, timezone.localdate())
        pilihan = [(p.entri, f"{p.nama} ({p.subjek})") for p in daftar]
        if request.method == "POST":
            return self._tetapkan(
                request, instansi, daftar, FormTetapkanParameter(request.POST, pilihan=pilihan)
            )
        form = FormParameter(_isian(request), pilihan=pilihan, initial={"entri": request.GET.get("entri")})
        isi: dict[str, Any] = {}
        if form.is_bound and form.is_valid():
            lanjut = FormTetapkanParameter(initial=form.cleaned_data, pilihan=pilihan)
            isi = self._periksa(request, instansi, daftar, form, lanjut)
        return self._halaman(request, instansi, daftar, form=form, **isi)

    def _periksa(
        self,
        request: HttpRequest,
        instansi: Instansi,
        daftar: list[ParameterTerbaca],
        form: FormParameter,
        lanjut: FormTetapkanParameter,
    ) -> dict[str, Any]:
        """What the value would do; a refusal stands on the form of step 1."""
        nilai = form.cleaned_data
        try:
            kini, _ = coba_parameter(instansi_id=instansi.pk, **_setelan(nilai))
            pastikan_boleh_mulai(instansi, nilai["entri"], nilai["berlaku_mulai"], timezone.now())
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            return {}
        _ingat_sidik(lanjut, kini.sidik)
        p = next(p for p in daftar if p.entri == nilai["entri"])
        baru = "nilai menurut peraturan" if nilai["nilai"] is None else str(nilai["nilai"])
        return {
            "lanjut": lanjut,
            "judul_lanjut": f"{p.nama}: {baru} mulai {kata.tanggal(nilai['berlaku_mulai'])}",
            "dampak": self._dampak(request, instansi, nilai),
        }

    def _dampak(self, request: HttpRequest, instansi: Instansi, nilai: dict[str, Any]) -> dict[str, Any]:
        """The counts on the last finished run; before the first one there is nothing to count."""
        try:
            run: RunEvaluasi = pilih_run(instansi.pk)
            pasangan = calon_parameter(run, nilai["entri"], nilai["nilai"], nilai["berlaku_mulai"])
            r = hitung_selisih(run, *(v.aturan for v in pasangan), baris=terlihat(request, run))
        except DomainError as salah:
            return {"halangan": salah.kalimat}
        isi = {
            "entri": nilai["entri"],
            "nilai": "" if nilai["nilai"] is None else nilai["nilai"],
            "berlaku_mulai": nilai["berlaku_mulai"].isoformat(),
        }
        return {
            **ringkas(run, pasangan, r),
            "url": f"{url_uji(instansi.pk)}?{urlencode(isi)}" if r.pindah else "",
        }

    def _tetapkan(
        self,
        request: HttpRequest,
        instansi: Instansi,
        daftar: list[ParameterTerbaca],
        form: FormTetapkanParameter,
    ) -> HttpResponse:
        """Store it, or show step 2 again with what is amiss."""
        if form.is_valid():
            try:
                tetapkan_parameter(
                    instansi=instansi,
                    **_setelan(form.cleaned_data),
                    dasar=form.cleaned_data["dasar"],
                    sidik=form.cleaned_data["sidik"],
                    actor=request.user,
                    at=timezone.now(),
                )
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
            else:
                messages.success(request, "Parameter ditetapkan. Perhitungan berikutnya memakainya.")
                url = reverse("admin:karier_aturan")
                return HttpResponseRedirect(f"{url}?instansi={instansi.pk}#parameter")
        pilihan = form.fields["entri"].choices  # type: ignore[attr-defined]
        awal = FormParameter(request.POST, pilihan=pilihan)
        isi = self._periksa(request, instansi, daftar, awal, form) if awal.is_valid() else {}
        return self._halaman(request, instansi, daftar, **{"form": awal, **isi})

    def _halaman(
        self, request: HttpRequest, instansi: Instansi, daftar: list[ParameterTerbaca], **isi: Any
    ) -> HttpResponse:
        konteks = {
            **self.admin_site.each_context(request),
            "title": "Atur parameter instansi",
            "remah": remah(("Atur parameter", "")),
            "instansi": instansi,
            "parameter": daftar,
            "url_balik": f"{reverse('admin:karier_aturan')}?instansi={instansi.pk}",
            **isi,
        }
        return TemplateResponse(request, "admin/karier/aturan_atur.html", konteks)


def _ingat_sidik(lanjut: FormTetapkanParameter, sidik: str) -> None:
    """What the officer sees now: also after a refusal because the rules had changed meanwhile."""
    if lanjut.is_bound:
        lanjut.data = {**lanjut.data.dict(), "sidik": sidik}  # type: ignore[attr-defined]
    else:
        lanjut.initial["sidik"] = sidik


def _isian(request: HttpRequest) -> Any:
    """Step 1 is bound once a value was asked about; a link that only names the row opens it empty."""
    return request.GET if "berlaku_mulai" in request.GET else None


def _setelan(isi: dict[str, Any]) -> dict[str, Any]:
    return {nama: isi[nama] for nama in ("entri", "nilai", "berlaku_mulai")}
