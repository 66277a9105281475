"""The files of the simulated regency: the real formats, and faults only where the list says so."""

import csv
import json
from collections import defaultdict
from pathlib import Path

import pytest
from python_calamine import load_workbook

from asn_karier.lib.dates import add_years
from karier.contoh import (
    Akibat,
    JenisKesalahan,
    tulis_berkas,
    tulis_siasn_csv,
    tulis_siasn_xlsx,
)
from karier.rules.data_awal import LEMBAR
from karier.tests.daerah import KECIL, daerah, orang_dengan
from kinerja.rules.predikat import predikat_dari, predikat_dari_label, rating_dari_label
from pegawai.rules.golongan import pppk_terselubung
from pegawai.rules.siasn import KOLOM_69, KOSONG, VARIAN

pytestmark = pytest.mark.lambat


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return tulis_berkas(daerah(), tmp_path_factory.mktemp("contoh"))


@pytest.fixture(scope="module")
def siasn(berkas: dict[str, Path]) -> dict[str, list[dict[str, str]]]:
    """Rows of the export by NIP, apostrophes taken off, `null` kept."""
    hasil: dict[str, list[dict[str, str]]] = defaultdict(list)
    with berkas["siasn"].open(encoding="utf-8", newline="") as masuk:
        for baris in csv.DictReader(masuk):
            isi = {nama: nilai.removeprefix("'") for nama, nilai in baris.items()}
            hasil[isi["NIP BARU"]].append(isi)
    return hasil


@pytest.fixture(scope="module")
def data_awal(berkas: dict[str, Path]) -> dict[str, list[list[object]]]:
    buku = load_workbook(str(berkas["data_awal"]))
    return {nama: buku.get_sheet_by_name(nama).to_python() for nama in buku.sheet_names}


# Files -------------------------------------------------------------------------------------------


def test_the_workbook_data_awal_has_the_sheets_and_headers_of_the_specification(data_awal) -> None:
    assert {nama: tuple(isi[0]) for nama, isi in data_awal.items()} == LEMBAR
    for nama, isi in data_awal.items():
        assert len(isi) > 1, nama
        assert all(isinstance(baris[0], str) and len(baris[0]) == 18 for baris in isi[1:]), nama


@pytest.mark.parametrize(
    ("kunci", "periode", "kolom"),
    [
        ("ekinerja_2023", "Periode Tahunan Tahun 2023", "Predikat Kinerja Tahunan"),
        ("ekinerja_2025", "Periode Tahunan Tahun 2025", "Predikat Kinerja Tahunan"),
        ("ekinerja_bulanan_2026_06", "Periode Bulanan 6 Tahun 2026", "Predikat Kinerja Periodik"),
    ],
)
def test_an_ekinerja_recap_reads_back_in_its_layout(berkas, kunci: str, periode: str, kolom: str) -> None:
    baris = load_workbook(str(berkas[kunci])).get_sheet_by_index(0).to_python()
    assert baris[2][0] == periode
    assert baris[4][1] == "NIP"
    assert baris[4][-1] == kolom
    aturan = daerah().aturan
    for _, nip, _, _, hasil, perilaku, predikat in baris[5:]:
        assert len(nip) == 18
        seharusnya = predikat_dari(rating_dari_label(hasil), rating_dari_label(perilaku), aturan)
        assert predikat_dari_label(predikat) is seharusnya


def test_people_who_moved_in_have_their_predikat_in_data_awal_instead_of_ekinerja(berkas, data_awal) -> None:
    pindahan = {o.nip for o in daerah().orang if o.pindahan and o.predikat}
    baris = load_workbook(str(berkas["ekinerja_2025"])).get_sheet_by_index(0).to_python()
    assert pindahan == {b[0] for b in data_awal["Predikat"][1:]}
    assert not pindahan & {b[1] for b in baris[5:]}


@pytest.mark.parametrize("varian", VARIAN)
def test_every_width_of_the_siasn_export_is_the_same_table_cut_short(tmp_path: Path, varian: int) -> None:
    isi = _baca_csv(tulis_siasn_csv(daerah(KECIL), tmp_path / "a.csv", varian=varian))
    penuh = _baca_csv(tulis_siasn_csv(daerah(KECIL), tmp_path / "b.csv"))
    assert tuple(isi[0]) == VARIAN[varian]
    assert isi == [baris[:varian] for baris in penuh]


def test_the_export_can_be_saved_with_semicolons_and_a_bom(tmp_path: Path) -> None:
    lain = tulis_siasn_csv(daerah(KECIL), tmp_path / "a.csv", pemisah=";", bom=True)
    assert lain.read_bytes().startswith("\N{BYTE ORDER MARK}PNS ID;NIP BARU".encode())
    biasa = tulis_siasn_csv(daerah(KECIL), tmp_path / "b.csv")
    assert _baca_csv(lain, ";") == _baca_csv(biasa)


def test_the_export_as_xlsx_holds_the_same_texts(tmp_path: Path) -> None:
    buku = load_workbook(str(tulis_siasn_xlsx(daerah(KECIL), tmp_path / "a.xlsx")))
    lembar = buku.get_sheet_by_index(0).to_python()
    assert lembar == _baca_csv(tulis_siasn_csv(daerah(KECIL), tmp_path / "b.csv"))


def _baca_csv(berkas: Path, pemisah: str = ",") -> list[list[str]]:
    with berkas.open(encoding="utf-8-sig", newline="") as masuk:
        return list(csv.reader(masuk, delimiter=pemisah))


def test_cells_keep_the_quirks_of_the_real_export(berkas) -> None:
    kepala, pertama = _baca_csv(berkas["siasn"])[:2]
    baris = dict(zip(kepala, pertama, strict=True))
    assert tuple(kepala) == KOLOM_69
    assert baris["NIP BARU"].startswith("'")
    assert baris["KPKN NAMA"] == KOSONG
    assert baris["TMT CPNS"].count("-") == 2
    assert len(baris["TMT CPNS"].partition("-")[0]) == 2


def test_a_disguised_pppk_row_means_the_golongan_of_the_person(siasn) -> None:
    tersamar = [o for o in daerah().orang if o.tersamar]
    assert tersamar
    for o in tersamar:
        baris = siasn[o.nip][0]
        assert baris["KEDUDUKAN HUKUM ID"] == "71"
        assert "/" in baris["GOL AKHIR NAMA"]
        if o.kesalahan is None:
            assert pppk_terselubung(baris["GOL AKHIR NAMA"]).nama == o.golongan


def test_the_unit_export_is_a_tree_indented_by_dashes(berkas) -> None:
    baris = _baca_csv(berkas["unit_kerja"])[1:]
    dalam = {id_: len(nama) - len(nama.lstrip("-")) for id_, nama, _ in baris}
    assert berkas["unit_kerja"].read_bytes().startswith(b"\xef\xbb\xbf")
    assert all(dalam[id_] == dalam[atas] + 2 for id_, _, atas in baris[1:])


# Seeded faults -----------------------------------------------------------------------------------


def test_three_percent_are_faulty_and_every_kind_occurs() -> None:
    d = daerah()
    assert 0.95 <= len(d.bersih) / len(d.orang) <= 0.975
    assert {k.jenis for k in d.kesalahan} == set(JenisKesalahan)


def test_the_list_of_faults_names_every_person_who_is_not_clean(berkas) -> None:
    isi = json.loads(berkas["kesalahan"].read_text(encoding="utf-8"))
    kotor = {k["nip"] for k in isi["kesalahan"] if k["akibat"] != Akibat.DITANGANI}
    assert kotor == {o.nip for o in daerah().orang} - daerah().bersih
    assert isi["bersih"] == len(daerah().bersih)


@pytest.mark.parametrize(
    ("jenis", "kolom", "tampak"),
    [
        (JenisKesalahan.GOLONGAN_TIDAK_DIKENAL, "GOL AKHIR NAMA", "III/f"),
        (JenisKesalahan.TANGGAL_MUSTAHIL, "TMT GOLONGAN", "31-02-2022"),
        (JenisKesalahan.PENDIDIKAN_HILANG, "PENDIDIKAN NAMA", KOSONG),
        (JenisKesalahan.PENDIDIKAN_HILANG, "TINGKAT PENDIDIKAN ID", KOSONG),
        (JenisKesalahan.UNIT_TIDAK_DIKENAL, "UNOR NAMA", "Unit Lama"),
    ],
)
def test_a_fault_shows_in_its_cell_and_nowhere_else(
    siasn, jenis: JenisKesalahan, kolom: str, tampak: str
) -> None:
    terkena = {nip for nip, baris in siasn.items() if baris[0][kolom] == tampak}
    assert terkena == {o.nip for o in orang_dengan(jenis)}


def test_a_wrong_birth_date_disagrees_with_the_nip(siasn) -> None:
    beda = set()
    for nip, baris in siasn.items():
        hari, bulan, tahun = baris[0]["TANGGAL LAHIR"].split("-")
        if f"{tahun}{bulan}{hari}" != nip[:8]:
            beda.add(nip)
    assert beda == {o.nip for o in orang_dengan(JenisKesalahan.NIP_BEDA_TANGGAL_LAHIR)}


def test_a_doubled_nip_has_two_rows_with_different_posts(siasn) -> None:
    ganda = {nip for nip, baris in siasn.items() if len(baris) == 2}
    assert ganda == {o.nip for o in orang_dengan(JenisKesalahan.NIP_GANDA)}


def test_an_unknown_unit_is_in_no_unit_file(berkas, siasn) -> None:
    dikenal = {baris[0] for baris in _baca_csv(berkas["unit_kerja"])}
    asing = {nip for nip, baris in siasn.items() if baris[0]["UNOR ID"] not in dikenal}
    assert asing == {o.nip for o in orang_dengan(JenisKesalahan.UNIT_TIDAK_DIKENAL)}


def test_faults_about_leaders_show_in_the_sheet_atasan(data_awal) -> None:
    atasan = dict(data_awal["Atasan"][1:])
    puncak = daerah().orang[0].nip
    semua = {o.nip for o in daerah().orang} - {puncak}
    assert semua - set(atasan) == {o.nip for o in orang_dengan(JenisKesalahan.TANPA_ATASAN)}
    diri = {nip for nip, atas in atasan.items() if nip == atas}
    assert diri == {o.nip for o in orang_dengan(JenisKesalahan.ATASAN_DIRI_SENDIRI)}
    saling = {nip for nip, atas in atasan.items() if nip != atas and atasan.get(atas) == nip}
    assert saling == {o.nip for o in orang_dengan(JenisKesalahan.ATASAN_MELINGKAR)}


def test_a_leader_past_retirement_is_in_the_export_and_past_it() -> None:
    menurut_nip = {o.nip: o for o in daerah().orang}
    for o in orang_dengan(JenisKesalahan.ATASAN_LEWAT_BUP):
        atasan = menurut_nip[o.atasan_nip]
        assert atasan.kesalahan is JenisKesalahan.LEWAT_BUP
        assert add_years(atasan.tanggal_lahir, atasan.jabatan.bup) < daerah().per


def test_a_missing_predikat_and_a_missing_pak_are_missing(berkas, data_awal) -> None:
    dinilai = {
        b[1] for b in load_workbook(str(berkas["ekinerja_2025"])).get_sheet_by_index(0).to_python()[5:]
    }
    ber_pak = {b[0] for b in data_awal["PAK"][1:]}
    assert not dinilai & {o.nip for o in orang_dengan(JenisKesalahan.PREDIKAT_HILANG)}
    seharusnya = {o.nip for o in daerah().orang if o.angka_kredit is not None}
    assert seharusnya - ber_pak == {o.nip for o in orang_dengan(JenisKesalahan.PAK_HILANG)}
