"""Wishes of every programme: technical competence, education on record, learning far from the office."""

from __future__ import annotations

import pytest

from asn_karier.tests.chromium import PONSEL
from asn_karier.tests.jalan_harapan import LayarHarapan, harapan, kabupaten
from asn_karier.tests.layar import pada
from kinerja.tests.dunia_tahun import SESUDAH
from pegawai.enums import StatusUsulan, SumberKompetensi
from pegawai.models import LevelTeknis, UsulanPerubahan
from pegawai.tests.berkas_bukti import pdf
from pegawai.tests.pabrik import UnitKerjaPabrik
from pegawai.tests.pabrik_kompetensi import StandarTeknisPabrik
from pelatihan.enums import TahapKuis
from pelatihan.models import KemajuanMateri, PengerjaanKuis
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_belajar import KelasPabrik, KursiPabrik, MateriPabrik, SoalPabrik

__all__ = ["harapan"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def test_a_technical_level_is_said_by_the_person_and_confirmed_by_the_leader(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        orang = dunia.orang[0]
        StandarTeknisPabrik(
            jabatan=orang.riwayat_jabatan.get().jabatan, kompetensi__nama="Menata arsip", level=4
        )
        asn, atasan = harapan.asn(orang, ukuran=PONSEL), harapan.pimpinan(dunia.atasan, ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Pelatihan")
        asn.tekan("Kompetensi yang diminta jabatan Anda")
        for jawaban in asn.halaman.locator("input[type=radio][value='3']").all():
            jawaban.check()
        asn.tekan("Kirim ke atasan")
        atasan.mulai("/")
        atasan.tekan("Konfirmasi kompetensi 1 pegawai")
        atasan.tekan("Bawahan 00")
        atasan.tekan("Konfirmasi level")
        level = LevelTeknis.objects.get(pegawai=orang)
        assert (level.level, level.asal) == (3, SumberKompetensi.ATASAN)
        asn.mulai("/pelatihan/")
        asn.tekan("Kompetensi yang diminta jabatan Anda")
        assert "Menata arsip" in asn.baca()
        asn.potret("umum-kompetensi-teknis")


def test_a_degree_that_is_not_on_record_is_handed_in(harapan: LayarHarapan) -> None:
    with pada(SESUDAH):
        dunia = kabupaten()
        asn = harapan.asn(dunia.orang[0], ukuran=PONSEL)
        asn.mulai("/")
        asn.tekan("Ada data yang keliru?")
        asn.tekan("Ijazah yang belum tercatat")
        asn.halaman.locator("main textarea").first.fill("Ijazah S1 Administrasi Publik, 12 Desember 2026.")
        berkas = {"name": "ijazah.pdf", "mimeType": "application/pdf", "buffer": pdf()}
        asn.halaman.locator("input[type=file]").first.set_input_files(berkas)
        asn.tekan("Kirim usul")
        assert UsulanPerubahan.objects.get().status == StatusUsulan.MENUNGGU
        asn.potret("umum-pendidikan")


def test_far_from_the_office_a_lesson_is_read_kept_and_asked_about_without_scripts(
    harapan: LayarHarapan,
) -> None:
    harapan.skrip = False
    with pada(SESUDAH):
        dunia = kabupaten()
        jauh = UnitKerjaPabrik(instansi=dunia.instansi, nama="Distrik Jauh", jauh=True)
        orang = dunia.orang[0]
        type(orang).objects.filter(pk=orang.pk).update(unit=jauh)
        program = PelatihanPabrik(nama="Webinar: arsip di distrik", kompetensi=None, ukuran_mb=1)
        hari = SESUDAH.date()
        kelas = KelasPabrik(instansi=dunia.instansi, pelatihan=program, mulai=hari, selesai=hari,
                            daftar_sampai=hari, tautan="https://contoh.go.id/webinar")  # fmt: skip
        MateriPabrik(
            pelatihan=program, urut=1, judul="Menata map", isi="# Menata map\n- urutkan\n- beri nomor"
        )
        SoalPabrik(pelatihan=program, urut=1)
        KursiPabrik(angkatan=kelas, pegawai=orang)
        asn = harapan.asn(orang, ukuran=PONSEL)
        asn.mulai("/pelatihan/")
        asn.tekan("Semua kelas saya")
        asn.tekan("Webinar: arsip di distrik")
        assert b"Menata map" in asn.unduh("Simpan untuk dibaca tanpa internet")
        asn.tekan("Kuis sebelum pelatihan")
        asn.pilih("Tepat")
        asn.tekan("Kirim jawaban")
        asn.tekan("‹ Kembali")
        asn.tekan("1. Menata map")
        asn.tekan("Selesai dibaca")
        assert PengerjaanKuis.objects.get().tahap == TahapKuis.PRA
        assert KemajuanMateri.objects.get().pendaftaran.pegawai == orang
        asn.potret("umum-daring", dari="Materi")
