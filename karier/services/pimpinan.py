"""A leader's home: the team at a glance, whose counts lead to lists, and three people to talk to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from karier.services.keadaan import Keadaan, read_outcomes
from karier.services.portal import training_hours
from kinerja.enums import HitunganTim
from kinerja.kamus.pimpinan import kalimat_bicara
from kinerja.services.keadaan_tim import Hitungan, KeadaanTim, glance
from kinerja.services.perlu_bicara import whom_to_talk_to
from pegawai.enums import JenisPegawai


class AjakBicara(NamedTuple):
    """One person to talk to, with every reason as a sentence."""

    pegawai_id: int
    nama: str
    alasan: list[str]


class Pilihan(NamedTuple):
    """Which count a list shows the people of; `belum`: those of whom it is not so."""

    lihat: str = ""
    belum: bool = False


class Pimpinan(NamedTuple):
    """What only a leader has on Beranda."""

    sekilas: list[Hitungan]
    bicara: list[AjakBicara]


def build_leader(tim: KeadaanTim) -> Pimpinan:
    """A number of queries that grows neither with the team nor with the cycles."""
    bicara = [
        AjakBicara(p.pegawai, tim.orang[p.pegawai].nama_gelar, [kalimat_bicara(a) for a in p.alasan])
        for p in whom_to_talk_to(tim)
    ]
    return Pimpinan(team_glance(tim), bicara)


def team_glance(tim: KeadaanTim) -> list[Hitungan]:
    """Performance, then the hours of the year."""
    keadaan = read_outcomes(tim.orang, instansi_id=tim.saya.instansi_id, per=tim.hari)
    return [*glance(tim), *hours_count(keadaan.values())]


def hours_count(semua: Iterable[Keadaan]) -> list[Hitungan]:
    """Who has the hours of the year; nobody whom no number binds or whose hours nobody recorded."""
    sudah: set[int] = set()
    belum: set[int] = set()
    for k in semua:
        pppk = k.fakta.baca("jenis_pegawai") == JenisPegawai.PPPK
        jp = training_hours(k, pppk=pppk)
        if jp.jumlah is None or jp.sasaran is None or k.fakta.baca("jp_tahun_ini") is None:
            continue
        (sudah if jp.jumlah >= jp.sasaran else belum).add(k.pegawai_id)
    if not sudah and not belum:
        return []
    return [Hitungan(HitunganTim.JP, "", frozenset(sudah), frozenset(belum))]


def chosen(sekilas: Iterable[Hitungan], pilihan: Pilihan) -> Collection[int] | None:
    """The people behind one count; None for no such count."""
    for h in sekilas:
        if h.kode == pilihan.lihat:
            return h.belum if pilihan.belum else h.sudah
    return None
