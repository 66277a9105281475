"""Writes the e-Kinerja recap "Rekap Penilaian": three title rows, a blank one, header on row 5."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from karier.contoh.acak import acak_untuk
from karier.contoh.bentuk import Daerah, Orang
from karier.contoh.karir import predikat_kinerja
from karier.contoh.kesalahan import baris_predikat
from karier.contoh.proporsi import PREDIKAT
from karier.contoh.xlsx import Sel, buka_xlsx
from kinerja.enums import Predikat

KEPALA = ("No", "NIP", "Nama", "Jabatan", "Rating Hasil Kinerja", "Rating Perilaku Kerja")
RATING = {1: "DI BAWAH EKSPEKTASI", 2: "SESUAI EKSPEKTASI", 3: "DI ATAS EKSPEKTASI"}
PERIODIK, TAHUNAN = "Predikat Kinerja Periodik", "Predikat Kinerja Tahunan"
PERLU_PERBAIKAN = "PERLU PERBAIKAN"
"""What some releases of e-Kinerja print for BUTUH PERBAIKAN."""

Nilai = tuple[Orang, int, int]


def tulis_tahunan(daerah: Daerah, berkas: Path, tahun: int) -> Path:
    """The yearly recap. People who moved in later are missing: their agency then rated them."""
    baris = (
        (orang, hasil, perilaku)
        for orang in daerah.orang
        if not orang.pindahan
        for th, hasil, perilaku in baris_predikat(orang)
        if th == tahun
    )
    return _tulis(daerah, berkas, f"Periode Tahunan Tahun {tahun}", TAHUNAN, baris)


def tulis_bulanan(daerah: Daerah, berkas: Path, tahun: int, bulan: int) -> Path:
    """The recap of one month."""
    awal = date(tahun, bulan, 1)
    baris = (
        (orang, *PREDIKAT.ambil(acak_untuk(daerah.benih, orang.nip, "bulanan", str(awal))))
        for orang in daerah.orang
        if orang.tmt_cpns <= awal
    )
    return _tulis(daerah, berkas, f"Periode Bulanan {bulan} Tahun {tahun}", PERIODIK, baris)


def label_predikat(predikat: Predikat) -> str:
    """BAIK, SANGAT BAIK, ... as printed."""
    return predikat.name.replace("_", " ")


def _tulis(daerah: Daerah, berkas: Path, periode: str, kolom: str, nilai: Iterator[Nilai]) -> Path:
    with buka_xlsx(berkas, daerah.per) as buku:
        buku.lembar("Rekap Penilaian")
        for judul in (f"{daerah.kode} - {daerah.nama}", daerah.nama, periode, None):
            buku.baris([judul])
        buku.baris([*KEPALA, kolom])
        for nomor, satu in enumerate(nilai, start=1):
            buku.baris(_baris(nomor, satu, daerah))
    return berkas


def _baris(nomor: int, nilai: Nilai, daerah: Daerah) -> list[Sel]:
    orang, hasil, perilaku = nilai
    predikat = predikat_kinerja(hasil, perilaku, daerah.aturan)
    label = label_predikat(predikat)
    if predikat is Predikat.BUTUH_PERBAIKAN and nomor % 3 == 0:
        label = PERLU_PERBAIKAN
    return [nomor, orang.nip, orang.nama.upper(), orang.jabatan.nama, RATING[hasil], RATING[perilaku], label]
