"""What members of the committee of talent meet: home page, a released session, whom a box comes from."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from karier.tests.dunia_talenta import Dunia
from pegawai.models import Pegawai

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def d() -> Dunia:
    return Dunia()


def baca(d: Dunia, siapa: Pegawai, url: str = "/") -> str:
    client = Client()
    client.force_login(d.akun(siapa))
    jawaban = client.get(url)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def test_an_open_session_waits_on_the_home_page_of_whoever_has_a_voice(d: Dunia) -> None:
    assert "Tetapkan kotak talenta" not in baca(d, d.anggota[0])
    sidang = d.sidang()
    isi = baca(d, d.anggota[0])
    assert f"Tetapkan kotak talenta: {sidang}" in isi
    assert "3 pegawai menunggu penetapan" in isi
    for lain in (d.sekretaris, d.asn[0], d.atasan):
        assert "Tetapkan kotak talenta" not in baca(d, lain)
    d.tetapkan(sidang)
    assert "Tetapkan kotak talenta" not in baca(d, d.anggota[0])
    selesai = baca(d, d.anggota[0], reverse("karier:sidang", args=[sidang.pk]))
    assert "Sesudah berita acara tersimpan, pejabat instansi merilis hasilnya." in selesai
    # Two views of the list, each a button that the style sheet of the portal knows.
    assert selesai.partition('aria-label="Pegawai"')[2].partition("</nav>")[0].count('class="btn') == 2


def test_nobody_waits_in_a_released_session(d: Dunia) -> None:
    sidang = d.sidang()
    d.tetapkan(sidang, d.asn[0])
    halaman = reverse("karier:sidang", args=[sidang.pk])
    assert ">Menunggu</td>" in baca(d, d.anggota[0], halaman)
    d.berita(sidang)
    d.rilis(sidang)
    isi = baca(d, d.anggota[0], halaman)
    assert ">Belum ditetapkan</td>" in isi
    assert "Menunggu" not in isi
    assert "Tetapkan kotak talenta" not in baca(d, d.anggota[0])


def test_a_box_is_said_to_come_from_the_committee(d: Dunia) -> None:
    d.dirilis()
    isi = baca(d, d.asn[0], reverse("karier:tinjau", args=["kotak_talenta"]))
    assert "kotaknya ditetapkan komite talenta" in isi
    assert "Hasil ini dihitung oleh sistem" not in isi
    lain = baca(d, d.asn[0], reverse("karier:tinjau", args=["kenaikan_pangkat"]))
    assert "Hasil ini dihitung oleh sistem" in lain
