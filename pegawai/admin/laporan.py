"""The report page: five tables from the function that also feeds `manage.py rekap`."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError
from asn_karier.lib.export import Sel, Tabel, unduhan
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import daftarkan_menu, wewenang
from pegawai.models import Pegawai
from pegawai.reports.rekap import PEMBUAT, Rekap, rekap


def laporan(request: HttpRequest, situs: Any) -> HttpResponseBase:
    """One table of everybody in scope; `?menurut=` chooses, `?unduh=xlsx|csv` downloads."""
    hasil = _rekap(request)
    bentuk = request.GET.get("unduh")
    if bentuk:
        catat(
            pengguna=request.user, tindakan="unduh_rekap", subjek_jenis="rekap", subjek_id=None, kanal=KANAL,
            rincian={"menurut": hasil.menurut},
        )  # fmt: skip
        return unduhan(_tabel(hasil, request), bentuk)
    url = reverse("admin:pegawai_pegawai_laporan")
    isi = {
        **situs.each_context(request),
        "title": "Laporan",
        "rekap": hasil,
        "per": kata.tanggal(timezone.localdate()),
        "lingkup": wewenang(request).instansi_nama,
        "tab": [
            {"teks": judul, "url": f"{url}?menurut={kode}", "aktif": kode == hasil.menurut}
            for kode, (judul, _) in PEMBUAT.items()
        ],
        "unduh": [
            {"teks": f"Unduh {b.upper()}", "url": f"{url}?menurut={hasil.menurut}&unduh={b}"}
            for b in ("xlsx", "csv")
        ],
    }
    return TemplateResponse(request, "admin/pegawai/laporan.html", isi)


def _rekap(request: HttpRequest) -> Rekap:
    orang = Pegawai.objects.visible_to(request.user)
    try:
        return rekap(orang, request.GET.get("menurut", "golongan"), timezone.localdate())
    except DomainError as salah:
        raise Http404(salah.pesan) from salah


def _tabel(hasil: Rekap, request: HttpRequest) -> Tabel:
    keterangan = (
        ("Isi", f"Jumlah pegawai menurut {hasil.judul.lower()}"),
        ("Sumber", "Data kepegawaian Karier ASN"),
        ("Lingkup", wewenang(request).instansi_nama or "Semua instansi"),
        ("Diunduh", f"{kata.waktu(timezone.localtime())} oleh {request.user}"),
    )
    baris: list[list[Sel]] = [[b.kode, b.nama, b.jumlah] for b in hasil.rincian]
    return Tabel(
        f"rekap-{hasil.menurut}",
        ("Kode", hasil.judul, "Jumlah"),
        [*baris, ["", "Jumlah", hasil.jumlah]],
        keterangan,
        lembar=hasil.judul,
    )


daftarkan_menu("Laporan", "Jumlah pegawai", "admin:pegawai_pegawai_laporan")
