"""The pages of realisation: three clicks, evidence, words that stay, and whoever has no business here."""

import gzip
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from asn_karier.tests.peramban import Peramban, masuk
from kinerja.enums import StatusPengisian
from kinerja.models import (
    PengisianRealisasi,
    Realisasi,
    RefleksiDiri,
)
from kinerja.rules.capaian import TARGET_SELURUH_MASA
from kinerja.services.bagian import Bagian
from kinerja.services.realisasi_bahan import realisations_beside
from kinerja.services.siklus import close_siklus
from kinerja.tests.dunia_realisasi import TERLAMBAT, akun, client, pagi, siklus, skp, url
from kinerja.tests.pabrik_realisasi import SAAT, diketik, isi, kirim, siklus_pabrik, skp_pabrik
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

__all__ = ["akun", "client", "pagi", "siklus", "skp", "url"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pagi")]


# -- three clicks -------------------------------------------------------------------------------------------


def test_from_the_task_to_the_paper_takes_three_clicks(akun, skp, siklus):
    pk = skp.hasil_kerja.get().indikator.get().pk
    p = Peramban(masuk(akun), "/")
    p.tekan("Isi realisasi Evaluasi triwulan III 2026")
    p.kirim("Periksa jawaban", **{f"teks_{pk}": "Sembilan laporan selesai", f"angka_{pk}": "9"})
    p.kirim("Kirim ke atasan")
    assert p.klik == 3
    assert PengisianRealisasi.objects.get().nomor in p.isi
    assert "menilai paling lambat 30 Oktober 2026 pukul 23.59 WIB" in p.isi


# -- words ------------------------------------------------------------------------------------------------


def test_a_gap_is_said_at_its_field_and_the_rest_stays(client, skp, url):
    teks = client.post(url, diketik(skp, teks_X="", angka_X="", catatan_X="Catatan saya")).content.decode()
    assert "<title>Galat: " in teks
    assert "Isi realisasi untuk “Jumlah laporan”" in teks
    # At the number, which is what is asked for, not at the sentence that may stand for it.
    assert f'href="#id_angka_{skp.hasil_kerja.get().indikator.get().pk}"' in teks
    assert 'value="Catatan saya"' in teks
    assert not PengisianRealisasi.objects.exists()


@pytest.mark.parametrize("angka", ["banyak", "-1", "1,234", "12 buah"])
def test_a_number_that_is_none_is_said_in_words(client, skp, url, angka):
    assert "Realisasi berupa angka, misalnya 12 atau 12,5" in client.post(
        url, diketik(skp, angka_X=angka)
    ).content.decode().replace("&#x27;", "'")


@pytest.mark.parametrize(
    ("kata", "angka"),
    [("1.250,5", "1250.5"), ("1.250", "1250"), ("12,5", "12.5"), ("12.5", "12.5"), (" 9 ", "9")],
)
def test_numbers_are_typed_as_people_write_them_here(client, skp, url, kata, angka):
    client.post(url, diketik(skp, angka_X=kata))
    assert Realisasi.objects.get().angka == Decimal(angka)


def test_copying_fills_in_the_gaps_and_saves_nothing(client, akun, skp, siklus, url):
    isi(skp, siklus_pabrik(akun.pegawai.instansi, ke=2), akun, teks="Dari triwulan dua", angka=Decimal(6))
    pk = skp.hasil_kerja.get().indikator.get().pk
    jawaban = client.post(url, diketik(skp, langkah="salin", teks_X="Sudah saya ketik", angka_X=""))
    teks = jawaban.content.decode()
    assert "Sudah saya ketik</textarea>" in teks
    assert f'name="angka_{pk}" value="6' in teks
    assert PengisianRealisasi.objects.count() == 1


def test_a_conflict_shows_both_and_the_next_press_decides(client, akun, skp, siklus, url):
    isi(skp, siklus, akun, teks="Dari ponsel")
    jawaban = client.post(url, diketik(skp, teks_X="Dari kantor", versi="0"))
    teks = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert "Dari kantor</textarea>" in teks
    assert "Yang tersimpan sekarang:</strong>  Dari ponsel" in teks
    assert 'name="versi" value="1"' in teks
    assert client.post(url, diketik(skp, teks_X="Dari kantor", versi="1")).status_code == 302
    assert Realisasi.objects.get().teks == "Dari kantor"


def test_pressing_send_twice_shows_the_same_paper(client, akun, skp, siklus):
    p = isi(skp, siklus, akun)
    periksa = reverse("kinerja:realisasi_periksa", args=[siklus.pk, skp.pk])
    satu, dua = (client.post(periksa, {"versi": p.versi}) for _ in "ab")
    assert satu["Location"] == dua["Location"]
    assert PengisianRealisasi.objects.get().versi == p.versi + 1


def test_after_the_last_day_the_page_asks_for_a_reason_and_takes_it(akun, skp, siklus, url, time_machine):
    time_machine.move_to(TERLAMBAT, tick=False)
    client = masuk(akun)
    assert "Anda masih dapat mengirim dengan alasan" in client.get(url).content.decode()
    periksa = client.post(url, diketik(skp))["Location"]
    assert "Tuliskan alasan keterlambatan" in client.post(periksa, {"versi": "1"}).content.decode()
    client.post(periksa, {"versi": "1", "alasan": "Jaringan putus"})
    assert PengisianRealisasi.objects.get().alasan_terlambat == "Jaringan putus"


def test_a_draft_from_before_midnight_is_in_time(akun, skp, siklus, url, time_machine):
    akhir = datetime(2026, 10, 15, 17, 0, tzinfo=UTC)
    time_machine.move_to(akhir - timedelta(minutes=1), tick=False)
    client = masuk(akun)
    segel = client.get(url).content.decode().split('name="draf_segel" value="')[1].split('"')[0]
    kosong = {f"tautan_{skp.hasil_kerja.get().pk}": "", "catatan_X": ""}
    client.post(url, {**diketik(skp, **kosong), "draf_simpan": "otomatis", "draf_segel": segel})
    time_machine.move_to(akhir + timedelta(hours=1), tick=False)
    client = masuk(akun)
    client.post(url, diketik(skp, **kosong))
    p = PengisianRealisasi.objects.get()
    assert p.isi_pada == akhir - timedelta(minutes=1)
    client.post(reverse("kinerja:realisasi_periksa", args=[siklus.pk, skp.pk]), {"versi": p.versi})
    p.refresh_from_db()
    assert (p.status, p.alasan_terlambat) == (StatusPengisian.DIKIRIM, "")


def test_a_closed_cycle_shows_what_was_left_and_takes_no_more(client, akun, skp, siklus, url):
    isi(skp, siklus, akun, teks="Tertinggal")
    close_siklus(siklus=siklus, actor=None, at=SAAT)
    jawaban = client.get(url, follow=True)
    assert "tidak menerima isian lagi" in jawaban.content.decode()
    assert "Tertinggal" in jawaban.content.decode()


def test_a_page_of_twenty_indicators_fits_a_weak_network(akun, siklus):
    skp = skp_pabrik(akun.pegawai, [f"Indikator kerja ke-{n} yang cukup panjang" for n in range(20)])
    halaman = masuk(akun).get(reverse("kinerja:realisasi", args=[siklus.pk, skp.pk])).content
    berkas = [(Path(settings.BASE_DIR) / "static" / n).read_bytes() for n in ("asn.css", "asn.js", "asn.svg")]
    berat = [len(gzip.compress(isi, 6)) for isi in (halaman, *berkas)]
    assert sum(berat) <= 30 * 1024
    assert berat[2] <= 6 * 1024


# -- whoever has no business here -------------------------------------------------------------------------


def test_numbers_of_others_open_nothing(akun, skp, siklus, url):
    luar = masuk(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=akun.pegawai.instansi)))
    p = isi(skp, siklus, akun)
    for halaman in ("realisasi", "realisasi_periksa", "realisasi_terkirim"):
        assert luar.get(reverse(f"kinerja:{halaman}", args=[siklus.pk, skp.pk])).status_code == 404
    assert luar.post(url, diketik(skp)).status_code == 404
    for halaman in ("realisasi_kode", "realisasi_tolak"):
        assert luar.post(reverse(f"kinerja:{halaman}", args=[p.pk])).status_code == 404
    assert luar.get(reverse("kinerja:realisasi_lembar", args=[p.pk])).status_code == 404
    milik_luar = skp_pabrik(luar.get("/").wsgi_request.user.pegawai)
    tukar = reverse("kinerja:realisasi", args=[siklus.pk, milik_luar.pk])
    assert masuk(akun).get(tukar).status_code == 404


def test_words_of_a_realisation_stand_on_no_page_of_the_hr_door(akun, skp, siklus):
    isi(skp, siklus, akun, teks="Kata Ani sendiri")
    p = kirim(skp, siklus, akun)
    hr = masuk(hr_dari(akun.pegawai.instansi))
    for nama, kunci in (("changelist", []), ("change", [p.pk]), ("history", [p.pk])):
        jawaban = hr.get(reverse(f"admin:kinerja_pengisianrealisasi_{nama}", args=kunci))
        assert jawaban.status_code == 200
        assert "Kata Ani sendiri" not in jawaban.content.decode()


# -- the leader ---------------------------------------------------------------------------------------------


def test_a_leader_sees_who_sent_reads_it_and_returns_it(client, akun, skp, siklus):
    isi(skp, siklus, akun, angka=Decimal(9))
    atasan = masuk(PenggunaPabrik(pegawai=akun.pegawai.atasan))
    tim = reverse("kinerja:realisasi_tim")
    assert "Realisasi terkirim 0 dari 1" in atasan.get(tim).content.decode()
    p = kirim(skp, siklus, akun)
    RefleksiDiri.objects.create(pegawai=akun.pegawai, siklus=siklus, isi="Saya belajar banyak.")
    lembar = reverse("kinerja:realisasi_lembar", args=[p.pk])
    assert "Realisasi terkirim 1 dari 1" in atasan.get(tim).content.decode()
    teks = atasan.get(lembar).content.decode()
    assert "Usulan capaian: 9 dari 12 laporan (75 persen)." in teks
    assert TARGET_SELURUH_MASA in teks
    assert "Saya belajar banyak." in teks
    jawaban = atasan.post(lembar, {"catatan": "Lampirkan rekap.", "versi": p.versi}, follow=True)
    assert "Realisasi dikembalikan" in jawaban.content.decode()
    assert atasan.get(lembar).status_code == 404
    beranda = client.get("/").content.decode()
    assert "Perbaiki realisasi Evaluasi triwulan III 2026" in beranda


def test_the_team_page_costs_the_same_for_two_and_for_twelve(akun, siklus, django_assert_max_num_queries):
    for _ in range(11):
        orang = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, atasan=akun.pegawai.atasan))
        isi(skp_pabrik(orang.pegawai), siklus, orang)
    atasan = masuk(PenggunaPabrik(pegawai=akun.pegawai.atasan))
    tim = reverse("kinerja:realisasi_tim")
    with django_assert_max_num_queries(22):
        assert "dari 12" in atasan.get(tim).content.decode()


def test_beside_a_rating_stand_the_sent_words_with_a_proposal(akun, skp, siklus, django_assert_num_queries):
    isi(skp, siklus, akun, teks="Sembilan selesai", angka=Decimal(9))
    atasan = PenggunaPabrik(pegawai=akun.pegawai.atasan)
    bagian = Bagian(akun.pegawai_id, atasan.pegawai_id, *siklus.masa)
    tanya = {"siklus": siklus, "bagian": {akun.pegawai_id: bagian}, "pengguna": atasan}
    assert realisations_beside(**tanya) == {}
    kirim(skp, siklus, akun)
    [bahan] = realisations_beside(**tanya).values()
    assert bahan.ringkas == "1 realisasi, 0 bukti"
    assert "0 dari 1 indikator mencapai target, 1 belum." in bahan.rincian[0]
    assert bahan.rincian[1] == TARGET_SELURUH_MASA
    assert bahan.rincian[2].startswith("Jumlah laporan (target 12 laporan): 9 laporan. Sembilan selesai")
    with django_assert_num_queries(3):
        realisations_beside(**tanya)
