"""Public forms: rate a service, say something on a topic. No session is read, so no token of one is asked.

A forged post could only send what anybody may send; the key of the opened page stands against double and
invented ones (services.kiriman), the count per network against floods (services.penanda).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.errors import DomainError, TidakDitemukan
from kinerja.enums import AlasanTidakTampil, StatusKiriman, StatusTindak
from kinerja.forms.warga import FormWarga, MasukanForm, UlasanForm
from kinerja.kamus import LABEL
from kinerja.kamus.warga import KELAS_TINDAK, NASIB_KIRIMAN
from kinerja.models import LayananPublik, MasukanForum, TopikForum, Ulasan
from kinerja.services.forum import submit_masukan
from kinerja.services.kiriman import issue_key
from kinerja.services.penanda import numbers_on
from kinerja.services.ulasan import find_layanan, submit_ulasan
from kinerja.views.publik_bingkai import alamat_jaringan, halaman, halaman_isian, instansi_terbuka
from pegawai.models import Instansi
from pegawai.services.laju import TerlaluSering


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def ulas(request: HttpRequest, kode: str) -> HttpResponse:
    """P2: the page behind a QR code. Choose an answer, send."""
    layanan = _layanan(kode)
    sini = layanan.unit.instansi
    if not layanan.aktif and not _bertulisan(request):
        return halaman(request, "tutup", sini, status=410, layanan=layanan)
    form, tentang = UlasanForm(_dikirim(request)), f"ulasan:{layanan.kode}"
    isi = {"layanan": layanan, "penanda_jam": int(numbers_on(timezone.now()).penanda.total_seconds() // 3600)}

    def kirim() -> Ulasan:
        data = form.cleaned_data
        return submit_ulasan(
            layanan=layanan,
            jawaban=data["jawaban"],
            teks=data["teks"],
            kunci=data["kunci"],
            alamat=alamat_jaringan(request),
            at=timezone.now(),
        )

    return _isian(request, form, tentang, kirim, _Halaman("ulas", sini, isi))


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def masukan(request: HttpRequest, instansi: str, topik: int) -> HttpResponse:
    """An input on one topic."""
    sini = instansi_terbuka(instansi)
    terbuka = TopikForum.objects.terbuka(sini).select_related("unit__instansi")
    satu = terbuka.filter(pk=topik).first()
    if satu is None or not (satu.dibuka or _bertulisan(request)):
        raise Http404("Dialog ini tidak ditemukan, atau tidak menerima masukan lagi.")
    form, tentang = MasukanForm(_dikirim(request)), f"masukan:{satu.pk}"

    def kirim() -> MasukanForum:
        data = form.cleaned_data
        return submit_masukan(
            topik=satu,
            teks=data["teks"],
            kunci=data["kunci"],
            alamat=alamat_jaringan(request),
            at=timezone.now(),
        )

    return _isian(request, form, tentang, kirim, _Halaman("masukan", sini, {"topik": satu}))


class _Halaman(NamedTuple):
    """Where a form stands."""

    templat: str
    instansi: Instansi
    isi: dict[str, Any]

    def tampil(self, request: HttpRequest, form: FormWarga, status: int) -> HttpResponse:
        jawaban = halaman(request, self.templat, self.instansi, status=status, form=form, **self.isi)
        return halaman_isian(jawaban)


def _isian(
    request: HttpRequest,
    form: FormWarga,
    tentang: str,
    kirim: Callable[[], Any],
    di: _Halaman,
) -> HttpResponse:
    """One form: sent, or shown with what is amiss and with everything that was typed."""
    status, tunggu = 200, 0
    if form.is_bound and form.is_valid():
        try:
            return HttpResponseRedirect(reverse("publik:terima", args=[kirim().nomor]), status=303)
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            status = 429 if isinstance(salah, TerlaluSering) else 409
            tunggu = int(getattr(salah, "wait", 0))
    kunci = issue_key(tentang=tentang, at=timezone.now())
    if form.is_bound:
        form.lanjutkan(kunci)
    else:
        form.initial["kunci"] = kunci
    jawaban = di.tampil(request, form, status)
    if tunggu:
        jawaban.headers["Retry-After"] = str(tunggu)
    return jawaban


def _dikirim(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _bertulisan(request: HttpRequest) -> bool:
    """Words are on their way: what closed meanwhile refuses them on the page that still has them."""
    return bool(request.POST.get("teks", "").strip())


def _layanan(kode: str) -> LayananPublik:
    try:
        layanan = find_layanan(kode)
    except TidakDitemukan as salah:
        raise Http404(salah.pesan) from salah
    if layanan.unit.instansi.uji_coba:
        raise Http404("Layanan tidak ditemukan.")
    return layanan


@login_not_required
@require_safe
def terima(request: HttpRequest, nomor: str) -> HttpResponse:
    """The confirmation; can be opened again later, and then says what became of the words."""
    kiriman: Any = (
        Ulasan.objects.select_related("layanan__unit__instansi").filter(nomor=nomor.upper()).first()
        or MasukanForum.objects.select_related("topik__unit__instansi").filter(nomor=nomor.upper()).first()
    )
    if kiriman is None:
        raise Http404("Nomor itu tidak ditemukan.")
    tentang = kiriman.layanan if isinstance(kiriman, Ulasan) else kiriman.topik
    sini = tentang.unit.instansi
    isi = {
        "kiriman": kiriman,
        "ulasan": isinstance(kiriman, Ulasan),
        "tentang": tentang,
        "nasib": NASIB_KIRIMAN[StatusKiriman(kiriman.status)],
        "alasan": LABEL[AlasanTidakTampil][AlasanTidakTampil(kiriman.alasan)] if kiriman.alasan else "",
        **_tanda(kiriman),
    }
    return halaman_isian(halaman(request, "terima", sini, **isi))


def _tanda(kiriman: Any) -> dict[str, str]:
    """The mark of the status: what everybody knows from 4.3 of the wording."""
    tindak = StatusTindak(kiriman.tindak) if isinstance(kiriman, MasukanForum) else StatusTindak.DITERIMA
    return {"tanda": LABEL[StatusTindak][tindak], "kelas": KELAS_TINDAK[tindak] or "ok"}
