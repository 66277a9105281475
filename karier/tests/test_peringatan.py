"""Warnings of kenaikan pangkat that may come too late, kept by the runs."""

from datetime import UTC, date, datetime, time

import pytest

from asn_karier.lib.models import Outbox
from asn_karier.lib.outbox import drain
from karier.enums import StatusPeringatan as S
from karier.models import PeringatanKenaikan, RunEvaluasi
from karier.services.evaluasi import start_run
from karier.services.peringatan import perbarui_peringatan
from karier.tests.bantu import memenuhi
from karier.tests.jalan import jalankan_sampai_selesai, selesaikan
from kinerja.models import Penilaian
from kinerja.tests.pabrik import predikat_tahun
from pegawai.models import Instansi, Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, RiwayatPangkatPabrik, nyatakan_lengkap

pytestmark = pytest.mark.django_db

NOVEMBER, APRIL, JUNI = date(2026, 11, 21), date(2027, 4, 20), date(2027, 6, 20)
SEJAK_AWAL = datetime(2026, 1, 1, tzinfo=UTC)
#: Four years in III/b on 1 May 2027.
MEI = {"pangkat__tmt": date(2023, 5, 1)}


@pytest.fixture
def orang() -> Pegawai:
    satu = PegawaiPabrik(pelaksana=True, **MEI)
    predikat_tahun(satu, 2024, 2025)
    nyatakan_lengkap(satu.instansi)
    return satu


def jalankan_hari_itu(instansi: Instansi, per: date, time_machine) -> RunEvaluasi:
    saat = datetime.combine(per, time(3), tzinfo=UTC)
    time_machine.move_to(saat)
    return selesaikan(start_run(instansi=instansi, per_tanggal=per, actor=None, at=saat))


def jalan(orang: Pegawai, per: date, time_machine) -> PeringatanKenaikan | None:
    """A run of that day and what it delivers; the warning of this person."""
    jalankan_hari_itu(orang.instansi, per, time_machine)
    # Due by the clock of PostgreSQL too, which no test can move.
    Outbox.objects.filter(terkirim_pada=None).update(jadwal_berikut=SEJAK_AWAL)
    drain()
    return PeringatanKenaikan.objects.filter(pegawai=orang).first()


def test_whom_time_will_fit_and_nobody_has_rated_is_warned_about(orang, time_machine):
    p = jalan(orang, NOVEMBER, time_machine)
    assert (p.status, p.penyebab, p.tmt_awal, p.siap) == (
        S.TERBUKA,
        "predikat_2_tahun",
        date(2027, 5, 1),
        False,
    )


def test_who_needs_nothing_but_time_is_not(orang, time_machine):
    predikat_tahun(orang, 2026)
    assert jalan(orang, date(2027, 3, 1), time_machine) is None


def test_rated_in_time_the_warning_is_rescued_and_the_pangkat_ends_it(orang, time_machine):
    jalan(orang, NOVEMBER, time_machine)
    predikat_tahun(orang, 2026)
    p = jalan(orang, date(2027, 3, 2), time_machine)
    assert (p.status, p.siap, p.penyebab) == (S.TERSELAMATKAN, True, "predikat_2_tahun")
    RiwayatPangkatPabrik(pegawai=orang, golongan=11, tmt=date(2027, 5, 1))
    p = jalan(orang, JUNI, time_machine)
    assert (p.status, p.bulan_hilang) == (S.NAIK, 0)


def test_not_rated_in_time_every_month_is_counted_until_the_pangkat_comes(orang, time_machine):
    jalan(orang, NOVEMBER, time_machine)
    p = jalan(orang, JUNI, time_machine)
    assert (p.status, p.tmt_awal, p.bulan_hilang) == (S.TERLEWAT, date(2027, 5, 1), 3)
    RiwayatPangkatPabrik(pegawai=orang, golongan=11, tmt=date(2027, 9, 1))
    p = jalan(orang, date(2027, 8, 20), time_machine)
    assert (p.status, p.bulan_hilang) == (S.NAIK, 4)


def test_whom_nothing_awaits_any_more_is_let_go(orang, time_machine):
    jalan(orang, NOVEMBER, time_machine)
    Pegawai.objects.filter(pk=orang.pk).update(tanggal_lahir=date(1968, 12, 2))
    assert jalan(orang, date(2027, 3, 1), time_machine).status == S.GUGUR


def test_the_same_run_again_changes_nothing_and_a_simulation_says_nothing(orang, time_machine):
    run = jalankan_hari_itu(orang.instansi, NOVEMBER, time_machine)
    assert (perbarui_peringatan(run=run), perbarui_peringatan(run=run)) == (1, 0)
    Penilaian.objects.filter(pegawai=orang).delete()
    simulasi = jalankan_sampai_selesai(orang.instansi, date(2027, 3, 1))
    assert simulasi.simulasi
    assert perbarui_peringatan(run=simulasi) == 0


def test_an_overtaken_run_does_not_turn_the_clock_back(orang, time_machine):
    lama = jalankan_hari_itu(orang.instansi, NOVEMBER, time_machine)
    jalan(orang, date(2026, 11, 22), time_machine)
    assert perbarui_peringatan(run=lama) == 0


def test_many_people_cost_as_many_queries_as_one(orang, time_machine, django_assert_max_num_queries):
    for _ in range(20):
        PegawaiPabrik(pelaksana=True, instansi=orang.instansi, **MEI)
    run = jalankan_sampai_selesai(orang.instansi, NOVEMBER)
    with django_assert_max_num_queries(8):
        assert perbarui_peringatan(run=run) == 21


def test_others_of_another_instansi_are_left_alone(orang, time_machine):
    lain = PegawaiPabrik(pelaksana=True, instansi=InstansiPabrik(kode="nabire"), **MEI)
    memenuhi(instansi=orang.instansi)
    jalan(orang, NOVEMBER, time_machine)
    assert not lain.peringatan_kenaikan.exists()
