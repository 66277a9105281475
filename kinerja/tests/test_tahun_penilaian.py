"""A year that is typed here, its end: rating, calibration, announcement, objection, closing."""

from __future__ import annotations

import pytest

from asn_karier.tests.chromium import PONSEL
from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import Layar, layar, pada
from kinerja.enums import CaraPengumuman, JenisSiklus, Predikat, StatusPenilaian, SumberKinerja
from kinerja.models import Penilaian, SiklusPenilaian
from kinerja.tests.dunia_tahun import (
    ANGGARAN_KLIK,
    SESUDAH,
    Tahun,
    membaca_hasil,
    mengajukan_keberatan,
    menutup_siklus,
)
from kinerja.tests.pabrik_realisasi import siklus_pabrik

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("skrip", [True, False])
def test_twenty_are_rated_one_is_calibrated_all_are_announced_and_one_objects(
    layar: Layar, skrip: bool
) -> None:
    layar.skrip = skrip
    with pada(SESUDAH):
        dunia = Tahun(SumberKinerja.DI_SINI, bawahan=20)
        siklus = siklus_pabrik(dunia.instansi, 0, JenisSiklus.TAHUNAN, pengumuman=CaraPengumuman.BERSAMA)
        hr, atasan, kepala = (
            layar.hr(dunia.hr),
            layar.pimpinan(dunia.atasan),
            layar.pimpinan(dunia.kepala),
        )
        asn, pemohon = layar.asn(dunia.orang[0], ukuran=PONSEL), layar.asn(dunia.orang[1])
        _menilai_20(atasan)
        _membuka_sesi(hr, siklus, dunia.kepala.nip)
        _mengusulkan(kepala)
        _menjawab(atasan)
        asn.buka("/kinerja/hasil/")
        assert "Sangat Baik" not in asn.baca()
        _mengumumkan(hr, siklus)
        membaca_hasil(asn)
        asn.potret("tanjungselor-penilaian")
        mengajukan_keberatan(pemohon)
        _memutuskan(kepala)
        pemohon.mulai("/")
        pemohon.tekan("Baca putusan keberatan")
        pemohon.tekan("Saya sudah membaca")
        menutup_siklus(hr, siklus)
    layar.lapor()


def _menilai_20(atasan: Jejak) -> None:
    """Flow 3."""
    atasan.mulai("/")
    atasan.tekan("Nilai 20 pegawai")
    sesuai = atasan.halaman.get_by_label("Sesuai ekspektasi")
    pilihan = sesuai.count()
    for ke in range(pilihan):
        sesuai.nth(ke).check()
    atasan.tekan("Periksa lalu kirim")
    atasan.tekan("Kirim penilaian")
    assert (atasan.klik, pilihan) == (ANGGARAN_KLIK["nilai_20"], 40)
    assert "Penilaian 20 pegawai terkirim" in atasan.baca()
    assert Penilaian.objects.filter(status=StatusPenilaian.DIKIRIM).count() == 20


def _membuka_sesi(hr: Jejak, siklus: SiklusPenilaian, nip: str) -> None:
    hr.mulai(f"/kelola/kinerja/sikluspenilaian/{siklus.pk}/change/")
    hr.tekan("Mulai penetapan")
    hr.tekan("Ya, mulai penetapan")
    hr.buka("/kelola/kinerja/sesikalibrasi/")
    hr.buka("/kelola/kinerja/sesikalibrasi/add/")
    hr.isi("NIP pimpinan", nip)
    hr.tekan("Buka sesi")


def _mengusulkan(kepala: Jejak) -> None:
    """A session only proposes."""
    kepala.mulai("/kinerja/kalibrasi/")
    kepala.tekan("Seluruh instansi")
    kepala.tekan("Usulkan perubahan")
    for ke in (0, 1):
        kepala.pilih("Di atas ekspektasi", ke=ke)
    kepala.isi("Alasan usul", "Paling cepat di unitnya.")
    kepala.tekan("Kirim usul")
    assert not Penilaian.objects.filter(predikat=Predikat.SANGAT_BAIK).exists()


def _menjawab(atasan: Jejak) -> None:
    """The pejabat penilai changes their own rating."""
    atasan.mulai("/")
    atasan.tekan("Jawab 1 usul kalibrasi")
    atasan.tekan("Jawab usul tentang Bawahan 00")
    atasan.pilih("Ikuti usul")
    atasan.isi("Alasan Anda", "Saya sependapat.")
    atasan.isi("Kalimat umpan balik", "Surat selesai lebih cepat.")
    atasan.tekan("Kirim")
    satu = Penilaian.objects.get(predikat=Predikat.SANGAT_BAIK)
    assert satu.status == StatusPenilaian.DIKIRIM


def _mengumumkan(hr: Jejak, siklus: SiklusPenilaian) -> None:
    hr.mulai(f"/kelola/kinerja/sikluspenilaian/{siklus.pk}/change/")
    hr.tekan("Umumkan hasil")
    hr.tekan("Ya, umumkan 20 hasil")
    assert Penilaian.objects.filter(status=StatusPenilaian.DITETAPKAN).count() == 20


def _memutuskan(kepala: Jejak) -> None:
    """The atasan of the pejabat penilai, with a reason, looked at again before it is sent."""
    kepala.mulai("/")
    kepala.tekan("Putuskan keberatan")
    kepala.tekan("Mulai periksa")
    kepala.tekan("Putuskan")
    kepala.pilih("Tidak: hasil penilaian tetap berlaku")
    kepala.isi("Alasan putusan", "Laporan itu sudah dihitung.")
    kepala.tekan("Periksa jawaban")
    kepala.tekan("Ya, kirim putusan")
    assert "sudah dikirim kepada para pihak" in kepala.baca()
