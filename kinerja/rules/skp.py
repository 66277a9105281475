"""What an SKP lacks before it is sent, what else is worth a look, and how its days are cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from asn_karier.lib import kata
from kinerja.enums import AspekIndikator, JenisHasilKerja, JenisLampiran, PendekatanSKP
from kinerja.rules.masa_siklus import Masa

_BULAN: Final = frozenset(nama.casefold() for nama in kata.BULAN)
#: A plan of a coming year may begin this many days before it (KEPUTUSAN: December is when it is talked over).
HARI_SEBELUM_TAHUN: Final = 31


class Bagian(StrEnum):
    """The page on which something is put right."""

    HASIL = "hasil"
    PERILAKU = "perilaku"
    LAMPIRAN = "lampiran"
    ATASAN = "atasan"


class IndikatorRencana(NamedTuple):
    iki: str
    target: str
    aspek: AspekIndikator | None = None


class HasilRencana(NamedTuple):
    """One row of the plan. `bertaut`: the leader's row is named or written."""

    id: int
    jenis: JenisHasilKerja
    rhk: str
    indikator: Sequence[IndikatorRencana]
    bertaut: bool = True
    berperspektif: bool = False


class Rencana(NamedTuple):
    """A plan as it would be sent. `jpt`: of a pimpinan tinggi, whose rows have a perspective."""

    pendekatan: PendekatanSKP
    hasil: Sequence[HasilRencana]
    lampiran: frozenset[JenisLampiran]
    ada_penilai: bool
    jpt: bool = False


class Temuan(NamedTuple):
    """One thing that is missing. `hasil_id` 0: it is about no row of its own."""

    kode: str
    kalimat: str
    bagian: Bagian
    hasil_id: int = 0


def missing(rencana: Rencana) -> list[Temuan]:
    """What must be there before the plan is sent, in the order of the pages; empty when it can go."""
    return [*_tanpa_penilai(rencana), *_tanpa_utama(rencana), *_per_hasil(rencana)]


def worth_a_look(rencana: Rencana) -> list[Temuan]:
    """What may be meant so: sending stays possible."""
    return [*_kembar(rencana), *_belum_bertaut(rencana), *_tanpa_perspektif(rencana), *_lampiran(rencana)]


def _tanpa_penilai(r: Rencana) -> Iterator[Temuan]:
    if not r.ada_penilai:
        yield Temuan(
            "tanpa_penilai",
            "Atasan penilai Anda belum tercatat. Minta pengelola kepegawaian melengkapinya.",
            Bagian.ATASAN,
        )


def _tanpa_utama(r: Rencana) -> Iterator[Temuan]:
    if all(h.jenis != JenisHasilKerja.UTAMA for h in r.hasil):
        yield Temuan("tanpa_utama", "Tambahkan paling sedikit satu hasil kerja utama.", Bagian.HASIL)


def _per_hasil(r: Rencana) -> Iterator[Temuan]:
    for h in r.hasil:
        if not h.indikator:
            kalimat = f"Tambahkan indikator untuk «{pendek(h.rhk)}»."
            yield Temuan("tanpa_indikator", kalimat, Bagian.HASIL, h.id)
        for i in h.indikator:
            yield from _per_indikator(r.pendekatan, h, i)


def _per_indikator(pendekatan: PendekatanSKP, h: HasilRencana, i: IndikatorRencana) -> Iterator[Temuan]:
    if not i.target.strip():
        yield Temuan("tanpa_target", f"Isi target untuk «{pendek(i.iki)}».", Bagian.HASIL, h.id)
    if pendekatan == PendekatanSKP.KUANTITATIF and i.aspek is None:
        kalimat = f"Pilih aspek untuk «{pendek(i.iki)}», karena pendekatannya kuantitatif."
        yield Temuan("tanpa_aspek", kalimat, Bagian.HASIL, h.id)


def _kembar(r: Rencana) -> Iterator[Temuan]:
    banyak = Counter(_lipat(h.rhk) for h in r.hasil)
    for h in r.hasil:
        if banyak.pop(_lipat(h.rhk), 1) > 1:
            kalimat = f"«{pendek(h.rhk)}» tertulis lebih dari satu kali."
            yield Temuan("kembar", kalimat, Bagian.HASIL, h.id)


def _belum_bertaut(r: Rencana) -> Iterator[Temuan]:
    for h in r.hasil:
        if h.jenis == JenisHasilKerja.UTAMA and not h.bertaut:
            kalimat = f"«{pendek(h.rhk)}» menunggu rencana atasan. Tautkan kemudian bila sudah ada."
            yield Temuan("menunggu_atasan", kalimat, Bagian.HASIL, h.id)


def _tanpa_perspektif(r: Rencana) -> Iterator[Temuan]:
    """Labels of the perspectives were not seen in a text (aturan 2.1), so they bind nobody."""
    for h in r.hasil:
        if r.jpt and h.jenis == JenisHasilKerja.UTAMA and not h.berperspektif:
            kalimat = f"«{pendek(h.rhk)}» belum memiliki perspektif."
            yield Temuan("tanpa_perspektif", kalimat, Bagian.HASIL, h.id)


_LAMPIRAN: Final = {
    JenisLampiran.DUKUNGAN: "Dukungan sumber daya belum ditulis.",
    JenisLampiran.PERTANGGUNGJAWABAN: "Skema pertanggungjawaban belum ditulis.",
    JenisLampiran.KONSEKUENSI: "Konsekuensi belum ditulis.",
}


def _lampiran(r: Rencana) -> Iterator[Temuan]:
    for jenis, kalimat in _LAMPIRAN.items():
        if jenis not in r.lampiran:
            yield Temuan(f"tanpa_{jenis}", kalimat, Bagian.LAMPIRAN)


def pendek(teks: str, panjang: int = 60) -> str:
    """The beginning of a long text, cut between words."""
    if len(teks) <= panjang:
        return teks
    return f"{teks[:panjang].rsplit(' ', 1)[0]} …"


def same_words(satu: str, dua: str) -> bool:
    """Whether two texts differ in nothing but capitals and spaces; empty ones never match."""
    return bool(_lipat(satu)) and _lipat(satu) == _lipat(dua)


def _lipat(teks: str) -> str:
    return " ".join(teks.casefold().split())


def plan_days(tahun: int, masuk: date | None) -> Masa:
    """The days of a first plan: the year, from the day somebody joined in it."""
    mulai = date(tahun, 1, 1)
    if masuk is not None and masuk.year == tahun:
        mulai = masuk
    return Masa(mulai, date(tahun, 12, 31))


def planning_years(hari: date) -> tuple[int, ...]:
    """The years whose plans may be written on `hari`: this one, and near its end the next."""
    berikut = (hari + timedelta(days=HARI_SEBELUM_TAHUN)).year
    return (hari.year,) if berikut == hari.year else (hari.year, berikut)


class TargetTerbaca(NamedTuple):
    """What a target in words counts; None when it does not begin with a number of something."""

    angka: Decimal | None = None
    satuan: str = ""


_ANGKA: Final = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,(\d{1,2}))?\s*(\D{1,40})")


def read_target(teks: str) -> TargetTerbaca:
    """'1.250,5 kilometer' is 1250.5 of 'kilometer'; 'paling lambat 30 Juni' and '30 Juni' count nothing."""
    cocok = _ANGKA.fullmatch(teks.strip())
    if cocok is None:
        return TargetTerbaca()
    bulat, pecahan, satuan = cocok.group(1).replace(".", ""), cocok.group(2) or "0", cocok.group(3).strip()
    if not satuan or satuan.split()[0].casefold() in _BULAN:
        return TargetTerbaca()
    return TargetTerbaca(Decimal(f"{bulat}.{pecahan}"), satuan)
