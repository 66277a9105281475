"""*Rencana pengembangan* (A6): begun with a proposal, one page for the person and for the atasan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from karier.enums import SebabNaskah, StatusButir, StatusIdp, StatusRekomendasi
from karier.forms.rencana import FormCatatanRencana
from karier.kamus.rencana import ARTI, ARTI_ATASAN, badge, cost_text, span_text, split_text, value_text
from karier.models import DialogRencana, RencanaPengembangan
from karier.rules.rencana import plan_years, split
from karier.services.keadaan import read_outcomes
from karier.services.rencana_baca import (
    ButirTerbaca,
    agreed_text,
    changed_since_agreed,
    changed_since_returned,
    changed_since_sent,
    changes_since,
    entry_for,
    entry_sentences,
    plan_of_year,
    progress,
    read_items,
)
from karier.services.rencana_isi import established_for
from karier.services.rencana_penugasan import offers_for_plan
from karier.services.rencana_usul import gaps_of, start_plan
from karier.views.rencana_bersama import Hak, back, readable_plan, rights, sheet_url
from kinerja.services.skp_lembar import account_name
from pegawai.enums import BentukPengembangan, KompetensiMansoskul
from pegawai.kamus import LABEL
from pegawai.models import Pegawai
from pegawai.services.profil import day_of, identity, moment_text, zone_of
from pegawai.views.saya import KANAL, own_record

#: Bars of gaps on the page.
CELAH_TERBANYAK = 8
_HALAMAN = (
    "butir_baru", "kirim", "tarik", "setujui", "terima", "kembalikan", "buka", "catatan", "teruskan",
    "luring", "unduh_lembar", "pdf", "unggah",
)  # fmt: skip


@require_safe
def sekarang(request: HttpRequest) -> HttpResponse:
    """To the newest plan of the years that are planned now, else to where one begins."""
    saya = own_record(request)
    tahun = plan_years(day_of(saya, timezone.now()))
    ada = [r for t in reversed(tahun) if (r := plan_of_year(saya.pk, t)) is not None]
    if ada:
        return back(ada[0])
    return HttpResponseRedirect(reverse("karier:rencana_tahun", args=[tahun[-1]]))


@require_http_methods(["GET", "HEAD", "POST"])
def tahun(request: HttpRequest, tahun: int) -> HttpResponse:
    """Where the plan of a year begins; POST drafts it."""
    saya = own_record(request)
    ada = plan_of_year(saya.pk, tahun)
    boleh = plan_years(day_of(saya, timezone.now()))
    if ada is None and tahun not in boleh:
        raise Http404
    if request.method == "POST":
        return _mulai(request, saya, tahun)
    if ada is not None:
        return back(ada)
    isi = {
        "tahun": tahun,
        "tahun_lain": [t for t in boleh if t != tahun],
        "usul": [u["nama"] for u in _established(saya.pk, tahun)],
    }
    return render(request, "karier/rencana_mulai.html", isi)


def _mulai(request: HttpRequest, saya: Pegawai, tahun: int) -> HttpResponse:
    ada = plan_of_year(saya.pk, tahun)
    if ada is not None:
        return back(ada)
    try:
        rencana = start_plan(pegawai=saya, tahun=tahun, actor=request.user, at=timezone.now(), kanal=KANAL)
    except DomainError as salah:
        messages.error(request, salah.kalimat)
        return HttpResponseRedirect(request.path)
    banyak = rencana.butir.count()
    dari = "dari kesenjangan jabatan Anda" if rencana.dasar.get("celah") else "dari catatan Anda"
    messages.success(request, f"Kami menyiapkan {banyak} usul {dari}. Anda bebas mengubah.")
    return back(rencana)


@require_safe
def lembar(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything of one plan on one page."""
    r = readable_plan(request, pk)
    return show_sheet(request, r, FormCatatanRencana(initial={"sejak": r.dialog.count()}))


def show_sheet(
    request: HttpRequest, r: RencanaPengembangan, form: FormCatatanRencana, *, status: int = 200
) -> HttpResponse:
    """The page; `form` is that of the dialogue."""
    hak, butir = rights(request, r), read_items(r)
    maju = progress(butir)
    tanda, kelas = badge(hak.status, maju.selesai, maju.semua, giliran=hak.giliran)
    catat_baca(pengguna=request.user, pegawai_ids=[r.pegawai_id], kanal=KANAL)
    isi = {
        "r": r,
        "hak": hak,
        "judul": str(r) if hak.pemilik else f"{r}: {r.pegawai.nama_gelar}",
        "tanda": tanda,
        "kelas": kelas,
        "arti": _arti(hak),
        "maju": maju,
        "butir": [_row(r, b, hak) for b in butir],
        "susunan": split_text(split((BentukPengembangan(b.butir.bentuk), b.butir.jp) for b in butir)),
        "berubah": changed_since_sent(r),
        "sejak_kembali": changed_since_returned(r),
        "sejak_sepakat": changed_since_agreed(r),
        "dialog": _dialogue(r),
        "naskah": list(r.naskah.filter(sebab=SebabNaskah.SEPAKAT).values_list("pk", flat=True)),
        "form": form if r.dikirim_pada and (hak.pemilik or hak.atasan) else None,
        "url": {n: reverse(f"karier:rencana_{n}", args=[r.pk]) for n in _HALAMAN},
        "url_balik": reverse("karier:rencana_tim") if hak.atasan else reverse("karier:beranda"),
        **(_own(r, butir) if hak.pemilik else {}),
    }
    return render(request, "karier/rencana.html", isi, status=status)


def _arti(hak: Hak) -> str:
    if hak.atasan:
        return ARTI_ATASAN[hak.status]
    if not hak.pemilik:
        return ""
    if hak.status == StatusIdp.MENUNGGU_PEGAWAI and not hak.terima:
        return "Atasan meminta perubahan. Baca catatannya, ubah, lalu ajukan lagi."
    return ARTI[hak.status]


def _own(r: RencanaPengembangan, butir: Sequence[ButirTerbaca]) -> dict[str, Any]:
    """What only the person reads: gaps, what came since, what HR established, what is on offer."""
    per = day_of(r.pegawai, timezone.now())
    keadaan = read_outcomes([r.pegawai_id], instansi_id=r.pegawai.instansi_id, per=per)[r.pegawai_id]
    celah = gaps_of(keadaan)
    kiriman = entry_for(r.pegawai_id, r.pk)
    return {
        "celah": celah[:CELAH_TERBANYAK],
        "sejak": changes_since(r, celah),
        "tawaran": offers_for_plan(
            pegawai=r.pegawai, status=StatusIdp(r.status), butir=butir, celah=celah, hari=per
        ),
        "usul": _established(r.pegawai_id, r.tahun),
        "kiriman": kiriman
        and {"pk": kiriman.pk, "oleh": account_name(kiriman.oleh), "isi": entry_sentences(kiriman, r)},
    }


def _established(pegawai_id: int, tahun: int) -> list[dict[str, Any]]:
    return [
        {"pk": u.pk, "nama": LABEL[KompetensiMansoskul][KompetensiMansoskul(u.sasaran)]}
        for u in established_for(pegawai_id, tahun)
    ]


def _row(r: RencanaPengembangan, b: ButirTerbaca, hak: Hak) -> dict[str, Any]:
    """One item in words, with where it is changed."""
    butir, kunci = b.butir, [r.pk, b.butir.pk]
    return {
        "butir": butir,
        "bentuk": butir.get_bentuk_display(),
        "waktu": kata.rentang(butir.mulai, butir.selesai),
        "biaya": cost_text(butir.biaya),
        "bukti": b.bukti,
        "tuntas": b.tuntas,
        "tanda": "Terpenuhi"
        if b.tuntas and butir.status == StatusButir.RENCANA
        else butir.get_status_display(),
        "kelas": "ok" if b.tuntas else "",
        "diurungkan": bool(butir.rekomendasi and butir.rekomendasi.status != StatusRekomendasi.DITETAPKAN),
        "ubah": hak.ubah and butir.status == StatusButir.RENCANA,
        "tandai": hak.jalan and butir.status == StatusButir.RENCANA,
        "url": reverse("karier:rencana_butir", args=kunci),
        "url_pindah": reverse("karier:rencana_pindah", args=kunci),
        "url_selesai": reverse("karier:rencana_selesai", args=kunci),
        "url_bukti": reverse("karier:rencana_bukti", args=kunci) if butir.bukti_id else "",
        "url_program": reverse("karier:program", args=[butir.pelatihan_id])
        if butir.pelatihan_id and hak.pemilik and not b.tuntas
        else "",
    }


def _dialogue(r: RencanaPengembangan) -> list[dict[str, str]]:
    zona = zone_of(r.pegawai)

    def satu(d: DialogRencana) -> dict[str, str]:
        oleh = account_name(d.oleh)
        return {
            "judul": d.get_langkah_display(),
            "oleh": oleh,
            "pada": moment_text(d.pada, zona),
            "isi": d.isi,
        }

    return [satu(d) for d in r.dialog.select_related("oleh__pegawai").order_by("pk")]


@require_safe
def naskah(request: HttpRequest, pk: int, naskah_id: int) -> HttpResponse:
    """What was agreed, as it stood then."""
    r = readable_plan(request, pk)
    try:
        teks = agreed_text(pengguna=request.user, rencana_id=pk, naskah_id=naskah_id)
    except TidakDitemukan as salah:
        raise Http404 from salah
    catat_baca(pengguna=request.user, pegawai_ids=[r.pegawai_id], kanal=KANAL)
    isi = {
        "judul": f"Kesepakatan {r.tahun}",
        "pegawai": identity(r.pegawai, per=timezone.localdate()).nama,
        "atasan": teks.atasan.nama_gelar if teks.atasan else "",
        "pada": moment_text(teks.pada, zone_of(r.pegawai)),
        "baris": [_agreed(b) for b in teks.isi],
        "url_balik": sheet_url(r),
    }
    return render(request, "karier/rencana_naskah.html", isi)


def _agreed(b: Mapping[str, Any]) -> dict[str, Any]:
    """One item of what was agreed, in the words of the page of the plan."""
    return {
        **b,
        "bentuk": value_text("bentuk", b["bentuk"]),
        "waktu": span_text(b["mulai"], b["selesai"]),
        "biaya": value_text("biaya", b["biaya"]),
    }
