"""KGB and Satyalancana in words, for the person and for HR."""

from datetime import date
from string import Formatter

import pytest

from asn_karier.lib.syarat import TANPA_AKHIR
from karier.enums import JenisPutusan, Pelaku
from karier.kamus import HasilSatu, Pembaca, jelaskan, judul_syarat, kalimat_hak
from karier.kamus.kalimat import Kalimat
from karier.kamus.rincian_putusan import penjelas
from karier.rules.daftar import MENURUT_JENIS
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.rules.pangkat import target_tmt
from karier.tests.orang_hak import ORANG, PER, A
from kinerja.enums import Predikat
from pegawai.enums import KedudukanHukum
from pegawai.rules.golongan import urut_pns

KGB, SATYA = JenisPutusan.KGB, JenisPutusan.SATYALANCANA
TERBUKA = TANPA_AKHIR.item()
HUKUMAN = KedudukanHukum.HUKUMAN_DISIPLIN
SEMUA = {n: k for n, k in vars(kalimat_hak).items() if isinstance(k, Kalimat)}
DASH = "\N{EN DASH}"


def hasil(per=PER, **ganti):
    f = Fakta.satu(**(ORANG | ganti))
    tmt = target_tmt(per, A)
    return HasilSatu.dari(putuskan_seluruh(f, A, per=per, tmt=tmt), f, A, tmt=tmt, per=per)


def baca(jenis, kode, *, pembaca=Pembaca.PENGELOLA, per=PER, **ganti):
    return next(s for s in jelaskan(hasil(per, **ganti), jenis=jenis, pembaca=pembaca) if s.kode == kode)


@pytest.mark.parametrize(
    ("kode", "ganti", "tanda", "nilai", "perlu", "tindakan"),
    [
        (
            "masa_kerja",
            {},
            "Belum waktunya",
            "4 tahun pada 1 Maret 2028",
            "langkah masa kerja golongan setiap 2 tahun; pemberitahuan paling lambat 1 Januari 2028",
            "",
        ),
        (
            "masa_kerja",
            {"mkg_bulan": None},
            "Perlu diperiksa BKPSDM",
            "belum dicatat",
            "langkah masa kerja golongan setiap 2 tahun",
            "Catat golongan, TMT, dan masa kerja golongan pada SK pangkat terakhir pegawai ini.",
        ),
        (
            "masa_kerja",
            {"golongan": urut_pns("I/c"), "mkg_bulan": 36},
            "Perlu diperiksa BKPSDM",
            "7 tahun pada 1 Maret 2028 (perkiraan)",
            "langkah masa kerja golongan setiap 2 tahun",
            (
                "Periksa SK KGB terakhir pegawai ini: langkah masa kerja golongan I/c belum terverifikasi, "
                "perkiraan KGB berikut 1 Maret 2028."
            ),
        ),
        (
            "predikat_kgb",
            {"predikat_1": Predikat.BUTUH_PERBAIKAN},
            "Terpenuhi",
            "2025 Butuh Perbaikan",
            "paling rendah Butuh Perbaikan pada penilaian terakhir",
            "",
        ),
        (
            "predikat_kgb",
            {"predikat_1": Predikat.KURANG},
            f"Belum {DASH} kurang predikat tahun 2025",
            "2025 Kurang",
            "paling rendah Butuh Perbaikan pada penilaian terakhir",
            (
                "Pegawai ini dan atasannya menyusun langkah perbaikan. KGB ditunda, setiap kali paling lama "
                "1 tahun; penilaian berikutnya dihitung mulai 1 Maret 2027."
            ),
        ),
        (
            "predikat_kgb",
            {"predikat_1": None},
            "Perlu diperiksa BKPSDM",
            "2025 belum ditetapkan",
            "paling rendah Butuh Perbaikan pada penilaian terakhir",
            "Minta atasannya menetapkan penilaian tahun 2025, atau catat hasilnya.",
        ),
        ("hukuman_disiplin", {}, "Terpenuhi", "tidak ada", "tidak ada", ""),
        (
            "hukuman_disiplin",
            {"hukdis_sampai": date(2026, 8, 31)},
            "Belum",
            "sedang dijalani",
            "tidak ada",
            "Tunda KGB yang jatuh sampai hukuman selesai pada 31 Agustus 2026, lalu nilai lagi.",
        ),
        (
            "hukuman_disiplin",
            {"hukdis_sampai": TERBUKA},
            "Belum",
            "sedang dijalani",
            "tidak ada",
            "Catat tanggal berakhirnya.",
        ),
        (
            "hukuman_disiplin",
            {"kedudukan_hukum": HUKUMAN, "hukdis_sampai": date(2026, 6, 14)},
            "Belum",
            "sedang dijalani",
            "tidak ada",
            (
                "Kedudukan hukum pegawai ini tercatat menjalani hukuman disiplin. Catat tanggal berakhirnya, "
                "atau perbarui kedudukan hukum bila hukumannya sudah selesai."
            ),
        ),
        (
            "hukuman_disiplin",
            {"disiplin_tercakup": 0},
            "Perlu diperiksa BKPSDM",
            "belum dapat dipastikan",
            "tidak ada",
            "Nyatakan daftar hukuman disiplin lengkap untuk tanggal ini.",
        ),
        ("kedudukan_hukum", {}, "Terpenuhi", "Aktif", "Aktif", ""),
        ("kedudukan_hukum", {"kedudukan_hukum": HUKUMAN}, "Terpenuhi", "Aktif", "Aktif", ""),
        (
            "kedudukan_hukum",
            {"kedudukan_hukum": None},
            "Perlu diperiksa BKPSDM",
            "belum dicatat",
            "Aktif",
            "Catat kedudukan hukum pegawai ini.",
        ),
        (
            "kedudukan_hukum",
            {"kedudukan_hukum": KedudukanHukum.TUGAS_BELAJAR},
            "Perlu diperiksa BKPSDM",
            "Tugas belajar",
            "Aktif",
            "Periksa hak KGB pegawai ini: pengaruh kedudukan hukum ini belum terverifikasi.",
        ),
        (
            "tabel_gaji",
            {},
            "Terpenuhi (perkiraan, belum terverifikasi)",
            "4 tahun pada 1 Maret 2028",
            "paling lama 32 tahun",
            "",
        ),
        (
            "tabel_gaji",
            {"mkg_bulan": 400},
            "Belum (perkiraan, belum terverifikasi)",
            "36 tahun pada 1 November 2026",
            "paling lama 32 tahun",
            "Periksa tabel gaji: masa kerja ini mungkin sudah melewati barisnya yang terakhir.",
        ),
        (
            "belum_bup",
            {},
            "Terpenuhi (perkiraan, belum terverifikasi)",
            "usia 58 tahun pada 1 Januari 2048",
            "belum pensiun saat KGB, 1 Maret 2028",
            "",
        ),
        (
            "belum_bup",
            {"tanggal_lahir": date(1968, 2, 29)},
            "Belum (perkiraan, belum terverifikasi)",
            "usia 58 tahun pada 1 Maret 2026",
            "belum pensiun saat KGB, 1 Maret 2028",
            "Periksa tanggal pensiunnya: KGB ini jatuh sesudah batas usia pensiun.",
        ),
        (
            "belum_bup",
            {"bup": None},
            "Perlu diperiksa BKPSDM (perkiraan, belum terverifikasi)",
            "belum dicatat",
            "belum pensiun saat KGB, 1 Maret 2028",
            "Lengkapi tanggal lahir dan batas usia pensiun jabatannya.",
        ),
    ],
)
def test_each_requirement_of_a_kgb_says_value_need_and_what_to_do(kode, ganti, tanda, nilai, perlu, tindakan):
    s = baca(KGB, kode, **ganti)
    assert (s.tanda, s.nilai, s.perlu, s.tindakan) == (tanda, nilai, perlu, tindakan)
    assert bool(s.pelaku_teks) is bool(s.tindakan)


@pytest.mark.parametrize(
    ("jenis", "kode", "ganti", "harap"),
    [
        (KGB, "masa_kerja", {}, date(2028, 3, 1)),
        (KGB, "predikat_kgb", {"predikat_1": Predikat.KURANG}, date(2027, 3, 1)),
        (KGB, "hukuman_disiplin", {"hukdis_sampai": date(2026, 8, 31)}, date(2026, 9, 1)),
        (KGB, "hukuman_disiplin", {"hukdis_sampai": TERBUKA}, None),
        (SATYA, "masa_kerja_satya", {"satyalancana": 10}, date(2036, 3, 1)),
        (SATYA, "masa_kerja_satya", {}, None),
    ],
)
def test_waiting_has_a_date(jenis, kode, ganti, harap):
    assert baca(jenis, kode, **ganti).paling_cepat == harap


@pytest.mark.parametrize(
    ("jenis", "kode", "ganti", "pelaku"),
    [
        (KGB, "hukuman_disiplin", {"hukdis_sampai": TERBUKA}, Pelaku.BKPSDM),
        (KGB, "hukuman_disiplin", {"kedudukan_hukum": HUKUMAN}, Pelaku.BKPSDM),
        (KGB, "hukuman_disiplin", {"hukdis_sampai": date(2026, 8, 31)}, Pelaku.WAKTU),
        (KGB, "belum_bup", {"tanggal_lahir": date(1960, 1, 1)}, Pelaku.BKPSDM),
        (KGB, "predikat_kgb", {"predikat_1": Predikat.KURANG}, Pelaku.ATASAN),
        (SATYA, "masa_kerja_satya", {"satyalancana": 10}, Pelaku.WAKTU),
    ],
)
def test_who_acts_is_named(jenis, kode, ganti, pelaku):
    assert baca(jenis, kode, **ganti).pelaku is pelaku


def test_an_overdue_assessment_is_named_by_the_year_that_ended():
    isi = {"per": date(2026, 11, 21), "predikat_1": None, "predikat_2": None}
    assert baca(KGB, "predikat_kgb", **isi).nilai == "2025 belum ditetapkan"
    assert baca(KGB, "predikat_kgb", **(isi | {"predikat_2": 4})).nilai == "2025 Baik"


@pytest.mark.parametrize("tmt", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_record_at_either_end_of_the_calendar_can_be_told(tmt):
    for jenis in (KGB, SATYA):
        for s in jelaskan(hasil(tmt_golongan=tmt, tmt_cpns=tmt, tanggal_lahir=tmt), jenis=jenis):
            assert s.perlu


def test_the_person_and_hr_are_spoken_to_differently():
    for jenis, kode, ganti in (
        (KGB, "masa_kerja", {"mkg_bulan": None}),
        (SATYA, "tidak_pernah_cltn", {"pernah_cltn": None}),
        (SATYA, "masa_kerja_satya", {"satyalancana": 10}),
    ):
        pegawai = baca(jenis, kode, pembaca=Pembaca.PEGAWAI, **ganti).tindakan
        pengelola = baca(jenis, kode, **ganti).tindakan
        assert pegawai != pengelola
        assert "pegawai ini" not in pegawai
        assert "Anda" not in pengelola


@pytest.mark.parametrize("nama", SEMUA)
def test_both_readers_get_the_same_facts_and_each_their_own_address(nama):
    k = SEMUA[nama]
    isian = [{bagian for _, bagian, _, _ in Formatter().parse(teks) if bagian} for teks in k]
    assert isian[0] == isian[1]
    assert "pegawai ini" not in k.pegawai.lower()
    assert not [kata for kata in ("Anda", "BKPSDM") if kata in k.pengelola]


def test_nobody_without_the_right_reads_of_discipline_or_leave():
    for jenis in (KGB, SATYA):
        terbuka = jelaskan(hasil(hukdis_sampai=TERBUKA), jenis=jenis, boleh_khusus=False)
        assert not [s.kode for s in terbuka if "hukuman" in s.kode or "cltn" in s.kode]
        assert not [s for s in terbuka if "hukuman disiplin" in f"{s.nilai}{s.tindakan}".lower()]


def test_who_is_not_judged_gets_no_rows():
    for jenis in (KGB, SATYA):
        assert jelaskan(hasil(jenis_pegawai=2, status_kepegawaian=3), jenis=jenis) == []


def test_every_requirement_has_a_name_a_law_and_words():
    for jenis in (KGB, SATYA):
        for baris in MENURUT_JENIS[jenis]:
            assert judul_syarat(baris.kode)
            assert penjelas(jenis, baris.kode)
        for s in jelaskan(hasil(), jenis=jenis):
            assert s.dasar_hukum
            assert s.sumber
