"""*Kebutuhan tim*: what my direct reports say of themselves, and my word about it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.pintu_draf import berdraf, pulihkan
from asn_karier.lib.views import dikirim, isikan
from pegawai.services.profil import day_of, moment_text, zone_of
from pegawai.views.saya import KANAL, own_record
from pegawai.views.tugas import Tugas
from pelatihan.enums import StatusMandiri
from pelatihan.forms.akpk import KEMBALIKAN, FormKonfirmasi
from pelatihan.kamus.akpk import KELAS_STATUS
from pelatihan.models import PenilaianMandiri
from pelatihan.services.akpk import confirm_answers, return_answers
from pelatihan.services.akpk_baca import BarisTim, assessments_of_team, sent_sheet, team_rows
from pelatihan.views.akpk import competency_row


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Everybody I rate: who has sent, who waits for me."""
    saya, at = own_record(request), timezone.now()
    tim = team_rows(request.user, tahun=day_of(saya, at).year)
    catat_baca(pengguna=request.user, pegawai_ids=[b.pegawai.pk for b in tim], kanal=KANAL)
    menunggu = sum(b.penilaian is not None and b.penilaian.status == StatusMandiri.DIKIRIM for b in tim)
    isi = {"baris": [_line(b) for b in tim], "menunggu": menunggu, "jumlah": len(tim)}
    return render(request, "pelatihan/kebutuhan_tim.html", isi)


def _line(b: BarisTim) -> Tugas:
    """Sent and confirmed ones open; what the person still writes is theirs."""
    p = b.penilaian
    if p is None:
        return Tugas(judul=b.pegawai.nama_gelar, url="", tanda="Belum mengisi")
    status = StatusMandiri(p.status)
    terbaca = status in (StatusMandiri.DIKIRIM, StatusMandiri.DIKONFIRMASI)
    saat = p.dikonfirmasi_pada if status is StatusMandiri.DIKONFIRMASI else p.dikirim_pada
    return Tugas(
        judul=b.pegawai.nama_gelar,
        url=reverse("pelatihan:kebutuhan_pegawai", args=[p.pk]) if terbaca else "",
        tanda="Menunggu Anda" if status is StatusMandiri.DIKIRIM else p.get_status_display(),
        kelas="perlu" if status is StatusMandiri.DIKIRIM else KELAS_STATUS[status],
        ket=moment_text(saat, zone_of(b.pegawai)) if terbaca and saat else "",
    )


@berdraf
@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """One assessment beside what is on record: confirm the levels, change them, or send it back."""
    saya, at = own_record(request), timezone.now()
    penilaian = _readable(request, pk)
    lembar = sent_sheet(penilaian, at=at)
    menunggu = lembar.status is StatusMandiri.DIKIRIM
    langkah = request.POST.get("langkah", "")
    form = FormKonfirmasi(
        dikirim(request), lembar=lembar, langkah=langkah, initial={"versi": penilaian.versi}
    )
    status = 200
    if form.is_bound and form.is_valid():
        status = _answer(request, form, penilaian, langkah)
        if status == 302:
            return HttpResponseRedirect(reverse("pelatihan:kebutuhan_tim"))
    if form.is_bound:  # the page shows what stands there now
        isikan(form, versi=penilaian.versi)
    catat_baca(
        pengguna=request.user,
        pegawai_ids=[penilaian.pegawai_id],
        kanal=KANAL,
        keperluan="Penilaian kebutuhan",
    )
    isi = {
        "lembar": lembar,
        "pegawai": penilaian.pegawai,
        "dikirim": _when(penilaian.dikirim_pada, saya),
        "dikonfirmasi": _when(penilaian.dikonfirmasi_pada, saya),
        "menunggu": menunggu,
        "form": form if menunggu or form.is_bound else None,
        "isian": [(competency_row(b, diri=False), ruas) for b, ruas in form.isian()],
        "draf": pulihkan(request, form, zona_waktu=zone_of(saya)),
    }
    return render(request, "pelatihan/kebutuhan_pegawai.html", isi, status=status)


def _when(saat: Any, saya: Any) -> str:
    return moment_text(saat, zone_of(saya)) if saat else ""


def _readable(request: HttpRequest, pk: int) -> PenilaianMandiri:
    """Sent to me; or confirmed; or, for a second press of *Kembalikan*, sent back by now. Else 404."""
    semua = assessments_of_team(request.user).exclude(status=StatusMandiri.DRAF)
    if request.method != "POST":
        semua = semua.exclude(status=StatusMandiri.DIKEMBALIKAN)
    milik = semua.select_related("pegawai__unit", "pegawai__instansi", "jabatan", "dikonfirmasi_oleh")
    penilaian: PenilaianMandiri | None = milik.filter(pk=pk).first()
    if penilaian is None:
        raise Http404
    return penilaian


def _answer(request: HttpRequest, form: FormKonfirmasi, penilaian: PenilaianMandiri, langkah: str) -> int:
    """302 when it is done, by this press or an earlier one; else why not stands in the form."""
    bersama: dict[str, Any] = {
        "penilaian_id": penilaian.pk,
        "versi": form.cleaned_data["versi"],
        "actor": request.user,
        "at": timezone.now(),
        "kanal": KANAL,
    }
    nama = penilaian.pegawai.nama_gelar
    try:
        if langkah == KEMBALIKAN:
            return_answers(catatan=form.cleaned_data["catatan"], **bersama)
            messages.success(request, f"Penilaian dikembalikan. {nama} membaca catatan Anda.")
        else:
            confirm_answers(level=form.level, **bersama)
            messages.success(request, f"Level kompetensi {nama} dikonfirmasi dan mulai dihitung.")
    except DomainError as salah:
        if salah.kode == "tidak_menunggu":
            messages.info(request, salah.kalimat)
            return 302
        form.add_error(None, salah.kalimat)
        return 409 if isinstance(salah, Bentrok) else 200
    return 302
