"""Assignments as people read them: what fits me and why, what I take part in, who waits for my word."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, F, Q, QuerySet

from asn_karier.lib import kata
from karier.enums import StatusPenugasan, StatusPesertaPenugasan
from karier.kamus import LABEL
from karier.models import MinatDibagikan, Penugasan, PesertaPenugasan
from karier.rules.penugasan import Cocok, Tawaran, cocokkan
from karier.services.keadaan import read_outcomes
from karier.services.pencocokan import all_gaps
from karier.services.sasaran_jabatan import needs_for_post
from pegawai.models import Pegawai
from pelatihan.rules.pilihan import Kebutuhan

S = StatusPesertaPenugasan
#: So many shared interests are looked at: a page must not grow with a list.
_MINAT: int = 3
_KELAS = {
    S.MENUNGGU: "jalan",
    S.BERJALAN: "ok",
    S.TIDAK_DILEPAS: "perlu",
    S.SELESAI: "ok",
}


class SaranPenugasan(NamedTuple):
    """An assignment that builds what somebody lacks; `alasan`: half a sentence that says what."""

    penugasan: Penugasan
    alasan: str


class BarisPeserta(NamedTuple):
    """Somebody in an assignment, with the mark of where it stands."""

    peserta: PesertaPenugasan
    tanda: str
    kelas: str
    waktu: str


def open_assignments(instansi_id: int, hari: date) -> QuerySet[Penugasan]:
    """What a government offers and still waits for; two queries when read."""
    semua: QuerySet[Penugasan] = (
        Penugasan.objects.filter(
            instansi=instansi_id, status=StatusPenugasan.DIBUKA, bersedia_sampai__gte=hari
        )
        .select_related("unit")
        .prefetch_related("kompetensi__teknis")
    )
    return semua.order_by("bersedia_sampai", "pk")


def assignments_for(*, pegawai: Pegawai, kebutuhan: Sequence[Kebutuhan], hari: date) -> list[SaranPenugasan]:
    """Open assignments with a place that build some of `kebutuhan`, the most useful first. Two queries.

    For plans too: the answer hangs on the person's gaps alone.
    """
    if not kebutuhan:
        return []
    terbuka = {p.pk: p for p in open_assignments(pegawai.instansi_id, hari).filter(terisi__lt=F("tempat"))}
    cocok = cocokkan([_offer(p) for p in terbuka.values()], kebutuhan)
    return [SaranPenugasan(terbuka[c.kunci], _reason(c)) for c in cocok]


def own_matches(*, saya: Pegawai, hari: date) -> list[SaranPenugasan]:
    """What fits my gaps, and what builds competencies of posts whose interest I share."""
    keadaan = read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=hari)[saya.pk]
    celah = [] if keadaan.gagal else [c.kebutuhan for c in all_gaps(keadaan)]
    return assignments_for(pegawai=saya, kebutuhan=[*celah, *_shared_needs(saya, hari)], hari=hari)


def _shared_needs(saya: Pegawai, hari: date) -> list[Kebutuhan]:
    """Of shared interests alone: a private one is in no reason, not even in one that only I read."""
    minat = MinatDibagikan.objects.filter(pegawai=saya).select_related("jabatan__standar")[:_MINAT]
    return [
        k._replace(nama=f"{k.nama} untuk {m.jabatan.nama}")
        for m in minat
        for k in needs_for_post(pegawai=saya, jabatan=m.jabatan, per=hari)
    ]


def _offer(p: Penugasan) -> Tawaran:
    return Tawaran(p.pk, {k.kompetensi or k.teknis_id or "": k.level for k in p.kompetensi.all()}, p.mulai)


def _reason(c: Cocok) -> str:
    return f"Membangun {kata.daftar([f'{nama} sampai level {level}' for nama, level in c.celah])}."


def seen_assignment(pk: int, instansi_id: int) -> Penugasan | None:
    """One assignment of my own government, whatever became of it."""
    semua = Penugasan.objects.select_related("unit", "penawar", "instansi").prefetch_related(
        "kompetensi__teknis"
    )
    p: Penugasan | None = semua.filter(pk=pk, instansi=instansi_id).first()
    return p


def own_row(penugasan: Penugasan, saya: Pegawai) -> PesertaPenugasan | None:
    peserta: PesertaPenugasan | None = PesertaPenugasan.objects.filter(
        penugasan=penugasan, pegawai=saya
    ).first()
    return peserta


def own_assignments(saya: Pegawai, hari: date) -> list[BarisPeserta]:
    """Everything I said yes to, newest first; the finished ones are my evidence. One query."""
    semua = PesertaPenugasan.objects.filter(pegawai=saya).select_related("penugasan__unit")
    return [row_of(p, hari) for p in semua.order_by("-penugasan__mulai", "pk")]


def row_of(p: PesertaPenugasan, hari: date | None = None) -> BarisPeserta:
    """`hari`: today, so that what has not begun is not said to run."""
    status, mulai = S(p.status), p.penugasan.mulai
    nanti = hari is not None and status is S.BERJALAN and hari < mulai
    tanda = f"Mulai {kata.tanggal(mulai)}" if nanti else LABEL[S][status]
    return BarisPeserta(p, tanda, _KELAS.get(status, "netral"), p.penugasan.waktu)


def waiting_for_release(pengguna: Any) -> QuerySet[PesertaPenugasan]:
    """Whoever of my team said yes and waits for mine."""
    tim = Pegawai.objects.dinilai_oleh(pengguna).exclude(pk=pengguna.pegawai_id)
    semua: QuerySet[PesertaPenugasan] = PesertaPenugasan.objects.filter(
        pegawai__in=tim, status=S.MENUNGGU, penugasan__status=StatusPenugasan.DIBUKA
    )
    return semua.select_related("pegawai", "penugasan__unit").order_by("bersedia_pada", "pk")


def offered_assignments(saya: Pegawai) -> QuerySet[Penugasan]:
    """What I offer myself, with how many wait."""
    semua: QuerySet[Penugasan] = Penugasan.objects.filter(penawar=saya).select_related("unit")
    return semua.annotate(menunggu=Count("peserta", filter=Q(peserta__status=S.MENUNGGU))).order_by("-pk")


def participants(penugasan: Penugasan, status: Collection[StatusPesertaPenugasan]) -> list[BarisPeserta]:
    """Who is inside, by name; callers have checked that the reader may see them. One query."""
    semua = penugasan.peserta.filter(status__in=status).select_related("pegawai__atasan", "penugasan")
    return [row_of(p) for p in semua.order_by("pegawai__nama", "pk")]


def finished_evidence(pegawai_ids: Collection[int]) -> dict[int, list[PesertaPenugasan]]:
    """Finished assignments of people with their result and effect: evidence for other pages. One query."""
    hasil: dict[int, list[PesertaPenugasan]] = {pk: [] for pk in pegawai_ids}
    semua = PesertaPenugasan.objects.filter(pegawai__in=pegawai_ids, status=S.SELESAI)
    for p in semua.select_related("penugasan__unit").order_by("-penugasan__selesai", "pk"):
        hasil[p.pegawai_id].append(p)
    return hasil
