"""Who acts for a head, and who rated the person before."""

from __future__ import annotations

from asn_karier.tests.dunia.dasar import TANDA, Dunia
from pegawai.models import RiwayatAtasan
from pegawai.tests.pabrik_atasan import PenugasanPltPabrik


def chain(d: Dunia) -> None:
    """A PLT of the person, and one change of their atasan."""
    d.objek |= {
        "pegawai.penugasanplt": PenugasanPltPabrik(pegawai=d.diri, dasar=f"PLT {TANDA}"),
        "pegawai.riwayatatasan": RiwayatAtasan.objects.create(pegawai=d.diri, baru=d.diri.atasan),
    }
