"""The five tables of the report page and of the command `rekap`."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from pegawai.models import Pegawai
from pegawai.reports.posisi import dengan_posisi
from pegawai.reports.rekap import PEMBUAT, rekap, rekap_instansi
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    RiwayatPangkatPabrik,
    UnitKerjaPabrik,
)

pytestmark = pytest.mark.django_db
PER = date(2026, 11, 21)


def isi(menurut):
    hasil = rekap_instansi(InstansiPabrik(kode="batanghari").pk, menurut, PER)
    return {b.kode: b.jumlah for b in hasil.rincian}


@pytest.mark.parametrize("menurut", list(PEMBUAT))
def test_the_lines_of_every_table_add_up_to_all_people(menurut):
    PegawaiPabrik(pelaksana=True)
    PegawaiPabrik(pppk=True)
    PegawaiPabrik()
    PegawaiPabrik(pelaksana=True, instansi=InstansiPabrik(kode="lain"))
    hasil = rekap_instansi(InstansiPabrik(kode="batanghari").pk, menurut, PER)
    assert hasil.jumlah == sum(b.jumlah for b in hasil.rincian) == 3


def test_golongan_of_pns_and_pppk_stand_apart():
    PegawaiPabrik(pelaksana=True, pangkat__golongan=9)
    PegawaiPabrik(pppk=True)
    assert isi("golongan") == {"III/a": 1, "IX": 1}


def test_a_person_without_golongan_is_counted_as_not_recorded():
    PegawaiPabrik()
    assert isi("golongan") == {"": 1}


def test_the_latest_golongan_that_has_begun_counts():
    pegawai = PegawaiPabrik(pelaksana=True)
    RiwayatPangkatPabrik(pegawai=pegawai, golongan=11, tmt=date(2025, 4, 1))
    RiwayatPangkatPabrik(pegawai=pegawai, golongan=12, tmt=date(2027, 4, 1))
    assert isi("golongan") == {"III/c": 1}


def test_a_golongan_on_the_other_scale_does_not_count():
    pegawai = PegawaiPabrik(pppk=True)
    RiwayatPangkatPabrik(pegawai=pegawai, golongan=12, tmt=date(2025, 4, 1))
    assert isi("golongan") == {"IX": 1}


def test_units_are_counted_one_by_one_in_the_order_of_the_tree():
    atas = UnitKerjaPabrik(instansi=InstansiPabrik(kode="batanghari"), nama="Dinas")
    bawah = UnitKerjaPabrik(induk=atas, nama="Bidang")
    PegawaiPabrik.create_batch(2, unit=bawah)
    PegawaiPabrik(unit=atas)
    PegawaiPabrik()
    hasil = rekap_instansi(atas.instansi_id, "unit", PER)
    assert [(b.nama, b.jumlah) for b in hasil.rincian] == [("Dinas", 1), ("Bidang", 2), ("Belum dicatat", 1)]


def test_the_command_prints_one_line_with_the_numbers_of_the_page():
    PegawaiPabrik.create_batch(2, pelaksana=True)
    keluar = StringIO()
    call_command("rekap", instansi="batanghari", menurut="jenis_kelamin", stdout=keluar)
    assert keluar.getvalue().count("\n") == 1
    baris = json.loads(keluar.getvalue())
    halaman = rekap(Pegawai.objects.all(), "jenis_kelamin", PER).sebagai_dict()
    assert baris == {"instansi": "batanghari", **halaman}
    assert baris["rincian"][0]["kode"] == "P"


def test_the_command_refuses_an_unknown_instansi():
    with pytest.raises(CommandError, match="belum ada"):
        call_command("rekap", instansi="tidak-ada", menurut="unit")


@pytest.mark.parametrize("menurut", list(PEMBUAT))
def test_a_table_is_one_query_however_many_people(menurut, django_assert_num_queries):
    PegawaiPabrik.create_batch(5, pelaksana=True)
    with django_assert_num_queries(1):
        rekap(Pegawai.objects.all(), menurut, PER)


def test_the_state_of_today_comes_with_the_list_in_one_query(django_assert_num_queries):
    PegawaiPabrik.create_batch(5, fungsional=True)
    with django_assert_num_queries(1):
        baris = list(dengan_posisi(Pegawai.objects.all(), PER))
    assert {(p.golongan_kini, p.jabatan_kini, p.pendidikan_kini) for p in baris} == {
        (11, "Analis SDM Aparatur", 40)
    }
