"""A post written after the year was converted reaches the conversion by itself."""

from datetime import UTC, date, datetime, timedelta

import pytest

from asn_karier.lib.tasks import sapuan_terdaftar
from kinerja.enums import StatusKonversi
from kinerja.models import KonversiAngkaKredit, SegaranKonversi
from kinerja.services.angka_kredit import konversikan
from kinerja.services.segarkan import TUGAS, refresh_conversions
from kinerja.tasks import segarkan_konversi
from kinerja.tests.pabrik import PenilaianPabrik
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import Pegawai, RiwayatJabatan
from pegawai.tests.pabrik import InstansiPabrik, JabatanPabrik, PegawaiPabrik, RiwayatJabatanPabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
SEJAM = timedelta(hours=1)


@pytest.fixture
def orang() -> Pegawai:
    """An appraisal of 2025, and a jabatan fungsional that nobody gave a jenjang yet: nothing to convert."""
    orang: Pegawai = PegawaiPabrik()
    jabatan = JabatanPabrik(nama="Analis", jenis=JenisJabatan.FUNGSIONAL, jenjang=None)
    RiwayatJabatanPabrik(pegawai=orang, jabatan=jabatan, tmt=date(2020, 1, 1), diubah_pada=SAAT - SEJAM)
    PenilaianPabrik(pegawai=orang, impor=True)
    assert konversikan(pegawai_ids=[orang.pk], tahun=2025, at=SAAT) == 0
    refresh_conversions(instansi_id=orang.instansi_id, at=SAAT)
    return orang


def isi_jenjang(orang: Pegawai, saat: datetime) -> None:
    riwayat = RiwayatJabatan.objects.select_related("jabatan").get(pegawai=orang)
    riwayat.jabatan.jenjang = Jenjang.AHLI_MUDA
    riwayat.jabatan.save()
    RiwayatJabatan.objects.filter(pk=riwayat.pk).update(diubah_pada=saat)


def draf(orang: Pegawai) -> list[int]:
    tersimpan = KonversiAngkaKredit.objects.filter(pegawai=orang, status=StatusKonversi.DRAF)
    return list(tersimpan.values_list("nilai_senti", flat=True))


def test_a_jenjang_filled_in_later_brings_the_conversion(orang: Pegawai) -> None:
    isi_jenjang(orang, SAAT + SEJAM)
    assert refresh_conversions(instansi_id=orang.instansi_id, at=SAAT + 2 * SEJAM)
    assert draf(orang) == [2500]


def test_a_post_stamped_before_the_last_look_and_committed_after_it_is_found(orang: Pegawai) -> None:
    isi_jenjang(orang, SAAT - timedelta(minutes=5))
    refresh_conversions(instansi_id=orang.instansi_id, at=SAAT + SEJAM)
    assert draf(orang) == [2500]


def test_posts_that_were_not_written_since_are_not_looked_at(orang: Pegawai) -> None:
    isi_jenjang(orang, SAAT - SEJAM)
    refresh_conversions(instansi_id=orang.instansi_id, at=SAAT + SEJAM)
    assert draf(orang) == []


def test_an_instansi_is_looked_at_every_ten_minutes_and_not_more_often(orang: Pegawai) -> None:
    isi_jenjang(orang, SAAT)
    assert not refresh_conversions(instansi_id=orang.instansi_id, at=SAAT + timedelta(minutes=9))
    assert refresh_conversions(instansi_id=orang.instansi_id, at=SAAT + timedelta(minutes=11))


def test_people_of_another_instansi_are_left_alone(orang: Pegawai) -> None:
    isi_jenjang(orang, SAAT + SEJAM)
    refresh_conversions(instansi_id=InstansiPabrik(kode="lain").pk, at=SAAT + 2 * SEJAM)
    assert draf(orang) == []


def test_the_sweep_finds_the_instansi_and_does_it_once(orang: Pegawai) -> None:
    sapuan = sapuan_terdaftar()[TUGAS]
    SegaranKonversi.objects.all().delete()
    isi_jenjang(orang, SAAT)
    assert orang.instansi_id in list(sapuan.claimable())
    assert sapuan.process_one(orang.instansi_id) is True
    assert draf(orang) == [2500]
    assert orang.instansi_id not in list(sapuan.claimable())
    assert sapuan.process_one(orang.instansi_id) is False


def test_the_task_does_what_the_sweep_found(orang: Pegawai, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.tasks.close_old_connections", lambda: None)  # else it leaves the test's own
    SegaranKonversi.objects.all().delete()
    isi_jenjang(orang, SAAT)
    segarkan_konversi(pk=orang.instansi_id)
    assert draf(orang) == [2500]
    assert SegaranKonversi.objects.filter(instansi=orang.instansi_id).exists()


JAKARTA = timedelta(hours=7)
TAHUN_BARU = datetime(2027, 1, 1, tzinfo=UTC) - JAKARTA


def test_a_year_that_has_ended_is_converted_without_a_change_of_posts(orang: Pegawai) -> None:
    isi_jenjang(orang, SAAT - 2 * SEJAM)
    PenilaianPabrik(pegawai=orang, tahun=2026)
    refresh_conversions(instansi_id=orang.instansi_id, at=TAHUN_BARU - SEJAM)
    assert not KonversiAngkaKredit.objects.exists()
    refresh_conversions(instansi_id=orang.instansi_id, at=TAHUN_BARU)
    assert KonversiAngkaKredit.objects.filter(pegawai=orang, tahun=2026, bulan=12).count() == 1
