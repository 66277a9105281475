"""Kenaikan pangkat penyesuaian ijazah: whom it applies to, what it asks for, and where it leads."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.syarat import Status, unpack_status
from karier.enums import JenisPutusan
from karier.rules.daftar import PENYESUAIAN_IJAZAH, posisi
from karier.rules.fakta import Fakta
from karier.rules.penyesuaian import putuskan_penyesuaian, susun_penyesuaian
from karier.tests.orang import PELAKSANA, TMT, A, B, M, P, T, aturan_lain
from kinerja.enums import Predikat
from pegawai.enums import JenisJabatan, Jenjang, KedudukanHukum, TingkatPendidikan
from pegawai.rules.golongan import urut_pns

JENIS = JenisPutusan.PENYESUAIAN_IJAZAH
# An ijazah profesi is no longer read as that of a dokter or an apoteker.
BARU = aturan_per(date(2026, 11, 22))
ORANG = PELAKSANA | {"golongan": urut_pns("II/c"), "tmt_golongan": date(2025, 6, 1), "upkp": 1}
SEMUA = [b.kode for b in PENYESUAIAN_IJAZAH]
#: Asked of everybody to whom it applies.
BIASA = [k for k in SEMUA if not k.startswith("data_") and k != "jenjang_memuat_pangkat"]


class Satu:
    """The outcome of one person, as Python values."""

    def __init__(self, tmt=TMT, /, a=A, **ganti):
        hasil = putuskan_penyesuaian(Fakta.satu(**(ORANG | ganti)), a, tmt=tmt)
        self.status, self.sasaran = Status(hasil.status[0]), int(hasil.sasaran[0])
        self.cepat, self.kurang = hasil.paling_cepat[0].item(), int(hasil.kurang[0])
        self.alasan = next((b.kode for b in PENYESUAIAN_IJAZAH if b.posisi == hasil.alasan[0]), None)
        self.terkemas = int(hasil.syarat[0])

    def __getitem__(self, kode):
        return unpack_status(self.terkemas, posisi(kode, JENIS))


def test_whoever_fulfils_everything_rises_to_the_golongan_of_the_ijazah_on_the_target():
    hasil = Satu()
    isi = (hasil.status, hasil.sasaran, hasil.cepat, hasil.alasan, hasil.kurang)
    assert isi == (M, urut_pns("III/a"), TMT, None, 0)
    assert [k for k in SEMUA if hasil[k] is M] == BIASA


@pytest.mark.parametrize(
    ("ijazah", "awal"),
    [
        ("SLTP", "I/c"),
        ("SLTP_KEJURUAN", "I/c"),
        ("SLTA", "II/a"),
        ("SLTA_KEJURUAN", "II/a"),
        ("SLTA_KEGURUAN", "II/a"),
        ("DIPLOMA_I", "II/a"),
        ("DIPLOMA_II", "II/b"),
        ("DIPLOMA_III", "II/c"),
        ("DIPLOMA_IV", "III/a"),
        ("S1", "III/a"),
        ("S2", "III/b"),
        ("S3", "III/c"),
    ],
)
def test_it_applies_below_the_golongan_of_the_ijazah_and_not_at_it(ijazah, awal):
    target = urut_pns(awal)
    bawah = Satu(pendidikan=TingkatPendidikan[ijazah], golongan=target - 1)
    pada = Satu(pendidikan=TingkatPendidikan[ijazah], golongan=target)
    assert (bawah.status, bawah.sasaran) == (M, target)
    assert (pada.status, pada.sasaran, pada.terkemas, pada.cepat) == (T, 0, 0, None)


def test_the_lowest_ijazah_opens_nothing():
    assert Satu(pendidikan=TingkatPendidikan.SD, golongan=1).status is T


@pytest.mark.parametrize(
    ("ganti", "status", "alasan"),
    [
        ({"jenis_pegawai": 2, "status_kepegawaian": 3}, T, None),
        ({"status_kepegawaian": 1}, T, None),
        ({"status_kepegawaian": None}, P, "data_kepegawaian"),
        ({"jenis_pegawai": None, "status_kepegawaian": None}, P, "data_kepegawaian"),
        ({"golongan": None}, P, "data_golongan"),
        ({"pendidikan": None}, P, "ijazah"),
        ({"kedudukan_hukum": None}, P, "kedudukan_hukum"),
        ({"jenis_jabatan": None, "jenjang": None}, M, None),
        ({"jenis_jabatan": JenisJabatan.STRUKTURAL}, M, None),
    ],
)
def test_who_is_judged_and_which_missing_record_is_named(ganti, status, alasan):
    hasil = Satu(**ganti)
    assert (hasil.status, hasil.alasan) == (status, alasan)
    assert (hasil.sasaran == urut_pns("III/a")) is (alasan in (None, "kedudukan_hukum") and status is not T)
    assert hasil.cepat == (TMT if status is M else None)


def test_while_it_is_unknown_whether_it_applies_only_the_missing_record_is_asked_for():
    for hilang, kode in (("golongan", "data_golongan"), ("pendidikan", "ijazah")):
        hasil = Satu(**{hilang: None})
        assert [k for k in SEMUA if hasil[k] is not T] == [kode]
    keduanya = Satu(golongan=None, pendidikan=None)
    assert [k for k in SEMUA if keduanya[k] is not T] == ["data_golongan"]


@pytest.mark.parametrize("kedudukan", [k for k in KedudukanHukum if k not in (1, 7)])
def test_another_standing_is_not_judged(kedudukan):
    for ganti in ({}, {"pendidikan": None}):
        hasil = Satu(kedudukan_hukum=kedudukan, **ganti)
        assert (hasil.status, hasil.terkemas) == (T, 0)


def test_a_standing_of_penalty_blocks_in_the_closed_row_alone():
    hasil = Satu(kedudukan_hukum=KedudukanHukum.HUKUMAN_DISIPLIN)
    assert (hasil.status, hasil.alasan, hasil["kedudukan_hukum"]) == (B, "hukuman_disiplin", M)


# -- an ijazah whose golongan nobody has verified -------------------------------------------------


@pytest.mark.parametrize(
    ("ijazah", "golongan", "status"),
    [
        ("PROFESI", "III/a", P),
        ("PROFESI", "III/b", T),
        ("SPESIALIS", "III/b", P),
        ("SPESIALIS", "III/c", T),
        ("SUBSPESIALIS", "III/b", P),
        ("SUBSPESIALIS", "III/c", T),
    ],
)
def test_an_unverified_golongan_is_checked_while_it_could_lie_higher(ijazah, golongan, status):
    hasil = Satu(a=BARU, pendidikan=TingkatPendidikan[ijazah], golongan=urut_pns(golongan))
    assert (hasil.status, hasil.sasaran) == (status, 0)
    assert hasil["ijazah"] is status
    assert [k for k in SEMUA if hasil[k] is not T] == (["ijazah"] if status is P else [])


def test_an_ijazah_profesi_decided_before_it_lost_its_verification():
    hasil = Satu(pendidikan=TingkatPendidikan.PROFESI, golongan=urut_pns("III/a"))
    assert (hasil.status, hasil.sasaran) == (M, urut_pns("III/b"))


# -- requirements ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mulai", "status", "cepat"),
    [
        (date(2025, 6, 1), M, TMT),
        (date(2025, 6, 2), B, date(2026, 7, 1)),
        (date(2025, 9, 1), B, date(2026, 9, 1)),
        (None, P, None),
    ],
)
def test_a_year_in_the_pangkat(mulai, status, cepat):
    hasil = Satu(tmt_golongan=mulai)
    assert (hasil["masa_pangkat"], hasil.status, hasil.cepat) == (status, status, cepat)


@pytest.mark.parametrize(
    ("tmt", "p1", "p2", "status", "cepat"),
    [
        (TMT, 4, 1, M, TMT),
        (TMT, 5, None, M, TMT),
        (TMT, 3, 5, B, date(2027, 3, 1)),
        (TMT, None, 5, P, None),
        (date(2027, 3, 1), None, 4, M, date(2027, 3, 1)),
        (date(2027, 3, 1), None, 3, B, date(2027, 4, 1)),
        (date(2027, 4, 1), None, 4, P, None),
    ],
)
def test_predikat_baik_in_the_last_year(tmt, p1, p2, status, cepat):
    hasil = Satu(tmt, predikat_1=p1, predikat_2=p2)
    assert (hasil["predikat_1_tahun"], hasil.status, hasil.cepat) == (status, status, cepat)


@pytest.mark.parametrize(
    ("upkp", "tercakup", "status"),
    [(1, 1, M), (1, None, M), (0, 1, B), (None, 1, B), (None, 0, P), (0, None, P)],
)
def test_the_examination_is_passed_and_its_absence_counts_only_inside_coverage(upkp, tercakup, status):
    hasil = Satu(upkp=upkp, ujian_tercakup=tercakup)
    assert (hasil["upkp"], hasil.status) == (status, status)
    assert hasil.alasan == (None if status is M else "upkp")


@pytest.mark.parametrize(
    ("ganti", "kode", "status", "cepat"),
    [
        ({"hukdis_sampai": date(2026, 8, 31)}, "hukuman_disiplin", B, date(2026, 9, 1)),
        ({"hukdis_sampai": date(2026, 5, 31)}, "hukuman_disiplin", M, TMT),
        ({"disiplin_tercakup": 0}, "hukuman_disiplin", P, None),
        ({"dalam_pemeriksaan": 1}, "pemeriksaan_disiplin", B, None),
        ({"dalam_pemeriksaan": 1, "disiplin_tercakup": 0}, "pemeriksaan_disiplin", B, None),
        ({"dalam_pemeriksaan": 0}, "pemeriksaan_disiplin", M, TMT),
        ({"disiplin_tercakup": None}, "pemeriksaan_disiplin", P, None),
    ],
)
def test_discipline(ganti, kode, status, cepat):
    hasil = Satu(**ganti)
    assert (hasil[kode], hasil.status, hasil.cepat) == (status, status, cepat)


_BUP = [(date(1968, 6, 1), 58, M), (date(1968, 5, 31), 58, B), (date(1968, 6, 1), None, P)]


@pytest.mark.parametrize(("lahir", "bup", "status"), _BUP)
def test_the_age_limit_is_an_estimate(lahir, bup, status):
    hasil = Satu(tanggal_lahir=lahir, bup=bup)
    assert (hasil["belum_bup"], hasil.status, hasil.kurang) == (status, M, 0)


@pytest.mark.parametrize(
    ("jenjang", "status"),
    [(Jenjang.TERAMPIL, B), (Jenjang.AHLI_PERTAMA, M), (Jenjang.MAHIR, M), (Jenjang.PELAKSANA, T), (None, T)],
)
def test_whether_the_jenjang_holds_the_target_is_an_estimate(jenjang, status):
    hasil = Satu(jenis_jabatan=JenisJabatan.FUNGSIONAL, jenjang=jenjang)
    assert (hasil["jenjang_memuat_pangkat"], hasil.status, hasil.kurang) == (status, M, 0)


def test_the_first_reason_is_named_and_all_are_counted():
    hasil = Satu(tmt_golongan=date(2026, 1, 1), predikat_1=3, upkp=0)
    assert (hasil.status, hasil.alasan, hasil.kurang, hasil.cepat) == (B, "masa_pangkat", 3, None)


# -- the numbers are those of the file ------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "nama", "baris", "ganti", "status"),
    [
        ("penyesuaian_ijazah", "bulan_pangkat", {"nilai": 11}, {"tmt_golongan": date(2025, 7, 1)}, M),
        ("penyesuaian_ijazah", "predikat_minimal", {"nilai": "BUTUH_PERBAIKAN"}, {"predikat_1": 3}, M),
        ("penyesuaian_ijazah", "lulus_upkp", {"nilai": False}, {"upkp": 0}, M),
        ("penyesuaian_ijazah", "lulus_upkp", {"conf": "UNV"}, {"upkp": 0}, M),
        (
            "penyesuaian_ijazah",
            "jenjang_membatasi",
            {"nilai": True, "conf": "V1"},
            {"jenjang": Jenjang.TERAMPIL},
            B,
        ),
        ("kenaikan_pangkat", "pemeriksaan_memblokir", {"nilai": False}, {"dalam_pemeriksaan": 1}, M),
        (
            "kenaikan_pangkat",
            "bup_memblokir",
            {"nilai": True, "conf": "V1"},
            {"tanggal_lahir": date(1960, 1, 1)},
            B,
        ),
    ],
)
def test_every_number_and_switch_is_that_of_the_file(kode, nama, baris, ganti, status):
    assert Satu(**ganti).status is (B if status is M else M)
    assert Satu(a=aturan_lain(kode, nama, **baris), **ganti).status is status


def test_what_the_rule_cannot_judge_is_refused_and_named():
    with pytest.raises(DomainError, match="tahun_predikat dengan 2"):
        susun_penyesuaian(aturan_lain("penyesuaian_ijazah", "tahun_predikat", nilai=2))


def test_the_numbers_compiled():
    p = susun_penyesuaian(BARU)
    assert (p.bulan_pangkat, p.predikat_minimal) == (12, Predikat.BAIK)
    assert (p.upkp_mengikat, p.jenjang_mengikat) == (True, False)
    assert (p.awal[TingkatPendidikan.PROFESI], p.batas[TingkatPendidikan.PROFESI]) == (-1, urut_pns("III/b"))
    assert (p.awal[TingkatPendidikan.SPESIALIS], p.batas[TingkatPendidikan.SPESIALIS]) == (
        -1,
        urut_pns("III/c"),
    )
    assert (p.awal[TingkatPendidikan.S3], p.awal[0], p.batas[0]) == (urut_pns("III/c"), -1, -1)


def test_an_old_regime_ends_on_a_period_of_that_regime():
    a = aturan_per(date(2025, 3, 1))
    hasil = Satu(date(2025, 6, 1), a=a, tmt_golongan=date(2024, 8, 15))
    assert (hasil.status, hasil.cepat) == (B, date(2025, 10, 1))


@given(st.sampled_from([*TingkatPendidikan]), st.integers(1, 17), st.sampled_from([*Predikat, None]))
@settings(max_examples=150, deadline=None)
def test_a_missing_fact_never_passes_and_a_target_lies_above_the_present_golongan(ijazah, golongan, predikat):
    f = Fakta.satu(**(ORANG | {"pendidikan": ijazah, "golongan": golongan, "predikat_1": predikat}))
    for a in (A, BARU):
        hasil = putuskan_penyesuaian(f, a, tmt=TMT)
        assert hasil.sasaran[0] == 0 or hasil.sasaran[0] > golongan
        for nama in ("predikat_1", "tmt_golongan", "pendidikan", "golongan"):
            assert putuskan_penyesuaian(f.ganti(**{nama: _kosong(f, nama)}), a, tmt=TMT).status[0] != M


def _kosong(f, nama):
    kolom = getattr(f, nama)
    return type(kolom)(kolom.nilai, np.zeros(1, dtype=np.bool_))
