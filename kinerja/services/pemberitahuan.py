"""The inbox: what is put into it, read in it, and chosen about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError
from kinerja.enums import DIUKUR, DORONGAN, WAJIB, JenisPesan, Nasib
from kinerja.models import (
    KirimanPesan,
    PaparanPesan,
    Pemberitahuan,
    PilihanPesan,
    RencanaPengisian,
    SiklusPenilaian,
    UkurPesan,
)
from kinerja.rules.pengingat import Jam, next_open, room_left
from kinerja.services.tenggat import filling_deadline
from kinerja.services.timbang_pesan import Calon, Timbang, holidays, weigh
from pegawai.models import Pegawai
from pegawai.services.profil import zone_of


class Surat(NamedTuple):
    """One message to one person. `sebab` says why it came; nothing sensitive stands in any part."""

    calon: Calon
    judul: str
    isi: str
    sebab: str
    url: str = ""


@transaction.atomic
def send_reminders(
    *, siklus: SiklusPenilaian, jenis: JenisPesan, surat: Sequence[Surat], actor: Any, at: datetime
) -> dict[Nasib, int]:
    """Send what may be sent, once: at most two a week, not to who switched it off, not to the tenth.

    Whoever sends at the same time waits here, so that five workers together send no more than one.
    """
    _sendiri(siklus.instansi_id)
    if jenis in DIUKUR and surat:
        UkurPesan.objects.get_or_create(
            instansi_id=siklus.instansi_id, jenis=jenis, defaults={"siklus": siklus, "mulai": at}
        )
    hasil = weigh(siklus=siklus, jenis=jenis, calon=[s.calon for s in surat], at=at)
    kirim = [_baris(s, t, siklus, jenis) for s, t in zip(surat, hasil, strict=True) if t.nasib is Nasib.KIRIM]
    Pemberitahuan.objects.bulk_create(kirim, batch_size=500, ignore_conflicts=True)
    if jenis in DIUKUR:
        _catat_paparan(siklus, jenis, hasil, at)
    if kirim:
        KirimanPesan.objects.create(siklus=siklus, jenis=jenis, jumlah=len(kirim), oleh=actor, pada=at)
        catat(
            pengguna=actor, tindakan="kirim_pengingat", subjek_jenis="siklus", subjek_id=siklus.pk,
            kanal="admin" if actor else "sistem", rincian={"jenis": jenis.value, "jumlah": len(kirim)},
        )  # fmt: skip
    hitung = Counter(t.nasib for t in hasil)
    return {n: hitung[n] for n in Nasib}


def _sendiri(instansi_id: int) -> None:
    """Hold the cycles of the instansi until the end: the two of a week are counted over all of them."""
    list(
        SiklusPenilaian.objects.select_for_update(no_key=True)
        .filter(instansi_id=instansi_id).order_by("pk").values_list("pk", flat=True)
    )  # fmt: skip


def _baris(s: Surat, t: Timbang, siklus: SiklusPenilaian, jenis: JenisPesan) -> Pemberitahuan:
    return Pemberitahuan(
        pegawai_id=s.calon.pegawai_id, siklus=siklus, jenis=jenis, kunci=s.calon.kunci, judul=s.judul[:120],
        isi=s.isi[:500], sebab=s.sebab[:200], url=s.url, terbit_pada=t.pada,
    )  # fmt: skip


def _catat_paparan(
    siklus: SiklusPenilaian, jenis: JenisPesan, hasil: Iterable[Timbang], at: datetime
) -> None:
    """Who was due it, with it or without: both kinds, or the one could not be compared with the other."""
    if not UkurPesan.objects.filter(instansi=siklus.instansi_id, jenis=jenis, siklus=siklus).exists():
        return
    PaparanPesan.objects.bulk_create(
        [
            PaparanPesan(
                pegawai_id=t.calon.pegawai_id,
                siklus=siklus,
                jenis=jenis,
                pembanding=t.nasib is Nasib.PEMBANDING,
                pada=at,
            )
            for t in hasil
            if t.nasib in (Nasib.KIRIM, Nasib.PEMBANDING)
        ],
        batch_size=500,
        ignore_conflicts=True,
    )


@transaction.atomic
def notify(
    *,
    orang: Sequence[Pegawai],
    jenis: JenisPesan,
    kunci: str,
    judul: str,
    isi: str,
    sebab: str,
    at: datetime,
    url: str = "",
    siklus: SiklusPenilaian | None = None,
) -> int:
    """News, not a reminder, once per `kunci` to each person (with unit and instansi at hand).

    Only statutory kinds reach who switched a kind off; none comes in quiet hours. Returns how many were
    written; ValueError for kinds that are reminders.
    """
    if jenis in DORONGAN:
        raise ValueError("Reminders go through send_reminders, which counts them")
    pilihan = {p.pegawai_id: p for p in PilihanPesan.objects.filter(pegawai__in=orang)}
    libur, baris = holidays(at), []
    for p in orang:
        pilih = pilihan.get(p.pk) or PilihanPesan(pegawai=p)
        if jenis in WAJIB or jenis.value not in pilih.dimatikan:
            setempat = at.astimezone(ZoneInfo(zone_of(p)))
            pada = next_open(setempat, libur, Jam(pilih.jam_buka, pilih.jam_tutup))
            isi_baris = {"judul": judul, "isi": isi, "sebab": sebab, "url": url, "terbit_pada": pada}
            baris.append(Pemberitahuan(pegawai=p, siklus=siklus, jenis=jenis, kunci=kunci, **isi_baris))
    Pemberitahuan.objects.bulk_create(baris, batch_size=500, ignore_conflicts=True)
    return len(baris)


# -- read ---------------------------------------------------------------------------------------------


def inbox(*, pengguna: Any, at: datetime) -> Any:
    """Messages whose time has come, the newest first."""
    return Pemberitahuan.objects.visible_to(pengguna).filter(terbit_pada__lte=at)


def mark_read(*, pengguna: Any, at: datetime, sampai: int | None = None) -> int:
    """Mark messages as read (those up to the id that the page showed); how many were new."""
    semua = inbox(pengguna=pengguna, at=at).filter(dibaca_pada=None)
    if sampai is not None:
        semua = semua.filter(pk__lte=sampai)
    jumlah: int = semua.update(dibaca_pada=at)
    return jumlah


# -- chosen -------------------------------------------------------------------------------------------


def choices_of_person(pegawai: Pegawai) -> PilihanPesan:
    """What they chose, or what stands without a choice (not saved)."""
    return PilihanPesan.objects.filter(pegawai=pegawai).first() or PilihanPesan(pegawai=pegawai, versi=0)


@transaction.atomic
def save_choices(
    *,
    pegawai: Pegawai,
    versi: int,
    surel: bool,
    hari_ringkasan: int,
    jam_buka: int,
    jam_tutup: int,
    dimatikan: Iterable[str],
) -> PilihanPesan:
    """Keep what the person chose. Statutory kinds cannot be switched off (`wajib`).

    Bentrok when another page of theirs saved meanwhile; DomainError `jam_terbalik`.
    """
    mati = sorted({JenisPesan(d).value for d in dimatikan})
    if set(mati) & {w.value for w in WAJIB}:
        raise DomainError("wajib", "Pemberitahuan wajib tidak dapat dimatikan.")
    if jam_buka >= jam_tutup:
        raise DomainError("jam_terbalik", "Jam mulai harus sebelum jam selesai.")
    # The person is held, so that of two first saves the second finds the row of the first.
    Pegawai.objects.select_for_update(no_key=True).get(pk=pegawai.pk)
    pilihan = choices_of_person(pegawai)
    if pilihan.versi != versi:
        raise Bentrok(
            "versi_lama",
            "Pilihan ini berubah sejak Anda membukanya, jadi isian Anda belum disimpan.",
            tindakan="Periksa pilihan Anda, lalu simpan lagi.",
        )
    pilihan.surel, pilihan.hari_ringkasan = surel, hari_ringkasan
    pilihan.jam_buka, pilihan.jam_tutup, pilihan.dimatikan = jam_buka, jam_tutup, mati
    pilihan.versi = versi + 1
    pilihan.save()
    return pilihan


class RencanaDisimpan(NamedTuple):
    """`diingatkan`: whether the week still bears the reminder, and the hour is not a quiet one."""

    rencana: RencanaPengisian
    diingatkan: bool


@transaction.atomic
def plan_filling(
    *, pegawai: Pegawai, siklus: SiklusPenilaian, pada: datetime, at: datetime
) -> RencanaDisimpan:
    """Keep the day and hour at which somebody plans to fill in; a later choice replaces it.

    Raises DomainError `waktu_lewat`, and `sesudah_batas` for a moment after their last day.
    """
    if pada <= at:
        raise DomainError("waktu_lewat", "Waktu itu sudah lewat. Pilih hari dan jam yang akan datang.")
    batas = filling_deadline(siklus, pegawai)
    if pada >= batas.akhir:
        raise DomainError("sesudah_batas", f"Waktu itu sesudah batas pengisian {batas.teks}.")
    ada = RencanaPengisian.objects.filter(pegawai=pegawai, siklus=siklus, pada=pada).first()
    if ada is not None:
        return RencanaDisimpan(ada, _akan_diingatkan(pegawai, pada))
    rencana, _ = RencanaPengisian.objects.update_or_create(
        pegawai=pegawai, siklus=siklus, defaults={"pada": pada, "diubah_pada": at}
    )
    return RencanaDisimpan(rencana, _akan_diingatkan(pegawai, pada))


def _akan_diingatkan(pegawai: Pegawai, pada: datetime) -> bool:
    pilihan = choices_of_person(pegawai)
    if JenisPesan.RENCANA.value in pilihan.dimatikan:
        return False
    sudah = Pemberitahuan.objects.filter(pegawai=pegawai, jenis__in=DORONGAN)
    return bool(room_left(list(sudah.values_list("terbit_pada", flat=True)), pada))
