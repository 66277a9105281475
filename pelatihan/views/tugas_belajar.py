"""What classes ask: lines of *Menunggu Anda*."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.urls import reverse

from asn_karier.lib import kata
from pegawai.services.profil import zone_of
from pegawai.views.tugas import Penanya, Tugas
from pelatihan.kamus.belajar import JUDUL_KUIS
from pelatihan.services.belajar import Diminta, asked_now
from pelatihan.services.penerapan import waiting_for

_MENIT_UMPAN_BALIK: Final = 2
_MENIT_PENERAPAN: Final = 1


def learning_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Quizzes that are open and classes that I have not said a word about."""
    for d in asked_now(penanya.saya, at=penanya.at):
        yield _tugas(d, zone_of(penanya.saya))


def _tugas(d: Diminta, zona_waktu: str) -> Tugas:
    pk, program = d.pendaftaran.pk, d.pendaftaran.angkatan.pelatihan.nama
    if d.tahap is None:
        judul, url = f"Isi umpan balik: {program}", reverse("pelatihan:umpan_balik", args=[pk])
    else:
        judul = f"{JUDUL_KUIS[d.tahap]}: {program}"
        url = reverse("pelatihan:kuis", args=[pk, d.tahap.value])
    return Tugas(
        judul=judul,
        url=url,
        tanda=f"Batas {kata.tanggal(d.sampai)}",
        kelas="perlu",
        ket=d.pendaftaran.angkatan.nama,
        menit=_MENIT_UMPAN_BALIK if d.tahap is None else d.butir,
        batas=end_of(d.sampai, zona_waktu),
    )


def end_of(sampai: date, zona_waktu: str) -> datetime:
    """The first moment that is too late."""
    return datetime.combine(sampai + timedelta(days=1), time(), ZoneInfo(zona_waktu))


def behaviour_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """My people whose training of three months ago nobody has looked at; one leads to its page at once."""
    menunggu = list(waiting_for(penanya.request.user, penanya.saya, at=penanya.at))
    if not menunggu:
        return
    satu = menunggu[0] if len(menunggu) == 1 else None
    yield Tugas(
        judul=f"Nilai penerapan pelatihan {satu.pegawai.nama_gelar if satu else f'{len(menunggu)} pegawai'}",
        url=reverse("pelatihan:penerapan_isi", args=[satu.pk]) if satu else reverse("pelatihan:penerapan"),
        tanda="Menunggu Anda",
        kelas="perlu",
        ket="Satu pilihan dan satu kalimat tiap orang",
        menit=len(menunggu) * _MENIT_PENERAPAN,
        memutus=True,
    )


TUGAS: Final = {"pelatihan.belajar": learning_tasks}
TUGAS_PIMPINAN: Final = {"pelatihan.penerapan": behaviour_tasks}
