"""Who is there, and who should be: bezetting, peta jabatan, age. Each table is a query or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any, Final

from django.db.models import Count, F, Q, QuerySet, Subquery

from asn_karier.lib.dates import add_years
from asn_karier.lib.export import Sel
from pegawai.enums import JenisJabatan, JenisPegawai
from pegawai.models import Jabatan, PetaJabatan
from pegawai.reports.agenda import bertugas
from pegawai.reports.posisi import jabatan_pada
from pegawai.reports.rekap import BELUM_DICATAT

KEPALA_BEZETTING: Final = (
    "Unit kerja", "PNS", "PPPK", "Struktural", "Fungsional", "Pelaksana", "Belum dicatat", "Jumlah",
)  # fmt: skip
KEPALA_PETA: Final = (
    "Unit kerja", "Jabatan", "Kebutuhan", "Terisi", "Lowong", "Lebih", "Keadaan kebutuhan per", "Sumber",
    "ID unit", "ID jabatan",
)  # fmt: skip
#: Lowest age of each class; the last is open.
KELAS_USIA: Final = (0, 26, 31, 36, 41, 46, 51, 56, 61)


def bezetting(orang: QuerySet[Any], per: date) -> Iterator[list[Sel]]:
    """One line per unit that has people, in the order of the tree, and their sum. One query."""
    # Grouped once and spread over the columns here: a filter per column would read every post once each.
    baris = (
        bertugas(orang)
        .annotate(jj=Subquery(jabatan_pada(per).values("jabatan__jenis")[:1]))
        .values("unit__instansi_id", "unit__jalur", "unit__nama", "jenis", "jj")
        .annotate(n=Count("pk"))
        .order_by(F("unit__instansi_id").asc(nulls_last=True), F("unit__jalur").asc(nulls_last=True))
    )
    semua = [0] * len(KEPALA_BEZETTING[1:])
    for (_, _, nama), isi in groupby(baris, key=itemgetter("unit__instansi_id", "unit__jalur", "unit__nama")):
        jumlah = [0] * len(semua)
        for b in isi:
            for kolom in (_JENIS[b["jenis"]], _JENIS_JABATAN[b["jj"]], len(semua) - 1):
                jumlah[kolom] += b["n"]
        semua = [x + y for x, y in zip(semua, jumlah, strict=True)]
        yield [nama or BELUM_DICATAT, *jumlah]
    yield ["Jumlah", *semua]


#: Where people of one kind are counted, by position after the unit.
_JENIS: Final = {JenisPegawai.PNS: 0, JenisPegawai.PPPK: 1}
_JENIS_JABATAN: Final = {
    JenisJabatan.STRUKTURAL: 2,
    JenisJabatan.FUNGSIONAL: 3,
    JenisJabatan.RANGKAP: 3,
    JenisJabatan.PELAKSANA: 4,
    None: 5,
}


def peta_jabatan(orang: QuerySet[Any], kebutuhan: QuerySet[Any], per: date) -> Iterator[list[Sel]]:
    """Per unit and post: needed, filled, vacant, too many. A post nobody has stated a need for says so."""
    terisi = _terisi(orang, per)
    kunci: dict[tuple[Any, ...], dict[str, Any]] = {}
    for k in kebutuhan.filter(per_tanggal__lte=per).values(
        "unit_id", "jabatan_id", "kebutuhan", "per_tanggal", "sumber", "unit__jalur", "unit__nama",
        "jabatan__nama", "unit__instansi_id", "unit__siasn_id", "jabatan__siasn_id",
    ):  # fmt: skip
        kunci[k["unit_id"], k["jabatan_id"]] = k
    for pasang, b in terisi.items():
        kunci.setdefault(pasang, {**b, "kebutuhan": None, "per_tanggal": None, "sumber": ""})
    for (unit, jabatan), k in sorted(kunci.items(), key=_urut_peta):
        n, perlu = terisi.get((unit, jabatan), {}).get("terisi", 0), k["kebutuhan"]
        yield [
            k["unit__nama"] or BELUM_DICATAT,
            k["jabatan__nama"],
            "Belum dinyatakan" if perlu is None else perlu,
            n,
            "" if perlu is None else max(perlu - n, 0),
            "" if perlu is None else max(n - perlu, 0),
            k["per_tanggal"],
            k["sumber"],
            k["unit__siasn_id"],
            k["jabatan__siasn_id"],
        ]


def _urut_peta(pasang: Any) -> tuple[Any, ...]:
    (_, _), k = pasang
    return k["unit__instansi_id"] or 0, k["unit__jalur"] is None, k["unit__jalur"] or "", k["jabatan__nama"]


def _terisi(orang: QuerySet[Any], per: date) -> dict[tuple[Any, Any], dict[str, Any]]:
    """(unit, post) -> people on duty there; who has no post is in no line of a map of posts."""
    kelompok = (
        bertugas(orang)
        .annotate(pos=Subquery(jabatan_pada(per).values("jabatan_id")[:1]))
        .exclude(pos=None)
        .values("unit_id", "pos", "unit__nama", "unit__jalur", "unit__instansi_id", "unit__siasn_id")
        .annotate(terisi=Count("pk"))
        .order_by()
    )
    baris = list(kelompok)
    pos = Jabatan.objects.in_bulk({b["pos"] for b in baris})
    return {
        (b["unit_id"], b["pos"]): {
            **b,
            "jabatan__nama": pos[b["pos"]].nama,
            "jabatan__siasn_id": pos[b["pos"]].siasn_id,
        }
        for b in baris
    }


def lowong(instansi_id: int, orang: QuerySet[Any], per: date) -> dict[int, tuple[int, date, str]]:
    """Post -> (vacancies in the whole instansi, stated on, source), of the posts with a stated need."""
    perlu: dict[int, int] = defaultdict(int)
    terisi: dict[int, int] = defaultdict(int)
    asal: dict[int, tuple[date, str]] = {}
    for k in PetaJabatan.objects.filter(instansi_id=instansi_id):
        perlu[k.jabatan_id] += k.kebutuhan
        asal[k.jabatan_id] = max(asal.get(k.jabatan_id, (date.min, "")), (k.per_tanggal, k.sumber))
    for (_, jabatan), b in _terisi(orang, per).items():
        terisi[jabatan] += b["terisi"]
    return {j: (max(n - terisi[j], 0), *asal[j]) for j, n in perlu.items()}


def rekap_usia(orang: QuerySet[Any], per: date) -> Iterator[list[Sel]]:
    """People by class of age on `per`: the day of birth lies between two anniversaries. One query."""
    kelas = list(pairwise((*KELAS_USIA, None)))
    hitung = {f"k{n}": Count("pk", filter=_lahir(bawah, atas, per)) for n, (bawah, atas) in enumerate(kelas)}
    hasil = orang.order_by().aggregate(**hitung, semua=Count("pk"))
    for n, (bawah, atas) in enumerate(kelas):
        yield ["", _nama_kelas(bawah, atas), hasil[f"k{n}"]]
    yield ["", "Jumlah", hasil["semua"]]


def _lahir(bawah: int | None, atas: int | None, per: date) -> Q:
    """Born so that the age on `per` is at least `bawah` and below `atas`."""
    muda = Q(tanggal_lahir__lte=add_years(per, -bawah)) if bawah else Q()
    return muda & Q(tanggal_lahir__gt=add_years(per, -atas)) if atas else muda


def _nama_kelas(bawah: int | None, atas: int | None) -> str:
    if not bawah:
        return f"Di bawah {atas} tahun"
    return f"{bawah}–{atas - 1} tahun" if atas else f"{bawah} tahun ke atas"
