"""The two yeses: the mentee chooses, the mentor answers. Nobody says either for somebody else."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import Bentrok, TidakDitemukan
from mentoring.enums import AlasanBelum, StatusPasangan, StatusPermintaan
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor, SaranPasangan
from mentoring.services.bahan import RANTAI_TERPANJANG, superiors
from mentoring.services.papan import mark_changed
from mentoring.services.saran import arrange_if_small
from mentoring.services.tempat import MASA_JAWABAN, hold_mentor, hold_wait, require_place, stale
from pegawai.models import Pegawai
from pegawai.services.profil import day_of

PORTAL = "portal"
S = StatusPasangan


def choose_mentor(*, permintaan_id: int, profil_id: int, actor: Any, at: datetime) -> Pasangan:
    """The mentee takes one of the suggested mentors, who is asked. The same one again changes nothing.

    TidakDitemukan for somebody else's wait or a mentor who is not suggested; Bentrok when the place went
    meanwhile, or another mentor is asked already.
    """
    pasangan = _choose(permintaan_id, profil_id, actor, at)
    arrange_if_small(instansi_id=pasangan.mentee.instansi_id, at=at)
    return pasangan


@transaction.atomic
def _choose(permintaan_id: int, profil_id: int, actor: Any, at: datetime) -> Pasangan:
    permintaan = hold_wait(permintaan_id)
    _require_own(permintaan, actor)
    kini = _held(permintaan)
    if kini is not None and kini.status != S.DIUSULKAN:
        if kini.mentor_id == profil_id:
            return kini
        raise Bentrok(
            "sudah_memilih",
            "Anda sudah mempunyai mentor, atau pilihan Anda menunggu jawaban mentor.",
            tindakan="Tarik pilihan itu lebih dahulu bila ingin mentor lain.",
        )
    if permintaan.status != StatusPermintaan.MENUNGGU:
        raise stale()
    _require_suggested(permintaan, profil_id)
    profil = hold_mentor(profil_id)
    require_place(profil, selain=permintaan.pegawai_id)
    require_outside_line(permintaan.pegawai, profil.pegawai)
    pasangan = _ask(permintaan, profil, kini, at)
    _trail(actor, "pilih_mentor", pasangan)
    mark_changed(permintaan.pegawai.instansi_id)
    return pasangan


def _require_own(permintaan: PermintaanMentor, actor: Any) -> None:
    if actor.pegawai_id is None or permintaan.pegawai_id != actor.pegawai_id:
        raise TidakDitemukan("permintaan_tidak_ada", "Permintaan mentor itu tidak ditemukan.")


def _held(permintaan: PermintaanMentor) -> Pasangan | None:
    """The pair that the mentee is in, or that HR keeps for them."""
    milik = Pasangan.objects.memegang_tempat().select_related("mentee")
    satu: Pasangan | None = milik.filter(mentee=permintaan.pegawai_id).first()
    return satu


def _require_suggested(permintaan: PermintaanMentor, profil_id: int) -> None:
    if not SaranPasangan.objects.filter(permintaan=permintaan, mentor__pk=profil_id).exists():
        raise Bentrok(
            "bukan_saran",
            "Mentor itu tidak lagi ada di antara saran Anda.",
            tindakan="Pilih dari saran yang terbaru.",
        )


def require_outside_line(mentee: Pegawai, mentor: Pegawai) -> None:
    """Bentrok for oneself, for a superior or a subordinate at any distance, as recorded now."""
    atasan = superiors([mentee.pk, mentor.pk])
    if mentor.pk in _line(mentee.pk, atasan) or mentee.pk in _line(mentor.pk, atasan):
        raise Bentrok(
            "garis_komando",
            "Mentor ini sekarang berada dalam garis komando yang sama.",
            tindakan="Pilih saran yang lain.",
        )


def _line(siapa: int, atasan: dict[int, int | None]) -> set[int]:
    """The person and everybody above them."""
    hasil, naik = {siapa}, atasan.get(siapa)
    for _ in range(RANTAI_TERPANJANG):
        if naik is None or naik in hasil:
            break
        hasil.add(naik)
        naik = atasan.get(naik)
    return hasil


def _ask(permintaan: PermintaanMentor, profil: ProfilMentor, kini: Pasangan | None, at: datetime) -> Pasangan:
    """The kept place itself where it is with this mentor, else it is let go."""
    if kini is not None and kini.mentor_id != profil.pk:
        _move(kini, S.DILEPAS, at)
        kini = None
    pasangan = kini or Pasangan(
        mentor=profil,
        mentor_pegawai=profil.pegawai,
        mentee=permintaan.pegawai,
        permintaan=permintaan,
        program_id=permintaan.program_id,
        kompetensi=permintaan.kompetensi,
        teknis_id=permintaan.teknis_id,
    )
    pasangan.status, pasangan.dipilih_pada, pasangan.batas = S.DIPILIH_MENTEE, at, at + MASA_JAWABAN
    pasangan.versi, pasangan.diubah_pada = pasangan.versi + 1, at
    pasangan.save()
    return pasangan


def _move(pasangan: Pasangan, status: StatusPasangan, at: datetime) -> None:
    pasangan.status, pasangan.batas = status, None
    pasangan.versi, pasangan.diubah_pada = pasangan.versi + 1, at
    pasangan.save(update_fields=["status", "batas", "versi", "diubah_pada"])


def withdraw_choice(*, pasangan_id: int, actor: Any, at: datetime) -> Pasangan:
    """The mentee takes the choice back before the mentor has answered; twice is once."""
    with transaction.atomic():
        pasangan = _held_pair(pasangan_id, mentee=actor.pegawai_id)
        if pasangan.status == S.DILEPAS:
            return pasangan
        if pasangan.status not in (S.DIPILIH_MENTEE, S.DIUSULKAN):
            raise stale()
        _move(pasangan, S.DILEPAS, at)
        _trail(actor, "tarik_pilihan_mentor", pasangan)
        mark_changed(pasangan.mentee.instansi_id)
    arrange_if_small(instansi_id=pasangan.mentee.instansi_id, at=at)
    return pasangan


def accept_mentee(*, pasangan_id: int, versi: int, actor: Any, at: datetime) -> Pasangan:
    """*Terima*: the second yes. Bentrok when it moved since it was shown; twice is once."""
    with transaction.atomic():
        pasangan = _held_pair(pasangan_id, mentor=actor.pegawai_id)
        if pasangan.status == S.BERJALAN:
            return pasangan
        _expect(pasangan, versi)
        require_outside_line(pasangan.mentee, pasangan.mentor_pegawai)
        pasangan.dijawab_pada, pasangan.mulai = at, day_of(pasangan.mentee, at)
        pasangan.save(update_fields=["dijawab_pada", "mulai"])
        _move(pasangan, S.BERJALAN, at)
        milik = PermintaanMentor.objects.filter(pasangan=pasangan)
        milik.update(status=StatusPermintaan.TERJAWAB, diubah_pada=at)
        _trail(actor, "terima_mentee", pasangan)
        mark_changed(pasangan.mentee.instansi_id)
    arrange_if_small(instansi_id=pasangan.mentee.instansi_id, at=at)
    return pasangan


def decline_mentee(
    *, pasangan_id: int, versi: int, alasan: AlasanBelum, actor: Any, at: datetime
) -> Pasangan:
    """*Belum dapat menerima*, with a reason of the list; the place is free and the mentee waits on."""
    with transaction.atomic():
        pasangan = _held_pair(pasangan_id, mentor=actor.pegawai_id)
        if pasangan.status == S.BELUM_DITERIMA:
            return pasangan
        _expect(pasangan, versi)
        pasangan.dijawab_pada, pasangan.alasan_belum = at, alasan
        pasangan.save(update_fields=["dijawab_pada", "alasan_belum"])
        _move(pasangan, S.BELUM_DITERIMA, at)
        _trail(actor, "belum_terima_mentee", pasangan)
        mark_changed(pasangan.mentee.instansi_id)
    arrange_if_small(instansi_id=pasangan.mentee.instansi_id, at=at)
    return pasangan


def _expect(pasangan: Pasangan, versi: int) -> None:
    if pasangan.status != S.DIPILIH_MENTEE or pasangan.versi != versi:
        raise stale()


def _held_pair(pasangan_id: int, *, mentee: int | None = None, mentor: int | None = None) -> Pasangan:
    """A pair of the asker, held after its wait. TidakDitemukan for anybody else, HR too."""
    milik = Pasangan.objects.filter(pk=pasangan_id)
    milik = milik.filter(mentee=mentee or 0) if mentor is None else milik.filter(mentor_pegawai=mentor)
    terbaca: Pasangan | None = milik.first()
    if terbaca is None:
        raise TidakDitemukan("pasangan_tidak_ada", "Pasangan mentoring itu tidak ditemukan.")
    if terbaca.permintaan_id is not None:
        hold_wait(terbaca.permintaan_id)
    semua = Pasangan.objects.select_for_update(of=("self",), no_key=True)
    terkunci: Pasangan = semua.select_related("mentee__instansi", "mentee__unit", "mentor_pegawai").get(
        pk=pasangan_id
    )
    return terkunci


def _trail(actor: Any, tindakan: str, pasangan: Pasangan) -> None:
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pasangan_mentoring",
        subjek_id=pasangan.pk,
        kanal=PORTAL,
    )
