"""A person's own words about a period: in both source modes, before the rating, for two readers."""

import pytest
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from kinerja.enums import StatusPengisian
from kinerja.models import (
    RefleksiDiri,
    SiklusPenilaian,
)
from kinerja.tests.dunia_realisasi import akun, pagi, siklus, skp
from kinerja.tests.pabrik_keberatan import EvaluasiPabrik
from kinerja.tests.pabrik_realisasi import isi, kirim
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

__all__ = ["akun", "pagi", "siklus", "skp"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pagi")]


# -- reflection -------------------------------------------------------------------------------------------


def test_a_reflection_is_for_the_person_and_who_rates_them(akun, siklus):
    RefleksiDiri.objects.create(pegawai=akun.pegawai, siklus=siklus, isi="Kata saya")
    atasan = PenggunaPabrik(pegawai=akun.pegawai.atasan)
    luar = PenggunaPabrik(pegawai=PegawaiPabrik())
    terlihat = [RefleksiDiri.objects.visible_to(o).count() for o in (akun, atasan, luar)]
    assert terlihat == [1, 1, 0]
    assert not RefleksiDiri.objects.visible_to(hr_dari(akun.pegawai.instansi)).exists()


@pytest.mark.parametrize("sumber", ["ekinerja", "di_sini"])
def test_a_reflection_is_written_in_both_source_modes_and_realisation_only_here(akun, skp, siklus, sumber):
    SiklusPenilaian.objects.update(sumber=sumber)
    client = masuk(akun)
    beranda = client.get("/").content.decode()
    assert "Tulis refleksi diri Evaluasi triwulan III 2026" in beranda
    assert ("Isi realisasi" in beranda) == (sumber == "di_sini")
    client.post(reverse("kinerja:refleksi", args=[siklus.pk]), {"isi": "Kata saya", "versi": "0"})
    assert RefleksiDiri.objects.get().isi == "Kata saya"
    assert "Tulis refleksi diri" not in client.get("/").content.decode()


def test_after_the_rating_nobody_is_asked_to_fill_in_what_nobody_waits_for(akun, skp, siklus):
    client = masuk(akun)
    assert "Isi realisasi Evaluasi triwulan III 2026" in client.get("/").content.decode()
    EvaluasiPabrik(pegawai=akun.pegawai, siklus=siklus, terkirim=True)
    beranda = client.get("/").content.decode()
    assert "Isi realisasi" not in beranda
    assert "Tulis refleksi diri" not in beranda
    halaman = client.get("/kinerja/").content.decode()
    assert reverse("kinerja:realisasi", args=[siklus.pk, skp.pk]) in halaman
    assert "Atasan sudah menilai. Realisasi masih dapat dikirim sampai siklus ditutup." in halaman


def test_what_was_sent_does_not_wait_for_an_atasan_who_has_rated(akun, skp, siklus):
    isi(skp, siklus, akun)
    kirim(skp, siklus, akun)
    client = masuk(akun)
    assert "Atasan menilainya." in client.get("/kinerja/").content.decode()
    EvaluasiPabrik(pegawai=akun.pegawai, siklus=siklus, terkirim=True)
    halaman = client.get("/kinerja/").content.decode()
    assert "Atasan menilainya." not in halaman
    assert "Atasan sudah menilai." in halaman


def test_what_came_back_is_asked_for_also_after_the_rating(akun, skp, siklus):
    isi(skp, siklus, akun)
    skp.pengisian.update(status=StatusPengisian.DIKEMBALIKAN)
    EvaluasiPabrik(pegawai=akun.pegawai, siklus=siklus, terkirim=True)
    assert "Perbaiki realisasi Evaluasi triwulan III 2026" in masuk(akun).get("/").content.decode()


def test_after_the_rating_was_sent_the_reflection_stays_as_it_was(akun, siklus):
    RefleksiDiri.objects.create(pegawai=akun.pegawai, siklus=siklus, isi="Kata saya")
    EvaluasiPabrik(pegawai=akun.pegawai, siklus=siklus, terkirim=True)
    client, url = masuk(akun), reverse("kinerja:refleksi", args=[siklus.pk])
    assert "tidak dapat diubah lagi" in client.get(url).content.decode()
    teks = client.post(url, {"isi": "Lain", "versi": "1"}).content.decode()
    assert "tidak dapat diubah lagi" in teks
    assert RefleksiDiri.objects.get().isi == "Kata saya"


def test_an_older_page_writes_over_no_newer_reflection(akun, siklus):
    client, url = masuk(akun), reverse("kinerja:refleksi", args=[siklus.pk])
    client.post(url, {"isi": "Pertama", "versi": "0"})
    jawaban = client.post(url, {"isi": "Kedua", "versi": "0"})
    assert jawaban.status_code == 409
    assert "Kedua</textarea>" in jawaban.content.decode()
    assert RefleksiDiri.objects.get().isi == "Pertama"
