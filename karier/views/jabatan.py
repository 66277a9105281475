"""Posts of my government: the ladders, finding one, and what one asks of me."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.views import halaman_ke, lewati_dari
from karier.enums import JenisLangkah
from karier.kamus.sasaran import kalimat_wajar
from karier.rules.sasaran import Hubungan
from karier.services.jabatan_instansi import family_of, posts_of_government, search_posts
from karier.services.langkah_karier import lawful_months, recorded_months, steps_between, steps_from
from karier.services.minat_jabatan import interests_of
from karier.services.parameter import aturan_instansi
from karier.services.sasaran_jabatan import Sasaran, read_target
from karier.services.tangga import managerial_ladder
from karier.views.karier_saya import assume_post, what_if_address
from pegawai.models import Jabatan, Pegawai
from pegawai.services.kompetensi_baca import posts_of
from pegawai.services.profil import day_of
from pegawai.views.saya import KANAL, own_record

PER_HALAMAN: Final = 30
_TEKS_TERPANJANG: Final = 100


@require_safe
def cari_jabatan(request: HttpRequest) -> HttpResponse:
    """Every post of my government by name."""
    saya = own_record(request)
    return render(request, "karier/jabatan_cari.html", _found(request, saya))


@require_safe
def jenjang_karier(request: HttpRequest) -> HttpResponse:
    """The ladders that everybody of my government may climb, with criteria, competencies and time."""
    saya = own_record(request)
    hari = day_of(saya, timezone.now())
    kini = posts_of([saya.pk], per=hari).get(saya.pk)
    isi = {
        "manajerial": managerial_ladder(saya.instansi_id, hari),
        "kini": kini,
        "keluarga": _family(saya, kini, hari) if kini else None,
        "pindah": _moves(saya, kini, hari) if kini else [],
    }
    return render(request, "karier/jenjang_karier.html", isi)


@require_safe
def jabatan(request: HttpRequest, pk: int) -> HttpResponse:
    """*Apa yang diperlukan*: one post of my government; 404 for one that it does not have."""
    saya = own_record(request)
    hari = day_of(saya, timezone.now())
    satu = posts_of_government(saya.instansi_id).select_related("standar").filter(pk=pk).first()
    if satu is None:
        raise Http404("Jabatan ini tidak ada di instansi Anda.")
    s = read_target(pegawai=saya, jabatan=satu, per=hari)
    minat = {m.jabatan.pk: m for m in interests_of(pegawai=saya, actor=request.user)}
    catat_baca(pengguna=request.user, pegawai_ids=[saya.pk], kanal=KANAL)
    return render(
        request, "karier/jabatan.html", {**_target(s), "minat": minat.get(pk), **_way(saya, s, hari)}
    )


def _target(s: Sasaran) -> dict[str, Any]:
    return {
        **s._asdict(),
        "cukup": s.cukup,
        "sekarang": s.hubungan is Hubungan.SEKARANG,
        "pppk": s.hubungan is Hubungan.PPPK,
        "coba": what_if_address(assume_post(s.jabatan.jenjang)),
    }


def _way(saya: Pegawai, s: Sasaran, hari: date) -> dict[str, Any]:
    """The family of the post, and how long the step from mine takes."""
    return {"keluarga": _family(saya, s.jabatan, hari), "waktu": _time(saya, s, hari)}


def _time(saya: Pegawai, s: Sasaran, hari: date) -> list[str]:
    if s.kini is None or s.kini.pk == s.jabatan.pk:
        return []
    pasang = (s.kini.pk, s.jabatan.pk)
    langkah = steps_between(saya.instansi_id, pasang).get(pasang)
    catatan = recorded_months(saya.instansi_id, [pasang]).get(pasang)
    hukum = lawful_months(s.kini, s.jabatan, aturan_instansi(saya.instansi_id, hari))
    return kalimat_wajar(hukum, catatan, langkah.bulan if langkah else None)


def _family(saya: Pegawai, jabatan: Jabatan, hari: date) -> list[dict[str, Any]]:
    """The levels of one family from below, each with what it takes to come there."""
    rantai = family_of(jabatan)
    pasangan = [(a.pk, b.pk) for a, b in pairwise(rantai)]
    catatan = recorded_months(saya.instansi_id, pasangan)
    langkah = steps_between(saya.instansi_id, [j.pk for j in rantai])
    a = aturan_instansi(saya.instansi_id, hari)
    bawah: list[Jabatan | None] = [None, *rantai]
    return [_level(d, j, catatan, langkah, a) for d, j in zip(bawah, rantai, strict=False)]


def _moves(saya: Pegawai, kini: Jabatan, hari: date) -> list[dict[str, Any]]:
    """Posts of other families to which this government names a way, as rows of a family."""
    langkah = {(s.dari_id, s.ke_id): s for s in steps_from(saya.instansi_id, kini.pk, JenisLangkah.PINDAH)}
    catatan, a = recorded_months(saya.instansi_id, list(langkah)), aturan_instansi(saya.instansi_id, hari)
    return [_level(kini, s.ke, catatan, langkah, a) for s in langkah.values()]


def _level(dari: Jabatan | None, ke: Jabatan, catatan: Any, langkah: Any, a: Aturan) -> dict[str, Any]:
    if dari is None:
        return {"jabatan": ke, "kriteria": "", "waktu": []}
    pasang = (dari.pk, ke.pk)
    satu = langkah.get(pasang)
    waktu = kalimat_wajar(lawful_months(dari, ke, a), catatan.get(pasang), satu.bulan if satu else None)
    return {"jabatan": ke, "kriteria": satu.kriteria if satu else "", "waktu": waktu}


def _found(request: HttpRequest, saya: Pegawai) -> dict[str, Any]:
    teks = request.GET.get("q", "").replace("\x00", "").strip()[:_TEKS_TERPANJANG]
    lewati, semua = lewati_dari(request, "mulai"), search_posts(saya.instansi_id, teks)
    jumlah = semua.count()
    tampil = list(semua[lewati : lewati + PER_HALAMAN])
    return {
        "daftar": tampil,
        "jumlah": jumlah,
        "disaring": bool(teks),
        "cari": {"nama": "q", "judul": "Nama jabatan", "nilai": teks},
        "halaman": halaman_ke(
            request, "mulai", lewati=lewati, tampil=len(tampil), semua=jumlah, per=PER_HALAMAN
        ),
    }
