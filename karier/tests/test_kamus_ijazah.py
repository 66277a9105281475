"""Words of the penyesuaian ijazah."""

from datetime import date
from typing import Any

import pytest

from asn_karier.lib.aturan import Aturan, aturan_per
from karier.enums import JenisPutusan, Kerahasiaan, Pelaku
from karier.kamus import HasilSatu, Pembaca, SyaratTerbaca, jelaskan
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.tests.orang import PELAKSANA, TMT, A
from pegawai.enums import JenisJabatan, Jenjang, TingkatPendidikan
from pegawai.rules.golongan import urut_pns

J = JenisPutusan.PENYESUAIAN_IJAZAH
PER = date(2026, 4, 20)
BARU = aturan_per(date(2026, 11, 22))
ORANG = PELAKSANA | {"golongan": urut_pns("II/c"), "tmt_golongan": date(2025, 6, 1), "upkp": 1}


def hasil(a: Aturan = A, **ganti: Any) -> HasilSatu:
    f = Fakta.satu(**(ORANG | ganti))
    return HasilSatu.dari(putuskan_seluruh(f, a, per=PER, tmt=TMT), f, a, tmt=TMT, per=PER)


def baca(kode: str, a: Aturan = A, pembaca: Pembaca = Pembaca.PEGAWAI, **ganti: Any) -> SyaratTerbaca:
    return next(s for s in jelaskan(hasil(a, **ganti), jenis=J, pembaca=pembaca) if s.kode == kode)


@pytest.mark.parametrize(
    ("kode", "ganti", "tanda", "nilai", "perlu", "tindakan"),
    [
        (
            "ijazah",
            {},
            "Terpenuhi",
            "Penata Muda (III/a)",
            "golongan awal ijazah di atas Pengatur (II/c)",
            "",
        ),
        (
            "ijazah",
            {"pendidikan": None},
            "Perlu diperiksa BKPSDM",
            "belum dicatat",
            "golongan awal ijazah di atas Pengatur (II/c)",
            "Sampaikan ijazah terakhir kepada BKPSDM agar dicatat.",
        ),
        (
            "ijazah",
            {"pendidikan": TingkatPendidikan.PROFESI},
            "Perlu diperiksa BKPSDM",
            "belum terverifikasi untuk ijazah ini",
            "golongan awal ijazah di atas Pengatur (II/c)",
            (
                "Minta BKPSDM memeriksa jenis ijazah profesi Anda: golongan awal Penata Muda Tingkat I "
                "(III/b) berlaku bagi dokter dan apoteker; profesi lain memerlukan ketentuan yang "
                "menyetarakannya."
            ),
        ),
        (
            "ijazah",
            {"pendidikan": TingkatPendidikan.SPESIALIS},
            "Perlu diperiksa BKPSDM",
            "belum terverifikasi untuk ijazah ini",
            "golongan awal ijazah di atas Pengatur (II/c)",
            "Minta BKPSDM memeriksa golongan awal untuk ijazah Anda; aturannya belum terverifikasi.",
        ),
        (
            "masa_pangkat",
            {"tmt_golongan": date(2025, 9, 1)},
            "Belum \N{EN DASH} kurang 3 bulan",
            "9 bulan pada 1 Juni 2026",
            "1 tahun",
            "Menunggu sampai 1 September 2026.",
        ),
        (
            "predikat_1_tahun",
            {"predikat_1": 3, "predikat_2": 1},
            "Belum \N{EN DASH} kurang predikat tahun 2025",
            "2025 Butuh Perbaikan",
            "paling rendah Baik pada tahun terakhir",
            "Susun langkah perbaikan bersama atasan agar tahun berikutnya berpredikat Baik.",
        ),
        ("upkp", {}, "Terpenuhi", "lulus", "lulus ujian penyesuaian kenaikan pangkat", ""),
        (
            "upkp",
            {"upkp": None},
            "Belum",
            "tidak ada kelulusan tercatat",
            "lulus ujian penyesuaian kenaikan pangkat",
            "Daftar ujian penyesuaian kenaikan pangkat pada jadwal berikutnya melalui BKPSDM.",
        ),
        (
            "upkp",
            {"upkp": None, "ujian_tercakup": 0},
            "Perlu diperiksa BKPSDM",
            "tidak ada kelulusan tercatat",
            "lulus ujian penyesuaian kenaikan pangkat",
            (
                "Minta BKPSDM memeriksa kelulusan ujian penyesuaian kenaikan pangkat Anda; daftar ujian "
                "belum dinyatakan lengkap."
            ),
        ),
        (
            "jenjang_memuat_pangkat",
            {"jenis_jabatan": JenisJabatan.FUNGSIONAL, "jenjang": Jenjang.TERAMPIL},
            "Belum (perkiraan, belum terverifikasi)",
            "Terampil",
            "jenjang yang memuat Penata Muda (III/a)",
            "Tanyakan kepada BKPSDM apakah jabatan Anda dapat memuat Penata Muda (III/a).",
        ),
        (
            "jenjang_memuat_pangkat",
            {"jenis_jabatan": JenisJabatan.FUNGSIONAL, "jenjang": Jenjang.AHLI_PERTAMA},
            "Terpenuhi (perkiraan, belum terverifikasi)",
            "Ahli Pertama",
            "jenjang yang memuat Penata Muda (III/a)",
            "",
        ),
    ],
)
def test_each_requirement_says_value_need_and_what_to_do(
    kode: str, ganti: dict[str, Any], tanda: str, nilai: str, perlu: str, tindakan: str
) -> None:
    s = baca(kode, BARU, **ganti)
    assert [s.tanda, s.nilai, s.perlu, s.tindakan] == [tanda, nilai, perlu, tindakan]


def test_the_examination_is_of_the_closed_class_and_the_work_of_the_person() -> None:
    s = baca("upkp", upkp=0)
    assert (s.kerahasiaan, s.pelaku) == (Kerahasiaan.KHUSUS, Pelaku.PEGAWAI)
    assert "upkp" not in [s.kode for s in jelaskan(hasil(upkp=0), jenis=J, boleh_khusus=False)]


def test_hr_is_told_what_to_record() -> None:
    s = baca("ijazah", BARU, Pembaca.PENGELOLA, pendidikan=TingkatPendidikan.SPESIALIS)
    assert s.tindakan == "Periksa golongan awal untuk ijazah pegawai ini; aturannya belum terverifikasi."


def test_nothing_is_listed_of_somebody_to_whom_it_does_not_apply() -> None:
    assert jelaskan(hasil(golongan=urut_pns("III/a")), jenis=J) == []
