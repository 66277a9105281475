"""The fit of a mentor, as tables of cases."""

import pytest

from mentoring.rules.kecocokan import BOBOT, TERTINGGI, Alasan, Bagian, Butir, parts, reasons, total
from mentoring.tests.kolom import satu
from pegawai.enums import Jenjang


def _butir(
    mentee: dict[str, object] | None = None,
    mentor: dict[str, object] | None = None,
    berdua: dict[str, object] | None = None,
) -> list[Butir]:
    return reasons(parts(*satu(mentee, mentor, berdua)), 0, 0)


@pytest.mark.parametrize(
    ("mentor", "berdua", "butir"),
    [
        ({}, {"level": 3}, Butir(Alasan.KEAHLIAN, 35)),
        ({}, {"level": 4}, Butir(Alasan.KEAHLIAN_LEBIH, 40)),
        ({"unit": 10}, {}, Butir(Alasan.UNIT_SAMA, 20)),
        ({"unit": 20}, {}, Butir(Alasan.JARAK_JAUH, 15)),
        ({"jarak_jauh": False}, {}, Butir(Alasan.UNIT_LAIN, 5)),
        ({"jenjang": Jenjang.AHLI_MUDA}, {}, Butir(Alasan.JENJANG_DI_ATAS, 20)),
        ({"jenjang": Jenjang.AHLI_MADYA}, {}, Butir(Alasan.JENJANG_DI_ATAS, 20)),
        ({"jenjang": Jenjang.AHLI_UTAMA}, {}, Butir(Alasan.JENJANG_JAUH_DI_ATAS, 10)),
        ({"jenjang": Jenjang.AHLI_PERTAMA}, {}, Butir(Alasan.JENJANG_SETARA, 5)),
        ({"jenjang": Jenjang.PENGAWAS}, {}, Butir(Alasan.RUMPUN_LAIN, 8)),
        ({"perangkat": 2}, {}, Butir(Alasan.JARINGAN_PERANGKAT, 10)),
        ({"perangkat": 1}, {}, Butir(Alasan.JARINGAN_UNIT, 5)),
        ({"terisi": 0}, {}, Butir(Alasan.LUANG, 10)),
        ({"terisi": 1}, {}, Butir(Alasan.AGAK_LUANG, 5)),
        ({"terisi": 1}, {"disimpan": 1}, Butir(Alasan.LUANG, 10)),
        ({}, {"pernah": 1}, Butir(Alasan.PERNAH_BERHASIL, 5)),
    ],
)
def test_every_point_has_its_reason(
    mentor: dict[str, object], berdua: dict[str, object], butir: Butir
) -> None:
    assert butir in _butir(None, mentor, berdua)


@pytest.mark.parametrize(
    ("mentor", "bagian"),
    [
        ({"jenjang": 0}, Bagian.JENJANG),
        ({"unit": 10}, Bagian.JARINGAN),
        ({"unit": 0, "perangkat": 0}, Bagian.JARINGAN),
        ({"terisi": 2}, Bagian.BEBAN),
        ({}, Bagian.RIWAYAT),
    ],
)
def test_what_is_not_there_gives_no_points_and_no_reason(mentor: dict[str, object], bagian: Bagian) -> None:
    assert int(parts(*satu(None, mentor))[bagian][0, 0]) == 0
    assert not {b.alasan for b in _butir(None, mentor)} & set(BOBOT[bagian])


def test_two_people_without_a_unit_are_not_in_the_same_unit() -> None:
    assert Butir(Alasan.JARAK_JAUH, 15) in _butir({"unit": 0}, {"unit": 0})


def test_the_best_possible_mentor_has_a_hundred_points() -> None:
    bagian = parts(*satu(None, {"perangkat": 2}, {"level": 5, "pernah": 1}))
    assert int(total(bagian)[0, 0]) == TERTINGGI == 100


def test_points_tell_the_reason() -> None:
    for isi in BOBOT.values():
        assert len(set(isi.values())) == len(isi)
