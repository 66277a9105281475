"""What a calibration session looks at: rows with what stands out, the distribution, the proposals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from kinerja.enums import JawabanKalibrasi, Kecenderungan, StatusPenilaian
from kinerja.kamus import LABEL
from kinerja.models import Penilaian, SesiKalibrasi, SiklusPenilaian, UsulKalibrasi
from kinerja.rules.ketat_longgar import PALING_SEDIKIT, Bagian, Penilai, compare_raters
from kinerja.services.kalibrasi import left_out, ratings_of
from kinerja.services.pola import Pola, distribution
from pegawai.models import Pegawai

#: A predikat that moved so far since last year is worth a word.
LONCATAN: Final = 2
TERBANYAK: Final = 500


class BarisKalibrasi(NamedTuple):
    """One appraisal. `tanda`: what stands out; `usul`: the proposals about it, newest first."""

    penilaian: Penilaian
    tanda: list[str]
    usul: list[UsulKalibrasi]

    @property
    def dapat_diusulkan(self) -> bool:
        menunggu = any(u.jawaban == JawabanKalibrasi.MENUNGGU for u in self.usul)
        return self.penilaian.status == StatusPenilaian.DIKIRIM and not menunggu


class LembarKalibrasi(NamedTuple):
    """`terpotong`: more people than one page shows; a session of a smaller unit shows all."""

    sesi: SesiKalibrasi
    baris: list[BarisKalibrasi]
    pola: Pola
    terpotong: bool


def session_sheet(sesi: SesiKalibrasi, *, pengguna: Any) -> LembarKalibrasi:
    """Everything a session shows to one participant, whose own appraisal is left out; six queries."""
    semua = list(ratings_of(sesi, pengguna=pengguna)[: TERBANYAK + 1])
    tampil = semua[:TERBANYAK]
    lalu = _tahun_lalu(sesi.siklus, tampil)
    seragam = _seragam(tampil)
    usul: dict[int, list[UsulKalibrasi]] = {}
    for u in UsulKalibrasi.objects.filter(penilaian__in=tampil).select_related("oleh").order_by("-pk"):
        usul.setdefault(u.penilaian_id, []).append(u)
    return LembarKalibrasi(
        sesi=sesi,
        baris=[BarisKalibrasi(p, _tanda(p, lalu, seragam), usul.get(p.pk, [])) for p in tampil],
        pola=distribution(sesi.siklus, sesi.unit, [p.predikat for p in tampil]),
        terpotong=len(semua) > TERBANYAK,
    )


def _tahun_lalu(siklus: SiklusPenilaian, semua: Sequence[Penilaian]) -> dict[int, int]:
    tahun_lalu = Penilaian.objects.filter(
        pegawai_id__in=[p.pegawai_id for p in semua],
        tahun=siklus.tahun - 1,
        status=StatusPenilaian.DITETAPKAN,
    )
    return dict(tahun_lalu.order_by().values_list("pegawai_id", "predikat"))


def _seragam(semua: Sequence[Penilaian]) -> set[int | None]:
    """Raters who gave everybody the same two ratings."""
    banyak = Counter(p.penilai_id for p in semua)
    macam = {(p.penilai_id, p.rating_hasil, p.rating_perilaku) for p in semua}
    jenis = Counter(penilai for penilai, *_ in macam)
    return {k for k, n in banyak.items() if n >= PALING_SEDIKIT and jenis[k] == 1}


def _tanda(p: Penilaian, lalu: dict[int, int], seragam: set[int | None]) -> list[str]:
    tanda = []
    if abs(p.predikat - lalu.get(p.pegawai_id, p.predikat)) >= LONCATAN:
        tanda.append("Berubah dua tingkat atau lebih dari tahun lalu")
    if not p.umpan_balik:
        tanda.append("Tanpa kalimat umpan balik")
    if p.penilai_id in seragam:
        tanda.append("Penilainya memberi rating sama kepada semua")
    return tanda


class PenilaiBerbeda(NamedTuple):
    """A rater in words: shares with their 95 per cent interval."""

    nama: str
    banyak: int
    tinggi: str
    rendah: str
    kecenderungan: str


def _words(nama: str, p: Penilai) -> PenilaiBerbeda:
    return PenilaiBerbeda(
        nama, p.banyak, _share(p.tinggi), _share(p.rendah), LABEL[Kecenderungan][p.kecenderungan]
    )


def _share(b: Bagian) -> str:
    """'3 (12 sampai 77 persen)'."""
    return f"{b.jumlah} ({round(100 * b.bawah)} sampai {round(100 * b.atas)} persen)"


def compare(siklus: SiklusPenilaian, *, pengguna: Any) -> tuple[list[PenilaiBerbeda], int]:
    """Raters of at least five people beside all the others, and how many raters had fewer; two queries.

    Without what `pengguna` does not read: less the rows they know, the counts would tell it.
    """
    baris = Penilaian.objects.filter(
        tahun=siklus.tahun, pegawai__instansi=siklus.instansi_id, penilai__isnull=False
    ).exclude(status=StatusPenilaian.DRAF)
    baris = baris.exclude(pegawai__in=left_out(pengguna))
    predikat: dict[int, list[int]] = {}
    for penilai, nilai in baris.order_by("penilai_id", "pk").values_list("penilai_id", "predikat"):
        predikat.setdefault(penilai, []).append(nilai)
    hasil = compare_raters(predikat)
    orang = Pegawai.objects.in_bulk([h.penilai_id for h in hasil])
    return [_words(orang[h.penilai_id].nama_gelar, h) for h in hasil], len(predikat) - len(hasil)
