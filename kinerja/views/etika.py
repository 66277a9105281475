"""The case of ethics of the year: read it, answer it, and only then read what colleagues answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import Halaman, alamat, bilangan, dikirim, isikan, potong
from kinerja.enums import StatusKasus, TentangUmpanBalik
from kinerja.forms.etika import DiskusiEtikaForm, JawabanEtikaForm, PelajaranEtikaForm
from kinerja.kamus.etika import kalimat_pembaca
from kinerja.models import DiskusiEtika, JawabanEtika, KasusEtika, PelajaranEtika
from kinerja.services import etika as layanan
from kinerja.services.etika_baca import (
    answers_in,
    case_for,
    current_case,
    deadline_of,
    discussion_in,
    leads,
    lesson_in,
    own_answer,
    own_answers,
    room_in,
    room_name,
)
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import KANAL, own_record

PER_HALAMAN: Final = 20


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The case that runs for me, and those that I have answered."""
    saya = own_record(request)
    kasus = current_case(saya, timezone.now())
    jawaban = own_answers(saya)
    baris = [_baris(j.kasus, saya, dijawab=True) for j in jawaban]
    if kasus is not None and kasus.pk not in {j.kasus_id for j in jawaban}:
        baris.insert(0, _baris(kasus, saya, dijawab=False))
    return render(request, "kinerja/etika.html", {"daftar": baris})


def _baris(kasus: KasusEtika, saya: Pegawai, *, dijawab: bool) -> dict[str, Any]:
    """One case for partials/tugas.html."""
    selesai = kasus.status == StatusKasus.SELESAI
    return {
        "judul": kasus.judul,
        "url": reverse("kinerja:etika_diskusi" if dijawab else "kinerja:etika_kasus", args=[kasus.pk]),
        "tanda": "Selesai" if selesai else "Berjalan" if dijawab else "Belum dimulai",
        "kelas": "selesai" if selesai else "jalan" if dijawab else "",
        "ket": f"Tahun {kasus.tahun}, tentang nilai {kasus.get_nilai_display()}, "
        f"batas {deadline_of(kasus, saya).teks}",
    }


def _kasus(saya: Pegawai, pk: int, at: datetime) -> KasusEtika:
    try:
        return case_for(kasus_id=pk, saya=saya, at=at)
    except TidakDitemukan as salah:
        raise Http404 from salah


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def kasus(request: HttpRequest, pk: int) -> HttpResponse:
    """Read the case and write my own answer; who reads it stands above the button."""
    saya, kini = own_record(request), timezone.now()
    satu = _kasus(saya, pk, kini)
    ada = own_answer(satu, saya)
    form = JawabanEtikaForm(dikirim(request), initial=_awal(ada))
    status = _kirim(request, form, lambda isian: _jawab(request, pk, isian), ada)
    if status == 302:
        messages.success(request, "Jawaban terkirim. Sekarang Anda dapat membaca jawaban rekan.")
        return HttpResponseRedirect(reverse("kinerja:etika_diskusi", args=[pk]))
    terbuka = satu.status == StatusKasus.TERBIT
    isi = {
        **_kepala(satu, saya, kini),
        "form": form if terbuka or form.is_bound else None,
        "dijawab": ada is not None,
        "bentrok": ada.isi if status == 409 and ada else "",
        "pembaca": _readers(saya, ada),
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
    }
    return render(request, "kinerja/etika_kasus.html", isi, status=status)


def _jawab(request: HttpRequest, pk: int, isian: dict[str, Any]) -> JawabanEtika:
    return layanan.send_answer(kasus_id=pk, **isian, actor=request.user, at=timezone.now())


def _readers(saya: Pegawai, ada: JawabanEtika | None) -> list[str]:
    """For whom it is written: the unit in which I first answered, else that of today."""
    unit = ada.unit if ada is not None else saya.unit
    return kalimat_pembaca(unit.nama if unit else "", unit.induk.nama if unit and unit.induk else "")


def _kepala(satu: KasusEtika, saya: Pegawai, at: datetime) -> dict[str, Any]:
    batas = deadline_of(satu, saya)
    return {
        "kasus": satu,
        "nilai": satu.get_nilai_display(),
        "pertanyaan": [baris for baris in satu.pertanyaan.splitlines() if baris.strip()],
        "batas": batas.teks,
        "lewat": batas.lewat(at),
        "selesai": satu.status == StatusKasus.SELESAI,
    }


def _awal(ada: JawabanEtika | PelajaranEtika | None) -> dict[str, Any]:
    """What was written before, and which version of it the page shows."""
    return {"isi": ada.isi if ada else "", "versi": ada.versi if ada else 0}


def _kirim(
    request: HttpRequest,
    form: Any,
    kerja: Callable[[dict[str, Any]], Any],
    ada: JawabanEtika | PelajaranEtika | None,
) -> int:
    """The status of `_coba`; after a conflict the next press is over what the page shows now."""
    if request.method != "POST" or not form.is_valid():
        return 200
    isian = {"isi": form.cleaned_data["isi"], "versi": form.cleaned_data["versi"] or 0}
    status = _coba(request, form, lambda: kerja(isian))
    if status == 409:
        isikan(form, versi=_awal(ada)["versi"])
    return status


def _coba(request: HttpRequest, form: Any, kerja: Any) -> int:
    """302 when it is written; else why not stands in the form, and the words stay."""
    try:
        kerja()
    except TidakDitemukan as salah:
        raise Http404 from salah
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return 409 if isinstance(salah, Bentrok) else 200
    return 302


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def diskusi(request: HttpRequest, pk: int) -> HttpResponse:
    """What colleagues answered, and what we say about it. Before my own answer the way leads back."""
    saya, kini = own_record(request), timezone.now()
    satu = _kasus(saya, pk, kini)
    ada = own_answer(satu, saya)
    if ada is None:
        messages.info(request, "Kirim jawaban Anda dulu. Sesudahnya jawaban rekan terbuka.")
        return HttpResponseRedirect(reverse("kinerja:etika_kasus", args=[pk]))
    form = DiskusiEtikaForm(dikirim(request))
    status = 200
    if request.method == "POST" and form.is_valid():
        status = _coba(request, form, lambda: _ikut(request, pk, form.cleaned_data))
        if status == 302:
            messages.success(request, "Tanggapan terkirim.")
            return HttpResponseRedirect(f"{reverse('kinerja:etika_diskusi', args=[pk])}#diskusi")
    if status == 409:
        form.ganti_kunci()
    isi = {
        **_kepala(satu, saya, kini),
        **_percakapan(request, satu, ada, saya, kini),
        "form": form if satu.status == StatusKasus.TERBIT or form.is_bound else None,
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
        "url_umpan_balik": _feedback_url(satu),
    }
    return render(request, "kinerja/etika_diskusi.html", isi, status=status)


def _ikut(request: HttpRequest, pk: int, isian: dict[str, Any]) -> DiskusiEtika:
    return layanan.contribute(
        kasus_id=pk, isi=isian["isi"], kunci=isian["kunci"], actor=request.user, at=timezone.now()
    )


def _feedback_url(satu: KasusEtika) -> str:
    awal = urlencode({"tentang": TentangUmpanBalik.PERILAKU.value, "nilai": satu.nilai})
    return f"{reverse('kinerja:umpan_balik_pilih')}?{awal}"


def _percakapan(
    request: HttpRequest, satu: KasusEtika, ada: JawabanEtika, saya: Pegawai, at: datetime
) -> dict[str, Any]:
    ruang, zona = room_in(satu, saya, at), zone_of(saya)
    jawaban, hal_jawaban = _bagian(request, "jawaban", answers_in(satu, request.user))
    kata, hal_kata = _bagian(request, "tanggapan", discussion_in(satu, request.user))
    penulis = {j.pegawai_id for j in jawaban} | {d.jawaban.pegawai_id for d in kata}
    catat_baca(pengguna=request.user, pegawai_ids=sorted(penulis - {saya.pk}), kanal=KANAL)
    pelajaran = lesson_in(satu, request.user)
    return {
        "sendiri": _jawaban(ada, zona),
        "jawaban": [_jawaban(j, zona) for j in jawaban],
        "hal_jawaban": hal_jawaban,
        "diskusi": [_tanggapan(d, saya, zona) for d in kata],
        "hal_diskusi": hal_kata,
        "ruang": room_name(satu, ruang),
        "pelajaran": pelajaran,
        "pelajaran_pada": moment_text(pelajaran.pada, zona) if pelajaran else "",
        "memimpin": ruang is not None and satu.status == StatusKasus.TERBIT and leads(satu, saya, ruang),
    }


def _bagian(request: HttpRequest, nama: str, semua: Any) -> tuple[Any, Halaman | None]:
    """One page of a list that is paged by its own word in the address."""
    lewati = max(bilangan(request.GET.get(nama), bawaan=0) or 0, 0)
    baris, lagi = potong(list(semua[lewati : lewati + PER_HALAMAN + 1]), PER_HALAMAN)
    if not lewati and not lagi:
        return baris, None
    return baris, Halaman(
        sebelum=alamat(request, **{nama: max(lewati - PER_HALAMAN, 0)}) if lewati else "",
        berikut=alamat(request, **{nama: lewati + PER_HALAMAN}) if lagi else "",
    )


def _jawaban(j: JawabanEtika, zona: str) -> dict[str, str]:
    diubah = f", diubah {moment_text(j.diubah_pada, zona)}" if j.diubah_pada else ""
    return {"nama": j.pegawai.nama_gelar, "isi": j.isi, "pada": moment_text(j.dikirim_pada, zona) + diubah}


def _tanggapan(d: DiskusiEtika, saya: Pegawai, zona: str) -> dict[str, Any]:
    milik = d.jawaban.pegawai_id == saya.pk
    return {
        "pk": d.pk,
        "nama": "Anda" if milik else d.jawaban.pegawai.nama_gelar,
        "isi": d.isi,
        "pada": moment_text(d.pada, zona),
        "tarik": milik and d.ditarik_pada is None,
    }


@require_POST
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a word of mine."""
    own_record(request)
    try:
        satu = layanan.withdraw(diskusi_id=pk, actor=request.user, at=timezone.now())
    except TidakDitemukan as salah:
        raise Http404 from salah
    messages.success(request, "Tanggapan ditarik. Isinya sudah dihapus.")
    return HttpResponseRedirect(f"{reverse('kinerja:etika_diskusi', args=[satu.jawaban.kasus_id])}#diskusi")


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def pelajaran(request: HttpRequest, pk: int) -> HttpResponse:
    """What the unit takes from it, by who leads it."""
    saya, kini = own_record(request), timezone.now()
    satu = _kasus(saya, pk, kini)
    ruang = room_in(satu, saya, kini)
    if ruang is None or not leads(satu, saya, ruang):
        raise Http404
    ada = lesson_in(satu, request.user)
    form = PelajaranEtikaForm(dikirim(request), initial=_awal(ada))
    status = _kirim(request, form, lambda isian: _tulis(request, pk, isian), ada)
    if status == 302:
        messages.success(request, "Pelajaran bersama tersimpan.")
        return HttpResponseRedirect(reverse("kinerja:etika_diskusi", args=[pk]))
    isi = {
        "kasus": satu,
        "ruang": room_name(satu, ruang),
        "form": form,
        "bentrok": ada.isi if status == 409 and ada else "",
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
    }
    return render(request, "kinerja/etika_pelajaran.html", isi, status=status)


def _tulis(request: HttpRequest, pk: int, isian: dict[str, Any]) -> Any:
    return layanan.write_lesson(kasus_id=pk, **isian, actor=request.user, at=timezone.now())
