"""HR reads ratings and never edits them; PAK is HR's own record."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils import timezone

from asn_karier.lib.kata import senti, waktu
from asn_karier.lib.situs import AdminLihat, SaringTahun
from asn_karier.lib.views import daftarkan_menu
from kinerja.admin import dokumen
from kinerja.enums import StatusKonversi
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, Penilaian
from kinerja.services.angka_kredit import konversikan_semua_tahun
from pegawai.admin.cari_pegawai import CariLewatPegawai
from pegawai.admin.pegawai import daftarkan_inline
from pegawai.admin.riwayat import RiwayatAdmin
from pegawai.admin.riwayat_lihat import InlineLihat


@daftarkan_inline
class PenilaianInline(InlineLihat):
    """Signed appraisals on the person's page; a draft is the rater's own desk."""

    model = Penilaian
    fk_name = "pegawai"
    fields = ("tahun", "rating_hasil", "rating_perilaku", "predikat", "status", "sumber", "ditetapkan_pada")
    readonly_fields = fields
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> Any:
        baris: Any = super().get_queryset(request)
        return baris.visible_to(request.user)


@daftarkan_inline
class PakInline(InlineLihat):
    model = PenetapanAngkaKredit
    fields = ("nomor", "sampai", "jenjang", "jumlah", "sumber")
    readonly_fields = ("jumlah",)

    @admin.display(description="angka kredit")
    def jumlah(self, obj: PenetapanAngkaKredit) -> str:
        return senti(obj.jumlah_senti)


@daftarkan_inline
class KonversiInline(InlineLihat):
    model = KonversiAngkaKredit
    fields = ("tahun", "siklus", "mulai", "bulan", "jenjang", "nilai", "status", "ditandatangani_pada")
    readonly_fields = ("nilai",)
    show_change_link = False

    @admin.display(description="angka kredit")
    def nilai(self, obj: KonversiAngkaKredit) -> str:
        return senti(obj.nilai_senti)


@admin.register(Penilaian)
class PenilaianAdmin(CariLewatPegawai, AdminLihat):
    """Read-only: a rating is changed by the pejabat penilai, never by HR."""

    list_display = ("pegawai", "tahun", "predikat", "status", "sumber", "ditetapkan_pada")
    list_filter = (SaringTahun, "predikat", "status", "sumber")
    list_select_related = ("pegawai",)
    ordering = ("-pk",)
    exclude = ("versi",)

    def get_urls(self) -> list[URLPattern]:
        return [*dokumen.urls(self.admin_site), *super().get_urls()]


@admin.register(KonversiAngkaKredit)
class KonversiAdmin(CariLewatPegawai, AdminLihat):
    """Written by the conversion, signed by the pejabat penilai."""

    list_display = ("pegawai", "tahun", "siklus", "mulai", "bulan", "jenjang", "nilai", "status")
    list_filter = (SaringTahun, "status", "jenjang")
    list_select_related = ("pegawai", "siklus")
    ordering = ("-pk",)
    readonly_fields = ("tertanda",)

    @admin.display(description="angka kredit")
    def nilai(self, obj: KonversiAngkaKredit) -> str:
        return senti(obj.nilai_senti)

    @admin.display(description="pernah ditandatangani")
    def tertanda(self, obj: KonversiAngkaKredit) -> str:
        """Every signed form of this line, the last first; only the present one may still count."""
        tanda = obj.history.filter(status=StatusKonversi.DITANDATANGANI).order_by("-history_id")
        semua = (_tertanda(k) for k in tanda.select_related("ditandatangani_oleh"))
        return "; ".join(semua) or "Belum pernah"


def _tertanda(k: Any) -> str:
    pada = f" pada {waktu(timezone.localtime(k.ditandatangani_pada))}" if k.ditandatangani_pada else ""
    oleh = f" oleh {k.ditandatangani_oleh}" if k.ditandatangani_oleh else ""
    return f"{senti(k.nilai_senti)} angka kredit{pada}{oleh}"


class FormPak(forms.ModelForm):
    """Angka kredit with two decimals, as printed; stored as whole hundredths."""

    angka_kredit = forms.DecimalField(
        label="Angka kredit", max_digits=7, decimal_places=2, min_value=0, localize=True
    )

    class Meta:
        model = PenetapanAngkaKredit
        fields = ("pegawai", "nomor", "sampai", "jenjang", "angka_kredit", "sumber")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "angka_kredit" in self.fields:
            self.fields["angka_kredit"].initial = Decimal(self.instance.jumlah_senti).scaleb(-2)

    def clean_sampai(self) -> date:
        """A PAK states what was assessed: its last day has come."""
        sampai: date = self.cleaned_data["sampai"]
        if sampai > timezone.localdate():
            raise forms.ValidationError("Tanggal ini belum tiba. Periksa PAK-nya.")
        return sampai

    def save(self, commit: bool = True) -> Any:
        self.instance.jumlah_senti = int(self.cleaned_data["angka_kredit"] * 100)
        return super().save(commit)


@admin.register(PenetapanAngkaKredit)
class PakAdmin(RiwayatAdmin):
    form = FormPak
    list_display = ("pegawai", "nomor", "sampai", "jenjang", "jumlah")
    fields = ("pegawai", "nomor", "sampai", "jenjang", "angka_kredit", "sumber")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        boleh = self.has_change_permission(request, obj) if obj else self.has_add_permission(request)
        return self.fields if boleh else ("pegawai", "nomor", "sampai", "jenjang", "jumlah", "sumber")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (*super().get_readonly_fields(request, obj), "jumlah")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Months that the PAK takes up leave the conversions, the others are counted anew."""
        super().save_model(request, obj, form, change)
        banyak = konversikan_semua_tahun(pegawai_id=obj.pegawai_id, at=timezone.now())
        if banyak:
            messages.info(
                request,
                f"{banyak} konversi angka kredit dihitung ulang dan menunggu tanda tangan atasan penilai.",
            )

    @admin.display(description="angka kredit")
    def jumlah(self, obj: PenetapanAngkaKredit) -> str:
        return senti(obj.jumlah_senti)


for teks, nama in (
    ("Penilaian", "penilaian"),
    ("Konversi angka kredit", "konversiangkakredit"),
    ("Penetapan angka kredit", "penetapanangkakredit"),
):
    daftarkan_menu("Kinerja", teks, f"admin:kinerja_{nama}_changelist")
