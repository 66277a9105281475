"""*Kelas* (H15), the rest of its pages: who was there and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.views import bilangan, dikirim
from pelatihan.admin.aksi_kelas import url
from pelatihan.admin.kelas import HalamanKelas, catat_orang, is_own, tell
from pelatihan.forms.kelas import FormHasil
from pelatihan.models import Angkatan, Kehadiran, Pendaftaran
from pelatihan.rules.pendaftaran import PESERTA
from pelatihan.services.angkatan import record_results, require_last_day
from pelatihan.services.hasil_hadir import all_present, attended, finish_present
from pelatihan.services.kehadiran import note_attendance
from pelatihan.services.meja_kelas import participants


class HalamanHasil(HalamanKelas):
    """Presence and results."""

    def halaman_kelas(self) -> dict[str, Callable[..., HttpResponse]]:
        lain = {"hadir": self.hadir, "hasil": self.hasil, "hasil_hadir": self.hasil_hadir}
        return super().halaman_kelas() | lain

    def hadir(self, request: HttpRequest, pk: int) -> HttpResponse:
        """People by sessions; what is ticked was seen."""
        angkatan = self.diurus(request, pk)
        if request.method == "POST":
            try:
                banyak = note_attendance(
                    angkatan_id=pk,
                    hadir=_pairs(request.POST.getlist("hadir")),
                    semula=_pairs(request.POST.getlist("semula")),
                    actor=request.user,
                    at=timezone.now(),
                )
            except DomainError as salah:
                messages.error(request, salah.kalimat)
            else:
                messages.success(
                    request, f"{banyak} kehadiran diubah." if banyak else "Tidak ada yang berubah."
                )
            return HttpResponseRedirect(url("hadir", pk))
        semua, sesi = _taking_part(angkatan), list(angkatan.sesi.all())
        catat_orang(request, semua)
        ada = set(Kehadiran.objects.filter(sesi__angkatan=angkatan).values_list("pendaftaran", "sesi"))
        baris = [(p, is_own(p, request.user), [(s, (p.pk, s.pk) in ada) for s in sesi]) for p in semua]
        return self.tampil(request, angkatan, "hadir", "Kehadiran", {"baris": baris, "sesi": sesi})

    def hasil(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Results and marks; every row says what is amiss, and what was typed stays."""
        angkatan = self.diurus(request, pk)
        semua = _taking_part(angkatan)
        forms_ = [FormHasil(dikirim(request), p=p) for p in semua]
        sah = [f.is_valid() for f in forms_]
        galat = ""
        if request.method == "POST" and all(sah):
            hasil = {f.p.pk: h for f in forms_ if (h := f.hasil()) is not None}
            try:
                jawab = record_results(angkatan_id=pk, hasil=hasil, actor=request.user, at=timezone.now())
            except DomainError as salah:
                galat = salah.kalimat
            else:
                tell(request, f"Hasil {len(jawab.jadi)} peserta tersimpan.", jawab)
                return HttpResponseRedirect(url("kelas", pk))
        catat_orang(request, semua)
        hadir = attended(angkatan)
        isi = {
            "baris": [(f, hadir.get(f.p.pk, 0)) for f in forms_],
            "sesi": angkatan.sesi.count(),
            "galat": galat or ("Periksa isian yang ditandai." if request.method == "POST" else ""),
            "url_hadir": url("hasil_hadir", pk),
        }
        return self.tampil(request, angkatan, "hasil", "Catat hasil", isi)

    def hasil_hadir(self, request: HttpRequest, pk: int) -> HttpResponse:
        """*Semua yang hadir: Selesai*: a page that names everybody, and one press for who was there."""
        angkatan = self.diurus(request, pk)
        if request.method == "POST":
            versi = dict(_pairs(request.POST.getlist("pilih")))
            try:
                jawab = finish_present(angkatan_id=pk, versi=versi, actor=request.user, at=timezone.now())
            except DomainError as salah:
                messages.error(request, salah.kalimat)
                return HttpResponseRedirect(url("hasil_hadir", pk))
            tell(request, f"{len(jawab.jadi)} peserta selesai.", jawab)
            return HttpResponseRedirect(url("kelas", pk))
        semua = all_present(angkatan, request.user)
        catat_orang(request, [h.p for h in semua])
        isi = {
            "siap": [h.p for h in semua if not h.tertahan],
            "tertahan": [h for h in semua if h.tertahan],
            "halangan": _too_early(angkatan),
            "url_balik": url("hasil", pk),
        }
        return self.tampil(request, angkatan, "hasil_hadir", "Semua yang hadir: Selesai", isi)


def _too_early(angkatan: Angkatan) -> str:
    try:
        require_last_day(angkatan, timezone.now())
    except DomainError as salah:
        return salah.kalimat
    return ""


def _taking_part(angkatan: Angkatan) -> list[Pendaftaran]:
    return [p for p in participants(angkatan) if p.status in PESERTA]


def _pairs(teks: Iterable[str]) -> set[tuple[int, int]]:
    """'12-3': an enrolment and a session or version; what is not understood is nobody."""
    hasil = set()
    for satu in teks:
        kiri, _, kanan = satu.partition("-")
        p, s = bilangan(kiri), bilangan(kanan)
        if p is not None and s is not None:
            hasil.add((p, s))
    return hasil
