"""Pages of the SKP: begun, checked and sent by a person; every refusal is a sentence."""

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import teks
from kinerja.enums import AwalSKP, PendekatanSKP, StatusSKP
from kinerja.models import SKP
from kinerja.tests.bantu_skp import alamat
from kinerja.tests.dunia_skp import desember, induk, klien, klien_atasan, saya, skp, terkirim
from kinerja.tests.pabrik_skp import (
    HasilKerjaPabrik,
    IndikatorPabrik,
    PustakaPabrik,
    SKPPabrik,
)
from pegawai.models import Pegawai

__all__ = ["desember", "induk", "klien", "klien_atasan", "saya", "skp", "terkirim"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desember")]


# -- begun ------------------------------------------------------------------------------------------


def test_the_short_address_leads_to_the_year_that_is_planned(klien: Client) -> None:
    assert klien.get(reverse("kinerja:skp"))["Location"] == alamat("tahun", 2027)


def test_a_plan_is_begun_on_the_page_of_its_year(klien: Client) -> None:
    isi = {"awal": AwalSKP.KOSONG.value, "pendekatan": PendekatanSKP.KUALITATIF.value}
    jawaban = klien.post(alamat("tahun", 2027), isi, follow=True)
    assert jawaban.redirect_chain[-1][0] == alamat("lembar", SKP.objects.get())
    assert "Belum ada hasil kerja" in teks(jawaban)
    assert klien.get(alamat("tahun", 2027)).status_code == 302


def test_only_beginnings_with_something_behind_them_are_offered(klien: Client, saya: Pegawai) -> None:
    assert "Salin dari SKP tahun lalu" not in teks(klien.get(alamat("tahun", 2027)))
    SKPPabrik(pegawai=saya, tahun=2026)
    PustakaPabrik(instansi=saya.instansi, jabatan=saya.riwayat_jabatan.get().jabatan)
    isi = teks(klien.get(alamat("tahun", 2027)))
    assert "Salin dari SKP tahun lalu" in isi
    assert "Mulai dari pustaka jabatan" in isi


def test_without_a_choice_the_page_says_what_to_choose(klien: Client) -> None:
    isi = teks(klien.post(alamat("tahun", 2027), {}))
    assert "<title>Galat:" in isi
    assert "Pilih mulai dari mana" in isi
    assert "Pilih pendekatan" in isi


def test_an_instansi_on_ekinerja_reads_why_nothing_is_typed_here(klien: Client, saya: Pegawai) -> None:
    saya.instansi.pengaturan_kinerja.delete()
    isi = teks(klien.get(alamat("tahun", 2027)))
    assert "SKP 2027 disusun di e-Kinerja BKN" in isi
    assert "<form class" not in isi
    kirim = {"awal": AwalSKP.KOSONG.value, "pendekatan": PendekatanSKP.KUALITATIF.value}
    assert klien.post(alamat("tahun", 2027), kirim).status_code == 409
    assert "Di e-Kinerja BKN" in teks(klien.get(reverse("kinerja:saya")))


@pytest.mark.parametrize("tahun", [0, 2021, 2040, 10**12, 10**30])
@pytest.mark.parametrize("nama", ["tahun", "tim", "matriks"])
def test_a_year_far_away_finds_nothing(klien: Client, nama: str, tahun: int) -> None:
    assert klien.get(alamat(nama, tahun)).status_code == 404


def test_a_year_that_is_over_says_so(klien: Client) -> None:
    assert "SKP 2024 tidak disusun lagi." in teks(klien.get(alamat("tahun", 2024)))


def test_two_segments_are_listed_with_their_days(klien: Client, saya: Pegawai) -> None:
    SKPPabrik(pegawai=saya, sampai="2027-06-30", disepakati=True)
    SKPPabrik(pegawai=saya, mulai="2027-07-01")
    isi = teks(klien.get(alamat("tahun", 2027)))
    assert "1 Januari 2027 sampai 30 Juni 2027" in isi
    assert "1 Juli 2027 sampai 31 Desember 2027" in isi


# -- behaviour, lampiran, pendekatan ----------------------------------------------------------------


def test_each_value_shows_its_guide_and_keeps_what_is_expected(klien: Client, skp: SKP) -> None:
    assert "Tidak menyalahgunakan kewenangan jabatan" in teks(klien.get(alamat("perilaku", skp)))
    klien.post(alamat("perilaku", skp), {"akuntabel": "Lapor hari itu juga", "versi": 1})
    assert "Lapor hari itu juga" in teks(klien.get(alamat("lembar", skp)))


def test_a_line_of_the_lampiran_is_an_item(klien: Client, skp: SKP) -> None:
    klien.post(alamat("lampiran", skp), {"dukungan": "Laptop\r\n\r\n Data ", "versi": 1})
    assert [b.isi for b in skp.lampiran.all()] == ["Laptop", "Data"]
    isi = teks(klien.post(alamat("lampiran", skp), {"dukungan": "a\n" + "x" * 501, "versi": 2}))
    assert "Baris 2 paling banyak 500 huruf. Sekarang 501" in isi


@pytest.mark.parametrize("nama", ["perilaku", "lampiran", "pendekatan"])
def test_every_part_on_a_stale_page_keeps_what_was_typed(klien: Client, skp: SKP, nama: str) -> None:
    isi = {"akuntabel": "Ketikan", "dukungan": "Ketikan", "pendekatan": "kuantitatif", "versi": 9}
    jawaban = klien.post(alamat(nama, skp), isi)
    assert jawaban.status_code == 409
    assert "Isian Anda masih ada di halaman ini" in teks(jawaban)
    assert "Ketikan" in teks(jawaban) or nama == "pendekatan"


def test_pendekatan_is_chosen_for_the_whole_plan(klien: Client, skp: SKP) -> None:
    klien.post(alamat("pendekatan", skp), {"pendekatan": "kuantitatif", "versi": 1})
    skp.refresh_from_db()
    assert skp.pendekatan == PendekatanSKP.KUANTITATIF
    assert "menghapus aspek" in teks(klien.get(alamat("pendekatan", skp)))


@pytest.mark.parametrize("nama", ["perilaku", "lampiran", "pendekatan", "hasil_baru", "periksa"])
def test_what_lies_with_the_atasan_sends_back_to_the_plan(klien: Client, saya: Pegawai, nama: str) -> None:
    skp = SKPPabrik(pegawai=saya, dikirim=True)
    isi = teks(klien.get(alamat(nama, skp), follow=True))
    assert "SKP ini dikirim, menunggu atasan, jadi belum dapat diubah." in isi


# -- checked and sent -------------------------------------------------------------------------------


def test_the_check_page_leads_to_each_gap_and_sends_only_what_is_whole(klien: Client, skp: SKP) -> None:
    isi = teks(klien.get(alamat("periksa", skp)))
    assert "Tambahkan paling sedikit satu hasil kerja utama." in isi
    assert "Kirim ke atasan" not in isi
    hasil = HasilKerjaPabrik(skp=skp)
    assert alamat("hasil", skp, hasil) in teks(klien.get(alamat("periksa", skp)))
    IndikatorPabrik(hasil_kerja=hasil)
    isi = teks(klien.get(alamat("periksa", skp)))
    assert "Siap dikirim" in isi
    assert "Atasan Contoh" in isi
    assert "Konsekuensi belum ditulis." in isi


def test_sending_says_what_comes_next_and_taking_back_reopens(klien: Client, skp: SKP) -> None:
    HasilKerjaPabrik(skp=skp, lengkap=True)
    isi = teks(klien.post(alamat("periksa", skp), {"versi": 1}, follow=True))
    assert "SKP 2027 sudah dikirim. Atasan Contoh melihatnya di beranda" in isi
    assert "Tarik untuk diubah" in isi
    assert "SKP sudah ditarik" in teks(klien.post(alamat("tarik", skp), {"versi": 2}, follow=True))


def test_sending_what_lacks_something_says_the_first_thing(klien: Client, skp: SKP) -> None:
    isi = teks(klien.post(alamat("periksa", skp), {"versi": 1}, follow=True))
    assert "Tambahkan paling sedikit satu hasil kerja utama." in isi
    skp.refresh_from_db()
    assert skp.status == StatusSKP.DRAF


def test_without_an_atasan_the_check_page_says_who_helps(klien: Client, skp: SKP, saya: Pegawai) -> None:
    Pegawai.objects.filter(pk=saya.pk).update(atasan=None)
    isi = teks(klien.get(alamat("periksa", skp)))
    assert "Atasan penilai Anda belum tercatat" in isi
    assert reverse("pegawai:keliru") in isi


# -- home and Kinerja saya --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "judul"),
    [
        (None, "Susun SKP 2027"),
        (StatusSKP.DRAF, "Lanjutkan SKP 2027"),
        (StatusSKP.DIKEMBALIKAN, "Perbaiki SKP 2027"),
    ],
)
def test_the_home_page_asks_for_the_plan_while_it_lies_with_the_person(
    klien: Client, saya: Pegawai, status: StatusSKP | None, judul: str
) -> None:
    if status is not None:
        SKPPabrik(pegawai=saya, status=status)
    assert judul in teks(klien.get("/"))


def test_the_home_page_asks_for_nothing_once_it_is_agreed(klien: Client, saya: Pegawai) -> None:
    SKPPabrik(pegawai=saya, disepakati=True)
    assert "SKP 2027" not in teks(klien.get("/"))


def test_kinerja_saya_has_a_card_for_the_plan_and_one_for_the_team(
    klien: Client, klien_atasan: Client, terkirim: SKP
) -> None:
    assert "Dikirim, menunggu atasan" in teks(klien.get(reverse("kinerja:saya")))
    isi = teks(klien_atasan.get(reverse("kinerja:saya")))
    assert "SKP tim 2027" in isi
    assert "1 SKP menunggu Anda." in isi


@pytest.mark.parametrize("nama", ["perilaku", "lampiran", "pendekatan", "hasil_baru", "periksa"])
def test_a_plan_of_an_instansi_that_went_to_ekinerja_is_read_and_not_written(
    klien: Client, skp: SKP, saya: Pegawai, nama: str
) -> None:
    saya.instansi.pengaturan_kinerja.delete()
    isi = teks(klien.get(alamat(nama, skp), follow=True))
    assert "SKP 2027 disusun di e-Kinerja BKN." in isi
    assert "Tambah hasil kerja" not in isi
