"""What a sentence about one requirement is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.kolom import NilaiTunggal
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.kamus.kalimat import Kalimat, Pembaca
from karier.rules.aturan_pangkat import AturanPangkat
from karier.rules.fakta import Fakta
from pegawai.enums import JenisPegawai
from pegawai.rules.golongan import TERTINGGI, Golongan

BELUM_DICATAT = "belum dicatat"


class Rincian(NamedTuple):
    """Texts of one requirement; `kurang` is what is short, `tindakan` one sentence or empty.

    `tertunggu`: passing time mends it, where the register leaves it to time. `nanti`: it is fulfilled on
    a day that is still far off.
    """

    nilai: str = ""
    perlu: str = ""
    kurang: str = ""
    tindakan: str = ""
    sumber: str = ""
    paling_cepat: date | None = None
    tertunggu: bool = True
    nanti: bool = False


@dataclass(frozen=True, slots=True)
class Bahan:
    """The stored facts of one person, the pinned numbers, the status being explained, and to whom.

    `aturan`: the numbers of kenaikan pangkat, compiled; `a`: all rule files. `sasaran`: see HasilPutusan.
    """

    fakta: Fakta
    aturan: AturanPangkat
    a: Aturan
    jenis: JenisPutusan
    jalur: int
    sasaran: int
    tmt: date
    per: date
    status: Status
    pembaca: Pembaca

    def bagi(self, kalimat: Kalimat, **isi: str) -> str:
        """The sentence for the reader of this explanation."""
        return kalimat.bagi(self.pembaca, **isi)

    def angka(self, nama: str) -> int | None:
        """A stored number, None when missing."""
        nilai = self._baca(nama)
        return None if isinstance(nilai, date) else nilai

    def hari(self, nama: str) -> date | None:
        """A stored date, None when missing."""
        nilai = self._baca(nama)
        return nilai if isinstance(nilai, date) else None

    @property
    def golongan_berikut(self) -> Golongan | None:
        urut = self.angka("golongan")
        return None if urut is None or urut >= TERTINGGI else Golongan(JenisPegawai.PNS, urut + 1)

    @property
    def belum(self) -> bool:
        return self.status is Status.BELUM

    @property
    def periksa(self) -> bool:
        return self.status is Status.PERLU_VERIFIKASI

    def _baca(self, nama: str) -> NilaiTunggal:
        return self.fakta.baca(nama)


def dalam_kalender(hitung: Callable[[], date]) -> date | None:
    """The day that `hitung` comes to; None where it lies outside the years 1 to 9999."""
    try:
        return hitung()
    except (OverflowError, ValueError):
        return None


def nama_golongan(urut: int) -> str:
    """'Penata Muda (III/a)'; empty for 0 (no next one)."""
    if not urut:
        return ""
    golongan = Golongan(JenisPegawai.PNS, urut)
    return f"{golongan.pangkat} ({golongan.nama})"
