"""The pages: who reads is said before sending, colleagues are read after it, nothing typed is lost."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from kinerja.models import DiskusiEtika, JawabanEtika, PelajaranEtika
from kinerja.querysets import JawabanEtikaQuerySet
from kinerja.tests.pabrik_etika import DiskusiPabrik, JawabanPabrik, KasusPabrik
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def kasus():
    return KasusPabrik(mulai=date(2020, 1, 1), batas=date(2099, 11, 30))


@pytest.fixture
def unit(kasus):
    dinas = UnitKerjaPabrik(instansi=kasus.instansi, nama="Dinas Contoh")
    return UnitKerjaPabrik(induk=dinas, nama="Bidang Arsip")


@pytest.fixture
def atasan(unit):
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, unit=unit, nama="Atasan"))


@pytest.fixture
def diri(unit, atasan):
    return PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, unit=unit, atasan=atasan.pegawai))


def url(nama, *kunci):
    return reverse(f"kinerja:etika_{nama}", args=kunci)


def teks(client, alamat):
    return client.get(alamat, follow=True).content.decode()


def test_the_case_is_a_task_with_minutes_and_deadline_until_it_is_answered(diri, kasus):
    client = masuk(diri)
    beranda = teks(client, "/")
    assert f"Bahas kasus etika: {kasus.judul}" in beranda
    assert "Sekitar 60 menit, tidak dinilai" in beranda
    assert "Batas 30 November 2099 pukul 23.59 WIB" in beranda
    JawabanPabrik(kasus=kasus, pegawai=diri.pegawai)
    assert "Bahas kasus etika" not in teks(client, "/")


def test_kinerja_saya_has_a_card_before_and_after(diri, kasus):
    client = masuk(diri)
    assert "Baca dan jawab" in teks(client, reverse("kinerja:saya"))
    JawabanPabrik(kasus=kasus, pegawai=diri.pegawai)
    assert "diskusi dengan rekan terbuka" in teks(client, reverse("kinerja:saya"))


def test_the_page_says_who_reads_before_anything_is_sent(diri, kasus):
    halaman = teks(masuk(diri), url("kasus", kasus.pk))
    assert "Dibaca rekan di Bidang Arsip yang sudah mengirim jawabannya." in halaman
    assert "digabung dengan unit di atasnya: Dinas Contoh" in halaman
    assert "Nama Anda tercantum" in halaman
    assert "bukan bahan penilaian" in halaman


def test_the_answers_of_colleagues_open_with_the_own_answer(diri, atasan, kasus):
    JawabanPabrik(kasus=kasus, pegawai=atasan.pegawai, isi="Saya memanggil keduanya.")
    client = masuk(diri)
    assert "memanggil keduanya" not in teks(client, url("diskusi", kasus.pk))
    jawaban = client.post(url("kasus", kasus.pk), {"isi": "Saya bertanya dulu.", "versi": "0"}, follow=True)
    assert "memanggil keduanya" in jawaban.content.decode()
    assert "Dibaca rekan di Bidang Arsip" in jawaban.content.decode()


def test_the_room_is_all_that_keeps_another_unit_out(diri, kasus, monkeypatch):
    """The seeded hole: a queryset that forgets the room is seen at once."""
    luar = PenggunaPabrik(pegawai=PegawaiPabrik(unit=UnitKerjaPabrik(instansi=kasus.instansi)))
    DiskusiPabrik(jawaban=JawabanPabrik(kasus=kasus, pegawai=diri.pegawai, isi="Kata Skandium."))
    JawabanPabrik(kasus=kasus, pegawai=luar.pegawai)
    client = masuk(luar)
    assert "Skandium" not in teks(client, url("diskusi", kasus.pk))
    monkeypatch.setattr(JawabanEtikaQuerySet, "visible_to", lambda semua, pengguna: semua)
    assert "Skandium" in teks(client, url("diskusi", kasus.pk))


def test_an_empty_answer_is_told_and_keeps_nothing(diri, kasus):
    halaman = masuk(diri).post(url("kasus", kasus.pk), {"isi": " "}).content.decode()
    assert "<title>Galat:" in halaman
    assert "Tuliskan jawaban Anda" in halaman
    assert not JawabanEtika.objects.exists()


def test_a_stale_answer_shows_both_and_the_next_press_saves(diri, kasus):
    client = masuk(diri)
    JawabanPabrik(kasus=kasus, pegawai=diri.pegawai, isi="Yang tersimpan dulu.")
    halaman = client.post(url("kasus", kasus.pk), {"isi": "Yang baru.", "versi": "0"})
    assert halaman.status_code == 409
    isi = halaman.content.decode()
    assert "Yang tersimpan dulu." in isi
    assert "Yang baru." in isi
    assert 'name="versi" value="1"' in isi
    assert client.post(url("kasus", kasus.pk), {"isi": "Yang baru.", "versi": "1"}).status_code == 302
    assert JawabanEtika.objects.get().isi == "Yang baru."


def test_what_is_typed_is_kept_as_a_draft_and_comes_back(diri, kasus):
    client = masuk(diri)
    alamat = url("kasus", kasus.pk)
    segel = re.search(r'name="draf_segel" value="([^"]*)"', teks(client, alamat))[1]
    client.post(alamat, {"isi": "Setengah jadi.", "versi": "0", "draf_segel": segel, "draf_simpan": "nanti"})
    halaman = teks(client, alamat)
    assert "Setengah jadi." in halaman
    assert "dipulihkan" in halaman
    assert not JawabanEtika.objects.exists()


def test_a_word_is_sent_and_taken_back(diri, kasus):
    JawabanPabrik(kasus=kasus, pegawai=diri.pegawai)
    client, alamat = masuk(diri), url("diskusi", kasus.pk)
    kunci = re.search(r'name="kunci" value="([^"]*)"', teks(client, alamat))[1]
    for _ in range(2):
        client.post(alamat, {"isi": "Saya ingin bertanya.", "kunci": kunci})
    satu = DiskusiEtika.objects.get()
    assert "Saya ingin bertanya." in teks(client, alamat)
    client.post(url("tarik", satu.pk))
    halaman = teks(client, alamat)
    assert "Saya ingin bertanya." not in halaman
    assert "Tanggapan ini ditarik penulisnya." in halaman


def test_the_leader_writes_what_the_unit_learned_and_the_unit_reads_it(diri, atasan, kasus):
    for akun in (diri, atasan):
        JawabanPabrik(kasus=kasus, pegawai=akun.pegawai)
    client = masuk(atasan)
    assert "Tulis pelajaran bersama" in teks(client, url("diskusi", kasus.pk))
    client.post(url("pelajaran", kasus.pk), {"isi": "Daftar ditempel.", "versi": "0"})
    assert PelajaranEtika.objects.get().oleh == atasan.pegawai
    halaman = teks(masuk(diri), url("diskusi", kasus.pk))
    assert "Daftar ditempel." in halaman
    assert "pelajaran bersama</a>" not in halaman
    assert masuk(diri).get(url("pelajaran", kasus.pk)).status_code == 404


def test_the_discussion_leads_to_feedback_about_its_value(diri, atasan, kasus):
    JawabanPabrik(kasus=kasus, pegawai=diri.pegawai)
    client = masuk(diri)
    halaman = teks(client, url("diskusi", kasus.pk))
    pilih = re.search(r'href="([^"]*beri/\?[^"]*)"', halaman)[1].replace("&amp;", "&")
    beri = re.search(r'href="([^"]*beri/\d+/\?[^"]*)"', teks(client, pilih))[1].replace("&amp;", "&")
    form = client.get(beri).context["form"]
    assert (form["tentang"].value(), form["nilai"].value()) == ("perilaku", "akuntabel")
    assert form["jenis"].value() is None


@pytest.mark.parametrize("ekor", ["", "?tentang=hasil&nilai=akuntabel", "?tentang=perilaku&nilai=x"])
def test_other_words_in_the_address_choose_nothing(diri, atasan, ekor):
    alamat = reverse("kinerja:umpan_balik_beri", args=[atasan.pegawai_id])
    form = masuk(diri).get(alamat + ekor).context["form"]
    assert (form["tentang"].value(), form["nilai"].value()) == (None, None)


def test_a_finished_case_is_read_and_takes_nothing(diri, kasus):
    lama = KasusPabrik(selesai=True, tahun=2025)
    JawabanPabrik(kasus=lama, pegawai=diri.pegawai, isi="Jawaban lama.")
    client = masuk(diri)
    halaman = teks(client, url("diskusi", lama.pk))
    assert "Jawaban lama." in halaman
    assert "Kirim tanggapan" not in halaman
    assert lama.judul in teks(client, reverse("kinerja:etika"))


def test_the_page_costs_the_same_for_many_colleagues(diri, unit, kasus):
    JawabanPabrik(kasus=kasus, pegawai=diri.pegawai)
    client, alamat = masuk(diri), url("diskusi", kasus.pk)

    def banyak():
        with CaptureQueriesContext(connection) as tangkap:
            client.get(alamat)
        return len(tangkap)

    DiskusiPabrik(jawaban=JawabanPabrik(kasus=kasus, pegawai=PegawaiPabrik(unit=unit)))
    client.get(alamat)
    sedikit = banyak()
    for _ in range(25):
        DiskusiPabrik(jawaban=JawabanPabrik(kasus=kasus, pegawai=PegawaiPabrik(unit=unit)))
    assert banyak() == sedikit
    assert "Berikutnya" in teks(client, alamat)
