"""Programmes of a government: which run, for whom, about what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mentoring.enums import SasaranProgram
from mentoring.models import KompetensiProgram, ProgramMentoring
from mentoring.services.bahan import Kunci, key_of
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai


def open_programs(instansi_id: int, hari: date) -> list[ProgramMentoring]:
    """Those that run or begin, with their competencies; two queries."""
    semua = ProgramMentoring.objects.filter(instansi=instansi_id, aktif=True, selesai__gte=hari)
    return list(semua.prefetch_related("kompetensi").order_by("mulai", "pk"))


def fitting_program(
    program: Iterable[ProgramMentoring], pegawai: Pegawai, kunci: Kunci
) -> ProgramMentoring | None:
    """The first that is open for this person and about this competency."""
    return next((p for p in program if is_for(p, pegawai) and is_about(p, kunci)), None)


def is_for(program: ProgramMentoring, pegawai: Pegawai) -> bool:
    syarat = {
        SasaranProgram.SEMUA: True,
        SasaranProgram.PNS: pegawai.jenis == JenisPegawai.PNS,
        SasaranProgram.PPPK: pegawai.jenis == JenisPegawai.PPPK,
        SasaranProgram.TERPENCIL: pegawai.unit is not None and pegawai.unit.terpencil,
    }
    return syarat[SasaranProgram(program.untuk)]


def is_about(program: ProgramMentoring, kunci: Kunci) -> bool:
    semua: list[KompetensiProgram] = list(program.kompetensi.all())
    return not semua or kunci in {key_of(k) for k in semua}
