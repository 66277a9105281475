"""What every page of a pair does: find it for its two, press a button, say what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from mentoring.models import Pasangan
from mentoring.services.berdua import open_pair
from pegawai.forms.berkunci import BerkunciForm
from pegawai.views.saya import own_record


def my_pair(request: HttpRequest, pk: int) -> Pasangan:
    """A pair that runs or ran, of which the reader is one; 404 for everybody else."""
    own_record(request)
    try:
        return open_pair(pasangan_id=pk, pengguna=request.user)
    except TidakDitemukan as salah:
        raise Http404 from salah


def to_pair(pk: int, bagian: str = "") -> HttpResponse:
    return HttpResponseRedirect(reverse("mentoring:pasangan", args=[pk]) + bagian)


def pressed(request: HttpRequest, kerja: Callable[[], Any]) -> Any:
    """What a one-press action came to; None when it was refused, and why is told. 404 for strangers."""
    own_record(request)
    try:
        return kerja()
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return None


def sent(form: Form, kerja: Callable[[], Any]) -> bool:
    """Whether a form was taken in; why not stands in it, and every word stays."""
    try:
        kerja()
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        if isinstance(salah, Bentrok) and isinstance(form, BerkunciForm):
            form.ganti_kunci()
        form.add_error(None, salah.kalimat)
        return False
    return True
