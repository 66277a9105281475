"""Lembar saya: the paper, and the page that its code opens."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.pdf import unduhan_pdf
from karier.models import LembarTercetak
from karier.services.lembar_cetak import find_sheet, is_current, print_sheets
from pegawai.models import Pegawai
from pegawai.services.profil import identity
from pegawai.views.saya import KANAL, own_record

#: Where corrections written on a paper are typed in, for the person to confirm.
HALAMAN_KOREKSI = "admin:pegawai_usulanperubahan_isikanbaris"


@require_safe
def lembar_saya(request: HttpRequest) -> HttpResponse:
    """My own sheet, at an address that names nobody."""
    saya = own_record(request)
    isi = print_sheets(
        pegawai=Pegawai.objects.filter(pk=saya.pk),
        instansi_id=saya.instansi_id,
        actor=request.user,
        per=timezone.localdate(),
        at=timezone.now(),
        kanal=KANAL,
        alamat=lambda kode: sheet_address(request, kode),
    )
    return unduhan_pdf("lembar-saya", isi)


def sheet_address(request: HttpRequest, kode: str) -> str:
    """Where the code of a sheet leads; no NIP in it."""
    return request.build_absolute_uri(reverse("karier:lembar_kode", args=[kode]))


@require_safe
def cari_lembar(request: HttpRequest) -> HttpResponse:
    """Type the code of a paper."""
    teks = request.GET.get("kode", "").strip()[:40]
    lembar = find_sheet(kode=teks, pengguna=request.user) if teks else None
    if lembar is not None:
        return HttpResponseRedirect(reverse("karier:lembar_kode", args=[lembar.kode]))
    return render(request, "karier/lembar_cari.html", {"kode": teks})


@require_safe
def lembar_kode(request: HttpRequest, kode: str) -> HttpResponse:
    """What a paper is worth today: for the person, and for those who serve them; 404 for everybody else."""
    lembar = find_sheet(kode=kode, pengguna=request.user)
    if lembar is None:
        raise Http404
    orang = lembar.pegawai
    catat_baca(pengguna=request.user, pegawai_ids=[orang.pk], kanal=KANAL, keperluan="Kode lembar")
    siapa = identity(orang, per=timezone.localdate())
    diri = orang.pk == request.user.pegawai_id  # type: ignore[union-attr]
    isi = {
        "kode": lembar.kode_teks,
        "dicetak": kata.waktu(timezone.localtime(lembar.pada)),
        "pegawai": {"nama": siapa.nama, "identitas": siapa.teks},
        "adalah_saya": diri,
        "masih_sama": _unchanged(request, lembar, diri=diri),
        "url_koreksi": "" if diri else reverse(HALAMAN_KOREKSI, args=[orang.pk]),
    }
    return render(request, "karier/lembar.html", isi)


def _unchanged(request: HttpRequest, lembar: LembarTercetak, *, diri: bool) -> Any:
    """Whether it still says the same; None for who may not know about all that stands on it."""
    tertutup = lembar.lengkap and not diri
    if tertutup and not Pegawai.objects.dikelola(request.user).filter(pk=lembar.pegawai_id).exists():
        return None
    return is_current(lembar, per=timezone.localdate())
