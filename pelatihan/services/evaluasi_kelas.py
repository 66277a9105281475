"""What a class did, level by level: reaction, learning, behaviour. Result (level 4) is asked in karier."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from statistics import fmean
from typing import Any, Final
from zoneinfo import ZoneInfo

from pelatihan.enums import MENGIKUTI, StatusPendaftaran, TahapKuis
from pelatihan.models import Angkatan, Pendaftaran, PengerjaanKuis, PerilakuPasca, ReaksiPeserta
from pelatihan.rules.belajar import Berpasangan, paired
from pelatihan.rules.evaluasi import is_readable, reaction_days
from pelatihan.services.reaksi import SKALA


@dataclass(frozen=True, slots=True)
class ReaksiKelas:
    """Level 1. `rata` (scale -> mean of 1-5) and `kalimat` are empty while `terbaca` is False."""

    jumlah: int
    peserta: int
    sampai: date
    terbaca: bool
    rata: dict[str, float]
    kalimat: list[str]


@dataclass(frozen=True, slots=True)
class PenerapanKelas:
    """Level 3. `sebaran`: 1-5 -> how many; `rata` None without an answer."""

    ditanya: int
    dijawab: int
    rata: float | None
    sebaran: dict[int, int]
    contoh: list[str]
    hambatan: list[str]


@dataclass(frozen=True, slots=True)
class EvaluasiKelas:
    """Levels 1 to 3 of one class. `beda_soal`: pairs whose questions changed between the two quizzes."""

    angkatan: Angkatan
    peserta: int
    reaksi: ReaksiKelas
    belajar: Berpasangan
    beda_soal: int
    penerapan: PenerapanKelas


def class_evaluation(angkatan_id: int, *, at: datetime) -> EvaluasiKelas:
    """Numbers and words without names; the caller has asked who may read them. Six queries.

    Angkatan.DoesNotExist for no such class.
    """
    angkatan = Angkatan.objects.select_related("pelatihan", "instansi").get(pk=angkatan_id)
    nilai = pairs_of(angkatan_id)
    return EvaluasiKelas(
        angkatan=angkatan,
        peserta=_peserta(angkatan_id),
        reaksi=class_reaction(angkatan, at=at),
        belajar=paired([float(p.nilai_pra or 0) for p in nilai], [float(p.nilai_pasca or 0) for p in nilai]),
        beda_soal=_beda_soal(angkatan_id),
        penerapan=_penerapan(angkatan_id),
    )


def _peserta(angkatan_id: int) -> int:
    return Pendaftaran.objects.filter(angkatan=angkatan_id, status__in=MENGIKUTI).count()


def pairs_of(angkatan_id: int) -> list[Pendaftaran]:
    """Participants with both marks, with their person; one query."""
    berdua = Pendaftaran.objects.filter(
        angkatan=angkatan_id, status__in=MENGIKUTI, nilai_pra__isnull=False, nilai_pasca__isnull=False
    )
    return list(berdua.select_related("pegawai").order_by("pegawai__nama", "pk"))


def class_reaction(angkatan: Angkatan, *, at: datetime) -> ReaksiKelas:
    """Level 1 of one class, once nobody can answer any more.

    Words stand in the order of the alphabet: the order in which they came would tell who wrote them.
    """
    masa = reaction_days(angkatan.selesai)
    semua = list(ReaksiPeserta.objects.filter(pendaftaran__angkatan=angkatan))
    terbaca = is_readable(len(semua), ditutup=at.astimezone(_PALING_BARAT).date() > masa.sampai)
    dibaca = semua if terbaca else []
    return ReaksiKelas(
        jumlah=len(semua),
        peserta=_peserta(angkatan.pk),
        sampai=masa.sampai,
        terbaca=terbaca,
        rata={nama: fmean(getattr(r, nama) for r in dibaca) for nama in SKALA if dibaca},
        kalimat=sorted(r.saran for r in dibaca if r.saran),
    )


#: The last clock of the country: nobody can answer any more once its day is over.
_PALING_BARAT: Final = ZoneInfo("Asia/Jakarta")


def _beda_soal(angkatan_id: int) -> int:
    soal: dict[int, dict[str, Any]] = {}
    semua = PengerjaanKuis.objects.filter(pendaftaran__angkatan=angkatan_id)
    for pk, tahap, isi in semua.values_list("pendaftaran", "tahap", "soal"):
        soal.setdefault(pk, {})[tahap] = isi
    return sum(len(s) == 2 and s[TahapKuis.PRA] != s[TahapKuis.PASCA] for s in soal.values())


def _penerapan(angkatan_id: int) -> PenerapanKelas:
    semua = list(PerilakuPasca.objects.filter(pendaftaran__angkatan=angkatan_id))
    lulus = Pendaftaran.objects.filter(angkatan=angkatan_id, status=StatusPendaftaran.SELESAI).count()
    hitung = Counter(p.diterapkan for p in semua)
    return PenerapanKelas(
        ditanya=lulus,
        dijawab=len(semua),
        rata=fmean(p.diterapkan for p in semua) if semua else None,
        sebaran={n: hitung[n] for n in range(1, 6)},
        contoh=sorted(p.contoh for p in semua),
        hambatan=sorted(p.hambatan for p in semua if p.hambatan),
    )
