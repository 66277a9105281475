"""Six digits by which a person says yes to what somebody else entered for them.

Made for the person, shown once, kept as a keyed hash, good for a day and for five tries, worthless once
used. A row that can be confirmed so has the columns `kode_sidik`, `kode_sampai` and `kode_gagal`, and is
locked by its caller.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any, Final

from asn_karier.lib.errors import DomainError, TidakBoleh
from asn_karier.lib.sandi import indeks_buta

UMUR_KODE: Final = timedelta(hours=24)
PERCOBAAN: Final = 5
ANGKA: Final = 6
_KOLOM: Final = ["kode_sidik", "kode_sampai", "kode_gagal"]


def kode_baru(baris: Any, *, ruang: str, at: datetime) -> str:
    """A new code for this row; an older one is worthless from now on. `ruang` names the row among all."""
    kode = f"{secrets.randbelow(10**ANGKA):0{ANGKA}d}"
    baris.kode_sidik, baris.kode_sampai, baris.kode_gagal = _sidik(ruang, kode), at + UMUR_KODE, 0
    baris.save(update_fields=_KOLOM)
    return kode


def salah_kode(baris: Any, kode: str, *, ruang: str, at: datetime, baru: str) -> DomainError | None:
    """Why a code does not open the row, with `baru`: how to get another; None when it does.

    A wrong guess is counted, and the last one makes the code void. Raise what comes back only after the
    transaction, which would forget the count.
    """
    if not baris.kode_sidik or baris.kode_sampai is None:
        return DomainError("kode_belum_ada", "Belum ada kode yang berlaku untuk isian ini.", tindakan=baru)
    if at >= baris.kode_sampai:
        return DomainError("kode_kedaluwarsa", "Kode itu sudah lewat 24 jam.", tindakan=baru)
    if secrets.compare_digest(baris.kode_sidik, _sidik(ruang, _angka(kode))):
        return None
    baris.kode_gagal += 1
    sisa = PERCOBAAN - baris.kode_gagal
    if sisa <= 0:
        baris.kode_sidik = ""
    baris.save(update_fields=["kode_gagal", "kode_sidik"])
    if sisa <= 0:
        return DomainError(
            "kode_habis", "Kode itu tidak cocok lima kali, jadi tidak berlaku lagi.", tindakan=baru
        )
    return DomainError(
        "kode_tidak_cocok", f"Kode tidak cocok. Masih {sisa} kali lagi.", tindakan="Tanyakan lagi kodenya."
    )


def hapus_kode(baris: Any) -> None:
    """No code opens this row any more; the caller saves it."""
    baris.kode_sidik, baris.kode_sampai, baris.kode_gagal = "", None, 0


def boleh_menyampaikan(*, pengisi_id: int | None, actor: Any, keperluan: str) -> None:
    """Whoever reads a code out on the telephone did not enter it, and says how they know who it is."""
    if pengisi_id == actor.pk:
        raise TidakBoleh(
            "pengisi_bukan_penyampai",
            "Kode disampaikan oleh petugas lain, bukan oleh yang mengisikan.",
            tindakan="Mintalah rekan Anda, atau unggah lembar yang ditandatangani pegawai.",
        )
    if not keperluan.strip():
        raise DomainError("identitas_kosong", "Tuliskan cara Anda memastikan bahwa ini pegawainya.")


def terbaca(kode: str) -> str:
    """'123 456', as it is read out."""
    return f"{kode[:3]} {kode[3:]}" if kode else ""


def _angka(kode: str) -> str:
    """Digits as people read them out: spaces do not matter."""
    return "".join(h for h in kode if not h.isspace())


def _sidik(ruang: str, kode: str) -> str:
    # Bound to this row; keyed, because a plain hash of six digits is guessed in a second.
    return indeks_buta(f"{ruang}:{kode}")
