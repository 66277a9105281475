"""Draft conversions of predikat into angka kredit (PermenPANRB 1/2023 Ps 37; PerBKN 3/2023 Ps 12-13).

A draft counts as nothing until the pejabat penilai signs it; a signed row is never touched here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import Max

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.dates import months_between
from kinerja.enums import Predikat, StatusKonversi, StatusPenilaian
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, Penilaian
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN, koefisien_milli, konversi, persen
from pegawai.enums import JenisPegawai, Jenjang
from pegawai.models import RiwayatJabatan

UKURAN: Final = 500  # below SQLite's limit of variables in one statement
FUNGSIONAL: Final = frozenset(int(j) for j in (*JF_KEAHLIAN, *JF_KETERAMPILAN))


class Masa(NamedTuple):
    """The jenjang held on 31 December and the first day of its unbroken run."""

    jenjang: int
    sejak: date


def konversikan(*, pegawai_ids: Iterable[int], tahun: int, at: datetime) -> int:
    """Write draft conversions of `tahun` for holders of a jabatan fungsional with a signed predikat.

    Months are whole and counted from the latest of: 1 January, the start of the jenjang held at the
    end of the year, the day after the last PAK. A year that a PAK covers to its end is not
    converted, and a draft that no longer has a ground is removed. Constant number of queries per
    500 people. Returns how many drafts were written or changed.
    """
    a = aturan_per(date(tahun, 12, 31))
    return sum(_konversikan(bagian, tahun, at, a) for bagian in _potong(pegawai_ids))


@transaction.atomic
def _konversikan(pegawai_ids: list[int], tahun: int, at: datetime, a: Aturan) -> int:
    lama = {
        k.pegawai_id: k
        for k in KonversiAngkaKredit.objects.select_for_update().filter(
            pegawai_id__in=pegawai_ids, tahun=tahun
        )
    }
    baru = {k.pegawai_id: k for k in _susun(pegawai_ids, tahun, at, a)}
    _hapus_usang(lama, baru)
    return _tulis(lama, baru)


def _susun(pegawai_ids: list[int], tahun: int, at: datetime, a: Aturan) -> Iterator[KonversiAngkaKredit]:
    """The conversions the facts support."""
    masa = _masa_jenjang(pegawai_ids, tahun)
    sampai = _pak_sampai(pegawai_ids)
    predikat = Penilaian.objects.filter(
        pegawai_id__in=pegawai_ids, tahun=tahun, status=StatusPenilaian.DITETAPKAN
    ).values_list("pegawai_id", "predikat")
    for pegawai_id, nilai in predikat:
        mulai = _mulai(tahun, masa.get(pegawai_id), sampai.get(pegawai_id))
        if mulai is not None and _bulan(mulai):
            yield _baris(pegawai_id, mulai, Jenjang(masa[pegawai_id].jenjang), Predikat(nilai), at, a)


def _baris(
    pegawai_id: int, mulai: date, jenjang: Jenjang, predikat: Predikat, at: datetime, a: Aturan
) -> KonversiAngkaKredit:
    bulan = _bulan(mulai)
    return KonversiAngkaKredit(
        pegawai_id=pegawai_id,
        tahun=mulai.year,
        mulai=mulai,
        bulan=bulan,
        jenjang=jenjang,
        koefisien_milli=koefisien_milli(jenjang, a),
        persen=persen(predikat, a),
        nilai_senti=konversi(jenjang, predikat, bulan, a),
        diubah_pada=at,
    )


def _mulai(tahun: int, masa: Masa | None, pak_sampai: date | None) -> date | None:
    """First day of the year that counts; None outside a jabatan fungsional or under a PAK."""
    if masa is None or masa.jenjang not in FUNGSIONAL:
        return None
    mulai = max(date(tahun, 1, 1), masa.sejak)
    if pak_sampai is not None:
        mulai = max(mulai, pak_sampai + timedelta(days=1))
    return mulai if mulai.year == tahun else None


def _bulan(mulai: date) -> int:
    """Whole months from `mulai` to the end of its year."""
    return min(months_between(mulai, date(mulai.year + 1, 1, 1)), 12)


def _masa_jenjang(pegawai_ids: list[int], tahun: int) -> dict[int, Masa]:
    """Per PNS: the jenjang on 31 December, and since when without a break (a PPPK has no angka kredit)."""
    baris = (
        RiwayatJabatan.objects.filter(
            pegawai_id__in=pegawai_ids, pegawai__jenis=JenisPegawai.PNS, tmt__lte=date(tahun, 12, 31)
        )
        .order_by("pegawai_id", "-tmt")
        .values_list("pegawai_id", "jabatan__jenjang", "tmt")
    )
    hasil = {}
    for pegawai_id, riwayat in groupby(baris, key=lambda b: b[0]):
        daftar = list(riwayat)
        jenjang = daftar[0][1]
        sejak = daftar[0][2]
        for _, jenjang_lama, tmt in daftar:
            if jenjang_lama != jenjang:
                break
            sejak = tmt
        if jenjang is not None:
            hasil[pegawai_id] = Masa(jenjang, sejak)
    return hasil


def _pak_sampai(pegawai_ids: list[int]) -> dict[int, date]:
    baris = PenetapanAngkaKredit.objects.filter(pegawai_id__in=pegawai_ids).order_by()
    return dict(baris.values_list("pegawai_id").annotate(akhir=Max("sampai")))


def _hapus_usang(lama: dict[int, KonversiAngkaKredit], baru: dict[int, Any]) -> None:
    usang = [k.pk for p, k in lama.items() if p not in baru and k.status == StatusKonversi.DRAF]
    if usang:
        KonversiAngkaKredit.objects.filter(pk__in=usang, status=StatusKonversi.DRAF).delete()


_ISI: Final = ("mulai", "bulan", "jenjang", "koefisien_milli", "persen", "nilai_senti")


def _tulis(lama: dict[int, KonversiAngkaKredit], baru: dict[int, KonversiAngkaKredit]) -> int:
    tambah = [k for p, k in baru.items() if p not in lama]
    ubah = []
    for pegawai_id, k in baru.items():
        ada = lama.get(pegawai_id)
        if ada is None or ada.status != StatusKonversi.DRAF:
            continue
        if any(getattr(ada, n) != getattr(k, n) for n in _ISI):
            for nama in (*_ISI, "diubah_pada"):
                setattr(ada, nama, getattr(k, nama))
            ubah.append(ada)
    # A row that appeared meanwhile is somebody else's draft over the same facts: leave it.
    KonversiAngkaKredit.objects.bulk_create(tambah, ignore_conflicts=True)
    KonversiAngkaKredit.objects.bulk_update(ubah, [*_ISI, "diubah_pada"])
    return len(tambah) + len(ubah)


def _potong(pegawai_ids: Iterable[int]) -> Iterator[list[int]]:
    daftar = sorted(set(pegawai_ids))
    for awal in range(0, len(daftar), UKURAN):
        yield daftar[awal : awal + UKURAN]
