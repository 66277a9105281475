"""What fulfils an item by itself: certificates, JP, mentor pairs, assignments. Derived, never stored.

Other slices add what they know with `daftarkan_pemenuhan`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery

from asn_karier.lib import kata
from karier.enums import CaraBelajar, StatusPesertaPenugasan
from karier.models import ButirRencana, PesertaPenugasan
from mentoring.enums import StatusPasangan
from mentoring.models import Pasangan
from pegawai.enums import BentukPengembangan
from pegawai.models import PengembanganKompetensi
from pelatihan.models import Sertifikat


class Pemenuhan(NamedTuple):
    """What the records say about one item; `penuh`: it counts as done."""

    kalimat: str
    penuh: bool = False


#: (items of one person, the person) -> what is known about some of them, by key.
Sumber = Callable[[Sequence[ButirRencana], int], Mapping[int, Pemenuhan]]
_SUMBER: Final[dict[str, Sumber]] = {}


def daftarkan_pemenuhan(kode: str, sumber: Sumber) -> None:
    """What else fulfils items; registering a kind again replaces it."""
    _SUMBER[kode] = sumber


def evidence_of(butir: Sequence[ButirRencana], pegawai_id: int) -> dict[int, Pemenuhan]:
    """By item; what fulfils counts before what is only under way. A fixed number of queries."""
    hasil: dict[int, Pemenuhan] = {}
    for sumber in _SUMBER.values():
        for pk, satu in sumber(butir, pegawai_id).items():
            if pk not in hasil or (satu.penuh and not hasil[pk].penuh):
                hasil[pk] = satu
    return hasil


def _certificates(butir: Sequence[ButirRencana], pegawai_id: int) -> dict[int, Pemenuhan]:
    menurut = {b.pelatihan_id: b for b in butir if b.pelatihan_id}
    if not menurut:
        return {}
    semua = Sertifikat.objects.filter(
        pegawai=pegawai_id, dicabut_pada=None, pendaftaran__angkatan__pelatihan__in=list(menurut)
    )
    baris = semua.values_list("pendaftaran__angkatan__pelatihan", "nomor", "tanggal").order_by("pk")
    return {
        menurut[pk].pk: Pemenuhan(f"Sertifikat {nomor}, {kata.tanggal(tanggal)}.", penuh=True)
        for pk, nomor, tanggal in baris
        if tanggal >= date(menurut[pk].mulai.year, 1, 1)
    }


def _ledger(butir: Sequence[ButirRencana], pegawai_id: int) -> dict[int, Pemenuhan]:
    """Hours of the same form inside the days of the item; of a programme those under its name."""
    if not butir:
        return {}
    awal, akhir = min(b.mulai for b in butir), max(b.selesai for b in butir)
    baris = list(
        PengembanganKompetensi.objects.filter(
            pegawai=pegawai_id, tanggal_selesai__range=(awal, akhir)
        ).values_list("bentuk", "nama", "tanggal_selesai", "jp")
    )
    hasil = {}
    for b in butir:
        jam = sum(jp for bentuk, nama, hari, jp in baris if _about(b, bentuk, nama, hari))
        if jam:
            hasil[b.pk] = Pemenuhan(f"Tercatat {jam} dari {b.jp} JP di Catatan JP.", penuh=jam >= b.jp)
    return hasil


def _about(b: ButirRencana, bentuk: int, nama: str, hari: date) -> bool:
    if not b.mulai <= hari <= b.selesai:
        return False
    if b.pelatihan is not None:
        return nama.casefold() == b.pelatihan.nama.casefold()
    return bentuk == b.bentuk


def _pairs(butir: Sequence[ButirRencana], pegawai_id: int) -> dict[int, Pemenuhan]:
    bimbingan = [b for b in butir if b.bentuk == BentukPengembangan.MENTORING and b.celah_kunci]
    if not bimbingan:
        return {}
    semua = Pasangan.objects.filter(
        mentee=pegawai_id, status__in=(StatusPasangan.BERJALAN, StatusPasangan.SELESAI)
    )
    hasil: dict[int, Pemenuhan] = {}
    for p in semua.select_related("mentor_pegawai").order_by("pk"):
        for b in (b for b in bimbingan if b.celah_kunci == (p.teknis_id or p.kompetensi)):
            if p.status == StatusPasangan.BERJALAN:
                hasil.setdefault(b.pk, Pemenuhan(with_mentor(p.mentor_pegawai.nama_gelar)))
            elif p.selesai is not None and p.selesai >= b.mulai:
                hasil[b.pk] = Pemenuhan(f"Mentoring selesai {kata.tanggal(p.selesai)}.", penuh=True)
    return hasil


def with_mentor(nama: str) -> str:
    return f"Mentoring bersama {nama} sedang berjalan."


def with_assignment(nama: str) -> str:
    return f"Penugasan «{nama}» sedang berjalan."


def _assignments(butir: Sequence[ButirRencana], pegawai_id: int) -> dict[int, Pemenuhan]:
    """Work of the same days that builds the competency of an item of the way of work; one query."""
    kerja = [b for b in butir if b.cara is CaraBelajar.PENUGASAN and b.celah_kunci]
    if not kerja:
        return {}
    semua = PesertaPenugasan.objects.filter(
        pegawai=pegawai_id, status__in=(StatusPesertaPenugasan.BERJALAN, StatusPesertaPenugasan.SELESAI)
    )
    kolom = ("nama", "mulai", "selesai", "kompetensi__kompetensi", "kompetensi__teknis")
    hasil: dict[int, Pemenuhan] = {}
    for status, nama, mulai, selesai, kompetensi, teknis in semua.order_by("pk").values_list(
        "status", *(f"penugasan__{k}" for k in kolom)
    ):
        usai = status == StatusPesertaPenugasan.SELESAI
        satu = Pemenuhan(f"Penugasan «{nama}» selesai." if usai else with_assignment(nama), penuh=usai)
        for b in kerja:
            tentang = b.celah_kunci == (teknis or kompetensi) and mulai <= b.selesai and selesai >= b.mulai
            if tentang and (usai or b.pk not in hasil):
                hasil[b.pk] = satu
    return hasil


def under_way(butir: QuerySet[Any]) -> QuerySet[Any]:
    """The same items with `mentor_kini` and `penugasan_kini`, who and what runs now; no query more."""
    pegawai, berjalan = OuterRef("rencana__pegawai"), StatusPesertaPenugasan.BERJALAN
    pasangan = Pasangan.objects.berjalan().filter(_same_competency(""), mentee=pegawai)
    ikut = PesertaPenugasan.objects.filter(
        _same_competency("penugasan__kompetensi__"),
        pegawai=pegawai,
        status=berjalan,
        penugasan__mulai__lte=OuterRef("selesai"),
        penugasan__selesai__gte=OuterRef("mulai"),
    )
    hasil: QuerySet[Any] = butir.annotate(
        mentor_kini=Subquery(pasangan.order_by("pk").values("mentor_pegawai__nama")[:1]),
        penugasan_kini=Subquery(ikut.order_by("pk").values("penugasan__nama")[:1]),
    )
    return hasil


def _same_competency(jalan: str) -> Q:
    """One of the nine by its code, or a technical one by its key; neither is about nothing."""
    sembilan = Q(**{f"{jalan}kompetensi": OuterRef("kompetensi"), f"{jalan}kompetensi__gt": ""})
    return sembilan | Q(**{f"{jalan}teknis": OuterRef("teknis")})


daftarkan_pemenuhan("sertifikat", _certificates)
daftarkan_pemenuhan("jp", _ledger)
daftarkan_pemenuhan("mentor", _pairs)
daftarkan_pemenuhan("penugasan", _assignments)
