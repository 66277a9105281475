"""Results of closed rounds, for the person they are about and their atasan penilai."""

from __future__ import annotations

from typing import Any, NamedTuple

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import Kelompok360, StatusPutaran360
from kinerja.models import Hasil360, Peserta360
from pegawai.models import Pegawai


class Tampil(NamedTuple):
    """What one group says. Of the superior `nilai` is by question, of the others by value."""

    kelompok: Kelompok360
    nama: str
    nilai: dict[str, int]
    baik: list[str]
    tingkatkan: list[str]


class LembarHasil(NamedTuple):
    """All that is shown about one person in one round."""

    peserta: Peserta360
    atasan: Tampil | None
    kelompok: list[Tampil]


def own_rounds(pengguna: Any) -> list[Peserta360]:
    """Rounds about `pengguna` that are open or closed, the newest first; one query."""
    milik = Peserta360.objects.visible_to(pengguna).filter(pegawai=pengguna.pegawai_id)
    milik = milik.exclude(putaran__status=StatusPutaran360.DISIAPKAN)
    return list(milik.select_related("putaran__instansi").order_by("-putaran__batas", "-pk"))


def read_result(*, pengguna: Any, putaran_id: int, pegawai_id: int) -> LembarHasil:
    """One result; TidakDitemukan for strangers and before the round is closed."""
    terlihat = Peserta360.objects.visible_to(pengguna).filter(putaran=putaran_id, pegawai=pegawai_id)
    peserta = terlihat.filter(putaran__status=StatusPutaran360.DITUTUP)
    satu = peserta.select_related("putaran__instansi", "pegawai").first()
    if satu is None:
        raise TidakDitemukan("hasil_tidak_ditemukan", "Hasil itu tidak ditemukan.")
    hasil = Hasil360.objects.visible_to(pengguna).filter(putaran=putaran_id, pegawai=pegawai_id)
    tampil = [_tampil(h) for h in hasil.select_related("penjawab").prefetch_related("kalimat")]
    tampil.sort(key=lambda t: list(Kelompok360).index(t.kelompok))
    atasan = next((t for t in tampil if t.kelompok == Kelompok360.ATASAN), None)
    return LembarHasil(satu, atasan, [t for t in tampil if t.kelompok != Kelompok360.ATASAN])


def _tampil(h: Hasil360) -> Tampil:
    kalimat = list(h.kalimat.all())
    return Tampil(
        Kelompok360(h.kelompok),
        h.penjawab.nama_gelar if h.penjawab else "",
        h.nilai,
        [k.isi for k in kalimat if k.baik],
        [k.isi for k in kalimat if not k.baik],
    )


def report_results(*, pengguna: Any) -> list[tuple[Pegawai, Peserta360]]:
    """The newest closed round of each direct report of `pengguna`; one query."""
    bawahan = Peserta360.objects.visible_to(pengguna).exclude(pegawai=pengguna.pegawai_id)
    tutup = bawahan.filter(putaran__status=StatusPutaran360.DITUTUP).select_related("putaran", "pegawai")
    terbaru: dict[int, Peserta360] = {}
    for p in tutup.order_by("pegawai__nama", "-putaran__batas", "-pk"):
        terbaru.setdefault(p.pegawai_id, p)
    return [(p.pegawai, p) for p in terbaru.values()]
