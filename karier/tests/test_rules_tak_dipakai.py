"""Assumptions that changed no fact: by what is recorded already, or because they come too late."""

from datetime import date

import pytest

from asn_karier.lib.syarat import TANPA_AKHIR
from karier.rules.andaian import SATUAN, Andaian, Ijazah, post_of
from karier.rules.fakta import Fakta
from karier.rules.tak_dipakai import TakDipakai, tak_dipakai, tanpa_semua
from karier.tests.orang import JF, A
from kinerja.enums import Predikat
from pegawai.enums import Jenjang, KedudukanHukum, TingkatPendidikan

PER, TMT, AKHIR = date(2026, 11, 28), date(2027, 1, 1), date(2031, 11, 28)
HARI = date(2027, 6, 1)
PINDAH = post_of(Jenjang.PENGAWAS, HARI)
SEMUA = Andaian(
    pendidikan=Ijazah(TingkatPendidikan.S2, HARI),
    uji_kompetensi=HARI,
    upkp=HARI,
    ujian_dinas=HARI,
    jabatan=PINDAH,
    hukuman_selesai=HARI,
    lowongan=True,
)
JALAN = {"hukdis_sampai": TANPA_AKHIR.item(), "dalam_pemeriksaan": 1}


def sia(andaian, *, akhir=AKHIR, **ganti):
    f = Fakta.satu(**(JF | ganti))
    return tak_dipakai(f, lambda _: A, andaian, per=PER, tmt=TMT, akhir=akhir)


def test_what_changes_a_fact_is_used():
    assert sia(SEMUA, **JALAN) == ()
    assert sia(Andaian()) == ()


@pytest.mark.parametrize(
    ("andaian", "tercatat"),
    [
        (Andaian(pendidikan=Ijazah(TingkatPendidikan.SLTA, HARI)), {}),
        (Andaian(pendidikan=Ijazah(TingkatPendidikan.S1, HARI)), {}),
        (Andaian(uji_kompetensi=HARI), {"ukom_tanggal": HARI}),
        (Andaian(upkp=HARI), {"upkp": 1}),
        (Andaian(ujian_dinas=HARI), {"ud_tk1": 1, "ud_tk2": 1}),
        (Andaian(jabatan=PINDAH), {"tmt_jabatan": HARI}),
        (Andaian(hukuman_selesai=HARI), {}),
        (Andaian(hukuman_selesai=HARI), {"hukdis_sampai": date(2026, 11, 27)}),
        (Andaian(lowongan=True), {"lowongan": 1}),
    ],
)
def test_what_is_recorded_already_makes_an_assumption_void(andaian, tercatat):
    (satu,) = sia(andaian, **tercatat)
    assert getattr(andaian, satu.kode)
    assert not satu.terlambat


@pytest.mark.parametrize(
    "tercatat",
    [
        {"hukdis_sampai": TANPA_AKHIR.item()},
        {"dalam_pemeriksaan": 1},
        {"kedudukan_hukum": KedudukanHukum.HUKUMAN_DISIPLIN},
    ],
)
def test_an_end_of_discipline_is_used_where_a_case_runs(tercatat):
    assert sia(Andaian(hukuman_selesai=HARI), **tercatat) == ()


def test_one_level_of_two_still_leaves_something_to_pass():
    assert sia(Andaian(ujian_dinas=HARI), ud_tk1=1) == ()


@pytest.mark.parametrize(
    ("hari", "terlambat"),
    [
        # The window of 1 November 2031, the last period of the timeline, closes on 15 October.
        (date(2031, 10, 15), ()),
        (date(2031, 10, 16), (TakDipakai("upkp", terlambat=True),)),
        (date(2031, 11, 28), (TakDipakai("upkp", terlambat=True),)),
    ],
)
def test_what_counts_after_the_timeline_only_comes_too_late(hari, terlambat):
    assert sia(Andaian(upkp=hari)) == terlambat


@pytest.mark.parametrize("hari", [date(2028, 7, 1), date(2031, 11, 27)])
def test_what_would_begin_years_after_an_early_end_comes_too_late_as_well(hari):
    pensiun = date(2027, 12, 1)
    semua = {
        "jabatan": Andaian(jabatan=post_of(Jenjang.PENGAWAS, hari)),
        "pendidikan": Andaian(pendidikan=Ijazah(TingkatPendidikan.S2, hari)),
        "hukuman_selesai": Andaian(hukuman_selesai=hari),
    }
    for nama, andaian in semua.items():
        assert sia(andaian, akhir=pensiun, dalam_pemeriksaan=1) == (TakDipakai(nama, terlambat=True),)


def test_a_timeline_that_ends_at_once_still_has_its_first_period():
    assert sia(Andaian(upkp=PER), akhir=PER) == ()
    assert sia(Andaian(upkp=HARI), akhir=PER) == (TakDipakai("upkp", terlambat=True),)


def test_what_is_left_without_them_tells_whether_anything_was_assumed():
    semua = tuple(TakDipakai(nama, terlambat=False) for nama in SATUAN)
    assert tanpa_semua(SEMUA, semua) == Andaian()
    assert tanpa_semua(Andaian(jp=20, lowongan=True), ()) == Andaian(lowongan=True)
    assert tanpa_semua(Andaian(predikat_lain=Predikat.KURANG), semua) == Andaian(
        predikat_lain=Predikat.KURANG
    )
