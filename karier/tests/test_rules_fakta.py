"""Fakta: the vocabulary of facts, and its stored layout."""

from datetime import date

import numpy as np
import pytest

from asn_karier.lib.kolom import Kolom
from karier.rules.fakta import (
    FAKTA,
    FAKTA_DTYPE,
    FAKTA_VERSI,
    Fakta,
    capai,
    gabung_fakta,
    pack_fakta,
    unpack_fakta,
    unpack_rows,
    wajib,
)
from karier.tests.golden.susun import BERKAS_FAKTA, fakta_emas
from pegawai.enums import KompetensiMansoskul


def test_rows_apart_and_together_are_the_same_facts():
    f = fakta_emas().pilih(slice(0, 5))
    terkemas = pack_fakta(f)
    baris = [terkemas[i : i + 1].tobytes() for i in range(len(f))]
    assert pack_fakta(unpack_rows(baris)).tobytes() == terkemas.tobytes()


def test_the_layout_of_version_1_does_not_move():
    nama = [f.nama for f in FAKTA if f.versi == 1]
    assert len(nama) == 47
    assert nama[:4] == ["jenis_pegawai", "status_kepegawaian", "kedudukan_hukum", "tanggal_lahir"]
    assert nama[-3:] == ["asesmen_tanggal", "terpencil", "mentor_aktif"]
    assert {FAKTA_DTYPE[n].str for n in nama} <= {"|i1", "<i2", "<i4"}


def test_the_layout_of_version_2_adds_at_the_end_and_does_not_move():
    nama = [f.nama for f in FAKTA]
    assert (FAKTA_VERSI, FAKTA_DTYPE.itemsize, len(nama)) == (2, 122, 73)
    assert [f.versi for f in FAKTA] == [1] * 47 + [2] * 26
    assert nama[47:49] == ["eselon", "mkg_bulan"]
    assert nama[-2:] == ["skor_penugasan", "skor_umpan_balik"]


def test_a_row_of_the_first_layout_is_read_with_the_new_facts_missing():
    lama = bytes.fromhex(BERKAS_FAKTA[1].read_text(encoding="ascii").splitlines()[0])
    satu = unpack_fakta(lama)
    assert (len(lama), len(satu)) == (72, 1)
    assert [satu.baca(f.nama) for f in FAKTA if f.versi == 2] == [None] * 26
    assert satu.baca("tanggal_lahir") == fakta_emas(1).baca("tanggal_lahir")


@pytest.mark.parametrize("baris", FAKTA, ids=lambda b: b.nama)
def test_every_fact_names_unit_source_and_meaning_of_missing(baris):
    assert baris.satuan
    assert baris.sumber
    assert baris.bila_kosong


@pytest.mark.parametrize("baris", FAKTA, ids=lambda b: b.nama)
def test_every_fact_survives_packing_and_missing_stays_missing(baris):
    nilai = date(1987, 6, 5) if baris.tanggal else 1
    dua = unpack_fakta(pack_fakta(Fakta.dari_baris([{baris.nama: nilai}, {}])))
    assert [dua.baca(baris.nama, 0), dua.baca(baris.nama, 1)] == [nilai, None]
    assert all(dua.baca(f.nama, 0) is None for f in FAKTA if f.nama != baris.nama)


def test_zero_is_a_fact_and_not_a_missing_one():
    f = unpack_fakta(pack_fakta(Fakta.satu(ak_sah=0, ud_tk1=0)))
    assert (f.baca("ak_sah"), f.baca("ud_tk1"), f.baca("ud_tk2")) == (0, 0, None)


@pytest.mark.parametrize(("nama", "nilai"), [("golongan", 128), ("golongan", -128), ("jp_tahun_ini", 40_000)])
def test_a_number_that_does_not_fit_is_refused(nama, nilai):
    with pytest.raises(OverflowError, match=nama):
        pack_fakta(Fakta.satu(**{nama: nilai}))


@pytest.mark.parametrize(("nama", "paling_banyak"), [("jp_tahun_ini", 32_767), ("ak_draf", 2**31 - 1)])
def test_a_count_beyond_its_type_is_read_as_the_most_that_fits(nama, paling_banyak):
    f = Fakta.dari_kolom({nama: Kolom.dari([2**40, 7, None])}, 3)
    assert [f.baca(nama, i) for i in range(3)] == [paling_banyak, 7, None]
    assert pack_fakta(f)[nama][0] == paling_banyak


def test_a_code_beyond_its_type_is_no_other_code():
    with pytest.raises(OverflowError, match="pendidikan"):
        pack_fakta(Fakta.dari_kolom({"pendidikan": Kolom.dari([300])}, 1))


def test_far_dates_fit():
    f = unpack_fakta(pack_fakta(Fakta.satu(hukdis_sampai=date(9999, 12, 31))))
    assert f.baca("hukdis_sampai") == date(9999, 12, 31)


def test_names_outside_the_vocabulary_are_refused():
    with pytest.raises(TypeError, match="gaji"):
        Fakta.satu(gaji=1)
    with pytest.raises(TypeError, match="gaji"):
        Fakta.dari_kolom({"gaji": Kolom.satu(1)}, 1)


def test_columns_of_unequal_length_or_wrong_type_are_refused():
    with pytest.raises(ValueError, match="one length"):
        Fakta.dari_kolom({"golongan": Kolom.dari([1, 2])}, 1)
    with pytest.raises(TypeError, match="tmt_golongan"):
        Fakta.dari_kolom({"tmt_golongan": Kolom.satu(1)}, 1)


def test_a_fact_nobody_published_is_missing_for_everyone():
    f = Fakta.dari_kolom({"golongan": Kolom.dari([9, 10])}, 2)
    assert len(f) == 2
    assert not f.tmt_golongan.ada.any()


def test_batches_join_and_split_without_change():
    f = fakta_emas()
    kembali = gabung_fakta([f.pilih(slice(0, 50)), f.pilih(slice(50, None))])
    assert pack_fakta(kembali).tobytes() == pack_fakta(f).tobytes()


def test_a_what_if_replaces_only_the_facts_named():
    f = Fakta.satu(golongan=9, ak_sah=10)
    g = f.ganti(ak_sah=Kolom.satu(5000))
    assert (g.baca("golongan"), g.baca("ak_sah"), f.baca("ak_sah")) == (9, 5000, 10)


@pytest.mark.parametrize("kompetensi", list(KompetensiMansoskul))
def test_every_competency_has_its_need_and_its_level(kompetensi):
    f = Fakta.satu(**{f"wajib_{kompetensi}": 4, f"capai_{kompetensi}": 2})
    assert (wajib(f, kompetensi).baca(0), capai(f, kompetensi).baca(0)) == (4, 2)


def test_the_packed_row_is_little_endian():
    baris = pack_fakta(Fakta.satu(jenis_pegawai=1, ak_sah=258))
    posisi = FAKTA_DTYPE.fields["ak_sah"][1]
    assert baris.tobytes()[posisi : posisi + 4] == bytes([2, 1, 0, 0])
    assert isinstance(baris, np.ndarray)
