"""Competencies measured: required levels, job person match (JPM), its classes, and how long it serves.

PermenPANRB 38/2017 (levels), PerBKN 26/2019 (classes). The JPM formula (levels reached over levels
required) is common practice and in no text we could read: an estimate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months
from asn_karier.lib.kolom import Kolom, Topeng
from asn_karier.lib.syarat import Status, paling_sedikit
from karier.rules.fakta import Fakta, capai, wajib
from karier.rules.kebutuhan import KOMPETENSI, level_jenjang
from karier.rules.rasio import PENUH, Rasio


@dataclass(frozen=True, eq=False, slots=True)
class Jpm:
    """In points of 100. `dibatasi`: what goes beyond a requirement does not make up for another gap."""

    dibatasi: Rasio
    tanpa_batas: Rasio

    def penentu(self, a: Aturan) -> Rasio:
        """The one that decides (KEPUTUSAN in the rule file)."""
        return self.dibatasi if a["jpm"].mengikat("dibatasi") else self.tanpa_batas


def level_wajib(f: Fakta, a: Aturan) -> tuple[Kolom, ...]:
    """Required level per competency: of the jabatan, else of its jenjang (unverified ones left out)."""
    umum = f.jenjang.peta(level_jenjang(a))
    return tuple(wajib(f, k).atau(umum) for k in KOMPETENSI)


def hitung_jpm(syarat: Sequence[Kolom], capaian: Sequence[Kolom]) -> Jpm:
    """JPM of everyone, column by column the same competency; unknown when one level is."""
    butuh = np.stack([k.isi(0) for k in syarat])
    punya = np.stack([k.isi(0) for k in capaian])
    ada = np.logical_and.reduce([k.ada for k in (*syarat, *capaian)])
    jumlah = butuh.sum(axis=0)
    return Jpm(
        dibatasi=Rasio.dari(PENUH * np.minimum(punya, butuh).sum(axis=0), jumlah, ada),
        tanpa_batas=Rasio.dari(PENUH * punya.sum(axis=0), jumlah, ada),
    )


def jpm_fakta(f: Fakta, a: Aturan) -> Jpm:
    """JPM out of the nine managerial and socio-cultural levels, whatever the age of the assessment."""
    return hitung_jpm(level_wajib(f, a), [capai(f, k) for k in KOMPETENSI])


def asesmen_berlaku(tanggal: Kolom, a: Aturan, per: date) -> Topeng:
    """The assessment still serves on `per`, its last day included; False when there is none."""
    batas = add_months(per, -a["kompetensi_jenjang"].angka("bulan_berlaku_asesmen"))
    berlaku: Topeng = paling_sedikit("asesmen", tanggal, batas).status == Status.MEMENUHI
    return berlaku


def asesmen_berlaku_tahun(tahun_asesmen: int, tahun_acuan: int, a: Aturan) -> bool:
    """Where only years are known: some assessment of that year may still serve on some day of the other.

    The last day of the one is held against the first of the other, so that nobody loses for lack of a date.
    """
    tanggal = Kolom.satu(date(tahun_asesmen, 12, 31))
    return bool(asesmen_berlaku(tanggal, a, date(tahun_acuan, 1, 1))[0])


def kategori_jpm(jpm: Rasio, tabel: str, a: Aturan) -> list[str | None]:
    """The class per person, by its key in the rule file; `tabel` is seleksi or pemetaan."""
    naik = sorted((int(baris["nilai"]), nama) for nama, baris in a["jpm"].tabel(tabel).items())
    # The lowest class begins at 0 and so is reached by everyone.
    urut = jpm.pita([nilai for nilai, _ in naik[1:]])
    return [naik[int(n)][1] if ada else None for n, ada in zip(urut.isi(0), urut.ada, strict=True)]


def gap_kompetensi(syarat: int, capaian: int) -> int:
    """Levels short; negative when more is reached than required (PermenPANRB 38/2017)."""
    return syarat - capaian


def perlu_pengembangan(gap: int, a: Aturan) -> bool:
    """A gap of this size is a need for development."""
    return gap >= a["kompetensi_jenjang"].angka("gap_minimal")
