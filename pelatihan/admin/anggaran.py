"""Pagu at the HR desk: what may be spent, what is taken and paid, and every movement."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.situs import AdminBerlingkup, SaringTahunBerikut
from asn_karier.lib.views import Halaman, alamat, bilangan, daftarkan_menu, potong
from pegawai.admin.wewenang import IsiInstansi
from pelatihan.enums import SumberDana
from pelatihan.forms.anggaran import FormPagu
from pelatihan.models import MutasiAnggaran, Pagu
from pelatihan.reports.anggaran import discrepancies
from pelatihan.services.pagu import change_pagu, create_pagu

SEHALAMAN: Final = 50


@admin.register(Pagu)
class PaguAdmin(IsiInstansi, AdminBerlingkup):
    """Stated and changed by HR of the whole instansi; the auditor reads."""

    form = FormPagu
    boleh_tambah = True
    boleh_ubah = True
    perlu_instansi_penuh = True
    change_form_template = "admin/pelatihan/pagu.html"
    list_display = ("nama", "tahun", "untuk", "pagu", "terikat", "dibayar", "tersisa")
    list_filter = (SaringTahunBerikut, "sumber")
    list_select_related = ("unit", "instansi")
    autocomplete_fields = ("unit",)
    fields = ("instansi", "unit", "tahun", "sumber", "jumlah", "keterangan")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Whose money it is stays: movements hang on it."""
        tetap = super().get_readonly_fields(request, obj)
        return tetap if obj is None else (*tetap, "instansi", "unit", "tahun", "sumber")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who only reads is asked for no reason."""
        if obj is not None and not self.has_change_permission(request, obj):
            return tuple(f for f in self.fields if f != "keterangan")
        return self.fields

    @admin.display(description="sumber dana", ordering="sumber")
    def nama(self, obj: Pagu) -> str:
        return str(obj.get_sumber_display())

    @admin.display(description="untuk")
    def untuk(self, obj: Pagu) -> str:
        return str(obj.unit or obj.instansi)

    @admin.display(description="pagu", ordering="jumlah")
    def pagu(self, obj: Pagu) -> str:
        return kata.rupiah(obj.jumlah)

    @admin.display(description="komitmen", ordering="komitmen")
    def terikat(self, obj: Pagu) -> str:
        return kata.rupiah(obj.komitmen)

    @admin.display(description="realisasi", ordering="realisasi")
    def dibayar(self, obj: Pagu) -> str:
        return kata.rupiah(obj.realisasi)

    @admin.display(description="sisa")
    def tersisa(self, obj: Pagu) -> str:
        return kata.rupiah(obj.sisa)

    def save_model(self, request: HttpRequest, obj: Any, form: forms.ModelForm[Any], change: bool) -> None:
        dasar, at = form.cleaned_data["keterangan"], timezone.now()
        if change:
            change_pagu(
                pagu_id=obj.pk,
                jumlah=obj.jumlah,
                keterangan=dasar,
                versi=obj.versi,
                actor=request.user,
                at=at,
            )
            return
        baru = create_pagu(
            instansi=obj.instansi, unit=obj.unit, tahun=obj.tahun, sumber=SumberDana(obj.sumber),
            jumlah=obj.jumlah, keterangan=dasar, actor=request.user, at=at,
        )  # fmt: skip
        obj.pk = baru.pk

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        isi = {"title": "Pagu pengembangan", "teks_kosong": "Belum ada pagu. Mulai dari Tambah."}
        return super().changelist_view(request, {**isi, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> Any:
        pagu: Pagu = self.get_object(request, object_id)
        isi = {
            "judul_baris": f"{pagu}{f', {pagu.unit}' if pagu.unit else ''}",
            "subjudul": str(pagu.instansi),
            "ringkas": _figures(pagu),
            "persen": 100 * (pagu.komitmen + pagu.realisasi) // pagu.jumlah if pagu.jumlah else 0,
            "beda": list(discrepancies(Pagu.objects.filter(pk=pagu.pk))),
            **_movements(request, pagu),
        }
        return super().change_view(request, object_id, form_url, {**isi, **(extra_context or {})})


def _figures(pagu: Pagu) -> list[tuple[str, str]]:
    return [
        ("Pagu", kata.rupiah(pagu.jumlah)),
        ("Komitmen", kata.rupiah(pagu.komitmen)),
        ("Realisasi", kata.rupiah(pagu.realisasi)),
        ("Sisa", kata.rupiah(pagu.sisa)),
    ]


def _movements(request: HttpRequest, pagu: Pagu) -> dict[str, Any]:
    awal = max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0)
    semua: Any = pagu.mutasi.select_related("pendaftaran__angkatan__pelatihan", "oleh").order_by("-pk")
    baris, lagi = potong(list(semua[awal : awal + SEHALAMAN + 1]), SEHALAMAN)
    return {
        "mutasi": [_movement(m) for m in baris],
        "halaman": Halaman(
            sebelum=alamat(request, mulai=max(awal - SEHALAMAN, 0) or None) if awal else "",
            berikut=alamat(request, mulai=awal + SEHALAMAN) if lagi else "",
            teks=f"Mutasi {awal + 1}–{awal + len(baris)}" if awal or lagi else "",
        ),
    }


def _movement(m: MutasiAnggaran) -> dict[str, str]:
    kelas = m.pendaftaran.angkatan if m.pendaftaran else None
    return {
        "pada": kata.waktu(timezone.localtime(m.pada)),
        "jenis": m.get_jenis_display(),
        "rupiah": kata.rupiah(m.rupiah),
        "untuk": m.keterangan or (str(kelas) if kelas else ""),
        "oleh": str(m.oleh or "Sistem"),
    }


daftarkan_menu(
    "Pengembangan", "Pagu pengembangan", "admin:pelatihan_pagu_changelist",
    boleh=lambda w: w.instansi_penuh, urutan=40,
)  # fmt: skip
