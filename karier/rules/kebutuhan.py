"""Kebutuhan pengembangan: competency gaps, age of the assessment, JP still to go.

PermenPANRB 38/2017 (required level per jabatan), PerBKN 26/2019 (assessment), PP 11/2017 jo
PP 17/2020 (at least 20 JP a year for a PNS). Advice, never a gate.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.dates import add_months
from asn_karier.lib.kolom import Bilangan, Kolom
from asn_karier.lib.syarat import Status, paling_sedikit
from karier.rules.fakta import Fakta, capai, wajib
from pegawai.enums import JenisPegawai, Jenjang, KompetensiMansoskul

KOMPETENSI: Final = tuple(KompetensiMansoskul)
TANPA_KEBUTUHAN: Final = -1
TIDAK_DIKETAHUI: Final = -1


@dataclass(frozen=True, eq=False, slots=True)
class HasilKebutuhan:
    """Per person; competencies in the official order of KompetensiMansoskul.

    gap: levels short (0 when none), TIDAK_DIKETAHUI when the need or the assessment is missing.
    kebutuhan: bit i is set when competency i is short.
    kebutuhan_utama: index of the largest gap, the first in official order on a tie, else -1.
    asesmen: Status; BELUM means older than the validity, PERLU_VERIFIKASI never assessed.
    jp: Status of the yearly JP; jp_kurang: JP still to go by what is recorded (0 unless BELUM).
    """

    gap: npt.NDArray[np.int8]
    kebutuhan: npt.NDArray[np.int16]
    kebutuhan_utama: npt.NDArray[np.int8]
    asesmen: npt.NDArray[np.int8]
    jp: npt.NDArray[np.int8]
    jp_kurang: npt.NDArray[np.int16]


@lru_cache(maxsize=32)
def level_jenjang(a: Aturan) -> Bilangan:
    """Required level by jenjang; unverified rows are left out, so they never make a gap."""
    return a["kompetensi_jenjang"].larik("level", Jenjang, tanpa_unv=True)


def hitung_kebutuhan(f: Fakta, a: Aturan, *, per: date) -> HasilKebutuhan:
    """Gaps of everyone on `per`; a jabatan without a standard of its own uses that of its jenjang."""
    minimal = a["kompetensi_jenjang"].angka("gap_minimal")
    umum = f.jenjang.peta(level_jenjang(a))
    gap = np.stack([_gap(wajib(f, k).atau(umum), capai(f, k)) for k in KOMPETENSI], axis=1)
    perlu = gap >= minimal
    bobot = np.left_shift(1, np.arange(len(KOMPETENSI)))
    # argmax takes the first of equals: the official order decides a tie.
    utama = np.where(perlu.any(axis=1), np.where(perlu, gap, 0).argmax(axis=1), TANPA_KEBUTUHAN)
    status_jp, kurang = _jp(f, a)
    return HasilKebutuhan(
        gap=gap.astype(np.int8),
        kebutuhan=(perlu * bobot).sum(axis=1).astype(np.int16),
        kebutuhan_utama=utama.astype(np.int8),
        asesmen=_asesmen(f, a, per),
        jp=status_jp,
        jp_kurang=kurang,
    )


def kompetensi_dari_bit(kebutuhan: int) -> list[KompetensiMansoskul]:
    """The competencies of a bitmask, in official order."""
    return [k for i, k in enumerate(KOMPETENSI) if kebutuhan >> i & 1]


def _gap(perlu: Kolom, punya: Kolom) -> Bilangan:
    selisih = perlu.kurang(punya)
    hasil: Bilangan = np.where(selisih.ada, np.maximum(selisih.isi(0), 0), TIDAK_DIKETAHUI)
    return hasil


def _asesmen(f: Fakta, a: Aturan, per: date) -> npt.NDArray[np.int8]:
    batas = add_months(per, -a["kompetensi_jenjang"].angka("bulan_berlaku_asesmen"))
    return paling_sedikit("asesmen", f.asesmen_tanggal, batas).status


def _jp(f: Fakta, a: Aturan) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int16]]:
    """The right of a PNS. Outside declared coverage only enough JP can be known, not too few."""
    butuh = a["jp"].angka("jp_pns")
    tercakup = f.jp_tercakup.tercatat(1)
    tercatat = f.jp_tahun_ini.isi(0)
    diketahui = f.jp_tahun_ini.atau(0).hanya(tercakup | (tercatat >= butuh))
    pns = f.jenis_pegawai.tercatat(JenisPegawai.PNS)
    status = paling_sedikit("jp", diketahui, butuh, bila=pns).status
    kurang = np.where(status == Status.BELUM, butuh - tercatat, 0)
    return status, kurang.astype(np.int16)
