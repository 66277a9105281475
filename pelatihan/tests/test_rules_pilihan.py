"""Which programmes are named first, as a table of cases."""

from datetime import date

import pytest

from pegawai.enums import JenisJabatan, Jenjang
from pelatihan.enums import Metode
from pelatihan.rules.pilihan import (
    Alasan,
    Kebutuhan,
    Pemangku,
    Program,
    Sasaran,
    is_due,
    is_meant_for,
    rank,
    reasons,
    take_turns,
)

STRUKTURAL, FUNGSIONAL, RANGKAP, PELAKSANA = JenisJabatan
AUDITOR = Pemangku(FUNGSIONAL, Jenjang.AHLI_MUDA, "Auditor Ahli Muda")
KEPALA_DINAS = Pemangku(STRUKTURAL, Jenjang.JPT_PRATAMA, "Kepala Dinas Kesehatan")
TIDAK_TERCATAT = Pemangku(None, None, "")
PERAWAT = Pemangku(FUNGSIONAL, Jenjang.AHLI_MUDA, "Perawat", ("Puskesmas Mersam", "Dinas Kesehatan"))
DARING, CAMPURAN, TATAP_MUKA = Metode.DARING, Metode.CAMPURAN, Metode.TATAP_MUKA
HARI = date(2026, 11, 21)


def _program(
    pk: int,
    *,
    level: int = 3,
    metode: Metode = TATAP_MUKA,
    jp: int = 10,
    biaya: int = 0,
    mb: int | None = None,
    berkursi: bool = False,
) -> Program:
    return Program(pk, level, metode, jp, biaya, ukuran_mb=mb, berkursi=berkursi)


def _butuh(sekarang: int | None = 2, wajib: int = 3, nama: str = "Komunikasi") -> Kebutuhan:
    return Kebutuhan(nama.lower(), nama, sekarang, wajib)


def _pks(
    program: list[Program], *, sekarang: int | None = 2, wajib: int = 3, terpencil: bool = False
) -> list[int]:
    hasil = rank(program, _butuh(sekarang, wajib), terpencil=terpencil, pemangku=AUDITOR, hari=HARI)
    return [p.pk for p in hasil]


@pytest.mark.parametrize(
    ("program", "terpencil", "urutan"),
    [
        pytest.param([_program(1), _program(2, metode=DARING)], True, [2, 1], id="remote: online first"),
        pytest.param(
            [_program(1), _program(2, metode=CAMPURAN), _program(3, metode=DARING)],
            True,
            [3, 2, 1],
            id="remote: online, mixed, classroom",
        ),
        pytest.param(
            [_program(1, metode=DARING, biaya=500_000), _program(2, biaya=0)],
            True,
            [1, 2],
            id="remote: before cost",
        ),
        pytest.param(
            [_program(1, metode=DARING, biaya=500_000), _program(2, biaya=0)],
            False,
            [2, 1],
            id="town: cost decides",
        ),
        pytest.param([_program(1, level=5), _program(2, level=3)], False, [2, 1], id="nearest level first"),
        pytest.param([_program(1, jp=4), _program(2, jp=20)], False, [2, 1], id="equal cost: more JP first"),
        pytest.param(
            [_program(9), _program(4)], False, [4, 9], id="a tie is broken by age, always the same way"
        ),
        pytest.param(
            [_program(1), _program(2, biaya=500_000, berkursi=True)],
            False,
            [2, 1],
            id="a seat now goes first",
        ),
        pytest.param(
            [_program(1, level=4), _program(2, level=2, berkursi=True), _program(3, berkursi=True)],
            False,
            [3, 1],
            id="a seat in what does not help is none",
        ),
        pytest.param(
            [_program(n, metode=DARING, mb=mb) for n, mb in ((1, None), (2, 90), (3, 40))],
            True,
            [3, 2, 1],
            id="remote: the smaller download, an unknown one last",
        ),
        pytest.param(
            [_program(n, metode=DARING, mb=mb) for n, mb in ((1, 90), (2, 40))],
            False,
            [1, 2],
            id="town: any size",
        ),
    ],
)
def test_the_order_of_programmes_follows_the_need(
    program: list[Program], terpencil: bool, urutan: list[int]
) -> None:
    assert _pks(program, terpencil=terpencil) == urutan


def test_a_programme_that_closes_the_gap_precedes_a_cheaper_one_that_only_leads_there() -> None:
    menuju, menutup = _program(1, level=3, metode=DARING), _program(2, level=4, biaya=900_000)
    assert _pks([menuju, menutup], sekarang=2, wajib=4, terpencil=True) == [2, 1]


def test_of_those_that_only_lead_there_the_one_that_leads_farthest_comes_first() -> None:
    assert _pks([_program(1, level=3), _program(2, level=4)], sekarang=2, wajib=5) == [2, 1]


def test_a_programme_at_or_below_the_present_level_is_never_named() -> None:
    assert _pks([_program(1, level=2), _program(2, level=1)], sekarang=2, wajib=4) == []


def test_someone_never_assessed_is_offered_only_what_reaches_the_need() -> None:
    assert _pks([_program(1, level=2), _program(2, level=3)], sekarang=None, wajib=3) == [2]


@pytest.mark.parametrize(
    ("terakhir", "ulang", "perlu"),
    [
        pytest.param(None, None, True, id="never finished"),
        pytest.param(date(2020, 1, 1), None, False, id="once is enough"),
        pytest.param(date(2024, 11, 21), 24, True, id="due on the very day"),
        pytest.param(date(2024, 11, 22), 24, False, id="a day too early"),
    ],
)
def test_a_programme_is_taken_again_only_when_it_is_due(
    terakhir: date | None, ulang: int | None, perlu: bool
) -> None:
    assert is_due(terakhir, ulang, HARI) is perlu
    program = _program(1)._replace(terakhir=terakhir, ulang_bulan=ulang)
    assert _pks([program]) == [1] * perlu


def test_needs_take_turns_so_that_the_largest_does_not_fill_the_page_alone() -> None:
    a, b = _butuh(nama="Integritas"), _butuh(nama="Komunikasi")
    peringkat = [(a, [_program(n) for n in (1, 2, 3, 4)]), (b, [_program(3), _program(5)])]
    pilihan = take_turns(peringkat, 3)
    assert [(p.program.pk, p.kebutuhan.nama) for p in pilihan] == [
        (1, "Integritas"),
        (3, "Komunikasi"),
        (2, "Integritas"),
    ]


def test_a_seat_for_a_smaller_need_goes_before_a_larger_one_without_any() -> None:
    besar, kecil = _butuh(1, 3, "Integritas"), _butuh()
    peringkat = [(besar, [_program(1), _program(2)]), (kecil, [_program(3, berkursi=True), _program(4)])]
    assert [p.program.pk for p in take_turns(peringkat, 3)] == [3, 1, 4]


def test_a_gap_that_nobody_has_measured_counts_as_one_level() -> None:
    assert (_butuh(1, 3).besar, _butuh(None, 4).besar) == (2, 1)


@pytest.mark.parametrize(
    ("program", "terpencil", "alasan"),
    [
        (_program(1, level=3), False, (Alasan.MENUTUP,)),
        (_program(1, level=2), False, (Alasan.MENUJU,)),
        (_program(1, level=3, metode=DARING), True, (Alasan.MENUTUP, Alasan.DARING_TERPENCIL)),
        (_program(1, level=3, metode=DARING), False, (Alasan.MENUTUP,)),
        (_program(1, level=3, metode=CAMPURAN), True, (Alasan.MENUTUP,)),
    ],
)
def test_every_suggestion_carries_its_reasons(
    program: Program, terpencil: bool, alasan: tuple[Alasan, ...]
) -> None:
    assert reasons(program, level_wajib=3, terpencil=terpencil) == alasan


@pytest.mark.parametrize(
    ("sasaran", "pemangku", "sesuai"),
    [
        pytest.param((), KEPALA_DINAS, True, id="no target: everybody"),
        pytest.param((), TIDAK_TERCATAT, True, id="no target: also where nothing is recorded"),
        pytest.param((Sasaran(FUNGSIONAL),), AUDITOR, True, id="kind fits"),
        pytest.param((Sasaran(FUNGSIONAL),), KEPALA_DINAS, False, id="kind differs"),
        pytest.param((Sasaran(FUNGSIONAL),), TIDAK_TERCATAT, False, id="kind not recorded"),
        pytest.param((Sasaran(FUNGSIONAL),), AUDITOR._replace(jenis=RANGKAP), True, id="rangkap: functional"),
        pytest.param((Sasaran(STRUKTURAL),), AUDITOR._replace(jenis=RANGKAP), True, id="rangkap: structural"),
        pytest.param((Sasaran(PELAKSANA),), AUDITOR._replace(jenis=RANGKAP), False, id="rangkap: pelaksana"),
        pytest.param(
            (Sasaran(None, Jenjang.AHLI_MADYA, Jenjang.AHLI_UTAMA),), AUDITOR, False, id="below the range"
        ),
        pytest.param(
            (Sasaran(None, Jenjang.AHLI_MUDA, Jenjang.AHLI_MADYA),), AUDITOR, True, id="lowest of the range"
        ),
        pytest.param(
            (Sasaran(None, Jenjang.PENYELIA, Jenjang.AHLI_MUDA),), AUDITOR, True, id="highest of the range"
        ),
        pytest.param(
            (Sasaran(None, Jenjang.AHLI_MADYA, Jenjang.AHLI_UTAMA),),
            KEPALA_DINAS,
            False,
            id="above the range",
        ),
        pytest.param(
            (Sasaran(None, Jenjang.PELAKSANA, Jenjang.JPT_UTAMA),), TIDAK_TERCATAT, False, id="no jenjang"
        ),
        pytest.param((Sasaran(nama_jabatan="auditor"),), AUDITOR, True, id="name, whatever the capitals"),
        pytest.param((Sasaran(nama_jabatan="Auditor Ahli Muda"),), AUDITOR, True, id="the whole name"),
        pytest.param((Sasaran(nama_jabatan="Audit"),), AUDITOR, False, id="half a word is another name"),
        pytest.param((Sasaran(nama_jabatan="Auditor"),), TIDAK_TERCATAT, False, id="name not recorded"),
        pytest.param(
            (Sasaran(FUNGSIONAL, nama_jabatan="Statistisi"),), AUDITOR, False, id="kind fits, name does not"
        ),
        pytest.param(
            (Sasaran(nama_jabatan="Statistisi"), Sasaran(FUNGSIONAL)), AUDITOR, True, id="one of two fits"
        ),
        pytest.param((Sasaran(nama_unit="puskesmas"),), PERAWAT, True, id="field of work: the unit itself"),
        pytest.param((Sasaran(nama_unit="Kesehatan"),), PERAWAT, True, id="field of work: a unit above"),
        pytest.param((Sasaran(nama_unit="Pendidikan"),), PERAWAT, False, id="another field of work"),
        pytest.param((Sasaran(nama_unit="Puskesmas"),), TIDAK_TERCATAT, False, id="unit not recorded"),
        pytest.param(
            (Sasaran(STRUKTURAL, nama_unit="Puskesmas"),), PERAWAT, False, id="unit fits, kind does not"
        ),
    ],
)
def test_a_programme_is_meant_for_those_it_names(
    sasaran: tuple[Sasaran, ...], pemangku: Pemangku, sesuai: bool
) -> None:
    assert is_meant_for(sasaran, pemangku) is sesuai


def test_a_programme_for_others_is_never_named_however_well_it_closes_the_gap() -> None:
    lain = _program(1)._replace(sasaran=(Sasaran(STRUKTURAL),))
    assert _pks([lain, _program(2, biaya=9_000_000)]) == [2]
