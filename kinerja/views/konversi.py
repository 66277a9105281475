"""Conversions of angka kredit that wait for a signature: what is signed, for whom, then the signature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import bilangan
from kinerja.kamus import dasar_berubah
from kinerja.models import KonversiAngkaKredit
from kinerja.services.meja_konversi import BarisKonversi, conversion_desk
from kinerja.services.tanda_tangan import Pilihan, fingerprint, sign_conversions
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import own_record


@require_http_methods(["GET", "HEAD", "POST"])
def konversi(request: HttpRequest) -> HttpResponse:
    """Everything that waits, or what was chosen of it, before it is signed; POST signs."""
    saya = own_record(request)
    if request.method == "POST":
        return _sign(request)
    dipilih = {bilangan(teks) for teks in request.GET.getlist("pilih")}
    semua = conversion_desk(pengguna=request.user, per=timezone.localdate())
    baris = [b for b in semua if not dipilih or b.konversi.pk in dipilih]
    catat_baca(pengguna=request.user, pegawai_ids=sorted({b.siapa.pegawai_id for b in baris}), kanal="portal")
    isi = {
        "baris": [conversion_line(b, zone_of(saya)) for b in baris],
        "pengelola": saya.instansi.pengelola,
        "url_tujuan": reverse("kinerja:konversi"),
        "url_balik": f"{reverse('kinerja:daftar')}#konversi",
    }
    return render(request, "kinerja/konversi.html", isi)


def _sign(request: HttpRequest) -> HttpResponse:
    pilihan = _pilihan(request.POST.getlist("pilih"))
    try:
        ditandai = sign_conversions(pilihan=pilihan, actor=request.user, at=timezone.now())
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(conversion_url([p.pk for p in pilihan]) or reverse("kinerja:konversi"))
    messages.success(request, _hasil(ditandai))
    return HttpResponseRedirect(reverse("kinerja:daftar"))


def _pilihan(teks: Sequence[str]) -> list[Pilihan]:
    """'12:ab12...' as the confirm page sends them, each once; what is not understood is nothing."""
    hasil = {}
    for satu in teks:
        pk, _, sidik = satu.partition(":")
        nomor = bilangan(pk)
        if nomor is not None:
            hasil[nomor] = Pilihan(nomor, sidik)
    return list(hasil.values())


def _hasil(ditandai: Sequence[KonversiAngkaKredit]) -> str:
    if len(ditandai) > 1:
        return f"{len(ditandai)} konversi angka kredit sudah ditandatangani."
    k = ditandai[0]
    jumlah = kata.senti(k.nilai_senti)
    return f"Konversi {k.masa_predikat} {k.pegawai.nama_gelar} sebesar {jumlah} sudah ditandatangani."


def conversion_url(pk: Sequence[int]) -> str:
    """The confirm page of these conversions; empty for none, since without a choice it shows all."""
    return f"{reverse('kinerja:konversi')}?{urlencode({'pilih': pk}, doseq=True)}" if pk else ""


def conversion_line(b: BarisKonversi, zona_waktu: str) -> dict[str, Any]:
    """One conversion in words; `kunci` is sent along: which it is and what was seen of it."""
    k = b.konversi
    setahun = kata.senti(k.koefisien_milli // 10)
    return {
        "nama": b.siapa.nama,
        "jabatan": b.siapa.jabatan,
        "tahun": k.masa_predikat,
        "angka_kredit": kata.senti(k.nilai_senti),
        "rincian": (
            f"{k.get_jenjang_display()}, {k.bulan} bulan sejak {kata.tanggal(k.mulai)}, "
            f"{k.persen} persen dari {setahun} setahun"
        ),
        "sebab": [*dasar_berubah(b.lalu, k), _signature_gone(b.lalu, zona_waktu)] if b.lalu else [],
        "kunci": f"{k.pk}:{fingerprint(k)}",
        "url": conversion_url([k.pk]),
    }


def _signature_gone(lalu: KonversiAngkaKredit, zona_waktu: str) -> str:
    pada = f" {moment_text(lalu.ditandatangani_pada, zona_waktu)}" if lalu.ditandatangani_pada else ""
    return (
        f"Tanda tangan{pada} untuk {kata.senti(lalu.nilai_senti)} angka kredit tidak berlaku lagi. "
        "Periksa angka yang baru, lalu tanda tangani lagi."
    )
