"""Answers of the calculators of kenaikan pangkat: the rules of the run over one person.

What is asked about comes from the inputs; a requirement whose inputs are all absent counts as fulfilled and
is named in `catatan`. A key that is null is a missing fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from asn_karier.lib import kata
from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import months_between
from asn_karier.lib.syarat import Status, Syarat, semua
from asn_karier.lib.topik import TAK_DIISI
from karier.rules.fakta import Fakta
from karier.rules.periode import periode_menurut
from karier.rules.putusan import jumlah_belum, tanggal_paling_cepat
from kinerja.enums import Predikat
from kinerja.rules.isian import sebutan
from pegawai.enums import JenisPegawai, JenisUjian, KedudukanHukum
from pegawai.rules.golongan import Golongan

#: Always asked: without them nothing can be judged.
_SELALU: Final = (
    "data_kepegawaian",
    "data_jabatan",
    "data_golongan",
    "kedudukan_hukum",
    "puncak",
    "ijazah",
)
#: What time alone fulfils.
_WAKTU: Final = ("masa_pangkat", "masa_jabatan")


@dataclass(frozen=True)
class Soal:
    """One question about one person.

    fakta: the facts of the person for a TMT. masukan: requirement -> the inputs by which it is asked.
    hal: what has dates of its own (`tmt_<hal>`) or lengths of time (`tahun_<hal>`, `bulan_<hal>`).
    """

    a: Aturan
    isi: Mapping[str, Any]
    fakta: Callable[[date], Fakta]
    syarat: Callable[[Fakta, Aturan, date], Sequence[Syarat]]
    masukan: Mapping[str, tuple[str, ...]]
    hal: tuple[str, ...] = ("pangkat",)

    @property
    def hukum(self) -> Callable[[date], Aturan]:
        """The law of any day."""
        hukum: Callable[[date], Aturan] = self.isi["tanya"].hukum
        return hukum

    def diisi(self, *nama: str) -> bool:
        """Whether one of these inputs was given, null included."""
        return any(self.isi.get(n, TAK_DIISI) is not TAK_DIISI for n in nama)

    def menanyakan(self, kode: str) -> bool:
        """Whether a requirement is asked about; a standing of penalty asks about the penalty."""
        if kode in _SELALU or self.diisi(*self.masukan.get(kode, ())):
            return True
        hukuman = self.isi["kedudukan_hukum"] is KedudukanHukum.HUKUMAN_DISIPLIN
        return kode == "hukuman_disiplin" and hukuman


class HariDinilai(NamedTuple):
    """For which TMT the question is judged. `nyata`: it rests on dates, so that a date means something."""

    tmt: date
    nyata: bool
    catatan: str


def jawab(soal: Soal, *, tolak: Sequence[str] = (), bukan: str = "") -> dict[str, Any]:
    """The outcome. `tolak`: reasons from outside the rules of the run. `bukan`: why nothing is judged."""
    hari, tolak = hari_dinilai(soal), [*tolak, *_belum_lengkap(soal.isi)]
    seluruh = [s for s in soal.syarat(soal.fakta(hari.tmt), soal.a, hari.tmt) if _berlaku(s)]
    ditanya = [s for s in seluruh if soal.menanyakan(s.kode)]
    status = _status(ditanya, tolak)
    cepat = _paling_cepat(ditanya, soal, hari.tmt) if ditanya and not tolak else None
    alasan = [*tolak, *(_alasan(s) for s in ditanya if s.mengikat[0] and s.status[0] == status)]
    return {
        "status": status.name,
        "memenuhi": {Status.MEMENUHI: True, Status.BELUM: False}.get(status),
        "alasan": " ".join(filter(None, alasan)) or (bukan if status is Status.TIDAK_BERLAKU else ""),
        "kurang": len(tolak) + (int(jumlah_belum(ditanya)[0]) if ditanya else 0),
        "syarat": {s.kode: Status(s.status[0]).name for s in ditanya},
        "tmt_dinilai": hari.tmt if hari.nyata else None,
        "tmt_tercepat": cepat if hari.nyata else None,
        "bulan_lagi": _bulan_lagi(ditanya, hari, cepat),
        "catatan": " ".join(filter(None, [hari.catatan, *_catatan(soal, seluruh, ditanya)])),
    }


def hari_dinilai(soal: Soal) -> HariDinilai:
    """`tmt_usul`; else the first period on which the time that was named is over; else any period."""
    usul = soal.isi.get("tmt_usul", TAK_DIISI)
    if isinstance(usul, date):
        tmt = periode_menurut(usul, soal.hukum)
        catatan = f"{kata.tanggal(usul)} bukan periode: dinilai untuk TMT {kata.tanggal(tmt)}."
        return HariDinilai(tmt, True, "" if tmt == usul else catatan)
    mulai = [d for h in soal.hal if isinstance(d := soal.isi.get(f"tmt_{h}"), date)]
    if not mulai and isinstance(soal.isi["hukdis_sampai"], date):
        tmt = periode_menurut(soal.isi["tanya"].per, soal.hukum)
        return HariDinilai(tmt, True, f"TMT usul tidak diisi: dinilai untuk TMT {kata.tanggal(tmt)}.")
    if not mulai:
        acuan = periode_menurut(soal.a["periode_kp"].berlaku_mulai, soal.hukum)
        return HariDinilai(acuan, False, "TMT usul tidak diisi: yang dinilai lamanya, bukan tanggalnya.")
    tmt = _saat_masa_terpenuhi(soal, periode_menurut(max(mulai), soal.hukum))
    return HariDinilai(
        tmt, True, f"TMT usul tidak diisi: dinilai untuk TMT {kata.tanggal(tmt)}, saat masanya terpenuhi."
    )


def _saat_masa_terpenuhi(soal: Soal, awal: date) -> date:
    """By the rule itself: what the requirements of time alone come to, judged on the first day they could."""
    waktu = [
        s
        for s in soal.syarat(soal.fakta(awal), soal.a, awal)
        if s.kode in _WAKTU and soal.diisi(*soal.masukan[s.kode])
    ]
    return _paling_cepat(waktu, soal, awal) or awal


def _paling_cepat(syarat: Sequence[Syarat], soal: Soal, tmt: date) -> date | None:
    """The first period on or after `tmt` on which these are fulfilled; None when it is unknown."""
    cepat = tanggal_paling_cepat(semua(*syarat))[0].item()
    return None if cepat is None else periode_menurut(max(cepat, tmt), soal.hukum)


def _bulan_lagi(ditanya: Sequence[Syarat], hari: HariDinilai, cepat: date | None) -> int | None:
    """Without dates only time itself can be counted: an assessment comes in its own month of the year."""
    kurang = [s.kode for s in ditanya if s.mengikat[0] and s.status[0] == Status.BELUM]
    terhitung = hari.nyata or all(kode in _WAKTU for kode in kurang)
    return months_between(hari.tmt, cepat) if cepat is not None and terhitung else None


def _belum_lengkap(isi: Mapping[str, Any]) -> list[str]:
    """What is said of the other requirements, where it is said that they are not complete."""
    lain = isi.get("syarat_lain")
    kurang = isinstance(lain, str) and re.match(r"\s*(tidak|belum|kurang)\b", lain.casefold())
    return ["Syarat lain belum lengkap."] if kurang else []


def _status(ditanya: Sequence[Syarat], tolak: Sequence[str]) -> Status:
    if tolak:
        return Status.BELUM
    return Status(int(semua(*ditanya).status[0])) if ditanya else Status.TIDAK_BERLAKU


def _berlaku(s: Syarat) -> bool:
    return bool(s.status[0] != Status.TIDAK_BERLAKU)


def _catatan(soal: Soal, seluruh: Sequence[Syarat], ditanya: Sequence[Syarat]) -> list[str]:
    lepas = [s.kode for s in seluruh if s not in ditanya and s.kode in soal.masukan]
    hasil = [f"Dianggap terpenuhi karena tidak diisi: {kata.daftar([_nama(k) for k in lepas])}."] * bool(
        lepas
    )
    perkiraan = [_alasan(s) for s in ditanya if not s.mengikat[0] and s.status[0] > Status.MEMENUHI]
    return [*hasil, *(f"Perkiraan, belum terverifikasi, tidak menentukan: {p}" for p in perkiraan)]


def _nama(kode: str) -> str:
    return kode.replace("_", " ")


# -- reasons ----------------------------------------------------------------------------------


def _alasan(s: Syarat) -> str:
    """Why a requirement is short; empty when it is not."""
    if s.status[0] == Status.PERLU_VERIFIKASI:
        return f"Belum diketahui: {_nama(s.kode)}."
    return _BELUM[s.kode](s.nilai.baca(0), s.perlu.baca(0)) if s.status[0] == Status.BELUM else ""


def gol(urut: int) -> str:
    """'III/a' of 9."""
    return Golongan(JenisPegawai.PNS, urut).nama


def _predikat(terendah: int | None, perlu: int) -> str:
    nilai = f" {sebutan(Predikat(terendah))}" if terendah else " salah satu tahun"
    return f"Predikat{nilai} kurang dari {sebutan(Predikat(perlu))}."


_TINGKAT: Final = {JenisUjian.UJIAN_DINAS_TK_I: "tingkat I", JenisUjian.UJIAN_DINAS_TK_II: "tingkat II"}
_BELUM: Final[Mapping[str, Callable[[Any, Any], str]]] = {
    "puncak": lambda *_: "Sudah di pangkat tertinggi pada jalur jabatannya.",
    "masa_pangkat": lambda ada, perlu: f"Masa pangkat {kata.lama(ada)} kurang dari {kata.lama(perlu)}.",
    "masa_jabatan": lambda ada, perlu: f"Masa jabatan {kata.lama(ada)} kurang dari {kata.lama(perlu)}.",
    "predikat_2_tahun": _predikat,
    "predikat_1_tahun": _predikat,
    "jenjang_memuat_pangkat": lambda ada, perlu: (
        f"{gol(ada)} berada di atas jenjang sekarang (paling tinggi {gol(perlu)}): naik jenjang lebih dahulu."
    ),
    "angka_kredit": lambda ada, perlu: f"Angka kredit kurang {kata.angka_kredit(perlu - ada)}.",
    "pangkat_tertinggi": lambda ada, perlu: (
        f"Pangkat tertinggi untuk ijazah ini {gol(perlu)}; {gol(ada)} di atasnya."
    ),
    "ujian_dinas": lambda _, perlu: f"Belum lulus ujian dinas {_TINGKAT[JenisUjian(perlu)]}.",
    "hukuman_disiplin": lambda *_: "Sedang menjalani hukuman disiplin sedang atau berat.",
    "pemeriksaan_disiplin": lambda *_: "Dalam proses pemeriksaan disiplin.",
    "pangkat_dalam_rentang_jabatan": lambda ada, perlu: (
        f"Pangkat {gol(ada)} terlalu rendah untuk jabatan ini: paling rendah {gol(perlu)}."
    ),
    "jabatan_memuat_pangkat": lambda ada, perlu: (
        f"{gol(ada)} berada di atas pangkat tertinggi jabatan ini ({gol(perlu)})."
    ),
    "upkp": lambda *_: "Belum lulus ujian penyesuaian kenaikan pangkat (UPKP).",
}
