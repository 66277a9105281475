"""Deterministic randomness: one seed in, the same regency out on every machine."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


def id_tetap(*bagian: str) -> str:
    """32 hex digits that depend only on the words given, like the ids of the SIASN files."""
    return blake2b("|".join(bagian).encode(), digest_size=16).hexdigest().upper()


def acak_untuk(benih: int, *bagian: str) -> Random:
    """A generator of its own for one person and purpose, so that records can be made when written."""
    return Random(f"{benih}|{'|'.join(bagian)}")  # noqa: S311 - simulated people, no secret depends on it


class Undian(Generic[T]):
    """A weighted draw, prepared once and used many times."""

    def __init__(self, bobot: Mapping[T, float]) -> None:
        self._pilihan: Sequence[T] = tuple(bobot)
        self._batas = list(accumulate(bobot.values()))

    def ambil(self, acak: Random) -> T:
        """One value, with the chance its weight gives it."""
        return self._pilihan[bisect(self._batas, acak.random() * self._batas[-1], 0, len(self._batas) - 1)]


def bagi_habis(jumlah: int, bobot: Mapping[T, float]) -> dict[T, int]:
    """Split a head count by weights with the largest-remainder method: the parts add up exactly."""
    total = sum(bobot.values())
    tepat = {kunci: jumlah * nilai / total for kunci, nilai in bobot.items()}
    bagian = {kunci: int(nilai) for kunci, nilai in tepat.items()}
    urutan = sorted(tepat, key=lambda kunci: bagian[kunci] - tepat[kunci])
    for kunci in urutan[: jumlah - sum(bagian.values())]:
        bagian[kunci] += 1
    return bagian
