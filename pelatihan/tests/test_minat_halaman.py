"""The pages of *Beri tahu saya*: pressed without scripts, counted at the desk, never named."""

from __future__ import annotations

import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from pegawai.enums import JenisJabatan, KedudukanHukum
from pegawai.models import Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pelatihan.admin.katalog import PelatihanAdmin
from pelatihan.models import MinatPelatihan, Pelatihan
from pelatihan.tests.pabrik import PelatihanPabrik, SasaranPelatihanPabrik
from pelatihan.tests.pabrik_kelas import SAAT, AngkatanPabrik, PendaftaranPabrik
from pelatihan.tests.test_minat import diri, orang_dari, program, tunggu

__all__ = ["diri", "program"]
pytestmark = pytest.mark.django_db
TOMBOL = "Beri tahu saya bila ada jadwal"


# -- the pages, without scripts ------------------------------------------------------------------------


def isi(client: Client, nama: str, *kunci: int, **lain: str) -> str:
    jawaban = client.get(reverse(nama, args=kunci), lain)
    assert jawaban.status_code == 200
    return str(jawaban.content.decode())


def tekan(client: Client, halaman: str, teks: str) -> str:
    """Press the button that begins with `teks` on that page, as a browser without scripts does."""
    asal = client.get(halaman).content.decode()
    pola = r'<form method="post" action="([^"]+)">((?:(?!</form>).)*?)<button[^>]*>' + re.escape(teks)
    (tujuan, dalam), *_ = re.findall(pola, asal, re.DOTALL)
    kunci = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', dalam)
    assert kunci is not None
    isian = {"csrfmiddlewaretoken": kunci[1]}
    jawaban = client.post(tujuan, isian, headers={"referer": f"http://testserver{halaman}"}, follow=True)
    assert jawaban.redirect_chain == [(halaman, 302)]
    return str(jawaban.content.decode())


def test_from_the_programme_to_beranda_and_back(program: Pelatihan, diri: Pengguna) -> None:
    client = Client(enforce_csrf_checks=True)
    halaman = reverse("karier:program", args=[program.pk])
    with time_machine.travel(SAAT):
        client.force_login(diri)
        assert "berapa orang yang menunggu, tanpa nama" in isi(client, "karier:program", program.pk)
        sesudah = tekan(client, halaman, TOMBOL)
        assert "Anda menunggu jadwal" in sesudah
        assert TOMBOL not in sesudah
        assert "Pendaftaran dibuka" not in isi(client, "karier:beranda")
        kelas = AngkatanPabrik(pelatihan=program)
        beranda = isi(client, "karier:beranda")
        daftar = reverse("pelatihan:daftar", args=[kelas.pk])
        assert f'<a href="{daftar}">Pendaftaran dibuka: Menyusun Anggaran</a>' in beranda
        # The class is open now: no button to wait, but still the way out.
        sesudah = tekan(client, halaman, "Tidak perlu lagi")
        assert TOMBOL not in sesudah
        assert "Pendaftaran dibuka" not in isi(client, "karier:beranda")


def test_what_is_waited_for_stands_on_the_page_pelatihan(
    client: Client, program: Pelatihan, diri: Pengguna
) -> None:
    client.force_login(diri)
    assert "Yang Anda tunggu" not in isi(client, "karier:pelatihan")
    tunggu(program, diri)
    Pelatihan.objects.filter(pk=program.pk).update(aktif=False)
    assert "Menyusun Anggaran (tidak ditawarkan lagi)" in isi(client, "karier:pelatihan")
    sesudah = tekan(client, reverse("karier:pelatihan"), "Tidak perlu lagi")
    assert "Yang Anda tunggu" not in sesudah


def test_a_refused_press_says_why(client: Client, program: Pelatihan, diri: Pengguna) -> None:
    SasaranPelatihanPabrik(pelatihan=program, jenis_jabatan=JenisJabatan.STRUKTURAL)
    client.force_login(diri)
    sesudah = tekan(client, reverse("karier:program", args=[program.pk]), TOMBOL)
    assert "Pelatihan ini untuk jabatan lain." in sesudah
    assert TOMBOL in sesudah


# -- who reads what -------------------------------------------------------------------------------------


def test_hr_reads_a_number_and_no_name(client: Client, program: Pelatihan, diri: Pengguna) -> None:
    """On duty, of the own government, and still waiting: two of five."""
    instansi = orang_dari(diri).instansi
    for orang in (
        orang_dari(diri),
        PegawaiPabrik(instansi=instansi, nama="Penanti Kedua"),
        PegawaiPabrik(instansi=instansi, kedudukan_hukum=KedudukanHukum.MASA_PERSIAPAN_PENSIUN),
        PegawaiPabrik(instansi=InstansiPabrik()),
        (peserta := PegawaiPabrik(instansi=instansi)),
    ):
        MinatPelatihan.objects.create(pegawai=orang, pelatihan=program, dicatat_pada=SAAT)
    PendaftaranPabrik(angkatan=AngkatanPabrik(pelatihan=program), pegawai=peserta)
    client.force_login(hr_dari(instansi))
    daftar = isi(client, "admin:pelatihan_pelatihan_changelist")
    satu = isi(client, "admin:pelatihan_pelatihan_change", program.pk)
    assert "2 orang" in daftar
    assert "2 orang menunggu jadwalnya." in satu
    assert "Penanti" not in daftar + satu
    assert not MinatPelatihan.objects.visible_to(hr_dari(instansi)).exists()


def test_the_most_wanted_programme_comes_first(client: Client, diri: Pengguna) -> None:
    ramai, *sepi = (PelatihanPabrik(nama=n) for n in ("B ramai", "A sepi", "C sepi"))
    tunggu(ramai, diri)
    client.force_login(hr_dari(orang_dari(diri).instansi))
    lajur = PelatihanAdmin.list_display.index("menunggu")
    daftar = isi(client, "admin:pelatihan_pelatihan_changelist", o=f"-{lajur}")
    assert all(daftar.index(ramai.nama) < daftar.index(p.nama) for p in sepi)


def test_the_leader_reads_nothing_of_it(client: Client, program: Pelatihan, diri: Pengguna) -> None:
    tunggu(program, diri)
    atasan = PenggunaPabrik(pegawai=orang_dari(diri).atasan)
    AngkatanPabrik(pelatihan=program)
    assert not MinatPelatihan.objects.visible_to(atasan).exists()
    with time_machine.travel(SAAT):
        client.force_login(atasan)
        halaman = [isi(client, f"karier:{n}") for n in ("beranda", "tim", "pelatihan")]
        satu = isi(client, "karier:program", program.pk)
    assert not any("Pendaftaran dibuka:" in h or "Yang Anda tunggu" in h for h in halaman)
    assert "Anda menunggu" not in satu
    assert "Penanti" not in satu
