"""The case of the year on the home page and on *Kinerja saya*."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from kinerja.models import KasusEtika
from kinerja.services.etika_baca import answered, current_case, deadline_of, lesson_waits
from kinerja.views.kartu import Kartu
from pegawai.views.tugas import Penanya, Tugas

#: Minutes that writing the lesson takes.
MENIT_MENULIS = 10


def case_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """The case that I have not answered, or the lesson of my unit that I have still to write."""
    saya = penanya.saya
    kasus = current_case(saya, penanya.at)
    if kasus is None:
        return
    if answered(kasus, saya):
        if lesson_waits(kasus, saya, penanya.at):
            yield _lesson(kasus)
        return
    batas = deadline_of(kasus, saya)
    yield Tugas(
        judul=f"Bahas kasus etika: {kasus.judul}",
        url=reverse("kinerja:etika_kasus", args=[kasus.pk]),
        tanda="Lewat batas, masih dapat diisi" if batas.lewat(penanya.at) else f"Batas {batas.teks}",
        kelas="perlu",
        ket=f"Sekitar {kasus.menit} menit, tidak dinilai",
        menit=kasus.menit,
        batas=batas.akhir,
    )


def _lesson(kasus: KasusEtika) -> Tugas:
    return Tugas(
        judul=f"Tulis pelajaran bersama: {kasus.judul}",
        url=reverse("kinerja:etika_pelajaran", args=[kasus.pk]),
        tanda="Menunggu Anda",
        kelas="perlu",
        ket="Diskusi unit Anda sudah selesai. Peserta membaca apa yang Anda tulis",
        menit=MENIT_MENULIS,
    )


def case_card(penanya: Penanya) -> Iterator[Kartu]:
    """Where I stand with it."""
    saya = penanya.saya
    kasus = current_case(saya, penanya.at)
    if kasus is None:
        return
    judul, batas = f"Kasus etika {kasus.tahun}", deadline_of(kasus, saya)
    if answered(kasus, saya):
        kalimat = f"{kasus.judul}. Jawaban Anda terkirim; diskusi dengan rekan terbuka."
        yield Kartu(judul, kalimat, reverse("kinerja:etika"), "Buka diskusi", "Terkirim", "ok")
        return
    tanda = "Lewat batas, masih dapat diisi" if batas.lewat(penanya.at) else "Belum dimulai"
    yield Kartu(
        judul,
        f"{kasus.judul}. Sekitar {kasus.menit} menit, batas {batas.teks}. Tidak dinilai.",
        reverse("kinerja:etika_kasus", args=[kasus.pk]),
        "Baca dan jawab",
        tanda,
        "perlu" if batas.lewat(penanya.at) else "",
    )
