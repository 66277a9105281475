"""Laporan: numbers equal lists, files equal pages, and nothing leaves the scope."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.models import Jejak
from pegawai.enums import BentukPengembangan, JenisPeran
from pegawai.models import Instansi, Pegawai, Pengguna, TampilanTersimpan
from pegawai.reports.duk import SAMA
from pegawai.reports.laporan import LAPORAN, tabel_angka
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)
from pegawai.tests.pabrik_lain import PenandaTanganPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari")
    return satu


def isi(client: Client, kode: str, **saringan: Any) -> Any:
    return client.get(reverse("admin:pegawai_pegawai_laporan_isi", args=[kode]), saringan)


def unduh(client: Client, kode: str, **saringan: Any) -> str:
    url = reverse("admin:pegawai_pegawai_laporan_unduh", args=[kode, "csv"])
    return b"".join(client.get(url, saringan).streaming_content).decode()


def pns(nama: str, golongan: int, tmt: date = date(2020, 4, 1), **lain: Any) -> Pegawai:
    pangkat = {"pangkat__golongan": golongan, "pangkat__tmt": tmt}
    mkg = {"pangkat__masa_kerja_tahun": 8, "pangkat__masa_kerja_bulan": 0}
    orang: Pegawai = PegawaiPabrik(pelaksana=True, nama=nama, **pangkat, **mkg, **lain)
    return orang


def test_the_duk_stands_in_the_legal_order_three_clicks_from_the_desk(client: Client, hr: Pengguna) -> None:
    lahir = {"tanggal_lahir": date(1985, 1, 1)}
    terlatih = pns("Terlatih", 10, **lahir)
    PengembanganPabrik(
        pegawai=terlatih,
        bentuk=BentukPengembangan.DIKLAT_STRUKTURAL,
        nama="PKP",
        tanggal_selesai=date(2024, 1, 1),
    )
    pns("Kedua", 11, date(2022, 4, 1))
    pns("Pertama", 11)
    pns("Muda", 10, tanggal_lahir=date(1990, 1, 1))
    kembar = [pns("Kembar", 9, **lahir), pns("Kembar", 9, **lahir)]
    PegawaiPabrik(pppk=True)
    indeks = client.get(reverse("admin:pegawai_pegawai_laporan"))
    duk = indeks.context["kelompok"]["Daftar"][0]
    assert duk["judul"] == "DUK per 31 Desember"
    halaman = client.get(duk["url"])
    baris = halaman.context["baris"]
    assert [b[1] for b in baris] == ["Pertama", "Kedua", "Terlatih", "Muda", "Kembar", "Kembar"]
    assert [b[2] for b in baris[4:]] == sorted(p.nip for p in kembar)
    assert [b[-1] for b in baris] == ["", "", "", "", "", SAMA]
    berkas = client.get(halaman.context["unduh"][0]["url"])
    assert b"".join(berkas.streaming_content).startswith(b"PK")
    cetak = b"".join(client.get(halaman.context["url_cetak"]).streaming_content).decode()
    assert cetak.index("Pertama") < cetak.index("Kembar")
    assert "PP 15/1979" in cetak


def test_a_file_holds_what_the_page_shows_and_says_where_it_is_from(
    client: Client, hr: Pengguna, instansi: Instansi
) -> None:
    unit = UnitKerjaPabrik(instansi=instansi, nama="Dinas Contoh")
    pns("=HYPERLINK(1)", 10, unit=unit, tanggal_lahir=date(1970, 3, 1))
    PegawaiPabrik(pppk=True, unit=unit, nama="\uff1dKontrak")
    for kode, laporan in LAPORAN.items():
        halaman, teks = isi(client, kode), unduh(client, kode)
        baris = halaman.context["baris"]
        data = [b for b in baris if "Jumlah" not in b]
        assert halaman.context["jumlah"] == len(data), kode
        satuan = "orang" if laporan.kelompok == "Daftar" else "baris"
        assert f"\nJumlah,{len(data)} {satuan}\n" in teks.replace("\r", ""), kode
        assert not [sel for b in baris for sel in b if sel not in teks], kode
        assert not [awal for awal in "\n," if f"{awal}=HYPERLINK" in teks or f"{awal}\uff1d" in teks], kode
        bagian = ["Sumber", "Lingkup", "Saringan", "Dicetak", *(["Aturan"] if laporan.aturan else [])]
        assert not [x for x in bagian if f"\n{x}," not in teks], kode


def test_no_report_shows_anybody_outside_the_scope(client: Client, hr: Pengguna, instansi: Instansi) -> None:
    unit = UnitKerjaPabrik(instansi=instansi, nama="Dinas Contoh")
    lahir = {"tanggal_lahir": date(1970, 3, 1)}
    dalam, luar = pns("Dalam", 10, unit=unit, **lahir), pns("Luar", 10, **lahir)
    asing = pns("Asing", 10, instansi=InstansiPabrik(kode="nabire"), **lahir)
    operator = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=operator, instansi=instansi, jenis=JenisPeran.OPERATOR_UNIT, unit=unit)
    for siapa, boleh in ((hr, {dalam, luar}), (operator, {dalam})):
        client.force_login(siapa)
        for kode in LAPORAN:
            tampak = {p for p in (dalam, luar, asing) if p.nip in unduh(client, kode)}
            assert tampak <= boleh, kode
            assert tampak == boleh or kode not in ("duk", "nominatif", "bup"), kode
    client.force_login(hr_dari(InstansiPabrik(kode="nabire")))
    assert isi(client, "duk", unit=unit.pk).status_code == 404


def test_a_report_costs_as_many_queries_for_twenty_people_as_for_two(
    client: Client, hr: Pengguna, instansi: Instansi
) -> None:
    def tambah(n: int) -> None:
        for _ in range(n):
            unit = UnitKerjaPabrik(instansi=instansi)
            pns("Orang", 10, unit=unit, tanggal_lahir=date(1970, 3, 1))
            PegawaiPabrik(pppk=True, unit=unit)

    def biaya(kode: str) -> int:
        with CaptureQueriesContext(connection) as tangkap:
            isi(client, kode)
            unduh(client, kode)
        return len(tangkap)

    tambah(1)
    isi(client, "duk")
    sedikit = {kode: biaya(kode) for kode in LAPORAN}
    tambah(9)
    assert {kode: n for kode in LAPORAN if (n := biaya(kode)) > sedikit[kode]} == {}


def test_filters_narrow_the_rows_and_are_written_down(client: Client, hr: Pengguna) -> None:
    pns("Sepuluh", 10)
    pns("Sebelas", 11)
    PegawaiPabrik(pppk=True, nama="Kontrak")
    assert [b[1] for b in isi(client, "nominatif", golongan="1-11").context["baris"]] == ["Sebelas"]
    halaman = isi(client, "nominatif", jenis="2", per="31-12-2025")
    assert [b[1] for b in halaman.context["baris"]] == ["Kontrak"]
    assert "Jenis pegawai: PPPK" in dict(halaman.context["keterangan"])["Saringan"]
    assert "31 Desember 2025" in halaman.context["title"]


@pytest.mark.parametrize(
    "saringan", [{"per": "kapan"}, {"golongan": "x-y"}, {"golongan": "1-99"}, {"jenis": "9"}, {"mulai": "-4"}]
)
def test_a_filter_typed_wrongly_narrows_nothing(
    client: Client, hr: Pengguna, saringan: dict[str, str]
) -> None:
    pns("Orang", 10)
    assert len(isi(client, "nominatif", **saringan).context["baris"]) == 1


def test_everybody_in_a_file_gets_a_trail_row(client: Client, hr: Pengguna) -> None:
    orang = pns("Orang", 10)
    unduh(client, "duk")
    assert Jejak.objects.get(tindakan="unduh").subjek_id == orang.pk
    unduh(client, "bezetting")
    assert Jejak.objects.get(tindakan="unduh_rekap").rincian == {"laporan": "bezetting", "cara": "unduh"}


def test_the_paper_bears_the_office_and_its_signer(client: Client, hr: Pengguna, instansi: Instansi) -> None:
    PenandaTanganPabrik(instansi=instansi, nama="Kepala Contoh")
    url = reverse("admin:pegawai_pegawai_laporan_cetak", args=["bezetting"])
    assert "Kepala Contoh" in b"".join(client.get(url).streaming_content).decode()


def test_the_numbers_of_bezetting_add_up_to_the_list(
    client: Client, hr: Pengguna, instansi: Instansi
) -> None:
    unit = UnitKerjaPabrik(instansi=instansi, nama="Dinas")
    pns("Satu", 10, unit=unit)
    PegawaiPabrik(pppk=True, unit=unit)
    PegawaiPabrik(struktural=True)
    baris = isi(client, "bezetting").context["baris"]
    assert baris == [
        ["Dinas", "1", "1", "0", "1", "1", "0", "2"],
        ["Belum dicatat", "1", "0", "1", "0", "0", "0", "1"],
        ["Jumlah", "2", "1", "1", "1", "1", "0", "3"],
    ]


def test_the_sum_follows_the_last_row_once_and_is_not_one_of_them() -> None:
    isi = tabel_angka(("Unit", "Jumlah"), [["A", 1], ["B", 2], ["Jumlah", 3]], berjumlah=True)
    assert isi.jumlah == 2
    assert [list(b) for b in isi.baris()] == [["A", 1], ["B", 2], ["Jumlah", 3]]
    assert [[b[0] for b in isi.baris(n, n + 1)] for n in range(3)] == [["A"], ["B", "Jumlah"], []]
    kosong = tabel_angka(("Unit", "Jumlah"), [["Jumlah", 0]], berjumlah=True)
    assert (kosong.jumlah, list(kosong.baris())) == (0, [["Jumlah", 0]])


def test_ages_are_counted_between_birthdays(client: Client, hr: Pengguna) -> None:
    for lahir in (date(2001, 1, 2), date(2001, 1, 1), date(1960, 6, 1)):
        PegawaiPabrik(tanggal_lahir=lahir)
    baris = isi(client, "rekap-usia", per="01-01-2027").context["baris"]
    assert {b[1]: b[2] for b in baris if b[2] != "0"} == {
        "Di bawah 26 tahun": "1",
        "26–30 tahun": "1",
        "61 tahun ke atas": "1",
        "Jumlah": "3",
    }


# -- saved views ----------------------------------------------------------------------------------


def test_a_view_is_saved_found_again_and_removed_by_its_owner(
    client: Client, hr: Pengguna, instansi: Instansi
) -> None:
    daftar, simpan = reverse("admin:pegawai_pegawai_changelist"), reverse("admin:pegawai_pegawai_tampilan")
    client.post(simpan, {"nama": " Golongan  III/b ", "saringan": "golongan=1-10&p=3", "bagikan": "1"})
    client.post(simpan, {"nama": "Milik saya", "saringan": "jenis__exact=2"})
    assert (
        "sudah punya"
        in client.post(simpan, {"nama": "Milik saya", "saringan": "q=abc"}, follow=True).content.decode()
    )
    assert "Isi nama" in client.post(simpan, {"nama": " ", "saringan": "q=abc"}, follow=True).content.decode()
    tampilan = client.get(daftar).context["tampilan"]
    assert [(t["nama"], t["url"]) for t in tampilan] == [
        ("Golongan III/b", f"{daftar}?golongan=1-10"), ("Milik saya", f"{daftar}?jenis__exact=2"),
    ]  # fmt: skip
    client.force_login(hr_dari(instansi))
    (bersama,) = client.get(daftar).context["tampilan"]
    assert (bersama["nama"], bersama["url_hapus"]) == ("Golongan III/b", "")
    client.force_login(hr_dari(InstansiPabrik(kode="nabire")))
    assert client.get(daftar).context["tampilan"] == []
    client.force_login(hr)
    for t in tampilan:
        client.post(t["url_hapus"])
    assert not TampilanTersimpan.objects.exists()
