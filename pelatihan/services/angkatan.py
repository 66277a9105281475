"""The life of a class: prepared, open, closed, over or cancelled."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import transaction

from asn_karier.lib import kata
from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from pegawai.models import Instansi
from pegawai.services.profil import day_in
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, Pendaftaran
from pelatihan.rules.mitra import Masa
from pelatihan.rules.pendaftaran import DISETUJUI
from pelatihan.services.anggaran import commit_budget, realise_budget
from pelatihan.services.kuis import settled_marks
from pelatihan.services.kursi import give_back, hold_class, move_up
from pelatihan.services.langkah import MEJA, as_hr, expect, move, not_self, reason
from pelatihan.services.mitra import ensure_agreed
from pelatihan.services.pendaftaran import Dilewati, HasilBanyak, give_rupiah_back
from pelatihan.services.persetujuan import running

SELESAI_TANPA_PUTUSAN = "Kelas selesai sebelum pendaftaran ini disetujui."
#: Who was there is paid for.
HADIR = (StatusPendaftaran.SELESAI, StatusPendaftaran.TIDAK_LULUS)


@transaction.atomic
def save_angkatan(*, angkatan: Angkatan, actor: Any, at: datetime) -> Angkatan:
    """Store a class as typed; more seats go to the waiting list at once.

    TidakBoleh for anyone but HR of its instansi; DomainError for a pagu or partner of another government, or
    for another pagu when rupiah are committed.
    """
    if not Instansi.objects.dikelola(actor).filter(pk=angkatan.instansi_id).exists():
        raise TidakBoleh("bukan_hr", "Kelas ini diurus pengelola kepegawaian instansinya.")
    _fits(angkatan)
    if angkatan._state.adding:
        angkatan.save()
    else:
        lama = hold_class(angkatan.pk)
        _same_pagu(lama, angkatan)
        angkatan.terisi, angkatan.urut_terakhir, angkatan.status = (
            lama.terisi,
            lama.urut_terakhir,
            lama.status,
        )
        angkatan.versi = lama.versi + 1
        angkatan.save()
        move_up(angkatan, at=at)
    _catat(angkatan, "simpan_angkatan", actor)
    return angkatan


def _fits(angkatan: Angkatan) -> None:
    if angkatan.pagu is not None and angkatan.pagu.instansi_id != angkatan.instansi_id:
        raise DomainError("pagu_lain", "Pagu itu milik instansi lain.", tindakan="Pilih pagu instansi ini.")
    perjanjian = angkatan.perjanjian
    if perjanjian is not None and perjanjian.mitra.instansi_id != angkatan.instansi_id:
        raise DomainError("mitra_lain", "Perjanjian itu milik instansi lain.", tindakan="Pilih yang lain.")
    if angkatan.pelatihan.instansi_id not in (None, angkatan.instansi_id):
        raise DomainError("pelatihan_lain", "Pelatihan itu milik instansi lain.", tindakan="Pilih yang lain.")


def _same_pagu(lama: Angkatan, baru: Angkatan) -> None:
    terpakai = Pendaftaran.objects.filter(angkatan=lama, komitmen__gt=0)
    if lama.pagu_id != baru.pagu_id and terpakai.exists():
        raise DomainError(
            "pagu_terpakai",
            "Pagu kelas ini sudah dipakai untuk peserta yang disetujui.",
            tindakan="Buat angkatan baru untuk pagu lain.",
        )


@transaction.atomic
def open_class(*, angkatan_id: int, actor: Any, at: datetime) -> Angkatan:
    """Let people apply, for the first time or again; seats that came free meanwhile go to the waiting list.

    Twice is once.
    """
    angkatan = _of_hr(angkatan_id, actor)
    if angkatan.status == StatusAngkatan.DIBUKA:
        return angkatan
    _from(angkatan, StatusAngkatan.DISIAPKAN, StatusAngkatan.DITUTUP)
    _require_ready(angkatan, at)
    _set(angkatan, StatusAngkatan.DIBUKA, "buka_pendaftaran_kelas", actor)
    move_up(angkatan, at=at)
    return angkatan


def _require_ready(angkatan: Angkatan, at: datetime) -> None:
    """DomainError with what a class that opens still lacks."""
    if day_in(angkatan.instansi, at) > angkatan.daftar_sampai:
        raise DomainError(
            "lewat_batas",
            "Batas pendaftaran kelas ini sudah lewat.",
            tindakan="Ubah «pendaftaran sampai» dahulu.",
        )
    if angkatan.biaya and angkatan.pagu_id is None:
        raise DomainError("tanpa_pagu", "Kelas ini berbiaya.", tindakan="Pilih dahulu pagu yang membiayai.")
    if angkatan.perjanjian is not None:
        ensure_agreed(angkatan.perjanjian, Masa(angkatan.mulai, angkatan.selesai))


@transaction.atomic
def close_registration(*, angkatan_id: int, actor: Any, at: datetime) -> Angkatan:
    """Nobody new may apply; who waits keeps waiting, and freed seats still go to them."""
    angkatan = _of_hr(angkatan_id, actor)
    if angkatan.status == StatusAngkatan.DITUTUP:
        return angkatan
    _from(angkatan, StatusAngkatan.DIBUKA)
    return _set(angkatan, StatusAngkatan.DITUTUP, "tutup_pendaftaran_kelas", actor)


@transaction.atomic
def cancel_class(*, angkatan_id: int, alasan: str, actor: Any, at: datetime) -> Angkatan:
    """The class is not held: everybody gets the reason, all seats and rupiah come back. Twice is once."""
    isi, angkatan = reason(alasan, "alasan pembatalan"), _of_hr(angkatan_id, actor)
    if angkatan.status == StatusAngkatan.DIBATALKAN:
        return angkatan
    _from(angkatan, StatusAngkatan.DISIAPKAN, StatusAngkatan.DIBUKA, StatusAngkatan.DITUTUP)
    if angkatan.pendaftaran.filter(status__in=HADIR).exists():
        raise DomainError("sudah_berhasil", "Sebagian peserta sudah punya hasil, jadi kelas ini berjalan.")
    angkatan.alasan_batal = isi
    _set(angkatan, StatusAngkatan.DIBATALKAN, "batalkan_kelas", actor)
    _send_home(angkatan, running(angkatan), isi, actor, at)
    return angkatan


def _send_home(angkatan: Angkatan, baris: list[Pendaftaran], alasan: str, actor: Any, at: datetime) -> None:
    berkursi = sum(p.status != StatusPendaftaran.DAFTAR_TUNGGU for p in baris)
    for p in baris:
        give_rupiah_back(angkatan, p, actor=actor, at=at)
        move(p, StatusPendaftaran.DIBATALKAN, oleh=actor, at=at, kanal=MEJA, alasan=alasan)
    if berkursi:
        give_back(angkatan.pk, berkursi)


# -- results --------------------------------------------------------------------------------------


class HasilKelas(NamedTuple):
    """What became of one participant; marks 0-100, None: none was given.

    `versi`: of the enrolment when it was read; None: it was not on the page.
    """

    status: StatusPendaftaran
    nilai_pra: Decimal | None = None
    nilai_pasca: Decimal | None = None
    versi: int | None = None


@transaction.atomic
def record_results(
    *, angkatan_id: int, hasil: Mapping[int, HasilKelas], actor: Any, at: datetime
) -> HasilBanyak:
    """Results by enrolment, from the last day on: who came is paid, who did not is released.

    When nobody approved is left without one, the class is over and who was never approved is told. A result
    can be put right; one with a certificate stays, and so do what was paid and marks that a participant
    earned in the quiz here. Who cannot get theirs is named with why. Nobody records their own.
    """
    angkatan = _of_hr(angkatan_id, actor)
    _from(angkatan, StatusAngkatan.DIBUKA, StatusAngkatan.DITUTUP, StatusAngkatan.SELESAI)
    require_last_day(angkatan, at)
    semua = Pendaftaran.objects.select_for_update(of=("self",), no_key=True).filter(
        angkatan=angkatan, pk__in=list(hasil)
    )
    jawab = HasilBanyak([], [])
    for p in semua.select_related("pegawai").prefetch_related("kuis").order_by("urut"):
        try:
            with transaction.atomic():
                berubah = _settle(angkatan, p, hasil[p.pk], actor, at)
        except DomainError as salah:
            jawab.dilewati.append(Dilewati(p.pegawai.nama_gelar, salah.kalimat))
        else:
            jawab.jadi.extend([p] if berubah else [])
    _finish(angkatan, actor, at)
    return jawab


def require_last_day(angkatan: Angkatan, at: datetime) -> None:
    """DomainError while nobody can have a result yet."""
    if day_in(angkatan.instansi, at) < angkatan.selesai:
        raise DomainError(
            "belum_selesai",
            f"Hasil dicatat mulai hari terakhir kelas ({kata.rentang(angkatan.mulai, angkatan.selesai)}).",
        )


def _settle(angkatan: Angkatan, p: Pendaftaran, h: HasilKelas, actor: Any, at: datetime) -> bool:
    """Whether anything was written."""
    if (p.status, p.nilai_pra, p.nilai_pasca) == (h.status, h.nilai_pra, h.nilai_pasca):
        return False
    not_self(p, actor)
    nilai = settled_marks(p, pra=h.nilai_pra, pasca=h.nilai_pasca)
    if (p.status, p.nilai_pra, p.nilai_pasca) == (h.status, *nilai):
        return False
    if h.versi is not None:
        expect(p, h.versi)
    if p.sertifikat.filter(dicabut_pada=None).exists():
        raise Bentrok("bersertifikat", "Sertifikatnya sudah terbit. Cabut dahulu bila hasilnya keliru.")
    p.nilai_pra, p.nilai_pasca = nilai
    if p.status == h.status:
        p.versi += 1
        p.save()
        return True
    _pay(angkatan, p, h.status, actor, at)
    move(p, h.status, oleh=actor, at=at, kanal=MEJA)
    return True


def _pay(angkatan: Angkatan, p: Pendaftaran, ke: StatusPendaftaran, actor: Any, at: datetime) -> None:
    """Rupiah follow the result; a correction of who was there after all commits them anew first."""
    if angkatan.pagu_id is None or p.status in HADIR:
        return
    if ke not in HADIR:
        give_rupiah_back(angkatan, p, actor=actor, at=at)
        return
    uang: dict[str, Any] = {"pagu_id": angkatan.pagu_id, "pendaftaran": p, "actor": actor, "at": at}
    if p.status == StatusPendaftaran.TIDAK_HADIR:
        p.komitmen = angkatan.biaya
        commit_budget(rupiah=p.komitmen, **uang)
    realise_budget(rupiah=p.komitmen, **uang)


def _finish(angkatan: Angkatan, actor: Any, at: datetime) -> None:
    baris = running(angkatan)
    berhasil = angkatan.pendaftaran.filter(status__in=(*HADIR, StatusPendaftaran.TIDAK_HADIR))
    if angkatan.status == StatusAngkatan.SELESAI or any(p.status in DISETUJUI for p in baris):
        return
    if not berhasil.exists():
        return
    _set(angkatan, StatusAngkatan.SELESAI, "selesaikan_kelas", actor)
    _send_home(angkatan, baris, SELESAI_TANPA_PUTUSAN, actor, at)


# -- inside ---------------------------------------------------------------------------------------


def _of_hr(angkatan_id: int, actor: Any) -> Angkatan:
    angkatan = hold_class(angkatan_id)
    as_hr(angkatan, actor)
    return angkatan


def _from(angkatan: Angkatan, *status: StatusAngkatan) -> None:
    if angkatan.status not in status:
        raise Bentrok(
            "kelas_berubah",
            f"Kelas ini sekarang {angkatan.get_status_display().lower()}.",
            tindakan="Muat ulang halaman untuk melihat keadaannya.",
        )


def _set(angkatan: Angkatan, status: StatusAngkatan, tindakan: str, actor: Any) -> Angkatan:
    angkatan.status, angkatan.versi = status, angkatan.versi + 1
    angkatan.save(update_fields=["status", "versi", "alasan_batal"])
    _catat(angkatan, tindakan, actor)
    return angkatan


def _catat(angkatan: Angkatan, tindakan: str, actor: Any) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="angkatan",
        subjek_id=angkatan.pk,
        kanal=MEJA,
        rincian={"instansi": angkatan.instansi_id},
    )
