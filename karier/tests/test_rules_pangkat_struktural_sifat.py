"""Kenaikan pangkat pilihan struktural: properties, and the comparison of the bench over many people."""

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from asn_karier.lib.dates import add_months
from asn_karier.lib.syarat import Status
from bench import naif_aturan
from karier.rules.aturan_pangkat import susun
from karier.rules.fakta import FAKTA, Fakta
from karier.rules.pangkat import putuskan
from karier.tests.orang import STRUKTURAL, TMT, A, B, M, Satu
from pegawai.enums import Eselon, Jenjang
from pegawai.rules.golongan import urut_pns

_HARI = st.dates(date(2019, 1, 1), TMT)
_GOLONGAN = st.integers(urut_pns("III/b"), urut_pns("III/c"))


@given(_HARI, _HARI, _GOLONGAN)
@settings(max_examples=150, deadline=None)
def test_the_earliest_date_is_the_first_period_on_which_everything_is_fulfilled(pangkat, jabatan, golongan):
    orang = STRUKTURAL | {"tmt_golongan": pangkat, "tmt_jabatan": jabatan, "golongan": golongan}
    cepat = Satu(orang).cepat
    assert Satu(orang, cepat).status is M
    assert cepat == TMT or Satu(orang, add_months(cepat, -1)).status is B


@given(_HARI, _HARI, _GOLONGAN, st.integers(0, 60))
@settings(max_examples=100, deadline=None)
def test_whoever_fulfils_it_still_does_with_an_older_pangkat_or_post(pangkat, jabatan, golongan, bulan):
    orang = STRUKTURAL | {"tmt_golongan": pangkat, "tmt_jabatan": jabatan, "golongan": golongan}
    if Satu(orang).status is M:
        assert Satu(orang, tmt_golongan=add_months(pangkat, -bulan)).status is M
        assert Satu(orang, tmt_jabatan=add_months(jabatan, -bulan)).status is M


def test_the_comparison_says_the_same_of_a_thousand_structural_officials():
    acak = random.Random(41)
    f = Fakta.dari_baris([_orang(acak) for _ in range(1000)])
    kami = putuskan(f, A, tmt=TMT)
    for i in range(len(f)):
        naif = naif_aturan.putuskan({b.nama: f.baca(b.nama, i) for b in FAKTA}, susun(A), A, TMT)
        assert naif == {nama: getattr(kami, nama)[i].item() for nama in kami.__slots__}
    assert set(kami.status.tolist()) == set(Status)


def _orang(acak):
    def hari(*tahun):
        return acak.choice((None, TMT, *(date(acak.choice(tahun), acak.randint(1, 12), 1) for _ in range(6))))

    return STRUKTURAL | {
        "golongan": acak.choice((None, *range(8, 18))),
        "eselon": acak.choice((None, None, *Eselon)),
        "jenjang": acak.choice((None, *(j for j in Jenjang if j >= Jenjang.AHLI_UTAMA))),
        "tmt_golongan": hari(2021, 2022, 2023, 2025),
        "tmt_jabatan": hari(2024, 2025),
        "kedudukan_hukum": acak.choice((1, 1, 1, 3, 7, None)),
        "predikat_2": acak.choice((4, 4, 4, 3, None)),
        "jenis_jabatan": acak.choices((1, 4), (90, 10))[0],
    }
