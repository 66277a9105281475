"""The page of one pair (A13), for its mentee and its mentor alike, and the guides."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.views import bilangan, dikirim
from mentoring.enums import JenisSurat, Peran
from mentoring.forms.hidup import FormDenyut, FormKemajuan
from mentoring.kamus import LABEL
from mentoring.kamus.hidup import status_label
from mentoring.kamus.panduan import for_meeting, panduan
from mentoring.models import Pertemuan, SasaranMentoring
from mentoring.rules.hidup import continuity
from mentoring.services.akhiri import mark_end_seen, read_thanks
from mentoring.services.denyut import answer_pulse
from mentoring.services.hidup_baca import Halaman, progress_choices, read_pair
from mentoring.services.sasaran import agree_goal, move_goal
from mentoring.views.bersama import my_pair, pressed, sent, to_pair
from pegawai.services.profil import date_text
from pegawai.views.saya import KANAL, own_record


@require_safe
def pasangan(request: HttpRequest, pk: int) -> HttpResponse:
    """The other of us, what waits, our goals, our meetings; after the end what came of it."""
    satu, kini = my_pair(request, pk), timezone.now()
    h = read_pair(pasangan=satu, pengguna=request.user, at=kini)
    isi = _page(h)
    if not h.berjalan:
        isi["terima_kasih"] = read_thanks(pengguna=request.user, pasangan_id=pk, at=kini)
        mark_end_seen(pasangan=satu, pengguna=request.user, at=kini)
    catat_baca(
        pengguna=request.user, pegawai_ids=[h.lawan.pegawai_id], kanal=KANAL, keperluan="Pasangan mentoring"
    )
    return render(request, "mentoring/pasangan.html", isi)


def _page(h: Halaman) -> dict[str, Any]:
    satu, hidup = (
        h.pasangan,
        continuity(
            (p.pada for p in h.pertemuan),
            mulai=h.pasangan.mulai or h.hari,
            sampai=h.pasangan.selesai or h.hari,
        ),
    )
    surat = [JenisSurat.KELANGSUNGAN] + [JenisSurat.KETERANGAN] * (h.peran is Peran.MENTOR)
    return {
        "h": h,
        "judul": f"Mentoring {satu.nama_kompetensi}",
        "status": status_label(satu.status, satu.get_status_display()),
        "masa": f"Sejak {date_text(satu.mulai)}" if h.berjalan else _period(h),
        "mentee": h.peran is Peran.MENTEE,
        "menunggu": [meeting_line(p) for p in h.menunggu_saya],
        "dicatat": [meeting_line(p) for p in h.menunggu_lawan],
        "rencana": meeting_line(h.rencana) if h.rencana else None,
        "pertemuan": [meeting_line(p) for p in h.pertemuan],
        "sasaran": [{"s": s, "batas": kata.tanggal(s.sasaran.batas)} for s in h.sasaran],
        "kemajuan": progress_choices(),
        "hidup": hidup,
        "surat": [(j.value, LABEL[JenisSurat][j]) for j in surat] if h.pertemuan else [],
        "sampai": date_text(h.sampai),
    }


def _period(h: Halaman) -> str:
    mulai, selesai = h.pasangan.mulai or h.hari, h.pasangan.selesai or h.hari
    return kata.rentang(mulai, selesai)


def meeting_line(p: Pertemuan) -> dict[str, Any]:
    """'Kamis, 3 Desember 2026 pukul 09.30, telepon, 30 menit'."""
    pukul = f" pukul {p.pukul:%H.%M}" if p.pukul else ""
    menit = f", {p.menit} menit" if p.menit else ""
    return {
        "p": p,
        "waktu": f"{kata.tanggal(p.pada)}{pukul}",
        "teks": f"{kata.tanggal(p.pada)}{pukul}, {kata.huruf_kecil_awal(p.get_kanal_display())}{menit}",
        "beda": p.get_sebab_beda_display() if p.sebab_beda else "",
    }


@require_safe
def petunjuk(request: HttpRequest, pk: int) -> HttpResponse:
    """The conversation guides; the one for the next meeting stands on top."""
    satu = my_pair(request, pk)
    berikut = for_meeting(Pertemuan.objects.terjadi().filter(pasangan=satu).count() + 1)
    lain = [p for p in panduan() if p is not berikut]
    return render(request, "mentoring/panduan.html", {"pk": pk, "berikut": berikut, "lain": lain})


@require_POST
def setujui_sasaran(request: HttpRequest, pk: int) -> HttpResponse:
    """*Setuju*: one press."""
    pasangan_id = _pair_of_goal(request, pk)
    versi = bilangan(request.POST.get("versi"), bawaan=0) or 0
    s = pressed(
        request, lambda: agree_goal(sasaran_id=pk, versi=versi, actor=request.user, at=timezone.now())
    )
    if s is not None:
        messages.success(request, "Sasaran disetujui. Sekarang menjadi sasaran Anda berdua.")
    return to_pair(pasangan_id, "#sasaran")


@require_POST
def kemajuan_sasaran(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a goal is, from the page of the pair."""
    pasangan_id = _pair_of_goal(request, pk)
    form = FormKemajuan(request.POST)
    if not form.is_valid():
        messages.error(request, "Pilih kemajuan sasaran, lalu simpan lagi.")
        return to_pair(pasangan_id, "#sasaran")
    isi = form.cleaned_data
    s = pressed(request, lambda: move_goal(sasaran_id=pk, actor=request.user, **isi))
    if s is not None:
        messages.success(request, f"Sasaran diperbarui: {s.get_status_display().lower()}.")
    return to_pair(pasangan_id, "#sasaran")


def _pair_of_goal(request: HttpRequest, sasaran_id: int) -> int:
    """404 for everybody but the two."""
    own_record(request)
    semua = SasaranMentoring.objects.visible_to(request.user)
    pasangan_id: int = get_object_or_404(semua, pk=sasaran_id).pasangan_id
    return pasangan_id


@require_http_methods(["GET", "HEAD", "POST"])
def denyut(request: HttpRequest, pk: int) -> HttpResponse:
    """The two questions."""
    satu = my_pair(request, pk)
    form = FormDenyut(dikirim(request))
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        if sent(
            form, lambda: answer_pulse(pasangan_id=satu.pk, actor=request.user, at=timezone.now(), **isi)
        ):
            messages.success(request, "Terima kasih. Jawaban Anda tersimpan dan tidak dibaca siapa pun.")
            return to_pair(pk)
    isi = {
        "pk": pk,
        "form": form,
        "judul": "Bagaimana mentoring Anda?",
        "pengantar": "Dua pertanyaan, setengah menit. Jawabannya tidak dibaca siapa pun selain Anda.",
        "teks": "Kirim jawaban",
    }
    return render(request, "mentoring/isian.html", isi)
