"""The plan that drafts itself, and what two states of it differ in."""

from __future__ import annotations

from datetime import date

import pytest

from karier.enums import CaraBelajar, JenisUsulIdp
from karier.rules.beda_rencana import Baris, JenisBeda, differences
from karier.rules.rencana import (
    TERBANYAK,
    Bahan,
    CelahIdp,
    ProgramIdp,
    first_day,
    hours,
    missing,
    plan_years,
    propose,
    span,
    split,
    way_of,
)
from kinerja.enums import JenisTindakLanjut
from pegawai.enums import BentukPengembangan as B

HARI = date(2026, 11, 21)
KOMUNIKASI = CelahIdp("komunikasi", "Komunikasi", 2, 3)
DATA = CelahIdp(7, "Data", None, 3)
KELAS = ProgramIdp(
    5, "Komunikasi publik", B.E_LEARNING, 8, 0, "komunikasi", date(2027, 5, 5), date(2027, 5, 7)
)
LAIN = ProgramIdp(6, "Kursus Data", B.KURSUS, 10, 250_000)
J = JenisUsulIdp


def bahan(**lain: object) -> Bahan:
    return Bahan(tahun=2027, hari=HARI)._replace(**lain)  # type: ignore[arg-type]


def jenis(b: Bahan) -> list[J]:
    return [u.jenis for u in propose(b)]


# -- what is proposed ---------------------------------------------------------------------------


def test_one_gap_leads_to_work_a_mentor_and_a_class() -> None:
    usul = propose(bahan(celah=[KOMUNIKASI], program=[KELAS], mentor="Bu Sari"))
    assert [u.jenis for u in usul] == [J.TUGAS, J.MENTOR, J.PROGRAM]
    tugas, mentor, kelas = usul
    assert (tugas.mulai, tugas.selesai, tugas.jp) == (date(2027, 1, 1), date(2027, 6, 30), 51)
    assert (mentor.bentuk, mentor.nama, mentor.jp) == (B.MENTORING, "Bu Sari", 16)
    assert (kelas.mulai, kelas.selesai, kelas.pelatihan_id, kelas.celah) == (
        date(2027, 5, 5), date(2027, 5, 7), 5, KOMUNIKASI,
    )  # fmt: skip


def test_without_a_mentor_the_atasan_guides_and_without_a_class_one_learns_alone() -> None:
    assert jenis(bahan(celah=[KOMUNIKASI])) == [J.TUGAS, J.PEMBIMBING, J.MANDIRI]


def test_the_appraisal_and_the_next_post_have_their_items() -> None:
    semua = bahan(
        tindak=frozenset({JenisTindakLanjut.BIMBINGAN, JenisTindakLanjut.BERBAGI}), jabatan="Ahli Madya"
    )
    assert jenis(semua) == [J.PERBAIKAN, J.JABATAN, J.BERBAGI]
    assert propose(semua)[1].nama == "Ahli Madya"


def test_nothing_missing_still_makes_two_items() -> None:
    assert jenis(bahan()) == [J.KOMUNITAS, J.BERBAGI]
    assert jenis(bahan(jabatan="Pengawas")) == [J.JABATAN, J.KOMUNITAS]


def test_there_are_never_more_than_six() -> None:
    penuh = bahan(
        celah=[KOMUNIKASI, DATA], program=[KELAS, LAIN], mentor="X", jabatan="Y",
        tindak=frozenset({JenisTindakLanjut.PEMBINAAN, JenisTindakLanjut.BERBAGI}),
    )  # fmt: skip
    assert len(propose(penuh)) == TERBANYAK
    assert {way_of(u.bentuk) for u in propose(penuh)} == set(CaraBelajar)


def test_what_hr_established_is_named_on_the_items_about_it() -> None:
    usul = propose(bahan(celah=[KOMUNIKASI, DATA], program=[KELAS, LAIN], rekomendasi=[("komunikasi", 9)]))
    assert {u.rekomendasi_id for u in usul if u.celah == KOMUNIKASI} == {9}
    assert {u.rekomendasi_id for u in usul if u.celah != KOMUNIKASI} == {None}


def test_a_class_of_another_year_gives_no_days() -> None:
    tua = KELAS._replace(mulai=date(2026, 5, 5), selesai=date(2026, 5, 7), jp=17)
    kelas = propose(bahan(celah=[KOMUNIKASI], program=[tua]))[-1]
    assert (kelas.mulai, kelas.selesai) == (date(2027, 3, 1), date(2027, 3, 3))


# -- days, hours, shares ------------------------------------------------------------------------


def test_late_in_the_year_everything_ends_with_it() -> None:
    assert span(2026, date(2026, 12, 20), B.MAGANG) == (date(2026, 12, 20), date(2026, 12, 31))
    assert first_day(2026, date(2027, 3, 1)) == date(2026, 12, 31)
    assert hours(B.MENTORING, date(2026, 12, 31), date(2026, 12, 31)) == 1


@pytest.mark.parametrize(("hari", "tahun"), [(date(2026, 9, 30), (2026,)), (date(2026, 10, 1), (2026, 2027))])
def test_from_october_on_the_next_year_is_planned(hari: date, tahun: tuple[int, ...]) -> None:
    assert plan_years(hari) == tahun


def test_the_share_is_told_and_never_a_gate() -> None:
    dekat = split([(B.MAGANG, 70), (B.COACHING, 20), (B.KURSUS, 10)])
    assert (list(dekat.bagian.values()), dekat.jauh) == ([70, 20, 10], False)
    assert split([(B.KURSUS, 10)]).jauh
    assert not split([]).jauh


@pytest.mark.parametrize(
    ("jam", "bagian"),
    [
        ((153, 26, 16), [79, 13, 8]),
        ((153, 16, 18), [82, 8, 10]),
        ((1, 1, 1), [34, 33, 33]),
        ((0, 0, 5), [0, 0, 100]),
    ],
)
def test_the_shares_add_up_to_a_hundred(jam: tuple[int, int, int], bagian: list[int]) -> None:
    bentuk = (B.BIMBINGAN_DI_TEMPAT_KERJA, B.COACHING, B.KURSUS)
    assert list(split(zip(bentuk, jam, strict=True)).bagian.values()) == bagian


def test_what_stops_a_plan_from_being_sent() -> None:
    satu = ("Belajar", date(2027, 1, 1), date(2027, 2, 1))
    assert missing([satu], tahun=2027, ada_atasan=True) == []
    assert missing([], tahun=2027, ada_atasan=False) == ["tanpa_atasan", "tanpa_butir"]
    assert missing([satu], tahun=2026, ada_atasan=True) == ["di_luar_tahun"]


# -- differences --------------------------------------------------------------------------------

ISI = {
    "kegiatan": "A", "bentuk": 24, "tujuan": "", "mulai": "2027-01-01", "selesai": "2027-02-01", "jp": 8,
    "biaya": 0, "alasan": "",
}  # fmt: skip


def baris(nomor: int, **lain: object) -> Baris:
    return Baris(nomor, {**ISI, **lain})  # type: ignore[dict-item]


def test_two_states_differ_item_by_item() -> None:
    lama = [baris(1), baris(2, kegiatan="B"), baris(3, kegiatan="C")]
    baru = [baris(3, kegiatan="C"), baris(1, jp=9), baris(4, kegiatan="D")]
    beda = [(b.jenis, b.nomor, b.ruas, b.lama, b.baru) for b in differences(lama, baru)]
    assert beda == [
        (JenisBeda.UBAH, 1, "jp", 8, 9), (JenisBeda.TAMBAH, 4, "", "", ""), (JenisBeda.HAPUS, 2, "", "", ""),
        (JenisBeda.URUT, 0, "", "", ""),
    ]  # fmt: skip
    assert differences(lama, lama) == []
