"""Pairs at the desk (H17): the tab *Saran pasangan*, and the plain list of all pairs with their dates."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import halaman_ke, lewati_dari, wewenang
from mentoring.admin.hidup import HalamanHidup
from mentoring.admin.profil import chosen, tell
from mentoring.admin.tab import tabs
from mentoring.models import Pasangan
from mentoring.services.calon_mentor import senior_candidates
from mentoring.services.meja_saran import capacities, capacity_row, rows_of, summary_of, waiting_table
from mentoring.services.papan import board_of
from mentoring.services.susun import arrange_suggestions
from mentoring.services.undangan import invite_pairs
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.admin.lingkup import instansi_dikelola
from pegawai.models import Instansi
from pegawai.services.profil import day_in

SEHALAMAN: Final = 100
MENTOR_TAMPIL: Final = 50
JUDUL: Final = "Mentoring"


@admin.register(Pasangan)
class PasanganAdmin(HalamanHidup, CariLewatPegawai, AdminLihat):
    """No pair runs without two yeses, so HR invites and looks, and types nothing."""

    list_display = ("mentee", "mentor_pegawai", "nama_kompetensi", "status", "mulai", "selesai")
    list_filter = ("status", "kompetensi")
    list_select_related = ("mentee", "mentor_pegawai", "teknis")
    search_fields = ("mentee__nama",)
    lewat = "mentee"
    fields = (
        "mentee",
        "mentor_pegawai",
        "nama_kompetensi",
        "program",
        "status",
        "dipilih_pada",
        "dijawab_pada",
        "mulai",
        "selesai",
    )

    def pegawai_dari(self, obj: Any) -> int | None:
        mentee_id: int = obj.mentee_id
        return mentee_id

    @admin.display(description="kompetensi")
    def nama_kompetensi(self, obj: Pasangan) -> str:
        return obj.nama_kompetensi

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            *self.url_hidup(),
            path("saran/", lindungi(self.saran), name="mentoring_saran"),
            path("saran/susun/", lindungi(self.susun), name="mentoring_saran_susun"),
            path("saran/undang/", lindungi(self.undang), name="mentoring_saran_undang"),
            *super().get_urls(),
        ]

    # -- Saran pasangan ------------------------------------------------------------------------------

    def saran(self, request: HttpRequest) -> HttpResponse:
        """Who waits, who is suggested to them and why, and the places of every mentor."""
        instansi, semua = self._kept(request)
        kini = timezone.now()
        lewati = lewati_dari(request, "mulai")
        tunggu = waiting_table(instansi)
        sepotong = list(tunggu[lewati : lewati + SEHALAMAN])
        banyak = tunggu.count()
        baris = rows_of(sepotong, actor=request.user, per=day_in(instansi, kini))
        mentor = list(capacities(instansi)[: MENTOR_TAMPIL + 1])
        ids = {p.pegawai_id for p in [*sepotong, *mentor]}
        catat_baca(pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan="lihat_daftar")
        papan = board_of(instansi.pk)
        isi = {
            **self.admin_site.each_context(request),
            "title": JUDUL,
            "remah": [(JUDUL, "")],
            "tab": tabs("saran", f"?instansi={instansi.pk}"),
            "instansi": instansi,
            "semua_instansi": semua,
            "papan": papan,
            "ringkas": summary_of(papan),
            "baris": baris,
            "terpilih": request.GET.get("pilih") == "semua",
            "dapat": any(b.dapat_dipilih for b in baris),
            "halaman": halaman_ke(
                request, "mulai", lewati=lewati, tampil=len(baris), semua=banyak, per=SEHALAMAN
            ),
            "mentor": [capacity_row(p) for p in mentor[:MENTOR_TAMPIL]],
            "mentor_lebih": len(mentor) > MENTOR_TAMPIL,
            "calon": 0 if mentor else len(senior_candidates(instansi, at=kini)),
            **_addresses(instansi),
        }
        return TemplateResponse(request, "admin/mentoring/saran.html", isi)

    def susun(self, request: HttpRequest) -> HttpResponse:
        """*Susun saran pasangan*."""
        instansi, _ = self._kept(request)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        hasil = arrange_suggestions(instansi=instansi, actor=request.user, at=timezone.now())
        if hasil.selesai:
            messages.success(request, "Saran pasangan selesai disusun.")
        else:
            messages.success(request, "Saran pasangan sedang disusun. Muat ulang halaman sebentar lagi.")
        if hasil.baru:
            messages.info(request, f"{hasil.baru} orang dengan celah kompetensi ikut menunggu mentor.")
        return HttpResponseRedirect(_addresses(instansi)["url_saran"])

    def undang(self, request: HttpRequest) -> HttpResponse:
        """*Kirim undangan ke kedua pihak*."""
        instansi, _ = self._kept(request)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        ids = chosen(request, "pilih")
        if ids:
            hasil = invite_pairs(instansi=instansi, permintaan_ids=ids, actor=request.user, at=timezone.now())
            tell(request, f"Undangan dikirim kepada {hasil.jadi} pasangan.", hasil)
        else:
            messages.error(request, "Pilih sedikitnya satu pasangan.")
        return HttpResponseRedirect(_addresses(instansi)["url_saran"])

    def _kept(self, request: HttpRequest) -> tuple[Instansi, list[Instansi]]:
        """The instansi that the user keeps as HR; for anybody else the page does not exist."""
        if not wewenang(request).mengelola:
            raise Http404
        return instansi_dikelola(request)


def _addresses(instansi: Instansi) -> dict[str, str]:
    """The pages of this tab. Each names the instansi, so that a press is about the one that was shown."""
    ekor = f"?instansi={instansi.pk}"
    return {
        "url_saran": reverse("admin:mentoring_saran") + ekor,
        "url_semua": f"{reverse('admin:mentoring_saran')}{ekor}&pilih=semua",
        "url_susun": reverse("admin:mentoring_saran_susun") + ekor,
        "url_undang": reverse("admin:mentoring_saran_undang") + ekor,
        "url_senior": reverse("admin:mentoring_profilmentor_undang") + ekor,
    }
