"""No input is unbounded: the largest value each kind of number takes, and that one more is refused."""

from decimal import Decimal

import pytest

from asn_karier.lib.errors import DomainError
from karier.rules.topik import TOPIK

#: Topic, input, the largest value.
BATAS = [
    ("kp_reguler", "tahun_pangkat", 60),
    ("kp_reguler", "bulan_pangkat", 720),
    ("kp_reguler", "tahun", 2200),
    ("kp_jf", "ak", 100_000),
    ("promosi_pengawas", "tahun_pelaksana", 100),
    ("kenaikan_jenjang_jf", "ak", 100_000),
    ("kenaikan_jenjang_jf", "lowongan", 100_000),
    ("kgb_syarat", "mkg_bulan", 1200),
    ("kgb_berikut", "mkg_bulan", 1200),
    ("satyalancana", "masa_kerja_tahun", 100),
    ("satyalancana", "masa_kerja_bulan", 1200),
    ("lama_jabatan_skor", "tahun", 100),
    ("jpm_seleksi", "jpm", 500),
    ("asesmen_berlaku", "tahun_asesmen", 2200),
    ("gap_kompetensi", "syarat", 5),
    ("gap_kompetensi", "capaian", 5),
    ("ipasn_kompetensi_teknis_bawah_20jp", "jp", 1_000_000),
    ("ipasn_kategori", "nilai", 100),
    ("menit_ke_jp", "menit", 1_000_000),
    ("hak_20_jp_pns", "jp_tahun", 1_000_000),
    ("pola_distribusi_kuota", "n", 1_000_000),
    ("ak_tahunan", "bulan", 12),
    ("ak_periodik", "bulan", 720),
    ("ak_kurang", "ak", 1_000_000),
    ("ak_pengawas_3_tahun", "tahun", 60),
    ("ak_penyesuaian_bucket", "bulan", 720),
    ("absen_kumulatif", "hari_kerja", 366),
    ("bup_tanggal", "bup", 80),
]


@pytest.mark.parametrize(("kode", "bidang", "tertinggi"), BATAS, ids=lambda n: str(n))
def test_the_largest_number_is_read_and_one_more_is_refused(kode: str, bidang: str, tertinggi: int) -> None:
    isian = TOPIK[kode].isian[bidang]
    assert isian.baca(tertinggi) == tertinggi
    for lebih in (tertinggi + 1, Decimal(tertinggi) + Decimal("0.5")):
        with pytest.raises(DomainError):
            isian.baca(lebih)


def test_how_many_have_each_predikat_is_bounded_too() -> None:
    isian = TOPIK["pola_distribusi"].isian["jumlah"]
    assert sum(isian.baca({"SB": 1_000_000}).values()) == 1_000_000
    with pytest.raises(DomainError):
        isian.baca({"SB": 1_000_001})
