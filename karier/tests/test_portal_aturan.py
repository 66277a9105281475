"""The law in the portal: one file with its articles, for everybody who is signed in."""

import re
from datetime import date

import pytest
from django.urls import reverse, reverse_lazy

from asn_karier.lib.aturan import AKAR, baca_berkas
from asn_karier.lib.models import Jejak
from karier.models import ParameterInstansi
from pegawai.tests.pabrik import PenggunaPabrik, hr_dari

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]

KUNCI = ("periode_kp", "2025-10-01")


def halaman(client, *kunci):
    return client.get(reverse("karier:aturan", args=kunci or KUNCI))


def test_a_person_reads_every_row_with_its_article_and_confidence(client, saya):
    client.force_login(PenggunaPabrik(pegawai=saya))
    teks = halaman(client, "kenaikan_pangkat", "2026-11-22").content.decode()
    berkas = baca_berkas(AKAR, "kenaikan_pangkat", date(2026, 11, 22))
    for tabel in berkas.nama_tabel:
        for nama in berkas.tabel(tabel):
            assert f'id="{tabel}-{nama}"' in teks
    assert "PP 99/2000 jo PP 12/2002" in teks
    assert "perkiraan, belum terverifikasi" in teks
    assert "Akan berlaku" in teks


def test_what_ones_own_instansi_has_set_is_said_and_that_of_others_is_not(client, saya):
    ParameterInstansi.objects.create(
        instansi=saya.instansi,
        entri="periode_kp/angka/jendela_tutup_tanggal",
        nilai=1,
        berlaku_mulai=date(2026, 11, 1),
        dasar="Keputusan Bupati 1/2026",
        ditetapkan_oleh=hr_dari(saya.instansi),
    )
    client.force_login(PenggunaPabrik(pegawai=saya))
    assert (
        "Di instansi ini 1 sejak 1 November 2026 (Keputusan Bupati 1/2026)."
        in halaman(client).content.decode()
    )
    client.force_login(PenggunaPabrik(username="tanpa-pegawai"))
    assert "Di instansi ini" not in halaman(client).content.decode()


def test_an_account_that_belongs_to_nobody_reads_the_law_too(client):
    client.force_login(PenggunaPabrik(username="tanpa-pegawai"))
    assert halaman(client).status_code == 200


def test_reading_the_law_leaves_no_trail_about_anybody(client, saya):
    client.force_login(PenggunaPabrik(pegawai=saya))
    halaman(client)
    assert not Jejak.objects.filter(tindakan="lihat").exists()


def test_strangers_sign_in_first(client):
    assert halaman(client).status_code == 302


@pytest.mark.parametrize("kunci", [("jp", "2022-01-01"), ("tiada", "2023-01-01"), ("jp", "besok")])
def test_a_file_that_is_not_there_is_not_found(client, saya, kunci):
    client.force_login(PenggunaPabrik(pegawai=saya))
    assert halaman(client, *kunci).status_code == 404


# -- the way back -----------------------------------------------------------------------------------

RUMAH = '<p class="balik"><a href="/">‹ Kembali ke Beranda</a></p>'


def balik(client, dari: str) -> str:
    """The link above the page, for a reader whose browser says where they come from."""
    teks = client.get(reverse("karier:aturan", args=KUNCI), headers={"referer": dari}).content.decode()
    return re.search(r'<p class="balik">.*?</p>', teks)[0]


@pytest.mark.parametrize(
    "jalur",
    [
        reverse_lazy("karier:syarat"),
        reverse_lazy("karier:putusan", args=["kgb"]),
        reverse_lazy("karier:syarat_pegawai", args=[7]),
        reverse_lazy("karier:putusan_pegawai", args=[7, "kgb"]),
    ],
)
def test_the_law_leads_back_to_the_requirements_it_was_opened_from(client, saya, jalur):
    client.force_login(PenggunaPabrik(pegawai=saya))
    tautan = f'<p class="balik"><a href="{jalur}">‹ Kembali ke halaman syarat</a></p>'
    assert balik(client, f"http://testserver{jalur}?dari=surat#angka") == tautan


@pytest.mark.parametrize(
    "dari",
    [
        "",
        "http://jahat.example/karier/syarat/",
        "//jahat.example/karier/syarat/",
        "/karier/syarat/",
        "http://testserver/",
        "http://testserver/karier/syarat/coba-hitung/",
        "http://testserver/aturan/jp/2023-01-01/",
        "http://testserver/tidak-ada/",
        "http://[tidak-sah/karier/syarat/",
        "javascript:alert(1)",
    ],
)
def test_anybody_else_is_led_home_and_nowhere_outside(client, saya, dari):
    client.force_login(PenggunaPabrik(pegawai=saya))
    assert balik(client, dari) == RUMAH
