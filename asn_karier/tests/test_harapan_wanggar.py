"""Wishes of Wanggar: what an appraisal leads to, projects, computers again, reluctance, partners."""

from __future__ import annotations

from datetime import date

import pytest

from asn_karier.tests.chromium import PONSEL
from asn_karier.tests.jalan_harapan import LayarHarapan, harapan, kabupaten, leave_nobody_out
from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import akun, pada
from karier.enums import JenisPenugasan, StatusPesertaPenugasan
from karier.models import HasilEvaluasi, PesertaPenugasan
from karier.services.penugasan_baca import finished_evidence
from karier.tests.bantu import jalankan_pada
from karier.tests.pabrik_jalur import PenugasanPabrik
from kinerja.enums import JenisTindakLanjut, Predikat, Rating, StatusKonversi, StatusTindakLanjut
from kinerja.models import KonversiAngkaKredit, Pemberitahuan, Penilaian, TindakLanjut
from kinerja.services.angka_kredit import konversikan
from kinerja.tests.dunia_tahun import SESUDAH, Tahun
from kinerja.tests.pabrik import PakPabrik, PenilaianPabrik
from kinerja.tests.pabrik_realisasi import siklus_pabrik
from kinerja.tests.saldo import saldo_ak
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik
from pelatihan.enums import JenisMitra, StatusPendaftaran
from pelatihan.models import Angkatan, MinatPelatihan, Pelatihan, Pendaftaran, PerjanjianMitra
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_belajar import KelasPabrik
from pelatihan.tests.pabrik_kelas import AngkatanPabrik

__all__ = ["harapan"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def test_an_appraisal_counts_for_kenaikan_pangkat_once_it_is_signed(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten(bawahan=0)
        orang = PegawaiPabrik(fungsional=True, instansi=dunia.instansi, unit=dunia.unit, atasan=dunia.atasan,
                              nama="Perencana Contoh")  # fmt: skip
        PenggunaPabrik(pegawai=orang)
        PakPabrik(pegawai=orang)
        PenilaianPabrik(pegawai=orang)
        konversikan(pegawai_ids=[orang.pk], tahun=2025, at=SESUDAH)
        atasan = harapan.pimpinan(dunia.atasan, ukuran=PONSEL)
        atasan.mulai("/")
        atasan.tekan("Tanda tangani 1 konversi angka kredit")
        atasan.tekan("Ya, tanda tangani")
        assert KonversiAngkaKredit.objects.get().status == StatusKonversi.DITANDATANGANI
        assert saldo_ak(orang, SESUDAH.date())["sah"] == 2500
        run = jalankan_pada(dunia.instansi, SESUDAH.date())
        assert HasilEvaluasi.objects.filter(run=run, pegawai=orang).exists()
        asn = harapan.asn(orang, ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Karier saya")
        asn.tekan("Lihat syarat")
        assert "67,5" in asn.baca()
        asn.potret("wanggar-kenaikan-pangkat", dari="Angka kredit")


def test_an_appraisal_leads_to_a_training(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        _dinilai(dunia, Predikat.BAIK, Rating.SESUAI_EKSPEKTASI)
        AngkatanPabrik(instansi=dunia.instansi, nama="Angkatan I", pelatihan__nama="Menulis laporan ringkas")
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Baca hasil")
        asn.potret("wanggar-pelatihan", dari="Tindak lanjut")
        asn.tekan("Lihat pelatihan")
        asn.tekan("Menulis laporan ringkas")
        asn.tekan("Daftar")
        asn.tekan("Kirim pendaftaran")
        satu = Pendaftaran.objects.get()
        assert (satu.pegawai, satu.status) == (dunia.orang[0], StatusPendaftaran.MENUNGGU_ATASAN)


def test_an_appraisal_leads_to_help_with_a_day_on_which_it_begins(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        _dinilai(dunia, Predikat.BUTUH_PERBAIKAN, Rating.DI_BAWAH_EKSPEKTASI)
        atasan = harapan.pimpinan(dunia.atasan, ukuran=PONSEL)
        atasan.mulai("/")
        atasan.tekan("Tanggapi usul tindak lanjut")
        atasan.tekan("Bawahan 00")
        atasan.tekan("Mulai")
        atasan.isi("Mulai tanggal", "2027-02-01")
        atasan.tekan("Simpan")
        satu = TindakLanjut.objects.get()
        assert (satu.jenis, satu.status) == (JenisTindakLanjut.BIMBINGAN, StatusTindakLanjut.DIMULAI)
        assert satu.mulai == date(2027, 2, 1)
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Baca hasil")
        assert "Mulai 1 Februari 2027" in asn.baca()
        asn.potret("wanggar-perbaikan", dari="Tindak lanjut")


def _dinilai(dunia: Tahun, predikat: Predikat, hasil: Rating) -> Penilaian:
    satu: Penilaian = PenilaianPabrik(
        pegawai=dunia.orang[0], tahun=2026, predikat=predikat, rating_hasil=hasil,
        penilai=dunia.atasan, ditetapkan_pada=SESUDAH,
    )  # fmt: skip
    return satu


def test_a_finished_project_and_what_it_changed_for_citizens_is_evidence(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        orang = dunia.orang[0]
        PenugasanPabrik(
            instansi=dunia.instansi, unit=dunia.unit, nama="Antrean loket satu nomor", penawar=dunia.kepala,
            jenis=JenisPenugasan.TIM_PROYEK,
            dibuat_oleh=akun(dunia.kepala), mulai=SESUDAH.date(), bersedia_sampai=SESUDAH.date(),
        )  # fmt: skip
        asn = harapan.asn(orang, ukuran=PONSEL)
        _bersedia(asn)
        atasan = harapan.pimpinan(dunia.atasan, ukuran=PONSEL)
        atasan.mulai("/")
        atasan.tekan("Lepas untuk penugasan: 1 pegawai")
        atasan.tekan("Lepas")
        assert PesertaPenugasan.objects.get().status == StatusPesertaPenugasan.BERJALAN
        _mengakhiri(harapan.pimpinan(dunia.kepala, ukuran=PONSEL))
        (bukti,) = finished_evidence([orang.pk])[orang.pk]
        assert bukti.penugasan.dampak == "Warga menunggu 20 menit, dahulu 45."
        asn.mulai("/")
        asn.tekan("Karier saya")
        asn.tekan("Penugasan")
        asn.tekan("Antrean loket satu nomor")
        assert "Warga menunggu 20 menit, dahulu 45." in asn.baca()
        asn.potret("wanggar-proyek", dari="Antrean loket satu nomor")


def _bersedia(asn: Jejak) -> None:
    asn.mulai("/")
    asn.tekan("Karier saya")
    asn.tekan("Penugasan")
    asn.tekan("Antrean loket satu nomor")
    asn.tekan("Saya bersedia")


def _mengakhiri(penawar: Jejak) -> None:
    penawar.mulai("/")
    penawar.tekan("Karier saya")
    penawar.tekan("Penugasan")
    penawar.tekan("Antrean loket satu nomor")
    penawar.tekan("Akhiri dengan hasil")
    penawar.isi("Hasil penugasan", "Satu nomor untuk tiga loket, dipakai sejak Januari.")
    penawar.isi("Dampak bagi warga", "Warga menunggu 20 menit, dahulu 45.")
    penawar.tekan("Akhiri penugasan")


def test_computers_are_taught_again_and_whoever_waits_is_told(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        program = PelatihanPabrik(nama="Mengolah data dengan lembar kerja", bidang="Teknologi informasi",
                                  kelas=True, biaya=0, ulang_bulan=12, kompetensi=None)  # fmt: skip
        KelasPabrik(instansi=dunia.instansi, pelatihan=program)
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        _menunggu(asn)
        assert MinatPelatihan.objects.get().pegawai == dunia.orang[0]
        _membuka_angkatan_baru(harapan.hr(dunia.hr), program)
        assert Angkatan.objects.filter(pelatihan=program).count() == 2
        asn.mulai("/")
        asn.potret("wanggar-komputer")
        asn.tekan("Pendaftaran dibuka: Mengolah data")
        asn.tekan("Kirim pendaftaran")
        assert Pendaftaran.objects.get().angkatan.nama == "Angkatan 2, Februari 2027"


def _menunggu(asn: Jejak) -> None:
    asn.mulai("/")
    asn.tekan("Pelatihan")
    asn.ambil("Bidang", "Teknologi informasi")
    asn.tekan("Saring")
    asn.tekan("Mengolah data")
    asn.tekan("Beri tahu saya bila ada jadwal")


def _membuka_angkatan_baru(hr: Jejak, program: Pelatihan) -> None:
    hr.mulai("/kelola/")
    hr.tekan("Angkatan dan kelas")
    hr.tekan("Tambah")
    hr.isi("Pelatihan", program.nama)
    hr.isi("Nama", "Angkatan 2, Februari 2027")
    hr.isi("Mulai", "08-02-2027")
    hr.isi("Selesai", "10-02-2027")
    hr.isi("Pendaftaran sampai", "29-01-2027")
    hr.isi("Kursi", "20")
    hr.tekan("Simpan")
    hr.tekan("Angkatan dan kelas")
    hr.tekan(program.nama)
    hr.tekan("Buka pendaftaran")
    hr.tekan("Ya, buka pendaftaran")


def test_the_reluctant_are_told_why_and_when(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten(bawahan=12)
        leave_nobody_out(dunia.instansi, SESUDAH)
        siklus = siklus_pabrik(dunia.instansi, ke=4)
        hr = harapan.hr(dunia.hr)
        hr.mulai("/kelola/")
        hr.tekan("Siklus penilaian")
        hr.tekan(siklus.nama)
        hr.tekan("Pantau siklus")
        hr.tekan("Kirim pengingat")
        hr.tekan("Kirim pengingat ke")
        pesan = Pemberitahuan.objects.filter(pegawai__in=dunia.orang, dibaca_pada=None)[0]
        asn = harapan.asn(pesan.pegawai, ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Kinerja")
        asn.tekan("Baca pemberitahuan")
        asn.potret("wanggar-sosialisasi")
        asn.tekan("Tandai sudah dibaca")
        pesan.refresh_from_db()
        assert pesan.dibaca_pada is not None


def test_a_partner_and_its_free_seats_are_on_record(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        hr = harapan.hr(dunia.hr)
        hr.mulai("/kelola/")
        hr.tekan("Mitra")
        hr.tekan("Tambah")
        hr.ambil("Instansi", "Pemerintah Batanghari")
        hr.isi("Nama", "Universitas Contoh")
        hr.ambil("Jenis", "Perguruan tinggi")
        hr.isi("Nomor", "415.4/7/2027")
        hr.isi("Mulai", "01-01-2027")
        hr.isi("Sampai", "31-12-2027")
        hr.isi("Kursi gratis", "25")
        hr.tekan("Simpan")
        satu = PerjanjianMitra.objects.get()
        assert (satu.mitra.jenis, satu.kursi_gratis, satu.sampai) == (
            JenisMitra.KAMPUS,
            25,
            date(2027, 12, 31),
        )
        hr.potret("wanggar-mitra")
