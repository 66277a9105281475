"""Every decision of a run over the same facts, and their packed form.

A decision whose rule files are not in force (a run of before they were written) is TIDAK_BERLAKU for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import Tanggal
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.rules.fakta import Fakta
from karier.rules.hak import hitung_pensiun, putuskan_kgb, putuskan_satyalancana, tanggal_kgb
from karier.rules.ipasn import hitung_ipasn
from karier.rules.jabatan import putuskan_kesiapan
from karier.rules.jenjang import putuskan_jenjang
from karier.rules.kebutuhan import HasilKebutuhan, hitung_kebutuhan
from karier.rules.pangkat import HasilPangkat, putuskan
from karier.rules.penyesuaian import putuskan_penyesuaian
from karier.rules.putusan import HasilPutusan, tak_diputus
from karier.rules.talenta import hitung_talenta


class Hari(NamedTuple):
    """`per`: the day of the facts; `tmt`: the day for which promotions are judged."""

    per: date
    tmt: date


_Rule = Callable[[Fakta, Aturan, Hari], HasilPutusan]
#: Decision -> the rule files it needs, and the rule.
_PUTUSAN: Final[Mapping[JenisPutusan, tuple[tuple[str, ...], _Rule]]] = {
    JenisPutusan.PENYESUAIAN_IJAZAH: (
        ("penyesuaian_ijazah",),
        lambda f, a, h: putuskan_penyesuaian(f, a, tmt=h.tmt),
    ),
    JenisPutusan.KENAIKAN_JENJANG: (
        ("kenaikan_jenjang", "ak_dasar"),
        lambda f, a, h: putuskan_jenjang(f, a, tmt=h.tmt),
    ),
    JenisPutusan.KESIAPAN_JABATAN: (("promosi",), lambda f, a, h: putuskan_kesiapan(f, a, tmt=h.tmt)),
    JenisPutusan.KGB: (("kgb",), lambda f, a, h: putuskan_kgb(f, a, per=h.per, tmt=h.tmt)),
    JenisPutusan.SATYALANCANA: (
        ("satyalancana",),
        lambda f, a, h: putuskan_satyalancana(f, a, per=h.per),
    ),
}
_JENIS_LAIN: Final = tuple(_PUTUSAN)
#: Measures that are no requirement: days, halves of a point (IPASN), senti (axes of the talent map).
_NILAI: Final = {
    "mencapai_bup": "<i4",
    "kgb_berikut": "<i4",
    "tmt_pensiun": "<i4",
    "ipasn": "<i2",
    "sumbu_x": "<i2",
    "sumbu_y": "<i2",
    "kotak": "<i2",
}
_HARI: Final = ("mencapai_bup", "kgb_berikut", "tmt_pensiun")
_BAGIAN: Final = {
    "status": "i1",
    "sasaran": "i1",
    "alasan": "i1",
    "kurang": "i1",
    "paling_cepat": "<i4",
    "syarat": "<i8",
}
LAIN_DTYPE: Final = np.dtype(
    [(f"{j.value}_{n}", t) for j in _JENIS_LAIN for n, t in _BAGIAN.items()] + [*_NILAI.items()]
)
_TAK_ADA: Final = {tipe: int(np.iinfo(tipe).min) for tipe in ("<i2", "<i4")}


@dataclass(frozen=True, eq=False, slots=True)
class Seluruh:
    """Everything a run says about people; arrays run parallel. `nilai`: the measures of `_NILAI`."""

    pangkat: HasilPangkat
    kebutuhan: HasilKebutuhan
    lain: Mapping[JenisPutusan, HasilPutusan]
    nilai: Mapping[str, Kolom]

    def __len__(self) -> int:
        return len(self.pangkat)


class PutusanSatu(NamedTuple):
    """One decision about one person, as stored. `syarat`: two bits per position of its register."""

    status: Status
    sasaran: int
    paling_cepat: date | None
    syarat: int


class LainSatu(NamedTuple):
    """The packed row of one person."""

    baris: Any

    def putusan(self, jenis: JenisPutusan) -> PutusanSatu:
        bagian = {n: self.baris[f"{jenis.value}_{n}"].item() for n in _BAGIAN}
        return PutusanSatu(
            Status(bagian["status"]), bagian["sasaran"], _hari(bagian["paling_cepat"]), bagian["syarat"]
        )

    def angka(self, nama: str) -> int | None:
        """A measure that is a number; None when it could not be computed."""
        nilai = int(self.baris[nama].item())
        return None if nilai == _TAK_ADA[_NILAI[nama]] else nilai

    def hari(self, nama: str) -> date | None:
        """A measure that is a day; None when it could not be computed."""
        return _hari(int(self.baris[nama].item()))


def putuskan_seluruh(f: Fakta, a: Aturan, *, per: date, tmt: date) -> Seluruh:
    """Apply every rule that is in force to everyone. Pure: no query, no clock."""
    hari = Hari(per, tmt)
    return Seluruh(
        pangkat=putuskan(f, a, tmt=tmt),
        kebutuhan=hitung_kebutuhan(f, a, per=per),
        lain={
            jenis: rule(f, a, hari) if all(k in a for k in kode) else tak_diputus(len(f))
            for jenis, (kode, rule) in _PUTUSAN.items()
        },
        nilai=_ukuran(f, a, hari),
    )


def pack_lain(h: Seluruh) -> npt.NDArray[np.void]:
    """The decisions besides kenaikan pangkat, and the measures, as rows of LAIN_DTYPE."""
    baris = np.zeros(len(h), dtype=LAIN_DTYPE)
    for jenis in _JENIS_LAIN:
        _tulis(baris, jenis, h.lain[jenis])
    for nama, tipe in _NILAI.items():
        kolom = h.nilai[nama]
        nilai = _bilangan(kolom.sebagai_tanggal()) if kolom.berupa_tanggal else kolom.isi(_TAK_ADA[tipe])
        baris[nama] = nilai
    return baris


def dengan_putusan(terkemas: bytes, jenis: JenisPutusan, h: HasilPutusan) -> bytes:
    """The packed row of one person with one decision in the place of the stored one."""
    baris = np.zeros(1, dtype=LAIN_DTYPE)
    baris[0] = unpack_lain(terkemas).baris
    _tulis(baris, jenis, h)
    return baris.tobytes()


def _tulis(baris: npt.NDArray[np.void], jenis: JenisPutusan, h: HasilPutusan) -> None:
    for nama in _BAGIAN:
        isi = getattr(h, nama)
        baris[f"{jenis.value}_{nama}"] = _bilangan(isi) if nama == "paling_cepat" else isi


def unpack_lain(terkemas: bytes | memoryview) -> LainSatu:
    """The row of one person; of no bytes at all, a row that decided nothing."""
    if not terkemas:
        return LainSatu(_kosong())
    return LainSatu(np.frombuffer(terkemas, dtype=LAIN_DTYPE)[0])


def _kosong() -> Any:
    baris = np.zeros(1, dtype=LAIN_DTYPE)
    for nama, tipe in _NILAI.items():
        baris[nama] = _TAK_ADA[tipe]
    for jenis in _JENIS_LAIN:
        baris[f"{jenis.value}_paling_cepat"] = _TAK_ADA["<i4"]
    return baris[0]


def _ukuran(f: Fakta, a: Aturan, hari: Hari) -> dict[str, Kolom]:
    """The measures; one whose rule files are not in force is missing for all."""
    banyak = len(f)
    pensiun = hitung_pensiun(f, a)
    isi = {nama: Kolom.kosong(banyak, tanggal=nama in _HARI) for nama in _NILAI}
    isi |= {"mencapai_bup": pensiun.mencapai, "tmt_pensiun": pensiun.tmt}
    if "kgb" in a:
        isi["kgb_berikut"] = tanggal_kgb(f, a, per=hari.per)
    if "ipasn" in a:
        isi["ipasn"] = hitung_ipasn(f, a, per=hari.per, tmt=hari.tmt).nilai
    if "talenta" in a:
        t = hitung_talenta(f, a, per=hari.per, tmt=hari.tmt)
        isi |= {"sumbu_x": t.sumbu_x, "sumbu_y": t.sumbu_y, "kotak": t.kotak}
    return isi


def _bilangan(tanggal: Tanggal) -> npt.NDArray[np.int64]:
    """Days since 1970-01-01; the lowest number stands for no date."""
    return np.where(np.isnat(tanggal), _TAK_ADA["<i4"], tanggal.astype("datetime64[D]").astype(np.int64))


def _hari(nilai: int) -> date | None:
    return None if nilai == _TAK_ADA["<i4"] else np.datetime64(nilai, "D").item()
