"""What is known of a level, and when it is a gap."""

from __future__ import annotations

from datetime import date

import pytest

from pegawai.enums import SumberKompetensi
from pegawai.rules.kompetensi import LevelKini, Naik, Ukuran
from pelatihan.enums import StatusMandiri
from pelatihan.kamus.akpk import gap_text, level_text, source_text
from pelatihan.rules.akpk import Keyakinan, celah, dapat_diisi, keyakinan, perlu_dinilai

HARI, SAMPAI = date(2026, 5, 3), date(2027, 5, 3)


def _kini(asal: SumberKompetensi, *, berlaku: bool = True) -> LevelKini:
    return LevelKini(2, Ukuran(2, asal, HARI), berlaku, SAMPAI)


ASESMEN = _kini(SumberKompetensi.ASESMEN)
LAMA = _kini(SumberKompetensi.ASESMEN, berlaku=False)
ATASAN = _kini(SumberKompetensi.ATASAN)
PELATIHAN = LevelKini(2, Naik(2, HARI, "S-1"), True, None)


@pytest.mark.parametrize(
    ("kini", "diri", "cara", "kurang", "kalimat"),
    [
        (ASESMEN, 4, Keyakinan.ASESMEN, 1, "Asesmen 3 Mei 2026, berlaku sampai 3 Mei 2027"),
        (LAMA, None, Keyakinan.ASESMEN_LAMA, None, "Asesmen 3 Mei 2026, masa berlakunya sudah lewat"),
        (ATASAN, None, Keyakinan.ATASAN, 1, "Dikonfirmasi atasan 3 Mei 2026, berlaku sampai 3 Mei 2027"),
        (
            PELATIHAN,
            None,
            Keyakinan.PELATIHAN,
            1,
            "Pelatihan selesai 3 Mei 2026, sertifikat S-1; berlaku sampai ada penilaian baru",
        ),
        (
            None,
            1,
            Keyakinan.DIRI,
            None,
            "Menurut Anda sendiri – belum dikonfirmasi, belum dihitung sebagai celah",
        ),
        (None, None, Keyakinan.BELUM, None, "Belum pernah dinilai"),
    ],
)
def test_a_level_says_where_it_is_from_and_only_a_valid_record_makes_a_gap(
    kini: LevelKini | None, diri: int | None, cara: Keyakinan, kurang: int | None, kalimat: str
) -> None:
    assert keyakinan(kini, diri) is cara
    assert celah(kini, 3) == kurang
    assert source_text(kini, cara) == kalimat


def test_the_word_of_somebody_else_is_called_so() -> None:
    assert source_text(None, Keyakinan.DIRI, diri=False).startswith("Menurut pegawai sendiri")


def test_a_level_and_a_gap_in_words() -> None:
    assert [level_text(n) for n in (None, 0, 3)] == ["belum diketahui", "0 (Belum)", "3 (Menengah)"]
    assert [gap_text(n) for n in (None, 0, 2)] == ["", "Sesuai standar", "Kurang 2 level"]


def test_an_assessment_is_needed_where_no_valid_level_is() -> None:
    assert [perlu_dinilai(k) for k in ([ASESMEN], [ASESMEN, LAMA], [None], [])] == [False, True, True, False]


def test_it_is_written_until_it_is_sent_and_again_when_it_comes_back() -> None:
    boleh = {s for s in (None, *StatusMandiri) if dapat_diisi(s)}
    assert boleh == {None, StatusMandiri.DRAF, StatusMandiri.DIKEMBALIKAN}
