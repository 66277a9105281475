"""What belongs to a pair: read by its two people, and by no role at all."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q

from mentoring.enums import StatusPertemuan


def diri_dari(pengguna: Any) -> int | None:
    """The person behind an account that may enter; None for all others, the administrator too."""
    if not pengguna.is_authenticated or not pengguna.is_active:
        return None
    return pengguna.pegawai_id or None


def berdua(diri: int, awalan: str = "") -> Q:
    """Pairs in which this person is the mentee or the mentor."""
    return Q(**{f"{awalan}mentee": diri}) | Q(**{f"{awalan}mentor_pegawai": diri})


class MilikBerduaQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """The mentee and the mentor. Not HR, not the atasan, not auditors, not the administrator."""
        diri = diri_dari(pengguna)
        return self.none() if diri is None else self.filter(berdua(diri, "pasangan__"))


class PertemuanQuerySet(MilikBerduaQuerySet):
    def terjadi(self) -> Self:
        """Confirmed by both."""
        return self.filter(status=StatusPertemuan.TERJADI)


class PenulisQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """Nobody but who wrote it."""
        diri = diri_dari(pengguna)
        return self.none() if diri is None else self.filter(penulis=diri)


class DenyutQuerySet(models.QuerySet[Any]):
    def visible_to(self, pengguna: Any) -> Self:
        """Nobody but who answered: neither the other of the two nor HR reads a single answer."""
        diri = diri_dari(pengguna)
        return self.none() if diri is None else self.filter(pegawai=diri)
