"""Wishes of Tanjungselor: feedback that helps, a clear path, seminars, campus and private partners."""

from __future__ import annotations

import pytest

from asn_karier.tests.chromium import PONSEL
from asn_karier.tests.jalan_harapan import LayarHarapan, harapan, kabupaten
from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import akun, pada
from karier.enums import JenisLangkah
from karier.models import LangkahKarier, MinatDibagikan, MinatJabatan
from karier.services.minat_jabatan import interests_of
from karier.tests.test_karier_saya import ada_di
from kinerja.enums import JenisUmpanBalik
from kinerja.models import TanggapanUmpanBalik, UmpanBalik
from kinerja.tests.dunia_tahun import SESUDAH
from pegawai.enums import BentukPengembangan
from pegawai.models import Jabatan, Pegawai
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik
from pelatihan.enums import JenisMitra, StatusAngkatan, StatusPendaftaran
from pelatihan.models import Pendaftaran
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_katalog import MitraPabrik, PerjanjianPabrik
from pelatihan.tests.pabrik_kelas import AngkatanPabrik

__all__ = ["harapan"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def test_what_can_be_better_is_said_with_the_next_step_and_answered(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        _memberi(harapan.pimpinan(dunia.atasan, ukuran=PONSEL))
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Baca 1 umpan balik baru")
        asn.tekan("Beri tanggapan")
        asn.isi("Tanggapan", "Saya mulai dari loket dua minggu ini.")
        asn.tekan("Kirim tanggapan")
        satu = UmpanBalik.objects.get()
        assert (satu.jenis, satu.pegawai) == (JenisUmpanBalik.PERBAIKAN, dunia.orang[0])
        assert TanggapanUmpanBalik.objects.get().umpan_balik == satu
        asn.potret("tanjungselor-umpan-balik", dari="Umpan balik untuk Anda")


def _memberi(atasan: Jejak) -> None:
    atasan.mulai("/")
    atasan.tekan("Tim saya")
    atasan.tekan("Beri umpan balik kepada Bawahan 00")
    atasan.pilih("Yang dapat ditingkatkan")
    atasan.pilih("Hasil kerja")
    atasan.isi("Apa yang terjadi?", "Tiga warga menunggu tanpa nomor antrean.")
    atasan.isi("Dampaknya?", "Mereka pulang tanpa dilayani.")
    atasan.isi("Berikutnya?", "Bagikan nomor sejak pintu dibuka.")
    atasan.tekan("Kirim")


def test_the_path_says_what_each_step_asks_and_an_interest_is_nobody_elses_business(
    harapan: LayarHarapan,
) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        orang = dunia.orang[0]
        tujuan = _langkah(orang)
        asn = harapan.asn(orang, ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Karier saya")
        asn.tekan("Jenjang karier")
        assert "Pernah bertugas di loket" in asn.baca()
        asn.potret("tanjungselor-jenjang", dari="Pindah jabatan")
        asn.tekan("Pengelola Arsip")
        assert "kompetensi cukup." in asn.baca()
        assert "Komunikasi" in asn.baca()
        asn.tekan("Saya minati")
        assert "Hanya Anda yang melihatnya." in asn.baca()
        assert [m.jabatan for m in interests_of(pegawai=orang, actor=akun(orang))] == [tujuan]
        atasan = harapan.pimpinan(dunia.atasan, ukuran=PONSEL)
        atasan.mulai("/")
        atasan.tekan("Tim saya")
        atasan.tekan("Minat yang dibagikan")
        assert "Pengelola Arsip" not in atasan.baca()
        assert (MinatJabatan.objects.count(), MinatDibagikan.objects.count()) == (1, 0)


def _langkah(orang: Pegawai) -> Jabatan:
    """A post to which people of mine may move, with what it asks."""
    tujuan = ada_di(orang, nama="Pengelola Arsip")
    StandarKompetensiPabrik(jabatan=tujuan, komunikasi=3)
    AsesmenPabrik(pegawai=orang, komunikasi=2)
    LangkahKarier.objects.create(
        instansi=orang.instansi, dari=orang.riwayat_jabatan.get().jabatan, ke=tujuan,
        jenis=JenisLangkah.PINDAH, kriteria="Pernah bertugas di loket",
    )  # fmt: skip
    return tujuan


def test_a_seminar_on_something_new_is_found_and_applied_for(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        AngkatanPabrik(
            instansi=dunia.instansi, nama="Angkatan I", kursi=40,
            pelatihan__nama="Seminar: kecerdasan buatan di layanan publik", pelatihan__bidang="Isu terkini",
            pelatihan__bentuk=BentukPengembangan.SEMINAR, pelatihan__jp=4,
        )  # fmt: skip
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Pelatihan")
        asn.ambil("Bidang", "Isu terkini")
        asn.tekan("Saring")
        asn.tekan("Seminar: kecerdasan buatan")
        asn.potret("tanjungselor-seminar")
        asn.tekan("Daftar")
        asn.tekan("Kirim pendaftaran")
        satu = Pendaftaran.objects.get()
        assert satu.angkatan.pelatihan.bentuk == BentukPengembangan.SEMINAR
        assert satu.status == StatusPendaftaran.MENUNGGU_ATASAN


@pytest.mark.parametrize(
    ("jenis", "nama", "gambar"),
    [
        (JenisMitra.KAMPUS, "Universitas Contoh", "tanjungselor-kampus"),
        (JenisMitra.SWASTA, "PT Contoh Digital", "tanjungselor-swasta"),
    ],
)
def test_a_partner_teaches_under_its_agreement(
    harapan: LayarHarapan, jenis: JenisMitra, nama: str, gambar: str
) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        mitra = MitraPabrik(instansi=dunia.instansi, nama=nama, jenis=jenis)
        program = PelatihanPabrik(nama="Keamanan data", mitra=mitra, instansi=dunia.instansi, kompetensi=None)
        kelas = AngkatanPabrik(
            instansi=dunia.instansi, nama="Angkatan I", pelatihan=program,
            perjanjian=PerjanjianPabrik(mitra=mitra), status=StatusAngkatan.DISIAPKAN,
        )  # fmt: skip
        hr = harapan.hr(dunia.hr)
        hr.mulai("/kelola/")
        hr.tekan("Angkatan dan kelas")
        hr.tekan("Keamanan data")
        hr.tekan("Buka pendaftaran")
        hr.tekan("Ya, buka pendaftaran")
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Pelatihan")
        asn.tekan("Keamanan data")
        assert nama in asn.baca()
        asn.potret(gambar, dari="Kelas")
        asn.tekan("Daftar")
        asn.tekan("Kirim pendaftaran")
        satu = Pendaftaran.objects.get()
        assert satu.angkatan == kelas
        assert satu.angkatan.perjanjian.mitra.jenis == jenis
