"""The shapes that rows of the policy have."""

from __future__ import annotations

from typing import Final, NamedTuple

from asn_karier.tests.rute import ALIH, KELOLA, MASUK, Jawaban

Baris = tuple[Jawaban, ...]
Empat = tuple[Jawaban, Jawaban, Jawaban, Jawaban]

METODE: Final = ("GET", "POST")

# -- shapes of rows -----------------------------------------------------------------------------

#: A page of one's own: an account that belongs to nobody is told so.
MILIK_SENDIRI: Final = (MASUK, 200, 200, 200, 403, 403, 403, 403)
HANYA_DIBACA: Final = (MASUK, *[405] * 7)
SIAPA_PUN: Final = (200,) * 8
SUDAH_MASUK: Final = (MASUK, *[200] * 7)
DIALIHKAN: Final = (MASUK, *[ALIH] * 7)
TAK_DITEMUKAN: Final = (MASUK, *[404] * 7)


def pintu(hr: Jawaban, hr_lain: Jawaban, auditor: Jawaban, admin: Jawaban) -> Baris:
    """A row of the HR door: strangers sign in first, people without a role are turned away."""
    return (MASUK, KELOLA, KELOLA, KELOLA, hr, hr_lain, auditor, admin)


def pintu_situs(hr: Jawaban, hr_lain: Jawaban, auditor: Jawaban, admin: Jawaban) -> Baris:
    """The same for pages of the admin site itself, which sends strangers through its own door."""
    return (KELOLA, KELOLA, KELOLA, KELOLA, hr, hr_lain, auditor, admin)


# (HR, HR of another instansi, auditor, administrator)
SEMUA: Final = (200, 200, 200, 200)
PENGELOLA: Final = (200, 200, 403, 200)
PENGELOLA_TERTUTUP: Final = (200, 200, 404, 200)
SELINGKUP: Final = (200, 404, 200, 200)
PENGELOLA_SELINGKUP: Final = (200, 404, 404, 200)
UBAH_SELINGKUP: Final = (200, 404, 403, 200)
TAK_SEORANG_PUN: Final = (403, 403, 403, 403)
HANYA_ADMIN: Final = (403, 403, 403, 200)


class Model(NamedTuple):
    """What the HR door offers for one model. `ubah` and `hapus` None: nobody may."""

    daftar: Empat = SEMUA
    lihat: Empat = SELINGKUP
    tambah: Empat = TAK_SEORANG_PUN
    ubah: Empat | None = None
    hapus: Empat | None = None


def _ditolak(lihat: Empat) -> Empat:
    """Refused to those who see the row, not there for the others."""
    a, b, c, d = (403 if jawaban == 200 else jawaban for jawaban in lihat)
    return (a, b, c, d)
