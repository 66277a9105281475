"""What an appraisal and its objections leave to do: lines on Beranda, cards on *Kinerja saya*."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone

from kinerja.enums import JenisTindakLanjut
from kinerja.kamus import LABEL
from kinerja.models import Keberatan
from kinerja.services.hasil import kind_of, periodic_results, title_of, yearly_results
from kinerja.services.keberatan_baca import (
    in_short,
    to_rate_anew,
)
from kinerja.services.tindak_lanjut import own_running
from kinerja.views.bersama import cases_of, steps_of
from pegawai.services.profil import date_text
from pegawai.views.tugas import Penanya, Tugas

#: What was announced (or imported) longer ago does not ask to be read any more.
LAMA: Final = timedelta(days=90)


def reading_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Results of this year and the last that were announced lately and not read."""
    hari = timezone.localdate(penanya.at)
    tahunan = [p for p in yearly_results(penanya.saya) if p.tahun >= hari.year - 1]
    periodik = [e for e in periodic_results(penanya.saya) if e.siklus.tahun >= hari.year - 1]
    semua: list[Any] = [*tahunan, *periodik]
    for hasil in semua:
        if not hasil.sudah_dibaca and _sejak(hasil) > penanya.at - LAMA:
            yield Tugas(
                judul=f"Baca hasil: {title_of(hasil)}",
                url=reverse("kinerja:hasil_satu", args=[kind_of(hasil).value, hasil.pk]),
                tanda="Belum dibaca",
                kelas="perlu",
                menit=2,
            )


def _sejak(hasil: Any) -> datetime:
    """When it came before the person; an import without dates came when it was written."""
    sejak: datetime = hasil.diumumkan_pada or hasil.ditetapkan_pada or hasil.diubah_pada
    return sejak


def decision_read_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Decisions about my objections that I have not read."""
    for k in cases_of(penanya).diajukan:
        if k.putusan and k.putusan_dibaca_pada is None:
            yield Tugas(
                judul=f"Baca putusan keberatan {k.nomor}",
                url=_case(k),
                tanda="Belum dibaca",
                kelas="perlu",
                menit=2,
            )


def deciding_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Objections that wait for my decision, with the day."""
    for k in cases_of(penanya).putuskan:
        r = in_short(k, at=penanya.at)
        yield Tugas(
            judul=f"Putuskan keberatan {r.nama}",
            url=_case(k),
            tanda=r.lewat or f"Batas {r.batas}",
            kelas="salah" if r.lewat else "perlu",
            ket=f"{r.nomor}: {r.tentang}",
            menit=15,
            batas=k.batas_putusan,
            memutus=True,
        )


def rater_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """What an objection asks of the pejabat penilai: an explanation, then perhaps a new rating."""
    saya = penanya.request.user
    for k in cases_of(penanya).penilaian_saya:
        if not any(t.oleh_id == saya.pk for t in k.keterangan.all()):
            yield Tugas(
                judul=f"Beri keterangan atas keberatan {k.pegawai.nama_gelar}",
                url=f"{_case(k)}#keterangan",
                tanda="Menunggu Anda",
                kelas="perlu",
                menit=5,
                memutus=True,
            )
    for k in to_rate_anew(saya):
        yield Tugas(
            judul=f"Nilai ulang {k.pegawai.nama_gelar}",
            url=_case(k),
            tanda="Menunggu Anda",
            kelas="perlu",
            ket=f"Putusan keberatan {k.nomor} terlampir",
            menit=5,
            memutus=True,
        )


def follow_up_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Proposals for my team that wait for a word of mine, and what was begun with me."""
    menunggu = [m for m in steps_of(penanya) if m.usul]
    if menunggu:
        yield Tugas(
            judul=f"Tanggapi usul tindak lanjut {len({m.hasil.pegawai_id for m in menunggu})} pegawai",
            url=reverse("kinerja:tindak_lanjut"),
            tanda="Menunggu Anda",
            kelas="perlu",
            ket="Bimbingan, konseling, atau pembinaan baru dimulai sesudah Anda memulainya",
            menit=5,
            memutus=True,
        )
    for b in own_running(penanya.saya):
        yield Tugas(
            judul=f"Ikuti {LABEL[JenisTindakLanjut][JenisTindakLanjut(b.jenis)].lower()} bersama atasan",
            url=reverse("kinerja:hasil_satu", args=[b.jenis_hasil.value, b.hasil.pk]) + "#tindak-lanjut",
            tanda=f"Mulai {date_text(b.mulai)}",
            kelas="jalan",
            ket=title_of(b.hasil),
        )


def _case(k: Keberatan) -> str:
    return reverse("kinerja:keberatan_satu", args=[k.pk])


TUGAS_HASIL: Final[dict[str, Any]] = {
    "kinerja.baca_hasil": reading_tasks,
    "kinerja.putusan_keberatan": decision_read_tasks,
    "kinerja.memutus_keberatan": deciding_tasks,
    "kinerja.keberatan_penilai": rater_tasks,
    "kinerja.tindak_lanjut": follow_up_tasks,
}
