"""A programme, and the ASN as a mentor whom a colleague has chosen."""

from __future__ import annotations

from asn_karier.tests.dunia.dasar import TANDA, TANDA_INSTANSI, Dunia
from mentoring.enums import StatusPasangan, StatusPermintaan
from mentoring.models import PapanMentoring
from mentoring.tests.pabrik import (
    SAAT,
    PasanganPabrik,
    PermintaanPabrik,
    ProfilMentorPabrik,
    ProgramMentoringPabrik,
)
from pegawai.tests.pabrik import PegawaiPabrik


def mentoring(d: Dunia) -> None:
    """What the ASN waited for is answered by their running pair; a suggestion of it is still stored."""
    program = ProgramMentoringPabrik(instansi=d.instansi, nama=f"Program {TANDA_INSTANSI}")
    profil = ProfilMentorPabrik(pegawai=d.diri, senang_membantu=f"Telaahan {TANDA}")
    rekan = PegawaiPabrik(instansi=d.instansi, nama="Rekan Bertanya")
    permintaan = PermintaanPabrik(pegawai=d.diri, program=program, status=StatusPermintaan.TERJAWAB)
    d.objek |= {
        "mentoring.programmentoring": program,
        "mentoring.kompetensiprogram": program.kompetensi.create(kompetensi="komunikasi"),
        "mentoring.papanmentoring": PapanMentoring.objects.create(instansi=d.instansi),
        "mentoring.permintaanmentor": permintaan,
        "mentoring.saranpasangan": permintaan.saran.create(
            mentor=d.objek["mentoring.profilmentor"], urutan=1, skor=70
        ),
        "mentoring.tanya": PasanganPabrik(
            mentor=profil, mentee=rekan, status=StatusPasangan.DIPILIH_MENTEE, dipilih_pada=SAAT, mulai=None
        ),
    }
