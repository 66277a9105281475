"""CSV files that would fill the memory, lose rows or be split in the wrong place."""

from __future__ import annotations

import io
import tracemalloc

import pytest

from asn_karier.lib.errors import DomainError
from pegawai.services.berkas import buka_buku, csv_buku, luas
from pegawai.services.berkas.csv_buku import MAKS_REKAMAN
from pegawai.services.berkas.luas import MAKS_KOLOM
from pegawai.tests.berkas_buatan import csv_dari
from pegawai.tests.berkas_buka import KEPALA, SATU, baca_semua, tolak

MIB = 1024 * 1024


class Terhitung(io.BytesIO):
    """A file that counts what is read from it."""

    dibaca = 0

    def read(self, size: int | None = -1, /) -> bytes:
        isi = super().read(size)
        self.dibaca += len(isi)
        return isi


def _tolak_csv(isi: bytes) -> tuple[DomainError, int]:
    """The refusal of a file, and the bytes that were read of its rows before it came."""
    berkas = Terhitung(isi)
    buku = buka_buku(berkas, "a.csv")
    berkas.dibaca = 0
    salah = tolak(lambda: [None for _ in buku.baris("")])
    return salah, berkas.dibaca


# -- width, length ------------------------------------------------------------------------------

RAKSASA = [
    ("one line of columns", b"a," * (4 * MIB), 1),
    ("one line without a separator", b"a" * (8 * MIB), 1),
    ("a long line further down", b"NIP,NAMA\n" + b"a," * (4 * MIB), 2),
    ("quoted cells that hold lines", b"NIP,NAMA\n" + b'"x\ny",' * MIB, 2),
]


@pytest.mark.parametrize(("isi", "baris"), [r[1:] for r in RAKSASA], ids=[r[0] for r in RAKSASA])
def test_an_endless_row_is_refused_before_it_is_read_to_its_end(isi: bytes, baris: int) -> None:
    salah, dibaca = _tolak_csv(isi)
    assert salah.kode in {"berkas_terlalu_luas", "csv_rusak"}
    assert f"aris {baris} " in salah.pesan
    assert dibaca < 2 * MAKS_REKAMAN


def test_an_endless_row_costs_little_memory() -> None:
    isi = b"a," * (12 * MIB)
    tracemalloc.start()
    try:
        _tolak_csv(isi)
        puncak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert puncak < len(isi) + 20 * MIB, "the file itself is in memory here, nothing else may be"


def test_too_many_columns_name_the_row_and_the_limit() -> None:
    salah, _ = _tolak_csv(csv_dari([KEPALA, ["x"] * (MAKS_KOLOM + 1)]))
    assert (salah.kode, "baris 2 memuat 301 kolom" in salah.pesan) == ("berkas_terlalu_luas", True)


def test_as_many_columns_as_allowed_are_read() -> None:
    isi = csv_dari([KEPALA, [*SATU, *["x"] * (MAKS_KOLOM - 3)]])
    assert len(baca_semua(isi, "a.csv")[0][1]) == MAKS_KOLOM


def test_too_many_rows_are_refused_at_the_first_one_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(luas, "MAKS_BARIS", 1000)
    isi = csv_dari([KEPALA, *[SATU] * 999])
    assert len(baca_semua(isi, "a.csv")) == 999
    salah, dibaca = _tolak_csv(isi + b"x\r\n" * MIB)
    assert (salah.kode, "baris 1.001" in salah.pesan) == ("berkas_terlalu_luas", True)
    assert dibaca < len(isi) + MIB


@pytest.mark.lambat
def test_the_real_limit_of_rows_holds() -> None:
    salah, _ = _tolak_csv(b"x\n" * (luas.MAKS_BARIS + 1))
    assert "200.000" in salah.pesan


def test_a_cell_as_long_as_excel_allows_is_read_and_refused_by_its_column_only() -> None:
    isi = csv_dari([KEPALA, [SATU[0], "x" * 32_767, SATU[2]], SATU])
    assert [nomor for nomor, _ in baca_semua(isi, "a.csv")] == [2, 3]


def test_a_cell_with_lines_counts_as_one_row() -> None:
    isi = csv_dari([KEPALA, [SATU[0], "SITI\r\nAMINAH", SATU[2]], SATU])
    assert [nomor for nomor, _ in baca_semua(isi, "a.csv")] == [2, 3]


# -- quotes -------------------------------------------------------------------------------------


def test_a_quote_that_is_never_closed_does_not_swallow_the_rows_below() -> None:
    isi = csv_dari([KEPALA, SATU]) + b'198501012010031002,"BUDI,01-04-2022\r\n' + csv_dari([SATU] * 3)
    salah, _ = _tolak_csv(isi)
    assert (salah.kode, "Baris 3 " in salah.pesan) == ("csv_rusak", True)


@pytest.mark.parametrize("akhir", [b"", b"\n", b"\r\n", b"\r"])
def test_the_last_row_is_read_with_or_without_an_end_of_line(akhir: bytes) -> None:
    isi = csv_dari([KEPALA, SATU]).rstrip() + akhir
    assert [sel for _, sel in baca_semua(isi, "a.csv")] == [SATU]


# -- the separator ------------------------------------------------------------------------------

RAMAI = "Dinas Pemberdayaan Perempuan, Anak, Keluarga, dan Desa"


@pytest.mark.parametrize("pemisah", csv_buku.PEMISAH)
def test_commas_in_names_do_not_decide_the_separator(pemisah: str) -> None:
    baris = [["Rekap, per unit, 2026"], KEPALA, [SATU[0], RAMAI, SATU[2]], SATU]
    semua = baca_semua(csv_dari(baris, pemisah=pemisah), "a.csv")
    assert [sel for _, sel in semua] == [[SATU[0], RAMAI, SATU[2]], SATU]
