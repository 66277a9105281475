"""What can be done with a class now, and where else it leads; an upper app adds its own page of a class."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Final

from django.urls import reverse

from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan
from pelatihan.rules.pendaftaran import PESERTA

NAMA: Final = "admin:pelatihan_angkatan"
#: Nothing of such a class is changed any more.
BERAKHIR: Final = (StatusAngkatan.SELESAI, StatusAngkatan.DIBATALKAN)
_BERHASIL: Final = {StatusPendaftaran.SELESAI, StatusPendaftaran.TIDAK_LULUS}

#: Words and address.
Tautan = tuple[str, str]
_LAIN: dict[str, Callable[[Angkatan], Tautan | None]] = {}


def daftarkan_tautan_kelas(kode: str, tautan: Callable[[Angkatan], Tautan | None]) -> None:
    """Another page about one class; None from `tautan` where there is nothing to read."""
    _LAIN[kode] = tautan


def url(langkah: str, pk: int) -> str:
    """A page of the class admin."""
    return reverse(f"{NAMA}_{langkah}", args=[pk])


def actions(angkatan: Angkatan, ada: Collection[str], *, hari: date, bersertifikat: bool) -> list[Tautan]:
    """What can be done now, what is next on top. `ada`: the statuses of its enrolments.

    From the first day of the class on (`hari` is today) that is who was there, from the last the results:
    before that they would be refused; certificates as long as somebody waits for one (else `bersertifikat`).
    """
    sertifikat = reverse("admin:pelatihan_sertifikat_terbitkan", args=[angkatan.pk])
    terbit = [("Terbitkan sertifikat", sertifikat)] if StatusPendaftaran.SELESAI in ada else []
    langkah = [*_noting(angkatan, ada, hari), *_opening(angkatan), *_running(angkatan, ada)]
    langkah += _changing(angkatan)
    kini = [(teks, url(nama, angkatan.pk)) for teks, nama in langkah]
    semua = [*kini, *terbit] if bersertifikat else [*terbit, *kini]
    return [*semua, *_readings(angkatan, ada)]


def _opening(angkatan: Angkatan) -> list[Tautan]:
    tertutup = angkatan.status in (StatusAngkatan.DISIAPKAN, StatusAngkatan.DITUTUP)
    return [("Buka pendaftaran", "buka")] if tertutup else []


def _running(angkatan: Angkatan, ada: Collection[str]) -> list[Tautan]:
    kini: list[Tautan] = []
    if angkatan.status in (StatusAngkatan.DIBUKA, StatusAngkatan.DITUTUP):
        kini += [("Terbitkan surat tugas", "surat")] if StatusPendaftaran.DISETUJUI in ada else []
        kini.append(("Daftarkan pegawai", "daftarkan"))
    return kini


def _noting(angkatan: Angkatan, ada: Collection[str], hari: date) -> list[Tautan]:
    if set(PESERTA).isdisjoint(ada):
        return []
    sejak = [(angkatan.mulai, ("Catat kehadiran", "hadir")), (angkatan.selesai, ("Catat hasil", "hasil"))]
    return [tautan for awal, tautan in sejak if hari >= awal]


def _changing(angkatan: Angkatan) -> list[Tautan]:
    tutup = [("Tutup pendaftaran", "tutup")] if angkatan.status == StatusAngkatan.DIBUKA else []
    if angkatan.status in BERAKHIR:
        return tutup
    return [*tutup, ("Ubah kelas dan sesi", "change"), ("Batalkan kelas", "batal")]


def _readings(angkatan: Angkatan, ada: Collection[str]) -> list[Tautan]:
    """What came of it, once somebody has a result."""
    if _BERHASIL.isdisjoint(ada):
        return []
    evaluasi = ("Evaluasi kelas", reverse("admin:pelatihan_evaluasi_kelas", args=[angkatan.pk]))
    return [evaluasi, *other_pages(angkatan)]


def other_pages(angkatan: Angkatan) -> list[Tautan]:
    """Pages of upper apps about this class."""
    return [satu for tautan in _LAIN.values() if (satu := tautan(angkatan)) is not None]
