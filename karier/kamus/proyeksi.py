"""A projection in words: each event, what it rests on, and what holds the rest back."""

from __future__ import annotations

from datetime import date
from typing import Final

from asn_karier.lib import kata
from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.kamus.bahan import nama_golongan
from karier.kamus.label import JUDUL
from karier.kamus.ucapan import judul_putusan
from karier.rules.peristiwa import Asumsi, JenisPeristiwa, Peristiwa, Tertahan
from karier.rules.tak_dipakai import TakDipakai

_ASUMSI: Final = {
    "predikat": "predikat {tahun} seperti yang diandaikan",
    "konversi": "konversi angka kredit {tahun} ditandatangani",
    "draf": "draf konversi angka kredit ditandatangani",
    "pendidikan": "ijazah lebih tinggi sudah diakui",
    "uji_kompetensi": "lulus uji kompetensi",
    "upkp": "lulus ujian penyesuaian kenaikan pangkat (UPKP)",
    "ujian_dinas": "lulus ujian dinas",
    "jabatan": "pindah jabatan",
    "hukuman_selesai": "hukuman atau pemeriksaan disiplin selesai",
    "lowongan": "ada lowongan jabatan",
}


#: Assumption -> its name, and what in the records makes it void.
_SUDAH: Final = {
    "pendidikan": ("ijazah", "ijazah yang tercatat setingkat atau lebih tinggi"),
    "uji_kompetensi": ("uji kompetensi", "kelulusan pada hari itu atau sesudahnya sudah tercatat"),
    "upkp": ("UPKP", "kelulusannya sudah tercatat"),
    "ujian_dinas": ("ujian dinas", "kelulusannya sudah tercatat"),
    "jabatan": ("jabatan", "jabatan yang tercatat mulai pada hari itu atau sesudahnya"),
    "hukuman_selesai": ("disiplin selesai", "tidak ada hukuman atau pemeriksaan berjalan yang diubahnya"),
    "lowongan": ("lowongan", "lowongannya sudah tercatat"),
}


def kalimat_peristiwa(p: Peristiwa) -> str:
    """'Kenaikan pangkat ke Penata (III/c)', without its date."""
    if p.jenis is JenisPeristiwa.PENSIUN:
        return f"Mencapai batas usia pensiun {p.sasaran} tahun; TMT pensiun (perkiraan)"
    if p.jenis is JenisPeristiwa.MENUNGGU_KEBUTUHAN:
        tujuan = judul_putusan(JenisPutusan.KENAIKAN_JENJANG, p.sasaran)
        return f"{tujuan}: syarat pribadi terpenuhi, menunggu kebutuhan jabatan"
    if p.jenis is JenisPeristiwa.KGB:
        tunda = f", tertunda dari {kata.tanggal(p.ditunda_dari)}" if p.ditunda_dari else ""
        duga = " (perkiraan: masa kerja itu melewati tabel gaji)" if p.perkiraan else ""
        return f"Kenaikan gaji berkala, masa kerja golongan {kata.lama(p.sasaran)}{tunda}{duga}"
    return judul_putusan(JenisPutusan(p.jenis.value), p.sasaran)


def kalimat_asumsi(asumsi: tuple[Asumsi, ...]) -> str:
    """'bila predikat 2026 dan 2027 …'; empty when the event rests on nothing but time."""
    tahun: dict[str, list[int]] = {}
    for a in asumsi:
        tahun.setdefault(a.kode, []).extend([a.tahun] if a.tahun else [])
    butir = [_ASUMSI[kode].format(tahun=_rentang(isi)) for kode, isi in tahun.items()]
    return f"bila {kata.daftar(butir)}" if butir else ""


def kalimat_didahului(jenis: JenisPutusan, pensiun: date) -> str:
    """Why nothing of this kind happens any more: pension comes first."""
    return f"Belum ada {_nama(jenis)}: pensiun (perkiraan) pada {kata.tanggal(pensiun)} lebih dahulu."


def kalimat_lewat(p: Peristiwa, *, diandaikan: bool) -> str:
    """An age limit that has passed already; `diandaikan`: that of an assumed post."""
    jabatan = "jabatan yang diandaikan" if diandaikan else "jabatan sekarang"
    return (
        f"Batas usia pensiun {jabatan}, {p.sasaran} tahun, sudah terlampaui "
        f"(TMT pensiun {kata.tanggal(p.tanggal)}, perkiraan); kejadian sesudahnya tidak dihitung."
    )


def kalimat_tak_dipakai(t: TakDipakai, akhir: date) -> str:
    """Why an assumption changed nothing up to `akhir`."""
    nama, sebab = _SUDAH[t.kode]
    if t.terlambat:
        sebab = f"baru berpengaruh sesudah {kata.tanggal(akhir)}"
    return f"Andaian {nama} tidak dipakai: {sebab}."


def kalimat_tertahan(jenis: JenisPutusan, t: Tertahan) -> str:
    """Why nothing of this kind happens in the years shown."""
    nama = _nama(jenis)
    syarat = kata.huruf_kecil_awal(JUDUL[t.alasan]) if t.alasan else "syaratnya"
    if t.status is Status.PERLU_VERIFIKASI:
        return f"Waktu {nama} belum dapat diperkirakan: {syarat} perlu diperiksa BKPSDM."
    return f"Belum ada {nama} dalam kurun ini: {syarat} belum terpenuhi."


def kalimat_jp(jp: int, *, hak: int, kurang: int) -> str:
    """What so many JP a year mean for the right of a PNS."""
    hasil = f"belum terpenuhi: kurang {kurang} JP" if kurang else "terpenuhi"
    return f"Dengan {jp} JP setahun hak {hak} JP {hasil}."


def kalimat_pensiun(pensiun: date | None) -> str:
    """The age limit, the one thing that is estimated for a PPPK."""
    if pensiun is None:
        return "Batas usia pensiun belum dapat diperkirakan: tanggal lahir atau jabatan belum dicatat."
    return f"Pensiun (perkiraan) menurut batas usia pada {kata.tanggal(pensiun)}."


def _nama(jenis: JenisPutusan) -> str:
    """Inside a sentence; Satyalancana Karya Satya is a proper noun."""
    judul = judul_putusan(jenis, 0)
    return judul if jenis is JenisPutusan.SATYALANCANA else kata.huruf_kecil_awal(judul)


def sasaran_teks(p: Peristiwa) -> str:
    """The golongan of a kenaikan pangkat; empty for other kinds."""
    pangkat = (JenisPeristiwa.KENAIKAN_PANGKAT, JenisPeristiwa.PENYESUAIAN_IJAZAH)
    return nama_golongan(p.sasaran) if p.jenis in pangkat else ""


def _rentang(tahun: list[int]) -> str:
    """'2026', '2026 dan 2028', '2026–2029'."""
    urut = sorted(set(tahun))
    if len(urut) > 2 and urut[-1] - urut[0] == len(urut) - 1:
        return f"{urut[0]}\N{EN DASH}{urut[-1]}"
    return kata.daftar([str(t) for t in urut])
