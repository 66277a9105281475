"""Export in the shapes of SIASN: what is here beside what its last file said. No host is ever called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final, NamedTuple, Protocol

from asn_karier.lib.audit import catat, catat_baca
from pegawai.enums import StatusBaris, StatusEkspor, StatusImpor
from pegawai.models import BarisImpor, Impor, Instansi

#: What has to be sent.
SELISIH: Final = (StatusEkspor.BARU, StatusEkspor.BERUBAH)
#: A file that was read counts, saved or not: it says what SIASN holds. One that was taken back does not.
_TERBACA: Final = (StatusImpor.DIPERIKSA, StatusImpor.DITERAPKAN)
_DIKENAL: Final = (StatusBaris.BARU, StatusBaris.BERUBAH, StatusBaris.SAMA)


class PeriodeBerkas(Protocol):
    """What one file is about: the instansi, the shape, and how it stands in an address and on a page."""

    @property
    def instansi(self) -> Instansi: ...
    @property
    def kunci(self) -> str: ...
    @property
    def nama(self) -> str: ...
    @property
    def kode_bentuk(self) -> str: ...


class Terakhir(NamedTuple):
    """What the files say, by the key of a row. `berkas` and `pada`: the newest file, empty without one."""

    isi: dict[Any, Any]
    berkas: str
    pada: datetime | None


class BarisEkspor(NamedTuple):
    """One row of ours (`nilai`, with the `pegawai_id` it is about); `lama` is what the last file says."""

    nilai: Any
    status: StatusEkspor
    lama: Any


class Ekspor(NamedTuple):
    """Everything of one period."""

    periode: Any
    baris: list[BarisEkspor]
    terakhir: Terakhir

    @property
    def jumlah(self) -> dict[StatusEkspor, int]:
        ada = Counter(b.status for b in self.baris)
        return {s: ada[s] for s in StatusEkspor}

    def isi(self, *, selisih: bool) -> list[BarisEkspor]:
        """What goes into a file: all that SIASN can take, or only what differs from its last file."""
        status = SELISIH if selisih else (*SELISIH, StatusEkspor.SAMA)
        return [b for b in self.baris if b.status in status]


def kept_rows(*, instansi_id: int, jenis: Iterable[str]) -> Iterator[tuple[Impor, int, dict[str, Any]]]:
    """Rows (file, person, content) of the files of these kinds whose details are still kept, oldest first."""
    semua = Impor.objects.filter(instansi_id=instansi_id, jenis__in=list(jenis), status__in=_TERBACA)
    for impor in semua.filter(rincian_dihapus_pada=None).order_by("pk"):
        baris = BarisImpor.objects.filter(impor=impor, status__in=_DIKENAL).exclude(pegawai=None)
        isi = baris.order_by("pk").values_list("pegawai_id", "data")
        for pegawai_id, data in isi.iterator(chunk_size=500):
            if pegawai_id is not None and data:
                yield impor, pegawai_id, data


def leave_trail(periode: PeriodeBerkas, baris: Iterable[BarisEkspor], *, pengguna: Any, kanal: str) -> None:
    """Everybody in the file gets a line on their trail before it leaves, and so does the instansi."""
    semua = list(baris)
    keperluan = f"Ekspor SIASN {periode.kode_bentuk}: {periode.nama}"
    catat_baca(
        pengguna=pengguna, pegawai_ids=sorted({b.nilai.pegawai_id for b in semua}), kanal=kanal,
        tindakan="unduh", keperluan=keperluan,
    )  # fmt: skip
    catat(
        pengguna=pengguna, tindakan="ekspor_siasn", subjek_jenis="instansi", subjek_id=periode.instansi.pk,
        kanal=kanal, keperluan=keperluan,
        rincian={"bentuk": periode.kode_bentuk, "periode": periode.nama, "baris": len(semua)},
    )  # fmt: skip
