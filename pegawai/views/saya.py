"""What is recorded about me, and who has looked at it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.views import Halaman, alamat, bilangan, potong, sekali
from pegawai.models import Pegawai
from pegawai.services.data_saya import collect_sections
from pegawai.services.jejak_saya import read_trail

#: Where a page of the portal was read, for the trail.
KANAL = "portal"
JEJAK_PER_HALAMAN = 50


def own_record(request: HttpRequest) -> Pegawai:
    """The person behind the account; PermissionDenied for an account that belongs to nobody."""
    saya = record_of(request)
    if saya is None:
        raise PermissionDenied("Akun ini belum terhubung dengan data pegawai. Hubungi pengelola kepegawaian.")
    return saya


def record_of(request: HttpRequest) -> Pegawai | None:
    """The person behind the account, read once per request; None for an account that belongs to nobody."""
    return sekali(request, _read_record, request.user)


def _read_record(pengguna: Any) -> Pegawai | None:
    pegawai_id = getattr(pengguna, "pegawai_id", None)
    if pegawai_id is None:
        return None
    saya: Pegawai = Pegawai.objects.select_related("instansi", "unit", "atasan").get(pk=pegawai_id)
    pengguna.pegawai = saya  # what asks the account for its person does not read them again
    return saya


def leads_anybody(request: HttpRequest) -> bool:
    """Whether anybody is rated by them today, read once per request; most people lead nobody."""
    return sekali(request, _leads, request.user)


def _leads(pengguna: Any) -> bool:
    return Pegawai.objects.dinilai_oleh(pengguna).exists()


@require_safe
def data_saya(request: HttpRequest) -> HttpResponse:
    """What is recorded about me, and who has looked at it."""
    saya = own_record(request)
    sebelum = bilangan(request.GET.get("sebelum"))
    jejak, ada_lagi = potong(
        read_trail(saya, sebelum=sebelum, banyak=JEJAK_PER_HALAMAN + 1), JEJAK_PER_HALAMAN
    )
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    berikut = alamat(request, sebelum=jejak[-1].pk) + "#jejak" if ada_lagi else ""
    isi = {
        "bagian": collect_sections(saya, per=timezone.localdate(), at=timezone.now()),
        "jejak": jejak,
        "halaman": Halaman(berikut=berikut) if ada_lagi else None,
    }
    return render(request, "pegawai/data_saya.html", isi)
