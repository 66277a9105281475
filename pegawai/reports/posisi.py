"""The state of a person on one date as columns of a list, each from the latest history row."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from pegawai.enums import JenisPegawai
from pegawai.models import RiwayatJabatan, RiwayatPangkat, RiwayatPendidikan
from pegawai.rules.golongan import Golongan


def dengan_posisi(pegawai: QuerySet[Any], per: date) -> QuerySet[Any]:
    """Annotate the state on `per`: golongan, post and education, each from the latest history row.

    A golongan counts only on the scale of the person's own kind (PNS or PPPK).
    """
    pangkat = pangkat_pada(per)
    jabatan = jabatan_pada(per)
    return pegawai.annotate(
        golongan_kini=Subquery(pangkat.values("golongan")[:1]),
        tmt_golongan=Subquery(pangkat.values("tmt")[:1]),
        jabatan_kini=Subquery(jabatan.values("jabatan__nama")[:1]),
        jenis_jabatan=Subquery(jabatan.values("jabatan__jenis")[:1]),
        jenjang_kini=Subquery(jabatan.values("jabatan__jenjang")[:1]),
        tmt_jabatan=Subquery(jabatan.values("tmt")[:1]),
        pendidikan_kini=Subquery(pendidikan_tertinggi().values("tingkat")[:1]),
    )


def pangkat_pada(per: date) -> QuerySet[Any]:
    """For Subquery: golongan rows of the outer person on their own scale, the latest first."""
    return RiwayatPangkat.objects.filter(
        pegawai=OuterRef("pk"), skala=OuterRef("jenis"), tmt__lte=per
    ).order_by("-tmt")


def jabatan_pada(per: date) -> QuerySet[Any]:
    """For Subquery: posts of the outer person that have begun, the latest first."""
    return RiwayatJabatan.objects.filter(pegawai=OuterRef("pk"), tmt__lte=per).order_by("-tmt")


def pendidikan_tertinggi() -> QuerySet[Any]:
    """For Subquery: education of the outer person, the highest first."""
    return RiwayatPendidikan.objects.filter(pegawai=OuterRef("pk")).order_by("-tingkat")


def nama_golongan(jenis: int | None, urut: int | None) -> str:
    """'III/b' or 'IX'; empty when none is recorded."""
    if jenis is None or urut is None:
        return ""
    return Golongan(JenisPegawai(jenis), urut).nama
