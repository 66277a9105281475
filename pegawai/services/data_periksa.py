"""What a person checks by hand on paper: who they are on the records, in one query for many people."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import QuerySet, Subquery

from pegawai.enums import TingkatPendidikan
from pegawai.kamus import LABEL
from pegawai.models import Pegawai
from pegawai.reports.posisi import dengan_posisi, pendidikan_tertinggi
from pegawai.services.profil import date_text, golongan_text

KOSONG: Final = "Belum tercatat"


class DataPeriksa(NamedTuple):
    """`baris`: (name of the data, what is recorded); `orang` has its instansi, unit and atasan at hand."""

    orang: Pegawai
    identitas: str
    baris: list[tuple[str, str]]


def own_data(pegawai: QuerySet[Pegawai], *, per: date) -> list[DataPeriksa]:
    """Everybody of `pegawai` in its order, as they stand on `per`; one query."""
    semua = dengan_posisi(pegawai.select_related("instansi", "unit", "atasan"), per)
    semua = semua.annotate(program_kini=Subquery(pendidikan_tertinggi().values("nama")[:1]))
    return [_satu(p) for p in semua]


def _satu(p: Any) -> DataPeriksa:
    pangkat, jabatan = golongan_text(p.jenis, p.golongan_kini), p.jabatan_kini or ""
    unit = p.unit.nama if p.unit else ""
    lahir = ", ".join(t for t in (p.tempat_lahir, date_text(p.tanggal_lahir)) if t)
    baris = [
        ("Nama dan gelar", p.nama_gelar),
        ("Tempat, tanggal lahir", lahir),
        ("Golongan dan TMT", _dengan_tmt(pangkat, p.tmt_golongan)),
        ("Jabatan dan TMT", _dengan_tmt(jabatan, p.tmt_jabatan)),
        ("Pendidikan tertinggi", _pendidikan(p.pendidikan_kini, p.program_kini)),
        ("Unit kerja", unit),
        ("Atasan penilai", p.atasan.nama_gelar if p.atasan else ""),
    ]
    identitas = " \N{EN DASH} ".join(t for t in (pangkat, jabatan, unit) if t)
    return DataPeriksa(p, identitas, [(label, nilai or KOSONG) for label, nilai in baris])


def _dengan_tmt(teks: str, tmt: date | None) -> str:
    return f"{teks}, TMT {date_text(tmt)}" if teks and tmt else teks


def _pendidikan(tingkat: int | None, program: str | None) -> str:
    if tingkat is None:
        return ""
    return ", ".join(t for t in (LABEL[TingkatPendidikan][TingkatPendidikan(tingkat)], program) if t)
