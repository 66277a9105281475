"""The closed register of what people may ask to have corrected, and how its values read.

An app registers the kinds of record that it keeps (`daftarkan_rekam`, in AppConfig.ready). A column is
either written here once HR accepts, or (`baca`) only read: then HR corrects the record where it is kept,
and acceptance checks that it has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db import models

from asn_karier.lib.errors import TidakDitemukan
from pegawai.enums import PemilikData
from pegawai.models import Pegawai
from pegawai.services.profil import date_text

#: The column of a row that is missing altogether: words, not values.
BELUM_TERCATAT: Final = "belum_tercatat"


@dataclass(frozen=True, slots=True)
class Kolom:
    """One correctable value. `periksa` cleans what was typed (DomainError when it cannot be so)."""

    nama: str
    label: str
    pemilik: PemilikData = PemilikData.INSTANSI
    baca: Callable[[Any], str] | None = None
    pilihan: Callable[[Any], list[tuple[Any, str]]] | None = None
    periksa: Callable[[str], str] | None = None

    @property
    def ditulis(self) -> bool:
        """Whether acceptance writes it."""
        return self.baca is None

    def nilai(self, objek: Any) -> Any:
        """What stands in the record now, as JSON keeps it."""
        return self.baca(objek) if self.baca else simpan_nilai(getattr(objek, self.nama))

    def teks(self, nilai: Any, objek: Any) -> str:
        """A kept value as people read it."""
        if nilai in (None, ""):
            return "Belum tercatat"
        if self.pilihan is not None:
            return str(dict(self.pilihan(objek)).get(nilai, nilai))
        if self.baca is not None:
            return str(nilai)
        bidang = type(objek)._meta.get_field(self.nama)
        if bidang.choices:
            return str(dict(bidang.flatchoices).get(nilai, nilai))
        if isinstance(bidang, models.BooleanField):
            return "Ya" if nilai else "Tidak"
        return date_text(date.fromisoformat(nilai)) if isinstance(bidang, models.DateField) else str(nilai)

    def python(self, nilai: Any, model: type[models.Model]) -> Any:
        """A kept value as the model wants it."""
        bidang: Any = model._meta.get_field(self.nama)
        return bidang.to_python(nilai)


@dataclass(frozen=True, slots=True)
class Rekam:
    """One kind of record. `tambah`: what is asked when a row is missing (empty: rows are never missing).

    `saring`: which rows exist for the person at all; `ikut`: what its words are read from besides.
    `khusus`: for the person and HR of the person only.
    """

    kode: str
    judul: str
    model: type[models.Model]
    kolom: tuple[Kolom, ...]
    baris: Callable[[Any], str]
    tambah: str = ""
    pemilik_tambah: PemilikData = PemilikData.INSTANSI
    saring: models.Q = field(default_factory=models.Q)
    ikut: tuple[str, ...] = ()
    khusus: bool = False
    perlu_bukti: bool = True

    @property
    def tentang_orang(self) -> bool:
        return self.model is Pegawai

    def semua(self, pegawai: Pegawai) -> list[Any]:
        """The rows of this kind, newest first."""
        if self.tentang_orang:
            return [pegawai]
        return list(self.baris_milik(pegawai.pk))

    def baris_milik(self, pegawai_id: int) -> models.QuerySet[Any]:
        """The rows of one person as a queryset (of kinds that are not about the person themself)."""
        semua = self.model._default_manager.filter(self.saring, pegawai=pegawai_id)
        return semua.select_related(*self.ikut) if self.ikut else semua

    def ambil(self, pegawai: Pegawai, objek_id: int) -> Any:
        """One row of this person; None for a missing one. TidakDitemukan for anything else."""
        if self.tentang_orang and objek_id == 0:
            return pegawai
        if objek_id == 0 and self.tambah:
            return None
        objek = None if self.tentang_orang else self.baris_milik(pegawai.pk).filter(pk=objek_id).first()
        if objek is None:
            raise TidakDitemukan("catatan_tidak_ditemukan", "Catatan itu tidak ditemukan.")
        return objek

    def isian(self, objek: Any) -> tuple[Kolom, ...]:
        """What can be asked about a row; about a missing one: in words, what is missing."""
        return self.kolom if objek is not None else (self._kolom_tambah(),)

    def _kolom_tambah(self) -> Kolom:
        return Kolom(BELUM_TERCATAT, self.tambah, self.pemilik_tambah, baca=lambda banyak: str(banyak or ""))

    def kini(self, pegawai: Pegawai, objek: Any) -> dict[str, Any]:
        """Every value as it stands; of a missing row: how many rows there are, which tells a new one."""
        if objek is None:
            return {BELUM_TERCATAT: f"{len(self.semua(pegawai))} catatan"}
        return {k.nama: k.nilai(objek) for k in self.kolom}

    def kolom_bernama(self, nama: str) -> Kolom:
        return next(k for k in (*self.kolom, self._kolom_tambah()) if k.nama == nama)

    @property
    def nama_url(self) -> str:
        return f"admin:{self.model._meta.app_label}_{self.model._meta.model_name}"


REKAM: Final[dict[str, Rekam]] = {}


def daftarkan_rekam(*semua: Rekam) -> None:
    """Add kinds to the register; registering one again replaces it."""
    REKAM.update({r.kode: r for r in semua})


def rekam(kode: str) -> Rekam:
    """One kind; TidakDitemukan for a name that nobody registered."""
    try:
        return REKAM[kode]
    except KeyError as salah:
        raise TidakDitemukan("catatan_tidak_ditemukan", "Catatan itu tidak ditemukan.") from salah


def simpan_nilai(nilai: Any) -> Any:
    """A value as JSON keeps it."""
    return nilai.isoformat() if isinstance(nilai, date) else nilai


def beda(r: Rekam, objek: Any, lama: Mapping[str, Any], usul: Mapping[str, Any]) -> list[dict[str, str]]:
    """Old and proposed, side by side, in words."""
    hasil = []
    for nama, nilai in usul.items():
        k = r.kolom_bernama(nama)
        acuan = objek if objek is not None else r.model()
        hasil.append(
            {
                "kolom": nama,
                "label": k.label,
                "lama": k.teks(lama.get(nama), acuan),
                "usul": "Dikosongkan" if nilai in ("", None) else k.teks(nilai, acuan),
            }
        )
    return hasil
