"""Words of the self-assessment: what each competency and each level means, and how a level is known."""

from __future__ import annotations

from typing import Any, Final

from asn_karier.lib import kata
from pegawai.enums import KompetensiMansoskul
from pegawai.rules.kompetensi import LevelKini, Naik
from pelatihan.enums import StatusMandiri
from pelatihan.rules.akpk import Keyakinan

#: The scale: a word and what it looks like at work.
LEVEL: Final[dict[int, tuple[str, str]]] = {
    0: ("Belum", "belum pernah melakukannya"),
    1: ("Mengenal", "tahu dasarnya, masih perlu dibimbing"),
    2: ("Dasar", "mengerjakan yang rutin sendiri"),
    3: ("Menengah", "menangani yang tidak rutin dan membantu rekan"),
    4: ("Mumpuni", "membimbing orang lain dan memperbaiki cara kerja unit"),
    5: ("Ahli", "menjadi rujukan dan menyusun arah bagi instansi"),
}
PILIHAN_LEVEL: Final = [(n, f"{n} – {nama}: {arti}") for n, (nama, arti) in LEVEL.items()]
PILIHAN_RINGKAS: Final = [(n, f"{n} – {nama}") for n, (nama, _) in LEVEL.items()]

URAIAN: Final[dict[str, str]] = {
    KompetensiMansoskul.INTEGRITAS: "Jujur, menepati janji, dan menolak yang melanggar aturan.",
    KompetensiMansoskul.KERJA_SAMA: "Bekerja bersama orang lain untuk hasil bersama.",
    KompetensiMansoskul.KOMUNIKASI: "Menyampaikan dan menerima pesan dengan jelas, lisan dan tertulis.",
    KompetensiMansoskul.ORIENTASI_HASIL: "Menyelesaikan pekerjaan dengan mutu dan waktu yang dijanjikan.",
    KompetensiMansoskul.PELAYANAN_PUBLIK: "Melayani warga dengan adil, ramah, dan tuntas.",
    KompetensiMansoskul.PENGEMBANGAN_DIRI: "Terus belajar dan membantu orang lain berkembang.",
    KompetensiMansoskul.MENGELOLA_PERUBAHAN: "Menyesuaikan diri dengan cara kerja baru dan menggerakkannya.",
    KompetensiMansoskul.PENGAMBILAN_KEPUTUSAN: "Memilih langkah dengan alasan dan tepat waktu.",
    KompetensiMansoskul.PEREKAT_BANGSA: "Menghargai perbedaan dan menjaga persatuan.",
}

#: Mark and class of a level by how it is known.
TANDA: Final[dict[Keyakinan, tuple[str, str]]] = {
    Keyakinan.ASESMEN: ("Keyakinan tinggi", "ok"),
    Keyakinan.ATASAN: ("Keyakinan sedang", "jalan"),
    Keyakinan.PELATIHAN: ("Keyakinan sedang", "jalan"),
    Keyakinan.ASESMEN_LAMA: ("Sudah lama", "perlu"),
    Keyakinan.DIRI: ("Belum dikonfirmasi", "perlu"),
    Keyakinan.BELUM: ("Belum dinilai", ""),
}
KELAS_STATUS: Final[dict[StatusMandiri, str]] = {
    StatusMandiri.DRAF: "jalan",
    StatusMandiri.DIKIRIM: "jalan",
    StatusMandiri.DIKEMBALIKAN: "perlu",
    StatusMandiri.DIKONFIRMASI: "ok",
}


def level_text(level: int | None) -> str:
    """'2 (Dasar)'; 'belum diketahui' for none."""
    return "belum diketahui" if level is None else f"{level} ({LEVEL[level][0]})"


def source_text(kini: LevelKini | None, cara: Keyakinan, *, diri: bool = True) -> str:
    """Where a level is from, since when and until when. `diri` False: about somebody else."""
    if kini is None:
        menurut = "Menurut Anda sendiri" if diri else "Menurut pegawai sendiri"
        belum = f"{menurut} – belum dikonfirmasi, belum dihitung sebagai celah"
        return belum if cara is Keyakinan.DIRI else "Belum pernah dinilai"
    sumber: Any = kini.sumber
    hari = kata.tanggal(sumber.tanggal)
    if isinstance(sumber, Naik):
        nomor = sumber.nomor_sertifikat
        return f"Pelatihan selesai {hari}, sertifikat {nomor}; berlaku sampai ada penilaian baru"
    awal = "Dikonfirmasi atasan" if cara is Keyakinan.ATASAN else "Asesmen"
    if cara is Keyakinan.ASESMEN_LAMA or kini.sampai is None:
        return f"{awal} {hari}, masa berlakunya sudah lewat"
    return f"{awal} {hari}, berlaku sampai {kata.tanggal(kini.sampai)}"


def gap_text(celah: int | None) -> str:
    """A gap in words; nothing where none can be known."""
    if celah is None:
        return ""
    return f"Kurang {celah} level" if celah else "Sesuai standar"
