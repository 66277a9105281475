"""Reader of the e-Kinerja "Rekap Penilaian". Only a yearly recap counts as a yearly predikat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.utils import timezone

from asn_karier.lib.errors import DomainError
from asn_karier.lib.kata import bulan_tahun
from kinerja.enums import SumberPenilaian
from kinerja.services.impor_predikat import HASIL, PERILAKU, PREDIKAT, CatatanPredikat, convert_years
from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor
from pegawai.services.berkas import Buku, Skema, Tabel, temukan_tabel
from pegawai.services.impor_catatan import NIP, KonteksCatatan, periksa_catatan, terapkan_catatan
from pegawai.services.impor_pembaca import Pemeriksaan

_TAHUNAN: Final = re.compile(r"PERIODE\s+TAHUNAN\b\D*(?P<tahun>\d{4})")
_PERIODIK: Final = re.compile(r"PERIODE\s+(?!TAHUNAN)(?P<apa>[A-Z]+.*)")
_BULANAN: Final = re.compile(r"BULANAN\s+(?P<bulan>0?[1-9]|1[0-2])\s+TAHUN\s+(?P<tahun>\d{4})")


def _judul(judul: str) -> str:
    """The recap writes its headers in several ways; ours are those of Data awal."""
    if judul.startswith("RATING HASIL"):
        return HASIL
    if judul.startswith("RATING PERILAKU"):
        return PERILAKU
    return PREDIKAT if judul.startswith("PREDIKAT") else judul


SKEMA: Final = Skema("Rekap Penilaian e-Kinerja", (NIP, PREDIKAT), _judul)


class PembacaEkinerja:
    kode = "ekinerja"
    judul = "Rekap penilaian dari e-Kinerja"
    petunjuk = "Rekap Penilaian dengan Periode Tahunan, satu berkas per tahun. Rekap bulanan tidak dipakai."

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare a yearly recap with what is stored; DomainError `ekinerja_...` for any other period."""
        tabel = temukan_tabel(buku, SKEMA)
        tahun = _tahun(tabel, timezone.localtime(impor.dibuat_pada).year)
        return periksa_catatan(impor, [(_jenis(tahun), tabel)], {"tahun": tahun, "lembar": tabel.lembar})

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Write one piece; see `impor_catatan`."""
        sumber = f"Rekap e-Kinerja: {impor.nama_berkas}"
        konteks = KonteksCatatan(impor.instansi_id, impor.oleh, at, sumber)
        terapkan_catatan([_jenis(impor.ringkasan["tahun"])], baris, konteks)

    def selesai(self, impor: Impor, at: datetime) -> None:
        """Draft conversions into angka kredit for everyone whom the file names."""
        diterima = impor.baris.exclude(status=StatusBaris.DITOLAK).exclude(pegawai=None)
        convert_years(
            pegawai_ids=diterima.values_list("pegawai_id", flat=True), tahun=[impor.ringkasan["tahun"]], at=at
        )

    def sesudah_kembali(self, impor: Impor, pegawai_ids: Sequence[int], at: datetime) -> None:
        """The drafts follow the predikat that stands again."""
        convert_years(pegawai_ids=pegawai_ids, tahun=[impor.ringkasan["tahun"]], at=at)


def _jenis(tahun: int) -> CatatanPredikat:
    return CatatanPredikat("", SumberPenilaian.EKINERJA, tahun=tahun, tahun_terakhir=tahun)


def _tahun(tabel: Tabel, tahun_ini: int) -> int:
    judul = [" ".join(sel.split()).upper() for baris in tabel.pembuka for sel in baris if sel]
    for teks in judul:
        if cocok := _TAHUNAN.search(teks):
            return _wajar(int(cocok["tahun"]), tahun_ini)
    for teks in judul:
        if cocok := _PERIODIK.search(teks):
            raise DomainError(
                "ekinerja_periodik",
                f"Berkas ini rekap {_periode(cocok['apa'])}. "
                "Predikat periodik tidak menjadi predikat tahunan.",
                tindakan="Di e-Kinerja pilih Periode Tahunan, unduh Rekap Penilaian, lalu unggah berkasnya.",
            )
    raise DomainError(
        "ekinerja_tanpa_periode",
        "Baris «Periode Tahunan Tahun ...» tidak ditemukan di atas tabel, sehingga tahunnya tidak diketahui.",
        tindakan="Unduh ulang Rekap Penilaian dengan Periode Tahunan, dan jangan hapus baris judulnya.",
    )


def _periode(apa: str) -> str:
    """'bulan Juni 2026' for what the recap calls BULANAN 6 TAHUN 2026; any other period as written."""
    if cocok := _BULANAN.search(apa):
        return f"bulan {bulan_tahun(date(int(cocok['tahun']), int(cocok['bulan']), 1))}"
    return apa.lower()


def _wajar(tahun: int, tahun_ini: int) -> int:
    if tahun > tahun_ini:
        raise DomainError(
            "ekinerja_tahun",
            f"Tahun {tahun} pada judul berkas belum tiba.",
            tindakan="Unduh rekap tahun yang sudah dinilai.",
        )
    return tahun
