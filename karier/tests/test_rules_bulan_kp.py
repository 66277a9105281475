"""Heaps of the month, and the numbers that SIASN gives a status."""

import pytest

from asn_karier.lib.syarat import Status
from karier.enums import StatusRekomendasi as R
from karier.enums import StatusUsul as U
from karier.rules.bulan_kp import DARI_HASIL, Tumpukan, pasangan_usul, tumpukan_hasil, tumpukan_usul
from karier.rules.daftar import posisi
from karier.rules.status_siasn import status_usul, urut_golongan


@pytest.mark.parametrize(
    ("status", "kode", "kurang", "harapan"),
    [
        (Status.BELUM, "angka_kredit", 1, Tumpukan.KURANG_SATU),
        (Status.BELUM, "angka_kredit", 2, Tumpukan.KURANG_LAIN),
        (Status.BELUM, "masa_pangkat", 1, Tumpukan.BELUM_WAKTUNYA),
        (Status.BELUM, "masa_jabatan", 3, Tumpukan.BELUM_WAKTUNYA),
        # A penalty ends with time, and is no matter of waiting for one's turn.
        (Status.BELUM, "hukuman_disiplin", 1, Tumpukan.KURANG_SATU),
        (Status.PERLU_VERIFIKASI, "ujian_dinas", 0, Tumpukan.PERBAIKAN),
        (Status.MEMENUHI, "angka_kredit", 0, None),
        (Status.TIDAK_BERLAKU, "angka_kredit", 0, None),
    ],
)
def test_an_outcome_lies_on_one_heap(status, kode, kurang, harapan):
    assert tumpukan_hasil(status, posisi(kode), kurang) is harapan


@pytest.mark.parametrize(
    ("rekomendasi", "usul", "harapan"),
    [
        (R.MENUNGGU, None, Tumpukan.SIAP),
        (R.MENUNGGU, U.DIURUNGKAN, Tumpukan.SIAP),
        (R.DITETAPKAN, None, Tumpukan.DIUSULKAN),
        (R.DITETAPKAN, U.DIUSULKAN, Tumpukan.DIUSULKAN),
        (R.DITETAPKAN, U.BTS, Tumpukan.BTS),
        (R.DITOLAK, U.TMS, Tumpukan.TMS),
        (R.DITOLAK, None, Tumpukan.DITUNDA),
        (R.DITOLAK, U.DIURUNGKAN, Tumpukan.DITUNDA),
        (R.DITUNDA, None, Tumpukan.DITUNDA),
        (R.TERLAKSANA, U.SK_TERBIT, Tumpukan.SK_TERBIT),
        (R.GUGUR, U.DIURUNGKAN, None),
    ],
)
def test_a_recommendation_lies_on_one_heap(rekomendasi, usul, harapan):
    assert tumpukan_usul(rekomendasi, usul) is harapan


def test_what_the_query_asks_for_is_what_the_rule_says():
    semua = [(r, u) for r in R for u in (None, *U)]
    ditanya = [pasangan for t in Tumpukan for pasangan in pasangan_usul(t)]
    assert sorted(map(str, ditanya)) == sorted(str(p) for p in semua if tumpukan_usul(*p) is not None)
    assert all(not pasangan_usul(t) for t in DARI_HASIL)


@pytest.mark.parametrize(
    ("nomor", "harapan"),
    [
        (1, U.DIUSULKAN),
        (5, U.BTS),
        (67, U.BTS),
        (6, U.TMS),
        (13, U.TMS),
        (22, U.DIUSULKAN),
        (32, U.SK_TERBIT),
        (0, None),
        (68, None),
        (99, None),
    ],
)
def test_numbers_of_siasn_say_where_a_proposal_stands(nomor, harapan):
    assert status_usul(nomor) is harapan


@pytest.mark.parametrize(
    ("kode", "urut"),
    [(11, 1), (34, 12), (41, 13), (45, 17), (15, None), (46, None), (10, None), (51, None), (5, None)],
)
def test_a_golongan_of_siasn_is_one_of_seventeen(kode, urut):
    assert urut_golongan(kode) == urut
