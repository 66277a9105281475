"""The first password, and a new one after help: NIP and code, then a password of one's own."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.decorators import rate_limit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import dikirim
from pegawai.enums import JenisKode
from pegawai.forms.akun import FormAktivasi, FormSandiPertama
from pegawai.models import KodeAktivasi
from pegawai.services.kode import find_code, redeem_code, reopen_code
from pegawai.services.masuk import account_name

#: In the session of a stranger: which code was typed correctly, and when.
DITEMUKAN: Final = "asn_kode"
#: How long the second page waits for the password.
LAMA: Final = timedelta(minutes=15)


@sensitive_post_parameters()
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@rate_limit(action="login")  # floods per address; guesses per account are counted in the database
def aktivasi(request: HttpRequest) -> HttpResponse:
    """NIP and code from the slip. Nothing of both ever stands in an address."""
    if request.user.is_authenticated:
        return HttpResponseRedirect("/")
    form = FormAktivasi(dikirim(request))
    if request.method == "POST" and form.is_valid():
        try:
            kode = find_code(
                nama=account_name(form.cleaned_data["nip"]),
                teks=form.cleaned_data["kode"],
                at=timezone.localtime(),
            )
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            request.session.cycle_key()
            request.session[DITEMUKAN] = [kode.pk, timezone.now().timestamp()]
            return HttpResponseRedirect(reverse("pegawai:aktivasi_sandi"))
    return render(request, "pegawai/aktivasi.html", {"form": form})


@sensitive_post_parameters()
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@rate_limit(action="login")  # floods per address; guesses per account are counted in the database
def aktivasi_sandi(request: HttpRequest) -> HttpResponse:
    """Choose the password; then one is signed in (with a second factor, where the account has one)."""
    kode = _ditemukan(request, timezone.now())
    if kode is None:
        request.session.pop(DITEMUKAN, None)
        return HttpResponseRedirect(reverse("pegawai:aktivasi"))
    form = FormSandiPertama(dikirim(request), pengguna=kode.pengguna, perlu_nik=kode.perlu_nik)
    if request.method == "POST" and form.is_valid():
        try:
            return _simpan(request, kode, form.cleaned_data)
        except DomainError as salah:
            form.add_error("nik" if salah.kode == "nik_tidak_cocok" else None, salah.kalimat)
    isi = {
        "form": form,
        "nama": kode.pengguna.get_full_name(),
        "pertama": kode.jenis == JenisKode.AKTIVASI,
    }
    return render(request, "pegawai/aktivasi_sandi.html", isi)


def _simpan(request: HttpRequest, kode: KodeAktivasi, isi: dict[str, Any]) -> HttpResponse:
    akun = redeem_code(pk=kode.pk, sandi=isi["sandi"], nik=isi.get("nik", ""), at=timezone.now())
    request.session.pop(DITEMUKAN, None)
    record_authentication(request, akun, "password", username=akun.username)
    return perform_login(request, akun, email_verification="none", redirect_url="/")


def _ditemukan(request: HttpRequest, at: datetime) -> KodeAktivasi | None:
    """The code that this browser typed a moment ago."""
    if request.user.is_authenticated:
        return None
    pk, saat = request.session.get(DITEMUKAN, (None, 0.0))
    if pk is None or at.timestamp() - saat >= LAMA.total_seconds():
        return None
    return reopen_code(pk=pk, at=at)
