"""Words of materials, the quiz and the evaluation of a class."""

from datetime import date
from typing import Final

from asn_karier.lib import kata
from pelatihan.enums import TahapKuis
from pelatihan.rules.kuis import KeadaanKuis, last_day

_KIB: Final = 1024

JUDUL_KUIS: Final = {TahapKuis.PRA: "Kuis sebelum pelatihan", TahapKuis.PASCA: "Kuis sesudah pelatihan"}
#: The mark of a stage and its colour.
TANDA_KUIS: Final = {
    KeadaanKuis.TANPA_SOAL: ("Belum ada soal", ""),
    KeadaanKuis.BELUM: ("Belum dapat dimulai", ""),
    KeadaanKuis.BUKA: ("Belum dimulai", "perlu"),
    KeadaanKuis.SELESAI: ("Selesai", "selesai"),
    KeadaanKuis.DIISI_PENYELENGGARA: ("Nilai diisi penyelenggara", "selesai"),
    KeadaanKuis.TUTUP: ("Ditutup", ""),
}

#: The four statements of level 1, by field, and what 1 to 5 mean.
PERNYATAAN: Final = {
    "manfaat": "Pelatihan ini bermanfaat bagi pekerjaan saya",
    "materi": "Materinya jelas",
    "pengajar": "Narasumbernya membantu",
    "penyelenggaraan": "Penyelenggaraannya baik",
}
SETUJU: Final = {
    1: "Sangat tidak setuju",
    2: "Tidak setuju",
    3: "Cukup setuju",
    4: "Setuju",
    5: "Sangat setuju",
}
#: How far what was learned is used at work (level 3).
DITERAPKAN: Final = {
    1: "Belum terlihat",
    2: "Sesekali",
    3: "Cukup sering",
    4: "Sering",
    5: "Sudah menjadi cara kerjanya",
}


def ukuran(byte: int) -> str:
    """'2 KB', '4,1 MB': rounded up, so that nobody downloads more than was said. Empty for nothing."""
    if byte <= 0:
        return ""
    if byte < _KIB * _KIB:
        return f"{-(-byte // _KIB)} KB"
    sepersepuluh = -(-byte * 10 // (_KIB * _KIB))
    return f"{kata.senti(sepersepuluh * 10)} MB"


def ukuran_materi(teks: int, berkas: int) -> str:
    """'2 KB; berkas 4,1 MB', from bytes; what is not there is not named."""
    bagian = (ukuran(teks), f"berkas {ukuran(berkas)}" if berkas else "")
    return "; ".join(b for b in bagian if b)


def kalimat_kuis(keadaan: KeadaanKuis, tahap: TahapKuis, mulai: date, selesai: date) -> str:
    """What a participant reads about one stage."""
    batas = kata.tanggal(last_day(tahap, mulai, selesai))
    return {
        KeadaanKuis.TANPA_SOAL: "Penyelenggara belum menyiapkan soal.",
        KeadaanKuis.BELUM: f"Dibuka {kata.tanggal(selesai)}, hari terakhir pelatihan.",
        KeadaanKuis.BUKA: f"Dijawab satu kali, paling lambat {batas}.",
        KeadaanKuis.SELESAI: "Jawaban Anda sudah terkirim.",
        KeadaanKuis.DIISI_PENYELENGGARA: "Nilai Anda diisi penyelenggara dari kuis di kelas.",
        KeadaanKuis.TUTUP: f"Kuis ini ditutup {batas}."
        if tahap == TahapKuis.PASCA
        else f"Kuis ini dijawab paling lambat {batas}, sebelum kuis sesudah pelatihan.",
    }[keadaan]


def nilai(angka: float | None) -> str:
    """A mark or a mean with at most one decimal: '66,7'; a dash for none."""
    return "–" if angka is None else kata.senti(round(angka * 10) * 10)
