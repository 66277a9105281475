"""The two shapes in which SIASN takes and gives ratings: names of fields, codes, periods.

Field names as the web service writes them, capitals and misspellings included. `skp22` is of a year,
`kinerjaperiodik` of a quarter or month.
"""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from asn_karier.lib.errors import DomainError
from kinerja.enums import BentukSiasn, JenisSiklus, Predikat, Rating
from kinerja.rules.masa_siklus import Masa, masa_siklus
from pegawai.enums import Jenjang

SKP22: Final = (
    "pnsDinilaiId",
    "tahun",
    "hasilKinerja",
    "hasilKinerjaNilai",
    "perilakuKerja",
    "PerilakuKerjaNilai",
    "kuadranKinerja",
    "KuadranKinerjaNilai",
    "statusPenilai",
    "nipNrpPenilai",
    "namaPenilai",
    "penilaiGolonganId",
    "penilaiJabatanNm",
    "penilaiUnorNm",
)
PERIODIK: Final = (
    "pnsDinilaiId",
    "tahun",
    "periodikId",
    "bulanMulaiPenilaian",
    "tahunMulaiPenilaian",
    "bulanSelesaiPenilaian",
    "tahunSelesaiPenilaian",
    "hasilKinerjaNilai",
    "perilakuKerjaNilai",
    "kuadranKinerjaNilai",
    "koefisienId",
    "statusPenilai",
    "penilaiNipNrp",
    "penilaiNama",
    "penilaiGolongan",
    "penilaiJabatanNama",
    "penilaiUnorNama",
)
KEPALA: Final = {BentukSiasn.SKP22: SKP22, BentukSiasn.KINERJA_PERIODIK: PERIODIK}

#: Other spellings of the same column, in capitals as headers are compared.
SEBUTAN: Final = {
    "NIPBARU": "NIP",
    "NIP BARU": "NIP",
    "PNSDINILAIORANG": "PNSDINILAIID",
    "NIPNRPPENILAI": "PENILAINIPNRP",
    "NAMAPENILAI": "PENILAINAMA",
    "BULANMULAIPENAILAN": "BULANMULAIPENILAIAN",
    "BULANSELESAIPENAILAN": "BULANSELESAIPENILAIAN",
    "TAHUNMULAIPENAILAN": "TAHUNMULAIPENILAIAN",
    "TAHUNSELESAIPENAILAN": "TAHUNSELESAIPENILAIAN",
    "KUADRANNILAI": "KUADRANKINERJANILAI",
}
ASN: Final = "ASN"
#: `periodikId` of the reference table of SIASN.
PERIODIK_ID: Final = {1: JenisSiklus.BULANAN, 2: JenisSiklus.TRIWULAN}
#: `koefisienId` of the reference table of SIASN (the row of predikat Baik of each jenjang).
KOEFISIEN_ID: Final = {
    Jenjang.AHLI_PERTAMA: "12",
    Jenjang.AHLI_MUDA: "22",
    Jenjang.AHLI_MADYA: "32",
    Jenjang.AHLI_UTAMA: "42",
    Jenjang.PEMULA: "52",
    Jenjang.TERAMPIL: "62",
    Jenjang.MAHIR: "72",
    Jenjang.PENYELIA: "82",
}
_PANJANG: Final = {JenisSiklus.BULANAN: 1, JenisSiklus.TRIWULAN: 3}
_RUANG, _TERTINGGI = 4, 17


class Bulan(NamedTuple):
    """A month of a year."""

    bulan: int
    tahun: int


class Periode(NamedTuple):
    """A period of SIASN: the evaluation it belongs to and its days, both inside."""

    jenis: JenisSiklus
    tahun: int
    ke: int
    masa: Masa


def kode_golongan(urut: int | None) -> str:
    """SIASN golongan id of a PNS golongan 1-17: 11 is I/a, 45 is IV/e; empty for none."""
    if urut is None or not 1 <= urut <= _TERTINGGI:
        return ""
    if urut == _TERTINGGI:
        return "45"
    return f"{(urut - 1) // _RUANG + 1}{(urut - 1) % _RUANG + 1}"


def kode_periodik(jenis: JenisSiklus) -> str:
    """`periodikId` of a periodic cycle."""
    return next(str(kode) for kode, arti in PERIODIK_ID.items() if arti is jenis)


def rating_dari_kode(kode: int) -> Rating:
    """1 is above expectation (SIASN), the other way round than here."""
    return Rating(Rating.DI_ATAS_EKSPEKTASI + 1 - kode)


def predikat_dari_kode(kode: int) -> Predikat:
    """1 is Sangat Baik (SIASN kuadran)."""
    return Predikat(Predikat.SANGAT_BAIK + 1 - kode)


def tulisan_rating(rating: Rating) -> str:
    """As SIASN writes it: 'DIATAS EKSPEKTASI'."""
    return rating.name.replace("DI_", "DI").replace("_", " ")


def tulisan_predikat(predikat: Predikat) -> str:
    """As SIASN writes it: 'SANGAT BAIK'."""
    return predikat.name.replace("_", " ")


def periode(periodik: int, mulai: Bulan, selesai: Bulan) -> Periode:
    """The quarter or month that such a row is about, or the part of it that one rater saw.

    DomainError `periodik_tidak_dikenal`, and `periode_tidak_cocok` for months that lie in no one quarter or
    month of their kind.
    """
    if periodik not in PERIODIK_ID:
        raise DomainError("periodik_tidak_dikenal", "bukan kode periodik SIASN", tindakan="Isi 1 atau 2.")
    jenis = PERIODIK_ID[periodik]
    ke = (mulai.bulan - 1) // _PANJANG[jenis] + 1
    masa = masa_siklus(mulai.tahun, jenis, ke)
    akhir = masa_siklus(selesai.tahun, JenisSiklus.BULANAN, selesai.bulan).sampai
    awal = date(mulai.tahun, mulai.bulan, 1)
    if not awal <= akhir <= masa.sampai:
        raise DomainError(
            "periode_tidak_cocok",
            "bulan mulai dan selesai tidak berada dalam satu triwulan atau bulan",
            tindakan="Periksa bulan dan tahunnya.",
        )
    return Periode(jenis, mulai.tahun, ke, Masa(awal, akhir))
