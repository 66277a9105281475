"""The facts of the second layout from rows: posts, vacancies, masa kerja, CLTN, awards, scores."""

from datetime import date
from typing import Any

import pytest

from asn_karier.lib.syarat import TANPA_AKHIR
from karier.rules.fakta import FAKTA
from karier.tests.pabrik import KomponenTalentaPabrik
from karier.tests.test_fakta import PER, fakta_dari, satu
from pegawai.enums import (
    Eselon,
    JenisJabatan,
    JenisUjian,
    Jenjang,
    KedudukanHukum,
    KodePenghargaan,
    Register,
)
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    CakupanPabrik,
    HasilUjianPabrik,
    HukumanDisiplinPabrik,
    InstansiPabrik,
    JabatanPabrik,
    PegawaiPabrik,
    RiwayatJabatanPabrik,
    RiwayatPangkatPabrik,
)
from pegawai.tests.pabrik_lain import KebutuhanPabrik, PenghargaanPabrik

pytestmark = pytest.mark.django_db
X, XX, XXX = (
    KodePenghargaan.SATYALANCANA_X,
    KodePenghargaan.SATYALANCANA_XX,
    KodePenghargaan.SATYALANCANA_XXX,
)
BULAN = ("bulan_pelaksana", "bulan_pengawas", "bulan_administrator")


def pos(jenjang: Jenjang | None, **isian: Any) -> Any:
    """A jabatan fungsional of its own per jenjang, unless named otherwise."""
    nama = f"Jabatan {jenjang}"
    return JabatanPabrik(**{"nama": nama, "jenis": JenisJabatan.FUNGSIONAL, "jenjang": jenjang, **isian})


def lengkap(orang: Pegawai, register: Register, **isian: Any) -> None:
    CakupanPabrik(instansi=orang.instansi, register=register, **isian)


# -- posts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("eselon", "jenjang", "harap"),
    [
        ("IV.a", Jenjang.PENGAWAS, Eselon.IV_A),
        ("I.a", Jenjang.JPT_UTAMA, Eselon.I_A_UTAMA),
        ("", Jenjang.PENGAWAS, None),
    ],
)
def test_eselon_is_that_of_the_post_in_force(eselon: str, jenjang: Jenjang, harap: int | None) -> None:
    orang = PegawaiPabrik(struktural=True)
    lama = JabatanPabrik(struktural=True, nama="Kepala Bagian", eselon="III.b")
    RiwayatJabatanPabrik(pegawai=orang, tmt=date(2020, 1, 1), jabatan=lama)
    kini = JabatanPabrik(struktural=True, nama="Kini", jenjang=jenjang, eselon=eselon)
    RiwayatJabatanPabrik(pegawai=orang, tmt=date(2026, 12, 1), jabatan=kini)
    RiwayatJabatanPabrik(pegawai=orang, tmt=date(2027, 1, 2), jabatan=lama)

    assert satu(orang, "eselon", "tmt_jabatan") == [harap, date(2026, 12, 1)]


def test_months_in_posts_are_counted_up_to_the_target_date_with_the_equal_jf() -> None:
    orang = PegawaiPabrik()
    for jenjang, tmt in (
        (Jenjang.AHLI_PERTAMA, date(2012, 1, 1)),
        (Jenjang.PENGAWAS, date(2016, 3, 15)),
        (Jenjang.AHLI_MADYA, date(2026, 12, 1)),
        (Jenjang.PENGAWAS, date(2027, 1, 2)),
    ):
        RiwayatJabatanPabrik(pegawai=orang, jabatan=pos(jenjang), tmt=tmt)

    assert satu(orang, *BULAN, "bulan_bidang") == [50, 128, 1, None]


def test_without_a_post_nothing_is_counted() -> None:
    assert satu(PegawaiPabrik(), *BULAN, "eselon", "lowongan", "jenjang", "tmt_jabatan") == [None] * 7


def test_posts_are_complete_by_declaration_and_only_where_every_jenjang_is_known() -> None:
    jelas, kabur = PegawaiPabrik(fungsional=True), PegawaiPabrik(fungsional=True)
    RiwayatJabatanPabrik(pegawai=kabur, jabatan=pos(None), tmt=date(2015, 1, 1))
    sebelum = satu(jelas, "jabatan_tercakup")
    lengkap(jelas, Register.RIWAYAT_JABATAN)

    assert (sebelum, satu(jelas, "jabatan_tercakup"), satu(kabur, "jabatan_tercakup")) == ([0], [1], [0])


# -- vacancies ----------------------------------------------------------------------------------


def test_lowongan_is_that_of_the_next_post_in_the_own_instansi() -> None:
    muda = pos(Jenjang.AHLI_MUDA, nama="Perencana Ahli Muda")
    pertama = pos(Jenjang.AHLI_PERTAMA, nama="Perencana Ahli Pertama", naik_ke=muda)
    di_sini, di_sana = PegawaiPabrik(), PegawaiPabrik(instansi__kode="nabire")
    for orang in (di_sini, di_sana):
        RiwayatJabatanPabrik(pegawai=orang, jabatan=pertama)
    KebutuhanPabrik(instansi=di_sini.instansi, jabatan=muda, lowongan=3)
    KebutuhanPabrik(instansi=di_sini.instansi, jabatan=pertama, lowongan=7)
    KebutuhanPabrik(instansi=di_sana.instansi, jabatan=muda, lowongan=0)

    # Both at once: posts are shared by all instansi, their vacancies are not.
    fakta = fakta_dari(di_sini, di_sana)
    assert [fakta.baca("lowongan", i) for i in range(2)] == [3, 0]
    assert [fakta.baca("jenjang", i) for i in range(2)] == [Jenjang.AHLI_PERTAMA] * 2


@pytest.mark.parametrize(
    ("isian", "harap"),
    [({}, 2), ({"per_tanggal": PER}, 2), ({"per_tanggal": date(2026, 11, 22)}, None)],
    ids=["stated before", "stated today", "stated tomorrow"],
)
def test_lowongan_is_known_from_the_day_it_was_stated(isian: dict[str, Any], harap: int | None) -> None:
    orang, madya = PegawaiPabrik(), pos(Jenjang.AHLI_MADYA)
    RiwayatJabatanPabrik(pegawai=orang, jabatan=pos(Jenjang.AHLI_MUDA, naik_ke=madya))
    KebutuhanPabrik(instansi=orang.instansi, jabatan=madya, **isian)

    assert satu(orang, "lowongan") == [harap]


@pytest.mark.parametrize("bertujuan", [True, False])
def test_lowongan_is_unknown_without_a_statement_or_a_next_post(bertujuan: bool) -> None:
    orang, madya = PegawaiPabrik(), pos(Jenjang.AHLI_MADYA)
    RiwayatJabatanPabrik(pegawai=orang, jabatan=pos(Jenjang.AHLI_MUDA, naik_ke=madya if bertujuan else None))
    if not bertujuan:
        KebutuhanPabrik(instansi=orang.instansi, jabatan=madya)

    assert satu(orang, "lowongan") == [None]


# -- masa kerja, CLTN, discipline ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("tahun", "bulan", "harap"), [(12, 5, 149), (0, 0, 0), (12, None, None), (None, 5, None)]
)
def test_mkg_is_that_of_the_pangkat_in_force(tahun: int | None, bulan: int | None, harap: int | None) -> None:
    orang = PegawaiPabrik()
    RiwayatPangkatPabrik(pegawai=orang, tmt=date(2017, 4, 1), masa_kerja_tahun=8, masa_kerja_bulan=1)
    RiwayatPangkatPabrik(pegawai=orang, masa_kerja_tahun=tahun, masa_kerja_bulan=bulan)

    assert satu(orang, "mkg_bulan") == [harap]


@pytest.mark.parametrize(
    ("isian", "tercakup", "harap"),
    [
        ({"kedudukan_hukum": KedudukanHukum.CLTN}, False, 1),
        ({"kedudukan_hukum": KedudukanHukum.CLTN}, True, 1),
        ({"pernah_cltn": True}, False, 1),
        ({"pernah_cltn": True}, True, 1),
        ({}, True, 0),
        ({}, False, None),
    ],
)
def test_cltn_ever_is_no_only_where_the_posts_are_complete(
    isian: dict[str, Any], tercakup: bool, harap: int | None
) -> None:
    orang = PegawaiPabrik(**isian)
    if tercakup:
        lengkap(orang, Register.RIWAYAT_JABATAN)

    assert satu(orang, "pernah_cltn") == [harap]


def test_discipline_is_covered_since_the_earliest_declaration_that_holds() -> None:
    orang = PegawaiPabrik()
    sebelum = satu(orang, "disiplin_sejak", "disiplin_tercakup")
    for mulai, sampai in (
        (date(2016, 1, 1), date(2026, 11, 20)),
        (date(2020, 1, 1), date(2027, 12, 31)),
        (date(2024, 1, 1), PER),
        (date(2026, 11, 22), date(2030, 1, 1)),
    ):
        lengkap(orang, Register.HUKUMAN_DISIPLIN, mulai=mulai, sampai=sampai)
    lengkap(orang, Register.UJIAN, mulai=date(2001, 1, 1))

    assert sebelum == [None, 0]
    assert satu(orang, "disiplin_sejak", "disiplin_tercakup", "ujian_tercakup", "jp_tercakup") == [
        date(2020, 1, 1), 1, 1, 0
    ]  # fmt: skip


def test_penalties_of_the_past_are_facts_beside_the_running_one() -> None:
    orang = PegawaiPabrik()
    HukumanDisiplinPabrik(pegawai=orang, selesai=True, tingkat="B")
    HukumanDisiplinPabrik(pegawai=orang, sampai=None)

    nama = ("hukdis_terberat", "hukdis_terakhir", "hukdis_sampai")
    assert satu(orang, *nama) == [3, TANPA_AKHIR.item(), TANPA_AKHIR.item()]


# -- awards, examinations, scores ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "harap"),
    [([X], 10), ([XX, X], 20), ([X, XXX], 30), ([KodePenghargaan.LAINNYA], None), ([], None)],
)
def test_the_highest_satyalancana_counts(kode: list[KodePenghargaan], harap: int | None) -> None:
    orang = PegawaiPabrik()
    for satu_kode in kode:
        PenghargaanPabrik(pegawai=orang, kode=satu_kode, nama="Teladan" * (not satu_kode))
    PenghargaanPabrik(pegawai=orang, kode=XXX, tanggal=date(2026, 11, 22))

    assert satu(orang, "satyalancana") == [harap]


def test_upkp_and_the_last_uji_kompetensi_count_when_passed_in_time() -> None:
    orang, lain = PegawaiPabrik(), PegawaiPabrik()
    ukom = {"pegawai": orang, "jenis": JenisUjian.UJI_KOMPETENSI_JENJANG}
    HasilUjianPabrik(**ukom, tanggal=date(2024, 2, 29))
    HasilUjianPabrik(**ukom, tanggal=date(2027, 1, 1))
    HasilUjianPabrik(**ukom, tanggal=date(2027, 1, 2))
    HasilUjianPabrik(pegawai=orang, jenis=JenisUjian.UPKP)
    HasilUjianPabrik(pegawai=lain, jenis=JenisUjian.UPKP, lulus=False)

    nama = ("upkp", "ukom_tanggal", "ud_tk1")
    assert satu(orang, *nama) == [1, date(2027, 1, 1), None]
    assert satu(lain, *nama) == [None, None, None]


def test_talent_scores_are_the_last_ones_and_keep_what_was_not_scored_unknown() -> None:
    orang = PegawaiPabrik()
    KomponenTalentaPabrik(pegawai=orang, tanggal=date(2025, 6, 30), umpan_balik=5000)
    KomponenTalentaPabrik(pegawai=orang)
    KomponenTalentaPabrik(pegawai=orang, tanggal=date(2026, 11, 22), potensi=1)

    skor = [f.nama for f in FAKTA if f.nama.startswith("skor_")]
    assert satu(orang, *skor) == [8250, 7000, 6500, 10_000, 0, 9999, None]
    assert satu(PegawaiPabrik(), *skor) == [None] * 7


# -- queries ------------------------------------------------------------------------------------


def test_people_of_two_instansi_cost_one_query_more(django_assert_num_queries: Any) -> None:
    orang = [PegawaiPabrik(fungsional=True, instansi=InstansiPabrik(kode=k)) for k in ("satu", "dua")]
    fakta_dari(orang[0])
    with django_assert_num_queries(6):
        fakta_dari(*orang)
