"""Two at the same moment: one row, one decision, and no more turns than there is room for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

import pytest

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu, kode_atau_hasil
from kinerja.enums import AlasanTidakTampil, JawabanUlasan, StatusKiriman
from kinerja.models import LayananPublik, PenandaJaringan, Ulasan
from kinerja.services import kiriman as pintu
from kinerja.services.kiriman import issue_key
from kinerja.services.moderasi import decide_kiriman
from kinerja.services.penanda import count_submission
from kinerja.services.ulasan import submit_ulasan
from kinerja.tests.pabrik_warga import LayananPabrik, UlasanPabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import hr_dari

SAAT = datetime(2026, 11, 12, 3, 0, tzinfo=UTC)
ALAMAT = "203.0.113.7"


def kirim(layanan: LayananPublik, kunci: str) -> Any:
    return submit_ulasan(
        layanan=layanan, jawaban=JawabanUlasan.BAIK, teks="", kunci=kunci, alamat=ALAMAT, at=SAAT
    ).nomor


@bersamaan
def test_without_the_key_of_the_page_two_presses_at_once_would_be_two_reviews() -> None:
    layanan = LayananPabrik()
    kunci = [issue_key(tentang=f"ulasan:{layanan.kode}", at=SAAT) for _ in range(2)]
    berlomba(*(lambda k=k: kirim(layanan, k) for k in kunci))
    assert Ulasan.objects.count() == 2


@bersamaan
def test_two_presses_at_once_are_one_review() -> None:
    layanan = LayananPabrik()
    kunci = issue_key(tentang=f"ulasan:{layanan.kode}", at=SAAT)
    with patch.object(pintu, "count_submission", bertemu(count_submission)):
        nomor = berlomba(*[lambda: kirim(layanan, kunci)] * 2)
    assert len(set(nomor)) == 1
    assert Ulasan.objects.count() == 1


@pytest.mark.django_db
def test_the_second_press_that_looked_too_early_finds_the_row_of_the_first() -> None:
    layanan = LayananPabrik()
    kunci = issue_key(tentang=f"ulasan:{layanan.kode}", at=SAAT)
    sudah: list[str] = []

    def sela(**isi: Any) -> None:
        if not sudah:
            sudah.append("")
            sudah[0] = kirim(layanan, kunci)

    with patch.object(pintu, "count_submission", sela):
        assert kirim(layanan, kunci) == sudah[0]
    assert Ulasan.objects.count() == 1


@bersamaan
def test_of_forty_at_once_twenty_get_in() -> None:
    hasil = berlomba(*[kode_atau_hasil(lambda: count_submission(alamat=ALAMAT, at=SAAT))] * 8)
    for _ in range(4):
        hasil += berlomba(*[kode_atau_hasil(lambda: count_submission(alamat=ALAMAT, at=SAAT))] * 8)
    assert (hasil.count(None), hasil.count("terlalu_sering")) == (20, 20)
    assert set(PenandaJaringan.objects.values_list("banyak", flat=True)) == {20}


@bersamaan
def test_of_two_officers_at_once_one_decides() -> None:
    layanan = LayananPabrik()
    ulasan = UlasanPabrik(layanan=layanan)
    petugas: list[Pengguna] = [hr_dari(layanan.unit.instansi, nama=f"Petugas {n}") for n in range(2)]

    def putuskan(actor: Pengguna, putusan: StatusKiriman) -> Any:
        return decide_kiriman(
            kiriman=ulasan,
            putusan=putusan,
            teks="Antre lama",
            alasan=AlasanTidakTampil.KASAR,
            versi=1,
            actor=actor,
            at=SAAT,
        ).status

    hasil = berlomba(
        kode_atau_hasil(lambda: putuskan(petugas[0], StatusKiriman.TAMPIL)),
        kode_atau_hasil(lambda: putuskan(petugas[1], StatusKiriman.TIDAK_TAMPIL)),
    )
    ulasan.refresh_from_db()
    assert "kiriman_berubah" in hasil
    assert ulasan.status in hasil
