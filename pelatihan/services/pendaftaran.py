"""Into a class and out of it again: people apply and withdraw, HR enrols."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.services.kompetensi_baca import posts_of
from pegawai.services.profil import day_in, day_of, unit_names
from pelatihan.enums import PENDAFTARAN_BERJALAN, StatusAngkatan, StatusPendaftaran
from pelatihan.kamus.pendaftaran import HALANGAN
from pelatihan.models import Angkatan, Pelatihan, Pendaftaran
from pelatihan.rules.pendaftaran import Calon, Halangan, Kelas, hindrance, hindrance_for_hr, may_withdraw
from pelatihan.rules.pilihan import Pemangku, is_meant_for
from pelatihan.services.anggaran import release_budget
from pelatihan.services.katalog import sasaran_dari
from pelatihan.services.kursi import give_back, has_seat, hold_class, move_up, take_place
from pelatihan.services.langkah import (
    MEJA,
    PORTAL,
    as_hr,
    changed,
    expect,
    move,
    needs_atasan,
    note,
    reason,
    within,
)


class Dilewati(NamedTuple):
    """Who was left out of an act about many, and why."""

    nama: str
    sebab: str


class HasilBanyak(NamedTuple):
    """What an act about many came to."""

    jadi: list[Pendaftaran]
    dilewati: list[Dilewati]


@transaction.atomic
def apply(*, angkatan_id: int, pegawai: Pegawai, alasan: str, actor: Any, at: datetime) -> Pendaftaran:
    """Apply for oneself: a seat, or the next place on the waiting list. Twice is once.

    Without an atasan who can decide it goes straight to HR. Raises TidakBoleh for somebody else,
    TidakDitemukan for a class that is not offered to the person, DomainError with what holds them back,
    Bentrok after a refusal.
    """
    if actor.pegawai_id is None or actor.pegawai_id != pegawai.pk:
        raise TidakBoleh("bukan_diri", "Pendaftaran dikirim oleh pegawainya sendiri.")
    isi, hari = within(alasan), day_of(pegawai, at)
    kelas = Angkatan.objects.visible_to(actor).select_related("pelatihan").filter(pk=angkatan_id).first()
    if kelas is None:
        raise TidakDitemukan("angkatan_tidak_ditemukan", "Kelas itu tidak ditemukan.")
    # What the lock does not protect is read before it: hundreds may wait for it.
    calon, ke = _candidate(kelas, pegawai, hari), _first_to_decide(pegawai)
    angkatan = hold_class(angkatan_id)
    ada: Pendaftaran | None = Pendaftaran.objects.filter(angkatan=angkatan, pegawai=pegawai).first()
    if ada is not None and ada.status not in (StatusPendaftaran.DITOLAK, StatusPendaftaran.DIBATALKAN):
        return ada
    if ada is not None and ada.status == StatusPendaftaran.DITOLAK:
        raise Bentrok(
            "pendaftaran_ditolak",
            "Pendaftaran Anda di kelas ini tidak disetujui.",
            tindakan="Bicarakan dengan atasan atau pengelola kepegawaian.",
        )
    _refuse(hindrance(class_facts(angkatan), calon, hari=hari))
    move_up(angkatan, at=at)  # who waits comes before who applies now
    return _enter(angkatan, pegawai, ada, ke, alasan=isi, actor=actor, at=at, kanal=PORTAL)


@transaction.atomic
def withdraw(*, pendaftaran_id: int, versi: int, actor: Any, at: datetime) -> Pendaftaran:
    """The person takes it back; seat and rupiah go to the next. Twice is once.

    DomainError once the class has begun for somebody who was approved: then the class notes who came.
    """
    angkatan, p = hold(pendaftaran_id)
    if actor.pegawai_id is None or actor.pegawai_id != p.pegawai_id:
        raise TidakBoleh("bukan_diri", "Pendaftaran dibatalkan oleh pegawainya sendiri.")
    if p.status == StatusPendaftaran.DIBATALKAN:
        return p
    expect(p, versi)
    hari = day_of(p.pegawai, at)
    if not may_withdraw(StatusPendaftaran(p.status), mulai=angkatan.mulai, hari=hari):
        raise DomainError(
            "sudah_mulai",
            "Kelas sudah mulai atau pendaftaran sudah selesai diproses.",
            tindakan="Bila Anda berhalangan, hubungi penyelenggara.",
        )
    leave(angkatan, p, StatusPendaftaran.DIBATALKAN, actor=actor, at=at, kanal=PORTAL)
    return p


@transaction.atomic
def enrol_many(
    *, angkatan_id: int, pegawai_ids: Collection[int], alasan: str, actor: Any, at: datetime
) -> HasilBanyak:
    """HR enrols people, in the order of their NIP: each waits for HR's approval, or for a seat.

    No atasan is asked. Once the waiting list stands still (the class runs, nobody may apply), a free seat is
    for whom HR names, also for somebody who waits. Who is left out is named with the reason; nobody enrols
    themself this way.
    """
    isi, angkatan = reason(alasan, "alasan pendaftaran"), hold_class(angkatan_id)
    as_hr(angkatan, actor)
    move_up(angkatan, at=at)
    orang = Pegawai.objects.dikelola(actor).filter(pk__in=pegawai_ids).select_related("instansi", "unit")
    sudah = {p.pegawai_id: p for p in Pendaftaran.objects.filter(angkatan=angkatan, pegawai__in=pegawai_ids)}
    hasil = HasilBanyak([], [])
    for satu in orang.order_by("nip"):
        sebab = _left_out(angkatan, satu, sudah.get(satu.pk), actor, at)
        if sebab:
            hasil.dilewati.append(Dilewati(satu.nama_gelar, sebab))
            continue
        ke = StatusPendaftaran.MENUNGGU_BKPSDM
        p = _enter(angkatan, satu, sudah.get(satu.pk), ke, alasan=isi, actor=actor, at=at, kanal=MEJA)
        hasil.jadi.append(p)
    return hasil


def _left_out(angkatan: Angkatan, pegawai: Pegawai, ada: Pendaftaran | None, actor: Any, at: datetime) -> str:
    """Why HR does not enrol this person; empty when it does."""
    if pegawai.pk == actor.pegawai_id:
        return "Diri Anda sendiri didaftarkan rekan Anda, atau daftar lewat portal."
    if ada is not None and not _may_enter(angkatan, ada):
        return f"Sudah terdaftar: {ada.get_status_display().lower()}."
    calon = Calon(pegawai.instansi_id, pegawai.kedudukan_hukum in BERTUGAS, sasaran=True)
    halangan = hindrance_for_hr(class_facts(angkatan), calon, hari=day_in(angkatan.instansi, at))
    return HALANGAN[halangan][0] if halangan else ""


def _may_enter(angkatan: Angkatan, ada: Pendaftaran) -> bool:
    """Who left may come back; who waits gets a seat that the list did not take."""
    if ada.status == StatusPendaftaran.DAFTAR_TUNGGU:
        return has_seat(angkatan.pk)
    return ada.status in (StatusPendaftaran.DITOLAK, StatusPendaftaran.DIBATALKAN)


def _enter(
    angkatan: Angkatan,
    pegawai: Pegawai,
    ada: Pendaftaran | None,
    ke: StatusPendaftaran,
    *,
    alasan: str,
    actor: Any,
    at: datetime,
    kanal: str,
) -> Pendaftaran:
    """The next place, under the lock of the class; who left before comes back at the end.

    Who waits gets a seat here (`_may_enter`), never another place on the list.
    """
    tempat = take_place(angkatan.pk)
    p = ada or Pendaftaran(angkatan=angkatan, pegawai=pegawai)
    p.urut, p.alasan, p.diajukan_pada, p.surat_tugas = tempat.urut, alasan, at, None
    ke = ke if tempat.berkursi else StatusPendaftaran.DAFTAR_TUNGGU
    if ada is not None:
        move(p, ke, oleh=actor, at=at, kanal=kanal, alasan=alasan)
        return p
    p.status = ke
    p.save()
    note(p, dari="", oleh=actor, at=at, kanal=kanal, alasan=alasan)
    return p


# -- what holds people back ----------------------------------------------------------------------


def hinders(angkatan: Angkatan, pegawai: Pegawai, *, hari: date) -> Halangan | None:
    """What holds this person back on `hari`; None: nothing. Two queries."""
    return hindrance(class_facts(angkatan), _candidate(angkatan, pegawai, hari), hari=hari)


def _candidate(angkatan: Angkatan, pegawai: Pegawai, hari: date) -> Calon:
    cocok = meant_for(angkatan.pelatihan, pegawai, hari)
    return Calon(pegawai.instansi_id, pegawai.kedudukan_hukum in BERTUGAS, cocok)


def meant_for(pelatihan: Pelatihan, pegawai: Pegawai, hari: date) -> bool:
    """Whether the programme is meant for the jabatan and the unit of this person on `hari`."""
    sasaran = tuple(sasaran_dari(s) for s in pelatihan.sasaran.all())
    return not sasaran or is_meant_for(sasaran, _holder(pegawai, hari))


def _first_to_decide(pegawai: Pegawai) -> StatusPendaftaran:
    return StatusPendaftaran.MENUNGGU_ATASAN if needs_atasan(pegawai) else StatusPendaftaran.MENUNGGU_BKPSDM


def _refuse(halangan: Halangan | None) -> None:
    if halangan is not None:
        pesan, tindakan = HALANGAN[halangan]
        raise DomainError(f"daftar_{halangan.value}", pesan, tindakan=tindakan)


def class_facts(angkatan: Angkatan) -> Kelas:
    return Kelas(
        StatusAngkatan(angkatan.status),
        angkatan.instansi_id,
        angkatan.mulai,
        angkatan.selesai,
        angkatan.daftar_sampai,
    )


def _holder(pegawai: Pegawai, hari: date) -> Pemangku:
    """The jabatan held on `hari`, for `rules.pilihan`."""
    j = posts_of([pegawai.pk], per=hari).get(pegawai.pk)
    if j is None:
        return Pemangku(None, None, "", unit_names(pegawai))
    return Pemangku(
        JenisJabatan(j.jenis) if j.jenis else None,
        Jenjang(j.jenjang) if j.jenjang else None,
        j.nama,
        unit_names(pegawai),
    )


# -- shared with who decides ----------------------------------------------------------------------


def hold(pendaftaran_id: int) -> tuple[Angkatan, Pendaftaran]:
    """The class and then the enrolment, both as they stand now and held. Raises TidakDitemukan."""
    angkatan_id = Pendaftaran.objects.filter(pk=pendaftaran_id).values_list("angkatan", flat=True).first()
    if angkatan_id is None:
        raise TidakDitemukan("pendaftaran_tidak_ditemukan", "Pendaftaran itu tidak ditemukan.")
    angkatan = hold_class(angkatan_id)
    semua = Pendaftaran.objects.select_for_update(of=("self",), no_key=True)
    dengan = semua.select_related("pegawai__atasan", "pegawai__instansi", "pegawai__unit")
    p: Pendaftaran = dengan.get(pk=pendaftaran_id)
    return angkatan, p


def leave(
    angkatan: Angkatan,
    p: Pendaftaran,
    ke: StatusPendaftaran,
    *,
    actor: Any,
    at: datetime,
    kanal: str,
    alasan: str = "",
) -> None:
    """Out of the class: rupiah back, seat back, and the first of the waiting list moves up."""
    if p.status not in PENDAFTARAN_BERJALAN:
        raise changed(p)
    berkursi = p.status != StatusPendaftaran.DAFTAR_TUNGGU
    give_rupiah_back(angkatan, p, actor=actor, at=at)
    move(p, ke, oleh=actor, at=at, kanal=kanal, alasan=alasan)
    if berkursi:
        give_back(angkatan.pk)
        move_up(angkatan, at=at)


def give_rupiah_back(angkatan: Angkatan, p: Pendaftaran, *, actor: Any, at: datetime) -> None:
    """What was committed for this person is free again; saved with the next step."""
    if p.komitmen and angkatan.pagu_id is not None:
        release_budget(pagu_id=angkatan.pagu_id, rupiah=p.komitmen, pendaftaran=p, actor=actor, at=at)
        p.komitmen = 0
