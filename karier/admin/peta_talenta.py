"""Peta talenta (H18): nine counts, and who stands in one of them with why and how sure."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.situs import KANAL
from asn_karier.lib.views import Halaman, alamat, bilangan, potong, wewenang
from karier.admin.rekomendasi_banyak import BANYAK, teks_pilihan
from karier.enums import JenisKeputusan
from karier.models import AnggotaKomite
from karier.services.peta_talenta import TANPA_DAFTAR, Dasar, Saringan, people_of_cell, talent_map
from karier.services.rencana_talenta import waiting_without_plan
from pegawai.admin.lingkup import instansi_dikelola, isian, isian_unit, unit_terpilih
from pegawai.enums import Jenjang
from pegawai.kamus import LABEL

SEHALAMAN: Final = 50
JUDUL: Final = "Peta talenta"
_DASAR: Final = {Dasar.USULAN: "Usulan hitungan terakhir", Dasar.DIRILIS: "Yang sudah dirilis"}


class HalamanPeta:
    """Mixed into the admin of committees."""

    admin_site: Any
    has_module_permission: Any

    def urls_peta(self) -> list[URLPattern]:
        lindungi = self.admin_site.admin_view
        return [path("peta/", lindungi(require_safe(self.peta)), name="karier_komitetalenta_peta")]

    def peta(self, request: HttpRequest) -> HttpResponse:
        if not self.has_module_permission(request):
            raise Http404
        (instansi, _), per = instansi_dikelola(request), timezone.localdate()
        s = _filter(request, instansi.pk)
        kotak = bilangan(request.GET.get("kotak"))
        sesudah = bilangan(request.GET.get("sesudah"), bawaan=0) or 0
        semua = (
            people_of_cell(s, kotak, request.user, per=per, sesudah=sesudah, banyak=SEHALAMAN + 1)
            if kotak
            else []
        )
        baris, lanjut = potong(semua, SEHALAMAN)
        catat_baca(
            pengguna=request.user, pegawai_ids=[b.pegawai_id for b in baris], kanal=KANAL, keperluan=JUDUL
        )
        isi = {
            **self.admin_site.each_context(request),
            "title": JUDUL,
            "remah": [(JUDUL, "")],
            "peta": _with_links(request, talent_map(s, request.user, per=per), kotak),
            "kotak": kotak,
            "tanpa_daftar": kotak == TANPA_DAFTAR,
            "baris": baris,
            "susun": _plans(request, [b.pegawai_id for b in baris], per) if baris else None,
            "halaman": _page(request, baris, sesudah, bool(lanjut)),
            "isian": _choices(request, s),
            "dirilis": s.dasar is Dasar.DIRILIS,
            "tersimpan": [("instansi", instansi.pk)] if "instansi" in request.GET else [],
            "url_hapus_saringan": request.path if request.GET else "",
            "bertugas": AnggotaKomite.objects.milik(request.user).exists(),
        }
        return TemplateResponse(request, "admin/karier/peta_talenta.html", isi)


def _filter(request: HttpRequest, instansi_id: int) -> Saringan:
    jenjang, dasar = bilangan(request.GET.get("jenjang")), request.GET.get("dasar")
    return Saringan(
        instansi_id,
        Dasar(dasar) if dasar in set(Dasar) else Dasar.USULAN,
        unit_terpilih(request),
        Jenjang(jenjang) if jenjang in set(Jenjang) else None,
    )


def _choices(request: HttpRequest, s: Saringan) -> list[dict[str, Any]]:
    jenjang = [(str(int(j)), LABEL[Jenjang][j]) for j in Jenjang]
    return [
        isian("dasar", "Dasar", s.dasar.value, [(d.value, nama) for d, nama in _DASAR.items()]),
        isian_unit(request, s.unit),
        isian("jenjang", "Jenjang jabatan", str(int(s.jenjang)) if s.jenjang else "", jenjang),
    ]


def _with_links(request: HttpRequest, peta: Any, kotak: int | None) -> dict[str, Any]:
    """The table from high to low performance; box 1 is a number without a list."""
    return {
        "run": peta.run,
        "jumlah": peta.jumlah,
        "belum": peta.belum,
        "baris": [
            (
                judul,
                [
                    {
                        "nama": c.nama,
                        "kotak": c.kotak,
                        "jumlah": c.jumlah,
                        "url": f"{alamat(request, kotak=c.kotak)}#daftar" if c.berdaftar else "",
                        "aktif": c.kotak == kotak,
                    }
                    for c in sel
                ],
            )
            for judul, sel in peta.baris
        ],
    }


def _plans(request: HttpRequest, pegawai_ids: list[int], per: date) -> dict[str, Any] | None:
    """The press that leads to the confirm page of recommendations, for whoever decides about them."""
    if not wewenang(request).mengelola:
        return None
    usul = waiting_without_plan(pegawai_ids, request.user, per=per)
    return {
        "pilihan": teks_pilihan(usul),
        "banyak": len({u.pegawai_id for u in usul}),
        "url": reverse(BANYAK, args=[JenisKeputusan.TETAPKAN.value]),
    }


def _page(request: HttpRequest, baris: Any, sesudah: int, lanjut: bool) -> Halaman:
    berikut = ""
    if lanjut:
        g = request.GET.copy()
        g["sesudah"] = str(baris[-1].pegawai_id)
        berikut = f"{request.path}?{g.urlencode()}#daftar"
    return Halaman(sebelum=alamat(request) if sesudah else "", berikut=berikut)
