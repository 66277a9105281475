"""*Kelas* (H15): who takes part, approvals, letters; presence and results stand in `admin.kelas_hasil`."""

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
from pelatihan.admin.aksi_kelas import BERAKHIR, NAMA, actions, url
from pelatihan.enums import StatusPendaftaran
from pelatihan.forms.kelas import FormDaftarkan, FormSuratTugas
from pelatihan.kamus import LABEL
from pelatihan.kamus.pendaftaran import KELAS
from pelatihan.models import Angkatan, Pendaftaran, SuratTugas
from pelatihan.services.meja_kelas import counts, desk_collisions, participants
from pelatihan.services.pendaftaran import Dilewati, HasilBanyak, enrol_many
from pelatihan.services.pendaftaran_baca import places
from pelatihan.services.persetujuan import approve_many
from pelatihan.services.sertifikat import waiting_for_certificate
from pelatihan.services.surat_tugas import issue_surat_tugas

DISEBUT: Final = 20
_TANPA_SURAT: Final = (
    "Tidak ada peserta yang disetujui dan belum punya surat tugas. Surat Anda sendiri diterbitkan rekan Anda."
)


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
                angkatan,
                {p.status for p in semua},
                hari=day_in(angkatan.instansi, timezone.now()),
                bersertifikat=not waiting_for_certificate(angkatan).exists(),
            ),
        }
        return self.tampil(request, angkatan, "kelas", str(angkatan), isi)

    def setujui(self, request: HttpRequest, pk: int) -> HttpResponse:
        """*Setujui terpilih*: within quota and pagu; who is left out is named with why."""
        self.diurus(request, pk)
        if request.method == "POST":
            ids = [n for teks in request.POST.getlist("pilih") if (n := bilangan(teks)) is not None]
            hasil = approve_many(angkatan_id=pk, pendaftaran_ids=ids, actor=request.user, at=timezone.now())
            tell(request, f"{len(hasil.jadi)} pendaftaran disetujui.", hasil)
        return HttpResponseRedirect(url("kelas", pk))

    def daftarkan(self, request: HttpRequest, pk: int) -> HttpResponse:
        """HR enrols people by NIP."""
        angkatan, form = self.diurus(request, pk), FormDaftarkan(dikirim(request))
        if request.method == "POST" and form.is_valid():
            hasil = coba(form, lambda: _enrol(request, pk, form))
            if hasil is not None:
                tell(request, f"{len(hasil.jadi)} pegawai didaftarkan.", hasil)
                return HttpResponseRedirect(url("kelas", pk))
        return self.tampil(
            request, angkatan, "isian", "Daftarkan pegawai", {"form": form, "teks": "Daftarkan"}
        )

    # -- letters --------------------------------------------------------------------------------------------

    def surat(self, request: HttpRequest, pk: int) -> HttpResponse:
        """One letter for everybody who is approved and has none."""
        angkatan = self.diurus(request, pk)
        menunggu = [
            p
            for p in participants(angkatan)
            if p.status == StatusPendaftaran.DISETUJUI and not is_own(p, request.user)
        ]
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
                _tell_letter(request, surat, [p for p in menunggu if p.pk in isi["peserta"]])
                return HttpResponseRedirect(url("kelas", pk))
        kosong = "" if menunggu else _TANPA_SURAT
        isi_halaman = {"form": None if kosong else form, "kosong": kosong, "teks": "Terbitkan surat tugas"}
        return self.tampil(request, angkatan, "isian", "Terbitkan surat tugas", isi_halaman)

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
    return {
        "p": p,
        "tanda": f"Daftar tunggu ke-{tempat[p.pk]}" if p.pk in tempat else p.get_status_display(),
        "kelas": KELAS[StatusPendaftaran(p.status)],
        "bentrok": bentrok.get(p.pegawai_id, ""),
        "dapat_dipilih": menunggu and not is_own(p, pengguna),
        "url": reverse("admin:pelatihan_pendaftaran_change", args=[p.pk]),
    }


def is_own(p: Pendaftaran, pengguna: Any) -> bool:
    return pengguna.pegawai_id is not None and p.pegawai_id == pengguna.pegawai_id


def _tell_letter(request: HttpRequest, surat: SuratTugas, dipilih: Iterable[Pendaftaran]) -> None:
    """Who was chosen and is not on it: something happened to them while the page was open."""
    dikirim = set(surat.pendaftaran.values_list("pk", flat=True))
    sebab = "Tidak lagi menunggu surat tugas."
    luput = [Dilewati(p.pegawai.nama_gelar, sebab) for p in dipilih if p.pk not in dikirim]
    tell(request, f"Surat tugas {surat.nomor} terbit.", HasilBanyak([], luput))


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


def tell(request: HttpRequest, pesan: str, hasil: HasilBanyak) -> None:
    messages.success(request, pesan)
    for d in hasil.dilewati[:DISEBUT]:
        messages.warning(request, f"{d.nama}: {d.sebab}")
    lebih = len(hasil.dilewati) - DISEBUT
    if lebih > 0:
        messages.warning(request, f"Dan {lebih} lainnya dilewati.")
