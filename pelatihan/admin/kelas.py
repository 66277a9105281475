"""*Kelas* (H15): who takes part, approvals, letters, presence, results. Pages of the class admin."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import bilangan, dikirim, wewenang
from pegawai.models import Pegawai
from pegawai.services.profil import day_in
from pelatihan.admin.aksi_kelas import BERAKHIR, NAMA, PESERTA, actions, url
from pelatihan.enums import StatusPendaftaran
from pelatihan.forms.kelas import FormDaftarkan, FormHasil, FormSuratTugas
from pelatihan.kamus import LABEL
from pelatihan.kamus.pendaftaran import KELAS
from pelatihan.models import Angkatan, Kehadiran, Pendaftaran
from pelatihan.services.angkatan import record_results
from pelatihan.services.kehadiran import note_attendance
from pelatihan.services.meja_kelas import counts, desk_collisions, participants
from pelatihan.services.pendaftaran import Dilewati, HasilBanyak, enrol_many
from pelatihan.services.pendaftaran_baca import places
from pelatihan.services.persetujuan import approve_many
from pelatihan.services.surat_tugas import issue_surat_tugas

DISEBUT: Final = 20


class HalamanKelas:
    """Mixed into the admin of classes; every page is for HR of the instansi alone."""

    admin_site: Any
    dikelola: Any
    get_object: Any
    has_module_permission: Any

    def halaman_kelas(self) -> dict[str, Callable[..., HttpResponse]]:
        return {
            "kelas": self.kelas,
            "setujui": self.setujui,
            "daftarkan": self.daftarkan,
            "surat": self.surat,
            "hadir": self.hadir,
            "hasil": self.hasil,
        }

    # -- the page -----------------------------------------------------------------------------------------

    def kelas(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Everybody by status, and what can be done next."""
        angkatan = self.diurus(request, pk)
        semua = participants(angkatan)
        catat_orang(request, semua)
        tempat, bentrok = places(semua), desk_collisions(angkatan, semua)
        isi = {
            "waktu": kata.rentang(angkatan.mulai, angkatan.selesai),
            "jumlah": [(LABEL[StatusPendaftaran][s], n) for s, n in counts(angkatan)],
            "baris": [_row(p, tempat, bentrok, request.user) for p in semua],
            "tunggu_bkpsdm": any(p.status == StatusPendaftaran.MENUNGGU_BKPSDM for p in semua),
            "surat": list(angkatan.surat_tugas.select_related("penanda_tangan")),
            "sesi": list(angkatan.sesi.all()),
            "tanpa_sesi": "" if angkatan.status in BERAKHIR else url("change", pk),
            "aksi": actions(
                angkatan, {p.status for p in semua}, hari=day_in(angkatan.instansi, timezone.now())
            ),
        }
        return self.tampil(request, angkatan, "kelas", str(angkatan), isi)

    def setujui(self, request: HttpRequest, pk: int) -> HttpResponse:
        """*Setujui terpilih*: within quota and pagu; who is left out is named with why."""
        self.diurus(request, pk)
        if request.method == "POST":
            ids = [n for teks in request.POST.getlist("pilih") if (n := bilangan(teks)) is not None]
            hasil = approve_many(angkatan_id=pk, pendaftaran_ids=ids, actor=request.user, at=timezone.now())
            _tell(request, f"{len(hasil.jadi)} pendaftaran disetujui.", hasil)
        return HttpResponseRedirect(url("kelas", pk))

    def daftarkan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """HR enrols people by NIP."""
        angkatan, form = self.diurus(request, pk), FormDaftarkan(dikirim(request))
        if request.method == "POST" and form.is_valid():
            hasil = coba(form, lambda: _enrol(request, pk, form))
            if hasil is not None:
                _tell(request, f"{len(hasil.jadi)} pegawai didaftarkan.", hasil)
                return HttpResponseRedirect(url("kelas", pk))
        return self.tampil(
            request, angkatan, "isian", "Daftarkan pegawai", {"form": form, "teks": "Daftarkan"}
        )

    # -- letters --------------------------------------------------------------------------------------------

    def surat(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One letter for everybody who is approved and has none."""
        angkatan = self.diurus(request, pk)
        menunggu = [p for p in participants(angkatan) if p.status == StatusPendaftaran.DISETUJUI]
        catat_orang(request, menunggu)
        form = FormSuratTugas(dikirim(request), instansi=angkatan.instansi, peserta=menunggu)
        if request.method == "POST" and form.is_valid():
            isi = form.cleaned_data
            surat = coba(
                form,
                lambda: issue_surat_tugas(
                    angkatan_id=pk,
                    nomor=isi["nomor"],
                    tanggal=isi["tanggal"],
                    penanda_tangan=isi["penanda_tangan"],
                    pendaftaran_ids=isi["peserta"],
                    actor=request.user,
                    at=timezone.now(),
                ),
            )
            if surat is not None:
                messages.success(request, f"Surat tugas {surat.nomor} terbit.")
                return HttpResponseRedirect(url("kelas", pk))
        kosong = "" if menunggu else "Tidak ada peserta yang disetujui dan belum punya surat tugas."
        isi_halaman = {"form": None if kosong else form, "kosong": kosong, "teks": "Terbitkan surat tugas"}
        return self.tampil(request, angkatan, "isian", "Terbitkan surat tugas", isi_halaman)

    # -- presence and results ------------------------------------------------------------------------

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
        baris = [(p, [(s, (p.pk, s.pk) in ada) for s in sesi]) for p in semua]
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
                _tell(request, f"Hasil {len(jawab.jadi)} peserta tersimpan.", jawab)
                return HttpResponseRedirect(url("kelas", pk))
        catat_orang(request, semua)
        hadir = dict.fromkeys(
            Kehadiran.objects.filter(sesi__angkatan=angkatan).values_list("pendaftaran", flat=True), True
        )
        isi = {
            "baris": [(f, hadir.get(f.p.pk, False)) for f in forms_],
            "galat": galat or ("Periksa isian yang ditandai." if request.method == "POST" else ""),
        }
        return self.tampil(request, angkatan, "hasil", "Catat hasil", isi)

    # -- shared --------------------------------------------------------------------------------------

    def diurus(self, request: HttpRequest, pk: int) -> Angkatan:
        """A class that the user keeps as HR; anything else does not exist."""
        angkatan: Angkatan = self.get_object(request, str(pk))
        if not (
            self.has_module_permission(request)
            and wewenang(request).mengelola
            and self.dikelola(request, angkatan)
        ):
            raise Http404
        return angkatan

    def kerangka(self, request: HttpRequest, angkatan: Angkatan, judul: str) -> dict[str, Any]:
        remah = [
            ("Angkatan dan kelas", reverse(f"{NAMA}_changelist")),
            (str(angkatan), url("kelas", angkatan.pk)),
        ]
        return {
            **self.admin_site.each_context(request),
            "title": judul,
            "remah": remah if judul == str(angkatan) else [*remah, (judul, "")],
            "angkatan": angkatan,
            "url_balik": url("kelas", angkatan.pk),
        }

    def tampil(
        self, request: HttpRequest, angkatan: Angkatan, templat: str, judul: str, isi: dict[str, Any]
    ) -> HttpResponse:
        konteks = self.kerangka(request, angkatan, judul) | isi
        return TemplateResponse(request, f"admin/pelatihan/{templat}.html", konteks)


def coba(form: forms.Form, kerja: Callable[[], Any]) -> Any:
    """What the service returns, or None with its refusal on the form."""
    try:
        return kerja()
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return None


def catat_orang(request: HttpRequest, semua: Iterable[Pendaftaran]) -> None:
    ids = {p.pegawai_id for p in semua}
    catat_baca(pengguna=request.user, pegawai_ids=ids, kanal=KANAL, tindakan="lihat_daftar")


def _row(p: Pendaftaran, tempat: dict[int, int], bentrok: dict[int, str], pengguna: Any) -> dict[str, Any]:
    menunggu = p.status == StatusPendaftaran.MENUNGGU_BKPSDM
    diri = pengguna.pegawai_id is not None and p.pegawai_id == pengguna.pegawai_id
    return {
        "p": p,
        "tanda": f"Daftar tunggu ke-{tempat[p.pk]}" if p.pk in tempat else p.get_status_display(),
        "kelas": KELAS[StatusPendaftaran(p.status)],
        "bentrok": bentrok.get(p.pegawai_id, ""),
        "dapat_dipilih": menunggu and not diri,
        "url": reverse("admin:pelatihan_pendaftaran_change", args=[p.pk]),
    }


def _taking_part(angkatan: Angkatan) -> list[Pendaftaran]:
    return [p for p in participants(angkatan) if p.status in PESERTA]


def _enrol(request: HttpRequest, pk: int, form: FormDaftarkan) -> HasilBanyak:
    nip: list[str] = form.cleaned_data["nip"]
    orang = dict(Pegawai.objects.dikelola(request.user).filter(nip__in=nip).values_list("nip", "pk"))
    hasil = enrol_many(
        angkatan_id=pk,
        pegawai_ids=orang.values(),
        alasan=form.cleaned_data["alasan"],
        actor=request.user,
        at=timezone.now(),
    )
    asing = [Dilewati(n, "NIP tidak ditemukan di instansi ini.") for n in nip if n not in orang]
    return HasilBanyak(hasil.jadi, [*hasil.dilewati, *asing])


def _tell(request: HttpRequest, pesan: str, hasil: HasilBanyak) -> None:
    messages.success(request, pesan)
    for d in hasil.dilewati[:DISEBUT]:
        messages.warning(request, f"{d.nama}: {d.sebab}")
    lebih = len(hasil.dilewati) - DISEBUT
    if lebih > 0:
        messages.warning(request, f"Dan {lebih} lainnya dilewati.")


def _pairs(teks: Iterable[str]) -> set[tuple[int, int]]:
    """'12-3': enrolment and session; what is not understood is nobody."""
    hasil = set()
    for satu in teks:
        kiri, _, kanan = satu.partition("-")
        p, s = bilangan(kiri), bilangan(kanan)
        if p is not None and s is not None:
            hasil.add((p, s))
    return hasil
