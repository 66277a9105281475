"""What HR learns of feedback: numbers per unit, small units together, never a word."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.reports.umpan_balik import LAINNYA, LAPORAN
from kinerja.tests.pabrik_umpan_balik import SAAT, UmpanBalikPabrik
from pegawai.models import Pegawai
from pegawai.reports.laporan import Permintaan
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db
PER = date(2026, 11, 29)


@pytest.fixture
def instansi():
    return InstansiPabrik(kode="batanghari")


@pytest.fixture
def hr(instansi):
    return hr_dari(instansi)


def unit(instansi, nama, banyak):
    satu = UnitKerjaPabrik(instansi=instansi, nama=nama)
    return PegawaiPabrik.create_batch(banyak, instansi=instansi, unit=satu, atasan=PegawaiPabrik())


def baris(hr, orang=None):
    semua = Pegawai.objects.visible_to(hr) if orang is None else orang
    return [list(b) for b in LAPORAN.buat(Permintaan(semua, PER, hr)).baris()]


def test_a_large_unit_stands_alone_and_small_ones_together(instansi, hr):
    besar = unit(instansi, "Dinas Besar", 6)
    kecil = [*unit(instansi, "Kantor Satu", 2), *unit(instansi, "Kantor Dua", 3)]
    for orang in (besar[0], besar[1], kecil[0]):
        UmpanBalikPabrik(pegawai=orang)
    UmpanBalikPabrik(pegawai=besar[0], dikirim_pada=datetime(2025, 12, 1, tzinfo=UTC))
    # With the three leaders, who have no unit, the small ones are eight people.
    assert baris(hr) == [["Dinas Besar", 6, 2, "November 2026"], [LAINNYA, 8, 1, "November 2026"]]


def test_what_was_withdrawn_is_not_counted(instansi, hr):
    orang = unit(instansi, "Dinas Besar", 6)
    unit(instansi, "Dinas Lain", 6)
    kosong = {"peristiwa": "", "dampak": "", "berikutnya": ""}
    UmpanBalikPabrik(pegawai=orang[0], ditarik_pada=SAAT, **kosong)
    assert {b[2] for b in baris(hr)} == {0}


def test_too_few_people_are_not_told_about(instansi, hr):
    UmpanBalikPabrik(pegawai=unit(instansi, "Kantor Kecil", 2)[0])
    assert baris(hr) == [[LAINNYA, "", "Data terlalu sedikit", ""]]


def test_a_filter_of_the_page_does_not_narrow_the_groups(instansi, hr):
    UmpanBalikPabrik(pegawai=unit(instansi, "Dinas Besar", 6)[0])
    unit(instansi, "Dinas Lain", 7)
    assert baris(hr, Pegawai.objects.none()) == baris(hr)


def test_a_chosen_unit_shows_its_own_row_and_no_other_merging(instansi, hr):
    besar = unit(instansi, "Dinas Besar", 6)
    unit(instansi, "Dinas Lain", 7)
    unit(instansi, "Kantor Kecil", 2)
    semua = Permintaan(Pegawai.objects.visible_to(hr), PER, hr)
    satu = LAPORAN.buat(replace(semua, unit=besar[0].unit))
    seluruh = LAPORAN.buat(semua)
    assert [list(b) for b in satu.baris()] == [b for b in map(list, seluruh.baris()) if b[0] == "Dinas Besar"]


def test_hr_reads_no_word_of_it_on_the_page_and_in_the_file(instansi, hr):
    UmpanBalikPabrik(pegawai=unit(instansi, "Dinas Besar", 6)[0], peristiwa="Rutenium")
    client = Client()
    client.force_login(hr)
    alamat = reverse("admin:pegawai_pegawai_laporan_isi", args=["umpan-balik"])
    teks = client.get(alamat).content.decode()
    assert "Umpan balik tahun ini" in teks
    assert "Rutenium" not in teks


def test_a_unit_elsewhere_of_the_same_name_is_not_shown_under_another(instansi, hr):
    """Every dinas has a Subbagian Umum."""
    rumah = {n: UnitKerjaPabrik(instansi=instansi, nama=f"Dinas {n}") for n in ("Satu", "Dua")}
    for n, banyak in (("Satu", 6), ("Dua", 7)):
        umum = UnitKerjaPabrik(instansi=instansi, nama="Subbagian Umum", induk=rumah[n])
        PegawaiPabrik.create_batch(banyak, instansi=instansi, unit=umum)
    semua = Pegawai.objects.visible_to(hr)
    isi = LAPORAN.buat(Permintaan(semua, PER, hr, unit=rumah["Satu"]))
    assert [list(b)[:2] for b in isi.baris()] == [["Subbagian Umum", 6]]
