"""Which numbers may be told, and what a citizen's words look like before anybody reads them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from kinerja.rules.samaran import kata_dalam, rapikan, samarkan
from kinerja.rules.terbitan import kelompokkan, total
from kinerja.rules.warga import angka_warga

JAN, FEB, MAR = (date(2026, b, 1) for b in (1, 2, 3))
BANYAK = st.tuples(st.integers(0, 12), st.integers(0, 12))


def test_the_numbers_come_from_the_file_in_force() -> None:
    angka = angka_warga(aturan_per(date(2026, 11, 29)))
    assert (angka.penanda, angka.jeda, angka.paling_sedikit) == (timedelta(hours=24), timedelta(days=1), 10)


def test_a_month_that_is_not_over_is_not_told() -> None:
    assert kelompokkan({MAR: (30,)}, per=date(2026, 3, 31), paling_sedikit=10) == []


def test_ten_answers_of_a_month_that_is_over_are_told() -> None:
    (satu,) = kelompokkan({MAR: (4, 6)}, per=date(2026, 4, 1), paling_sedikit=10)
    assert (satu.awal, satu.akhir, satu.banyak) == (MAR, MAR, 10)


def test_nine_answers_wait_for_the_next_month() -> None:
    bulanan = {JAN: (9, 0), FEB: (0, 1), MAR: (10, 0)}
    pertama, kedua = kelompokkan(bulanan, per=date(2026, 4, 1), paling_sedikit=10)
    assert (pertama.awal, pertama.akhir, pertama.jumlah) == (JAN, FEB, (9, 1))
    assert kedua.awal == MAR


def test_nothing_told_adds_up_to_nothing() -> None:
    assert total([], 4) == (0, 0, 0, 0)


@given(
    st.dictionaries(st.dates(date(2024, 1, 1), date(2026, 12, 31)).map(lambda h: h.replace(day=1)), BANYAK)
)
def test_what_is_told_on_one_day_never_differs_by_fewer_than_ten_on_a_later_one(bulanan) -> None:
    """No reader subtracts last month's page from this month's and finds one person."""
    lalu = 0
    for bulan in range(36):
        per = date(2024 + bulan // 12, bulan % 12 + 1, 15)
        kini = sum(total(kelompokkan(bulanan, per=per, paling_sedikit=10), 2))
        assert kini == lalu or kini - lalu >= 10
        lalu = kini


@given(
    st.dictionaries(st.dates(date(2024, 1, 1), date(2026, 12, 31)).map(lambda h: h.replace(day=1)), BANYAK)
)
def test_a_group_once_told_is_told_the_same_for_ever(bulanan) -> None:
    akhir = kelompokkan(bulanan, per=date(2027, 1, 1), paling_sedikit=10)
    for bulan in range(1, 13):
        lebih_awal = kelompokkan(bulanan, per=date(2026, bulan, 1), paling_sedikit=10)
        assert akhir[: len(lebih_awal)] == lebih_awal


# -- the mask ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "tersamar"),
    [
        ("Pak Budi Santoso galak sekali", "Pak [nama] galak sekali"),
        ("bu sri ramah", "bu [nama] ramah"),
        ("dr. Hendra teliti", "dr. [nama] teliti"),
        ("Pak Haji Darman", "Pak Haji [nama]"),
        ("petugas yanti marah", "petugas [nama] marah"),
        ("Yanti Rahmawati di loket 2", "[nama] di loket 2"),
        ("ibu hamil didahulukan, bapak camat hadir", "ibu hamil didahulukan, bapak camat hadir"),
        ("NIP 19800101 200501 1 001", "NIP [nomor]"),
        ("hubungi 0812-3456-7890", "hubungi [nomor]"),
        ("tulis ke budi@contoh.id atau @akunku", "tulis ke [akun] atau [akun]"),
        ("lihat https://contoh.id/abc", "lihat [akun]"),
        ("antre 3 jam, 12/11/2026", "antre 3 jam, 12/11/2026"),
        ("[nama] sudah disamarkan [nomor]", "[nama] sudah disamarkan [nomor]"),
        ("Pak; tolong", "Pak; tolong"),
        ("", ""),
    ],
)
def test_people_and_numbers_are_masked(teks: str, tersamar: str) -> None:
    assert samarkan(teks, {"yanti", "hari", "baik"}) == tersamar


def test_a_common_word_that_is_a_name_too_stays() -> None:
    assert samarkan("hari ini baik", {"hari", "baik"}) == "hari ini baik"


@given(st.text(max_size=400))
def test_a_mask_put_on_twice_is_the_same_mask(teks: str) -> None:
    sekali = samarkan(rapikan(teks), {"budi"})
    assert samarkan(sekali, {"budi"}) == sekali


@given(st.text(max_size=200))
def test_what_was_tidied_holds_nothing_that_is_not_seen(teks: str) -> None:
    bersih = rapikan(teks)
    assert not set(bersih) & set("\x00\u202e\u2066\u200b\ufeff\r\t")


def test_a_tower_of_marks_is_cut() -> None:
    assert len(rapikan("a" + "\u0307" * 50)) <= 5


def test_one_emoji_of_several_parts_stays_one() -> None:
    assert rapikan("👨\u200d👩\u200d👧 baik") == "👨\u200d👩\u200d👧 baik"


def test_separators_of_lines_become_lines_and_many_become_two() -> None:
    assert rapikan("a\u2028b\r\n\r\n\r\n\r\nc") == "a\nb\n\nc"


def test_words_are_known_without_their_capitals() -> None:
    assert kata_dalam("Budi, BUDI 2") == {"budi"}
