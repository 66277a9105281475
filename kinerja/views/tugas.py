"""What waits for a person in performance: lines of *Yang perlu Anda lakukan*."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from kinerja.services.meja import Meja
from kinerja.services.meja_konversi import conversion_desk
from kinerja.services.tenggat import deadline_text, is_late, rating_end
from kinerja.views import (
    etika_beranda,
    kalibrasi,
    realisasi_tugas,
    sepanjang_tahun,
    skp_beranda,
    umpan_360_tugas,
    usul_perbaikan_kartu,
)
from kinerja.views.bersama import desks_of
from kinerja.views.hasil_tugas import TUGAS_HASIL
from pegawai.services.profil import zone_of
from pegawai.views.tugas import Penanya, Tugas

#: Minutes that rating one person takes (pengguna: twenty people in twenty minutes).
MENIT_MENILAI = 1
MENIT_MENANDATANGANI = 1


def rating_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """People of every open cycle who are not rated yet."""
    for meja in desks_of(penanya):
        yield from _rating(meja, zone_of(penanya.saya), penanya.at)


def _rating(meja: Meja, zona_waktu: str, at: datetime) -> Iterator[Tugas]:
    siklus = meja.siklus
    if siklus is None or not meja.sisa:
        return
    batas = deadline_text(siklus, zona_waktu)
    yield Tugas(
        judul=f"Nilai {meja.sisa} pegawai",
        url=reverse("kinerja:penilaian_tim", args=[siklus.pk]),
        tanda="Lewat batas – masih dapat diisi" if is_late(siklus, zona_waktu, at) else f"Batas {batas}",
        kelas="perlu",
        ket=f"{siklus.nama}: {meja.selesai} dari {len(meja.baris)} sudah terkirim",
        menit=meja.sisa * MENIT_MENILAI,
        batas=rating_end(siklus, zona_waktu),
        memutus=True,
    )


def signing_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Conversions of angka kredit that wait for a signature."""
    yield from _signing(
        len(conversion_desk(pengguna=penanya.request.user, per=timezone.localdate(penanya.at)))
    )


def _signing(jumlah: int) -> Iterator[Tugas]:
    if jumlah:
        yield Tugas(
            judul=f"Tanda tangani {jumlah} konversi angka kredit",
            url=reverse("kinerja:konversi"),
            tanda="Menunggu Anda",
            kelas="perlu",
            ket="Angka kreditnya baru ikut dihitung sesudah Anda menandatangani",
            menit=jumlah * MENIT_MENANDATANGANI,
            memutus=True,
        )


#: Every kind of task of this app, by the code it is registered under.
TUGAS: dict[str, Any] = {
    "kinerja.menilai": rating_tasks,
    "kinerja.kalibrasi": kalibrasi.answering_tasks,
    "kinerja.etika": etika_beranda.case_tasks,
    "kinerja.skp": skp_beranda.plan_tasks,
    "kinerja.menjawab_360": umpan_360_tugas.answering_tasks,
    "kinerja.usul_perbaikan": usul_perbaikan_kartu.author_tasks,
    **realisasi_tugas.TUGAS,
    **sepanjang_tahun.TUGAS,
    **TUGAS_HASIL,
}
#: Those about people who are led.
TUGAS_PIMPINAN: dict[str, Any] = {
    "kinerja.konversi": signing_tasks,
    "kinerja.skp_setujui": skp_beranda.agreement_tasks,
    "kinerja.penjawab_360": umpan_360_tugas.deciding_tasks,
    "kinerja.usul_perbaikan_jawab": usul_perbaikan_kartu.leader_tasks,
}
