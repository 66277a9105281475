"""Feedback, directions and recognition on the home page and on *Kinerja saya*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.urls import reverse

from asn_karier.lib import kata
from kinerja.services.arahan_baca import deadline_of, waiting
from kinerja.services.pengakuan_baca import own_recognitions, waiting_for
from kinerja.services.umpan_balik_baca import received_count
from kinerja.views.kartu import Kartu
from pegawai.services.profil import moment_text, zone_of
from pegawai.views.tugas import Penanya, Tugas

#: More directions than this are one line on the home page.
ARAHAN_SATU_SATU: Final = 5
#: Minutes that reading one feedback, and deciding one proposal, takes.
MENIT_BACA: Final = 1
#: Minutes to say how far one is with a direction.
MENIT_LAPOR: Final = 1


def feedback_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Feedback about me that I have not said to have read."""
    baru = received_count(penanya.saya).baru
    if baru:
        yield Tugas(
            judul=f"Baca {baru} umpan balik baru",
            url=reverse("kinerja:umpan_balik"),
            tanda="Belum dibaca",
            kelas="jalan",
            ket="Anda dapat menanggapinya",
            menit=baru * MENIT_BACA,
        )


def direction_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Directions that I have still to do, by their day."""
    saya = penanya.saya
    semua = waiting(saya)
    for p in semua[:ARAHAN_SATU_SATU]:
        batas = deadline_of(p.arahan, saya)
        lewat = batas.lewat(penanya.at)
        yield Tugas(
            judul=f"Arahan: {p.arahan.judul}",
            url=reverse("kinerja:arahan_saya", args=[p.pk]),
            tanda="Lewat batas – masih dapat diisi" if lewat else f"Batas {batas.teks}",
            kelas="perlu",
            ket=f"Dari {p.arahan.pemberi.nama_gelar}",
            menit=MENIT_LAPOR,
            batas=batas.akhir,
        )
    sisa = len(semua) - ARAHAN_SATU_SATU
    if sisa > 0:
        yield Tugas(judul=f"{sisa} arahan lain", url=reverse("kinerja:arahan"), tanda="Belum selesai")


def recognition_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Proposals of recognition that wait for my decision."""
    jumlah = len(waiting_for(penanya.request.user))
    if jumlah:
        yield Tugas(
            judul=f"Putuskan {jumlah} usul pengakuan",
            url=reverse("kinerja:pengakuan"),
            tanda="Menunggu Anda",
            kelas="perlu",
            ket="Pegawai mengetahuinya sesudah Anda menetapkan",
            menit=jumlah * MENIT_BACA,
            memutus=True,
        )


def feedback_card(penanya: Penanya) -> Iterator[Kartu]:
    h = received_count(penanya.saya)
    if h.terakhir is None:
        kalimat = "Belum ada umpan balik. Anda dapat memberi umpan balik kepada atasan dan rekan."
    else:
        saat = moment_text(h.terakhir, zone_of(penanya.saya))
        kalimat = f"{h.jumlah} umpan balik, terakhir {saat}."
    tanda = f"{h.baru} belum dibaca" if h.baru else ""
    yield Kartu("Umpan balik", kalimat, reverse("kinerja:umpan_balik"), "Buka umpan balik", tanda, "jalan")


def direction_card(penanya: Penanya) -> Iterator[Kartu]:
    semua = waiting(penanya.saya)
    kalimat = "Tidak ada arahan yang menunggu Anda."
    if semua:
        batas = deadline_of(semua[0].arahan, penanya.saya).teks
        kalimat = f"{len(semua)} arahan belum selesai. Yang terdekat sampai {batas}."
    tanda = f"{len(semua)} belum selesai" if semua else ""
    yield Kartu("Arahan pimpinan", kalimat, reverse("kinerja:arahan"), "Buka arahan", tanda, "perlu")


def recognition_card(penanya: Penanya) -> Iterator[Kartu]:
    milik = own_recognitions(penanya.saya)
    kalimat = "Proyek yang selesai dan terima kasih warga dicatat di sini."
    if milik:
        kalimat = f"{len(milik)} pengakuan, terakhir: {milik[0].judul} ({kata.tanggal(milik[0].tanggal)})."
    yield Kartu("Pengakuan", kalimat, reverse("kinerja:pengakuan"), "Buka pengakuan")


TUGAS: Final = {
    "kinerja.umpan_balik": feedback_tasks,
    "kinerja.arahan": direction_tasks,
    "kinerja.pengakuan": recognition_tasks,
}
