"""Ideas as their authors, leaders and everybody of the instansi read them; and what is evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db.models import Count, Q, QuerySet

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import PERNAH_DICOBA, NamaUsul, StatusUsul
from kinerja.kamus.usul_perbaikan import TANPA_NAMA, kalimat_hasil
from kinerja.models import IkutUsul, UsulPerbaikan
from kinerja.querysets.usul_perbaikan import RANTAI
from kinerja.services.tenggat import day_over
from pegawai.models import Pegawai
from pegawai.services.profil import day_of, zone_of

#: Lists of one person stay this short.
TERBANYAK: Final = 50
PER_HALAMAN: Final = 20


class UsulTerukur(NamedTuple):
    """A tried idea whose effect was measured: evidence of its author and of who said yes to it."""

    usul_id: int
    nomor: str
    coba: str
    hasil: str
    selesai: date

    @property
    def teks(self) -> str:
        return f"{self.nomor}: {self.coba} {self.hasil}"


def idea(*, usul_id: int, pengguna: Any) -> UsulPerbaikan:
    """One idea in the scope of `pengguna`; TidakDitemukan otherwise."""
    u = _lengkap(UsulPerbaikan.objects.visible_to(pengguna)).filter(pk=usul_id).first()
    if u is None:
        raise TidakDitemukan("usul_tidak_ditemukan", "Usul itu tidak ditemukan.")
    return u


def may_answer(u: UsulPerbaikan, pengguna: Any) -> bool:
    return bool(UsulPerbaikan.objects.dijawab_oleh(pengguna).filter(pk=u.pk).exists())


def leaders_of(u: UsulPerbaikan) -> list[int]:
    """The keys of the leaders of the author today, the atasan first, as far up as ideas go; one query.

    It ends where nobody is recorded, and where the chain comes back to somebody who is in it.
    """
    baris = Pegawai.objects.filter(pk=u.pegawai_id).values_list(
        *(jalan.removeprefix("pegawai__") for jalan in RANTAI)
    )
    rantai: list[int] = []
    for pk in baris.get():
        if pk is None or pk == u.pegawai_id or pk in rantai:
            break
        rantai.append(pk)
    return rantai


def own_ideas(saya: Pegawai) -> list[UsulPerbaikan]:
    """Mine, and those to which a colleague asked me along; newest first."""
    diajak = IkutUsul.objects.filter(pegawai=saya).values("usul")
    milik = Q(pegawai=saya) | (Q(pk__in=diajak) & ~Q(status=StatusUsul.DITARIK))
    return list(_lengkap(UsulPerbaikan.objects.filter(milik))[:TERBANYAK])


def ideas_to_do(pengguna: Any) -> list[Any]:
    """What waits for a person as author and as leader (`menjawab`), what ends first on top; one query.

    As a leader they take part in none of them, so nobody has to ask who does.
    """
    return list(_orang(UsulPerbaikan.objects.tugas(pengguna)).order_by("batas", "pk")[:TERBANYAK])


def to_do_for_leader(pengguna: Any) -> list[UsulPerbaikan]:
    """Ideas without an answer, and trials."""
    return [u for u in ideas_to_do(pengguna) if u.menjawab]


def to_do_for_author(pengguna: Any) -> list[UsulPerbaikan]:
    """Answers that I have not seen, trials that I am in, and colleagues who ask me along."""
    return [u for u in ideas_to_do(pengguna) if not u.menjawab]


def tried_in(instansi_id: int, *, sebelum: int | None = None) -> list[UsulPerbaikan]:
    """What was tried in an instansi, newest first, one more than a page; `salinan_ada` units copied it."""
    semua = UsulPerbaikan.objects.terbaca_di(instansi_id).annotate(
        disalin=Count("salinan", filter=~Q(salinan__status=StatusUsul.DITARIK))
    )
    if sebelum is not None:
        semua = semua.filter(pk__lt=sebelum)
    return list(_lengkap(semua).order_by("-pk")[: PER_HALAMAN + 1])


def tried_idea(*, usul_id: int, instansi_id: int) -> UsulPerbaikan | None:
    """One that everybody of the instansi may copy."""
    satu: UsulPerbaikan | None = UsulPerbaikan.objects.terbaca_di(instansi_id).filter(pk=usul_id).first()
    return satu


def author_name(u: UsulPerbaikan, pengguna: Any) -> str:
    """Who is named to this reader: the author decides for everybody but the atasan and who takes part."""
    ikut = any(i.pegawai_id == pengguna.pegawai_id for i in u.bersama.all())
    return u.pegawai.nama_gelar if ikut else name_for_leader(u, pengguna)


def is_named(u: UsulPerbaikan, pengguna: Any) -> bool:
    return author_name(u, pengguna) != TANPA_NAMA


def name_for_leader(u: UsulPerbaikan, pengguna: Any) -> str:
    """The same for somebody who takes no part in it."""
    diri = pengguna.pegawai_id
    terbuka = u.nama == NamaUsul.SEMUA or diri in (u.pegawai_id, u.pegawai.atasan_id)
    if terbuka or (u.nama == NamaUsul.PIMPINAN and diri in _above(u)):
        return u.pegawai.nama_gelar
    return TANPA_NAMA


def _above(u: UsulPerbaikan) -> set[int | None]:
    atasan = u.pegawai.atasan
    di_atas = atasan.atasan if atasan else None
    return {di_atas.pk, di_atas.atasan_id} - {None} if di_atas else set()


def answer_end(u: UsulPerbaikan) -> datetime:
    """The first moment that is too late to answer, on the clock of the author's unit."""
    return day_over(u.batas, zone_of(u.pegawai))


def is_due(u: UsulPerbaikan, at: datetime) -> bool:
    """Whether the day to measure a trial has come."""
    return u.ukur_pada is not None and day_of(u.pegawai, at) >= u.ukur_pada


def measured_ideas(pegawai_ids: Collection[int], *, terbuka: bool = False) -> dict[int, list[UsulTerukur]]:
    """By person: ideas that were tried and measured, theirs or joined, the newest first; two queries.

    `terbuka`: for readers beyond the person and their atasan, only those whose author is named to everybody.

    This is what other parts take as evidence (SKP, talent). Whether the number went well is told, not judged.
    """
    terukur = UsulPerbaikan.objects.terukur()
    if terbuka:
        terukur = terukur.filter(nama=NamaUsul.SEMUA)
    milik = Q(pegawai__in=pegawai_ids)
    ikut = IkutUsul.objects.ikut().filter(pegawai__in=pegawai_ids)
    semua = terukur.filter(milik | Q(pk__in=ikut.values("usul"))).select_related(
        "pegawai__unit", "pegawai__instansi"
    )
    bersama: dict[int, list[int]] = defaultdict(list)
    for usul_id, pegawai_id in ikut.values_list("usul", "pegawai"):
        bersama[usul_id].append(pegawai_id)
    hasil: dict[int, list[UsulTerukur]] = {pk: [] for pk in pegawai_ids}
    for u in semua.order_by("-selesai_pada", "-pk"):
        for pk in {u.pegawai_id, *bersama[u.pk]} & hasil.keys():
            hasil[pk].append(_terukur(u))
    return hasil


def _terukur(u: UsulPerbaikan) -> UsulTerukur:
    return UsulTerukur(
        u.pk, u.nomor, u.coba, kalimat_hasil(u), day_of(u.pegawai, u.selesai_pada or u.dikirim_pada)
    )


def tried_by(pegawai_ids: Collection[int], *, sejak: datetime) -> list[tuple[int, datetime]]:
    """(author, when the leader said yes) of ideas that are or were tried since; one query."""
    semua = UsulPerbaikan.objects.filter(
        pegawai__in=pegawai_ids, status__in=PERNAH_DICOBA, dijawab_pada__gte=sejak
    )
    return [(pk, pada) for pk, pada in semua.order_by().values_list("pegawai", "dijawab_pada") if pada]


def _lengkap(semua: Any) -> QuerySet[UsulPerbaikan]:
    return _orang(semua).prefetch_related("bersama__pegawai")


def _orang(semua: Any) -> QuerySet[UsulPerbaikan]:
    hasil: QuerySet[UsulPerbaikan] = semua.select_related(
        "pegawai__unit",
        "pegawai__instansi",
        "pegawai__atasan__atasan",
        "unit",
        "penjawab",
        "penutup",
        "disampaikan_oleh",
    )
    return hasil
