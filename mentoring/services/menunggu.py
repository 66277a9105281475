"""Who of a government waits because of the last run, or because HR put them into a programme."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db import transaction

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import TidakDitemukan
from mentoring.enums import AsalPermintaan, StatusPermintaan
from mentoring.models import Pasangan, PermintaanMentor, ProgramMentoring
from mentoring.services.bahan import Kunci
from mentoring.services.papan import mark_changed
from mentoring.services.program import fitting_program, open_programs
from pegawai.models import Instansi, Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_in

#: Who took a wait back is not put among those who wait again by a run for so long (KEPUTUSAN).
DIHORMATI: Final = timedelta(days=180)


class Celah(NamedTuple):
    """What one person lacks most: the competency, the level on record and the one asked for."""

    kunci: Kunci
    punya: int
    wajib: int


#: (instansi, day) -> the gaps of everybody in the last run, the largest first.
PembacaCelah = Callable[[Instansi, date], Mapping[int, list[Celah]]]
_CELAH: Final[list[PembacaCelah]] = []


def daftarkan_celah(pembaca: PembacaCelah) -> None:
    """Who knows the gaps of the last run, in AppConfig.ready; one at a time."""
    _CELAH[:] = [pembaca]


@transaction.atomic
def wait_by_gap(*, instansi: Instansi, actor: Any, at: datetime) -> int:
    """Whoever is short in the last run and has nobody yet waits too; how many were added.

    Left out: the officer, who waits, has a mentor or is being answered, and who took a wait back lately.
    """
    if not Instansi.objects.dikelola(actor).filter(pk=instansi.pk).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi ini tidak ditemukan.")
    celah = read_gaps(instansi, at)
    program = open_programs(instansi.pk, day_in(instansi, at))
    luput = not_to_add(celah, at - DIHORMATI) | {actor.pegawai_id}
    bertugas = Pegawai.objects.filter(instansi=instansi, kedudukan_hukum__in=BERTUGAS)
    baru = [
        _by_gap(orang, celah[orang.pk], program, actor, at)
        for orang in bertugas.select_related("unit").order_by("pk")
        if orang.pk in celah and orang.pk not in luput
    ]
    PermintaanMentor.objects.bulk_create(baru, batch_size=1000, ignore_conflicts=True)
    if baru:
        mark_changed(instansi.pk)
        catat(
            pengguna=actor,
            tindakan="susun_menunggu_mentor",
            subjek_jenis="instansi",
            subjek_id=instansi.pk,
            kanal="admin",
            rincian={"orang": len(baru)},
        )
    return len(baru)


def read_gaps(instansi: Instansi, at: datetime) -> Mapping[int, list[Celah]]:
    return _CELAH[0](instansi, day_in(instansi, at)) if _CELAH else {}


def not_to_add(ids: Collection[int], sejak: datetime | None) -> set[int | None]:
    """Who waits, has a mentor or is being answered, or took a wait back after `sejak`."""
    milik = PermintaanMentor.objects.filter(pegawai__in=list(ids))
    ditarik = milik.filter(status=StatusPermintaan.DITARIK)
    ditarik = ditarik.filter(diubah_pada__gte=sejak) if sejak is not None else ditarik.none()
    berpasangan = Pasangan.objects.memegang_tempat().filter(mentee__in=list(ids))
    return {
        *milik.menunggu().values_list("pegawai", flat=True),
        *ditarik.values_list("pegawai", flat=True),
        *berpasangan.values_list("mentee", flat=True),
    }


def _by_gap(
    orang: Pegawai, celah: list[Celah], program: list[ProgramMentoring], actor: Any, at: datetime
) -> PermintaanMentor:
    """The gap that a programme is about, else the largest one."""
    cocok = [(c, p) for c in celah if (p := fitting_program(program, orang, c.kunci)) is not None]
    c, p = cocok[0] if cocok else (celah[0], None)
    return gap_row(orang, c, p, AsalPermintaan.CELAH, actor, at)


def gap_row(
    orang: Pegawai,
    c: Celah,
    program: ProgramMentoring | None,
    asal: AsalPermintaan,
    actor: Any,
    at: datetime,
) -> PermintaanMentor:
    """A wait for what one gap asks, not saved."""
    kompetensi, teknis = c.kunci
    return PermintaanMentor(
        pegawai=orang,
        kompetensi=kompetensi,
        teknis_id=teknis,
        asal=asal,
        program=program,
        level_sekarang=c.punya,
        level_wajib=c.wajib,
        oleh=actor,
        dicatat_pada=at,
        diubah_pada=at,
    )
