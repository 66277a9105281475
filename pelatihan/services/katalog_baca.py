"""The catalogue as people search and read it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from asn_karier.lib.errors import TidakDitemukan
from pelatihan.enums import Metode, StatusRencana
from pelatihan.models import ButirRencana, Materi, Pelatihan, RencanaTahunan
from pelatihan.services.kelas_terbuka import Kelas, coming_classes, taking_applications

#: How long a programme is, as people choose it: (code, words, from JP, up to JP).
PANJANG: Final = (
    ("pendek", "Sampai 8 JP", 1, 8),
    ("sedang", "9 sampai 20 JP", 9, 20),
    ("panjang", "Lebih dari 20 JP", 21, None),
)
TEKS_TERPANJANG: Final = 100
#: Words of a search that count; more of them find nothing that fewer would not.
KATA_TERBANYAK: Final = 6
DICARI: Final = ("nama", "penyelenggara", "mitra__nama", "bidang", "ringkasan")


class Saringan(NamedTuple):
    """What somebody asks the catalogue for; empty asks for everything. Unknown codes ask for nothing."""

    teks: str = ""
    bidang: str = ""
    metode: str = ""
    jp: str = ""
    dibuka: bool = False


class Rincian(NamedTuple):
    """One programme with everything that stands beside it. `direncanakan`: first of the planned month."""

    pelatihan: Pelatihan
    materi: list[Materi]
    kelas: list[Kelas]
    direncanakan: date | None


def search_catalogue(*, instansi_id: int, saringan: Saringan, hari: date) -> QuerySet[Pelatihan]:
    """What one government offers and `saringan` asks for, by name."""
    hasil: QuerySet[Pelatihan] = Pelatihan.objects.untuk(instansi_id).select_related("mitra")
    for kata in _kata(saringan.teks):
        hasil = hasil.filter(_memuat(kata))
    if saringan.bidang:
        hasil = hasil.filter(bidang=saringan.bidang)
    if saringan.metode:
        hasil = hasil.filter(metode=saringan.metode) if saringan.metode in set(Metode) else hasil.none()
    if saringan.jp:
        hasil = hasil.filter(_panjang(saringan.jp))
    if saringan.dibuka:
        terbuka = taking_applications(instansi_id, hari).filter(pelatihan=OuterRef("pk"))
        hasil = hasil.filter(Exists(terbuka))
    return hasil.order_by("nama", "pk")


def fields_of_work(instansi_id: int) -> list[str]:
    """The fields that occur in what one government offers."""
    semua = Pelatihan.objects.untuk(instansi_id).exclude(bidang="")
    return list(semua.order_by("bidang").values_list("bidang", flat=True).distinct())


def read_program(*, pelatihan_id: int, instansi_id: int, hari: date) -> Rincian:
    """One programme on offer; TidakDitemukan for what this government does not offer. Six queries."""
    ada: Any = Pelatihan.objects.untuk(instansi_id).select_related("mitra")
    pelatihan = ada.prefetch_related("kompetensi__teknis", "sasaran").filter(pk=pelatihan_id).first()
    if pelatihan is None:
        raise TidakDitemukan("pelatihan_tidak_ada", "Pelatihan ini tidak ditawarkan di instansi Anda.")
    return Rincian(
        pelatihan,
        list(Materi.objects.filter(pelatihan=pelatihan).defer("isi").order_by("urut")),
        coming_classes(pelatihan.pk, instansi_id, hari),
        planned_months([pelatihan.pk], instansi_id, hari).get(pelatihan.pk),
    )


def planned_months(pelatihan: list[int], instansi_id: int, hari: date) -> dict[int, date]:
    """The next month in which a plan that was established holds each programme; of revisions the last."""
    sah = RencanaTahunan.objects.filter(instansi=instansi_id, status=StatusRencana.DITETAPKAN)
    lebih_baru = sah.filter(tahun=OuterRef("tahun"), revisi__gt=OuterRef("revisi"))
    terakhir = sah.filter(tahun__gte=hari.year).exclude(Exists(lebih_baru))
    butir = ButirRencana.objects.filter(
        pelatihan__in=pelatihan, rencana__in=terakhir.order_by(), bulan__isnull=False
    )
    kapan = [
        (date(tahun, bulan, 1), pk)
        for pk, tahun, bulan in butir.values_list("pelatihan", "rencana__tahun", "bulan")
        if bulan is not None
    ]
    return {pk: awal for awal, pk in sorted(kapan, reverse=True) if awal >= hari.replace(day=1)}


def _kata(teks: str) -> list[str]:
    # PostgreSQL knows no NUL.
    return teks.replace("\x00", " ")[:TEKS_TERPANJANG].split()[:KATA_TERBANYAK]


def _memuat(kata: str) -> Q:
    syarat = Q()
    for kolom in DICARI:
        syarat |= Q(**{f"{kolom}__icontains": kata})
    return syarat


def _panjang(kode: str) -> Q:
    for nama, _, dari, sampai in PANJANG:
        if nama == kode:
            return Q(jp__gte=dari) & (Q(jp__lte=sampai) if sampai else Q())
    return Q(pk__in=[])
