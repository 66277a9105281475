"""Readers of training in the shapes of SIASN: `diklat` and `kursus`, as files brought by HR.

No service of BKN is asked. What is written goes into the JP ledger (`pegawai.services.riwayat`).
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from pegawai.models import BarisImpor, Impor
from pegawai.services.berkas import Buku
from pegawai.services.impor_catatan import KonteksCatatan, periksa_catatan, terapkan_catatan
from pegawai.services.impor_pembaca import Pemeriksaan
from pelatihan.enums import BentukBerkas
from pelatihan.services.siasn_jp_baca import (
    CatatanDiklat,
    CatatanKursus,
    CatatanSiasnJp,
    names_by_code,
    read_table,
)


class PembacaSiasnJp:
    """What both readers share."""

    kode: str
    judul: str
    petunjuk: str
    menerima_json = True
    bentuk: BentukBerkas

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare every row with the ledger; DomainError when the table is not there."""
        tabel = read_table(buku, self.bentuk, impor.instansi_id)
        return periksa_catatan(impor, [(self.catatan(impor), tabel)], {"lembar": tabel.lembar})

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Write one piece; see `impor_catatan`. Names were found when the file was checked."""
        sumber = f"SIASN {self.kode}: {impor.nama_berkas}"
        konteks = KonteksCatatan(impor.instansi_id, impor.diterapkan_oleh or impor.oleh, at, sumber)
        terapkan_catatan([self.catatan(None)], baris, konteks)

    def selesai(self, impor: Impor, at: datetime) -> None:
        """Nothing follows: sums are read from the ledger."""

    def catatan(self, impor: Impor | None) -> CatatanSiasnJp:
        return CatatanKursus()


class PembacaKursus(PembacaSiasnJp):
    kode = BentukBerkas.KURSUS.value
    bentuk = BentukBerkas.KURSUS
    judul = "Riwayat kursus dari SIASN (kursus)"
    petunjuk = (
        "Riwayat kursus sebagai .json, .csv, atau .xlsx, apa adanya: semua bentuk selain diklat struktural. "
        "Orangnya dikenal dari nipBaru atau idPns."
    )


class PembacaDiklat(PembacaSiasnJp):
    kode = BentukBerkas.DIKLAT.value
    bentuk = BentukBerkas.DIKLAT
    judul = "Riwayat diklat struktural dari SIASN (diklat)"
    petunjuk = (
        "Riwayat diklat struktural sebagai .json, .csv, atau .xlsx, apa adanya. Orangnya dikenal dari "
        "nipBaru atau idPns, diklatnya dari latihanStrukturalNama atau kodenya."
    )

    def catatan(self, impor: Impor | None) -> CatatanSiasnJp:
        return CatatanDiklat(names_by_code(impor.instansi_id) if impor else None)


PEMBACA: Final = (PembacaDiklat(), PembacaKursus())
