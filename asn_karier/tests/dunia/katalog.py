"""What the government offers, with whom, and when."""

from __future__ import annotations

from asn_karier.tests.dunia.dasar import TANDA_INSTANSI, Dunia
from pelatihan.models import MinatPelatihan
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_katalog import KelasMeiPabrik, MitraPabrik, PerjanjianPabrik


def catalogue(d: Dunia) -> None:
    """An own programme with its partner and an open class for which the ASN waited, and a shared one."""
    mitra = MitraPabrik(instansi=d.instansi, nama=f"Universitas {TANDA_INSTANSI}")
    perjanjian = PerjanjianPabrik(mitra=mitra)
    program = PelatihanPabrik(instansi=d.instansi, mitra=mitra, nama=f"Kursus {TANDA_INSTANSI}")
    d.objek |= {
        "pelatihan_bersama": PelatihanPabrik(),
        "pelatihan.pelatihan": program,
        "pelatihan.mitra": mitra,
        "pelatihan.perjanjianmitra": perjanjian,
        "pelatihan.angkatan": KelasMeiPabrik(
            pelatihan=program, instansi=d.instansi, perjanjian=perjanjian, nama=f"Angkatan {TANDA_INSTANSI}"
        ),
        "pelatihan.minatpelatihan": MinatPelatihan.objects.create(pegawai=d.diri, pelatihan=program),
    }
