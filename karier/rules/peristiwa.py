"""What a projection tells of one person: events, and what holds the rest back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan


class JenisPeristiwa(StrEnum):
    """MENUNGGU_KEBUTUHAN: all but a vacant post of the next jenjang. PENSIUN ends the timeline."""

    KENAIKAN_PANGKAT = "kenaikan_pangkat"
    PENYESUAIAN_IJAZAH = "penyesuaian_ijazah"
    KENAIKAN_JENJANG = "kenaikan_jenjang"
    MENUNGGU_KEBUTUHAN = "menunggu_kebutuhan"
    KGB = "kgb"
    SATYALANCANA = "satyalancana"
    PENSIUN = "pensiun"


class Asumsi(NamedTuple):
    """What an event rests on: a field of Andaian, or "konversi" or "draf"; with its year where it has one."""

    kode: str
    tahun: int | None = None


@dataclass(frozen=True)
class Peristiwa:
    """`sasaran`: urut golongan, Jenjang, MKG in months, years of the degree, or the age limit.

    `ditunda_dari`: the day on which a KGB fell whose conditions were met later only. `perkiraan`: by
    unverified law, or against it (a KGB beyond the pay table). `lewat`: the age limit of the post had
    passed before the post was taken up, so the pension stands last whatever its day.
    """

    tanggal: date
    jenis: JenisPeristiwa
    sasaran: int
    asumsi: tuple[Asumsi, ...] = ()
    ditunda_dari: date | None = None
    perkiraan: bool = False
    lewat: bool = False


class Tertahan(NamedTuple):
    """Why nothing of a kind happens: the last outcome, and its first requirement that is short.

    `didahului`: nothing but time is short, and pension comes first.
    """

    status: Status
    alasan: str
    paling_cepat: date | None
    didahului: bool = False


@dataclass(frozen=True)
class Proyeksi:
    """Events in order up to `akhir`; `tertahan` for the kinds of decision without one."""

    peristiwa: tuple[Peristiwa, ...]
    tertahan: Mapping[JenisPutusan, Tertahan]
    akhir: date

    def pertama(self, jenis: JenisPeristiwa) -> Peristiwa | None:
        """The first event of a kind."""
        return next((p for p in self.peristiwa if p.jenis is jenis), None)
