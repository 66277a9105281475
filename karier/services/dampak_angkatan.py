"""The results of one class (level 4): predikat of its people before and after, and what citizens named.

Numbers of at least `PALING_SEDIKIT` people; themes of citizens only as they are published (`tema_unit`).
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from asn_karier.lib.dates import add_months, months_between
from karier.rules.dampak_padan import PALING_SEDIKIT
from kinerja.facts import TemaUnit, predikat, tema_unit
from pegawai.models import UnitKerja
from pelatihan.enums import StatusPendaftaran
from pelatihan.models import Angkatan, Pendaftaran
from pelatihan.rules.belajar import Berpasangan, paired

#: KEPUTUSAN: reviews of so many months before the class are set beside those after it.
BULAN_SEBELUM: Final = 12


class TemaBerubah(NamedTuple):
    """A need that citizens named about one unit: how many reviews in how many months, before and after."""

    unit: str
    tema: str
    sebelum: int
    bulan_sebelum: int
    sesudah: int
    bulan_sesudah: int


class HasilAngkatan(NamedTuple):
    """`predikat`: of `dinilai` of `selesai` people, between two years; None below PALING_SEDIKIT."""

    selesai: int
    dinilai: int
    tahun_sebelum: int
    tahun_sesudah: int
    predikat: Berpasangan | None
    tema: list[TemaBerubah]


def class_result(angkatan: Angkatan, *, per: date) -> HasilAngkatan:
    """What happened after one class, without saying that the class did it; five queries."""
    peserta = dict(
        Pendaftaran.objects.filter(angkatan=angkatan, status=StatusPendaftaran.SELESAI)
        .order_by()
        .values_list("pegawai_id", "pegawai__unit_id")
    )
    awal, akhir = angkatan.mulai.year - 1, angkatan.selesai.year + 1
    sebelum, sesudah = _predikat(peserta, awal), _predikat(peserta, akhir)
    siapa = sorted(sebelum.keys() & sesudah.keys())
    pasangan = paired([sebelum[pk] for pk in siapa], [sesudah[pk] for pk in siapa])
    return HasilAngkatan(
        selesai=len(peserta),
        dinilai=len(siapa),
        tahun_sebelum=awal,
        tahun_sesudah=akhir,
        predikat=pasangan if len(siapa) >= PALING_SEDIKIT else None,
        tema=_tema(angkatan, {u for u in peserta.values() if u is not None}, per),
    )


def _predikat(peserta: dict[int, int | None], tahun: int) -> dict[int, int]:
    """The announced predikat of one year."""
    baris = predikat(date(tahun + 1, 1, 1)).filter(pegawai_id__in=list(peserta), predikat_1__isnull=False)
    return dict(baris.values_list("pegawai_id", "predikat_1"))


def _tema(angkatan: Angkatan, unit: set[int], per: date) -> list[TemaBerubah]:
    """Themes of which published groups of months lie wholly before and wholly after the class."""
    sejak = add_months(angkatan.mulai.replace(day=1), -BULAN_SEBELUM)
    semua: dict[tuple[int, str], tuple[list[TemaUnit], list[TemaUnit]]] = {}
    for t in tema_unit(angkatan.instansi_id, per):
        lalu, nanti = semua.setdefault((t.unit_id, t.tema), ([], []))
        if sejak <= t.awal and add_months(t.akhir, 1) <= angkatan.mulai:
            lalu.append(t)
        elif t.awal > angkatan.selesai:
            nanti.append(t)
    lengkap = {k: v for k, v in semua.items() if k[0] in unit and all(v)}
    nama = dict(UnitKerja.objects.filter(pk__in={k[0] for k in lengkap}).values_list("pk", "nama"))
    return [TemaBerubah(nama[u], tema, *_jumlah(a), *_jumlah(b)) for (u, tema), (a, b) in lengkap.items()]


def _jumlah(kelompok: list[TemaUnit]) -> tuple[int, int]:
    """Reviews and months."""
    bulan = sum(months_between(k.awal, add_months(k.akhir, 1)) for k in kelompok)
    return sum(k.banyak for k in kelompok), bulan
