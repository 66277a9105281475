"""People as pages name them: pangkat, jabatan, unit in one line; dates in words."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import QuerySet, Subquery

from asn_karier.lib import kata
from pegawai.enums import JenisPegawai
from pegawai.models import Instansi, Pegawai, UnitKerja
from pegawai.querysets import LEBAR_SEGMEN
from pegawai.reports.posisi import jabatan_pada, pangkat_pada
from pegawai.rules.golongan import Golongan


class Identitas(NamedTuple):
    """One person in words; what is not recorded is empty. `teks` joins the three with dashes."""

    pegawai_id: int
    nama: str
    pangkat: str
    jabatan: str
    unit: str

    @property
    def teks(self) -> str:
        return " \N{EN DASH} ".join(t for t in (self.pangkat, self.jabatan, self.unit) if t)


def identities(pegawai: QuerySet[Pegawai], *, per: date) -> dict[int, Identitas]:
    """Everyone of `pegawai` as they stand on `per`, in one query."""
    baris = pegawai.select_related("unit").annotate(
        golongan_kini=Subquery(pangkat_pada(per).values("golongan")[:1]),
        jabatan_kini=Subquery(jabatan_pada(per).values("jabatan__nama")[:1]),
    )
    return {
        p.pk: Identitas(
            pegawai_id=p.pk,
            nama=p.nama_gelar,
            pangkat=golongan_text(p.jenis, p.golongan_kini),
            jabatan=p.jabatan_kini or "",
            unit=p.unit.nama if p.unit else "",
        )
        for p in baris
    }


def identity(pegawai: Pegawai, *, per: date) -> Identitas:
    """One person as they stand on `per`; one query."""
    return identities(Pegawai.objects.filter(pk=pegawai.pk), per=per)[pegawai.pk]


def golongan_text(skala: int | None, urut: int | None) -> str:
    """'Penata Muda (III/a)' for a PNS, 'Golongan IX' for a PPPK, empty when not recorded."""
    if skala is None or urut is None:
        return ""
    golongan = Golongan(JenisPegawai(skala), urut)
    return f"{golongan.pangkat} ({golongan.nama})" if golongan.pangkat else f"Golongan {golongan.nama}"


def date_text(tanggal: date | None) -> str:
    """'1 April 2027'; empty for no date."""
    return kata.tanggal(tanggal) if tanggal else ""


def zone_of(pegawai: Pegawai) -> str:
    """The clock of a person: of their unit where it has its own, else of the instansi."""
    return (pegawai.unit.zona_waktu if pegawai.unit else "") or pegawai.instansi.zona_waktu


def unit_names(pegawai: Pegawai) -> tuple[str, ...]:
    """The unit of a person and every one above it, which its path names; the nearest first."""
    if pegawai.unit is None:
        return ()
    semua = _ancestors(pegawai.unit.jalur)
    unit = UnitKerja.objects.filter(instansi=pegawai.instansi_id, jalur__in=semua)
    return names_on_path(pegawai.unit.jalur, dict(unit.values_list("jalur", "nama")))


def names_on_path(jalur: str, nama: Mapping[str, str]) -> tuple[str, ...]:
    """The same for many: `nama` has the names of the units of one instansi by path."""
    return tuple(nama[j] for j in _ancestors(jalur) if j in nama)


def _ancestors(jalur: str) -> list[str]:
    return [jalur[:n] for n in range(len(jalur), 0, -LEBAR_SEGMEN)]


def day_of(pegawai: Pegawai, at: datetime) -> date:
    """The day on the clock of a person."""
    return at.astimezone(ZoneInfo(zone_of(pegawai))).date()


def day_in(instansi: Instansi, at: datetime) -> date:
    """The day on the clock of a government."""
    return at.astimezone(ZoneInfo(instansi.zona_waktu)).date()


def zone_of_unit(unit: UnitKerja) -> str:
    """The clock of an office."""
    return unit.zona_waktu or unit.instansi.zona_waktu


def moment_text(saat: datetime, zona_waktu: str) -> str:
    """'21 November 2026 pukul 06.00 WIT' on the clock of `zona_waktu`."""
    return kata.waktu(saat.astimezone(ZoneInfo(zona_waktu)))
