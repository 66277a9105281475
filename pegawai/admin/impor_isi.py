"""Words and rows of the import pages (templates/admin/pegawai/impor_*.html)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.export import Sel
from pegawai.enums import StatusBaris, StatusImpor
from pegawai.kamus import LABEL
from pegawai.models import BarisImpor, Impor

KELAS: Final = {
    StatusImpor.DIUNGGAH: "jalan",
    StatusImpor.DIPERIKSA: "perlu",
    StatusImpor.DITERAPKAN: "ok",
    StatusImpor.DITOLAK: "salah",
    StatusImpor.GAGAL: "salah",
}
PENJELASAN: Final = {
    StatusBaris.BARU: "Belum ada di sini; akan ditambahkan.",
    StatusBaris.BERUBAH: "Isian yang berbeda akan diganti. Sel kosong tidak menghapus apa pun.",
    StatusBaris.SAMA: "Sudah sama; tidak ada yang berubah.",
    StatusBaris.DITOLAK: "Tidak akan disimpan. Perbaiki di berkas sumber, lalu unggah kembali.",
    StatusBaris.TIDAK_ADA: "Ada di sini, tidak ada di berkas. Dibiarkan; mungkin mutasi atau pensiun.",
}
SUDAH: Final = {
    StatusBaris.BARU: "Sudah ditambahkan.",
    StatusBaris.BERUBAH: "Isian yang berbeda sudah diganti.",
    StatusBaris.DITOLAK: "Tidak disimpan. Perbaiki di berkas sumber, lalu unggah kembali.",
}
#: Sheets of Data awal about penalties and examinations.
LEMBAR_KHUSUS: Final = ("Disiplin", "Ujian")
URUTAN_TAB: Final = (
    StatusBaris.BARU,
    StatusBaris.BERUBAH,
    StatusBaris.DITOLAK,
    StatusBaris.TIDAK_ADA,
    StatusBaris.SAMA,
)


def baris_terbaca(impor: Impor, *, khusus: bool) -> QuerySet[BarisImpor]:
    """The rows of a file; those of sensitive sheets only with `khusus` (HR of the instansi)."""
    semua: QuerySet[BarisImpor] = impor.baris.all()
    return semua if khusus else semua.exclude(lembar__in=LEMBAR_KHUSUS)


def jumlah_tab(impor: Impor, *, khusus: bool) -> dict[str, int]:
    """Rows per tab: as counted at the check, or without the sensitive sheets."""
    if khusus:
        return {s.value: impor.ringkasan.get(s.value, 0) for s in URUTAN_TAB}
    kelompok = baris_terbaca(impor, khusus=False).order_by().values_list("status")
    return dict(kelompok.annotate(jumlah=Count("pk")))


def baris_galat(ditolak: QuerySet[BarisImpor]) -> Iterator[list[Sel]]:
    """Refused rows for the file of repairs."""
    for b in ditolak.order_by("pk").iterator(chunk_size=500):
        for g in b.galat:
            isi = (g.get(n, "") for n in ("kolom", "isi", "masalah", "perbaikan"))
            yield [b.lembar, b.nomor, b.kunci, b.nama, *isi]


def penjelasan(kode: StatusBaris, impor: Impor) -> str:
    """What happens, or happened, to the rows of a tab."""
    if impor.status == StatusImpor.DITERAPKAN and kode in SUDAH:
        return SUDAH[kode]
    return PENJELASAN[kode]


def tab_terpilih(request: HttpRequest, jumlah: Mapping[str, int]) -> StatusBaris:
    """The tab asked for, else the first that has rows."""
    diminta = request.GET.get("tab")
    if diminta in set(StatusBaris):
        return StatusBaris(diminta)
    return next((s for s in URUTAN_TAB if jumlah.get(s.value)), StatusBaris.SAMA)


def tombol(impor: Impor) -> dict[str, Any]:
    """What may be done with a checked file."""
    r = impor.ringkasan
    banyak = r.get("baru", 0) + r.get("berubah", 0)
    isi: dict[str, Any] = {}
    if impor.status in (StatusImpor.DIPERIKSA, StatusImpor.GAGAL) and "baru" in r and banyak:
        isi["url_terapkan"] = reverse("admin:pegawai_impor_terapkan", args=[impor.pk])
        isi["teks_terapkan"] = f"Simpan {kata.bilangan(banyak)} baris yang benar"
    if impor.status in (StatusImpor.DIUNGGAH, StatusImpor.DIPERIKSA, StatusImpor.GAGAL):
        isi["url_batalkan"] = reverse("admin:pegawai_impor_batalkan", args=[impor.pk])
    return isi


def ringkas(impor: Impor) -> dict[str, Any]:
    """One import in words."""
    status = StatusImpor(impor.status)
    return {
        "berkas": impor.nama_berkas,
        "oleh": str(impor.oleh or "Sistem"),
        "pada": kata.waktu(timezone.localtime(impor.dibuat_pada)),
        "tanda": LABEL[StatusImpor][status],
        "kelas": KELAS[status],
        "url": reverse("admin:pegawai_impor_change", args=[impor.pk]),
        "ringkasan": impor.pesan or isi_teks(impor),
    }


def isi_teks(impor: Impor) -> str:
    """'120 baru, 14 berubah, 2 ditolak'."""
    ada = [(s, impor.ringkasan.get(s.value, 0)) for s in URUTAN_TAB]
    return ", ".join(f"{n} {LABEL[StatusBaris][s].lower()}" for s, n in ada if n)


def baris_tampil(b: BarisImpor) -> dict[str, Any]:
    """One row for the preview."""
    return {
        "nomor": b.nomor or None,
        "nama": b.nama,
        "nip": f"{b.lembar} {b.kunci}".strip(),
        "url": reverse("admin:pegawai_pegawai_change", args=[b.pegawai_id]) if b.pegawai_id else "",
        "perubahan": b.beda,
        "galat": b.galat,
        "ket": "; ".join(str(p.get("masalah", p)) if isinstance(p, dict) else str(p) for p in b.peringatan),
    }
