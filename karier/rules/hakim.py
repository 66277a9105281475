"""One decision about one person on one day, by the same functions as a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.rules.daftar import MENURUT_JENIS
from karier.rules.fakta import Fakta
from karier.rules.hak import putuskan_kgb, putuskan_satyalancana
from karier.rules.jenjang import putuskan_jenjang
from karier.rules.pangkat import HasilPangkat, putuskan
from karier.rules.penyesuaian import putuskan_penyesuaian
from karier.rules.putusan import HasilPutusan

_J = JenisPutusan
_Rule = Callable[[Fakta, Aturan, date], HasilPangkat | HasilPutusan]
#: Decision -> the rule file it needs, and the rule judged on a day for which the facts were carried forward.
_RULE: Final[Mapping[JenisPutusan, tuple[str, _Rule]]] = {
    _J.KENAIKAN_PANGKAT: ("kenaikan_pangkat", lambda f, a, d: putuskan(f, a, tmt=d)),
    _J.PENYESUAIAN_IJAZAH: ("penyesuaian_ijazah", lambda f, a, d: putuskan_penyesuaian(f, a, tmt=d)),
    _J.KENAIKAN_JENJANG: ("kenaikan_jenjang", lambda f, a, d: putuskan_jenjang(f, a, tmt=d)),
    _J.KGB: ("kgb", lambda f, a, d: putuskan_kgb(f, a, per=d, tmt=d)),
    _J.SATYALANCANA: ("satyalancana", lambda f, a, d: putuskan_satyalancana(f, a, per=d)),
}


class Nilai(NamedTuple):
    """An outcome. `alasan`: code of the first binding requirement that is short, empty when none is."""

    status: Status
    sasaran: int
    paling_cepat: date | None
    syarat: int
    alasan: str

    @property
    def memenuhi(self) -> bool:
        return self.status is Status.MEMENUHI


_TAK_BERLAKU: Final = Nilai(Status.TIDAK_BERLAKU, 0, None, 0, "")


def nilai(jenis: JenisPutusan, f: Fakta, a: Aturan, pada: date) -> Nilai:
    """Judge one person. TIDAK_BERLAKU while the rule file is not in force."""
    berkas, rule = _RULE[jenis]
    if berkas not in a:
        return _TAK_BERLAKU
    h = rule(f, a, pada)
    sasaran = h.golongan_berikut if isinstance(h, HasilPangkat) else h.sasaran
    posisi, cepat = int(h.alasan[0]), h.paling_cepat[0].item()
    return Nilai(
        status=Status(h.status[0]),
        sasaran=int(sasaran[0]),
        paling_cepat=cepat,
        syarat=int(h.syarat[0]),
        alasan=next((b.kode for b in MENURUT_JENIS[jenis] if b.posisi == posisi), ""),
    )
