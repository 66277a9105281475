"""Does the interval of *Dampak pelatihan* hold what it promises? `python -m bench.dampak [--ulang 400]`.

People are made up with an effect that is known, some are sent to a training because of what is recorded
about them, and the estimate of `karier.rules.dampak` is asked. A 95 per cent interval should cover the
known effect in about 95 of 100 repetitions; the plain difference of means stands beside it. Where a motive
that nobody recorded sends people to the training, the interval must fail: that is shown too. No database.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import stats

from karier.enums import SebabTanpaAngka
from karier.rules.dampak import compare_matched
from karier.rules.dampak_padan import padankan
from karier.rules.dampak_sifat import Sifat

Larik = npt.NDArray[np.float64]

ULANG: Final = 400
BENIH: Final = 20_261_129
_JENJANG: Final = np.array([10, 22, 23, 31, 32, 33, 41, 42])


@dataclass(frozen=True)
class Keadaan:
    """One kind of world.

    `motif`: how far the unrecorded motive raises the outcome (0: there is none). `penilai`: how much raters
    differ (standard deviation) where whole teams of ten are sent together.
    """

    nama: str
    pengaruh: float = 0.0
    orang: int = 800
    bulat: bool = False
    beragam: bool = False
    motif: float = 0.0
    penilai: float = 0.0


KEADAAN: Final = (
    Keadaan("pengaruh nol"),
    Keadaan("pengaruh 0,3", pengaruh=0.3),
    Keadaan("pengaruh berbeda-beda", pengaruh=0.3, beragam=True),
    Keadaan("predikat bulat 1-5, nol", bulat=True),
    Keadaan("predikat bulat 1-5, 0,3", pengaruh=0.3, bulat=True),
    Keadaan("instansi kecil, nol", orang=200),
    Keadaan("instansi kecil, 0,3", pengaruh=0.3, orang=200),
    Keadaan("motivasi tak tercatat, nol", motif=0.6),
    Keadaan("motivasi tak tercatat, 0,3", pengaruh=0.3, motif=0.6),
    Keadaan("satu tim satu penilai, nol", penilai=0.3),
)


class Cakupan(NamedTuple):
    """Over the repetitions. Shares of 1; `bias` and `lebar` (half an interval) in outcome units."""

    tercakup: float
    bias: float
    lebar: float
    polos_tercakup: float
    polos_bias: float
    peserta: float
    tanpa_angka: int


class Dunia(NamedTuple):
    """People before, their outcome after, who was trained, and the effect on each of them."""

    sifat: Sifat
    akhir: Larik
    dilatih: npt.NDArray[np.bool_]
    pengaruh: Larik


def make_world(k: Keadaan, acak: np.random.Generator) -> Dunia:
    """Selection and outcome go by predikat, JP, age, jenjang, unit and remoteness, not only by a line."""
    n = k.orang
    sifat = _sifat(n, acak)
    motif = acak.random(n) < 0.4
    tim = acak.normal(0, 1, (2, n // 10 + 1))[:, np.arange(n) // 10]
    kecenderungan = (
        -3.2
        + 0.5 * (sifat.predikat - 4)
        + 0.4 * (sifat.predikat_lama - 4)
        + 0.9 * (sifat.jp >= 20)
        - 0.5 * sifat.terpencil
        + 0.4 * (sifat.umur < 40)
        + 0.5 * (sifat.jenjang >= 31)
        + (1.5 * motif if k.motif else 0)
        + (2 * tim[0] if k.penilai else 0)
    )
    dilatih = acak.random(n) < 1 / (1 + np.exp(-kecenderungan - 0.9 * (n < 400)))
    dasar = (
        4
        + 0.5 * (sifat.predikat - 4)
        + 0.25 * (sifat.predikat_lama - 4)
        + 0.25 * (sifat.jp >= 20)
        - 0.15 * sifat.terpencil
        - 0.01 * (sifat.umur - 40)
        + 0.15 * (sifat.jenjang >= 31)
        + 0.1 * (sifat.unit == 2)
        + k.motif * motif
        + k.penilai * tim[1]
        + acak.normal(0, 0.6, n)
    )
    pengaruh = k.pengaruh * (
        1 + (sifat.umur < 40) * 0.5 - (sifat.umur >= 40) * 0.5 if k.beragam else np.ones(n)
    )
    tanpa, dengan = (np.clip(np.rint(y), 1, 5) if k.bulat else y for y in (dasar, dasar + pengaruh))
    return Dunia(sifat, np.where(dilatih, dengan, tanpa), dilatih, dengan - tanpa)


def _sifat(n: int, acak: np.random.Generator) -> Sifat:
    predikat = acak.choice([3, 4, 5], n, p=[0.12, 0.63, 0.25])
    lama = np.clip(predikat + acak.choice([-1, 0, 1], n, p=[0.2, 0.65, 0.15]), 1, 5)
    jp = np.where(acak.random(n) < 0.35, 0, acak.poisson(8 + 5 * (predikat - 3)))
    unit = acak.choice(4, n, p=[0.3, 0.4, 0.2, 0.1])
    return Sifat(
        awal=predikat.astype(np.float64),
        pita_awal=predikat,
        predikat=predikat,
        predikat_lama=lama,
        jp=jp,
        jenjang=acak.choice(_JENJANG, n),
        unit=unit,
        umur=acak.integers(24, 59, n),
        terpencil=(acak.random(n) < np.where((unit == 1) | (unit == 2), 0.3, 0.05)).astype(np.int64),
        tim=np.arange(n) // 10,
    )


def measure(k: Keadaan, *, ulang: int = ULANG, benih: int = BENIH) -> Cakupan:
    """Coverage and bias of the estimate and of the plain difference of means over `ulang` worlds."""
    acak = np.random.default_rng(benih)
    hasil = [_once(make_world(k, acak)) for _ in range(ulang)]
    ada = np.array([b for b in hasil if b is not None])
    tercakup, bias, lebar, polos, polos_bias, peserta = ada.mean(axis=0)
    return Cakupan(tercakup, bias, lebar, polos, polos_bias, peserta, ulang - len(ada))


def _once(d: Dunia) -> tuple[float, ...] | None:
    padanan = padankan(d.sifat, d.dilatih)
    t = compare_matched(d.sifat, d.akhir, d.dilatih, padanan)
    if isinstance(t, SebabTanpaAngka):
        return None
    benar = float(d.pengaruh[d.dilatih & padanan.dalam].mean())
    polos, lebar = _plain(d.akhir[d.dilatih], d.akhir[~d.dilatih])
    benar_polos = float(d.pengaruh[d.dilatih].mean())
    return (
        float(t.bawah <= benar <= t.atas),
        t.beda - benar,
        (t.atas - t.bawah) / 2,
        float(abs(polos - benar_polos) <= lebar),
        polos - benar_polos,
        float(t.peserta),
    )


def _plain(a: Larik, b: Larik) -> tuple[float, float]:
    """Difference of means and half its interval, as if chance had sent people (Welch)."""
    va, vb = a.var(ddof=1) / len(a), b.var(ddof=1) / len(b)
    derajat = (va + vb) ** 2 / (va**2 / (len(a) - 1) + vb**2 / (len(b) - 1))
    return float(a.mean() - b.mean()), float(stats.t.ppf(0.975, derajat) * np.sqrt(va + vb))


def main() -> None:
    tafsir = argparse.ArgumentParser(description=__doc__)
    tafsir.add_argument("--ulang", type=int, default=ULANG)
    ulang: Any = tafsir.parse_args().ulang
    kepala = (
        "keadaan",
        "tercakup",
        "bias",
        "setengah selang",
        "polos tercakup",
        "polos bias",
        "peserta",
        "kosong",
    )
    print("| " + " | ".join(kepala) + " |\n|" + "---|" * len(kepala))
    for k in KEADAAN:
        c = measure(k, ulang=ulang)
        print(
            f"| {k.nama} | {c.tercakup:.1%} | {c.bias:+.3f} | {c.lebar:.3f} | {c.polos_tercakup:.1%} "
            f"| {c.polos_bias:+.3f} | {c.peserta:.0f} dari {k.orang} | {c.tanpa_angka} |"
        )


if __name__ == "__main__":
    main()
