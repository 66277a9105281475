"""Imports of records by NIP: one sheet is one kind of record, one row is one record of one person.

Upper apps describe their kinds (`JenisCatatan`); reading, doubles, comparing, preview and apply are here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any, Final, Protocol

from django.db import models

from asn_karier.lib.errors import DomainError
from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor, Pegawai
from pegawai.services.berkas import Isian, Tabel
from pegawai.services.impor_pembaca import Pemeriksaan, tolak_baris
from pegawai.services.riwayat import save_rows

BAGIAN: Final = 500
NIP: Final = "NIP"
Kunci = tuple[int, str]


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


@dataclass(frozen=True, slots=True)
class KonteksCatatan:
    """For whom and when rows are written."""

    instansi_id: int
    actor: Any
    at: datetime
    sumber: str


class JenisCatatan(Protocol):
    """One kind of record, stateless. Rows that cannot be accepted raise DomainError in `susun`."""

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


class CatatanModel:
    """A kind of record that is one row of one model: `kunci_kolom` find it, `label` are its other columns."""

    lembar: str
    model: type[models.Model]
    kunci_kolom: tuple[str, ...]
    label: Mapping[str, str]
    kolom_lain: tuple[str, ...] = ()

    def baca(self, isian: Isian) -> dict[str, Any]:
        raise NotImplementedError

    def kata(self, kolom: str, nilai: Any) -> str:
        """A stored value as people read it."""
        if nilai in ("", None):
            return ""
        return f"{nilai:%d-%m-%Y}" if isinstance(nilai, date) else str(nilai)

    def kunci(self, isi: Mapping[str, Any]) -> str:
        return "|".join(str(isi[k]) for k in self.kunci_kolom)

    def muat(self, catatan: Sequence[Catatan], instansi_id: int, *, kunci: bool) -> Mapping[Any, Any]:
        pk = {c.pegawai_id for c in catatan}
        semua: models.QuerySet[Any] = self.model._default_manager.filter(pegawai_id__in=pk)
        semua = semua.select_for_update() if kunci else semua
        return {(objek.pegawai_id, self._kunci_objek(objek)): objek for objek in semua}

    def _kunci_objek(self, objek: Any) -> str:
        return self.kunci({k: _json(getattr(objek, k)) for k in self.kunci_kolom})

    def susun(self, catatan: Catatan, tersimpan: Mapping[Any, Any], sumber: str) -> UsulanCatatan:
        isi = {k: self._nilai(k, v) for k, v in catatan.isi.items()}
        lama = tersimpan.get((catatan.pegawai_id, self.kunci(catatan.isi)))
        if lama is None:
            beda = [_beda(teks, "", self.kata(k, isi.get(k))) for k, teks in self.label.items()]
            baru = self.model(pegawai_id=catatan.pegawai_id, **isi, **self.tambahan(sumber))
            return UsulanCatatan(baru, True, [b for b in beda if b["baru"]])
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
        return UsulanCatatan(lama, False, beda)

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


# -- check ------------------------------------------------------------------------------------------


def periksa_catatan(
    impor: Impor, lembar: Sequence[tuple[JenisCatatan, Tabel]], ringkasan: dict[str, Any]
) -> Pemeriksaan:
    """Compare the rows of every sheet with what is stored. Two passes: doubles first, then differences."""
    ganda: dict[str, dict[str, list[int]]] = {}
    jumlah = 0
    for jenis, tabel in lembar:
        baris_per_kunci: dict[str, list[int]] = defaultdict(list)
        for nomor, sel in tabel.isi():
            jumlah += 1
            if kunci := _kunci_baris(jenis, Isian(tabel, nomor, sel)):
                baris_per_kunci[kunci].append(nomor)
        ganda[jenis.lembar] = {k: n for k, n in baris_per_kunci.items() if len(n) > 1}
    if not jumlah:
        raise DomainError(
            "berkas_kosong", "Berkas hanya berisi judul kolom.", tindakan="Isi datanya, lalu unggah lagi."
        )
    return Pemeriksaan(jumlah, _semua(impor, lembar, ganda), ringkasan)


def _kunci_baris(jenis: JenisCatatan, isian: Isian) -> str:
    nip, isi = isian.nip(NIP), jenis.baca(isian)
    return "" if nip is None or isian.galat else f"{nip.angka}|{jenis.kunci(isi)}"


def _semua(
    impor: Impor, lembar: Sequence[tuple[JenisCatatan, Tabel]], ganda: Mapping[str, Mapping[str, list[int]]]
) -> Iterator[BarisImpor]:
    for jenis, tabel in lembar:
        isi = tabel.isi()
        while bagian := list(islice(isi, BAGIAN)):
            yield from _bagian(impor, jenis, [Isian(tabel, n, sel) for n, sel in bagian], ganda[jenis.lembar])


def _bagian(
    impor: Impor, jenis: JenisCatatan, semua: list[Isian], ganda: Mapping[str, list[int]]
) -> Iterator[BarisImpor]:
    terbaca = [(isian, isian.nip(NIP), jenis.baca(isian)) for isian in semua]
    orang = _orang({nip.angka for _, nip, _ in terbaca if nip}, impor.instansi_id)
    catatan: dict[int, Catatan] = {}
    for isian, nip, isi in terbaca:
        if nip and nip.angka not in orang:
            isian.tolak(
                NIP, "NIP ini tidak ada di instansi ini", "Impor data pegawai dari SIASN lebih dahulu."
            )
        elif nip and not isian.galat:
            _tolak_ganda(isian, ganda.get(f"{nip.angka}|{jenis.kunci(isi)}", ()))
            catatan[isian.nomor] = Catatan(orang[nip.angka][0], isi)
    tersimpan = jenis.muat(list(catatan.values()), impor.instansi_id, kunci=False)
    for isian, nip, _ in terbaca:
        pk, nama = orang.get(nip.angka, (None, "")) if nip else (None, "")
        baris = BarisImpor(
            impor=impor,
            nomor=isian.nomor,
            lembar=jenis.lembar,
            kunci=nip.angka if nip else "",
            nama=nama,
            pegawai_id=pk,
        )
        _banding(baris, isian, jenis, catatan.get(isian.nomor), tersimpan)
        yield baris


def _tolak_ganda(isian: Isian, baris: Iterable[int]) -> None:
    lain = [str(n) for n in baris if n != isian.nomor]
    if lain:
        isian.tolak(
            NIP, f"catatan yang sama ada pada baris {', '.join(lain[:5])}", "Sisakan satu baris yang benar."
        )


def _orang(nip: set[str], instansi_id: int) -> dict[str, tuple[int, str]]:
    baris = Pegawai.objects.filter(nip__in=nip, instansi_id=instansi_id)
    return {n: (pk, nama) for pk, n, nama in baris.values_list("pk", "nip", "nama")}


def _banding(
    baris: BarisImpor,
    isian: Isian,
    jenis: JenisCatatan,
    catatan: Catatan | None,
    tersimpan: Mapping[Any, Any],
) -> None:
    baris.status, baris.galat, baris.peringatan = StatusBaris.DITOLAK, isian.galat, isian.peringatan
    if catatan is None or isian.galat:
        return
    try:
        usulan = jenis.susun(catatan, tersimpan, "")
    except DomainError as salah:
        isian.tolak(NIP, salah.pesan, salah.tindakan)
        return
    if not usulan.beda and not usulan.baru:
        baris.status = StatusBaris.SAMA
        return
    baris.status = StatusBaris.BARU if usulan.baru else StatusBaris.BERUBAH
    baris.beda, baris.data = usulan.beda, catatan.isi


# -- apply ------------------------------------------------------------------------------------------


def terapkan_catatan(
    jenis: Iterable[JenisCatatan], baris: Sequence[BarisImpor], konteks: KonteksCatatan
) -> None:
    """Compare again and write, sheet by sheet; what no longer fits is refused on its row."""
    for satu in jenis:
        milik = [b for b in baris if b.lembar == satu.lembar]
        if milik:
            _terapkan_lembar(satu, milik, konteks)


def _terapkan_lembar(jenis: JenisCatatan, baris: Sequence[BarisImpor], konteks: KonteksCatatan) -> None:
    catatan = [Catatan(b.pegawai_id or 0, b.data) for b in baris]
    tersimpan = jenis.muat(catatan, konteks.instansi_id, kunci=True)
    usulan = []
    for satu, isi in zip(baris, catatan, strict=True):
        try:
            hasil = jenis.susun(isi, tersimpan, konteks.sumber)
        except DomainError as salah:
            tolak_baris(satu, salah.pesan, salah.tindakan, NIP)
            continue
        if _usang(satu, hasil):
            tolak_baris(
                satu,
                "catatan ini berubah sesudah berkas diperiksa",
                "Unggah berkas ini sekali lagi untuk melihat perbedaannya yang terbaru.",
            )
        elif hasil.beda or hasil.baru:
            usulan.append(hasil)
    jenis.simpan(usulan, konteks)


def _usang(baris: BarisImpor, hasil: UsulanCatatan) -> bool:
    if not hasil.beda and not hasil.baru:
        return False  # somebody already wrote the very same
    return hasil.baru != (baris.status == StatusBaris.BARU) or hasil.beda != baris.beda
