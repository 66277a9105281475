"""The individual plan in words: labels, proposed items, differences, what a state means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, Final

from asn_karier.lib import kata
from karier import enums as e
from karier.rules.beda_rencana import Beda, JenisBeda, Nilai
from karier.rules.rencana import ACUAN, CelahIdp, Susunan, UsulIdp
from pegawai.enums import BentukPengembangan
from pegawai.kamus import LABEL as LABEL_PEGAWAI

LABEL_RENCANA: Final[dict[type[Enum], dict[Any, str]]] = {
    e.StatusIdp: {
        e.StatusIdp.DRAF: "Draf",
        e.StatusIdp.MENUNGGU_ATASAN: "Menunggu atasan",
        e.StatusIdp.MENUNGGU_PEGAWAI: "Menunggu pegawai",
        e.StatusIdp.DISEPAKATI: "Disepakati",
        e.StatusIdp.SELESAI: "Selesai",
    },
    e.CaraBelajar: {
        e.CaraBelajar.PENUGASAN: "Belajar dari pekerjaan (70)",
        e.CaraBelajar.SOSIAL: "Belajar dari orang lain (20)",
        e.CaraBelajar.KLASIKAL: "Pelatihan dan belajar mandiri (10)",
    },
    e.StatusButir: {
        e.StatusButir.RENCANA: "Direncanakan",
        e.StatusButir.SELESAI: "Selesai",
        e.StatusButir.DITERUSKAN: "Diteruskan ke tahun berikutnya",
    },
    e.AsalButir: {
        e.AsalButir.SISTEM: "Usul sistem",
        e.AsalButir.PEGAWAI: "Ditulis pegawai",
        e.AsalButir.ATASAN: "Ditulis atasan",
        e.AsalButir.REKOMENDASI: "Rekomendasi yang ditetapkan",
        e.AsalButir.TAHUN_LALU: "Diteruskan dari tahun lalu",
    },
    e.LangkahIdp: {
        e.LangkahIdp.CATATAN: "Catatan",
        e.LangkahIdp.KIRIM: "Diajukan ke atasan",
        e.LangkahIdp.TARIK: "Ditarik untuk diubah",
        e.LangkahIdp.KEMBALIKAN: "Dikembalikan atasan",
        e.LangkahIdp.SETUJU: "Disepakati",
        e.LangkahIdp.BUKA: "Dibahas lagi",
        e.LangkahIdp.GABUNG: "Digabung dari lembar luring",
        e.LangkahIdp.SELESAI: "Kegiatan ditandai selesai",
    },
    e.SebabNaskah: {
        e.SebabNaskah.KIRIM: "Diajukan",
        e.SebabNaskah.KEMBALI: "Dikembalikan",
        e.SebabNaskah.SEPAKAT: "Disepakati",
        e.SebabNaskah.LURING: "Diunduh untuk luring",
    },
    e.StatusKiriman: {
        e.StatusKiriman.MENUNGGU: "Menunggu konfirmasi pegawai",
        e.StatusKiriman.DIGABUNG: "Sudah digabung",
        e.StatusKiriman.DITOLAK: "Ditolak pegawai",
    },
    e.JenisUsulIdp: {
        e.JenisUsulIdp.TUGAS: "Penugasan",
        e.JenisUsulIdp.MENTOR: "Mentor",
        e.JenisUsulIdp.PEMBIMBING: "Bimbingan atasan",
        e.JenisUsulIdp.PROGRAM: "Pelatihan",
        e.JenisUsulIdp.MANDIRI: "Belajar mandiri",
        e.JenisUsulIdp.JABATAN: "Jabatan berikutnya",
        e.JenisUsulIdp.PERBAIKAN: "Perbaikan hasil kerja",
        e.JenisUsulIdp.BERBAGI: "Berbagi keahlian",
        e.JenisUsulIdp.KOMUNITAS: "Komunitas belajar",
    },
}

KELAS: Final = {
    e.StatusIdp.DRAF: "",
    e.StatusIdp.MENUNGGU_ATASAN: "jalan",
    e.StatusIdp.MENUNGGU_PEGAWAI: "perlu",
    e.StatusIdp.DISEPAKATI: "ok",
    e.StatusIdp.SELESAI: "ok",
}
ARTI: Final = {
    e.StatusIdp.DRAF: "Hanya Anda yang membaca isinya. Ubah sesuka Anda, lalu ajukan ke atasan.",
    e.StatusIdp.MENUNGGU_ATASAN: "Rencana ini ada pada atasan Anda. Tarik dahulu bila ingin mengubahnya.",
    e.StatusIdp.MENUNGGU_PEGAWAI: "Atasan mengembalikannya. Setujui isinya yang sekarang, atau ubah lalu "
    "ajukan lagi.",
    e.StatusIdp.DISEPAKATI: "Anda dan atasan menyetujui kata-kata yang sama. Tandai yang selesai.",
    e.StatusIdp.SELESAI: "Semua kegiatan sudah selesai atau diteruskan.",
}
ARTI_ATASAN: Final = {
    e.StatusIdp.DRAF: "Pegawai sedang mengubahnya. Anda membaca isinya sesudah diajukan lagi.",
    e.StatusIdp.MENUNGGU_ATASAN: "Setujui, atau ubah dan beri catatan lalu kembalikan.",
    e.StatusIdp.MENUNGGU_PEGAWAI: "Menunggu jawaban pegawai.",
    e.StatusIdp.DISEPAKATI: "Disepakati bersama. Kemajuannya tampil di bawah.",
    e.StatusIdp.SELESAI: "Semua kegiatan sudah selesai atau diteruskan.",
}
KURANG: Final = {
    "tanpa_atasan": "Atasan Anda belum tercatat. Minta pengelola kepegawaian melengkapinya.",
    "tanpa_butir": "Tambahkan paling sedikit satu kegiatan.",
    "di_luar_tahun": "Ada kegiatan di luar tahun rencana. Ubah tanggalnya.",
}
RUAS: Final = {
    "kegiatan": "kegiatan",
    "bentuk": "bentuk",
    "tujuan": "tujuan",
    "mulai": "hari pertama",
    "selesai": "hari terakhir",
    "jp": "perkiraan JP",
    "biaya": "biaya",
    "alasan": "alasan",
}


def badge(status: e.StatusIdp, selesai: int, semua: int, *, giliran: bool) -> tuple[str, str]:
    """Words and class: 'Berjalan 2/5' once something of an agreed plan is done.

    `giliran`: it is the reader who answers next; nobody reads that they wait for themselves.
    """
    if giliran:
        return "Menunggu Anda", "perlu"
    if status == e.StatusIdp.DISEPAKATI and selesai:
        return f"Berjalan {selesai}/{semua}", KELAS[status]
    return LABEL_RENCANA[e.StatusIdp][status], KELAS[status]


# -- what is proposed ---------------------------------------------------------------------------

_KEGIATAN: Final[Mapping[e.JenisUsulIdp, str]] = {
    e.JenisUsulIdp.TUGAS: "Mengerjakan tugas nyata yang melatih {celah}, dibimbing rekan senior",
    e.JenisUsulIdp.MENTOR: "Bertemu mentor dua kali sebulan tentang {celah}",
    e.JenisUsulIdp.PEMBIMBING: "Bimbingan atasan dua kali sebulan tentang {celah}",
    e.JenisUsulIdp.PROGRAM: "Mengikuti program {nama}",
    e.JenisUsulIdp.MANDIRI: "Belajar mandiri tentang {celah}, dengan catatan hasil belajar",
    e.JenisUsulIdp.JABATAN: "Ikut mengerjakan tugas yang mendekati jabatan {nama}",
    e.JenisUsulIdp.PERBAIKAN: "Memperbaiki satu hasil kerja bersama atasan, langkah demi langkah",
    e.JenisUsulIdp.BERBAGI: "Membagikan satu keahlian kepada rekan, dengan bahan yang dapat dipakai lagi",
    e.JenisUsulIdp.KOMUNITAS: "Ikut komunitas belajar di bidang tugas sekarang",
}
_ALASAN: Final[Mapping[e.JenisUsulIdp, str]] = {
    e.JenisUsulIdp.TUGAS: "Sebagian besar kemampuan tumbuh dari pekerjaan. Menutup celah {teks}.",
    e.JenisUsulIdp.MENTOR: "{nama} menguasai kompetensi ini dan masih memiliki tempat. Menutup celah {teks}.",
    e.JenisUsulIdp.PEMBIMBING: "Belum ada mentor yang cocok, jadi atasan membimbing. Menutup celah {teks}.",
    e.JenisUsulIdp.PROGRAM: "Ada di katalog pelatihan dan cocok dengan kebutuhan ini. Menutup celah {teks}.",
    e.JenisUsulIdp.MANDIRI: "Belum ada pelatihan yang cocok di katalog. Menutup celah {teks}.",
    e.JenisUsulIdp.JABATAN: "Jabatan berikutnya pada jalur karier ini; pengalaman yang dekat membantu.",
    e.JenisUsulIdp.PERBAIKAN: "Penilaian terakhir mengusulkan bimbingan.",
    e.JenisUsulIdp.BERBAGI: "Hasil kerjanya dapat menjadi contoh bagi rekan.",
    e.JenisUsulIdp.KOMUNITAS: "Tidak ada celah yang tercatat; belajar bersama menjaga kemampuan.",
}


#: So many competencies are named in a reason.
_KURANG_DISEBUT: Final = 3
_PANJANG: Final = {"kegiatan": 300, "tujuan": 150, "alasan": 300}


def gap_text(c: CelahIdp) -> str:
    """'Komunikasi level 2 ke 3', or 'Data sampai level 3' where nobody has assessed."""
    dari = "sampai level" if c.sekarang is None else f"level {c.sekarang} ke"
    return f"{c.nama} {dari} {c.wajib}"


def item_words(u: UsulIdp) -> dict[str, str]:
    """The words of a proposed item: `kegiatan`, `tujuan`, `alasan`."""
    celah, teks = (u.celah.nama, gap_text(u.celah)) if u.celah else ("", "")
    isi = {"celah": celah, "teks": teks, "nama": u.nama}
    alasan = _ALASAN[u.jenis].format(**isi)
    if not teks:
        alasan = alasan.replace(" Menutup celah .", "")
    tujuan = f"Jabatan {u.nama}" if u.jenis is e.JenisUsulIdp.JABATAN else teks
    return {"kegiatan": _KEGIATAN[u.jenis].format(**isi), "tujuan": tujuan, "alasan": alasan}


def aim_words(nama: str, kurang: Sequence[tuple[str, int]]) -> dict[str, str]:
    """The words of an item that somebody aims at a post; `kurang`: what it asks for and they lack."""
    butuh = kata.daftar([f"{k} sampai level {level}" for k, level in kurang[:_KURANG_DISEBUT]])
    alasan = f"Yang masih perlu: {butuh}." if butuh else "Pengalaman yang dekat dengan jabatan itu membantu."
    isi = {
        "kegiatan": _KEGIATAN[e.JenisUsulIdp.JABATAN].format(nama=nama),
        "tujuan": f"Jabatan {nama}",
        "alasan": alasan,
    }
    return {ruas: teks[: _PANJANG[ruas]] for ruas, teks in isi.items()}


_DARI: Final = {
    e.CaraBelajar.PENUGASAN: "pekerjaan",
    e.CaraBelajar.SOSIAL: "orang lain",
    e.CaraBelajar.KLASIKAL: "pelatihan",
}


def split_text(s: Susunan) -> str:
    """What the plan makes of 70:20:10; information only."""
    bagian = kata.daftar([f"{s.bagian[c]} persen dari {_DARI[c]}" for c in e.CaraBelajar])
    acuan = kata.daftar([f"{ACUAN[c]}" for c in e.CaraBelajar])
    susunan = f"Susunan jam belajar: {bagian}."
    if not s.jauh:
        return susunan
    return f"{susunan} Acuannya {acuan}; boleh berbeda bila itu yang diperlukan."


# -- differences --------------------------------------------------------------------------------


def value_text(ruas: str, nilai: Nilai) -> str:
    """One value as people read it."""
    if nilai == "":
        return "kosong"
    if ruas == "bentuk":
        return LABEL_PEGAWAI[BentukPengembangan][BentukPengembangan(int(nilai))]
    if ruas in ("mulai", "selesai"):
        return kata.tanggal(date.fromisoformat(str(nilai)))
    return cost_text(int(nilai)) if ruas == "biaya" else str(nilai)


def span_text(mulai: Nilai, selesai: Nilai) -> str:
    """'5–7 Mei 2027' of two days as they are kept."""
    return kata.rentang(date.fromisoformat(str(mulai)), date.fromisoformat(str(selesai)))


def cost_text(biaya: int) -> str:
    """'Rp 300.000'; nobody reads that something costs Rp 0."""
    return kata.rupiah(biaya) if biaya else "tanpa biaya"


def difference_text(b: Beda) -> str:
    """One sentence: what was changed, from what to what."""
    if b.jenis is JenisBeda.URUT:
        return "Urutan kegiatan diubah."
    if b.jenis is JenisBeda.TAMBAH:
        return f"Ditambahkan: «{b.kegiatan}»."
    if b.jenis is JenisBeda.HAPUS:
        return f"Dihapus: «{b.kegiatan}»."
    lama, baru = value_text(b.ruas, b.lama), value_text(b.ruas, b.baru)
    if b.ruas == "kegiatan":
        return f"Kegiatan «{lama}» diubah menjadi «{baru}»."
    return f"Pada «{b.kegiatan}», {RUAS[b.ruas]} diubah dari «{lama}» menjadi «{baru}»."
