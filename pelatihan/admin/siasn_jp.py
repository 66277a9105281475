"""The JP ledger as files for SIASN: at the HR desk, beside the reports of activities."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from asn_karier.lib.views import daftarkan_menu
from pegawai.admin.siasn_ekspor import HalamanEkspor
from pegawai.services.siasn.ekspor import BarisEkspor, Ekspor
from pelatihan.services.jp_baca import span_text
from pelatihan.services.siasn_jp_ekspor import columns, export_periods, export_rows, prepare_export

EKSPOR: Final = "admin:pelatihan_siasn_ekspor"
UNDUH: Final = "admin:pelatihan_siasn_unduh"


def _cells(b: BarisEkspor) -> list[str]:
    n = b.nilai
    sana = "–" if b.lama is None else f"{b.lama.jp or 0} JP"
    return [n.kegiatan, span_text(n.mulai, n.selesai), f"{n.jp} JP", sana]


def _note(e: Ekspor) -> str:
    """What a file would lack."""
    if e.periode.instansi.siasn_id:
        return "Diklat tanpa kode SIASN tidak ikut; kodenya terbaca dari riwayat diklat yang diunggah."
    return "ID instansi SIASN belum diisi, jadi instansiId kosong; isi di Pengaturan, Instansi."


HALAMAN: Final = HalamanEkspor(
    judul="Unduh JP untuk SIASN",
    pengantar="Diklat struktural dan kursus sebagai berkas terpisah, persis seperti kolom SIASN. Anda yang "
    "mengirimnya ke SIASN.",
    kosong="Belum ada JP yang tercatat.",
    induk=("Kegiatan pengembangan", "admin:pelatihan_kegiatanmandiri_changelist"),
    nama_unduh=UNDUH,
    bentuk_berkas=("json", "csv", "xlsx"),
    kepala=("Kegiatan", "Masa", "Di sini", "Di SIASN"),
    periode=export_periods,
    siapkan=prepare_export,
    objek=export_rows,
    kolom=columns,
    nama_berkas=lambda e: f"{e.periode.kode_bentuk}-{e.periode.tahun}",
    sel=_cells,
    catatan=_note,
)


class HalamanEksporJp:
    """Mixed into the admin of reports: its two routes."""

    admin_site: Any

    def rute_ekspor(self, lindungi: Callable[..., Any]) -> list[URLPattern]:
        return [
            path("siasn/", lindungi(self.ekspor), name="pelatihan_siasn_ekspor"),
            path("siasn/<slug:bentuk>/", lindungi(self.unduh), name="pelatihan_siasn_unduh"),
        ]

    def ekspor(self, request: HttpRequest) -> HttpResponse:
        """Choose a year and a shape; its lines with what is new or changed against the last file."""
        return HALAMAN.tampil(request, self.admin_site)

    def unduh(self, request: HttpRequest, bentuk: str) -> HttpResponseBase:
        """The file, in exactly the shape of SIASN."""
        return HALAMAN.unduh(request, bentuk)


daftarkan_menu(
    "Pengembangan",
    "Unduh JP untuk SIASN",
    EKSPOR,
    boleh=lambda w: w.mengelola and w.instansi_penuh,
    urutan=81,
)
