"""The two of a pair: who may come in, which of the two they are, and the lock that keeps them in turn.

Whoever writes the ledger holds the people first, then the pair, then its rows.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError, TidakDitemukan
from mentoring.enums import Peran, StatusPasangan
from mentoring.models import Pasangan
from pegawai.models import Pegawai
from pegawai.services.profil import day_of

_ORANG = tuple(f"{siapa}__{apa}" for siapa in ("mentee", "mentor_pegawai") for apa in ("instansi", "unit"))


def open_pair(*, pasangan_id: int, pengguna: Any) -> Pasangan:
    """A pair that runs or ran, for one of its two; TidakDitemukan for everybody else."""
    semua = Pasangan.objects.of_the_two(pengguna).select_related(*_ORANG, "teknis")
    pasangan: Pasangan | None = semua.filter(pk=pasangan_id).first()
    if pasangan is None:
        raise TidakDitemukan("pasangan_tidak_ditemukan", "Pasangan mentoring itu tidak ditemukan.")
    return pasangan


def hold_pair(*, pasangan_id: int, pengguna: Any) -> Pasangan:
    """The same, held until the end of the transaction."""
    list(Pasangan.objects.select_for_update().filter(pk=pasangan_id).values_list("pk"))
    return open_pair(pasangan_id=pasangan_id, pengguna=pengguna)


def hold_running(*, pasangan_id: int, pengguna: Any) -> Pasangan:
    """The same, for what only a running pair does; DomainError once it has ended."""
    pasangan = hold_pair(pasangan_id=pasangan_id, pengguna=pengguna)
    if pasangan.status != StatusPasangan.BERJALAN:
        raise DomainError(
            "pasangan_berakhir",
            "Pasangan mentoring ini sudah berakhir.",
            tindakan="Isinya masih dapat Anda baca.",
        )
    return pasangan


def role_of(pasangan: Pasangan, pegawai_id: int | None) -> Peran:
    return Peran.MENTEE if pasangan.mentee_id == pegawai_id else Peran.MENTOR


def other_of(pasangan: Pasangan, pegawai_id: int | None) -> Pegawai:
    """The other of the two."""
    lawan: Pegawai = (
        pasangan.mentor_pegawai if role_of(pasangan, pegawai_id) is Peran.MENTEE else pasangan.mentee
    )
    return lawan


def today_of(pasangan: Pasangan, at: datetime) -> date:
    """The day of a pair, on the clock of the mentee, for both alike."""
    return day_of(pasangan.mentee, at)


def note_step(pasangan: Pasangan, tindakan: str, actor: Any, **rincian: Any) -> None:
    """A line on the trail about the mentee: that something happened, never a word of it."""
    catat(
        pengguna=actor,
        tindakan=tindakan,
        subjek_jenis="pegawai",
        subjek_id=pasangan.mentee_id,
        kanal="portal",
        rincian={"pasangan": pasangan.pk, **rincian},
    )
