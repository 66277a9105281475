"""Recommendations as a file: what was proposed, for whom, by whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from django.db.models import QuerySet
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.export import Sel, Tabel
from karier.models import Rekomendasi
from karier.reports.hasil import perkiraan_usulan
from karier.services.jejak_keputusan import tujuan_usulan

KEPALA: Final = (
    "NIP", "Nama", "Unit kerja", "Jenis", "Tujuan", "Periode", "Status", "Perlu ditinjau ulang",
    "Keputusan terakhir", "Oleh", "Pada", "Alasan", "Perkiraan",
)  # fmt: skip
BAGIAN: Final = 500


def tabel_usulan(baris: QuerySet[Rekomendasi], *, pengguna: Any) -> Tabel:
    """Exactly `baris`, whose reader decides about these people."""
    keterangan = [
        ("Isi", f"{baris.count()} rekomendasi"),
        ("Diunduh", f"{kata.waktu(timezone.localtime())} oleh {pengguna}"),
        ("Catatan", "Rekomendasi sistem; keputusan ada pada pejabat berwenang atau BKN."),
    ]
    return Tabel("rekomendasi", KEPALA, _baris(baris), keterangan, lembar="Rekomendasi")


def _baris(baris: QuerySet[Rekomendasi]) -> Iterator[list[Sel]]:
    """In pieces, so that estimates and decisions cost a few queries per piece and memory stays flat."""
    lengkap = baris.select_related("pegawai__unit", "run_terakhir").prefetch_related("keputusan__oleh")
    urut = lengkap.iterator(chunk_size=BAGIAN)
    while bagian := list(islice(urut, BAGIAN)):
        perkiraan = perkiraan_usulan(bagian, boleh_khusus=True)
        for r in bagian:
            yield [*_isi(r), " ".join(perkiraan.get(r.pk, []))]


def _isi(r: Rekomendasi) -> list[Sel]:
    k = next(iter(r.keputusan.all()), None)
    keputusan: list[Sel] = ["", "", None, ""]
    if k is not None:
        keputusan = [k.get_jenis_display(), str(k.oleh), timezone.localdate(k.pada), k.alasan]
    return [
        str(r.pegawai.nip),
        r.pegawai.nama_gelar,
        str(r.pegawai.unit or ""),
        r.get_jenis_display(),
        tujuan_usulan(r),
        r.periode,
        r.get_status_display(),
        "ya" if r.perlu_ditinjau else "",
        *keputusan,
    ]
