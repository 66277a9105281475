"""Examinations: plan a sitting, register people within its quota, record the results."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import F

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import StatusJadwalUjian, StatusPeserta
from pegawai.models import HasilUjian, Instansi, JadwalUjian, Pegawai, PesertaUjian
from pegawai.querysets import BERTUGAS
from pegawai.services.riwayat import save_rows

_BERHASIL: Final = (StatusPeserta.LULUS, StatusPeserta.TIDAK_LULUS)
_KOLOM: Final = ("lulus", "nomor", "berlaku_sampai", "sumber")


class Pendaftaran(NamedTuple):
    """How many were registered now, and how many had been already."""

    baru: int
    sudah: int


class IsianHasil(NamedTuple):
    status: StatusPeserta
    nomor: str = ""
    berlaku_sampai: date | None = None


@transaction.atomic
def save_jadwal(*, jadwal: JadwalUjian, actor: Any, kanal: str) -> JadwalUjian:
    """A sitting, new or changed while it is planned. DomainError `jadwal_tertutup` afterwards.

    Bentrok `jadwal_sudah_ada` for a new one that says what a planned one says: the second of two presses.
    """
    baru = jadwal.pk is None
    if baru:
        _require_new(jadwal)
    else:
        _terbuka(JadwalUjian.objects.select_for_update(no_key=True).get(pk=jadwal.pk))
        jadwal.versi += 1
    jadwal.save()
    _jejak(actor, "buat_jadwal_ujian" if baru else "ubah_jadwal_ujian", jadwal, kanal)
    return jadwal


@transaction.atomic
def register_peserta(
    *, jadwal_id: int, pegawai_ids: Collection[int], actor: Any, at: datetime, kanal: str = "admin"
) -> Pendaftaran:
    """Register people; who is registered already stays so, who was withdrawn is registered again.

    TidakDitemukan for a sitting or a person outside the actor's keeping, TidakBoleh about oneself,
    DomainError when the sitting is closed, somebody is not on duty, or the quota does not hold them all.
    """
    jadwal = _kunci(jadwal_id, actor)
    _terbuka(jadwal)
    ids = set(pegawai_ids)
    _periksa_orang(jadwal, ids, actor)
    lama = {p.pegawai_id: p for p in jadwal.peserta.filter(pegawai__in=ids)}
    kembali = [p for p in lama.values() if p.status == StatusPeserta.DIBATALKAN]
    baru = sorted(ids - lama.keys())
    _periksa_kuota(jadwal, len(baru) + len(kembali))
    PesertaUjian.objects.bulk_create(
        PesertaUjian(jadwal=jadwal, pegawai_id=i, didaftarkan_oleh=actor, didaftarkan_pada=at) for i in baru
    )
    jadwal.peserta.filter(pk__in=[p.pk for p in kembali]).update(status=StatusPeserta.TERDAFTAR)
    for pegawai_id in (*baru, *(p.pegawai_id for p in kembali)):
        _jejak_orang(actor, "daftarkan_ujian", pegawai_id, jadwal, kanal)
    return Pendaftaran(len(baru) + len(kembali), len(lama) - len(kembali))


@transaction.atomic
def withdraw_peserta(*, peserta_id: int, actor: Any, kanal: str = "admin") -> PesertaUjian:
    """Take one person off the list; the line stays. DomainError once there is a result."""
    peserta = PesertaUjian.objects.dikelola(actor).filter(pk=peserta_id).first()
    if peserta is None:
        raise TidakDitemukan("peserta_tidak_ditemukan", "Peserta ini tidak ditemukan.")
    jadwal = _kunci(peserta.jadwal_id, actor)
    _terbuka(jadwal)
    peserta.refresh_from_db()
    if peserta.status == StatusPeserta.TERDAFTAR:
        peserta.status = StatusPeserta.DIBATALKAN
        peserta.save(update_fields=["status"])
        _jejak_orang(actor, "batalkan_peserta_ujian", peserta.pegawai_id, jadwal, kanal)
    return peserta


@transaction.atomic
def record_results(
    *,
    jadwal_id: int,
    hasil: Mapping[int, IsianHasil],
    versi: int,
    actor: Any,
    at: datetime,
    kanal: str = "admin",
) -> int:
    """Write results by id of participant, also into the register; returns how many changed.

    A result may be corrected later; the register keeps its history. The sitting is done when nobody
    waits for a result. Bentrok when `versi` is not the present one, TidakBoleh about oneself,
    DomainError before the day of the sitting or when it is cancelled.
    """
    jadwal = _kunci(jadwal_id, actor)
    _periksa_versi(jadwal, versi)
    if jadwal.status == StatusJadwalUjian.DIBATALKAN:
        _terbuka(jadwal)
    if jadwal.tanggal > at.date():
        raise DomainError(
            "ujian_belum_berlangsung",
            "Ujian ini belum berlangsung.",
            tindakan="Catat hasilnya sesudah hari ujian, atau ubah tanggalnya bila ujian dimajukan.",
        )
    peserta = list(jadwal.peserta.exclude(status=StatusPeserta.DIBATALKAN).filter(pk__in=hasil))
    if any(p.pegawai_id == actor.pegawai_id for p in peserta):
        raise _diri_sendiri()
    berubah = [p for p in peserta if _isi(p, hasil[p.pk], jadwal)]
    _simpan_hasil(jadwal, [p for p in berubah if p.status in _BERHASIL], hasil, actor, at)
    for p in berubah:
        p.save(update_fields=["status", "hasil"])
        _jejak_orang(actor, "hasil_ujian", p.pegawai_id, jadwal, kanal)
    _tutup_bila_lengkap(jadwal, berubah)
    return len(berubah)


@transaction.atomic
def cancel_jadwal(
    *, jadwal_id: int, alasan: str, versi: int, actor: Any, kanal: str = "admin"
) -> JadwalUjian:
    """The sitting does not take place; its list stays readable."""
    jadwal = _kunci(jadwal_id, actor)
    _periksa_versi(jadwal, versi)
    _terbuka(jadwal)
    if not alasan.strip():
        raise DomainError("alasan_kosong", "Tuliskan alasan pembatalan.")
    jadwal.status, jadwal.alasan_batal = StatusJadwalUjian.DIBATALKAN, alasan.strip()[:200]
    jadwal.versi += 1
    jadwal.save(update_fields=["status", "alasan_batal", "versi"])
    _jejak(actor, "batalkan_jadwal_ujian", jadwal, kanal)
    return jadwal


# -- inside ---------------------------------------------------------------------------------------


def _require_new(jadwal: JadwalUjian) -> None:
    Instansi.objects.select_for_update(no_key=True).get(pk=jadwal.instansi_id)
    isi = {nama: getattr(jadwal, nama) for nama in ("instansi", "jenis", "jenjang", "tanggal", "tempat")}
    if JadwalUjian.objects.filter(**isi, status=StatusJadwalUjian.RENCANA).exists():
        raise Bentrok(
            "jadwal_sudah_ada",
            "Jadwal ujian yang sama sudah ada.",
            tindakan="Buka jadwal itu dari daftar, atau bedakan tempatnya.",
        )


def _kunci(jadwal_id: int, actor: Any) -> JadwalUjian:
    """The sitting, held until the end: two officers never fill one seat twice."""
    semua = JadwalUjian.objects.dikelola(actor).select_for_update(no_key=True, of=("self",))
    jadwal: JadwalUjian | None = semua.filter(pk=jadwal_id).first()
    if jadwal is None:
        raise TidakDitemukan("jadwal_tidak_ditemukan", "Jadwal ujian ini tidak ditemukan.")
    return jadwal


def _terbuka(jadwal: JadwalUjian) -> None:
    if jadwal.status != StatusJadwalUjian.RENCANA:
        raise DomainError(
            "jadwal_tertutup",
            f"Jadwal ujian ini sudah {jadwal.get_status_display().lower()}.",
            tindakan="Buat jadwal baru bila ada ujian lain.",
        )


def _periksa_versi(jadwal: JadwalUjian, versi: int) -> None:
    if jadwal.versi != versi:
        raise Bentrok(
            "versi_berubah",
            "Jadwal ujian ini berubah sejak Anda buka.",
            tindakan="Muat ulang halaman, lalu ulangi bila masih perlu.",
        )


def _periksa_orang(jadwal: JadwalUjian, ids: set[int], actor: Any) -> None:
    if actor.pegawai_id in ids:
        raise _diri_sendiri()
    orang = Pegawai.objects.dikelola(actor).filter(pk__in=ids, instansi_id=jadwal.instansi_id)
    kedudukan = dict(orang.values_list("pk", "kedudukan_hukum"))
    if ids - kedudukan.keys():
        raise TidakDitemukan("pegawai_tidak_ditemukan", "Ada pegawai yang tidak ditemukan di instansi ini.")
    if any(k not in BERTUGAS for k in kedudukan.values()):
        raise DomainError(
            "tidak_bertugas",
            "Ada pegawai yang tidak sedang bertugas, jadi belum dapat didaftarkan.",
            tindakan="Periksa kedudukan hukumnya, atau lepaskan dari pilihan.",
        )


def _periksa_kuota(jadwal: JadwalUjian, tambah: int) -> None:
    if jadwal.kuota is None:
        return
    sisa = jadwal.kuota - jadwal.peserta.exclude(status=StatusPeserta.DIBATALKAN).count()
    if tambah > sisa:
        raise DomainError(
            "kuota_penuh",
            f"Tersisa {max(sisa, 0)} tempat dari kuota {jadwal.kuota}, sedangkan yang dipilih {tambah}.",
            tindakan="Kurangi pilihan, atau tambah kuotanya.",
        )


def _diri_sendiri() -> TidakBoleh:
    return TidakBoleh(
        "diri_sendiri",
        "Anda tidak dapat mendaftarkan atau mencatat hasil ujian Anda sendiri.",
        tindakan="Mintalah rekan Anda di pengelola kepegawaian.",
    )


def _isi(p: PesertaUjian, isian: IsianHasil, jadwal: JadwalUjian) -> bool:
    """Whether this result says anything new."""
    lama = (p.status, p.hasil.nomor if p.hasil else "", p.hasil.berlaku_sampai if p.hasil else None)
    if isian.berlaku_sampai is not None and isian.berlaku_sampai < jadwal.tanggal:
        raise DomainError(
            "berlaku_sebelum_ujian", f"{p.pegawai}: masa berlaku berakhir sebelum hari ujiannya."
        )
    if p.hasil is not None and isian.status not in _BERHASIL:
        raise DomainError(
            "hasil_sudah_ada",
            f"{p.pegawai}: hasilnya sudah tercatat.",
            tindakan="Pilih Lulus atau Belum lulus; koreksinya tersimpan dalam riwayat.",
        )
    p.status = isian.status
    return lama != (isian.status, isian.nomor, isian.berlaku_sampai)


def _simpan_hasil(
    jadwal: JadwalUjian,
    peserta: list[PesertaUjian],
    isian: Mapping[int, IsianHasil],
    actor: Any,
    at: datetime,
) -> None:
    """One row of the register per person: that of this sitting, new or corrected."""
    ada = {
        h.pegawai_id: h
        for h in HasilUjian.objects.filter(
            jenis=jadwal.jenis, tanggal=jadwal.tanggal, pegawai__in=[p.pegawai_id for p in peserta]
        )
    }
    for p in peserta:
        h = ada.get(p.pegawai_id) or HasilUjian(
            pegawai_id=p.pegawai_id, jenis=jadwal.jenis, tanggal=jadwal.tanggal
        )
        h.lulus = p.status == StatusPeserta.LULUS
        h.nomor, h.berlaku_sampai = isian[p.pk].nomor, isian[p.pk].berlaku_sampai
        h.sumber, p.hasil = f"Jadwal ujian: {jadwal}"[:100], h
    semua = [p.hasil for p in peserta if p.hasil is not None]
    save_rows(
        baru=[h for h in semua if h.pk is None],
        berubah=[h for h in semua if h.pk is not None],
        kolom=_KOLOM,
        actor=actor,
        at=at,
        alasan="Hasil jadwal ujian",
    )
    # An import that was checked before must look again.
    Pegawai.objects.filter(pk__in=[p.pegawai_id for p in peserta]).update(versi=F("versi") + 1)


def _tutup_bila_lengkap(jadwal: JadwalUjian, berubah: list[PesertaUjian]) -> None:
    if not berubah:
        return
    jadwal.versi += 1
    if not jadwal.peserta.filter(status=StatusPeserta.TERDAFTAR).exists():
        jadwal.status = StatusJadwalUjian.SELESAI
    jadwal.save(update_fields=["status", "versi"])


def _jejak(actor: Any, tindakan: str, jadwal: JadwalUjian, kanal: str) -> None:
    catat(
        pengguna=actor, tindakan=tindakan, subjek_jenis="jadwal_ujian", subjek_id=jadwal.pk, kanal=kanal,
        keperluan=jadwal.alasan_batal,
    )  # fmt: skip


def _jejak_orang(actor: Any, tindakan: str, pegawai_id: int, jadwal: JadwalUjian, kanal: str) -> None:
    catat(
        pengguna=actor, tindakan=tindakan, subjek_jenis="pegawai", subjek_id=pegawai_id, kanal=kanal,
        rincian={"jadwal": jadwal.pk, "catatan": "hasilujian"},
    )  # fmt: skip
