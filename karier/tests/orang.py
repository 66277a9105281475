"""One person who fulfils everything, and the outcome of one person, for tables of cases."""

from dataclasses import replace
from datetime import date

from asn_karier.lib.aturan import Aturan, aturan_per
from asn_karier.lib.syarat import Status, unpack_status
from karier.enums import JalurPangkat
from karier.rules.daftar import DAFTAR, posisi
from karier.rules.fakta import Fakta
from karier.rules.pangkat import putuskan
from kinerja.enums import Predikat
from pegawai.enums import Eselon, JenisJabatan, Jenjang, TingkatPendidikan
from pegawai.rules.golongan import urut_pns

A = aturan_per(date(2026, 11, 21))
TMT = date(2026, 6, 1)
T, M, P, B = Status.TIDAK_BERLAKU, Status.MEMENUHI, Status.PERLU_VERIFIKASI, Status.BELUM
PELAKSANA = {
    "jenis_pegawai": 1,
    "status_kepegawaian": 2,
    "kedudukan_hukum": 1,
    "jenis_jabatan": JenisJabatan.PELAKSANA,
    "jenjang": Jenjang.PELAKSANA,
    "golongan": urut_pns("III/a"),
    "tmt_golongan": date(2022, 6, 1),
    "pendidikan": TingkatPendidikan.S1,
    "predikat_1": Predikat.BAIK,
    "predikat_2": Predikat.BAIK,
    "disiplin_tercakup": 1,
    "ujian_tercakup": 1,
    "tanggal_lahir": date(1990, 1, 1),
    "bup": 58,
}
JF = PELAKSANA | {
    "jenis_jabatan": JenisJabatan.FUNGSIONAL,
    "jenjang": Jenjang.AHLI_PERTAMA,
    "tmt_golongan": date(2024, 6, 1),
    "ak_sah": 5000,
}
# Eselon IV.a: III/c to III/d.
STRUKTURAL = PELAKSANA | {
    "jenis_jabatan": JenisJabatan.STRUKTURAL,
    "jenjang": Jenjang.PENGAWAS,
    "eselon": Eselon.IV_A,
    "golongan": urut_pns("III/c"),
    "tmt_jabatan": date(2025, 6, 1),
}


def aturan_lain(kode, nama, /, tabel="angka", **baris):
    """The rules in force with one row changed, of `angka` or of another `tabel`."""
    berkas = {k: A[k] for k in A.versi()}
    lama = berkas[kode]
    isi = {**lama.isi, tabel: {**lama.isi[tabel], nama: {**lama.isi[tabel][nama], **baris}}}
    berkas[kode] = replace(lama, isi=isi, sha256=f"{tabel}/{nama}={sorted(baris.items())}")
    return Aturan(berkas, "uji")


class Satu:
    """The outcome of one person, as Python values."""

    def __init__(self, dasar, tmt=TMT, /, a=A, **ganti):
        hasil = putuskan(Fakta.satu(**(dasar | ganti)), a, tmt=tmt)
        self.jalur, self.status = JalurPangkat(hasil.jalur[0]), Status(hasil.status[0])
        self.berikut, self.cepat = int(hasil.golongan_berikut[0]), hasil.paling_cepat[0].item()
        self.kurang = int(hasil.kurang[0])
        self.alasan = next((b.kode for b in DAFTAR if b.posisi == hasil.alasan[0]), None)
        self.terkemas = int(hasil.syarat[0])

    def __getitem__(self, kode):
        return unpack_status(self.terkemas, posisi(kode))
