"""Feedback, a private note, a direction and a recognition of the person."""

from __future__ import annotations

from typing import Any

from asn_karier.tests.dunia.dasar import TANDA, Dunia
from kinerja.tests.pabrik_umpan_balik import (
    CatatanPabrik,
    KisahPabrik,
    PenerimaPabrik,
    PengakuanPabrik,
    TanggapanPabrik,
    UmpanBalikPabrik,
)

#: In the private note of the atasan: for nobody else's eyes.
TANDA_CATATAN = "Molibdenum"
#: In feedback and what was said below it: for the person, the giver and the atasan.
TANDA_UMPAN_BALIK = "Rutenium"


def through_the_year(d: Dunia) -> None:
    """All about `diri`, by their atasan."""
    umpan_balik = UmpanBalikPabrik(pegawai=d.diri, peristiwa=f"Loket {TANDA_UMPAN_BALIK} {TANDA}")
    penerima = PenerimaPabrik(pegawai=d.diri, arahan__judul=f"Arahan {TANDA}")
    pengakuan = PengakuanPabrik(pegawai=d.diri, judul=f"Antrean {TANDA}")
    d.objek |= {
        "kinerja.umpanbalik": umpan_balik,
        "kinerja.tanggapanumpanbalik": TanggapanPabrik(
            umpan_balik=umpan_balik, isi=f"Tanggapan {TANDA_UMPAN_BALIK}"
        ),
        "kinerja.catatanpimpinan": CatatanPabrik(pegawai=d.diri, isi=f"Catatan {TANDA_CATATAN} {TANDA}"),
        "kinerja.penerimaarahan": penerima,
        "kinerja.arahan": penerima.arahan,
        "kinerja.pengakuan": pengakuan,
        # Revoked: what holds would be public, and this world looks for words that nobody may read.
        "kinerja.kisahpublik": KisahPabrik(pengakuan=pengakuan, dicabut=True),
    }


def more_of_it(d: Dunia, orang: Any) -> None:
    """One more of everything, for pages that list what one person has or gave."""
    for siapa in (d.diri, orang):
        TanggapanPabrik(umpan_balik=UmpanBalikPabrik(pegawai=siapa))
        UmpanBalikPabrik(pegawai=siapa, perbaikan=True)
        CatatanPabrik(pegawai=siapa)
        PengakuanPabrik(pegawai=siapa)
    PengakuanPabrik(pegawai=orang, usul=True)
    PenerimaPabrik(pegawai=d.diri)
    PenerimaPabrik(pegawai=orang, arahan=d.objek["kinerja.arahan"])
    KisahPabrik(pengakuan=PengakuanPabrik(pegawai=orang))
