"""The pages of realisation: three clicks, evidence, words that stay, and whoever has no business here."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import Peramban
from kinerja.enums import Predikat, Rating, StatusPengisian, StatusPenilaian
from kinerja.models import (
    SKP,
    BuktiDukung,
    EvaluasiPeriodik,
    PengisianRealisasi,
    Realisasi,
    RefleksiDiri,
    SiklusPenilaian,
)
from kinerja.services.realisasi_bahan import realisations_beside
from kinerja.services.realisasi_bukti import TERBANYAK
from kinerja.services.siklus import close_siklus
from kinerja.tests.pabrik_realisasi import SAAT, isi, kirim, siklus_pabrik, skp_pabrik
from pegawai.models import Bukti, Pengguna
from pegawai.tests.berkas_bukti import foto, unggahan
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db
TERLAMBAT = datetime(2026, 10, 16, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _pagi(time_machine: Any) -> None:
    time_machine.move_to(SAAT, tick=False)


@pytest.fixture
def akun() -> Pengguna:
    atasan = PegawaiPabrik(struktural=True)
    pengguna: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, atasan=atasan, nama="Ani"))
    return pengguna


@pytest.fixture
def skp(akun: Pengguna) -> SKP:
    return skp_pabrik(akun.pegawai)


@pytest.fixture
def siklus(akun: Pengguna) -> SiklusPenilaian:
    return siklus_pabrik(akun.pegawai.instansi)


@pytest.fixture
def url(skp: SKP, siklus: SiklusPenilaian) -> str:
    return reverse("kinerja:realisasi", args=[siklus.pk, skp.pk])


def masuk(orang: Pengguna) -> Client:
    client = Client()
    client.force_login(orang)
    return client


@pytest.fixture
def client(akun: Pengguna) -> Client:
    return masuk(akun)


def data(skp: SKP, **lain: Any) -> dict[str, Any]:
    pk = skp.hasil_kerja.get().indikator.get().pk
    awal = {f"teks_{pk}": "Selesai", f"angka_{pk}": "9", "versi": "0", "langkah": "periksa"}
    return {**awal, **{nama.replace("_X", f"_{pk}"): nilai for nama, nilai in lain.items()}}


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
    teks = client.post(url, data(skp, teks_X="", angka_X="", catatan_X="Catatan saya")).content.decode()
    assert "<title>Galat: " in teks
    assert "Isi realisasi untuk “Jumlah laporan”" in teks
    assert 'value="Catatan saya"' in teks
    assert not PengisianRealisasi.objects.exists()


@pytest.mark.parametrize("angka", ["banyak", "-1", "1,234", "12 buah"])
def test_a_number_that_is_none_is_said_in_words(client, skp, url, angka):
    assert "Realisasi berupa angka, misalnya 12 atau 12,5" in client.post(
        url, data(skp, angka_X=angka)
    ).content.decode().replace("&#x27;", "'")


@pytest.mark.parametrize(
    ("diketik", "angka"),
    [("1.250,5", "1250.5"), ("1.250", "1250"), ("12,5", "12.5"), ("12.5", "12.5"), (" 9 ", "9")],
)
def test_numbers_are_typed_as_people_write_them_here(client, skp, url, diketik, angka):
    client.post(url, data(skp, angka_X=diketik))
    assert Realisasi.objects.get().angka == Decimal(angka)


def test_copying_fills_in_the_gaps_and_saves_nothing(client, akun, skp, siklus, url):
    isi(skp, siklus_pabrik(akun.pegawai.instansi, ke=2), akun, teks="Dari triwulan dua", angka=Decimal(6))
    pk = skp.hasil_kerja.get().indikator.get().pk
    jawaban = client.post(url, data(skp, langkah="salin", teks_X="Sudah saya ketik", angka_X=""))
    teks = jawaban.content.decode()
    assert "Sudah saya ketik</textarea>" in teks
    assert f'name="angka_{pk}" value="6' in teks
    assert PengisianRealisasi.objects.count() == 1


def test_a_conflict_shows_both_and_the_next_press_decides(client, akun, skp, siklus, url):
    isi(skp, siklus, akun, teks="Dari ponsel")
    jawaban = client.post(url, data(skp, teks_X="Dari kantor", versi="0"))
    teks = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert "Dari kantor</textarea>" in teks
    assert "Yang tersimpan sekarang:</strong>  Dari ponsel" in teks
    assert 'name="versi" value="1"' in teks
    assert client.post(url, data(skp, teks_X="Dari kantor", versi="1")).status_code == 302
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
    periksa = client.post(url, data(skp))["Location"]
    assert "Tuliskan alasan keterlambatan" in client.post(periksa, {"versi": "1"}).content.decode()
    client.post(periksa, {"versi": "1", "alasan": "Jaringan putus"})
    assert PengisianRealisasi.objects.get().alasan_terlambat == "Jaringan putus"


def test_a_draft_from_before_midnight_is_in_time(akun, skp, siklus, url, time_machine):
    akhir = datetime(2026, 10, 15, 17, 0, tzinfo=UTC)
    time_machine.move_to(akhir - timedelta(minutes=1), tick=False)
    client = masuk(akun)
    segel = client.get(url).content.decode().split('name="draf_segel" value="')[1].split('"')[0]
    kosong = {f"tautan_{skp.hasil_kerja.get().pk}": "", "catatan_X": ""}
    client.post(url, {**data(skp, **kosong), "draf_simpan": "otomatis", "draf_segel": segel})
    time_machine.move_to(akhir + timedelta(hours=1), tick=False)
    client = masuk(akun)
    client.post(url, data(skp, **kosong))
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


# -- evidence -----------------------------------------------------------------------------------------------


def test_evidence_is_put_beside_a_hasil_kerja_with_one_press_and_no_word_is_lost(client, skp, url):
    hasil = skp.hasil_kerja.get().pk
    berkas = {f"berkas_{hasil}": unggahan("rekap.jpg", foto())}
    assert client.post(url, data(skp, langkah="unggah", **berkas)).status_code == 302
    assert BuktiDukung.objects.get().berkas.nama == "rekap.jpg"
    assert Realisasi.objects.get().teks == "Selesai"
    client.post(url, data(skp, langkah="unggah", versi="1", **{f"tautan_{hasil}": "https://contoh.go.id/a"}))
    assert BuktiDukung.objects.count() == 2


def test_a_file_that_is_refused_is_said_at_its_field_and_the_words_are_kept(client, skp, url):
    hasil = skp.hasil_kerja.get().pk
    besar = unggahan("besar.pdf", b"%PDF-" + b"0" * (5 * 1024 * 1024))
    teks = client.post(url, data(skp, langkah="unggah", **{f"berkas_{hasil}": besar})).content.decode()
    assert "paling besar 5 MB. Kecilkan atau foto ulang" in teks
    assert "Selesai</textarea>" in teks
    salah = unggahan("x.exe", b"MZ")
    teks = client.post(url, data(skp, versi="1", **{f"berkas_{hasil}": salah})).content.decode()
    assert "Berkas harus PDF, JPG, atau PNG" in teks


def test_the_same_evidence_twice_is_one_and_there_is_a_cap(client, skp, url):
    hasil = skp.hasil_kerja.get().pk
    for nama in ("a.pdf", "b.pdf"):
        client.post(url, data(skp, langkah="unggah", versi="1", **{f"berkas_{hasil}": unggahan(nama)}))
    assert (BuktiDukung.objects.count(), Bukti.objects.count()) == (1, 1)
    for ke in range(TERBANYAK):
        jawaban = client.post(
            url,
            data(skp, langkah="unggah", versi="1", **{f"tautan_{hasil}": f"https://contoh.go.id/{ke}"}),
        )
    assert f"Paling banyak {TERBANYAK} bukti" in jawaban.content.decode()
    assert BuktiDukung.objects.count() == TERBANYAK


@pytest.mark.parametrize("tautan", ["javascript:alert(1)", "ftp://x.go.id/a", "bukan tautan"])
def test_a_link_that_is_none_is_refused(client, skp, url, tautan):
    hasil = skp.hasil_kerja.get().pk
    client.post(url, data(skp, langkah="unggah", **{f"tautan_{hasil}": tautan}))
    assert not BuktiDukung.objects.exists()


def test_removing_evidence_removes_the_file_and_a_second_press_nothing_more(client, skp, url):
    hasil = skp.hasil_kerja.get().pk
    client.post(url, data(skp, langkah="unggah", **{f"berkas_{hasil}": unggahan()}))
    pk = BuktiDukung.objects.get().pk
    for _ in "ab":
        assert client.post(url, data(skp, langkah=f"hapus-{pk}", versi="1")).status_code == 302
    assert not Bukti.objects.exists()


def test_evidence_is_opened_by_the_person_and_when_sent_by_who_rates_them_and_by_nobody_else(
    client, akun, skp, siklus, url
):
    hasil = skp.hasil_kerja.get().pk
    client.post(url, data(skp, langkah="unggah", **{f"berkas_{hasil}": unggahan()}))
    bukti = reverse("kinerja:realisasi_bukti", args=[BuktiDukung.objects.get().pk])
    atasan = masuk(PenggunaPabrik(pegawai=akun.pegawai.atasan))
    luar = masuk(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=akun.pegawai.instansi)))
    hr = masuk(hr_dari(akun.pegawai.instansi, pegawai=PegawaiPabrik(instansi=akun.pegawai.instansi)))
    assert [c.get(bukti).status_code for c in (client, atasan, luar, hr)] == [200, 404, 404, 404]
    kirim(skp, siklus, akun)
    assert [c.get(bukti).status_code for c in (client, atasan, luar, hr)] == [200, 200, 404, 404]
    assert client.get(bukti)["Content-Disposition"].startswith("attachment")


# -- whoever has no business here -------------------------------------------------------------------------


def test_numbers_of_others_open_nothing(akun, skp, siklus, url):
    luar = masuk(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=akun.pegawai.instansi)))
    p = isi(skp, siklus, akun)
    for halaman in ("realisasi", "realisasi_periksa", "realisasi_terkirim"):
        assert luar.get(reverse(f"kinerja:{halaman}", args=[siklus.pk, skp.pk])).status_code == 404
    assert luar.post(url, data(skp)).status_code == 404
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
    tanya = {"siklus": siklus, "pegawai_ids": [akun.pegawai_id], "pengguna": atasan}
    assert realisations_beside(**tanya) == {}
    kirim(skp, siklus, akun)
    [bahan] = realisations_beside(**tanya).values()
    assert bahan.ringkas == "1 realisasi, 0 bukti"
    assert "0 dari 1 indikator mencapai target, 1 belum." in bahan.rincian[0]
    assert bahan.rincian[1].startswith("Jumlah laporan (target 12 laporan): 9 laporan. Sembilan selesai")
    with django_assert_num_queries(3):
        realisations_beside(**tanya)


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


def test_after_the_rating_was_sent_the_reflection_stays_as_it_was(akun, siklus):
    RefleksiDiri.objects.create(pegawai=akun.pegawai, siklus=siklus, isi="Kata saya")
    EvaluasiPeriodik.objects.create(
        pegawai=akun.pegawai,
        siklus=siklus,
        mulai=siklus.masa.mulai,
        sampai=siklus.masa.sampai,
        rating_hasil=Rating.SESUAI_EKSPEKTASI,
        rating_perilaku=Rating.SESUAI_EKSPEKTASI,
        predikat=Predikat.BAIK,
        status=StatusPenilaian.DIKIRIM,
    )
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
