"""The SKP of a team: what waits for the leader, where everybody stands, who supports which row."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from kinerja.enums import StatusSKP
from kinerja.kamus.skp import KELAS_STATUS
from kinerja.services.skp_baca import BarisTim, Matriks, role_matrix, team_plans
from kinerja.services.skp_sumber import must_be_open, plan_years
from kinerja.views.skp import must_be_a_year
from kinerja.views.skp_bersama import sentence
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import KANAL, own_record


@require_safe
def tim(request: HttpRequest, tahun: int) -> HttpResponse:
    """Every direct report with their plan of the year."""
    saya = _leader(request, tahun)
    baris = team_plans(pengguna=request.user, tahun=tahun, per=timezone.localdate())
    catat_baca(pengguna=request.user, pegawai_ids=[b.siapa.pegawai_id for b in baris], kanal=KANAL)
    zona = zone_of(saya)
    isi = {
        "tahun": tahun,
        "lain": [
            {"tahun": t.tahun, "url": reverse("kinerja:skp_tim", args=[t.tahun])}
            for t in plan_years(saya, timezone.now())
            if t.tahun != tahun
        ],
        "tolak": _tolak(saya, tahun),
        "daftar": [_line(b, zona) for b in baris],
        "jumlah": len(baris),
        "disepakati": sum(b.skp is not None and b.skp.status == StatusSKP.DISEPAKATI for b in baris),
        "menunggu": sum(b.menunggu for b in baris),
        "url_matriks": reverse("kinerja:skp_matriks", args=[tahun]),
    }
    return render(request, "kinerja/skp_tim.html", isi)


def _leader(request: HttpRequest, tahun: int) -> Pegawai:
    saya = own_record(request)
    must_be_a_year(tahun)
    return saya


def _tolak(saya: Pegawai, tahun: int) -> str:
    """Why nothing is agreed here in this year; empty when it is."""
    try:
        must_be_open(saya.instansi_id, tahun)
    except DomainError as salah:
        return sentence(salah)
    return ""


def _line(b: BarisTim, zona_waktu: str) -> dict[str, Any]:
    if b.skp is None:
        return {"nama": b.siapa.nama, "jabatan": b.siapa.jabatan, "tanda": "Belum dimulai", "kelas": ""}
    terbaca = b.skp.dikirim_pada is not None
    return {
        "nama": b.siapa.nama,
        "jabatan": b.siapa.jabatan,
        "tanda": "Menunggu Anda" if b.menunggu else b.skp.get_status_display(),
        "kelas": "perlu" if b.menunggu else KELAS_STATUS[StatusSKP(b.skp.status)],
        "ket": f"Dikirim {moment_text(b.skp.dikirim_pada, zona_waktu)}" if b.skp.dikirim_pada else "",
        "url": reverse("kinerja:skp_lembar", args=[b.skp.pk]) if terbaca else "",
        "teks_url": "Tinjau SKP" if b.menunggu else "Lihat SKP",
    }


@require_safe
def matriks(request: HttpRequest, tahun: int) -> HttpResponse:
    """Matriks peran hasil: my rows, and whose rows support each."""
    saya = _leader(request, tahun)
    m = role_matrix(pengguna=request.user, tahun=tahun, per=timezone.localdate())
    catat_baca(pengguna=request.user, pegawai_ids=_named(m), kanal=KANAL)
    isi = {
        "tahun": tahun,
        "tolak": _tolak(saya, tahun),
        "baris": [
            {
                "rhk": hasil.rhk,
                "pendukung": [{"nama": p.siapa.nama, "rhk": p.hasil.rhk} for p in pendukung],
            }
            for hasil, pendukung in m.baris
        ],
        "kosong": sum(not pendukung for _, pendukung in m.baris),
        "lepas": [_line(b, zone_of(saya)) for b in m.lepas],
        "belum": [_line(b, zone_of(saya)) for b in m.belum],
        "url_skp": reverse("kinerja:skp_tahun", args=[tahun]),
        "url_balik": reverse("kinerja:skp_tim", args=[tahun]),
    }
    return render(request, "kinerja/skp_matriks.html", isi)


def _named(m: Matriks) -> list[int]:
    """Everybody the page names, once each."""
    orang = {p.siapa.pegawai_id for _, pendukung in m.baris for p in pendukung}
    return sorted(orang | {b.siapa.pegawai_id for b in (*m.lepas, *m.belum)})
