"""Places of mentors. Whoever fills one holds the row of the wait, then the row of the mentor, in that order.

How many places are taken is counted under the lock of the mentor, and kept in no column: whoever ends a pair
gives its place back by that alone.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from mentoring.enums import StatusMentor
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor
from pegawai.querysets import BERTUGAS

#: So long a place is kept for a mentee whom HR invited, and for the answer of a mentor (KEPUTUSAN).
MASA_UNDANGAN: Final = timedelta(days=14)
MASA_JAWABAN: Final = timedelta(days=7)


def hold_wait(permintaan_id: int) -> PermintaanMentor:
    """The wait, held until the transaction ends. Raises TidakDitemukan."""
    semua = PermintaanMentor.objects.select_for_update(of=("self",), no_key=True)
    satu: PermintaanMentor | None = semua.select_related("pegawai").filter(pk=permintaan_id).first()
    if satu is None:
        raise TidakDitemukan("permintaan_tidak_ada", "Permintaan mentor itu tidak ditemukan.")
    return satu


def hold_mentor(profil_id: int) -> ProfilMentor:
    """The mentor as they stand now, held until the transaction ends. Raises TidakDitemukan."""
    semua = ProfilMentor.objects.select_for_update(of=("self",), no_key=True)
    profil: ProfilMentor | None = semua.select_related("pegawai").filter(pk=profil_id).first()
    if profil is None:
        raise TidakDitemukan("mentor_tidak_ada", "Mentor itu tidak ditemukan.")
    return profil


def taken_places(profil: ProfilMentor, *, selain: int | None = None) -> int:
    """Call it while the mentor is held. `selain`: a mentee whose own place does not count."""
    return Pasangan.objects.memegang_tempat().filter(mentor=profil).exclude(mentee=selain).count()


def require_place(profil: ProfilMentor, *, selain: int | None = None) -> None:
    """Bentrok `tempat_habis` or `mentor_tidak_tersedia`; call it while the mentor is held."""
    if profil.status != StatusMentor.AKTIF or profil.pegawai.kedudukan_hukum not in BERTUGAS:
        raise Bentrok(
            "mentor_tidak_tersedia",
            "Mentor ini sedang tidak menerima mentee.",
            tindakan="Pilih saran yang lain.",
        )
    if taken_places(profil, selain=selain) >= profil.kapasitas:
        raise Bentrok(
            "tempat_habis",
            "Tempat pada mentor ini baru saja terisi.",
            tindakan="Saran Anda disusun ulang. Pilih mentor yang lain.",
        )


def stale() -> DomainError:
    return Bentrok(
        "pasangan_berubah",
        "Keadaannya sudah berubah sejak halaman ini dibuka.",
        tindakan="Muat ulang halaman untuk melihat yang terbaru.",
    )
