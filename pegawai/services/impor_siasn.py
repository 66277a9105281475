"""Reader of the SIASN "Export Data ASN" (65, 66, 67 or 69 columns, CSV or XLSX, columns in any order).

Key: PNS ID, then NIP; a disagreement refuses the row. People of the instansi who are not in the file are
listed as TIDAK_ADA and left alone. Empty cells never erase. The same file again changes nothing.
The officer who brings the file stands in it like everybody: that row is accepted, because the source is
BKN's and not the officer, but the preview points at it and the trail keeps it (docs/keamanan.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, Final

from asn_karier.lib.audit import catat
from asn_karier.lib.errors import DomainError
from pegawai.enums import JenisJabatan, KedudukanHukum, StatusBaris
from pegawai.kamus import LABEL
from pegawai.models import BarisImpor, Impor, Pegawai
from pegawai.services.berkas import Buku, Isian, PengawasTanggal, Skema, Tabel, temukan_tabel
from pegawai.services.impor_pembaca import Pemeriksaan, pegawai_petugas, tolak_baris
from pegawai.services.siasn.baca import BarisSiasn, baca_baris
from pegawai.services.siasn.baku import baku_id
from pegawai.services.siasn.banding import Usulan, require_complete, sandi_nik, susun, temukan
from pegawai.services.siasn.keadaan import Keadaan, Rujukan, kelompokkan, muat
from pegawai.services.siasn.tulis import Konteks, Kumpulan, siapkan_jabatan

WAJIB: Final = (
    "PNS ID", "NIP BARU", "NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "KEDUDUKAN HUKUM ID", "TMT CPNS",
    "GOL AKHIR NAMA", "TMT GOLONGAN", "JENIS JABATAN ID", "JABATAN ID", "JABATAN NAMA", "TMT JABATAN",
    "TINGKAT PENDIDIKAN ID", "UNOR ID",
)  # fmt: skip
SKEMA: Final = Skema("Export Data ASN dari SIASN", WAJIB)
BAGIAN: Final = 500
_PERBAIKAN: Final = {
    "kunci_berselisih": "Cocokkan PNS ID dan NIP orang ini di SIASN. Data tidak diubah.",
    "instansi_lain": "Bila pegawai ini pindah, urus mutasinya lebih dahulu. Data tidak diubah.",
    "jenis_status": "Lengkapi STATUS CPNS PNS, atau perbaiki kedudukan hukumnya di SIASN, lalu unduh ulang.",
    "pegawai_kurang": "Isi kolom itu di SIASN, lalu unduh ulang berkas.",
}
_KOLOM_SALAH: Final = {"jenis_status": "STATUS CPNS PNS"}


class PembacaSiasn:
    kode = "siasn"
    judul = "Data pegawai dari SIASN"
    petunjuk = "Berkas «Export Data ASN» dari SIASN (.csv atau .xlsx), apa adanya."
    ukuran_bagian = BAGIAN

    def periksa(self, impor: Impor, buku: Buku) -> Pemeriksaan:
        """Compare every row with what is stored; two passes over the file, constant memory."""
        tabel = temukan_tabel(buku, SKEMA)
        pemeriksa = _Pemeriksa(impor, tabel)
        return Pemeriksaan(
            pemeriksa.jumlah,
            pemeriksa.semua(),
            {"lembar": tabel.lembar},
        )

    def terapkan(self, impor: Impor, baris: list[BarisImpor], at: datetime) -> None:
        """Compare again with what is stored now, and save; who changed meanwhile is refused."""
        semua = [_dari_data(b) for b in baris]
        rujukan = Rujukan(impor.instansi_id)
        siapkan_jabatan(semua, rujukan, simpan=True)
        keadaan = muat([b.nip for b in semua], [b.siasn_id for b in semua], kunci=True)
        kumpulan = Kumpulan()
        for tersimpan, satu in zip(baris, semua, strict=True):
            usulan = _susun_ulang(tersimpan, satu, keadaan, impor.instansi_id, rujukan)
            if usulan is not None and usulan.beda:
                kumpulan.usulan.append(usulan)
        kumpulan.simpan(Konteks(impor.oleh, at, f"Impor SIASN: {impor.nama_berkas}"))
        _catat_diri(impor, kumpulan.usulan)

    def selesai(self, impor: Impor, at: datetime) -> None:
        """Nothing follows."""


class _Pemeriksa:
    """The check of one file. The first pass counts rows and keys, the second compares."""

    def __init__(self, impor: Impor, tabel: Tabel) -> None:
        self._impor = impor
        self._tabel = tabel
        self._rujukan = Rujukan(impor.instansi_id)
        kunci, tanggal = [], PengawasTanggal(tabel)
        for nomor, sel in tabel.isi():
            kunci.append(_kunci(Isian(tabel, nomor, sel)))
            tanggal.lihat(nomor, sel)
        tanggal.putuskan()
        if not kunci:
            raise DomainError(
                "berkas_kosong", "Berkas hanya berisi judul kolom.", tindakan="Unduh ulang ekspor dari SIASN."
            )
        self._nip_ganda = kelompokkan((nip, nomor) for nomor, nip, _ in kunci)
        self._id_ganda = kelompokkan((kode, nomor) for nomor, _, kode in kunci)
        self._hadir = {nip for _, nip, _ in kunci} | {kode for _, _, kode in kunci}
        self._absen = self._cari_absen()
        self._pemilik: dict[int, int] = {}
        self._diri = pegawai_petugas(impor)
        self.jumlah = len(kunci) + len(self._absen)

    def _cari_absen(self) -> list[tuple[int, str, str]]:
        semua = Pegawai.objects.filter(instansi_id=self._impor.instansi_id).order_by("pk")
        return [
            (pk, nip, nama)
            for pk, nip, kode, nama in semua.values_list("pk", "nip", "siasn_id", "nama").iterator()
            if nip not in self._hadir and baku_id(kode or "-") not in self._hadir
        ]

    def semua(self) -> Iterator[BarisImpor]:
        isi = self._tabel.isi()
        while bagian := list(islice(isi, BAGIAN)):
            yield from self._bagian(bagian)
        for pk, nip, nama in self._absen:
            yield BarisImpor(
                impor=self._impor, nomor=0, status=StatusBaris.TIDAK_ADA, kunci=nip, nama=nama, pegawai_id=pk
            )

    def _bagian(self, bagian: list[Any]) -> Iterator[BarisImpor]:
        dikenal = self._rujukan.unit.keys()
        semua = [baca_baris(Isian(self._tabel, nomor, sel), dikenal) for nomor, sel in bagian]
        siapkan_jabatan(semua, self._rujukan, simpan=False)
        keadaan = muat([b.nip for b in semua], [b.siasn_id for b in semua])
        for satu in semua:
            self._tolak_ganda(satu)
            yield self._banding(satu, keadaan)

    def _tolak_ganda(self, satu: BarisSiasn) -> None:
        for kolom, kunci, ganda in (
            ("NIP BARU", satu.nip, self._nip_ganda),
            ("PNS ID", satu.siasn_id, self._id_ganda),
        ):
            lain = [n for n in ganda.get(kunci, []) if n != satu.nomor]
            if lain:
                sebut = ", ".join(str(n) for n in lain[:5])
                masalah = f"sama dengan baris {sebut}"
                perbaikan = "Sisakan satu baris yang benar untuk pegawai ini, lalu unggah lagi."
                satu.galat.append(_galat(kolom, self._tabel, satu.nomor, masalah, perbaikan))

    def _banding(self, satu: BarisSiasn, keadaan: Keadaan) -> BarisImpor:
        usulan = None
        try:
            orang = temukan(satu, keadaan, self._impor.instansi_id)
            if orang is not None and self._pemilik.setdefault(orang.pegawai.pk, satu.nomor) != satu.nomor:
                lain = self._pemilik[orang.pegawai.pk]
                raise DomainError("kunci_berselisih", f"menunjuk pegawai yang sama dengan baris {lain}")
            if not satu.galat and orang is None:
                require_complete(satu)
                self._ingatkan_jenjang(satu)
                return _baris_baru(self._impor, satu)
            if not satu.galat:
                usulan = susun(satu, orang, self._impor.instansi_id, self._rujukan)
                self._ingatkan_diri(satu, usulan)
        except DomainError as salah:
            satu.galat.append(
                _galat(_kolom(salah), self._tabel, satu.nomor, salah.pesan, _PERBAIKAN[salah.kode])
            )
        self._ingatkan_jenjang(satu)
        return _jadi_baris(self._impor, satu, usulan)

    def _ingatkan_diri(self, satu: BarisSiasn, usulan: Usulan) -> None:
        if usulan.beda and usulan.pegawai.pk in self._diri:
            masalah = "baris ini tentang Anda sendiri; penyimpanannya dicatat pada jejak akses"
            perbaikan = "Pastikan isinya sama dengan SIASN; sebaiknya petugas lain yang menyimpan berkas ini."
            satu.peringatan.append(_galat("NIP BARU", self._tabel, satu.nomor, masalah, perbaikan))

    def _ingatkan_jenjang(self, satu: BarisSiasn) -> None:
        """A fungsional post without jenjang gets no angka kredit rule: say so before it is stored."""
        jabatan = self._rujukan.jabatan.get(satu.jabatan.get("siasn_id", ""))
        if jabatan is not None and jabatan.jenis == JenisJabatan.FUNGSIONAL and jabatan.jenjang is None:
            masalah = "jabatan fungsional ini tercatat tanpa jenjang, karena namanya tidak menyebutnya"
            perbaikan = "Perbaiki nama jabatannya di SIASN, atau isi jenjangnya pada daftar jabatan."
            galat = _galat("JABATAN NAMA", self._tabel, satu.nomor, masalah, perbaikan)
            satu.peringatan.append(galat | {"isi": jabatan.nama})


def _catat_diri(impor: Impor, usulan: list[Usulan]) -> None:
    """A changed row of an officer who brought the file: any auditor finds it by its act."""
    diri = pegawai_petugas(impor)
    for satu in usulan:
        if satu.pegawai.pk in diri:
            catat(
                pengguna=impor.diterapkan_oleh,
                tindakan="impor_data_sendiri",
                subjek_jenis="pegawai",
                subjek_id=satu.pegawai.pk,
                kanal="impor",
                rincian={"impor": impor.pk, "kolom": [b["kolom"] for b in satu.beda if not _terhukum(b)]},
            )


def _terhukum(beda: dict[str, str]) -> bool:
    """A difference that tells of a penalty: auditors, who read this line of the trail, must not."""
    return LABEL[KedudukanHukum][KedudukanHukum.HUKUMAN_DISIPLIN] in (beda["lama"], beda["baru"])


def _kunci(isian: Isian) -> tuple[int, str, str]:
    """Row, NIP and PNS ID, read without complaint: for doubles and absences only."""
    return isian.nomor, re.sub(r"\D", "", isian.teks("NIP BARU")), baku_id(isian.teks("PNS ID"))


def _kolom(salah: DomainError) -> str:
    return _KOLOM_SALAH.get(salah.kode, "NIP BARU")


def _galat(kolom: str, tabel: Tabel, nomor: int, masalah: str, perbaikan: str) -> dict[str, str]:
    return {
        "kolom": kolom,
        "sel": f"{tabel.huruf(kolom)}{nomor}",
        "isi": "",
        "masalah": masalah,
        "perbaikan": perbaikan,
    }


def _baris_baru(impor: Impor, satu: BarisSiasn) -> BarisImpor:
    """A person who is not stored yet: there is nothing to compare with."""
    return BarisImpor(
        impor=impor,
        nomor=satu.nomor,
        status=StatusBaris.BARU,
        kunci=satu.nip,
        nama=satu.nama,
        peringatan=satu.peringatan,
        data=_ke_data(satu, sandi_nik(satu), None),
    )


def _jadi_baris(impor: Impor, satu: BarisSiasn, usulan: Usulan | None) -> BarisImpor:
    baris = BarisImpor(
        impor=impor,
        nomor=satu.nomor,
        status=StatusBaris.DITOLAK,
        kunci=satu.nip,
        nama=satu.nama,
        galat=satu.galat,
        peringatan=satu.peringatan,
    )
    if usulan is None:
        return baris
    baris.status, baris.beda, baris.pegawai = StatusBaris.SAMA, usulan.beda, usulan.pegawai
    if usulan.beda:
        baris.status = StatusBaris.BERUBAH
        sandi = usulan.pegawai.nik_sandi if "nik_sandi" in usulan.kolom else ""
        baris.data = _ke_data(satu, sandi, usulan.pegawai.versi)
    return baris


_DISIMPAN: Final = ("nomor", "nip", "siasn_id", "nama", "unit", "orang", "pangkat", "jabatan", "pendidikan")


def _ke_data(satu: BarisSiasn, nik_sandi: str, versi: int | None) -> dict[str, Any]:
    """What is staged. NIK only encrypted, and only when it is to be written."""
    data = {kunci: getattr(satu, kunci) for kunci in _DISIMPAN}
    return data | {"nik_sandi": nik_sandi, "nik_indeks": satu.nik_indeks if nik_sandi else "", "versi": versi}


def _dari_data(baris: BarisImpor) -> BarisSiasn:
    return BarisSiasn(**{k: v for k, v in baris.data.items() if k != "versi"})


def _susun_ulang(
    tersimpan: BarisImpor, satu: BarisSiasn, keadaan: Keadaan, instansi_id: int, rujukan: Rujukan
) -> Usulan | None:
    try:
        orang = temukan(satu, keadaan, instansi_id)
        usulan = susun(satu, orang, instansi_id, rujukan)
    except DomainError as salah:
        tolak_baris(tersimpan, salah.pesan, _PERBAIKAN[salah.kode], _kolom(salah))
        return None
    versi = None if orang is None else orang.pegawai.versi
    if usulan.beda and (versi != tersimpan.data["versi"] or _usang(tersimpan, usulan)):
        tolak_baris(
            tersimpan,
            "data pegawai ini berubah sesudah berkas diperiksa",
            "Unggah berkas ini sekali lagi untuk melihat perbedaannya yang terbaru.",
        )
        return None
    return usulan


def _usang(tersimpan: BarisImpor, usulan: Usulan) -> bool:
    """Whether the stored side of what HR saw changed. A new person was shown without differences.

    The new side comes from the same row both times, and NIK is masked only while it is in clear.
    """
    lama = sorted((b["kolom"], b["lama"]) for b in tersimpan.beda)
    return not usulan.baru and lama != sorted((b["kolom"], b["lama"]) for b in usulan.beda)
