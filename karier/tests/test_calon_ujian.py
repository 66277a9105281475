"""Who needs an examination by the last run."""

import pytest

from karier.tests.bantu import memenuhi
from karier.tests.jalan import jalankan_sampai_selesai
from kinerja.tests.pabrik import predikat_tahun
from pegawai.enums import JenisUjian, TingkatPendidikan
from pegawai.rules.golongan import urut_pns
from pegawai.services.ujian_calon import candidates
from pegawai.tests.pabrik import HasilUjianPabrik, PegawaiPabrik, hr_dari, nyatakan_lengkap
from pegawai.tests.pabrik_lain import JadwalUjianPabrik

pytestmark = pytest.mark.django_db


def test_before_the_first_run_nobody_is_named():
    assert candidates(JadwalUjianPabrik()) == []


def test_who_only_lacks_the_examination_stands_first(time_machine):
    time_machine.move_to("2026-11-21T03:00:00Z")
    sama = {"pangkat__golongan": urut_pns("II/d"), "pendidikan__tingkat": TingkatPendidikan.DIPLOMA_III}
    hanya = memenuhi(**sama)
    juga = PegawaiPabrik(pelaksana=True, **sama)
    lulus = memenuhi(**sama)
    HasilUjianPabrik(pegawai=lulus, jenis=JenisUjian.UJIAN_DINAS_TK_I)
    terdaftar = memenuhi(**sama)
    nyatakan_lengkap(hanya.instansi)
    jalankan_sampai_selesai(hanya.instansi)
    jadwal = JadwalUjianPabrik(instansi=hanya.instansi)
    jadwal.peserta.create(pegawai=terdaftar, didaftarkan_oleh=hr_dari(hanya.instansi))
    hasil = candidates(jadwal)
    assert [c.pegawai_id for c in hasil] == [hanya.pk, juga.pk]
    assert hasil[0].keterangan == "Hanya kurang ujian ini"
    lain = JadwalUjianPabrik(instansi=hanya.instansi, jenis=JenisUjian.UJIAN_DINAS_TK_II)
    assert not candidates(lain)


def test_an_uji_kompetensi_is_for_those_who_aim_at_its_jenjang(time_machine):
    time_machine.move_to("2026-11-21T03:00:00Z")
    jf = PegawaiPabrik(fungsional=True)
    predikat_tahun(jf, 2024, 2025)
    nyatakan_lengkap(jf.instansi)
    jalankan_sampai_selesai(jf.instansi)
    assert [c.pegawai_id for c in candidates(JadwalUjianPabrik(instansi=jf.instansi, ukom=True))] == [jf.pk]
    lain = JadwalUjianPabrik(instansi=jf.instansi, jenis=JenisUjian.UJI_KOMPETENSI_JENJANG, jenjang=34)
    assert candidates(lain) == []
