"""*Lima menit minggu ini*: one page that a leader reads in five minutes on a phone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from karier.enums import JenisRisiko
from karier.kamus.lima_menit import LABEL, kalimat_risiko, panduan_risiko, panduan_tanda_tangan
from karier.rules.lima_menit import Risiko
from karier.services.lima_menit import Ajakan, LimaMenitIni, finish_week, five_minutes
from kinerja.views.bersama import team_of
from pegawai.services.profil import day_of, moment_text, zone_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya, Tugas, collect_tasks, task_line

#: More signatures than these are on Beranda.
TERBANYAK: Final = 5


@require_http_methods(["GET", "HEAD", "POST"])
def lima_menit(request: HttpRequest) -> HttpResponse:
    """Three to thank, three to talk to, what waits for my word, one risk; a POST says that I went through."""
    saya = own_record(request)
    penanya = Penanya(request, saya, timezone.now())
    tim = team_of(penanya)
    if tim is None:
        messages.info(request, "Halaman ini untuk pimpinan yang mempunyai bawahan langsung.")
        return HttpResponseRedirect(reverse("karier:beranda"))
    if request.method == "POST":
        finish_week(actor=request.user, at=penanya.at)
        messages.success(request, "Terima kasih. Lima menit Anda minggu ini tercatat.")
        return HttpResponseRedirect(request.path)
    putusan = collect_tasks(penanya).untuk_orang_lain()
    ini = five_minutes(tim, tenggat=list(_deadlines(putusan, zone_of(saya))))
    disebut = [a.pegawai_id for a in (*ini.puji, *ini.bicara)]
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk, *disebut], kanal=KANAL)
    return render(request, "karier/lima_menit.html", _page(ini, putusan, penanya))


def _deadlines(putusan: Iterable[Tugas], zona_waktu: str) -> Iterable[Risiko]:
    """The last day of each task on the clock of the leader: `batas` is the moment after it."""
    zona = ZoneInfo(zona_waktu)
    for t in putusan:
        if t.batas is not None:
            hari = (t.batas - timedelta(microseconds=1)).astimezone(zona).date()
            yield Risiko(JenisRisiko.TENGGAT, hari, 1, t.judul)


def _page(ini: LimaMenitIni, putusan: list[Tugas], penanya: Penanya) -> dict[str, Any]:
    menit = sum(t.menit for t in putusan)
    return {
        "minggu": f"{kata.tanggal(ini.senin)} sampai {kata.tanggal(ini.senin + timedelta(days=6))}",
        "puji": [_praise(a) for a in ini.puji],
        "bicara": [_talk(a) for a in ini.bicara],
        "putusan": [task_line(t, penanya) for t in putusan[:TERBANYAK]],
        "putusan_lain": max(len(putusan) - TERBANYAK, 0),
        "menit": menit,
        "panduan_putusan": panduan_tanda_tangan(),
        "risiko": _risk(ini.risiko, day_of(penanya.saya, penanya.at)) if ini.risiko else None,
        "sudah": _done(ini, putusan),
        "selesai": moment_text(ini.selesai, zone_of(penanya.saya)) if ini.selesai else "",
    }


def _praise(a: Ajakan) -> dict[str, Any]:
    url = reverse("kinerja:umpan_balik_beri", args=[a.pegawai_id])
    return {
        **_person(a),
        "url": f"{url}?untuk=pujian",
        "url_pengakuan": reverse("kinerja:pengakuan_usulkan", args=[a.pegawai_id]),
    }


def _talk(a: Ajakan) -> dict[str, Any]:
    return {**_person(a), "url": reverse("kinerja:umpan_balik_tim", args=[a.pegawai_id])}


def _person(a: Ajakan) -> dict[str, Any]:
    return {"nama": a.nama, "alasan": a.alasan, "panduan": a.panduan, "sudah": a.sudah}


def _risk(r: Risiko, hari_ini: date) -> dict[str, str]:
    return {
        "judul": LABEL[JenisRisiko][r.jenis],
        "kalimat": kalimat_risiko(r, hari_ini=hari_ini),
        "panduan": panduan_risiko(r.jenis),
        "url": reverse("karier:tim") if r.jenis is not JenisRisiko.TENGGAT else "",
    }


def _done(ini: LimaMenitIni, putusan: list[Tugas]) -> list[tuple[str, bool]]:
    """What of the week is done, as the records tell it."""
    return [
        (f"Memuji {ini.dipuji} orang" if ini.dipuji else "Belum memuji", bool(ini.dipuji)),
        (f"Memberi umpan balik kepada {ini.disapa} orang" if ini.disapa else "Belum memberi umpan balik",
         bool(ini.disapa)),
        ("Tidak ada keputusan yang menunggu" if not putusan else f"{len(putusan)} keputusan menunggu",
         not putusan),
    ]  # fmt: skip
