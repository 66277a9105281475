"""The career path walked from the home page, link by link: no script, few presses."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import Peramban
from karier.enums import StatusPesertaPenugasan as S
from karier.models import PesertaPenugasan
from karier.services.minat_jabatan import interests_of
from karier.tests.pabrik_jalur import PenugasanPabrik
from karier.tests.pembaca import akun_dari
from karier.tests.test_karier_saya import ada_di
from pegawai.models import Pegawai

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


def dari_beranda(orang: Pegawai) -> Peramban:
    client = Client()
    client.force_login(akun_dari(orang))
    return Peramban(client, reverse("karier:beranda"))


def test_from_home_to_a_post_to_the_calculator_and_to_an_interest(saya: Pegawai) -> None:
    tujuan = ada_di(saya, struktural=True)
    p = dari_beranda(saya)
    p.tekan("Karier saya")
    p.tekan("Apa yang diperlukan untuk jabatan lain")
    p.tekan(tujuan.nama)
    assert p.klik == 3
    p.tekan("Coba hitung untuk jabatan ini")
    assert "Dengan andaian ini" in p.isi
    p.buka(reverse("karier:jabatan", args=[tujuan.pk]))
    p.kirim(f"Saya minati: {tujuan.nama}")
    assert "Tercatat. Hanya Anda yang melihatnya." in p.isi
    assert [m.jabatan for m in interests_of(pegawai=saya, actor=akun_dari(saya))] == [tujuan]


def test_an_assignment_is_taken_in_four_presses_and_released_in_two(saya: Pegawai, atasan: Pegawai) -> None:
    tawaran = PenugasanPabrik(nama="Tim Antrean")
    p = dari_beranda(saya)
    for teks in ("Karier saya", "Penugasan", "Tim Antrean"):
        p.tekan(teks)
    p.kirim("Saya bersedia")
    assert p.klik == 4
    pimpinan = dari_beranda(atasan)
    pimpinan.tekan("Lepas untuk penugasan: 1 pegawai")
    pimpinan.kirim("Lepas Saya Contoh: Tim Antrean")
    assert pimpinan.klik == 2
    peserta = PesertaPenugasan.objects.get()
    assert (peserta.status, peserta.penugasan) == (S.BERJALAN, tawaran)
