"""Puts the regency together: how many of whom, in which unit, under which leader."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from karier.contoh.acak import Undian, acak_untuk, bagi_habis
from karier.contoh.bentuk import Daerah, Orang, Unit
from karier.contoh.ijazah import lanjutkan_studi
from karier.contoh.jabatan import GURU, KESEHATAN, TEKNIS, Keluarga
from karier.contoh.kesalahan import tanam_kesalahan
from karier.contoh.mentor import pilih_mentor
from karier.contoh.orang import PabrikOrang
from karier.contoh.pelatihan import KATALOG
from karier.contoh.proporsi import BAGIAN_PNS, BAGIAN_STRUKTURAL, PELAKSANA_RUMPUN, RUMPUN
from karier.contoh.unit import pohon_unit
from karier.contoh.wilayah import PENGGANTI, WILAYAH, Wilayah
from pegawai.enums import JenisPegawai

PER_TETAP = date(2026, 11, 1)
"""The date of the simulation: fixed, so that a seed means the same regency next year."""

PALING_SEDIKIT = 50
GURU_PER_SD, GURU_PER_SMP, BAGIAN_SD = 11, 24, 0.66
TENAGA_PER_PUSKESMAS = 35
TATA_USAHA = {
    "sd": 0.15,
    "smp": 0.7,
    "subbagian": 3.0,
    "seksi": 2.0,
    "uptd": 2.0,
    "bidang": 2.0,
    "sekretariat": 1.0,
}
"""Relative number of pelaksana in a unit of a kind."""


@dataclass(frozen=True, slots=True)
class Formasi:
    """Head counts of the plan; `isi` leaves the structural posts out."""

    struktural: int
    isi: dict[tuple[JenisPegawai, str], int]

    def banyak(self, rumpun: str) -> int:
        """People of a group of posts, PNS and PPPK together."""
        return sum(n for (_, r), n in self.isi.items() if r == rumpun)


def bangun_daerah(instansi: str, jumlah: int, benih: int, per: date = PER_TETAP) -> Daerah:
    """Simulate the regency: `jumlah` ASN as they stand on `per`, the same for the same arguments.

    Raises ValueError when the instansi is unknown or fewer than 50 people are asked for.
    """
    if instansi not in WILAYAH:
        raise ValueError(f"Instansi contoh «{instansi}» belum tersedia. Gunakan: {', '.join(WILAYAH)}.")
    if jumlah < PALING_SEDIKIT:
        raise ValueError(f"Data contoh memerlukan paling sedikit {PALING_SEDIKIT} pegawai.")
    wilayah = WILAYAH[instansi]
    benih += wilayah.benih
    formasi = rencana_formasi(jumlah)
    unit = _pohon(wilayah, formasi)
    orang = list(_Penyusun(wilayah, unit, benih, per).susun(formasi))
    for satu in orang:
        lanjutkan_studi(satu, benih, per)
    daerah = Daerah(instansi, unit[0].nama, wilayah.kode, benih, per, unit, orang)
    pemimpin = tetapkan_atasan(daerah)
    tanam_kesalahan(daerah, pemimpin)
    daerah.pelatihan = KATALOG
    daerah.mentor = pilih_mentor(daerah)
    return daerah


def rencana_formasi(jumlah: int) -> Formasi:
    """Split a head count by the proportions of a real kabupaten; a small one still has its heads."""
    struktural = max(round(jumlah * BAGIAN_STRUKTURAL), min(33, jumlah // 6))
    pns = round(jumlah * BAGIAN_PNS) - struktural
    isi: dict[tuple[JenisPegawai, str], int] = {}
    for jenis, banyak in ((JenisPegawai.PNS, pns), (JenisPegawai.PPPK, jumlah - struktural - pns)):
        isi |= {(jenis, rumpun): n for rumpun, n in bagi_habis(banyak, RUMPUN[jenis]).items()}
    return Formasi(struktural, isi)


def tetapkan_atasan(daerah: Daerah) -> frozenset[str]:
    """Give everyone the head of the nearest unit upwards; returns the NIP of all heads.

    Offices answer to the Sekretaris Daerah, whose own superior (the Bupati) is no ASN.
    """
    induk = {u.id: u.induk_id for u in daerah.unit}
    kepala = _kepala_unit(daerah.orang)
    kepala[daerah.unit[0].id] = daerah.orang[0].nip
    for orang in daerah.orang:
        orang.atasan_nip = _atasan(orang.unit.id, orang.nip, induk, kepala)
    return frozenset(kepala.values())


def _kepala_unit(daftar: list[Orang]) -> dict[str, str]:
    """Structural heads, and the first person of a school or health centre (tugas tambahan)."""
    kepala: dict[str, str] = {}
    for orang in daftar:
        if orang.unit.pimpinan is orang.jabatan or orang.unit.jenis in {"sd", "smp", "puskesmas"}:
            kepala.setdefault(orang.unit.id, orang.nip)
    return kepala


def _atasan(unit_id: str, nip: str, induk: dict[str, str], kepala: dict[str, str]) -> str:
    while unit_id:
        if kepala.get(unit_id, nip) != nip:
            return kepala[unit_id]
        unit_id = induk[unit_id]
    return ""


def _pohon(wilayah: Wilayah, formasi: Formasi) -> tuple[Unit, ...]:
    guru = formasi.banyak(GURU)
    return pohon_unit(
        wilayah,
        sd=max(1, round(guru * BAGIAN_SD / GURU_PER_SD)),
        smp=max(1, round(guru * (1 - BAGIAN_SD) / GURU_PER_SMP)),
        puskesmas=max(1, round(formasi.banyak(KESEHATAN) * 0.66 / TENAGA_PER_PUSKESMAS)),
    )


class _Penyusun:
    """Hands out the posts, leaders first, so that a head always comes before the staff."""

    def __init__(self, wilayah: Wilayah, unit: tuple[Unit, ...], benih: int, per: date) -> None:
        self._wilayah, self._unit = wilayah, unit
        self._acak: Random = acak_untuk(benih, "susun")
        self._pabrik = PabrikOrang(wilayah, benih=benih, per=per)
        self._sekolah = [u for u in unit if u.jenis in {"sd", "smp"}]
        self._guru = Undian({u: GURU_PER_SD if u.jenis == "sd" else GURU_PER_SMP for u in self._sekolah})
        self._puskesmas = [u for u in unit if u.jenis == "puskesmas"]
        self._tata_usaha = Undian({u: TATA_USAHA[u.jenis] for u in unit if u.jenis in TATA_USAHA})
        self._teknis: dict[str, list[Unit]] = {}

    def susun(self, formasi: Formasi) -> Iterator[Orang]:
        """All people of the plan, in the order of the export. Vacant structural posts go to pelaksana."""
        kursi = sorted((u for u in self._unit if u.pimpinan), key=_urutan_kursi)[: formasi.struktural]
        for unit in kursi:
            if unit.pimpinan:
                yield self._pabrik.struktural(unit, unit.pimpinan)
        yield from self._bertugas(formasi, GURU, self._sekolah, self._tempat_guru)
        yield from self._bertugas(formasi, KESEHATAN, self._puskesmas, self._tempat_nakes)
        yield from self._teknis_dan_pelaksana(formasi, formasi.struktural - len(kursi))

    def _bertugas(
        self, formasi: Formasi, rumpun: str, tempat: list[Unit], pilih: Callable[[Keluarga], Unit]
    ) -> Iterator[Orang]:
        """Teachers or health workers: one PNS head per school or health centre, then the rest."""
        pns = formasi.isi[JenisPegawai.PNS, rumpun]
        berkepala = tempat[:pns]
        for unit in berkepala:
            yield self._pabrik.pns_fungsional(
                unit, *self._pabrik.fungsional(rumpun, kepala=True), kepala=True
            )
        for _ in range(pns - len(berkepala)):
            golongan, keluarga = self._pabrik.fungsional(rumpun)
            yield self._pabrik.pns_fungsional(pilih(keluarga), golongan, keluarga)
        for _ in range(formasi.isi[JenisPegawai.PPPK, rumpun]):
            keluarga = self._pabrik.pilih_keluarga(rumpun)
            yield self._pabrik.pppk(pilih(keluarga), rumpun, keluarga)

    def _teknis_dan_pelaksana(self, formasi: Formasi, sisa: int) -> Iterator[Orang]:
        for _ in range(formasi.isi[JenisPegawai.PNS, TEKNIS]):
            golongan, keluarga = self._pabrik.fungsional(TEKNIS)
            yield self._pabrik.pns_fungsional(self._tempat_teknis(keluarga), golongan, keluarga)
        for _ in range(formasi.isi[JenisPegawai.PPPK, TEKNIS]):
            keluarga = self._pabrik.pilih_keluarga(TEKNIS)
            yield self._pabrik.pppk(self._tempat_teknis(keluarga), TEKNIS, keluarga)
        for _ in range(formasi.isi[JenisPegawai.PNS, PELAKSANA_RUMPUN] + sisa):
            yield self._pabrik.pns_pelaksana(self._tata_usaha.ambil(self._acak))
        for _ in range(formasi.isi[JenisPegawai.PPPK, PELAKSANA_RUMPUN]):
            yield self._pabrik.pppk(self._tata_usaha.ambil(self._acak), PELAKSANA_RUMPUN, None)

    def _tempat_guru(self, keluarga: Keluarga) -> Unit:
        return self._guru.ambil(self._acak)

    def _tempat_nakes(self, keluarga: Keluarga) -> Unit:
        undi = self._acak.random()
        if undi < 0.66:
            return self._acak.choice(self._puskesmas)
        return self._acak.choice(self._bagian("RS" if undi < 0.94 else "dinkes"))

    def _tempat_teknis(self, keluarga: Keluarga) -> Unit:
        return self._acak.choice(self._bagian(self._acak.choice(keluarga.opd)))

    def _bagian(self, opd: str) -> list[Unit]:
        """Sub-units of an office that hold functional staff."""
        if opd not in self._teknis:
            rs = opd == "RS"
            nomor = "015" if opd in {"RS", "dinkes"} else opd
            kode = f"{self._wilayah.kode}-{nomor}"
            milik = [u for u in self._unit if u.opd == kode and u.jenis in {"bidang", "uptd"}]
            self._teknis[opd] = [u for u in milik if ("Rumah Sakit" in u.nama) == rs]
            if not milik:
                self._teknis[opd] = self._bagian(PENGGANTI[opd])
        return self._teknis[opd]


def _urutan_kursi(unit: Unit) -> tuple[str, int]:
    eselon = unit.pimpinan.eselon_id if unit.pimpinan else ""
    return eselon, unit.kedalaman
