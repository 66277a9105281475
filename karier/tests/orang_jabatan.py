"""People ready for the next jenjang or post, and the outcome of one of them, for tables of cases."""

from dataclasses import replace
from datetime import date

from asn_karier.lib.aturan import Aturan
from asn_karier.lib.syarat import Status, unpack_status
from karier.enums import JenisPutusan
from karier.rules.daftar import MENURUT_JENIS, posisi
from karier.rules.fakta import Fakta
from karier.rules.jabatan import putuskan_kesiapan
from karier.rules.jenjang import putuskan_jenjang
from karier.rules.keputusan import PutusanSatu
from karier.tests.orang import JF, PELAKSANA, TMT, A
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.rules.golongan import urut_pns

SIAP_JENJANG = JF | {
    "golongan": urut_pns("III/b"),
    "tmt_golongan": date(2024, 6, 1),
    "tmt_jabatan": date(2022, 6, 1),
    "ak_sah": 5000,
    "ukom_tanggal": date(2026, 2, 1),
    "lowongan": 1,
}
SIAP_PENGAWAS = PELAKSANA | {"jabatan_tercakup": 1, "bulan_pelaksana": 48}
SIAP_ADMINISTRATOR = SIAP_PENGAWAS | {
    "jenis_jabatan": JenisJabatan.STRUKTURAL,
    "jenjang": Jenjang.PENGAWAS,
    "bulan_pelaksana": None,
    "bulan_pengawas": 36,
}
SIAP_PRATAMA = SIAP_ADMINISTRATOR | {
    "jenjang": Jenjang.ADMINISTRATOR,
    "bulan_pengawas": None,
    "bulan_administrator": 24,
    "bulan_bidang": 60,
    "tanggal_lahir": date(1969, 6, 2),
}


class Hasil:
    """The outcome of one person, as Python values."""

    jenis = JenisPutusan.KENAIKAN_JENJANG
    rule = staticmethod(putuskan_jenjang)

    def __init__(self, dasar, tmt=TMT, a=A, **ganti):
        h = self.rule(Fakta.satu(**(dasar | ganti)), a, tmt=tmt)
        self.status, self.sasaran = Status(h.status[0]), int(h.sasaran[0])
        self.cepat, self.kurang, self.syarat = h.paling_cepat[0].item(), int(h.kurang[0]), int(h.syarat[0])
        daftar = MENURUT_JENIS[self.jenis]
        self.alasan = next((b.kode for b in daftar if b.posisi == h.alasan[0]), None)
        self.satu = PutusanSatu(self.status, self.sasaran, self.cepat, self.syarat)

    def __getitem__(self, kode):
        return unpack_status(self.syarat, posisi(kode, self.jenis))


class Siap(Hasil):
    """Readiness for a managerial post."""

    jenis = JenisPutusan.KESIAPAN_JABATAN
    rule = staticmethod(putuskan_kesiapan)


def naik(tmt=TMT, a=A, **ganti):
    """Kenaikan jenjang of someone who fulfils everything but what is changed."""
    return Hasil(SIAP_JENJANG, tmt, a, **ganti)


def diubah(kode, tabel, nama, **sel):
    """The rules with other cells in one row of one file."""
    berkas = {k: A[k] for k in A.versi()}
    lama = berkas[kode]
    baris = {**lama.isi[tabel], nama: lama.isi[tabel].get(nama, {}) | sel}
    berkas[kode] = replace(lama, isi={**lama.isi, tabel: baris}, sha256=f"{tabel}{nama}{sel}")
    return Aturan(berkas, "uji")
