"""Who gets no KGB letter now, by the last finished run."""

from __future__ import annotations

from datetime import date

import pytest

from karier.services.kgb import judge_kgb
from karier.tests.jalan import jalankan_sampai_selesai
from kinerja.enums import Predikat
from kinerja.tests.pabrik import PenilaianPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import CakupanPabrik, HukumanDisiplinPabrik, InstansiPabrik, PegawaiPabrik

pytestmark = pytest.mark.django_db


def berpredikat(predikat: Predikat = Predikat.BAIK) -> Pegawai:
    orang: Pegawai = PegawaiPabrik(
        pelaksana=True,
        pangkat__masa_kerja_tahun=8,
        pangkat__masa_kerja_bulan=0,
        instansi=InstansiPabrik(kode="batanghari"),
    )
    for tahun in (2024, 2025):
        PenilaianPabrik(pegawai=orang, tahun=tahun, predikat=predikat)
    return orang


def test_a_penalty_or_a_low_predikat_postpones_and_nothing_else_does() -> None:
    bersih, dihukum, rendah, kosong = (
        berpredikat(),
        berpredikat(),
        berpredikat(Predikat.KURANG),
        PegawaiPabrik(pelaksana=True),
    )
    HukumanDisiplinPabrik(pegawai=dihukum)
    CakupanPabrik(instansi=bersih.instansi, mulai=date(1980, 1, 1))
    semua = [p.pk for p in (bersih, dihukum, rendah, kosong)]
    assert judge_kgb(semua) == {}
    jalankan_sampai_selesai(bersih.instansi)
    nilai = judge_kgb(semua)
    assert (nilai[bersih.pk].ditunda, nilai[bersih.pk].kalimat) == (False, "")
    assert nilai[dihukum.pk].ditunda
    assert "hukuman disiplin" in nilai[dihukum.pk].kalimat
    assert nilai[rendah.pk].ditunda
    assert "predikat" in nilai[rendah.pk].kalimat
    assert not nilai[kosong.pk].ditunda
    assert nilai[kosong.pk].kalimat.startswith("Periksa")
