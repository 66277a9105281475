"""Papers of a pair that prove themselves: the mark that mentoring lives, and the letter for a mentor.

They are made from meetings that both have confirmed, so nobody has to sign them by hand: the signature is the
one of the system, and the public page of certificates checks it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db import transaction

from asn_karier.lib import kata
from asn_karier.lib.errors import DomainError, TidakDitemukan
from mentoring.enums import JenisSurat, Peran
from mentoring.models import Pasangan, Pertemuan, SuratMentoring
from mentoring.services.berdua import hold_pair, role_of, today_of
from pegawai.services.surat_bertanda import SuratTercatat, sign_paper


class Isi(NamedTuple):
    """What the confirmed meetings come to."""

    pertemuan: int
    menit: int
    jp: int


def sum_up(pasangan: Pasangan) -> Isi:
    """Confirmed meetings, their minutes, and the JP that the mentee was credited; one query."""
    semua = list(Pertemuan.objects.terjadi().filter(pasangan=pasangan).values_list("menit", "jp"))
    return Isi(len(semua), sum(m or 0 for m, _ in semua), sum(jp or 0 for _, jp in semua))


@transaction.atomic
def issue_paper(*, pasangan_id: int, jenis: JenisSurat, actor: Any, at: datetime) -> SuratMentoring:
    """A paper for one of the two about what is confirmed by now; asked again on that day: the same one.

    The letter of thanks is for the mentor alone. DomainError before the first confirmed meeting.
    """
    pasangan = hold_pair(pasangan_id=pasangan_id, pengguna=actor)
    peran = role_of(pasangan, actor.pegawai_id)
    if jenis is JenisSurat.KETERANGAN and peran is not Peran.MENTOR:
        raise DomainError("surat_mentor", "Surat keterangan ini untuk mentor.")
    isi = sum_up(pasangan)
    if not isi.pertemuan:
        raise DomainError(
            "surat_kosong",
            "Belum ada pertemuan yang dikonfirmasi keduanya.",
            tindakan="Catat pertemuan, lalu minta pasangan Anda mengonfirmasinya.",
        )
    jp = isi.jp if peran is Peran.MENTEE else 0
    sampai = pasangan.selesai or today_of(pasangan, at)
    sama = SuratMentoring.objects.filter(
        pasangan=pasangan,
        pegawai=actor.pegawai_id,
        jenis=jenis,
        sampai=sampai,
        pertemuan=isi.pertemuan,
        jp=jp,
    )
    return sama.first() or _sign(pasangan, jenis, isi._replace(jp=jp), sampai, actor, at)


def own_paper(*, pengguna: Any, nomor: str) -> SuratMentoring:
    """One's own paper by its number; TidakDitemukan for everybody else's."""
    semua = SuratMentoring.objects.filter(pegawai=pengguna.pegawai_id, nomor=nomor)
    surat: SuratMentoring | None = semua.select_related(
        "pegawai__instansi", "pasangan__mentee", "pasangan__mentor_pegawai"
    ).first()
    if surat is None or pengguna.pegawai_id is None:
        raise TidakDitemukan("surat_tidak_ditemukan", "Surat itu tidak ditemukan.")
    return surat


def find_mentoring_paper(nomor: str) -> SuratTercatat | None:
    """For the register of papers, which the public page asks."""
    s = SuratMentoring.objects.filter(nomor=nomor).values_list("muatan", "tanda_tangan").first()
    return SuratTercatat(*s) if s else None


def _sign(
    pasangan: Pasangan, jenis: JenisSurat, isi: Isi, sampai: date, actor: Any, at: datetime
) -> SuratMentoring:
    pegawai = (
        pasangan.mentee if role_of(pasangan, actor.pegawai_id) is Peran.MENTEE else (pasangan.mentor_pegawai)
    )
    mulai = pasangan.mulai or sampai
    surat = sign_paper(
        nama=pegawai.nama,
        judul=_title(pasangan, jenis, isi, mulai, sampai),
        jp=isi.jp,
        tanggal=at.astimezone(ZoneInfo(pegawai.instansi.zona_waktu)).date(),
        penerbit=pegawai.instansi.nama,
    )
    return SuratMentoring.objects.create(
        **surat._asdict(),
        pasangan=pasangan,
        pegawai=pegawai,
        jenis=jenis,
        mulai=mulai,
        sampai=sampai,
        pertemuan=isi.pertemuan,
        menit=isi.menit,
        jp=isi.jp,
        diterbitkan_pada=at,
    )


def _title(pasangan: Pasangan, jenis: JenisSurat, isi: Isi, mulai: date, sampai: date) -> str:
    """What anybody reads who checks it: no name of the other of the two."""
    sebagai = "mentor" if jenis is JenisSurat.KETERANGAN else "mentoring"
    return (
        f"{SuratMentoring(jenis=jenis).get_jenis_display()}: {sebagai} "
        f"{pasangan.nama_kompetensi}, {isi.pertemuan} pertemuan, {kata.rentang(mulai, sampai)}"
    )
