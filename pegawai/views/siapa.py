"""*Siapa melihat data saya*: who, when, what, why, through which door; per month; as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.export import Tabel, unduhan
from asn_karier.lib.views import Halaman, alamat, bilangan, potong
from pegawai.services.jejak_saya import JENIS, all_lines, count_by_month, read_trail
from pegawai.services.profil import moment_text
from pegawai.views.saya import JEJAK_PER_HALAMAN, KANAL, own_record


@require_safe
def siapa(request: HttpRequest) -> HttpResponse:
    """The page, for everybody who has a record: ASN, PPPK, leaders, staff of the HR desk."""
    saya = own_record(request)
    jenis = _jenis(request)
    baris, ada_lagi = potong(
        read_trail(
            saya,
            sebelum=bilangan(request.GET.get("sebelum")),
            banyak=JEJAK_PER_HALAMAN + 1,
            jenis=jenis,
        ),
        JEJAK_PER_HALAMAN,
    )
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    berikut = alamat(request, sebelum=baris[-1].pk) if ada_lagi else ""
    pilihan = [("", "Semua"), *((kode, teks) for kode, (teks, _) in JENIS.items())]
    isi = {
        "jejak": baris,
        "bulan": count_by_month(saya, at=timezone.now()),
        "kepala_bulan": [teks for teks, _ in JENIS.values()],
        "saringan": [
            {"teks": teks, "url": alamat(request, jenis=kode, sebelum=None), "aktif": kode == jenis}
            for kode, teks in pilihan
        ],
        "url_unduh": f"{reverse('pegawai:siapa_unduh')}{'?jenis=' + jenis if jenis else ''}",
        "halaman": Halaman(berikut=berikut) if ada_lagi else None,
    }
    return render(request, "pegawai/siapa.html", isi)


@require_safe
def unduh(request: HttpRequest) -> HttpResponseBase:
    """The same lines as CSV, every one of them."""
    saya = own_record(request)
    jenis = _jenis(request)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL, tindakan="unduh")
    tabel = Tabel(
        nama_berkas="siapa-melihat-data-saya",
        kepala=("Waktu", "Oleh", "Peran", "Tindakan", "Keperluan", "Lewat"),
        baris=(
            (b.pada, b.oleh, b.peran, b.tindakan, b.tujuan, b.saluran) for b in all_lines(saya, jenis=jenis)
        ),
        keterangan=(
            ("Tentang", saya.nama_gelar),
            ("Dibuat", moment_text(timezone.now(), saya.instansi.zona_waktu)),
        ),
    )
    return unduhan(tabel, "csv")


def _jenis(request: HttpRequest) -> str:
    jenis = request.GET.get("jenis", "")
    return jenis if jenis in JENIS else ""
