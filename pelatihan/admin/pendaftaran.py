"""Enrolments at the HR desk: one list over all classes, one page to decide, letters to print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.pdf import render_pdf, unduhan_pdf
from asn_karier.lib.situs import KANAL, AdminLihat
from asn_karier.lib.views import Tugas, daftarkan_antrean, daftarkan_menu, dikirim, isikan, wewenang
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.models import Pegawai
from pelatihan.enums import PENDAFTARAN_BERJALAN, StatusPendaftaran
from pelatihan.forms.kelas import FormPutusanHr
from pelatihan.kamus.pendaftaran import KELAS
from pelatihan.models import Angkatan, Pendaftaran, SuratTugas
from pelatihan.reports.surat_tugas import letter_content
from pelatihan.services.bentrok import collisions, named
from pelatihan.services.pendaftaran_baca import places
from pelatihan.services.persetujuan import decide_as_hr

NAMA: Final = "admin:pelatihan_pendaftaran"


@admin.register(Pendaftaran)
class PendaftaranAdmin(CariLewatPegawai, AdminLihat):
    """Read-only but for one decision; HR of the whole instansi, not the auditor."""

    perlu_mengelola = True
    perlu_instansi_penuh = True
    list_display = ("pegawai", "kelas", "status_teks", "diajukan_pada")
    list_display_links = ("pegawai",)
    list_filter = ("status",)
    list_select_related = ("pegawai__unit", "angkatan__pelatihan")
    ordering = ("diajukan_pada", "pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """What HR keeps; that the officer takes part or leads somebody opens no row here."""
        return _kept(request.user).order_by(*self.ordering)

    def get_urls(self) -> list[URLPattern]:
        surat = self.admin_site.admin_view(self.surat)
        return [path("surat/<int:pk>/", surat, name="pelatihan_pendaftaran_surat"), *super().get_urls()]

    @admin.display(description="kelas", ordering="angkatan__mulai")
    def kelas(self, obj: Pendaftaran) -> str:
        """To where many are approved at once."""
        alamat = reverse("admin:pelatihan_angkatan_kelas", args=[obj.angkatan_id])
        return format_html('<a href="{}">{}</a>', alamat, obj.angkatan)

    @admin.display(description="status")
    def status_teks(self, obj: Pendaftaran) -> str:
        kelas = KELAS[StatusPendaftaran(obj.status)]
        return format_html('<span class="tanda {}">{}</span>', kelas, obj.get_status_display())

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        """One enrolment: what was asked, every step, and HR's word."""
        p: Pendaftaran = self.get_object(request, object_id)
        diri = self.tentang_diri(request, p)
        terbuka = p.status in PENDAFTARAN_BERJALAN and not diri
        form = FormPutusanHr(dikirim(request), initial={"versi": p.versi}) if terbuka else None
        if request.method == "POST" and form is None:
            messages.warning(request, "Pendaftaran ini tidak menunggu putusan Anda.")
            return HttpResponseRedirect(reverse(f"{NAMA}_change", args=[p.pk]))
        if (
            form is not None
            and request.method == "POST"
            and form.is_valid()
            and self._decide(request, p, form)
        ):
            return HttpResponseRedirect(reverse("admin:pelatihan_angkatan_kelas", args=[p.angkatan_id]))
        if form is not None and form.is_bound:
            isikan(form, versi=p.versi)
        self.catat_baca(request, p)
        return TemplateResponse(
            request, "admin/pelatihan/pendaftaran.html", self._isi(request, p, form, diri)
        )

    def _decide(self, request: HttpRequest, p: Pendaftaran, form: FormPutusanHr) -> bool:
        isi = form.cleaned_data
        try:
            decide_as_hr(
                pendaftaran_id=p.pk,
                versi=isi["versi"],
                setuju=isi["putusan"] == "setuju",
                alasan=isi["alasan"],
                actor=request.user,
                at=timezone.now(),
            )
        except DomainError as salah:
            p.refresh_from_db()
            form.add_error(None, salah.kalimat)
            return False
        messages.success(request, f"Putusan tentang {p.pegawai.nama_gelar} tersimpan.")
        return True

    def _isi(
        self, request: HttpRequest, p: Pendaftaran, form: FormPutusanHr | None, diri: bool
    ) -> dict[str, Any]:
        tempat = places([p]).get(p.pk)
        kelas = reverse("admin:pelatihan_angkatan_kelas", args=[p.angkatan_id])
        return {
            **self.admin_site.each_context(request),
            "title": f"{p.pegawai.nama_gelar}: {p.angkatan}",
            "remah": [("Pendaftaran kelas", reverse(f"{NAMA}_changelist")), (p.pegawai.nama_gelar, "")],
            "opts": self.opts,
            "p": p,
            "tanda": f"Daftar tunggu ke-{tempat}" if tempat else p.get_status_display(),
            "kelas": KELAS[StatusPendaftaran(p.status)],
            "bentrok": named(collisions(p.angkatan, [p.pegawai_id])[p.pegawai_id]),
            "langkah": list(p.langkah.select_related("oleh")),
            "form": form,
            "diri": diri,
            "url_kelas": kelas,
        }

    def surat(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A letter with everybody on it."""
        semua: Any = SuratTugas.objects.dikelola(request.user)
        surat = semua.select_related("angkatan__instansi", "angkatan__pelatihan", "angkatan__pagu").filter(
            pk=pk
        )
        satu: SuratTugas | None = surat.first()
        if satu is None or not self.has_module_permission(request):
            raise Http404
        ids = list(satu.pendaftaran.values_list("pegawai", flat=True))
        catat_baca(
            pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan="cetak", keperluan=satu.nomor
        )
        return unduhan_pdf(f"surat-tugas-{satu.pk}", render_pdf("surat_tugas", letter_content(satu)))


def _kept(pengguna: Any) -> QuerySet[Pendaftaran]:
    """Of the classes or the people of `pengguna` as HR: who went elsewhere may still hold a seat here."""
    semua: QuerySet[Pendaftaran] = Pendaftaran.objects.filter(
        Q(angkatan__in=Angkatan.objects.dikelola(pengguna))
        | Q(pegawai__in=Pegawai.objects.dikelola(pengguna))
    )
    return semua


@daftarkan_antrean(40)
def antrean_pendaftaran(request: HttpRequest) -> Iterator[Tugas]:
    """Enrolments that wait for the word of HR."""
    hak = wewenang(request)
    if not (hak.mengelola and hak.instansi_penuh):
        return
    menunggu = StatusPendaftaran.MENUNGGU_BKPSDM
    jumlah = _kept(request.user).filter(status=menunggu).count()
    url = f"{reverse(f'{NAMA}_changelist')}?status__exact={menunggu.value}"
    yield Tugas("Pengembangan", "Pendaftaran menunggu BKPSDM", jumlah, url, "", "perlu")


daftarkan_menu(
    "Pengembangan",
    "Pendaftaran kelas",
    f"{NAMA}_changelist",
    boleh=lambda w: w.mengelola and w.instansi_penuh,
)
