"""The allocation as rows of an integer programme: one 0/1 variable per pair, every row `<=`.

What one person may not combine (overlapping days, one gap closed twice) is written as cliques and not pair
by pair: the relaxation is then almost whole, and the solver has little left to search.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from pelatihan.rules.alokasi_masalah import Bagian, Bilangan, Kendala, Masalah, Ukuran, pembagi_harga

Nilai = npt.NDArray[np.float64]


class Blok(NamedTuple):
    """Rows of one kind: entries (`baris`, `kolom`, `nilai`) and the upper limit of every row."""

    kendala: Kendala
    baris: Bilangan
    kolom: Bilangan
    nilai: Nilai
    batas: Nilai


def susun_blok(m: Masalah) -> list[Blok]:
    """Every limit of `m`; kinds without rows are left out."""
    return [b for b in (*_per_kelas(m), *_per_orang(m), *_seluruh(m)) if len(b.batas)]


def matriks(blok: list[Blok], kolom: int) -> tuple[Any, Nilai]:
    """The rows of all blocks under each other, and their limits."""
    awal = np.cumsum([0, *(len(b.batas) for b in blok)])
    baris = np.concatenate([b.baris + a for b, a in zip(blok, awal[:-1], strict=True)])
    isi = (np.concatenate([b.nilai for b in blok]), (baris, np.concatenate([b.kolom for b in blok])))
    return csr_matrix(isi, shape=(int(awal[-1]), kolom)), np.concatenate([b.batas for b in blok])


def _per_kelas(m: Masalah) -> Iterator[Blok]:
    semua = np.arange(len(m.orang))
    yield Blok(Kendala.KURSI, m.kelas, semua, np.ones(len(semua)), m.kursi.astype(float))
    dibayar = np.flatnonzero((m.pagu[m.kelas] >= 0) & (m.harga > 0))
    satuan = pembagi_harga(m.harga)
    yield Blok(
        Kendala.PAGU, m.pagu[m.kelas[dibayar]], dibayar, m.harga[dibayar] / satuan,
        np.floor_divide(m.sisa, satuan).astype(float),
    )  # fmt: skip


def _per_orang(m: Masalah) -> Iterator[Blok]:
    semua = np.arange(len(m.orang))
    yield _klik(Kendala.PALING_BANYAK, m.orang, semua, m.batas.paling_banyak)
    lebar = int(m.celah.max(initial=0)) + 1
    yield _klik(Kendala.CELAH_SEKALI, m.orang[m.celah_pasangan] * lebar + m.celah, m.celah_pasangan, 1)
    yield _klik(Kendala.BENTROK, *_serentak(m), 1)


def _klik(kendala: Kendala, kunci: Bilangan, kolom: Bilangan, batas: int) -> Blok:
    """One row per key that more than `batas` pairs share: at most `batas` of them."""
    _, nomor, banyak = np.unique(kunci, return_inverse=True, return_counts=True)
    perlu = banyak > batas
    baru = np.cumsum(perlu) - 1
    ikut = perlu[nomor]
    jumlah = int(perlu.sum())
    return Blok(
        kendala, baru[nomor[ikut]], kolom[ikut], np.ones(int(ikut.sum())), np.full(jumlah, float(batas))
    )


def _serentak(m: Masalah) -> tuple[Bilangan, Bilangan]:
    """For every person and every first day of a class of theirs: who of their pairs runs on that day.

    Days of classes are intervals, so whatever overlaps at all meets on the first day of one of them.
    """
    urut = np.argsort(m.orang, kind="stable")
    _, awal, banyak = np.unique(m.orang[urut], return_index=True, return_counts=True)
    sesama = np.repeat(banyak, banyak)  # per pair: how many pairs its person has
    kiri = np.repeat(np.arange(len(urut)), sesama)
    geser = np.arange(len(kiri)) - np.repeat(np.cumsum(sesama) - sesama, sesama)
    kanan = np.repeat(np.repeat(awal, banyak), sesama) + geser
    hari = m.mulai[m.kelas[urut]]
    jalan = (hari[kanan] <= hari[kiri]) & (hari[kiri] <= m.selesai[m.kelas[urut]][kanan])
    kunci = np.stack([m.orang[urut][kiri[jalan]], hari[kiri[jalan]], urut[kanan[jalan]]], axis=1)
    return _terbesar(np.unique(kunci, axis=0), m.selesai[m.kelas])


def _terbesar(hadir: Bilangan, selesai: Bilangan) -> tuple[Bilangan, Bilangan]:
    """Of `hadir` (person, day, pair), in order, the days that say something of their own, and their pairs.

    Where everybody of a day still runs on the next one of that person, the next one says all of it.
    """
    baru = np.ones(len(hadir), dtype=bool)
    baru[1:] = (hadir[1:, :2] != hadir[:-1, :2]).any(axis=1)
    awal = np.flatnonzero(baru)
    nomor = np.cumsum(baru) - 1
    orang, hari = hadir[awal, 0], hadir[awal, 1]
    usai = np.minimum.reduceat(selesai[hadir[:, 2]], awal) if len(awal) else hari
    berikut = np.append(orang[1:] == orang[:-1], np.zeros(min(len(orang), 1), dtype=bool))
    lusa = np.append(hari[1:], hari[:1])
    perlu = ~berikut | (usai < lusa)
    return nomor[perlu[nomor]], hadir[perlu[nomor], 2]


def _seluruh(m: Masalah) -> Iterator[Blok]:
    semua = np.arange(len(m.orang))
    for kendala, bagian in m.bagian():
        yield Blok(kendala, np.zeros_like(semua), semua, _bobot_bagian(m, kendala, bagian), np.zeros(1))
    sedikit = np.full(1, -float(m.batas.paling_sedikit))
    yield Blok(Kendala.PALING_SEDIKIT, np.zeros_like(semua), semua, -np.ones(len(semua)), sedikit)
    n = len(m.tetap)
    yield Blok(Kendala.TETAP, np.arange(n), m.tetap, -np.ones(n), -np.ones(n))


def _bobot_bagian(m: Masalah, kendala: Kendala, bagian: Bagian) -> Nilai:
    """`persen` of everything given out is at most a hundred times what the group gets: one linear row."""
    rupiah = bagian.ukuran is Ukuran.RUPIAH
    ukuran = m.harga // pembagi_harga(m.harga) if rupiah else np.ones_like(m.harga)
    return ((bagian.persen - 100 * m.golongan(kendala).astype(np.int64)) * ukuran).astype(float)
