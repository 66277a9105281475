"""Tidak ada yang terlambat: what breaks a kenaikan that time alone would allow, and what is remembered."""

from datetime import date

import numpy as np
import pytest

from asn_karier.lib.syarat import Status
from karier.enums import StatusPeringatan
from karier.kamus import HasilSatu, jelaskan
from karier.rules.daftar import posisi
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.rules.pangkat import putuskan
from karier.rules.peringatan import (
    Catatan,
    catat_baru,
    geser_predikat,
    jaga,
    langkah,
    naik,
    tahap,
    tmt_menurut_waktu,
    yang_kurang,
)
from karier.tests.orang import JF, PELAKSANA, TMT, A
from kinerja.enums import Predikat
from pegawai.enums import KedudukanHukum
from pegawai.rules.golongan import urut_pns

AKHIR = date(2027, 6, 1)
#: Four years in the pangkat on 1 March 2027.
MARET = PELAKSANA | {"tmt_golongan": date(2023, 3, 1), "tanggal_lahir": date(1990, 1, 1)}


def satu(isi, akhir=AKHIR):
    """(TMT or None, codes that are short there, golongan, whether anything is ahead) of one person."""
    s = jaga(Fakta.satu(**isi), lambda _: A, tmt=TMT, akhir=akhir)
    kurang = [k.baris.kode for k in yang_kurang(int(s.syarat[0]), A)]
    return s.tmt[0].item(), kurang, int(s.sasaran[0]), bool(s.berjalan[0])


def test_who_is_ready_needs_nothing_but_the_proposal():
    assert satu(PELAKSANA) == (TMT, [], urut_pns("III/b"), True)


def test_time_is_waited_for_and_what_it_cannot_mend_is_named():
    isi = MARET | {"pendidikan": None}
    assert satu(isi) == (date(2027, 3, 1), ["pangkat_tertinggi"], urut_pns("III/b"), True)


def test_a_year_that_will_count_and_is_not_rated_yet_breaks_a_tmt_after_march():
    tmt, kurang, _, _ = satu(MARET | {"tmt_golongan": date(2023, 5, 1)})
    assert (tmt, kurang) == (date(2027, 5, 1), ["predikat_2_tahun"])


@pytest.mark.parametrize(
    ("dasar", "ganti"),
    [
        (PELAKSANA, {"pendidikan": None}),
        (PELAKSANA, {"hukdis_sampai": date(9999, 12, 31)}),
        (PELAKSANA, {"kedudukan_hukum": KedudukanHukum.HUKUMAN_DISIPLIN}),
        (PELAKSANA, {"golongan": urut_pns("III/d"), "ujian_tercakup": 1, "ud_tk2": 0}),
        (PELAKSANA, {"predikat_1": None}),
        (PELAKSANA, {"disiplin_tercakup": None}),
        (JF, {"ak_sah": None}),
        (JF, {"golongan": urut_pns("III/b"), "ak_sah": 9000}),
    ],
)
def test_a_warning_and_the_sheet_of_the_run_name_the_same_people_to_act(dasar, ganti):
    f = Fakta.satu(**dasar | ganti)
    satu = HasilSatu.dari(putuskan_seluruh(f, A, per=TMT, tmt=TMT), f, A, tmt=TMT, per=TMT)
    lembar = {s.kode: s.pelaku for s in jelaskan(satu) if s.mengikat and s.pelaku_teks}
    siaga = jaga(f, lambda _: A, tmt=TMT, akhir=AKHIR)
    assert siaga.tmt[0].item() == TMT
    assert {k.baris.kode: k.pelaku for k in yang_kurang(int(siaga.syarat[0]), A)} == lembar != {}


def test_what_only_an_estimate_says_is_no_task():
    belum_bup = int(Status.BELUM) << (2 * posisi("belum_bup"))
    assert yang_kurang(belum_bup, A) == []


def test_until_march_the_years_before_are_enough():
    assert satu(MARET)[:2] == (date(2027, 3, 1), [])


def test_beyond_the_horizon_nothing_is_said_although_something_is_ahead():
    assert satu(MARET, akhir=date(2026, 12, 1)) == (None, [], 0, True)


@pytest.mark.parametrize(
    "isi",
    [
        {"jenis_pegawai": 2},
        {"golongan": urut_pns("IV/e")},
        {"tanggal_lahir": date(1968, 5, 1)},
        {"kedudukan_hukum": KedudukanHukum.CLTN},
    ],
    ids=["PPPK", "at the top", "beyond the age limit", "a standing without a rule"],
)
def test_there_is_nothing_to_be_in_time_for(isi):
    tmt, _, _, berjalan = satu(PELAKSANA | isi)
    assert (tmt, berjalan) == (None, False)


def test_angka_kredit_that_time_will_bring_is_waited_for_and_its_signature_named():
    tmt, kurang, _, _ = satu(JF | {"ak_sah": 4000, "predikat_1": Predikat.BAIK})
    assert (tmt, kurang) == (date(2027, 3, 1), ["angka_kredit"])


def test_a_batch_says_of_each_what_it_says_of_one():
    orang = [PELAKSANA, MARET, MARET | {"pendidikan": None}, JF, PELAKSANA | {"jenis_pegawai": 2}]
    s = jaga(Fakta.dari_baris(orang), lambda _: A, tmt=TMT, akhir=AKHIR)
    assert [t.item() for t in s.tmt] == [satu(isi)[0] for isi in orang]
    assert len(s) == len(orang)


def test_at_the_target_itself_the_outcome_is_that_of_the_run():
    f = Fakta.dari_baris([PELAKSANA, JF | {"ak_sah": None}, PELAKSANA | {"predikat_1": None}])
    assert (tmt_menurut_waktu(f, A, tmt=TMT) == np.datetime64(TMT)).all()
    assert (jaga(f, lambda _: A, tmt=TMT, akhir=TMT).syarat == putuskan(f, A, tmt=TMT).syarat).all()


def test_a_later_year_pushes_the_recorded_ones_back():
    f = Fakta.satu(predikat_1=4, predikat_2=5, predikat_3=3)
    assert geser_predikat(f, 0) is f
    geser = geser_predikat(f, 1)
    assert [geser.baca(f"predikat_{n}") for n in (1, 2, 3)] == [None, 4, 5]
    jauh = geser_predikat(f, 5)
    assert [jauh.baca(f"predikat_{n}") for n in (1, 2, 3)] == [None, None, None]


@pytest.mark.parametrize(
    ("per", "hasil"),
    [
        (date(2026, 5, 31), 0),
        (date(2026, 6, 2), 12),
        (date(2026, 12, 1), 12),
        (date(2026, 12, 2), 6),
        (date(2027, 3, 2), 3),
        (date(2027, 6, 1), 3),
    ],
)
def test_a_warning_comes_twelve_six_and_three_months_before(per, hasil):
    assert tahap(per, date(2027, 6, 1)) == hasil


# -- between runs -------------------------------------------------------------------------------

JUNI, JULI, SEPTEMBER = date(2027, 6, 1), date(2027, 7, 1), date(2027, 9, 1)
BUKA = catat_baru(JUNI, "ujian_dinas", sasaran_run=date(2027, 2, 1))


def test_at_first_sight_a_warning_is_open():
    assert Catatan(JUNI, JUNI, "ujian_dinas", StatusPeringatan.TERBUKA, 0) == BUKA


def test_mended_in_time_it_is_rescued_and_the_cause_stays_on_record():
    c = langkah(BUKA, JUNI, "", sasaran_run=JUNI)
    assert (c.status, c.penyebab, c.bulan_hilang) == (StatusPeringatan.TERSELAMATKAN, "ujian_dinas", 0)


def test_rescued_and_broken_again_it_is_open_with_the_new_cause():
    c = langkah(langkah(BUKA, JUNI, "", sasaran_run=JUNI), JUNI, "data_jabatan", sasaran_run=JUNI)
    assert (c.status, c.penyebab) == (StatusPeringatan.TERBUKA, "data_jabatan")


def test_ready_only_for_a_later_period_is_not_rescued():
    assert langkah(BUKA, JULI, "", sasaran_run=JUNI).status is StatusPeringatan.TERBUKA


def test_once_the_window_has_closed_every_month_to_the_next_possible_one_is_lost():
    c = langkah(BUKA, SEPTEMBER, "ujian_dinas", sasaran_run=JULI)
    assert (c.status, c.tmt_awal, c.tmt_kini, c.bulan_hilang) == (
        StatusPeringatan.TERLEWAT, JUNI, SEPTEMBER, 3,
    )  # fmt: skip


def test_with_nothing_in_sight_the_months_run_on_with_the_target():
    c = langkah(BUKA, None, "", sasaran_run=SEPTEMBER)
    assert (c.status, c.bulan_hilang) == (StatusPeringatan.TERLEWAT, 3)


def test_with_the_new_pangkat_the_count_ends():
    assert naik(BUKA, JUNI)[2:] == ("ujian_dinas", StatusPeringatan.NAIK, 0)
    assert naik(BUKA, SEPTEMBER).bulan_hilang == 3
