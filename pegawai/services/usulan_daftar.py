"""What may be corrected among the records of this app, and who has the authority.

BKN alone: what an instansi cannot save in SIASN by itself (NIP, name, birth, golongan, ijazah). The rest
is corrected by HR of the instansi.
"""

from __future__ import annotations

from typing import Any, Final

from pegawai.enums import JenisPegawai, PemilikData
from pegawai.models import (
    HasilUjian,
    HukumanDisiplin,
    Pegawai,
    PengembanganKompetensi,
    Penghargaan,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pegawai.rules.golongan import TERENDAH, TERTINGGI
from pegawai.rules.nip import Nip
from pegawai.rules.nomor_hp import baca_nomor_hp
from pegawai.services.profil import date_text, golongan_text
from pegawai.services.usulan_rekam import Kolom, Rekam

_BKN: Final = PemilikData.BKN


def _golongan(objek: Any) -> list[tuple[Any, str]]:
    """The scale of the row itself: a proposal never moves somebody from one scale to the other."""
    skala = objek.skala or JenisPegawai.PNS
    return [(n, golongan_text(skala, n)) for n in range(TERENDAH, TERTINGGI + 1)]


def _nip(teks: str) -> str:
    return Nip.parse(teks).angka


def _nama(objek: Any) -> str:
    return str(objek.nama_gelar) if objek else ""


IDENTITAS: Final = Rekam(
    "identitas",
    "Identitas",
    Pegawai,
    (
        # An import from SIASN changes a NIP: it is how every file finds the person.
        Kolom("nip", "NIP", _BKN, baca=lambda p: str(p.nip), periksa=_nip),
        Kolom("gelar_depan", "Gelar depan", _BKN),
        Kolom("nama", "Nama tanpa gelar", _BKN),
        Kolom("gelar_belakang", "Gelar belakang", _BKN),
        Kolom("tempat_lahir", "Tempat lahir", _BKN),
        Kolom("tanggal_lahir", "Tanggal lahir", _BKN),
        Kolom("jenis_kelamin", "Jenis kelamin", _BKN),
    ),
    baris=lambda p: f"{p.nama_gelar}, NIP {p.nip}",
)
KONTAK: Final = Rekam(
    "kontak",
    "Kontak",
    Pegawai,
    (Kolom("no_hp", "Nomor HP", periksa=baca_nomor_hp), Kolom("email", "Surel")),
    baris=lambda p: ", ".join(t for t in (p.no_hp, p.email) if t) or "Belum tercatat",
    perlu_bukti=False,
)
KEPEGAWAIAN: Final = Rekam(
    "kepegawaian",
    "Kepegawaian",
    Pegawai,
    (
        Kolom("tmt_cpns", "TMT CPNS", _BKN),
        Kolom("tmt_pns", "TMT PNS"),
        Kolom("unit", "Unit kerja", baca=lambda p: p.unit.nama if p.unit else ""),
        Kolom("atasan", "Atasan penilai", baca=lambda p: _nama(p.atasan)),
        Kolom("kedudukan", "Kedudukan hukum", _BKN, baca=lambda p: p.get_kedudukan_hukum_display()),
    ),
    baris=lambda p: ", ".join(t for t in (p.unit.nama if p.unit else "", f"atasan {_nama(p.atasan)}") if t),
)
PANGKAT: Final = Rekam(
    "pangkat",
    "Riwayat pangkat",
    RiwayatPangkat,
    (
        Kolom("golongan", "Golongan", _BKN, pilihan=_golongan),
        Kolom("tmt", "TMT golongan", _BKN),
        Kolom("masa_kerja_tahun", "Masa kerja (tahun)", _BKN),
        Kolom("masa_kerja_bulan", "Masa kerja (bulan)", _BKN),
        Kolom("nomor_sk", "Nomor SK", _BKN),
    ),
    baris=lambda r: f"{golongan_text(r.skala, r.golongan)}, TMT {date_text(r.tmt)}",
    tambah="SK pangkat yang belum tercatat",
    pemilik_tambah=_BKN,
)
JABATAN: Final = Rekam(
    "jabatan",
    "Riwayat jabatan",
    RiwayatJabatan,
    (
        Kolom("jabatan", "Nama jabatan", baca=lambda r: str(r.jabatan.nama)),
        Kolom("unit", "Unit kerja", baca=lambda r: r.unit.nama if r.unit else ""),
        Kolom("tmt", "TMT jabatan"),
        Kolom("nomor_sk", "Nomor SK"),
    ),
    baris=lambda r: f"{r.jabatan.nama}, TMT {date_text(r.tmt)}",
    tambah="SK jabatan yang belum tercatat",
    ikut=("jabatan", "unit"),
)
PENDIDIKAN: Final = Rekam(
    "pendidikan",
    "Riwayat pendidikan",
    RiwayatPendidikan,
    (
        Kolom("tingkat", "Tingkat pendidikan", _BKN),
        Kolom("nama", "Program studi", _BKN),
        Kolom("sekolah", "Sekolah atau perguruan tinggi", _BKN),
        Kolom("tahun_lulus", "Tahun lulus", _BKN),
    ),
    baris=lambda r: " ".join(t for t in (r.get_tingkat_display(), r.nama) if t),
    tambah="Ijazah yang belum tercatat",
    pemilik_tambah=_BKN,
)
PENGEMBANGAN: Final = Rekam(
    "pengembangan",
    "Pengembangan kompetensi",
    PengembanganKompetensi,
    (
        Kolom("jp", "Jam pelajaran (JP)"),
        Kolom("penyelenggara", "Penyelenggara"),
        Kolom("nomor_sertifikat", "Nomor sertifikat"),
    ),
    baris=lambda r: f"{r.nama}, {r.jp} JP, {date_text(r.tanggal_selesai)}",
    tambah="Pelatihan yang belum tercatat",
)
PENGHARGAAN: Final = Rekam(
    "penghargaan",
    "Penghargaan",
    Penghargaan,
    (Kolom("tanggal", "Tanggal keputusan"), Kolom("nomor_sk", "Nomor SK")),
    baris=lambda r: f"{r.nama or r.get_kode_display()}, {date_text(r.tanggal)}",
    tambah="Penghargaan yang belum tercatat",
)
UJIAN: Final = Rekam(
    "ujian",
    "Hasil ujian",
    HasilUjian,
    (Kolom("tanggal", "Tanggal ujian"), Kolom("lulus", "Lulus"), Kolom("nomor", "Nomor surat")),
    baris=lambda r: f"{r.get_jenis_display()}, {date_text(r.tanggal)}",
    tambah="Hasil ujian yang belum tercatat",
    khusus=True,
)
DISIPLIN: Final = Rekam(
    "disiplin",
    "Hukuman disiplin",
    HukumanDisiplin,
    (
        Kolom(
            "keterangan",
            "Yang seharusnya tercatat",
            baca=lambda r: (
                f"{r.get_status_display()} {r.jenis}, {date_text(r.mulai)} {date_text(r.sampai)}".strip()
            ),
        ),
    ),
    baris=lambda r: f"{r.get_status_display()}, mulai {date_text(r.mulai)}",
    khusus=True,
)
SEMUA: Final = (
    IDENTITAS,
    KONTAK,
    KEPEGAWAIAN,
    PANGKAT,
    JABATAN,
    PENDIDIKAN,
    PENGEMBANGAN,
    PENGHARGAAN,
    UJIAN,
    DISIPLIN,
)
