"""The individual plan that drafts itself: two to six items out of gaps, the appraisal and the next post.

70:20:10 (work, people, classes) is a direction and never a gate: what a plan makes of it is told as
information. Hours are planned ones; what is credited follows the evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final, NamedTuple

from asn_karier.lib.dates import add_months
from karier.enums import CaraBelajar, JenisUsulIdp
from kinerja.enums import JenisTindakLanjut
from pegawai.enums import BentukPengembangan as B

TERBANYAK: Final = 6
TERSEDIKIT: Final = 2
ACUAN: Final = {CaraBelajar.PENUGASAN: 70, CaraBelajar.SOSIAL: 20, CaraBelajar.KLASIKAL: 10}
#: Further from the direction than this is worth a sentence (KEPUTUSAN).
JARAK_DICERITAKAN: Final = 15
#: From this month on the next year is planned too (KEPUTUSAN: budgets of the next year are made then).
BULAN_TAHUN_DEPAN: Final = 10
#: Planned hours (KEPUTUSAN): of a week of learning at work, of a month with a mentor (two sessions).
JP_SEPEKAN, JP_SEBULAN = 2, 4
_LAMA_TUGAS, _LAMA_SOSIAL, _JEDA_KELAS = 6, 4, 2
_JP_SEHARI: Final = 8

_PENUGASAN: Final = frozenset(
    {
        B.MAGANG,
        B.DETASERING,
        B.PATOK_BANDING,
        B.PERTUKARAN_PNS_SWASTA,
        B.BIMBINGAN_DI_TEMPAT_KERJA,
        B.NONKLASIKAL_LAINNYA,
    }
)
_SOSIAL: Final = frozenset({B.COACHING, B.MENTORING, B.KOMUNITAS_BELAJAR})


class CelahIdp(NamedTuple):
    """One competency that the post asks for. `kunci`: the code of one of the nine, or a technical one's."""

    kunci: str | int
    nama: str
    sekarang: int | None
    wajib: int


class ProgramIdp(NamedTuple):
    """A programme of the catalogue that fits; `mulai` and `selesai` of an open class, else None."""

    pk: int
    nama: str
    bentuk: B
    jp: int
    biaya: int
    kunci: str | int | None = None
    mulai: date | None = None
    selesai: date | None = None


class Bahan(NamedTuple):
    """What a draft is made from. `celah` and `program`: the most important first.

    `mentor`: the name of somebody who fits the first gap, or empty. `jabatan`: the post that comes next,
    empty where none is known. `rekomendasi`: what HR has established, by the competency it is about.
    """

    tahun: int
    hari: date
    celah: Sequence[CelahIdp] = ()
    program: Sequence[ProgramIdp] = ()
    mentor: str = ""
    tindak: frozenset[JenisTindakLanjut] = frozenset()
    jabatan: str = ""
    rekomendasi: Sequence[tuple[str, int]] = ()


class UsulIdp(NamedTuple):
    """One proposed item; words are made of it elsewhere. `nama`: of the programme, the mentor or the post."""

    jenis: JenisUsulIdp
    bentuk: B
    mulai: date
    selesai: date
    jp: int
    biaya: int = 0
    celah: CelahIdp | None = None
    nama: str = ""
    pelatihan_id: int | None = None
    rekomendasi_id: int | None = None


def way_of(bentuk: B) -> CaraBelajar:
    """To which of the three ways a form of development belongs."""
    if bentuk in _PENUGASAN:
        return CaraBelajar.PENUGASAN
    return CaraBelajar.SOSIAL if bentuk in _SOSIAL else CaraBelajar.KLASIKAL


def plan_years(hari: date) -> tuple[int, ...]:
    """The years whose plans may be made on `hari`; the one that is asked for first stands last."""
    return (hari.year,) if hari.month < BULAN_TAHUN_DEPAN else (hari.year, hari.year + 1)


def propose(bahan: Bahan) -> list[UsulIdp]:
    """Two to six items, those for the first gap on top; each way that has something to offer has a turn."""
    giliran = zip_longest(_tugas(bahan), _orang(bahan), _kelas(bahan))
    usul = [u for tiga in giliran for u in tiga if u is not None][:TERBANYAK]
    return usul if len(usul) >= TERSEDIKIT else [*usul, *_dasar(bahan)][:TERSEDIKIT]


def _tugas(b: Bahan) -> Iterator[UsulIdp]:
    """Work that asks for what is missing, then what an appraisal and the next post ask for."""
    for celah in b.celah[:2]:
        yield _usul(b, JenisUsulIdp.TUGAS, B.BIMBINGAN_DI_TEMPAT_KERJA, celah)
    if b.tindak & {JenisTindakLanjut.BIMBINGAN, JenisTindakLanjut.KONSELING, JenisTindakLanjut.PEMBINAAN}:
        yield _usul(b, JenisUsulIdp.PERBAIKAN, B.BIMBINGAN_DI_TEMPAT_KERJA)
    if b.jabatan:
        yield _usul(b, JenisUsulIdp.JABATAN, B.NONKLASIKAL_LAINNYA, nama=b.jabatan)
    if JenisTindakLanjut.BERBAGI in b.tindak:
        yield _usul(b, JenisUsulIdp.BERBAGI, B.NONKLASIKAL_LAINNYA)


def _orang(b: Bahan) -> Iterator[UsulIdp]:
    if b.celah and b.mentor:
        yield _usul(b, JenisUsulIdp.MENTOR, B.MENTORING, b.celah[0], nama=b.mentor)
    elif b.celah:
        yield _usul(b, JenisUsulIdp.PEMBIMBING, B.COACHING, b.celah[0])


def _kelas(b: Bahan) -> Iterator[UsulIdp]:
    celah = {c.kunci: c for c in b.celah}
    for p in b.program[:2]:
        mulai, selesai = _hari_kelas(b, p)
        yield UsulIdp(
            JenisUsulIdp.PROGRAM,
            p.bentuk,
            mulai,
            selesai,
            p.jp,
            p.biaya,
            celah.get(p.kunci) if p.kunci is not None else None,
            p.nama,
            p.pk,
            dict(b.rekomendasi).get(str(p.kunci)),
        )
    if b.celah and not b.program:
        yield _usul(b, JenisUsulIdp.MANDIRI, B.BELAJAR_MANDIRI, b.celah[0])


def _dasar(b: Bahan) -> list[UsulIdp]:
    """Where nothing is missing: to pass on what one can, and to learn with others."""
    return [
        _usul(b, JenisUsulIdp.KOMUNITAS, B.KOMUNITAS_BELAJAR),
        _usul(b, JenisUsulIdp.BERBAGI, B.NONKLASIKAL_LAINNYA),
    ]


def _usul(b: Bahan, jenis: JenisUsulIdp, bentuk: B, celah: CelahIdp | None = None, nama: str = "") -> UsulIdp:
    mulai, selesai = span(b.tahun, b.hari, bentuk)
    rekomendasi = dict(b.rekomendasi).get(str(celah.kunci)) if celah else None
    return UsulIdp(
        jenis, bentuk, mulai, selesai, hours(bentuk, mulai, selesai),
        celah=celah, nama=nama, rekomendasi_id=rekomendasi,
    )  # fmt: skip


def span(tahun: int, hari: date, bentuk: B) -> tuple[date, date]:
    """From the first day that is left in the year: half a year of work, a third of one with people."""
    mulai = first_day(tahun, hari)
    bulan = _LAMA_TUGAS if way_of(bentuk) is CaraBelajar.PENUGASAN else _LAMA_SOSIAL
    return mulai, min(add_months(mulai, bulan) - timedelta(days=1), date(tahun, 12, 31))


def first_day(tahun: int, hari: date) -> date:
    """The first day of `tahun` that is not over; its last day once all are."""
    return min(max(hari, date(tahun, 1, 1)), date(tahun, 12, 31))


def hours(bentuk: B, mulai: date, selesai: date) -> int:
    """Planned hours of work or of sessions between two days; one at least."""
    hari = (selesai - mulai).days + 1
    penugasan = way_of(bentuk) is CaraBelajar.PENUGASAN
    return max(1, JP_SEPEKAN * hari // 7 if penugasan else JP_SEBULAN * hari // 30)


def _hari_kelas(b: Bahan, p: ProgramIdp) -> tuple[date, date]:
    """The open class when it lies in the year, else some days two months on."""
    if p.mulai is not None and p.selesai is not None and p.mulai.year == b.tahun:
        return p.mulai, p.selesai
    akhir = date(b.tahun, 12, 31)
    mulai = min(add_months(first_day(b.tahun, b.hari), _JEDA_KELAS), akhir)
    return mulai, min(mulai + timedelta(days=(p.jp - 1) // _JP_SEHARI), akhir)


class Susunan(NamedTuple):
    """What a plan makes of 70:20:10, in percent of its planned hours; `jauh`: worth a sentence."""

    bagian: dict[CaraBelajar, int]
    jauh: bool


def split(butir: Iterable[tuple[B, int]]) -> Susunan:
    """By planned hours of (form, hours); nothing at all is far from nothing."""
    jam = dict.fromkeys(CaraBelajar, 0)
    for bentuk, jp in butir:
        jam[way_of(bentuk)] += jp
    semua = sum(jam.values())
    if not semua:
        return Susunan(jam, jauh=False)
    bagian = _percent(jam, semua)
    return Susunan(bagian, any(abs(bagian[c] - ACUAN[c]) > JARAK_DICERITAKAN for c in CaraBelajar))


def _percent(jam: Mapping[CaraBelajar, int], semua: int) -> dict[CaraBelajar, int]:
    """Whole percents that add up to 100: what rounding down leaves goes to the largest remainders."""
    bagian = {c: 100 * n // semua for c, n in jam.items()}
    sisa = sorted(jam, key=lambda c: -(100 * jam[c] % semua))
    for c in sisa[: 100 - sum(bagian.values())]:
        bagian[c] += 1
    return bagian


def missing(butir: Sequence[tuple[str, date, date]], *, tahun: int, ada_atasan: bool) -> list[str]:
    """What stops a plan with (activity, first day, last day) from being sent, as codes; empty: it can go."""
    salah = [] if ada_atasan else ["tanpa_atasan"]
    salah += [] if butir else ["tanpa_butir"]
    luar = any(mulai.year != tahun or selesai.year != tahun for _, mulai, selesai in butir)
    return [*salah, *(["di_luar_tahun"] if luar else [])]
