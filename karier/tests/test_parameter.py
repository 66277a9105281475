"""Settings of an instansi: who sets what, from when, and what a run that used one makes of it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from asn_karier.lib.aturan import aturan_dari_versi, aturan_per
from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.models import Jejak
from karier.enums import StatusRun
from karier.models import ParameterInstansi, RunEvaluasi
from karier.rules.parameter import terpasang
from karier.services.hasil import hitung_satu
from karier.services.keadaan import read_outcomes
from karier.services.parameter import (
    aturan_instansi,
    coba_parameter,
    nilai_berlaku,
    tetapkan_parameter,
)
from karier.tests.bantu import memenuhi
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.enums import JenisPeran
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, PeranPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db

HARI_INI, BESOK = date(2026, 11, 21), date(2026, 11, 22)
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
TUTUP = "periode_kp/angka/jendela_tutup_tanggal"
TINGGI, MENENGAH = "talenta/ambang/tinggi", "talenta/ambang/menengah"
DASAR = "Keputusan Bupati 100/2026"


@pytest.fixture
def instansi():
    return InstansiPabrik(kode="batanghari")


@pytest.fixture
def petugas(instansi):
    return hr_dari(instansi)


def tetapkan(instansi, actor, **ganti: Any) -> ParameterInstansi:
    isian = {"entri": TUTUP, "nilai": 1, "berlaku_mulai": BESOK, "dasar": DASAR, "at": SAAT, **ganti}
    return tetapkan_parameter(instansi=instansi, actor=actor, **isian)


def gagal(kode: str, instansi, actor, jenis: type[DomainError] = DomainError, **ganti: Any) -> str:
    with pytest.raises(jenis) as galat:
        tetapkan(instansi, actor, **ganti)
    assert galat.value.kode == kode
    return galat.value.kalimat


# -- the rules of an instansi ---------------------------------------------------------------------


def test_without_settings_the_rules_are_those_of_the_files(instansi, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert aturan_instansi(instansi.pk, HARI_INI) == aturan_per(HARI_INI)


def test_a_setting_counts_from_its_day_until_the_next_one(instansi, petugas):
    tetapkan(instansi, petugas, nilai=1, berlaku_mulai=date(2026, 12, 1))
    tetapkan(instansi, petugas, nilai=10, berlaku_mulai=date(2027, 2, 1))
    tetapkan(instansi, petugas, nilai=None, berlaku_mulai=date(2027, 3, 1))
    hari = [date(2026, 11, 30), date(2026, 12, 1), date(2027, 1, 31), date(2027, 2, 1), date(2027, 3, 1)]
    angka = [aturan_instansi(instansi.pk, h)["periode_kp"].angka("jendela_tutup_tanggal") for h in hari]
    assert angka == [15, 1, 1, 10, 15]
    assert [nilai_berlaku(instansi.pk, h) for h in hari] == [{}, {TUTUP: 1}, {TUTUP: 1}, {TUTUP: 10}, {}]


def test_settings_are_those_of_their_own_instansi(instansi, petugas):
    tetapkan(instansi, petugas)
    assert aturan_instansi(InstansiPabrik(kode="nabire").pk, BESOK) == aturan_per(BESOK)


def test_a_run_pins_the_settings_of_its_day(petugas, instansi):
    memenuhi(instansi=instansi)
    tetapkan(instansi, petugas, berlaku_mulai=HARI_INI)
    run = jalankan_sampai_selesai(instansi, HARI_INI)
    assert run.versi_aturan["periode_kp"]["ganti"] == {"angka/jendela_tutup_tanggal": 1}
    assert aturan_dari_versi(run.versi_aturan) == aturan_instansi(instansi.pk, HARI_INI)
    tetapkan(instansi, petugas, nilai=2, berlaku_mulai=BESOK)
    run.refresh_from_db()
    assert aturan_dari_versi(run.versi_aturan)["periode_kp"].angka("jendela_tutup_tanggal") == 1


def test_a_set_window_moves_the_period_that_a_run_judges(petugas, instansi):
    """On 2 December the window of January is still open by the letter of BKN, and closed by the setting."""
    memenuhi(instansi=instansi)
    tetapkan(instansi, petugas)
    run = jalankan_sampai_selesai(instansi, date(2026, 12, 2))
    assert run.tmt_sasaran == date(2027, 2, 1)


def test_a_page_computed_now_uses_the_settings_too(petugas, instansi):
    orang = memenuhi(instansi=instansi)
    tetapkan(instansi, petugas)
    assert terpasang(hitung_satu(orang, per_tanggal=BESOK).aturan, TUTUP)
    assert not terpasang(hitung_satu(orang, per_tanggal=HARI_INI).aturan, TUTUP)
    keadaan = read_outcomes([orang.pk], instansi_id=instansi.pk, per=BESOK)[orang.pk]
    assert terpasang(keadaan.aturan, TUTUP)


# -- setting one ----------------------------------------------------------------------------------


def test_a_setting_says_who_when_and_by_which_document(instansi, petugas):
    baris = tetapkan(instansi, petugas, dasar=f"  {DASAR}  ")
    baris.refresh_from_db()
    assert (baris.entri, baris.nilai, baris.berlaku_mulai, baris.dasar) == (TUTUP, 1, BESOK, DASAR)
    assert (baris.ditetapkan_oleh, baris.ditetapkan_pada) == (petugas, SAAT)
    assert str(baris) == f"{TUTUP} mulai 22 November 2026"
    jejak = Jejak.objects.get(tindakan="tetapkan_parameter")
    assert (jejak.subjek_id, jejak.pelaku_id, jejak.keperluan) == (baris.pk, petugas.pk, DASAR)
    assert jejak.rincian == {
        "instansi": instansi.pk,
        "entri": TUTUP,
        "nilai": 1,
        "berlaku_mulai": "2026-11-22",
    }


def test_only_hr_of_the_whole_instansi_sets(instansi):
    operator = PenggunaPabrik(is_staff=True)
    PeranPabrik(
        pengguna=operator,
        instansi=instansi,
        jenis=JenisPeran.OPERATOR_UNIT,
        unit=UnitKerjaPabrik(instansi=instansi),
    )
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, instansi=instansi, jenis=JenisPeran.AUDITOR)
    unit = PenggunaPabrik(is_staff=True)
    PeranPabrik(
        pengguna=unit,
        instansi=instansi,
        jenis=JenisPeran.HR_INSTANSI,
        unit=UnitKerjaPabrik(instansi=instansi),
    )
    for orang in (operator, auditor, unit, hr_dari(InstansiPabrik(kode="nabire"))):
        gagal("instansi_tidak_ditemukan", instansi, orang, TidakDitemukan)
    assert not ParameterInstansi.objects.exists()


@pytest.mark.parametrize(
    ("kode", "ganti"),
    [
        ("dasar_kosong", {"dasar": "   "}),
        ("parameter_tidak_dapat_diatur", {"entri": "kenaikan_pangkat/angka/bulan_reguler"}),
        ("parameter_tidak_dapat_diatur", {"entri": "kenaikan_pangkat/angka/bulan_reguler", "nilai": None}),
        ("parameter_di_luar_batas", {"nilai": 29}),
        ("parameter_di_luar_batas", {"nilai": 0}),
        ("nilai_tidak_sesuai", {"nilai": [1]}),
        ("parameter_bertentangan", {"entri": MENENGAH, "nilai": 80}),
        ("parameter_tidak_berubah", {"nilai": None}),
        ("baris_tidak_ada", {"entri": TINGGI, "nilai": 90, "berlaku_mulai": date(2025, 12, 31)}),
    ],
)
def test_what_cannot_be_set_is_refused_and_nothing_is_stored(instansi, petugas, kode, ganti):
    assert gagal(kode, instansi, petugas, **ganti)
    assert not ParameterInstansi.objects.exists()
    assert not Jejak.objects.filter(tindakan="tetapkan_parameter").exists()


def test_the_value_in_force_is_not_set_again(instansi, petugas):
    tetapkan(instansi, petugas)
    pesan = gagal("parameter_tidak_berubah", instansi, petugas, berlaku_mulai=date(2027, 1, 1))
    assert "sudah berlaku pada 1 Januari 2027" in pesan


def test_the_value_of_the_regulation_can_be_set_as_ones_own(instansi, petugas):
    """From then on it holds whatever a later letter of BKN says."""
    tetapkan(instansi, petugas, nilai=15)
    assert aturan_instansi(instansi.pk, BESOK)["periode_kp"].baris("jendela_tutup_tanggal")["conf"] == (
        "KEPUTUSAN"
    )


def test_a_new_value_must_fit_what_is_set_for_later(instansi, petugas):
    tetapkan(instansi, petugas, entri=MENENGAH, nilai=75, berlaku_mulai=date(2027, 6, 1))
    gagal("parameter_bertentangan", instansi, petugas, entri=TINGGI, nilai=75)
    tetapkan(instansi, petugas, entri=TINGGI, nilai=76)
    # What ends before the later one begins does not meet it.
    tetapkan(instansi, petugas, entri=TINGGI, nilai=90, berlaku_mulai=date(2027, 5, 1))
    tetapkan(instansi, petugas, entri=TINGGI, nilai=70, berlaku_mulai=date(2027, 1, 1))
    assert nilai_berlaku(instansi.pk, date(2027, 6, 1)) == {TINGGI: 90, MENENGAH: 75}


def test_a_setting_of_another_subject_that_no_longer_fits_does_not_stand_in_the_way(instansi, petugas):
    ParameterInstansi.objects.create(
        instansi=instansi,
        entri=TINGGI,
        nilai=10,
        berlaku_mulai=HARI_INI,
        dasar=DASAR,
        ditetapkan_oleh=petugas,
    )
    tetapkan(instansi, petugas)
    assert terpasang(aturan_instansi(instansi.pk, BESOK), TUTUP)


def test_what_one_looked_at_must_still_be_in_force(instansi, petugas):
    kini, baru = coba_parameter(instansi_id=instansi.pk, entri=TUTUP, nilai=1, berlaku_mulai=BESOK)
    assert kini == aturan_per(BESOK)
    assert baru == aturan_per(BESOK).dengan({TUTUP: 1})
    tetapkan(instansi, petugas, entri=TINGGI, nilai=90)
    gagal("parameter_berubah", instansi, petugas, Bentrok, sidik=kini.sidik)
    kini, _ = coba_parameter(instansi_id=instansi.pk, entri=TUTUP, nilai=1, berlaku_mulai=BESOK)
    tetapkan(instansi, petugas, sidik=kini.sidik)
    assert nilai_berlaku(instansi.pk, BESOK) == {TINGGI: 90, TUTUP: 1}


# -- once used, never changed ----------------------------------------------------------------------


def test_before_a_run_has_used_it_a_setting_can_be_put_right(instansi, petugas):
    memenuhi(instansi=instansi)
    jalankan_sampai_selesai(instansi, HARI_INI)
    tetapkan(instansi, petugas)
    lain = hr_dari(instansi, nama="Petugas lain")
    baris = tetapkan(instansi, lain, nilai=2, dasar="Keputusan Bupati 101/2026")
    assert ParameterInstansi.objects.get() == baris
    assert (baris.nilai, baris.ditetapkan_oleh, baris.dasar) == (2, lain, "Keputusan Bupati 101/2026")
    assert Jejak.objects.filter(tindakan="tetapkan_parameter").count() == 2


@pytest.mark.parametrize("simulasi", [False, True])
def test_what_a_run_has_used_stays(instansi, petugas, simulasi):
    memenuhi(instansi=instansi)
    tetapkan(instansi, petugas, berlaku_mulai=HARI_INI)
    run = jalankan_sampai_selesai(instansi, HARI_INI)
    RunEvaluasi.objects.filter(pk=run.pk).update(simulasi=simulasi)
    pesan = gagal("parameter_terpakai", instansi, petugas, Bentrok, nilai=2, berlaku_mulai=HARI_INI)
    assert "21 November 2026 sudah dipakai perhitungan" in pesan
    assert tetapkan(instansi, petugas, nilai=2).nilai == 2


def test_a_cancelled_run_has_used_nothing(instansi, petugas):
    memenuhi(instansi=instansi)
    tetapkan(instansi, petugas, berlaku_mulai=HARI_INI)
    jalankan_sampai_selesai(instansi, HARI_INI)
    RunEvaluasi.objects.update(status=StatusRun.DIBATALKAN)
    assert tetapkan(instansi, petugas, nilai=2, berlaku_mulai=HARI_INI).nilai == 2


def test_the_past_is_set_only_as_long_as_no_run_has_judged_it(instansi, petugas):
    memenuhi(instansi=instansi)
    tetapkan(instansi, petugas, berlaku_mulai=date(2026, 3, 1))
    jalankan_sampai_selesai(instansi, HARI_INI)
    pesan = gagal("parameter_mundur", instansi, petugas, nilai=2, berlaku_mulai=date(2026, 11, 20))
    assert pesan.endswith("Pilih tanggal mulai 21 November 2026 atau sesudahnya.")
    assert tetapkan(instansi, petugas, nilai=2, berlaku_mulai=HARI_INI).nilai == 2


def test_a_simulation_of_the_future_does_not_close_the_past(instansi, petugas):
    memenuhi(instansi=instansi)
    run = jalankan_sampai_selesai(instansi, date(2027, 5, 1))
    assert run.simulasi
    assert tetapkan(instansi, petugas, berlaku_mulai=date(2026, 3, 1)).nilai == 1


def test_today_is_the_day_of_the_instansi(petugas, instansi):
    """Seven in the evening in London on the 21st is the 22nd in Jayapura: the 21st lies in the past there."""
    instansi.zona_waktu = "Asia/Jayapura"
    instansi.save()
    memenuhi(instansi=instansi)
    jalankan_sampai_selesai(instansi, HARI_INI)
    malam = datetime(2026, 11, 21, 19, 0, tzinfo=UTC)
    gagal("parameter_mundur", instansi, petugas, berlaku_mulai=HARI_INI, at=malam)
    assert tetapkan(instansi, petugas, berlaku_mulai=BESOK, at=malam).nilai == 1


# -- the table itself -------------------------------------------------------------------------------


def test_one_value_per_entry_and_day_with_a_document(instansi, petugas):
    isi = {
        "instansi": instansi,
        "entri": TUTUP,
        "nilai": 1,
        "berlaku_mulai": BESOK,
        "ditetapkan_oleh": petugas,
    }
    ParameterInstansi.objects.create(**isi, dasar=DASAR)
    for salah in ({"dasar": DASAR}, {"dasar": "", "berlaku_mulai": HARI_INI}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ParameterInstansi.objects.create(**{**isi, **salah})


def test_back_to_the_regulation_is_no_value_in_the_table(instansi, petugas):
    tetapkan(instansi, petugas)
    tetapkan(instansi, petugas, nilai=None, berlaku_mulai=date(2027, 1, 1))
    assert ParameterInstansi.objects.filter(nilai__isnull=True).count() == 1
