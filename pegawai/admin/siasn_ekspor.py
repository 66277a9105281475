"""The page of an export in the shape of SIASN, and its file; every app fills in what its rows are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import TidakDitemukan
from asn_karier.lib.export import Sel, Tabel, unduhan
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import Halaman, alamat, bilangan, wewenang
from pegawai.enums import StatusEkspor
from pegawai.kamus import LABEL
from pegawai.services.siasn.ekspor import BarisEkspor, Ekspor, PeriodeBerkas

SEHALAMAN: Final = 50
KELAS: Final = {
    StatusEkspor.BARU: "perlu",
    StatusEkspor.BERUBAH: "perlu",
    StatusEkspor.SAMA: "ok",
    StatusEkspor.TANPA_ID: "salah",
    StatusEkspor.TANPA_KODE: "salah",
}


@dataclass(frozen=True, slots=True)
class HalamanEkspor:
    """`kepala`: columns beside the person; `sel`: what stands in them. `induk`: page above, and its address.

    `objek`: the objects of a file, after their trail. `catatan`: what a page says besides, of one export.
    """

    judul: str
    pengantar: str
    kosong: str
    induk: tuple[str, str]
    nama_unduh: str
    bentuk_berkas: tuple[str, ...]
    kepala: tuple[str, ...]
    periode: Callable[[Any], Sequence[PeriodeBerkas]]
    siapkan: Callable[..., Ekspor]
    objek: Callable[..., list[dict[str, Any]]]
    kolom: Callable[[Ekspor], Sequence[str]]
    nama_berkas: Callable[[Ekspor], str]
    sel: Callable[[BarisEkspor], list[str]]
    catatan: Callable[[Ekspor], str]

    def tampil(self, request: HttpRequest, situs: Any) -> HttpResponse:
        """Choose a period; its rows with what is new or changed against the last file."""
        _require_hr(request)
        semua = self.periode(request.user)
        kunci = _chosen(request, semua)
        beberapa = len({p.instansi.pk for p in semua}) > 1
        isi: dict[str, Any] = {
            **situs.each_context(request),
            "title": self.judul,
            "pengantar": self.pengantar,
            "kosong": self.kosong,
            "periode": [
                {
                    "kunci": p.kunci,
                    "teks": f"{p.nama} ({p.instansi})" if beberapa else p.nama,
                    "aktif": p.kunci == kunci,
                }
                for p in semua
            ],
            "remah": [(self.induk[0], reverse(self.induk[1])), (self.judul, "")],
        }
        if semua:
            isi |= self._isi(request, self._cari(request, kunci))
        return TemplateResponse(request, "admin/pegawai/siasn_ekspor.html", isi)

    def unduh(self, request: HttpRequest, bentuk: str) -> HttpResponseBase:
        """The file, in exactly the shape of SIASN."""
        _require_hr(request)
        if bentuk not in self.bentuk_berkas:
            raise Http404
        e = self._cari(request, _chosen(request, self.periode(request.user)))
        selisih = request.GET.get("isi") == "selisih"
        objek = self.objek(e, selisih=selisih, pengguna=request.user, kanal=KANAL)
        nama = f"{self.nama_berkas(e)}-{timezone.localdate():%Y%m%d}"
        if bentuk == "json":
            return JsonResponse(
                objek, safe=False, headers={"Content-Disposition": f'attachment; filename="{nama}.json"'}
            )
        kepala = self.kolom(e)
        return unduhan(Tabel(nama, kepala, _cells(objek, kepala), lembar=e.periode.kode_bentuk), bentuk)

    def _cari(self, request: HttpRequest, kunci: str) -> Ekspor:
        try:
            return self.siapkan(kunci=kunci, pengguna=request.user)
        except TidakDitemukan as salah:
            raise Http404 from salah

    def _isi(self, request: HttpRequest, e: Ekspor) -> dict[str, Any]:
        awal = max(bilangan(request.GET.get("mulai"), bawaan=0) or 0, 0)
        lanjut, banyak = awal + SEHALAMAN, len(e.baris)
        urut = sorted(e.baris, key=lambda b: b.status is StatusEkspor.SAMA)
        sepotong = urut[awal:lanjut]
        catat_baca(
            pengguna=request.user, pegawai_ids=sorted({b.nilai.pegawai_id for b in sepotong}), kanal=KANAL,
            tindakan="lihat_daftar", keperluan="Ekspor SIASN",
        )  # fmt: skip
        return {
            "nama": e.periode.nama,
            "bentuk": e.periode.kode_bentuk,
            "jumlah": [(LABEL[StatusEkspor][s], n) for s, n in e.jumlah.items() if n],
            "pembanding": _compared(e),
            "catatan": self.catatan(e),
            "kepala": self.kepala,
            "baris": [self._baris(b) for b in sepotong],
            "unduh": self._unduhan(e),
            "halaman": _page(request, awal, banyak),
        }

    def _baris(self, b: BarisEkspor) -> dict[str, Any]:
        return {
            "nama": b.nilai.nama,
            "nip": b.nilai.nip,
            "sel": list(zip(self.kepala, self.sel(b), strict=True)),
            "tanda": LABEL[StatusEkspor][b.status],
            "kelas": KELAS[b.status],
        }

    def _unduhan(self, e: Ekspor) -> list[dict[str, str]]:
        hasil = []
        for isi, judul in (("selisih", "yang baru dan berubah"), ("semua", "semua")):
            banyak = len(e.isi(selisih=isi == "selisih"))
            for bentuk in self.bentuk_berkas if banyak else ():
                url = f"{reverse(self.nama_unduh, args=[bentuk])}?periode={e.periode.kunci}&isi={isi}"
                teks = f"Unduh {bentuk.upper()}: {judul} ({kata.bilangan(banyak)})"
                hasil.append({"teks": teks, "url": url})
        return hasil


def _cells(objek: list[dict[str, Any]], kepala: Sequence[str]) -> Iterator[list[Sel]]:
    return ([o[k] for k in kepala] for o in objek)


def _require_hr(request: HttpRequest) -> None:
    """HR of a whole instansi: what goes to SIASN goes for all of it."""
    hak = wewenang(request)
    if not (hak.mengelola and hak.instansi_penuh):
        raise Http404


def _chosen(request: HttpRequest, semua: Sequence[PeriodeBerkas]) -> str:
    """The period asked for, else the newest."""
    return request.GET.get("periode") or (semua[0].kunci if semua else "")


def _compared(e: Ekspor) -> str:
    t = e.terakhir
    if t.pada is None:
        return "Belum ada berkas dari SIASN untuk periode ini, jadi tidak ada yang dibandingkan."
    return f"Dibandingkan dengan berkas {t.berkas}, diunggah {kata.waktu(timezone.localtime(t.pada))}."


def _page(request: HttpRequest, awal: int, banyak: int) -> Halaman:
    lanjut = awal + SEHALAMAN
    return Halaman(
        sebelum=alamat(request, mulai=max(awal - SEHALAMAN, 0) or None) if awal else "",
        berikut=alamat(request, mulai=lanjut) if lanjut < banyak else "",
        teks=f"Baris {awal + 1}–{min(lanjut, banyak)} dari {kata.bilangan(banyak)}"
        if banyak > SEHALAMAN
        else "",
    )
