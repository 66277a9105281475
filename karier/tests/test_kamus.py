"""Stored outcomes as sentences in Bahasa, the same for every surface."""

from dataclasses import replace
from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.syarat import Status
from karier.enums import Pelaku
from karier.kamus import HasilSatu, di_puncak, jelaskan, judul_syarat, putusan
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.rules.pangkat import target_tmt
from karier.tests.golden.susun import fakta_emas, versi_terbaru
from karier.tests.orang import JF, PELAKSANA
from pegawai.enums import JenisJabatan, Jenjang, TingkatPendidikan

A = aturan_per(date(2026, 11, 21))
PER = date(2026, 11, 21)
TMT = date(2027, 1, 1)
BUKAN_KATA_KITA = ("gagal", "valid", "wajib diisi", "mohon", "maaf", "none", "nan", "status.")


def hasil(dasar, **ganti):
    f = Fakta.satu(**(dasar | ganti))
    return HasilSatu.dari(putuskan_seluruh(f, A, per=PER, tmt=TMT), f, A, tmt=TMT, per=PER)


def baca(kode, dasar, **ganti):
    return next(s for s in jelaskan(hasil(dasar, **ganti)) if s.kode == kode)


@pytest.mark.parametrize(
    ("kode", "dasar", "ganti", "tanda", "nilai", "perlu", "tindakan"),
    [
        ("angka_kredit", JF, {"ak_sah": 4250}, "Belum \N{EN DASH} kurang 7,5", "42,5", "50", "memberi 12,5"),
        (
            "angka_kredit",
            JF,
            {"ak_sah": 4250, "ak_draf": 1250},
            "Belum \N{EN DASH} kurang 7,5",
            "42,5",
            "50",
            "menjadi 55",
        ),
        ("angka_kredit", JF, {"ak_sah": 5063}, "Terpenuhi", "50,63", "50", ""),
        (
            "angka_kredit",
            JF,
            {"ak_sah": None},
            "Perlu diperiksa BKPSDM",
            "belum dicatat",
            "50",
            "diperlukan PAK dalam jenjang sekarang, sesudah kenaikan pangkat terakhir (TMT",
        ),
        (
            "masa_pangkat",
            PELAKSANA,
            {"tmt_golongan": date(2023, 4, 1)},
            "Belum \N{EN DASH} kurang 3 bulan",
            "3 tahun 9 bulan",
            "4 tahun",
            "Menunggu sampai 1 April 2027.",
        ),
        ("masa_pangkat", JF, {}, "Terpenuhi", "2 tahun 7 bulan", "2 tahun", ""),
        (
            "masa_pangkat",
            JF,
            {"tmt_golongan": None},
            "Perlu diperiksa BKPSDM",
            "belum dicatat",
            "2 tahun",
            "TMT pangkat",
        ),
        ("predikat_2_tahun", JF, {}, "Terpenuhi", "2025 Baik, 2026 Baik", "paling rendah Baik", ""),
        (
            "predikat_2_tahun",
            JF,
            {"predikat_1": None, "predikat_3": 5},
            "Terpenuhi",
            "2024 Sangat Baik, 2025 Baik (tahun 2026 belum dinilai)",
            "paling rendah Baik",
            "",
        ),
        (
            "predikat_2_tahun",
            JF,
            {"predikat_2": 2},
            "Belum \N{EN DASH} kurang predikat tahun 2025",
            "2025 Kurang, 2026 Baik",
            "paling rendah Baik",
            "langkah perbaikan",
        ),
        (
            "predikat_2_tahun",
            JF,
            {"predikat_2": None},
            "Perlu diperiksa BKPSDM",
            "2025 belum ditetapkan, 2026 Baik",
            "paling rendah Baik",
            "penilaian tahun 2025",
        ),
        (
            "jenjang_memuat_pangkat",
            JF,
            {"golongan": 10},
            "Belum",
            "Ahli Pertama",
            "memuat Penata (III/c)",
            "Naik jenjang ke Ahli Muda",
        ),
        (
            "pangkat_tertinggi",
            PELAKSANA,
            {"golongan": 12},
            "Belum",
            "Pembina (IV/a)",
            "paling tinggi Penata Tingkat I (III/d)",
            "pendidikan lebih tinggi",
        ),
        ("ujian_dinas", PELAKSANA, {}, "Tidak berlaku", "", "", ""),
        (
            "ujian_dinas",
            PELAKSANA,
            {"golongan": 8, "pendidikan": TingkatPendidikan.SLTA},
            "Belum",
            "tidak ada kelulusan",
            "lulus ujian dinas tingkat I",
            "Daftar ujian dinas",
        ),
        (
            "hukuman_disiplin",
            JF,
            {"hukdis_sampai": date(2027, 3, 31)},
            "Belum",
            "sedang dijalani",
            "tidak ada",
            "31 Maret 2027",
        ),
        (
            "hukuman_disiplin",
            JF,
            {"disiplin_tercakup": 0},
            "Perlu diperiksa BKPSDM",
            "belum dapat",
            "tidak ada",
            "lengkap",
        ),
        (
            "pemeriksaan_disiplin",
            JF,
            {"dalam_pemeriksaan": 1},
            "Belum",
            "sedang diperiksa",
            "tidak ada",
            "Tunggu hasil",
        ),
        (
            "belum_bup",
            JF,
            {},
            "Terpenuhi (perkiraan, belum terverifikasi)",
            "usia 58 tahun pada 1 Januari 2048",
            "1 Januari 2027",
            "",
        ),
        (
            "data_jabatan",
            PELAKSANA,
            {"jenis_jabatan": None},
            "Perlu diperiksa BKPSDM",
            "belum dicatat",
            "tercatat",
            "SK jabatan",
        ),
        (
            "kedudukan_hukum",
            PELAKSANA,
            {"kedudukan_hukum": None},
            "Perlu diperiksa BKPSDM",
            "belum dicatat",
            "Aktif",
            "mencatat",
        ),
    ],
)
def test_each_requirement_says_value_need_and_what_to_do(kode, dasar, ganti, tanda, nilai, perlu, tindakan):
    syarat = baca(kode, dasar, **ganti)
    assert syarat.tanda == tanda
    assert nilai in syarat.nilai
    assert perlu in syarat.perlu
    assert tindakan in syarat.tindakan
    assert bool(tindakan) is bool(syarat.tindakan)
    assert bool(syarat.pelaku_teks) is bool(syarat.tindakan)


def test_what_needs_checking_is_the_work_of_bkpsdm():
    syarat = baca("masa_pangkat", JF, tmt_golongan=None)
    assert (syarat.pelaku, syarat.pelaku_teks) == (Pelaku.BKPSDM, "BKPSDM")


def test_a_requirement_names_its_law_and_its_source():
    syarat = baca("angka_kredit", JF)
    assert "PerBKN 3/2023" in syarat.dasar_hukum
    assert "konversi" in syarat.sumber


def test_waiting_has_a_date():
    assert baca("masa_pangkat", PELAKSANA, tmt_golongan=date(2023, 4, 1)).paling_cepat == date(2027, 4, 1)
    assert baca("hukuman_disiplin", JF, hukdis_sampai=date(2027, 3, 31)).paling_cepat == date(2027, 4, 1)


def test_requirements_of_the_other_path_are_left_out():
    assert not {"pangkat_tertinggi", "ujian_dinas", "puncak"} & {s.kode for s in jelaskan(hasil(JF))}
    assert not {"angka_kredit", "jenjang_memuat_pangkat"} & {s.kode for s in jelaskan(hasil(PELAKSANA))}


def test_a_reader_without_the_right_sees_nothing_of_discipline():
    h = hasil(JF, hukdis_sampai=date(2027, 3, 31))
    assert not [s for s in jelaskan(h, boleh_khusus=False) if "disiplin" in s.kode]
    tertutup = putusan(h, boleh_khusus=False)
    assert "disiplin" not in f"{tertutup.judul}{tertutup.kalimat}{tertutup.langkah}".lower()
    assert "hukuman" in putusan(h).langkah


@pytest.mark.parametrize(
    ("dasar", "ganti", "judul", "langkah"),
    [
        (JF, {}, "Sudah memenuhi", "antara 16 November 2026 dan 15 Desember 2026"),
        (JF, {"ak_sah": 4250}, "Kurang 1 hal", "Selesaikan evaluasi kinerja"),
        (
            JF,
            {"ak_sah": 4250, "tmt_golongan": date(2025, 8, 1)},
            "Kurang 2 hal",
            "Selesaikan evaluasi kinerja",
        ),
        (PELAKSANA, {"tmt_golongan": date(2023, 4, 1)}, "Kurang 1 hal", "1 April 2027"),
        (PELAKSANA, {"jenis_jabatan": None}, "Belum dapat dinilai", "Sampaikan SK jabatan"),
        (PELAKSANA, {"jenis_jabatan": JenisJabatan.RANGKAP}, "Jalur ini belum dihitung sistem", "BKPSDM"),
        (PELAKSANA, {"jenis_pegawai": 2, "status_kepegawaian": 3}, "Tidak berlaku", ""),
        (PELAKSANA, {"status_kepegawaian": 1}, "Tidak berlaku", ""),
        (PELAKSANA, {"golongan": 17}, "Sudah di pangkat tertinggi", "jabatan lain"),
        (JF, {"golongan": 12, "jenjang": Jenjang.PENYELIA}, "Sudah di pangkat tertinggi", "jabatan lain"),
    ],
)
def test_the_verdict_has_one_title_and_one_next_step(dasar, ganti, judul, langkah):
    hasil_putusan = putusan(hasil(dasar, **ganti))
    assert hasil_putusan.judul == judul
    assert langkah in hasil_putusan.langkah
    assert hasil_putusan.kalimat


def test_pppk_and_cpns_are_told_different_things():
    pppk = putusan(hasil(PELAKSANA, jenis_pegawai=2, status_kepegawaian=3)).kalimat
    cpns = putusan(hasil(PELAKSANA, status_kepegawaian=1)).kalimat
    assert "PPPK" in pppk
    assert "diangkat menjadi PNS" in cpns


def test_the_stored_status_is_explained_and_never_computed_again():
    # The facts say 50, the record says BELUM: the record wins.
    h = hasil(JF)
    dipaksa = replace(h, syarat=h.syarat | 3 << 2 * 8, status=int(Status.BELUM))
    syarat = next(s for s in jelaskan(dipaksa) if s.kode == "angka_kredit")
    assert syarat.status is Status.BELUM
    assert putusan(dipaksa).judul == "Kurang 1 hal"


def test_an_outcome_whose_rules_are_gone_is_refused():
    h = replace(hasil(JF), versi_aturan={"jp": {"berlaku_mulai": "2023-01-01", "sha256": "0" * 64}})
    with pytest.raises(DomainError, match="tidak sama"):
        jelaskan(h)


@pytest.mark.lambat
def test_every_golden_person_reads_well():
    f = fakta_emas()
    for per, a in versi_terbaru().items():
        tmt = target_tmt(per, a)
        h = putuskan_seluruh(f, a, per=per, tmt=tmt)
        for i in range(len(f)):
            satu = HasilSatu.dari(h, f, a, tmt=tmt, per=per, indeks=i)
            p, daftar = putusan(satu), jelaskan(satu)
            teks = " ".join(
                [p.judul, p.kalimat, p.langkah, *(f"{s.tanda} {s.nilai} {s.tindakan}" for s in daftar)]
            )
            assert not [k for k in BUKAN_KATA_KITA if k in teks.lower()], teks
            kurang = [s for s in daftar if s.status in (Status.BELUM, Status.PERLU_VERIFIKASI)]
            assert all(s.tindakan for s in kurang)
            assert [s.kode for s in kurang if not s.pelaku_teks] == ["puncak"] * di_puncak(satu)
            assert bool([s for s in kurang if s.mengikat]) is (
                p.status in (Status.BELUM, Status.PERLU_VERIFIKASI)
            )


def test_titles_are_known_by_code():
    assert judul_syarat("angka_kredit") == "Angka kredit"
