"""The HR door: the site with its permissions by role, and the light form fields of its pages."""

from asn_karier.lib.situs.baris import BarisPengelola
from asn_karier.lib.situs.daftar import Sekilas
from asn_karier.lib.situs.isian import IsianPilih, IsianTanggal, IsianVersi
from asn_karier.lib.situs.kolom import ya_tidak
from asn_karier.lib.situs.meja import KarierAdminSite
from asn_karier.lib.situs.pintu import KANAL, AdminBerlingkup, AdminLihat
from asn_karier.lib.situs.saring import SaringTahun, SaringTahunBerikut, saring_kode

__all__ = [
    "KANAL",
    "AdminBerlingkup",
    "AdminLihat",
    "BarisPengelola",
    "IsianPilih",
    "IsianTanggal",
    "IsianVersi",
    "KarierAdminSite",
    "SaringTahun",
    "SaringTahunBerikut",
    "Sekilas",
    "saring_kode",
    "ya_tidak",
]
