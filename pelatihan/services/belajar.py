"""What a participant has to read, to answer and to say in one class."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from pegawai.models import Pegawai
from pegawai.services.profil import day_of
from pelatihan.enums import MENGIKUTI, TahapKuis
from pelatihan.kamus.belajar import TANDA_KUIS, ukuran, ukuran_materi
from pelatihan.models import Materi, Pendaftaran, SoalKuis
from pelatihan.rules.evaluasi import HARI_UMPAN_BALIK, reaction_days
from pelatihan.rules.kuis import HARI_SESUDAH, KeadaanKuis, last_day
from pelatihan.services import reaksi
from pelatihan.services.kuis import LembarKuis, quiz_sheets, quiz_states


class BarisMateri(NamedTuple):
    """One lesson in a list. `ukuran`: '2 KB; berkas 4,1 MB'."""

    urut: int
    judul: str
    ukuran: str
    berkas: bool
    terbaca: bool


class BarisKuis(NamedTuple):
    """One stage of the quiz; `buka` when it waits for answers, `lihat` when there is something to read."""

    tahap: str
    judul: str
    tanda: str
    kelas: str
    ket: str
    buka: bool
    lihat: bool


@dataclass(frozen=True, slots=True)
class Belajar:
    """For templates/pelatihan/partials/belajar.html.

    `lanjut`: the lesson to go on with, None before the first and after the last. `luring`: the size of the
    whole course as one file. `reaksi_ket`: why the reaction is not asked now; empty when it is, or was given.
    """

    pendaftaran_id: int
    materi: list[BarisMateri]
    lanjut: BarisMateri | None
    selesai_dibaca: int
    luring: str
    kuis: list[BarisKuis]
    reaksi_diberikan: bool
    reaksi_diminta: bool
    reaksi_ket: str


def learning_for(pendaftaran: Pendaftaran, *, at: datetime) -> Belajar:
    """Everything on one page; five queries, however many lessons. The caller has asked who may see it."""
    semua = list(Materi.objects.filter(pelatihan=pendaftaran.angkatan.pelatihan_id).order_by("urut"))
    terbaca = list(pendaftaran.kemajuan.order_by("pada", "pk").values_list("materi_id", flat=True))
    baris = [_materi(m, m.pk in terbaca) for m in semua]
    terakhir = next((m.urut for m in semua if terbaca and m.pk == terbaca[-1]), 0)
    diberikan = reaksi.given(pendaftaran)
    halangan = "" if diberikan else reaksi.why_not(pendaftaran, at=at)
    return Belajar(
        pendaftaran_id=pendaftaran.pk,
        materi=baris,
        lanjut=_lanjut(baris, terakhir),
        selesai_dibaca=sum(b.terbaca for b in baris),
        luring=ukuran(sum(len(m.isi.encode()) for m in semua)),
        kuis=[_kuis(lembar) for lembar in quiz_sheets(pendaftaran, at=at).values()],
        reaksi_diberikan=diberikan,
        reaksi_diminta=not diberikan and not halangan,
        reaksi_ket=halangan,
    )


def _materi(m: Materi, terbaca: bool) -> BarisMateri:
    teks = ukuran_materi(len(m.isi.encode()), m.ukuran)
    return BarisMateri(m.urut, m.judul, teks, bool(m.berkas), terbaca)


def _lanjut(baris: list[BarisMateri], terakhir: int) -> BarisMateri | None:
    """The first unread lesson behind the one read last, else the first unread one; None at the beginning."""
    sisa = [b for b in baris if not b.terbaca]
    if not terakhir:
        return None
    return next((b for b in sisa if b.urut > terakhir), sisa[0] if sisa else None)


def _kuis(lembar: LembarKuis) -> BarisKuis:
    tanda, kelas = TANDA_KUIS[lembar.keadaan]
    return BarisKuis(
        tahap=lembar.tahap.value,
        judul=lembar.judul,
        tanda=tanda,
        kelas=kelas,
        ket=lembar.kalimat,
        buka=lembar.keadaan == KeadaanKuis.BUKA,
        lihat=lembar.nilai is not None,
    )


class Diminta(NamedTuple):
    """Something a class asks of its participant now. `tahap` None: what they think of it.

    `sampai`: the last day, on their clock. `butir`: how many questions.
    """

    pendaftaran: Pendaftaran
    tahap: TahapKuis | None
    sampai: date
    butir: int


def asked_now(saya: Pegawai, *, at: datetime) -> list[Diminta]:
    """What the classes of one person ask of them; three queries, however many classes."""
    sejak = day_of(saya, at) - timedelta(days=max(HARI_SESUDAH, HARI_UMPAN_BALIK))
    milik = Pendaftaran.objects.filter(pegawai=saya, status__in=MENGIKUTI, angkatan__selesai__gte=sejak)
    kelas = list(milik.select_related("angkatan__pelatihan", "reaksi").prefetch_related("kuis"))
    if not kelas:
        return []
    semua = SoalKuis.objects.filter(pelatihan__in={p.angkatan.pelatihan_id for p in kelas})
    banyak = Counter(semua.values_list("pelatihan_id", flat=True))
    hasil: list[Diminta] = []
    for p in kelas:
        p.pegawai = saya
        hasil += _asked(p, banyak[p.angkatan.pelatihan_id], at)
    return hasil


def _asked(p: Pendaftaran, banyak_soal: int, at: datetime) -> list[Diminta]:
    kelas = p.angkatan
    keadaan = quiz_states(p, at=at, banyak_soal=banyak_soal)
    hasil = [
        Diminta(p, t, last_day(t, kelas.mulai, kelas.selesai), banyak_soal)
        for t, k in keadaan.items()
        if k == KeadaanKuis.BUKA
    ]
    if not hasattr(p, "reaksi") and not reaksi.why_not(p, at=at):
        hasil.append(Diminta(p, None, reaction_days(kelas.selesai).sampai, len(reaksi.SKALA)))
    return hasil
