"""Home of an ASN."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from karier.services.portal import BAGIAN_JP, Beranda, Tugas, build_home
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya, collect_tasks


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Home of an ASN; staff without a personal record work at the HR desk."""
    if request.user.pegawai_id is None and request.user.is_staff:  # type: ignore[union-attr]
        return HttpResponseRedirect(reverse("admin:index"))
    saya = own_record(request)
    home = build_home(pengguna=request.user, saya=saya, per=timezone.localdate())
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    return render(request, "karier/beranda.html", _home(request, home, saya))


def career_pppk(request: HttpRequest, saya: Pegawai) -> HttpResponse:
    home = build_home(pengguna=request.user, saya=saya, per=timezone.localdate())
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    return render(request, "karier/karier_pppk.html", _home(request, home, saya))


def _home(request: HttpRequest, home: Beranda, saya: Pegawai) -> dict[str, Any]:
    syarat = reverse("karier:syarat")
    sendiri = [{**t._asdict(), "url": _place(t)} for t in home.tugas]
    tugas = [*collect_tasks(Penanya(request, saya, timezone.now())), *sendiri]
    jumlah = "\N{EN DASH}" if home.jp.jumlah is None else str(home.jp.jumlah)
    return {
        "pegawai": {"nama": home.siapa.nama, "identitas": home.siapa.teks},
        "adalah_pppk": home.adalah_pppk,
        "kenaikan": home.kenaikan and {**home.kenaikan._asdict(), "url": syarat},
        "perjanjian": home.perjanjian,
        "jp": {**home.jp._asdict(), "jumlah": jumlah, "url": _section(BAGIAN_JP)},
        "tugas": tugas,
        "beres": home.tenang and not tugas,
        "mentor": home.mentor,
        "saran": home.saran,
        "umpan_balik": home.umpan_balik,
    }


def _place(t: Tugas) -> str:
    """The requirement that a task is about, else the part of Data saya."""
    return f"{reverse('karier:syarat')}#{t.kode}" if t.kode else _section(t.bagian)


def _section(bagian: str) -> str:
    """A section of Data saya; its top where the task is about all of it."""
    return f"{reverse('pegawai:data_saya')}{bagian and f'#{bagian}'}"


def is_pppk(orang: Pegawai) -> bool:
    return orang.jenis == JenisPegawai.PPPK
