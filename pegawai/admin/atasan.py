"""Repair of the chain of atasan: faults with proposals, a page to check, one call of the service."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import Halaman, alamat, bilangan, wewenang
from pegawai.forms.atasan import FormGantiAtasan
from pegawai.models import Instansi
from pegawai.reports.rantai import CACAT, ISYARAT, JUDUL, Baris, Rantai, faulty_rows, hint_rows, read_chain
from pegawai.services.atasan import TERBANYAK, GantiAtasan, HasilGanti, change_raters, undo_raters

PER_HALAMAN: Final = 100
_NAMA_DISEBUT: Final = 20


class HalamanAtasan:
    """Mixed into the admin of PLT, whose neighbour it is in the menu."""

    admin_site: Any

    def url_atasan(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [
            path("atasan/", lindungi(self.atasan), name="pegawai_atasan"),
            path("atasan/periksa/", lindungi(self.atasan_periksa), name="pegawai_atasan_periksa"),
            path("atasan/urungkan/", lindungi(self.atasan_urungkan), name="pegawai_atasan_urungkan"),
        ]

    def atasan(self, request: HttpRequest) -> HttpResponse:
        """Everybody with a fault, by kind of fault; nothing is chosen beforehand."""
        instansi = _instansi(request)
        rantai = read_chain(instansi.pk, timezone.localdate())
        kode = _kode(request.GET.get("cacat", ""))
        semua = _baris(rantai, kode)
        awal = max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0)
        baris = semua[awal : awal + PER_HALAMAN]
        catat_baca(
            pengguna=request.user,
            pegawai_ids=[b.orang.pk for b in baris],
            kanal=KANAL,
            tindakan="lihat_daftar",
        )
        return self._tampil(
            request,
            "admin/pegawai/atasan.html",
            judul="Perbaiki atasan penilai",
            instansi=instansi,
            tab=_tab(request, rantai, kode),
            kode=kode,
            isyarat=kode == ISYARAT,
            baris=_tampilan(rantai, baris),
            jumlah=sum(_dapat(b) for b in semua),
            terbanyak=TERBANYAK,
            semua=len(semua),
            halaman=_halaman(request, awal, len(semua)),
            kelompok=request.GET.get("selesai", ""),
        )

    def atasan_periksa(self, request: HttpRequest) -> HttpResponse:
        """What was chosen, once more, with the reason; the second press applies it."""
        instansi = _instansi(request)
        if request.method != "POST":
            return HttpResponseRedirect(_url_daftar(instansi))
        rantai = read_chain(instansi.pk, timezone.localdate())
        kode = _kode(request.POST.get("cacat", ""))
        pilihan = _pilihan(request, rantai, kode)
        if not pilihan:
            messages.error(request, "Belum ada usulan yang dipilih. Beri centang pada pegawainya dahulu.")
            return HttpResponseRedirect(_url_daftar(instansi, kode))
        terapkan = request.POST.get("terapkan") == "1"
        form = FormGantiAtasan(request.POST if terapkan else None)
        if terapkan and form.is_valid():
            hasil = self._coba(request, form, instansi, pilihan)
            if hasil is not None:
                _laporkan(request, hasil)
                selesai = f"&selesai={hasil.kelompok}" if hasil.diganti else ""
                return HttpResponseRedirect(f"{_url_daftar(instansi, kode)}{selesai}")
        return self._tampil(
            request,
            "admin/pegawai/atasan_periksa.html",
            judul=f"Ganti atasan penilai {kata.bilangan(len(pilihan))} pegawai?",
            instansi=instansi,
            form=form,
            pilihan=[f"{p.pegawai_id}-{p.atasan_id}-{p.versi}" for p in pilihan],
            contoh=_contoh(rantai, pilihan),
            lebih=max(len(pilihan) - _NAMA_DISEBUT, 0),
            teks=f"Terapkan {kata.bilangan(len(pilihan))} perubahan",
            kode=kode,
            url_balik=_url_daftar(instansi, kode),
        )

    def atasan_urungkan(self, request: HttpRequest) -> HttpResponse:
        """Put back what one press changed."""
        instansi = _instansi(request)
        kelompok = _uuid(request.POST.get("kelompok", ""))
        if request.method != "POST" or kelompok is None:
            return HttpResponseRedirect(_url_daftar(instansi))
        try:
            hasil = undo_raters(
                instansi=instansi, kelompok=kelompok, alasan="Diurungkan", actor=request.user,
                at=timezone.now(),
            )  # fmt: skip
        except DomainError as salah:
            messages.error(request, salah.kalimat)
        else:
            _laporkan(request, hasil, kata_kerja="dikembalikan")
        return HttpResponseRedirect(_url_daftar(instansi))

    def _coba(
        self, request: HttpRequest, form: FormGantiAtasan, instansi: Instansi, pilihan: Sequence[GantiAtasan]
    ) -> HasilGanti | None:
        try:
            return change_raters(
                instansi=instansi, pilihan=pilihan, actor=request.user, at=timezone.now(), **form.cleaned_data
            )
        except DomainError as salah:
            form.add_error(None, salah.kalimat)
            return None

    def _tampil(self, request: HttpRequest, templat: str, *, judul: str, **isi: Any) -> HttpResponse:
        remah = [("Perbaiki atasan penilai", reverse("admin:pegawai_atasan"))]
        konteks = {**self.admin_site.each_context(request), "title": judul, "judul": judul, "remah": remah}
        return TemplateResponse(request, templat, {**konteks, **isi})


def _instansi(request: HttpRequest) -> Instansi:
    """The instansi whose whole chain the user keeps; 404 for everybody else."""
    if not wewenang(request).mengelola:
        raise Http404
    semua = Instansi.objects.dikelola(request.user).order_by("pk")
    nomor = bilangan(request.POST.get("instansi") or request.GET.get("instansi"))
    satu: Instansi | None = (semua.filter(pk=nomor) if nomor is not None else semua).first()
    if satu is None:
        raise Http404
    return satu


def _kode(teks: str) -> str:
    return teks if teks in (*CACAT, ISYARAT) else ""


def _uuid(teks: str) -> UUID | None:
    try:
        return UUID(teks)
    except ValueError:
        return None


def _baris(rantai: Rantai, kode: str) -> list[Baris]:
    return hint_rows(rantai) if kode == ISYARAT else faulty_rows(rantai, kode)


def _dapat(b: Baris) -> bool:
    return b.usul_id is not None and not b.tetap


def _tab(request: HttpRequest, rantai: Rantai, kode: str) -> list[dict[str, Any]]:
    bercacat = len(set().union(*rantai.cacat.values()))
    jumlah = {"": bercacat, **{k: len(v) for k, v in rantai.cacat.items()}, ISYARAT: len(hint_rows(rantai))}
    judul = {"": "Semua", **JUDUL}
    return [
        {
            "teks": judul[k],
            "jumlah": n,
            "url": alamat(request, cacat=k, mulai=None, selesai=None),
            "aktif": k == kode,
        }
        for k, n in jumlah.items()
        if n or k in ("", kode)
    ]


def _tampilan(rantai: Rantai, baris: Iterable[Baris]) -> list[dict[str, Any]]:
    baris = list(baris)
    nama = _nama(rantai, [x for b in baris for x in (b.orang.atasan_id, b.usul_id) if x is not None])
    return [
        {
            "nama": b.orang.nama,
            "nip": b.orang.nip,
            "unit": rantai.nama_unit.get(b.orang.unit_id or 0, ""),
            "url": reverse("admin:pegawai_pegawai_change", args=[b.orang.pk]),
            "cacat": [JUDUL[k] for k in b.cacat],
            "kini": nama.get(b.orang.atasan_id or 0, ""),
            "usul": nama.get(b.usul_id or 0, "") if _dapat(b) else "",
            "tetap": b.tetap,
            "nilai": f"{b.orang.pk}-{b.usul_id}-{b.orang.versi}",
        }
        for b in baris
    ]


def _nama(rantai: Rantai, ids: Iterable[int]) -> dict[int, str]:
    """Names; somebody of another instansi is named without being looked at."""
    return {pk: rantai.orang[pk].nama if pk in rantai.orang else "Pegawai instansi lain" for pk in ids}


def _pilihan(request: HttpRequest, rantai: Rantai, kode: str) -> list[GantiAtasan]:
    """Those ticked; or all proposals of the filter as they stand now, up to TERBANYAK."""
    if request.POST.get("semua") == "1":
        usul = [b for b in _baris(rantai, kode) if _dapat(b)][:TERBANYAK]
        return [GantiAtasan(b.orang.pk, b.usul_id or 0, b.orang.versi) for b in usul]
    pilihan = []
    for teks in request.POST.getlist("ganti")[:TERBANYAK]:
        angka = [bilangan(a) for a in teks.split("-")]
        if len(angka) == 3 and angka[0] in rantai.orang and angka[1] in rantai.orang and angka[2]:
            pilihan.append(GantiAtasan(angka[0], angka[1], angka[2]))
    return pilihan


def _contoh(rantai: Rantai, pilihan: Sequence[GantiAtasan]) -> list[dict[str, str]]:
    sebagian = pilihan[:_NAMA_DISEBUT]
    lama = [rantai.orang[p.pegawai_id].atasan_id for p in sebagian]
    nama = _nama(rantai, [a for a in (*lama, *(p.atasan_id for p in sebagian)) if a is not None])
    return [
        {
            "nama": rantai.orang[p.pegawai_id].nama,
            "lama": nama.get(a or 0, "Belum ada"),
            "baru": nama[p.atasan_id],
        }
        for p, a in zip(sebagian, lama, strict=True)
    ]


def _laporkan(request: HttpRequest, hasil: HasilGanti, *, kata_kerja: str = "diganti") -> None:
    if hasil.diganti:
        messages.success(request, f"Atasan penilai {kata.bilangan(hasil.diganti)} pegawai {kata_kerja}.")
    if hasil.dilewati:
        sebut = "; ".join(f"{nama}: {sebab}" for nama, sebab in hasil.dilewati[:_NAMA_DISEBUT])
        messages.warning(request, f"{len(hasil.dilewati)} pegawai dilewati. {sebut}.")


def _halaman(request: HttpRequest, awal: int, banyak: int) -> Halaman | None:
    if banyak <= PER_HALAMAN:
        return None
    akhir = min(awal + PER_HALAMAN, banyak)
    return Halaman(
        alamat(request, mulai=max(awal - PER_HALAMAN, 0)) if awal else "",
        alamat(request, mulai=akhir) if akhir < banyak else "",
        f"Baris {awal + 1}\N{EN DASH}{akhir} dari {kata.bilangan(banyak)}",
    )


def _url_daftar(instansi: Instansi, kode: str = "") -> str:
    saring = f"&cacat={kode}" if kode else ""
    return f"{reverse('admin:pegawai_atasan')}?instansi={instansi.pk}{saring}"
