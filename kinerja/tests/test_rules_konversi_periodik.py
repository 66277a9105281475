"""Periodic angka kredit: each period adds what the formula of the year has grown by."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.dates import add_months
from kinerja.enums import Predikat
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN, konversi, seri_kumulatif
from kinerja.rules.konversi_periodik import Evaluasi, baris_periodik
from kinerja.rules.masa import Jabatan, Segmen, segmen_setahun
from pegawai.enums import Jenjang

A = aturan_per(date(2026, 12, 31))
BAIK = Predikat.BAIK
SETAHUN = [Segmen(Jenjang.AHLI_PERTAMA, date(2026, 1, 1), 12)]


def masa(awal: int, bulan: int, predikat: Predikat = BAIK, kunci: int = 0) -> Evaluasi:
    mulai = date(2026, awal, 1)
    return Evaluasi(kunci or awal, mulai, add_months(mulai, bulan) - timedelta(days=1), predikat)


def triwulan(*predikat: Predikat) -> list[Evaluasi]:
    return [masa(1 + 3 * n, 3, p) for n, p in enumerate(predikat)]


def bulanan(predikat: Predikat = BAIK) -> list[Evaluasi]:
    return [masa(n, 1, predikat) for n in range(1, 13)]


def senti(segmen: list[Segmen], evaluasi: list[Evaluasi]) -> list[int]:
    return [b.senti for b in baris_periodik(segmen, evaluasi, A)]


@pytest.mark.parametrize(
    ("evaluasi", "harap"),
    [
        (triwulan(BAIK, BAIK, BAIK, BAIK), [313, 312, 313, 312]),
        (triwulan(BAIK, Predikat.SANGAT_BAIK), [313, 468]),
        (triwulan(Predikat.KURANG, BAIK), [156, 313]),
        ([masa(4, 3)], [313]),
        ([masa(1, 3), masa(7, 3)], [313, 312]),
        ([], []),
    ],
)
def test_lines_are_what_the_rounded_total_grows_by(evaluasi, harap):
    assert senti(SETAHUN, evaluasi) == harap


@pytest.mark.parametrize("jenjang", [*JF_KETERAMPILAN, *JF_KEAHLIAN])
@pytest.mark.parametrize("predikat", list(Predikat))
def test_quarters_and_months_of_one_predikat_make_the_year(jenjang, predikat):
    segmen = [Segmen(jenjang, date(2026, 1, 1), 12)]
    setahun = konversi(jenjang, predikat, 12, A)
    empat = triwulan(*[predikat] * 4)
    assert sum(senti(segmen, empat)) == sum(senti(segmen, bulanan(predikat))) == setahun
    kumulatif = seri_kumulatif(jenjang, predikat, [3, 6, 9, 12], A)
    assert [sum(senti(segmen, empat[: n + 1])) for n in range(4)] == kumulatif


def test_each_jenjang_of_the_year_is_reckoned_apart():
    riwayat = [Jabatan(date(2020, 1, 1), Jenjang.AHLI_PERTAMA), Jabatan(date(2026, 5, 15), Jenjang.AHLI_MUDA)]
    semua = baris_periodik(segmen_setahun(riwayat, 2026), triwulan(BAIK, BAIK), A)
    assert [(b.segmen.jenjang, b.mulai, b.bulan, b.senti) for b in semua] == [
        (Jenjang.AHLI_PERTAMA, date(2026, 1, 1), 3, 313),
        (Jenjang.AHLI_PERTAMA, date(2026, 4, 1), 1, 104),
        (Jenjang.AHLI_MUDA, date(2026, 6, 1), 1, 208),
    ]


def test_the_month_of_a_change_of_atasan_counts_for_whoever_rates_its_last_day():
    bagian = [
        Evaluasi(1, date(2026, 1, 1), date(2026, 2, 14), BAIK),
        Evaluasi(1, date(2026, 2, 15), date(2026, 3, 31), Predikat.SANGAT_BAIK),
    ]
    assert [(b.mulai.month, b.bulan) for b in baris_periodik(SETAHUN, bagian, A)] == [(1, 1), (2, 2)]


def test_a_month_that_two_evaluations_hold_counts_once():
    semua = baris_periodik(SETAHUN, [masa(1, 3), masa(2, 1, kunci=99), masa(4, 1)], A)
    assert [(b.kunci, b.bulan) for b in semua] == [(1, 3), (4, 1)]


@given(st.lists(st.tuples(st.integers(1, 12), st.sampled_from(list(Predikat))), max_size=12), st.data())
def test_the_sum_is_the_rounded_formula_whatever_was_evaluated(pilih, data):
    jenjang = data.draw(st.sampled_from([*JF_KETERAMPILAN, *JF_KEAHLIAN]))
    menurut = dict(pilih)
    evaluasi = [masa(b, 1, p) for b, p in sorted(menurut.items())]
    semua = baris_periodik([Segmen(jenjang, date(2026, 1, 1), 12)], evaluasi, A)
    tepat = sum(A["angka_kredit"].tabel("persen")[p.name]["nilai"] for p in menurut.values())
    koefisien = A["angka_kredit"].tabel("koefisien_milli")[jenjang.name]["nilai"]
    assert sum(b.senti for b in semua) == (koefisien * tepat + 6000) // 12000
    assert len({b.mulai for b in semua}) == len(semua)
    assert all(b.senti >= 0 for b in semua)
