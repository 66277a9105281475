"""Readers of ratings in the shapes of SIASN: `skp22` of years, `kinerjaperiodik` of quarters and months.

Files as XLSX, CSV or JSON, brought by HR; no service of BKN is asked. What is written says
`siasn_catatan`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kinerja.enums import BentukSiasn
from kinerja.services.impor_predikat import convert_years
from kinerja.services.siasn_baca import read_table
from kinerja.services.siasn_catatan import CatatanPeriodik, CatatanSiasn, CatatanTahunan
from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor
from pegawai.services.berkas import Buku
from pegawai.services.impor_catatan import KonteksCatatan, periksa_catatan, terapkan_catatan
from pegawai.services.impor_pembaca import Pemeriksaan


class PembacaSiasnKinerja:
    """What both readers share."""

    kode: str
    judul: str
    petunjuk: str
    menerima_json = True
    catatan: type[CatatanSiasn]

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare every row with what is here; DomainError when the table is not there."""
        tabel = read_table(buku, self.catatan.bentuk, impor.instansi_id)
        return periksa_catatan(impor, [(self.catatan(), tabel)], {"lembar": tabel.lembar})

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Write one piece; see `impor_catatan`."""
        sumber = f"SIASN {self.kode}: {impor.nama_berkas}"
        konteks = KonteksCatatan(impor.instansi_id, impor.diterapkan_oleh or impor.oleh, at, sumber)
        terapkan_catatan([self.catatan()], baris, konteks)

    def selesai(self, impor: Impor, at: datetime) -> None:
        """Draft conversions into angka kredit for everyone and every year of the file.

        Of a quarter or month only where the instansi converts them (`angka_kredit`).
        """
        _convert(impor, None, at)

    def sesudah_kembali(self, impor: Impor, pegawai_ids: Sequence[int], at: datetime) -> None:
        """The drafts follow the predikat that stands again."""
        _convert(impor, pegawai_ids, at)


class PembacaSkp22(PembacaSiasnKinerja):
    kode = BentukSiasn.SKP22.value
    judul = "Penilaian tahunan dari SIASN (skp22)"
    petunjuk = (
        "Riwayat skp22 sebagai .json, .csv, atau .xlsx, apa adanya. "
        "Orangnya dikenal dari pnsDinilaiId atau nip."
    )
    catatan = CatatanTahunan


class PembacaKinerjaPeriodik(PembacaSiasnKinerja):
    kode = BentukSiasn.KINERJA_PERIODIK.value
    judul = "Penilaian periodik dari SIASN (kinerjaperiodik)"
    petunjuk = (
        "Riwayat kinerjaperiodik sebagai .json, .csv, atau .xlsx, apa adanya. Siklus triwulan atau bulannya "
        "harus sudah ada."
    )
    catatan = CatatanPeriodik


def _convert(impor: Impor, pegawai_ids: Sequence[int] | None, at: datetime) -> None:
    diterima = impor.baris.exclude(status=StatusBaris.DITOLAK).exclude(pegawai=None)
    if pegawai_ids is not None:
        diterima = diterima.filter(pegawai__in=pegawai_ids)
    per_tahun: dict[int, list[int]] = {}
    for orang, isi in diterima.order_by("pk").values_list("pegawai_id", "data"):
        if "tahun" in isi:
            per_tahun.setdefault(isi["tahun"], []).append(orang)
    for tahun, ids in sorted(per_tahun.items()):
        convert_years(pegawai_ids=ids, tahun=[tahun], at=at)


PEMBACA: dict[BentukSiasn, PembacaSiasnKinerja] = {
    BentukSiasn.SKP22: PembacaSkp22(),
    BentukSiasn.KINERJA_PERIODIK: PembacaKinerjaPeriodik(),
}
