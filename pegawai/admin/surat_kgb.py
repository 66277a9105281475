"""KGB letters: confirm, print, number, undo; and the register of those that were issued."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.pdf import render_pdf, unduhan_pdf
from asn_karier.lib.situs import KANAL, AdminLihat, IsianTanggal
from asn_karier.lib.views import bilangan, dikirim
from pegawai.admin.agenda import boleh_surat, halaman_agenda, perlu_surat
from pegawai.admin.lingkup import orang_terpilih, unit_terpilih
from pegawai.models import Instansi, Pegawai, PejabatPenandaTangan, PenerbitanKGB, SuratKGB
from pegawai.reports.agenda import kgb_jatuh, rentang
from pegawai.reports.posisi import nama_golongan
from pegawai.reports.surat_kgb import isi_surat
from pegawai.services.surat_kgb import (
    SUDAH,
    TERBANYAK,
    URUT,
    Nomor,
    Rencana,
    issue_letters,
    number_letters,
    plan_letters,
    undo_letters,
)

AGENDA: Final = "admin:pegawai_suratkgb_agenda"
PENERBITAN: Final = "admin:pegawai_suratkgb_penerbitan"


class FormNomor(forms.Form):
    """How the letters are numbered; left empty they stay drafts."""

    pola = forms.CharField(
        label="Pola nomor",
        required=False,
        max_length=60,
        help_text=f"Misalnya 800.1.11/{URUT}/BKPSDM/2027. {URUT} diganti nomor urut. Kosongkan untuk konsep.",
    )
    mulai = forms.IntegerField(label="Mulai dari nomor urut", min_value=1, max_value=999_999, initial=1)
    tanggal = forms.DateField(label="Tanggal surat", required=False, widget=IsianTanggal)
    penanda_tangan = forms.ModelChoiceField(
        label="Penanda tangan",
        queryset=PejabatPenandaTangan.objects.none(),
        required=False,
        empty_label="Belum dipilih",
    )

    def __init__(self, *args: Any, instansi: Instansi, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pejabat: Any = PejabatPenandaTangan.objects.filter(instansi=instansi)
        berlaku = pejabat.pada(timezone.localdate())
        self.fields["penanda_tangan"].queryset = berlaku  # type: ignore[attr-defined]
        self.fields["penanda_tangan"].initial = berlaku.first()

    def nomor(self) -> Nomor:
        isi = self.cleaned_data
        return Nomor(isi["pola"].strip(), isi["mulai"], isi["tanggal"], isi["penanda_tangan"])

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if not self.errors:
            try:
                self.nomor().periksa()
            except DomainError as salah:
                self.add_error("tanggal" if salah.kode == "nomor_tanggal" else "pola", salah.pesan)
        return isi


@admin.register(SuratKGB)
class SuratKGBAdmin(AdminLihat):
    """The register: who got a letter for which day. Written by issuing, never by hand."""

    list_display = ("pegawai", "tmt", "nomor_tampil", "tanggal", "penerbitan")
    list_select_related = ("pegawai", "penerbitan")
    #: Not what somebody earns: auditors and operators read the register too.
    fields = ("pegawai", "tmt", "nomor", "tanggal", "penerbitan", "oleh")
    search_fields = ("pegawai__nip", "pegawai__nama", "nomor")
    search_help_text = "NIP, nama, atau nomor surat"
    ordering = ("-tmt", "pk")
    sortable_by = ()

    @admin.display(description="nomor")
    def nomor_tampil(self, obj: SuratKGB) -> str:
        return obj.nomor or "KONSEP"

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        judul = {"title": "Surat KGB yang sudah terbit"}
        return super().changelist_view(request, {**judul, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("agenda/", lindungi(self.agenda), name="pegawai_suratkgb_agenda"),
            path("terbitkan/", lindungi(self.terbitkan), name="pegawai_suratkgb_terbitkan"),
            path("penerbitan/<int:pk>/", lindungi(self.penerbitan), name="pegawai_suratkgb_penerbitan"),
            path("penerbitan/<int:pk>/pdf/", lindungi(self.pdf), name="pegawai_suratkgb_pdf"),
            path(
                "penerbitan/<int:pk>/urungkan/",
                lindungi(require_POST(self.urungkan)),
                name="pegawai_suratkgb_urungkan",
            ),
            *super().get_urls(),
        ]

    def agenda(self, request: HttpRequest) -> HttpResponseBase:
        return halaman_agenda(request, self.admin_site)

    # -- issuing ----------------------------------------------------------------------------------

    def terbitkan(self, request: HttpRequest) -> HttpResponse:
        """What will be printed and who is left out; then the letters themselves."""
        if not boleh_surat(request):
            raise Http404
        dipilih = _pilihan(request)
        instansi = Instansi.objects.filter(pegawai__in=list(dipilih)[:1]).first()
        if instansi is None:
            messages.warning(request, "Pilih dahulu pegawai yang suratnya dicetak.")
            return HttpResponseRedirect(reverse(AGENDA))
        form = FormNomor(dikirim(request), instansi=instansi)
        if request.method == "POST" and form.is_valid():
            return self._terbit(request, instansi, dipilih, form.nomor())
        return self._konfirmasi(request, instansi, dipilih, form)

    def _terbit(
        self, request: HttpRequest, instansi: Instansi, dipilih: Mapping[int, date], nomor: Nomor
    ) -> HttpResponse:
        try:
            terbit, rencana = issue_letters(
                instansi=instansi, pilihan=dipilih, nomor=nomor, actor=request.user,
                at=timezone.now(), per=timezone.localdate(),
            )  # fmt: skip
        except DomainError as salah:
            messages.error(request, salah.kalimat)
            return HttpResponseRedirect(reverse(AGENDA))
        lewat = f" {len(rencana.dilewati)} pegawai dilewati." if rencana.dilewati else ""
        messages.success(request, f"{terbit.jumlah} surat KGB dibuat.{lewat}")
        return HttpResponseRedirect(reverse(PENERBITAN, args=[terbit.pk]))

    def _konfirmasi(
        self, request: HttpRequest, instansi: Instansi, dipilih: Mapping[int, date], form: FormNomor
    ) -> HttpResponse:
        orang = Pegawai.objects.dikelola(request.user).of_instansi(instansi.pk).filter(pk__in=list(dipilih))
        rencana = plan_letters(orang, per=timezone.localdate(), actor=request.user, pilihan=dipilih)
        nama = {p.pk: p for p in orang.select_related("unit").order_by()}
        catat_baca(pengguna=request.user, pegawai_ids=nama, kanal=KANAL, tindakan="lihat_daftar")
        isi = {
            **self.admin_site.each_context(request),
            "title": "Terbitkan surat KGB",
            "form": form,
            "pilihan": ",".join(f"{s.pegawai_id}:{s.tmt.isoformat()}" for s in rencana.surat),
            "jumlah": len(rencana.surat),
            "terlalu_banyak": TERBANYAK if len(rencana.surat) > TERBANYAK else 0,
            "surat": [_baris(s, nama[s.pegawai_id]) for s in rencana.surat],
            "dilewati": _dilewati(rencana, nama),
            "perkiraan": sum(s.perkiraan for s in rencana.surat),
            "url_balik": reverse(AGENDA),
            "remah": [("Agenda kepegawaian", reverse(AGENDA)), ("Terbitkan surat KGB", "")],
        }
        return TemplateResponse(request, "admin/pegawai/kgb_konfirmasi.html", isi)

    # -- one batch --------------------------------------------------------------------------------

    def penerbitan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The letters of a batch; drafts are numbered here."""
        terbit = _penerbitan(request, pk)
        form = FormNomor(dikirim(request), instansi=terbit.instansi)
        if request.method == "POST" and form.is_valid():
            try:
                number_letters(penerbitan_id=pk, nomor=form.nomor(), actor=request.user)
                messages.success(request, "Surat sudah diberi nomor.")
            except DomainError as salah:
                messages.error(request, salah.kalimat)
            return HttpResponseRedirect(reverse(PENERBITAN, args=[pk]))
        surat = list(terbit.surat.select_related("pegawai__unit").order_by("pk"))
        catat_baca(
            pengguna=request.user, pegawai_ids=[s.pegawai_id for s in surat], kanal=KANAL,
            tindakan="lihat_daftar", keperluan=str(terbit),
        )  # fmt: skip
        isi = {
            **self.admin_site.each_context(request),
            "title": str(terbit),
            "terbit": terbit,
            "form": form,
            "konsep": sum(s.konsep and not s.perkiraan for s in surat),
            "bernomor": sum(not s.konsep for s in surat),
            "surat": [_baris(s, s.pegawai) for s in surat],
            "url_pdf": reverse("admin:pegawai_suratkgb_pdf", args=[pk]),
            "url_urungkan": reverse("admin:pegawai_suratkgb_urungkan", args=[pk]),
            "remah": [("Agenda kepegawaian", reverse(AGENDA)), (str(terbit), "")],
        }
        return TemplateResponse(request, "admin/pegawai/kgb_penerbitan.html", isi)

    def pdf(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One file with a letter each."""
        terbit = _penerbitan(request, pk)
        ids = list(terbit.surat.order_by().values_list("pegawai_id", flat=True))
        if not ids:
            raise Http404("Penerbitan ini sudah diurungkan.")
        catat_baca(
            pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan="cetak", keperluan=str(terbit)
        )
        nama = f"surat-kgb-{terbit.pk}-{timezone.localtime(terbit.dibuat_pada):%Y-%m-%d}"
        return unduhan_pdf(nama, render_pdf("surat_kgb", isi_surat(terbit)))

    def urungkan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The letters leave the register; who had one can get one again."""
        _penerbitan(request, pk)
        bernomor = bilangan(request.POST.get("bernomor"))
        try:
            terbit = undo_letters(penerbitan_id=pk, bernomor=bernomor, actor=request.user, at=timezone.now())
            messages.success(request, f"{terbit.jumlah} surat KGB diurungkan. Jejaknya tetap tersimpan.")
        except DomainError as salah:
            messages.error(request, salah.kalimat)
        return HttpResponseRedirect(reverse(AGENDA))


def _penerbitan(request: HttpRequest, pk: int) -> PenerbitanKGB:
    """A batch where the user works as HR of the whole instansi; anything else does not exist."""
    semua: QuerySet[Any] = PenerbitanKGB.objects.all()
    if not request.user.is_superuser:
        semua = PenerbitanKGB.objects.dikelola(request.user)
    terbit: PenerbitanKGB | None = semua.select_related("instansi", "penanda_tangan").filter(pk=pk).first()
    if terbit is None or not boleh_surat(request):
        raise Http404
    return terbit


def _pilihan(request: HttpRequest) -> dict[int, date]:
    """Person -> day of the KGB: as posted from the confirm page, or as the agenda's links say."""
    if request.method == "POST":
        return _baca_pilihan(request.POST.get("pilihan", ""))
    orang = Pegawai.objects.dikelola(request.user)
    orang = orang.filter(pk__in=orang_terpilih(request, unit_terpilih(request)).values("pk"))
    semua, hari_ini = request.GET.get("semua"), timezone.localdate()
    if semua == "perlu":
        return dict(perlu_surat(orang, hari_ini))
    if semua != "saringan":
        dicentang = [n for teks in request.GET.getlist("pilih") if (n := bilangan(teks)) is not None]
        orang = orang.filter(pk__in=dicentang)
    jatuh = kgb_jatuh(orang, *rentang(hari_ini))
    pasang = zip(jatuh.pegawai_id.tolist(), jatuh.hari.tolist(), strict=True)
    bulan = request.GET.get("bulan", "")
    return {pk: hari for pk, hari in pasang if hari.isoformat().startswith(bulan)}


def _baca_pilihan(teks: str) -> dict[int, date]:
    """'12:2027-01-01,13:2027-02-01'; what is not understood is nobody."""
    hasil = {}
    for satu in teks.split(","):
        pk, _, hari = satu.partition(":")
        nomor = bilangan(pk)
        try:
            if nomor is not None:
                hasil[nomor] = date.fromisoformat(hari)
        except ValueError:
            continue
    return hasil


def _baris(s: SuratKGB, p: Pegawai) -> dict[str, Any]:
    return {
        "nama": p.nama_gelar,
        "nip": p.nip,
        "unit": p.unit.nama if p.unit else "",
        "golongan": nama_golongan(p.jenis, s.golongan),
        "mkg": kata.lama(s.mkg_bulan),
        "tmt": kata.tanggal(s.tmt),
        "lama": _rupiah(s.gaji_lama),
        "baru": _rupiah(s.gaji_baru),
        "perkiraan": s.perkiraan,
        "nomor": s.nomor,
    }


def _rupiah(nilai: int | None) -> str:
    return "belum diketahui" if nilai is None else f"Rp{kata.bilangan(nilai)}"


def _dilewati(rencana: Rencana, nama: Mapping[int, Pegawai]) -> list[dict[str, str]]:
    """Who gets none, and why; those who have theirs already come last."""
    urut = sorted(rencana.dilewati, key=lambda d: (d[1] == SUDAH, d[0]))
    return [{"nama": nama[pk].nama_gelar, "nip": nama[pk].nip, "sebab": s} for pk, s in urut if pk in nama]
