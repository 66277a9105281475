"""Undoing an import in the browser: ask, look at what stays and why, confirm. Works without JavaScript."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import Halaman, bilangan
from pegawai.admin.impor_isi import KEGIATAN, SEBUTAN, ringkas
from pegawai.enums import NasibTulisan, TahapImpor
from pegawai.models import Impor, Pegawai, UnitKerja
from pegawai.services.impor import progress
from pegawai.services.impor_kembali import KUNCI, can_undo, request_undo, request_weigh

SEHALAMAN: Final = 50
#: Groups that are neither people nor units stand below 0.
SEBELUM_SEMUA: Final = -(2**62)


class PintuPembatalan:
    """Mixed into ImporAdmin: three doors for HR of the whole instansi."""

    def urls_pembatalan(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view  # type: ignore[attr-defined]
        pintu = {
            "pembatalan": require_GET(self.pembatalan),
            "timbang": require_POST(self.timbang),
            "kembalikan": require_POST(self.kembalikan),
        }
        return [path(f"<int:pk>/{n}/", lindungi(p), name=f"pegawai_impor_{n}") for n, p in pintu.items()]

    def timbang(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask what could go back; nothing changes."""
        return self._ingin(request, pk, request_weigh, "Memeriksa apa yang dapat dikembalikan.")

    def kembalikan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put back what can go back."""
        return self._ingin(request, pk, request_undo, "Pengembalian berjalan di latar.")

    def _ingin(self, request: HttpRequest, pk: int, layanan: Any, pesan: str) -> HttpResponse:
        impor = self._milik(request, pk)
        try:
            layanan(impor_id=impor.pk, actor=request.user, at=timezone.now())
            messages.success(request, pesan)
        except DomainError as salah:
            messages.error(request, salah.kalimat)
        return HttpResponseRedirect(reverse("admin:pegawai_impor_pembatalan", args=[pk]))

    def _milik(self, request: HttpRequest, pk: int) -> Impor:
        impor: Impor = self.get_object(request, str(pk))  # type: ignore[attr-defined]
        if not self._khusus(request, impor):  # type: ignore[attr-defined]
            raise Http404
        return impor

    def pembatalan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What could go back, what stays and why; then the button, then what happened."""
        impor = self._milik(request, pk)
        berjalan = impor.tahap in (TahapImpor.TIMBANG, TahapImpor.KEMBALIKAN)
        selesai, jumlah = progress(impor) if berjalan else (0, 0)
        isi = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "title": f"Batalkan impor {impor.nama_berkas}",
            "remah": [
                ("Impor data", reverse("admin:pegawai_impor_add")),
                (impor.nama_berkas, reverse("admin:pegawai_impor_change", args=[pk])),
                ("Batalkan impor", ""),
            ],
            "impor": ringkas(impor, khusus=True),
            "url_impor": reverse("admin:pegawai_impor_change", args=[pk]),
            "berjalan": berjalan,
            "kegiatan": KEGIATAN.get(impor.tahap, "Memeriksa"),
            "selesai": selesai,
            "jumlah": jumlah,
            "persen": min(100 * selesai // jumlah, 100) if jumlah else 0,
            "pesan_impor": impor.pesan,
            "segarkan": 3,
        }
        if not berjalan:
            isi |= self._hasil(request, impor)
        return TemplateResponse(request, "admin/pegawai/impor_pembatalan.html", isi)

    def _hasil(self, request: HttpRequest, impor: Impor) -> dict[str, Any]:
        hasil: dict[str, Any] = impor.ringkasan.get(KUNCI, {})
        sebutan = SEBUTAN.get(impor.jenis, "Pegawai").lower()
        isi: dict[str, Any] = {
            "sebutan": sebutan,
            "dikembalikan": kata.bilangan(hasil.get("kembali", 0)) if hasil.get("kembali") else "",
            "tetap": [(sebab, kata.bilangan(n)) for sebab, n in hasil.get("tetap", {}).items()],
            "ditimbang": "bisa" in hasil,
        }
        if hasil.get("bisa"):
            isi["bisa"] = kata.bilangan(hasil["bisa"])
            isi["hapus"] = kata.bilangan(hasil["hapus"]) if hasil["hapus"] else ""
            isi["url_kembalikan"] = reverse("admin:pegawai_impor_kembalikan", args=[impor.pk])
        if can_undo(impor):
            isi["url_timbang"] = reverse("admin:pegawai_impor_timbang", args=[impor.pk])
        return isi | self._yang_tetap(request, impor)

    def _yang_tetap(self, request: HttpRequest, impor: Impor) -> dict[str, Any]:
        """The people (or units) that stay, by name, page by page; reading them is logged."""
        sesudah = bilangan(request.GET.get("sesudah"), bawaan=SEBELUM_SEMUA)
        tetap: Any = impor.tulisan.filter(nasib=NasibTulisan.TETAP, kelompok__gt=sesudah).order_by("kelompok")
        baris = list(tetap.values_list("kelompok", "sebab").distinct()[: SEHALAMAN + 1])
        tampil = dict(baris[:SEHALAMAN])
        model: Any = UnitKerja if impor.jenis in SEBUTAN else Pegawai
        objek = {o.pk: o for o in model.objects.filter(pk__in=tampil)}
        if model is Pegawai:
            catat_baca(pengguna=request.user, pegawai_ids=objek, kanal=KANAL, tindakan="lihat_daftar")
        lanjut = baris[SEHALAMAN - 1][0] if len(baris) > SEHALAMAN else None
        return {
            "baris": [
                {
                    "nama": str(objek.get(pk, "Catatan lain" if pk < 0 else "Sudah tidak ada")),
                    "kunci": getattr(objek.get(pk), "nip", ""),
                    "url": reverse("admin:pegawai_pegawai_change", args=[pk])
                    if model is Pegawai and pk in objek
                    else "",
                    "sebab": sebab,
                }
                for pk, sebab in tampil.items()
            ],
            "halaman": Halaman(
                sebelum=request.path if sesudah != SEBELUM_SEMUA else "",
                berikut=f"{request.path}?sesudah={lanjut}" if lanjut else "",
            ),
        }
