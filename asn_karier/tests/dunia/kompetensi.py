"""Competencies of the ASN: what the post asks for, what is on record, what was sent to the atasan."""

from __future__ import annotations

from asn_karier.tests.dunia.dasar import SAAT, TANDA, TANDA_INSTANSI, Dunia
from pegawai.tests.pabrik import JabatanPabrik, PegawaiPabrik, RiwayatJabatanPabrik
from pegawai.tests.pabrik_kompetensi import (
    KenaikanPabrik,
    KompetensiTeknisPabrik,
    LevelTeknisPabrik,
    StandarKompetensiPabrik,
    StandarTeknisPabrik,
)
from pelatihan.tests.pabrik_akpk import MandiriPabrik


def competencies(d: Dunia) -> None:
    # A post that only people of this government hold, and none of those who come here.
    jabatan = JabatanPabrik(nama="Penata Arsip Daerah")
    RiwayatJabatanPabrik(pegawai=PegawaiPabrik(instansi=d.instansi, nama="Arsiparis"), jabatan=jabatan)
    teknis = KompetensiTeknisPabrik(instansi=d.instansi, nama=f"Menata arsip {TANDA} {TANDA_INSTANSI}")
    mandiri = MandiriPabrik(
        pegawai=d.diri, tahun=SAAT.year, dikirim_pada=SAAT, butir__contoh=f"Rapat {TANDA}"
    )
    d.objek |= {
        "pegawai.standarkompetensi": StandarKompetensiPabrik(jabatan=jabatan),
        "pegawai.kompetensiteknis": teknis,
        "pegawai.standarteknis": StandarTeknisPabrik(jabatan=jabatan, kompetensi=teknis),
        "pegawai.levelteknis": LevelTeknisPabrik(pegawai=d.diri, kompetensi=teknis),
        "pegawai.kenaikankompetensi": KenaikanPabrik(pegawai=d.diri, nomor_sertifikat=f"S-{TANDA}"),
        "pelatihan.penilaianmandiri": mandiri,
        "pelatihan.butirmandiri": mandiri.butir.first(),
    }
