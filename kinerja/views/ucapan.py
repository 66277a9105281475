"""Thanks of citizens for a unit: for whoever leads it, to turn into recognition. Never about a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from kinerja.models import Ulasan
from kinerja.views.kartu import Kartu
from pegawai.views.saya import own_record
from pegawai.views.tugas import Penanya

#: The latest ones.
BANYAK = 50


@require_safe
def ucapan(request: HttpRequest) -> HttpResponse:
    """The latest thanks for my unit and what lies below it."""
    own_record(request)
    semua = Ulasan.objects.ucapan_bagi(request.user).select_related("layanan__unit").order_by("-hari", "pk")
    baris = [
        {
            "teks": u.teks,
            "masa": kata.bulan_tahun(u.hari),
            "layanan": f"{u.layanan}, {u.layanan.unit}",
        }
        for u in semua[:BANYAK]
    ]
    return render(request, "kinerja/ucapan.html", {"baris": baris})


def thanks_card(penanya: Penanya) -> Iterator[Kartu]:
    """Only where there is something to be glad about."""
    banyak = Ulasan.objects.ucapan_bagi(penanya.request.user).count()
    if banyak:
        yield Kartu(
            judul="Ucapan terima kasih warga",
            kalimat=f"{kata.bilangan(banyak)} ucapan untuk unit Anda. Teruskan kepada tim Anda.",
            url=reverse("kinerja:ucapan"),
            teks_url="Baca ucapan",
            kelas="ok",
        )
