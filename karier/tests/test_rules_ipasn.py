"""IPASN: an internal estimate, in halves of a point, unknown where a component is."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from karier.rules.fakta import Fakta
from karier.rules.ipasn import Kategori, hitung_ipasn, susun
from karier.rules.topik.ipasn import TOPIK
from kinerja.enums import Predikat
from pegawai.enums import JenisJabatan as J
from pegawai.enums import TingkatPendidikan as T

PER = date(2026, 11, 21)
A = aturan_per(PER)
P = susun(A)
MENURUT_KODE = {t.kode: t for t in TOPIK}
SEMUA = {
    "jenis_pegawai": 1,
    "pendidikan": T.S2,
    "jenis_jabatan": J.STRUKTURAL,
    "diklat_kepemimpinan": 1,
    "diklat_fungsional": 1,
    "jp_teknis": 20,
    "jp_seminar": 1,
    "jp_tercakup": 1,
    "predikat_1": Predikat.BAIK,
    "disiplin_tercakup": 1,
}
KUALIFIKASI = {
    T.S3: 25,
    T.SUBSPESIALIS: 20,
    T.SPESIALIS: 20,
    T.S2: 20,
    T.PROFESI: 20,
    T.S1: 15,
    T.DIPLOMA_IV: 15,
    T.DIPLOMA_III: 10,
    T.DIPLOMA_II: 5,
    T.DIPLOMA_I: 5,
    T.SLTA_KEGURUAN: 5,
    T.SLTA_KEJURUAN: 5,
    T.SLTA: 5,
    T.SLTP_KEJURUAN: 1,
    T.SLTP: 1,
    T.SD: 1,
}
KINERJA = {5: 30, 4: 25, 3: 15, 2: 5, 1: 1}
DISIPLIN = {None: 5, 0: 5, 1: 3, 2: 2, 3: 1}


def jawab(kode, **isi):
    return MENURUT_KODE[kode].jawab(isi, aturan_per, PER)


def hitung(a=A, **ganti):
    return hitung_ipasn(Fakta.satu(**(SEMUA | ganti)), a, per=PER)


def poin(kolom):
    nilai = kolom.baca(0)
    return None if nilai is None else Fraction(nilai, 2)


def test_the_index_is_the_sum_of_four_dimensions():
    h = hitung()
    assert [poin(k) for k in (h.kualifikasi, h.kompetensi, h.kinerja, h.disiplin)] == [20, 40, 25, 5]
    assert (poin(h.nilai), h.kategori.baca(0)) == (90, Kategori.TINGGI)


@pytest.mark.parametrize("pendidikan", list(T))
def test_every_education_counts(pendidikan):
    assert poin(hitung(pendidikan=pendidikan).kualifikasi) == KUALIFIKASI[pendidikan]
    assert jawab("ipasn_kualifikasi", pendidikan=str(int(pendidikan)).zfill(2)) == {
        "skor": KUALIFIKASI[pendidikan]
    }


@pytest.mark.parametrize("predikat", list(Predikat))
def test_every_predikat_counts(predikat):
    assert poin(hitung(predikat_1=predikat).kinerja) == KINERJA[predikat]
    hasil = jawab("ipasn_kinerja", predikat=predikat.name.replace("_", " "))
    assert hasil["skor"] == KINERJA[predikat]
    assert hasil["catatan"].endswith("ada pada SIASN.")


@pytest.mark.parametrize(
    ("per", "tmt", "predikat", "ada"),
    [
        (date(2026, 11, 21), None, {"predikat_1": None, "predikat_2": 5}, True),
        (date(2026, 4, 1), None, {"predikat_1": None, "predikat_2": 5}, False),
        (date(2026, 11, 21), date(2026, 12, 1), {"predikat_1": None, "predikat_2": 5}, False),
    ],
)
def test_the_last_year_that_ended_counts_whatever_the_tmt(per, tmt, predikat, ada):
    h = hitung_ipasn(Fakta.satu(**(SEMUA | predikat)), A, per=per, tmt=tmt)
    assert poin(h.kinerja) == (30 if ada else None)


@pytest.mark.parametrize(("terberat", "skor"), DISIPLIN.items())
def test_the_worst_penalty_counts(terberat, skor):
    assert poin(hitung(hukdis_terberat=terberat).disiplin) == skor


@pytest.mark.parametrize(
    ("jenis", "tanpa", "nilai"),
    [
        (J.STRUKTURAL, None, 40),
        (J.STRUKTURAL, "diklat_kepemimpinan", 25),
        (J.STRUKTURAL, "diklat_fungsional", 40),
        (J.STRUKTURAL, "jp_teknis", 25),
        (J.STRUKTURAL, "jp_seminar", 30),
        (J.FUNGSIONAL, None, 40),
        (J.FUNGSIONAL, "diklat_fungsional", 25),
        (J.FUNGSIONAL, "diklat_kepemimpinan", 40),
        (J.FUNGSIONAL, "jp_teknis", 25),
        (J.FUNGSIONAL, "jp_seminar", 30),
        (J.PELAKSANA, None, 40),
        (J.PELAKSANA, "jp_teknis", Fraction(35, 2)),
        (J.PELAKSANA, "jp_seminar", Fraction(45, 2)),
        (J.PELAKSANA, "diklat_fungsional", 40),
    ],
)
@pytest.mark.parametrize("kosong", [None, 0])
def test_competence_counts_by_the_kind_of_jabatan(jenis, tanpa, nilai, kosong):
    ganti = {tanpa: kosong} if tanpa else {}
    assert poin(hitung(jenis_jabatan=jenis, **ganti).kompetensi) == nilai


@pytest.mark.parametrize(("jp", "nilai"), [(19, 25), (20, 40), (200, 40)])
def test_technical_training_is_all_or_nothing_from_twenty_jp(jp, nilai):
    assert poin(hitung(jp_teknis=jp).kompetensi) == nilai


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("diklat_kepemimpinan", None),
        ("diklat_kepemimpinan", 0),
        ("jp_teknis", 19),
        ("jp_teknis", None),
        ("jp_seminar", 0),
        ("jp_seminar", None),
    ],
)
def test_too_little_training_is_only_known_inside_declared_coverage(nama, isi):
    for tercakup in (0, None):
        h = hitung(jp_tercakup=tercakup, **{nama: isi})
        assert (poin(h.kompetensi), poin(h.nilai)) == (None, None)
    assert poin(hitung(jp_tercakup=0).kompetensi) == 40


@pytest.mark.parametrize(
    "ganti",
    [
        {"pendidikan": None},
        {"predikat_1": None},
        {"disiplin_tercakup": 0},
        {"jenis_jabatan": None},
        {"jenis_jabatan": J.RANGKAP},
    ],
)
def test_an_unknown_component_leaves_the_index_unknown(ganti):
    h = hitung(**ganti)
    assert (poin(h.nilai), h.kategori.baca(0)) == (None, None)


def test_the_worst_penalty_is_known_without_coverage():
    assert poin(hitung(disiplin_tercakup=0, hukdis_terberat=3).disiplin) == 1


def test_a_pppk_counts_while_our_decision_says_so():
    tanpa = A.dengan_berkas(_tanpa_pppk())
    assert poin(hitung(jenis_pegawai=2).nilai) == 90
    h = hitung(tanpa, jenis_pegawai=2)
    assert [poin(k) for k in (h.nilai, h.kualifikasi, h.kompetensi, h.kinerja, h.disiplin)] == [None] * 5
    assert poin(hitung(tanpa).nilai) == 90
    assert poin(hitung(jenis_pegawai=None).nilai) is None


def _tanpa_pppk():
    berkas = A["ipasn"]
    baris = {**berkas.baris("pppk_dihitung"), "nilai": False}
    isi = {**berkas.isi, "angka": {**berkas.isi["angka"], "pppk_dihitung": baris}}
    return replace(berkas, isi=isi, sha256="uji")


def test_a_rule_file_with_finer_parts_than_halves_is_refused():
    berkas = A["ipasn"]
    tabel = {**berkas.isi["maksimum"], "kinerja": {"nilai": 0.25, "conf": "UNV"}}
    rusak = replace(berkas, isi={**berkas.isi, "maksimum": tabel}, sha256="rusak")
    with pytest.raises(ValueError, match=r"halves of a point, not 0\.25"):
        susun(A.dengan_berkas(rusak))


@pytest.mark.parametrize("tabel", list(P.kompetensi.values()))
def test_the_parts_of_competence_make_its_dimension(tabel):
    assert sum(tabel.values()) == P.maksimum["kompetensi"] == 80


@given(
    st.sampled_from(list(T)),
    st.sampled_from(list(Predikat)),
    st.sampled_from([J.STRUKTURAL, J.FUNGSIONAL, J.PELAKSANA]),
    st.integers(0, 3),
    st.tuples(st.booleans(), st.integers(0, 40), st.integers(0, 2)),
)
def test_the_index_is_that_of_exact_fractions(pendidikan, predikat, jenis, hukdis, latih):
    diklat, teknis, seminar = latih
    h = hitung(
        pendidikan=pendidikan,
        predikat_1=predikat,
        jenis_jabatan=jenis,
        hukdis_terberat=hukdis,
        diklat_kepemimpinan=int(diklat),
        diklat_fungsional=int(diklat),
        jp_teknis=teknis,
        jp_seminar=seminar,
    )
    bobot = (0, Fraction("22.5"), Fraction("17.5")) if jenis is J.PELAKSANA else (15, 15, 10)
    kompetensi = sum(b * ya for b, ya in zip(bobot, (diklat, teknis >= 20, seminar >= 1), strict=True))
    harap = KUALIFIKASI[pendidikan] + kompetensi + KINERJA[predikat] + DISIPLIN[hukdis]
    assert poin(h.nilai) == harap
    assert h.kategori.baca(0) == sum(harap >= b for b in (61, 71, 81, 91))


def test_the_jp_of_a_year_are_no_part_of_the_index():
    # Which is why Coba hitung names no other index for other JP (karier.services.simulasi).
    banyak = {
        hitung_ipasn(Fakta.satu(**SEMUA, jp_tahun_ini=jp), A, per=PER).nilai.baca(0) for jp in (None, 0, 90)
    }
    assert len(banyak) == 1
