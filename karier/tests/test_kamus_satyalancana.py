"""Satyalancana in words."""

from datetime import date

import pytest

from karier.tests.test_kamus_hak import DASH, SATYA, TERBUKA, baca

SELESAI = (
    "Putuskan bersama pejabat yang berwenang: hukuman sedang atau berat sudah selesai, dan "
    "sumber aturan berbeda tentang akibatnya (tidak dapat lagi, atau masa kerja dihitung ulang)."
)


@pytest.mark.parametrize(
    ("kode", "ganti", "tanda", "nilai", "perlu", "tindakan"),
    [
        (
            "masa_kerja_satya",
            {},
            "Terpenuhi",
            "10 tahun 3 bulan pada 15 Juni 2026",
            "10 tahun, untuk Satyalancana Karya Satya X (perunggu)",
            "",
        ),
        (
            "masa_kerja_satya",
            {"satyalancana": 20},
            f"Belum {DASH} kurang 19 tahun 9 bulan",
            "10 tahun 3 bulan pada 15 Juni 2026",
            "30 tahun, untuk Satyalancana Karya Satya XXX (emas)",
            "Menunggu sampai 1 Maret 2046, saat masa kerja pegawai ini genap 30 tahun.",
        ),
        (
            "masa_kerja_satya",
            {"tmt_cpns": None},
            "Perlu diperiksa BKPSDM",
            "belum dicatat",
            "10 tahun, untuk Satyalancana Karya Satya X (perunggu)",
            "Catat TMT CPNS menurut SK CPNS pegawai ini.",
        ),
        (
            "tidak_pernah_hukuman",
            {},
            "Terpenuhi",
            "tidak pernah",
            "tidak pernah sedang atau berat",
            "",
        ),
        (
            "tidak_pernah_hukuman",
            {"hukdis_terberat": 3, "hukdis_terakhir": TERBUKA},
            "Belum",
            "sedang dijalani",
            "tidak pernah sedang atau berat",
            "Jangan usulkan selama hukuman dijalani; sesudahnya diputuskan pejabat yang berwenang.",
        ),
        (
            "tidak_pernah_hukuman",
            {"hukdis_terberat": 3, "hukdis_terakhir": date(2020, 1, 31)},
            "Perlu diperiksa BKPSDM",
            "pernah, berat, selesai 31 Januari 2020",
            "tidak pernah sedang atau berat",
            SELESAI,
        ),
        (
            "tidak_pernah_hukuman",
            {"hukdis_terberat": 2},
            "Perlu diperiksa BKPSDM",
            "pernah, sedang",
            "tidak pernah sedang atau berat",
            SELESAI,
        ),
        (
            "tidak_pernah_hukuman",
            {"hukdis_terberat": 1, "disiplin_sejak": date(2020, 1, 1)},
            "Perlu diperiksa BKPSDM",
            "belum dapat dipastikan",
            "tidak pernah sedang atau berat",
            "Nyatakan daftar hukuman disiplin lengkap sejak 1 Maret 2016 (TMT CPNS).",
        ),
        (
            "tidak_pernah_hukuman",
            {"tmt_cpns": None},
            "Perlu diperiksa BKPSDM",
            "belum dapat dipastikan",
            "tidak pernah sedang atau berat",
            "Nyatakan daftar hukuman disiplin lengkap sejak TMT CPNS.",
        ),
        ("tidak_pernah_cltn", {}, "Terpenuhi", "tidak pernah", "tidak pernah", ""),
        (
            "tidak_pernah_cltn",
            {"pernah_cltn": 1},
            "Belum",
            "pernah",
            "tidak pernah",
            "Satyalancana diberikan bila tidak pernah CLTN; bila catatan ini keliru, perbaiki.",
        ),
        (
            "tidak_pernah_cltn",
            {"pernah_cltn": None},
            "Perlu diperiksa BKPSDM",
            "belum dapat dipastikan",
            "tidak pernah",
            "Nyatakan riwayat CLTN pegawai ini lengkap.",
        ),
    ],
)
def test_each_requirement_of_satyalancana_says_value_need_and_what_to_do(
    kode, ganti, tanda, nilai, perlu, tindakan
):
    s = baca(SATYA, kode, **ganti)
    assert (s.tanda, s.nilai, s.perlu, s.tindakan) == (tanda, nilai, perlu, tindakan)
    assert bool(s.pelaku_teks) is bool(s.tindakan)
