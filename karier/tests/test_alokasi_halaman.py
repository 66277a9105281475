"""The pages of the allocation at the desk of HR, from the form to the adoption."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from karier.services.alokasi import SapuanAlokasi, compute_scenario
from karier.tests.soal_pelatihan import besok, instansi_bercelah, kelas, minta
from pegawai.models import Instansi, Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, UnitKerjaPabrik, hr_dari
from pelatihan.enums import StatusSkenario
from pelatihan.models import Pendaftaran, SkenarioAlokasi

pytestmark = pytest.mark.django_db
NAMA = "admin:pelatihan_skenarioalokasi"

Dunia = tuple[Instansi, dict[str, Pegawai], Pengguna]


@pytest.fixture
def dunia(client: Client) -> Dunia:
    instansi, orang = instansi_bercelah(ani=1, budi=2)
    kelas(instansi)
    hr = hr_dari(instansi)
    client.force_login(hr)
    return instansi, orang, hr


def isian(instansi: Instansi, **ganti: Any) -> dict[str, Any]:
    return {
        "instansi": instansi.pk,
        "nama": "Semester II",
        "tahun": besok().year,
        "paling_banyak": 2,
        "terpencil": 0,
        "kurang_jp": 40,
        "ukuran": "kursi",
        "paling_sedikit": 0,
        "pagu_persen": 100,
        "kompetensi": ["komunikasi"],
        **ganti,
    }


def lihat(client: Client, nama: str, *args: Any, **kueri: Any) -> str:
    jawaban = client.get(reverse(f"{NAMA}_{nama}", args=args), kueri)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def test_three_scenarios_are_asked_for_computed_and_compared(client: Client, dunia: Dunia) -> None:
    instansi, _, _ = dunia
    assert "Komunikasi" in lihat(client, "baru")
    jawaban = client.post(reverse(f"{NAMA}_baru"), isian(instansi, pembanding="on"))
    pertama = SkenarioAlokasi.objects.earliest("pk")
    assert jawaban["Location"] == reverse(f"{NAMA}_change", args=[pertama.pk])
    assert "Sedang dihitung" in lihat(client, "change", pertama.pk)
    while menunggu := list(SapuanAlokasi().claimable()):
        compute_scenario(menunggu[0])
    banding = lihat(client, "banding")
    for teks in ("Semester II, pagu -10%", "Semester II, tanpa bagian", "Andaian: pagu 90 persen."):
        assert teks in banding
    assert banding.count("<td>Rp 0</td>") == 3


def test_the_page_says_how_many_the_shares_hold_back(client: Client, hr_tiga: Pengguna) -> None:
    """One of three works in a remote unit and asks for half of the seats: one seat stays empty."""
    instansi = Instansi.objects.get()
    adil = minta(instansi, hr_tiga, terpencil=50)
    assert "1 pegawai tidak diusulkan walau kursinya ada" in lihat(client, "change", adil.pk)
    bebas = minta(instansi, hr_tiga)
    assert "Ditahan pemerataan" not in lihat(client, "change", bebas.pk)


@pytest.fixture
def hr_tiga(client: Client) -> Pengguna:
    instansi, orang = instansi_bercelah(ani=1, budi=1, citra=1)
    orang["ani"].unit = UnitKerjaPabrik(instansi=instansi, terpencil=True)
    orang["ani"].save()
    kelas(instansi, kursi=3)
    hr = hr_dari(instansi)
    client.force_login(hr)
    return hr


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"terpencil": "101"}, "Paling besar 100."),
        ({"tahun": "dua ribu"}, "Isi tahun, misalnya 2026."),
        ({"tahun": 2023}, "Tidak ada kelas tahun 2023 yang dibuka"),
        ({"gratis_kursi": 5}, "Pilih kelas yang mendapat kursi gratis."),
        ({"kompetensi": ["sihir"]}, "sihir"),
    ],
)
def test_a_slip_is_said_and_what_was_typed_stays(
    client: Client, dunia: Dunia, ganti: dict[str, Any], pesan: str
) -> None:
    jawaban = client.post(reverse(f"{NAMA}_baru"), isian(dunia[0], nama="Tetap di sini", **ganti))
    halaman = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert pesan in halaman
    assert "Tetap di sini" in halaman
    assert not SkenarioAlokasi.objects.exists()


def test_hr_reads_reasons_changes_one_and_adopts(client: Client, dunia: Dunia) -> None:
    instansi, orang, hr = dunia
    skenario = minta(instansi, hr)
    assert "Dipilih karena menutup celah Komunikasi level 2 ke 4; tanpa biaya" in lihat(
        client, "change", skenario.pk
    )
    tidak = lihat(client, "change", skenario.pk, lihat="tidak")
    assert "Tidak dipilih karena kursi habis" in tidak
    assert "Budi" not in tidak  # nobody is told who has the seat

    def tekan(nama: str, langkah: str) -> str:
        skenario.refresh_from_db()
        usulan = skenario.usulan.get(pegawai=orang[nama])
        isi = {"usulan": usulan.pk, "versi": skenario.versi, "langkah": langkah}
        return client.post(reverse(f"{NAMA}_ubah", args=[skenario.pk]), isi, follow=True).content.decode()

    assert "2 usulan untuk 1 kursi" in tekan("ani", "tambah")
    assert "dilepas dari usulan" in tekan("budi", "lepas")
    assert "ditambahkan ke usulan" in tekan("ani", "tambah")
    assert "1 pendaftaran dibuat sekaligus" in lihat(client, "pakai", skenario.pk)
    skenario.refresh_from_db()
    url = reverse(f"{NAMA}_pakai", args=[skenario.pk])
    hasil = client.post(url, {"versi": skenario.versi}, follow=True).content.decode()
    assert "Usulan dipakai: 1 pendaftaran dibuat." in hasil
    assert "Lepaskan" not in hasil
    assert Pendaftaran.objects.get().pegawai == orang["ani"]


def test_missed_shares_ask_for_a_tick_first(client: Client, dunia: Dunia) -> None:
    skenario = minta(dunia[0], dunia[2])
    SkenarioAlokasi.objects.update(batas={**skenario.batas, "terpencil": 50})
    url, isi = reverse(f"{NAMA}_pakai", args=[skenario.pk]), {"versi": skenario.versi}
    assert "Centang bahwa Anda mengetahuinya" in client.post(url, isi).content.decode()
    client.post(url, isi | {"tahu": "on"})
    skenario.refresh_from_db()
    assert skenario.status == StatusSkenario.DIPAKAI


def test_another_government_finds_nothing(client: Client, dunia: Dunia) -> None:
    skenario = minta(dunia[0], dunia[2])
    client.force_login(hr_dari(InstansiPabrik(kode="nabire")))
    for nama in ("change", "pakai"):
        assert client.get(reverse(f"{NAMA}_{nama}", args=[skenario.pk])).status_code == 404
    assert "Belum ada skenario yang selesai dihitung" in lihat(client, "banding", s=skenario.pk)
