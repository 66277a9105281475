"""What HR reads of many people: headings, group names, and where groups differ."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from karier.enums import DimensiSetara as D
from karier.enums import UkuranPantau as U
from karier.rules.pantau import BATAS_USIA, Bagian, Selisih
from pegawai.enums import JenisKelamin
from pegawai.kamus import LABEL

JUDUL: Final = {
    U.JP: "Belajar tahun ini",
    U.RENCANA_DISEPAKATI: "Rencana tahun ini disepakati",
    U.RENCANA_SELESAI: "Kegiatan rencana selesai",
    U.MENTORING: "Dibimbing mentor",
    U.MENTORING_HIDUP: "Bertemu mentornya",
    U.UMPAN_BALIK: "Diberi umpan balik",
    U.CELAH: "Celah kompetensi berkurang",
    U.KENAIKAN_TEPAT: "Naik pangkat tepat waktu",
    U.PERPANJANGAN: "Perjanjian diperpanjang",
}
#: Whom a measure concerns and what it counts, for the foot of the page.
ARTI: Final = {
    U.JP: "PNS: sudah mencapai JP setahun yang menjadi haknya. PPPK: sudah belajar tahun ini.",
    U.RENCANA_DISEPAKATI: "Rencana pengembangan tahun berjalan, disepakati pegawai dan atasannya. Rencana "
    "tahun depan dihitung tahun depan.",
    U.RENCANA_SELESAI: "Dari pegawai dengan rencana disepakati: sedikitnya separuh kegiatannya selesai.",
    U.MENTORING: "Pasangan mentoringnya sedang berjalan. Mentor adalah kesempatan, bukan kewajiban.",
    U.MENTORING_HIDUP: "Dari yang dibimbing: bertemu mentornya dalam 90 hari terakhir.",
    U.UMPAN_BALIK: "Menerima umpan balik dalam 90 hari terakhir.",
    U.CELAH: "Dari pegawai yang punya celah pada perhitungan dari hari sebelumnya: kini celahnya berkurang.",
    U.KENAIKAN_TEPAT: "PNS yang naik pangkat 12 bulan terakhir atau seharusnya dapat: naik pada bulan "
    "pertama yang mungkin.",
    U.PERPANJANGAN: "PPPK yang perjanjiannya berakhir dalam 12 bulan terakhir: sudah ada perjanjian baru.",
}
DIMENSI: Final = {D.JENIS_KELAMIN: "Jenis kelamin", D.USIA: "Usia", D.WILAYAH: "Wilayah kerja"}
TERLALU_SEDIKIT: Final = "Data terlalu sedikit"


def group_names(dimensi: D) -> list[str]:
    """In the order of the numbers in `services.pantau`."""
    if dimensi is D.JENIS_KELAMIN:
        return [LABEL[JenisKelamin][k] for k in JenisKelamin]
    if dimensi is D.WILAYAH:
        return ["Unit terpencil", "Unit lain"]
    return age_names()


def age_names() -> list[str]:
    """'di bawah 30 tahun', '30-39 tahun', …, '50 tahun ke atas'."""
    awal, *_, akhir = BATAS_USIA
    tengah = [f"{a}-{b - 1} tahun" for a, b in pairwise(BATAS_USIA)]
    return [f"Di bawah {awal} tahun", *tengah, f"{akhir} tahun ke atas"]


def share(b: Bagian | None) -> str:
    """'12 dari 40 (30 %)'; nobody concerned: a dash."""
    if b is None:
        return TERLALU_SEDIKIT
    return f"{b.ya} dari {b.dari} ({round(b.persen)}\N{NO-BREAK SPACE}%)" if b.dari else "–"


def finding(ukuran: U, kelompok: str, s: Selisih) -> str:
    """One difference that deserves a look, without saying why it is there."""
    arah = "lebih sedikit" if s.beda < 0 else "lebih banyak"
    rendah, tinggi = sorted((abs(s.bawah), abs(s.atas)))
    return (
        f"{JUDUL[ukuran]}: {kelompok}, {abs(s.beda):.0f} poin persen {arah} daripada pegawai lain "
        f"(rentang {rendah:.0f} sampai {tinggi:.0f})."
    )


def nothing_found(dibandingkan: int) -> str:
    """`dibandingkan`: how many groups were large enough to be compared."""
    if not dibandingkan:
        return "Kelompoknya masih terlalu kecil untuk dibandingkan."
    return "Tidak ada perbedaan antarkelompok yang melampaui kebetulan."


#: What the head of government can do about each measure that anybody owes.
LANGKAH: Final = {
    U.JP: "Dahulukan giliran belajar bagi yang belum, mulai dari kelas daring dan kegiatan tanpa biaya",
    U.RENCANA_DISEPAKATI: "Minta kepala perangkat daerah menuntaskan dialog rencana pengembangan bulan ini",
    U.RENCANA_SELESAI: "Beri waktu kerja untuk kegiatan yang sudah disepakati dan tinjau yang tertahan",
    U.MENTORING_HIDUP: "Beri waktu kerja untuk bertemu mentor dan sapa pasangan yang lama diam",
    U.UMPAN_BALIK: "Minta para pimpinan memberi umpan balik singkat, dan mulai dari pimpinan tertinggi",
    U.CELAH: "Arahkan anggaran pelatihan ke kompetensi yang paling banyak belum tercapai",
    U.KENAIKAN_TEPAT: "Bereskan penyebab keterlambatan yang ada pada instansi sebelum usul berikutnya",
    U.PERPANJANGAN: "Putuskan perpanjangan perjanjian sebelum masa perjanjian berakhir",
}


def decision(ukuran: U, bagian: Bagian, unit: str) -> tuple[str, str]:
    """Heading and reason of one decision that the numbers ask for."""
    di = f", terbanyak di {unit}" if unit else ""
    sisa = bagian.dari - bagian.ya
    return LANGKAH[ukuran], f"{JUDUL[ukuran]}: {share(bagian)}. Masih {sisa} orang{di}."
