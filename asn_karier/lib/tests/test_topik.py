"""Inputs of calculators: read or refused field by field, and answers that are plain JSON."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib import topik as t
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import TAK_DIISI, MasukanSalah, Topik

PER = date(2026, 11, 28)


class Warna(StrEnum):
    MERAH = "merah"


def topik(hitung=lambda a, **isi: isi, menurut="", **isian):
    return Topik("uji", "Topik uji", isian, hitung, menurut)


def hukum(hari):
    return f"hukum {hari}"


def jawab(tp, masukan):
    return tp.jawab(masukan, hukum, PER)


@pytest.mark.parametrize(
    ("isian", "nilai", "dibaca"),
    [
        (t.BILANGAN, 12, 12),
        (t.BILANGAN, 12.0, 12),
        (t.BILANGAN, Decimal("12.00"), 12),
        (t.BILANGAN, -1, -1),
        (t.BILANGAN, 10**9, 10**9),
        (t.DESIMAL, 75.63, Decimal("75.63")),
        (t.DESIMAL, Decimal("75.63"), Decimal("75.63")),
        (t.DESIMAL, "75.63", Decimal("75.63")),
        (t.DESIMAL, 4, Decimal(4)),
        (t.TANGGAL, "2024-02-29", date(2024, 2, 29)),
        (t.TANGGAL, date(2024, 2, 29), date(2024, 2, 29)),
        (t.TANGGAL, "1900-01-01", date(1900, 1, 1)),
        (t.TANGGAL, "2200-12-31", date(2200, 12, 31)),
        (t.DESIMAL, "1e-30", Decimal("1e-30")),
        (t.WAKTU, "2026-03-02T09:00", datetime(2026, 3, 2, 9)),  # noqa: DTZ001 - the case names no zone
        (t.YA_TIDAK, False, False),
        (t.TEKS, "apa saja", "apa saja"),
        (t.antara(t.BILANGAN, 1, 3), 3, 3),
        (t.antara(t.BILANGAN, 1, 3), 1, 1),
        (t.pilihan({"Ahli Muda": 32}), " ahli  MUDA ", 32),
        (t.larik(t.BILANGAN), [1, 2], [1, 2]),
        (t.BILANGAN, " -12 ", -12),
        (t.TANGGAL, "28-02-2023", date(2023, 2, 28)),
        (t.larik(t.BILANGAN), [], []),
        (t.larik(t.BILANGAN.atau_null()), [1, None], [1, None]),
        (t.larik(t.BILANGAN, paling_sedikit=1), [1] * 1000, [1] * 1000),
        (t.objek({"a": t.BILANGAN, "b": t.TEKS.opsional("x")}), {"a": 1}, {"a": 1, "b": "x"}),
        (t.dibaca(str.upper, ["a"]), "a", "A"),
    ],
)
def test_an_input_is_read(isian, nilai, dibaca):
    assert jawab(topik(lambda a, n: {"ada": n == dibaca}, n=isian), {"n": nilai}) == {"ada": True}


@pytest.mark.parametrize(
    ("isian", "nilai", "pesan"),
    [
        (t.BILANGAN, "dua", 'n: tulis bilangan bulat. Yang diisi "dua".'),
        (t.BILANGAN, "1.5", "bilangan bulat"),
        (t.BILANGAN, "1" * 11, "bilangan bulat"),
        (t.BILANGAN, 1.5, "bilangan bulat"),
        (t.BILANGAN, True, "bilangan bulat"),
        (t.BILANGAN, 10**9 + 1, "bilangan bulat"),
        (t.BILANGAN, -(10**9) - 1, "bilangan bulat"),
        (t.BILANGAN, float("inf"), "bilangan bulat"),
        (t.BILANGAN, float("nan"), "bilangan bulat"),
        (t.BILANGAN, None, "tidak boleh kosong"),
        (t.DESIMAL, "empat", "tulis angka"),
        (t.DESIMAL, True, "tulis angka"),
        (t.DESIMAL, [], "tulis angka"),
        (t.DESIMAL, "NaN", "tulis angka"),
        (t.DESIMAL, 10**9 + 1, "tulis angka"),
        (t.DESIMAL, "1e-20000000", "paling banyak 30 desimal"),
        (t.DESIMAL, "0." + "1" * 31, "tulis angka"),
        (t.BILANGAN, Decimal("1e999999"), "bilangan bulat"),
        (t.BILANGAN, Decimal("NaN"), "bilangan bulat"),
        (t.TANGGAL, "0001-01-01", "tahun antara 1900 dan 2200"),
        (t.TANGGAL, "2201-01-01", "tahun antara 1900 dan 2200"),
        (t.WAKTU, "9999-12-31T09:00", "tahun antara 1900 dan 2200"),
        (t.TEKS, "\ud800", "dapat dibaca"),
        (t.TANGGAL, "2023-02-29", "kalender"),
        (t.TANGGAL, "29-02-2023", "kalender"),
        (t.TANGGAL, "1-2-2023", "kalender"),
        (t.TANGGAL, 20230101, "kalender"),
        (t.TANGGAL, datetime(2026, 1, 1), "kalender"),  # noqa: DTZ001
        (t.WAKTU, "pagi", "tanggal dan jam"),
        (t.WAKTU, 9, "tanggal dan jam"),
        (t.YA_TIDAK, 1, "true atau false"),
        (t.TEKS, 1, "tulis teks"),
        (t.antara(t.BILANGAN, 1, 3), 4, "antara 1 dan 3"),
        (t.antara(t.BILANGAN, 1, 3), 0, "antara 1 dan 3"),
        (t.pilihan({"Ahli Muda": 32}), "ahli", "pilih salah satu: Ahli Muda"),
        (t.pilihan({"Ahli Muda": 32}), 32, "pilih salah satu: Ahli Muda"),
        (t.pilihan({f"n{i}": i for i in range(13)}), "x", "n11, …"),
        (t.larik(t.BILANGAN), {"a": 1}, "tulis daftar"),
        (t.larik(t.BILANGAN), "12", "tulis daftar"),
        (t.larik(t.BILANGAN), [1, "dua"], "bilangan bulat"),
        (t.larik(t.BILANGAN, paling_sedikit=2), [1], "tulis 2 sampai 1000 butir"),
        (t.larik(t.BILANGAN), [1] * 1001, "tulis 0 sampai 1000 butir"),
        (t.objek({"a": t.BILANGAN}), {"a": "x", "b": 1}, "b: bidang ini tidak dikenal; a: tulis bilangan"),
        (t.objek({"a": t.BILANGAN}), [1], "tulis objek"),
        (t.dibaca(str.upper, ["a"]), 3, "tulis teks"),
    ],
)
def test_a_wrong_input_is_refused_with_what_to_write(isian, nilai, pesan):
    with pytest.raises(MasukanSalah) as salah:
        jawab(topik(n=isian), {"n": nilai})
    assert pesan in salah.value.pesan
    assert [*salah.value.rincian] == ["n"]


def test_every_wrong_field_is_named_at_once_with_the_schema():
    tp = topik(a=t.BILANGAN, b=t.TANGGAL, c=t.TEKS)
    with pytest.raises(MasukanSalah) as salah:
        jawab(tp, {"a": "x", "c": "ada", "d": 1})
    assert salah.value.rincian == {
        "d": "bidang ini tidak dikenal",
        "a": 'tulis bilangan bulat. Yang diisi "x"',
        "b": "wajib diisi",
    }
    assert salah.value.skema == tp.skema()
    assert salah.value.kode == "masukan_salah"
    assert salah.value.tindakan


@pytest.mark.parametrize("masukan", [None, [], "teks", 3])
def test_an_input_that_is_no_object_is_refused(masukan):
    with pytest.raises(MasukanSalah, match="masukan: tulis objek"):
        jawab(topik(a=t.BILANGAN), masukan)


def test_an_input_that_was_left_out_is_told_from_one_that_is_unknown():
    tp = topik(
        lambda a, x, y: {"x": x is TAK_DIISI, "y": y}, x=t.BILANGAN.opsional(), y=t.BILANGAN.atau_null()
    )
    assert jawab(tp, {"y": None}) == {"x": True, "y": None}


def test_a_long_value_is_quoted_in_part():
    with pytest.raises(MasukanSalah) as salah:
        jawab(topik(n=t.BILANGAN), {"n": "x" * 500})
    assert len(salah.value.pesan) < 200


def test_the_law_is_that_of_the_day_asked_or_of_the_date_the_topic_names():
    polos = topik(lambda a, tmt: {"a": a}, tmt=t.TANGGAL.opsional())
    menurut = topik(lambda a, tmt: {"a": a}, "tmt", tmt=t.TANGGAL.opsional())
    assert jawab(polos, {"tmt": "2025-04-01"}) == {"a": "hukum 2026-11-28"}
    assert jawab(menurut, {"tmt": "2025-04-01"}) == {"a": "hukum 2025-04-01"}
    assert jawab(menurut, {}) == {"a": "hukum 2026-11-28"}


def test_what_the_law_refuses_is_an_answer():
    def tolak(a):
        raise DomainError("beda_skala", "Skala berbeda", tindakan="Pilih satu skala")

    assert jawab(topik(tolak), {}) == {
        "error": "Skala berbeda",
        "kode": "beda_skala",
        "tindakan": "Pilih satu skala",
    }


def test_an_answer_is_plain_json():
    hasil = {
        "utuh": Decimal("5.00"),
        "pecahan": Fraction(45, 8),
        "hari": date(2026, 5, 1),
        "saat": datetime(2026, 3, 5, 9),  # noqa: DTZ001
        "enum": Warna.MERAH,
        "dalam": {"n": [Decimal("2.5"), (1, "a")]},
        "kosong": None,
        "ya": True,
    }
    assert jawab(topik(lambda a: hasil), {}) == {
        "utuh": 5,
        "pecahan": 5.625,
        "hari": "2026-05-01",
        "saat": "2026-03-05T09:00",
        "enum": "merah",
        "dalam": {"n": [2.5, [1, "a"]]},
        "kosong": None,
        "ya": True,
    }


def test_the_schema_names_what_is_required_and_what_may_be_null():
    tp = topik(
        a=t.antara(t.BILANGAN, 0, 12),
        b=t.TANGGAL.opsional(),
        c=t.pilihan({"X": 1}).atau_null(),
        d=t.larik(t.objek({"e": t.TEKS})),
    )
    assert tp.skema() == {
        "title": "Topik uji",
        "type": "object",
        "properties": {
            "a": {"type": "integer", "minimum": 0, "maximum": 12},
            "b": {"type": "string", "format": "date"},
            "c": {"anyOf": [{"type": "string", "enum": ["X"]}, {"type": "null"}]},
            "d": {
                "type": "array",
                "minItems": 0,
                "items": {
                    "type": "object",
                    "properties": {"e": {"type": "string"}},
                    "required": ["e"],
                    "additionalProperties": False,
                },
            },
        },
        "required": ["a", "c", "d"],
        "additionalProperties": False,
    }


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda n: st.lists(n, max_size=4) | st.dictionaries(st.text(max_size=3), n, max_size=4),
    max_leaves=8,
)


@pytest.mark.lambat
@given(_JSON)
def test_no_json_value_whatever_breaks_a_reader(nilai):
    semua = {
        "a": t.BILANGAN,
        "b": t.DESIMAL,
        "c": t.TANGGAL,
        "d": t.WAKTU,
        "e": t.YA_TIDAK,
        "f": t.TEKS,
        "g": t.larik(t.BILANGAN),
        "h": t.objek({"a": t.DESIMAL}),
        "i": t.pilihan({"X": 1}),
    }
    for nama, isian in semua.items():
        with suppress(MasukanSalah):
            assert topik(**{nama: isian}).baca({nama: nilai}).keys() == {nama}


def test_an_input_may_be_called_by_another_word_but_not_by_both():
    satu = replace(topik(lambda a, n: {"n": n}, n=t.BILANGAN), sama={"angka": "n"})
    assert jawab(satu, {"angka": 3}) == {"n": 3}
    with pytest.raises(MasukanSalah, match="angka: bidang ini tidak dikenal"):
        jawab(satu, {"angka": 3, "n": 4})


def test_a_moment_keeps_its_seconds():
    gema = topik(lambda a, n: {"n": n}, n=t.WAKTU)
    for saat in ("2026-03-02T09:00", "2026-03-02T09:00:30", "2026-03-02T09:00+07:00"):
        assert jawab(gema, {"n": saat}) == {"n": saat}


def test_an_answer_that_may_fall_under_another_law_gets_the_day_of_the_question_and_every_law():
    kelak = topik(lambda a, tanya, n: {"kini": a, "per": tanya.per, "kelak": tanya.hukum(n)}, n=t.TANGGAL)
    assert jawab(replace(kelak, berwaktu=True), {"n": "2027-01-01"}) == {
        "kini": "hukum 2026-11-28",
        "per": "2026-11-28",
        "kelak": "hukum 2027-01-01",
    }
