"""A cycle as HR follows it: who is how far, what they wait for, and by which unit.

Everybody is read once as columns; tables, lists, files and reminders are cut from the same rows, so that
a number and the list behind it cannot differ. The number of queries is the same for ten and for ten
thousand people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from kinerja.enums import Sangkut, SumberKinerja, TahapPegawai
from kinerja.models import SiklusPenilaian
from kinerja.reports.tahap import stages
from pegawai.models import Pegawai, UnitKerja
from pegawai.querysets import BERTUGAS, LEBAR_SEGMEN
from pegawai.reports.temuan import DIPERIKSA

_KOLOM: Final = (
    "pk",
    "unit_id",
    "unit__jalur",
    "unit__zona_waktu",
    "atasan_id",
    "atasan__kedudukan_hukum",
    "atasan__instansi_id",
)


class Peserta(NamedTuple):
    """One person in a cycle. `batas`: the last day to fill in, with what HR has extended."""

    pk: int
    unit_id: int | None
    jalur: str
    zona_waktu: str
    atasan_id: int | None
    dapat_dinilai: bool
    tahap: TahapPegawai
    sangkut: Sangkut | None
    batas: date
    alasan_batas: str

    @property
    def belum_mengirim(self) -> bool:
        return self.tahap < TahapPegawai.TERKIRIM

    def lewat(self, at: datetime) -> bool:
        """Whether the last day is over where the person works and nothing was sent."""
        return self.belum_mengirim and at.astimezone(ZoneInfo(self.zona_waktu)).date() > self.batas

    def sisa_hari(self, at: datetime) -> int:
        """Days until the last one, on the clock of the person; 0 on the day itself."""
        return (self.batas - at.astimezone(ZoneInfo(self.zona_waktu)).date()).days


class BarisUnit(NamedTuple):
    """One unit with all below it. `unit_id` None: people without a unit; `langsung`: without those below."""

    unit_id: int | None
    nama: str
    jumlah: int
    per_tahap: dict[TahapPegawai, int]
    langsung: bool

    @property
    def belum(self) -> int:
        return self.per_tahap[TahapPegawai.BELUM] + self.per_tahap[TahapPegawai.SEBAGIAN]


@dataclass(frozen=True, slots=True)
class Pantauan:
    siklus: SiklusPenilaian
    peserta: list[Peserta]
    unit: dict[int, UnitKerja]

    def per_tahap(self) -> dict[TahapPegawai, int]:
        return _hitung(self.peserta)

    def per_sangkut(self) -> dict[Sangkut, int]:
        """How many wait for what, the most first."""
        hitung = Counter(p.sangkut for p in self.peserta if p.sangkut is not None)
        return dict(hitung.most_common())


def read_progress(siklus: SiklusPenilaian) -> Pantauan:
    """Everybody who takes part in `siklus`: those of the instansi whose records must be whole."""
    tahap = stages(siklus)
    unit = {u.pk: u for u in UnitKerja.objects.filter(instansi_id=siklus.instansi_id)}
    orang_lanjut, unit_lanjut = _perpanjangan(siklus)
    zona = siklus.instansi.zona_waktu
    semua = Pegawai.objects.of_instansi(siklus.instansi_id).filter(kedudukan_hukum__in=DIPERIKSA)
    peserta = []
    for pk, unit_id, jalur, zona_unit, atasan_id, kedudukan, instansi_atasan in semua.order_by(
        "nama", "pk"
    ).values_list(*_KOLOM):
        dapat = (
            atasan_id not in (None, pk) and kedudukan in BERTUGAS and instansi_atasan == siklus.instansi_id
        )
        t = tahap.get(pk, TahapPegawai.BELUM)
        batas, alasan = _batas(siklus, pk, jalur or "", orang_lanjut, unit_lanjut)
        sebab = _sangkut(siklus, t, dapat)
        peserta.append(
            Peserta(pk, unit_id, jalur or "", zona_unit or zona, atasan_id, dapat, t, sebab, batas, alasan)
        )
    return Pantauan(siklus, peserta, unit)


_Lanjut = tuple[date, str]


def _perpanjangan(siklus: SiklusPenilaian) -> tuple[dict[int, _Lanjut], list[tuple[str, _Lanjut]]]:
    """The latest extension of each person, and those of units."""
    orang: dict[int, _Lanjut] = {}
    unit: list[tuple[str, _Lanjut]] = []
    semua: Any = siklus.perpanjangan.order_by("sampai", "pk")
    for pegawai_id, jalur, sampai, alasan in semua.values_list(
        "pegawai_id", "unit__jalur", "sampai", "alasan"
    ):
        if pegawai_id is not None:
            orang[pegawai_id] = (sampai, alasan)
        else:
            unit.append((jalur, (sampai, alasan)))
    return orang, unit


def _batas(
    siklus: SiklusPenilaian,
    pk: int,
    jalur: str,
    orang: dict[int, _Lanjut],
    unit: Sequence[tuple[str, _Lanjut]],
) -> _Lanjut:
    """The same rule as `services.tenggat`: of several the latest counts."""
    calon = [(siklus.akhir_pengisian, "")]
    calon += [lanjut for j, lanjut in unit if jalur.startswith(j)]
    if pk in orang:
        calon.append(orang[pk])
    return max(calon, key=lambda c: c[0])


def _sangkut(siklus: SiklusPenilaian, tahap: TahapPegawai, dapat_dinilai: bool) -> Sangkut | None:
    if tahap is TahapPegawai.SELESAI:
        return None
    if siklus.sumber == SumberKinerja.EKINERJA:
        return Sangkut.IMPOR
    if tahap is TahapPegawai.DINILAI:
        return Sangkut.PENGUMUMAN
    if not dapat_dinilai:
        return Sangkut.DATA
    return Sangkut.ATASAN if tahap is TahapPegawai.TERKIRIM else Sangkut.BELUM_MENGISI


def _hitung(peserta: Iterable[Peserta]) -> dict[TahapPegawai, int]:
    hitung = Counter(p.tahap for p in peserta)
    return {t: hitung[t] for t in TahapPegawai}


# -- by unit ------------------------------------------------------------------------------------------


def by_unit(pantauan: Pantauan, di_bawah: UnitKerja | None = None) -> list[BarisUnit]:
    """The units right below `di_bawah` (or the widest division of the instansi), the worst first."""
    puncak = di_bawah.jalur if di_bawah is not None else _puncak(pantauan.unit.values())
    menurut_jalur = {u.jalur: u for u in pantauan.unit.values()}
    kelompok: dict[str, list[Peserta]] = defaultdict(list)
    for p in pantauan.peserta:
        if p.jalur.startswith(puncak):
            kelompok[p.jalur[: len(puncak) + LEBAR_SEGMEN]].append(p)
        elif di_bawah is None:
            kelompok[p.jalur].append(p)
    baris = [_baris_unit(menurut_jalur.get(jalur), jalur, puncak, isi) for jalur, isi in kelompok.items()]
    return sorted(baris, key=lambda b: (-b.belum / b.jumlah, -b.jumlah, b.nama))


def _baris_unit(unit: UnitKerja | None, jalur: str, puncak: str, isi: list[Peserta]) -> BarisUnit:
    langsung = len(jalur) <= len(puncak)
    nama = unit.nama if unit is not None else "Belum punya unit kerja"
    return BarisUnit(unit.pk if unit is not None else None, nama, len(isi), _hitung(isi), langsung)


def _puncak(unit: Iterable[UnitKerja]) -> str:
    """The path down to which the tree does not branch: a single root is no division."""
    semua = {u.jalur for u in unit}
    puncak = ""
    while True:
        anak = [j for j in semua if j.startswith(puncak) and len(j) == len(puncak) + LEBAR_SEGMEN]
        if len(anak) != 1:
            return puncak
        puncak = anak[0]


# -- lists --------------------------------------------------------------------------------------------


class Saring(NamedTuple):
    """Which people of a cycle; empty parts let everybody through."""

    unit: UnitKerja | None = None
    langsung: bool = False
    tanpa_unit: bool = False
    tahap: frozenset[TahapPegawai] = frozenset()
    sangkut: Sangkut | None = None
    terlambat: bool = False


def pick(pantauan: Pantauan, saring: Saring, at: datetime) -> list[Peserta]:
    """The people that the filter holds, by name."""
    return [p for p in pantauan.peserta if _cocok(p, saring, at)]


def _cocok(p: Peserta, s: Saring, at: datetime) -> bool:
    if s.tanpa_unit and p.unit_id is not None:
        return False
    if s.unit is not None and not _di_unit(p, s.unit, s.langsung):
        return False
    if s.tahap and p.tahap not in s.tahap:
        return False
    if s.sangkut is not None and p.sangkut is not s.sangkut:
        return False
    return not s.terlambat or p.lewat(at)


def _di_unit(p: Peserta, unit: UnitKerja, langsung: bool) -> bool:
    return p.unit_id == unit.pk if langsung else p.jalur.startswith(unit.jalur)


def next_extension(siklus: SiklusPenilaian, hari: date) -> date:
    """What a form proposes: five days after the last day, or after today when that is over."""
    return max(siklus.akhir_pengisian, hari) + timedelta(days=5)
