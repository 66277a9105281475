"""JP in the ready reports: everybody, who has too little, per unit, near and far."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from pegawai.enums import BentukPengembangan as B
from pegawai.models import Pegawai, Pengguna
from pegawai.reports.laporan import LAPORAN, Permintaan
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PengembanganPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db
PER = date(2026, 11, 29)


@pytest.fixture
def hr() -> Pengguna:
    """A near and a far unit; one PNS with enough, one with too little, one PPPK, and one who is off duty."""
    instansi = InstansiPabrik(kode="batanghari")
    dekat = UnitKerjaPabrik(instansi=instansi, nama="Dinas Dekat")
    jauh = UnitKerjaPabrik(instansi=instansi, nama="Distrik Jauh", terpencil=True)
    cukup = PegawaiPabrik(pelaksana=True, instansi=instansi, unit=dekat, nama="Cukup")
    kurang = PegawaiPabrik(pelaksana=True, instansi=instansi, unit=jauh, nama="Kurang")
    pppk = PegawaiPabrik(pppk=True, instansi=instansi, unit=jauh, nama="Kontrak")
    PegawaiPabrik(pelaksana=True, instansi=instansi, unit=jauh, nama="Cuti", kedudukan_hukum=2)
    PengembanganPabrik(pegawai=cukup, jp=21)
    PengembanganPabrik(pegawai=cukup, jp=50, tanggal_selesai=date(2025, 12, 31))
    PengembanganPabrik(pegawai=kurang, jp=3, bentuk=B.E_LEARNING)
    PengembanganPabrik(pegawai=kurang, jp=90, tanggal_selesai=date(2026, 11, 30))
    PengembanganPabrik(pegawai=pppk, jp=8)
    return hr_dari(instansi)


def isi(hr: Pengguna, kode: str, per: date = PER) -> tuple[list[str], list[list[Any]]]:
    hasil = LAPORAN[kode].buat(Permintaan(Pegawai.objects.visible_to(hr), per, hr))
    return list(hasil.kepala), [list(b) for b in hasil.baris()]


def test_everybody_on_duty_with_what_is_missing_to_the_right_of_a_pns(hr: Pengguna) -> None:
    kepala, baris = isi(hr, "jp-pegawai")
    assert kepala[-2:] == ["JP 2026", "Kurang dari 20 JP"]
    nama = kepala.index("Nama")
    assert {b[nama]: tuple(b[-2:]) for b in baris} == {
        "Cukup": (21, 0),
        "Kontrak": (8, ""),
        "Kurang": (3, 17),
    }
    assert {b[nama]: b[-2] for b in isi(hr, "jp-pegawai", date(2025, 12, 31))[1]}["Cukup"] == 50


def test_only_pns_below_their_right_are_listed(hr: Pengguna) -> None:
    kepala, baris = isi(hr, "jp-kurang")
    assert [b[kepala.index("Nama")] for b in baris] == ["Kurang"]


def test_units_and_remoteness_add_up(hr: Pengguna) -> None:
    assert isi(hr, "jp-unit")[1] == [
        ["Dinas Dekat", 1, 1, 0, 0, 21, "21,0"],
        ["Distrik Jauh", 1, 0, 1, 1, 11, "5,5"],
        ["Jumlah", 2, 1, 1, 1, 32, "10,7"],
    ]
    assert isi(hr, "jp-akses")[1] == [
        ["Unit terpencil", "PNS", 1, 0, 1, "3,0", "3,0"],
        ["Unit terpencil", "PPPK", 1, "", "", "8,0", "0,0"],
        ["Unit lain", "PNS", 1, 1, 0, "21,0", "0,0"],
        ["Unit lain", "PPPK", 0, "", "", "", ""],
    ]


def test_the_page_names_the_rule_behind_it(hr: Pengguna) -> None:
    halaman = masuk(hr).get(reverse("admin:pegawai_pegawai_laporan_isi", args=["jp-kurang"])).content.decode()
    assert "Hak pengembangan kompetensi" in halaman
