"""Codes that karier and kinerja add to the tables of the API (pegawai.reports.kode)."""

from __future__ import annotations

from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan, JenisRekomendasi, Pelaku, StatusRekomendasi
from karier.kamus import LABEL
from karier.kamus.ucapan import judul_putusan
from kinerja.enums import Predikat
from kinerja.kamus import LABEL as LABEL_KINERJA
from pegawai.reports.kode import Kode, daftarkan_tabel, dari_enum

_STATUS = {
    Status.TIDAK_BERLAKU: "Tidak berlaku",
    Status.MEMENUHI: "Memenuhi",
    Status.PERLU_VERIFIKASI: "Perlu diperiksa BKPSDM",
    Status.BELUM: "Belum",
}


@daftarkan_tabel("predikat", "Predikat kinerja")
def predikat() -> list[Kode]:
    return dari_enum(Predikat, LABEL_KINERJA[Predikat], lambda p: str(p.kode_siasn))


@daftarkan_tabel("status_syarat", "Status syarat dan putusan")
def status_syarat() -> list[Kode]:
    return [Kode(m.name, _STATUS[m], None) for m in Status]


@daftarkan_tabel("putusan", "Jenis putusan")
def putusan() -> list[Kode]:
    return [Kode(m.value, judul_putusan(m, 0), None) for m in JenisPutusan]


@daftarkan_tabel("rekomendasi", "Jenis rekomendasi")
def rekomendasi() -> list[Kode]:
    return dari_enum(JenisRekomendasi, LABEL[JenisRekomendasi])


@daftarkan_tabel("status_rekomendasi", "Status rekomendasi")
def status_rekomendasi() -> list[Kode]:
    return dari_enum(StatusRekomendasi, LABEL[StatusRekomendasi])


@daftarkan_tabel("pelaku", "Siapa yang dapat melengkapi")
def pelaku() -> list[Kode]:
    return dari_enum(Pelaku, LABEL[Pelaku])
