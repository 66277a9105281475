"""Cards of *Karier saya*: moves, what nobody assessed, and where the page leads."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from karier.enums import JenisLangkah
from karier.models import LangkahKarier
from karier.services.karier_saya import build_career
from karier.tests.pembaca import halaman, sebagai
from karier.tests.test_karier_saya import HARI, ada_di
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import Jabatan, Pegawai
from pegawai.tests.pabrik import PegawaiPabrik
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


def _pindah(saya: Pegawai, tujuan: Jabatan) -> Any:
    """The card of a move that HR names."""
    kini = saya.riwayat_jabatan.get().jabatan
    LangkahKarier.objects.create(
        instansi=saya.instansi, dari=kini, ke=tujuan, jenis=JenisLangkah.PINDAH, bulan=36
    )
    return next(j for j in build_career(saya=saya, per=HARI).jalur if j.judul.startswith("Pindah jabatan"))


def test_a_post_far_below_ones_pangkat_is_said_to_be_so(saya: Pegawai) -> None:
    tujuan = ada_di(saya, nama="Pranata Pemula", jenjang=Jenjang.PEMULA, jenis=JenisJabatan.FUNGSIONAL)
    kartu = _pindah(saya, tujuan)
    assert (kartu.tanda, kartu.kelas) == ("Di atas pangkat tertinggi", "perlu")
    assert "rentang jabatan ini" in kartu.kapan


def test_what_nobody_assessed_is_not_said_to_be_short(saya: Pegawai) -> None:
    tujuan = ada_di(saya, nama="Pengelola Arsip")
    StandarKompetensiPabrik(jabatan=tujuan, komunikasi=4, integritas=1, perekat_bangsa=2)
    AsesmenPabrik(pegawai=saya, komunikasi=2, integritas=3, perekat_bangsa=None)
    kartu = _pindah(saya, tujuan)
    assert kartu.tanda == "Kurang 1 kompetensi, 1 belum dinilai"
    assert kartu.hitungan == "7 dari 9 kompetensi cukup."
    assert kartu.langkah == "Mulai dari Komunikasi: level 4 diminta."
    isi = halaman(sebagai(saya), "karier:jenjang_karier")
    assert "Menurut pengelola kepegawaian lazimnya 3 tahun." in isi


def test_no_gap_on_record_may_mean_that_nobody_has_looked() -> None:
    orang = PegawaiPabrik(pppk=True)
    StandarKompetensiPabrik(jabatan=orang.riwayat_jabatan.get().jabatan, komunikasi=2, integritas=2)
    jalur = {j.judul: j for j in build_career(saya=orang, per=HARI).jalur}
    assert jalur["Pengembangan kompetensi"].langkah == "Minta jadwal asesmen: 9 kompetensi belum dinilai."
    assert jalur["Perjanjian kerja"].langkah == ""


def test_ones_own_page_leads_to_plan_mentor_and_talent(saya: Pegawai) -> None:
    isi = halaman(sebagai(saya), "karier:saya")
    for nama in ("karier:rencana", "mentoring:mentor", "karier:penugasan_daftar", "karier:talenta"):
        assert f'href="{reverse(nama)}"' in isi
    pppk = halaman(sebagai(PegawaiPabrik(pppk=True)), "karier:saya")
    assert f'href="{reverse("karier:rencana")}"' in pppk
    assert reverse("karier:talenta") not in pppk  # the map is one of PNS
    assert "Kembali ke Karier saya" in halaman(sebagai(saya), "karier:talenta")
