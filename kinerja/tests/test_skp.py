"""A plan is begun without anybody's leave: empty, from last year, from the library, or mid-year."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from asn_karier.lib.errors import Bentrok, TidakBoleh
from asn_karier.lib.models import Jejak
from kinerja.enums import AwalSKP, PendekatanSKP, StatusSiklus, StatusSKP, SumberKinerja
from kinerja.models import SKP, Indikator
from kinerja.services.skp import choose_pendekatan, start_segment, start_skp
from kinerja.services.skp_sumber import plan_year, plan_years
from kinerja.tests.bantu_skp import kode
from kinerja.tests.pabrik import SiklusPabrik
from kinerja.tests.pabrik_skp import (
    SAAT,
    EkspektasiPabrik,
    HasilKerjaPabrik,
    PustakaPabrik,
    SKPPabrik,
    di_sini,
)
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db
KUANTITATIF, KUALITATIF = PendekatanSKP.KUANTITATIF, PendekatanSKP.KUALITATIF


@pytest.fixture
def saya() -> Pegawai:
    atasan = PegawaiPabrik(struktural=True)
    saya: Pegawai = PegawaiPabrik(pelaksana=True, atasan=atasan)
    di_sini(saya.instansi)
    return saya


@pytest.fixture
def akun(saya: Pegawai) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=saya)
    return akun


def mulai(akun: Pengguna, awal: AwalSKP = AwalSKP.KOSONG, **lain: Any) -> SKP:
    isi = {"tahun": 2027, "pendekatan": KUALITATIF, "at": SAAT, "pegawai": akun.pegawai} | lain
    return start_skp(awal=awal, actor=akun, **isi)


# -- begun --------------------------------------------------------------------------------------


def test_a_plan_begins_before_the_leader_has_any(akun: Pengguna, saya: Pegawai) -> None:
    skp = mulai(akun)
    assert (skp.status, skp.penilai_id, skp.mulai, skp.sampai) == (
        StatusSKP.DRAF,
        saya.atasan_id,
        date(2027, 1, 1),
        date(2027, 12, 31),
    )
    assert skp.jabatan == saya.riwayat_jabatan.get().jabatan


def test_a_double_press_begins_one_plan(akun: Pengguna) -> None:
    assert mulai(akun).pk == mulai(akun, pendekatan=KUANTITATIF).pk
    assert SKP.objects.count() == 1


def test_a_person_without_an_atasan_drafts_as_well(akun: Pengguna, saya: Pegawai) -> None:
    Pegawai.objects.filter(pk=saya.pk).update(atasan=None)
    assert mulai(akun).penilai is None


def test_someone_recorded_as_their_own_superior_has_no_penilai(akun: Pengguna, saya: Pegawai) -> None:
    Pegawai.objects.filter(pk=saya.pk).update(atasan=saya)
    assert mulai(akun).penilai is None


def test_the_plan_of_somebody_who_joins_in_the_year_begins_that_day(akun: Pengguna, saya: Pegawai) -> None:
    Pegawai.objects.filter(pk=saya.pk).update(tmt_cpns=date(2027, 4, 1))
    saya.refresh_from_db()
    assert mulai(akun, pegawai=saya).mulai == date(2027, 4, 1)


def test_nobody_begins_the_plan_of_another(akun: Pengguna) -> None:
    with pytest.raises(TidakBoleh):
        mulai(akun, pegawai=PegawaiPabrik())


def test_beginning_leaves_a_trail(akun: Pengguna, saya: Pegawai) -> None:
    mulai(akun)
    assert Jejak.objects.get(subjek_id=saya.pk).tindakan == "susun_skp"


# -- where and when -----------------------------------------------------------------------------


def test_an_instansi_on_ekinerja_types_nothing_twice(akun: Pengguna, saya: Pegawai) -> None:
    saya.instansi.pengaturan_kinerja.delete()
    assert kode(mulai, akun) == "skp_di_ekinerja"


@pytest.mark.parametrize(
    ("sumber", "di_sini_juga"), [(SumberKinerja.EKINERJA, False), (SumberKinerja.DI_SINI, True)]
)
def test_the_yearly_cycle_says_more_than_the_instansi(
    saya: Pegawai, sumber: SumberKinerja, di_sini_juga: bool
) -> None:
    SiklusPabrik(instansi=saya.instansi, tahun=2027, sumber=sumber)
    assert plan_year(saya.instansi_id, 2027).di_sini is di_sini_juga


def test_a_closed_year_takes_no_plan(akun: Pengguna, saya: Pegawai) -> None:
    SiklusPabrik(instansi=saya.instansi, tahun=2027, status=StatusSiklus.DITUTUP)
    with pytest.raises(Bentrok) as salah:
        mulai(akun)
    assert salah.value.kode == "siklus_ditutup"


@pytest.mark.parametrize(("tahun", "harapan"), [(2028, "tahun_belum_tiba"), (2024, "tahun_sudah_lewat")])
def test_a_year_out_of_reach_is_refused(akun: Pengguna, tahun: int, harapan: str) -> None:
    assert kode(mulai, akun, tahun=tahun) == harapan


def test_a_prepared_cycle_opens_its_year_earlier(akun: Pengguna, saya: Pegawai) -> None:
    juli = datetime(2026, 7, 1, tzinfo=UTC)
    assert kode(mulai, akun, at=juli) == "tahun_belum_tiba"
    SiklusPabrik(instansi=saya.instansi, tahun=2027)
    assert mulai(akun, at=juli).tahun == 2027


@pytest.mark.parametrize(("zona", "tahun"), [("Asia/Jakarta", [2026]), ("Asia/Jayapura", [2026, 2027])])
def test_december_begins_on_the_clock_of_the_person(saya: Pegawai, zona: str, tahun: list[int]) -> None:
    saya.instansi.zona_waktu = zona
    at = datetime(2026, 11, 30, 16, 0, tzinfo=UTC)  # 23.00 in Jakarta, 01.00 in Jayapura
    assert [t.tahun for t in plan_years(saya, at)] == tahun


# -- with something to begin with ---------------------------------------------------------------


def test_last_year_is_copied_with_the_words_of_the_leader(akun: Pengguna, saya: Pegawai) -> None:
    induk = HasilKerjaPabrik(skp__pegawai=saya.atasan, skp__tahun=2026, rhk="Meningkatnya layanan")
    lalu = SKPPabrik(pegawai=saya, tahun=2026, disepakati=True)
    HasilKerjaPabrik(skp=lalu, induk=induk, induk_teks="", rhk="Tersusunnya kajian", lengkap=True)
    EkspektasiPabrik(skp=lalu)
    lalu.lampiran.create(jenis="dukungan", isi="Satu laptop")
    skp = mulai(akun, AwalSKP.TAHUN_LALU)
    hasil = skp.hasil_kerja.get()
    assert (hasil.rhk, hasil.induk, hasil.induk_teks) == ("Tersusunnya kajian", None, "Meningkatnya layanan")
    assert hasil.indikator.get().target == "12 laporan"
    assert (skp.ekspektasi.count(), skp.lampiran.get().isi) == (1, "Satu laptop")
    assert lalu.hasil_kerja.count() == 1


def test_the_library_gives_one_row_for_each_rhk(akun: Pengguna, saya: Pegawai) -> None:
    jabatan = saya.riwayat_jabatan.get().jabatan
    isi = {"instansi": saya.instansi, "jabatan": jabatan}
    PustakaPabrik(**isi, iki="Lama layanan", aspek="waktu")
    PustakaPabrik(**isi, iki="Jumlah layanan", aspek="kuantitas")
    PustakaPabrik(**isi, rhk="Tersimpannya arsip")
    PustakaPabrik(rhk="Jabatan lain", jabatan__fungsional=True)
    skp = mulai(akun, AwalSKP.PUSTAKA, pendekatan=KUANTITATIF)
    assert {h.rhk: h.indikator.count() for h in skp.hasil_kerja.all()} == {
        "Terlayaninya pemohon izin": 2,
        "Tersimpannya arsip": 1,
    }
    assert set(Indikator.objects.values_list("aspek", flat=True)) == {"waktu", "kuantitas", ""}


def test_the_library_brings_no_aspek_into_a_kualitatif_plan(akun: Pengguna, saya: Pegawai) -> None:
    PustakaPabrik(instansi=saya.instansi, jabatan=saya.riwayat_jabatan.get().jabatan, aspek="waktu")
    mulai(akun, AwalSKP.PUSTAKA)
    assert Indikator.objects.get().aspek == ""


@pytest.mark.parametrize("awal", [AwalSKP.TAHUN_LALU, AwalSKP.PUSTAKA])
def test_a_beginning_that_is_empty_begins_nothing(akun: Pengguna, awal: AwalSKP) -> None:
    with transaction.atomic():
        assert kode(mulai, akun, awal) == "awal_kosong"
    assert not SKP.objects.exists()


# -- pendekatan ---------------------------------------------------------------------------------


def test_kualitatif_drops_every_aspek(akun: Pengguna, saya: Pegawai) -> None:
    skp = SKPPabrik(pegawai=saya, pendekatan=KUANTITATIF)
    HasilKerjaPabrik(skp=skp, lengkap=True, lengkap__aspek="waktu")
    choose_pendekatan(skp_id=skp.pk, pendekatan=KUALITATIF, versi=1, actor=akun, at=SAAT)
    assert Indikator.objects.get().aspek == ""
    # The same choice again is no change, whatever version was seen.
    assert choose_pendekatan(skp_id=skp.pk, pendekatan=KUALITATIF, versi=1, actor=akun, at=SAAT).versi == 2


# -- the rest of the year -----------------------------------------------------------------------


@pytest.fixture
def disepakati(saya: Pegawai) -> SKP:
    skp: SKP = SKPPabrik(pegawai=saya, disepakati=True)
    induk = HasilKerjaPabrik(skp=SKPPabrik(pegawai=saya.atasan, dikirim=True), rhk="Milik pimpinan")
    HasilKerjaPabrik(skp=skp, induk=induk, induk_teks="", lengkap=True)
    return skp


def lanjut(skp: SKP, akun: Pengguna, hari: date = date(2027, 7, 1), alasan: str = "Pindah jabatan") -> SKP:
    return start_segment(skp_id=skp.pk, mulai=hari, alasan=alasan, actor=akun, at=SAAT)


def test_a_new_atasan_gets_a_plan_of_the_rest_of_the_year(
    akun: Pengguna, saya: Pegawai, disepakati: SKP
) -> None:
    lama, saya.atasan = saya.atasan, PegawaiPabrik(struktural=True)
    saya.save()
    baru = lanjut(disepakati, akun)
    disepakati.refresh_from_db()
    assert (disepakati.sampai, disepakati.status, disepakati.penilai) == (
        date(2027, 6, 30),
        StatusSKP.DISEPAKATI,
        lama,
    )
    assert (baru.mulai, baru.sampai, baru.penilai, baru.status) == (
        date(2027, 7, 1),
        date(2027, 12, 31),
        saya.atasan,
        StatusSKP.DRAF,
    )
    # The row of another leader stays behind as words.
    assert (baru.hasil_kerja.get().induk, baru.hasil_kerja.get().induk_teks) == (None, "Milik pimpinan")
    assert "1 Juli 2027" in disepakati.dialog.get().isi


def test_another_post_under_the_same_atasan_keeps_the_links(akun: Pengguna, disepakati: SKP) -> None:
    assert lanjut(disepakati, akun).hasil_kerja.get().induk is not None


def test_a_double_press_makes_one_segment(akun: Pengguna, saya: Pegawai, disepakati: SKP) -> None:
    assert lanjut(disepakati, akun).pk == lanjut(disepakati, akun).pk
    assert SKP.objects.filter(pegawai=saya).count() == 2


@pytest.mark.parametrize("hari", [date(2027, 1, 1), date(2026, 12, 31), date(2028, 1, 1)])
def test_a_segment_begins_inside_the_plan(akun: Pengguna, disepakati: SKP, hari: date) -> None:
    assert kode(lanjut, disepakati, akun, hari) == "mulai_di_luar"


def test_a_segment_asks_for_what_changed(akun: Pengguna, disepakati: SKP) -> None:
    assert kode(lanjut, disepakati, akun, alasan="  ") == "alasan_kosong"


def test_a_plan_not_agreed_is_simply_changed(akun: Pengguna, saya: Pegawai) -> None:
    assert kode(lanjut, SKPPabrik(pegawai=saya, dikirim=True), akun) == "belum_disepakati"


# -- what the database itself refuses -----------------------------------------------------------


def test_nobody_is_their_own_penilai(saya: Pegawai) -> None:
    with pytest.raises(IntegrityError, match="skp_bukan_diri_sendiri"), transaction.atomic():
        SKPPabrik(pegawai=saya, penilai=saya)


def test_an_agreed_plan_names_who_agreed_and_when(saya: Pegawai) -> None:
    with pytest.raises(IntegrityError, match="skp_disepakati_lengkap"), transaction.atomic():
        SKPPabrik(pegawai=saya, status=StatusSKP.DISEPAKATI)


def test_a_plan_ends_in_the_year_it_begins_in(saya: Pegawai) -> None:
    with pytest.raises(IntegrityError, match="skp_urut"), transaction.atomic():
        SKPPabrik(pegawai=saya, sampai=date(2028, 1, 1))
