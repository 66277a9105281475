"""One PNS who fulfils everything for KGB and Satyalancana, and the outcome of one person."""

from datetime import date

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.syarat import TANPA_AKHIR, unpack_status
from karier.enums import JenisPutusan
from karier.rules.daftar import MENURUT_JENIS, posisi
from karier.rules.fakta import Fakta
from karier.rules.hak import putuskan_kgb, putuskan_satyalancana
from karier.tests.orang import PELAKSANA
from pegawai.rules.golongan import urut_pns

A = aturan_per(date(2026, 11, 21))
PER = date(2026, 6, 15)
TERBUKA = TANPA_AKHIR.item()
ORANG = PELAKSANA | {
    "golongan": urut_pns("III/a"),
    "tmt_golongan": date(2024, 3, 1),
    "mkg_bulan": 0,
    "tmt_cpns": date(2016, 3, 1),
    "disiplin_sejak": date(2016, 3, 1),
    "pernah_cltn": 0,
}


class Satu:
    """The outcome of one person, as Python values."""

    def __init__(self, jenis, per=PER, tmt=None, **ganti):
        f = Fakta.satu(**(ORANG | ganti))
        self.jenis = jenis
        if jenis is JenisPutusan.KGB:
            hasil = putuskan_kgb(f, A, per=per, tmt=tmt)
        else:
            hasil = putuskan_satyalancana(f, A, per=per)
        self.status, self.sasaran, self.kurang = (
            int(n[0]) for n in (hasil.status, hasil.sasaran, hasil.kurang)
        )
        self.cepat = hasil.paling_cepat[0].item()
        self.terkemas = int(hasil.syarat[0])
        self.alasan = next((b.kode for b in MENURUT_JENIS[jenis] if b.posisi == hasil.alasan[0]), None)

    def __getitem__(self, kode):
        return unpack_status(self.terkemas, posisi(kode, self.jenis))

    def semua(self):
        return {b.kode: self[b.kode] for b in MENURUT_JENIS[self.jenis]}


def kgb(**ganti):
    return Satu(JenisPutusan.KGB, **ganti)


def satya(**ganti):
    return Satu(JenisPutusan.SATYALANCANA, **ganti)
