"""*Penilaian tim*: everybody on one page, a look at what will be sent, and the signature."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import bilangan, isikan
from kinerja.enums import StatusPenilaian
from kinerja.forms.penilaian import PenilaianForm
from kinerja.services.bahan import Bahan, Diminta, brief, collect_evidence
from kinerja.services.baris_nilai import Baris
from kinerja.services.meja import BarisMeja
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai
from kinerja.services.pola import distribution
from kinerja.views.meja import MejaDibuka, cycle_words, open_desk, part_text, state_of
from pegawai.views.saya import KANAL

#: So many names stand in a sentence.
DISEBUT = 5


@require_http_methods(["GET", "HEAD", "POST"])
def tim(request: HttpRequest, siklus_id: int) -> HttpResponse:
    """Rate everybody; what is left empty is done later. POST saves drafts and goes on to the check."""
    d = open_desk(request, siklus_id)
    if request.method == "POST":
        return _save(request, d)
    _read(request, d, d.meja.baris)
    return _show(request, d, {b.siapa.pegawai_id: _form(b) for b in _belum(d)})


@require_http_methods(["GET", "HEAD", "POST"])
def periksa(request: HttpRequest, siklus_id: int) -> HttpResponse:
    """What will be sent, beside the pola, with what is still missing; POST signs all of it."""
    d = open_desk(request, siklus_id)
    if request.method == "POST":
        return _send(request, d)
    siap = [
        (b, b.penilaian) for b in d.meja.baris if b.penilaian and not b.selesai and not b.dari_penilai_lain
    ]
    _read(request, d, [b for b, _ in siap])
    isi = {
        "siklus": cycle_words(d.siklus, d.zona_waktu),
        "untuk": d.untuk,
        "siap": [_ready(d, b, p) for b, p in siap],
        "belum": [b.siapa.nama for b in d.meja.baris if b.penilaian is None or b.dari_penilai_lain],
        "tanpa_kalimat": [b.siapa.nama for b, p in siap if not p.umpan_balik],
        "pola": distribution(
            d.siklus,
            d.saya.unit,
            [b.penilaian.predikat for b in d.meja.baris if b.penilaian and not b.dari_penilai_lain],
        ),
        "url_balik": d.url("penilaian_tim"),
        "boleh_kirim": bool(siap) and d.meja.terbuka and d.untuk is None,
    }
    return render(request, "kinerja/penilaian_periksa.html", isi)


# -- filling in ---------------------------------------------------------------------------------


def _belum(d: MejaDibuka) -> list[BarisMeja]:
    return [b for b in d.meja.baris if not b.selesai] if d.meja.terbuka else []


def _form(b: BarisMeja, data: Any = None) -> PenilaianForm:
    p = b.penilaian
    if p and b.dari_penilai_lain:
        return PenilaianForm(data, prefix=f"p{b.siapa.pegawai_id}", initial={"versi": p.versi})
    lama = p and {
        "hasil": p.rating_hasil,
        "perilaku": p.rating_perilaku,
        "kalimat": p.umpan_balik,
        "versi": p.versi,
    }
    return PenilaianForm(data, prefix=f"p{b.siapa.pegawai_id}", initial=lama or {})


def _save(request: HttpRequest, d: MejaDibuka) -> HttpResponse:
    semua = {b.siapa.pegawai_id: _form(b, request.POST) for b in _belum(d)}
    terisi = {pk: form for pk, form in semua.items() if not form.kosong}
    salah = _errors(d, terisi)
    if salah:
        return _show(request, d, semua, salah=salah)
    try:
        _rate(request, d, terisi)
    except DomainError as galat:
        return _refused(request, d, galat.kalimat)
    return HttpResponseRedirect(d.url("penilaian_periksa"))


def _rate(request: HttpRequest, d: MejaDibuka, terisi: dict[int, PenilaianForm]) -> None:
    if not terisi:
        return
    isian = [
        Isian(pk, form.cleaned_data["hasil"], form.cleaned_data["perilaku"],
              form.cleaned_data["kalimat"], form.cleaned_data["versi"])
        for pk, form in terisi.items()
    ]  # fmt: skip
    nilai(
        siklus=d.siklus,
        isian=isian,
        actor=request.user,
        at=timezone.now(),
        untuk=d.untuk_id,
    )
    catat_baca(pengguna=request.user, pegawai_ids=[*terisi], kanal=KANAL, tindakan="nilai")


def _refused(request: HttpRequest, d: MejaDibuka, sebab: str) -> HttpResponse:
    """Everything that was typed once more; what changed is named, and the next press is about that."""
    d = open_desk(request, d.siklus.pk)
    semua = {b.siapa.pegawai_id: _form(b, request.POST) for b in _belum(d)}
    salah = [("", sebab)]
    for b in _belum(d):
        form, kini = semua[b.siapa.pegawai_id], str(b.penilaian.versi) if b.penilaian else ""
        if not form.kosong and (form["versi"].value() or "") != kini:
            isikan(form, versi=kini)
            salah.append((f"{form['hasil'].auto_id}_0", f"{b.siapa.nama}: {_kini(b)}"))
    return _show(request, d, semua, salah=salah, status=409)


def _kini(b: BarisMeja) -> str:
    """What stands there of a person whose appraisal changed while the page lay open."""
    if b.penilaian is None or b.dari_penilai_lain:
        return "yang tersimpan sekarang kosong"
    p = b.penilaian
    kalimat = f", dengan kalimat «{p.umpan_balik}»" if p.umpan_balik else ", tanpa kalimat"
    hasil, perilaku = (t.lower() for t in (p.get_rating_hasil_display(), p.get_rating_perilaku_display()))
    return f"yang tersimpan sekarang hasil kerja {hasil}, perilaku kerja {perilaku}{kalimat}"


def _errors(d: MejaDibuka, terisi: dict[int, PenilaianForm]) -> list[tuple[str, str]]:
    """(id of the field, 'Nama: what to do') of everything that is wrong."""
    nama = {b.siapa.pegawai_id: b.siapa.nama for b in d.meja.baris}
    return [
        (f"{form[bidang].auto_id}{'' if bidang == 'kalimat' else '_0'}", f"{nama[pk]}: {pesan}")
        for pk, form in terisi.items()
        for bidang, daftar in form.errors.items()
        for pesan in daftar
    ]


def _show(
    request: HttpRequest,
    d: MejaDibuka,
    form: dict[int, PenilaianForm],
    *,
    salah: Iterable[tuple[str, str]] = (),
    status: int = 200,
) -> HttpResponse:
    bahan = collect_evidence(
        Diminta(d.siklus, {b.siapa.pegawai_id: b.bagian for b in d.meja.baris}, request.user)
    )
    isi = {
        "siklus": cycle_words(d.siklus, d.zona_waktu),
        "untuk": d.untuk,
        "jumlah": len(d.meja.baris),
        "selesai": d.meja.selesai,
        "salah": list(salah),
        "orang": [_block(d, b, f, bahan.get(b.siapa.pegawai_id, [])) for b in _belum(d)
                  if (f := form.get(b.siapa.pegawai_id))],
        "sudah": [_sent(d, b) for b in d.meja.baris if b.selesai or not d.meja.terbuka],
        "url_balik": reverse("kinerja:daftar"),
    }  # fmt: skip
    return render(request, "kinerja/penilaian_tim.html", isi, status=status)


def _block(d: MejaDibuka, b: BarisMeja, form: PenilaianForm, bahan: list[Bahan]) -> dict[str, Any]:
    return {
        "id": b.siapa.pegawai_id,
        "nama": b.siapa.nama,
        "jabatan": b.siapa.jabatan,
        "bagian": part_text(d.siklus, b.bagian),
        "bahan": bahan,
        "ringkas": brief(bahan),
        "form": form,
        "draf": b.penilaian is not None and not b.dari_penilai_lain,
        "disiapkan": b.penilaian.disiapkan_oleh if b.penilaian and not b.dari_penilai_lain else None,
        "url": d.url("penilaian", b.siapa.pegawai_id),
    }


def _sent(d: MejaDibuka, b: BarisMeja) -> dict[str, Any]:
    tanda, kelas = state_of(b)
    return {
        "nama": b.siapa.nama,
        "tanda": tanda,
        "kelas": kelas,
        "predikat": b.penilaian.get_predikat_display() if b.penilaian and not b.dari_penilai_lain else "",
        "url": d.url("penilaian", b.siapa.pegawai_id),
    }


# -- checking and sending -------------------------------------------------------------------------


def _ready(d: MejaDibuka, b: BarisMeja, p: Baris) -> dict[str, Any]:
    return {
        "kunci": f"{b.siapa.pegawai_id}:{p.versi}",
        "nama": b.siapa.nama,
        "hasil": p.get_rating_hasil_display(),
        "perilaku": p.get_rating_perilaku_display(),
        "predikat": p.get_predikat_display(),
        "kalimat": p.umpan_balik,
        "disiapkan": p.disiapkan_oleh,
        "url": d.url("penilaian", b.siapa.pegawai_id),
    }


def _send(request: HttpRequest, d: MejaDibuka) -> HttpResponse:
    terlihat = [t for teks in request.POST.getlist("kunci") if (t := _seen(teks))]
    try:
        terkirim = kirim(siklus=d.siklus, terlihat=terlihat, actor=request.user, at=timezone.now())
    except DomainError as galat:
        messages.error(request, galat.kalimat)
        return HttpResponseRedirect(request.get_full_path())
    messages.success(request, _done(terkirim))
    return HttpResponseRedirect(reverse("kinerja:daftar"))


def _seen(teks: str) -> Terlihat | None:
    """'12:3' as the check page sends it: whose appraisal, in which version."""
    siapa, _, versi = (bilangan(t) if t != ":" else None for t in teks.partition(":"))
    return Terlihat(siapa, versi) if siapa is not None and versi is not None else None


def _done(terkirim: list[Any]) -> str:
    menunggu = any(b.status == StatusPenilaian.DIKIRIM for b in terkirim)
    lanjut = (
        "Pegawai membacanya sesudah hasil diumumkan bersama-sama."
        if menunggu
        else "Pegawai sudah dapat membacanya."
    )
    return f"Penilaian {len(terkirim)} pegawai terkirim. {lanjut}"


def _read(request: HttpRequest, d: MejaDibuka, baris: Iterable[BarisMeja]) -> None:
    ids = sorted(b.siapa.pegawai_id for b in baris)
    catat_baca(pengguna=request.user, pegawai_ids=ids, kanal=KANAL, keperluan="Penilaian kinerja")
