"""What waits for a person in performance: lines of *Yang perlu Anda lakukan*."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone

from kinerja.enums import BERJALAN
from kinerja.services.meja import Meja, conversion_desk, rater_desk
from kinerja.services.tenggat import deadline_text
from kinerja.views.hasil_tugas import TUGAS_HASIL
from pegawai.services.profil import zone_of
from pegawai.views.tugas import Penanya, Tugas

#: Minutes that rating one person takes (pengguna: twenty people in twenty minutes).
MENIT_MENILAI = 1


def rating_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Direct reports of an open cycle that are not rated yet."""
    saya = penanya.saya
    meja = rater_desk(
        pengguna=penanya.request.user, instansi_id=saya.instansi_id, per=timezone.localdate(penanya.at)
    )
    yield from rating_task(meja, zone_of(saya))


def rating_task(meja: Meja, zona_waktu: str) -> Iterator[Tugas]:
    siklus, sisa = meja.siklus, still_to_rate(meja)
    if siklus is None or not sisa:
        return
    yield Tugas(
        judul=f"Nilai {sisa} pegawai",
        url=reverse("kinerja:daftar"),
        tanda=f"Batas {deadline_text(siklus, zona_waktu)}",
        kelas="perlu",
        ket=f"{siklus.nama}: {meja.selesai} dari {len(meja.baris)} sudah ditetapkan",
        menit=sisa * MENIT_MENILAI,
        batas=datetime.combine(siklus.batas_penilaian, time(23, 59), tzinfo=ZoneInfo(zona_waktu)),
    )


def still_to_rate(meja: Meja) -> int:
    """How many appraisals of an open cycle wait for this rater."""
    if meja.siklus is None or meja.siklus.status not in BERJALAN or not meja.dinilai_di_sini:
        return 0
    return len(meja.baris) - meja.selesai


def signing_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Conversions of angka kredit that wait for a signature."""
    yield from signing_task(
        len(conversion_desk(pengguna=penanya.request.user, per=timezone.localdate(penanya.at)))
    )


def signing_task(jumlah: int) -> Iterator[Tugas]:
    if jumlah:
        yield Tugas(
            judul=f"Tanda tangani {jumlah} konversi angka kredit",
            url=reverse("kinerja:konversi"),
            tanda="Menunggu Anda",
            kelas="perlu",
            ket="Angka kreditnya baru ikut dihitung sesudah Anda menandatangani",
        )


#: Every kind of task of this app, by the code it is registered under.
TUGAS: dict[str, Any] = {
    "kinerja.menilai": rating_tasks,
    "kinerja.konversi": signing_tasks,
    **TUGAS_HASIL,
}
