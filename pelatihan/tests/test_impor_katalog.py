"""A catalogue from a file: own programmes are made and changed, nothing else is touched."""

from __future__ import annotations

import pytest

from pegawai.enums import StatusBaris
from pegawai.models import BarisImpor, Impor, Instansi
from pegawai.services.impor import periksa, upload
from pegawai.tests.bantu_impor import diterapkan, hitung
from pegawai.tests.berkas_buatan import AT, csv_dari
from pegawai.tests.pabrik import InstansiPabrik, hr_dari
from pelatihan.enums import Metode
from pelatihan.models import Pelatihan
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = pytest.mark.django_db
KEPALA = ["nama", "jalur", "penyelenggara", "jp", "biaya", "kompetensi"]


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


def cek(instansi: Instansi, *baris: list[str], kepala: list[str] = KEPALA) -> Impor:
    isi = csv_dari([kepala, *baris])
    hr = hr_dari(instansi)
    return periksa(
        upload(instansi=instansi, jenis="katalog", nama_berkas="k.csv", isi=isi, actor=hr, at=AT).pk
    )


def test_rows_make_own_programmes_and_change_those_of_the_same_name(instansi: Instansi) -> None:
    bersama = PelatihanPabrik(nama="Kursus Data")
    lama = PelatihanPabrik(nama="Dialog", instansi=instansi, jp=4, metode=Metode.CAMPURAN)
    impor = cek(
        instansi,
        ["Kursus Data", "E-Learning", "LAN", "20", "", "Komunikasi 3; Kerja Sama 2"],
        ["DIALOG", "Seminar", "", "6", "50000", "Komunikasi 4"],
    )
    assert hitung(impor) == {"baru": 1, "berubah": 1}
    berubah = BarisImpor.objects.get(status=StatusBaris.BERUBAH)
    assert {b["kolom"]: (b["lama"], b["baru"]) for b in berubah.beda} == {
        "JP": ("4", "6"),
        "Biaya": ("0", "50000"),
        "Bentuk": ("E-learning", "Seminar"),
        "Komunikasi": ("3", "4"),
    }
    diterapkan(impor)
    baru = Pelatihan.objects.get(nama="Kursus Data", instansi=instansi)
    assert (baru.jp, baru.metode, baru.penyelenggara, baru.biaya) == (20, Metode.DARING, "LAN", 0)
    assert {k.kompetensi: k.level for k in baru.kompetensi.all()} == {"komunikasi": 3, "kerja_sama": 2}
    lama.refresh_from_db()
    assert (lama.jp, lama.metode, lama.nama) == (6, Metode.CAMPURAN, "Dialog")
    bersama.refresh_from_db()
    assert bersama.jp == 8
    assert hitung(cek(instansi, ["Dialog", "Seminar", "", "6", "50000", "Komunikasi 4"])) == {"sama": 1}


@pytest.mark.parametrize(
    ("baris", "masalah"),
    [
        (["A", "Seminar", "", "", "", ""], "kosong"),
        (["A", "Piknik", "", "4", "", ""], "bentuk ini tidak dikenal"),
        (["A", "Seminar", "", "4", "gratis", ""], "bukan bilangan yang wajar"),
        (["A", "Seminar", "", "4", "", "Sabar 3"], "kompetensi ini tidak dikenal"),
        (["B", "Seminar", "", "4", "", ""], "sama dengan baris 2"),
    ],
)
def test_a_row_that_cannot_be_read_says_what_to_put_right(
    instansi: Instansi, baris: list[str], masalah: str
) -> None:
    impor = cek(instansi, ["B", "Seminar", "", "4", "", ""], baris)
    assert hitung(impor) == {"baru": 1, "ditolak": 1}
    assert masalah in BarisImpor.objects.get(status=StatusBaris.DITOLAK).galat[0]["masalah"]


def test_a_programme_that_changed_since_the_check_is_not_written_over(instansi: Instansi) -> None:
    impor = cek(instansi, ["Dialog", "Seminar", "", "6", "", ""])
    PelatihanPabrik(nama="Dialog", instansi=instansi, jp=4)
    diterapkan(impor)
    assert hitung(Impor.objects.get(pk=impor.pk)) == {"ditolak": 1}
    assert Pelatihan.objects.get(nama="Dialog").jp == 4
