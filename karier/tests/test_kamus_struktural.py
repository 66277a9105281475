"""Words of kenaikan pangkat pilihan struktural."""

from datetime import date
from typing import Any

import pytest

from karier.enums import Pelaku
from karier.kamus import HasilSatu, Pembaca, SyaratTerbaca, jelaskan, kalimat_kurang, putusan
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.tests.orang import PELAKSANA, STRUKTURAL, TMT, A
from pegawai.enums import Eselon, JenisJabatan, Jenjang, KedudukanHukum
from pegawai.rules.golongan import urut_pns

PER = date(2026, 4, 20)
# Eselon IV.a, one step below III/c.
DI_BAWAH = STRUKTURAL | {"golongan": urut_pns("III/b"), "tmt_golongan": date(2025, 6, 1)}


def hasil(dasar: dict[str, Any], **ganti: Any) -> HasilSatu:
    f = Fakta.satu(**(dasar | ganti))
    return HasilSatu.dari(putuskan_seluruh(f, A, per=PER, tmt=TMT), f, A, tmt=TMT, per=PER)


def baca(
    kode: str, dasar: dict[str, Any], *, pembaca: Pembaca = Pembaca.PEGAWAI, **ganti: Any
) -> SyaratTerbaca:
    return next(s for s in jelaskan(hasil(dasar, **ganti), pembaca=pembaca) if s.kode == kode)


@pytest.mark.parametrize(
    ("kode", "dasar", "ganti", "tanda", "nilai", "perlu", "tindakan"),
    [
        (
            "pangkat_dalam_rentang_jabatan",
            STRUKTURAL,
            {},
            "Terpenuhi",
            "Penata (III/c)",
            "paling rendah Penata Muda Tingkat I (III/b), 1 tingkat di bawah pangkat terendah eselon IV.a",
            "",
        ),
        (
            "pangkat_dalam_rentang_jabatan",
            STRUKTURAL,
            {"golongan": urut_pns("II/d")},
            "Belum \N{EN DASH} kurang 2 tingkat",
            "Pengatur Tingkat I (II/d)",
            "paling rendah Penata Muda Tingkat I (III/b), 1 tingkat di bawah pangkat terendah eselon IV.a",
            (
                "Minta BKPSDM memeriksa SK pangkat dan SK jabatan Anda: jabatan ini paling rendah diduduki "
                "dengan pangkat Penata Muda Tingkat I (III/b)."
            ),
        ),
        (
            "pangkat_dalam_rentang_jabatan",
            STRUKTURAL,
            {"eselon": None},
            "Terpenuhi",
            "Penata (III/c)",
            "paling rendah Penata Muda (III/a), 1 tingkat di bawah pangkat terendah jenjang Pengawas",
            "",
        ),
        (
            "pangkat_dalam_rentang_jabatan",
            STRUKTURAL,
            {"eselon": None, "jenjang": None},
            "Perlu diperiksa BKPSDM",
            "Penata (III/c)",
            "rentang pangkat jabatan belum diketahui",
            "Minta BKPSDM mencatat eselon atau jenjang jabatan Anda, agar rentang pangkatnya diketahui.",
        ),
        (
            "pangkat_dalam_rentang_jabatan",
            STRUKTURAL,
            {"golongan": None},
            "Perlu diperiksa BKPSDM",
            "belum dicatat",
            "paling rendah Penata Muda Tingkat I (III/b), 1 tingkat di bawah pangkat terendah eselon IV.a",
            "Sampaikan SK pangkat terakhir kepada BKPSDM agar dicatat.",
        ),
        (
            "jabatan_memuat_pangkat",
            STRUKTURAL,
            {},
            "Terpenuhi",
            "pangkat berikut Penata Tingkat I (III/d)",
            "paling tinggi Penata Tingkat I (III/d) untuk eselon IV.a",
            "",
        ),
        (
            "jabatan_memuat_pangkat",
            STRUKTURAL,
            {"golongan": urut_pns("III/d")},
            "Belum",
            "pangkat berikut Pembina (IV/a)",
            "paling tinggi Penata Tingkat I (III/d) untuk eselon IV.a",
            (
                "Bicarakan promosi ke jabatan yang lebih tinggi dengan BKPSDM; jabatan Anda paling tinggi "
                "Penata Tingkat I (III/d)."
            ),
        ),
        (
            "jabatan_memuat_pangkat",
            STRUKTURAL,
            {"eselon": None, "jenjang": None},
            "Perlu diperiksa BKPSDM",
            "pangkat berikut Penata Tingkat I (III/d)",
            "rentang pangkat jabatan belum diketahui",
            "Minta BKPSDM mencatat eselon atau jenjang jabatan Anda, agar rentang pangkatnya diketahui.",
        ),
        (
            "jabatan_memuat_pangkat",
            STRUKTURAL,
            {"golongan": None},
            "Perlu diperiksa BKPSDM",
            "belum dicatat",
            "paling tinggi Penata Tingkat I (III/d) untuk eselon IV.a",
            "Sampaikan SK pangkat terakhir kepada BKPSDM agar dicatat.",
        ),
        (
            "masa_jabatan",
            DI_BAWAH,
            {},
            "Terpenuhi",
            "1 tahun pada 1 Juni 2026",
            "1 tahun dalam jabatan, atau 4 tahun dalam pangkat dan sudah dilantik",
            "",
        ),
        (
            "masa_jabatan",
            DI_BAWAH,
            {"tmt_jabatan": date(2025, 12, 15)},
            "Belum \N{EN DASH} kurang 7 bulan",
            "5 bulan pada 1 Juni 2026",
            "1 tahun dalam jabatan, atau 4 tahun dalam pangkat dan sudah dilantik",
            "Menunggu sampai 1 Januari 2027.",
        ),
        (
            "masa_jabatan",
            DI_BAWAH,
            {"tmt_golongan": date(2022, 9, 1), "tmt_jabatan": date(2026, 1, 1)},
            "Belum",
            "5 bulan pada 1 Juni 2026",
            "1 tahun dalam jabatan, atau 4 tahun dalam pangkat dan sudah dilantik",
            "Menunggu sampai 1 September 2026.",
        ),
        (
            "masa_jabatan",
            DI_BAWAH,
            {"tmt_jabatan": None},
            "Perlu diperiksa BKPSDM",
            "belum dicatat",
            "1 tahun dalam jabatan, atau 4 tahun dalam pangkat dan sudah dilantik",
            "Sampaikan SK pelantikan terakhir Anda kepada BKPSDM agar TMT jabatannya dicatat.",
        ),
        (
            "masa_jabatan",
            DI_BAWAH,
            {"tmt_golongan": None, "tmt_jabatan": date(2026, 1, 1)},
            "Perlu diperiksa BKPSDM",
            "5 bulan pada 1 Juni 2026",
            "1 tahun dalam jabatan, atau 4 tahun dalam pangkat dan sudah dilantik",
            "Minta BKPSDM mencatat TMT pangkat terakhir.",
        ),
        ("masa_jabatan", STRUKTURAL, {}, "Tidak berlaku", "", "", ""),
        (
            "masa_pangkat",
            DI_BAWAH,
            {"tmt_golongan": date(2025, 9, 1)},
            "Belum \N{EN DASH} kurang 3 bulan",
            "9 bulan pada 1 Juni 2026",
            "1 tahun",
            "Menunggu sampai 1 September 2026.",
        ),
        ("masa_pangkat", STRUKTURAL, {}, "Terpenuhi", "4 tahun pada 1 Juni 2026", "4 tahun", ""),
        (
            "masa_pangkat",
            STRUKTURAL,
            {"eselon": None, "jenjang": None},
            "Perlu diperiksa BKPSDM",
            "sejak 1 Juni 2022",
            "belum dapat ditentukan",
            "Minta BKPSDM mencatat eselon atau jenjang jabatan Anda, agar rentang pangkatnya diketahui.",
        ),
        (
            "masa_pangkat",
            STRUKTURAL,
            {"golongan": None},
            "Perlu diperiksa BKPSDM",
            "sejak 1 Juni 2022",
            "belum dapat ditentukan",
            "Sampaikan SK pangkat terakhir kepada BKPSDM agar dicatat.",
        ),
    ],
)
def test_each_requirement_says_value_need_and_what_to_do(
    kode: str, dasar: dict[str, Any], ganti: dict[str, Any], tanda: str, nilai: str, perlu: str, tindakan: str
) -> None:
    s = baca(kode, dasar, **ganti)
    assert [s.tanda, s.nilai, s.perlu, s.tindakan] == [tanda, nilai, perlu, tindakan]


@pytest.mark.parametrize(
    ("ganti", "sumber"),
    [
        ({}, "SK pangkat dan SK jabatan"),
        ({"eselon": None}, "SK pangkat dan SK jabatan; eselon belum dicatat, dipakai rentang jenjang"),
        ({"eselon": None, "jenjang": None}, "SK pangkat dan SK jabatan"),
        ({"eselon": None, "jenjang": Jenjang.AHLI_MUDA}, "SK pangkat dan SK jabatan"),
    ],
)
def test_a_range_taken_from_the_jenjang_is_said_to_be(ganti: dict[str, Any], sumber: str) -> None:
    assert baca("pangkat_dalam_rentang_jabatan", STRUKTURAL, **ganti).sumber == sumber


def test_waiting_has_a_date_and_nobody_to_act() -> None:
    s = baca("masa_jabatan", DI_BAWAH, tmt_jabatan=date(2025, 12, 15))
    assert (s.pelaku, s.paling_cepat) == (Pelaku.WAKTU, date(2027, 1, 1))
    assert baca("masa_jabatan", DI_BAWAH).paling_cepat is None


def test_a_pangkat_that_does_not_fit_the_post_is_for_hr_to_look_into() -> None:
    s = baca(
        "pangkat_dalam_rentang_jabatan",
        STRUKTURAL,
        pembaca=Pembaca.PENGELOLA,
        golongan=urut_pns("III/a"),
        eselon=Eselon.III_A,
    )
    assert s.pelaku is Pelaku.BKPSDM
    assert s.tindakan.startswith("Periksa SK pangkat dan SK jabatan pegawai ini")
    assert kalimat_kurang(s) == "Syarat pangkat sesuai jabatan belum terpenuhi, kurang 3 tingkat."


def test_why_the_time_in_the_post_is_not_asked() -> None:
    s = baca("masa_jabatan", STRUKTURAL)
    assert s.alasan == "hanya disyaratkan bila pangkat masih di bawah pangkat terendah jabatan"


def test_only_the_rows_of_the_path_are_shown() -> None:
    struktural = {s.kode for s in jelaskan(hasil(STRUKTURAL))}
    assert {"pangkat_dalam_rentang_jabatan", "jabatan_memuat_pangkat", "masa_jabatan"} <= struktural
    assert not struktural & {"angka_kredit", "ujian_dinas", "pangkat_tertinggi", "jenjang_memuat_pangkat"}
    assert not {s.kode for s in jelaskan(hasil(PELAKSANA))} & {"masa_jabatan", "jabatan_memuat_pangkat"}


def test_the_verdict_names_the_next_step() -> None:
    siap = putusan(hasil(STRUKTURAL))
    assert siap.judul == "Sudah memenuhi"
    assert siap.kalimat.startswith(
        "Semua syarat kenaikan pangkat ke Penata Tingkat I (III/d) mulai 1 Juni 2026"
    )
    puncak = putusan(hasil(STRUKTURAL, golongan=urut_pns("III/d")))
    assert puncak.kalimat == "Yang belum terpenuhi: pangkat berikut dalam rentang jabatan."
    assert puncak.langkah.startswith("Bicarakan promosi ke jabatan yang lebih tinggi")


@pytest.mark.parametrize(("dasar", "perlu"), [(PELAKSANA, "Aktif atau tugas belajar"), (STRUKTURAL, "Aktif")])
def test_which_standing_a_path_takes(dasar: dict[str, Any], perlu: str) -> None:
    assert baca("kedudukan_hukum", dasar).perlu == perlu


def test_tugas_belajar_is_shown_as_what_it_is() -> None:
    s = baca("kedudukan_hukum", PELAKSANA, kedudukan_hukum=KedudukanHukum.TUGAS_BELAJAR)
    assert (s.nilai, s.tanda) == ("Tugas belajar", "Terpenuhi")


def test_rangkap_is_still_said_not_to_be_computed() -> None:
    p = putusan(hasil(STRUKTURAL, jenis_jabatan=JenisJabatan.RANGKAP))
    assert p.judul == "Jalur ini belum dihitung sistem"
