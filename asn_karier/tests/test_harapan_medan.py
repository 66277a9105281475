"""Wishes of Medan: junior and senior, recognition, leaders who direct, join in and answer, the agency."""

from __future__ import annotations

import pytest

from asn_karier.lib.models import Jejak as BarisJejak
from asn_karier.tests.chromium import PONSEL
from asn_karier.tests.jalan_harapan import (
    LayarHarapan,
    harapan,
    kabupaten,
    melaporkan_kegiatan,
    menerima_kegiatan,
)
from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import pada
from karier.models import LimaMenit
from kinerja.enums import PredikatOrganisasi, StatusArahan, StatusPengakuan, StatusPengisian
from kinerja.models import (
    Arahan,
    KisahPublik,
    PenerimaArahan,
    Pengakuan,
    PengisianRealisasi,
    PredikatOrganisasiUnit,
    UmpanBalik,
)
from kinerja.tests.dunia_tahun import SESUDAH, Tahun
from kinerja.tests.pabrik_realisasi import siklus_pabrik, skp_pabrik
from kinerja.tests.pabrik_umpan_balik import PengakuanPabrik
from mentoring.enums import CaraBertemu, JenisSurat, StatusSasaran
from mentoring.models import Apresiasi, Pasangan, Pertemuan, SasaranMentoring, SuratMentoring
from mentoring.tests.pabrik import PasanganPabrik
from pegawai.models import PengembanganKompetensi
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

__all__ = ["harapan"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def test_good_work_is_recognised_and_told_to_citizens_by_its_owner(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        _mengusulkan(harapan.asn(dunia.orang[1], ukuran=PONSEL))
        _menetapkan(harapan.pimpinan(dunia.atasan, ukuran=PONSEL))
        assert Pengakuan.objects.get().status == StatusPengakuan.DITETAPKAN
        asn.mulai("/")
        asn.tekan("Kinerja")
        asn.tekan("Buka pengakuan")
        asn.tekan("Antrean loket menjadi 20 menit")
        asn.tekan("Tampilkan sebagai kisah publik")
        asn.pilih("Nama saya boleh ditampilkan")
        asn.pilih("Saya setuju")
        asn.tekan("Tampilkan")
        assert KisahPublik.objects.get().pengakuan == Pengakuan.objects.get()
        warga = harapan(ukuran=PONSEL)
        warga.mulai("/publik/batanghari/")
        warga.tekan("Kisah")
        assert "Antrean loket menjadi 20 menit" in warga.baca()
        assert "Bawahan 00" in warga.baca()
        warga.potret("medan-pengakuan")


def _mengusulkan(rekan: Jejak) -> None:
    rekan.mulai("/")
    rekan.tekan("Kinerja")
    rekan.tekan("Buka pengakuan")
    rekan.tekan("Usulkan pengakuan")
    rekan.tekan("Bawahan 00")
    rekan.pilih("Proyek")
    rekan.isi("Atas apa", "Antrean loket menjadi 20 menit")
    rekan.isi("Ceritakan singkat", "Nomor antrean dibagi sejak pagi, dan dua loket dibuka bersamaan.")
    rekan.isi("Tanggal", "04-01-2027")
    rekan.tekan("Kirim usul")


def _menetapkan(atasan: Jejak) -> None:
    atasan.mulai("/")
    atasan.tekan("Putuskan")
    atasan.tekan("Antrean loket")
    atasan.pilih("Tetapkan sebagai pengakuan")
    atasan.tekan("Tetapkan keputusan")


def test_a_junior_and_a_senior_agree_on_a_goal_talk_by_phone_and_keep_a_paper(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        satu = _junior_dan_senior(kabupaten())
        senior, junior = (harapan.asn(o, ukuran=PONSEL) for o in (satu.mentor_pegawai, satu.mentee))
        _sepakat(senior, junior, satu)
        assert SasaranMentoring.objects.get().status == StatusSasaran.BERJALAN
        _bicara_lewat_telepon(senior, junior, satu)
        assert Pertemuan.objects.get().kanal == CaraBertemu.TELEPON
        _berterima_kasih(junior)
        assert Apresiasi.objects.get().pasangan == satu
        junior.potret("medan-mentoring", dari="Sasaran bersama")
        assert junior.unduh("Unduh tanda kelangsungan mentoring").startswith(b"%PDF")
        surat = SuratMentoring.objects.get()
        assert (surat.jenis, surat.pegawai, surat.pertemuan) == (JenisSurat.KELANGSUNGAN, satu.mentee, 1)


def _junior_dan_senior(dunia: Tahun) -> Pasangan:
    senior = PegawaiPabrik(
        fungsional=True, instansi=dunia.instansi, nama="Senior Contoh",
        unit=UnitKerjaPabrik(instansi=dunia.instansi, nama="Badan Lain"),
    )  # fmt: skip
    PenggunaPabrik(pegawai=senior)
    satu: Pasangan = PasanganPabrik(mentee=dunia.orang[0], mentor__pegawai=senior, mulai=SESUDAH.date())
    return satu


def _sepakat(senior: Jejak, junior: Jejak, satu: Pasangan) -> None:
    senior.mulai(f"/mentoring/pasangan/{satu.pk}/")
    senior.tekan("Usulkan sasaran")
    senior.isi("Apa yang akan berbeda?", "Memimpin rapat bidang tanpa membaca naskah.")
    senior.isi("Hari terakhir", "30-06-2027")
    senior.tekan("Usulkan sasaran")
    junior.mulai("/")
    junior.tekan("Setujui sasaran mentoring dengan Senior Contoh")
    junior.tekan("Setuju")


def _bicara_lewat_telepon(senior: Jejak, junior: Jejak, satu: Pasangan) -> None:
    senior.mulai(f"/mentoring/pasangan/{satu.pk}/")
    senior.tekan("Catat pertemuan")
    senior.pilih("Telepon")
    senior.tekan("Simpan pertemuan")
    junior.mulai("/")
    junior.tekan("Konfirmasi pertemuan dengan Senior Contoh")
    junior.tekan("Ya, benar")


def _berterima_kasih(junior: Jejak) -> None:
    """The goal is reached, the pair ends, the mentee says thanks."""
    junior.ambil("Kemajuan", "Tercapai")
    junior.tekan("Simpan")
    junior.tekan("Akhiri mentoring")
    junior.pilih("Sasaran bersama sudah tercapai")
    junior.tekan("Akhiri mentoring")
    junior.tekan("Ucapkan terima kasih")
    junior.isi("Ucapan terima kasih", "Sabar mendengarkan saya.")
    junior.tekan("Kirim ucapan")


def test_a_leader_directs_and_hears_how_far_it_is(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        atasan, asn = (
            harapan.pimpinan(dunia.atasan, ukuran=PONSEL),
            harapan.asn(dunia.orang[0], ukuran=PONSEL),
        )
        atasan.mulai("/")
        atasan.tekan("Kinerja")
        atasan.tekan("Buka arahan")
        atasan.tekan("Beri arahan")
        atasan.ambil("Untuk", "Semua bawahan langsung")
        atasan.isi("Arahan", "Pasang jam layanan di pintu depan")
        atasan.isi("Selesai paling lambat", "29-01-2027")
        atasan.tekan("Kirim arahan")
        assert PenerimaArahan.objects.filter(arahan=Arahan.objects.get()).count() == 2
        asn.mulai("/")
        asn.tekan("Arahan")
        asn.pilih("Selesai")
        asn.isi("Catatan", "Terpasang pagi ini.")
        asn.tekan("Simpan")
        assert PenerimaArahan.objects.get(pegawai=dunia.orang[0]).status == StatusArahan.SELESAI
        atasan.mulai("/kinerja/arahan/diberikan/")
        atasan.tekan("Pasang jam layanan")
        assert "Terpasang pagi ini." in atasan.baca()
        atasan.potret("medan-arahan")


def test_a_leader_says_what_was_good_and_the_person_reads_it(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        PengakuanPabrik(pegawai=dunia.orang[0], diputuskan_pada=SESUDAH)
        atasan = harapan.pimpinan(dunia.atasan, ukuran=PONSEL)
        _memuji(atasan)
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Baca 1 umpan balik baru")
        asn.tekan("Saya sudah membaca")
        satu = UmpanBalik.objects.get()
        assert (satu.pemberi, satu.pegawai) == (dunia.atasan, dunia.orang[0])
        assert satu.dibaca_pada is not None
        atasan.mulai("/")
        atasan.tekan("Lima menit minggu ini")
        assert "Memuji 1 orang" in atasan.baca()
        atasan.potret("medan-umpan-balik")
        atasan.tekan("Selesai untuk minggu ini")
        assert LimaMenit.objects.get().pegawai == dunia.atasan


def _memuji(atasan: Jejak) -> None:
    atasan.mulai("/")
    atasan.tekan("Lima menit minggu ini")
    atasan.tekan("Beri pujian")
    atasan.isi("Apa yang terjadi?", "Antrean loket menjadi 20 menit.")
    atasan.isi("Dampaknya?", "Warga tidak menunggu di luar.")
    atasan.isi("Berikutnya?", "Bagikan caranya kepada loket sebelah.")
    atasan.tekan("Kirim")


def test_a_leader_learns_too_and_the_team_sees_it(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        siklus_pabrik(dunia.instansi, ke=4)
        skp_pabrik(dunia.atasan)
        atasan = harapan.pimpinan(dunia.atasan, ukuran=PONSEL)
        _mengisi_lebih_dulu(atasan)
        assert PengisianRealisasi.objects.get().status == StatusPengisian.DIKIRIM
        melaporkan_kegiatan(atasan, "Seminar", "Memimpin layanan publik")
        menerima_kegiatan(harapan.hr(dunia.hr), "Atasan Penilai")
        assert PengembanganKompetensi.objects.get().pegawai == dunia.atasan
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        asn.mulai("/pelatihan/jp/")
        asn.tekan("Teladan atasan")
        assert "4 dari 20 JP" in asn.baca()
        assert "1 realisasi kinerja 2026 dikirim" in asn.baca()
        asn.potret("medan-teladan")


def _mengisi_lebih_dulu(atasan: Jejak) -> None:
    atasan.mulai("/")
    atasan.tekan("Isi realisasi")
    atasan.isi("Realisasi dalam angka", "12")
    atasan.tekan("Periksa jawaban")
    atasan.tekan("Kirim ke atasan")


def test_the_performance_of_the_agency_frames_the_ratings_of_its_people(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten(bawahan=12)
        siklus = siklus_pabrik(dunia.instansi, 0, "tahunan")
        hr, atasan = harapan.hr(dunia.hr), harapan.pimpinan(dunia.atasan)
        hr.mulai("/kelola/")
        hr.tekan("Predikat organisasi")
        hr.tekan("Tambah")
        hr.ambil("Siklus", str(siklus))
        hr.ambil("Predikat", "Baik")
        hr.isi("Ditetapkan oleh", "Bupati")
        hr.isi("Nomor dokumen", "SK 188/12/2027")
        hr.isi("Tanggal dokumen", "08-01-2027")
        hr.tekan("Simpan")
        assert PredikatOrganisasiUnit.objects.get().predikat == PredikatOrganisasi.BAIK
        atasan.mulai("/")
        atasan.tekan("Nilai 12 pegawai")
        for sesuai in atasan.halaman.get_by_label("Sesuai ekspektasi").all():
            sesuai.check()
        atasan.tekan("Periksa lalu kirim")
        atasan.potret("medan-kinerja-organisasi")
        _satu_halaman(hr)
        assert BarisJejak.objects.filter(
            tindakan="unduh_rekap", rincian__laporan="pengembangan_kepala_daerah"
        ).exists()


def _satu_halaman(hr: Jejak) -> None:
    """What the kepala daerah reads about the development of the agency."""
    hr.mulai("/kelola/")
    hr.tekan("Pemantauan pengembangan")
    hr.tekan("Satu halaman untuk kepala daerah")
    assert hr.unduh("Unduh satu halaman").startswith(b"%PDF")
