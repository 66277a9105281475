"""Who has looked at my records: every reading and change by others (UU 27/2022 art. 31-32)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth

from asn_karier.lib import kata
from asn_karier.lib.models import Jejak
from pegawai.models import Pegawai, Pengguna
from pegawai.services.profil import moment_text

TINDAKAN: Final = {
    "lihat": "Melihat data",
    "lihat_daftar": "Melihat daftar yang memuat Anda",
    "lihat_riwayat": "Melihat riwayat perubahan",
    "unduh": "Mengunduh daftar yang memuat data Anda",
    "cetak": "Mencetak daftar atau surat yang memuat data Anda",
    "unduh_bukti": "Mengunduh bukti usul Anda",
    "cetak_slip_aktivasi": "Mencetak slip aktivasi akun Anda",
    "bantu_atur_ulang": "Membantu mengatur ulang akun Anda",
    "lepas_pengaman": "Melepas verifikasi dua langkah Anda",
    "buat_tautan_sandi": "Membuat tautan kata sandi untuk Anda",
    "lihat_nik": "Melihat NIK Anda",
    "lihat_hasil": "Melihat hasil perhitungan Anda",
    "lihat_usul": "Melihat usul Anda",
    "impor": "Mengubah data Anda lewat impor",
    "impor_kembali": "Mengembalikan data Anda dari impor yang dibatalkan",
    "pakai_siasn": "Memakai data SIASN untuk Anda",
    "tambah_catatan": "Menambah catatan Anda",
    "ubah_catatan": "Mengubah catatan Anda",
    "catat_level_kompetensi": "Mencatat level kompetensi Anda",
    "cabut_kenaikan_kompetensi": "Mencabut kenaikan kompetensi Anda dari pelatihan",
    "kirim_akpk": "Mengirim penilaian kebutuhan ke atasan",
    "tarik_akpk": "Menarik penilaian kebutuhan untuk diubah",
    "kembalikan_akpk": "Mengembalikan penilaian kebutuhan Anda dengan catatan",
    "konfirmasi_akpk": "Mengonfirmasi level kompetensi Anda",
    "ubah_data": "Mengubah data utama Anda",
    "tanda_tangani_konversi": "Menandatangani konversi angka kredit Anda",
    "kirim_penjelasan": "Mengirim penjelasan kepada Anda",
    "terbitkan_surat_kgb": "Menerbitkan surat KGB Anda",
    "urungkan_surat_kgb": "Mengurungkan surat KGB Anda",
    "rekomendasi_tetapkan": "Menetapkan rekomendasi tentang Anda sebagai usulan",
    "rekomendasi_tunda": "Menunda rekomendasi tentang Anda",
    "rekomendasi_tolak": "Menolak rekomendasi tentang Anda",
    "rekomendasi_urungkan": "Mengurungkan keputusan atas rekomendasi tentang Anda",
    "usul_diusulkan": "Mencatat usul kenaikan pangkat Anda dikirim ulang",
    "usul_bts": "Mencatat berkas usul Anda dikembalikan BKN",
    "usul_tms": "Mencatat usul Anda tidak memenuhi syarat",
    "usul_sk_terbit": "Mencatat SK kenaikan pangkat Anda",
    "nilai": "Menilai kinerja",
    "ganti_atasan": "Mengganti atasan penilai Anda",
    "siklus_tanpa": "Membuka siklus saat Anda belum punya atasan yang dapat menilai",
    "unduh_wa": "Mengunduh nomor HP Anda untuk pesan siklus",
    "susun_skp": "Mulai menyusun SKP",
    "segmen_skp": "Membuat SKP untuk sisa tahun",
    "skp_kirim": "Mengirim SKP ke atasan",
    "skp_catatan": "Menarik SKP untuk diubah",
    "skp_kembalikan": "Mengembalikan SKP Anda dengan catatan",
    "skp_setujui": "Menyetujui SKP Anda",
    "skp_buka": "Membuka SKP untuk dibahas lagi",
    "tetapkan_pengakuan": "Menetapkan pengakuan untuk Anda",
}
SALURAN: Final = {
    "portal": "Portal",
    "admin": "Halaman pengelola",
    "impor": "Impor berkas",
    "api": "Aplikasi lain (API)",
    "web": "Portal",
}
_KELUAR: Final = Q(tindakan__startswith="unduh") | Q(tindakan__startswith="cetak")
#: Kinds of line, as the page filters them.
JENIS: Final = {
    "baca": ("Melihat", Q(tindakan__startswith="lihat")),
    "unduh": ("Mengunduh atau mencetak", _KELUAR),
    "ubah": ("Mengubah atau memutuskan", ~Q(tindakan__startswith="lihat") & ~_KELUAR),
}
#: The table of months looks back so far; the list has no end.
SETAHUN: Final = timedelta(days=366)


class BarisJejak(NamedTuple):
    """One line by somebody else, in words."""

    pk: int
    pada: str
    oleh: str
    peran: str
    tindakan: str
    tujuan: str
    saluran: str


class BulanJejak(NamedTuple):
    """How often in one month: each kind and its number, in the order of JENIS."""

    bulan: str
    jumlah: list[tuple[str, int]]


def read_trail(pegawai: Pegawai, *, sebelum: int | None, banyak: int, jenis: str = "") -> list[BarisJejak]:
    """Lines about `pegawai` by other people, newest first, `banyak` rows before id `sebelum`."""
    jejak = _milik(pegawai, jenis)
    if sebelum is not None:
        jejak = jejak.filter(pk__lt=sebelum)
    return [_baris(j, pegawai) for j in jejak.order_by("-pk")[:banyak]]


def all_lines(pegawai: Pegawai, *, jenis: str = "") -> Iterator[BarisJejak]:
    """Every line, newest first, without holding them all: for a file."""
    return (_baris(j, pegawai) for j in _milik(pegawai, jenis).order_by("-pk").iterator(chunk_size=500))


def count_by_month(pegawai: Pegawai, *, at: datetime) -> list[BulanJejak]:
    """The last twelve months that have any line, newest first; months of the instansi's own clock."""
    zona = ZoneInfo(pegawai.instansi.zona_waktu)
    hitung = {kode: Count("pk", filter=syarat) for kode, (_, syarat) in JENIS.items()}
    baris: Any = (
        _milik(pegawai, "")
        .filter(pada__gt=at - SETAHUN)
        .annotate(bulan=TruncMonth("pada", tzinfo=zona))
        .values("bulan")
        .annotate(**hitung)
        .order_by("-bulan")
    )
    return [
        BulanJejak(
            kata.bulan_tahun(b["bulan"].date()), [(teks, b[kode]) for kode, (teks, _) in JENIS.items()]
        )
        for b in baris
    ]


def _milik(pegawai: Pegawai, jenis: str) -> QuerySet[Jejak]:
    sendiri = Pengguna.objects.filter(pegawai=pegawai).values("pk")
    jejak = Jejak.objects.filter(subjek_jenis="pegawai", subjek_id=pegawai.pk)
    jejak = jejak.exclude(Q(pelaku_jenis="pengguna", pelaku_id__in=sendiri))
    return jejak.filter(JENIS[jenis][1]) if jenis in JENIS else jejak


def _baris(j: Jejak, pegawai: Pegawai) -> BarisJejak:
    tindakan = TINDAKAN.get(j.tindakan, j.tindakan.replace("_", " ").capitalize())
    return BarisJejak(
        pk=j.pk,
        pada=moment_text(j.pada, pegawai.instansi.zona_waktu),
        oleh=j.pelaku_nama or "Sistem",
        peran=str(j.rincian.get("peran", "")),
        tindakan=tindakan,
        tujuan=j.keperluan or tindakan,
        saluran=SALURAN.get(j.kanal, j.kanal.capitalize()),
    )
