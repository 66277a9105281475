"""What BKPSDM answered me: read it, keep it as paper, say that I have read it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.pdf import unduhan_pdf
from karier.models import Penjelasan
from karier.services.penjelasan import explanation_pdf, mark_read
from pegawai.models import Pegawai
from pegawai.views.saya import KANAL
from pegawai.views.tugas import Penanya, Tugas

#: How many earlier answers the page of requirements lists.
TERBARU = 3
#: Minutes that reading one takes.
MENIT_BACA = 2


@require_safe
def penjelasan(request: HttpRequest, pk: int) -> HttpResponse:
    """One answer to me."""
    jawaban = _mine(request, pk)
    catat_baca(pengguna=request.user, pegawai_ids=[jawaban.pegawai_id], kanal=KANAL)
    return render(request, "karier/penjelasan.html", {"penjelasan": jawaban})


@require_POST
def dibaca(request: HttpRequest, pk: int) -> HttpResponse:
    """*Saya sudah membaca*."""
    if mark_read(penjelasan=_mine(request, pk), actor=request.user, at=timezone.now()):
        messages.success(request, "Tercatat: Anda sudah membaca penjelasan ini.")
    return HttpResponseRedirect(reverse("karier:penjelasan", args=[pk]))


@require_safe
def unduh(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer as paper: for the person, and for HR of the person."""
    semua = Penjelasan.objects.visible_to(request.user).select_related("pegawai__instansi", "run", "oleh")
    jawaban = semua.filter(pk=pk).first()
    if jawaban is None:
        raise Http404
    catat_baca(
        pengguna=request.user, pegawai_ids=[jawaban.pegawai_id], kanal=KANAL, tindakan="unduh",
        keperluan="Penjelasan",
    )  # fmt: skip
    return unduhan_pdf("penjelasan", explanation_pdf(jawaban))


def _mine(request: HttpRequest, pk: int) -> Penjelasan:
    diri = request.user.pegawai_id  # type: ignore[union-attr]
    milik = Penjelasan.objects.filter(pk=pk).select_related("pegawai__instansi", "oleh")
    jawaban: Penjelasan | None = milik.filter(pegawai_id=diri).first() if diri else None
    if jawaban is None:
        raise Http404
    return jawaban


def reading_task(penanya: Penanya) -> list[Tugas]:
    """One line on Beranda for every answer that was not read yet."""
    saya = penanya.saya
    return [
        Tugas(
            judul=f"Baca penjelasan {saya.instansi.pengelola}: {p.isi['alasan']}",
            url=reverse("karier:penjelasan", args=[p.pk]),
            tanda="Belum dibaca",
            kelas="perlu",
            ket=f"Dikirim {kata.waktu(timezone.localtime(p.pada))}.",
            menit=MENIT_BACA,
        )
        for p in Penjelasan.objects.filter(pegawai=saya, dibaca_pada=None).order_by("-pk")[:TERBARU]
    ]


def latest_explanations(orang: Pegawai) -> list[dict[str, Any]]:
    """The last answers to a person, for that person's page of requirements."""
    return [
        {
            "judul": p.isi["alasan"],
            "url": reverse("karier:penjelasan", args=[p.pk]),
            "tanda": "Sudah dibaca" if p.dibaca_pada else "Belum dibaca",
            "kelas": "selesai" if p.dibaca_pada else "perlu",
            "ket": f"Dikirim {kata.waktu(timezone.localtime(p.pada))}.",
        }
        for p in Penjelasan.objects.filter(pegawai=orang).order_by("-pk")[:TERBARU]
    ]
