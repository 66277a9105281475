"""Walks of `docs/harapan.md`: one wish each, from the menu to what is stored.

Weight, width and faults of these pages are looked at by the walks of their own apps, so not again here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser

from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import Layar
from kinerja.enums import DIUKUR, StatusSiklus, SumberKinerja
from kinerja.models import UkurPesan
from kinerja.tests.dunia_tahun import Tahun
from kinerja.tests.pabrik_realisasi import siklus_pabrik
from pegawai.models import Instansi
from pegawai.tests.berkas_bukti import foto


class Jalan(Jejak):
    def lihat(self) -> None:
        """Only walk."""


class LayarHarapan(Layar):
    jenis = Jalan


@pytest.fixture
def harapan(chromium: Browser, live_server: Any) -> Iterator[LayarHarapan]:
    buka = LayarHarapan(chromium, live_server.url)
    yield buka
    for satu in buka.semua:
        satu.tutup()


def leave_nobody_out(instansi: Instansi, at: datetime) -> None:
    """Every kind of message was measured in an earlier cycle, so that no tenth goes without it."""
    dulu = siklus_pabrik(instansi, ke=3)
    UkurPesan.objects.bulk_create(
        UkurPesan(instansi=instansi, jenis=jenis, siklus=dulu, mulai=at) for jenis in DIUKUR
    )
    dulu.status = StatusSiklus.DITUTUP
    dulu.save(update_fields=["status"])


def kabupaten(bawahan: int = 2) -> Tahun:
    """A small instansi that keeps its performance here: head, leader, their people, HR."""
    return Tahun(SumberKinerja.DI_SINI, bawahan=bawahan)


# -- what several walks do ----------------------------------------------------------------------------------


def melaporkan_kegiatan(orang: Jejak, bentuk: str, nama: str) -> None:
    """Four hours of the first week of January, with the photograph of a certificate."""
    orang.mulai("/")
    orang.tekan("Pelatihan")
    orang.tekan("Buka Catatan JP")
    orang.tekan("Tambah kegiatan")
    orang.ambil("Bentuk kegiatan", bentuk)
    orang.isi("Nama kegiatan", nama)
    orang.isi("Hari pertama", "05-01-2027")
    orang.isi("Hari terakhir", "05-01-2027")
    orang.isi("Jam pelajaran (JP)", "4")
    berkas: Any = {"name": "sertifikat.jpg", "mimeType": "image/jpeg", "buffer": foto()}
    orang.halaman.locator("input[type=file]").first.set_input_files(berkas)
    orang.tekan("Kirim")


def menerima_kegiatan(hr: Jejak, nama: str) -> None:
    """From the worklist: look at the proof of this person, accept."""
    hr.mulai("/kelola/")
    hr.tekan("Sertifikat menunggu diperiksa")
    hr.tekan(nama)
    hr.pilih("Terima")
    hr.tekan("Simpan putusan")
