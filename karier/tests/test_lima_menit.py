"""A leader's weekly five minutes: what stands on the page, what is read for it, and what is ticked."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import RequestFactory

from karier.enums import AlasanPuji, JenisRisiko
from karier.kamus.lima_menit import (
    kalimat_risiko,
)
from karier.models import LimaMenit
from karier.rules.lima_menit import FaktaPuji, Risiko
from karier.services.lima_menit import finish_week, five_minutes, praise_facts
from karier.services.lima_menit_risiko import risks_of
from karier.tests.jalan import SAAT
from karier.tests.pembaca import akun_dari, halaman, sebagai
from kinerja.enums import StatusPengisian
from kinerja.models import PengisianRealisasi
from kinerja.services.keadaan_tim import KeadaanTim
from kinerja.tests.pabrik_realisasi import siklus_pabrik, skp_pabrik
from kinerja.tests.pabrik_umpan_balik import PengakuanPabrik, UmpanBalikPabrik
from kinerja.tests.pabrik_usul_perbaikan import UsulPerbaikanPabrik
from kinerja.views.bersama import team_of
from pegawai.enums import KompetensiMansoskul
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    JabatanPabrik,
    PegawaiPabrik,
    RiwayatJabatanPabrik,
    UnitKerjaPabrik,
)
from pegawai.tests.pabrik_kompetensi import KenaikanPabrik, StandarKompetensiPabrik
from pegawai.views.tugas import Penanya
from pelatihan.enums import StatusPendaftaran
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
HARI = SAAT.date()
#: What no query of this page may touch: notes, 360, discipline, talent, health, private interests.
TERLARANG = re.compile(
    r"catatanpimpinan|umpan_?360|_360|360\b|hukumandisiplin|komponentalenta|talenta|kesehatan|minat",
    re.IGNORECASE,
)


def tim(atasan: Pegawai, banyak: int = 3) -> list[Pegawai]:
    return [PegawaiPabrik(pelaksana=True, atasan=atasan, nama=f"Bawahan {n:02}") for n in range(banyak)]


def baca(atasan: Pegawai, at: datetime = SAAT) -> KeadaanTim:
    permintaan = RequestFactory().get("/")
    permintaan.user = akun_dari(atasan)
    terbaca = team_of(Penanya(permintaan, atasan, at))
    assert terbaca is not None
    return terbaca


def fakta(atasan: Pegawai) -> list[FaktaPuji]:
    return praise_facts(baca(atasan), HARI - timedelta(days=HARI.weekday()))


# -- what may be thanked for -------------------------------------------------------------------------------


def test_a_class_that_was_passed(atasan: Pegawai) -> None:
    orang, lain = tim(atasan, 2)
    a = AngkatanPabrik(
        instansi=atasan.instansi,
        mulai=HARI - timedelta(days=20),
        selesai=HARI - timedelta(days=18),
        daftar_sampai=HARI - timedelta(days=25),
    )
    PendaftaranPabrik(angkatan=a, pegawai=orang, status=StatusPendaftaran.SELESAI)
    PendaftaranPabrik(angkatan=a, pegawai=lain, status=StatusPendaftaran.TIDAK_LULUS)
    assert fakta(atasan) == [FaktaPuji(orang.pk, AlasanPuji.PELATIHAN, a.selesai, a.pelatihan.nama)]


def test_recognition_and_an_idea_that_is_tried(atasan: Pegawai) -> None:
    satu, dua = tim(atasan, 2)
    PengakuanPabrik(pegawai=satu)
    PengakuanPabrik(pegawai=dua, usul=True)
    UsulPerbaikanPabrik(pegawai=dua, dicoba=True)
    UsulPerbaikanPabrik(pegawai=satu, belum=True)
    assert [(f.pegawai, f.kode) for f in fakta(atasan)] == [
        (satu.pk, AlasanPuji.PENGAKUAN),
        (dua.pk, AlasanPuji.USUL_DICOBA),
    ]


@pytest.mark.parametrize(("level", "tertutup"), [(2, False), (3, True), (4, True)])
def test_a_gap_is_closed_at_the_level_that_the_post_asks_for(
    atasan: Pegawai, level: int, tertutup: bool
) -> None:
    [orang] = tim(atasan, 1)
    jabatan = orang.riwayat_jabatan.get().jabatan
    StandarKompetensiPabrik(jabatan=jabatan, integritas=3)
    KenaikanPabrik(pegawai=orang, kompetensi=KompetensiMansoskul.INTEGRITAS, level=level, tanggal=HARI)
    assert [f.kode for f in fakta(atasan)] == ([AlasanPuji.CELAH_TERTUTUP] if tertutup else [])


def test_without_a_standard_no_gap_is_said_to_be_closed(atasan: Pegawai) -> None:
    [orang] = tim(atasan, 1)
    KenaikanPabrik(pegawai=orang, kompetensi=KompetensiMansoskul.INTEGRITAS, level=5, tanggal=HARI)
    assert fakta(atasan) == []


@pytest.mark.parametrize(("hari_awal", "lebih_awal"), [(2, False), (3, True)])
def test_a_realisation_three_days_before_its_end_is_early(
    atasan: Pegawai, hari_awal: int, lebih_awal: bool
) -> None:
    [orang] = tim(atasan, 1)
    siklus = siklus_pabrik(atasan.instansi)
    skp = skp_pabrik(orang)
    akhir = baca(atasan).tenggat[siklus.pk][orang.pk].akhir
    PengisianRealisasi.objects.create(
        skp=skp,
        siklus=siklus,
        status=StatusPengisian.DIKIRIM,
        isi_pada=akhir - timedelta(days=hari_awal),
        dikirim_pada=akhir - timedelta(days=hari_awal),
    )
    assert [f.kode for f in fakta(atasan)] == ([AlasanPuji.REALISASI_AWAL] if lebih_awal else [])


# -- steps back, ticks -------------------------------------------------------------------------------------


def test_whoever_was_praised_for_it_is_not_named_and_this_week_is_ticked(atasan: Pegawai) -> None:
    orang = tim(atasan, 2)
    for o in orang:
        PengakuanPabrik(pegawai=o, diputuskan_pada=SAAT - timedelta(days=20))
    UmpanBalikPabrik(pegawai=orang[0], dikirim_pada=SAAT - timedelta(days=10))
    UmpanBalikPabrik(pegawai=orang[1], dikirim_pada=SAAT - timedelta(hours=1))
    ini = five_minutes(baca(atasan), tenggat=[])
    assert [(a.pegawai_id, a.sudah) for a in ini.puji] == [(orang[1].pk, True)]
    assert (ini.dipuji, ini.disapa) == (1, 1)


def test_words_about_what_could_be_better_are_no_praise(atasan: Pegawai) -> None:
    [orang] = tim(atasan, 1)
    PengakuanPabrik(pegawai=orang, diputuskan_pada=SAAT - timedelta(days=20))
    UmpanBalikPabrik(pegawai=orang, perbaikan=True, dikirim_pada=SAAT - timedelta(hours=1))
    ini = five_minutes(baca(atasan), tenggat=[])
    assert ([a.sudah for a in ini.puji], ini.dipuji, ini.disapa) == ([False], 0, 1)


def test_proposing_a_recognition_is_praise(atasan: Pegawai) -> None:
    satu, dua = tim(atasan, 2)
    for o in (satu, dua):
        UsulPerbaikanPabrik(pegawai=o, dicoba=True)
    PengakuanPabrik(pegawai=satu, pengusul=atasan, usul=True, diusulkan_pada=SAAT - timedelta(days=9))
    PengakuanPabrik(pegawai=dua, pengusul=atasan, usul=True, diusulkan_pada=SAAT)
    ini = five_minutes(baca(atasan), tenggat=[])
    assert [(a.pegawai_id, a.sudah) for a in ini.puji] == [(dua.pk, True)]


def test_a_press_is_kept_once_a_week_and_begins_anew_on_monday(atasan: Pegawai) -> None:
    tim(atasan, 1)
    akun = akun_dari(atasan)
    satu = finish_week(actor=akun, at=SAAT)
    assert finish_week(actor=akun, at=SAAT + timedelta(hours=3)) == satu
    assert satu.selesai_pada == SAAT
    finish_week(actor=akun, at=SAAT + timedelta(days=7))
    assert LimaMenit.objects.count() == 2
    assert five_minutes(baca(atasan), tenggat=[]).selesai == SAAT
    assert not LimaMenit.objects.visible_to(akun_dari(PegawaiPabrik(instansi=atasan.instansi))).exists()


# -- the one risk ------------------------------------------------------------------------------------------


def pensiun(orang: Pegawai, pos: Any, bulan: int) -> None:
    """Their age limit of 58 is reached in so many months."""
    hari = HARI.replace(day=10) + timedelta(days=30 * bulan)
    Pegawai.objects.filter(pk=orang.pk).update(tanggal_lahir=hari.replace(year=hari.year - 58))
    orang.riwayat_jabatan.all().delete()
    RiwayatJabatanPabrik(pegawai=orang, jabatan=pos, tmt=date(2020, 1, 1))


def kekosongan(atasan: Pegawai) -> list[Risiko]:
    return [r for r in risks_of(baca(atasan)) if r.jenis is JenisRisiko.KEKOSONGAN]


def test_a_post_that_falls_free_with_nobody_beside_it(atasan: Pegawai) -> None:
    [orang] = tim(atasan, 1)
    unit = UnitKerjaPabrik(instansi=atasan.instansi, nama="Puskesmas Contoh")
    Pegawai.objects.filter(pk=orang.pk).update(unit=unit)
    pos = JabatanPabrik(nama="Pengadministrasi Umum", bup=58)
    pensiun(orang, pos, 5)
    [r] = kekosongan(atasan)
    assert r.apa == "Pengadministrasi Umum di Puskesmas Contoh"
    assert orang.nama not in kalimat_risiko(r, hari_ini=HARI)
    rekan = PegawaiPabrik(pelaksana=True, instansi=atasan.instansi, unit=unit)
    rekan.riwayat_jabatan.all().delete()
    RiwayatJabatanPabrik(pegawai=rekan, jabatan=pos, tmt=date(2022, 1, 1))
    assert kekosongan(atasan) == []


def test_later_than_twelve_months_is_no_risk(atasan: Pegawai) -> None:
    [orang] = tim(atasan, 1)
    Pegawai.objects.filter(pk=orang.pk).update(unit=UnitKerjaPabrik(instansi=atasan.instansi))
    pensiun(orang, JabatanPabrik(nama="Arsiparis", bup=58), 14)
    assert kekosongan(atasan) == []


def test_data_that_are_missing_are_counted_without_names(atasan: Pegawai) -> None:
    orang = tim(atasan, 2)
    orang[0].riwayat_jabatan.all().delete()
    Pegawai.objects.filter(pk=orang[1].pk).update(unit=None)
    ada = {r.apa: r.jumlah for r in risks_of(baca(atasan)) if r.jenis is JenisRisiko.DATA}
    assert ada["jabatan"] == 1
    assert ada["unit kerja"] >= 1


def test_a_deadline_is_the_last_day_of_what_waits(atasan: Pegawai) -> None:
    tim(atasan, 2)
    siklus_pabrik(atasan.instansi, ke=4, batas_penilaian=HARI + timedelta(days=3))
    isi = halaman(sebagai(atasan), "karier:lima_menit")
    assert "Nilai 2 pegawai: batasnya 24 November 2026." in isi
