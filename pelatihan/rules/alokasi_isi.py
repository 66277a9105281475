"""Filling classes one pair after the other, in whole rupiah and seats.

What a greedy officer does, what completes and mends an answer of the solver, and why a pair is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from pelatihan.rules.alokasi_masalah import Bilangan, Kendala, Masalah, Ukuran, bilangan


class Isi:
    """Seats, rupiah and people after the pairs taken so far."""

    def __init__(self, m: Masalah) -> None:
        self.m = m
        self.kursi = m.kursi.tolist()
        self.sisa = m.sisa.tolist()
        self.diambil: dict[int, list[int]] = {}
        self.celah = m.celah_milik()
        self._orang, self._kelas = m.orang.tolist(), m.kelas.tolist()
        self._biaya, self._pagu = m.biaya.tolist(), m.pagu.tolist()
        self._mulai, self._selesai = m.mulai.tolist(), m.selesai.tolist()
        self._bagian = [
            (k, b, m.golongan(k).tolist(), m.harga.tolist() if b.ukuran is Ukuran.RUPIAH else None)
            for k, b in m.bagian()
        ]
        self._lebih = {k: 0 for k, *_ in self._bagian}

    def milik(self, orang: int) -> list[int]:
        """Pairs that this person has."""
        return self.diambil.get(orang, [])

    def penghalang(self, p: int) -> Kendala | None:
        """The first hard limit that refuses pair `p`: of the person before those of everybody."""
        return self._milik_sendiri(p) or self._milik_bersama(p)

    def lawan(self, p: int) -> int | None:
        """The own pair with which `p` cannot be combined, by its days or by the gap that both close."""
        return next((q for q in self.milik(self._orang[p]) if self._berlawanan(p, q)), None)

    def kurang_adil(self, p: int) -> Kendala | None:
        """The share that would fall too low with `p`."""
        return next((k for k in self._lebih if self._lebih[k] + self._geser(k, p) < 0), None)

    def adil(self) -> bool:
        """All shares hold, enough seats are given out, and what is fixed is in."""
        ada = set(self.terpilih().tolist())
        cukup = len(ada) >= self.m.batas.paling_sedikit and ada.issuperset(self.m.tetap.tolist())
        return cukup and min(self._lebih.values(), default=0) >= 0

    def ambil(self, p: int) -> None:
        kelas = self._kelas[p]
        self.kursi[kelas] -= 1
        if self._pagu[kelas] >= 0:
            self.sisa[self._pagu[kelas]] -= self._biaya[kelas]
        self.diambil.setdefault(self._orang[p], []).append(p)
        for k in self._lebih:
            self._lebih[k] += self._geser(k, p)

    def isi_menurut(self, urutan: Iterable[int], *, jaga_adil: bool = False) -> None:
        """Take whatever fits, in this order."""
        for p in urutan:
            if self.penghalang(p) is None and not (jaga_adil and self.kurang_adil(p)):
                self.ambil(p)

    def terpilih(self) -> Bilangan:
        return np.sort(bilangan([p for milik in self.diambil.values() for p in milik]))

    def _milik_sendiri(self, p: int) -> Kendala | None:
        milik = self.milik(self._orang[p])
        for q in milik:
            if q == p or set(self.celah[p]) & set(self.celah[q]):
                return Kendala.CELAH_SEKALI
            if self._berlawanan(p, q):
                return Kendala.BENTROK
        return Kendala.PALING_BANYAK if len(milik) >= self.m.batas.paling_banyak else None

    def _milik_bersama(self, p: int) -> Kendala | None:
        kelas = self._kelas[p]
        if self.kursi[kelas] < 1:
            return Kendala.KURSI
        pagu = self._pagu[kelas]
        return Kendala.PAGU if pagu >= 0 and self.sisa[pagu] < self._biaya[kelas] else None

    def _berlawanan(self, p: int, q: int) -> bool:
        a, b = self._kelas[p], self._kelas[q]
        serentak = self._mulai[a] <= self._selesai[b] and self._mulai[b] <= self._selesai[a]
        return serentak or not set(self.celah[p]).isdisjoint(self.celah[q])

    def _geser(self, kendala: Kendala, p: int) -> int:
        """How much pair `p` brings to a share (hundredths of its unit), beyond what it demands."""
        bagian, ikut, harga = next((b, g, h) for k, b, g, h in self._bagian if k is kendala)
        ukuran: int = 1 if harga is None else harga[p]
        return (100 * int(ikut[p]) - bagian.persen) * ukuran


def serakah(m: Masalah) -> Bilangan:
    """What a careful officer does by hand: the most benefit per rupiah first, free seats before all."""
    urut = np.lexsort((-m.manfaat, m.harga / m.manfaat))
    return _terisi(m, urut)


def siapa_cepat(m: Masalah) -> Bilangan:
    """First come, first served: people in the order of their number, each with the best that is left."""
    return _terisi(m, np.lexsort((-m.manfaat, m.orang)))


def lengkapi(m: Masalah, dipilih: Bilangan) -> Isi:
    """`dipilih` as far as it fits to the rupiah, and whatever still fits beside it, the best first."""
    isi = Isi(m)
    naik = np.lexsort((m.harga, -m.manfaat))
    ada = np.zeros(len(m.orang), dtype=bool)
    ada[dipilih] = True
    isi.isi_menurut(naik[ada[naik]].tolist())
    isi.isi_menurut(naik[~ada[naik]].tolist(), jaga_adil=True)
    return isi


def _terisi(m: Masalah, urutan: Bilangan) -> Bilangan:
    isi = Isi(m)
    isi.isi_menurut([*m.tetap.tolist(), *urutan.tolist()])
    return isi.terpilih()
