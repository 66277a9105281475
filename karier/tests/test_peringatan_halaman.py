"""Who reads which part of a warning: HR all, the person all about themself, the leader what is open."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from karier.enums import StatusPeringatan
from karier.models import ParameterInstansi, PeringatanKenaikan
from karier.rules.daftar import posisi
from karier.tests.bantu import memenuhi
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db

BELUM = 3
KURANG = BELUM << (2 * posisi("ujian_dinas")) | BELUM << (2 * posisi("predikat_2_tahun"))
REKAP = "admin:karier_peringatankenaikan_rekap"
DAFTAR = "admin:karier_peringatankenaikan_changelist"


@pytest.fixture
def orang(time_machine):
    """Short of an examination (sensitive) and of a rating (open), three months before the TMT."""
    time_machine.move_to("2026-11-21T03:00:00Z")
    dinas = UnitKerjaPabrik(induk=UnitKerjaPabrik(), nama="Dinas Contoh")
    atasan = PegawaiPabrik(struktural=True, instansi=dinas.instansi)
    satu = memenuhi(instansi=dinas.instansi, atasan=atasan, unit=UnitKerjaPabrik(induk=dinas))
    run = jalankan_sampai_selesai(satu.instansi)
    PeringatanKenaikan.objects.create(
        pegawai=satu, sasaran=11, status=StatusPeringatan.TERBUKA, tmt_awal="2027-02-01",
        tmt_kini="2027-02-01", penyebab="predikat_2_tahun", syarat=KURANG, run_pertama=run, run_terakhir=run,
    )  # fmt: skip
    return satu


def buka(pengguna, nama, *kunci, **isian):
    client = Client()
    client.force_login(pengguna)
    return client.get(reverse(nama, args=kunci), isian)


def test_the_person_reads_everything_that_must_be_there_and_until_when(orang):
    teks = buka(PenggunaPabrik(pegawai=orang), "karier:syarat").text
    assert "Agar tidak terlambat" in teks
    assert "paling lambat 15 Januari 2027, untuk TMT 1 Februari 2027" in teks
    assert "Ujian dinas – Anda" in teks


@pytest.mark.parametrize("nama", ["karier:tim", "karier:syarat_pegawai"])
def test_the_leader_reads_the_open_part_only(orang, nama):
    kunci = [] if nama == "karier:tim" else [orang.pk]
    teks = buka(PenggunaPabrik(pegawai=orang.atasan), nama, *kunci).text
    assert "Predikat kinerja dua tahun" in teks.partition("Agar tidak terlambat")[2]
    assert "Ujian dinas" not in teks


def test_a_warning_that_is_all_sensitive_does_not_show_to_the_leader(orang):
    PeringatanKenaikan.objects.update(syarat=BELUM << (2 * posisi("ujian_dinas")))
    assert "Agar tidak terlambat" not in buka(PenggunaPabrik(pegawai=orang.atasan), "karier:tim").text


def test_what_is_rescued_asks_for_nothing(orang):
    PeringatanKenaikan.objects.update(status=StatusPeringatan.TERSELAMATKAN, siap=True)
    assert "Agar tidak terlambat" not in buka(PenggunaPabrik(pegawai=orang), "karier:syarat").text


@pytest.mark.parametrize(("tahap", "ada"), [("3", True), ("12", True), ("1", False), ("x", False)])
def test_hr_lists_them_by_stage(orang, tahap, ada):
    teks = buka(hr_dari(orang.instansi), DAFTAR, tahap=tahap).text
    assert (orang.nama in teks) is ada


def test_the_settings_of_the_instansi_are_read_once_for_the_whole_list(orang):
    asal = PeringatanKenaikan.objects.get()
    for satu in PegawaiPabrik.create_batch(5, instansi=orang.instansi):
        asal.pk, asal.pegawai = None, satu
        asal.save()
    hr = hr_dari(orang.instansi)
    with CaptureQueriesContext(connection) as kueri:
        assert buka(hr, DAFTAR).context_data["cl"].result_count == 6
    assert sum(ParameterInstansi._meta.db_table in k["sql"] for k in kueri) == 1


def test_the_number_on_the_worklist_is_the_length_of_the_list(orang):
    hr = hr_dari(orang.instansi)
    meja = buka(hr, "admin:index").text
    assert "Kenaikan pangkat dapat terlambat" in meja
    assert buka(hr, DAFTAR, tahap="3").context_data["cl"].result_count == 1


def test_the_report_counts_per_perangkat_daerah_and_cause(orang):
    PeringatanKenaikan.objects.create(
        pegawai=orang, sasaran=12, status=StatusPeringatan.TERLEWAT, tmt_awal="2026-06-01",
        tmt_kini="2026-12-01", penyebab="ujian_dinas", syarat=0, bulan_hilang=6,
        run_pertama_id=PeringatanKenaikan.objects.get().run_pertama_id,
        run_terakhir_id=PeringatanKenaikan.objects.get().run_pertama_id,
    )  # fmt: skip
    hr = hr_dari(orang.instansi)
    isi = buka(hr, REKAP).context_data
    assert isi["bagian"][0] == ("Perangkat daerah", [("Dinas Contoh", [0, 0, 1, 0, 1, 0, 6])])
    assert isi["bagian"][1][1] == [
        ("Ujian dinas", [0, 0, 0, 0, 1, 0, 6]),
        ("Predikat kinerja dua tahun", [0, 0, 1, 0, 0, 0, 0]),
    ]
    assert isi["jumlah"] == [0, 0, 1, 0, 1, 0, 6]
    csv = b"".join(buka(hr, REKAP, unduh="csv").streaming_content).decode("utf-8-sig")
    assert "Dinas Contoh" in csv
