"""Mentors at the desk: who offers what, and seniors to invite. A profile is changed by its owner only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.situs import KANAL, AdminLihat, BarisPengelola
from asn_karier.lib.views import bilangan, wewenang
from mentoring.models import KeahlianMentor, ProfilMentor
from mentoring.services.calon_mentor import senior_candidates, skill_texts
from mentoring.services.undangan import HasilUndangan, invite_seniors
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.admin.lingkup import instansi_dikelola

DISEBUT: Final = 20


class KeahlianInline(BarisPengelola):
    """Read only: levels come from the records, the choice from the mentor."""

    model = KeahlianMentor
    extra = 0
    fields = ("nama", "level")
    readonly_fields = ("nama", "level")

    @admin.display(description="kompetensi")
    def nama(self, obj: KeahlianMentor) -> str:
        return obj.nama_kompetensi

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    has_change_permission = has_delete_permission = has_add_permission


@admin.register(ProfilMentor)
class ProfilMentorAdmin(CariLewatPegawai, AdminLihat):
    list_display = ("pegawai", "status", "kapasitas", "bersedia_pada")
    list_filter = ("status",)
    list_select_related = ("pegawai",)
    fields = (
        "pegawai",
        "status",
        "kapasitas",
        "tatap_muka",
        "telepon",
        "whatsapp",
        "video",
        "senang_membantu",
        "diundang_pada",
        "bersedia_pada",
    )
    inlines = (KeahlianInline,)

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("undang/", lindungi(self.undang), name="mentoring_profilmentor_undang"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        hak = wewenang(request)
        url = reverse("admin:mentoring_profilmentor_undang")
        alat = [{"teks": "Undang pegawai senior", "url": url}] if hak.mengelola and hak.instansi_penuh else []
        isi = {"alat": alat, "teks_kosong": "Belum ada mentor. Undang pegawai senior yang memenuhi kriteria."}
        return super().changelist_view(request, {**isi, **(extra_context or {})})

    def undang(self, request: HttpRequest) -> HttpResponse:
        """Seniors who fulfil the criteria: chosen, asked; each answers in their own portal."""
        if not wewenang(request).mengelola:
            raise Http404
        instansi, _ = instansi_dikelola(request)
        if request.method == "POST":
            ids = chosen(request, "pilih")
            if not ids:
                messages.error(request, "Pilih sedikitnya satu pegawai.")
                return HttpResponseRedirect(request.get_full_path())
            hasil = invite_seniors(instansi=instansi, pegawai_ids=ids, actor=request.user, at=timezone.now())
            tell(request, f"{hasil.jadi} pegawai senior diundang menjadi mentor.", hasil)
            return HttpResponseRedirect(request.get_full_path())
        calon = senior_candidates(instansi, at=timezone.now())
        ids, keahlian = [c.pegawai_id for c in calon], skill_texts(calon)
        catat_baca(pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan="lihat_daftar")
        isi = {
            **self.admin_site.each_context(request),
            "title": "Undang pegawai senior menjadi mentor",
            "remah": [
                ("Mentor", reverse("admin:mentoring_profilmentor_changelist")),
                ("Undang pegawai senior", ""),
            ],
            "calon": [(c, keahlian[c.pegawai_id]) for c in calon],
        }
        return TemplateResponse(request, "admin/mentoring/undang.html", isi)


def chosen(request: HttpRequest, nama: str) -> list[int]:
    """The keys of ticked boxes; anything else is left out."""
    return [n for teks in request.POST.getlist(nama) if (n := bilangan(teks)) is not None]


def tell(request: HttpRequest, kalimat: str, hasil: HasilUndangan) -> None:
    """What was done, then who was left out and why."""
    (messages.success if hasil.jadi else messages.warning)(request, kalimat)
    for teks in _left_out(hasil):
        messages.warning(request, teks)


def _left_out(hasil: HasilUndangan) -> Iterator[str]:
    for d in hasil.dilewati[:DISEBUT]:
        yield f"{d.nama}: {d.sebab}"
    lebih = len(hasil.dilewati) - DISEBUT
    if lebih > 0:
        yield f"Dan {lebih} orang lagi dilewati."
