"""The plan without a network: taken along as page, sheet or paper; brought back, looked at, joined."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.export import unduhan
from asn_karier.lib.pdf import unduhan_pdf
from asn_karier.lib.views import dikirim
from karier.forms.rencana import FormLembar, FormPilih
from karier.kamus.rencana import difference_text
from karier.models import RencanaPengembangan
from karier.services.rencana_gabung import Pratinjau, join_sheet, preview
from karier.services.rencana_isikan import accept_entry, issue_code, refuse_entry
from karier.services.rencana_kertas import blank_sheet, page_words, plan_paper
from karier.services.rencana_luring import Lembar, read_sheet
from karier.services.rencana_sumber import as_json, from_json
from karier.views.rencana_bersama import answer, back, own_plan, posted_version, sheet_url
from kinerja.services.skp_lembar import account_name
from pegawai.services.kode_konfirmasi import terbaca as kode_terbaca
from pegawai.views.saya import KANAL

#: As long as a sheet that was looked at may wait to be joined.
UMUR_TINJAU: Final = 24 * 60 * 60
_RUANG: Final = "karier.rencana.tinjau"


def _me(request: HttpRequest) -> dict[str, Any]:
    return {"actor": request.user, "at": timezone.now(), "kanal": KANAL}


@require_safe
def luring(request: HttpRequest, pk: int) -> HttpResponse:
    """One small page without script, style sheet or address; it prints as it reads."""
    r = own_plan(request, pk)
    teks = render_to_string("karier/rencana_luring.html", page_words(rencana=r, **_me(request)))
    jawaban = HttpResponse(teks, content_type="text/html; charset=utf-8")
    jawaban["Content-Disposition"] = f'attachment; filename="rencana-pengembangan-{r.tahun}.html"'
    return jawaban


@require_safe
def unduh_lembar(request: HttpRequest, pk: int) -> Any:
    """The workbook to be written on."""
    return unduhan(blank_sheet(rencana=own_plan(request, pk), **_me(request)), "xlsx")


@require_safe
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper to be written on and signed."""
    r = own_plan(request, pk)
    return unduhan_pdf(f"rencana-pengembangan-{r.tahun}", plan_paper(rencana=r, **_me(request)))


@require_http_methods(["GET", "HEAD", "POST"])
def unggah(request: HttpRequest, pk: int) -> HttpResponse:
    """A sheet comes back: read, looked at, joined. Nothing is written before the last press."""
    r = own_plan(request, pk)
    if request.method == "POST" and "lembar" in request.POST:
        return _gabung(request, r)
    form = FormLembar(dikirim(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            berkas = form.cleaned_data["berkas"]
            lembar = read_sheet(berkas=berkas.file, nama=berkas.name)
            return show_preview(request, r, lembar, preview(r, lembar))
        except DomainError as salah:
            form.add_error("berkas", salah.kalimat)
    isi = {"form": form, "r": r, "url_balik": sheet_url(r)}
    return render(request, "karier/rencana_unggah.html", isi)


def _gabung(request: HttpRequest, r: RencanaPengembangan) -> HttpResponse:
    lembar = opened(request)
    if lembar is None:
        messages.error(request, "Tinjauan lembar ini sudah lewat sehari. Unggah lagi berkasnya.")
        return HttpResponseRedirect(request.path)
    lihat = _look(r, lembar)
    if isinstance(lihat, str):
        messages.info(request, lihat)
        return back(r)
    form = FormPilih(request.POST, konflik=lihat.gabungan.konflik)
    if not form.is_valid():
        return show_preview(request, r, lembar, lihat, form)
    try:
        join_sheet(
            rencana_id=r.pk,
            lembar=lembar,
            pilihan=form.pilihan,
            versi=posted_version(request),
            **_me(request),
        )
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        # A second press at the same moment finds that the first has joined it.
        lagi = _look(r, lembar)
        return back(r) if isinstance(lagi, str) else show_preview(request, r, lembar, lagi)
    messages.success(request, "Isi lembar digabung. Periksa hasilnya, lalu ajukan ke atasan.")
    return back(r)


def _look(r: RencanaPengembangan, lembar: Lembar) -> Pratinjau | str:
    """What joining would do, or in words why there is nothing to join."""
    try:
        return preview(r, lembar)
    except DomainError as salah:
        return salah.kalimat


def show_preview(
    request: HttpRequest,
    r: RencanaPengembangan,
    lembar: Lembar,
    lihat: Pratinjau,
    form: FormPilih | None = None,
) -> HttpResponse:
    isi = preview_context(request, lembar, lihat, form) | {"r": r, "url_balik": sheet_url(r)}
    return render(request, "karier/rencana_gabung.html", isi)


def preview_context(
    request: HttpRequest, lembar: Lembar, lihat: Pratinjau, form: FormPilih | None = None
) -> dict[str, Any]:
    """What a page that joins a sheet shows, for the person and for the desk."""
    return {
        "masuk": [difference_text(b) for b in lihat.masuk],
        "catatan": lihat.catatan,
        "kosong": lihat.kosong,
        "form": form or FormPilih(konflik=lihat.gabungan.konflik),
        "versi": lihat.versi,
        "segel": sealed(request, lembar),
    }


def sealed(request: HttpRequest, lembar: Lembar) -> str:
    """A sheet that was looked at, for the same account to send along."""
    asal = [request.user.pk, lembar.rencana_id, lembar.versi, lembar.tanda]
    isi = [*asal, as_json(lembar.baris), sorted(lembar.dihapus)]
    return signing.dumps(isi, salt=_RUANG, compress=True)


def opened(request: HttpRequest) -> Lembar | None:
    """The sheet that came along; None when it is too old, changed, or of another account."""
    try:
        isi = signing.loads(request.POST.get("lembar", ""), salt=_RUANG, max_age=UMUR_TINJAU)
    except signing.BadSignature:
        return None
    siapa, rencana_id, versi, tanda, baris, dihapus = isi
    if siapa != request.user.pk:
        return None
    return Lembar(rencana_id, versi, tanda, from_json(baris), frozenset(dihapus))


# -- what an operator entered ---------------------------------------------------------------------------


@require_POST
def kiriman_setujui(request: HttpRequest, pk: int, kiriman_id: int) -> HttpResponse:
    """The person's yes to what an operator entered."""
    r = own_plan(request, pk)
    pesan = "Isian disetujui dan menjadi isi rencana Anda."
    return answer(request, r, lambda: accept_entry(kiriman_id=kiriman_id, **_me(request)), pesan)


@require_POST
def kiriman_tolak(request: HttpRequest, pk: int, kiriman_id: int) -> HttpResponse:
    """The person's no."""
    r = own_plan(request, pk)
    pesan = "Isian ditolak. Rencana Anda tidak berubah."
    return answer(request, r, lambda: refuse_entry(kiriman_id=kiriman_id, **_me(request)), pesan)


@require_POST
def kiriman_kode(request: HttpRequest, pk: int, kiriman_id: int) -> HttpResponse:
    """The code to read out, shown once."""
    r = own_plan(request, pk)
    kiriman = r.kiriman.filter(pk=kiriman_id).select_related("oleh__pegawai").first()
    if kiriman is None:
        raise Http404
    try:
        kode = issue_code(kiriman_id=kiriman_id, **_me(request))
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        messages.info(request, salah.kalimat)
        return back(r)
    isi = {"kode": kode_terbaca(kode), "oleh": account_name(kiriman.oleh), "r": r, "url_balik": sheet_url(r)}
    return render(request, "karier/rencana_kode.html", isi)
