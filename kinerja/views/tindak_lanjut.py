"""What follows a result: the atasan starts it, does not do it with a reason, or ends it with a note."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import dikirim
from kinerja.enums import PERLU_ATASAN, JenisTindakLanjut, Predikat, StatusTindakLanjut
from kinerja.forms.hasil import FormCatatan, FormMulai
from kinerja.kamus import LABEL
from kinerja.kamus.hasil import ISI_TINDAK_LANJUT, USUL_PERKIRAAN, alasan_usul
from kinerja.services.hasil import Hasil, kind_of, result_for, title_of
from kinerja.services.tindak_lanjut import (
    Langkah,
    decline_follow_up,
    finish_follow_up,
    start_follow_up,
    steps,
    team_steps,
)
from pegawai.services.profil import date_text
from pegawai.views.saya import KANAL, own_record

KELAS: Final = {
    StatusTindakLanjut.DIUSULKAN: "perlu",
    StatusTindakLanjut.DIMULAI: "jalan",
    StatusTindakLanjut.SELESAI: "ok",
    StatusTindakLanjut.TIDAK_DIJALANKAN: "",
}
_AKSI: Final = {
    "mulai": ("Mulai", "Pegawai membaca tanggalnya di Kinerja saya."),
    "tidak": ("Tidak dijalankan", "Pegawai membaca alasan Anda."),
    "selesai": ("Selesai", "Pegawai membaca catatan Anda."),
}
#: Where the person goes on by themself: (words, name of the address). Filled in by whoever has the page.
_JALAN: dict[JenisTindakLanjut, tuple[str, str]] = {}


def daftarkan_jalan(jenis: JenisTindakLanjut, teks: str, nama_url: str) -> None:
    """Give the person a way on beside a proposal; `ready()` may run twice."""
    _JALAN[jenis] = (teks, nama_url)


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Proposals for my direct reports that wait for me, and what runs."""
    own_record(request)
    semua = team_steps(request.user, per=timezone.localdate())
    catat_baca(pengguna=request.user, pegawai_ids={m.hasil.pegawai_id for m in semua}, kanal=KANAL)
    isi = {
        "baris": [
            {
                "nama": m.hasil.pegawai.nama_gelar,
                "judul": title_of(m.hasil),
                "predikat": m.hasil.get_predikat_display(),
                "usul": [LABEL[JenisTindakLanjut][s.jenis] for s in m.usul],
                "berjalan": [_running(s) for s in m.berjalan],
                "url": _url(m.hasil) + "#tindak-lanjut",
            }
            for m in semua
        ]
    }
    return render(request, "kinerja/tindak_lanjut_daftar.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, jenis: str, pk: int, kode: str, aksi: str) -> HttpResponse:
    """One step of one kind; 404 for the person, for strangers, and for what is not possible now."""
    hasil, langkah = _step(request, jenis, pk, kode, aksi)
    teks, kalimat = _AKSI[aksi]
    form = _form(request, aksi)
    if request.method == "POST" and form.is_valid() and _do(request, hasil, langkah, aksi, form):
        return HttpResponseRedirect(_url(hasil) + "#tindak-lanjut")
    label = LABEL[JenisTindakLanjut][langkah.jenis]
    return render(
        request,
        "kinerja/tindak_lanjut.html",
        {
            "judul": f"{label}: {teks.lower()}",
            "nama": hasil.pegawai.nama_gelar,
            "tentang": title_of(hasil),
            "isi": ISI_TINDAK_LANJUT[langkah.jenis],
            "kalimat": kalimat,
            "teks": teks,
            "form": form,
            "url_balik": _url(hasil) + "#tindak-lanjut",
        },
    )


def step_lines(hasil: Hasil, pengguna: Any, *, diri: bool, per: date) -> dict[str, Any]:
    """The proposals of one result in words; the atasan gets what can be done about them."""
    semua = steps(hasil, pengguna, per=per)
    perkiraan = any(s.usul and s.usul.perkiraan for s in semua)
    return {
        "baris": [_line(hasil, s, diri) for s in semua],
        "perkiraan": USUL_PERKIRAAN if perkiraan else "",
    }


def _line(hasil: Hasil, s: Langkah, diri: bool) -> dict[str, Any]:
    predikat = Predikat(s.baris.predikat if s.baris else hasil.predikat)
    return {
        "judul": LABEL[JenisTindakLanjut][s.jenis],
        "isi": ISI_TINDAK_LANJUT[s.jenis],
        "alasan": alasan_usul(predikat, s.usul.aspek if s.usul else ()),
        "tanda": LABEL[StatusTindakLanjut][s.status],
        "kelas": KELAS[s.status] if s.baris or s.jenis in PERLU_ATASAN else "jalan",
        "mulai": date_text(s.baris.mulai) if s.baris else "",
        "catatan": s.baris.catatan if s.baris else "",
        "aksi": _own_way(s) if diri else [_action(hasil, s, a) for a in _possible(s)],
    }


def _own_way(s: Langkah) -> list[dict[str, str]]:
    """What the person may do without waiting for anybody, while the proposal stands."""
    if s.jenis not in _JALAN or s.status == StatusTindakLanjut.TIDAK_DIJALANKAN:
        return []
    teks, nama = _JALAN[s.jenis]
    return [{"teks": teks, "url": reverse(nama)}]


def _possible(s: Langkah) -> tuple[str, ...]:
    if s.baris is None:
        return ("mulai", "tidak")
    return ("selesai",) if s.status == StatusTindakLanjut.DIMULAI else ()


def _action(hasil: Hasil, s: Langkah, aksi: str) -> dict[str, str]:
    kunci = [kind_of(hasil).value, hasil.pk, s.jenis.value, aksi]
    return {"teks": _AKSI[aksi][0], "url": reverse("kinerja:tindak_lanjut_isi", args=kunci)}


def _running(s: Langkah) -> str:
    mulai = date_text(s.baris.mulai) if s.baris else ""
    return f"{LABEL[JenisTindakLanjut][s.jenis]} sejak {mulai}"


def _step(request: HttpRequest, jenis: str, pk: int, kode: str, aksi: str) -> tuple[Hasil, Langkah]:
    saya = own_record(request)
    try:
        hasil = result_for(pengguna=request.user, jenis=jenis, pk=pk)
    except TidakDitemukan as salah:
        raise Http404 from salah
    if hasil.pegawai_id == saya.pk or kode not in set(JenisTindakLanjut):
        raise Http404
    cocok = (s for s in steps(hasil, request.user, per=timezone.localdate()) if s.jenis == kode)
    langkah = next(cocok, None)
    if langkah is None or aksi not in _AKSI or (aksi == "selesai" and langkah.baris is None):
        raise Http404
    return hasil, langkah


def _form(request: HttpRequest, aksi: str) -> forms.Form:
    if aksi == "mulai":
        return FormMulai(dikirim(request))
    label = "Alasan tidak dijalankan" if aksi == "tidak" else "Catatan hasilnya"
    return FormCatatan(dikirim(request), label=label)


def _do(request: HttpRequest, hasil: Hasil, s: Langkah, aksi: str, form: forms.Form) -> bool:
    siapa: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    try:
        if aksi == "mulai":
            start_follow_up(hasil=hasil, jenis=s.jenis, mulai=form.cleaned_data["mulai"], **siapa)
        elif aksi == "tidak":
            decline_follow_up(hasil=hasil, jenis=s.jenis, alasan=form.cleaned_data["catatan"], **siapa)
        elif s.baris is not None:
            finish_follow_up(tindak_lanjut=s.baris, catatan=form.cleaned_data["catatan"], **siapa)
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    messages.success(request, f"{LABEL[JenisTindakLanjut][s.jenis]}: tersimpan. Pegawai dapat membacanya.")
    return True


def _url(hasil: Hasil) -> str:
    return reverse("kinerja:hasil_satu", args=[kind_of(hasil).value, hasil.pk])
