"""The registry of import readers: the lower app owns it, every app fills in its own kinds of files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Protocol

from asn_karier.lib.errors import DomainError
from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor
from pegawai.services.berkas import Buku


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """What a reader found: unsaved BarisImpor in a fixed order, their number, and words for the summary."""

    jumlah: int
    baris: Iterable[BarisImpor]
    ringkasan: dict[str, Any] = field(default_factory=dict)


class Pembaca(Protocol):
    """A reader of one kind of file. Registered by its app in AppConfig.ready.

    What `terapkan` writes through `riwayat.save_rows` or `unit.save_tree` can be undone; a reader may have
    `sesudah_kembali(impor, pegawai_ids, at)` for what follows from the rows that were put back,
    `menerima_json = True` where its source hands out JSON, `sebutan` for what a row is about where that is no
    person, `templat()` for an empty workbook, and `lengkapi(ditolak)` for the refused rows as a table that
    is completed and brought again.
    """

    kode: str
    judul: str
    petunjuk: str

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare the file with what is stored; DomainError refuses the whole file."""
        ...

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Apply one piece inside an open transaction; refuse single rows with `tolak_baris`."""
        ...

    def selesai(self, impor: Impor, at: datetime) -> None:
        """After the last piece, outside a transaction; may run again after a crash."""
        ...


PEMBACA: dict[str, Pembaca] = {}


def daftarkan(pembaca: Pembaca) -> None:
    """Register a reader; upper apps call this in AppConfig.ready."""
    PEMBACA[pembaca.kode] = pembaca


def pembaca_penyimpan() -> list[Pembaca]:
    """Readers whose files are saved; one that only compares (`pembanding`) has its own page."""
    return [p for p in PEMBACA.values() if not getattr(p, "pembanding", False)]


def pembaca_untuk(jenis: str) -> Pembaca:
    """The reader of one kind; DomainError `jenis_impor` when there is none."""
    if jenis not in PEMBACA:
        raise DomainError(
            "jenis_impor", f"Jenis impor «{jenis}» tidak dikenal. Pilih: {', '.join(sorted(PEMBACA))}."
        )
    return PEMBACA[jenis]


def pembaca_bagi(pengguna: Any) -> list[Pembaca]:
    """The kinds of files that this account may bring to be saved."""
    return [p for p in pembaca_penyimpan() if boleh_membawa(p.kode, pengguna)]


def boleh_membawa(jenis: str, pengguna: Any) -> bool:
    """Reference tables that all instansi share are the administrator's; None is a command on the server."""
    khusus = getattr(PEMBACA.get(jenis), "hanya_pengelola", False)
    return not khusus or pengguna is None or bool(pengguna.is_superuser)


def require_boleh(jenis: str, pengguna: Any) -> None:
    """DomainError `impor_khusus_pengelola` for a kind of file that is not this account's to bring."""
    if not boleh_membawa(jenis, pengguna):
        raise DomainError(
            "impor_khusus_pengelola",
            "Berkas rujukan berlaku bagi semua instansi, jadi hanya pengelola sistem yang menyimpannya.",
            tindakan="Kirim berkas ini kepada pengelola sistem.",
        )


#: Reason and what to do, for a row about one of the officers who bring the file.
DIRI_SENDIRI: Final = (
    "Data Anda sendiri harus diubah oleh petugas lain",
    "Minta petugas lain mengunggah dan menyimpan berkas ini. Baris pegawai lain tetap disimpan.",
)


def pegawai_petugas(impor: Impor) -> set[int]:
    """The people behind the accounts that uploaded a file or pressed Simpan."""
    petugas = (impor.oleh, impor.diterapkan_oleh)
    return {p.pegawai_id for p in petugas if p is not None and p.pegawai_id is not None}


def tolak_baris(baris: BarisImpor, masalah: str, perbaikan: str, kolom: str = "") -> None:
    """Refuse one staged row while applying (it no longer fits what is stored)."""
    baris.status = StatusBaris.DITOLAK
    baris.galat = [
        *baris.galat,
        {"kolom": kolom, "sel": "", "isi": "", "masalah": masalah, "perbaikan": perbaikan},
    ]
