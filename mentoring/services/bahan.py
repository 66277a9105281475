"""Everybody who waits and every mentor of one government, as columns: a fixed number of queries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from mentoring.enums import StatusPasangan
from mentoring.models import KeahlianMentor, Pasangan, PermintaanMentor, ProfilMentor
from mentoring.rules.kolom_jodoh import Bilangan, Mentee, Mentor, Pertemuan, in_line
from mentoring.rules.syarat_mentor import fit_to_mentor
from pegawai.models import Pegawai, RiwayatJabatan, RiwayatPangkat
from pegawai.querysets import BERTUGAS, LEBAR_SEGMEN

#: No government has a longer chain; a faulty circle ends here too.
RANTAI_TERPANJANG: Final = 15
#: A perangkat daerah hangs directly below the root of the tree.
_PERANGKAT: Final = 2 * LEBAR_SEGMEN
Kunci = tuple[str, int | None]
#: (people, day) -> the signed predikat of the last year (1-5); who has none is left out.
PembacaPredikat = Callable[[Collection[int], date], Mapping[int, int]]
_PREDIKAT: Final[list[PembacaPredikat]] = []


def daftarkan_predikat(pembaca: PembacaPredikat) -> None:
    """Who knows appraisals, in AppConfig.ready; one at a time."""
    _PREDIKAT[:] = [pembaca]


def predikat_of(ids: Collection[int], per: date) -> Mapping[int, int]:
    return _PREDIKAT[0](ids, per) if _PREDIKAT and ids else {}


@dataclass(frozen=True, eq=False, slots=True)
class Bahan:
    """`permintaan` are the rows, `profil` the columns of everything in `mentee`, `mentor` and `pertemuan`."""

    permintaan: list[PermintaanMentor]
    profil: list[Any]
    mentee: Mentee
    mentor: Mentor
    pertemuan: Pertemuan


def gather(permintaan: Sequence[PermintaanMentor], instansi_id: int, *, per: date) -> Bahan:
    """Rows in the order given: who waits longest comes first. Mentors by key."""
    profil = list(
        ProfilMentor.objects.bersedia()
        .dengan_terisi()
        .filter(pegawai__instansi=instansi_id)
        .select_related("pegawai")
        .order_by("pk")
    )
    menunggu, membimbing = [p.pegawai_id for p in permintaan], [p.pegawai_id for p in profil]
    orang = _standing([*menunggu, *membimbing], per)
    mentee = Mentee(
        **_people(menunggu, orang),
        wajib=_whole(p.level_wajib for p in permintaan),
        terpencil=np.array([bool(orang[pk]["unit__terpencil"]) for pk in menunggu], dtype=np.bool_),
    )
    mentor = Mentor(
        **_people(membimbing, orang),
        jarak_jauh=np.array([p.jarak_jauh for p in profil], dtype=np.bool_),
        sisa=_whole(max(p.kapasitas - p.terisi, 0) for p in profil),
        terisi=_whole(p.terisi for p in profil),
        layak=_fit(profil, per),
    )
    pernah, disimpan = _bonds(permintaan, profil)
    pertemuan = Pertemuan(
        level=_levels(permintaan, profil),
        segaris=in_line(mentee.orang, mentor.orang, superiors([*menunggu, *membimbing]), RANTAI_TERPANJANG),
        pernah=pernah,
        disimpan=disimpan,
    )
    return Bahan(list(permintaan), profil, mentee, mentor, pertemuan)


def _standing(ids: Collection[int], per: date) -> dict[int, dict[str, Any]]:
    """Unit, jenjang and golongan of people on `per`; one query."""
    jenjang = RiwayatJabatan.objects.filter(pegawai=OuterRef("pk"), tmt__lte=per).order_by("-tmt", "pk")
    golongan = RiwayatPangkat.objects.filter(
        pegawai=OuterRef("pk"), skala=OuterRef("jenis"), tmt__lte=per
    ).order_by("-tmt", "pk")
    baris = Pegawai.objects.filter(pk__in=ids).annotate(
        jenjang_kini=_or_zero(jenjang.values("jabatan__jenjang")[:1]),
        golongan_kini=_or_zero(golongan.values("golongan")[:1]),
        unit_kini=Coalesce(F("unit_id"), Value(0)),
    )
    ruas = ("pk", "jenis", "unit_kini", "unit__jalur", "unit__terpencil", "jenjang_kini", "golongan_kini")
    return {b["pk"]: b for b in baris.values(*ruas)}


def _or_zero(isi: QuerySet[Any, Any]) -> Coalesce:
    return Coalesce(Subquery(isi, output_field=IntegerField()), Value(0))


def _people(ids: Sequence[int], orang: Mapping[int, Mapping[str, Any]]) -> dict[str, Any]:
    """The columns that mentees and mentors share; a number per perangkat daerah, 0 for no unit."""
    semua = sorted({(b["unit__jalur"] or "")[:_PERANGKAT] for b in orang.values()} - {""})
    perangkat = {jalur: n for n, jalur in enumerate(semua, 1)}
    baris = [orang[pk] for pk in ids]
    return {
        "orang": _whole(ids),
        "unit": _whole(b["unit_kini"] for b in baris),
        "perangkat": _whole(perangkat.get((b["unit__jalur"] or "")[:_PERANGKAT], 0) for b in baris),
        "jenjang": _whole(b["jenjang_kini"] for b in baris),
        "skala": _whole(b["jenis"] for b in baris),
        "golongan": _whole(b["golongan_kini"] for b in baris),
    }


def _fit(profil: Sequence[Any], per: date) -> npt.NDArray[np.bool_]:
    predikat = predikat_of([p.pegawai_id for p in profil], per)
    layak = [
        fit_to_mentor(bertugas=p.pegawai.kedudukan_hukum in BERTUGAS, predikat=predikat.get(p.pegawai_id))
        for p in profil
    ]
    return np.array(layak, dtype=np.bool_)


def key_of(satu: Any) -> Kunci:
    """The competency that a row is about, whichever model it is of."""
    return satu.kompetensi, satu.teknis_id


def _levels(permintaan: Sequence[PermintaanMentor], profil: Sequence[Any]) -> Bilangan:
    """A column of levels per competency that somebody waits for, spread over those who do."""
    kolom = {p.pk: n for n, p in enumerate(profil)}
    baris: dict[Kunci, Bilangan] = {key_of(p): np.zeros(len(profil), np.int64) for p in permintaan}
    for k in KeahlianMentor.objects.filter(profil__in=list(kolom)).order_by():
        if key_of(k) in baris:
            baris[key_of(k)][kolom[k.profil_id]] = k.level
    kosong = np.zeros((0, len(profil)), dtype=np.int64)
    return np.stack([baris[key_of(p)] for p in permintaan]) if permintaan else kosong


def _bonds(permintaan: Sequence[PermintaanMentor], profil: Sequence[Any]) -> tuple[Bilangan, Bilangan]:
    """`Pertemuan.pernah` and `Pertemuan.disimpan`; one query."""
    baris = {p.pegawai_id: n for n, p in enumerate(permintaan)}
    kolom = {p.pk: n for n, p in enumerate(profil)}
    pernah, disimpan = np.zeros((2, len(permintaan), len(profil)), dtype=np.int64)
    lalu = Pasangan.objects.filter(mentee__in=list(baris), mentor__in=list(kolom)).order_by()
    for mentee, mentor, status, wadah in lalu.values_list("mentee", "mentor", "status", "permintaan"):
        i, j = baris[mentee], kolom[mentor]
        if status == StatusPasangan.TIDAK_BERLANJUT or _declined(status, wadah, permintaan[i].pk):
            pernah[i, j] = -1
        elif status == StatusPasangan.SELESAI and pernah[i, j] == 0:
            pernah[i, j] = 1
        elif status == StatusPasangan.DIUSULKAN and wadah == permintaan[i].pk:
            disimpan[i, j] = 1
    return pernah, disimpan


def _declined(status: str, wadah: int | None, permintaan: int) -> bool:
    """Whether the mentor could not take them for this very wait; for another they may be asked again."""
    return status == StatusPasangan.BELUM_DITERIMA and wadah == permintaan


def superiors(awal: Collection[int]) -> dict[int, int | None]:
    """The atasan of everyone from `awal` upwards; one query per level of the hierarchy."""
    atasan: dict[int, int | None] = {}
    baru = set(awal)
    for _ in range(RANTAI_TERPANJANG):
        if not baru:
            break
        atasan.update(Pegawai.objects.filter(pk__in=baru).values_list("pk", "atasan_id"))
        baru = {a for a in atasan.values() if a is not None} - set(atasan)
    return atasan


def _whole(isi: Any) -> Bilangan:
    return np.array(list(isi), dtype=np.int64)
