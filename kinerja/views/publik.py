"""Public pages to read: home, results, what changed, the statement."""

from __future__ import annotations

from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib import kata
from kinerja.enums import TINDAK_SELESAI, StatusTindak
from kinerja.forms.warga import PilihLayananForm
from kinerja.kamus.warga import BUKAN_SKM, LABEL_WARGA, masa, persen
from kinerja.models import LayananPublik, TopikForum
from kinerja.reports.warga import (
    URUTAN,
    CapaianUnit,
    achievements,
    changes,
    promises,
    public_instansi,
    shown_words,
    today_of,
    together,
)
from kinerja.rules.warga import AngkaWarga
from kinerja.services.penanda import numbers_on
from kinerja.views.publik_bingkai import Angka, angka_lain, boleh_disimpan, halaman, instansi_terbuka
from pegawai.models import Instansi

#: Words of citizens on one page.
KALIMAT: Final = 30
JUDUL_JAWABAN: Final = [LABEL_WARGA[type(URUTAN[0])][j] for j in URUTAN]


@login_not_required
@require_safe
@boleh_disimpan
def awal(request: HttpRequest) -> HttpResponse:
    """The one government with public pages, or a list of them."""
    semua = public_instansi()
    if len(semua) == 1:
        return HttpResponseRedirect(reverse("publik:beranda", args=[semua[0].kode]))
    return halaman(request, "awal", None, semua=semua)


@login_not_required
@require_safe
@boleh_disimpan
def beranda(request: HttpRequest, instansi: str) -> HttpResponse:
    """P1: what this is, the numbers that we have, rate a service, what changed."""
    sini, kini = instansi_terbuka(instansi), timezone.now()
    topik = TopikForum.objects.terbuka(sini).select_related("unit").order_by("-pk")
    return halaman(
        request,
        "beranda",
        sini,
        angka=[*_angka(sini, kini), *angka_lain(sini, kini)][:4],
        form=PilihLayananForm(pilihan=pilihan_layanan(sini)),
        ada_layanan=LayananPublik.objects.terbuka(sini).exists(),
        berubah=changes(sini, 5),
        topik=list(topik[:3]),
        bukan_skm=BUKAN_SKM,
    )


def _angka(sini: Instansi, kini: Any) -> list[Angka]:
    per = today_of(sini, kini)
    jumlah = together(achievements(sini, per))
    banyak = sum(jumlah)
    hasil = []
    if banyak:
        hasil.append(
            Angka(
                "Ulasan layanan",
                persen(sum(jumlah[:2]), banyak),
                f"menjawab Baik atau Sangat baik, dari {kata.bilangan(banyak)} jawaban",
            )
        )
    janji = promises(sini)
    if janji:
        ditepati = sum(j.status == StatusTindak.DIJALANKAN for j in janji)
        lewat = sum(j.status not in TINDAK_SELESAI and j.tenggat < per for j in janji)
        hasil.append(
            Angka(
                "Janji kepada warga",
                f"{ditepati} dari {len(janji)}",
                f"sudah dijalankan; {lewat} lewat tenggat",
            )
        )
    setahun = sum(p.tanggal.toordinal() > per.toordinal() - 365 for p in changes(sini))
    if setahun:
        hasil.append(Angka("Yang berubah", kata.bilangan(setahun), "perubahan layanan dalam 12 bulan"))
    return hasil


def pilihan_layanan(sini: Instansi) -> list[tuple[str, list[tuple[str, str]]]]:
    """Services in groups by unit, for one select."""
    kelompok: dict[str, list[tuple[str, str]]] = {}
    semua = LayananPublik.objects.terbuka(sini).select_related("unit")
    for layanan in semua.order_by("unit__nama", "unit_id", "nama", "loket"):
        kelompok.setdefault(layanan.unit.nama, []).append((layanan.kode, str(layanan)))
    return list(kelompok.items())


@login_not_required
@require_safe
def pilih(request: HttpRequest, instansi: str) -> HttpResponse:
    """Which service; a choice leads to its page."""
    sini = instansi_terbuka(instansi)
    pilihan = pilihan_layanan(sini)
    form = PilihLayananForm(request.GET if "layanan" in request.GET else None, pilihan=pilihan)
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(reverse("publik:ulas", args=[form.cleaned_data["layanan"]]))
    return halaman(request, "pilih", sini, form=form, ada_layanan=bool(pilihan))


@login_not_required
@require_safe
@boleh_disimpan
def capaian(request: HttpRequest, instansi: str) -> HttpResponse:
    """P3: every unit, in a table with bars."""
    sini, kini = instansi_terbuka(instansi), timezone.now()
    semua = achievements(sini, today_of(sini, kini))
    return halaman(
        request,
        "capaian",
        sini,
        baris=[_baris(sini, c) for c in semua],
        angka=numbers_on(kini),
        bukan_skm=BUKAN_SKM,
    )


def _baris(sini: Instansi, c: CapaianUnit) -> dict[str, Any]:
    return {
        "unit": c.unit.nama,
        "url": reverse("publik:unit", args=[sini.kode, c.unit.pk]),
        "banyak": c.banyak,
        "banyak_teks": kata.bilangan(c.banyak),
        "baik": c.baik,
        "persen": persen(c.baik, c.banyak),
        "masa": masa(c.kelompok[0].awal, c.kelompok[-1].akhir) if c.kelompok else "",
    }


@login_not_required
@require_safe
@boleh_disimpan
def unit(request: HttpRequest, instansi: str, unit: int) -> HttpResponse:
    """One unit: answers by group of months, and words that may be read."""
    sini, kini = instansi_terbuka(instansi), timezone.now()
    semua = achievements(sini, today_of(sini, kini))
    satu = next((c for c in semua if c.unit.pk == unit), None)
    if satu is None:
        raise Http404("Unit tidak ditemukan.")
    return halaman(request, "unit", sini, **_isi_unit(satu, numbers_on(kini)))


def _isi_unit(satu: CapaianUnit, angka: AngkaWarga) -> dict[str, Any]:
    return {
        "baris": _baris(satu.unit.instansi, satu),
        "jawaban": list(zip(JUDUL_JAWABAN, satu.jumlah, strict=True)),
        "judul_jawaban": JUDUL_JAWABAN,
        "kelompok": [
            {
                "masa": masa(k.awal, k.akhir),
                "sel": list(zip(JUDUL_JAWABAN, k.jumlah, strict=True)),
                "banyak": k.banyak,
            }
            for k in reversed(satu.kelompok)
        ],
        "kalimat": [
            {"teks": u.teks, "masa": kata.bulan_tahun(u.hari), "layanan": str(u.layanan)}
            for u in shown_words(satu, KALIMAT)
        ],
        "angka": angka,
        "bukan_skm": BUKAN_SKM,
    }


@login_not_required
@require_safe
@boleh_disimpan
def berubah(request: HttpRequest, instansi: str) -> HttpResponse:
    """P4: unit, what was said, what was done, since when."""
    sini = instansi_terbuka(instansi)
    return halaman(request, "berubah", sini, berubah=changes(sini, 100))


@login_not_required
@require_safe
@boleh_disimpan
def pernyataan(request: HttpRequest, instansi: str) -> HttpResponse:
    """P7: privacy and accessibility."""
    sini, angka = instansi_terbuka(instansi), numbers_on(timezone.now())
    isi: dict[str, Any] = {
        "angka": angka,
        "penanda_jam": _jam(angka.penanda),
        "kunci_jam": _jam(angka.kunci),
        "asli_hari": angka.asli.days,
        "jeda_hari": angka.jeda.days,
    }
    return halaman(request, "pernyataan", sini, **isi)


def _jam(lama: Any) -> int:
    return int(lama.total_seconds() // 3600)
