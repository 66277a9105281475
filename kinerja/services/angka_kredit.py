"""Draft conversions of predikat into angka kredit (PermenPANRB 1/2023 Ps 37; PerBKN 3/2023 Ps 12-13).

A year is converted when it is over: its months must have been served before they are counted. A draft
counts as nothing until the pejabat penilai signs it. A signed row whose ground says something else by
now is a draft again, with the new figures: what was signed stays in its history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.dates import months_between
from kinerja.enums import Predikat, StatusKonversi, StatusPenilaian
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, Penilaian
from kinerja.rules.angka_kredit import JF_KEAHLIAN, JF_KETERAMPILAN, koefisien_milli, konversi, persen
from pegawai.enums import JenisPegawai, Jenjang
from pegawai.models import Pegawai, RiwayatJabatan
from pegawai.services.riwayat import save_rows

UKURAN: Final = 500  # below SQLite's limit of variables in one statement
_ATURAN: Final = "angka_kredit"
FUNGSIONAL: Final = frozenset(int(j) for j in (*JF_KEAHLIAN, *JF_KETERAMPILAN))


class Masa(NamedTuple):
    """The jenjang held on 31 December and the first day of its unbroken run."""

    jenjang: int
    sejak: date


def konversikan(*, pegawai_ids: Iterable[int], tahun: int, at: datetime) -> int:
    """Write draft conversions of `tahun` for holders of a jabatan fungsional with a signed predikat.

    Months are whole and counted from the latest of: 1 January, the start of the jenjang held at the
    end of the year, the day after the last PAK. A year that a PAK covers to its end is not
    converted, nor is one that is not over at `at` or that lies before the law; a draft that has no
    ground is removed. A signed row waits for a new signature when its ground differs, and stays when
    the facts say nothing about its year: then the PAK took it up. Constant number of queries per 500
    people. Returns how many rows were written or changed.
    """
    a = aturan_per(date(tahun, 12, 31))
    if _ATURAN not in a.versi():
        return 0
    return sum(_konversikan(bagian, tahun, at, a) for bagian in _potong(pegawai_ids))


def is_over(tahun: int, at: datetime) -> bool:
    """Whether the last month of `tahun` has passed, so that the year can be converted."""
    return timezone.localdate(at).year > tahun


def earns_angka_kredit(*, pegawai_id: int, tahun: int) -> bool:
    """Whether this person, as recorded now, ends `tahun` as a PNS in a jabatan fungsional."""
    masa = _masa_jenjang([pegawai_id], tahun).get(pegawai_id)
    return masa is not None and masa.jenjang in FUNGSIONAL


def konversikan_semua_tahun(*, pegawai_id: int, at: datetime) -> int:
    """The conversions of one person whose PAK changed; returns how many rows were written or changed."""
    tahun = Penilaian.objects.filter(pegawai_id=pegawai_id, status=StatusPenilaian.DITETAPKAN)
    return sum(
        konversikan(pegawai_ids=[pegawai_id], tahun=t, at=at)
        for t in tahun.order_by("tahun").values_list("tahun", flat=True)
    )


@transaction.atomic
def _konversikan(pegawai_ids: list[int], tahun: int, at: datetime, a: Aturan) -> int:
    _kunci(pegawai_ids)
    lama = {
        k.pegawai_id: k
        for k in KonversiAngkaKredit.objects.select_for_update().filter(
            pegawai_id__in=pegawai_ids, tahun=tahun
        )
    }
    baru = {k.pegawai_id: k for k in _susun(pegawai_ids, tahun, at, a)} if is_over(tahun, at) else {}
    _hapus_usang(lama, baru)
    return _tulis(lama, baru, at)


def _kunci(pegawai_ids: list[int]) -> None:
    """Whoever comes second sees the rows of the first; a row that is not there yet cannot be locked."""
    orang = Pegawai.objects.select_for_update(no_key=True).filter(pk__in=pegawai_ids).order_by("pk")
    list(orang.values_list("pk", flat=True))


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


_DASAR: Final = ("mulai", "bulan", "jenjang", "koefisien_milli", "persen")
_ISI: Final = (*_DASAR, "nilai_senti")
_TANDA_TANGAN: Final = ("status", "ditandatangani_oleh", "ditandatangani_pada")


def _tulis(lama: dict[int, KonversiAngkaKredit], baru: dict[int, KonversiAngkaKredit], at: datetime) -> int:
    tambah = [k for p, k in baru.items() if p not in lama]
    ubah = [lama[p] for p, k in baru.items() if p in lama and _perbarui(lama[p], k)]
    save_rows(
        baru=tambah,
        berubah=ubah,
        kolom=(*_ISI, *_TANDA_TANGAN),
        actor=None,
        at=at,
        alasan="Dihitung dari predikat, jabatan, dan PAK",
    )
    return len(tambah) + len(ubah)


def _perbarui(ada: KonversiAngkaKredit, k: KonversiAngkaKredit) -> bool:
    """Give `ada` the figures of `k`, unsigned; False when it stands on the same ground already."""
    pembanding = _DASAR if ada.status == StatusKonversi.DITANDATANGANI else _ISI
    if all(getattr(ada, n) == getattr(k, n) for n in pembanding):
        return False
    for nama in _ISI:
        setattr(ada, nama, getattr(k, nama))
    ada.status, ada.ditandatangani_oleh, ada.ditandatangani_pada = StatusKonversi.DRAF, None, None
    return True


def _potong(pegawai_ids: Iterable[int]) -> Iterator[list[int]]:
    daftar = sorted(set(pegawai_ids))
    for awal in range(0, len(daftar), UKURAN):
        yield daftar[awal : awal + UKURAN]
