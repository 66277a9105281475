"""Two reports that count differently say why, with lists of exactly the people they name."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from pegawai.enums import KedudukanHukum, StatusKepegawaian
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.reports.laporan import LAPORAN
from pegawai.reports.yang_dihitung import Bagian, kalimat, rangkai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, UnitKerjaPabrik

LEPAS = "tidak sedang bertugas (CLTN, MPP, dan lain-lain)"
DUK = (
    "PNS yang bertugas dan sudah mulai bekerja pada tanggal itu. "
    f"Tidak dihitung: 1 CPNS dan 2 PNS yang {LEPAS}."
)
REKAP = f"Semua pegawai yang tercatat: 5 PNS dan 2 PPPK. Di antaranya 1 CPNS dan 3 {LEPAS}."


@pytest.mark.parametrize(
    ("jumlah", "teks"),
    [
        ([], ""),
        ([1], "Tanpa: 1 CPNS."),
        ([1, 2], "Tanpa: 1 CPNS dan 2 CPNS."),
        ([1, 2, 3000], "Tanpa: 1 CPNS, 2 CPNS, dan 3.000 CPNS."),
    ],
)
def test_numbers_of_people_are_joined_as_one_writes_them(jumlah: list[int], teks: str) -> None:
    assert kalimat(rangkai("Tanpa: ", [Bagian(n, "CPNS") for n in jumlah])) == teks


@pytest.fixture
def instansi(db: None) -> Instansi:
    """Two PNS on duty, one CPNS, two PNS and one PPPK away, one PPPK on duty."""
    instansi: Instansi = InstansiPabrik(kode="batanghari")
    dinas = {"instansi": instansi}
    PegawaiPabrik(pelaksana=True, **dinas)
    PegawaiPabrik(pelaksana=True, kedudukan_hukum=KedudukanHukum.TUGAS_BELAJAR, **dinas)
    PegawaiPabrik(status=StatusKepegawaian.CPNS, tmt_pns=None, **dinas)
    for kedudukan in (KedudukanHukum.CLTN, KedudukanHukum.MASA_PERSIAPAN_PENSIUN):
        PegawaiPabrik(kedudukan_hukum=kedudukan, **dinas)
    PegawaiPabrik(pppk=True, **dinas)
    PegawaiPabrik(pppk=True, kedudukan_hukum=KedudukanHukum.PPPK_TIDAK_AKTIF, **dinas)
    return instansi


def isi(client: Client, kode: str, **saringan: Any) -> Any:
    return client.get(reverse("admin:pegawai_pegawai_laporan_isi", args=[kode]), saringan).context


def teks(client: Client, kode: str, **saringan: Any) -> str:
    return "".join(r["teks"] for r in isi(client, kode, **saringan)["dihitung"])


def test_rekap_and_duk_say_why_their_numbers_of_pns_differ(client: Client, hr: Pengguna) -> None:
    assert teks(client, "rekap-golongan") == REKAP
    assert teks(client, "duk") == DUK
    assert isi(client, "duk")["jumlah"] == 5 - 1 - 2
    assert teks(client, "bezetting") == f"Pegawai yang bertugas. Tidak dihitung: 3 {LEPAS}."
    assert teks(client, "kontrak") == f"Semua PPPK yang tercatat: 2 PPPK. Di antaranya 1 {LEPAS}."
    assert teks(client, "hasil-usul") == ""


def test_the_file_and_the_paper_say_it_too(client: Client, hr: Pengguna) -> None:
    for nama, sisa in (("unduh", ["csv"]), ("cetak", [])):
        url = reverse(f"admin:pegawai_pegawai_laporan_{nama}", args=["duk", *sisa])
        assert DUK in b"".join(client.get(url).streaming_content).decode()


@pytest.mark.parametrize("kode", LAPORAN)
def test_every_number_of_people_leads_to_exactly_those(client: Client, hr: Pengguna, kode: str) -> None:
    for r in isi(client, kode)["dihitung"]:
        if r["url"]:
            daftar = client.get(r["url"]).context["cl"]
            assert daftar.result_count == int(r["teks"].split()[0]), r


def test_the_lists_are_narrowed_as_the_report_is(client: Client, hr: Pengguna, instansi: Instansi) -> None:
    unit = UnitKerjaPabrik(instansi=instansi)
    Pegawai.objects.filter(kedudukan_hukum=KedudukanHukum.CLTN).update(unit=unit)
    (tautan,) = [r for r in isi(client, "duk", unit=unit.pk)["dihitung"] if r["url"]]
    assert tautan["teks"].startswith("1 PNS")
    assert parse_qs(urlsplit(tautan["url"]).query) == {"kelompok": ["pns_lepas"], "unit": [str(unit.pk)]}
    assert client.get(tautan["url"]).context["cl"].result_count == 1


def test_a_golongan_of_another_day_has_no_list(client: Client, hr: Pengguna) -> None:
    saringan = {"golongan": "1-10", "per": "01-01-2030"}
    assert not [r for r in isi(client, "rekap-golongan", **saringan)["dihitung"] if r["url"]]


def test_who_begins_after_the_day_of_the_duk_is_named(client: Client, hr: Pengguna) -> None:
    assert "2 PNS yang TMT CPNS-nya sesudah tanggal itu" in teks(
        client, "duk", per=f"{date(1980, 1, 1):%d-%m-%Y}"
    )


def test_who_has_no_post_is_not_on_the_map_of_posts(client: Client, hr: Pengguna, instansi: Instansi) -> None:
    PegawaiPabrik(instansi=instansi)
    assert "dan 2 yang jabatannya belum dicatat." in teks(client, "peta-jabatan")


def test_a_group_nobody_knows_lists_nobody(client: Client, hr: Pengguna) -> None:
    daftar = reverse("admin:pegawai_pegawai_changelist")
    assert client.get(daftar, {"kelompok": "x"}).context["cl"].result_count == 0
