"""Ujian dan uji kompetensi: plan a sitting, choose who takes part, record what came out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.export import Sel, Tabel, unduhan
from asn_karier.lib.situs import KANAL, AdminBerlingkup
from asn_karier.lib.views import bilangan, daftarkan_menu, dikirim
from pegawai.admin.ujian_isian import FormBatal, FormHasilPeserta, FormPeserta
from pegawai.admin.wewenang import IsiInstansi
from pegawai.enums import StatusJadwalUjian, StatusPeserta
from pegawai.models import JadwalUjian, Pegawai, PesertaUjian
from pegawai.services.ujian import (
    cancel_jadwal,
    record_results,
    register_peserta,
    save_jadwal,
    withdraw_peserta,
)
from pegawai.services.ujian_calon import candidates

KELAS = {
    StatusPeserta.TERDAFTAR: "jalan",
    StatusPeserta.LULUS: "ok",
    StatusPeserta.TIDAK_LULUS: "perlu",
    StatusPeserta.TIDAK_HADIR: "perlu",
    StatusPeserta.DIBATALKAN: "",
}


@admin.register(JadwalUjian)
class JadwalUjianAdmin(IsiInstansi, AdminBerlingkup):
    """Examinations are a sensitive class: HR of the whole instansi only."""

    perlu_mengelola = True
    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    change_form_template = "admin/pegawai/jadwal_ujian.html"
    list_display = ("nama", "tanggal", "tempat", "banyak", "status")
    list_filter = ("status", "jenis")
    fields = ("instansi", "jenis", "jenjang", "tanggal", "tempat", "penyelenggara", "kuota")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        aktif = Count("peserta", filter=~Q(peserta__status=StatusPeserta.DIBATALKAN))
        baris: Any = super().get_queryset(request)
        return baris.dikelola(request.user).annotate(banyak=aktif)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        terbuka = obj is None or obj.status == StatusJadwalUjian.RENCANA
        return terbuka and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Which examination it is stays: people are registered for it."""
        return () if obj is None else ("instansi", "jenis", "jenjang")

    @admin.display(description="ujian", ordering="jenis")
    def nama(self, obj: JadwalUjian) -> str:
        return str(obj)

    @admin.display(description="peserta")
    def banyak(self, obj: Any) -> str:
        return f"{obj.banyak} dari {obj.kuota}" if obj.kuota else str(obj.banyak)

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        save_jadwal(jadwal=obj, actor=request.user, kanal=KANAL)

    # -- one sitting ------------------------------------------------------------------------------

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        jadwal = self.get_object(request, object_id)
        peserta = list(jadwal.peserta.select_related("pegawai__unit", "hasil"))
        self._catat(request, peserta)
        isi = {
            "judul_baris": str(jadwal),
            "subjudul": f"{kata.tanggal(jadwal.tanggal)}, {jadwal.tempat}. {jadwal.get_status_display()}.",
            "alat": _alat(jadwal),
            "peserta": [_baris(p, jadwal) for p in peserta],
        }
        return super().change_view(request, object_id, form_url, {**isi, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        halaman = {"peserta": self.pilih, "hasil": self.hasil, "batal": self.batal, "unduh": self.unduh}
        return [
            *(
                path(f"<int:pk>/{nama}/", lindungi(view), name=f"pegawai_jadwalujian_{nama}")
                for nama, view in halaman.items()
            ),
            path("<int:pk>/lepas/<int:peserta>/", lindungi(self.lepas), name="pegawai_jadwalujian_lepas"),
            *super().get_urls(),
        ]

    def pilih(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Candidates of the last run with the reason, and others by NIP."""
        jadwal = self._milik(request, pk)
        calon = {c.pegawai_id: c for c in candidates(jadwal) if c.pegawai_id != request.user.pegawai_id}  # type: ignore[union-attr]
        orang = list(
            Pegawai.objects.dikelola(request.user)
            .filter(pk__in=calon)
            .select_related("unit")
            .order_by("nama")
        )
        orang.sort(key=lambda o: calon[o.pk].lain)
        form = FormPeserta(dikirim(request), pilihan=[(str(o.pk), o.nama_gelar) for o in orang])
        if request.method == "POST" and form.is_valid():
            hasil = self._coba(form, lambda: _daftarkan(request, jadwal, form))
            if hasil is not None:
                messages.success(request, f"{hasil.baru} pegawai terdaftar{_sudah(hasil.sudah)}.")
                return HttpResponseRedirect(_url(jadwal))
        catat_baca(pengguna=request.user, pegawai_ids=[o.pk for o in orang], kanal=KANAL)
        pilihan = [{"pegawai": o, "keterangan": calon[o.pk].keterangan} for o in orang]
        return self._halaman(request, jadwal, "admin/pegawai/ujian_peserta.html", form=form, pilihan=pilihan)

    def hasil(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One row per participant; nothing is preselected but what is recorded."""
        jadwal = self._milik(request, pk)
        peserta = list(
            jadwal.peserta.exclude(status=StatusPeserta.DIBATALKAN).select_related("pegawai", "hasil")
        )
        forms_ = [FormHasilPeserta(dikirim(request), peserta=p) for p in peserta]
        galat = ""
        sah = [f.is_valid() for f in forms_]  # every row says what is amiss, not only the first
        if request.method == "POST" and all(sah):
            try:
                banyak = record_results(
                    jadwal_id=jadwal.pk,
                    hasil={f.peserta.pk: f.hasil() for f in forms_},
                    versi=bilangan(request.POST.get("versi"), bawaan=0) or 0,
                    actor=request.user,
                    at=timezone.localtime(),
                )
            except DomainError as salah:
                galat = salah.kalimat
            else:
                messages.success(request, f"Hasil {banyak} peserta tersimpan.")
                return HttpResponseRedirect(_url(jadwal))
        self._catat(request, peserta)
        return self._halaman(request, jadwal, "admin/pegawai/ujian_hasil.html", baris=forms_, galat=galat)

    def batal(self, request: HttpRequest, pk: int) -> HttpResponse:
        jadwal = self._milik(request, pk)
        form = FormBatal(dikirim(request), initial={"versi": jadwal.versi})
        if request.method == "POST" and form.is_valid():
            isi = form.cleaned_data
            if self._coba(form, lambda: cancel_jadwal(jadwal_id=jadwal.pk, actor=request.user, **isi)):
                messages.success(request, "Jadwal ujian dibatalkan.")
                return HttpResponseRedirect(_url(jadwal))
        return self._halaman(request, jadwal, "admin/pegawai/ujian_batal.html", form=form)

    def lepas(self, request: HttpRequest, pk: int, peserta: int) -> HttpResponse:
        """Take one person off the list (POST only)."""
        jadwal = self._milik(request, pk)
        if request.method == "POST":
            try:
                withdraw_peserta(peserta_id=peserta, actor=request.user)
                messages.success(request, "Pendaftaran dibatalkan.")
            except DomainError as salah:
                messages.error(request, salah.kalimat)
        return HttpResponseRedirect(_url(jadwal))

    def unduh(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The list of attendance."""
        jadwal = self._milik(request, pk)
        peserta = list(
            jadwal.peserta.exclude(status=StatusPeserta.DIBATALKAN).select_related("pegawai__unit")
        )
        self._catat(request, peserta, tindakan="unduh")
        return unduhan(_daftar_hadir(jadwal, peserta, request), "xlsx")

    # -- inside -----------------------------------------------------------------------------------

    def _milik(self, request: HttpRequest, pk: int) -> JadwalUjian:
        if not self.has_module_permission(request):
            raise Http404
        jadwal: JadwalUjian = self.get_object(request, str(pk))
        return jadwal

    def _coba(self, form: forms.Form, kerja: Callable[[], Any]) -> Any:
        """What the service returns, or None with its refusal on the form."""
        try:
            return kerja()
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            return None

    def _catat(self, request: HttpRequest, peserta: list[PesertaUjian], tindakan: str = "lihat") -> None:
        ids = [p.pegawai_id for p in peserta]
        catat_baca(pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan=tindakan)

    def _halaman(self, request: HttpRequest, jadwal: JadwalUjian, templat: str, **isi: Any) -> HttpResponse:
        daftar = reverse("admin:pegawai_jadwalujian_changelist")
        umum = {
            **self.admin_site.each_context(request),
            "title": str(jadwal),
            "jadwal": jadwal,
            "url_balik": _url(jadwal),
            "remah": [("Ujian dan uji kompetensi", daftar), (str(jadwal), _url(jadwal))],
        }
        return TemplateResponse(request, templat, {**umum, **isi})


def _daftarkan(request: HttpRequest, jadwal: JadwalUjian, form: FormPeserta) -> Any:
    nip = form.cleaned_data["nip"]
    menurut_nip = dict(Pegawai.objects.dikelola(request.user).filter(nip__in=nip).values_list("nip", "pk"))
    if hilang := [n for n in nip if n not in menurut_nip]:
        raise DomainError("nip_tidak_ditemukan", f"NIP {hilang[0]} tidak ditemukan di instansi ini.")
    ids = {*map(int, form.cleaned_data["calon"]), *menurut_nip.values()}
    return register_peserta(jadwal_id=jadwal.pk, pegawai_ids=ids, actor=request.user, at=timezone.now())


def _sudah(banyak: int) -> str:
    return f"; {banyak} sudah terdaftar sebelumnya" if banyak else ""


def _url(jadwal: JadwalUjian, halaman: str = "change") -> str:
    return reverse(f"admin:pegawai_jadwalujian_{halaman}", args=[jadwal.pk])


def _alat(jadwal: JadwalUjian) -> list[dict[str, Any]]:
    unduh = {"teks": "Unduh daftar hadir (XLSX)", "url": _url(jadwal, "unduh")}
    hasil = {"teks": "Catat hasil", "url": _url(jadwal, "hasil"), "utama": True}
    if jadwal.status == StatusJadwalUjian.RENCANA:
        pilih = {"teks": "Pilih peserta", "url": _url(jadwal, "peserta"), "utama": True}
        return [pilih, hasil, unduh, {"teks": "Batalkan jadwal", "url": _url(jadwal, "batal")}]
    return [hasil, unduh] if jadwal.status == StatusJadwalUjian.SELESAI else [unduh]


def _baris(p: PesertaUjian, jadwal: JadwalUjian) -> dict[str, Any]:
    bebas = p.status == StatusPeserta.TERDAFTAR and jadwal.status == StatusJadwalUjian.RENCANA
    return {
        "nama": p.pegawai.nama_gelar,
        "nip": p.pegawai.nip,
        "url": reverse("admin:pegawai_pegawai_change", args=[p.pegawai_id]),
        "unit": p.pegawai.unit or "",
        "status": p.get_status_display(),
        "kelas": KELAS[StatusPeserta(p.status)],
        "nomor": p.hasil.nomor if p.hasil else "",
        "berlaku": kata.tanggal(p.hasil.berlaku_sampai) if p.hasil and p.hasil.berlaku_sampai else "",
        "url_lepas": reverse("admin:pegawai_jadwalujian_lepas", args=[jadwal.pk, p.pk]) if bebas else "",
    }


def _daftar_hadir(jadwal: JadwalUjian, peserta: list[PesertaUjian], request: HttpRequest) -> Tabel:
    keterangan = (
        ("Ujian", str(jadwal)),
        ("Hari", f"{kata.tanggal(jadwal.tanggal)}, {jadwal.tempat}"),
        ("Diunduh", f"{kata.waktu(timezone.localtime())} oleh {request.user}"),
    )
    baris: list[list[Sel]] = [
        [urut, str(p.pegawai.nip), p.pegawai.nama_gelar, str(p.pegawai.unit or ""), ""]
        for urut, p in enumerate(peserta, start=1)
    ]
    kepala = ("No", "NIP", "Nama", "Unit kerja", "Tanda tangan")
    return Tabel(f"daftar-hadir-{jadwal.tanggal}", kepala, baris, keterangan, lembar="Daftar hadir")


daftarkan_menu(
    "Pengembangan",
    "Ujian dan uji kompetensi",
    "admin:pegawai_jadwalujian_changelist",
    boleh=lambda w: w.instansi_penuh and w.mengelola,
)
