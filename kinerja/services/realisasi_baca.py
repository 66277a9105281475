"""Realisations for pages: the sheet of one period, what waits for a person, what a leader reads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from asn_karier.lib import kata
from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import BERJALAN, PENGISIAN_TERBUKA, StatusPengisian, SumberKinerja
from kinerja.models import SKP, BuktiDukung, PengisianRealisasi, Realisasi, SiklusPenilaian
from kinerja.rules.capaian import Capaian, capaian, ringkasan
from kinerja.services.realisasi import is_due, is_late
from kinerja.services.realisasi_isi import plan_of
from kinerja.services.refleksi import rated_in
from kinerja.services.tenggat import Tenggat, TenggatTim, filling_deadline, own_deadlines
from kinerja.services.usul_perbaikan_baca import UsulTerukur
from pegawai.models import Pegawai


@dataclass(slots=True)
class BarisIsian:
    """One indicator. `lalu`: what stood there the period before, as the person would copy it."""

    pk: int
    iki: str
    target: str
    target_angka: Decimal | None
    satuan: str
    aspek: str
    teks: str = ""
    angka: Decimal | None = None
    catatan: str = ""
    lalu: Realisasi | None = None

    @property
    def angka_teks(self) -> str:
        return f"{kata.senti(int(self.angka * 100))} {self.satuan}".strip() if self.angka is not None else ""

    @property
    def capaian(self) -> Capaian:
        """A proposal for whoever rates (rules.capaian)."""
        return capaian(self.angka, self.target_angka, satuan=self.satuan, aspek=self.aspek)


@dataclass(slots=True)
class KelompokHasil:
    """One hasil kerja with its indicators and its evidence."""

    pk: int
    rhk: str
    baris: list[BarisIsian] = field(default_factory=list)
    bukti: list[BuktiDukung] = field(default_factory=list)


@dataclass(slots=True)
class Lembar:
    """The realisation of one plan in one cycle. `pengisian` None: nothing was kept yet."""

    skp: SKP
    siklus: SiklusPenilaian
    pengisian: PengisianRealisasi | None
    tenggat: Tenggat
    kelompok: list[KelompokHasil]
    lalu: PengisianRealisasi | None
    #: Ideas that were tried and measured, offered as evidence to the person alone, never to who helps.
    usul: list[UsulTerukur] = field(default_factory=list)

    @property
    def baris(self) -> list[BarisIsian]:
        return [b for k in self.kelompok for b in k.baris]

    @property
    def terbuka(self) -> bool:
        """Whether it can be changed now."""
        diubah = self.pengisian is None or self.pengisian.status in PENGISIAN_TERBUKA
        return diubah and self.siklus.status in BERJALAN

    @property
    def terlambat(self) -> bool:
        return self.pengisian is not None and is_late(self.pengisian, self.tenggat)

    @property
    def ringkasan(self) -> str:
        return ringkasan([b.capaian for b in self.baris])


def sheet(*, skp_id: int, siklus_id: int, orang: Any, diketik: bool = False) -> Lembar:
    """The sheet of a plan of `orang` (a queryset of people who may fill it in); TidakDitemukan otherwise.

    `diketik`: for words that are on their way, laid out as the form asked for them, also when another page
    sent it meanwhile. A fixed number of queries, however long the plan is.
    """
    semua = SKP.objects.select_related("pegawai__unit", "pegawai__instansi", "pegawai__atasan")
    skp = semua.filter(pk=skp_id, pegawai__in=orang).first()
    siklus = SiklusPenilaian.objects.filter(pk=siklus_id).first()
    if skp is None or siklus is None or not is_due(skp, siklus):
        raise TidakDitemukan("realisasi_tidak_ditemukan", "Realisasi ini tidak ditemukan.")
    pengisian = _pengisian(skp, siklus)
    lalu = _sebelumnya(skp, siklus)
    terkunci = not diketik and pengisian is not None and pengisian.status == StatusPengisian.DIKIRIM
    kelompok = as_sent(pengisian) if pengisian is not None and terkunci else _rencana(skp, pengisian, lalu)
    return Lembar(skp, siklus, pengisian, filling_deadline(siklus, skp.pegawai), kelompok, lalu)


def sent_sheet(pengisian: PengisianRealisasi) -> Lembar:
    """What was sent, as it was sent; the caller found `pengisian` inside the scope of the reader."""
    skp, siklus = pengisian.skp, pengisian.siklus
    return Lembar(
        skp, siklus, pengisian, filling_deadline(siklus, skp.pegawai), as_sent(pengisian), lalu=None
    )


def as_sent(pengisian: PengisianRealisasi) -> list[KelompokHasil]:
    """The kept rows, grouped by hasil kerja; changes of the plan since do not reach them."""
    kelompok: dict[str, KelompokHasil] = {}
    for r in pengisian.realisasi.all():
        k = kelompok.setdefault(r.rhk, KelompokHasil(0, r.rhk))
        k.baris.append(
            BarisIsian(r.pk, r.iki, r.target, r.target_angka, r.satuan, r.aspek, r.teks, r.angka, r.catatan)
        )
    for b in pengisian.bukti_dukung.select_related("berkas", "usul"):
        kelompok.setdefault(b.rhk, KelompokHasil(0, b.rhk)).bukti.append(b)
    return list(kelompok.values())


def _pengisian(skp: SKP, siklus: SiklusPenilaian) -> PengisianRealisasi | None:
    pengisian: PengisianRealisasi | None = (
        PengisianRealisasi.objects.filter(skp=skp, siklus=siklus)
        .select_related("diisikan_oleh", "dikembalikan_oleh")
        .first()
    )
    if pengisian is not None:
        pengisian.skp, pengisian.siklus = skp, siklus
    return pengisian


def _rencana(
    skp: SKP, pengisian: PengisianRealisasi | None, lalu: PengisianRealisasi | None
) -> list[KelompokHasil]:
    """The plan as it reads now, with what was kept so far and what stood there before."""
    kini = {r.indikator_id: r for r in pengisian.realisasi.all()} if pengisian else {}
    dulu = list(lalu.realisasi.all()) if lalu else []
    menurut_id = {r.indikator_id: r for r in dulu if r.indikator_id}
    menurut_kata = {r.iki: r for r in dulu}
    bukti = list(pengisian.bukti_dukung.select_related("berkas", "usul")) if pengisian else []
    kelompok: dict[int, KelompokHasil] = {}
    for i in plan_of(skp):
        hasil = i.hasil_kerja
        k = kelompok.setdefault(hasil.pk, KelompokHasil(hasil.pk, hasil.rhk))
        b = BarisIsian(i.pk, i.iki, i.target, i.target_angka, i.satuan, i.aspek)
        if (r := kini.get(i.pk)) is not None:
            b.teks, b.angka, b.catatan = r.teks, r.angka, r.catatan
        b.lalu = menurut_id.get(i.pk) or menurut_kata.get(i.iki)
        k.baris.append(b)
    for satu in bukti:
        if satu.hasil_kerja_id in kelompok:
            kelompok[satu.hasil_kerja_id].bukti.append(satu)
    return list(kelompok.values())


def _sebelumnya(skp: SKP, siklus: SiklusPenilaian) -> PengisianRealisasi | None:
    """The latest realisation of this person before the period (of the year: inside it), sent or not."""
    semua = PengisianRealisasi.objects.filter(
        skp__pegawai=skp.pegawai_id, siklus__tahun__gte=siklus.tahun - 1, siklus__tahun__lte=siklus.tahun
    ).exclude(siklus=siklus)
    batas = siklus.masa.sampai
    lebih_dulu = [
        p
        for p in semua.exclude(diisikan_oleh__isnull=False, dikirim_pada=None).select_related("siklus", "skp")
        if (p.siklus.masa.sampai <= batas if siklus.tahunan else p.siklus.masa.sampai < siklus.masa.mulai)
    ]
    return max(lebih_dulu, key=lambda p: (p.siklus.masa.sampai, p.siklus.masa.mulai, p.pk), default=None)


# -- what waits ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Menunggu:
    """One plan in one running cycle, and where its realisation stands."""

    skp: SKP
    siklus: SiklusPenilaian
    tenggat: Tenggat
    pengisian: PengisianRealisasi | None
    #: The rating of the person in this cycle was sent; told of one person alone.
    dinilai: bool = False


def running_cycles(instansi_id: int) -> list[SiklusPenilaian]:
    """Cycles of an instansi that run and whose realisation is typed here."""
    semua = SiklusPenilaian.objects.filter(
        instansi_id=instansi_id, status__in=BERJALAN, sumber=SumberKinerja.DI_SINI
    )
    return list(semua.order_by("batas_penilaian", "pk"))


def due_for(
    orang: Iterable[Pegawai], semua: Sequence[SiklusPenilaian], tenggat: TenggatTim
) -> dict[int, dict[int, list[Menunggu]]]:
    """What each cycle asks of each of `orang` (with unit and instansi at hand), by both; two queries."""
    menurut = {p.pk: p for p in orang}
    rencana = _plans_in(semua, menurut)
    terisi = PengisianRealisasi.objects.filter(siklus__in=semua, skp__pegawai__in=menurut)
    ada = {(p.siklus_id, p.skp_id): p for p in terisi.select_related("siklus", "diisikan_oleh")}
    hasil: dict[int, dict[int, list[Menunggu]]] = {s.pk: {pk: [] for pk in menurut} for s in semua}
    for s in semua:
        for skp in rencana:
            if is_due(skp, s):
                satu = Menunggu(skp, s, tenggat[s.pk][skp.pegawai_id], ada.get((s.pk, skp.pk)))
                hasil[s.pk][skp.pegawai_id].append(satu)
    return hasil


def _plans_in(semua: Sequence[SiklusPenilaian], menurut: dict[int, Pegawai]) -> list[SKP]:
    """Plans of these people that touch one of the cycles, with their person at hand; one query."""
    if not semua:
        return []
    awal, akhir = min(s.masa.mulai for s in semua), max(s.masa.sampai for s in semua)
    rencana = list(
        SKP.objects.filter(pegawai__in=menurut, mulai__lte=akhir, sampai__gte=awal).order_by("mulai")
    )
    for skp in rencana:
        skp.pegawai = menurut[skp.pegawai_id]
    return rencana


def due_of(saya: Pegawai) -> list[Menunggu]:
    """Everything that the running cycles ask of one person; five queries."""
    semua = running_cycles(saya.instansi_id)
    return due_in(saya, semua, own_deadlines(semua, saya), rated_in(semua, saya)) if semua else []


def due_in(
    saya: Pegawai,
    semua: Sequence[SiklusPenilaian],
    tenggat: Mapping[int, Tenggat],
    dinilai: Collection[int],
) -> list[Menunggu]:
    """What these cycles ask of one person, in their order; two queries."""
    hasil = due_for([saya], semua, {pk: {saya.pk: t} for pk, t in tenggat.items()})
    return [replace(m, dinilai=s.pk in dinilai) for s in semua for m in hasil[s.pk][saya.pk]]


def late_text(lembar: Lembar, at: datetime) -> str:
    """Where the last day stands for this sheet, in a sentence."""
    lanjut = f" Diperpanjang: {lembar.tenggat.alasan}" if lembar.tenggat.alasan else ""
    if not lembar.tenggat.lewat(at):
        return f"Isi sampai {lembar.tenggat.teks}.{lanjut}"
    return (
        f"Batas {lembar.tenggat.teks} sudah lewat. Anda masih dapat mengirim dengan alasan "
        f"sampai siklus ditutup.{lanjut}"
    )


def sent_periods(pegawai: Pegawai, *, tahun: int) -> list[str]:
    """Names of the cycles of `tahun` whose realisation this person has sent, the newest first; one query."""
    milik = PengisianRealisasi.objects.filter(
        skp__pegawai=pegawai, siklus__tahun=tahun, status=StatusPengisian.DIKIRIM
    )
    return list(milik.order_by("-dikirim_pada").values_list("siklus__nama", flat=True))
