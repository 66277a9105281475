"""Does an allocation keep every limit? Asked of the answer alone, in whole numbers, by plain counting.

Nothing of the solver is used here: not its rows, not its scaling, not its filling of seats. What HR changes
by hand is asked the same question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from pelatihan.rules.alokasi_masalah import Bagian, Kendala, Masalah, Ukuran


class Pelanggaran(NamedTuple):
    """One limit that is broken: of which class, pagu or person (`tentang`, a position), what is, what may be.

    Shares are told in percent, rounded down; `tentang` is -1 where it is about the whole.
    """

    kendala: Kendala
    tentang: int
    ada: int
    batas: int


def periksa(m: Masalah, dipilih: Iterable[int]) -> list[Pelanggaran]:
    """Every limit of `m` that the chosen pairs break; empty when the allocation may be adopted."""
    pilihan = sorted(dipilih)
    return [*_bersama(m, pilihan), *_orang_seorang(m, pilihan), *_pemerataan(m, pilihan)]


def _bersama(m: Masalah, pilihan: list[int]) -> list[Pelanggaran]:
    terisi = Counter(int(m.kelas[p]) for p in pilihan)
    terpakai: Counter[int] = Counter()
    for p in pilihan:
        kelas = int(m.kelas[p])
        terpakai[int(m.pagu[kelas])] += int(m.biaya[kelas])
    kursi = [(Kendala.KURSI, k, n, int(m.kursi[k])) for k, n in terisi.items()]
    uang = [(Kendala.PAGU, g, n, int(m.sisa[g])) for g, n in terpakai.items() if g >= 0]
    return [Pelanggaran(*isi) for isi in (*kursi, *uang) if isi[2] > isi[3]]


def _orang_seorang(m: Masalah, pilihan: list[int]) -> list[Pelanggaran]:
    punya: dict[int, list[int]] = {}
    for p in pilihan:
        punya.setdefault(int(m.orang[p]), []).append(p)
    menutup: dict[int, list[int]] = {}
    for p, celah in zip(m.celah_pasangan, m.celah, strict=True):
        menutup.setdefault(int(p), []).append(int(celah))
    return [x for orang, milik in punya.items() for x in _satu(m, orang, milik, menutup)]


def _satu(m: Masalah, orang: int, milik: list[int], menutup: dict[int, list[int]]) -> list[Pelanggaran]:
    temuan = []
    if len(milik) > m.batas.paling_banyak:
        temuan.append(Pelanggaran(Kendala.PALING_BANYAK, orang, len(milik), m.batas.paling_banyak))
    bentrok = sum(_sehari(m, a, b) for a, b in combinations(milik, 2))
    if bentrok:
        temuan.append(Pelanggaran(Kendala.BENTROK, orang, bentrok, 0))
    celah = Counter(c for p in milik for c in menutup.get(p, []))
    ganda = sum(n > 1 for n in celah.values())
    if ganda or len(set(milik)) < len(milik):
        temuan.append(Pelanggaran(Kendala.CELAH_SEKALI, orang, max(ganda, 1), 0))
    return temuan


def _sehari(m: Masalah, a: int, b: int) -> bool:
    """Some day belongs to both classes."""
    ka, kb = m.kelas[a], m.kelas[b]
    return bool(max(m.mulai[ka], m.mulai[kb]) <= min(m.selesai[ka], m.selesai[kb]))


def _pemerataan(m: Masalah, pilihan: list[int]) -> list[Pelanggaran]:
    temuan = []
    for kendala, bagian, kelompok in (
        (Kendala.TERPENCIL, m.batas.terpencil, m.terpencil),
        (Kendala.KURANG_JP, m.batas.kurang_jp, m.kurang_jp),
    ):
        untuk = [p for p in pilihan if kelompok[m.orang[p]]]
        ada, semua = _banyak(m, untuk, bagian), _banyak(m, pilihan, bagian)
        if 100 * ada < bagian.persen * semua:
            temuan.append(Pelanggaran(kendala, -1, 100 * ada // semua, bagian.persen))
    if len(pilihan) < m.batas.paling_sedikit:
        temuan.append(Pelanggaran(Kendala.PALING_SEDIKIT, -1, len(pilihan), m.batas.paling_sedikit))
    hilang = set(m.tetap.tolist()) - set(pilihan)
    if hilang:
        temuan.append(Pelanggaran(Kendala.TETAP, -1, len(m.tetap) - len(hilang), len(m.tetap)))
    return temuan


def _banyak(m: Masalah, pilihan: list[int], bagian: Bagian) -> int:
    if bagian.ukuran is Ukuran.RUPIAH:
        return sum(int(m.biaya[m.kelas[p]]) for p in pilihan)
    return len(pilihan)
