"""The committee of talent: sessions, boxes, minutes. For whoever has a duty in it; 404 for everybody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.aturan import aturan_dari_versi
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import Halaman, alamat, bilangan, dikirim, isikan, potong
from karier.enums import JenisPenetapan
from karier.forms.talenta import FormBerita, FormKotak, FormSidang, FormUrungkan
from karier.models import AnggotaKomite, KomiteTalenta, SidangTalenta
from karier.rules.aturan_talenta import susun
from karier.services.sidang import agree_boxes, open_session, set_box, undo_box, voice_of, write_minutes
from karier.services.sidang_baca import progress_of, waiting_in
from karier.services.sidang_halaman import person_in_session, rows_of_page, sessions_of
from pegawai.services.profil import day_of, zone_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Penanya, Tugas

SEHALAMAN: Final = 50
_TENTANG: Final = "Sidang komite talenta"


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """My committees and their sessions."""
    own_record(request)
    komite = list(KomiteTalenta.objects.bertugas(request.user))
    if not komite:
        raise Http404
    return render(request, "karier/komite.html", {"komite": sessions_of(komite)})


@require_http_methods(["GET", "HEAD", "POST"])
def buka(request: HttpRequest, komite_id: int) -> HttpResponse:
    """Open a session: who is there, about whom."""
    saya = own_record(request)
    komite = KomiteTalenta.objects.bertugas(request.user).filter(pk=komite_id).first()
    if komite is None:
        raise Http404
    anggota = list(komite.anggota.bersuara().bertugas().filter(sampai=None).select_related("pegawai"))
    awal = {"tanggal": day_of(saya, timezone.now()), "hadir": [a.pk for a in anggota]}
    form = FormSidang(dikirim(request), instansi_id=komite.instansi_id, anggota=anggota, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            sidang = open_session(
                komite_id=komite.pk, **form.cleaned_data, actor=request.user, at=timezone.now()
            )
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
        else:
            return HttpResponseRedirect(reverse("karier:sidang", args=[sidang.pk]))
    return render(request, "karier/sidang_buka.html", {"form": form, "komite": komite})


@require_http_methods(["GET", "HEAD", "POST"])
def sidang(request: HttpRequest, pk: int) -> HttpResponse:
    """Who waits and what is set; POST agrees with what is proposed for the chosen."""
    own_record(request)
    satu = _session(request, pk)
    if request.method == "POST":
        return _agree(request, satu)
    sesudah, belum = bilangan(request.GET.get("sesudah"), bawaan=0) or 0, request.GET.get("lihat") != "semua"
    semua = rows_of_page(satu, request.user, sesudah=sesudah, banyak=SEHALAMAN + 1, belum=belum)
    baris, lanjut = potong(semua, SEHALAMAN)
    catat_baca(
        pengguna=request.user, pegawai_ids=[b.pegawai_id for b in baris], kanal=KANAL, keperluan=_TENTANG
    )
    lihat = None if belum else "semua"
    konteks = {
        "sidang": satu,
        "kemajuan": progress_of(satu, request.user),
        "baris": baris,
        "belum": belum,
        "belum_kata": "Belum ditetapkan" if satu.ditutup_pada else "Menunggu",
        "bersuara": voice_of(satu, request.user) is not None and satu.ditutup_pada is None,
        "halaman": Halaman(
            sebelum=alamat(request, lihat=lihat) if sesudah else "",
            berikut=f"{request.path}?sesudah={baris[-1].pegawai_id}{'' if belum else '&lihat=semua'}"
            if lanjut
            else "",
        ),
    }
    return render(request, "karier/sidang.html", konteks)


def _agree(request: HttpRequest, satu: SidangTalenta) -> HttpResponse:
    dipilih = [n for n in map(bilangan, request.POST.getlist("pegawai")) if n][:SEHALAMAN]
    try:
        baru = agree_boxes(sidang_id=satu.pk, pegawai_ids=dipilih, actor=request.user, at=timezone.now())
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(request.path)
    lain = len(set(dipilih)) - len(baru)
    if baru:
        messages.success(request, f"{len(baru)} pegawai ditetapkan sesuai usulan hitungan.")
    if lain or not baru:
        sebab = f"{lain} pegawai dilewati karena sudah ditetapkan." if lain else "Pilih dahulu pegawainya."
        messages.info(request, sebab)
    return HttpResponseRedirect(request.path)


@require_http_methods(["GET", "HEAD", "POST"])
def orang(request: HttpRequest, pk: int, pegawai_id: int) -> HttpResponse:
    """One person: components, what was said, and the form to set or take back."""
    own_record(request)
    satu = _session(request, pk)
    isi = person_in_session(satu, pegawai_id, request.user)
    if isi is None:
        raise Http404
    urungkan = request.POST.get("langkah") == "urungkan"
    bersuara = voice_of(satu, request.user) is not None and satu.ditutup_pada is None
    aturan = susun(aturan_dari_versi(satu.run.versi_aturan))
    kotak = isi.terakhir.kotak if isi.terakhir else None
    awal = {"versi": isi.urutan, "kotak": kotak}
    form = FormKotak(None if urungkan else dikirim(request), aturan=aturan, initial=awal)
    batal = FormUrungkan(dikirim(request) if urungkan else None, initial=awal, prefix="batal")
    dipakai: Any = batal if urungkan else form
    status = 200
    if request.method == "POST" and dipakai.is_valid():
        status = _decide(request, satu, pegawai_id, dipakai)
        if status == 302:
            return HttpResponseRedirect(reverse("karier:sidang", args=[pk]))
    if status == 409:
        isi = person_in_session(satu, pegawai_id, request.user) or isi
    if dipakai.errors:
        isikan(dipakai, versi=isi.urutan)
    catat_baca(pengguna=request.user, pegawai_ids=[pegawai_id], kanal=KANAL, keperluan=_TENTANG)
    ditetapkan = isi.terakhir is not None and isi.terakhir.jenis != JenisPenetapan.URUNGKAN
    konteks = {
        "sidang": satu,
        "isi": isi,
        "form": form if bersuara else None,
        "batal": batal if bersuara and ditetapkan else None,
    }
    return render(request, "karier/sidang_orang.html", konteks, status=status)


def _decide(request: HttpRequest, satu: SidangTalenta, pegawai_id: int, form: Any) -> int:
    isi = dict(form.cleaned_data)
    kunci = {"sidang_id": satu.pk, "pegawai_id": pegawai_id, "urutan": isi.pop("versi")}
    kerja: Any = set_box if isinstance(form, FormKotak) else undo_box
    try:
        kerja(**kunci, **isi, actor=request.user, at=timezone.now())
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return 409 if isinstance(salah, Bentrok) else 200
    messages.success(request, "Tercatat. Pegawai membacanya sesudah dirilis.")
    return 302


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def berita(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the minutes, or read them once the session is closed."""
    saya = own_record(request)
    satu = _session(request, pk)
    awal = {"nomor": satu.nomor_berita, "isi": satu.berita_acara, "versi": satu.versi}
    form = FormBerita(dikirim(request), initial=awal)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            write_minutes(sidang_id=pk, **form.cleaned_data, actor=request.user, at=timezone.now())
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            status = 409 if isinstance(salah, Bentrok) else 200
        else:
            messages.success(request, "Berita acara tersimpan.")
            return HttpResponseRedirect(reverse("karier:sidang", args=[pk]))
    if status == 409:
        satu.refresh_from_db()
        isikan(form, versi=satu.versi)
    konteks = {
        "sidang": satu,
        "form": form if satu.ditutup_pada is None else None,
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
    }
    return render(request, "karier/sidang_berita.html", konteks, status=status)


def _session(request: HttpRequest, pk: int) -> SidangTalenta:
    semua = SidangTalenta.objects.bertugas(request.user).select_related("run", "komite", "unit")
    satu: SidangTalenta | None = semua.filter(pk=pk).first()
    if satu is None:
        raise Http404
    return satu


def sitting_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Open sessions that wait for my voice, three queries each; one for everybody who sits in none."""
    pengguna = penanya.request.user
    suara = AnggotaKomite.objects.milik(pengguna).bersuara()
    terbuka = SidangTalenta.objects.bertugas(pengguna).filter(ditutup_pada=None, hadir__anggota__in=suara)
    for satu in terbuka.select_related("komite", "run", "unit").distinct().order_by("tanggal", "pk"):
        menunggu = waiting_in(satu, pengguna)
        if menunggu:
            yield Tugas(
                judul=f"Tetapkan kotak talenta: {satu}",
                url=reverse("karier:sidang", args=[satu.pk]),
                tanda="Berlangsung",
                kelas="jalan",
                ket=f"{menunggu} pegawai menunggu penetapan",
                memutus=True,
            )
