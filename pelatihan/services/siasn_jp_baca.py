"""Rows of `diklat` and `kursus` read and compared with the ledger; an empty cell says nothing.

A row as it is sent names a diklat struktural by its code alone. Its name comes from a file that SIASN handed
out before, or from the one structural diklat of the person that ended on that day.
"""

from __future__ import annotations

from abc import abstractmethod
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, Final

from asn_karier.lib.errors import DomainError
from pegawai.enums import BentukPengembangan
from pegawai.models import PengembanganKompetensi
from pegawai.services.berkas import Buku, Isian, Skema, Tabel, temukan_tabel
from pegawai.services.catatan_jp import JP_TERBANYAK, CatatanBukuJp
from pegawai.services.impor_catatan import Catatan, UsulanCatatan
from pegawai.services.siasn.ekspor import kept_rows
from pegawai.services.siasn.orang import read_code, say_who, with_nip
from pelatihan.enums import BentukBerkas
from pelatihan.rules.bentuk_siasn_jp import SEBUTAN
from pelatihan.services.kegiatan_ganda import certificate_key

PNS_ID: Final = "IDPNS"
#: In the keys of what is stored: by certificate number.
_NOMOR: Final = "nomor"
_SKEMA: Final = {
    BentukBerkas.DIKLAT: Skema(
        "diklat dari SIASN", ("LATIHANSTRUKTURALID", "TANGGAL", "JUMLAHJAM"), lambda j: SEBUTAN.get(j, j)
    ),
    BentukBerkas.KURSUS: Skema(
        "kursus dari SIASN", ("NAMAKURSUS", "TANGGALKURSUS", "JUMLAHJAM"), lambda j: SEBUTAN.get(j, j)
    ),
}


def read_table(buku: Buku, bentuk: BentukBerkas, instansi_id: int) -> Tabel:
    """The table of one shape, with a column NIP; DomainError `kepala_...` when it is not there."""
    return with_nip(temukan_tabel(buku, _SKEMA[bentuk]), instansi_id, pns_id=PNS_ID, sebutan="idPns")


class CatatanSiasnJp(CatatanBukuJp):
    """What both shapes share. `ingat_sama`: the export asks later what a file said."""

    lembar = ""
    ingat_sama = True
    #: Of a new row whose form the file does not name.
    bentuk_bawaan: ClassVar[BentukPengembangan]
    kolom_nomor: ClassVar[str]

    @abstractmethod
    def baca_isi(self, isian: Isian) -> dict[str, Any]:
        """Name, form, days and number as the shape calls them."""

    def baca(self, isian: Isian) -> dict[str, Any]:
        say_who(isian, PNS_ID)
        return {
            **self.baca_isi(isian),
            # Nothing and zero are one: SIASN writes 0 where nobody filled the hours in.
            "jp": read_code(isian, "JUMLAHJAM", JP_TERBANYAK, paling_sedikit=0) or None,
            "penyelenggara": isian.teks("INSTITUSIPENYELENGGARA", maks=150),
        }

    def susun(self, catatan: Catatan, tersimpan: Mapping[Any, Any], sumber: str) -> UsulanCatatan:
        """A new row gets what the file does not say; a stored one keeps it."""
        isi = {k: v for k, v in catatan.isi.items() if k != "latihan_id"}
        isi["nama"] = isi["nama"] or self.nama_tersimpan(catatan, tersimpan)
        satu = Catatan(catatan.pegawai_id, isi)
        baru = tersimpan.get((satu.pegawai_id, self.kunci(isi))) is None
        if baru:
            isi["jp"], isi["bentuk"] = isi["jp"] or 0, isi["bentuk"] or int(self.bentuk_bawaan)
        usulan = super().susun(satu, tersimpan, sumber)
        senomor = tersimpan.get((satu.pegawai_id, _NOMOR, certificate_key(isi["nomor_sertifikat"])))
        if baru and senomor is not None:
            usulan.perhatian.append(_twice(self.kolom_nomor, senomor))
        return usulan

    def muat(self, catatan: Sequence[Catatan], instansi_id: int, *, kunci: bool) -> Mapping[Any, Any]:
        """Also every line by its person and certificate number."""
        semua = super().muat(catatan, instansi_id, kunci=kunci)
        nomor = {(b.pegawai_id, _NOMOR, certificate_key(b.nomor_sertifikat)): b for b in semua.values()}
        return {**semua, **{k: b for k, b in nomor.items() if k[-1]}}

    def nama_tersimpan(self, catatan: Catatan, tersimpan: Mapping[Any, Any]) -> str:
        raise NotImplementedError  # kursus always has its name


class CatatanKursus(CatatanSiasnJp):
    bentuk_bawaan = BentukPengembangan.KURSUS
    kolom_nomor = "NOSERTIPIKAT"

    def baca_isi(self, isian: Isian) -> dict[str, Any]:
        bentuk = read_code(isian, "JENISDIKLATID", max(BentukPengembangan))
        if bentuk == BentukPengembangan.DIKLAT_STRUKTURAL:
            isian.tolak(
                "JENISDIKLATID",
                "jenis 1 adalah diklat struktural, yang oleh SIASN disimpan sebagai diklat",
                "Unggah baris ini lewat jenis berkas Riwayat diklat struktural dari SIASN.",
            )
        return {
            "bentuk": bentuk,
            "nama": isian.teks("NAMAKURSUS", maks=200, wajib=True),
            **read_days(isian, "TANGGALKURSUS", "TANGGALSELESAIKURSUS"),
            "nomor_sertifikat": isian.teks(self.kolom_nomor, maks=80),
        }


class CatatanDiklat(CatatanSiasnJp):
    """`nama`: names of structural diklat by their code, as files have told so far."""

    bentuk_bawaan = BentukPengembangan.DIKLAT_STRUKTURAL
    kolom_nomor = "NOMOR"

    def __init__(self, nama: Mapping[str, str] | None = None) -> None:
        self._nama = nama or {}

    def baca_isi(self, isian: Isian) -> dict[str, Any]:
        kode = isian.teks("LATIHANSTRUKTURALID", maks=42)
        nama = isian.teks("LATIHANSTRUKTURALNAMA", maks=200) or self._nama.get(kode, "")
        if not kode and not nama and not isian.galat:
            isian.tolak("LATIHANSTRUKTURALID", "kosong", "Isi kode atau nama latihan strukturalnya.")
        return {
            "bentuk": int(BentukPengembangan.DIKLAT_STRUKTURAL),
            "nama": nama,
            "latihan_id": kode,
            **read_days(isian, "TANGGAL", "TANGGALSELESAI"),
            "nomor_sertifikat": isian.teks(self.kolom_nomor, maks=80),
        }

    def kunci(self, isi: Mapping[str, Any]) -> str:
        return f"{isi['nama'] or isi.get('latihan_id', '')}|{isi['tanggal_selesai']}"

    def muat(self, catatan: Sequence[Catatan], instansi_id: int, *, kunci: bool) -> Mapping[Any, Any]:
        """Also every structural diklat by its person and last day."""
        semua = dict(super().muat(catatan, instansi_id, kunci=kunci))
        pada: dict[Any, list[str]] = defaultdict(list)
        for b in {b.pk: b for b in semua.values()}.values():
            if b.bentuk == BentukPengembangan.DIKLAT_STRUKTURAL:
                pada[b.pegawai_id, b.tanggal_selesai].append(b.nama)
        return semua | pada

    def nama_tersimpan(self, catatan: Catatan, tersimpan: Mapping[Any, Any]) -> str:
        ada: list[str] = tersimpan.get(
            (catatan.pegawai_id, date.fromisoformat(catatan.isi["tanggal_selesai"])), []
        )
        if len(ada) == 1:
            return ada[0]
        raise DomainError(
            "nama_latihan_tidak_ada",
            f"berkas hanya menyebut kode latihan {catatan.isi['latihan_id']}, dan namanya belum dikenal",
            tindakan="Unggah lebih dahulu riwayat diklat dari SIASN yang memuat latihanStrukturalNama.",
        )


def _twice(kolom: str, ada: PengembanganKompetensi) -> tuple[str, str, str]:
    """The same certificate under another name or day: accepted, for only people can tell."""
    return (
        kolom,
        f"nomor ini sudah tercatat untuk «{ada.nama}», {ada.jp} JP",
        "Bila kegiatannya sama, samakan nama dan hari terakhirnya, agar JP tidak terhitung dua kali.",
    )


def read_days(isian: Isian, mulai: str, selesai: str) -> dict[str, Any]:
    """First and last day as ISO text; one of them stands for both. The first one only where it is earlier."""
    awal, akhir = isian.tanggal(mulai), isian.tanggal(selesai)
    hari = akhir or awal
    if hari is None and not isian.sudah_ditolak(mulai) and not isian.sudah_ditolak(selesai):
        isian.tolak(mulai, "kosong", "Lengkapi tanggalnya di SIASN, lalu unduh lagi.")
    if awal and akhir and awal > akhir:
        isian.tolak(selesai, "hari terakhir sebelum hari pertama", "Periksa kedua tanggalnya.")
    lebih_awal = awal if awal and hari and awal < hari else None
    return {
        "tanggal_mulai": lebih_awal.isoformat() if lebih_awal else None,
        "tanggal_selesai": hari.isoformat() if hari else None,
    }


def names_by_code(instansi_id: int) -> dict[str, str]:
    """Names of structural diklat by code, as kept files of this instansi say; a newer one speaks last."""
    semua = kept_rows(instansi_id=instansi_id, jenis=[BentukBerkas.DIKLAT.value])
    return {data["latihan_id"]: data["nama"] for _, _, data in semua if data["latihan_id"] and data["nama"]}
