"""What HR sends: an invitation to both sides of a suggested pair, an invitation to become a mentor.

Neither makes a pair or a mentor. A place is kept for the mentee until they have chosen or the days are over.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from mentoring.enums import StatusMentor, StatusPasangan, StatusPermintaan
from mentoring.models import KeahlianMentor, Pasangan, PermintaanMentor, ProfilMentor, SaranPasangan
from mentoring.services.calon_mentor import CalonSenior, senior_candidates
from mentoring.services.papan import mark_changed
from mentoring.services.pilihan import require_outside_line
from mentoring.services.saran import arrange_if_small
from mentoring.services.tempat import MASA_UNDANGAN, hold_mentor, hold_wait, require_place, stale
from pegawai.models import Instansi

MEJA = "admin"


class Dilewati(NamedTuple):
    """Who was left out of an act about many, and why."""

    nama: str
    sebab: str


class HasilUndangan(NamedTuple):
    jadi: int
    dilewati: list[Dilewati]


def invite_pairs(
    *, instansi: Instansi, permintaan_ids: Iterable[int], actor: Any, at: datetime
) -> HasilUndangan:
    """*Kirim undangan ke kedua pihak*: keep the first suggested place for each; who is left out is named.

    One transaction per pair, so that no mentor is held for long. Whoever was invited already stays so.
    """
    require_kept(instansi, actor)
    jadi, dilewati = 0, []
    milik = PermintaanMentor.objects.menunggu().filter(pegawai__instansi=instansi)
    ids = milik.filter(pk__in=list(permintaan_ids)).order_by("dicatat_pada", "pk")
    for pk, nama in ids.values_list("pk", "pegawai__nama"):
        try:
            jadi += invite_pair(permintaan_id=pk, actor=actor, at=at)
        except DomainError as salah:
            dilewati.append(Dilewati(nama, salah.pesan))
    if jadi:
        arrange_if_small(instansi_id=instansi.pk, at=at)
    return HasilUndangan(jadi, dilewati)


@transaction.atomic
def invite_pair(*, permintaan_id: int, actor: Any, at: datetime, profil_id: int | None = None) -> int:
    """Keep a place with the first suggested mentor, or with `profil_id`, whose fitness the caller has shown.

    0 for a mentee who has a place already. No rule of places, of the line of command or about oneself is
    left out for anybody.
    """
    permintaan = hold_wait(permintaan_id)
    if Pasangan.objects.memegang_tempat().filter(mentee=permintaan.pegawai_id).exists():
        return 0
    if permintaan.status != StatusPermintaan.MENUNGGU:
        raise stale()
    profil = hold_mentor(profil_id or _first_suggested(permintaan))
    _not_about_self(permintaan, profil, actor)
    require_place(profil)
    require_outside_line(permintaan.pegawai, profil.pegawai)
    pasangan = Pasangan.objects.create(
        mentor=profil,
        mentor_pegawai=profil.pegawai,
        mentee=permintaan.pegawai,
        permintaan=permintaan,
        program_id=permintaan.program_id,
        kompetensi=permintaan.kompetensi,
        teknis_id=permintaan.teknis_id,
        status=StatusPasangan.DIUSULKAN,
        batas=at + MASA_UNDANGAN,
        diubah_pada=at,
    )
    berdua = [permintaan.pegawai_id, profil.pegawai_id]
    catat_baca(
        pengguna=actor, pegawai_ids=berdua, kanal=MEJA, tindakan="undang_mentoring",
        rincian={"pasangan": pasangan.pk},
    )  # fmt: skip
    mark_changed(permintaan.pegawai.instansi_id)
    return 1


def _first_suggested(permintaan: PermintaanMentor) -> int:
    saran = SaranPasangan.objects.filter(permintaan=permintaan, urutan=1).first()
    if saran is None:
        raise DomainError("tanpa_saran", "Belum ada tempat pada mentor yang sesuai.")
    return int(saran.mentor_id)


def _not_about_self(permintaan: PermintaanMentor, profil: ProfilMentor, actor: Any) -> None:
    if actor.pegawai_id is not None and actor.pegawai_id in (permintaan.pegawai_id, profil.pegawai_id):
        raise DomainError("pasangan_sendiri", "Undangan yang menyangkut Anda dikirim rekan Anda.")


@transaction.atomic
def invite_seniors(
    *, instansi: Instansi, pegawai_ids: Iterable[int], actor: Any, at: datetime
) -> HasilUndangan:
    """Ask seniors who fulfil the criteria to become mentors; the profile opens by their own yes only."""
    require_kept(instansi, actor)
    # Of two officers the second waits here, and finds whom the first has invited.
    Instansi.objects.select_for_update(of=("self",), no_key=True).get(pk=instansi.pk)
    calon = {c.pegawai_id: c for c in senior_candidates(instansi, at=at)}
    jadi, dilewati = [], []
    for pk in dict.fromkeys(pegawai_ids):
        if pk == actor.pegawai_id:
            dilewati.append(Dilewati("Anda sendiri", "Tawarkan diri Anda dari halaman Mentor."))
        elif pk in calon:
            jadi.append(calon[pk])
    baru = [_invited(c, actor, at) for c in jadi]
    KeahlianMentor.objects.bulk_create(
        KeahlianMentor(profil=profil, kompetensi=k, teknis_id=t, level=level)
        for profil, c in zip(baru, jadi, strict=True)
        for (k, t), level in c.keahlian
    )
    catat_baca(pengguna=actor, pegawai_ids=[c.pegawai_id for c in jadi], kanal=MEJA, tindakan="undang_mentor")
    return HasilUndangan(len(jadi), dilewati)


def _invited(calon: CalonSenior, actor: Any, at: datetime) -> ProfilMentor:
    profil: ProfilMentor = ProfilMentor.objects.create(
        pegawai_id=calon.pegawai_id,
        status=StatusMentor.DIUNDANG,
        diundang_oleh=actor,
        diundang_pada=at,
        diubah_pada=at,
    )
    return profil


def require_kept(instansi: Instansi, actor: Any) -> None:
    """TidakDitemukan outside the instansi that `actor` keeps."""
    if not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi ini tidak ditemukan.")
