"""*Kinerja saya*: where I stand, one card for each thing there is to see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from kinerja.views import (
    etika_beranda,
    hasil_kartu,
    pemberitahuan,
    realisasi_tugas,
    sepanjang_tahun,
    skp_beranda,
    ucapan,
    umpan_360_tugas,
    usul_perbaikan_kartu,
)
from kinerja.views.kartu import Kartu
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya

#: Who makes cards, in the order in which they stand.
KARTU: Final[tuple[Callable[[Penanya], Iterable[Kartu]], ...]] = (
    skp_beranda.plan_cards,
    realisasi_tugas.realisation_cards,
    realisasi_tugas.reflection_cards,
    hasil_kartu.result_card,
    hasil_kartu.follow_up_card,
    hasil_kartu.objection_card,
    sepanjang_tahun.feedback_card,
    sepanjang_tahun.direction_card,
    umpan_360_tugas.round_card,
    sepanjang_tahun.recognition_card,
    usul_perbaikan_kartu.idea_card,
    usul_perbaikan_kartu.idea_list_card,
    etika_beranda.case_card,
    skp_beranda.team_cards,
    realisasi_tugas.team_cards,
    ucapan.thanks_card,
    pemberitahuan.inbox_card,
    pemberitahuan.plan_cards,
)


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """All that performance has for me, with what waits first."""
    orang = own_record(request)
    penanya = Penanya(request, orang, timezone.now())
    catat_baca(pengguna=request.user, pegawai_ids=[orang.pk], kanal=KANAL)
    isi = {"kartu": [k for pembuat in KARTU for k in pembuat(penanya)]}
    return render(request, "kinerja/saya.html", isi)
