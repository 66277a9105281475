"""How well a mentor fits one need of one mentee: a sum of points, each with its reason."""

from enum import StrEnum
from typing import NamedTuple

from pegawai.enums import Jenjang

#: Comparison of jenjang means something only inside one family; the tens digit names it.
LEBAR_KELUARGA = 10
SELISIH_TERBAIK = (1, 2)


class Alasan(StrEnum):
    KEAHLIAN = "keahlian"
    UNIT_SAMA = "unit_sama"
    JARAK_JAUH = "jarak_jauh"
    UNIT_LAIN = "unit_lain"
    JENJANG_DI_ATAS = "jenjang_di_atas"
    JENJANG_SETARA = "jenjang_setara"
    RUMPUN_LAIN = "rumpun_lain"
    TEMPAT = "tempat"


class Penolakan(StrEnum):
    DIRI_SENDIRI = "diri_sendiri"
    GARIS_KOMANDO = "garis_komando"
    LEVEL_KURANG = "level_kurang"
    PENUH = "penuh"
    TIDAK_TERJANGKAU = "tidak_terjangkau"


class Kebutuhan(NamedTuple):
    """The mentee's side: where they are and the level (1-5) their jabatan asks for."""

    pegawai_id: int
    unit_id: int | None
    jenjang: Jenjang | None
    level_wajib: int
    terpencil: bool


class CalonMentor(NamedTuple):
    """The mentor's side. `segaris`: superior or subordinate of the mentee, at any distance."""

    pegawai_id: int
    unit_id: int | None
    jenjang: Jenjang | None
    level: int
    jarak_jauh: bool
    sisa_tempat: int
    segaris: bool


class Butir(NamedTuple):
    alasan: Alasan
    nilai: int


def refusal(kebutuhan: Kebutuhan, calon: CalonMentor) -> Penolakan | None:
    """Why this mentor must not be suggested; None when nothing stands in the way."""
    if calon.pegawai_id == kebutuhan.pegawai_id:
        return Penolakan.DIRI_SENDIRI
    if calon.segaris:
        return Penolakan.GARIS_KOMANDO
    if calon.level < kebutuhan.level_wajib:
        return Penolakan.LEVEL_KURANG
    if calon.sisa_tempat < 1:
        return Penolakan.PENUH
    if kebutuhan.terpencil and not _se_unit(kebutuhan, calon) and not calon.jarak_jauh:
        return Penolakan.TIDAK_TERJANGKAU
    return None


def points(kebutuhan: Kebutuhan, calon: CalonMentor) -> tuple[Butir, ...]:
    """The points of a mentor who is not refused; 100 at most."""
    return (
        Butir(Alasan.KEAHLIAN, 40 + 10 * min(calon.level - kebutuhan.level_wajib, 1)),
        _pertemuan(kebutuhan, calon),
        _jenjang(kebutuhan, calon),
        Butir(Alasan.TEMPAT, 5 * min(calon.sisa_tempat, 2)),
    )


def score(butir: tuple[Butir, ...]) -> int:
    return sum(b.nilai for b in butir)


def _se_unit(kebutuhan: Kebutuhan, calon: CalonMentor) -> bool:
    return kebutuhan.unit_id is not None and kebutuhan.unit_id == calon.unit_id


def _pertemuan(kebutuhan: Kebutuhan, calon: CalonMentor) -> Butir:
    if _se_unit(kebutuhan, calon):
        return Butir(Alasan.UNIT_SAMA, 20)
    if calon.jarak_jauh:
        return Butir(Alasan.JARAK_JAUH, 15)
    return Butir(Alasan.UNIT_LAIN, 5)


def _jenjang(kebutuhan: Kebutuhan, calon: CalonMentor) -> Butir:
    if kebutuhan.jenjang is None or calon.jenjang is None:
        return Butir(Alasan.RUMPUN_LAIN, 0)
    if kebutuhan.jenjang // LEBAR_KELUARGA != calon.jenjang // LEBAR_KELUARGA:
        return Butir(Alasan.RUMPUN_LAIN, 10)
    selisih = calon.jenjang - kebutuhan.jenjang
    if selisih in SELISIH_TERBAIK:
        return Butir(Alasan.JENJANG_DI_ATAS, 20)
    return Butir(Alasan.JENJANG_DI_ATAS, 10) if selisih > 0 else Butir(Alasan.JENJANG_SETARA, 5)
