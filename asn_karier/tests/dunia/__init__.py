"""Two governments with one of everything, and everybody who may come to a page of one ASN.

Whatever belongs to the ASN carries TANDA in a text that pages show, so that a leak is a word in an
answer that should not hold it.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from asn_karier.tests.dunia.alokasi import allocation
from asn_karier.tests.dunia.atasan import chain
from asn_karier.tests.dunia.belajar import learning
from asn_karier.tests.dunia.dampak import impact
from asn_karier.tests.dunia.dasar import KOLOM, SAAT, TANDA, TANDA_BELUM, TANDA_INSTANSI, TANDA_KHUSUS, Dunia
from asn_karier.tests.dunia.dokumen import papers
from asn_karier.tests.dunia.etika import ethics
from asn_karier.tests.dunia.hasil import outcome
from asn_karier.tests.dunia.jalur import career_path
from asn_karier.tests.dunia.jp import activities
from asn_karier.tests.dunia.karier import career, requests
from asn_karier.tests.dunia.katalog import catalogue
from asn_karier.tests.dunia.kelas import classes
from asn_karier.tests.dunia.kinerja import penetapan
from asn_karier.tests.dunia.kompetensi import competencies
from asn_karier.tests.dunia.mentoring import mentoring
from asn_karier.tests.dunia.mentoring_hidup import mentoring_life
from asn_karier.tests.dunia.orang import machinery, merits, program, records
from asn_karier.tests.dunia.pengingat import messages
from asn_karier.tests.dunia.realisasi import realisations
from asn_karier.tests.dunia.rencana import budget_and_plans
from asn_karier.tests.dunia.rencana_individu import individual_plan
from asn_karier.tests.dunia.sepanjang_tahun import through_the_year
from asn_karier.tests.dunia.sertifikat import certificate
from asn_karier.tests.dunia.skp import plans
from asn_karier.tests.dunia.talenta import talent
from asn_karier.tests.dunia.umpan_360 import feedback_360
from asn_karier.tests.dunia.usul_perbaikan import ideas
from asn_karier.tests.dunia.warga import citizens
from pegawai.enums import JenisPeran
from pegawai.models import (
    Instansi,
    Pengguna,
)
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

__all__ = ["KOLOM", "SAAT", "TANDA", "TANDA_BELUM", "TANDA_INSTANSI", "TANDA_KHUSUS", "Dunia", "buat_dunia"]


#: What the world is made of, each after what it needs.
ISI = (
    records,
    catalogue,
    merits,
    penetapan,
    papers,
    chain,
    messages,
    citizens,
    machinery,
    program,
    career,
    plans,
    requests,
    realisations,
    through_the_year,
    feedback_360,
    outcome,
    ethics,
    competencies,
    budget_and_plans,
    certificate,
    learning,
    activities,
    classes,
    impact,
    allocation,
    individual_plan,
    ideas,
    career_path,
    mentoring,
    talent,
    mentoring_life,
)


def buat_dunia() -> Dunia:
    """Build it; about a hundred rows."""
    sini, sana = (
        InstansiPabrik(kode="batanghari", nama=f"Pemerintah {TANDA_INSTANSI}"),
        InstansiPabrik(kode="nabire"),
    )
    unit = UnitKerjaPabrik(instansi=sini, nama=f"Dinas {TANDA}")
    atasan = PegawaiPabrik(struktural=True, instansi=sini, unit=unit, nama="Atasan Contoh")
    diri = PegawaiPabrik(fungsional=True, instansi=sini, unit=unit, atasan=atasan, nama=f"Diri {TANDA}")
    luar = PegawaiPabrik(
        fungsional=True, instansi=sini, unit=UnitKerjaPabrik(instansi=sini, nama="Kantor Lain"), nama="Luar"
    )
    akun = {
        "anonim": AnonymousUser(),
        "diri": PenggunaPabrik(pegawai=diri),
        "atasan": PenggunaPabrik(pegawai=atasan),
        "luar": PenggunaPabrik(pegawai=luar),
        "hr": hr_dari(sini, nama="Petugas Sini"),
        "hr_lain": hr_dari(sana, nama="Petugas Sana"),
        "auditor": _auditor(sini),
        "super": PenggunaPabrik(username="pengelola", is_staff=True, is_superuser=True),
    }
    dunia = Dunia(sini, diri, akun)
    PegawaiPabrik(pelaksana=True, instansi=sana, nama="Orang Sana")
    for isi in ISI:
        isi(dunia)
    dunia.sesi = {nama: _masuk(orang) for nama, orang in akun.items() if nama != "anonim"}
    return dunia


def _masuk(akun: Pengguna) -> str:
    """The session key of someone who signed in."""
    client = Client()
    client.force_login(akun)
    kunci: str = client.cookies[settings.SESSION_COOKIE_NAME].value
    return kunci


def _auditor(instansi: Instansi) -> Pengguna:
    akun = PenggunaPabrik(username="auditor", is_staff=True)
    PeranPabrik(pengguna=akun, instansi=instansi, jenis=JenisPeran.AUDITOR)
    return akun
