"""The filter of the list of results: read from the address, shown as links with counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from django.http import Http404, HttpRequest

from asn_karier.lib.syarat import Status
from asn_karier.lib.views import alamat, bilangan
from karier.enums import JalurPangkat
from karier.kamus import LABEL, judul_syarat
from karier.models import RunEvaluasi
from karier.reports import Saringan, hitung_hasil, pareto_alasan, pilih_hasil
from karier.rules.daftar import DAFTAR
from pegawai.models import UnitKerja

ANAK_TERBANYAK: Final = 60
TEKS_STATUS: Final = {
    Status.MEMENUHI: "Siap diusulkan",
    Status.BELUM: "Belum memenuhi",
    Status.PERLU_VERIFIKASI: "Perlu diperiksa",
    Status.TIDAK_BERLAKU: "Tidak berlaku",
}
_KODE: Final = {b.posisi: b.kode for b in DAFTAR}


def baca_saringan(request: HttpRequest) -> Saringan:
    """The filter of an address; what is not understood narrows nothing, an unknown unit is 404."""
    g = request.GET
    nomor_unit = bilangan(g.get("unit"))
    unit = None
    if nomor_unit is not None:
        unit = (
            UnitKerja.objects.visible_to(request.user).select_related("induk").filter(pk=nomor_unit).first()
        )
        if unit is None:
            raise Http404
    status, jalur = bilangan(g.get("status")), bilangan(g.get("jalur"))
    return Saringan(
        status=Status(status) if status in set(Status) else None,
        jalur=JalurPangkat(jalur) if jalur in set(JalurPangkat) else None,
        alasan=bilangan(g.get("alasan")),
        unit=unit,
        cari=g.get("q", "").strip(),
        berubah=g.get("berubah") == "1",
    )


def teks_saringan(s: Saringan) -> str:
    """The filter in words; empty when nothing is filtered."""
    bagian = [
        f"hasil {TEKS_STATUS[s.status]}" if s.status is not None else "",
        f"jalur {LABEL[JalurPangkat][s.jalur]}" if s.jalur is not None else "",
        f"penyebab {judul_syarat(_KODE[s.alasan])}" if s.alasan in _KODE else "",
        f"unit {s.unit.nama} beserta bawahannya" if s.unit else "",
        f"pencarian {s.cari}" if s.cari else "",
        "data berubah sejak dihitung" if s.berubah else "",
    ]
    return "; ".join(x for x in bagian if x)


def chip_hasil(request: HttpRequest, run: RunEvaluasi, s: Saringan) -> list[dict[str, Any]]:
    """Filters as links. Each count is what the list behind that link holds."""

    def baris(**bebas: Any) -> Any:
        return pilih_hasil(run, request.user, replace(s, **bebas), boleh_khusus=True)

    status = hitung_hasil(baris(status=None), "kp_status")
    jalur = hitung_hasil(baris(jalur=None), "kp_jalur")
    alasan = pareto_alasan(baris(alasan=None), boleh_khusus=True)
    unit = s.unit.pk if s.unit else None
    return [
        _kelompok(
            request, "Hasil", "status", s.status,
            [(x, TEKS_STATUS[x], status.get(x, 0)) for x in Status],
        ),
        _kelompok(
            request, "Jalur", "jalur", s.jalur,
            [(j, LABEL[JalurPangkat][j], jalur[j]) for j in JalurPangkat if j in jalur],
        ),
        _kelompok(
            request, "Penyebab utama", "alasan", s.alasan,
            [(p, judul_syarat(_KODE[p]), n) for p, n in alasan],
        ),
        _kelompok(request, "Unit kerja", "unit", unit, _pilihan_unit(request, s.unit)),
    ]  # fmt: skip


def _kelompok(
    request: HttpRequest, judul: str, nama: str, aktif: Any, isi: Iterable[tuple[Any, str, int | None]]
) -> dict[str, Any]:
    semua = {"teks": "Semua", "jumlah": None, "url": alamat(request, **{nama: None}), "aktif": aktif is None}
    pilihan = [
        {
            "teks": teks,
            "jumlah": n,
            "url": alamat(request, **{nama: int(nilai)}),
            "aktif": aktif is not None and nilai == aktif,
        }
        for nilai, teks, n in isi
    ]
    return {"judul": judul, "pilihan": [semua, *pilihan]}


def _pilihan_unit(request: HttpRequest, unit: UnitKerja | None) -> list[tuple[int, str, None]]:
    """The chosen unit, the one above, and those right below: the tree one level at a time."""
    terlihat = UnitKerja.objects.visible_to(request.user)
    anak = terlihat.filter(induk=unit) if unit else terlihat.filter(induk__induk=None).exclude(induk=None)
    atas = [u for u in (unit.induk, unit) if u is not None] if unit else []
    return [(u.pk, u.nama, None) for u in (*atas, *anak[:ANAK_TERBANYAK])]


def tersimpan(request: HttpRequest) -> list[tuple[str, str]]:
    """Parameters that a search keeps."""
    return [(n, v) for n, v in request.GET.dict().items() if n not in ("q", "sesudah")]


def halaman_berikut(request: HttpRequest, isi: Any) -> str:
    """The address of the page after the last row shown."""
    isi_get = request.GET.copy()
    isi_get["sesudah"] = str(isi[-1]["pegawai_id"])
    return f"{request.path}?{isi_get.urlencode()}"
