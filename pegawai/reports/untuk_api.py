"""People and their histories as programs of agencies read them: plain rows, a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import F, QuerySet, Subquery

from pegawai.enums import (
    JenisJabatan,
    JenisKelamin,
    JenisPegawai,
    Jenjang,
    KedudukanHukum,
    StatusDisiplin,
    StatusKepegawaian,
    TingkatHukuman,
    TingkatPendidikan,
)
from pegawai.models import (
    HukumanDisiplin,
    Pegawai,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
    UnitKerja,
)
from pegawai.reports.posisi import dengan_posisi, jabatan_pada, nama_golongan, pendidikan_tertinggi
from pegawai.rules.golongan import Golongan

_KOLOM: Final = (
    "pk", "publik", "siasn_id", "nip", "nama", "gelar_depan", "gelar_belakang", "tanggal_lahir",
    "jenis_kelamin", "jenis", "status", "kedudukan_tampil", "tmt_cpns", "tmt_pns", "perjanjian_mulai",
    "perjanjian_sampai", "unit__siasn_id", "unit__nama", "atasan__publik", "golongan_kini", "tmt_golongan",
    "jabatan_id_kini", "jabatan_kini", "jenis_jabatan", "jenjang_kini", "tmt_jabatan", "pendidikan_kini",
    "jurusan_kini",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SaringanOrang:
    """What a list of people is narrowed to; names of enum members, as the API writes them.

    `instansi_id` is that of the reader: the scope says it too, here it leads to the index.
    """

    instansi_id: int
    unit: UnitKerja | None = None
    jenis: str | None = None
    status: str | None = None
    kedudukan: str | None = None
    golongan: str | None = None
    jenjang: str | None = None
    jenis_jabatan: str | None = None
    nip: tuple[str, ...] | None = None
    pk: int | None = None


def semua_golongan() -> dict[str, Golongan]:
    """Every golongan by its name; the two scales share none."""
    return {(g := Golongan(s, u)).nama: g for s in JenisPegawai for u in range(1, 18)}


def pilih_orang(pengguna: Any, s: SaringanOrang, *, per: date, disiplin: bool) -> QuerySet[Any]:
    """People inside the scope and the filter, with their state on `per`, in the order of their keys.

    A reader without the right to discipline finds nobody by the standing of a penalty: they are on duty.
    """
    orang = Pegawai.objects.visible_to(pengguna).of_instansi(s.instansi_id)
    orang = (
        orang.annotate(kedudukan_tampil=F("kedudukan_hukum"))
        if disiplin
        else orang.dengan_kedudukan(pengguna)
    )
    orang = dengan_posisi(orang, per).annotate(
        jabatan_id_kini=Subquery(jabatan_pada(per).values("jabatan__siasn_id")[:1]),
        jurusan_kini=Subquery(pendidikan_tertinggi().values("nama")[:1]),
    )
    if s.unit is not None:
        orang = orang.in_subtree(s.unit)
    return orang.filter(**_syarat(s)).order_by("pk")


def _syarat(s: SaringanOrang) -> dict[str, Any]:
    isi: dict[str, Any] = {}
    if s.jenis:
        isi["jenis"] = JenisPegawai[s.jenis]
    if s.status:
        isi["status"] = StatusKepegawaian[s.status]
    if s.kedudukan:
        isi["kedudukan_tampil"] = KedudukanHukum[s.kedudukan]
    if s.golongan:
        g = semua_golongan()[s.golongan]
        isi |= {"jenis": g.skala, "golongan_kini": g.urut} if not s.jenis else {"golongan_kini": g.urut}
        if s.jenis and JenisPegawai[s.jenis] is not g.skala:
            isi["pk__in"] = []
    if s.jenjang:
        isi["jenjang_kini"] = Jenjang[s.jenjang]
    if s.jenis_jabatan:
        isi["jenis_jabatan"] = JenisJabatan[s.jenis_jabatan]
    if s.nip is not None:
        isi["nip__in"] = s.nip
    if s.pk is not None:
        isi["pk"] = s.pk
    return isi


def baca_orang(orang: QuerySet[Any]) -> Iterator[dict[str, Any]]:
    """One row per person; `pk` is for the trail and the cursor, never for the answer."""
    for b in orang.values(*_KOLOM):
        yield {
            "pk": b["pk"],
            "id": b["publik"],
            "siasn_id": b["siasn_id"],
            "nip": b["nip"],
            "nama": b["nama"],
            "gelar_depan": b["gelar_depan"],
            "gelar_belakang": b["gelar_belakang"],
            "tanggal_lahir": b["tanggal_lahir"],
            "jenis_kelamin": JenisKelamin(b["jenis_kelamin"]).value,
            "jenis": JenisPegawai(b["jenis"]).name,
            "status": StatusKepegawaian(b["status"]).name,
            "kedudukan": KedudukanHukum(b["kedudukan_tampil"]).name,
            "tmt_cpns": b["tmt_cpns"],
            "tmt_pns": b["tmt_pns"],
            "perjanjian_mulai": b["perjanjian_mulai"],
            "perjanjian_sampai": b["perjanjian_sampai"],
            "unit": b["unit__siasn_id"] and {"id": b["unit__siasn_id"], "nama": b["unit__nama"]},
            "atasan": b["atasan__publik"],
            "golongan": _golongan(b),
            "jabatan": _jabatan(b),
            "pendidikan": _pendidikan(b),
        }


def _golongan(b: dict[str, Any]) -> dict[str, Any] | None:
    nama = nama_golongan(b["jenis"], b["golongan_kini"])
    return {"kode": nama, "tmt": b["tmt_golongan"]} if nama else None


def _jabatan(b: dict[str, Any]) -> dict[str, Any] | None:
    if b["jabatan_id_kini"] is None:
        return None
    return {
        "id": b["jabatan_id_kini"],
        "nama": b["jabatan_kini"],
        "jenis": JenisJabatan(b["jenis_jabatan"]).name,
        "jenjang": _nama(Jenjang, b["jenjang_kini"]),
        "tmt": b["tmt_jabatan"],
    }


def _pendidikan(b: dict[str, Any]) -> dict[str, Any] | None:
    if b["pendidikan_kini"] is None:
        return None
    return {"tingkat": TingkatPendidikan(b["pendidikan_kini"]).name, "jurusan": b["jurusan_kini"] or ""}


def _nama(enum: Any, nilai: Any) -> str | None:
    return None if nilai is None else str(enum(nilai).name)


# -- histories ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class JenisRiwayat:
    """One history: where it stands, its columns, and how a row reads."""

    model: Any
    kolom: tuple[str, ...]
    baca: Callable[[dict[str, Any]], dict[str, Any]]


def _pangkat(b: dict[str, Any]) -> dict[str, Any]:
    return {
        "golongan": nama_golongan(b["skala"], b["golongan"]),
        "tmt": b["tmt"],
        "masa_kerja_tahun": b["masa_kerja_tahun"],
        "masa_kerja_bulan": b["masa_kerja_bulan"],
        "nomor_sk": b["nomor_sk"],
    }


def _pos(b: dict[str, Any]) -> dict[str, Any]:
    return {
        "jabatan": {
            "id": b["jabatan__siasn_id"],
            "nama": b["jabatan__nama"],
            "jenis": JenisJabatan(b["jabatan__jenis"]).name,
            "jenjang": _nama(Jenjang, b["jabatan__jenjang"]),
        },
        "unit": b["unit__siasn_id"] and {"id": b["unit__siasn_id"], "nama": b["unit__nama"]},
        "tmt": b["tmt"],
        "nomor_sk": b["nomor_sk"],
    }


def _ijazah(b: dict[str, Any]) -> dict[str, Any]:
    return {
        "tingkat": TingkatPendidikan(b["tingkat"]).name,
        "siasn_id": b["siasn_id"],
        "jurusan": b["nama"],
        "sekolah": b["sekolah"],
        "tahun_lulus": b["tahun_lulus"],
    }


def _hukuman(b: dict[str, Any]) -> dict[str, Any]:
    return {
        "status": StatusDisiplin(b["status"]).name,
        "tingkat": TingkatHukuman(b["tingkat"]).name if b["tingkat"] else None,
        "jenis": b["jenis"],
        "mulai": b["mulai"],
        "sampai": b["sampai"],
        "nomor_sk": b["nomor_sk"],
    }


RIWAYAT: Final[dict[str, JenisRiwayat]] = {
    "pangkat": JenisRiwayat(
        RiwayatPangkat,
        ("skala", "golongan", "tmt", "masa_kerja_tahun", "masa_kerja_bulan", "nomor_sk"),
        _pangkat,
    ),
    "jabatan": JenisRiwayat(
        RiwayatJabatan,
        (
            *("jabatan__siasn_id", "jabatan__nama", "jabatan__jenis", "jabatan__jenjang"),
            *("unit__siasn_id", "unit__nama", "tmt", "nomor_sk"),
        ),
        _pos,
    ),
    "pendidikan": JenisRiwayat(
        RiwayatPendidikan, ("tingkat", "siasn_id", "nama", "sekolah", "tahun_lulus"), _ijazah
    ),
    "disiplin": JenisRiwayat(
        HukumanDisiplin, ("status", "tingkat", "jenis", "mulai", "sampai", "nomor_sk"), _hukuman
    ),
}


def pilih_riwayat(jenis: JenisRiwayat, pengguna: Any, *, unit: UnitKerja | None, pk: int | None) -> Any:
    """Rows of people inside the scope and the filter, in the order of their keys."""
    baris = jenis.model.objects.visible_to(pengguna)
    if unit is not None:
        baris = baris.filter(pegawai__in=Pegawai.objects.in_subtree(unit))
    if pk is not None:
        baris = baris.filter(pegawai_id=pk)
    return baris.order_by("pk")


def baca_riwayat(jenis: JenisRiwayat, baris: Any) -> Iterator[dict[str, Any]]:
    """One row per record; `pk` is for the cursor, `pegawai_pk` for the trail."""
    for b in baris.values("pk", "pegawai_id", "pegawai__publik", *jenis.kolom):
        yield {
            "pk": b["pk"],
            "pegawai_pk": b["pegawai_id"],
            "id": b["pk"],
            "pegawai": b["pegawai__publik"],
            **jenis.baca(b),
        }


def tanpa_dalam(baris: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows as they leave: without the keys of the database that only we need."""
    return [{k: v for k, v in b.items() if k not in ("pk", "pegawai_pk")} for b in baris]
