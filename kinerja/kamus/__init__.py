"""Words of the performance domain; the names of ratings and predikat are those of PermenPANRB 6/2022."""

from collections.abc import Sequence
from enum import Enum
from typing import Any, Final

from asn_karier.lib import kata
from kinerja import enums as e
from kinerja.kamus import arahan, etika, pengakuan, umpan_360, umpan_balik, usul_perbaikan
from kinerja.kamus.pantau import LABEL_PANTAU
from kinerja.kamus.pengingat import LABEL_PENGINGAT
from kinerja.kamus.pimpinan import LABEL_PIMPINAN
from kinerja.kamus.realisasi import LABEL_REALISASI
from kinerja.kamus.skp import LABEL_SKP
from kinerja.kamus.warga import LABEL_WARGA

LABEL: Final[dict[type[Enum], dict[Any, str]]] = {
    **LABEL_PANTAU,
    **LABEL_PENGINGAT,
    **LABEL_PIMPINAN,
    **LABEL_WARGA,
    e.Rating: {
        e.Rating.DI_BAWAH_EKSPEKTASI: "Di bawah ekspektasi",
        e.Rating.SESUAI_EKSPEKTASI: "Sesuai ekspektasi",
        e.Rating.DI_ATAS_EKSPEKTASI: "Di atas ekspektasi",
    },
    e.Predikat: {
        e.Predikat.SANGAT_KURANG: "Sangat Kurang",
        e.Predikat.KURANG: "Kurang",
        e.Predikat.BUTUH_PERBAIKAN: "Butuh Perbaikan",
        e.Predikat.BAIK: "Baik",
        e.Predikat.SANGAT_BAIK: "Sangat Baik",
    },
    e.PredikatOrganisasi: {
        e.PredikatOrganisasi.SANGAT_KURANG: "Sangat Kurang",
        e.PredikatOrganisasi.KURANG: "Kurang",
        e.PredikatOrganisasi.BUTUH_PERBAIKAN: "Butuh Perbaikan",
        e.PredikatOrganisasi.BAIK: "Baik",
        e.PredikatOrganisasi.ISTIMEWA: "Istimewa",
    },
    e.SumberKinerja: {
        e.SumberKinerja.EKINERJA: "e-Kinerja BKN (diimpor)",
        e.SumberKinerja.DI_SINI: "Di sini",
    },
    e.JenisSiklus: {
        e.JenisSiklus.TAHUNAN: "Tahunan",
        e.JenisSiklus.TRIWULAN: "Triwulan",
        e.JenisSiklus.BULANAN: "Bulanan",
    },
    e.JenisPeriodik: {
        e.JenisPeriodik.TRIWULAN: "Triwulan",
        e.JenisPeriodik.BULANAN: "Bulanan",
    },
    e.CaraPengumuman: {
        e.CaraPengumuman.LANGSUNG: "Langsung sesudah atasan menetapkan",
        e.CaraPengumuman.BERSAMA: "Bersama-sama sesudah kalibrasi",
    },
    e.StatusSiklus: {
        e.StatusSiklus.DISIAPKAN: "Disiapkan",
        e.StatusSiklus.DIBUKA: "Dibuka",
        e.StatusSiklus.PENETAPAN: "Penetapan",
        e.StatusSiklus.DITUTUP: "Ditutup",
    },
    e.Fase: {
        e.Fase.DISIAPKAN: "Disiapkan",
        e.Fase.DIBUKA: "Dibuka",
        e.Fase.PENILAIAN: "Penilaian",
        e.Fase.PENETAPAN: "Penetapan",
        e.Fase.DITUTUP: "Ditutup",
    },
    e.StatusPenilaian: {
        e.StatusPenilaian.DRAF: "Draf",
        e.StatusPenilaian.DIKIRIM: "Dikirim, menunggu pengumuman",
        e.StatusPenilaian.DITETAPKAN: "Ditetapkan",
    },
    e.JawabanKalibrasi: {
        e.JawabanKalibrasi.MENUNGGU: "Menunggu pejabat penilai",
        e.JawabanKalibrasi.DITERIMA: "Diterima, rating diubah pejabat penilai",
        e.JawabanKalibrasi.DITOLAK: "Tidak diikuti",
    },
    e.Kecenderungan: {
        e.Kecenderungan.LONGGAR: "Lebih tinggi dari yang lain",
        e.Kecenderungan.KETAT: "Lebih rendah dari yang lain",
        e.Kecenderungan.TAK_BEDA: "Tidak dapat dibedakan",
    },
    e.SumberPenilaian: {
        e.SumberPenilaian.DI_SINI: "Dinilai di sistem ini",
        e.SumberPenilaian.EKINERJA: "e-Kinerja BKN",
        e.SumberPenilaian.DATA_AWAL: "Data awal dari instansi",
    },
    e.StatusKonversi: {
        e.StatusKonversi.DRAF: "Menunggu tanda tangan pejabat penilai",
        e.StatusKonversi.DITANDATANGANI: "Ditandatangani",
    },
    **LABEL_REALISASI,
    e.JenisDokumen: {
        e.JenisDokumen.EVALUASI_TAHUNAN: "Evaluasi kinerja tahunan",
        e.JenisDokumen.EVALUASI_PERIODIK: "Evaluasi kinerja periodik",
        e.JenisDokumen.KONVERSI: "Konversi predikat kinerja ke angka kredit",
        e.JenisDokumen.AKUMULASI: "Akumulasi angka kredit",
        e.JenisDokumen.PAK: "Penetapan angka kredit",
        e.JenisDokumen.SKP: "Sasaran Kinerja Pegawai (SKP)",
    },
    e.BentukSiasn: {
        e.BentukSiasn.SKP22: "Tahunan (skp22)",
        e.BentukSiasn.KINERJA_PERIODIK: "Periodik (kinerjaperiodik)",
    },
    **LABEL_SKP,
    **umpan_balik.LABEL,
    **arahan.LABEL,
    **etika.LABEL,
    **pengakuan.LABEL,
    **usul_perbaikan.LABEL,
    **umpan_360.LABEL_360,
    e.JenisHasil: {
        e.JenisHasil.TAHUNAN: "Tahunan",
        e.JenisHasil.PERIODIK: "Periodik",
    },
    e.Aspek: {
        e.Aspek.HASIL: "Hasil kerja",
        e.Aspek.PERILAKU: "Perilaku kerja",
    },
    e.JenisTindakLanjut: {
        e.JenisTindakLanjut.BERBAGI: "Berbagi cara kerja",
        e.JenisTindakLanjut.PENGEMBANGAN: "Pengembangan kompetensi",
        e.JenisTindakLanjut.TALENTA: "Pertimbangan talenta",
        e.JenisTindakLanjut.BIMBINGAN: "Bimbingan kinerja",
        e.JenisTindakLanjut.KONSELING: "Konseling kinerja",
        e.JenisTindakLanjut.PEMBINAAN: "Pembinaan kinerja",
    },
    e.StatusTindakLanjut: {
        e.StatusTindakLanjut.DIUSULKAN: "Usulan",
        e.StatusTindakLanjut.DIMULAI: "Berjalan",
        e.StatusTindakLanjut.SELESAI: "Selesai",
        e.StatusTindakLanjut.TIDAK_DIJALANKAN: "Tidak dijalankan",
    },
    e.StatusKeberatan: {
        e.StatusKeberatan.DITERIMA: "Sudah masuk",
        e.StatusKeberatan.DIPERIKSA: "Sedang diperiksa",
        e.StatusKeberatan.DIPUTUSKAN: "Diputuskan",
        e.StatusKeberatan.DICABUT: "Dicabut",
    },
    e.PutusanKeberatan: {
        e.PutusanKeberatan.DITERIMA: "Diterima",
        e.PutusanKeberatan.SEBAGIAN: "Sebagian",
        e.PutusanKeberatan.TIDAK: "Tidak",
    },
}

# One sentence of meaning and one of follow-up, for the atasan penilai who reads them beside the predikat.
ARTI_PREDIKAT: Final[dict[e.Predikat, str]] = {
    e.Predikat.SANGAT_BAIK: (
        "Hasil kerja dan perilaku di atas ekspektasi. Ajak pegawai ini membagikan cara kerjanya."
    ),
    e.Predikat.BAIK: "Hasil kerja dan perilaku memenuhi ekspektasi. Bahas rencana pengembangan pegawai ini.",
    e.Predikat.BUTUH_PERBAIKAN: (
        "Hasil kerja di bawah ekspektasi. Susun langkah perbaikan bersama pegawai ini."
    ),
    e.Predikat.KURANG: "Perilaku kerja di bawah ekspektasi. Bicarakan pembinaan dengan pegawai ini.",
    e.Predikat.SANGAT_KURANG: (
        "Hasil kerja dan perilaku di bawah ekspektasi. Bicarakan pembinaan dengan pegawai ini."
    ),
}


ROMAWI: Final = ("", "I", "II", "III", "IV")


def nama_siklus(tahun: int, jenis: e.JenisSiklus, ke: int) -> str:
    """'Penilaian kinerja 2026', 'Evaluasi triwulan III 2026', 'Evaluasi Maret 2026'."""
    if jenis == e.JenisSiklus.TAHUNAN:
        return f"Penilaian kinerja {tahun}"
    if jenis == e.JenisSiklus.TRIWULAN:
        return f"Evaluasi triwulan {ROMAWI[ke]} {tahun}"
    return f"Evaluasi {kata.BULAN[ke - 1]} {tahun}"


def nasib_angka_kredit(tahun: int, *, berakhir: bool, ditetapkan: bool, konversi: Sequence[Any]) -> str:
    """What happens to the angka kredit of an appraisal: signing the one is not signing the other.

    `konversi`: the lines of the year, more than one when the jenjang changed in it.
    """
    if konversi:
        baris = "; ".join(_nasib_baris(k, sendiri=len(konversi) == 1) for k in konversi)
        return f"Konversi angka kredit {tahun}: {baris}."
    if not berakhir:
        return (
            f"Angka kredit {tahun} ditandatangani tersendiri: konversinya dibuat sesudah "
            f"31 Desember {tahun}, lalu menunggu tanda tangan Anda di halaman Penilaian."
        )
    if ditetapkan:  # a PAK reaches to the end of the year
        return ""
    return (
        f"Angka kredit {tahun} ditandatangani tersendiri: sesudah penilaian ditetapkan, konversinya "
        "menunggu tanda tangan Anda di halaman Penilaian."
    )


def _nasib_baris(k: Any, *, sendiri: bool) -> str:
    """One line; beside others it says which jenjang it is of."""
    ditandatangani = k.status == e.StatusKonversi.DITANDATANGANI
    keadaan = "sudah ditandatangani" if ditandatangani else "menunggu tanda tangan Anda"
    jenjang = "" if sendiri else f"{k.get_jenjang_display()}, "
    return f"{kata.senti(k.nilai_senti)} ({jenjang}{_masa(k)}), {keadaan}"


def dasar_berubah(lalu: Any, kini: Any) -> list[str]:
    """Why a conversion that was signed as `lalu` now reads as `kini`: one sentence per cause."""
    if lalu.siklus_id != kini.siklus_id and kini.siklus_id is None:
        return [f"Konversi tahunan {kini.tahun} menggantikan konversi periodiknya."]
    sebab = []
    if lalu.persen != kini.persen:
        sebab.append(
            f"Predikat {kini.tahun} berubah: semula {lalu.persen} persen, sekarang {kini.persen} persen."
        )
    if lalu.jenjang != kini.jenjang:
        sebab.append(
            f"Jenjang berubah: semula {lalu.get_jenjang_display()}, sekarang {kini.get_jenjang_display()}."
        )
    if (lalu.mulai, lalu.bulan) != (kini.mulai, kini.bulan):
        sebab.append(f"Masa yang dikonversi berubah: semula {_masa(lalu)}, sekarang {_masa(kini)}.")
    return sebab or ["Data dasarnya sempat berubah."]


def _masa(konversi: Any) -> str:
    return f"{konversi.bulan} bulan sejak {kata.tanggal(konversi.mulai)}"
