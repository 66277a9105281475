"""The chain of atasan of one instansi: what is wrong in it, and whom to take instead.

Read as columns for everybody at once: the number of queries does not grow with people, units or faults.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from django.db.models import Exists, OuterRef

from pegawai.enums import Eselon, JenisJabatan, Jenjang
from pegawai.models import Pegawai, RiwayatJabatan, UnitKerja
from pegawai.querysets import BERTUGAS, LEBAR_SEGMEN
from pegawai.reports.plt import acting_heads, rated_by_expired
from pegawai.reports.temuan import DIPERIKSA, TEMUAN, lingkaran, temuan_pegawai
from pegawai.rules.atasan import first_fit

#: Faults of the chain by the code of their finding, the gravest first.
CACAT: Final = (
    "atasan_diri_sendiri",
    "atasan_melingkar",
    "tanpa_atasan",
    "atasan_tidak_bertugas",
    "atasan_lewat_bup",
    "atasan_instansi_lain",
    "atasan_plt_berakhir",
)
#: Only a hint: many are rated by somebody else than the head of their unit, and rightly so.
ISYARAT: Final = "bukan_kepala_unit"
JUDUL: Final = {
    **{kode: TEMUAN[kode].judul for kode in CACAT},
    ISYARAT: "Petunjuk: atasannya bukan kepala unitnya",
}


class Orang(NamedTuple):
    """One person as the chain needs them."""

    pk: int
    nama: str
    nip: str
    unit_id: int | None
    atasan_id: int | None
    kedudukan: int
    versi: int


class Baris(NamedTuple):
    """One person with faults. `usul_id` None: nobody better is known; `tetap`: the present one is right."""

    orang: Orang
    cacat: tuple[str, ...]
    usul_id: int | None
    tetap: bool


@dataclass(slots=True)
class Rantai:
    """An instansi on one day."""

    orang: dict[int, Orang]
    jalur: dict[int, str]
    nama_unit: dict[int, str]
    kepala: dict[int, int]
    cacat: dict[str, set[int]] = field(default_factory=dict)

    @property
    def atasan(self) -> dict[int, int | None]:
        return {o.pk: o.atasan_id for o in self.orang.values()}

    def kepala_di_atas(self, menurut_jalur: dict[str, int], jalur: str) -> Iterator[int]:
        """Heads of the unit at `jalur` and of those above it, the nearest first."""
        while jalur:
            kepala = self.kepala.get(menurut_jalur.get(jalur, 0))
            if kepala is not None:
                yield kepala
            jalur = jalur[:-LEBAR_SEGMEN]


def read_chain(instansi_id: int, per: date) -> Rantai:
    """People, units and heads of one instansi; faults are added by `find_faults`."""
    kolom = ("pk", "nama", "nip", "unit_id", "atasan_id", "kedudukan_hukum", "versi")
    semua = Pegawai.objects.of_instansi(instansi_id).order_by().values_list(*kolom)
    orang = {b[0]: Orang(*b) for b in semua}
    unit = list(UnitKerja.objects.filter(instansi_id=instansi_id).values_list("pk", "jalur", "nama"))
    rantai = Rantai(
        orang,
        {pk: jalur for pk, jalur, _ in unit},
        {pk: nama for pk, _, nama in unit},
        _kepala_unit(instansi_id, orang, per),
    )
    rantai.cacat = _cacat(rantai, instansi_id, per)
    return rantai


def _kepala_unit(instansi_id: int, orang: dict[int, Orang], per: date) -> dict[int, int]:
    """Who leads each unit: its PLT, else the holder of its highest structural post who is on duty."""
    sesudah = RiwayatJabatan.objects.filter(
        pegawai=OuterRef("pegawai"), tmt__gt=OuterRef("tmt"), tmt__lte=per
    )
    jabatan = RiwayatJabatan.objects.filter(
        ~Exists(sesudah),
        tmt__lte=per,
        pegawai__instansi_id=instansi_id,
        pegawai__kedudukan_hukum__in=BERTUGAS,
        jabatan__jenis=JenisJabatan.STRUKTURAL,
    ).order_by()
    calon: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for siapa, unit, eselon, jenjang in jabatan.values_list(
        "pegawai_id", "unit_id", "jabatan__eselon_kode", "jabatan__jenjang"
    ):
        tempat = unit or orang[siapa].unit_id
        if tempat is not None:
            tinggi = (max(Eselon) + 1 if eselon is None else eselon, -(jenjang or min(Jenjang)), siapa)
            calon[tempat].append(tinggi)
    definitif = {unit: min(semua)[-1] for unit, semua in calon.items()}
    plt = {u: s for u, s in acting_heads(instansi_id, per).items() if s in orang and _bertugas(orang[s])}
    return definitif | plt


def _bertugas(o: Orang) -> bool:
    return o.kedudukan in BERTUGAS


def _cacat(rantai: Rantai, instansi_id: int, per: date) -> dict[str, set[int]]:
    """Everybody with each fault, among those whose records must be whole."""
    diperiksa = {pk for pk, o in rantai.orang.items() if o.kedudukan in DIPERIKSA}
    atasan = rantai.atasan
    luar = {a for a in atasan.values() if a is not None and a not in rantai.orang}
    semua = Pegawai.objects.of_instansi(instansi_id)
    lewat_bup = temuan_pegawai(semua, "atasan_lewat_bup", instansi_id=instansi_id, per=per)
    luar_bertugas = set(
        Pegawai.objects.filter(pk__in=luar, kedudukan_hukum__in=BERTUGAS).values_list("pk", flat=True)
    )

    def _lepas(a: int | None) -> bool:
        if a is None:
            return False
        return not _bertugas(rantai.orang[a]) if a in rantai.orang else a not in luar_bertugas

    hasil = {
        "atasan_diri_sendiri": {pk for pk, a in atasan.items() if a == pk},
        "atasan_melingkar": lingkaran(atasan),
        "tanpa_atasan": {pk for pk, a in atasan.items() if a is None},
        "atasan_tidak_bertugas": {pk for pk, a in atasan.items() if _lepas(a)},
        "atasan_lewat_bup": set(lewat_bup.order_by().values_list("pk", flat=True)),
        "atasan_instansi_lain": {pk for pk, a in atasan.items() if a in luar},
        "atasan_plt_berakhir": rated_by_expired(instansi_id, per),
    }
    return {kode: siapa & diperiksa for kode, siapa in hasil.items()}


def faulty_rows(rantai: Rantai, kode: str = "") -> list[Baris]:
    """People with a fault (with the one named, when one is), each with a proposal that closes no circle.

    Proposals are made for all at once, from the top of the tree down, so that any choice of them together
    closes no circle either; whoever applies them looks again.
    """
    sebab: dict[int, list[str]] = defaultdict(list)
    for k in CACAT:
        for pk in rantai.cacat[k]:
            sebab[pk].append(k)
    usul = _usulan(rantai, sebab)
    baris = (
        Baris(o, tuple(sebab[pk]), usul[pk], usul[pk] is not None and usul[pk] == o.atasan_id)
        for pk in sebab
        if (o := rantai.orang[pk])
    )
    return _urutkan(b for b in baris if not kode or kode in b.cacat)


def _usulan(rantai: Rantai, sebab: Iterable[int]) -> dict[int, int | None]:
    menurut_jalur = {j: pk for pk, j in rantai.jalur.items()}
    kerja = rantai.atasan
    diperbaiki = sorted(sebab, key=lambda pk: (len(_jalur(rantai, pk)), pk))
    for pk in diperbaiki:
        kerja[pk] = None
    usul: dict[int, int | None] = {}
    # Heads first: whoever leads a unit is proposed to its people, so their own place must stand before.
    memimpin = set(rantai.kepala.values())
    for pk in sorted(diperbaiki, key=lambda pk: (len(_jalur(rantai, pk)), pk not in memimpin, pk)):
        calon = rantai.kepala_di_atas(menurut_jalur, _jalur(rantai, pk))
        usul[pk] = kerja[pk] = first_fit(kerja, pk, (c for c in calon if _bertugas(rantai.orang[c])))
    return usul


def _jalur(rantai: Rantai, pk: int) -> str:
    return rantai.jalur.get(rantai.orang[pk].unit_id or 0, "")


def hint_rows(rantai: Rantai) -> list[Baris]:
    """People without a fault who are rated by somebody else than the head of their unit. Only a hint."""
    bercacat = set().union(*rantai.cacat.values())
    menurut_jalur = {j: pk for pk, j in rantai.jalur.items()}
    hasil = []
    for pk, o in rantai.orang.items():
        if pk in bercacat or o.kedudukan not in DIPERIKSA:
            continue
        calon = rantai.kepala_di_atas(menurut_jalur, _jalur(rantai, pk))
        usul = next((c for c in calon if c != pk), None)
        if usul is not None and usul != o.atasan_id:
            hasil.append(Baris(o, (ISYARAT,), usul, False))
    return _urutkan(hasil)


def _urutkan(baris: Iterable[Baris]) -> list[Baris]:
    return sorted(baris, key=lambda b: (b.orang.nama, b.orang.pk))
