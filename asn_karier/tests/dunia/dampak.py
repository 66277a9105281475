"""A class whose results HR looks at."""

from __future__ import annotations

from datetime import date

from asn_karier.tests.dunia.dasar import TANDA_INSTANSI, Dunia
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, Pendaftaran


def impact(d: Dunia) -> None:
    """One that is over, finished by the ASN."""
    kelas = Angkatan.objects.create(
        pelatihan=d.objek["pelatihan.pelatihan"],
        instansi=d.instansi,
        nama=f"Angkatan {TANDA_INSTANSI} 2024",
        mulai=date(2024, 6, 3),
        selesai=date(2024, 6, 5),
        daftar_sampai=date(2024, 6, 1),
        kursi=30,
        status=StatusAngkatan.SELESAI,
    )
    Pendaftaran.objects.create(angkatan=kelas, pegawai=d.diri, urut=1, status=StatusPendaftaran.SELESAI)
    d.objek["angkatan_dampak"] = kelas
