"""Drafts of rule files as the comparison takes them: refused with every fault, or laid over a run."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from karier.services.draf import PILIHAN
from karier.services.selisih import baca_versi, hitung_selisih, periode_sasaran, versi_run
from karier.tests.bantu import memenuhi
from karier.tests.draf import tulis_draf
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.tests.pabrik import InstansiPabrik, nyatakan_lengkap

pytestmark = pytest.mark.django_db

KP = "kenaikan_pangkat"


@pytest.fixture
def run():
    instansi = InstansiPabrik(kode="batanghari")
    memenuhi(instansi=instansi)
    nyatakan_lengkap(instansi)
    return jalankan_sampai_selesai(instansi)


def test_an_empty_folder_is_said_so(run, tmp_path):
    with pytest.raises(DomainError, match="tidak memuat berkas aturan") as galat:
        baca_versi(str(tmp_path), run)
    assert galat.value.kode == "draf_kosong"


@pytest.mark.parametrize(
    ("nama", "isi"), [("2027-01-01", "bukan toml ["), ("besok", ""), ("2027-01-01", 'kode = "lain"')]
)
def test_a_draft_that_cannot_be_read_is_said_so(run, tmp_path, nama, isi):
    (tmp_path / KP).mkdir()
    (tmp_path / KP / f"{nama}.toml").write_text(isi, encoding="utf-8")
    with pytest.raises(DomainError, match=f"{KP}/{nama}.toml: ") as galat:
        baca_versi(str(tmp_path), run)
    assert galat.value.kode == "draf_salah"


def test_every_fault_of_a_draft_is_said_before_anybody_is_judged_by_it(run, tmp_path):
    tulis_draf(tmp_path, KP, "bulan_reguler =", "bulan_lain =")
    tulis_draf(tmp_path, "satyalancana", 'nilai = ["S", "B"]', 'nilai = ["S", "BERAT"]')
    with pytest.raises(DomainError, match="3 kesalahan:") as galat:
        baca_versi(str(tmp_path), run)
    assert galat.value.kode == "draf_salah"
    for kata in ("[angka] bulan_reguler: ", "[angka] bulan_lain: ", "nilai 'BERAT' tidak dikenal"):
        assert kata in galat.value.pesan


@pytest.mark.parametrize("jenis", PILIHAN)
def test_the_names_of_a_unit_are_those_that_the_released_files_use(jenis):
    """A unit whose rows had other names would be checked against nothing."""
    nilai = [
        b["nilai"]
        for berkas in aturan_per(date(2026, 11, 22))
        for tabel in berkas.nama_tabel
        for b in berkas.tabel(tabel).values()
        if b.get("satuan") == jenis
    ]
    dipakai = {n for x in nilai for n in (x if isinstance(x, list) else [x])}
    assert dipakai & PILIHAN[jenis]


def test_a_file_that_waits_among_the_released_ones_is_checked_before_its_day_is_compared(
    run, tmp_path, monkeypatch
):
    monkeypatch.setattr("karier.services.draf.AKAR", tulis_draf(tmp_path, KP, "nilai = 48", "nilai = 48.5"))
    with pytest.raises(DomainError, match="bulan_reguler: nilai adalah bilangan pecahan"):
        baca_versi("2027-01-01", run)


def test_a_name_that_the_rules_do_not_know_is_said_in_words_of_people(run, tmp_path):
    draf = tulis_draf(tmp_path, KP, '"II/d" = { nilai = "UJIAN_DINAS_TK_I"', '"II/d" = { nilai = "UDIN"')
    with pytest.raises(DomainError, match="'UDIN' tidak ada atau tidak dikenal") as galat:
        hitung_selisih(run, versi_run(run).aturan, baca_versi(str(draf), run).aturan)
    assert galat.value.kode == "aturan_tidak_lengkap"
    assert f"{KP}/2027-01-01.toml" in galat.value.tindakan


def test_a_number_that_the_rules_cannot_work_with_is_said_in_words_of_people(run, tmp_path):
    draf = tulis_draf(
        tmp_path, "periode_kp", "jendela_tutup_tanggal = { nilai = 15", "jendela_tutup_tanggal = { nilai = 99"
    )
    with pytest.raises(DomainError, match="nilai yang tidak masuk akal") as galat:
        periode_sasaran(run, versi_run(run).aturan, baca_versi(str(draf), run).aturan)
    assert "periode_kp/2027-01-01.toml" in galat.value.tindakan
