"""*Antrean terbuka*: for everybody of the government, without a name."""

from __future__ import annotations

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.views import halaman_ke, lewati_dari
from karier.kamus.sasaran import kalimat_banyak, kalimat_kisaran
from karier.services.antrean_terbuka import Antrean, Letak, own_place, queue_of, queued_posts
from pegawai.models import Pegawai
from pegawai.services.kompetensi_baca import posts_of
from pegawai.services.profil import day_of, moment_text
from pegawai.views.saya import KANAL, own_record

PER_HALAMAN: Final = 30
_TEKS_TERPANJANG: Final = 100


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Posts to which somebody of my government may rise."""
    saya = own_record(request)
    teks = request.GET.get("q", "").replace("\x00", "").strip()[:_TEKS_TERPANJANG]
    lewati, semua = lewati_dari(request, "mulai"), queued_posts(saya.instansi_id, teks)
    kini = posts_of([saya.pk], per=day_of(saya, timezone.now())).get(saya.pk)
    jumlah = semua.count()
    tampil = list(semua[lewati : lewati + PER_HALAMAN])
    isi = {
        "daftar": tampil,
        "jumlah": jumlah,
        "disaring": bool(teks),
        "berikut": kini.naik_ke_id if kini else None,
        "cari": {"nama": "q", "judul": "Nama jabatan", "nilai": teks},
        "halaman": halaman_ke(
            request, "mulai", lewati=lewati, tampil=len(tampil), semua=jumlah, per=PER_HALAMAN
        ),
    }
    return render(request, "karier/antrean_daftar.html", isi)


@require_safe
def antrean(request: HttpRequest, pk: int) -> HttpResponse:
    """One queue; 404 for a post that nobody of my government may rise to."""
    saya = own_record(request)
    hari = day_of(saya, timezone.now())
    jabatan = queued_posts(saya.instansi_id, "").filter(pk=pk).first()
    if jabatan is None:
        raise Http404("Antrean untuk jabatan ini tidak ada di instansi Anda.")
    a, calon = queue_of(instansi_id=saya.instansi_id, jabatan=jabatan, per=hari)
    letak = own_place(saya, calon, a.asal, posts_of([saya.pk], per=hari).get(saya.pk))
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    return render(request, "karier/antrean.html", {**queue_context(a, saya), "letak": _place(letak)})


def queue_context(a: Antrean, saya: Pegawai) -> dict[str, Any]:
    """What everybody reads of a queue."""
    selesai = a.run.selesai_pada if a.run else None
    return {
        "antrean": a,
        "memenuhi": kalimat_banyak(a.memenuhi, "pegawai"),
        "dihitung": moment_text(selesai, saya.instansi.zona_waktu) if selesai else "",
    }


def _place(letak: Letak) -> str:
    """Empty for whoever does not rise from here."""
    if not letak.ikut:
        return ""
    if not letak.memenuhi:
        return "Anda belum masuk antrean: masih ada syarat pribadi yang belum terpenuhi."
    return kalimat_kisaran(letak.kisaran)
