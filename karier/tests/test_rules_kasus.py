"""The worked cases of the rule book, run from `kasus/buku_aturan.toml`; every test id is a case number."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.syarat import Status
from karier.rules.fakta import Fakta
from karier.rules.kebutuhan import hitung_kebutuhan
from karier.rules.periode import periode_sah
from karier.tests.orang import JF, PELAKSANA, STRUKTURAL, TMT, A, B, M, Satu, T
from kinerja.enums import Predikat
from kinerja.kamus import LABEL
from kinerja.rules.angka_kredit import kebutuhan, koefisien_milli, konversi, persen, tahun_menuju
from kinerja.rules.predikat import predikat_dari, rating_dari_label
from pegawai.enums import Jenjang, TingkatPendidikan
from pegawai.rules.bup import bup_umum, tanggal_bup, tmt_pensiun
from pegawai.rules.golongan import Golongan, urut_pns
from pegawai.rules.masa_kerja import potongan_tahun
from pegawai.rules.nip import Nip

BUKU = tomllib.loads((Path(__file__).parent / "kasus" / "buku_aturan.toml").read_text(encoding="utf-8"))
ORANG = {"PELAKSANA": PELAKSANA, "JF": JF, "STRUKTURAL": STRUKTURAL}
PER = date(2026, 11, 21)
DIUJI: set[str] = set()
# Cells that are names in the file and numbers in Fakta.
DIBACA = {"golongan": urut_pns, "pendidikan": lambda nama: TingkatPendidikan[nama]}


def kasus(topik):
    """One test per case of the topic; its cells are `isi`, its number the id."""
    DIUJI.add(topik)
    baris = [pytest.param(isi, id=nomor) for nomor, isi in BUKU[topik].items()]
    return pytest.mark.parametrize("isi", baris)


def senti(cetak):
    return int(Decimal(cetak) * 100)


def ak(jenjang, predikat, bulan):
    return konversi(Jenjang[jenjang], Predikat[predikat], bulan, A)


def test_every_topic_has_its_test_and_no_number_stands_twice():
    nomor = [n for topik in BUKU.values() for n in topik]
    assert len(nomor) == len(set(nomor))
    assert set(BUKU) == DIUJI


# -- people -----------------------------------------------------------------------------------


@kasus("nip_sah")
def test_a_nip_carries_birth_tmt_sex_and_number(isi):
    teks, *harap = isi
    nip = Nip.parse(teks)
    assert [nip.tanggal_lahir, nip.tmt_cpns, nip.jenis_kelamin, nip.urut] == harap


@kasus("nip_ditolak")
def test_a_faulty_nip_is_refused_for_its_own_reason(isi):
    teks, kode = isi
    with pytest.raises(DomainError) as salah:
        Nip.parse(teks)
    assert salah.value.kode == kode


@kasus("golongan")
def test_a_golongan_has_its_pangkat_and_code(isi):
    nama, pangkat, kode = isi
    golongan = Golongan.pns(nama)
    assert (golongan.pangkat, golongan.id_siasn) == (pangkat, kode)


@kasus("golongan_urut")
def test_golongan_are_ordered_by_rank_and_not_as_text(isi):
    rendah, tinggi = isi
    assert Golongan.pns(rendah) < Golongan.pns(tinggi)


@kasus("golongan_lintas_skala")
def test_the_two_scales_are_not_compared(isi):
    pns, pppk = isi
    with pytest.raises(DomainError, match="dua skala berbeda"):
        assert Golongan.pns(pns) < Golongan.pppk(pppk)


@kasus("golongan_awal")
def test_the_starting_golongan_of_an_education(isi):
    ijazah, golongan = isi
    assert A["plafon_pendidikan"].tabel("golongan_awal")[ijazah]["nilai"] == golongan


@kasus("rentang_jenjang")
def test_the_range_of_a_jenjang(isi):
    jenjang, golongan, memuat = isi
    bawah, atas = (
        urut_pns(A["jenjang"].tabel(n)[jenjang]["nilai"]) for n in ("golongan_terendah", "golongan_tertinggi")
    )
    assert (bawah <= urut_pns(golongan) <= atas) is memuat


@kasus("bup")
def test_the_age_limit_of_a_jenjang(isi):
    jenjang, usia = isi
    assert bup_umum(Jenjang[jenjang], A) == usia


@kasus("pensiun")
def test_the_day_the_age_limit_is_reached(isi):
    lahir, usia, capai, tmt = isi
    assert (tanggal_bup(lahir, usia), tmt_pensiun(lahir, usia, A)) == (capai, tmt)


@kasus("masa_kerja")
def test_the_mkg_after_a_kenaikan_pangkat(isi):
    dari, ke, (tahun, bulan), baru = isi
    assert [tahun - potongan_tahun(Golongan.pns(dari), Golongan.pns(ke), A), bulan] == baru


@kasus("masa_kerja_potongan")
def test_the_years_taken_off_add_up_over_borders(isi):
    dari, ke, tahun = isi
    assert potongan_tahun(Golongan.pns(dari), Golongan.pns(ke), A) == tahun


@kasus("masa_kerja_ditolak")
def test_a_kenaikan_pangkat_goes_up(isi):
    dari, ke = isi
    with pytest.raises(DomainError, match="harus lebih tinggi"):
        potongan_tahun(Golongan.pns(dari), Golongan.pns(ke), A)


# -- performance and angka kredit -------------------------------------------------------------


@kasus("predikat")
def test_the_predikat_of_two_ratings(isi):
    hasil, perilaku, nama, kuadran = isi
    predikat = predikat_dari(rating_dari_label(hasil), rating_dari_label(perilaku), A)
    assert (LABEL[Predikat][predikat], predikat.kode_siasn) == (nama, kuadran)


@kasus("persen")
def test_the_percentage_of_a_predikat(isi):
    predikat, harap = isi
    assert persen(Predikat[predikat], A) == harap


@kasus("angka_kredit")
def test_one_line_of_angka_kredit_as_printed(isi):
    *dasar, cetak = isi
    assert ak(*dasar) == senti(cetak)


@kasus("angka_kredit_jumlah")
def test_lines_are_added_as_they_are_printed(isi):
    baris, jumlah = isi
    assert [ak(*dasar) for *dasar, _ in baris] == [senti(cetak) for *_, cetak in baris]
    assert sum(ak(*dasar) for *dasar, _ in baris) == senti(jumlah)


@kasus("angka_kredit_kumulatif")
def test_the_running_totals_of_a_year(isi):
    jenjang, predikat, bulan, jumlah = isi
    assert [ak(jenjang, predikat, n) for n in bulan] == [senti(cetak) for cetak in jumlah]


@kasus("kebutuhan")
def test_the_needs_of_a_jenjang(isi):
    jenjang, pangkat, berikut = isi
    assert kebutuhan(Jenjang[jenjang], A) == (pangkat * 100, berikut * 100 or None)


@kasus("tahun_menuju")
def test_whole_years_until_the_need_of_a_pangkat(isi):
    jenjang, predikat, tahun = isi
    butuh = np.array([kebutuhan(Jenjang[jenjang], A).pangkat])
    koefisien = np.array([koefisien_milli(Jenjang[jenjang], A)])
    assert tahun_menuju(butuh, koefisien, persen(Predikat[predikat], A)).tolist() == [tahun]


# -- kenaikan pangkat -------------------------------------------------------------------------


@kasus("langkah_jf")
def test_what_comes_next_in_a_jabatan_fungsional(isi):
    nama, golongan, langkah, target = isi
    jenjang, naik_pangkat = Jenjang[nama], langkah == "kenaikan_pangkat"
    orang = JF | {"jenjang": jenjang, "golongan": urut_pns(golongan)}
    assert Satu(orang, ak_sah=target * 100)["jenjang_memuat_pangkat"] is (M if naik_pangkat else B)
    assert Satu(orang, ak_sah=target * 100)["angka_kredit"] is (M if naik_pangkat else T)
    butuh = kebutuhan(jenjang, A)
    assert (butuh.pangkat if naik_pangkat else butuh.jenjang) == target * 100


@kasus("cukup_jf")
def test_whether_angka_kredit_is_enough_for_the_next_pangkat(isi):
    nama, golongan, punya, butuh, cukup = isi
    orang = JF | {"jenjang": Jenjang[nama], "golongan": urut_pns(golongan)}
    assert Satu(orang, ak_sah=senti(punya))["angka_kredit"] is (M if cukup else B)
    assert kebutuhan(Jenjang[nama], A).pangkat == butuh * 100


@kasus("periode")
def test_periods_under_the_regime_of_the_day(isi):
    tmt, sah = isi
    assert periode_sah(tmt, aturan_per(tmt)) is sah


@kasus("plafon")
def test_the_ceiling_of_an_education(isi):
    ijazah, tertinggi = isi
    orang = PELAKSANA | {"pendidikan": TingkatPendidikan[ijazah]}
    assert Satu(orang, golongan=urut_pns(tertinggi) - 1)["pangkat_tertinggi"] is M
    assert Satu(orang, golongan=urut_pns(tertinggi))["pangkat_tertinggi"] is B


@kasus("ujian_dinas")
def test_who_needs_an_ujian_dinas(isi):
    golongan, ijazah, status = isi
    hasil = Satu(PELAKSANA, golongan=urut_pns(golongan), pendidikan=TingkatPendidikan[ijazah])
    assert hasil["ujian_dinas"] is Status[status]


@kasus("kenaikan_pangkat")
def test_the_whole_decision(isi):
    ganti = {nama: DIBACA.get(nama, lambda n: n)(nilai) for nama, nilai in isi["ganti"].items()}
    hasil = Satu(ORANG[isi["dasar"]], isi.get("tmt", TMT), **ganti)
    assert (hasil.status.name, hasil.alasan or "") == (isi["status"], isi.get("alasan", ""))
    assert "cepat" not in isi or hasil.cepat == isi["cepat"]


# -- development ------------------------------------------------------------------------------


def kembangkan(**fakta):
    return hitung_kebutuhan(Fakta.satu(**fakta), A, per=PER)


@kasus("level_kompetensi")
def test_the_level_a_jenjang_asks_for(isi):
    jenjang, level = isi
    assert kembangkan(jenjang=Jenjang[jenjang], capai_integritas=1).gap[0, 0] == level - 1


@kasus("gap_kompetensi")
def test_the_gap_of_a_competency(isi):
    perlu, punya, gap = isi
    hasil = kembangkan(wajib_integritas=perlu, capai_integritas=punya)
    assert (hasil.gap[0, 0], hasil.kebutuhan[0]) == (gap, 1)


@kasus("jp")
def test_the_yearly_jp_of_a_pns(isi):
    jp, cukup = isi
    assert kembangkan(jenis_pegawai=1, jp_tahun_ini=jp, jp_tercakup=1).jp[0] == (M if cukup else B)


@kasus("asesmen")
def test_how_long_an_assessment_serves(isi):
    tahun, acuan, berlaku = isi
    # The last day of its year, judged on the first day of the other: the kindest reading of the years.
    f = Fakta.satu(asesmen_tanggal=date(tahun, 12, 31))
    assert hitung_kebutuhan(f, A, per=date(acuan, 1, 1)).asesmen[0] == (M if berlaku else B)
