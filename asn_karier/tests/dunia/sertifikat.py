"""A certificate of the ASN, for a class that is over."""

from __future__ import annotations

from asn_karier.tests.dunia.dasar import SAAT, TANDA, Dunia
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import PerilakuPasca
from pelatihan.services.sertifikat import issue_certificates
from pelatihan.tests.pabrik import PelatihanPabrik
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik


def certificate(d: Dunia) -> None:
    # No longer offered: its name stands in records, and in no catalogue that people read.
    program = PelatihanPabrik(instansi=d.instansi, nama=f"Kursus lulus {TANDA}", kompetensi=None, aktif=False)
    angkatan = AngkatanPabrik(
        pelatihan=program, instansi=d.instansi, nama="Angkatan Lulus", status=StatusAngkatan.SELESAI
    )
    lulus = PendaftaranPabrik(angkatan=angkatan, pegawai=d.diri, status=StatusPendaftaran.SELESAI)
    d.objek["pelatihan.perilakupasca"] = PerilakuPasca.objects.create(
        pendaftaran=lulus, diterapkan=4, contoh=f"Memimpin rapat {TANDA}", oleh=d.akun["atasan"]
    )
    (d.objek["pelatihan.sertifikat"],) = issue_certificates(
        angkatan_id=angkatan.pk,
        penanda_tangan=None,
        tanggal=angkatan.selesai,
        actor=d.akun["hr"],
        at=SAAT,
    )
