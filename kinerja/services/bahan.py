"""What a rater reads beside a rating: each part for everybody on the desk at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from asn_karier.lib.kata import tanggal
from kinerja.enums import StatusPenilaian
from kinerja.models import EvaluasiPeriodik, Keberatan, RefleksiDiri, SiklusPenilaian
from kinerja.services.bagian import Bagian
from kinerja.services.dinilai_ulang import decisions_for
from kinerja.services.realisasi_bahan import realisations_beside
from kinerja.services.umpan_balik_baca import feedback_between, feedback_counts
from kinerja.services.usul_perbaikan_baca import measured_ideas
from pegawai.models import Pegawai
from pegawai.services.profil import day_of


class Bahan(NamedTuple):
    """One part. `ringkas` stands on the list, `rincian` is folded out beneath it."""

    judul: str
    ringkas: str
    rincian: tuple[str, ...] = ()


class Diminta(NamedTuple):
    """For whom, in which cycle, and who reads."""

    siklus: SiklusPenilaian
    bagian: Mapping[int, Bagian]
    pengguna: Any


Pembuat = Callable[[Diminta], Mapping[int, Bahan]]


def collect_evidence(diminta: Diminta) -> dict[int, list[Bahan]]:
    """Everything there is about each person; the number of queries does not grow with people."""
    hasil: dict[int, list[Bahan]] = defaultdict(list)
    for pembuat in PEMBUAT:
        for pegawai_id, bahan in pembuat(diminta).items():
            hasil[pegawai_id].append(bahan)
    return hasil


def reflections(d: Diminta) -> dict[int, Bahan]:
    """What the person says about the period, in their own words: for who rates, not for who prepares."""
    semua = RefleksiDiri.objects.visible_to(d.pengguna).filter(siklus=d.siklus, pegawai_id__in=[*d.bagian])
    return {r.pegawai_id: Bahan("Refleksi pegawai", "ada refleksi", (r.isi,)) for r in semua}


def periodic_ratings(d: Diminta) -> dict[int, Bahan]:
    """The periodic evaluations of the year beside the yearly one: read, never averaged."""
    if not d.siklus.tahunan:
        return {}
    semua = EvaluasiPeriodik.objects.filter(
        pegawai_id__in=[*d.bagian],
        siklus__tahun=d.siklus.tahun,
        status=StatusPenilaian.DITETAPKAN,
    )
    menurut: dict[int, list[str]] = defaultdict(list)
    for e in semua.select_related("siklus", "penilai").order_by("pegawai_id", "mulai"):
        hasil, perilaku = e.get_rating_hasil_display(), e.get_rating_perilaku_display()
        menurut[e.pegawai_id].append(f"{_nama(e)}: hasil kerja {hasil}, perilaku kerja {perilaku}")
    return {
        p: Bahan("Evaluasi periodik", f"{len(b)} evaluasi periodik", tuple(b)) for p, b in menurut.items()
    }


def _nama(e: EvaluasiPeriodik) -> str:
    """The quarter or month; of a part also its days and who rated it."""
    if (e.mulai, e.sampai) == tuple(e.siklus.masa):
        return e.siklus.nama
    oleh = f", dinilai {e.penilai.nama_gelar}" if e.penilai else ""
    return f"{e.siklus.nama} ({tanggal(e.mulai)} sampai {tanggal(e.sampai)}{oleh})"


def objections(d: Diminta) -> dict[int, Bahan]:
    """Decisions that ask for a new rating, with their reason, for the parties."""
    menurut: dict[int, list[str]] = defaultdict(list)
    semua = decisions_for(d.siklus, pegawai_ids=[*d.bagian])
    if semua:
        terbaca = set(Keberatan.objects.pihak(d.pengguna).values_list("pk", flat=True))
        semua = [k for k in semua if k.pk in terbaca]
    for k in semua:
        if k.evaluasi is not None and k.evaluasi.mulai != d.bagian[k.pegawai_id].mulai:
            continue  # another part, of another rater
        menurut[k.pegawai_id].append(f"{k.nomor}: {k.alasan_putusan}")
    return {p: Bahan("Putusan keberatan", "ada putusan keberatan", tuple(b)) for p, b in menurut.items()}


def realisations(d: Diminta) -> dict[int, Bahan]:
    """What the person sent about the period, with its evidence; a ratio is a proposal."""
    semua = realisations_beside(siklus=d.siklus, bagian=d.bagian, pengguna=d.pengguna)
    return {pk: Bahan(*b) for pk, b in semua.items()}


def feedback(d: Diminta) -> dict[int, Bahan]:
    """How much feedback and how many own notes there are; the words stand on the sheet of one person."""
    orang = Pegawai.objects.select_related("unit", "instansi").filter(pk__in=[*d.bagian])
    bagian = {pk: b.masa for pk, b in d.bagian.items()}
    banyak = feedback_counts(pegawai=orang, masa=d.siklus.masa, pengguna=d.pengguna, bagian=bagian)
    return {pk: Bahan("Umpan balik", f"{n} catatan umpan balik") for pk, n in banyak.items() if n}


def feedback_words(d: Diminta, pegawai: Pegawai) -> list[Bahan]:
    """The feedback and the own notes about one person; reading them counts as seen."""
    b = feedback_between(pegawai=pegawai, masa=d.bagian[pegawai.pk].masa, pengguna=d.pengguna)
    bagian = (
        ("Umpan balik: yang sudah baik", [_quote(u, pegawai) for u in b.kekuatan]),
        ("Umpan balik: yang dapat ditingkatkan", [_quote(u, pegawai) for u in b.perbaikan]),
        ("Catatan pribadi Anda", [c.isi for c in b.catatan]),
    )
    return [Bahan(judul, f"{len(isi)} catatan", tuple(isi)) for judul, isi in bagian if isi]


def _quote(u: Any, pegawai: Pegawai) -> str:
    isi = " ".join(t for t in (u.peristiwa, u.dampak, u.berikutnya) if t)
    return f"{isi}\n{u.pemberi.nama_gelar}, {tanggal(day_of(pegawai, u.dikirim_pada))}"


def improvements(d: Diminta) -> dict[int, Bahan]:
    """Ideas that were tried, measured and ended in the part that is rated. Of the others nothing is told:
    whoever fears for a rating sends no idea. Who prepares and who rated before reads only those that are
    named to everybody."""
    dinilai = set(
        Pegawai.objects.dinilai_oleh(d.pengguna).filter(pk__in=[*d.bagian]).values_list("pk", flat=True)
    )
    semua = measured_ideas(dinilai) | measured_ideas(d.bagian.keys() - dinilai, terbuka=True)
    hasil = {}
    for pk, daftar in semua.items():
        b = d.bagian[pk]
        if kena := [u.teks for u in daftar if b.mulai <= u.selesai <= b.sampai]:
            hasil[pk] = Bahan("Usul perbaikan yang diukur", f"{len(kena)} usul perbaikan", tuple(kena))
    return hasil


#: Every part, in the order in which it is read.
PEMBUAT: Final[tuple[Pembuat, ...]] = (
    objections,
    realisations,
    feedback,
    reflections,
    periodic_ratings,
    improvements,
)


def brief(bahan: Sequence[Bahan]) -> str:
    """'ada refleksi, 3 evaluasi periodik'."""
    return ", ".join(b.ringkas for b in bahan)
