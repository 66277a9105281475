"""Recognition: mine, what I proposed, what waits for my decision; and its piagam."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.pdf import render_pdf, unduhan_pdf
from asn_karier.lib.views import bilangan, dikirim, isikan
from kinerja.enums import HubunganPemberi, StatusPengakuan, SumberPengakuan
from kinerja.forms.pengakuan import KeputusanForm, PengakuanForm
from kinerja.kamus.pengakuan import KELAS
from kinerja.kamus.umpan_balik import titik
from kinerja.kamus.usul_perbaikan import kalimat_hasil
from kinerja.models import Pengakuan, UsulPerbaikan
from kinerja.reports.piagam import isi_piagam
from kinerja.services.hubungan import addressee
from kinerja.services.pengakuan import decide, propose, recognition
from kinerja.services.pengakuan_baca import (
    deciders,
    own_recognitions,
    proposed_by,
    story_of,
    waiting_for,
)
from pegawai.models import Pegawai
from pegawai.services.profil import day_of, identity, moment_text, zone_of
from pegawai.views.saya import KANAL, own_record


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All there is for me."""
    saya = own_record(request)
    menunggu = waiting_for(request.user)
    catat_baca(pengguna=request.user, pegawai_ids=sorted({p.pegawai_id for p in menunggu}), kanal=KANAL)
    isi = {
        "milik": [recognition_line(p) for p in own_recognitions(saya)],
        "menunggu": [recognition_line(p, siapa=True) for p in menunggu],
        "usul": [recognition_line(p, siapa=True, tanda=True) for p in proposed_by(saya)],
    }
    return render(request, "kinerja/pengakuan.html", isi)


def recognition_line(p: Pengakuan, *, siapa: bool = False, tanda: bool = False) -> dict[str, Any]:
    """One line for partials/tugas.html."""
    untuk = f"Untuk {p.pegawai.nama_gelar}, " if siapa else ""
    asal = kata.huruf_kecil_awal(p.get_sumber_display()) if siapa else p.get_sumber_display()
    return {
        "judul": p.judul,
        "url": reverse("kinerja:pengakuan_satu", args=[p.pk]),
        "tanda": p.get_status_display() if tanda else "",
        "kelas": KELAS[StatusPengakuan(p.status)],
        "ket": f"{untuk}{asal}, {kata.tanggal(p.tanggal)}",
    }


@require_http_methods(["GET", "HEAD", "POST"])
def usulkan(request: HttpRequest, pegawai_id: int) -> HttpResponse:
    """For a direct report or a colleague; never for oneself, never for the own leader."""
    saya = own_record(request)
    try:
        orang, sebagai = addressee(saya=saya, pegawai_id=pegawai_id)
    except TidakDitemukan as salah:
        raise Http404 from salah
    if sebagai is HubunganPemberi.BAWAHAN:
        raise Http404
    form = PengakuanForm(dikirim(request), initial=_begun(request, orang))
    if request.method == "POST" and form.is_valid() and _propose(request, form, orang):
        return HttpResponseRedirect(reverse("kinerja:pengakuan"))
    siapa = identity(orang, per=timezone.localdate())
    isi = {
        "form": form,
        "pegawai": {"nama": siapa.nama, "identitas": siapa.teks},
        "pemutus": _deciders(orang, saya),
    }
    return render(request, "kinerja/pengakuan_usulkan.html", isi)


def _begun(request: HttpRequest, orang: Pegawai) -> dict[str, Any]:
    """`?usul=`: a measured idea of a direct report, as the words to begin with.

    For others nothing: by trying people one after the other they would find who an unnamed author is.
    """
    pk = bilangan(request.GET.get("usul"))
    milik = UsulPerbaikan.objects.filter(pegawai__atasan=request.user.pegawai_id)  # type: ignore[union-attr]
    terukur = milik.terukur().dijawab_oleh(request.user)
    u = terukur.filter(pk=pk, pegawai=orang).first() if pk else None
    if u is None or u.selesai_pada is None:
        return {}
    return {
        "sumber": SumberPengakuan.PROYEK,
        "judul": u.coba[:120],
        "uraian": f"{u.masalah} {u.coba} {kalimat_hasil(u)} {u.kata_warga}".strip()[:800],
        "tanggal": day_of(orang, u.selesai_pada),
        "rujukan": u.nomor,
    }


def _deciders(orang: Pegawai, saya: Pegawai) -> str:
    """One sentence; it says too when nobody can decide yet."""
    nama = kata.daftar([d.nama_gelar for d in deciders(orang, saya)])
    if not nama:
        return "Atasan penilai pegawai ini belum tercatat. Usul diputuskan sesudah tercatat."
    return titik(f"Diputuskan oleh {nama}")


def _propose(request: HttpRequest, form: PengakuanForm, orang: Pegawai) -> bool:
    try:
        propose(
            pegawai_id=orang.pk,
            isi=form.isi,
            kunci=form.cleaned_data["kunci"],
            actor=request.user,
            at=timezone.now(),
        )
    except DomainError as salah:
        if isinstance(salah, Bentrok):
            form.ganti_kunci()
        ruas = "tanggal" if salah.kode == "tanggal_belum_tiba" else None
        form.add_error(ruas, salah.kalimat)
        return False
    messages.success(request, f"Usul pengakuan untuk {orang.nama_gelar} terkirim.")
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """One recognition; whoever may decide it finds the form here."""
    saya = own_record(request)
    p = _recognition(request, pk)
    boleh = Pengakuan.objects.filter(pk=pk).menunggu(request.user).exists()
    form = KeputusanForm(dikirim(request), initial={"versi": p.versi}) if boleh else None
    if request.method == "POST" and form is None:
        messages.error(request, "Usul ini diputuskan oleh atasan penilai pegawai, atau sudah diputuskan.")
        return HttpResponseRedirect(request.path)
    if request.method == "POST" and form is not None and form.is_valid() and _decide(request, form, p):
        return HttpResponseRedirect(request.path)
    if form is not None and form.is_bound:
        isikan(form, versi=p.versi)
    catat_baca(pengguna=request.user, pegawai_ids=[p.pegawai_id], kanal=KANAL)
    return render(request, "kinerja/pengakuan_satu.html", _page(p, saya) | {"form": form})


def _page(p: Pengakuan, saya: Pegawai) -> dict[str, Any]:
    tetap = p.status == StatusPengakuan.DITETAPKAN
    milik = p.pegawai_id == saya.pk
    kisah = story_of(p) if milik and tetap else None
    zona = zone_of(saya)
    return {
        "p": {
            "pk": p.pk,
            "judul": p.judul,
            "uraian": p.uraian,
            "untuk": p.pegawai.nama_gelar,
            "sumber": p.get_sumber_display(),
            "tanggal": kata.tanggal(p.tanggal),
            "rujukan": p.rujukan,
            "nomor": p.nomor,
            "pengusul": titik(f"Diusulkan oleh {p.pengusul.nama_gelar}"),
            "tanda": p.get_status_display(),
            "kelas": KELAS[StatusPengakuan(p.status)],
            "putusan": _decided(p, zona),
            "alasan": p.alasan if not milik else "",
        },
        "tetap": tetap,
        "milik": milik,
        "kisah": kisah and {"nama": kisah.nama, "unit": kisah.unit},
        "url_kisah": reverse("publik:kisah", args=[p.pegawai.instansi.kode]),
        "kisah_sejak": moment_text(kisah.disetujui_pada, zona) if kisah else "",
    }


def _decided(p: Pengakuan, zona_waktu: str) -> str:
    """Who decided and when; empty while it waits."""
    if p.penetap is None or p.diputuskan_pada is None:
        return ""
    pada = moment_text(p.diputuskan_pada, zona_waktu)
    return titik(f"{p.get_status_display()} oleh {p.penetap.nama_gelar} pada {pada}")


def _recognition(request: HttpRequest, pk: int) -> Pengakuan:
    try:
        return recognition(pengakuan_id=pk, pengguna=request.user)
    except TidakDitemukan as salah:
        raise Http404 from salah


def _decide(request: HttpRequest, form: KeputusanForm, p: Pengakuan) -> bool:
    tetap = form.cleaned_data["putusan"] == "tetap"
    try:
        decide(
            pengakuan_id=p.pk,
            tetap=tetap,
            alasan=form.cleaned_data["alasan"],
            versi=form.cleaned_data["versi"],
            actor=request.user,
            at=timezone.now(),
        )
    except (Bentrok, TidakBoleh) as salah:
        messages.info(request, salah.kalimat)
        return True
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    hasil = "ditetapkan. Pegawai kini dapat membacanya" if tetap else "tidak ditetapkan"
    messages.success(request, f"Pengakuan {hasil}.")
    return True


@require_safe
def piagam(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper, for the person, the proposer and the leader; only of what was established."""
    own_record(request)
    p = _recognition(request, pk)
    if p.status != StatusPengakuan.DITETAPKAN:
        raise Http404
    catat_baca(pengguna=request.user, pegawai_ids=[p.pegawai_id], kanal=KANAL, tindakan="cetak")
    return unduhan_pdf(f"piagam-{p.nomor}", render_pdf("piagam", isi_piagam(p)))
