"""The life of the pair of the ASN: notes and goals with words that stand behind no other door."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from asn_karier.lib.sandi import kunci_sandi
from asn_karier.tests.dunia.dasar import TANDA, Dunia
from mentoring.enums import JenisSurat, SebabAkhir, StatusPasangan
from mentoring.models import AkhirPasangan, Apresiasi, DenyutMentoring, SapaanMentoring
from mentoring.services.surat import issue_paper
from mentoring.tests.pabrik import PasanganPabrik, ProfilMentorPabrik
from mentoring.tests.pabrik_hidup import (
    CatatanBersamaPabrik,
    CatatanPribadiPabrik,
    PertemuanPabrik,
    SasaranPabrik,
)
from pegawai.enums import KompetensiMansoskul

#: In what the two wrote for each other: the mentee of the two columns that exist, and no role.
TANDA_BERDUA = "Telurium"
#: In what the mentor wrote for themself: nobody of the columns.
TANDA_MENTOR = "Polonium"
#: In what the mentee wrote for themself.
TANDA_PRIBADI = "Selenium"


def mentoring_life(d: Dunia) -> None:
    pasangan = d.objek["mentoring.pasangan"]
    hari = timezone.localdate()
    isi = {"pasangan": pasangan}
    terjadi = PertemuanPabrik(**isi, terjadi=True, pada=hari - timedelta(days=20))
    bersama = CatatanBersamaPabrik(**isi, isi=f"Kata {TANDA_BERDUA} {TANDA}")
    pribadi = CatatanPribadiPabrik(**isi, isi=f"Kata {TANDA_PRIBADI} {TANDA}")
    CatatanPribadiPabrik(**isi, penulis=pasangan.mentor_pegawai, isi=f"Kata {TANDA_MENTOR}")
    d.objek |= {
        "mentoring.pertemuan": PertemuanPabrik(**isi, pada=hari - timedelta(days=3)),
        "mentoring.pertemuan.terjadi": terjadi,
        "mentoring.pertemuan.rencana": PertemuanPabrik(**isi, rencana=True, pada=hari + timedelta(days=2)),
        "mentoring.sasaranmentoring": SasaranPabrik(
            **isi, perubahan=f"Sasaran {TANDA_BERDUA}", batas=hari + timedelta(days=90)
        ),
        "mentoring.sasaranmentoring.berjalan": SasaranPabrik(
            **isi, berjalan=True, perubahan=f"Sasaran {TANDA}", batas=hari + timedelta(days=60)
        ),
        "mentoring.catatanbersama": bersama,
        "mentoring.catatanpribadi": pribadi,
        "mentoring.denyutmentoring": DenyutMentoring.objects.create(
            pasangan=pasangan, pegawai=d.diri, berguna=1, mudah=1, pada=hari - timedelta(days=70)
        ),
        "mentoring.sapaanmentoring": SapaanMentoring.objects.create(
            pasangan=pasangan, pesan="Apa kabar?", oleh=d.akun["hr"], pada=timezone.now() - timedelta(days=20)
        ),
        "mentoring.suratmentoring": issue_paper(
            pasangan_id=pasangan.pk,
            jenis=JenisSurat.KELANGSUNGAN,
            actor=d.akun["diri"],
            at=timezone.now(),
        ),
    }
    _ended(d)


def _ended(d: Dunia) -> None:
    """A pair that ended, with thanks that the mentor has not read."""
    hari = timezone.localdate()
    usai = PasanganPabrik(
        mentor=ProfilMentorPabrik(pegawai__instansi=d.instansi, pegawai__nama="Mentor Dahulu"),
        mentee=d.diri,
        kompetensi=KompetensiMansoskul.KERJA_SAMA,
        status=StatusPasangan.SELESAI,
        mulai=hari - timedelta(days=200),
        selesai=hari - timedelta(days=30),
    )
    PertemuanPabrik(pasangan=usai, terjadi=True, pada=hari - timedelta(days=100))
    CatatanBersamaPabrik(pasangan=usai, isi=f"Dahulu {TANDA_BERDUA}")
    belum = PasanganPabrik(
        mentor=usai.mentor,
        mentee=d.diri,
        kompetensi=KompetensiMansoskul.INTEGRITAS,
        status=StatusPasangan.SELESAI,
        mulai=hari - timedelta(days=200),
        selesai=hari - timedelta(days=30),
    )
    d.objek |= {
        "mentoring.pasangan.usai": usai,
        "mentoring.pasangan.belum_terima_kasih": belum,
        "mentoring.akhirpasangan": AkhirPasangan.objects.create(
            pasangan=usai, sebab=SebabAkhir.SASARAN_TERCAPAI, oleh=usai.mentor_pegawai
        ),
        "mentoring.apresiasi": Apresiasi.objects.create(
            pasangan=usai,
            penulis=d.diri,
            sandi=kunci_sandi(f"Terima kasih {TANDA_BERDUA}"),
            kunci="00000000-0000-4000-8000-000000000001",
            dihitung=True,
        ),
    }
