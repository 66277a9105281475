"""What the pages of *Kebutuhan pengembangan* share: about whom, from which run, for which year."""

from __future__ import annotations

from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.views import bilangan
from karier.services.keadaan import last_run
from karier.services.kebutuhan_instansi import KebutuhanInstansi, read_needs
from pegawai.admin.lingkup import instansi_terpilih
from pegawai.models import Instansi
from pelatihan.models import Hcdp, RencanaTahunan

HALAMAN: Final = "admin:karier_kebutuhan"
USUL: Final = "admin:karier_kebutuhan_usul"
SASARAN: Final = "admin:karier_kebutuhan_sasaran"
JUDUL: Final = "Kebutuhan pengembangan"
BELUM_ADA: Final = "Belum ada data kesenjangan. Catat hasil asesmen 1 unit, lalu jalankan perhitungan."


def needs_of(instansi: Instansi) -> KebutuhanInstansi | None:
    """From the last run that this program can explain; None before the first."""
    run = last_run(instansi.pk)
    return None if run is None else read_needs(run)


def needs_for_plan(request: HttpRequest) -> tuple[Instansi, KebutuhanInstansi | None]:
    """For HR of the whole instansi. None before the first run: the first page says what to do then."""
    instansi, _ = instansi_terpilih(request)
    if not Instansi.objects.dikelola(request.user).filter(pk=instansi.pk).exists():
        raise PermissionDenied("Rencana disusun oleh pengelola kepegawaian instansi.")
    return instansi, needs_of(instansi)


def years_ahead() -> list[int]:
    """This year and the two after it."""
    kini = timezone.localdate().year
    return [kini, kini + 1, kini + 2]


def tahun_dari(request: HttpRequest) -> int:
    """The year asked for; the next one otherwise."""
    tahun = bilangan(request.GET.get("tahun"))
    return tahun if tahun in years_ahead() else years_ahead()[1]


def address(nama: str, instansi: Instansi, **lain: Any) -> str:
    """A page of this slice about one instansi."""
    sandi = "&".join(f"{n}={v}" for n, v in {"instansi": instansi.pk, **lain}.items())
    return f"{reverse(nama)}?{sandi}"


def seen_mark(rencana: Hcdp | RencanaTahunan | None) -> str:
    """Which plan stands beside the proposal, for the form to send back."""
    return f"{rencana.pk}-{rencana.versi}" if rencana else ""


def seen(request: HttpRequest) -> tuple[int, int] | None:
    """The key and the version of that plan; None: the page showed none."""
    pk, _, versi = request.POST.get("dilihat", "").partition("-")
    nomor, ke = bilangan(pk), bilangan(versi)
    return None if nomor is None or ke is None else (nomor, ke)
