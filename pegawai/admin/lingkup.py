"""What pages over many people are narrowed to: a unit with everything below it, and plain choices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.urls import reverse

from asn_karier.lib.views import bilangan, wewenang
from pegawai.admin.pohon import pilihan_unit
from pegawai.enums import JenisPegawai
from pegawai.models import Instansi, Pegawai, UnitKerja
from pegawai.reports.yang_dihitung import Kelompok, Ruas

#: Groups that a filter of the list shows already.
_DAFTAR: Final[dict[Kelompok, dict[str, Any]]] = {
    Kelompok.PNS: {"jenis__exact": JenisPegawai.PNS.value},
    Kelompok.PPPK: {"jenis__exact": JenisPegawai.PPPK.value},
}


def unit_terpilih(request: HttpRequest) -> UnitKerja | None:
    """The unit of the address; 404 for one outside the scope."""
    nomor = bilangan(request.GET.get("unit"))
    if nomor is None:
        return None
    unit: UnitKerja | None = UnitKerja.objects.visible_to(request.user).filter(pk=nomor).first()
    if unit is None:
        raise Http404("Unit ini tidak ditemukan, atau berada di luar lingkup Anda.")
    return unit


def orang_terpilih(request: HttpRequest, unit: UnitKerja | None) -> Any:
    """People the user may see, of the unit and below it where one is chosen."""
    orang = Pegawai.objects.visible_to(request.user)
    return orang.in_subtree(unit) if unit else orang


def url_kelompok(kelompok: Kelompok, **saringan: Any) -> str:
    """The list of exactly these people, narrowed as the numbers were."""
    g = {**_DAFTAR.get(kelompok, {"kelompok": kelompok.value}), **{n: v for n, v in saringan.items() if v}}
    return f"{reverse('admin:pegawai_pegawai_changelist')}?{urlencode(g)}"


def berurl(ruas: Iterable[Ruas], **saringan: Any) -> list[dict[str, str]]:
    """The pieces of a sentence, people with the address of their list."""
    return [{"teks": r.teks, "url": url_kelompok(r.kelompok, **saringan) if r.kelompok else ""} for r in ruas]


def isian_unit(request: HttpRequest, unit: UnitKerja | None) -> dict[str, Any]:
    pilihan = [(str(pk), nama) for pk, nama in pilihan_unit(request.user, unit)]
    return isian("unit", "Unit kerja", str(unit.pk) if unit else "", pilihan)


def isian(nama: str, judul: str, aktif: str, pilihan: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """One select of a GET form, for partials/saring.html."""
    isi = [{"nilai": nilai, "teks": teks, "aktif": nilai == aktif} for nilai, teks in pilihan]
    return {"nama": nama, "judul": judul, "pilihan": isi}


def instansi_terpilih(request: HttpRequest) -> tuple[Instansi, list[Instansi]]:
    """The instansi of the address, else the first that the user sees whole, and all; 404 without any."""
    if not wewenang(request).instansi_penuh:
        raise Http404("Halaman ini untuk pengelola seluruh instansi.")
    return _terpilih(request, Instansi.objects.visible_to(request.user))


def instansi_dikelola(request: HttpRequest) -> tuple[Instansi, list[Instansi]]:
    """The same among those that the user keeps as HR: where they are only auditor the page does not exist."""
    return _terpilih(request, Instansi.objects.dikelola(request.user))


def _terpilih(request: HttpRequest, boleh: Any) -> tuple[Instansi, list[Instansi]]:
    semua = list(boleh.order_by("nama", "pk"))
    nomor = bilangan(request.GET.get("instansi"))
    satu = next((i for i in semua if nomor is None or i.pk == nomor), None)
    if satu is None:
        raise Http404("Instansi ini tidak ditemukan, atau berada di luar lingkup Anda.")
    return satu, semua
