"""What Data saya shows of performance: the predikat of each year that was established."""

from __future__ import annotations

from datetime import date

from kinerja.enums import StatusPenilaian
from kinerja.models import Penilaian
from kinerja.services.usulan_daftar import PREDIKAT
from pegawai.models import Pegawai
from pegawai.services.data_saya import BARIS_RIWAYAT, Baris


def rating_rows(pegawai: Pegawai, per: date) -> list[Baris]:
    """The last years first; one line that says so where no year is recorded."""
    tetap = Penilaian.objects.filter(pegawai=pegawai, status=StatusPenilaian.DITETAPKAN)
    baris = [_row(p) for p in tetap.select_related("penilai").order_by("-tahun", "pk")[:BARIS_RIWAYAT]]
    return baris or [Baris("Predikat kinerja", "", tentang=(PREDIKAT.kode, 0, ()))]


def _row(p: Penilaian) -> Baris:
    penilai = f"Penilai: {p.penilai.nama_gelar}" if p.penilai else ""
    asal = ", ".join(t for t in (penilai, p.get_sumber_display()) if t)
    return Baris(str(p.tahun), p.get_predikat_display(), asal, tentang=(PREDIKAT.kode, p.pk, ()))
