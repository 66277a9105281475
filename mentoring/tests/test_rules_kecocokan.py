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
from pegawai.rules.golongan import Golongan

KEBUTUHAN = Kebutuhan(
    pegawai_id=1,
    unit_id=10,
    jenjang=Jenjang.AHLI_PERTAMA,
    golongan=Golongan.pns("III/b"),
    level_wajib=3,
    terpencil=False,
)
CALON = CalonMentor(
    pegawai_id=2,
    unit_id=20,
    jenjang=Jenjang.AHLI_MUDA,
    golongan=Golongan.pns("III/c"),
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
        pytest.param({"sisa_tempat": 1}, False, None, id="the last place"),
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


def _berdiri(jenjang: str, golongan: str) -> dict[str, object]:
    """Where someone stands: 'JPT_PRATAMA', 'IV/c'; a PPPK has a Roman golongan, '' is not recorded."""
    baca = Golongan.pns if "/" in golongan else Golongan.pppk
    return {
        "jenjang": Jenjang[jenjang] if jenjang else None,
        "golongan": baca(golongan) if golongan else None,
    }


@pytest.mark.parametrize(
    ("mentee", "mentor", "pantas"),
    [
        # One family: the jenjang decides, whatever the golongan.
        (("AHLI_MUDA", "III/d"), ("AHLI_MADYA", "IV/a"), True),
        (("AHLI_MUDA", "IV/a"), ("AHLI_MUDA", "III/c"), True),
        (("AHLI_MUDA", "III/c"), ("AHLI_PERTAMA", "III/d"), False),
        (("AHLI_PERTAMA", "IX"), ("AHLI_MUDA", "III/d"), True),
        (("AHLI_PERTAMA", "III/b"), ("AHLI_PERTAMA", ""), True),
        (("JPT_PRATAMA", "IV/c"), ("ADMINISTRATOR", "IV/c"), False),
        (("JPT_PRATAMA", "IV/c"), ("JPT_PRATAMA", "IV/b"), True),
        # Another family: the golongan, on one scale.
        (("AHLI_PERTAMA", "III/b"), ("PENYELIA", "III/d"), True),
        (("AHLI_PERTAMA", "III/b"), ("PENYELIA", "III/b"), True),
        (("AHLI_MADYA", "IV/b"), ("PENGAWAS", "IV/a"), False),
        (("PELAKSANA", "II/c"), ("AHLI_MUDA", "III/c"), True),
        (("PELAKSANA", "II/c"), ("AHLI_PERTAMA", "IX"), False),
        (("PELAKSANA", ""), ("AHLI_MUDA", "III/c"), False),
        (("PELAKSANA", "II/c"), ("AHLI_MUDA", ""), False),
        # A structural mentee: not below the equal jenjang either.
        (("JPT_PRATAMA", "IV/c"), ("AHLI_MUDA", "III/d"), False),
        (("JPT_PRATAMA", "IV/b"), ("AHLI_MADYA", "IV/c"), False),
        (("JPT_PRATAMA", "IV/c"), ("AHLI_UTAMA", "IV/d"), True),
        (("ADMINISTRATOR", "IV/a"), ("AHLI_MADYA", "IV/a"), True),
        (("ADMINISTRATOR", "IV/b"), ("AHLI_MADYA", "IV/a"), False),
        (("PENGAWAS", "III/c"), ("AHLI_MUDA", "III/d"), True),
        (("PENGAWAS", "III/c"), ("PELAKSANA", "III/d"), False),
        (("PENGAWAS", "III/c"), ("PENYELIA", "III/d"), False),
        # Without a jenjang nothing shows who stands higher.
        (("", "III/b"), ("AHLI_MUDA", "III/c"), False),
        (("AHLI_PERTAMA", "III/b"), ("", "IV/a"), False),
    ],
)
def test_a_mentor_is_not_known_to_stand_below_the_mentee(
    mentee: tuple[str, str], mentor: tuple[str, str], pantas: bool
) -> None:
    alasan = refusal(KEBUTUHAN._replace(**_berdiri(*mentee)), CALON._replace(**_berdiri(*mentor)))
    assert alasan is (None if pantas else Penolakan.BELUM_SETARA)


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
