"""The law that the decisions rest on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.views import asal
from karier.kamus.berkas_aturan import teks_catatan
from karier.services.aturan_terbaca import baca_isi, baca_versi, cari_berkas, daftar_parameter

#: Pages whose requirements link the law; the page of the law leads back to them.
LEMBAR = ("karier:syarat", "karier:putusan", "karier:syarat_pegawai", "karier:putusan_pegawai")


@require_safe
def aturan(request: HttpRequest, kode: str, mulai: str) -> HttpResponse:
    """One file of the law with its articles, for everybody who is signed in; it is about nobody."""
    try:
        berkas = cari_berkas(kode, mulai)
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    per, saya = timezone.localdate(), getattr(request.user, "pegawai", None)
    setelan = daftar_parameter(saya.instansi_id, per) if saya else []
    isi = {
        "berkas": baca_versi(berkas, per),
        "catatan": teks_catatan(berkas.isi["catatan"]),
        "tabel": baca_isi(berkas, setelan),
        "url_balik": asal(request, *LEMBAR),
    }
    return render(request, "karier/aturan.html", isi)
