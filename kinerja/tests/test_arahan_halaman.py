"""Pages of directions, recognition and public stories."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.tests.peramban import masuk
from kinerja.enums import StatusArahan
from kinerja.models import Arahan, KisahPublik, Pengakuan
from kinerja.tests.pabrik_umpan_balik import KisahPabrik, PenerimaPabrik, PengakuanPabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db
BESOK = timezone.localdate() + timedelta(days=1)


@pytest.fixture
def atasan():
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, nama="Atasan"))


@pytest.fixture
def diri(atasan):
    unit = UnitKerjaPabrik(instansi=atasan.pegawai.instansi, nama="Puskesmas Contoh")
    return PenggunaPabrik(
        pegawai=PegawaiPabrik(pelaksana=True, atasan=atasan.pegawai, unit=unit, nama="Diri")
    )


def isi(client, nama, *args):
    return client.get(reverse(nama, args=args)).content.decode()


def kunci(teks):
    return re.search(r'name="kunci" value="([^"]+)"', teks)[1]


def test_a_leader_sends_a_direction_and_sees_the_table(atasan, diri):
    client = masuk(atasan)
    teks = isi(client, "kinerja:arahan_beri")
    isian = {
        "untuk": f"orang-{diri.pegawai.pk}",
        "judul": "Siapkan laporan",
        "tenggat": BESOK.strftime("%d-%m-%Y"),
        "kunci": kunci(teks),
    }
    alamat = reverse("kinerja:arahan_beri")
    for _ in range(2):
        tabel = client.post(alamat, isian, follow=True).content.decode()
    assert Arahan.objects.count() == 1
    assert "Diri" in tabel
    assert "Belum dimulai" in tabel


def test_a_team_page_leads_to_a_direction_for_that_person(atasan, diri):
    client = masuk(atasan)
    teks = isi(client, "kinerja:umpan_balik_tim", diri.pegawai.pk)
    alamat = f"{reverse('kinerja:arahan_beri')}?orang={diri.pegawai.pk}"
    assert alamat in teks
    assert f'value="orang-{diri.pegawai.pk}" selected' in client.get(alamat).content.decode()


def test_whoever_leads_nobody_is_told_how_to_put_it_right(diri):
    assert "ajukan perbaikan" in isi(masuk(diri), "kinerja:arahan_beri")


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({}, "Pilih penerima arahan"),
        ({"tenggat": "1-1-2020"}, "Batas waktu paling cepat hari ini."),
        ({"tenggat": "kapan saja"}, "Tulis tanggal, misalnya"),
    ],
)
def test_a_direction_that_is_not_whole_says_what_is_missing(atasan, diri, isian, pesan):
    client = masuk(atasan)
    dasar = {"kunci": kunci(isi(client, "kinerja:arahan_beri"))}
    if isian:
        dasar |= {"untuk": "langsung", "judul": "Siapkan laporan"}
    assert pesan in client.post(reverse("kinerja:arahan_beri"), dasar | isian).content.decode()


def test_the_home_page_names_the_last_moment_on_the_clock_of_the_unit(diri):
    diri.pegawai.unit.zona_waktu = "Asia/Jayapura"
    diri.pegawai.unit.save()
    PenerimaPabrik(pegawai=diri.pegawai, arahan__tenggat=BESOK)
    teks = isi(masuk(diri), "karier:beranda")
    assert "Arahan: Siapkan laporan persediaan obat" in teks
    assert f"Batas {kata.tanggal(BESOK)} pukul 23.59 WIT" in teks


def test_many_directions_are_one_more_line_on_the_home_page(diri):
    PenerimaPabrik.create_batch(7, pegawai=diri.pegawai)
    assert "2 arahan lain" in isi(masuk(diri), "karier:beranda")


def test_a_direction_after_its_day_can_still_be_answered(diri):
    p = PenerimaPabrik(pegawai=diri.pegawai, arahan__tenggat=BESOK - timedelta(days=9))
    client = masuk(diri)
    assert "Lewat batas – masih dapat diisi" in isi(client, "kinerja:arahan")
    client.post(reverse("kinerja:arahan_saya", args=[p.pk]), {"status": "selesai", "catatan": "", "versi": 1})
    p.refresh_from_db()
    assert p.status == StatusArahan.SELESAI


def test_a_stale_answer_keeps_its_words_and_goes_with_the_next_click(diri):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    client, alamat = masuk(diri), reverse("kinerja:arahan_saya", args=[p.pk])
    client.post(alamat, {"status": "dijalankan", "catatan": "Mulai.", "versi": 1})
    basi = client.post(alamat, {"status": "selesai", "catatan": "Kata kedua.", "versi": 1})
    assert basi.status_code == 409
    assert "Kata kedua." in basi.content.decode()
    assert 'name="versi" value="2"' in basi.content.decode()


def test_what_cannot_be_done_asks_for_a_reason(diri):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    client, alamat = masuk(diri), reverse("kinerja:arahan_saya", args=[p.pk])
    jawaban = client.post(alamat, {"status": "tidak_dapat", "catatan": " ", "versi": 1})
    assert "Isi alasan arahan ini tidak dapat dijalankan" in jawaban.content.decode()


def test_a_direction_is_taken_back_and_the_recipient_reads_why(atasan, diri):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    client = masuk(atasan)
    alamat = reverse("kinerja:arahan_satu", args=[p.arahan_id])
    assert "Isi alasan pembatalan" in client.post(alamat, {}).content.decode()
    client.post(alamat, {"alasan": "Sudah ditangani dinas."})
    assert "Sudah ditangani dinas." in isi(masuk(diri), "kinerja:arahan_saya", p.pk)


def test_a_receipt_is_noted_once(diri):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    client = masuk(diri)
    assert "Saya sudah membaca" in isi(client, "kinerja:arahan_saya", p.pk)
    client.post(reverse("kinerja:arahan_dibaca", args=[p.pk]))
    assert "Anda membacanya" in isi(client, "kinerja:arahan_saya", p.pk)


# -- recognition --------------------------------------------------------------------------------


def test_a_colleague_proposes_and_the_atasan_decides_from_the_home_page(atasan, diri):
    rekan = masuk(PenggunaPabrik(pegawai=PegawaiPabrik(unit=diri.pegawai.unit)))
    teks = isi(rekan, "kinerja:pengakuan_usulkan", diri.pegawai.pk)
    assert "Diputuskan oleh Atasan." in teks
    isian = {
        "sumber": "proyek",
        "judul": "Antrean 20 menit",
        "uraian": "Menata ulang loket.",
        "tanggal": "01-10-2026",
        "kunci": kunci(teks),
    }
    rekan.post(reverse("kinerja:pengakuan_usulkan", args=[diri.pegawai.pk]), isian)
    p = Pengakuan.objects.get()
    client = masuk(atasan)
    assert "Putuskan 1 usul pengakuan" in isi(client, "karier:beranda")
    assert "checked" not in isi(client, "kinerja:pengakuan_satu", p.pk)
    client.post(reverse("kinerja:pengakuan_satu", args=[p.pk]), {"putusan": "tetap", "versi": 1})
    assert "Antrean 20 menit" in isi(masuk(diri), "kinerja:pengakuan")


def test_a_decision_that_came_too_late_says_so(atasan, diri):
    p = PengakuanPabrik(pegawai=diri.pegawai)
    alamat = reverse("kinerja:pengakuan_satu", args=[p.pk])
    jawaban = masuk(atasan).post(alamat, {"putusan": "tidak", "alasan": "x", "versi": 1}, follow=True)
    assert "sudah diputuskan" in jawaban.content.decode()


def test_the_person_downloads_the_piagam(diri):
    p = PengakuanPabrik(pegawai=diri.pegawai)
    jawaban = masuk(diri).get(reverse("kinerja:piagam", args=[p.pk]))
    assert jawaban["Content-Type"] == "application/pdf"
    assert jawaban["Content-Disposition"] == f'attachment; filename="piagam-{p.nomor}.pdf"'


def kisah_publik(orang: Pengguna) -> str:
    return reverse("publik:kisah", args=[orang.pegawai.instansi.kode])


def test_consent_is_never_ticked_beforehand_and_one_button_takes_it_back(diri):
    p = PengakuanPabrik(pegawai=diri.pegawai)
    client, alamat = masuk(diri), reverse("kinerja:kisah", args=[p.pk])
    assert "checked" not in client.get(alamat).content.decode()
    assert "Centang persetujuan" in client.post(alamat, {"nama": "on"}).content.decode()
    assert not KisahPublik.objects.exists()
    client.post(alamat, {"setuju": "on", "unit": "on"})
    umum = Client().get(kisah_publik(diri))
    assert "Puskesmas Contoh" in umum.content.decode()
    assert "Diri" not in umum.content.decode()
    assert "no-store" in umum["Cache-Control"]
    client.post(reverse("kinerja:kisah_cabut", args=[p.pk]))
    assert p.judul not in Client().get(kisah_publik(diri)).content.decode()


def test_public_stories_are_paged(diri):
    for n in range(21):
        KisahPabrik(pengakuan=PengakuanPabrik(pegawai=diri.pegawai, judul=f"Kisah ke-{n:02d}"))
    halaman = Client().get(kisah_publik(diri)).content.decode()
    assert "Kisah ke-00" not in halaman
    [berikut] = re.findall(r'href="([^"]*sebelum=\d+)"', halaman)
    assert "Kisah ke-00" in Client().get(berikut).content.decode()
