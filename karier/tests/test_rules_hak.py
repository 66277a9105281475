"""Kenaikan gaji berkala: what it asks for and when it falls."""

from datetime import date

import pytest

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.errors import DomainError
from karier.rules.fakta import Fakta
from karier.rules.hak import putuskan_kgb
from karier.tests.orang import B, M, P, T
from karier.tests.orang_hak import ORANG, PER, TERBUKA, A, kgb
from kinerja.enums import Predikat
from pegawai.enums import KedudukanHukum
from pegawai.rules.golongan import urut_pns


def test_who_fulfils_everything_gets_the_next_kgb():
    hasil = kgb()
    assert (hasil.status, hasil.cepat, hasil.sasaran, hasil.alasan, hasil.kurang) == (
        M,
        date(2028, 3, 1),
        0,
        None,
        0,
    )
    assert hasil.semua() == {
        "data_kepegawaian": T,
        "kedudukan_hukum": M,
        "masa_kerja": M,
        "predikat_kgb": M,
        "hukuman_disiplin": M,
        "tabel_gaji": M,
        "belum_bup": M,
    }


@pytest.mark.parametrize(
    ("per", "harap"),
    [(date(2026, 3, 1), date(2026, 3, 1)), (date(2026, 3, 2), date(2028, 3, 1))],
)
def test_the_kgb_of_the_day_itself_counts(per, harap):
    assert kgb(per=per).cepat == harap


@pytest.mark.parametrize("fakta", ["golongan", "tmt_golongan", "mkg_bulan"])
def test_without_the_record_of_the_golongan_there_is_no_day(fakta):
    hasil = kgb(**{fakta: None})
    assert (hasil["masa_kerja"], hasil.status, hasil.cepat, hasil.alasan) == (P, P, None, "masa_kerja")
    assert (hasil["tabel_gaji"], hasil["belum_bup"]) == (T, T)


def test_an_unverified_step_needs_checking():
    hasil = kgb(golongan=urut_pns("I/c"))
    assert (hasil["masa_kerja"], hasil.status, hasil.cepat) == (P, P, None)


@pytest.mark.parametrize(
    ("predikat", "status"),
    [
        (Predikat.SANGAT_BAIK, M),
        (Predikat.BAIK, M),
        (Predikat.BUTUH_PERBAIKAN, M),
        (Predikat.KURANG, B),
        (Predikat.SANGAT_KURANG, B),
        (None, P),
    ],
)
def test_butuh_perbaikan_is_enough(predikat, status):
    hasil = kgb(predikat_1=predikat)
    assert (hasil["predikat_kgb"], hasil.status) == (status, status)


@pytest.mark.parametrize(
    ("per", "tmt", "isi", "status"),
    [
        # (predikat_1, predikat_2, predikat_3); the year of the first is the one before TMT.
        (date(2026, 4, 1), date(2026, 6, 1), (None, 4, 4), P),
        (date(2026, 3, 31), date(2026, 6, 1), (None, 4, 4), M),
        (date(2026, 3, 31), date(2026, 6, 1), (None, None, 4), P),
        (date(2026, 3, 31), date(2026, 6, 1), (2, 4, 4), B),
        (date(2026, 4, 1), date(2026, 6, 1), (4, 2, 2), M),
        (date(2026, 11, 21), date(2027, 1, 1), (None, 4, 2), M),
        (date(2026, 11, 21), date(2027, 1, 1), (None, 2, 4), B),
        (date(2026, 11, 21), date(2027, 1, 1), (None, None, 4), P),
        (date(2026, 12, 31), date(2027, 2, 1), (2, 4, 4), B),
        (date(2026, 3, 31), date(2027, 1, 1), (None, None, 4), M),
        (date(2026, 3, 31), date(2028, 1, 1), (None, None, 4), M),
        (date(2027, 2, 1), date(2026, 12, 1), (4, 4, 4), M),
        (date(2027, 4, 1), date(2026, 12, 1), (4, 4, 4), P),
        (date(2029, 2, 1), date(2026, 12, 1), (4, 4, 4), P),
    ],
)
def test_the_last_assessed_year_counts_and_until_march_the_one_before_it(per, tmt, isi, status):
    nama = ("predikat_1", "predikat_2", "predikat_3")
    assert kgb(per=per, tmt=tmt, **dict(zip(nama, isi, strict=True)))["predikat_kgb"] is status


def test_without_a_tmt_the_facts_are_those_of_a_run_on_the_day():
    isi = {"per": date(2026, 11, 21), "predikat_1": None, "predikat_2": 4}
    assert kgb(**isi)["predikat_kgb"] is M
    assert kgb(tmt=date(2026, 12, 1), **isi)["predikat_kgb"] is P


@pytest.mark.parametrize(
    ("mkg", "harap"),
    [(0, date(2028, 3, 1)), (11, date(2027, 4, 1)), (12, date(2027, 3, 1)), (18, date(2027, 3, 1))],
)
def test_a_failed_year_waits_for_the_next_assessment(mkg, harap):
    # The year 2025 fails; 2026 counts from March 2027.
    hasil = kgb(predikat_1=Predikat.KURANG, mkg_bulan=mkg, tmt_golongan=date(2026, 3, 1))
    assert (hasil.status, hasil.kurang, hasil.alasan) == (B, 1, "predikat_kgb")
    assert hasil.cepat == harap


@pytest.mark.parametrize(
    ("per", "tmt", "isi", "harap"),
    [
        (date(2026, 3, 15), date(2026, 5, 1), (None, 2), date(2026, 4, 1)),
        (date(2026, 2, 28), date(2026, 4, 1), (None, 2), date(2026, 3, 1)),
        (date(2026, 3, 15), date(2026, 5, 1), (2, 4), date(2027, 3, 1)),
        (date(2026, 12, 15), date(2027, 1, 1), (2, 4), date(2028, 3, 1)),
        (date(2026, 12, 15), date(2027, 1, 1), (None, 2), date(2027, 3, 1)),
    ],
)
def test_the_next_assessment_counts_from_march_and_never_today(per, tmt, isi, harap):
    # A KGB that is due at once, so that the earliest date is that of the assessment.
    hasil = kgb(per=per, tmt=tmt, predikat_1=isi[0], predikat_2=isi[1], mkg_bulan=24, tmt_golongan=per)
    assert hasil.cepat == harap


@pytest.mark.parametrize(
    ("sampai", "status", "harap"),
    [
        (None, M, date(2028, 3, 1)),
        (date(2026, 6, 14), M, date(2028, 3, 1)),
        (date(2026, 6, 15), B, date(2028, 3, 1)),
        (date(2028, 2, 29), B, date(2028, 3, 1)),
        (date(2028, 3, 1), B, date(2028, 3, 2)),
        (TERBUKA, B, None),
    ],
)
def test_a_running_penalty_holds_the_kgb_up(sampai, status, harap):
    hasil = kgb(hukdis_sampai=sampai)
    assert (hasil["hukuman_disiplin"], hasil.status, hasil.cepat) == (status, status, harap)


def test_a_standing_that_tells_of_a_penalty_stops_the_kgb_in_the_closed_row():
    hasil = kgb(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN)
    assert (hasil["kedudukan_hukum"], hasil["hukuman_disiplin"], hasil.cepat) == (M, B, None)
    berjalan = kgb(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN, hukdis_sampai=date(2028, 5, 31))
    assert berjalan.cepat == date(2028, 6, 1)
    usang = kgb(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN, hukdis_sampai=date(2026, 6, 14))
    assert usang.cepat is None


def test_outside_the_declared_register_nobody_is_known_to_be_free():
    assert kgb(disiplin_tercakup=0)["hukuman_disiplin"] is P
    assert kgb(disiplin_tercakup=None)["hukuman_disiplin"] is P
    assert kgb(disiplin_tercakup=0, hukdis_sampai=PER)["hukuman_disiplin"] is B


@pytest.mark.parametrize(
    ("kedudukan", "status"),
    [(None, P), (KedudukanHukum.AKTIF, M), (KedudukanHukum.CLTN, P), (KedudukanHukum.LAINNYA, P)],
)
def test_another_standing_is_checked_and_never_refused(kedudukan, status):
    hasil = kgb(kedudukan_hukum=kedudukan)
    assert (hasil["kedudukan_hukum"], hasil.status) == (status, status)


@pytest.mark.parametrize(
    ("mkg", "status"), [(24 * 16 - 3, M), (24 * 16 - 1, M), (24 * 16, M), (24 * 16 + 1, B)]
)
def test_the_end_of_the_pay_table_is_an_estimate(mkg, status):
    hasil = kgb(tmt_golongan=PER, mkg_bulan=mkg)
    assert (hasil["tabel_gaji"], hasil.status, hasil.kurang) == (status, M, 0)


@pytest.mark.parametrize(("lahir", "status"), [(date(1970, 3, 1), M), (date(1970, 2, 28), B), (None, P)])
def test_a_kgb_after_the_age_limit_is_an_estimate(lahir, status):
    hasil = kgb(tanggal_lahir=lahir)
    assert (hasil["belum_bup"], hasil.status, hasil.cepat) == (status, M, date(2028, 3, 1))


def test_a_rule_file_that_is_not_in_force_is_named():
    with pytest.raises(DomainError, match="kgb"):
        putuskan_kgb(Fakta.satu(**ORANG), Aturan({k: A[k] for k in A.versi() if k != "kgb"}, "uji"), per=PER)
