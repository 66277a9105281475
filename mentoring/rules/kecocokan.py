"""How well a mentor fits one need of one mentee: a sum of points, each with its reason."""

from enum import StrEnum
from typing import NamedTuple

from pegawai.enums import Jenjang
from pegawai.rules.golongan import Golongan

#: Comparison of jenjang means something only inside one family; the tens digit names it.
LEBAR_KELUARGA = 10
SELISIH_TERBAIK = (1, 2)
#: The jenjang of jabatan fungsional that stands as high as a structural one: PermenPANRB 17/2021 for
#: Pengawas and Administrator; above them only the highest jenjang comes near a JPT.
SETARA_STRUKTURAL = {
    Jenjang.PENGAWAS: Jenjang.AHLI_MUDA,
    Jenjang.ADMINISTRATOR: Jenjang.AHLI_MADYA,
    Jenjang.JPT_PRATAMA: Jenjang.AHLI_UTAMA,
    Jenjang.JPT_MADYA: Jenjang.AHLI_UTAMA,
    Jenjang.JPT_UTAMA: Jenjang.AHLI_UTAMA,
}


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
    BELUM_SETARA = "belum_setara"
    LEVEL_KURANG = "level_kurang"
    PENUH = "penuh"
    TIDAK_TERJANGKAU = "tidak_terjangkau"


class Kebutuhan(NamedTuple):
    """The mentee's side: where they are and the level (1-5) their jabatan asks for."""

    pegawai_id: int
    unit_id: int | None
    jenjang: Jenjang | None
    golongan: Golongan | None
    level_wajib: int
    terpencil: bool


class CalonMentor(NamedTuple):
    """The mentor's side. `segaris`: superior or subordinate of the mentee, at any distance."""

    pegawai_id: int
    unit_id: int | None
    jenjang: Jenjang | None
    golongan: Golongan | None
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
    if not _setara(kebutuhan, calon):
        return Penolakan.BELUM_SETARA
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


def _setara(kebutuhan: Kebutuhan, calon: CalonMentor) -> bool:
    """Whether the mentor is known to stand at least as high as the mentee.

    Inside one family the jenjang says so; across families the golongan on one scale, and for a
    structural mentee the equal jenjang too. What is not recorded shows nothing.
    """
    if kebutuhan.jenjang is None or calon.jenjang is None:
        return False
    if _sekeluarga(kebutuhan.jenjang, calon.jenjang):
        return calon.jenjang >= kebutuhan.jenjang
    paling_rendah = SETARA_STRUKTURAL.get(kebutuhan.jenjang)
    if paling_rendah is not None and calon.jenjang < paling_rendah:
        return False
    return _golongan_tidak_di_bawah(kebutuhan.golongan, calon.golongan)


def _golongan_tidak_di_bawah(mentee: Golongan | None, mentor: Golongan | None) -> bool:
    if mentee is None or mentor is None or mentee.skala is not mentor.skala:
        return False
    return mentor >= mentee


def _sekeluarga(a: Jenjang, b: Jenjang) -> bool:
    return a // LEBAR_KELUARGA == b // LEBAR_KELUARGA


def _pertemuan(kebutuhan: Kebutuhan, calon: CalonMentor) -> Butir:
    if _se_unit(kebutuhan, calon):
        return Butir(Alasan.UNIT_SAMA, 20)
    if calon.jarak_jauh:
        return Butir(Alasan.JARAK_JAUH, 15)
    return Butir(Alasan.UNIT_LAIN, 5)


def _jenjang(kebutuhan: Kebutuhan, calon: CalonMentor) -> Butir:
    if kebutuhan.jenjang is None or calon.jenjang is None:
        return Butir(Alasan.RUMPUN_LAIN, 0)
    if not _sekeluarga(kebutuhan.jenjang, calon.jenjang):
        return Butir(Alasan.RUMPUN_LAIN, 10)
    selisih = calon.jenjang - kebutuhan.jenjang
    if selisih in SELISIH_TERBAIK:
        return Butir(Alasan.JENJANG_DI_ATAS, 20)
    return Butir(Alasan.JENJANG_DI_ATAS, 10) if selisih > 0 else Butir(Alasan.JENJANG_SETARA, 5)
