"""Why nothing of a kind happens: pension only where nothing but time stands in the way."""

from datetime import date

import pytest

from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.rules.andaian import post_of
from karier.rules.fakta import Fakta
from karier.rules.proyeksi import Andaian, JenisPeristiwa, Tertahan, proyeksikan
from karier.tests.orang import PELAKSANA, A
from kinerja.enums import Predikat
from pegawai.enums import Jenjang

PER = date(2026, 11, 28)
STAF = PELAKSANA | {
    "predikat_1": None,
    "predikat_2": 4,
    "predikat_3": 4,
    "mkg_bulan": 24,
    "tmt_golongan": date(2024, 4, 1),
    "tmt_cpns": date(2019, 3, 1),
    "disiplin_sejak": date(2010, 1, 1),
    "pernah_cltn": 0,
}
KURANG = Andaian(predikat_lain=Predikat.KURANG)
#: Born so, the pension at 58 begins on 1 December 2027 or 2029.
PENSIUN_2027, PENSIUN_2029 = date(1969, 11, 10), date(1971, 11, 10)
PANGKAT, KGB, SATYA = JenisPutusan.KENAIKAN_PANGKAT, JenisPutusan.KGB, JenisPutusan.SATYALANCANA


def tertahan(andaian=None, *, per=PER, tahun=5, **ganti):
    f = Fakta.satu(**(STAF | ganti))
    return proyeksikan(f, lambda _: A, andaian or Andaian(), per=per, tahun=tahun).tertahan


def test_what_is_not_due_before_the_pension_waits_for_time_alone():
    p = tertahan(tanggal_lahir=PENSIUN_2027)
    # Four years in the golongan, the next step of the MKG, ten years of service: none before December 2027.
    assert [j for j in p if p[j].didahului] == [PANGKAT, KGB, SATYA]
    assert p[PANGKAT].paling_cepat == date(2028, 4, 1)


@pytest.mark.parametrize("jenis", [PANGKAT, KGB])
def test_what_was_due_before_the_pension_is_held_up_by_something_else(jenis):
    alasan = {PANGKAT: "predikat_2_tahun", KGB: "predikat_kgb"}[jenis]
    satu = tertahan(KURANG, tanggal_lahir=PENSIUN_2029)[jenis]
    assert (satu.status, satu.alasan, satu.didahului) == (Status.BELUM, alasan, False)
    # Though the day that a better assessment would bring is past the pension.
    assert satu.paling_cepat > date(2029, 12, 1)


def test_what_blocks_for_good_is_the_reason_whenever_the_pension_comes():
    p = tertahan(golongan=12, tmt_golongan=date(2022, 4, 1), tanggal_lahir=PENSIUN_2027)
    assert p[PANGKAT] == Tertahan(Status.BELUM, "pangkat_tertinggi", None)


@pytest.mark.parametrize("lahir", [PENSIUN_2027, STAF["tanggal_lahir"]])
def test_an_unknown_day_of_a_kgb_is_the_reason_with_or_without_a_pension(lahir):
    p = tertahan(mkg_bulan=None, tanggal_lahir=lahir)
    assert p[KGB] == Tertahan(Status.PERLU_VERIFIKASI, "masa_kerja", None)


def test_a_kgb_that_lies_past_the_years_shown_is_no_matter():
    assert KGB not in tertahan(per=date(2026, 4, 10), tahun=1)


def test_a_pension_before_the_first_period_leaves_nothing_to_judge():
    p = proyeksikan(
        Fakta.satu(**(STAF | {"tanggal_lahir": date(1968, 11, 10)})), lambda _: A, Andaian(), per=PER
    )
    assert [(e.jenis, e.lewat) for e in p.peristiwa] == [(JenisPeristiwa.PENSIUN, False)]
    assert {j: t.didahului for j, t in p.tertahan.items()} == {PANGKAT: True, KGB: True, SATYA: True}


@pytest.mark.parametrize("pindah", [date(2026, 12, 1), date(2028, 9, 1)])
def test_an_age_limit_that_had_passed_before_the_post_is_told_apart(pindah):
    # At 58 on 10 November 2026 or 2027; the post held until then goes on to 60.
    lahir = date(1968, 10, 10) if pindah.year == 2026 else date(1969, 11, 10)
    isi = STAF | {"tanggal_lahir": lahir, "bup": 60}
    andaian = Andaian(jabatan=post_of(Jenjang.PELAKSANA, pindah))
    p = proyeksikan(Fakta.satu(**isi), lambda _: A, andaian, per=PER)
    pensiun = p.pertama(JenisPeristiwa.PENSIUN)
    assert (pensiun, pensiun.sasaran, pensiun.lewat) == (p.peristiwa[-1], 58, True)
    assert pensiun.tanggal < pindah
    tetap = proyeksikan(Fakta.satu(**isi), lambda _: A, Andaian(), per=PER)
    assert not tetap.pertama(JenisPeristiwa.PENSIUN).lewat
