"""Give feedback: choose whom, write three sentences, send. From *Tim saya* these are three clicks."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.views import Halaman, alamat, bilangan, potong
from kinerja.enums import HubunganPemberi
from kinerja.forms.umpan_balik import UmpanBalikForm, choices_in, praise_in
from kinerja.kamus.umpan_balik import kalimat_pembaca
from kinerja.rules.hubungan import hubungan
from kinerja.services.hubungan import addressee, addressees, position
from kinerja.services.umpan_balik import send_feedback, withdrawal_time
from pegawai.models import Pegawai
from pegawai.services.profil import identities, identity, moment_text, zone_of
from pegawai.views.saya import KANAL, own_record

PER_HALAMAN = 50
#: What people are chosen for: the route of the next page.
TUJUAN = {"": "kinerja:umpan_balik_beri", "pengakuan": "kinerja:pengakuan_usulkan"}
KELOMPOK = {
    HubunganPemberi.BAWAHAN: "Atasan saya",
    HubunganPemberi.ATASAN: "Bawahan langsung",
    HubunganPemberi.REKAN: "Rekan",
}


@require_safe
def pilih(request: HttpRequest) -> HttpResponse:
    """My atasan, direct reports and colleagues; `?q=` finds by a part of the name."""
    saya = own_record(request)
    untuk = request.GET.get("untuk", "")
    tujuan = TUJUAN.get(untuk, TUJUAN[""])
    cari = request.GET.get("q", "").replace("\x00", "").strip()[:60]
    lewati = max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0)
    semua = addressees(saya).filter(nama__icontains=cari).order_by("nama", "pk")
    if untuk == "pengakuan" and saya.atasan_id:
        semua = semua.exclude(pk=saya.atasan_id)
    orang, ada_lagi = potong(list(semua[lewati : lewati + PER_HALAMAN + 1]), PER_HALAMAN)
    catat_baca(pengguna=request.user, pegawai_ids=[o.pk for o in orang], kanal=KANAL, tindakan="lihat_daftar")
    awal = choices_in(request.GET) if tujuan == TUJUAN[""] else {}
    isi = {
        "kelompok": _groups(saya, orang, tujuan, awal),
        "cari": cari,
        "untuk": untuk if untuk in TUJUAN else "",
        "awal": awal,
        "halaman": _page(request, lewati, ada_lagi=ada_lagi),
    }
    return render(request, "kinerja/umpan_balik_pilih.html", isi)


def _groups(saya: Pegawai, orang: Any, tujuan: str, awal: dict[str, str]) -> list[dict[str, Any]]:
    ekor = f"?{urlencode(awal)}" if awal else ""
    siapa = identities(Pegawai.objects.filter(pk__in=[o.pk for o in orang]), per=timezone.localdate())
    kelompok: dict[str, list[dict[str, str]]] = {judul: [] for judul in KELOMPOK.values()}
    for o in orang:
        sebagai = hubungan(position(saya), position(o))
        if sebagai is not None:
            satu = {
                "nama": o.nama_gelar,
                "jabatan": siapa[o.pk].jabatan,
                "url": reverse(tujuan, args=[o.pk]) + ekor,
            }
            kelompok[KELOMPOK[sebagai]].append(satu)
    return [{"judul": judul, "orang": isi} for judul, isi in kelompok.items() if isi]


def _page(request: HttpRequest, lewati: int, *, ada_lagi: bool) -> Halaman | None:
    if not lewati and not ada_lagi:
        return None
    return Halaman(
        sebelum=alamat(request, mulai=max(lewati - PER_HALAMAN, 0)) if lewati else "",
        berikut=alamat(request, mulai=lewati + PER_HALAMAN) if ada_lagi else "",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def beri(request: HttpRequest, pegawai_id: int) -> HttpResponse:
    """Three sentences; above the button stands who will read them."""
    saya = own_record(request)
    try:
        orang, sebagai = addressee(saya=saya, pegawai_id=pegawai_id)
    except TidakDitemukan as salah:
        raise Http404 from salah
    if request.method == "POST":
        form = UmpanBalikForm(request.POST)
        if form.is_valid() and _send(request, form, orang):
            return HttpResponseRedirect(reverse("kinerja:umpan_balik_terkirim"))
    else:
        awal = {**choices_in(request.GET), **praise_in(request.GET)}
        form = UmpanBalikForm(initial={"pembaca": orang.atasan_id, **awal})
    # Without a purpose: HR reads the trail, and who writes to whom is not theirs to know.
    catat_baca(pengguna=request.user, pegawai_ids=[orang.pk], kanal=KANAL)
    return _show(request, form, orang, sebagai)


def _send(request: HttpRequest, form: UmpanBalikForm, orang: Pegawai) -> bool:
    at = timezone.now()
    try:
        u = send_feedback(
            pegawai_id=orang.pk,
            isi=form.isi,
            kunci=form.cleaned_data["kunci"],
            pembaca=form.cleaned_data["pembaca"],
            actor=request.user,
            at=at,
        )
    except DomainError as salah:
        if salah.kode == "pembaca_berganti":
            form.sebut_pembaca(orang.atasan_id)
        elif isinstance(salah, Bentrok):
            form.ganti_kunci()
        form.add_error(None, salah.kalimat)
        return False
    sampai = moment_text(u.dikirim_pada + withdrawal_time(), zone_of(u.pemberi))
    messages.success(
        request,
        f"Umpan balik nomor {u.pk} untuk {orang.nama_gelar} terkirim. "
        f"Selama belum dibaca, dapat dibatalkan sampai {sampai}.",
    )
    return True


def _show(
    request: HttpRequest, form: UmpanBalikForm, orang: Pegawai, sebagai: HubunganPemberi
) -> HttpResponse:
    siapa = identity(orang, per=timezone.localdate())
    balik = reverse("kinerja:umpan_balik_pilih")
    if sebagai is HubunganPemberi.ATASAN:
        balik = reverse("kinerja:umpan_balik_tim", args=[orang.pk])
    isi = {
        "form": form,
        "pegawai": {"nama": siapa.nama, "identitas": siapa.teks},
        "pembaca": kalimat_pembaca(sebagai, siapa.nama, orang.atasan.nama_gelar if orang.atasan else ""),
        "url_balik": balik,
    }
    return render(request, "kinerja/umpan_balik_beri.html", isi, status=409 if _conflict(form) else 200)


def _conflict(form: UmpanBalikForm) -> bool:
    """The fields are well filled in; what refused is the state of things."""
    return form.is_bound and set(form.errors) == {"__all__"}
