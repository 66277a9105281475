"""Sentences at the ends: of what the law says of an ijazah, of a dated switch, and of the calendar."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from karier.kamus import HasilSatu, jelaskan
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.tests.orang import JF, PELAKSANA, A, aturan_lain
from pegawai.enums import TingkatPendidikan

PER = date(2026, 11, 21)
TMT = date(2027, 1, 1)


def baca(kode, dasar, **ganti):
    f = Fakta.satu(**(dasar | ganti))
    h = HasilSatu.dari(putuskan_seluruh(f, A, per=PER, tmt=TMT), f, A, tmt=TMT, per=PER)
    return next(s for s in jelaskan(h) if s.kode == kode)


@pytest.mark.parametrize("per", [date(2026, 11, 21), date(2026, 11, 22)], ids=str)
def test_what_to_check_of_an_ijazah_profesi(per):
    a = aturan_per(per)
    f = Fakta.satu(**PELAKSANA | {"golongan": 12, "pendidikan": TingkatPendidikan.PROFESI})
    h = HasilSatu.dari(putuskan_seluruh(f, a, per=per, tmt=TMT), f, a, tmt=TMT, per=per)
    dibaca = {s.kode: s for s in jelaskan(h)}
    plafon, ujian = dibaca["pangkat_tertinggi"], dibaca["ujian_dinas"]
    assert plafon.perlu.startswith("paling tinggi Pembina (IV/a)")
    baru = per > date(2026, 11, 21)
    assert ("perkiraan, belum terverifikasi" in plafon.perlu) is baru
    assert ["berlaku bagi dokter dan apoteker" in s.tindakan for s in (plafon, ujian)] == [baru, baru]


def test_a_switch_of_the_pinned_rules_says_whether_a_requirement_is_an_estimate(monkeypatch):
    mengikat = aturan_lain("kenaikan_pangkat", "bup_memblokir", nilai=True, conf="V1")
    monkeypatch.setattr("karier.kamus.syarat.aturan_dari_versi", lambda _: mengikat)
    assert [baca("belum_bup", JF).mengikat, baca("belum_bup", JF).tanda] == [True, "Terpenuhi"]


@pytest.mark.parametrize("lahir", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_birthday_at_either_end_of_the_calendar_can_be_told(lahir):
    assert baca("belum_bup", JF, tanggal_lahir=lahir).nilai.startswith("usia 58 tahun")


@pytest.mark.parametrize("mulai", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_pangkat_at_either_end_of_the_calendar_can_be_told(mulai):
    assert baca("masa_pangkat", JF, tmt_golongan=mulai).paling_cepat is None
