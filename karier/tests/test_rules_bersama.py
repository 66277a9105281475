"""What several decisions ask for in the same way: predikat of one or two years, and no running penalty."""

from datetime import date

import numpy as np
import pytest

from karier.rules.aturan_pangkat import susun
from karier.rules.bersama import predikat_tahun
from karier.rules.fakta import Fakta
from karier.tests.orang import TMT, A, B, M, P
from karier.tests.orang_jabatan import SIAP_ADMINISTRATOR, SIAP_PENGAWAS, SIAP_PRATAMA, Siap, naik
from kinerja.enums import Predikat

# -- one year: kenaikan jenjang ---------------------------------------------------------------


@pytest.mark.parametrize("predikat", Predikat)
def test_the_last_year_alone_must_be_baik_or_better(predikat):
    h = naik(predikat_1=predikat, predikat_2=Predikat.SANGAT_KURANG)
    assert h["predikat_1_tahun"] is (M if predikat >= Predikat.BAIK else B)


@pytest.mark.parametrize(
    ("tmt", "p1", "p2", "status", "cepat"),
    [
        (date(2026, 6, 1), 3, 5, B, date(2027, 3, 1)),
        (date(2026, 6, 1), None, 5, P, None),
        (date(2026, 3, 1), None, 4, M, date(2026, 3, 1)),
        (date(2026, 4, 1), None, 4, P, None),
        (date(2026, 1, 1), None, 3, B, date(2026, 3, 1)),
        (date(2026, 3, 1), None, 3, B, date(2026, 4, 1)),
        (date(2026, 1, 1), 3, 5, B, date(2027, 3, 1)),
        (date(2026, 1, 1), None, None, P, None),
    ],
)
def test_a_year_not_assessed_yet_gives_way_to_the_one_before_until_march(tmt, p1, p2, status, cepat):
    h = naik(tmt, predikat_1=p1, predikat_2=p2, ukom_tanggal=date(2025, 12, 1))
    assert (h["predikat_1_tahun"], h.status, h.cepat) == (status, status, cepat)


# -- two years: managerial posts --------------------------------------------------------------


@pytest.mark.parametrize(
    ("tmt", "predikat", "status", "cepat"),
    [
        (date(2026, 6, 1), (4, 4, 1), M, date(2026, 6, 1)),
        (date(2026, 6, 1), (3, 4, 5), B, date(2028, 3, 1)),
        (date(2026, 6, 1), (4, 3, 5), B, date(2027, 3, 1)),
        (date(2026, 6, 1), (3, 3, 5), B, date(2028, 3, 1)),
        (date(2026, 6, 1), (None, 3, 5), B, None),
        (date(2026, 2, 1), (None, 4, 4), M, date(2026, 2, 1)),
        (date(2026, 3, 1), (None, 4, 3), B, date(2026, 4, 1)),
        (date(2026, 2, 1), (None, 3, 4), B, date(2027, 3, 1)),
        (date(2026, 4, 1), (None, 4, 4), P, None),
    ],
)
def test_each_of_the_last_two_years_is_baik_or_better(tmt, predikat, status, cepat):
    h = Siap(SIAP_PENGAWAS, tmt, **{f"predikat_{n}": p for n, p in enumerate(predikat, 1)})
    assert (h["predikat_2_tahun"], h.status, h.cepat) == (status, status, cepat)


@pytest.mark.parametrize("dasar", [SIAP_PENGAWAS, SIAP_ADMINISTRATOR, SIAP_PRATAMA])
@pytest.mark.parametrize(
    ("ganti", "status", "cepat"),
    [
        ({"hukdis_sampai": date(2026, 5, 31)}, M, TMT),
        ({"hukdis_sampai": TMT}, B, date(2026, 7, 1)),
        ({"hukdis_sampai": date(2026, 6, 30)}, B, date(2026, 7, 1)),
        ({"hukdis_sampai": date(2026, 7, 1)}, B, date(2026, 8, 1)),
        ({"hukdis_sampai": date(9999, 12, 31)}, B, None),
        ({"kedudukan_hukum": 7}, B, None),
        ({"kedudukan_hukum": 7, "hukdis_sampai": date(2026, 5, 31)}, B, None),
        ({"kedudukan_hukum": 7, "hukdis_sampai": TMT}, B, date(2026, 7, 1)),
    ],
)
def test_a_running_penalty_holds_back_and_shows_in_its_own_row_alone(dasar, ganti, status, cepat):
    h = Siap(dasar | {"tanggal_lahir": date(1985, 1, 1)}, **ganti)
    assert (h["hukuman_disiplin"], h["kedudukan_hukum"], h.status, h.cepat) == (status, M, status, cepat)


def test_only_dates_after_the_tmt_are_moved_to_the_first_of_a_month():
    tengah = date(2026, 6, 15)
    assert Siap(SIAP_PENGAWAS, tengah).cepat == tengah
    assert Siap(SIAP_PENGAWAS, tengah, bulan_pelaksana=47).cepat == date(2026, 8, 1)
    assert naik(tengah).cepat == tengah
    assert naik(tengah, ak_sah=4999, ak_draf=1).cepat == tengah


@pytest.mark.parametrize(
    ("tahun", "predikat", "terendah"),
    [(2, (3, 5, 1), 3), (2, (5, 3, 1), 3), (1, (5, 3, 1), 5), (2, (5, None, 1), None), (2, (None, 5, 2), 2)],
)
def test_what_is_shown_is_the_lowest_predikat_of_the_years_that_count(tahun, predikat, terendah):
    f = Fakta.satu(**{f"predikat_{n}": p for n, p in enumerate(predikat, 1)})
    semua = np.ones(1, dtype=np.bool_)
    s = predikat_tahun("kode", f, susun(A), date(2027, 2, 1), tahun=tahun, minimal=4, bila=semua)
    assert (s.kode, s.nilai.baca(0), s.perlu.baca(0)) == ("kode", terendah, 4)


@pytest.mark.parametrize(("p1", "cepat"), [(None, date(2027, 3, 1)), (4, date(2028, 3, 1))])
def test_a_year_not_assessed_yet_still_earns_its_angka_kredit(p1, cepat):
    h = naik(date(2027, 1, 1), predikat_1=p1, ak_sah=4000)
    assert (h["ak_kumulatif_jenjang"], h.cepat) == (B, cepat)
