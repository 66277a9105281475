"""P5: the dialogue, also of meetings: invitations, minutes, inputs, answers, promises."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from kinerja.enums import TINDAK_SELESAI, JenisTopik, StatusTindak
from kinerja.kamus import LABEL
from kinerja.kamus.warga import KELAS_TINDAK, keadaan_janji
from kinerja.models import JanjiForum, MasukanForum, TopikForum
from kinerja.reports.warga import promises
from kinerja.services.tenggat import day_text
from kinerja.views.publik_bingkai import boleh_disimpan, halaman, instansi_terbuka
from pegawai.models import Instansi
from pegawai.services.profil import moment_text, zone_of_unit


@login_not_required
@require_safe
@boleh_disimpan
def forum(request: HttpRequest, instansi: str) -> HttpResponse:
    """Topics, and every promise with where it stands: overdue ones first."""
    sini = instansi_terbuka(instansi)
    topik = TopikForum.objects.terbuka(sini).select_related("unit__instansi").order_by("-pk")
    janji = [_janji(j) for j in promises(sini)]
    janji.sort(key=lambda j: (not j["lewat"], j["selesai"], j["tenggat_hari"]))
    return halaman(request, "forum", sini, topik=[_topik(sini, t) for t in topik[:100]], janji=janji)


@login_not_required
@require_safe
@boleh_disimpan
def topik(request: HttpRequest, instansi: str, topik: int) -> HttpResponse:
    """One topic with all that was said and promised."""
    sini = instansi_terbuka(instansi)
    satu = TopikForum.objects.terbuka(sini).filter(pk=topik).select_related("unit__instansi").first()
    if satu is None:
        raise Http404("Dialog tidak ditemukan.")
    masukan = satu.masukan.tampil().order_by("hari", "pk")
    return halaman(
        request,
        "topik",
        sini,
        topik=_topik(sini, satu),
        masukan=[_masukan(m) for m in masukan[:200]],
        janji=[_janji(j) for j in satu.janji.select_related("topik__unit__instansi")],
    )


def _topik(sini: Instansi, t: TopikForum) -> dict[str, Any]:
    return {
        "judul": t.judul,
        "uraian": t.uraian,
        "notulen": t.notulen,
        "kantor": t.unit.nama,
        "jenis": LABEL[JenisTopik][JenisTopik(t.jenis)],
        "tempat": t.tempat,
        "waktu": meeting_text(t),
        "dibuka": t.dibuka,
        "url": reverse("publik:topik", args=[sini.kode, t.pk]),
        "url_masukan": reverse("publik:masukan", args=[sini.kode, t.pk]),
    }


def meeting_text(t: TopikForum) -> str:
    """'12 Desember 2026 pukul 09.00 WIT', on the clock of the unit; empty without a meeting."""
    if t.tanggal is None or t.jam is None:
        return ""
    zona = zone_of_unit(t.unit)
    return moment_text(datetime.combine(t.tanggal, t.jam, tzinfo=ZoneInfo(zona)), zona)


def _masukan(m: MasukanForum) -> dict[str, Any]:
    tindak = StatusTindak(m.tindak)
    return {
        "teks": m.teks,
        "masa": kata.bulan_tahun(m.hari),
        "tanda": LABEL[StatusTindak][tindak],
        "kelas": KELAS_TINDAK[tindak],
        "tanggapan": m.tanggapan,
        "kantor": m.kantor,
        "hari": kata.tanggal(m.ditanggapi_hari) if m.ditanggapi_hari else "",
    }


def _janji(j: JanjiForum) -> dict[str, Any]:
    per = promise_day(j)
    status = StatusTindak(j.status)
    lewat = status not in TINDAK_SELESAI and j.tenggat < per
    return {
        "isi": j.isi,
        "topik": j.topik.judul,
        "kantor": j.topik.unit.nama,
        "tenggat": day_text(j.tenggat, zone_of_unit(j.topik.unit)),
        "tenggat_hari": j.tenggat,
        "keadaan": keadaan_janji(status, j.tenggat, j.selesai, j.alasan, per),
        "kelas": "salah" if lewat else KELAS_TINDAK[status],
        "lewat": lewat,
        "selesai": status in TINDAK_SELESAI,
    }


def promise_day(j: JanjiForum) -> date:
    """Today on the clock of the office that promised."""
    return timezone.now().astimezone(ZoneInfo(zone_of_unit(j.topik.unit))).date()
