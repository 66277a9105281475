"""Penilaian: the atasan penilai rates direct reports, one sheet each, and signs the appraisal."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan
from kinerja.enums import Predikat, StatusKonversi, StatusPenilaian, StatusSiklus
from kinerja.forms.penilaian import PenilaianForm
from kinerja.kamus import ARTI_PREDIKAT, nasib_angka_kredit
from kinerja.models import Penilaian, SiklusPenilaian
from kinerja.services.angka_kredit import is_over
from kinerja.services.meja import (
    BarisMeja,
    LembarNilai,
    conversion_desk,
    next_to_rate,
    rater_desk,
    rating_sheet,
)
from kinerja.services.penilaian import nilai, tetapkan_penilaian
from kinerja.services.tenggat import deadline_text, is_late
from kinerja.views.konversi import conversion_line, conversion_url
from kinerja.views.nilai_ulang import decision_lines
from pegawai.services.profil import moment_text
from pegawai.views.saya import own_record

KELAS_PREDIKAT = {1: "salah", 2: "salah", 3: "perlu", 4: "ok", 5: "ok"}


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Whom I still have to rate in the current cycle, and which conversions wait for my signature."""
    saya = own_record(request)
    meja = rater_desk(pengguna=request.user, instansi_id=saya.instansi_id, per=timezone.localdate())
    konversi = conversion_desk(pengguna=request.user, per=timezone.localdate())
    terbaca = sorted({s.pegawai_id for s in (*(b.siapa for b in meja.baris), *(b.siapa for b in konversi))})
    catat_baca(pengguna=request.user, pegawai_ids=terbaca, kanal="portal")
    tahun = meja.siklus.tahun if meja.siklus else 0
    isi = {
        "siklus": meja.siklus and _cycle(meja.siklus, saya.instansi.zona_waktu),
        "jumlah": len(meja.baris),
        "selesai": meja.selesai,
        "daftar": [_line(b, tahun) for b in meja.baris],
        "konversi": [conversion_line(b, saya.instansi.zona_waktu) for b in konversi],
        "url_konversi": reverse("kinerja:konversi"),
        "halaman": None,
    }
    return render(request, "kinerja/penilaian_daftar.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
def penilaian(request: HttpRequest, tahun: int, pegawai_id: int) -> HttpResponse:
    """Read the sheet of one direct report, or save a draft of it."""
    lembar = _sheet(request, tahun, pegawai_id)
    if request.method == "POST":
        return _save(request, lembar)
    catat_baca(pengguna=request.user, pegawai_ids=[pegawai_id], kanal="portal", keperluan="Penilaian kinerja")
    return _show(request, lembar, _form(lembar))


@require_POST
def tetapkan(request: HttpRequest, tahun: int, pegawai_id: int) -> HttpResponse:
    """Sign: from here on the person reads it and it counts."""
    lembar = _sheet(request, tahun, pegawai_id)
    if lembar.penilaian is None:
        raise Http404
    try:
        tetapkan_penilaian(
            penilaian=lembar.penilaian,
            actor=request.user,
            at=timezone.now(),
            versi=bilangan(request.POST.get("versi"), bawaan=0) or 0,
        )
    except DomainError as salah:
        messages.error(request, f"{salah.pesan} {salah.tindakan}".strip())
    else:
        _record(request, pegawai_id, "tetapkan_penilaian")
        messages.success(request, f"Penilaian {lembar.siapa.nama} sudah ditetapkan.")
    return HttpResponseRedirect(reverse("kinerja:penilaian", args=[tahun, pegawai_id]))


def _save(request: HttpRequest, lembar: LembarNilai) -> HttpResponse:
    form = PenilaianForm(request.POST)
    if not form.is_valid():
        return _show(request, lembar, form)
    try:
        nilai(
            pegawai=lembar.pegawai,
            tahun=lembar.siklus.tahun,
            rating_hasil=form.cleaned_data["hasil"],
            rating_perilaku=form.cleaned_data["perilaku"],
            umpan_balik=form.cleaned_data["kalimat"],
            actor=request.user,
            at=timezone.now(),
            versi=form.cleaned_data["versi"],
        )
    except DomainError as salah:
        form.add_error(None, f"{salah.pesan} {salah.tindakan}".strip())
        return _show(request, lembar, form, status=409)
    _record(request, lembar.pegawai.pk, "nilai")
    messages.success(request, "Penilaian tersimpan sebagai draf. Periksa, lalu tetapkan.")
    return HttpResponseRedirect(request.path)


def _sheet(request: HttpRequest, tahun: int, pegawai_id: int) -> LembarNilai:
    own_record(request)
    try:
        return rating_sheet(
            pengguna=request.user, pegawai_id=pegawai_id, tahun=tahun, per=timezone.localdate()
        )
    except TidakDitemukan as salah:
        raise Http404 from salah


def _form(lembar: LembarNilai) -> PenilaianForm | None:
    if not lembar.terbuka:
        return None
    p = lembar.penilaian
    if p is None:
        return PenilaianForm()
    lama = {
        "hasil": p.rating_hasil,
        "perilaku": p.rating_perilaku,
        "kalimat": p.umpan_balik,
        "versi": p.versi,
    }
    return PenilaianForm(initial=lama)


def _show(
    request: HttpRequest, lembar: LembarNilai, form: PenilaianForm | None, *, status: int = 200
) -> HttpResponse:
    siklus, zona = lembar.siklus, lembar.pegawai.instansi.zona_waktu
    kunci = [siklus.tahun, lembar.pegawai.pk]
    isi: dict[str, Any] = {
        "siklus": _cycle(siklus, zona),
        "pegawai": {"nama": lembar.siapa.nama, "identitas": lembar.siapa.teks},
        "bahan": decision_lines(lembar.pegawai.pk, siklus.tahun),
        "umpan_balik": [],
        "form": form,
        "penilaian": lembar.penilaian and _result(lembar.penilaian, zona),
        "boleh_tetapkan": lembar.penilaian is not None and lembar.terbuka,
        "url_tetapkan": reverse("kinerja:tetapkan", args=kunci),
        "versi": lembar.penilaian.versi if lembar.penilaian else "",
        "angka_kredit": _angka_kredit(lembar),
        "berikutnya": _next(request, lembar),
        "url_balik": reverse("kinerja:daftar"),
    }
    return render(request, "kinerja/penilaian.html", isi, status=status)


def _angka_kredit(lembar: LembarNilai) -> dict[str, Any] | None:
    """None for whoever collects no angka kredit and before anything is rated."""
    p, k, tahun = lembar.penilaian, lembar.konversi, lembar.siklus.tahun
    if p is None or not (lembar.berangka or k):
        return None
    ditetapkan = p.status == StatusPenilaian.DITETAPKAN
    berakhir = is_over(tahun, timezone.now())
    return {
        "teks": nasib_angka_kredit(tahun, berakhir=berakhir, ditetapkan=ditetapkan, konversi=k),
        "url": conversion_url([baris.pk for baris in k if baris.status == StatusKonversi.DRAF]),
    }


def _next(request: HttpRequest, lembar: LembarNilai) -> dict[str, str] | None:
    """Whom to rate after this signed sheet; None while it can still be rated."""
    if lembar.terbuka:
        return None
    orang = next_to_rate(pengguna=request.user, siklus=lembar.siklus)
    if orang is None:
        return None
    kunci = [lembar.siklus.tahun, orang.pk]
    return {"nama": orang.nama_gelar, "url": reverse("kinerja:penilaian", args=kunci)}


def _cycle(siklus: SiklusPenilaian, zona_waktu: str) -> dict[str, Any]:
    return {
        "nama": siklus.nama,
        "batas": deadline_text(siklus, zona_waktu),
        "terbuka": siklus.status == StatusSiklus.DIBUKA,
        "lewat": is_late(siklus, zona_waktu, timezone.now()),
    }


def _result(p: Penilaian, zona_waktu: str) -> dict[str, Any]:
    ditetapkan = p.status == StatusPenilaian.DITETAPKAN
    pada = f" pada {moment_text(p.ditetapkan_pada, zona_waktu)}" if p.ditetapkan_pada else ""
    return {
        "hasil": p.get_rating_hasil_display() or "belum tercatat",
        "perilaku": p.get_rating_perilaku_display() or "belum tercatat",
        "kalimat": p.umpan_balik,
        "predikat": p.get_predikat_display(),
        "arti": ARTI_PREDIKAT[Predikat(p.predikat)],
        "kelas": KELAS_PREDIKAT[p.predikat],
        "ditetapkan": f"Ditetapkan oleh {p.ditetapkan_oleh or p.get_sumber_display()}{pada}."
        if ditetapkan
        else "",
    }


def _line(b: BarisMeja, tahun: int) -> dict[str, Any]:
    tanda, kelas = ("Belum dinilai", "")
    if b.penilaian is not None:
        tanda, kelas = ("Ditetapkan", "ok") if b.ditetapkan else ("Draf", "jalan")
    return {
        "nama": b.siapa.nama,
        "jabatan": b.siapa.jabatan,
        "bahan": "",
        "tanda": tanda,
        "kelas": kelas,
        "predikat": b.penilaian.get_predikat_display() if b.penilaian else "",
        "url": reverse("kinerja:penilaian", args=[tahun, b.siapa.pegawai_id]),
        "teks_url": "Lihat" if b.ditetapkan else "Nilai",
    }


def _record(request: HttpRequest, pegawai_id: int, tindakan: str) -> None:
    catat_baca(pengguna=request.user, pegawai_ids=[pegawai_id], kanal="portal", tindakan=tindakan)
