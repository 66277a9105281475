"""*Pemantauan pengembangan*: by unit and region, whether chances are equal, one page for the kepala daerah.

Only numbers about groups: nobody is named, and groups below ten are told nothing about.
"""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat
from asn_karier.lib.export import JENIS, Tabel, unduhan
from asn_karier.lib.pdf import unduhan_pdf
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import daftarkan_menu
from karier.services.pantau import Pantauan, read_monitoring
from karier.services.pantau_cetak import development_pdf, development_sheet
from karier.services.pantau_lembar import as_file, by_region, by_unit, equality, meanings, professionalism
from pegawai.admin.lingkup import instansi_terpilih
from pegawai.models import Instansi

JUDUL: Final = "Pemantauan pengembangan"
_DASAR: Final = "admin:karier_pantau"


class HalamanPantau:
    """Mixed into the admin of runs."""

    admin_site: Any

    def urls_pantau(self) -> list[URLPattern]:
        def halaman(pandang: Any) -> Any:
            return self.admin_site.admin_view(require_safe(pandang))

        dasar = "pemantauan/"
        return [
            path(dasar, halaman(self.pantau), name="karier_pantau"),
            path(f"{dasar}unduh/<slug:bentuk>/", halaman(self.pantau_unduh), name="karier_pantau_unduh"),
            path(f"{dasar}kesetaraan/", halaman(self.pantau_setara), name="karier_pantau_setara"),
            path(f"{dasar}kepala-daerah/", halaman(self.pantau_daerah), name="karier_pantau_daerah"),
            path(
                f"{dasar}kepala-daerah/unduh/",
                halaman(self.pantau_daerah_unduh),
                name="karier_pantau_daerah_unduh",
            ),
        ]

    def pantau(self, request: HttpRequest) -> HttpResponse:
        """Every measure by unit and by region, and the estimated index."""
        instansi, p, konteks = _read(request)
        konteks |= {
            "tabel": [("Menurut unit kerja", by_unit(p)), ("Menurut wilayah kerja", by_region(p))],
            "arti": meanings(p),
            "indeks": professionalism(p),
            "unduh": [{"teks": f"Unduh {b.upper()}", "url": _address("_unduh", instansi, b)} for b in JENIS],
            "url_setara": _address("_setara", instansi),
            "url_daerah": _address("_daerah", instansi),
        }
        return self._halaman_pantau(request, "pantau", JUDUL, konteks)

    def pantau_unduh(self, request: HttpRequest, bentuk: str) -> HttpResponseBase:
        """The table by unit as a file."""
        instansi, p, _ = _read(request)
        kepala, baris = as_file(by_unit(p))
        keterangan = [("Instansi", instansi.nama), ("Data per", kata.tanggal(p.per)), *meanings(p)]
        jawaban = unduhan(Tabel("pemantauan-pengembangan", kepala, baris, keterangan), bentuk)
        _catat(request, "pemantauan_pengembangan")
        return jawaban

    def pantau_setara(self, request: HttpRequest) -> HttpResponse:
        """Sex, age and place, for PNS and PPPK apart."""
        _, p, konteks = _read(request)
        return self._halaman_pantau(request, "pantau_setara", "Kesetaraan", konteks | {"setara": equality(p)})

    def pantau_daerah(self, request: HttpRequest) -> HttpResponse:
        """One page for the head of government."""
        instansi, p, konteks = _read(request)
        lembar = development_sheet(p, instansi=instansi)
        konteks |= {"lembar": lembar, "url_unduh": _address("_daerah_unduh", instansi)}
        return self._halaman_pantau(request, "pantau_daerah", lembar["judul"], konteks)

    def pantau_daerah_unduh(self, request: HttpRequest) -> HttpResponse:
        instansi, p, _ = _read(request)
        _catat(request, "pengembangan_kepala_daerah")
        return unduhan_pdf("pengembangan-pegawai", development_pdf(development_sheet(p, instansi=instansi)))

    def _halaman_pantau(
        self, request: HttpRequest, templat: str, judul: str, isi: dict[str, Any]
    ) -> HttpResponse:
        remah = [(JUDUL, "")] if judul == JUDUL else [(JUDUL, reverse(_DASAR)), (judul, "")]
        konteks = {**self.admin_site.each_context(request), "title": judul, "remah": remah, **isi}
        return TemplateResponse(request, f"admin/karier/{templat}.html", konteks)


def _read(request: HttpRequest) -> tuple[Instansi, Pantauan, dict[str, Any]]:
    instansi, semua = instansi_terpilih(request)
    p = read_monitoring(instansi.pk, per=timezone.localdate())
    pilihan = semua if len(semua) > 1 else []
    return instansi, p, {"instansi": instansi, "pilihan": pilihan, "per": kata.tanggal(p.per)}


def _address(akhiran: str, instansi: Instansi, *kunci: str) -> str:
    return f"{reverse(f'{_DASAR}{akhiran}', args=kunci)}?instansi={instansi.pk}"


def _catat(request: HttpRequest, apa: str) -> None:
    """Numbers leave one line in the trail, as every report of numbers does."""
    catat(
        pengguna=request.user, tindakan="unduh_rekap", subjek_jenis="laporan", subjek_id=None,
        kanal=KANAL, rincian={"laporan": apa},
    )  # fmt: skip


daftarkan_menu("Pengembangan", JUDUL, _DASAR, boleh=lambda w: w.instansi_penuh, urutan=90)
