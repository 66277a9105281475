"""Announced ratings in exactly the shapes of SIASN, one object per rating."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.db.models import IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kinerja.enums import BentukSiasn, JenisSiklus, Predikat, Rating
from kinerja.rules.bentuk_siasn import (
    ASN,
    KOEFISIEN_ID,
    kode_golongan,
    kode_periodik,
    tulisan_predikat,
    tulisan_rating,
)
from pegawai.enums import JenisPegawai, Jenjang
from pegawai.models import Pegawai, RiwayatJabatan
from pegawai.reports.posisi import jabatan_pada, pangkat_pada


class Penilai(NamedTuple):
    """A rater as SIASN asks for them, as they stood at the end of the period."""

    nip: str = ""
    nama: str = ""
    golongan: str = ""
    jabatan: str = ""
    unit: str = ""


class Nilai(NamedTuple):
    """One announced rating with everything that both shapes need."""

    pegawai_id: int
    nama: str
    nip: str
    siasn_id: str
    mulai: date
    sampai: date
    rating_hasil: int | None
    rating_perilaku: int | None
    predikat: int
    jenjang: int | None
    penilai: Penilai


def announced(baris: QuerySet[Any], masa: tuple[date, date], *, periodik: bool) -> Iterator[Nilai]:
    """The ratings of `baris` (announced ones of one period) by name; two queries however many."""
    penilai = _raters(baris, masa[1])
    hari = ("mulai", "sampai") if periodik else ()
    semua = baris.select_related("pegawai").annotate(jenjang=_jenjang(masa[1]))
    for p in semua.order_by("pegawai__nama", "pk"):
        mulai, sampai = (getattr(p, h) for h in hari) if periodik else masa
        yield Nilai(
            p.pegawai_id, p.pegawai.nama_gelar, p.pegawai.nip, p.pegawai.siasn_id or "", mulai, sampai,
            p.rating_hasil, p.rating_perilaku, p.predikat, p.jenjang, penilai.get(p.penilai_id, Penilai()),
        )  # fmt: skip


def siasn_object(n: Nilai, bentuk: BentukSiasn, jenis: JenisSiklus) -> dict[str, Any]:
    """One rating as an object of the shape, its fields in the order of the shape."""
    return _skp22(n) if bentuk is BentukSiasn.SKP22 else _periodik(n, jenis)


def _skp22(n: Nilai) -> dict[str, Any]:
    return {
        "pnsDinilaiId": n.siasn_id,
        "tahun": n.mulai.year,
        "hasilKinerja": tulisan_rating(Rating(n.rating_hasil)) if n.rating_hasil else "",
        "hasilKinerjaNilai": _kode(n.rating_hasil),
        "perilakuKerja": tulisan_rating(Rating(n.rating_perilaku)) if n.rating_perilaku else "",
        "PerilakuKerjaNilai": _kode(n.rating_perilaku),
        "kuadranKinerja": tulisan_predikat(Predikat(n.predikat)),
        "KuadranKinerjaNilai": Predikat(n.predikat).kode_siasn,
        "statusPenilai": ASN,
        "nipNrpPenilai": n.penilai.nip,
        "namaPenilai": n.penilai.nama,
        "penilaiGolonganId": n.penilai.golongan,
        "penilaiJabatanNm": n.penilai.jabatan,
        "penilaiUnorNm": n.penilai.unit,
    }


def _periodik(n: Nilai, jenis: JenisSiklus) -> dict[str, Any]:
    koefisien = KOEFISIEN_ID.get(Jenjang(n.jenjang), "") if n.jenjang else ""
    return {
        "pnsDinilaiId": n.siasn_id,
        "tahun": n.mulai.year,
        "periodikId": kode_periodik(jenis),
        "bulanMulaiPenilaian": str(n.mulai.month),
        "tahunMulaiPenilaian": n.mulai.year,
        "bulanSelesaiPenilaian": str(n.sampai.month),
        "tahunSelesaiPenilaian": n.sampai.year,
        "hasilKinerjaNilai": _kode(n.rating_hasil),
        "perilakuKerjaNilai": _kode(n.rating_perilaku),
        "kuadranKinerjaNilai": Predikat(n.predikat).kode_siasn,
        "koefisienId": koefisien,
        "statusPenilai": ASN,
        "penilaiNipNrp": n.penilai.nip,
        "penilaiNama": n.penilai.nama,
        "penilaiGolongan": n.penilai.golongan,
        "penilaiJabatanNama": n.penilai.jabatan,
        "penilaiUnorNama": n.penilai.unit,
    }


def _kode(rating: int | None) -> int | str:
    return Rating(rating).kode_siasn if rating else ""


def _jenjang(per: date) -> Any:
    """The jenjang of the post of a PNS at the end of the period; 0 for none."""
    jabatan = RiwayatJabatan.objects.filter(
        pegawai=OuterRef("pegawai"), pegawai__jenis=JenisPegawai.PNS, tmt__lte=per
    ).order_by("-tmt")
    return Coalesce(Subquery(jabatan.values("jabatan__jenjang")[:1]), Value(0), output_field=IntegerField())


def _raters(baris: QuerySet[Any], per: date) -> dict[int, Penilai]:
    orang = Pegawai.objects.filter(pk__in=baris.order_by().values("penilai")).select_related("unit")
    semua = orang.annotate(
        golongan_kini=Subquery(pangkat_pada(per).values("golongan")[:1]),
        jabatan_kini=Subquery(jabatan_pada(per).values("jabatan__nama")[:1]),
    )
    return {
        p.pk: Penilai(
            nip=p.nip,
            nama=p.nama_gelar,
            golongan=kode_golongan(p.golongan_kini) if p.jenis == JenisPegawai.PNS else "",
            jabatan=p.jabatan_kini or "",
            unit=p.unit.nama if p.unit else "",
        )
        for p in semua
    }
