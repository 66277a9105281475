"""*Cari mentor*: somebody waits for a mentor in one competency, by their own wish."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db import transaction

from asn_karier.lib.errors import DomainError, TidakBoleh
from mentoring.enums import AsalPermintaan, StatusPasangan, StatusPermintaan
from mentoring.models import Pasangan, PermintaanMentor
from mentoring.services.bahan import Kunci, key_of
from mentoring.services.papan import mark_changed
from mentoring.services.program import fitting_program, open_programs
from mentoring.services.saran import arrange_if_small
from mentoring.services.tempat import hold_wait
from pegawai.models import Pegawai
from pegawai.services.kompetensi_baca import levels_of, posts_of, required_of
from pegawai.services.profil import day_of

#: The highest level there is.
TERTINGGI: Final = 5


class Pilihan(NamedTuple):
    """A competency in which somebody may look for a mentor. `diminta`: the level that the post asks for."""

    kunci: Kunci
    nama: str
    level: int | None
    diminta: int

    @property
    def kurang(self) -> bool:
        return self.level is not None and self.level < self.diminta

    @property
    def wajib(self) -> int:
        """What a mentor has to reach: the post's level, or a step beyond what one has (KEPUTUSAN)."""
        return max(self.diminta, min((self.level or 0) + 1, TERTINGGI))


def choices_of_person(pegawai: Pegawai, *, per: date) -> list[Pilihan]:
    """What the post asks for and one does not hold to the highest level; what is short first."""
    jabatan = posts_of([pegawai.pk], per=per).get(pegawai.pk)
    if jabatan is None:
        return []
    punya = levels_of([pegawai.pk], per=per)[pegawai.pk]
    semua = [
        Pilihan(d.kunci, d.nama, punya[d.kunci].level if d.kunci in punya else None, d.level)
        for d in required_of(jabatan, instansi_id=pegawai.instansi_id, per=per)
    ]
    dapat = [p for p in semua if p.level != TERTINGGI]
    return sorted(dapat, key=lambda p: (not p.kurang, p.level is not None))


def ask_for_mentor(*, pegawai: Pegawai, kunci: Kunci, actor: Any, at: datetime) -> PermintaanMentor:
    """*Cari mentor*: wait for a mentor in one competency. The same one again changes nothing.

    Another competency takes the place of the one that waited, as long as no mentor was chosen.
    """
    _ensure_own(pegawai, actor)
    pilihan = {p.kunci: p for p in choices_of_person(pegawai, per=day_of(pegawai, at))}
    if kunci not in pilihan:
        raise DomainError("kompetensi_tidak_dikenal", "Pilih satu kompetensi dari daftar.")
    with transaction.atomic():
        Pegawai.objects.select_for_update(of=("self",), no_key=True).get(pk=pegawai.pk)
        ada = _held_wait(pegawai)
        if ada is not None and key_of(ada) == kunci:
            return ada
        _require_alone(pegawai)
        if ada is not None:
            _close(ada, at)
        permintaan = _write(pegawai, pilihan[kunci], actor, at)
        mark_changed(pegawai.instansi_id)
    arrange_if_small(instansi_id=pegawai.instansi_id, at=at)
    return permintaan


def _held_wait(pegawai: Pegawai) -> PermintaanMentor | None:
    """Their wait, held: what a mentor answers meanwhile is seen."""
    ada = PermintaanMentor.objects.menunggu().filter(pegawai=pegawai).values_list("pk", flat=True).first()
    terkunci = hold_wait(ada) if ada is not None else None
    return terkunci if terkunci and terkunci.status == StatusPermintaan.MENUNGGU else None


def _require_alone(pegawai: Pegawai) -> None:
    if Pasangan.objects.memegang_tempat().filter(mentee=pegawai).exists():
        raise DomainError(
            "sudah_bermentor",
            "Anda sudah mempunyai mentor, atau pilihan Anda menunggu jawaban.",
            tindakan="Lihat halaman Mentor.",
        )


def _write(pegawai: Pegawai, p: Pilihan, actor: Any, at: datetime) -> PermintaanMentor:
    kompetensi, teknis = p.kunci
    hari = day_of(pegawai, at)
    permintaan: PermintaanMentor = PermintaanMentor.objects.create(
        pegawai=pegawai,
        kompetensi=kompetensi,
        teknis_id=teknis,
        asal=AsalPermintaan.DIRI,
        program=fitting_program(open_programs(pegawai.instansi_id, hari), pegawai, p.kunci),
        level_sekarang=p.level,
        level_wajib=p.wajib,
        oleh=actor,
        dicatat_pada=at,
        diubah_pada=at,
    )
    return permintaan


def stop_waiting(*, pegawai: Pegawai, actor: Any, at: datetime) -> None:
    """Take the wait back; what is not there is taken back just as well. A running pair stays."""
    _ensure_own(pegawai, actor)
    with transaction.atomic():
        Pegawai.objects.select_for_update(of=("self",), no_key=True).get(pk=pegawai.pk)
        ada = _held_wait(pegawai)
        if ada is None:
            return
        _close(ada, at)
        lepas = Pasangan.objects.filter(
            permintaan=ada, status__in=(StatusPasangan.DIUSULKAN, StatusPasangan.DIPILIH_MENTEE)
        )
        lepas.update(status=StatusPasangan.DILEPAS, batas=None, diubah_pada=at)
        mark_changed(pegawai.instansi_id)
    arrange_if_small(instansi_id=pegawai.instansi_id, at=at)


def _close(permintaan: PermintaanMentor, at: datetime) -> None:
    permintaan.status, permintaan.diubah_pada = StatusPermintaan.DITARIK, at
    permintaan.save(update_fields=["status", "diubah_pada"])
    permintaan.saran.all().delete()


def _ensure_own(pegawai: Pegawai, actor: Any) -> None:
    if actor.pegawai_id is None or actor.pegawai_id != pegawai.pk:
        raise TidakBoleh("bukan_diri", "Mentor dicari oleh pegawainya sendiri.")
