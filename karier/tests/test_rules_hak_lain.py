"""Satyalancana, the end of service, and who is judged at all."""

from calendar import isleap, monthrange
from datetime import date, timedelta

import numpy as np
import pytest

from asn_karier.lib.aturan import Aturan
from karier.enums import JenisPutusan
from karier.rules.daftar import MENURUT_JENIS, mengikat
from karier.rules.fakta import Fakta
from karier.rules.hak import hitung_pensiun, putuskan_kgb, putuskan_satyalancana
from karier.tests.orang import B, M, P, T
from karier.tests.orang_hak import ORANG, PER, TERBUKA, A, kgb, satya
from pegawai.enums import KedudukanHukum
from pegawai.rules.bup import tanggal_bup, tmt_pensiun

# -- Satyalancana ------------------------------------------------------------------------------


def test_who_fulfils_everything_gets_the_degree():
    hasil = satya()
    assert (hasil.status, hasil.sasaran, hasil.cepat, hasil.alasan) == (M, 10, PER, None)
    assert hasil.semua() == {
        "data_kepegawaian": T,
        "masa_kerja_satya": M,
        "tidak_pernah_hukuman": M,
        "tidak_pernah_cltn": M,
    }


@pytest.mark.parametrize(
    ("tmt", "dimiliki", "status", "sasaran", "harap"),
    [
        (date(2016, 6, 15), None, M, 10, PER),
        (date(2016, 6, 16), None, B, 10, date(2026, 6, 16)),
        (date(2016, 6, 15), 10, B, 20, date(2036, 6, 15)),
        (date(2016, 7, 1), 10, B, 20, date(2036, 7, 1)),
        (date(2006, 6, 15), None, M, 20, PER),
        (date(1996, 6, 15), 20, M, 30, PER),
        (date(1996, 6, 16), 20, B, 30, date(2026, 6, 16)),
        (date(1988, 2, 29), 30, T, 0, None),
        (None, None, P, 10, None),
    ],
)
def test_the_day_the_service_is_full(tmt, dimiliki, status, sasaran, harap):
    hasil = satya(tmt_cpns=tmt, satyalancana=dimiliki, disiplin_sejak=date(1980, 1, 1))
    assert (hasil["masa_kerja_satya"], hasil.status, hasil.sasaran, hasil.cepat) == (
        status,
        status,
        sasaran,
        harap,
    )


@pytest.mark.parametrize(
    ("ganti", "status"),
    [
        ({"hukdis_terberat": 0}, M),
        ({"hukdis_terberat": 1}, M),
        ({"hukdis_terberat": 2, "hukdis_terakhir": date(2026, 6, 14)}, P),
        ({"hukdis_terberat": 3, "hukdis_terakhir": date(2017, 1, 1)}, P),
        ({"hukdis_terberat": 2}, P),
        ({"hukdis_terberat": 2, "hukdis_terakhir": date(2026, 6, 15)}, B),
        ({"hukdis_terberat": 3, "hukdis_terakhir": TERBUKA}, B),
        ({"hukdis_terberat": 2, "hukdis_sampai": date(2026, 6, 15)}, B),
        ({"hukdis_terberat": 2, "hukdis_sampai": date(2026, 6, 14)}, P),
        ({"kedudukan_hukum": KedudukanHukum.HUKUMAN_DISIPLIN}, B),
        ({"disiplin_sejak": None}, P),
        ({"disiplin_sejak": date(2016, 3, 2)}, P),
        ({"disiplin_tercakup": 0}, P),
        ({"tmt_cpns": None}, P),
        ({"hukdis_terberat": 2, "hukdis_terakhir": TERBUKA, "disiplin_sejak": None}, B),
        ({"hukdis_terberat": 2, "disiplin_sejak": None}, P),
    ],
)
def test_never_a_penalty_sedang_or_berat_and_a_served_one_is_decided_by_a_person(ganti, status):
    hasil = satya(**ganti)
    assert hasil["tidak_pernah_hukuman"] is status
    assert hasil.status == status
    assert (hasil.cepat is None) is (status is not M)


@pytest.mark.parametrize(
    ("ganti", "status"),
    [
        ({"pernah_cltn": 0}, M),
        ({"pernah_cltn": 1}, B),
        ({"pernah_cltn": None}, P),
        ({"pernah_cltn": 0, "kedudukan_hukum": KedudukanHukum.CLTN}, B),
    ],
)
def test_never_on_leave_outside_the_states_account(ganti, status):
    assert satya(**ganti)["tidak_pernah_cltn"] is status


# -- both --------------------------------------------------------------------------------------


@pytest.mark.parametrize("hitung", [kgb, satya])
@pytest.mark.parametrize(
    ("ganti", "status"),
    [
        ({"jenis_pegawai": 2, "status_kepegawaian": 3}, T),
        ({"jenis_pegawai": 2, "status_kepegawaian": None}, T),
        ({"jenis_pegawai": None, "status_kepegawaian": 3}, T),
        ({"status_kepegawaian": 1}, T),
        ({"jenis_pegawai": None}, P),
        ({"status_kepegawaian": None}, P),
    ],
)
def test_a_pns_is_judged_and_who_may_be_one_is_checked(hitung, ganti, status):
    hasil = hitung(**ganti)
    assert (hasil.status, hasil["data_kepegawaian"], hasil.cepat) == (status, status, None)
    assert set(hasil.semua().values()) <= {T, status}


def test_discipline_and_leave_are_the_sensitive_class_and_unverified_law_does_not_bind():
    khusus = {
        b.kode
        for j in (JenisPutusan.KGB, JenisPutusan.SATYALANCANA)
        for b in MENURUT_JENIS[j]
        if b.kerahasiaan == 2
    }
    lepas = {
        b.kode
        for j in (JenisPutusan.KGB, JenisPutusan.SATYALANCANA)
        for b in MENURUT_JENIS[j]
        if not mengikat(A, b)
    }
    assert khusus == {"hukuman_disiplin", "tidak_pernah_hukuman", "tidak_pernah_cltn"}
    assert lepas == {"tabel_gaji", "belum_bup"}


def test_many_people_are_judged_as_each_alone():
    baris = [
        ORANG | {"mkg_bulan": n * 5, "tmt_cpns": date(1990 + n, 1, 1), "predikat_1": n % 6 or None}
        for n in range(30)
    ]
    for hitung in (putuskan_kgb, putuskan_satyalancana):
        bersama = hitung(Fakta.dari_baris(baris), A, per=PER)
        for i, satu in enumerate(baris):
            sendiri = hitung(Fakta.satu(**satu), A, per=PER)
            for nama in bersama.__slots__:
                np.testing.assert_array_equal(getattr(sendiri, nama)[0], getattr(bersama, nama)[i])


# -- the end of service ------------------------------------------------------------------------


def pensiun(lahir, bup, a=A):
    hasil = hitung_pensiun(Fakta.satu(tanggal_lahir=lahir, bup=bup), a)
    return hasil.mencapai.baca(0), hasil.tmt.baca(0)


def polos(lahir, bup):
    """Independent of the rule: the birthday, then the 1st of the month after it."""
    tahun = lahir.year + bup
    kabisat = (lahir.month, lahir.day) == (2, 29) and not isleap(tahun)
    hari = date(tahun, 3, 1) if kabisat else date(tahun, lahir.month, lahir.day)
    return hari, hari + timedelta(days=monthrange(hari.year, hari.month)[1] - hari.day + 1)


@pytest.mark.lambat
def test_four_hundred_ages_are_those_of_a_plain_count():
    istimewa = [
        date(1964, 2, 29),
        date(1968, 2, 29),
        date(1972, 12, 31),
        date(1971, 1, 31),
        date(1970, 2, 28),
    ]
    for n in range(400):
        lahir = istimewa[n % 5] if n % 2 else date(1960, 1, 1) + timedelta(days=n * 53)
        bup = (58, 60, 65, 70)[n // 2 % 4]
        assert pensiun(lahir, bup) == polos(lahir, bup)
        assert pensiun(lahir, bup) == (tanggal_bup(lahir, bup), tmt_pensiun(lahir, bup, A))


@pytest.mark.parametrize(("lahir", "bup"), [(None, 58), (date(1970, 1, 1), None)])
def test_an_age_limit_without_its_facts_is_unknown(lahir, bup):
    assert pensiun(lahir, bup) == (None, None)


def test_a_day_past_the_calendar_is_unknown():
    assert pensiun(date(9940, 5, 1), 58) == (date(9998, 5, 1), date(9998, 6, 1))
    assert pensiun(date(9941, 12, 2), 58) == (date(9999, 12, 2), None)
    assert pensiun(date(9941, 12, 31), 58) == (date(9999, 12, 31), None)
    assert pensiun(date(9942, 1, 1), 58) == (None, None)


def test_without_the_file_of_the_age_limit_there_is_no_pension_day():
    tanpa = Aturan({k: A[k] for k in A.versi() if k != "bup"}, "uji")
    assert pensiun(date(1970, 3, 20), 58, tanpa) == (date(2028, 3, 20), None)
    assert hitung_pensiun(Fakta.satu(**ORANG), tanpa).tmt.berupa_tanggal


def test_a_pppk_gets_the_estimate_too():
    f = Fakta.satu(jenis_pegawai=2, status_kepegawaian=3, tanggal_lahir=date(1980, 2, 29), bup=58)
    hasil = hitung_pensiun(f, A)
    assert (hasil.mencapai.baca(0), hasil.tmt.baca(0)) == (date(2038, 3, 1), date(2038, 4, 1))
