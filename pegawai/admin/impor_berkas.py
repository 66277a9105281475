"""Files that the import pages hand out: an example to fill in, refused rows to read or to complete."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.export import Tabel, unduhan
from asn_karier.lib.situs import KANAL
from pegawai.admin.impor_isi import baris_galat, baris_terbaca
from pegawai.enums import StatusBaris
from pegawai.services.impor_pembaca import PEMBACA


class BerkasImpor:
    """Mixed into the admin of imports."""

    admin_site: Any
    get_object: Any
    has_module_permission: Any
    _khusus: Any

    def urls_berkas(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("<int:pk>/galat/", lindungi(self.galat), name="pegawai_impor_galat"),
            path("<int:pk>/lengkapi/", lindungi(self.lengkapi), name="pegawai_impor_lengkapi"),
            path("contoh/<slug:jenis>/", lindungi(self.contoh), name="pegawai_impor_contoh"),
        ]

    def contoh(self, request: HttpRequest, jenis: str) -> HttpResponse:
        """The empty template of one kind, with its headers."""
        pembaca: Any = PEMBACA.get(jenis)
        if not self.has_module_permission(request) or not hasattr(pembaca, "templat"):
            raise Http404
        jawaban = HttpResponse(
            pembaca.templat(),
            content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        )
        jawaban["Content-Disposition"] = f'attachment; filename="contoh-{jenis}.xlsx"'
        return jawaban

    def galat(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The refused rows with what to repair, as CSV; everybody known in it gets a trail row first."""
        impor = self.get_object(request, str(pk))
        semua = baris_terbaca(impor, khusus=self._khusus(request, impor))
        ditolak = semua.filter(status=StatusBaris.DITOLAK)
        dikenal = ditolak.exclude(pegawai=None).order_by().values_list("pegawai_id", flat=True)
        catat_baca(
            pengguna=request.user, pegawai_ids=dikenal.distinct(), kanal=KANAL, tindakan="unduh",
            keperluan=f"Baris ditolak, impor {impor}",
        )  # fmt: skip
        kepala = ("Lembar", "Baris", "Kunci", "Nama", "Kolom", "Isi", "Masalah", "Perbaiki")
        return unduhan(Tabel(f"perbaiki-impor-{impor.pk}", kepala, baris_galat(ditolak)), "csv")

    def lengkapi(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The refused rows as a file to complete and bring again, of readers that can hand them back."""
        impor = self.get_object(request, str(pk))
        pembaca: Any = PEMBACA.get(impor.jenis)
        if not self._khusus(request, impor) or not hasattr(pembaca, "lengkapi"):
            raise Http404
        ditolak = impor.baris.filter(status=StatusBaris.DITOLAK).order_by("pk")
        return unduhan(pembaca.lengkapi(ditolak.iterator(chunk_size=500)), "xlsx")
