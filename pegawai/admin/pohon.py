"""The tree of units as one list of choices: children under their parent, set off by dashes."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Length

from pegawai.models import UnitKerja
from pegawai.querysets import LEBAR_SEGMEN

#: As many as a person can still scan; deeper levels appear once a unit above them is chosen.
PILIHAN_TERBANYAK: Final = 150


def pilihan_unit(pengguna: Any, terpilih: UnitKerja | None = None) -> list[tuple[int, str]]:
    """(pk, '– – Bidang Mutasi') from the top down, as deep as PILIHAN_TERBANYAK allows.

    With a unit chosen: the units above it, itself, and what lies below it.
    """
    terlihat: QuerySet[Any] = UnitKerja.objects.visible_to(pengguna).annotate(panjang=Length("jalur"))
    cabang = terlihat if terpilih is None else terlihat.in_subtree(terpilih)  # type: ignore[attr-defined]
    daftar = _baca(cabang.filter(panjang__lte=_terdalam(cabang)))
    if terpilih is not None:
        daftar = [*_baca(terlihat.filter(_di_atas(terpilih))), *daftar]
    dasar = min((panjang for _, _, panjang in daftar), default=0)
    return [(pk, "– " * ((panjang - dasar) // LEBAR_SEGMEN) + nama) for pk, nama, panjang in daftar]


def _baca(unit: QuerySet[Any]) -> list[tuple[int, str, int]]:
    return list(unit.order_by("instansi", "jalur").values_list("pk", "nama", "panjang"))


def _terdalam(cabang: QuerySet[Any]) -> int:
    """Length of the deepest path that still fits; the two highest levels always do."""
    tingkat = list(cabang.order_by("panjang").values_list("panjang").annotate(n=Count("pk")))
    jumlah, terdalam = 0, 0
    for urut, (panjang, n) in enumerate(tingkat):
        jumlah += n
        if urut > 1 and jumlah > PILIHAN_TERBANYAK:
            break
        terdalam = panjang
    return terdalam


def _di_atas(unit: UnitKerja) -> Q:
    """The units above, which the path names."""
    jalur = [unit.jalur[:n] for n in range(LEBAR_SEGMEN, len(unit.jalur), LEBAR_SEGMEN)]
    return Q(instansi=unit.instansi_id, jalur__in=jalur)
