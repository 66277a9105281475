"""Feedback, directions and recognitions of the demo regency: every state of each, about invented people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from django.db import transaction

from kinerja.enums import (
    HubunganPemberi,
    JenisUmpanBalik,
    NilaiBerakhlak,
    SasaranArahan,
    StatusArahan,
    StatusPengakuan,
    SumberPengakuan,
    TentangUmpanBalik,
)
from kinerja.models import Arahan, KisahPublik, PenerimaArahan, Pengakuan, UmpanBalik
from pegawai.models import Instansi, Pegawai
from pegawai.querysets import BERTUGAS

#: So many leaders, each with so many of their people.
PIMPINAN: Final = 20
ORANG: Final = 10
_K, _P = JenisUmpanBalik.KEKUATAN, JenisUmpanBalik.PERBAIKAN
KALIMAT: Final = (
    (_K, "Laporan triwulan selesai tiga hari lebih awal.", "Rapat memakai angka terbaru.",
     "Bagikan cara menyusunnya kepada dua rekan."),
    (_P, "Dua surat balasan terkirim sesudah batas waktu.", "Warga menunggu lima hari.",
     "Catat batas balasan di papan tugas setiap Senin."),
    (_K, "Pertanyaan warga di loket dijawab sampai tuntas.", "Antrean siang tidak menumpuk.",
     "Tulis lima jawaban yang paling sering dipakai."),
)  # fmt: skip
ARAHAN: Final = (
    ("Siapkan data untuk rapat evaluasi", 14),
    ("Perbarui papan informasi layanan", 3),
    ("Selesaikan pencatatan barang persediaan", -2),
)
KISAH: Final = (
    (
        "Antrean loket menjadi 20 menit",
        "Alur loket ditata ulang: nomor antrean dibagi per layanan.",
    ),
    ("Arsip sepuluh tahun tertata", "Arsip dipilah, diberi nomor, dan dapat ditemukan dalam lima menit."),
    ("Kunjungan rumah setiap Jumat", "Warga yang sulit bepergian dikunjungi dengan jadwal tetap."),
)


@transaction.atomic
def fill_year(*, instansi: Instansi, at: datetime) -> None:
    """Add it; for the demo only."""
    for ke, (atasan, orang) in enumerate(_teams(instansi)):
        for n, satu in enumerate(orang):
            _feedback(atasan, orang, satu, n, at)
        _direction(atasan, orang, ke, at)
        _recognition(atasan, orang[-1], orang[0], ke, at)


def _teams(instansi: Instansi) -> Iterator[tuple[Pegawai, list[Pegawai]]]:
    pimpinan = Pegawai.objects.filter(
        instansi=instansi, kedudukan_hukum__in=BERTUGAS, bawahan__kedudukan_hukum__in=BERTUGAS
    )
    for atasan in pimpinan.distinct().order_by("pk")[:PIMPINAN]:
        bawahan = atasan.bawahan.filter(instansi=instansi, kedudukan_hukum__in=BERTUGAS)
        orang = list(bawahan.exclude(pk=atasan.pk).select_related("unit").order_by("pk")[:ORANG])
        if len(orang) > 1:
            yield atasan, orang


def _feedback(atasan: Pegawai, orang: list[Pegawai], satu: Pegawai, n: int, at: datetime) -> None:
    """From the leader to everybody, from a colleague to every second, to the leader from the first."""
    _write(satu, atasan, HubunganPemberi.ATASAN, n, at - timedelta(days=9 * n + 1))
    if n % 2:
        _write(satu, orang[n - 1], HubunganPemberi.REKAN, n + 1, at - timedelta(days=4))
    if n == 0:
        _write(atasan, satu, HubunganPemberi.BAWAHAN, 0, at - timedelta(days=6))


def _write(siapa: Pegawai, dari: Pegawai, sebagai: HubunganPemberi, n: int, pada: datetime) -> None:
    jenis, peristiwa, dampak, berikutnya = KALIMAT[n % len(KALIMAT)]
    perilaku = n % len(KALIMAT) == len(KALIMAT) - 1
    UmpanBalik.objects.create(
        pegawai=siapa,
        pemberi=dari,
        hubungan=sebagai,
        jenis=jenis,
        tentang=TentangUmpanBalik.PERILAKU if perilaku else TentangUmpanBalik.HASIL_KERJA,
        nilai=NilaiBerakhlak.BERORIENTASI_PELAYANAN if perilaku else "",
        peristiwa=peristiwa,
        dampak=dampak,
        berikutnya=berikutnya,
        kunci=uuid4(),
        dikirim_pada=pada,
    )


def _direction(atasan: Pegawai, orang: list[Pegawai], ke: int, at: datetime) -> None:
    judul, hari = ARAHAN[ke % len(ARAHAN)]
    arahan = Arahan.objects.create(
        pemberi=atasan,
        sasaran=SasaranArahan.BAWAHAN_LANGSUNG,
        judul=judul,
        tenggat=(at + timedelta(days=hari)).date(),
        kunci=uuid4(),
        dikirim_pada=at - timedelta(days=5),
    )
    for n, satu in enumerate(orang):
        status = list(StatusArahan)[n % len(StatusArahan)]
        PenerimaArahan.objects.create(
            arahan=arahan,
            pegawai=satu,
            status=status,
            catatan="Alatnya sedang diperbaiki." if status is StatusArahan.TIDAK_DAPAT else "",
            dibaca_pada=at - timedelta(days=2) if n else None,
            dilaporkan_pada=at - timedelta(days=1) if n else None,
        )


def _recognition(atasan: Pegawai, pengusul: Pegawai, satu: Pegawai, ke: int, at: datetime) -> None:
    """Waiting, established, and established with a story that is public."""
    judul, uraian = KISAH[ke // len(KISAH) % len(KISAH)]
    menunggu = ke % 3 == 0
    p = Pengakuan.objects.create(
        pegawai=satu,
        pengusul=pengusul,
        sumber=SumberPengakuan.WARGA if ke % 2 else SumberPengakuan.PROYEK,
        judul=judul,
        uraian=uraian,
        tanggal=(at - timedelta(days=30)).date(),
        status=StatusPengakuan.DIUSULKAN if menunggu else StatusPengakuan.DITETAPKAN,
        penetap=None if menunggu else atasan,
        diputuskan_pada=None if menunggu else at - timedelta(days=20),
        kunci=uuid4(),
        diusulkan_pada=at - timedelta(days=25),
    )
    if ke % 3 == 1:
        unit = satu.unit.nama if satu.unit else ""
        KisahPublik.objects.create(
            pengakuan=p, judul=judul, kisah=uraian, unit=unit, disetujui_pada=at - timedelta(days=10)
        )
