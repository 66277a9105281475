"""Draft conversions of predikat into angka kredit (PermenPANRB 1/2023 Ps 37; PerBKN 3/2023 Ps 12-13).

A year is converted when it is over: its months must have been served before they are counted. It has a
line for every jenjang held in it, each with its own months and koefisien. A draft counts as nothing
until the pejabat penilai signs it. A signed line whose ground says something else by now is a draft
again, with the new figures: what was signed stays in its history.

An instansi may also convert its periodic evaluations (`PengaturanKinerja.konversi_periodik`). They stand
until the year is converted; then its lines take their place, signed or not: never both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final, NamedTuple

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from asn_karier.lib.aturan import Aturan, aturan_per
from kinerja.enums import Predikat, StatusKonversi, StatusPenilaian
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, Penilaian
from kinerja.rules.angka_kredit import koefisien_milli, konversi, persen
from kinerja.rules.masa import Segmen, akhir_masa, segmen_setahun
from kinerja.services.konversi_periodik import periodic_lines, posts_until, rated_years
from pegawai.models import Pegawai
from pegawai.services.riwayat import save_rows

UKURAN: Final = 500  # below SQLite's limit of variables in one statement
_ATURAN: Final = "angka_kredit"
_Menurut = dict[int, list[KonversiAngkaKredit]]


class Orang(NamedTuple):
    """What the lines of one person in one year become."""

    tambah: list[KonversiAngkaKredit]
    ubah: list[KonversiAngkaKredit]
    hapus: list[KonversiAngkaKredit]


def konversikan(*, pegawai_ids: Iterable[int], tahun: int, at: datetime) -> int:
    """Write draft conversions of `tahun` for holders of a jabatan fungsional with a signed predikat.

    One line per jenjang of the year (`rules.masa`), from the day after the last PAK on. A year that a
    PAK covers to its end is not converted, nor is one that lies before the law. One that is not over at
    `at` or has no predikat gets lines for its periodic evaluations, where the instansi wants them. A
    draft that has no ground is removed. A signed line waits for a new signature when its ground differs;
    it stays when the PAK took it up or the facts say nothing about its year, and is removed when it would
    be counted beside the lines that have its year now. Constant number of queries per 500 people.
    Returns how many lines were written or changed.
    """
    a = aturan_per(date(tahun, 12, 31))
    if _ATURAN not in a.versi():
        return 0
    return sum(_konversikan(bagian, tahun, at, a) for bagian in _potong(pegawai_ids))


def is_over(tahun: int, at: datetime) -> bool:
    """Whether the last month of `tahun` has passed, so that the year can be converted."""
    return timezone.localdate(at).year > tahun


def earns_angka_kredit(*, pegawai_id: int, tahun: int) -> bool:
    """Whether this person, as recorded now, is a PNS in a jabatan fungsional for a whole month of `tahun`."""
    return bool(segmen_setahun(posts_until([pegawai_id], tahun).get(pegawai_id, []), tahun))


def konversikan_semua_tahun(*, pegawai_id: int, at: datetime) -> int:
    """The conversions of one person whose PAK changed; returns how many rows were written or changed."""
    return sum(
        konversikan(pegawai_ids=[pegawai_id], tahun=t, at=at)
        for t in rated_years(Pegawai.objects.filter(pk=pegawai_id))
    )


@transaction.atomic
def _konversikan(pegawai_ids: list[int], tahun: int, at: datetime, a: Aturan) -> int:
    _kunci(pegawai_ids)
    tersimpan = KonversiAngkaKredit.objects.select_for_update().filter(
        pegawai_id__in=pegawai_ids, tahun=tahun
    )
    lama = _menurut_orang(tersimpan.order_by("pegawai_id", "mulai"))
    sampai = _pak_sampai(pegawai_ids)
    baru = _menurut_orang(_susun(pegawai_ids, tahun, sampai, at, a)) if is_over(tahun, at) else {}
    baru |= periodic_lines(_tanpa_tahunan(pegawai_ids, lama, baru), tahun, sampai, at, a)
    orang = [
        _banding(lama.get(p, []), baru.get(p, []), sampai.get(p)) for p in sorted(lama.keys() | baru.keys())
    ]
    _hapus([k for o in orang for k in o.hapus])
    return _tulis([k for o in orang for k in o.tambah], [k for o in orang for k in o.ubah], at)


def _tanpa_tahunan(pegawai_ids: list[int], lama: _Menurut, baru: _Menurut) -> list[int]:
    """Whom the year is not converted for; a signed conversion of the year stays until it has a new one."""
    ditandatangani = {
        p
        for p, daftar in lama.items()
        if any(k.siklus_id is None and k.status == StatusKonversi.DITANDATANGANI for k in daftar)
    }
    return [p for p in pegawai_ids if p not in baru and p not in ditandatangani]


def _kunci(pegawai_ids: list[int]) -> None:
    """Whoever comes second sees the rows of the first; a row that is not there yet cannot be locked."""
    orang = Pegawai.objects.select_for_update(no_key=True).filter(pk__in=pegawai_ids).order_by("pk")
    list(orang.values_list("pk", flat=True))


# -- what the facts support -------------------------------------------------------------------


def _susun(
    pegawai_ids: list[int], tahun: int, sampai: dict[int, date], at: datetime, a: Aturan
) -> Iterator[KonversiAngkaKredit]:
    """The conversions the facts support, of one person after the other, in order of time."""
    riwayat = posts_until(pegawai_ids, tahun)
    predikat = Penilaian.objects.filter(
        pegawai_id__in=pegawai_ids, tahun=tahun, status=StatusPenilaian.DITETAPKAN
    ).order_by("pegawai_id")
    for pegawai_id, nilai in predikat.values_list("pegawai_id", "predikat"):
        for segmen in segmen_setahun(riwayat.get(pegawai_id, []), tahun, sampai.get(pegawai_id)):
            yield _baris(pegawai_id, segmen, Predikat(nilai), at, a)


def _baris(
    pegawai_id: int, segmen: Segmen, predikat: Predikat, at: datetime, a: Aturan
) -> KonversiAngkaKredit:
    return KonversiAngkaKredit(
        pegawai_id=pegawai_id,
        tahun=segmen.mulai.year,
        mulai=segmen.mulai,
        bulan=segmen.bulan,
        jenjang=segmen.jenjang,
        koefisien_milli=koefisien_milli(segmen.jenjang, a),
        persen=persen(predikat, a),
        nilai_senti=konversi(segmen.jenjang, predikat, segmen.bulan, a),
        diubah_pada=at,
    )


def _pak_sampai(pegawai_ids: list[int]) -> dict[int, date]:
    baris = PenetapanAngkaKredit.objects.filter(pegawai_id__in=pegawai_ids).order_by()
    return dict(baris.values_list("pegawai_id").annotate(akhir=Max("sampai")))


def _menurut_orang(baris: Iterable[KonversiAngkaKredit]) -> _Menurut:
    """Lines per person; `baris` stand by person."""
    return {p: list(k) for p, k in groupby(baris, key=lambda k: k.pegawai_id)}


# -- what is stored already -------------------------------------------------------------------


def _banding(
    lama: list[KonversiAngkaKredit], baru: list[KonversiAngkaKredit], pak_sampai: date | None
) -> Orang:
    """The stored lines of one person beside those the facts support.

    What the PAK took up is left as it was signed.
    """
    terserap = [k for k in lama if _terserap(k, pak_sampai)]
    pasangan, sisa = _pasangkan([k for k in lama if k not in terserap], baru)
    return Orang(
        tambah=[k for ada, k in pasangan if ada is None],
        ubah=[ada for ada, k in pasangan if ada is not None and _perbarui(ada, k)],
        hapus=[
            k for k in (*terserap, *sisa) if k.status == StatusKonversi.DRAF or _ganda(k, baru, pak_sampai)
        ],
    )


def _ganda(k: KonversiAngkaKredit, baru: list[KonversiAngkaKredit], pak_sampai: date | None) -> bool:
    """Whether a line that no new one continues would still be counted, beside those that have its year."""
    return bool(baru) and (pak_sampai is None or k.mulai > pak_sampai)


def _terserap(k: KonversiAngkaKredit, pak_sampai: date | None) -> bool:
    """Whether the PAK counts all its months."""
    return pak_sampai is not None and akhir_masa(k.mulai, k.bulan) <= pak_sampai + timedelta(days=1)


_SAMA: Final[Sequence[Callable[[KonversiAngkaKredit, KonversiAngkaKredit], bool]]] = (
    # The same first day comes first: then no line moves to a day that another one still holds.
    lambda ada, k: ada.mulai == k.mulai,
    lambda ada, k: ada.jenjang == k.jenjang,
    lambda ada, k: True,
)


def _pasangkan(
    lama: list[KonversiAngkaKredit], baru: list[KonversiAngkaKredit]
) -> tuple[list[tuple[KonversiAngkaKredit | None, KonversiAngkaKredit]], list[KonversiAngkaKredit]]:
    """Which stored line each new one continues, None for none; and the stored lines that none continues."""
    sisa, terpasang = list(lama), dict[date, KonversiAngkaKredit]()
    for sama in _SAMA:
        for k in baru:
            ada = None if k.mulai in terpasang else next((s for s in sisa if sama(s, k)), None)
            if ada is not None:
                terpasang[k.mulai] = ada
                sisa.remove(ada)
    return [(terpasang.get(k.mulai), k) for k in baru], sisa


_DASAR: Final = ("mulai", "bulan", "jenjang", "koefisien_milli", "persen", "siklus_id")
_ISI: Final = (*_DASAR, "nilai_senti")
#: The columns that a signature writes.
DITANDAI: Final = ("status", "ditandatangani_oleh", "ditandatangani_pada")


def _perbarui(ada: KonversiAngkaKredit, k: KonversiAngkaKredit) -> bool:
    """Give `ada` the figures of `k`, unsigned; False when it stands on the same ground already."""
    # A periodic line is the rest of a rounded sum: its own figure is part of its ground.
    tahunan = ada.siklus_id is None
    pembanding = _DASAR if tahunan and ada.status == StatusKonversi.DITANDATANGANI else _ISI
    if all(getattr(ada, n) == getattr(k, n) for n in pembanding):
        return False
    for nama in _ISI:
        setattr(ada, nama, getattr(k, nama))
    ada.status, ada.ditandatangani_oleh, ada.ditandatangani_pada = StatusKonversi.DRAF, None, None
    return True


# -- writing ----------------------------------------------------------------------------------


def _hapus(usang: list[KonversiAngkaKredit]) -> None:
    """The history keeps what was signed."""
    if usang:
        KonversiAngkaKredit.objects.filter(pk__in=[k.pk for k in usang]).delete()


def _tulis(tambah: list[KonversiAngkaKredit], ubah: list[KonversiAngkaKredit], at: datetime) -> int:
    save_rows(
        baru=tambah,
        berubah=ubah,
        kolom=(*(n.removesuffix("_id") for n in _ISI), *DITANDAI),
        actor=None,
        at=at,
        alasan="Dihitung dari predikat, jabatan, dan PAK",
    )
    return len(tambah) + len(ubah)


def _potong(pegawai_ids: Iterable[int]) -> Iterator[list[int]]:
    daftar = sorted(set(pegawai_ids))
    for awal in range(0, len(daftar), UKURAN):
        yield daftar[awal : awal + UKURAN]
