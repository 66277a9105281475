"""What follows an announced result: proposed by rule, started or declined by the atasan, then ended."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import Q

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError
from kinerja.enums import (
    PERLU_ATASAN,
    JenisTindakLanjut,
    Predikat,
    Rating,
    StatusPenilaian,
    StatusTindakLanjut,
)
from kinerja.models import EvaluasiPeriodik, Penilaian, TindakLanjut
from kinerja.rules.tindak_lanjut import Usul, usul_tindak_lanjut
from kinerja.services.hasil import KANAL, Hasil, about, held_as_seen, kind_of
from kinerja.services.penilai import rated_by
from pegawai.models import Pegawai

CATATAN_TERPANJANG: Final = 500
#: Periodic results that ended longer ago ask for nothing any more.
TERBARU: Final = timedelta(days=184)


class Langkah(NamedTuple):
    """One kind: what is proposed now (None: no longer), and what the atasan has said (None: nothing)."""

    jenis: JenisTindakLanjut
    usul: Usul | None
    baris: TindakLanjut | None

    @property
    def status(self) -> StatusTindakLanjut:
        return StatusTindakLanjut(self.baris.status) if self.baris else StatusTindakLanjut.DIUSULKAN


def proposals(hasil: Hasil, *, per: date) -> tuple[Usul, ...]:
    """What the rule of `per` proposes for one result; nothing where no rule is in force."""
    a = aturan_per(per)
    if "tindak_lanjut" not in a:
        return ()
    kerja, perilaku = hasil.rating_hasil, hasil.rating_perilaku
    return usul_tindak_lanjut(
        Predikat(hasil.predikat),
        None if kerja is None else Rating(kerja),
        None if perilaku is None else Rating(perilaku),
        a,
    )


def steps(hasil: Hasil, pengguna: Any, *, per: date) -> list[Langkah]:
    """The proposals in order with what became of them, then what was begun under an earlier result."""
    baris = {b.jenis: b for b in TindakLanjut.objects.visible_to(pengguna).filter(**about(hasil))}
    usul = [Langkah(u.jenis, u, baris.pop(u.jenis, None)) for u in proposals(hasil, per=per)]
    return usul + [Langkah(JenisTindakLanjut(b.jenis), None, b) for b in baris.values()]


@transaction.atomic
def start_follow_up(
    *, hasil: Hasil, jenis: JenisTindakLanjut, mulai: date, actor: Any, at: datetime
) -> TindakLanjut:
    """The atasan confirms a proposal with the day it begins. Nothing begins without this.

    Raises TidakBoleh for anyone but the atasan penilai, DomainError for what is not proposed, Bentrok
    when something else was said or the result changed meanwhile. Saying the same again changes nothing.
    """
    return _answer(hasil, jenis, StatusTindakLanjut.DIMULAI, actor, at, mulai=mulai)


@transaction.atomic
def decline_follow_up(
    *, hasil: Hasil, jenis: JenisTindakLanjut, alasan: str, actor: Any, at: datetime
) -> TindakLanjut:
    """The atasan does not do it, and says why; the person reads it. Refusals as `start_follow_up`."""
    return _answer(
        hasil, jenis, StatusTindakLanjut.TIDAK_DIJALANKAN, actor, at, catatan=_berisi(alasan, "alasannya")
    )


@transaction.atomic
def finish_follow_up(*, tindak_lanjut: TindakLanjut, catatan: str, actor: Any, at: datetime) -> TindakLanjut:
    """It is over, with a note that the person reads."""
    isi = _berisi(catatan, "catatan hasilnya")
    rated_by(pegawai_ids=[tindak_lanjut.pegawai_id], actor=actor)
    baris: TindakLanjut = TindakLanjut.objects.select_for_update().get(pk=tindak_lanjut.pk)
    if baris.status == StatusTindakLanjut.SELESAI and baris.catatan == isi:
        return baris
    if baris.status != StatusTindakLanjut.DIMULAI:
        raise _sudah()
    baris.status, baris.catatan, baris.selesai_pada = StatusTindakLanjut.SELESAI, isi, at
    baris.versi += 1
    baris.save()
    _catat(baris, actor)
    return baris


def _answer(
    hasil: Hasil,
    jenis: JenisTindakLanjut,
    status: StatusTindakLanjut,
    actor: Any,
    at: datetime,
    **isi: Any,
) -> TindakLanjut:
    """One answer per kind and result; the lock is on the person (`rated_by`), so nobody is between."""
    [pegawai] = rated_by(pegawai_ids=[hasil.pegawai_id], actor=actor)
    ada: TindakLanjut | None = TindakLanjut.objects.filter(**about(hasil), jenis=jenis).first()
    if ada is not None:
        if ada.status == status and all(getattr(ada, n) == v for n, v in isi.items()):
            return ada
        raise _sudah()
    hasil = held_as_seen(hasil)
    if jenis not in {u.jenis for u in proposals(hasil, per=at.date())}:
        raise DomainError("tidak_diusulkan", "Tindak lanjut ini tidak diusulkan untuk hasil tersebut.")
    baris: TindakLanjut = TindakLanjut.objects.create(
        **about(hasil),
        **isi,
        pegawai=pegawai,
        versi_hasil=hasil.versi,
        predikat=hasil.predikat,
        jenis=jenis,
        status=status,
        oleh=actor,
        pada=at,
    )
    _catat(baris, actor)
    return baris


def _berisi(teks: str, apa: str) -> str:
    isi = teks.strip()
    if not isi:
        raise DomainError("catatan_kosong", f"Tuliskan {apa}. Pegawai membacanya.")
    if len(isi) > CATATAN_TERPANJANG:
        raise DomainError("catatan_panjang", f"Paling banyak {CATATAN_TERPANJANG} huruf. Sekarang {len(isi)}")
    return isi


def _sudah() -> Bentrok:
    return Bentrok(
        "sudah_ditanggapi",
        "Tindak lanjut ini sudah ditanggapi.",
        tindakan="Muat ulang halaman untuk melihat keadaannya.",
    )


def _catat(baris: TindakLanjut, actor: Any) -> None:
    catat(
        pengguna=actor,
        tindakan=f"tindak_lanjut_{baris.status}",
        subjek_jenis="pegawai",
        subjek_id=baris.pegawai_id,
        kanal=KANAL,
        rincian={"jenis": baris.jenis, "hasil": kind_of(baris.hasil).value},
    )


class Menunggu(NamedTuple):
    """One result of a direct report with what the atasan has not answered (`usul`) and what runs."""

    hasil: Hasil
    usul: list[Langkah]
    berjalan: list[Langkah]


def team_steps(pengguna: Any, *, per: date) -> list[Menunggu]:
    """Results of direct reports under Baik, of this year or the last, and whatever runs; four queries."""
    hasil = [h for satu in _hasil_tim(pengguna, per) for h in satu]
    ada: dict[tuple[str, int], list[TindakLanjut]] = {}
    for b in TindakLanjut.objects.filter(pegawai__in={h.pegawai_id for h in hasil}):
        ada.setdefault((b.jenis_hasil.value, b.penilaian_id or b.evaluasi_id), []).append(b)
    semua = [_menunggu(h, ada.get((kind_of(h).value, h.pk), []), per) for h in hasil]
    return [m for m in semua if m.usul or m.berjalan]


def _masih_baru(hasil: Hasil, per: date) -> bool:
    """Whether a result asks for an answer; one that became good or old stays only with what runs."""
    if hasil.predikat >= Predikat.BAIK:
        return False
    if isinstance(hasil, Penilaian):
        return bool(hasil.tahun >= per.year - 1)
    return bool(hasil.sampai >= per - TERBARU)


def _hasil_tim(pengguna: Any, per: date) -> tuple[Any, Any]:
    orang = Pegawai.objects.dinilai_oleh(pengguna).exclude(pk=pengguna.pegawai_id)
    saring = {"pegawai__in": orang, "status": StatusPenilaian.DITETAPKAN}
    jalan = TindakLanjut.objects.filter(status=StatusTindakLanjut.DIMULAI, pegawai__in=orang).order_by()
    berjalan = [Q(pk__in=jalan.exclude(**{n: None}).values(n)) for n in ("penilaian", "evaluasi")]
    kurang = Q(predikat__lt=Predikat.BAIK)
    tahunan = Penilaian.objects.filter(kurang & Q(tahun__gte=per.year - 1) | berjalan[0], **saring)
    periodik = EvaluasiPeriodik.objects.filter(kurang & Q(sampai__gte=per - TERBARU) | berjalan[1], **saring)
    return (
        tahunan.select_related("pegawai").order_by("pegawai__nama", "pk"),
        periodik.select_related("pegawai", "siklus").order_by("pegawai__nama", "pk"),
    )


def _menunggu(hasil: Hasil, baris: list[TindakLanjut], per: date) -> Menunggu:
    menurut = {b.jenis: b for b in baris}
    usul = proposals(hasil, per=per) if _masih_baru(hasil, per) else ()
    semua = [Langkah(u.jenis, u, menurut.get(u.jenis)) for u in usul]
    return Menunggu(
        hasil,
        [s for s in semua if s.baris is None and s.jenis in PERLU_ATASAN],
        [
            Langkah(JenisTindakLanjut(b.jenis), None, b)
            for b in baris
            if b.status == StatusTindakLanjut.DIMULAI
        ],
    )


def own_running(pegawai: Pegawai) -> list[TindakLanjut]:
    """What the atasan has started with me and not ended."""
    semua = TindakLanjut.objects.filter(pegawai=pegawai, status=StatusTindakLanjut.DIMULAI)
    return list(semua.select_related("penilaian", "evaluasi__siklus").order_by("mulai", "pk"))
