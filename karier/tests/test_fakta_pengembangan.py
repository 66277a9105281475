"""What the ledger of development says beside the JP of the year: which training, how much of which kind."""

from datetime import date

import pytest

from karier.tests.test_fakta import PER, satu
from pegawai.enums import BentukPengembangan
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik

pytestmark = pytest.mark.django_db
BENTUK = BentukPengembangan


@pytest.mark.parametrize(
    ("bentuk", "harap"),
    [
        (BENTUK.DIKLAT_STRUKTURAL, ["diklat_kepemimpinan"]),
        (BENTUK.PELATIHAN_MANAJERIAL, ["diklat_kepemimpinan"]),
        (BENTUK.DIKLAT_FUNGSIONAL, ["diklat_fungsional"]),
        (BENTUK.DIKLAT_TEKNIS, ["jp_teknis"]),
        (BENTUK.BIMBINGAN_TEKNIS, ["jp_teknis"]),
        (BENTUK.PENATARAN, ["jp_teknis"]),
        (BENTUK.E_LEARNING, ["jp_teknis"]),
        (BENTUK.PELATIHAN_JARAK_JAUH, ["jp_teknis"]),
        (BENTUK.SEMINAR, ["jp_seminar"]),
        (BENTUK.WORKSHOP, ["jp_seminar"]),
        (BENTUK.SOSIALISASI, ["jp_seminar"]),
        (BENTUK.MAGANG, ["jp_seminar"]),
        (BENTUK.KURSUS, ["jp_seminar"]),
        (BENTUK.COACHING, []),
        (BENTUK.PELATIHAN_SOSIAL_KULTURAL, []),
    ],
)
def test_each_form_counts_as_one_kind_of_training(bentuk: BentukPengembangan, harap: list[str]) -> None:
    orang = PegawaiPabrik()
    PengembanganPabrik(pegawai=orang, bentuk=bentuk)

    nama = ("diklat_kepemimpinan", "diklat_fungsional", "jp_teknis", "jp_seminar")
    ada = dict(zip(nama, satu(orang, *nama), strict=True))
    assert {n: v for n, v in ada.items() if v is not None} == {
        n: 10 if n.startswith("jp") else 1 for n in harap
    }
    assert satu(orang, "jp_tahun_ini") == [10]


def test_leadership_training_counts_for_ever_technical_training_for_twelve_months() -> None:
    orang = PegawaiPabrik()
    for bentuk in (BENTUK.DIKLAT_STRUKTURAL, BENTUK.DIKLAT_TEKNIS, BENTUK.SEMINAR):
        for selesai in (date(2009, 1, 1), date(2025, 11, 21), date(2025, 11, 22), PER, date(2026, 11, 22)):
            PengembanganPabrik(pegawai=orang, bentuk=bentuk, tanggal_selesai=selesai)

    nama = ("diklat_kepemimpinan", "jp_teknis", "jp_seminar", "jp_tahun_ini")
    assert satu(orang, *nama) == [1, 20, 20, 30]


def test_training_that_is_still_to_come_is_no_fact() -> None:
    orang = PegawaiPabrik()
    PengembanganPabrik(pegawai=orang, bentuk=BENTUK.DIKLAT_FUNGSIONAL, tanggal_selesai=date(2026, 11, 22))

    assert satu(orang, "diklat_fungsional", "jp_tahun_ini") == [None, None]
