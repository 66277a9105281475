"""Words of the month of kenaikan pangkat: papers, faults before sending, and where a proposal stands."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from karier.enums import AkibatBerkas, JalurPangkat, Pelaku, StatusUsul
from karier.kamus.label import LABEL
from karier.rules.berkas_usul import JENIS_KP, TABEL_JALUR, Dokumen, TemuanBerkas

#: Papers by their code in the rule file; what BKN may ask to mend.
DOKUMEN: Final = {
    "sk_pangkat": "SK kenaikan pangkat terakhir",
    "sk_jabatan": "SK jabatan",
    "skp_dua_tahun": "SKP atau predikat kinerja dua tahun terakhir",
    "skp_satu_tahun": "SKP atau predikat kinerja tahun terakhir",
    "ijazah": "Ijazah",
    "transkrip": "Transkrip nilai",
    "ujian_dinas": "Tanda lulus ujian dinas",
    "upkp": "Tanda lulus ujian penyesuaian kenaikan pangkat (UPKP)",
    "pak": "Penetapan angka kredit (PAK)",
    "pelantikan": "Surat pernyataan pelantikan dan melaksanakan tugas",
    "uraian_tugas": "Uraian tugas",
    "identitas": "Data identitas (nama, NIP, tanggal lahir)",
    "lain": "Dokumen lain",
}
JENIS: Final = dict(
    zip(
        JENIS_KP,
        ("Reguler", "Jabatan fungsional", "Pilihan (jabatan struktural)", "Penyesuaian ijazah"),
        strict=True,
    )
)

_TEMUAN: Final = {
    "nama": "Nama kosong, hanya satu huruf, atau memuat angka.",
    "nip": "NIP tidak tersusun menurut aturan BKN.",
    "nip_lahir": "Tanggal lahir tidak sama dengan yang tertulis pada NIP.",
    "nip_kelamin": "Jenis kelamin tidak sama dengan yang tertulis pada NIP.",
    "nip_cpns": "TMT CPNS tidak sama dengan yang tertulis pada NIP.",
    "pangkat_kosong": "Pangkat yang sekarang belum tercatat.",
    "pangkat_sebelum_cpns": "TMT pangkat lebih awal daripada TMT CPNS.",
    "pangkat_mundur": "Pangkat yang sekarang tidak lebih tinggi daripada pangkat sebelumnya.",
    "sk_pangkat": "Nomor SK pangkat terakhir belum tercatat di sini.",
    "jabatan_kosong": "Jabatan yang sekarang belum tercatat.",
    "jabatan_sebelum_cpns": "TMT jabatan lebih awal daripada TMT CPNS.",
    "sk_jabatan": "Nomor SK jabatan belum tercatat di sini.",
    "ijazah_kosong": "Ijazah belum tercatat.",
    "ijazah_tahun": "Tahun lulus belum tercatat.",
    "ijazah_sebelum_lahir": "Tahun lulus tidak sesudah tahun lahir.",
    "pak_kosong": "Penetapan angka kredit (PAK) belum tercatat.",
    "skp_kurang": "Predikat kinerja dua tahun terakhir belum lengkap.",
}
_TINDAKAN: Final = {
    Pelaku.BKPSDM: "Cocokkan dengan SK, perbaiki di SIASN dan di sini sebelum diusulkan.",
    Pelaku.BKN: "Ajukan peremajaan data ke BKN melalui SIASN, lalu impor ulang datanya.",
    Pelaku.PEGAWAI: "Minta pegawai mengirim salinan dokumennya.",
    Pelaku.ATASAN: "Minta atasan penilai menyelesaikannya.",
}


class BerkasTerbaca(NamedTuple):
    """One fault in words."""

    kalimat: str
    akibat: str
    kelas: str
    pelaku: str
    tindakan: str


class DokumenTerbaca(NamedTuple):
    """One paper of the checklist in words. `keyakinan` is empty where a source stands behind it."""

    nama: str
    diminta: str
    pasal: str
    keyakinan: str
    catatan: str


def baca_temuan(t: TemuanBerkas) -> BerkasTerbaca:
    kelas = {AkibatBerkas.BTS: "perlu", AkibatBerkas.TMS: "salah", AkibatBerkas.PERIKSA: "periksa"}
    return BerkasTerbaca(
        _TEMUAN[t.kode],
        LABEL[AkibatBerkas][t.akibat],
        kelas[t.akibat],
        LABEL[Pelaku][t.pelaku],
        _TINDAKAN[t.pelaku],
    )


def baca_dokumen(d: Dokumen) -> DokumenTerbaca:
    return DokumenTerbaca(
        DOKUMEN[d.kode],
        "Ya" if d.diminta else "Bila ada atau disyaratkan",
        d.pasal,
        "Perkiraan, belum terverifikasi" if d.conf == "UNV" else "",
        d.catatan,
    )


def jenis_kp(jalur: int) -> str:
    """'Reguler' and so on; empty on a path without rules."""
    return JENIS.get(TABEL_JALUR.get(JalurPangkat(jalur), ""), "")


def teks_status(status: StatusUsul, alasan: str = "") -> str:
    """The words of the status; BTS and TMS never stand without what they mean."""
    teks = LABEL[StatusUsul][status]
    return f"{teks} – {alasan}" if status is StatusUsul.TMS and alasan else teks


def dokumen_terpisah(dokumen: str, alasan: str) -> str:
    """The name of a paper, unless the reason says it already."""
    nama = DOKUMEN.get(dokumen, "")
    return "" if nama and nama in alasan else nama


def hitung_mundur(hari: date, buka: date, tutup: date) -> str:
    """Where the proposal window stands on `hari`: 'ditutup 16 hari lagi'."""
    if hari < buka:
        return f"dibuka {(buka - hari).days} hari lagi"
    if hari < tutup:
        return f"ditutup {(tutup - hari).days} hari lagi"
    return "ditutup hari ini" if hari == tutup else "sudah ditutup"
