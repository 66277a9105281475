"""The age limit of a jabatan fungsional by its name."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from pegawai.enums import Jenjang
from pegawai.rules.bup import bup_jabatan, bup_umum

A = aturan_per(date(2026, 11, 28))


@pytest.mark.parametrize(
    ("nama", "bup", "khusus"),
    [
        ("Guru", 60, True),
        ("Guru Ahli Pertama", 60, True),
        ("GURU AHLI UTAMA", 60, True),
        ("Guru Madya Tingkat. I", 60, True),
        ("Guru Ahli Muda pada SMP Negeri 1", 60, True),
        ("Guru Besar", 70, True),
        ("Profesor", 70, True),
        ("Dosen", 65, True),
        ("Dosen Lektor", 65, True),
        ("Dosen Profesor", 70, True),
        ("Lektor Kepala", 65, True),
        ("Peneliti Ahli Pertama", 58, False),
        ("Peneliti Ahli Muda", 58, False),
        ("Peneliti Ahli Madya", 65, True),
        ("Peneliti  ahli utama", 70, True),
        ("Perekayasa Ahli Madya", 65, True),
        ("Perekayasa Ahli Utama", 70, True),
        ("Polisi Kehutanan Ahli Utama", 65, True),
        ("Polisi Kehutanan Ahli Muda", 58, False),
        ("Pekerja Sosial Ahli Utama", 60, True),
        ("Pekerja Sosial Ahli Madya", 60, False),
        ("Sandiman Ahli Utama", 60, True),
        ("Dokter Ahli Utama", 65, False),
        ("Gurulain Ahli Utama", 65, False),
        ("Perawat Terampil", 58, False),
    ],
)
def test_a_name_has_its_own_limit_or_follows_its_jenjang(nama, bup, khusus):
    hasil = bup_jabatan(nama, A)
    assert (hasil.bup, hasil.khusus, hasil.terverifikasi) == (bup, khusus, True)
    assert hasil.pasal


def test_a_jenjang_given_beside_the_name_counts_as_said():
    assert bup_jabatan("Peneliti", A, Jenjang.AHLI_UTAMA).bup == 70
    assert bup_jabatan("Peneliti", A, Jenjang.AHLI_MUDA).bup == 58
    assert bup_jabatan("Perawat", A, Jenjang.AHLI_MADYA).jenjang is Jenjang.AHLI_MADYA
    assert bup_jabatan("Peneliti Ahli Utama", A, Jenjang.AHLI_UTAMA).bup == 70


def test_the_jenjang_is_told_when_the_name_says_it():
    assert bup_jabatan("Guru Ahli Muda", A).jenjang is Jenjang.AHLI_MUDA
    assert bup_jabatan("Guru", A).jenjang is None


def test_a_limit_without_a_source_is_marked():
    hasil = bup_jabatan("Jaksa Ahli Pertama", A)
    assert (hasil.bup, hasil.terverifikasi, hasil.pasal) == (62, False, "")
    assert "62 atau 60" in hasil.catatan


def test_a_name_without_jenjang_is_asked_for_it():
    with pytest.raises(DomainError, match="'Perawat Ahli Muda'") as galat:
        bup_jabatan(" Perawat ", A)
    assert galat.value.kode == "bup_jenjang"


@pytest.mark.parametrize("jenjang", [j for j in Jenjang if Jenjang.PEMULA <= j <= Jenjang.AHLI_UTAMA])
def test_an_ordinary_jabatan_follows_the_general_pattern(jenjang):
    nama = f"Pranata Uji {jenjang.name.replace('_', ' ').title()}"
    hasil = bup_jabatan(nama, A)
    assert (hasil.bup, hasil.jenjang, hasil.khusus) == (bup_umum(jenjang, A), jenjang, False)


def test_a_jenjang_without_a_row_is_refused(monkeypatch):
    tabel = {k: v for k, v in A["bup"].isi["bup"].items() if k != "PENYELIA"}
    monkeypatch.setitem(A["bup"].isi, "bup", tabel)
    with pytest.raises(DomainError, match="belum ada dalam berkas aturan"):
        bup_umum(Jenjang.PENYELIA, A)
