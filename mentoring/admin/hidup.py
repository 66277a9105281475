"""Tabs *Berjalan* and *Berakhir* of H17: dates, counts, signals; and a kind word to a pair."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import (
    Tugas,
    daftarkan_antrean,
    dikirim,
    halaman_ke,
    lewati_dari,
    wewenang,
)
from mentoring.admin.tab import daftarkan_tab, tabs
from mentoring.enums import Isyarat, StatusPasangan
from mentoring.forms.hidup import FormSapaan
from mentoring.kamus import LABEL
from mentoring.kamus.hidup import SAPAAN_AWAL, status_label
from mentoring.models import Pasangan
from mentoring.reports.hidup import (
    BarisBerakhir,
    BarisBerjalan,
    by_unit,
    ended,
    ended_rows,
    pulse_summary,
    running,
    running_rows,
    silent,
)
from mentoring.services.sapaan import greet_pair

_PER: Final = 50
_ORANG: Final = ("mentee__unit", "mentor_pegawai", "teknis")


class HalamanHidup:
    """Mixed into the admin of pairs."""

    admin_site: Any

    def url_hidup(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("berjalan/", lindungi(self.berjalan), name="mentoring_berjalan"),
            path("berakhir/", lindungi(self.berakhir), name="mentoring_berakhir"),
            path("<int:pk>/sapa/", lindungi(self.sapa), name="mentoring_sapa"),
        ]

    def berjalan(self, request: HttpRequest) -> HttpResponse:
        """Running pairs, the silent ones first; `?diam=1` those that have not met for thirty days."""
        _require_hr(request)
        hari = timezone.localdate()
        diam = request.GET.get("diam") == "1"
        semua = (silent if diam else running)(request.user, per=hari).select_related(*_ORANG)
        lewati, banyak = lewati_dari(request, "lewati"), semua.count()
        baris = running_rows(list(semua[lewati : lewati + _PER]), per=hari)
        _note(request, [b.pasangan for b in baris])
        isi = {
            "diam": diam,
            "banyak": banyak,
            "baris": [_running_line(b) for b in baris],
            "halaman": halaman_ke(
                request, "lewati", lewati=lewati, tampil=len(baris), semua=banyak, per=_PER
            ),
            "unit": by_unit(request.user, per=hari),
            "kepuasan": pulse_summary(request.user, per=hari),
        }
        return self._show(request, "berjalan", "Mentoring berjalan", isi)

    def berakhir(self, request: HttpRequest) -> HttpResponse:
        """Ended pairs with what they came to; why they ended is read by the two alone."""
        _require_hr(request)
        semua = ended(request.user).select_related(*_ORANG, "akhir")
        lewati, banyak = lewati_dari(request, "lewati"), semua.count()
        baris = ended_rows(list(semua[lewati : lewati + _PER]))
        _note(request, [b.pasangan for b in baris])
        isi = {
            "banyak": banyak,
            "baris": [_ended_line(b) for b in baris],
            "halaman": halaman_ke(
                request, "lewati", lewati=lewati, tampil=len(baris), semua=banyak, per=_PER
            ),
        }
        return self._show(request, "berakhir", "Mentoring berakhir", isi)

    def sapa(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A kind word to both; 404 outside the scope."""
        _require_hr(request)
        milik = Pasangan.objects.dikelola(request.user).filter(status=StatusPasangan.BERJALAN)
        pasangan = milik.select_related(*_ORANG).filter(pk=pk).first()
        if pasangan is None:
            raise Http404
        form = FormSapaan(dikirim(request), initial={"pesan": SAPAAN_AWAL})
        if request.method == "POST" and form.is_valid() and _greet(request, form, pk):
            messages.success(request, "Sapaan terkirim. Keduanya membacanya di Beranda.")
            return HttpResponseRedirect(reverse("admin:mentoring_berjalan"))
        _note(request, [pasangan])
        isi = {
            "pengantar": f"{pasangan.mentee.nama_gelar} dan {pasangan.mentor_pegawai.nama_gelar}",
            "form": form,
            "url_balik": reverse("admin:mentoring_berjalan"),
        }
        return self._show(request, "sapa", "Sapa pasangan", isi)

    def _show(self, request: HttpRequest, templat: str, judul: str, isi: dict[str, Any]) -> HttpResponse:
        konteks = {
            **self.admin_site.each_context(request),
            "title": judul,
            "remah": [(judul, "")],
            "tab": tabs(templat),
            **isi,
        }
        return TemplateResponse(request, f"admin/mentoring/{templat}.html", konteks)


def _require_hr(request: HttpRequest) -> None:
    if not wewenang(request).mengelola:
        raise Http404


def _greet(request: HttpRequest, form: FormSapaan, pk: int) -> bool:
    try:
        greet_pair(pasangan_id=pk, pesan=form.cleaned_data["pesan"], actor=request.user, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    return True


def _note(request: HttpRequest, pasangan: list[Pasangan]) -> None:
    orang = {pk for p in pasangan for pk in (p.mentee_id, p.mentor_pegawai_id)}
    catat_baca(pengguna=request.user, pegawai_ids=orang, kanal=KANAL, keperluan="Mentoring")


def _who(p: Pasangan) -> dict[str, str]:
    return {
        "mentee": p.mentee.nama_gelar,
        "unit": p.mentee.unit.nama if p.mentee.unit else "",
        "mentor": p.mentor_pegawai.nama_gelar,
        "kompetensi": p.nama_kompetensi,
    }


def _running_line(b: BarisBerjalan) -> dict[str, Any]:
    p = b.pasangan
    return {
        **_who(p),
        "mulai": kata.tanggal(p.mulai) if p.mulai else "",
        "terakhir": kata.tanggal(b.terakhir) if b.terakhir else "Belum pernah",
        "diam": f"{b.diam} hari lalu" if b.terakhir else f"{b.diam} hari sejak mulai",
        "pertemuan": b.pertemuan,
        "sasaran": f"{b.tercapai} dari {b.sasaran}",
        "denyut": "Ya" if b.keduanya else "Belum",
        "isyarat": [LABEL[Isyarat][i] for i in b.isyarat],
        "url_sapa": reverse("admin:mentoring_sapa", args=[p.pk]),
    }


def _ended_line(b: BarisBerakhir) -> dict[str, Any]:
    p = b.pasangan
    awal, akhir = ("–" if level is None else str(level) for level in b.level)
    return {
        **_who(p),
        "status": status_label(p.status, p.get_status_display()),
        "masa": kata.rentang(p.mulai, p.selesai) if p.mulai and p.selesai else "",
        "pertemuan": b.pertemuan,
        "jp": b.jp,
        "level": f"{awal} ke {akhir}",
        "terima_kasih": "Ya" if b.terima_kasih else "",
    }


@daftarkan_antrean(60)
def silent_pairs(request: HttpRequest) -> list[Tugas]:
    """One line of the worklist; its number is the number of rows behind it."""
    if not wewenang(request).mengelola:
        return []
    return [
        Tugas(
            "Pengembangan",
            "Pasangan mentor tanpa pertemuan lebih dari 30 hari",
            silent(request.user, per=timezone.localdate()).count(),
            f"{reverse('admin:mentoring_berjalan')}?diam=1",
        )
    ]


daftarkan_tab("berjalan", "Berjalan", "admin:mentoring_berjalan")
daftarkan_tab("berakhir", "Berakhir", "admin:mentoring_berakhir")
