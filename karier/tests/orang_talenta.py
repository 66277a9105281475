"""One person with full marks in every component of the talent map, and the outcome of one person."""

from datetime import date

from asn_karier.lib.aturan import aturan_per
from karier.rules.fakta import Fakta
from karier.rules.talenta import hitung_talenta, komponen_kurang
from kinerja.enums import Predikat
from pegawai.enums import KompetensiMansoskul
from pegawai.enums import TingkatPendidikan as T

PER = date(2026, 11, 21)
A = aturan_per(PER)
SEMUA = {
    "jenis_pegawai": 1,
    "status_kepegawaian": 2,
    "kedudukan_hukum": 1,
    "predikat_1": Predikat.SANGAT_BAIK,
    "skor_penghargaan": 10000,
    "skor_penugasan": 10000,
    "skor_umpan_balik": 10000,
    "asesmen_tanggal": date(2025, 2, 1),
    "skor_pengembangan": 10000,
    "skor_pengalaman": 10000,
    "skor_potensi": 10000,
    "pendidikan": T.S3,
    "skor_kesesuaian": 10000,
    "disiplin_tercakup": 1,
    **{f"wajib_{k}": 3 for k in KompetensiMansoskul},
    **{f"capai_{k}": 3 for k in KompetensiMansoskul},
}


class Satu:
    """The outcome of one person, as Python values."""

    def __init__(self, a=A, per=PER, **ganti):
        h = hitung_talenta(Fakta.satu(**(SEMUA | ganti)), a, per=per)
        self.x, self.y, self.kotak = h.sumbu_x.baca(0), h.sumbu_y.baca(0), h.kotak.baca(0)
        self.eksak_x, self.eksak_y = h.eksak_x.pecahan(), h.eksak_y.pecahan()
        self.kurang = komponen_kurang(int(h.kurang[0]))
