"""Plans of the team, and the lines that plans put on the home page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.views import bilangan
from karier.enums import StatusIdp, StatusKiriman
from karier.kamus.rencana import KELAS
from karier.models import KirimanRencana, RencanaPengembangan
from karier.rules.rencana import plan_years
from karier.services.rencana_baca import BarisTim, team_plans
from pegawai.services.profil import day_of, moment_text, zone_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya, Tugas

MENIT_MENYUSUN, MENIT_MENINJAU, MENIT_MENJAWAB = 15, 5, 3


@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """The direct reports with their plan of a year; what waits stands first."""
    saya, kini = own_record(request), timezone.now()
    boleh = plan_years(day_of(saya, kini))
    diminta = bilangan(request.GET.get("tahun"))
    tahun = diminta if diminta in boleh else boleh[-1]
    baris = team_plans(pengguna=request.user, tahun=tahun, per=day_of(saya, kini))
    catat_baca(pengguna=request.user, pegawai_ids=[b.siapa.pegawai_id for b in baris], kanal=KANAL)
    isi = {
        "tahun": tahun,
        "tahun_lain": [t for t in boleh if t != tahun],
        "baris": [_line(b, zone_of(saya)) for b in baris],
        "menunggu": sum(b.menunggu for b in baris),
    }
    return render(request, "karier/rencana_tim.html", isi)


def _line(b: BarisTim, zona: str) -> dict[str, Any]:
    dasar = {"nama": b.siapa.nama, "jabatan": b.siapa.jabatan, "tanda": "Belum ada", "kelas": ""}
    r = b.rencana
    if r is None:
        return dasar
    status = StatusIdp(r.status)
    return {
        **dasar,
        "tanda": "Menunggu Anda" if b.menunggu else r.get_status_display(),
        "kelas": "perlu" if b.menunggu else KELAS[status],
        "ket": f"Diajukan {moment_text(r.dikirim_pada, zona)}" if r.dikirim_pada else "",
        "url": reverse("karier:rencana_lembar", args=[r.pk]) if r.dikirim_pada else "",
        "teks_url": "Tinjau rencana" if b.menunggu else "Lihat rencana",
    }


def own_plan_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """My own plan while it lies with me, and what an operator entered; one query."""
    milik = RencanaPengembangan.objects.filter(pegawai=penanya.saya)
    titipan = KirimanRencana.objects.filter(rencana__pegawai=penanya.saya, status=StatusKiriman.MENUNGGU)
    di_saya = Q(status__in=(StatusIdp.DRAF, StatusIdp.MENUNGGU_PEGAWAI))
    for r in milik.filter(di_saya | Q(pk__in=titipan.values("rencana"))).order_by("tahun"):
        yield from _own_task(r)


def _own_task(r: RencanaPengembangan) -> Iterator[Tugas]:
    url = reverse("karier:rencana_lembar", args=[r.pk])
    if r.status == StatusIdp.MENUNGGU_PEGAWAI:
        yield Tugas(
            f"Jawab perubahan atasan pada rencana pengembangan {r.tahun}", url, "Menunggu Anda", "perlu",
            menit=MENIT_MENJAWAB,
        )  # fmt: skip
    elif r.status == StatusIdp.DRAF:
        yield Tugas(f"Lanjutkan rencana pengembangan {r.tahun}", url, "Draf", menit=MENIT_MENYUSUN)
    else:
        yield Tugas(
            f"Periksa isian operator pada rencana pengembangan {r.tahun}", url, "Menunggu Anda", "perlu",
            menit=MENIT_MENJAWAB,
        )  # fmt: skip


def team_plan_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Plans of direct reports that wait for my word; one query."""
    menunggu = RencanaPengembangan.objects.menunggu(penanya.request.user, StatusIdp.MENUNGGU_ATASAN)
    satu = list(menunggu.order_by("dikirim_pada").values_list("pk", "pegawai__nama", "tahun"))
    if not satu:
        return
    pk, _, tahun = satu[0]
    url = reverse("karier:rencana_lembar", args=[pk]) if len(satu) == 1 else reverse("karier:rencana_tim")
    yield Tugas(
        judul=f"Jawab {len(satu)} rencana pengembangan",
        url=url if len(satu) == 1 else f"{url}?tahun={tahun}",
        tanda="Menunggu Anda",
        kelas="perlu",
        ket="Satu per satu, karena tiap rencana berbeda",
        menit=len(satu) * MENIT_MENINJAU,
        memutus=True,
    )
