"""What a kind of record by NIP answers, and the common case: one row of one model. See `impor_catatan`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from django.db import models

from pegawai.services.berkas import Isian
from pegawai.services.riwayat import save_rows


@dataclass(frozen=True, slots=True)
class Catatan:
    """One row as read: whose it is and what it says (JSON values, dates as ISO text)."""

    pegawai_id: int
    isi: dict[str, Any]


@dataclass(slots=True)
class UsulanCatatan:
    """What one row would do: its object, the differences in words, and stored records that change with it."""

    objek: Any
    baru: bool
    beda: list[dict[str, str]] = field(default_factory=list)
    ikut: list[Any] = field(default_factory=list)
    #: What HR should look at although the row is accepted: column, problem, what to do.
    perhatian: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class KonteksCatatan:
    """For whom and when rows are written."""

    instansi_id: int
    actor: Any
    at: datetime
    sumber: str


class JenisCatatan(Protocol):
    """One kind of record, stateless. Rows that cannot be accepted raise DomainError in `susun`.

    With `ingat_sama = True` the content of a row that changes nothing is kept with the others, for whoever
    asks later what the file said.
    """

    lembar: str

    def baca(self, isian: Isian) -> dict[str, Any]:
        """Values of a row; faults go into `isian`."""
        ...

    def kunci(self, isi: Mapping[str, Any]) -> str:
        """What, beside the person, makes it one record."""
        ...

    def muat(self, catatan: Sequence[Catatan], instansi_id: int, *, kunci: bool) -> Mapping[Any, Any]:
        """What is stored about these people; `kunci` locks it until the transaction ends."""
        ...

    def susun(self, catatan: Catatan, tersimpan: Mapping[Any, Any], sumber: str) -> UsulanCatatan:
        """Compare one row with what is stored."""
        ...

    def simpan(self, usulan: Sequence[UsulanCatatan], konteks: KonteksCatatan) -> None:
        """Write what `susun` proposed."""
        ...


class CatatanModel(ABC):
    """A kind of record that is one row of one model: `kunci_kolom` find it, `label` are its other columns.

    `label_kunci`: words for columns that find it, told beside every difference: the preview says of what.
    """

    lembar: str
    model: type[models.Model]
    kunci_kolom: tuple[str, ...]
    label: Mapping[str, str]
    label_kunci: Mapping[str, str] = {}
    kolom_lain: tuple[str, ...] = ()

    @abstractmethod
    def baca(self, isian: Isian) -> dict[str, Any]:
        """The columns of one row, as stored."""

    def kata(self, kolom: str, nilai: Any) -> str:
        """A stored value as people read it."""
        if nilai in ("", None):
            return ""
        return f"{nilai:%d-%m-%Y}" if isinstance(nilai, date) else str(nilai)

    def kunci(self, isi: Mapping[str, Any]) -> str:
        return "|".join(str(isi[k]) for k in self.kunci_kolom)

    def muat(self, catatan: Sequence[Catatan], instansi_id: int, *, kunci: bool) -> Mapping[Any, Any]:
        pk = {c.pegawai_id for c in catatan}
        semua = self.tersimpan().filter(pegawai_id__in=pk)
        semua = semua.select_for_update() if kunci else semua
        return {(objek.pegawai_id, self._kunci_objek(objek)): objek for objek in semua}

    def tersimpan(self) -> models.QuerySet[Any]:
        """The rows among which `kunci` finds one."""
        return self.model._default_manager.all()

    def _kunci_objek(self, objek: Any) -> str:
        return self.kunci({k: _json(getattr(objek, k)) for k in self.kunci_kolom})

    def susun(self, catatan: Catatan, tersimpan: Mapping[Any, Any], sumber: str) -> UsulanCatatan:
        isi = {k: self._nilai(k, v) for k, v in catatan.isi.items()}
        lama = tersimpan.get((catatan.pegawai_id, self.kunci(catatan.isi)))
        apa = [_beda(teks, "", self.kata(k, isi.get(k))) for k, teks in self.label_kunci.items()]
        if lama is None:
            beda = [_beda(teks, "", self.kata(k, isi.get(k))) for k, teks in self.label.items()]
            baru = self.model(pegawai_id=catatan.pegawai_id, **isi, **self.tambahan(sumber))
            return UsulanCatatan(baru, True, [*apa, *(b for b in beda if b["baru"])])
        # An empty cell never erases. The order is that of `label`: a staged row has lost its own in JSON.
        berubah = {
            k: isi[k] for k in self.label if isi.get(k) not in ("", None) and getattr(lama, k) != isi[k]
        }
        beda = [
            _beda(self.label[k], self.kata(k, getattr(lama, k)), self.kata(k, v)) for k, v in berubah.items()
        ]
        if beda:
            for k, v in {**berubah, **self.tambahan(sumber)}.items():
                setattr(lama, k, v)
        return UsulanCatatan(lama, False, [*apa, *beda] if beda else [])

    def _nilai(self, kolom: str, isi: Any) -> Any:
        bidang: Any = self.model._meta.get_field(kolom)
        return bidang.to_python(isi)

    def tambahan(self, sumber: str) -> dict[str, Any]:
        """Columns that a written row gets beside those of the file."""
        return {"sumber": sumber[:120]}

    def simpan(self, usulan: Sequence[UsulanCatatan], konteks: KonteksCatatan) -> None:
        berubah = [u.objek for u in usulan if not u.baru] + [objek for u in usulan for objek in u.ikut]
        save_rows(
            baru=[u.objek for u in usulan if u.baru],
            berubah=list({objek.pk: objek for objek in berubah}.values()),  # one upsert, each row once
            kolom={*self.label, *self.tambahan(konteks.sumber), *self.kolom_lain},
            actor=konteks.actor,
            at=konteks.at,
            alasan=konteks.sumber,
        )


def _json(nilai: Any) -> Any:
    return nilai.isoformat() if isinstance(nilai, date) else nilai


def _beda(kolom: str, lama: str, baru: str) -> dict[str, str]:
    return {"kolom": kolom, "lama": lama, "baru": baru}
