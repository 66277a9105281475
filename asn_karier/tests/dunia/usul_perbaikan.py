"""Ideas of the ASN: one that waits for the atasan, one that is tried and everybody may read."""

from __future__ import annotations

from datetime import date

from asn_karier.tests.dunia.dasar import TANDA, Dunia
from karier.models import LimaMenit
from kinerja.enums import NamaUsul
from kinerja.tests.pabrik_usul_perbaikan import IkutUsulPabrik, UsulPerbaikanPabrik
from pegawai.tests.pabrik import PegawaiPabrik, UnitKerjaPabrik

#: In the words of an idea that waits: for the author and the atasan, for no desk and no colleague.
TANDA_USUL = "Itrium"


def ideas(d: Dunia) -> None:
    kata = f"Antrean panjang {TANDA} {TANDA_USUL}"
    menunggu = UsulPerbaikanPabrik(pegawai=d.diri, masalah=kata, coba=f"Satu loket {TANDA} {TANDA_USUL}")
    # Without the mark: whoever is of the instansi reads what was tried, and no name.
    dicoba = UsulPerbaikanPabrik(pegawai=d.diri, dicoba=True)
    # And one whose author allowed the name, so that the list names somebody from the beginning.
    kantor = UnitKerjaPabrik(instansi=d.instansi, nama="Kantor Percobaan")
    rekan = PegawaiPabrik(instansi=d.instansi, unit=kantor, nama="Rekan Pencoba")
    UsulPerbaikanPabrik(pegawai=rekan, dicoba=True, nama=NamaUsul.SEMUA)
    d.objek |= {
        "kinerja.usulperbaikan": menunggu,
        "kinerja.usulperbaikan.dicoba": dicoba,
        "kinerja.ikutusul": IkutUsulPabrik(
            usul=menunggu, pegawai=PegawaiPabrik(instansi=d.instansi, unit=d.diri.unit), diajak=True
        ),
        "karier.limamenit": LimaMenit.objects.create(pegawai=d.diri, minggu=date(2026, 11, 16)),
    }


def more_ideas(d: Dunia, orang: object) -> None:
    """As many again as a list can show."""
    for lain in ({}, {"dicoba": True}, {"terukur": True}):
        usul = UsulPerbaikanPabrik(pegawai=orang, **lain)
        IkutUsulPabrik(usul=usul, pegawai=d.diri)
        UsulPerbaikanPabrik(pegawai=d.diri, **lain)
