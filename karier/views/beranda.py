"""Home of an ASN, and of a leader."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from karier.services.pimpinan import Pimpinan, build_leader
from karier.services.portal import BAGIAN_JP, Beranda, Tugas, build_home
from karier.views.sekilas import glance_tiles
from kinerja.services.berikutnya import next_filling
from kinerja.views.bersama import team_of
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai
from pegawai.services.profil import zone_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya, Terjaga, collect_tasks, guarded, task_line
from pegawai.views.tugas import Tugas as TugasPortal


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Home of an ASN; staff without a personal record work at the HR desk."""
    if request.user.pegawai_id is None and request.user.is_staff:  # type: ignore[union-attr]
        return HttpResponseRedirect(reverse("admin:index"))
    saya = own_record(request)
    penanya = Penanya(request, saya, timezone.now())
    home = build_home(pengguna=request.user, saya=saya, per=timezone.localdate())
    pimpinan = guarded("kinerja", lambda: _read_leader(penanya))
    bicara = pimpinan.nilai.bicara if pimpinan.nilai else []
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk, *(b.pegawai_id for b in bicara)], kanal=KANAL)
    isi = _home(home) | {"pimpinan": pimpinan.nilai and _leader(pimpinan.nilai)}
    return render(request, "karier/beranda.html", isi | {"menunggu": _waiting(penanya, home, pimpinan)})


def _read_leader(penanya: Penanya) -> Pimpinan | None:
    tim = team_of(penanya)
    return build_leader(tim) if tim else None


def _home(home: Beranda) -> dict[str, Any]:
    syarat = reverse("karier:syarat")
    return {
        "pegawai": {"nama": home.siapa.nama, "identitas": home.siapa.teks},
        "adalah_pppk": home.adalah_pppk,
        "kenaikan": home.kenaikan and {**home.kenaikan._asdict(), "url": syarat},
        "perjanjian": home.perjanjian,
        "jp": {**home.jp._asdict(), "url": reverse("pelatihan:jp")},
        "mentor": home.mentor,
        "dibimbing": home.dibimbing,
        "saran": home.saran,
        "umpan_balik": home.umpan_balik,
        "rencana": home.rencana,
    }


def _waiting(penanya: Penanya, home: Beranda, pimpinan: Terjaga[Pimpinan]) -> dict[str, Any]:
    """What waits, of all apps and of this page, by what ends first; of a leader in two parts."""
    zona = ZoneInfo(zone_of(penanya.saya))
    daftar = collect_tasks(penanya).ditambah(_own_task(t, zona) for t in home.tugas)
    memutus, sendiri = daftar.untuk_orang_lain(), daftar.sendiri()
    gagal = list(dict.fromkeys([*daftar.gagal, *pimpinan.gagal]))
    beres = home.tenang and not daftar.tugas and not gagal
    return {
        "berbagi": bool(memutus) or pimpinan.nilai is not None,
        "memutus": [task_line(t, penanya) for t in memutus],
        "sendiri": [task_line(t, penanya) for t in sendiri],
        "gagal": gagal,
        "beres": beres,
        "berikutnya": next_filling(penanya.saya, penanya.at) if beres else "",
    }


def _own_task(t: Tugas, zona: ZoneInfo) -> TugasPortal:
    batas = datetime.combine(t.sampai + timedelta(days=1), time(), tzinfo=zona) if t.sampai else None
    return TugasPortal(t.judul, _place(t), t.tanda, t.kelas, t.ket, batas=batas)


def _leader(pimpinan: Pimpinan) -> dict[str, Any]:
    return {
        "sekilas": glance_tiles(pimpinan.sekilas),
        "bicara": [
            {
                "nama": b.nama,
                "alasan": b.alasan,
                "url": reverse("kinerja:umpan_balik_tim", args=[b.pegawai_id]),
                "url_beri": reverse("kinerja:umpan_balik_beri", args=[b.pegawai_id]),
            }
            for b in pimpinan.bicara
        ],
    }


def _place(t: Tugas) -> str:
    """The requirement that a task is about, the record of JP, else the part of Data saya."""
    if t.bagian == BAGIAN_JP:
        return reverse("pelatihan:jp")
    return f"{reverse('karier:syarat')}#{t.kode}" if t.kode else _section(t.bagian)


def _section(bagian: str) -> str:
    """A section of Data saya; its top where the task is about all of it."""
    return f"{reverse('pegawai:data_saya')}{bagian and f'#{bagian}'}"


def is_pppk(orang: Pegawai) -> bool:
    return orang.jenis == JenisPegawai.PPPK
