"""Money of development in numbers: what the lines add up to, and what a year has cost and brought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from asn_karier.lib import kata
from asn_karier.lib.export import Sel
from pegawai.reports.laporan import IsiLaporan, Laporan, Permintaan, tabel_angka
from pelatihan.enums import JenisMutasi, StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, MutasiAnggaran, Pagu, Pendaftaran

KEPALA: Final = (
    "Pelatihan", "Angkatan selesai", "Angkatan berjalan", "Peserta selesai", "JP",
    "Komitmen (Rp)", "Realisasi (Rp)",
)  # fmt: skip
_BERJALAN: Final = (StatusAngkatan.DIBUKA, StatusAngkatan.DITUTUP)

# -- do the lines explain the counters? -----------------------------------------------------------------


def explained(pagu: QuerySet[Any]) -> QuerySet[Any]:
    """Annotate what the lines of each add up to: `mutasi_{jumlah,komitmen,realisasi}`; no line: None."""

    def jumlah(*jenis: JenisMutasi) -> Any:
        dalam = Q(mutasi__jenis__in=jenis)
        return Coalesce(Sum("mutasi__rupiah", filter=dalam), 0)

    terakhir = MutasiAnggaran.objects.filter(pagu=OuterRef("pk"), jenis=JenisMutasi.UBAH_PAGU)
    return pagu.order_by().annotate(
        mutasi_jumlah=Subquery(terakhir.order_by("-pk").values("rupiah")[:1]),
        mutasi_komitmen=jumlah(JenisMutasi.KOMITMEN) - jumlah(JenisMutasi.LEPAS, JenisMutasi.REALISASI),
        mutasi_realisasi=jumlah(JenisMutasi.REALISASI),
    )


def unexplained(pagu: QuerySet[Any]) -> QuerySet[Any]:
    """Those of `pagu` whose counters their lines do not explain; none as long as only services write."""
    cocok = Q(jumlah=F("mutasi_jumlah"), komitmen=F("mutasi_komitmen"), realisasi=F("mutasi_realisasi"))
    baris = explained(pagu)
    return baris.exclude(pk__in=baris.filter(cocok).values("pk")).order_by("pk")


def discrepancies(pagu: QuerySet[Any]) -> Iterator[str]:
    """A sentence for each of them: what the counter says, what the lines add up to."""
    for p in unexplained(pagu):
        bagian = [
            f"{nama} {kata.rupiah(kini)}, menurut mutasi {_rupiah(mutasi)}"
            for nama, kini, mutasi in (
                ("jumlah", p.jumlah, p.mutasi_jumlah),
                ("komitmen", p.komitmen, p.mutasi_komitmen),
                ("realisasi", p.realisasi, p.mutasi_realisasi),
            )
            if kini != mutasi
        ]
        yield f"{p}: {'; '.join(bagian)}."


def _rupiah(nilai: int | None) -> str:
    return "belum tercatat" if nilai is None else kata.rupiah(nilai)


# -- what a year has brought ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kegiatan:
    """One programme in one year. `komitmen`, `realisasi`: rupiah; `jp`: hours of those who finished."""

    pelatihan_id: int
    nama: str
    selesai: int = 0
    berjalan: int = 0
    peserta: int = 0
    jp: int = 0
    komitmen: int = 0
    realisasi: int = 0


def done_in_year(tahun: int, *, angkatan: QuerySet[Any], orang: Any = None) -> list[Kegiatan]:
    """Classes of `angkatan` that end in `tahun`, by programme; with `orang` only what concerns these people.

    A class counts in the year of its last day, as its JP do. Three queries.
    """
    setahun = angkatan.filter(selesai__year=tahun).exclude(
        status__in=(StatusAngkatan.DISIAPKAN, StatusAngkatan.DIBATALKAN)
    )
    ikut = Pendaftaran.objects.filter(angkatan__in=setahun.order_by().values("pk"))
    if orang is not None:
        ikut = ikut.filter(pegawai__in=orang.order_by().values("pk"))
        setahun = setahun.filter(pk__in=ikut.values("angkatan"))
    kelas = setahun.order_by().values("pelatihan")
    isi = kelas.annotate(
        akhir=Count("pk", filter=Q(status=StatusAngkatan.SELESAI)),
        jalan=Count("pk", filter=Q(status__in=_BERJALAN)),
        nama=F("pelatihan__nama"),
        jam=F("pelatihan__jp"),
    )
    lulus = ikut.filter(status=StatusPendaftaran.SELESAI).order_by()
    peserta = dict(lulus.values_list("angkatan__pelatihan").annotate(n=Count("pk")))
    uang = _money(ikut)
    return [
        _kegiatan(b, peserta.get(b["pelatihan"], 0), uang.get(b["pelatihan"], {}))
        for b in isi.order_by("nama", "pelatihan")
    ]


def _money(ikut: QuerySet[Any]) -> dict[int, dict[str, int]]:
    """Rupiah by programme and kind of movement, of these enrolments."""
    baris = MutasiAnggaran.objects.filter(pendaftaran__in=ikut.values("pk")).order_by()
    hasil: dict[int, dict[str, int]] = {}
    for pk, jenis, rupiah in baris.values_list("pendaftaran__angkatan__pelatihan", "jenis").annotate(
        n=Sum("rupiah")
    ):
        hasil.setdefault(pk, {})[jenis] = rupiah
    return hasil


def _kegiatan(b: dict[str, Any], peserta: int, uang: dict[str, int]) -> Kegiatan:
    dibayar = uang.get(JenisMutasi.REALISASI, 0)
    terikat = uang.get(JenisMutasi.KOMITMEN, 0) - uang.get(JenisMutasi.LEPAS, 0) - dibayar
    return Kegiatan(
        b["pelatihan"], b["nama"], b["akhir"], b["jalan"], peserta, peserta * b["jam"], terikat, dibayar
    )


# -- the ready report -----------------------------------------------------------------------------------


def _laporan(p: Permintaan) -> IsiLaporan:
    """A row per programme of the year of `p.per`, for the people in scope."""
    milik = Angkatan.objects.filter(instansi__in=p.orang.order_by().values("instansi"))
    isi = done_in_year(p.tahun or p.per.year, angkatan=milik, orang=p.orang)
    baris: list[list[Sel]] = [
        [k.nama, k.selesai, k.berjalan, k.peserta, k.jp, k.komitmen, k.realisasi] for k in isi
    ]
    jumlah: list[Sel] = ["Jumlah", *(sum(b[n] for b in baris) for n in range(1, len(KEPALA)))]  # type: ignore[misc]
    return tabel_angka(KEPALA, [*baris, jumlah], berjumlah=True)


LAPORAN_ANGGARAN: Final = Laporan(
    "pelatihan-anggaran",
    "Pelatihan dan anggaran",
    "Angkatan, peserta, jam pelajaran, dan biaya tiap pelatihan dalam satu tahun.",
    _laporan,
    "Pengembangan",
    frozenset(),
    dasar="Angkatan dihitung pada tahun hari terakhirnya; JP menurut katalog, hanya peserta yang selesai",
    siapa=None,
)


def pagu_of_year(instansi_id: int, tahun: int) -> list[Pagu]:
    """What may be spent in `tahun`: of the whole instansi first, the largest rest first."""
    semua = Pagu.objects.filter(instansi=instansi_id, tahun=tahun).select_related("unit")
    return sorted(semua, key=lambda p: (p.unit_id is not None, -p.sisa, p.pk))
