"""A pair that another part has thought of: the mentee waits, the senior is asked, a fit place is kept.

Neither a pair nor a mentor comes of it: the mentee chooses, the mentor answers, and both read what everybody
reads who is invited. Nothing here knows why the two were thought of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db import transaction

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError
from mentoring.enums import AsalPermintaan, StatusMentor
from mentoring.kamus.usulan import SUDAH_BERMENTOR, TUNGGU_LAIN, sentence_of_senior, why_not
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor, ProgramMentoring
from mentoring.rules.syarat_mentor import KODE, Penolakan, refusals
from mentoring.services.bahan import Kunci, gather, key_of
from mentoring.services.menunggu import Celah, gap_row
from mentoring.services.papan import mark_changed
from mentoring.services.permintaan import Pilihan, choices_of_person
from mentoring.services.program import fitting_program, open_programs
from mentoring.services.saran import arrange_if_small
from mentoring.services.undangan import MEJA, invite_pair, invite_seniors, require_kept
from pegawai.models import Instansi, Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.services.kompetensi_baca import levels_of
from pegawai.services.profil import day_in

_PENOLAKAN: Final = {n: p for p, n in KODE.items()}


class UsulanPasangan(NamedTuple):
    """`senior` could guide `mentee` in one competency; both by key."""

    senior: int
    mentee: int
    kunci: Kunci


class HasilUsulan(NamedTuple):
    """What became of one. `berubah` False: all was so already, or it could not be."""

    usulan: UsulanPasangan
    berubah: bool
    kalimat: str


class _Tunggu(NamedTuple):
    permintaan: PermintaanMentor
    baru: bool


def propose_pairs(
    *, instansi: Instansi, usulan: Iterable[UsulanPasangan], actor: Any, at: datetime
) -> list[HasilUsulan]:
    """In the order given. A second press changes nothing; one transaction per step, so nobody waits long.

    Whoever is left out is named with why: the officer themself, somebody who is not on duty here, a mentee
    who waits for another competency or has a mentor.
    """
    require_kept(instansi, actor)
    semua = list(dict.fromkeys(usulan))
    orang = _people(semua, instansi, actor)
    program = open_programs(instansi.pk, day_in(instansi, at))
    tunggu = {u: _try_wait(u, orang, program, actor, at) for u in semua}
    jadi = {u: t for u, t in tunggu.items() if isinstance(t, _Tunggu)}
    diundang = _invite_new_seniors(instansi, jadi, actor, at)
    tempat = _keep_places(instansi, jadi, actor, at)
    hasil = [
        _told(u, t, u.senior in diundang, tempat[u]) if isinstance(t, _Tunggu) else HasilUsulan(u, False, t)
        for u, t in tunggu.items()
    ]
    if any(h.berubah for h in hasil):
        arrange_if_small(instansi_id=instansi.pk, at=at)
    return hasil


def _people(semua: Collection[UsulanPasangan], instansi: Instansi, actor: Any) -> dict[int, Pegawai]:
    ids = {pk for u in semua for pk in (u.senior, u.mentee)}
    orang = Pegawai.objects.dikelola(actor).filter(
        pk__in=ids, instansi=instansi, kedudukan_hukum__in=BERTUGAS
    )
    return {p.pk: p for p in orang.select_related("unit", "instansi")}


def _try_wait(
    u: UsulanPasangan,
    orang: Mapping[int, Pegawai],
    program: list[ProgramMentoring],
    actor: Any,
    at: datetime,
) -> _Tunggu | str:
    """The wait of the mentee in this competency, or why there is none."""
    if actor.pegawai_id is not None and actor.pegawai_id in (u.senior, u.mentee):
        return "Usulan yang menyangkut Anda dikirim rekan Anda."
    if u.senior not in orang or u.mentee not in orang:
        return "Tidak ditemukan di instansi ini, atau tidak bertugas."
    try:
        return _wait(u, orang[u.mentee], program, actor, at)
    except DomainError as salah:
        return salah.pesan


@transaction.atomic
def _wait(
    u: UsulanPasangan, mentee: Pegawai, program: list[ProgramMentoring], actor: Any, at: datetime
) -> _Tunggu:
    Pegawai.objects.select_for_update(of=("self",), no_key=True).get(pk=mentee.pk)
    if Pasangan.objects.memegang_tempat().filter(mentee=mentee).exists():
        raise DomainError("sudah_bermentor", SUDAH_BERMENTOR)
    milik = PermintaanMentor.objects.menunggu().filter(pegawai=mentee)
    ada, baru = milik.first(), False
    if ada is None:
        satu = _row(u, mentee, program, actor, at)
        # Who puts them into a programme meanwhile does not hold the person.
        PermintaanMentor.objects.bulk_create([satu], ignore_conflicts=True)
        ada, baru = milik.get(), True
        mark_changed(mentee.instansi_id)
        catat_baca(pengguna=actor, pegawai_ids=[mentee.pk], kanal=MEJA, tindakan="usulkan_mentoring")
    if key_of(ada) != u.kunci:
        raise DomainError("menunggu_lain", TUNGGU_LAIN)
    return _Tunggu(ada, baru)


def _row(
    u: UsulanPasangan, mentee: Pegawai, program: list[ProgramMentoring], actor: Any, at: datetime
) -> PermintaanMentor:
    """What the post asks for, or a step beyond what they have where it asks for nothing."""
    per = day_in(mentee.instansi, at)
    pilihan = {p.kunci: p for p in choices_of_person(mentee, per=per)}.get(u.kunci)
    if pilihan is None:
        kini = levels_of([mentee.pk], per=per)[mentee.pk].get(u.kunci)
        pilihan = Pilihan(u.kunci, "", kini.level if kini else None, 0)
    celah = Celah(u.kunci, pilihan.level or 0, pilihan.wajib)
    return gap_row(mentee, celah, fitting_program(program, mentee, u.kunci), AsalPermintaan.USULAN, actor, at)


def _invite_new_seniors(
    instansi: Instansi, semua: Iterable[UsulanPasangan], actor: Any, at: datetime
) -> set[int]:
    """Who was asked to become a mentor just now; who has a profile was asked before."""
    ids = {u.senior for u in semua}
    asing = ids - set(ProfilMentor.objects.filter(pegawai__in=ids).values_list("pegawai_id", flat=True))
    if not asing:
        return set()
    invite_seniors(instansi=instansi, pegawai_ids=sorted(asing), actor=actor, at=at)
    return set(ProfilMentor.objects.filter(pegawai__in=asing).values_list("pegawai_id", flat=True))


def _keep_places(
    instansi: Instansi, jadi: Mapping[UsulanPasangan, _Tunggu], actor: Any, at: datetime
) -> dict[UsulanPasangan, str | None]:
    """None where the place is kept, else why not."""
    profil = {p.pegawai_id: p for p in ProfilMentor.objects.filter(pegawai__in={u.senior for u in jadi})}
    alasan = _refusals([t.permintaan for t in jadi.values()], instansi, day_in(instansi, at))
    return {u: _keep(t.permintaan, profil.get(u.senior), alasan, actor, at) for u, t in jadi.items()}


def _refusals(
    permintaan: list[PermintaanMentor], instansi: Instansi, per: date
) -> dict[tuple[int, int], Penolakan | None]:
    """(wait, open mentor) -> what stands in the way, by the very rules of suggestions."""
    satu_satu = list({p.pk: p for p in permintaan}.values())
    bahan = gather(satu_satu, instansi.pk, per=per)
    kode = refusals(bahan.mentee, bahan.mentor, bahan.pertemuan).tolist()
    return {
        (p.pk, m.pk): _PENOLAKAN.get(kode[i][j])
        for i, p in enumerate(bahan.permintaan)
        for j, m in enumerate(bahan.profil)
    }


def _keep(
    permintaan: PermintaanMentor,
    profil: ProfilMentor | None,
    alasan: Mapping[tuple[int, int], Penolakan | None],
    actor: Any,
    at: datetime,
) -> str | None:
    if profil is None or (permintaan.pk, profil.pk) not in alasan:
        return sentence_of_senior(StatusMentor(profil.status) if profil else None)
    penolakan = alasan[permintaan.pk, profil.pk]
    if penolakan is not None:
        return why_not(penolakan)
    try:
        jadi = invite_pair(permintaan_id=permintaan.pk, profil_id=profil.pk, actor=actor, at=at)
    except DomainError as salah:
        return salah.pesan
    return None if jadi else SUDAH_BERMENTOR


def _told(u: UsulanPasangan, t: _Tunggu, diundang: bool, kendala: str | None) -> HasilUsulan:
    if kendala is None:
        return HasilUsulan(u, True, "Satu tempat disimpan; undangan dikirim kepada keduanya.")
    tunggu = "Kini menunggu mentor." if t.baru else "Sudah menunggu mentor."
    senior = "Undangan menjadi mentor dikirim." if diundang else kendala
    return HasilUsulan(u, t.baru or diundang, f"{tunggu} {senior}")
