"""The filter of the list of results: read from the address, shown as links and selects with counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from django.http import Http404, HttpRequest

from asn_karier.lib.syarat import Status
from asn_karier.lib.views import alamat, bilangan
from karier.enums import JalurPangkat
from karier.kamus import LABEL, judul_syarat
from karier.models import RunEvaluasi
from karier.reports.hasil import Saringan, hitung_pilihan, pareto, pilih_hasil
from karier.rules.daftar import DAFTAR
from pegawai.admin.pohon import pilihan_unit
from pegawai.models import UnitKerja

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


def isi_saringan(request: HttpRequest, run: RunEvaluasi, s: Saringan) -> dict[str, Any]:
    """The outcome as links, the rest as one form. Each count is what the list holds with that choice."""

    bebas = replace(s, status=None, jalur=None, alasan=None)
    isi = hitung_pilihan(pilih_hasil(run, request.user, bebas, boleh_khusus=True))
    jalur = isi.per("jalur", s)
    alasan = pareto(isi.per("alasan", s), boleh_khusus=True)
    unit = [(pk, nama, None) for pk, nama in pilihan_unit(request.user, s.unit)]
    pilihan_jalur = [(int(j), LABEL[JalurPangkat][j], jalur[j]) for j in JalurPangkat if j in jalur]
    pilihan_alasan = [(p, judul_syarat(_KODE[p]), n) for p, n in alasan]
    return {
        "jumlah": isi.banyak(s),
        "chip": _chip_status(request, s, isi.per("status", s)),
        "isian": [
            _pilih("unit", "Unit kerja", s.unit.pk if s.unit else None, unit),
            _pilih("jalur", "Jalur", s.jalur, pilihan_jalur),
            _pilih("alasan", "Penyebab utama", s.alasan, pilihan_alasan),
        ],
        "cari": s.cari,
        "tersimpan": [(n, v) for n, v in request.GET.dict().items() if n in ("status", "berubah")],
        "tersaring": teks_saringan(s),
    }


def _chip_status(request: HttpRequest, s: Saringan, jumlah: dict[int, int]) -> list[dict[str, Any]]:
    semua = {"teks": "Semua", "jumlah": sum(jumlah.values()), "url": alamat(request, status=None)}
    return [
        {**semua, "aktif": s.status is None},
        *(
            {
                "teks": TEKS_STATUS[x],
                "jumlah": jumlah.get(x, 0),
                "url": alamat(request, status=int(x)),
                "aktif": x == s.status,
            }
            for x in TEKS_STATUS
        ),
    ]


def _pilih(
    nama: str, judul: str, aktif: Any, pilihan: Sequence[tuple[int, str, int | None]]
) -> dict[str, Any]:
    """One select; a chosen value that nobody has any more still stands in it."""
    isi = [{"nilai": nilai, "teks": teks, "jumlah": n, "aktif": nilai == aktif} for nilai, teks, n in pilihan]
    if aktif is not None and not any(p["aktif"] for p in isi):
        isi.append({"nilai": int(aktif), "teks": "Pilihan sekarang", "jumlah": 0, "aktif": True})
    return {"nama": nama, "judul": judul, "pilihan": isi}


def halaman_berikut(request: HttpRequest, isi: Any) -> str:
    """The address of the page after the last row shown."""
    isi_get = request.GET.copy()
    isi_get["sesudah"] = str(isi[-1]["pegawai_id"])
    return f"{request.path}?{isi_get.urlencode()}"
