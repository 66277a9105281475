"""Did trained people develop better than similar people who were not? A difference with its uncertainty.

Everybody is compared only with people who looked alike before (`dampak_padan`). Within such a group the
mean of the others is taken from the mean of the trained; groups are weighed by how many trained people are
in them, so the difference is that of those who were trained. What bands leave is taken out by a straight
line fitted to the others alone. The estimate is a weighted sum of outcomes whose weights no outcome has
touched, so its variance is that of the outcomes within groups (Welch and Satterthwaite), or, where people
of one unit err together, that of the units: the larger one is taken.

What nobody recorded cannot be seen: `tahan` says how strong it would have to be. Method, assumptions and
measured coverage: docs/dampak.md.
"""

from __future__ import annotations

from math import sqrt
from typing import Final, NamedTuple

import numpy as np
from scipy import stats

from karier.enums import SebabTanpaAngka
from karier.rules.dampak_padan import Padanan, padankan
from karier.rules.dampak_sifat import Bulat, Pecahan, Sifat, Topeng, penyesuai

#: At most one column is adjusted for per so many people of the comparison.
ORANG_PER_KOLOM: Final = 10
#: With fewer degrees of freedom the spread of the trained alone is no measure.
_DERAJAT_SENDIRI: Final = 5
_KEYAKINAN: Final = 0.975
_NOL: Final = 1e-12
#: An interval narrower than this comes from people who are all alike, not from knowledge.
_RATA: Final = 1e-6
_PEMBULATAN: Final = 1e-9
#: Columns that repeat others within groups, relative to the largest, carry nothing.
_KEMBAR: Final = 1e-9


class Taksiran(NamedTuple):
    """The difference (trained less others) in units of the outcome, with its 95 per cent interval.

    `mentah`: how far apart both groups were in the end, before anything was made comparable. `peserta`,
    `pembanding`: people compared. `tanpa_padanan`: trained people like whom there is nobody. `kehalusan`:
    of the comparison (`Padanan`). `naik_peserta`, `naik_pembanding`: mean change of both, as compared.
    `sebelum`: what both looked like (means of trained and others, as compared) by the field of Sifat.
    """

    beda: float
    bawah: float
    atas: float
    derajat: float
    mentah: float
    peserta: int
    pembanding: int
    tanpa_padanan: int
    kehalusan: int
    naik_peserta: float
    naik_pembanding: float
    sebelum: dict[str, tuple[float, float]]

    @property
    def pasti(self) -> bool:
        """The interval leaves out zero."""
        return self.bawah > 0 or self.atas < 0


class Ketahanan(NamedTuple):
    """How far something unrecorded would have to shift the difference until nothing could be said.

    In units of the outcome. `batas`: the shift that brings the interval to zero (0: it holds zero already).
    `tercatat`: the shift that everything recorded made. `pengaruh`: how far a trait that is half the people
    more frequent among the trained would have to raise the outcome to make that shift.
    """

    batas: float
    tercatat: float
    pengaruh: float


def compare(sifat: Sifat, akhir: Pecahan, dilatih: Topeng) -> Taksiran | SebabTanpaAngka:
    """The difference in `akhir` less `sifat.awal` between `dilatih` and the others; all of one length.

    A reason instead, where fewer than `PALING_SEDIKIT` of either have somebody alike, or nothing varies.
    """
    return compare_matched(sifat, akhir, dilatih, padankan(sifat, dilatih))


def compare_matched(
    sifat: Sifat, akhir: Pecahan, dilatih: Topeng, padanan: Padanan
) -> Taksiran | SebabTanpaAngka:
    """The same, where it is settled already who is compared with whom."""
    if not padanan.cukup:
        return SebabTanpaAngka.KURANG_ORANG
    dalam, p = sifat.pilih(padanan.dalam), padanan.peserta
    perubahan = akhir[padanan.dalam] - dalam.awal
    s = _sesuaikan(perubahan, penyesuai(dalam), padanan)
    lebar, derajat = _selang(s, p, dalam.tim)
    if lebar < _RATA:
        return SebabTanpaAngka.SERAGAM
    naik = _berdua(perubahan, padanan)
    return Taksiran(
        beda=s.beda,
        bawah=s.beda - lebar,
        atas=s.beda + lebar,
        derajat=derajat,
        mentah=float(akhir[dilatih].mean() - akhir[~dilatih].mean()),
        peserta=int(p.sum()),
        pembanding=int((~p).sum()),
        tanpa_padanan=int(dilatih.sum() - p.sum()),
        kehalusan=padanan.kehalusan,
        naik_peserta=naik[0],
        naik_pembanding=naik[1],
        sebelum={nama: _berdua(kolom, padanan) for nama, kolom in dalam._asdict().items()},
    )


def tahan(t: Taksiran) -> Ketahanan:
    """How strong an unrecorded motive would have to be to undo the conclusion."""
    batas = max(t.bawah, -t.atas, 0.0)
    return Ketahanan(batas=batas, tercatat=abs(t.mentah - t.beda), pengaruh=2 * batas)


def _berdua(kolom: Pecahan, padanan: Padanan) -> tuple[float, float]:
    """Means of the trained and of the others, each group weighed alike."""
    p = padanan.peserta
    return float(kolom[p].mean()), float(padanan.timbang(~p) @ kolom[~p])


class _Penyesuaian(NamedTuple):
    """`beda`, and of everybody compared: their weight in it and what the comparison leaves unexplained.

    `derajat`, `derajat_lain`: degrees of freedom of the trained and of the others.
    """

    beda: float
    bobot: Pecahan
    sisa: Pecahan
    derajat: int
    derajat_lain: int


def _sesuaikan(y: Pecahan, x: Pecahan, padanan: Padanan) -> _Penyesuaian:
    p, lain = padanan.peserta, ~padanan.peserta
    timbang = padanan.timbang(lain)
    derajat, derajat_lain = (int(siapa.sum()) - padanan.kelompok for siapa in (p, lain))
    x = x[:, : derajat_lain // ORANG_PER_KOLOM]
    # The line through the others, within groups: its coefficients are `lereng @ y_lain`, linear in outcomes.
    x_lain, y_lain = _dalam(x[lain], padanan, lain), _dalam(y[lain], padanan, lain)
    silang = x_lain.T @ x_lain
    lereng = np.linalg.pinv(silang, rtol=_KEMBAR, hermitian=True) @ x_lain.T
    garis = lereng @ y_lain
    jarak = x[p].mean(axis=0) - timbang @ x[lain]
    bobot, sisa = np.empty(len(y)), np.empty(len(y))
    bobot[p], bobot[lain] = 1 / p.sum(), -(timbang + jarak @ lereng)
    sisa[p], sisa[lain] = _dalam(y[p] - x[p] @ garis, padanan, p), y_lain - x_lain @ garis
    derajat_lain -= int(np.linalg.matrix_rank(silang, rtol=_KEMBAR, hermitian=True)) if silang.size else 0
    return _Penyesuaian(float(bobot @ y), bobot, sisa, derajat, derajat_lain)


def _selang(s: _Penyesuaian, p: Topeng, tim: Bulat) -> tuple[float, float]:
    """Half the interval and its degrees of freedom, by the larger of two standard errors.

    One takes people as independent, the other lets all people of a unit, who share a rater, err together.
    Not by the wider interval: few units would then widen answers in which nobody erred together.
    """
    galat, derajat = max(_sendiri(s, p), _bersama(s, p, tim))
    return float(stats.t.ppf(_KEYAKINAN, derajat)) * galat, derajat


def _sendiri(s: _Penyesuaian, p: Topeng) -> tuple[float, float]:
    """Standard error and degrees of freedom of independent people, each kind with its own spread.

    Where one kind is too few to show its own, both share one.
    """
    jumlah, jumlah_lain = (float(s.sisa[siapa] @ s.sisa[siapa]) for siapa in (p, ~p))
    bobot, bobot_lain = (float(s.bobot[siapa] @ s.bobot[siapa]) for siapa in (p, ~p))
    sedikit = min(s.derajat, s.derajat_lain) < _DERAJAT_SENDIRI
    if sedikit or min(jumlah, jumlah_lain) < _NOL:
        derajat = max(s.derajat + s.derajat_lain, 1)
        return sqrt((jumlah + jumlah_lain) / derajat * (bobot + bobot_lain)), float(derajat)
    a, b = jumlah / s.derajat * bobot, jumlah_lain / s.derajat_lain * bobot_lain
    return sqrt(a + b), (a + b) ** 2 / (a**2 / s.derajat + b**2 / s.derajat_lain)


def _bersama(s: _Penyesuaian, p: Topeng, tim: Bulat) -> tuple[float, float]:
    """Standard error over units; its degrees of freedom are the number of units that matter, less one."""
    besar = np.where(p, _pengali(p, s.derajat), _pengali(~p, s.derajat_lain))
    nomor = np.unique(tim, return_inverse=True)[1]
    kuadrat = np.bincount(nomor, weights=s.bobot * s.sisa * besar) ** 2
    jumlah = float(kuadrat.sum())
    berarti = jumlah**2 / max(float(kuadrat @ kuadrat), _NOL**2)
    return sqrt(jumlah), max(berarti - 1, 1.0)


def _pengali(siapa: Topeng, derajat: int) -> float:
    """What a fit takes out of residuals, put back."""
    return sqrt(siapa.sum() / max(derajat, 1))


def _dalam(nilai: Pecahan, padanan: Padanan, siapa: Topeng) -> Pecahan:
    """What is left when the mean of its group is taken away (rows of `siapa`; columns alike)."""
    nomor, banyak = padanan.nomor[siapa], padanan.banyak(siapa)
    kolom = nilai.reshape(len(nilai), -1)
    rata = np.column_stack(
        [np.bincount(nomor, weights=k, minlength=padanan.kelompok) / banyak for k in kolom.T]
        or [np.zeros((padanan.kelompok, 0))]
    )
    hasil: Pecahan = (kolom - rata[nomor]).reshape(nilai.shape)
    # What is the same for all leaves rounding only, and a line through rounding points anywhere.
    hasil[np.abs(hasil) < _PEMBULATAN] = 0
    return hasil
