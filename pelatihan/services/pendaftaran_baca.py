"""What pages say about classes: to who wants to apply, to who takes part, to the atasan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery

from asn_karier.lib import kata
from asn_karier.lib.errors import TidakDitemukan
from pegawai.models import Pegawai
from pegawai.services.profil import day_of, moment_text, zone_of
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.kamus.pendaftaran import ARTI, BERJALAN, HALANGAN, KELAS, SUDAH_LEWAT, TAHAP
from pelatihan.models import Angkatan, LangkahPendaftaran, Narasumber, Pendaftaran, SesiAngkatan
from pelatihan.rules.pendaftaran import (
    DISETUJUI,
    TERTULIS,
    Tahap,
    may_withdraw,
    reached,
)
from pelatihan.services.bentrok import collisions, named
from pelatihan.services.langkah import approver_of, last_step
from pelatihan.services.pendaftaran import hinders

#: News of an enrolment stands on Beranda so long; a class that comes, so long before.
KABAR: Final = timedelta(days=14)
JELANG: Final = timedelta(days=7)


# -- before applying --------------------------------------------------------------------------------


class Periksa(NamedTuple):
    """What somebody reads before they apply. `halangan`: why they cannot, then there is no button."""

    angkatan: Angkatan
    waktu: str
    halangan: str
    bentrok: str
    biaya: str
    pemutus: str
    kursi: str
    narasumber: str
    sudah: Pendaftaran | None


def check_application(*, pengguna: Any, pegawai: Pegawai, angkatan_id: int, at: datetime) -> Periksa:
    """Collisions, cost and who decides. Raises TidakDitemukan for a class not offered to the person."""
    semua = Angkatan.objects.visible_to(pengguna).select_related("pelatihan", "instansi", "pagu")
    angkatan = semua.prefetch_related("sesi__narasumber__pegawai").filter(pk=angkatan_id).first()
    if angkatan is None:
        raise TidakDitemukan("angkatan_tidak_ditemukan", "Kelas itu tidak ditemukan.")
    ada = Pendaftaran.objects.filter(angkatan=angkatan, pegawai=pegawai).first()
    halangan = hinders(angkatan, pegawai, hari=day_of(pegawai, at))
    lain = collisions(angkatan, [pegawai.pk])[pegawai.pk]
    return Periksa(
        angkatan,
        kata.rentang(angkatan.mulai, angkatan.selesai),
        " ".join(t for t in HALANGAN[halangan] if t) if halangan else "",
        named(lain),
        _cost(angkatan),
        _who_decides(pegawai),
        _seats(angkatan),
        kata.daftar(_speakers(angkatan)),
        ada if ada is not None and ada.status != StatusPendaftaran.DIBATALKAN else None,
    )


def _cost(angkatan: Angkatan) -> str:
    if not angkatan.biaya:
        return "Tanpa biaya"
    sumber = f", dibayar instansi dari {angkatan.pagu}" if angkatan.pagu else ""
    return f"{kata.rupiah(angkatan.biaya)} per peserta{sumber}. Anda tidak membayar."


def _who_decides(pegawai: Pegawai) -> str:
    atasan, pengelola = approver_of(pegawai), pegawai.instansi.pengelola
    if atasan is None:
        return f"{pengelola} langsung, karena atasan yang dapat memutuskan belum tercatat"
    return f"{atasan.nama_gelar}, lalu {pengelola}"


def _speakers(angkatan: Angkatan) -> list[str]:
    """Everybody once, in the order in which they speak."""
    return list(dict.fromkeys(_speaker(n) for s in angkatan.sesi.all() for n in s.narasumber.all()))


def _speaker(n: Narasumber) -> str:
    return f"{n}, {n.asal}" if n.asal else str(n)


def _seats(angkatan: Angkatan) -> str:
    if angkatan.sisa > 0:
        return f"{angkatan.sisa} dari {angkatan.kursi} kursi masih kosong"
    menunggu = angkatan.pendaftaran.filter(status=StatusPendaftaran.DAFTAR_TUNGGU).count()
    return f"Kuota penuh. Anda akan berada di daftar tunggu ke-{menunggu + 1}"


# -- one's own ----------------------------------------------------------------------------------------


class Baris(NamedTuple):
    """One enrolment in words."""

    pendaftaran: Pendaftaran
    judul: str
    waktu: str
    tanda: str
    kelas: str
    nama: str


def line(p: Pendaftaran, *, tempat: int | None = None) -> Baris:
    """`p` with its class and person; `tempat`: the place on the waiting list, where it stands there."""
    a, status = p.angkatan, StatusPendaftaran(p.status)
    tanda = f"Daftar tunggu ke-{tempat}" if tempat else p.get_status_display()
    return Baris(p, str(a), kata.rentang(a.mulai, a.selesai), tanda, KELAS[status], p.pegawai.nama_gelar)


def places(baris: Iterable[Pendaftaran]) -> dict[int, int]:
    """The place on the waiting list of those who wait; one query."""
    tunggu = [p.pk for p in baris if p.status == StatusPendaftaran.DAFTAR_TUNGGU]
    if not tunggu:
        return {}
    ids = Pendaftaran.objects.filter(pk__in=tunggu).values("angkatan")
    urutan: dict[int, int] = {}
    tempat: dict[int, int] = {}
    semua = Pendaftaran.objects.filter(angkatan__in=ids, status=StatusPendaftaran.DAFTAR_TUNGGU)
    for pk, angkatan_id in semua.order_by("angkatan", "urut").values_list("pk", "angkatan"):
        urutan[angkatan_id] = urutan.get(angkatan_id, 0) + 1
        tempat[pk] = urutan[angkatan_id]
    return tempat


def own_classes(pegawai: Pegawai) -> list[Baris]:
    """Everything the person enrolled in, what comes last first; two queries."""
    semua = list(complete(Pendaftaran.objects.filter(pegawai=pegawai)).order_by("-angkatan__mulai", "-pk"))
    tempat = places(semua)
    return [line(p, tempat=tempat.get(p.pk)) for p in semua]


def complete(baris: QuerySet[Pendaftaran]) -> QuerySet[Pendaftaran]:
    return baris.select_related("angkatan__pelatihan", "angkatan__instansi", "pegawai")


def own_enrolment(*, pegawai: Pegawai, pk: int) -> Pendaftaran:
    """TidakDitemukan for anybody else's."""
    milik = complete(Pendaftaran.objects.filter(pegawai=pegawai, pk=pk))
    p = milik.select_related(
        "angkatan__pelatihan", "angkatan__instansi", "pegawai__unit", "surat_tugas"
    ).first()
    if p is None:
        raise TidakDitemukan("pendaftaran_tidak_ditemukan", "Kelas itu tidak ditemukan.")
    return p


class SesiBaca(NamedTuple):
    """One meeting in words; `hadir`: the person was there."""

    judul: str
    waktu: str
    narasumber: str
    hadir: bool


class KelasBaca(NamedTuple):
    """The page of one's own class. `dapat_hadir`: a session waits for the person's code.

    `sertifikat`: the number of the valid one, or empty.
    """

    baris: Baris
    arti: str
    alasan: str
    tahap: list[tuple[str, bool]]
    sesi: list[SesiBaca]
    dapat_hadir: bool
    dapat_batal: bool
    surat: bool
    sertifikat: str


def read_class(p: Pendaftaran, *, at: datetime) -> KelasBaca:
    """Where the enrolment stands, the meetings, and what the person can do now."""
    sesi = list(p.angkatan.sesi.prefetch_related("narasumber__pegawai"))
    hadir = set(p.kehadiran.values_list("sesi", flat=True))
    status, langkah = StatusPendaftaran(p.status), last_step(p)
    nomor = p.sertifikat.filter(dicabut_pada=None).values_list("nomor", flat=True).first() or ""
    lewat = reached(status, hadir=bool(hadir), bersertifikat=bool(nomor))
    return KelasBaca(
        line(p, tempat=places([p]).get(p.pk)),
        _meaning(status, p.angkatan, day_of(p.pegawai, at)),
        langkah.alasan if langkah is not None and langkah.oleh_id is not None and langkah.dari else "",
        [(TAHAP[t], t in lewat) for t in Tahap],
        [_session(s, zone_of(p.pegawai), s.pk in hadir) for s in sesi],
        status in DISETUJUI and any(_asks(s, at) and s.pk not in hadir for s in sesi),
        may_withdraw(status, mulai=p.angkatan.mulai, hari=day_of(p.pegawai, at)),
        p.surat_tugas_id is not None and status in TERTULIS,
        nomor,
    )


def _meaning(status: StatusPendaftaran, a: Angkatan, hari: date) -> str:
    """What to do: nobody brings a letter to a class that has begun."""
    if status != StatusPendaftaran.SURAT_TUGAS or hari < a.mulai:
        return ARTI[status]
    return BERJALAN if hari <= a.selesai else SUDAH_LEWAT


def _asks(s: SesiAngkatan, at: datetime) -> bool:
    """Whether a code of this session is good now."""
    return s.kode_sampai is not None and s.kode_sampai >= at


def _session(s: SesiAngkatan, zona: str, hadir: bool) -> SesiBaca:
    orang = [_speaker(n) for n in s.narasumber.all()]
    return SesiBaca(s.judul, moment_text(s.mulai, zona), kata.daftar(orang), hadir)


def news(pegawai: Pegawai, *, at: datetime) -> list[tuple[Pendaftaran, str]]:
    """What of one's enrolments deserves a line on Beranda, with the reason that was given; one query."""
    hari = day_of(pegawai, at)
    dekat = Q(status__in=DISETUJUI, angkatan__mulai__lte=hari + JELANG, angkatan__selesai__gte=hari)
    putus = Q(status=StatusPendaftaran.DITOLAK) | Q(
        status=StatusPendaftaran.DIBATALKAN, angkatan__status=StatusAngkatan.DIBATALKAN
    )
    langkah = LangkahPendaftaran.objects.filter(pendaftaran=OuterRef("pk")).order_by("-pk")
    milik = complete(Pendaftaran.objects.filter(pegawai=pegawai)).annotate(
        sejak=Subquery(langkah.values("pada")[:1]), sebab=Subquery(langkah.values("alasan")[:1])
    )
    kabar: Any = milik.filter(dekat | (putus & Q(sejak__gt=at - KABAR))).order_by("angkatan__mulai")
    return [(p, "" if p.status in DISETUJUI else p.sebab) for p in kabar]


def last_steps(baris: Iterable[Pendaftaran]) -> dict[int, LangkahPendaftaran]:
    """The step that led to where each stands; one query."""
    langkah = LangkahPendaftaran.objects.filter(pendaftaran__in=[p.pk for p in baris])
    return {x.pendaftaran_id: x for x in langkah.order_by("pk")}
