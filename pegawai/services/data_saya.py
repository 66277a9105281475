"""Everything the system holds about one person, for that person; and who has read it."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from asn_karier.lib.models import Jejak
from asn_karier.lib.sandi import buka_sandi
from pegawai.enums import JenisPegawai, StatusPeserta
from pegawai.models import Pegawai, Pengguna
from pegawai.services.profil import date_text, golongan_text, identity, moment_text

#: Rows of one history that a page shows; the export of step 6 has them all.
BARIS_RIWAYAT = 20
TINDAKAN = {
    "lihat": "Melihat data",
    "lihat_riwayat": "Melihat riwayat perubahan",
    "unduh": "Mengunduh daftar yang memuat data Anda",
    "cetak": "Mencetak daftar atau surat yang memuat data Anda",
    "lihat_laporan": "Membuka laporan yang memuat data Anda",
    "nilai": "Menilai kinerja",
}
SALURAN = {"portal": "Portal", "admin": "Halaman pengelola", "api": "Aplikasi lain (API)", "web": "Portal"}


class Baris(NamedTuple):
    """One line for templates/partials/ringkas.html."""

    label: str
    nilai: str
    ket: str = ""
    url: str = ""
    teks_url: str = ""


class Bagian(NamedTuple):
    judul: str
    baris: list[Baris]


class BarisJejak(NamedTuple):
    """One reading by somebody else, in words."""

    pk: int
    pada: str
    oleh: str
    peran: str
    tujuan: str
    saluran: str


def collect_sections(pegawai: Pegawai, *, per: date) -> list[Bagian]:
    """Identity and every history, sections without rows left out."""
    semua = [
        Bagian("Identitas", _identitas(pegawai)),
        Bagian("Kepegawaian", _kepegawaian(pegawai, per)),
        Bagian("Riwayat pangkat", _pangkat(pegawai)),
        Bagian("Riwayat jabatan", _jabatan(pegawai)),
        Bagian("Riwayat pendidikan", _pendidikan(pegawai)),
        Bagian("Pengembangan kompetensi", _pengembangan(pegawai)),
        Bagian("Penghargaan", _penghargaan(pegawai)),
        Bagian("Jadwal ujian", _jadwal_ujian(pegawai, per)),
        Bagian("Hasil ujian", _ujian(pegawai)),
        Bagian("Hukuman disiplin", _disiplin(pegawai)),
    ]
    return [b for b in semua if b.baris]


def read_trail(pegawai: Pegawai, *, sebelum: int | None, banyak: int) -> list[BarisJejak]:
    """Readings of `pegawai` by other people, newest first, `banyak` rows before id `sebelum`."""
    jejak = Jejak.objects.filter(subjek_jenis="pegawai", subjek_id=pegawai.pk).exclude(_oleh_sendiri(pegawai))
    if sebelum is not None:
        jejak = jejak.filter(pk__lt=sebelum)
    return [_baris_jejak(j, pegawai) for j in jejak.order_by("-pk")[:banyak]]


def mask_nik(pegawai: Pegawai) -> str:
    """The NIK with its middle hidden; empty when none is recorded."""
    if not pegawai.nik_sandi:
        return ""
    nik = buka_sandi(pegawai.nik_sandi)
    return f"{nik[:4]}{'•' * (len(nik) - 6)}{nik[-2:]}"


def _oleh_sendiri(pegawai: Pegawai) -> Q:
    akun = Pengguna.objects.filter(pegawai=pegawai).values("pk")
    return Q(pelaku_jenis="pengguna", pelaku_id__in=akun)


def _baris_jejak(j: Jejak, pegawai: Pegawai) -> BarisJejak:
    return BarisJejak(
        pk=j.pk,
        pada=moment_text(j.pada, pegawai.instansi.zona_waktu),
        oleh=j.pelaku_nama or "Sistem",
        peran=str(j.rincian.get("peran", "")),
        tujuan=j.keperluan or TINDAKAN.get(j.tindakan, j.tindakan.replace("_", " ").capitalize()),
        saluran=SALURAN.get(j.kanal, j.kanal.capitalize()),
    )


def _identitas(p: Pegawai) -> list[Baris]:
    lahir = ", ".join(t for t in (p.tempat_lahir, date_text(p.tanggal_lahir)) if t)
    return [
        Baris("Nama", p.nama_gelar),
        Baris("NIP", p.nip),
        Baris("NIK", mask_nik(p)),
        Baris("Tempat, tanggal lahir", lahir),
        Baris("Jenis kelamin", p.get_jenis_kelamin_display()),
        Baris("Nomor HP", p.no_hp),
        Baris("Surel", p.email),
    ]


def _kepegawaian(p: Pegawai, per: date) -> list[Baris]:
    kini = identity(p, per=per)
    atasan = Baris("Atasan penilai", p.atasan.nama_gelar if p.atasan else "")
    umum = [
        Baris("Instansi", p.instansi.nama),
        Baris("Status", p.get_status_display()),
        Baris("Kedudukan hukum", p.get_kedudukan_hukum_display()),
        Baris("Pangkat" if p.jenis == JenisPegawai.PNS else "Golongan", kini.pangkat),
        Baris("Jabatan", kini.jabatan),
        Baris("Unit kerja", kini.unit),
        atasan,
    ]
    if p.jenis == JenisPegawai.PPPK:
        masa = [date_text(t) for t in (p.perjanjian_mulai, p.perjanjian_sampai)]
        return [*umum, Baris("Perjanjian kerja", " sampai ".join(masa) if all(masa) else "")]
    cltn = [Baris("Cuti di luar tanggungan negara", "Pernah")] if p.pernah_cltn else []
    return [*umum, Baris("TMT CPNS", date_text(p.tmt_cpns)), Baris("TMT PNS", date_text(p.tmt_pns)), *cltn]


def _terbaru(baris: QuerySet[Any]) -> QuerySet[Any]:
    return baris[:BARIS_RIWAYAT]


def _asal(*bagian: str) -> str:
    return ", ".join(b for b in bagian if b)


def _pangkat(p: Pegawai) -> list[Baris]:
    return [
        Baris(golongan_text(r.skala, r.golongan), f"TMT {date_text(r.tmt)}", _asal(r.nomor_sk, r.sumber))
        for r in _terbaru(p.riwayat_pangkat.all())
    ]


def _jabatan(p: Pegawai) -> list[Baris]:
    return [
        Baris(
            r.jabatan.nama,
            f"TMT {date_text(r.tmt)}",
            _asal(r.unit.nama if r.unit else "", r.nomor_sk, r.sumber),
        )
        for r in _terbaru(p.riwayat_jabatan.select_related("jabatan", "unit"))
    ]


def _pendidikan(p: Pegawai) -> list[Baris]:
    return [
        Baris(
            r.get_tingkat_display(),
            r.nama,
            _asal(r.sekolah, str(r.tahun_lulus) if r.tahun_lulus else "", r.sumber),
        )
        for r in _terbaru(p.riwayat_pendidikan.all())
    ]


def _pengembangan(p: Pegawai) -> list[Baris]:
    return [
        Baris(r.nama, f"{r.jp} JP, {date_text(r.tanggal_selesai)}", _asal(r.penyelenggara, r.sumber))
        for r in _terbaru(p.pengembangan.all())
    ]


def _penghargaan(p: Pegawai) -> list[Baris]:
    return [
        Baris(r.nama or r.get_kode_display(), date_text(r.tanggal), _asal(r.nomor_sk, r.sumber))
        for r in _terbaru(p.penghargaan.all())
    ]


def _jadwal_ujian(p: Pegawai, per: date) -> list[Baris]:
    terdaftar = p.ujian_diikuti.filter(status=StatusPeserta.TERDAFTAR, jadwal__tanggal__gte=per)
    return [
        Baris(str(r.jadwal), f"{date_text(r.jadwal.tanggal)}, {r.jadwal.tempat}", r.jadwal.penyelenggara)
        for r in terdaftar.select_related("jadwal").order_by("jadwal__tanggal")
    ]


def _ujian(p: Pegawai) -> list[Baris]:
    return [
        Baris(
            r.get_jenis_display(),
            f"{'Lulus' if r.lulus else 'Belum lulus'}, {date_text(r.tanggal)}",
            _asal(
                r.nomor, f"berlaku sampai {date_text(r.berlaku_sampai)}" if r.berlaku_sampai else "", r.sumber
            ),
        )
        for r in _terbaru(p.hasil_ujian.all())
    ]


def _disiplin(p: Pegawai) -> list[Baris]:
    hasil = []
    for r in _terbaru(p.hukuman_disiplin.all()):
        masa = f"{date_text(r.mulai)} sampai {date_text(r.sampai) or 'belum ditetapkan'}"
        tingkat = f" tingkat {r.get_tingkat_display().lower()}" if r.tingkat else ""
        hasil.append(Baris(f"{r.get_status_display()}{tingkat}", masa, _asal(r.jenis, r.nomor_sk, r.sumber)))
    return hasil
