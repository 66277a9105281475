"""The workbook Data awal: every sheet comes in, every fault is told by sheet, row and column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from karier.rules.data_awal import LEMBAR
from karier.services.data_awal import PembacaDataAwal, template
from kinerja.enums import Predikat, SumberPenilaian
from kinerja.models import KonversiAngkaKredit, PenetapanAngkaKredit, Penilaian
from kinerja.tests.pabrik import PenilaianPabrik
from pegawai.enums import (
    BentukPengembangan,
    JenisUjian,
    Jenjang,
    StatusBaris,
    StatusDisiplin,
    StatusImpor,
    TingkatHukuman,
)
from pegawai.models import (
    AsesmenKompetensi,
    HasilUjian,
    HukumanDisiplin,
    Impor,
    Instansi,
    Pegawai,
    PengembanganKompetensi,
)
from pegawai.services.berkas import buka_buku
from pegawai.services.impor import PEMBACA, periksa, upload
from pegawai.tests.bantu_impor import diterapkan, hitung
from pegawai.tests.berkas_buatan import AT, bagian, csv_dari, xlsx
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik

pytestmark = pytest.mark.django_db
SESUAI = "SESUAI EKSPEKTASI"


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


@pytest.fixture
def pegawai(instansi: Instansi) -> Pegawai:
    return PegawaiPabrik(instansi=instansi, fungsional=True)


def buku(**lembar: Sequence[Sequence[Any]]) -> bytes:
    return xlsx({nama: [LEMBAR[nama], *baris] for nama, baris in lembar.items()})


def cek(instansi: Instansi, isi: bytes, nama: str = "data_awal.xlsx", actor: Any = None) -> Impor:
    impor = upload(instansi=instansi, jenis="data_awal", nama_berkas=nama, isi=isi, actor=actor, at=AT)
    return periksa(impor.pk)


def masukkan(instansi: Instansi, isi: bytes) -> Impor:
    return diterapkan(cek(instansi, isi))


def galat(instansi: Instansi, **lembar: Sequence[Sequence[Any]]) -> tuple[str, str, str]:
    """Sheet, cell and reason of the only refused row."""
    baris = cek(instansi, buku(**lembar)).baris.get(status=StatusBaris.DITOLAK)
    (satu,) = baris.galat
    return baris.lembar, satu["sel"], satu["masalah"]


def semua_lembar(nip: str, atasan: str) -> dict[str, Sequence[Sequence[Any]]]:
    return {
        "Atasan": [[nip, atasan]],
        "Predikat": [[nip, 2025, SESUAI, SESUAI, "BAIK"]],
        "PAK": [[nip, "PAK/1", date(2024, 12, 31), "Ahli Muda", 42.5]],
        "Disiplin": [[nip, "DIJATUHKAN", "SEDANG", "Penundaan", "01-02-2024", "31-01-2025", "SK/1"]],
        "Ujian": [[nip, "UD I", date(2023, 5, 2), "YA", "UD/1"]],
        "Asesmen": [[nip, "2025-06-01", 1, 2, 3, 4, 5, 1, 2, 3, ""]],
        "Penghargaan": [[nip, "SATYALANCANA X", "", "17-08-2021", "KEPPRES/1"]],
        "JP": [[nip, "20/05/2026", "Workshop", "Lokakarya Contoh", 12, "BPSDM", "S/1"]],
        "Talenta": [[nip, "30-06-2026", "82,5", 70, "", "", "", "", 99.99]],
    }


def test_every_sheet_of_the_workbook_comes_in(instansi: Instansi, pegawai: Pegawai) -> None:
    atasan = PegawaiPabrik(instansi=instansi)
    assert hitung(masukkan(instansi, buku(**semua_lembar(pegawai.nip, atasan.nip)))) == {StatusBaris.BARU: 9}
    pegawai.refresh_from_db()
    assert (pegawai.atasan, pegawai.versi) == (atasan, 2)
    assert Penilaian.objects.values_list("tahun", "predikat", "sumber").get() == (
        2025, Predikat.BAIK, SumberPenilaian.DATA_AWAL
    )  # fmt: skip
    assert PenetapanAngkaKredit.objects.values_list("sampai", "jenjang", "jumlah_senti").get() == (
        date(2024, 12, 31), Jenjang.AHLI_MUDA, 4250
    )  # fmt: skip
    assert HukumanDisiplin.objects.values_list("status", "tingkat", "sampai").get() == (
        StatusDisiplin.DIJATUHKAN, TingkatHukuman.SEDANG, date(2025, 1, 31)
    )  # fmt: skip
    assert HasilUjian.objects.values_list("jenis", "lulus").get() == (JenisUjian.UJIAN_DINAS_TK_I, True)
    assert AsesmenKompetensi.objects.values_list(
        "integritas", "pelayanan_publik", "perekat_bangsa"
    ).get() == (1, 5, None)
    assert PengembanganKompetensi.objects.values_list("bentuk", "jp").get() == (
        BentukPengembangan.WORKSHOP,
        12,
    )


def test_the_same_workbook_twice_changes_nothing(instansi: Instansi, pegawai: Pegawai) -> None:
    isi = buku(**semua_lembar(pegawai.nip, PegawaiPabrik(instansi=instansi).nip))
    masukkan(instansi, isi)
    sebelum = list(Pegawai.objects.order_by("pk").values())
    assert hitung(masukkan(instansi, isi)) == {StatusBaris.SAMA: 9}
    assert list(Pegawai.objects.order_by("pk").values()) == sebelum
    assert PengembanganKompetensi.objects.count() == 1


@pytest.mark.parametrize("nama", [k for k in LEMBAR if k != "Atasan"])
def test_each_sheet_is_optional(instansi: Instansi, pegawai: Pegawai, nama: str) -> None:
    lembar = {nama: semua_lembar(pegawai.nip, "")[nama]}
    assert hitung(cek(instansi, buku(**lembar))) == {StatusBaris.BARU: 1}


def test_empty_cells_do_not_erase(instansi: Instansi, pegawai: Pegawai) -> None:
    masukkan(instansi, buku(Disiplin=semua_lembar(pegawai.nip, "")["Disiplin"]))
    baris = [[pegawai.nip, "DIJATUHKAN", "SEDANG", "", "01-02-2024", "", ""]]
    assert hitung(masukkan(instansi, buku(Disiplin=baris))) == {StatusBaris.SAMA: 1}
    assert HukumanDisiplin.objects.get().nomor_sk == "SK/1"


def test_a_correction_is_shown_in_words_and_applied(instansi: Instansi, pegawai: Pegawai) -> None:
    masukkan(instansi, buku(PAK=[[pegawai.nip, "PAK/1", date(2024, 12, 31), "Ahli Muda", 42.5]]))
    impor = masukkan(instansi, buku(PAK=[[pegawai.nip, "PAK/1", "31-12-2024", "ahli muda", "43,25"]]))
    assert impor.baris.get().beda == [
        {"kolom": "Berlaku sampai", "lama": "", "baru": "31-12-2024"},  # which of the PAK it is
        {"kolom": "Angka kredit", "lama": "42,50", "baru": "43,25"},
    ]
    assert PenetapanAngkaKredit.objects.get().jumlah_senti == 4325


def test_the_old_leader_is_shown_beside_the_new_one(instansi: Instansi, pegawai: Pegawai) -> None:
    lama, baru = PegawaiPabrik(instansi=instansi, nama="Lama"), PegawaiPabrik(instansi=instansi, nama="Baru")
    masukkan(instansi, buku(Atasan=[[pegawai.nip, lama.nip]]))
    impor = cek(instansi, buku(Atasan=[[pegawai.nip, baru.nip]]))
    assert impor.baris.get().beda == [{"kolom": "Atasan penilai", "lama": "Lama", "baru": "Baru"}]


def test_a_circle_of_leaders_is_left_to_the_data_check(instansi: Instansi) -> None:
    a, b = PegawaiPabrik(instansi=instansi), PegawaiPabrik(instansi=instansi)
    assert hitung(masukkan(instansi, buku(Atasan=[[a.nip, b.nip], [b.nip, a.nip]]))) == {StatusBaris.BARU: 2}


def test_a_person_cannot_lead_themself(instansi: Instansi, pegawai: Pegawai) -> None:
    assert galat(instansi, Atasan=[[pegawai.nip, pegawai.nip]])[:2] == ("Atasan", "B2")


@pytest.mark.parametrize("di_sini", [False, True])
def test_both_people_of_a_pair_must_be_here(instansi: Instansi, pegawai: Pegawai, di_sini: bool) -> None:
    asing = PegawaiPabrik(instansi=InstansiPabrik(kode="lain")).nip
    baris = [pegawai.nip, asing] if di_sini else [asing, pegawai.nip]
    assert "tidak ada di instansi ini" in galat(instansi, Atasan=[baris])[2]


GALAT: list[tuple[str, list[Any], str]] = [
    ("Predikat", [1999, SESUAI, SESUAI, "BAIK"], "B2"),
    ("Predikat", [2025, SESUAI, SESUAI, "KURANG"], "E2"),
    ("PAK", ["x", "31-02-2024", "Ahli Muda", 1], "C2"),
    ("PAK", ["x", "31-12-2024", "Ahli", 1], "D2"),
    ("PAK", ["x", "31-12-2024", "Ahli Muda", "1,234"], "E2"),
    ("Disiplin", ["DIHUKUM", "SEDANG", "", "01-01-2024", "", ""], "B2"),
    ("Disiplin", ["DIJATUHKAN", "", "", "01-01-2024", "", ""], "C2"),
    ("Disiplin", ["DIJATUHKAN", "BERAT", "", "02-01-2024", "01-01-2024", ""], "F2"),
    ("Ujian", ["UD 9", "01-01-2024", "YA", ""], "B2"),
    ("Ujian", ["UD I", "01-01-2024", "MUNGKIN", ""], "D2"),
    ("Asesmen", ["01-01-2024", 6, 1, 1, 1, 1, 1, 1, 1, 1], "C2"),
    ("Asesmen", ["01-01-2024", *[""] * 9], "B2"),
    ("JP", ["01-01-2024", "Piknik", "x", 1, "", ""], "C2"),
    ("JP", ["01-01-2024", "Workshop", "x", 0, "", ""], "E2"),
    ("JP", ["", "Workshop", "x", 1, "", ""], "B2"),
]


@pytest.mark.parametrize(("lembar", "isi", "sel"), GALAT, ids=[f"{n} {s}" for n, _, s in GALAT])
def test_a_fault_is_told_by_sheet_and_cell(
    instansi: Instansi, pegawai: Pegawai, lembar: str, isi: list[Any], sel: str
) -> None:
    assert galat(instansi, **{lembar: [[pegawai.nip, *isi]]})[:2] == (lembar, sel)


def test_a_nip_stored_as_a_number_is_refused(instansi: Instansi, pegawai: Pegawai) -> None:
    assert (
        "tersimpan sebagai angka"
        in galat(instansi, Ujian=[[int(pegawai.nip), "UD I", "01-01-2024", "YA", ""]])[2]
    )


def test_the_same_record_twice_in_a_sheet_refuses_both(instansi: Instansi, pegawai: Pegawai) -> None:
    baris = [pegawai.nip, "UD I", "01-01-2024", "YA", ""]
    impor = cek(instansi, buku(Ujian=[baris, baris, [pegawai.nip, "UD II", "01-01-2024", "YA", ""]]))
    assert hitung(impor) == {StatusBaris.DITOLAK: 2, StatusBaris.BARU: 1}


def test_data_awal_never_overrules_e_kinerja_or_a_rating_given_here(instansi: Instansi) -> None:
    for sumber in (SumberPenilaian.EKINERJA, SumberPenilaian.DI_SINI):
        orang = PegawaiPabrik(instansi=instansi)
        PenilaianPabrik(pegawai=orang, sumber=sumber)
        baris = [orang.nip, 2025, "DI ATAS EKSPEKTASI", "DI ATAS EKSPEKTASI", "SANGAT BAIK"]
        assert "tidak diganti" in galat(instansi, Predikat=[baris])[2]


def test_a_pak_changes_the_draft_conversion_of_its_year(instansi: Instansi, pegawai: Pegawai) -> None:
    masukkan(instansi, buku(Predikat=[[pegawai.nip, 2025, SESUAI, SESUAI, "BAIK"]]))
    assert KonversiAngkaKredit.objects.get().bulan == 12
    masukkan(instansi, buku(PAK=[[pegawai.nip, "PAK/1", "30-06-2025", "Ahli Muda", 42.5]]))
    assert KonversiAngkaKredit.objects.get().bulan == 6


BUKU_BURUK = [
    ("csv", csv_dari([["NIP", "NIP ATASAN"]]), "data.csv", "data_awal_csv"),
    ("no known sheet", xlsx({"Lembar1": [["NIP", "NIP ATASAN"]]}), "data.xlsx", "data_awal_tanpa_lembar"),
    ("headers only", xlsx({"Atasan": [LEMBAR["Atasan"]]}), "data.xlsx", "berkas_kosong"),
    ("missing column", xlsx({"Ujian": [["NIP", "JENIS"], ["1", "UD I"]]}), "data.xlsx", "kepala_kurang"),
    ("formula", xlsx({"Ujian": [LEMBAR["Ujian"], ["=1+1"]]}), "data.xlsx", "sel_rumus"),
]


@pytest.mark.parametrize(("isi", "nama", "kode"), [b[1:] for b in BUKU_BURUK], ids=[b[0] for b in BUKU_BURUK])
def test_a_workbook_that_cannot_be_used_is_refused(
    instansi: Instansi, isi: bytes, nama: str, kode: str
) -> None:
    impor = cek(instansi, isi, nama)
    assert (impor.status, impor.ringkasan["kode"]) == (StatusImpor.DITOLAK, kode)


def test_the_template_has_every_sheet_text_columns_for_nip_and_a_list_of_codes() -> None:
    isi = template()
    satu = buka_buku(BytesIO(isi), "contoh.xlsx")
    assert [b.nama for b in satu.lembar] == [*LEMBAR, "Kode"]
    for nama, kepala in LEMBAR.items():
        assert next(iter(satu.baris(nama)))[1] == list(kepala)
    kode = {sel for _, baris in satu.baris("Kode") for sel in baris}
    assert {"DIJATUHKAN", "UD I", "Ahli Muda", "Workshop", "SANGAT BAIK"} <= kode
    assert b'numFmtId="49"' in bagian(isi, "xl/styles.xml"), "text format"


def test_the_empty_template_is_refused_as_empty_and_the_hr_page_finds_it(instansi: Instansi) -> None:
    assert cek(instansi, template()).ringkasan["kode"] == "berkas_kosong"
    pembaca = PEMBACA["data_awal"]
    assert isinstance(pembaca, PembacaDataAwal)
    assert pembaca.templat()[:2] == b"PK"


def test_the_command_applies_a_workbook(instansi: Instansi, pegawai: Pegawai, tmp_path: Path) -> None:
    berkas, keluar = tmp_path / "data.xlsx", StringIO()
    berkas.write_bytes(buku(Ujian=semua_lembar(pegawai.nip, "")["Ujian"]))
    call_command("impor_data_awal", str(berkas), "--instansi", "uji", "--terapkan", stdout=keluar)
    assert '"baru": 1' in keluar.getvalue()
    assert HasilUjian.objects.count() == 1
