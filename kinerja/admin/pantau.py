"""*Pantau siklus* (H8): who is stuck and why, by unit; lists, files and extensions cut from the same rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.export import Tabel, tautan_unduh, unduhan
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import Halaman, alamat, bilangan, dikirim, wewenang
from kinerja.admin.pantau_isi import person_rows, sheet_rows, stage_tiles, stuck_rows, unit_rows
from kinerja.enums import BERJALAN, Sangkut, TahapPegawai
from kinerja.forms.siklus import FormPerpanjangUntuk
from kinerja.kamus import LABEL
from kinerja.models import SiklusPenilaian
from kinerja.reports.pantau import (
    Pantauan,
    Peserta,
    Saring,
    by_unit,
    next_extension,
    pick,
    read_progress,
)
from kinerja.services.siklus import extend_for
from pegawai.models import Pegawai, UnitKerja

PER_HALAMAN: Final = 100
_PERPANJANGAN: Final = 50
_LEWAT: Final = "?terlambat=1"
KEPALA: Final = (
    "NIP",
    "Nama",
    "Unit kerja",
    "Keadaan",
    "Tersangkut karena",
    "Batas pengisian",
    "Atasan penilai",
)


class Terpilih(NamedTuple):
    """What an address asks for, with its people."""

    pantauan: Pantauan
    saring: Saring
    orang: list[Peserta]
    at: datetime


class HalamanPantau:
    """Mixed into the admin of cycles."""

    admin_site: Any
    get_object: Any
    dikelola: Any

    def url_pantau(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("<int:pk>/pantau/", lindungi(self.pantau), name="kinerja_siklus_pantau"),
            path("<int:pk>/pantau/pegawai/", lindungi(self.pantau_pegawai), name="kinerja_siklus_pegawai"),
            path("<int:pk>/unduh/<str:bentuk>/", lindungi(self.pantau_unduh), name="kinerja_siklus_unduh"),
            path(
                "<int:pk>/pantau/perpanjang/", lindungi(self.perpanjang_untuk),
                name="kinerja_siklus_perpanjang_untuk",
            ),
        ]  # fmt: skip

    def boleh_atur(self, request: HttpRequest, siklus: SiklusPenilaian) -> bool:
        """Whether the reader is HR of the whole instansi of this cycle."""
        return bool(wewenang(request).mengelola and self.dikelola(request, siklus))

    def pantau(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Numbers, units, what people wait for, and who was given more time. Every number is a list."""
        siklus: SiklusPenilaian = self.get_object(request, str(pk))
        pantauan, at = read_progress(siklus), timezone.now()
        unit = _unit(request, siklus)
        boleh = self.boleh_atur(request, siklus) and siklus.status in BERJALAN
        terlambat = len(pick(pantauan, Saring(terlambat=True), at))
        belum = sum(p.belum_mengirim for p in pantauan.peserta)
        return self._pantau_tampil(
            request, siklus, "admin/kinerja/pantau.html", f"Pantau {siklus.nama}",
            ubin=stage_tiles(pantauan), sangkut=stuck_rows(pantauan),
            unit=unit_rows(pantauan, by_unit(pantauan, unit), boleh=boleh),
            di_bawah=unit, url_atas=reverse("admin:kinerja_siklus_pantau", args=[pk]) if unit else "",
            tahap=[LABEL[TahapPegawai][t] for t in TahapPegawai],
            terlambat=terlambat, url_terlambat=f"{_url('pegawai', pk)}{_LEWAT}",
            unduh=[
                {"teks": f"Unduh yang lewat batas ({b.upper()})", "url": f"{_url('unduh', pk, b)}{_LEWAT}"}
                for b in ("xlsx", "csv")
            ],
            lanjut=_perpanjangan(siklus), beres=not belum and bool(pantauan.peserta),
            url_ingatkan=reverse("admin:kinerja_siklus_pengingat", args=[pk]) if boleh and belum else "",
            belum=belum, url_tutup=reverse("admin:kinerja_siklus_tutup", args=[pk]) if boleh else "",
        )  # fmt: skip

    def pantau_pegawai(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The people behind a number, by name."""
        siklus: SiklusPenilaian = self.get_object(request, str(pk))
        t = read_choice(request, siklus)
        awal = min(max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0), len(t.orang))
        halaman = t.orang[awal : awal + PER_HALAMAN]
        _catat(request, halaman, "lihat_daftar")
        boleh = self.boleh_atur(request, siklus) and siklus.status in BERJALAN
        return self._pantau_tampil(
            request, siklus, "admin/kinerja/pantau_pegawai.html", judul_saring(t.saring),
            jumlah=len(t.orang), baris=person_rows(siklus, halaman, t.pantauan, boleh=boleh),
            boleh=boleh, halaman=_halaman(request, awal, len(t.orang)),
            unduh=tautan_unduh(request, "admin:kinerja_siklus_unduh", pk),
            url_ingatkan=f"{reverse('admin:kinerja_siklus_pengingat', args=[pk])}?{request.GET.urlencode()}"
            if boleh and any(p.belum_mengirim for p in t.orang) else "",
        )  # fmt: skip

    def pantau_unduh(self, request: HttpRequest, pk: int, bentuk: str) -> Any:
        """The same people as a file."""
        siklus: SiklusPenilaian = self.get_object(request, str(pk))
        t = read_choice(request, siklus)
        _catat(request, t.orang, "unduh")
        keterangan = (
            ("Siklus", f"{siklus.nama}, {siklus.instansi}"),
            ("Isi", judul_saring(t.saring)),
            ("Keadaan per", kata.waktu(timezone.localtime(t.at))),
        )
        baris = sheet_rows(t.orang, t.pantauan)
        return unduhan(Tabel(f"siklus-{siklus.pk}-pegawai", KEPALA, baris, keterangan), bentuk)

    def perpanjang_untuk(self, request: HttpRequest, pk: int) -> HttpResponse:
        """More time for one person or unit; the reason is read by those whom it concerns."""
        siklus: SiklusPenilaian = self.get_object(request, str(pk))
        if not self.boleh_atur(request, siklus):
            raise Http404
        sasaran = _sasaran(request, siklus)
        if sasaran is None:
            return HttpResponseRedirect(_url("pantau", pk))
        kini = timezone.localdate()
        form = FormPerpanjangUntuk(dikirim(request), initial={"sampai": next_extension(siklus, kini)})
        if request.method == "POST" and form.is_valid() and _coba(request, form, siklus, sasaran):
            messages.success(request, f"Batas pengisian {_nama(sasaran)} diperpanjang.")
            return HttpResponseRedirect(f"{_url('pantau', pk)}#perpanjangan")
        isi = {
            **self.admin_site.each_context(request),
            "title": f"Perpanjang batas {_nama(sasaran)}?",
            "remah": _remah(siklus, "Perpanjang batas"),
            "aksi": {
                "judul": f"Perpanjang batas {_nama(sasaran)}?",
                "kalimat": f"Batas pengisian sekarang {kata.tanggal(siklus.akhir_pengisian)}. "
                "Batas penilaian atasan tidak berubah.",
                "teks": "Perpanjang batas",
            },
            "form": form,
            "url_balik": _url("pantau", pk),
        }
        return TemplateResponse(request, "admin/kinerja/siklus_aksi.html", isi)

    def _pantau_tampil(
        self, request: HttpRequest, siklus: SiklusPenilaian, templat: str, judul: str, **isi: Any
    ) -> HttpResponse:
        konteks = {**self.admin_site.each_context(request), "title": judul, "judul": judul}
        konteks |= {"siklus": siklus, "remah": _remah(siklus, "Pantau siklus")}
        return TemplateResponse(request, templat, {**konteks, **isi})


# -- read the address -----------------------------------------------------------------------------------


def read_choice(request: HttpRequest, siklus: SiklusPenilaian) -> Terpilih:
    """The people that the address names. What is not understood filters nothing."""
    at, q = timezone.now(), request.GET
    tahap = frozenset(TahapPegawai(t) for t in map(bilangan, q.getlist("tahap")) if t in set(TahapPegawai))
    sangkut = Sangkut(q["sangkut"]) if q.get("sangkut") in set(Sangkut) else None
    saring = Saring(
        _unit(request, siklus), q.get("langsung") == "1", q.get("tanpa_unit") == "1", tahap, sangkut,
        q.get("terlambat") == "1",
    )  # fmt: skip
    pantauan = read_progress(siklus)
    return Terpilih(pantauan, saring, pick(pantauan, saring, at), at)


def judul_saring(s: Saring) -> str:
    """'Belum mulai atau Sebagian, Dinas Kesehatan'."""
    bagian = [" atau ".join(LABEL[TahapPegawai][t] for t in sorted(s.tahap))] if s.tahap else []
    bagian += ["Lewat batas"] if s.terlambat else []
    bagian += [LABEL[Sangkut][s.sangkut]] if s.sangkut else []
    bagian += [s.unit.nama] if s.unit else []
    bagian += ["Belum punya unit kerja"] if s.tanpa_unit else []
    return ", ".join(bagian) or "Semua pegawai siklus ini"


def _unit(request: HttpRequest, siklus: SiklusPenilaian) -> UnitKerja | None:
    nomor = bilangan(request.GET.get("unit"))
    if nomor is None:
        return None
    unit: UnitKerja | None = UnitKerja.objects.filter(pk=nomor, instansi_id=siklus.instansi_id).first()
    if unit is None:
        raise Http404
    return unit


def _sasaran(request: HttpRequest, siklus: SiklusPenilaian) -> Pegawai | UnitKerja | None:
    nomor = bilangan(request.GET.get("pegawai"))
    if nomor is None:
        return _unit(request, siklus)
    orang: Pegawai | None = Pegawai.objects.filter(pk=nomor, instansi_id=siklus.instansi_id).first()
    if orang is None:
        raise Http404
    return orang


def _nama(sasaran: Pegawai | UnitKerja) -> str:
    return sasaran.nama_gelar if isinstance(sasaran, Pegawai) else sasaran.nama


def _coba(
    request: HttpRequest, form: FormPerpanjangUntuk, siklus: SiklusPenilaian, sasaran: Pegawai | UnitKerja
) -> bool:
    milik: dict[str, Any] = {"pegawai" if isinstance(sasaran, Pegawai) else "unit": sasaran}
    try:
        extend_for(siklus=siklus, actor=request.user, at=timezone.now(), **form.cleaned_data, **milik)
    except DomainError as salah:
        form.add_error(None, salah.kalimat)
        return False
    return True


def _perpanjangan(siklus: SiklusPenilaian) -> list[dict[str, Any]]:
    semua = siklus.perpanjangan.select_related("pegawai", "unit", "oleh").order_by("-pk")[:_PERPANJANGAN]
    return [
        {
            "siapa": x.unit.nama if x.unit else str(x.pegawai),
            "sampai": kata.tanggal(x.sampai),
            "alasan": x.alasan,
            "oleh": str(x.oleh or "Sistem"),
            "pada": kata.tanggal(timezone.localdate(x.pada)),
        }
        for x in semua
    ]


def _catat(request: HttpRequest, orang: Iterable[Peserta], tindakan: str) -> None:
    catat_baca(pengguna=request.user, pegawai_ids=[p.pk for p in orang], kanal=KANAL, tindakan=tindakan)


def _halaman(request: HttpRequest, awal: int, banyak: int) -> Halaman | None:
    if banyak <= PER_HALAMAN:
        return None
    akhir = min(awal + PER_HALAMAN, banyak)
    return Halaman(
        alamat(request, mulai=max(awal - PER_HALAMAN, 0)) if awal else "",
        alamat(request, mulai=akhir) if akhir < banyak else "",
        f"Baris {awal + 1}\N{EN DASH}{akhir} dari {kata.bilangan(banyak)}",
    )


def _url(langkah: str, *kunci: Any) -> str:
    return reverse(f"admin:kinerja_siklus_{langkah}", args=kunci)


def _remah(siklus: SiklusPenilaian, akhir: str) -> Sequence[tuple[str, str]]:
    return [
        (siklus.nama, reverse("admin:kinerja_sikluspenilaian_change", args=[siklus.pk])),
        ("Pantau siklus", _url("pantau", siklus.pk)),
        *([(akhir, "")] if akhir != "Pantau siklus" else []),
    ]
