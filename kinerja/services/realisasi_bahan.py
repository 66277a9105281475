"""Realisation as a part of what a rater reads beside a rating: for everybody on the desk at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db.models import Count

from kinerja.models import BuktiDukung, PengisianRealisasi, SiklusPenilaian
from kinerja.rules.capaian import TARGET_SELURUH_MASA, ringkasan
from kinerja.services.bagian import Bagian
from kinerja.services.realisasi_baca import BarisIsian


class BahanRealisasi(NamedTuple):
    """`ringkas` stands on the list, `rincian` is folded out beneath it: a line for each indicator."""

    judul: str
    ringkas: str
    rincian: tuple[str, ...]


def realisations_beside(
    *, siklus: SiklusPenilaian, bagian: Mapping[int, Bagian], pengguna: Any
) -> dict[int, BahanRealisasi]:
    """What these people sent for a period (of a year: for it and every period in it), as `pengguna` may
    read it: of the SKP that ran in the part of it that they rate. Four queries for one person and for
    fifty. Ratios are a proposal (rules.capaian).
    """
    dinilai = [pk for pk, b in bagian.items() if b.penilai_id == pengguna.pegawai_id]
    semua = PengisianRealisasi.objects.bahan_bagi(pengguna, dinilai).filter(skp__pegawai__in=[*bagian])
    semua = semua.filter(siklus__tahun=siklus.tahun) if siklus.tahunan else semua.filter(siklus=siklus)
    terkirim = semua.select_related("skp", "siklus").prefetch_related("realisasi")
    bukti = dict(
        BuktiDukung.objects.filter(pengisian__in=semua.order_by())
        .order_by()
        .values_list("pengisian")
        .annotate(banyak=Count("pk"))
    )
    menurut: dict[int, list[PengisianRealisasi]] = defaultdict(list)
    for p in sorted(terkirim, key=lambda p: (p.siklus.masa.sampai, p.pk)):
        b = bagian[p.skp.pegawai_id]
        if p.skp.mulai <= b.sampai and p.skp.sampai >= b.mulai:
            menurut[p.skp.pegawai_id].append(p)
    return {pk: _bahan(daftar, bukti) for pk, daftar in menurut.items()}


def _bahan(daftar: list[PengisianRealisasi], bukti: dict[int, int]) -> BahanRealisasi:
    banyak = sum(bukti.get(p.pk, 0) for p in daftar)
    terisi = sum(r.terisi for p in daftar for r in p.realisasi.all())
    rincian = [baris for p in daftar for baris in lines_of(p)]
    return BahanRealisasi("Realisasi", f"{terisi} realisasi, {banyak} bukti", tuple(rincian))


def lines_of(p: PengisianRealisasi) -> list[str]:
    """What one sent realisation says: where it stands, then a line for each indicator."""
    baris = [
        BarisIsian(r.pk, r.iki, r.target, r.target_angka, r.satuan, r.aspek, r.teks, r.angka, r.catatan)
        for r in p.realisasi.all()
    ]
    telat = f" Dikirim sesudah batas: {p.alasan_terlambat}" if p.alasan_terlambat else ""
    kepala = f"{p.siklus.nama}. Usulan capaian: {ringkasan([b.capaian for b in baris])}{telat}"
    catatan = [] if p.siklus.tahunan else [TARGET_SELURUH_MASA]
    return [kepala, *catatan, *(_satu(b) for b in baris)]


def _satu(b: BarisIsian) -> str:
    isi = ". ".join(t for t in (b.angka_teks, b.teks, b.catatan and f"Catatan: {b.catatan}") if t)
    return f"{b.iki} (target {b.target}): {isi}\nUsulan capaian: {b.capaian.kalimat}"
