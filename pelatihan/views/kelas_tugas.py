"""Lines of *Beranda* about classes: for the atasan, and for who takes part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.urls import reverse

from asn_karier.lib import kata
from pegawai.views.tugas import Penanya, Tugas
from pelatihan.enums import PENDAFTARAN_BERJALAN, StatusPendaftaran
from pelatihan.models import Pendaftaran
from pelatihan.rules.pendaftaran import DISETUJUI
from pelatihan.services.pendaftaran_baca import news, own_classes
from pelatihan.views.bagian import Bagian


def approval_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """Enrolments of my team that wait for my word."""
    banyak = Pendaftaran.objects.menunggu_putusan(penanya.request.user).count()
    if banyak:
        yield Tugas(
            judul=f"Putuskan {banyak} pendaftaran pelatihan",
            url=reverse("pelatihan:persetujuan"),
            tanda="Menunggu Anda",
            kelas="perlu",
            ket="Kursinya dipegang sampai Anda memutuskan",
            menit=banyak,
            memutus=True,
        )


def class_tasks(penanya: Penanya) -> Iterator[Tugas]:
    """A class that comes, one that was cancelled, an enrolment that was refused."""
    for p, alasan in news(penanya.saya, at=penanya.at):
        tanda, kelas = _mark(p)
        waktu = kata.rentang(p.angkatan.mulai, p.angkatan.selesai)
        yield Tugas(
            judul=f"Kelas {p.angkatan}",
            url=reverse("pelatihan:kelas", args=[p.pk]),
            tanda=tanda,
            kelas=kelas,
            ket=f"{waktu}. {alasan}".rstrip(". ") if alasan else waktu,
        )


def _mark(p: Pendaftaran) -> tuple[str, str]:
    if p.status in DISETUJUI:
        return "Ikuti", "jalan"
    return (
        "Tidak disetujui" if p.status == StatusPendaftaran.DITOLAK else "Dibatalkan penyelenggara"
    ), "perlu"


TUGAS: Final = {"pelatihan.kelas": class_tasks}
TUGAS_PIMPINAN: Final = {"pelatihan.menyetujui": approval_tasks}


def classes_part(penanya: Penanya) -> Bagian:
    """*Kelas saya* on the page Pelatihan: what runs, and the way to all classes and certificates."""
    berjalan = [b for b in own_classes(penanya.saya) if b.pendaftaran.status in PENDAFTARAN_BERJALAN]
    return Bagian("pelatihan/partials/kelas_saya.html", {"baris": berjalan})
