"""What everybody may read of citizens' reviews: per unit, of closed months, in groups of ten and more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.db.models.functions import TruncMonth

from asn_karier.lib.aturan import aturan_per
from kinerja.enums import JawabanUlasan, StatusKiriman
from kinerja.models import JanjiForum, LayananPublik, PerubahanLayanan, TopikForum, Ulasan
from kinerja.rules.terbitan import Kelompok, kelompokkan, total
from kinerja.rules.warga import angka_warga
from pegawai.models import Instansi, UnitKerja

#: Best first, as they stand on the form.
URUTAN = tuple(sorted(JawabanUlasan, reverse=True))


class CapaianUnit(NamedTuple):
    """One unit; without `kelompok` there is too little to tell."""

    unit: UnitKerja
    kelompok: list[Kelompok]

    @property
    def jumlah(self) -> tuple[int, ...]:
        return total(self.kelompok, len(URUTAN))

    @property
    def banyak(self) -> int:
        return sum(self.jumlah)

    @property
    def baik(self) -> int:
        """Sangat baik and Baik."""
        return sum(self.jumlah[:2])


def public_instansi() -> list[Instansi]:
    """Governments with something for citizens."""
    berlayanan = LayananPublik.objects.filter(aktif=True).order_by().values("unit__instansi")
    bertopik = TopikForum.objects.filter(terbit=True).order_by().values("unit__instansi")
    return list(
        Instansi.objects.filter(uji_coba=False, pk__in=berlayanan.union(bertopik)).order_by("nama", "pk")
    )


def achievements(instansi: Instansi, per: date) -> list[CapaianUnit]:
    """Every unit that citizens may rate, or could; two queries."""
    bulanan = _monthly(Ulasan.objects.filter(layanan__unit__instansi=instansi))
    angka = angka_warga(aturan_per(per)).paling_sedikit
    unit = UnitKerja.objects.filter(layanan_publik__isnull=False, instansi=instansi).distinct()
    return [
        CapaianUnit(u, kelompokkan(bulanan.get(u.pk, {}), per=per, paling_sedikit=angka))
        for u in unit.order_by("nama", "pk")
    ]


def _monthly(ulasan: Any) -> dict[int, dict[date, tuple[int, ...]]]:
    """Answers by unit and month, counted by the database."""
    baris = (
        ulasan.order_by()
        .values("layanan__unit", "jawaban", bulan=TruncMonth("hari"))
        .annotate(banyak=Count("pk"))
    )
    hasil: dict[int, dict[date, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0] * len(URUTAN)))
    for b in baris:
        hasil[b["layanan__unit"]][b["bulan"]][URUTAN.index(b["jawaban"])] = b["banyak"]
    return {u: {bulan: tuple(j) for bulan, j in semua.items()} for u, semua in hasil.items()}


def together(semua: Iterable[CapaianUnit]) -> tuple[int, ...]:
    """All that is told, added up: a total of everything would let the untold be subtracted."""
    jumlah = [c.jumlah for c in semua]
    return tuple(sum(kolom) for kolom in zip(*jumlah, strict=True)) if jumlah else (0,) * len(URUTAN)


def shown_words(capaian: CapaianUnit, banyak: int) -> list[Ulasan]:
    """Words that may be read, of months that are told, the latest month first; inside a month no order."""
    if not capaian.kelompok:
        return []
    akhir = capaian.kelompok[-1].akhir
    batas = date(akhir.year + akhir.month // 12, akhir.month % 12 + 1, 1)
    tampil = Ulasan.objects.filter(layanan__unit=capaian.unit, status=StatusKiriman.TAMPIL, hari__lt=batas)
    semua = tampil.annotate(bulan=TruncMonth("hari")).select_related("layanan").order_by("-bulan", "pk")
    return list(semua[:banyak])


def changes(instansi: Instansi, banyak: int | None = None) -> list[PerubahanLayanan]:
    """*Yang berubah*, the latest first."""
    semua = PerubahanLayanan.objects.terbuka(instansi).select_related("unit").order_by("-tanggal", "-pk")
    return list(semua[:banyak])


def promises(instansi: Instansi) -> list[JanjiForum]:
    """Every promise of a topic that everybody may read."""
    return list(JanjiForum.objects.terbuka(instansi).select_related("topik__unit__instansi"))


def today_of(instansi: Instansi, at: Any) -> date:
    """The day on the clock of the instansi."""
    hari: date = at.astimezone(ZoneInfo(instansi.zona_waktu)).date()
    return hari
