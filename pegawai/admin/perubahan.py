"""Changes of a person's records in words: who changed what, from what to what, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import zip_longest
from typing import Any, Final

from django.db.models import Field, Model, QuerySet
from django.utils import timezone

from asn_karier.lib import kata
from pegawai.enums import JenisPegawai, KedudukanHukum
from pegawai.models import (
    HasilUjian,
    HukumanDisiplin,
    Pegawai,
    Penghargaan,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pegawai.reports.posisi import nama_golongan

KOSONG: Final = "kosong"
DI_LUAR: Final = "(di luar lingkup Anda)"
_JENIS: Final = {"+": "Dicatat", "~": "Diubah", "-": "Dihapus"}
_UMUM: Final = (RiwayatPangkat, RiwayatJabatan, RiwayatPendidikan, Penghargaan)
_KHUSUS: Final = (HasilUjian, HukumanDisiplin)
_TAK_DISEBUT: Final = ("versi", "diubah_pada", "dibuat_pada")


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """What the stock history page reads of an entry."""

    action_time: datetime
    user: Any
    pesan: str

    def get_change_message(self) -> str:
        return self.pesan


class _Sistem:
    """Writer of changes that no person made (imports by command)."""

    def get_username(self) -> str:
        return "Sistem"


@dataclass(frozen=True, slots=True)
class _Beda:
    """One field of one change; `skala` names the scale of a golongan, `jenis` the kind of the person."""

    field: Field[Any, Any]
    lama: Any
    baru: Any
    skala: int | None
    jenis: int | None

    @property
    def tertutup(self) -> bool:
        """A standing that tells of a penalty."""
        khusus = KedudukanHukum.HUKUMAN_DISIPLIN
        return self.field.name == "kedudukan_hukum" and khusus in (self.lama, self.baru)

    def samaran(self) -> _Beda:
        """The same change as everybody reads it: under a penalty is on duty."""
        pppk = self.jenis == JenisPegawai.PPPK
        bertugas = KedudukanHukum.PPPK_AKTIF if pppk else KedudukanHukum.AKTIF
        ganti = {KedudukanHukum.HUKUMAN_DISIPLIN: bertugas}
        return replace(self, lama=ganti.get(self.lama, self.lama), baru=ganti.get(self.baru, self.baru))


@dataclass(frozen=True, slots=True)
class _Perubahan:
    """One entry. `disamarkan`: its reason would tell what its fields must not."""

    kini: Any
    judul: str
    beda: list[_Beda]
    disamarkan: bool = False

    def terbaca(self) -> _Perubahan | None:
        """What is left without the sensitive right; None for an entry about nothing else."""
        if not any(b.tertutup for b in self.beda):
            return self
        samaran = [b.samaran() if b.tertutup else b for b in self.beda]
        sisa = [b for b in samaran if b.lama != b.baru]
        return replace(self, beda=sisa, disamarkan=True) if sisa else None


def riwayat_pegawai(pegawai: Pegawai, *, khusus: bool, pembaca: Any) -> list[BarisRiwayat]:
    """Changes of the person and of their histories, newest first.

    Discipline, examinations and a standing that tells of a penalty only with `khusus`. People outside
    the scope of `pembaca` are not named.
    """
    dapat = (p if khusus else p.terbaca() for p in _semua(pegawai, khusus))
    semua = [p for p in dapat if p is not None]
    nama = _nama_rujukan((b for p in semua for b in p.beda), pembaca)
    baris = [_baris(p, nama) for p in semua]
    return sorted(baris, key=lambda b: b.action_time, reverse=True)


def sejak_dibaca(catatan: Any, dibaca: str, *, pembaca: Any) -> str | None:
    """Who changed a history row after the version that was read, when and what; None: nothing in it.

    `dibaca` is `diubah_pada` of that version (ISO). A stamp alone, as of a post that was completed,
    is no change.
    """
    semua: list[Any] = list(catatan.history.select_related("history_user"))
    lalu = next((h for h in semua if h.diubah_pada.isoformat() == dibaca), None)
    kini = semua[0] if semua else None
    beda = _bedakan(kini, lalu) if lalu is not None else []
    if lalu is not None and not beda:
        return None
    rinci = "; ".join(_kalimat(b, _nama_rujukan(beda, pembaca)) for b in beda)
    pada = timezone.localtime(kini.history_date if kini is not None else catatan.diubah_pada)
    oleh = (kini.history_user if kini is not None else None) or "Orang lain"
    return f"{oleh} mengubah catatan ini pada {kata.waktu(pada)}{': ' if rinci else ''}{rinci}."


def _semua(pegawai: Pegawai, khusus: bool) -> Iterator[_Perubahan]:
    yield from _perubahan(pegawai.history.select_related("history_user"), "Data utama")
    jenis: list[Any] = [*_UMUM, *(_KHUSUS if khusus else ())]
    for model in jenis:
        catatan = model.history.filter(pegawai_id=pegawai.pk).select_related("history_user")
        yield from _perubahan(catatan.order_by("id", "-history_date"), model._meta.verbose_name.capitalize())


def _perubahan(catatan: QuerySet[Any], judul: str) -> Iterator[_Perubahan]:
    daftar = list(catatan)
    for kini, lalu in zip_longest(daftar, daftar[1:]):
        sebanding = lalu is not None and lalu.id == kini.id
        yield _Perubahan(kini, judul, _bedakan(kini, lalu) if sebanding else [])


def _bedakan(kini: Any, lalu: Any) -> list[_Beda]:
    model = kini.instance_type
    skala, jenis = getattr(kini, "skala", None), getattr(kini, "jenis", None)
    return [
        _Beda(model._meta.get_field(p.field), p.old, p.new, skala, jenis)
        for p in kini.diff_against(lalu, excluded_fields=_TAK_DISEBUT).changes
    ]


def _baris(p: _Perubahan, nama: dict[tuple[Any, Any], str]) -> BarisRiwayat:
    sebab = "" if p.disamarkan else p.kini.history_change_reason
    alasan = f" Alasan: {sebab}." if sebab else ""
    rinci = "; ".join(_kalimat(b, nama) for b in p.beda)
    pesan = f"{p.judul}. {_JENIS[p.kini.history_type]}{': ' if rinci else ''}{rinci}.{alasan}"
    return BarisRiwayat(p.kini.history_date, p.kini.history_user or _Sistem(), pesan)


def _kalimat(b: _Beda, nama: dict[tuple[Any, Any], str]) -> str:
    judul = str(b.field.verbose_name)
    return f"{judul} {_teks(b, b.lama, nama)} menjadi {_teks(b, b.baru, nama)}"


def _teks(b: _Beda, nilai: Any, nama: dict[tuple[Any, Any], str]) -> str:
    """A stored value as people say it."""
    if nilai in (None, ""):
        return KOSONG
    if b.field.related_model is not None:
        return nama.get((b.field.related_model, nilai), DI_LUAR)
    if b.field.name == "golongan":
        return nama_golongan(b.skala, nilai)
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, date):
        return kata.tanggal(nilai)
    return str(dict(b.field.flatchoices).get(nilai, nilai))


def _nama_rujukan(beda: Iterable[_Beda], pembaca: Any) -> dict[tuple[Any, Any], str]:
    """The names of all rows that the changes point to: one query per table."""
    rujukan: defaultdict[type[Model], set[Any]] = defaultdict(set)
    for b in beda:
        model: Any = b.field.related_model
        if model is not None:
            rujukan[model] |= {b.lama, b.baru} - {None}
    nama: dict[tuple[Any, Any], str] = {}
    for model, pk in rujukan.items():
        baris: Any = model._default_manager.filter(pk__in=pk)
        if model is Pegawai:
            baris = baris.visible_to(pembaca)
        nama |= {(model, satu.pk): str(satu) for satu in baris}
    return nama
