"""*Catatan JP* (A10): the year of learning, what was reported about it, and what became of that."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import bilangan, dikirim, isikan
from pegawai.models import Pegawai
from pegawai.services.kode_konfirmasi import terbaca as kode_terbaca
from pegawai.services.profil import day_of, zone_of
from pegawai.views.bukti import unduhan_bukti
from pegawai.views.saya import KANAL, own_record
from pelatihan.forms.kegiatan import FormKegiatan, initial_of
from pelatihan.kamus.jp import cara_menghitung
from pelatihan.models import KegiatanMandiri
from pelatihan.services.jp_baca import read_year
from pelatihan.services.kegiatan import laporkan_kegiatan, perbaiki_kegiatan, tarik_kegiatan
from pelatihan.services.kegiatan_baca import expected, open_proof, own_report, own_reports, own_words, terbaca
from pelatihan.services.kegiatan_konfirmasi import setujui_isian, terbitkan_kode

TAHUN_TERAWAL: Final = 1980


@require_safe
def jp(request: HttpRequest) -> HttpResponse:
    """One year of mine; without a year in the address the present one."""
    saya, kini = own_record(request), timezone.now()
    tahun_ini = day_of(saya, kini).year
    tahun = bilangan(request.GET.get("tahun"), bawaan=tahun_ini) or tahun_ini
    tahun = min(max(tahun, TAHUN_TERAWAL), tahun_ini + 1)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    isi = {
        "t": read_year(saya, tahun, at=kini),
        "laporan": [own_words(k) for k in own_reports(saya, tahun)],
        "pengelola": saya.instansi.pengelola,
    }
    return render(request, "pelatihan/jp.html", isi)


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest) -> HttpResponse:
    """*Tambah kegiatan*: what it was, how long, and the photograph of its proof."""
    saya = own_record(request)
    form = FormKegiatan(dikirim(request), request.FILES or None, aturan=_law(saya), initial={"versi": 0})
    if request.method == "POST" and form.is_valid():
        tujuan = _lapor(request, saya, form)
        if tujuan:
            return HttpResponseRedirect(tujuan)
    return _tampil_form(request, saya, form, judul="Tambah kegiatan")


def _lapor(request: HttpRequest, saya: Pegawai, form: FormKegiatan) -> str:
    """Where to go on; empty when it was refused and what was typed stands on the page."""
    try:
        kegiatan = laporkan_kegiatan(
            pegawai_id=saya.pk,
            isi=form.isi,
            berkas=form.terlampir,
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except DomainError as salah:
        form.add_error(_field_of(salah), salah.kalimat)
        return ""
    messages.success(request, "Kegiatan terkirim. Pengelola kepegawaian memeriksa buktinya.")
    return reverse("pelatihan:kegiatan", args=[kegiatan.pk])


@require_safe
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """One report of mine: where it stands, and what was claimed and credited."""
    saya = own_record(request)
    kegiatan = _mine(saya, pk)
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    k = own_words(kegiatan)
    isi = {"k": k, "perkiraan": expected(kegiatan, at=timezone.now()) if k.terbuka else ""}
    return render(request, "pelatihan/kegiatan.html", isi)


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def perbaiki(request: HttpRequest, pk: int) -> HttpResponse:
    """*Perbaiki*: what HR has not decided; a decided one leads back to its page."""
    saya = own_record(request)
    kegiatan = _mine(saya, pk)
    k = own_words(kegiatan)
    if not k.terbuka and request.method != "POST":
        return HttpResponseRedirect(reverse("pelatihan:kegiatan", args=[pk]))
    form = FormKegiatan(
        dikirim(request), request.FILES or None, aturan=_law(saya), ada_bukti=not k.perlu_foto,
        initial=initial_of(kegiatan),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and _perbaiki(request, pk, form):
        return HttpResponseRedirect(reverse("pelatihan:kegiatan", args=[pk]))
    if form.is_bound:  # the page says how it stands now
        isikan(form, versi=_mine(saya, pk).versi)
    return _tampil_form(request, saya, form, judul="Perbaiki kegiatan", k=k)


def _perbaiki(request: HttpRequest, pk: int, form: FormKegiatan) -> bool:
    try:
        perbaiki_kegiatan(
            kegiatan_id=pk,
            versi=form.cleaned_data["versi"],
            isi=form.isi,
            berkas=form.terlampir,
            actor=request.user,
            at=timezone.now(),
            kanal=KANAL,
        )
    except DomainError as salah:
        form.add_error(_field_of(salah), salah.kalimat)
        return False
    messages.success(request, "Perbaikan terkirim dan menunggu diperiksa.")
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a report back, after a question."""
    kegiatan = _mine(own_record(request), pk)
    if request.method == "POST":
        versi = bilangan(request.POST.get("versi"), bawaan=0) or 0
        return _langkah(request, pk, tarik_kegiatan, "Laporan ditarik.", versi=versi)
    return render(request, "pelatihan/kegiatan_tarik.html", {"k": terbaca(kegiatan)})


@require_POST
def setujui(request: HttpRequest, pk: int) -> HttpResponse:
    """My yes to what an operator entered for me."""
    _mine(own_record(request), pk)
    return _langkah(
        request, pk, setujui_isian, "Kegiatan terkirim. Pengelola kepegawaian memeriksa buktinya."
    )


@require_POST
def kode(request: HttpRequest, pk: int) -> HttpResponse:
    """The code that I read out to whoever entered it; shown once."""
    kegiatan = _mine(own_record(request), pk)
    try:
        angka = terbitkan_kode(kegiatan_id=pk, actor=request.user, at=timezone.now(), kanal=KANAL)
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(reverse("pelatihan:kegiatan", args=[pk]))
    isi = {"kode": kode_terbaca(angka), "k": terbaca(kegiatan)}
    return render(request, "pelatihan/kegiatan_kode.html", isi)


@require_safe
def bukti(request: HttpRequest, pk: int) -> HttpResponse:
    """My own proof as a download."""
    saya = own_record(request)
    milik = KegiatanMandiri.objects.filter(pegawai=saya)
    try:
        berkas, isi = open_proof(
            kegiatan_id=pk, mana="bukti", semua=milik, pengguna=request.user, kanal=KANAL
        )
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(reverse("pelatihan:kegiatan", args=[pk]))
    return unduhan_bukti(berkas, isi)


def _langkah(request: HttpRequest, pk: int, fungsi: Any, teks: str, **lain: int) -> HttpResponse:
    try:
        fungsi(kegiatan_id=pk, actor=request.user, at=timezone.now(), kanal=KANAL, **lain)
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    else:
        messages.success(request, teks)
    return HttpResponseRedirect(reverse("pelatihan:kegiatan", args=[pk]))


def _tampil_form(
    request: HttpRequest, saya: Pegawai, form: FormKegiatan, *, judul: str, k: Any = None
) -> HttpResponse:
    isi = {
        "judul": judul,
        "form": form,
        "k": k,
        "cara": cara_menghitung(_law(saya)),
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
        "url_balik": reverse("pelatihan:kegiatan", args=[k.pk]) if k else reverse("pelatihan:jp"),
    }
    return render(request, "pelatihan/kegiatan_isi.html", isi)


def _mine(saya: Pegawai, pk: int) -> KegiatanMandiri:
    try:
        return own_report(saya, pk)
    except TidakDitemukan as salah:
        raise Http404 from salah


def _law(saya: Pegawai) -> Any:
    return aturan_per(day_of(saya, timezone.now()))


def _field_of(salah: DomainError) -> str | None:
    """Beside which field a refusal stands; None: above the form."""
    if salah.kode.startswith("bukti_"):
        return "berkas"
    return {"jp_bukan_sesi": "jp", "belum_selesai": "selesai", "tanggal_terbalik": "selesai"}.get(salah.kode)
