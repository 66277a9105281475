"""Job person match, its classes, required levels, gaps, and the age of an assessment."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.syarat import Status
from asn_karier.lib.topik import MasukanSalah
from karier.rules.fakta import Fakta
from karier.rules.kebutuhan import KOMPETENSI, hitung_kebutuhan
from karier.rules.kompetensi import (
    asesmen_berlaku,
    asesmen_berlaku_tahun,
    gap_kompetensi,
    hitung_jpm,
    jpm_fakta,
    kategori_jpm,
    level_wajib,
    perlu_pengembangan,
)
from karier.rules.rasio import Rasio
from karier.rules.topik.kompetensi import TOPIK
from pegawai.enums import Jenjang
from pegawai.rules.jp import kurang_jp_pns

PER = date(2026, 11, 21)
A = aturan_per(PER)
MENURUT_KODE = {t.kode: t for t in TOPIK}
level = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 5)), min_size=1, max_size=9)


def jawab(kode, **isi):
    return MENURUT_KODE[kode].jawab(isi, aturan_per, PER)


# -- JPM --------------------------------------------------------------------------------------


@given(level)
def test_the_match_is_exact_with_and_without_a_cap(pasangan):
    syarat, capaian = zip(*pasangan, strict=True)
    jpm = hitung_jpm([Kolom.satu(n) for n in syarat], [Kolom.satu(n) for n in capaian])
    assert jpm.tanpa_batas.pecahan() == Fraction(100 * sum(capaian), sum(syarat))
    assert jpm.dibatasi.pecahan() == Fraction(100 * sum(map(min, syarat, capaian)), sum(syarat))
    assert jpm.penentu(A) is jpm.dibatasi


def test_a_strong_competency_hides_no_gap():
    hasil = jawab("jpm_hitung", capaian=[5, 1], syarat=[3, 3])
    assert (hasil["jpm"], hasil["jpm_dibatasi"], hasil["jpm_tanpa_batas"]) == (66.67, 66.67, 100)
    assert (hasil["seleksi"], hasil["pemetaan"]) == ("KMS", "Kurang Optimal")
    assert hasil["gap"] == [-2, 2]
    assert "perkiraan" in hasil["catatan"]


def test_an_agency_that_lifts_the_cap_is_followed():
    tanpa = A.dengan_berkas(_jpm_dengan("dibatasi", False))
    jpm = hitung_jpm([Kolom.satu(3)], [Kolom.satu(5)])
    assert jpm.penentu(tanpa) is jpm.tanpa_batas


def _jpm_dengan(nama, nilai):
    berkas = A["jpm"]
    baris = {**berkas.baris(nama), "nilai": nilai}
    return replace(berkas, isi={**berkas.isi, "angka": {**berkas.isi["angka"], nama: baris}}, sha256="uji")


@pytest.mark.parametrize("kosong", ["wajib_komunikasi", "capai_perekat_bangsa"])
def test_one_unknown_level_leaves_the_match_unknown(kosong):
    lengkap = {f"wajib_{k}": 3 for k in KOMPETENSI} | {f"capai_{k}": 2 for k in KOMPETENSI}
    f = Fakta.dari_baris([lengkap, lengkap | {kosong: None}])
    jpm = jpm_fakta(f, A)
    assert [jpm.dibatasi.pecahan(i) for i in (0, 1)] == [Fraction(200, 3), None]
    assert [jpm.tanpa_batas.pecahan(i) for i in (0, 1)] == [Fraction(200, 3), None]


def test_the_required_level_is_that_of_the_jabatan_else_of_its_jenjang():
    f = Fakta.dari_baris(
        [
            {"jenjang": Jenjang.ADMINISTRATOR, "wajib_integritas": 4},
            {"jenjang": Jenjang.JPT_MADYA},
            {},
        ]
    )
    wajib = level_wajib(f, A)
    assert [k.baca(0) for k in wajib] == [4, 3, 3, 3, 3, 3, 3, 3, 3]
    assert [k.baca(1) for k in wajib] == [k.baca(2) for k in wajib] == [None] * 9


@pytest.mark.parametrize(
    ("jpm", "seleksi", "pemetaan"),
    [
        ("100", "MS", "OPTIMAL"),
        ("90", "MS", "OPTIMAL"),
        ("89.995", "MS", "CUKUP_OPTIMAL"),
        ("80", "MS", "CUKUP_OPTIMAL"),
        ("79.9999999999", "MMS", "CUKUP_OPTIMAL"),
        ("78", "MMS", "CUKUP_OPTIMAL"),
        ("77.99", "MMS", "KURANG_OPTIMAL"),
        ("68", "MMS", "KURANG_OPTIMAL"),
        ("67.99", "KMS", "KURANG_OPTIMAL"),
        ("0", "KMS", "KURANG_OPTIMAL"),
    ],
)
def test_classes_begin_at_their_bound_and_nothing_is_rounded_first(jpm, seleksi, pemetaan):
    satu = Rasio.satu(Fraction(jpm))
    assert (kategori_jpm(satu, "seleksi", A), kategori_jpm(satu, "pemetaan", A)) == ([seleksi], [pemetaan])
    assert jawab("jpm_seleksi", jpm=jpm)["kategori"] == seleksi
    assert jawab("jpm_pemetaan", jpm=jpm) == {"kategori": pemetaan.replace("_", " ").title()}


def test_classes_have_names_and_unknown_has_none():
    assert kategori_jpm(Rasio.kolom(Kolom.dari([80, None, 0])), "seleksi", A) == ["MS", None, "KMS"]
    assert [jawab("jpm_seleksi", jpm=n)["keterangan"] for n in (80, 70, 1)] == [
        "Memenuhi Syarat",
        "Masih Memenuhi Syarat",
        "Kurang Memenuhi Syarat",
    ]


def test_different_numbers_of_competencies_are_refused():
    hasil = jawab("jpm_hitung", capaian=[3, 3], syarat=[3])
    assert (hasil["kode"], hasil["error"]) == (
        "jumlah_kompetensi",
        "Capaian 2 kompetensi, syarat 1 kompetensi.",
    )


# -- levels and gaps --------------------------------------------------------------------------


@pytest.mark.parametrize("jenjang", list(Jenjang))
def test_every_jenjang_has_a_level_and_the_unverified_one_says_so(jenjang):
    hasil = jawab("level_kompetensi_syarat", jenjang=jenjang.name)
    assert hasil["level"] == A["kompetensi_jenjang"].tabel("level")[jenjang.name]["nilai"]
    assert hasil["mengikat"] is (jenjang is not Jenjang.JPT_MADYA)
    assert hasil.get("catatan") == (
        None if hasil["mengikat"] else "Perkiraan, belum terverifikasi. Sumber berbeda: 5 atau 4."
    )


@pytest.mark.parametrize(
    ("syarat", "capaian", "gap", "status"),
    [
        (3, 2, 1, "PERLU_PENGEMBANGAN"),
        (5, 0, 5, "PERLU_PENGEMBANGAN"),
        (3, 3, 0, "MEMENUHI"),
        (2, 5, -3, "MEMENUHI"),
    ],
)
def test_a_gap_of_one_level_is_a_need(syarat, capaian, gap, status):
    assert gap_kompetensi(syarat, capaian) == gap
    assert perlu_pengembangan(gap, A) is (status == "PERLU_PENGEMBANGAN")
    assert jawab("gap_kompetensi", syarat=syarat, capaian=capaian) == {
        "gap": gap,
        "kurang": max(gap, 0),
        "status": status,
    }


@pytest.mark.parametrize("jp", range(40))
def test_the_calculator_of_jp_agrees_with_the_run(jp):
    hasil = hitung_kebutuhan(Fakta.satu(jenis_pegawai=1, jp_tahun_ini=jp, jp_tercakup=1), A, per=PER)
    assert hasil.jp_kurang[0] == kurang_jp_pns(jp, A)


# -- age of the assessment --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tanggal", "per", "berlaku"),
    [
        (date(2023, 11, 21), date(2026, 11, 21), True),
        (date(2023, 11, 20), date(2026, 11, 21), False),
        (date(2024, 2, 29), date(2027, 2, 28), True),
        (date(2024, 2, 29), date(2027, 3, 1), False),
        (date(2026, 11, 21), date(2026, 11, 21), True),
    ],
)
def test_an_assessment_serves_three_years_its_last_day_included(tanggal, per, berlaku):
    assert asesmen_berlaku(Kolom.satu(tanggal), A, per).tolist() == [berlaku]
    assert jawab("asesmen_berlaku", tanggal_asesmen=f"{tanggal}", per=f"{per}") == {
        "berlaku": berlaku,
        "bulan_berlaku": 36,
    }


@given(st.integers(-1200, 0))
def test_the_run_says_the_same_of_an_assessment(hari):
    tanggal = PER + timedelta(days=hari)
    status = hitung_kebutuhan(Fakta.satu(asesmen_tanggal=tanggal), A, per=PER).asesmen[0]
    assert asesmen_berlaku(Kolom.satu(tanggal), A, PER)[0] == (status == Status.MEMENUHI)


def test_no_assessment_does_not_serve():
    assert asesmen_berlaku(Kolom.kosong(1, tanggal=True), A, PER).tolist() == [False]


@pytest.mark.parametrize(
    ("asesmen", "acuan", "berlaku"),
    [(2026, 2026, True), (2023, 2026, True), (2022, 2026, False), (2021, 2026, False)],
)
def test_by_years_alone_nobody_loses_for_lack_of_a_date(asesmen, acuan, berlaku):
    assert asesmen_berlaku_tahun(asesmen, acuan, A) is berlaku
    assert jawab("asesmen_berlaku", tahun_asesmen=asesmen, tahun_acuan=acuan) == {
        "berlaku": berlaku,
        "bulan_berlaku": 36,
    }


@pytest.mark.parametrize(
    "isi",
    [
        {},
        {"tahun_asesmen": 2024},
        {"tanggal_asesmen": "2024-01-01"},
        {"tahun_asesmen": 2027, "tahun_acuan": 2026},
        {"tanggal_asesmen": "2026-01-02", "per": "2026-01-01"},
        {"tanggal_asesmen": "2024-01-01", "per": "2026-01-01", "tahun_asesmen": 2024, "tahun_acuan": 2026},
    ],
)
def test_half_a_question_or_two_is_refused(isi):
    hasil = jawab("asesmen_berlaku", **isi)
    assert hasil["kode"] == "asesmen_berlaku"
    assert hasil["error"]
    assert hasil["tindakan"]


@pytest.mark.parametrize(
    ("kode", "isi"),
    [
        ("gap_kompetensi", {"syarat": 0, "capaian": 1}),
        ("gap_kompetensi", {"syarat": 6, "capaian": 1}),
        ("gap_kompetensi", {"syarat": 3, "capaian": 6}),
        ("gap_kompetensi", {"syarat": 3, "capaian": -1}),
        ("jpm_seleksi", {"jpm": -1}),
        ("jpm_pemetaan", {"jpm": 501}),
        ("jpm_hitung", {"capaian": [], "syarat": []}),
        ("asesmen_berlaku", {"tahun_asesmen": 1944, "tahun_acuan": 2026}),
    ],
)
def test_what_cannot_be_read_is_refused(kode, isi):
    with pytest.raises(MasukanSalah):
        jawab(kode, **isi)
