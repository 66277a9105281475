"""Wishes of Batanghari: learning all year, who teaches, what came of it, citizens, money, the busy."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from asn_karier.lib.models import Jejak as BarisJejak
from asn_karier.tests.chromium import PONSEL
from asn_karier.tests.jalan_harapan import (
    LayarHarapan,
    harapan,
    kabupaten,
    leave_nobody_out,
    melaporkan_kegiatan,
    menerima_kegiatan,
)
from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import pada
from kinerja.enums import Predikat, StatusKiriman
from kinerja.models import MasukanForum, RencanaPengisian
from kinerja.tests.dunia_tahun import SESUDAH, Tahun
from kinerja.tests.pabrik import PenilaianPabrik
from kinerja.tests.pabrik_realisasi import siklus_pabrik
from kinerja.tests.pabrik_warga import TopikPabrik
from pegawai.models import PengembanganKompetensi
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik
from pelatihan.enums import JenisMutasi, StatusAngkatan, StatusPendaftaran
from pelatihan.models import Narasumber, Pendaftaran, PerilakuPasca
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_belajar import KelasPabrik, KursiPabrik
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik, SesiPabrik
from pelatihan.tests.pabrik_rencana import pagu_pabrik

__all__ = ["harapan"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def test_hours_of_learning_count_once_the_proof_was_seen(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        melaporkan_kegiatan(asn, "Seminar", "Layanan yang cepat")
        menerima_kegiatan(harapan.hr(dunia.hr), "Bawahan 00")
        assert PengembanganKompetensi.objects.get(pegawai=dunia.orang[0]).jp == 4
        asn.mulai("/")
        asn.tekan("Pelatihan")
        asn.tekan("Buka Catatan JP")
        assert "4 dari 20 JP" in asn.baca()
        asn.potret("batanghari-pelatihan-terus")


def test_a_workshop_names_who_speaks_before_it_opens(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        kelas = AngkatanPabrik(
            instansi=dunia.instansi, nama="Angkatan I", status=StatusAngkatan.DISIAPKAN,
            pelatihan=PelatihanPabrik(nama="Menyusun standar pelayanan", kelas=True, kompetensi=None),
        )  # fmt: skip
        SesiPabrik(angkatan=kelas)
        _menulis_narasumber(harapan.hr(dunia.hr))
        kelas.refresh_from_db()
        assert kelas.status == StatusAngkatan.DIBUKA
        assert Narasumber.objects.get(sesi__angkatan=kelas).nama == "Dosen Contoh"
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Pelatihan")
        asn.tekan("Menyusun standar pelayanan")
        asn.tekan("Daftar")
        assert "Dosen Contoh, Universitas Contoh" in asn.baca()
        asn.potret("batanghari-narasumber", dari="Daftar: Menyusun standar pelayanan")
        asn.tekan("Kirim pendaftaran")
        assert Pendaftaran.objects.get().status == StatusPendaftaran.MENUNGGU_ATASAN


def _menulis_narasumber(hr: Jejak) -> None:
    hr.mulai("/kelola/")
    hr.tekan("Angkatan dan kelas")
    hr.tekan("Menyusun standar pelayanan")
    hr.tekan("Ubah kelas dan sesi")
    hr.tekan("Narasumber: Pembukaan")
    hr.isi("Nama", "Dosen Contoh")
    hr.isi("Asal", "Universitas Contoh")
    hr.tekan("Simpan")
    hr.tekan("Buka pendaftaran")
    hr.tekan("Ya, buka pendaftaran")


def test_three_months_later_the_leader_says_what_changed_and_hr_counts_it(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        hari = SESUDAH.date() - timedelta(days=120)
        kelas = KelasPabrik(
            instansi=dunia.instansi, nama="Angkatan I", mulai=hari, selesai=hari, daftar_sampai=hari,
            pelatihan__nama="Melayani di loket",
        )  # fmt: skip
        KursiPabrik(angkatan=kelas, pegawai=dunia.orang[0], lulus=True, nilai_pra=50, nilai_pasca=80)
        atasan = harapan.pimpinan(dunia.atasan, ukuran=PONSEL)
        atasan.mulai("/")
        atasan.tekan("Nilai penerapan pelatihan")
        atasan.pilih("Sudah menjadi cara kerjanya")
        atasan.isi("Apa yang Anda lihat?", "Warga tidak lagi bertanya dua kali.")
        atasan.tekan("Kirim")
        assert PerilakuPasca.objects.get().pendaftaran.pegawai == dunia.orang[0]
        hr = harapan.hr(dunia.hr)
        hr.mulai("/kelola/")
        hr.tekan("Evaluasi kelas")
        hr.tekan("Melayani di loket")
        assert "1 dari 1 peserta yang lulus sudah dinilai" in hr.baca()
        hr.potret("batanghari-evaluasi")


def test_who_took_part_is_compared_with_similar_people(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        pelatihan = PelatihanPabrik(nama="Melayani di loket", kompetensi=None)
        _dua_kelompok(dunia, pelatihan)
        hr = harapan.hr(dunia.hr)
        hr.mulai("/kelola/")
        hr.tekan("Dampak pelatihan")
        hr.ambil("Program atau bidang", "Melayani di loket")
        hr.ambil("Tahun pelatihan", "2024")
        hr.tekan("Bandingkan")
        hr.potret("batanghari-dampak")
        assert hr.unduh("Unduh ringkasan").startswith(b"%PDF")
        assert BarisJejak.objects.filter(tindakan="unduh_rekap", rincian__laporan="dampak_pelatihan").exists()


def _dua_kelompok(dunia: Tahun, pelatihan: Any) -> None:
    """Twelve who passed in 2024, of whom eight rose, and forty who did not take part, of whom ten rose."""
    for n in range(52):
        ikut = n < 12
        orang = PegawaiPabrik(
            pelaksana=True, instansi=dunia.instansi, unit=dunia.unit, jabatan__tmt=date(2019, 1, 1)
        )
        naik = n % 3 != 0 if ikut else n % 4 == 0
        PenilaianPabrik(pegawai=orang, tahun=2023)
        PenilaianPabrik(pegawai=orang, predikat=Predikat.SANGAT_BAIK if naik else Predikat.BAIK)
        if ikut:
            PengembanganPabrik(pegawai=orang, nama=pelatihan.nama, tanggal_selesai=date(2024, 5, 2))


def test_a_citizen_is_answered_in_the_open(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        TopikPabrik(unit=dunia.unit, judul="Jam buka loket")
        warga = harapan(ukuran=PONSEL)
        warga.mulai("/publik/batanghari/")
        warga.tekan("Jam buka loket")
        warga.tekan("Beri masukan")
        warga.isi("Masukan Anda", "Buka pukul tujuh, sebelum anak masuk sekolah.")
        warga.tekan("Kirim")
        assert MasukanForum.objects.get().status == StatusKiriman.MENUNGGU
    with pada(SESUDAH + timedelta(days=1)):
        _menanggapi(harapan.hr(dunia.hr))
        satu = MasukanForum.objects.get()
        assert (satu.status, satu.tanggapan) == (
            StatusKiriman.TAMPIL,
            "Mulai Februari loket buka pukul 07.00.",
        )
        warga = harapan(ukuran=PONSEL)
        warga.mulai("/publik/batanghari/")
        warga.tekan("Jam buka loket")
        assert "Mulai Februari" in warga.baca()
        warga.potret("batanghari-dialog", dari="Jam buka loket")


def _menanggapi(hr: Jejak) -> None:
    hr.mulai("/kelola/")
    hr.tekan("Masukan warga menunggu diperiksa")
    hr.tekan(MasukanForum.objects.get().nomor)
    hr.pilih("Tampilkan")
    hr.tekan("Tetapkan")
    hr.tekan(MasukanForum.objects.get().nomor)
    hr.tekan("Tanggapi")
    hr.isi("Tanggapan resmi", "Mulai Februari loket buka pukul 07.00.")
    hr.pilih("Dijalankan")
    hr.tekan("Simpan")


def test_an_approval_takes_its_rupiah_out_of_the_budget(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        pagu = pagu_pabrik(dunia.hr, dunia.instansi, 10_000_000)
        kelas = AngkatanPabrik(
            instansi=dunia.instansi, nama="Angkatan I", biaya=4_000_000, pagu=pagu,
            pelatihan=PelatihanPabrik(nama="Audit layanan", kelas=True, kompetensi=None),
        )  # fmt: skip
        for orang in dunia.orang:
            PendaftaranPabrik(angkatan=kelas, pegawai=orang)
        hr = harapan.hr(dunia.hr)
        hr.mulai("/kelola/")
        hr.tekan("Pendaftaran menunggu BKPSDM")
        hr.tekan("Audit layanan")
        hr.tekan("Setujui terpilih")
        pagu.refresh_from_db()
        assert pagu.komitmen == 8_000_000
        assert pagu.mutasi.filter(jenis=JenisMutasi.KOMITMEN).count() == 2
        hr.tekan("Pagu pengembangan")
        hr.tekan("APBD")
        assert "8.000.000" in hr.baca()
        hr.potret("batanghari-anggaran")


def test_the_busy_choose_a_day_and_an_hour(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        leave_nobody_out(dunia.instansi, SESUDAH)
        siklus = siklus_pabrik(dunia.instansi, ke=4)
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Kinerja")
        asn.tekan("Pilih hari dan jam")
        asn.isi("Hari", "14-01-2027")
        asn.ambil("Jam", "09.00")
        asn.potret("batanghari-sibuk")
        asn.tekan("Simpan")
        rencana = RencanaPengisian.objects.get()
        assert (rencana.pegawai, rencana.siklus) == (dunia.orang[0], siklus)
        assert "14 Januari 2027" in asn.baca()
