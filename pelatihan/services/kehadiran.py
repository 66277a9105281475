"""Who was there: people type the code that hangs in the room, or the desk of the class notes it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils.crypto import constant_time_compare

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.rules.kode_sekali import ALFABET
from pegawai.services.laju import take_turn
from pelatihan.enums import CaraHadir, StatusAngkatan
from pelatihan.models import Angkatan, Kehadiran, Pendaftaran, SesiAngkatan
from pelatihan.rules.pendaftaran import PESERTA
from pelatihan.services.kursi import hold_class
from pelatihan.services.langkah import MEJA, PORTAL, as_hr

#: 24 ** 6 codes; with ten tries in ten minutes nobody guesses one while it lives.
PANJANG_KODE: Final = 6
MENIT_KODE: Final = 30
MENIT_TERLAMA: Final = 240
COBA_TERBANYAK: Final = 10
JENDELA: Final = timedelta(minutes=10)
Pasang = tuple[int, int]


@transaction.atomic
def open_code(
    *, sesi_id: int, menit: int, actor: Any, at: datetime, diganti: str | None = None
) -> SesiAngkatan:
    """A new code for one session, good for `menit` minutes (1-240); the one before is worthless.

    `diganti`: the mark of the code that the actor saw (`code_mark`; None: whichever there is). Bentrok
    `kode_sudah_diganti` for another one: a second press must not spoil the code that hangs in the room.
    """
    if not 1 <= menit <= MENIT_TERLAMA:
        raise DomainError("menit_kode", f"Kode berlaku 1 sampai {MENIT_TERLAMA} menit.")
    sesi: SesiAngkatan | None = SesiAngkatan.objects.select_related("angkatan").filter(pk=sesi_id).first()
    if sesi is None:
        raise TidakDitemukan("sesi_tidak_ditemukan", "Sesi itu tidak ditemukan.")
    angkatan = hold_class(sesi.angkatan_id)
    as_hr(angkatan, actor)
    _held(angkatan)
    sesi.refresh_from_db(fields=["kode_hadir", "kode_sampai"])
    if diganti is not None and diganti != code_mark(sesi):
        raise Bentrok(
            "kode_sudah_diganti",
            "Kode sesi ini baru saja dibuat.",
            tindakan="Pakai kode yang sekarang tampil. Bila perlu kode lain, tekan Ganti kode sekali lagi.",
        )
    sesi.kode_hadir = "".join(secrets.choice(ALFABET) for _ in range(PANJANG_KODE))
    sesi.kode_sampai = at + timedelta(minutes=menit)
    sesi.save(update_fields=["kode_hadir", "kode_sampai"])
    _catat(angkatan, "buka_kode_hadir", actor, sesi=sesi.pk)
    return sesi


def code_mark(sesi: SesiAngkatan) -> str:
    """Which code a page has shown, without telling it: until when it is good. Empty before the first one."""
    return sesi.kode_sampai.isoformat() if sesi.kode_sampai else ""


def record_attendance(*, angkatan_id: int, kode: str, actor: Any, at: datetime) -> Kehadiran:
    """The person's own presence by the code of a session that is open now. Twice is once.

    TerlaluSering after ten tries in ten minutes: a try counts although it is refused, so it is counted in a
    transaction of its own. DomainError for a wrong or old code, TidakBoleh for who is not approved here.
    """
    take_turn(siapa=f"hadir:{actor.pk}", batas=COBA_TERBANYAK, jendela=JENDELA, at=at)
    with transaction.atomic():
        return _by_code(hold_class(angkatan_id), kode, actor, at)


def _by_code(angkatan: Angkatan, kode: str, actor: Any, at: datetime) -> Kehadiran:
    p = Pendaftaran.objects.filter(angkatan=angkatan, pegawai=actor.pegawai_id, status__in=PESERTA).first()
    if actor.pegawai_id is None or p is None:
        raise TidakBoleh("bukan_peserta", "Kehadiran di sini untuk peserta yang sudah disetujui.")
    sesi = _session(angkatan, kode, at)
    baris, baru = Kehadiran.objects.get_or_create(
        pendaftaran=p, sesi=sesi, defaults={"cara": CaraHadir.KODE, "oleh": actor, "pada": at}
    )
    if baru:
        _catat(angkatan, "catat_kehadiran", actor, kanal=PORTAL, sesi=sesi.pk)
    return baris


def _session(angkatan: Angkatan, kode: str, at: datetime) -> SesiAngkatan:
    dibaca = tidy(kode)
    terbuka: Iterable[SesiAngkatan] = angkatan.sesi.exclude(kode_hadir="").filter(kode_sampai__gte=at)
    for sesi in terbuka:
        if constant_time_compare(sesi.kode_hadir, dibaca):
            return sesi
    raise DomainError(
        "kode_hadir",
        "Kode tidak cocok dengan sesi yang sedang dibuka.",
        tindakan="Periksa kode di ruang kelas, atau minta penyelenggara mencatat kehadiran Anda.",
    )


def tidy(kode: str) -> str:
    """What somebody typed, without spaces and dashes, in capitals."""
    return "".join(huruf for huruf in kode.upper() if huruf.isalnum())


@transaction.atomic
def note_attendance(
    *, angkatan_id: int, hadir: Iterable[Pasang], semula: Iterable[Pasang], actor: Any, at: datetime
) -> int:
    """The desk notes presence as pairs (enrolment, session); returns how many changed.

    `semula`: what was ticked when the page was read, so that who typed a code meanwhile stays present. Pairs
    of another class and the officer's own are left alone.
    """
    angkatan = hold_class(angkatan_id)
    as_hr(angkatan, actor)
    _held(angkatan)
    boleh, dulu, kini = _pairs(angkatan, actor), set(semula), set(hadir)
    tambah, hapus = (kini - dulu) & boleh, (dulu - kini) & boleh
    ada = {(k.pendaftaran_id, k.sesi_id): k for k in Kehadiran.objects.filter(sesi__angkatan=angkatan)}
    baru = [
        Kehadiran(pendaftaran_id=p, sesi_id=s, cara=CaraHadir.PENYELENGGARA, oleh=actor, pada=at)
        for p, s in sorted(tambah)
        if (p, s) not in ada
    ]
    lama = [ada[satu].pk for satu in hapus if satu in ada]
    Kehadiran.objects.bulk_create(baru, batch_size=500)
    Kehadiran.objects.filter(pk__in=lama).delete()
    if baru or lama:
        _catat(angkatan, "catat_kehadiran", actor, tambah=len(baru), hapus=len(lama))
    return len(baru) + len(lama)


def _pairs(angkatan: Angkatan, actor: Any) -> set[Pasang]:
    peserta = Pendaftaran.objects.filter(angkatan=angkatan, status__in=PESERTA)
    if actor.pegawai_id is not None:
        peserta = peserta.exclude(pegawai=actor.pegawai_id)
    sesi = list(angkatan.sesi.values_list("pk", flat=True))
    return {(p, s) for p in peserta.values_list("pk", flat=True) for s in sesi}


def _held(angkatan: Angkatan) -> None:
    if angkatan.status in (StatusAngkatan.DISIAPKAN, StatusAngkatan.DIBATALKAN):
        raise Bentrok("kelas_tidak_berjalan", f"Kelas ini {angkatan.get_status_display().lower()}.")


def _catat(angkatan: Angkatan, tindakan: str, actor: Any, *, kanal: str = MEJA, **rincian: Any) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="angkatan",
        subjek_id=angkatan.pk,
        kanal=kanal,
        rincian=rincian,
    )
