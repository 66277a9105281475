"""The fit of a mentor, as tables of cases."""

import pytest

from mentoring.rules.kecocokan import (
    Alasan,
    Butir,
    CalonMentor,
    Kebutuhan,
    Penolakan,
    points,
    refusal,
    score,
)
from pegawai.enums import Jenjang

KEBUTUHAN = Kebutuhan(pegawai_id=1, unit_id=10, jenjang=Jenjang.AHLI_PERTAMA, level_wajib=3, terpencil=False)
CALON = CalonMentor(
    pegawai_id=2,
    unit_id=20,
    jenjang=Jenjang.AHLI_MUDA,
    level=3,
    jarak_jauh=True,
    sisa_tempat=2,
    segaris=False,
)


@pytest.mark.parametrize(
    ("ubah", "terpencil", "alasan"),
    [
        pytest.param({}, False, None, id="fits"),
        pytest.param({"pegawai_id": 1}, False, Penolakan.DIRI_SENDIRI, id="oneself"),
        pytest.param({"segaris": True}, False, Penolakan.GARIS_KOMANDO, id="line of command"),
        pytest.param({"level": 2}, False, Penolakan.LEVEL_KURANG, id="level below the need"),
        pytest.param({"sisa_tempat": 0}, False, Penolakan.PENUH, id="no free place"),
        pytest.param(
            {"jarak_jauh": False}, True, Penolakan.TIDAK_TERJANGKAU, id="remote unit, no remote channel"
        ),
        pytest.param({"jarak_jauh": False, "unit_id": 10}, True, None, id="remote unit, same unit"),
        pytest.param({"jarak_jauh": False}, False, None, id="town: another unit meets in person"),
    ],
)
def test_a_mentor_is_refused_for_one_named_reason(
    ubah: dict[str, object], terpencil: bool, alasan: Penolakan | None
) -> None:
    kebutuhan = KEBUTUHAN._replace(terpencil=terpencil)
    assert refusal(kebutuhan, CALON._replace(**ubah)) is alasan


@pytest.mark.parametrize(
    ("ubah", "butir"),
    [
        ({"level": 3}, Butir(Alasan.KEAHLIAN, 40)),
        ({"level": 4}, Butir(Alasan.KEAHLIAN, 50)),
        ({"level": 5}, Butir(Alasan.KEAHLIAN, 50)),
        ({"unit_id": 10}, Butir(Alasan.UNIT_SAMA, 20)),
        ({"unit_id": 20}, Butir(Alasan.JARAK_JAUH, 15)),
        ({"jarak_jauh": False}, Butir(Alasan.UNIT_LAIN, 5)),
        ({"jenjang": Jenjang.AHLI_MUDA}, Butir(Alasan.JENJANG_DI_ATAS, 20)),
        ({"jenjang": Jenjang.AHLI_MADYA}, Butir(Alasan.JENJANG_DI_ATAS, 20)),
        ({"jenjang": Jenjang.AHLI_UTAMA}, Butir(Alasan.JENJANG_DI_ATAS, 10)),
        ({"jenjang": Jenjang.AHLI_PERTAMA}, Butir(Alasan.JENJANG_SETARA, 5)),
        ({"jenjang": Jenjang.PENGAWAS}, Butir(Alasan.RUMPUN_LAIN, 10)),
        ({"jenjang": None}, Butir(Alasan.RUMPUN_LAIN, 0)),
        ({"sisa_tempat": 1}, Butir(Alasan.TEMPAT, 5)),
        ({"sisa_tempat": 7}, Butir(Alasan.TEMPAT, 10)),
    ],
)
def test_every_point_has_its_reason(ubah: dict[str, object], butir: Butir) -> None:
    assert butir in points(KEBUTUHAN, CALON._replace(**ubah))


def test_two_people_without_a_unit_are_not_in_the_same_unit() -> None:
    tanpa_unit = points(KEBUTUHAN._replace(unit_id=None), CALON._replace(unit_id=None))
    assert Butir(Alasan.JARAK_JAUH, 15) in tanpa_unit


def test_the_best_possible_mentor_has_a_hundred_points() -> None:
    assert score(points(KEBUTUHAN, CALON._replace(unit_id=10, level=5))) == 100
