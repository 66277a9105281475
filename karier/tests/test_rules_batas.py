"""No input is unbounded: the smallest and the largest value that each kind of number takes."""

from decimal import Decimal

import pytest

from asn_karier.lib.errors import DomainError
from karier.rules.topik import TOPIK

#: Topic, input, the smallest value, the largest value.
BATAS = [
    ("kp_reguler", "tahun_pangkat", 0, 60),
    ("kp_reguler", "bulan_pangkat", 0, 720),
    ("kp_reguler", "tahun", 1945, 2200),
    ("kp_jf", "ak", 0, 100_000),
    ("promosi_pengawas", "tahun_pelaksana", 0, 100),
    ("kenaikan_jenjang_jf", "ak", 0, 100_000),
    ("kenaikan_jenjang_jf", "lowongan", 0, 100_000),
    ("kgb_syarat", "mkg_bulan", 0, 1200),
    ("kgb_berikut", "mkg_bulan", 0, 1200),
    ("satyalancana", "masa_kerja_tahun", 0, 100),
    ("satyalancana", "masa_kerja_bulan", 0, 1200),
    ("lama_jabatan_skor", "tahun", 0, 100),
    ("jpm_seleksi", "jpm", 0, 500),
    ("asesmen_berlaku", "tahun_asesmen", 1945, 2200),
    ("gap_kompetensi", "syarat", 1, 5),
    ("gap_kompetensi", "capaian", 0, 5),
    ("ipasn_kompetensi_teknis_bawah_20jp", "jp", 0, 1_000_000),
    ("ipasn_kategori", "nilai", 0, 100),
    ("menit_ke_jp", "menit", 0, 1_000_000),
    ("hak_20_jp_pns", "jp_tahun", 0, 1_000_000),
    ("pola_distribusi_kuota", "n", 0, 1_000_000),
    ("ak_tahunan", "bulan", 0, 12),
    ("ak_periodik", "bulan", 0, 720),
    ("ak_kurang", "ak", 0, 1_000_000),
    ("ak_pengawas_3_tahun", "tahun", 0, 60),
    ("ak_penyesuaian_bucket", "bulan", 0, 720),
    ("absen_kumulatif", "hari_kerja", 0, 366),
    ("bup_tanggal", "bup", 45, 80),
]


@pytest.mark.parametrize(("kode", "bidang", "terendah", "tertinggi"), BATAS, ids=lambda n: str(n))
def test_the_last_number_is_read_and_the_next_is_refused(
    kode: str, bidang: str, terendah: int, tertinggi: int
) -> None:
    isian = TOPIK[kode].isian[bidang]
    assert (isian.baca(terendah), isian.baca(tertinggi)) == (terendah, tertinggi)
    for luar in (terendah - 1, tertinggi + 1, Decimal(tertinggi) + Decimal("0.5")):
        with pytest.raises(DomainError):
            isian.baca(luar)


def test_how_many_have_each_predikat_is_bounded_too() -> None:
    isian = TOPIK["pola_distribusi"].isian["jumlah"]
    assert sum(isian.baca({"SB": 1_000_000}).values()) == 1_000_000
    with pytest.raises(DomainError):
        isian.baca({"SB": 1_000_001})
