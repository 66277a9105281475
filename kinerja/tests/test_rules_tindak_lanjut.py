"""What is proposed after an appraisal: from a closed list, and never a punishment."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from kinerja.enums import Aspek, JenisTindakLanjut, Predikat, Rating
from kinerja.kamus import LABEL
from kinerja.kamus.hasil import ISI_TINDAK_LANJUT, USUL, USUL_PERKIRAAN, alasan_usul
from kinerja.rules.tindak_lanjut import usul_tindak_lanjut

A = aturan_per(date(2027, 1, 21))
J = JenisTindakLanjut
BAWAH, SESUAI, ATAS = Rating
#: Words of PP 94/2021 and of what people fear.
SANKSI = re.compile(
    r"sanksi|hukum|disiplin|teguran|peringat|potong|tunda|turun|nurun|copot|berhenti|pecat|mutasi|pindah|denda|bebas"
    r"tugas|demosi|larang|cabut",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("predikat", "jenis"),
    [
        (Predikat.SANGAT_BAIK, (J.BERBAGI, J.PENGEMBANGAN, J.TALENTA)),
        (Predikat.BAIK, (J.BERBAGI, J.PENGEMBANGAN, J.TALENTA)),
        (Predikat.BUTUH_PERBAIKAN, (J.BIMBINGAN, J.KONSELING)),
        (Predikat.KURANG, (J.PEMBINAAN, J.KONSELING)),
        (Predikat.SANGAT_KURANG, (J.PEMBINAAN, J.KONSELING)),
    ],
)
def test_each_predikat_has_its_proposals(predikat: Predikat, jenis: tuple[J, ...]) -> None:
    assert tuple(u.jenis for u in usul_tindak_lanjut(predikat, None, None, A)) == jenis


@pytest.mark.parametrize(
    ("predikat", "hasil", "perilaku", "aspek"),
    [
        (Predikat.SANGAT_BAIK, ATAS, ATAS, (Aspek.HASIL, Aspek.PERILAKU)),
        (Predikat.BAIK, SESUAI, ATAS, (Aspek.PERILAKU,)),
        (Predikat.BAIK, SESUAI, SESUAI, ()),
        (Predikat.BUTUH_PERBAIKAN, BAWAH, SESUAI, (Aspek.HASIL,)),
        (Predikat.KURANG, ATAS, BAWAH, (Aspek.PERILAKU,)),
        (Predikat.SANGAT_KURANG, BAWAH, BAWAH, (Aspek.HASIL, Aspek.PERILAKU)),
        (Predikat.KURANG, None, None, ()),
    ],
)
def test_the_ground_is_the_side_that_stands_out(
    predikat: Predikat, hasil: Rating | None, perilaku: Rating | None, aspek: tuple[Aspek, ...]
) -> None:
    assert {u.aspek for u in usul_tindak_lanjut(predikat, hasil, perilaku, A)} == {aspek}


def test_a_list_that_was_not_seen_in_a_text_is_an_estimate() -> None:
    assert all(u.perkiraan for p in Predikat for u in usul_tindak_lanjut(p, None, None, A))


def test_a_row_that_was_seen_is_none() -> None:
    berkas = A["tindak_lanjut"]
    tabel = {n: {**b, "conf": "V2"} for n, b in berkas.tabel("predikat").items()}
    terbaca = A.dengan_berkas(replace(berkas, isi={**berkas.isi, "predikat": tabel}, sha256="uji"))
    assert not any(u.perkiraan for u in usul_tindak_lanjut(Predikat.BAIK, None, None, terbaca))


@pytest.mark.parametrize("kata", ["penurunan_jabatan", "teguran", "sanksi"])
def test_a_file_that_asks_for_a_punishment_is_refused(kata: str) -> None:
    berkas = A["tindak_lanjut"]
    tabel = {**berkas.tabel("predikat"), "KURANG": {**berkas.tabel("predikat")["KURANG"], "nilai": [kata]}}
    keliru = A.dengan_berkas(replace(berkas, isi={**berkas.isi, "predikat": tabel}, sha256="uji"))
    with pytest.raises(DomainError, match="tidak ada dalam daftar"):
        usul_tindak_lanjut(Predikat.KURANG, None, None, keliru)


def test_no_word_of_a_punishment_can_come_out() -> None:
    """Every predikat with every pair of ratings, in the very words that people read."""
    ucapan = {USUL, USUL_PERKIRAAN}
    for predikat, hasil, perilaku in product(Predikat, (None, *Rating), (None, *Rating)):
        for u in usul_tindak_lanjut(predikat, hasil, perilaku, A):
            ucapan |= {LABEL[J][u.jenis], ISI_TINDAK_LANJUT[u.jenis], alasan_usul(predikat, u.aspek)}
    assert [kalimat for kalimat in ucapan if SANKSI.search(kalimat)] == []
    assert set(ISI_TINDAK_LANJUT) == set(J)


def test_the_words_that_are_looked_for_would_be_found() -> None:
    assert SANKSI.search("Penurunan jabatan satu tingkat")
