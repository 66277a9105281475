"""Who goes to what, at the desk of HR: scenarios, compared, changed by hand, adopted by a named person."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.situs import AdminLihat
from asn_karier.lib.views import bilangan, daftarkan_menu, dikirim
from karier.admin.alokasi_isi import compare_rows, limits_in_words, page_of_proposals, summary_lines
from karier.forms.alokasi import FormPakai, FormSkenario
from karier.services.alokasi import request_scenario
from karier.services.alokasi_baca import LUNAK, hindrance_sentences, stored_problem
from karier.services.alokasi_ubah import adopt_scenario, change_proposal, hindrances_of_adoption
from pelatihan.enums import StatusSkenario
from pelatihan.models import SkenarioAlokasi

NAMA: Final = "admin:pelatihan_skenarioalokasi"
JUDUL: Final = "Usulan peserta"
SEGARKAN: Final = 3
PALING_BANYAK: Final = 3
KELAS: Final = {
    StatusSkenario.MENUNGGU: "jalan",
    StatusSkenario.DIHITUNG: "perlu",
    StatusSkenario.TIDAK_MUNGKIN: "salah",
    StatusSkenario.DIPAKAI: "ok",
}


@admin.register(SkenarioAlokasi)
class SkenarioAlokasiAdmin(AdminLihat):
    """For HR of the whole instansi; neither the auditor nor the leader comes this way."""

    hanya_dikelola = True
    perlu_mengelola = True
    perlu_instansi_penuh = True
    list_display = ("nama", "tahun", "status", "dibuat_oleh", "dibuat_pada", "dipakai_oleh")
    list_filter = ("status",)
    list_select_related = ("dibuat_oleh", "dipakai_oleh")

    def get_urls(self) -> list[URLPattern]:
        lindungi, nama = self.admin_site.admin_view, "pelatihan_skenarioalokasi"
        return [
            path("baru/", lindungi(self.baru), name=f"{nama}_baru"),
            path("banding/", lindungi(self.banding), name=f"{nama}_banding"),
            path("<int:pk>/ubah/", lindungi(self.ubah), name=f"{nama}_ubah"),
            path("<int:pk>/pakai/", lindungi(self.pakai), name=f"{nama}_pakai"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        alat = [
            {"teks": "Skenario baru", "url": reverse(f"{NAMA}_baru")},
            {"teks": "Bandingkan", "url": reverse(f"{NAMA}_banding")},
        ]
        isi = {"alat": alat, "teks_kosong": "Belum ada skenario. Mulai dari Skenario baru."}
        return super().changelist_view(request, {**isi, **(extra_context or {})})

    # -- a new one ----------------------------------------------------------------------------------

    def baru(self, request: HttpRequest) -> HttpResponse:
        """Ask for a scenario, and for the two it is compared with."""
        if not self.has_module_permission(request):
            raise Http404
        form = FormSkenario(dikirim(request), pengguna=request.user)
        if request.method == "POST" and form.is_valid():
            try:
                return HttpResponseRedirect(_asked(request, form))
            except DomainError as salah:
                form.add_error(None, salah.kalimat)
        isi = {
            **self.admin_site.each_context(request),
            "title": "Skenario baru",
            "remah": [(JUDUL, reverse(f"{NAMA}_changelist")), ("Skenario baru", "")],
            "aksi": {
                "judul": "Skenario baru",
                "kalimat": "Siapa mengikuti kelas apa, agar celah kompetensi terpenting tertutup dalam batas "
                "pagu, kursi, tanggal, dan pemerataan.",
                "teks": "Hitung usulan",
            },
            "akibat": [
                "Hasilnya usulan dengan alasan per orang. Tidak ada yang berlaku tanpa keputusan Anda."
            ],
            "form": form,
            "url_balik": reverse(f"{NAMA}_changelist"),
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)

    def banding(self, request: HttpRequest) -> HttpResponse:
        """Up to three scenarios side by side."""
        if not self.has_module_permission(request):
            raise Http404
        milik = self.get_queryset(request).exclude(status=StatusSkenario.MENUNGGU)
        semua = list(milik.order_by("-pk")[:30])
        diminta = [n for n in map(bilangan, request.GET.getlist("s")) if n][:PALING_BANYAK]
        dipilih = list(milik.filter(pk__in=diminta or [s.pk for s in semua[:PALING_BANYAK]]))
        aktif = {s.pk for s in dipilih}
        isi = {
            **self.admin_site.each_context(request),
            "title": "Bandingkan skenario",
            "remah": [(JUDUL, reverse(f"{NAMA}_changelist")), ("Bandingkan", "")],
            "pilihan": [{"pk": s.pk, "nama": s.nama, "aktif": s.pk in aktif} for s in semua],
            "skenario": [{"nama": s.nama, "url": reverse(f"{NAMA}_change", args=[s.pk])} for s in dipilih],
            "baris": compare_rows(dipilih),
        }
        return TemplateResponse(request, "admin/karier/alokasi_banding.html", isi)

    # -- one scenario -------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Progress, why it cannot be, or the proposals with their reasons."""
        skenario = self._skenario(request, object_id)
        if request.method == "POST":
            raise PermissionDenied("Usulan diubah per orang, dan dipakai dengan tombolnya sendiri.")
        isi: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": skenario.nama,
            "remah": [(JUDUL, reverse(f"{NAMA}_changelist")), (skenario.nama, "")],
            "skenario": skenario,
            "status": skenario.get_status_display(),
            "kelas": KELAS[StatusSkenario(skenario.status)],
            "batas": limits_in_words(skenario),
            "segarkan": SEGARKAN,
            "menunggu": skenario.status == StatusSkenario.MENUNGGU,
            "url_baru": reverse(f"{NAMA}_baru"),
        }
        if skenario.status == StatusSkenario.TIDAK_MUNGKIN:
            isi["hambatan"] = hindrance_sentences(skenario)
        elif skenario.status != StatusSkenario.MENUNGGU:
            isi |= self._proposals(request, skenario)
        return TemplateResponse(request, "admin/karier/alokasi.html", isi)

    def _proposals(self, request: HttpRequest, skenario: SkenarioAlokasi) -> dict[str, Any]:
        soal = stored_problem(skenario)
        dapat_diubah = skenario.status == StatusSkenario.DIHITUNG
        temuan = soal.sentences(soal.check(soal.chosen())) if dapat_diubah else []
        return {
            **page_of_proposals(request, skenario),
            "ringkas": summary_lines(skenario, soal),
            "temuan": temuan,
            "url_ubah": reverse(f"{NAMA}_ubah", args=[skenario.pk]) if dapat_diubah else "",
            "url_pakai": reverse(f"{NAMA}_pakai", args=[skenario.pk]) if dapat_diubah else "",
            "dipakai": _adopted_text(skenario),
        }

    def ubah(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST: one person in or out, checked at once."""
        skenario = self._skenario(request, str(pk))
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        balik = HttpResponseRedirect(_back(request, skenario))
        try:
            usulan, lunak = change_proposal(
                usulan_id=bilangan(request.POST.get("usulan")) or 0,
                dipilih=request.POST.get("langkah") == "tambah",
                versi=bilangan(request.POST.get("versi")) or 0,
                actor=request.user,
                at=timezone.now(),
            )
        except TidakDitemukan as salah:
            raise Http404(salah.kalimat) from salah
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return balik
        kerja = "ditambahkan ke usulan" if usulan.dipilih else "dilepas dari usulan"
        messages.success(request, f"{usulan.pegawai.nama_gelar} {kerja}.")
        for kalimat in lunak:
            messages.warning(request, kalimat)
        return balik

    def pakai(self, request: HttpRequest, pk: int) -> HttpResponse:
        """*Pakai usulan ini*: what will happen, then the decision."""
        skenario = self._skenario(request, str(pk))
        balik = reverse(f"{NAMA}_change", args=[pk])
        if skenario.status != StatusSkenario.DIHITUNG:
            return HttpResponseRedirect(balik)
        soal = stored_problem(skenario)
        lunak = soal.sentences([p for p in soal.check(soal.chosen()) if p.kendala in LUNAK])
        form = FormPakai(dikirim(request)) if lunak else None
        if request.method == "POST" and (form is None or form.is_valid()):
            try:
                _, banyak = adopt_scenario(
                    skenario_id=skenario.pk, versi=bilangan(request.POST.get("versi")) or 0, tahu=bool(lunak),
                    actor=request.user, at=timezone.now(),
                )  # fmt: skip
                messages.success(request, f"Usulan dipakai: {kata.bilangan(banyak)} pendaftaran dibuat.")
            except DomainError as salah:
                messages.error(request, salah.kalimat)
            return HttpResponseRedirect(balik)
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Pakai {skenario.nama}?",
            "remah": [(JUDUL, reverse(f"{NAMA}_changelist")), (skenario.nama, balik), ("Pakai", "")],
            "ringkas": summary_lines(skenario, soal),
            "banyak": kata.bilangan(len(soal.chosen())),
            "halangan": hindrances_of_adoption(skenario, soal, actor=request.user),
            "lunak": lunak,
            "form": form,
            "versi": skenario.versi,
            "url_balik": balik,
        }
        return TemplateResponse(request, "admin/karier/alokasi_pakai.html", isi)

    def _skenario(self, request: HttpRequest, object_id: str) -> SkenarioAlokasi:
        if not self.has_view_permission(request):
            raise Http404
        skenario: SkenarioAlokasi = self.get_object(request, object_id)
        return skenario


def _asked(request: HttpRequest, form: FormSkenario) -> str:
    """Ask for all that the form names; the page of the only one, or the list."""
    with transaction.atomic():
        diminta = [
            request_scenario(
                instansi=form.cleaned_data["instansi"], tahun=form.cleaned_data["tahun"], nama=nama,
                isian=batas, actor=request.user, at=timezone.now(),
            )
            for nama, batas in form.scenarios()
        ]  # fmt: skip
    return reverse(f"{NAMA}_change", args=[diminta[0].pk])


def _back(request: HttpRequest, skenario: SkenarioAlokasi) -> str:
    """The page of the list from which the press came."""
    lihat, mulai = request.POST.get("lihat", ""), bilangan(request.POST.get("mulai"))
    isi = [f"lihat={lihat}"] * (lihat == "tidak") + [f"mulai={mulai}"] * bool(mulai)
    return f"{reverse(f'{NAMA}_change', args=[skenario.pk])}?{'&'.join(isi)}".rstrip("?")


def _adopted_text(skenario: SkenarioAlokasi) -> str:
    if skenario.dipakai_pada is None:
        return ""
    return f"Dipakai oleh {skenario.dipakai_oleh}, {kata.waktu(timezone.localtime(skenario.dipakai_pada))}."


daftarkan_menu(
    "Pengembangan",
    JUDUL,
    f"{NAMA}_changelist",
    boleh=lambda w: w.mengelola and w.instansi_penuh,
    urutan=60,
)
