"""Penilaian: where the rater stands in every cycle, and the sheet of one person."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.views import bilangan, dikirim, isikan
from kinerja.enums import Predikat, StatusKonversi, StatusPenilaian
from kinerja.forms.penilaian import PenilaianForm, UbahPenilaianForm
from kinerja.kamus import ARTI_PREDIKAT, nasib_angka_kredit
from kinerja.models import EvaluasiPeriodik
from kinerja.services.angka_kredit import is_over
from kinerja.services.bagian import rates_somebody
from kinerja.services.bahan import Diminta, collect_evidence, feedback_words
from kinerja.services.baris_nilai import Baris
from kinerja.services.meja import (
    BarisMeja,
    LembarNilai,
    Meja,
    current_siklus,
    desks_of,
    open_cycles,
    rating_sheet,
)
from kinerja.services.meja_konversi import conversion_desk
from kinerja.services.penilai import leaders_prepared_by
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai, ubah_terkirim
from kinerja.views.konversi import conversion_line, conversion_url
from kinerja.views.meja import MejaDibuka, cycle_words, open_desk, part_text, state_of
from pegawai.models import Pegawai
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.saya import KANAL, own_record

KELAS_PREDIKAT = {1: "salah", 2: "salah", 3: "perlu", 4: "ok", 5: "ok"}


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Every open cycle with whom I still have to rate, and which conversions wait for my signature."""
    saya = own_record(request)
    per = timezone.localdate()
    konversi = conversion_desk(pengguna=request.user, per=per)
    meja = _desks(request, saya)
    terbaca = {b.siapa.pegawai_id for m in meja for b in m.meja.baris} | {
        b.siapa.pegawai_id for b in konversi
    }
    catat_baca(pengguna=request.user, pegawai_ids=sorted(terbaca), kanal=KANAL)
    isi = {
        "siklus": [_cycle(m) for m in meja],
        "konversi": [conversion_line(b, zone_of(saya)) for b in konversi],
        "url_konversi": reverse("kinerja:konversi"),
    }
    return render(request, "kinerja/penilaian_daftar.html", isi)


def _desks(request: HttpRequest, saya: Pegawai) -> list[MejaDibuka]:
    """My own desk in every open cycle (in the last one when none is open), then those I prepare."""
    terkini = current_siklus(saya.instansi_id)
    siklus = open_cycles(saya.instansi_id) or ([terkini] if terkini else [])
    atasan = rates_somebody(request.user)
    per = timezone.localdate()
    tiada = [Meja(s, [], saya.pk) for s in siklus]
    milik = desks_of(siklus, penilai_id=saya.pk, per=per) if atasan else tiada
    hasil = [MejaDibuka(saya, m, s, None) for s, m in zip(siklus, milik, strict=True)]
    for p in leaders_prepared_by(request.user, at=timezone.now()):
        meja = desks_of(siklus, penilai_id=p.pk, per=per, tanpa=saya.pk)
        hasil += [MejaDibuka(saya, m, s, p) for s, m in zip(siklus, meja, strict=True)]
    return hasil


def _cycle(m: MejaDibuka) -> dict[str, Any]:
    return {
        **cycle_words(m.siklus, m.zona_waktu),
        "untuk": m.untuk,
        "jumlah": len(m.meja.baris),
        "selesai": m.meja.selesai,
        "sisa": m.meja.sisa,
        "daftar": [_line(m, b) for b in m.meja.baris],
        "url": m.url("penilaian_tim"),
    }


def _line(m: MejaDibuka, b: BarisMeja) -> dict[str, Any]:
    tanda, kelas = state_of(b)
    return {
        "nama": b.siapa.nama,
        "jabatan": b.siapa.jabatan,
        "tanda": tanda,
        "kelas": kelas,
        "predikat": b.penilaian.get_predikat_display() if b.penilaian and not b.dari_penilai_lain else "",
        "url": m.url("penilaian", b.siapa.pegawai_id),
        "teks_url": "Nilai" if m.meja.terbuka and not b.selesai else "Lihat",
    }


# -- the sheet of one person ----------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
def penilaian(request: HttpRequest, siklus_id: int, pegawai_id: int) -> HttpResponse:
    """Read the sheet of one person, save a draft of it, or change what was sent with a reason."""
    d = open_desk(request, siklus_id)
    lembar = _sheet(d, pegawai_id)
    form = _form(request, d, lembar)
    if request.method == "POST":
        return _save(request, d, lembar, form or PenilaianForm(request.POST))
    catat_baca(pengguna=request.user, pegawai_ids=[pegawai_id], kanal=KANAL, keperluan="Penilaian kinerja")
    return _show(request, d, lembar, form)


@require_POST
def tetapkan(request: HttpRequest, siklus_id: int, pegawai_id: int) -> HttpResponse:
    """Sign the draft of one person."""
    d = open_desk(request, siklus_id)
    lembar = _sheet(d, pegawai_id)
    if lembar.penilaian is None or d.untuk:
        raise Http404
    terlihat = Terlihat(pegawai_id, bilangan(request.POST.get("versi"), bawaan=0) or 0)
    try:
        [baris] = kirim(siklus=d.siklus, terlihat=[terlihat], actor=request.user, at=timezone.now())
    except DomainError as salah:
        messages.error(request, salah.kalimat)
    else:
        ditetapkan = baris.status == StatusPenilaian.DITETAPKAN
        keadaan = "sudah ditetapkan" if ditetapkan else "terkirim dan menunggu pengumuman"
        messages.success(request, f"Penilaian {lembar.baris.siapa.nama} {keadaan}.")
    return HttpResponseRedirect(d.url("penilaian", pegawai_id))


def _sheet(d: MejaDibuka, pegawai_id: int) -> LembarNilai:
    try:
        return rating_sheet(meja=d.meja, pegawai_id=pegawai_id)
    except TidakDitemukan as salah:
        raise Http404 from salah


def _form(request: HttpRequest, d: MejaDibuka, lembar: LembarNilai) -> PenilaianForm | None:
    ubah = lembar.dapat_diubah and d.untuk is None
    if not (lembar.terbuka or ubah):
        return None
    p = lembar.penilaian
    if p and lembar.baris.dari_penilai_lain:
        return PenilaianForm(dikirim(request), initial={"versi": p.versi})
    lama = p and {
        "hasil": p.rating_hasil,
        "perilaku": p.rating_perilaku,
        "kalimat": p.umpan_balik,
        "versi": p.versi,
    }
    return (UbahPenilaianForm if ubah else PenilaianForm)(dikirim(request), initial=lama or {})


def _save(request: HttpRequest, d: MejaDibuka, lembar: LembarNilai, form: PenilaianForm) -> HttpResponse:
    if not form.is_valid():
        return _show(request, d, lembar, form)
    isi, pk = form.cleaned_data, lembar.pegawai.pk
    isian = Isian(pk, isi["hasil"], isi["perilaku"], isi["kalimat"], isi["versi"])
    saat: dict[str, Any] = {"actor": request.user, "at": timezone.now()}
    try:
        if isinstance(form, UbahPenilaianForm):
            ubah_terkirim(siklus=d.siklus, isian=isian, alasan=isi["alasan"], **saat)
        else:
            nilai(siklus=d.siklus, isian=[isian], untuk=d.untuk_id, **saat)
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return _refused(request, d, pk, form)
    if not isinstance(form, UbahPenilaianForm):  # a change before the day is not on the trail of the person
        catat_baca(pengguna=request.user, pegawai_ids=[pk], kanal=KANAL, tindakan="nilai")
    if "lanjut" in request.POST:
        return HttpResponseRedirect(_after(d, pk))
    messages.success(request, _saved(form, d))
    return HttpResponseRedirect(request.get_full_path())


def _refused(request: HttpRequest, d: MejaDibuka, pegawai_id: int, form: PenilaianForm) -> HttpResponse:
    """What was typed, below what stands there now; the next press is about that."""
    d = open_desk(request, d.siklus.pk)
    lembar = _sheet(d, pegawai_id)
    isikan(form, versi=lembar.penilaian.versi if lembar.penilaian else "")
    return _show(request, d, lembar, form, status=409)


def _saved(form: PenilaianForm, d: MejaDibuka) -> str:
    if isinstance(form, UbahPenilaianForm):
        return "Perubahan tersimpan dengan alasannya. Hasil tetap menunggu pengumuman."
    if d.untuk:
        return f"Penilaian tersimpan sebagai draf. {d.untuk.nama_gelar} yang menetapkannya."
    return "Penilaian tersimpan sebagai draf. Periksa, lalu tetapkan."


def _after(d: MejaDibuka, pegawai_id: int) -> str:
    """The next person who is not rated yet, by name; after the last one the check page."""
    belum = [
        b.siapa.pegawai_id for b in d.meja.baris if b.penilaian is None and b.siapa.pegawai_id != pegawai_id
    ]
    urutan = [b.siapa.pegawai_id for b in d.meja.baris]
    sesudah = [pk for pk in belum if urutan.index(pk) > urutan.index(pegawai_id)] or belum
    return d.url("penilaian", sesudah[0]) if sesudah else d.url("penilaian_periksa")


def _show(
    request: HttpRequest, d: MejaDibuka, lembar: LembarNilai, form: PenilaianForm | None, *, status: int = 200
) -> HttpResponse:
    zona, pk, milik_lain = d.zona_waktu, lembar.pegawai.pk, lembar.baris.dari_penilai_lain
    diminta = Diminta(d.siklus, {pk: lembar.baris.bagian}, request.user)
    bahan = [*collect_evidence(diminta).get(pk, []), *feedback_words(diminta, lembar.pegawai)]
    isi: dict[str, Any] = {
        "siklus": cycle_words(d.siklus, zona),
        "untuk": d.untuk,
        "pegawai": {"nama": lembar.baris.siapa.nama, "identitas": lembar.baris.siapa.teks},
        "bagian": part_text(d.siklus, lembar.baris.bagian),
        "bahan": [b for b in bahan if b.rincian],
        "form": form,
        "mengubah": isinstance(form, UbahPenilaianForm),
        "penilaian": None if milik_lain else lembar.penilaian and _result(lembar.penilaian, zona),
        "boleh_tetapkan": bool(lembar.penilaian) and lembar.terbuka and not (d.untuk or milik_lain),
        "url_tetapkan": d.url("tetapkan", pk),
        "versi": lembar.penilaian.versi if lembar.penilaian else "",
        "angka_kredit": _angka_kredit(lembar),
        "dokumen": _papers(lembar),
        "berikutnya": None if lembar.terbuka else _next(d, pk),
        "url_balik": reverse("kinerja:daftar"),
    }
    return render(request, "kinerja/penilaian.html", isi, status=status)


def _angka_kredit(lembar: LembarNilai) -> dict[str, Any] | None:
    """None for whoever collects no angka kredit, for a part of a year, and before anything is rated."""
    p, k, tahun = lembar.penilaian, lembar.konversi, lembar.siklus.tahun
    if p is None or not (lembar.berangka or k):
        return None
    ditetapkan = p.status == StatusPenilaian.DITETAPKAN
    berakhir = is_over(tahun, timezone.now())
    return {
        "teks": nasib_angka_kredit(tahun, berakhir=berakhir, ditetapkan=ditetapkan, konversi=k),
        "url": conversion_url([baris.pk for baris in k if baris.status == StatusKonversi.DRAF]),
    }


def _papers(lembar: LembarNilai) -> list[dict[str, str]]:
    """What can be printed of it: an announced appraisal, and its signed conversion."""
    p = lembar.penilaian
    if p is None or p.status != StatusPenilaian.DITETAPKAN:
        return []
    bentuk = "periodik" if isinstance(p, EvaluasiPeriodik) else "tahunan"
    hasil = [{"teks": "dokumen evaluasi", "url": reverse("kinerja:pdf_evaluasi", args=[bentuk, p.pk])}]
    sah = [k.pk for k in lembar.konversi if k.status == StatusKonversi.DITANDATANGANI]
    if sah:
        hasil.append({"teks": "konversi angka kredit", "url": reverse("kinerja:pdf_konversi", args=sah[:1])})
    return hasil


def _next(d: MejaDibuka, pegawai_id: int) -> dict[str, str] | None:
    """Whom to rate after this sheet; None when nobody is left."""
    sisa = [b for b in d.meja.baris if not b.selesai and b.siapa.pegawai_id != pegawai_id]
    if not sisa or not d.meja.terbuka:
        return None
    return {"nama": sisa[0].siapa.nama, "url": d.url("penilaian", sisa[0].siapa.pegawai_id)}


def _result(p: Baris, zona_waktu: str) -> dict[str, Any]:
    ditandai = p.status != StatusPenilaian.DRAF
    pada = f" pada {moment_text(p.ditetapkan_pada, zona_waktu)}" if p.ditetapkan_pada else ""
    return {
        "hasil": p.get_rating_hasil_display() or "belum tercatat",
        "perilaku": p.get_rating_perilaku_display() or "belum tercatat",
        "kalimat": p.umpan_balik,
        "predikat": p.get_predikat_display(),
        "arti": ARTI_PREDIKAT[Predikat(p.predikat)],
        "kelas": KELAS_PREDIKAT[p.predikat],
        "tanda": p.get_status_display(),
        "disiapkan": p.disiapkan_oleh,
        "alasan_ubah": p.alasan_ubah,
        "ditetapkan": f"Ditetapkan oleh {p.ditetapkan_oleh or p.get_sumber_display()}{pada}."
        if ditandai
        else "",
    }
