"""What another rule file would change, without a change of code."""

from datetime import date

import pytest

from asn_karier.lib.errors import DomainError
from asn_karier.lib.syarat import unpack_status
from karier.enums import JalurPangkat
from karier.rules.aturan_pangkat import susun
from karier.rules.daftar import baris_syarat, mengikat, posisi
from karier.rules.fakta import Fakta
from karier.rules.pangkat import putuskan
from karier.tests.orang import PELAKSANA, TMT, A, B, M, T, aturan_lain
from pegawai.enums import KedudukanHukum, TingkatHukuman


def nilai(a, **ganti):
    return putuskan(Fakta.satu(**(PELAKSANA | ganti)), a, tmt=TMT)


@pytest.mark.parametrize(
    ("baris", "status", "kurang"),
    [
        ({"nilai": False, "conf": "V2"}, M, 0),
        ({"nilai": True, "conf": "UNV"}, M, 0),
        ({"nilai": True, "conf": "V1"}, B, 1),
    ],
)
def test_the_age_limit_binds_when_the_file_says_so_and_has_seen_it_in_a_text(baris, status, kurang):
    hasil = nilai(aturan_lain("kenaikan_pangkat", "bup_memblokir", **baris), tanggal_lahir=date(1960, 1, 1))
    assert (hasil.status[0], hasil.kurang[0]) == (status, kurang)
    assert unpack_status(hasil.syarat[0], posisi("belum_bup")) is B


@pytest.mark.parametrize(("memblokir", "status"), [(True, B), (False, M)])
def test_an_examination_binds_when_the_file_says_so(memblokir, status):
    a = aturan_lain("kenaikan_pangkat", "pemeriksaan_memblokir", nilai=memblokir)
    hasil = nilai(a, dalam_pemeriksaan=1)
    assert hasil.status[0] == status
    assert unpack_status(hasil.syarat[0], posisi("pemeriksaan_disiplin")) is B


def test_the_ordinary_rule_is_for_the_standing_the_file_names():
    a = aturan_lain("kenaikan_pangkat", "kedudukan_aktif", nilai="TUGAS_BELAJAR")
    belajar, aktif = (nilai(a, kedudukan_hukum=KedudukanHukum[n]) for n in ("TUGAS_BELAJAR", "AKTIF"))
    assert (belajar.jalur[0], belajar.status[0]) == (JalurPangkat.REGULER, M)
    assert (aktif.jalur[0], aktif.status[0]) == (JalurPangkat.BELUM_DIHITUNG, T)


def test_the_levels_of_penalty_that_block_are_those_of_the_file():
    assert susun(A).hukuman_memblokir == (TingkatHukuman.SEDANG, TingkatHukuman.BERAT)
    hanya_berat = aturan_lain("kenaikan_pangkat", "hukuman_memblokir", nilai=["B"])
    assert susun(hanya_berat).hukuman_memblokir == (TingkatHukuman.BERAT,)


@pytest.mark.parametrize(
    ("kode", "nama", "angka"), [("kenaikan_pangkat", "tahun_predikat", 3), ("angka_kredit", "desimal", 3)]
)
def test_a_number_the_rules_cannot_judge_is_refused_and_named(kode, nama, angka):
    with pytest.raises(DomainError, match=f"{nama} dengan {angka}") as salah:
        nilai(aturan_lain(kode, nama, nilai=angka))
    assert salah.value.kode == "aturan_belum_didukung"


@pytest.mark.parametrize(
    ("kode", "nama"), [("belum_bup", "bup_memblokir"), ("pemeriksaan_disiplin", "pemeriksaan_memblokir")]
)
@pytest.mark.parametrize("conf", ["UNV", "V1"])
def test_the_register_says_of_the_rules_of_that_day_what_binds(kode, nama, conf):
    a = aturan_lain("kenaikan_pangkat", nama, nilai=True, conf=conf)
    assert mengikat(a, baris_syarat(kode)) is (conf == "V1")


def test_a_yes_or_no_is_not_a_number_and_a_number_is_not_a_yes():
    kp = A["kenaikan_pangkat"]
    with pytest.raises(TypeError, match="whole number"):
        kp.angka("bup_memblokir")
    with pytest.raises(TypeError, match="yes or no"):
        kp.mengikat("bulan_reguler")
