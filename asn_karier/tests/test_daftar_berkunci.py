"""Lists by place: every row once and in order, whatever the order, whatever changes meanwhile."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.contrib.admin import site
from django.db.models import F
from django.test import Client
from django.urls import reverse

from asn_karier.lib.situs import daftar
from asn_karier.lib.situs.daftar import Tempat, baca_tempat, lajur_urutan, sesudah, tulis_tempat
from pegawai.models import Pegawai, RiwayatPangkat
from pegawai.reports.posisi import dengan_posisi
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db
DAFTAR = "admin:pegawai_pegawai_changelist"
SEHALAMAN = 3


@pytest.fixture
def orang(monkeypatch: pytest.MonkeyPatch) -> list[Pegawai]:
    """Eleven people: names that repeat, units and pangkat that some lack."""
    monkeypatch.setattr(site._registry[Pegawai], "list_per_page", SEHALAMAN)
    unit = [UnitKerjaPabrik(nama=n) for n in ("Bidang A", "Bidang B")]
    orang = [PegawaiPabrik(nama=f"Nama {i % 4}", unit=None if i % 3 == 0 else unit[i % 2]) for i in range(11)]
    RiwayatPangkat.objects.filter(pegawai__in=orang[::2]).delete()
    return orang


@pytest.fixture
def meja(client: Client) -> Client:
    client.force_login(PenggunaPabrik(is_superuser=True, is_staff=True))
    return client


def baca(meja: Client, alamat: str) -> Any:
    return meja.get(f"{reverse(DAFTAR)}{alamat}").context["cl"]


def semua(meja: Client, alamat: str, arah: str = "berikut") -> list[list[int]]:
    """The pages from here to the end of the list in one direction."""
    halaman = []
    while True:
        cl = baca(meja, alamat)
        halaman.append([p.pk for p in cl.result_list])
        alamat = getattr(cl.halaman, arah)
        if not alamat:
            return halaman


URUTAN = [
    ("nama", "pk"),
    ("-nama", "-pk"),
    ("unit__nama", "-pk"),
    ("-unit__nama", "pk"),
    ("golongan_kini", "pk"),
    (F("unit__nama").desc(), "-nip"),
    ("-tanggal_lahir", "unit_id", "pk"),
]


def rata(halaman: list[list[int]]) -> list[int]:
    return [pk for satu in halaman for pk in satu]


@pytest.mark.parametrize("urutan", URUTAN)
def test_pages_by_place_are_the_whole_order_both_ways(orang: list[Pegawai], urutan: Any) -> None:
    baris = dengan_posisi(Pegawai.objects.all(), date(2026, 11, 28)).order_by(*urutan)
    lajur, harap = lajur_urutan(baris), list(baris)
    assert lajur
    for i, satu in enumerate(harap):
        nilai = [daftar._nilai(satu, term.nama) for term in lajur]
        for mundur, sisa in ((False, harap[i + 1 :]), (True, harap[:i][::-1])):
            tempat = baca_tempat(tulis_tempat(Tempat(mundur, nilai)), lajur)
            assert tempat == Tempat(mundur, nilai)
            urut = baris.reverse() if mundur else baris
            assert list(urut.filter(sesudah(lajur, tempat))) == sisa


@pytest.mark.parametrize(
    "urutan", [("unit", "pk"), ("?",), (F("nama").asc(nulls_last=True), "pk"), ("nama",), ()]
)
def test_an_order_without_places_keeps_page_numbers(urutan: Any) -> None:
    assert lajur_urutan(Pegawai.objects.order_by(*urutan)) == []


def test_the_list_goes_forth_and_back_through_every_row_once(orang: list[Pegawai], meja: Client) -> None:
    maju = semua(meja, "?o=-0")
    assert [len(h) for h in maju] == [3, 3, 3, 2]
    assert rata(maju) == list(Pegawai.objects.order_by("-nama", "pk").values_list("pk", flat=True))
    akhir = "?o=-0"
    for _ in range(3):
        akhir = baca(meja, akhir).halaman.berikut
    assert rata([h[::-1] for h in semua(meja, akhir, "sebelum")]) == rata(maju)[::-1]
    assert b"Sebelumnya" not in meja.get(reverse(DAFTAR)).content
    assert b"Berikutnya" in meja.get(reverse(DAFTAR)).content


def test_rows_that_come_change_and_go_move_no_other_row(orang: list[Pegawai], meja: Client) -> None:
    pertama = baca(meja, "?")
    terlihat = [p.pk for p in pertama.result_list]
    sisa = [p.pk for p in Pegawai.objects.order_by("nama", "pk") if p.pk not in terlihat]
    # The last row shown becomes another's neighbour, and somebody comes in before the place.
    Pegawai.objects.filter(pk=terlihat[-1]).update(nama="Zainal")
    PegawaiPabrik(nama="Aminah")

    lanjut = rata(semua(meja, pertama.halaman.berikut))

    assert lanjut == [*sisa, terlihat[-1]]


def test_the_filter_stays_and_a_place_of_another_order_is_the_first_page(
    orang: list[Pegawai], meja: Client
) -> None:
    cl = baca(meja, "?q=Nama+1&o=1")
    assert (cl.result_count, cl.halaman.berikut, cl.jumlah) == (3, "", "3")
    berikut = parse_qs(baca(meja, "?q=Nama").halaman.berikut[1:])
    assert berikut["q"] == ["Nama"]
    asing = berikut["p"][0]
    for alamat in (f"?o=-1&p={asing[:-5]}", "?p=entah", "?p=2x", f"?o=1.0&p={asing}"):
        assert [p.pk for p in baca(meja, alamat).result_list] == [
            p.pk for p in baca(meja, alamat.split("p=")[0]).result_list
        ]


def test_an_address_of_a_page_names_nobody(orang: list[Pegawai], meja: Client) -> None:
    alamat = baca(meja, "?").halaman.berikut
    assert "Nama" not in alamat
    assert orang[0].nip not in alamat


def test_rows_are_counted_up_to_a_bound(
    orang: list[Pegawai], meja: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(daftar, "BATAS_HITUNG", 5)
    jawaban = meja.get(reverse(DAFTAR))
    assert jawaban.context["cl"].result_count == 6
    assert b"lebih dari 5 pegawai" in jawaban.content


def test_a_filter_that_no_database_could_hold_is_no_filter(meja: Client) -> None:
    """PostgreSQL knows no NUL."""
    daftar = reverse("admin:kinerja_skp_changelist")
    jawaban = meja.get(daftar, {"status__exact": "draf\x00"})
    assert (jawaban.status_code, jawaban["Location"]) == (302, f"{daftar}?e=1")
    assert meja.get(jawaban["Location"]).status_code == 200
