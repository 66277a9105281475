"""The checker refuses each broken limit; reasons for the unchosen name their own facts only."""

from __future__ import annotations

import pytest

from pelatihan.rules.alokasi_alasan import Sebab, Tolakan, sebab_tidak_dipilih
from pelatihan.rules.alokasi_kendala import Pelanggaran, periksa
from pelatihan.rules.alokasi_masalah import Bagian, Batas, Kendala, Ukuran
from pelatihan.tests.soal_alokasi import soal

#: Two classes that overlap on day 12, a third one later that costs nothing.
KELAS = [(1, 500_000, 0, 10, 12), (2, 800_000, 0, 12, 14), (3, 0, -1, 20, 20)]
PASANGAN = [
    (0, 0, 3, (1,)),
    (0, 1, 2, (2,)),
    (0, 2, 2, (1, 3)),
    (1, 0, 2, (1,)),
    (1, 2, 1, (2,)),
    (2, 1, 1, (1,)),
]


def contoh(**isi):
    return soal(PASANGAN, kelas=KELAS, sisa=isi.pop("sisa", (1_300_000,)), **isi)


def test_what_keeps_every_limit_is_accepted():
    m = contoh(terpencil=(1,), kurang_jp=(2,), batas=Batas(2, Bagian(33), Bagian(50, Ukuran.RUPIAH), 3))
    assert periksa(m, [0, 4, 5]) == []


LUBANG = {
    "a seat too many": ({}, [0, 3], Pelanggaran(Kendala.KURSI, 0, 2, 1)),
    "rupiah above the pagu": (
        {"sisa": (1_299_999,)},
        [0, 5],
        Pelanggaran(Kendala.PAGU, 0, 1_300_000, 1_299_999),
    ),
    "too many classes": ({"batas": Batas(1)}, [3, 4], Pelanggaran(Kendala.PALING_BANYAK, 1, 2, 1)),
    "one day in two places": ({}, [0, 1], Pelanggaran(Kendala.BENTROK, 0, 1, 0)),
    "one gap closed twice": ({}, [0, 2], Pelanggaran(Kendala.CELAH_SEKALI, 0, 1, 0)),
    "the same pair twice": ({}, [4, 4], Pelanggaran(Kendala.CELAH_SEKALI, 1, 1, 0)),
    "too few seats for remote units": (
        {"terpencil": (1,), "batas": Batas(terpencil=Bagian(40))},
        [0, 4, 5],
        Pelanggaran(Kendala.TERPENCIL, -1, 33, 40),
    ),
    "too little rupiah for those with few JP": (
        {"kurang_jp": (1, 2), "batas": Batas(kurang_jp=Bagian(62, Ukuran.RUPIAH))},
        [0, 4, 5],
        Pelanggaran(Kendala.KURANG_JP, -1, 61, 62),
    ),
    "too few seats given out": (
        {"batas": Batas(paling_sedikit=2)},
        [0],
        Pelanggaran(Kendala.PALING_SEDIKIT, -1, 1, 2),
    ),
    "a fixed pair left out": ({"tetap": (3,)}, [5], Pelanggaran(Kendala.TETAP, -1, 0, 1)),
}


@pytest.mark.parametrize(("isi", "dipilih", "harap"), LUBANG.values(), ids=LUBANG)
def test_each_seeded_violation_is_refused(isi, dipilih, harap):
    temuan = periksa(contoh(**isi), dipilih)
    assert harap in temuan
    assert {x.kendala for x in temuan} <= {harap.kendala, Kendala.BENTROK, Kendala.CELAH_SEKALI}


def test_everybody_who_is_not_chosen_has_one_reason():
    m = contoh()
    assert list(sebab_tidak_dipilih(m, [0, 4])) == [
        Tolakan(1, Sebab.BENTROK_TANGGAL, 0),
        Tolakan(2, Sebab.CELAH_TERTUTUP, 0),
        Tolakan(3, Sebab.KURSI_HABIS),
        Tolakan(5, Sebab.MASIH_MUAT),
    ]


@pytest.mark.parametrize(
    ("isi", "dipilih", "pasangan", "sebab"),
    [
        ({"sisa": (1_200_000,)}, [0], 5, Sebab.PAGU_HABIS),
        ({"batas": Batas(1)}, [3], 4, Sebab.SUDAH_CUKUP),
        ({"terpencil": (1,), "batas": Batas(terpencil=Bagian(50))}, [0, 4], 5, Sebab.PEMERATAAN),
        ({"kurang_jp": (0,), "batas": Batas(kurang_jp=Bagian(80, Ukuran.RUPIAH))}, [0], 5, Sebab.PEMERATAAN),
    ],
    ids=["rupiah", "enough classes", "share of seats", "share of rupiah"],
)
def test_the_reason_is_the_limit_that_refuses(isi, dipilih, pasangan, sebab):
    alasan = {t.pasangan: t.sebab for t in sebab_tidak_dipilih(contoh(**isi), dipilih)}
    assert alasan[pasangan] is sebab
