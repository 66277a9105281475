"""Words of the career domain: the only place that turns stored outcomes into sentences.

Screen, sheet, letter and API read the same sentences from here, so they never disagree. What differs
between the person and HR stands side by side in `kalimat`.
"""

from karier.kamus.alasan import (
    Jadwal,
    jadwal,
    jadwal_lengkap,
    kalimat_hitungan,
    kalimat_kurang,
    kalimat_paling_cepat,
    kalimat_tanpa_tanggal,
    rentang,
)
from karier.kamus.bahan import nama_golongan
from karier.kamus.catatan import perkiraan
from karier.kamus.kalimat import Pembaca
from karier.kamus.label import LABEL, PELAKU_TEKS
from karier.kamus.putusan import Putusan, putusan
from karier.kamus.syarat import (
    BELUM_WAKTUNYA,
    HasilSatu,
    SyaratTerbaca,
    di_puncak,
    jelaskan,
    judul_syarat,
    pelengkap,
)
from karier.kamus.ucapan import judul_putusan, kgb_nanti, putusan_lain

__all__ = [
    "BELUM_WAKTUNYA",
    "LABEL",
    "PELAKU_TEKS",
    "HasilSatu",
    "Jadwal",
    "Pembaca",
    "Putusan",
    "SyaratTerbaca",
    "di_puncak",
    "jadwal",
    "jadwal_lengkap",
    "jelaskan",
    "judul_putusan",
    "judul_syarat",
    "kalimat_hitungan",
    "kalimat_kurang",
    "kalimat_paling_cepat",
    "kalimat_tanpa_tanggal",
    "kgb_nanti",
    "nama_golongan",
    "pelengkap",
    "perkiraan",
    "putusan",
    "putusan_lain",
    "rentang",
]
