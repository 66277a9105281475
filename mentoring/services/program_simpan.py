"""HR makes a programme and puts people into it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from asn_karier.lib.audit import catat_baca
from asn_karier.lib.errors import DomainError, TidakDitemukan
from mentoring.enums import AsalPermintaan
from mentoring.models import PermintaanMentor, ProgramMentoring
from mentoring.services.menunggu import gap_row, not_to_add, read_gaps
from mentoring.services.papan import mark_changed
from mentoring.services.program import is_about, is_for
from mentoring.services.saran import arrange_if_small
from mentoring.services.undangan import Dilewati, HasilUndangan
from pegawai.models import Instansi, Pegawai
from pegawai.querysets import BERTUGAS
from pegawai.services.profil import day_in


def save_program(*, program: ProgramMentoring, actor: Any) -> ProgramMentoring:
    """TidakDitemukan outside the instansi that `actor` keeps (None is a command on the server)."""
    if actor is not None and not Instansi.objects.dikelola(actor).filter(pk=program.instansi_id).exists():
        raise TidakDitemukan("instansi_tidak_ditemukan", "Instansi ini tidak ditemukan.")
    program.diubah_pada = timezone.now()
    program.save()
    return program


def put_into_program(*, program_id: int, nip: Collection[str], actor: Any, at: datetime) -> HasilUndangan:
    """These people wait for a mentor in this programme; who is left out is named with why.

    The competency is the largest gap of the last run that the programme is about.
    """
    program = (
        ProgramMentoring.objects.dikelola(actor).filter(pk=program_id).select_related("instansi").first()
    )
    if program is None:
        raise TidakDitemukan("program_tidak_ada", "Program ini tidak ditemukan.")
    if not program.aktif or program.selesai < day_in(program.instansi, at):
        raise DomainError("program_ditutup", "Program ini sudah ditutup.", tindakan="Buka dahulu programnya.")
    orang = Pegawai.objects.dikelola(actor).filter(
        nip__in=list(nip), instansi=program.instansi, kedudukan_hukum__in=BERTUGAS
    )
    with transaction.atomic():
        jadi, dilewati = _sorted_out(program, list(orang.select_related("unit").order_by("pk")), actor, at)
        asing = len(set(nip)) - len(jadi) - len(dilewati)
        if asing > 0:
            dilewati.append(Dilewati(f"{asing} NIP", "Tidak ditemukan di instansi ini, atau tidak bertugas."))
        PermintaanMentor.objects.bulk_create(jadi, ignore_conflicts=True)
        if jadi:
            mark_changed(program.instansi_id)
            ids = [p.pegawai_id for p in jadi]
            catat_baca(pengguna=actor, pegawai_ids=ids, kanal="admin", tindakan="masukkan_program_mentoring")
    arrange_if_small(instansi_id=program.instansi_id, at=at)
    return HasilUndangan(len(jadi), dilewati)


def _sorted_out(
    program: ProgramMentoring, orang: list[Pegawai], actor: Any, at: datetime
) -> tuple[list[PermintaanMentor], list[Dilewati]]:
    celah = read_gaps(program.instansi, at)
    luput = not_to_add([o.pk for o in orang], None)
    jadi, dilewati = [], []
    for o in orang:
        cocok = [c for c in celah.get(o.pk, []) if is_about(program, c.kunci)]
        if o.pk == actor.pegawai_id:
            dilewati.append(Dilewati(o.nama_gelar, "Anda sendiri mencari mentor dari halaman Mentor."))
        elif o.pk in luput:
            dilewati.append(Dilewati(o.nama_gelar, "Sudah menunggu, atau sudah mempunyai mentor."))
        elif not is_for(program, o):
            dilewati.append(Dilewati(o.nama_gelar, f"Program ini untuk {program.get_untuk_display()}."))
        elif not cocok:
            dilewati.append(Dilewati(o.nama_gelar, "Tidak ada celah yang sesuai pada perhitungan terakhir."))
        else:
            jadi.append(gap_row(o, cocok[0], program, AsalPermintaan.PROGRAM, actor, at))
    return jadi, dilewati
