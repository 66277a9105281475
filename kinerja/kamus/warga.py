"""Words for citizens: their reviews, the dialogue, open data."""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any, Final

from asn_karier.lib import kata
from kinerja import enums as e

LABEL_WARGA: Final[dict[type[Enum], dict[Any, str]]] = {
    e.JawabanUlasan: {
        e.JawabanUlasan.SANGAT_BAIK: "Sangat baik",
        e.JawabanUlasan.BAIK: "Baik",
        e.JawabanUlasan.KURANG_BAIK: "Kurang baik",
        e.JawabanUlasan.TIDAK_BAIK: "Tidak baik",
    },
    e.StatusKiriman: {
        e.StatusKiriman.TANPA_TEKS: "Tanpa kalimat",
        e.StatusKiriman.MENUNGGU: "Menunggu diperiksa",
        e.StatusKiriman.DISERAHKAN: "Diserahkan kepada pengelola kepegawaian",
        e.StatusKiriman.TAMPIL: "Ditampilkan",
        e.StatusKiriman.TIDAK_TAMPIL: "Tidak ditampilkan",
    },
    e.AlasanTidakTampil: {
        e.AlasanTidakTampil.DATA_PRIBADI: "Data pribadinya tidak dapat disamarkan",
        e.AlasanTidakTampil.KASAR: "Berisi kata kasar, ancaman, atau hinaan",
        e.AlasanTidakTampil.BUKAN_LAYANAN: "Bukan tentang layanan ini",
        e.AlasanTidakTampil.PENGADUAN: "Pengaduan yang memerlukan jawaban, tempatnya SP4N-LAPOR!",
    },
    e.TemaUlasan: {
        e.TemaUlasan.KERAMAHAN: "Keramahan",
        e.TemaUlasan.KECEPATAN: "Kecepatan",
        e.TemaUlasan.KEJELASAN: "Kejelasan informasi",
        e.TemaUlasan.KEAHLIAN: "Keahlian petugas",
        e.TemaUlasan.BIAYA: "Biaya",
        e.TemaUlasan.FASILITAS: "Fasilitas",
        e.TemaUlasan.KEMUDAHAN_AKSES: "Kemudahan bagi penyandang disabilitas dan lansia",
        e.TemaUlasan.DARING: "Layanan daring",
        e.TemaUlasan.TERIMA_KASIH: "Ucapan terima kasih",
    },
    e.StatusTindak: {
        e.StatusTindak.DITERIMA: "Diterima",
        e.StatusTindak.DITANGGAPI: "Ditanggapi",
        e.StatusTindak.DIJALANKAN: "Dijalankan",
        e.StatusTindak.TIDAK_DAPAT: "Tidak dapat dijalankan",
    },
    e.JenisTopik: {
        e.JenisTopik.DARING: "Dialog di halaman ini",
        e.JenisTopik.PERTEMUAN: "Pertemuan tatap muka",
    },
}

KELAS_TINDAK: Final = {
    e.StatusTindak.DITERIMA: "",
    e.StatusTindak.DITANGGAPI: "jalan",
    e.StatusTindak.DIJALANKAN: "ok",
    e.StatusTindak.TIDAK_DAPAT: "perlu",
}

#: What the confirmation says about the words of a citizen.
NASIB_KIRIMAN: Final = {
    e.StatusKiriman.TANPA_TEKS: "Jawaban Anda ikut dihitung sesudah bulan ini berakhir.",
    e.StatusKiriman.MENUNGGU: "Kalimat Anda menunggu diperiksa. Nama orang disamarkan sebelum tampil.",
    e.StatusKiriman.DISERAHKAN: "Kalimat Anda menunggu diperiksa. Nama orang disamarkan sebelum tampil.",
    e.StatusKiriman.TAMPIL: "Kalimat Anda sudah diperiksa dan boleh ditampilkan.",
    e.StatusKiriman.TIDAK_TAMPIL: "Kalimat Anda tidak ditampilkan.",
}

LISENSI: Final = "Creative Commons Atribusi 4.0 Internasional (CC BY 4.0)"
URL_LISENSI: Final = "https://creativecommons.org/licenses/by/4.0/deed.id"
#: Said wherever a number could be taken for the survey of the law.
BUKAN_SKM: Final = (
    "Ulasan ini dikirim oleh siapa saja yang mau. Ini bukan Survei Kepuasan Masyarakat (SKM) dan tidak "
    "mewakili semua pengguna layanan."
)

#: Column, what it holds: the dictionary of the open data files.
KAMUS_CAPAIAN: Final = (
    ("unit", "Nama unit kerja yang melayani."),
    ("bulan_awal", "Bulan pertama dari kelompok bulan, tahun-bulan."),
    ("bulan_akhir", "Bulan terakhir dari kelompok bulan, tahun-bulan."),
    ("jawaban", "Banyaknya jawaban pada kelompok bulan itu."),
    ("sangat_baik", "Banyaknya jawaban Sangat baik."),
    ("baik", "Banyaknya jawaban Baik."),
    ("kurang_baik", "Banyaknya jawaban Kurang baik."),
    ("tidak_baik", "Banyaknya jawaban Tidak baik."),
)
KAMUS_BERUBAH: Final = (
    ("unit", "Nama unit kerja yang mengubah layanannya."),
    ("tanggal", "Tanggal perubahan itu berlaku, tahun-bulan-tanggal."),
    ("masukan", "Yang disampaikan warga, diringkas oleh unit."),
    ("tindakan", "Yang diubah unit."),
)
KAMUS_JANJI: Final = (
    ("topik", "Judul dialog."),
    ("kantor", "Kantor yang berjanji."),
    ("janji", "Isi janji."),
    ("tenggat", "Tenggat janji, tahun-bulan-tanggal."),
    ("status", "Diterima, Ditanggapi, Dijalankan, atau Tidak dapat dijalankan."),
    ("lewat_tenggat", "ya bila tenggatnya lewat dan belum selesai."),
    ("alasan", "Alasan bila tidak dapat dijalankan."),
)


def masa(awal: date, akhir: date) -> str:
    """'Oktober 2026', 'Oktober sampai November 2026', 'Desember 2026 sampai Januari 2027'."""
    if (awal.year, awal.month) == (akhir.year, akhir.month):
        return kata.bulan_tahun(awal)
    kepala = kata.BULAN[awal.month - 1] if awal.year == akhir.year else kata.bulan_tahun(awal)
    return f"{kepala} sampai {kata.bulan_tahun(akhir)}"


def persen(bagian: int, seluruh: int) -> str:
    """'82 persen'; of nothing there is no share."""
    return f"{round(100 * bagian / seluruh)} persen" if seluruh else "-"


def keadaan_janji(status: e.StatusTindak, tenggat: date, selesai: date | None, alasan: str, per: date) -> str:
    """What stands beside a promise; one that is overdue says so, also when it was kept late."""
    label = LABEL_WARGA[e.StatusTindak][status]
    if status == e.StatusTindak.TIDAK_DAPAT:
        return f"{label} – {alasan}"
    if status == e.StatusTindak.DIJALANKAN and selesai is not None:
        terlambat = (selesai - tenggat).days
        ekor = f", {terlambat} hari sesudah tenggat" if terlambat > 0 else ""
        return f"{label} {kata.tanggal(selesai)}{ekor}"
    lewat = (per - tenggat).days
    return f"{label} – lewat tenggat {lewat} hari" if lewat > 0 else label


def pilihan_jawaban() -> Sequence[tuple[int, str]]:
    """The four words, best first, none chosen."""
    return [(j.value, teks) for j, teks in LABEL_WARGA[e.JawabanUlasan].items()]
