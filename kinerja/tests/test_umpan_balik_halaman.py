"""The pages: three clicks from Tim saya, nothing chosen beforehand, nothing typed is lost."""

import re

import pytest
from django.urls import reverse

from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import masuk
from kinerja.models import CatatanPimpinan, UmpanBalik
from kinerja.tests.pabrik_umpan_balik import UmpanBalikPabrik
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db
ISIAN = {
    "jenis": "kekuatan",
    "tentang": "perilaku",
    "nilai": "adaptif",
    "peristiwa": "Menjelaskan alur baru kepada tim.",
    "dampak": "Antrean lebih pendek.",
    "berikutnya": "Tulis panduannya.",
}


@pytest.fixture
def atasan():
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, nama="Atasan"))


@pytest.fixture
def diri(atasan):
    unit = UnitKerjaPabrik(instansi=atasan.pegawai.instansi)
    return PenggunaPabrik(
        pegawai=PegawaiPabrik(pelaksana=True, atasan=atasan.pegawai, unit=unit, nama="Diri")
    )


@pytest.fixture
def rekan(diri):
    return PenggunaPabrik(pegawai=PegawaiPabrik(unit=diri.pegawai.unit, nama="Rekan"))


def tersembunyi(halaman):
    """What a browser sends along without anybody typing it."""
    teks = halaman.content.decode()
    return {n: (re.search(rf'name="{n}" value="([^"]*)"', teks) or ["", ""])[1] for n in ("kunci", "pembaca")}


def formulir(client, diri):
    alamat = reverse("kinerja:umpan_balik_beri", args=[diri.pegawai.pk])
    return alamat, client.get(alamat)


def test_from_tim_saya_it_takes_three_clicks(atasan, diri):
    client = masuk(atasan)
    tim = client.get(reverse("karier:tim")).content.decode()  # 1: Tim saya
    alamat = reverse("kinerja:umpan_balik_beri", args=[diri.pegawai.pk])
    assert f'href="{alamat}">Beri umpan balik' in tim
    halaman = client.get(alamat)  # 2: Beri umpan balik
    jawaban = client.post(alamat, ISIAN | tersembunyi(halaman), follow=True)  # 3: Kirim
    assert f"untuk {diri.pegawai.nama_gelar} terkirim" in jawaban.content.decode()
    assert UmpanBalik.objects.get().pegawai == diri.pegawai


def test_nothing_is_chosen_beforehand(atasan, diri):
    _, halaman = formulir(masuk(atasan), diri)
    assert "checked" not in halaman.content.decode()


def test_before_sending_the_page_names_who_reads_it(rekan, atasan, diri):
    _, halaman = formulir(masuk(rekan), diri)
    teks = halaman.content.decode()
    assert "Dibaca oleh Diri dan atasan penilainya, Atasan." in teks
    assert "ini tidak anonim" in teks


def test_a_subordinate_is_told_who_reads_it_above_their_leader(diri, atasan):
    kepala = PegawaiPabrik(nama="Kepala")
    atasan.pegawai.atasan = kepala
    atasan.pegawai.save()
    teks = masuk(diri).get(reverse("kinerja:umpan_balik_beri", args=[atasan.pegawai.pk])).content.decode()
    assert "Dibaca oleh Atasan dan atasan penilainya, Kepala." in teks


def test_a_double_click_on_send_is_one_feedback(atasan, diri):
    client = masuk(atasan)
    alamat, halaman = formulir(client, diri)
    for _ in range(2):
        assert client.post(alamat, ISIAN | tersembunyi(halaman)).status_code == 302
    assert UmpanBalik.objects.count() == 1


def test_other_words_from_an_old_page_are_kept_and_sent_with_the_next_click(atasan, diri):
    client = masuk(atasan)
    alamat, halaman = formulir(client, diri)
    client.post(alamat, ISIAN | tersembunyi(halaman))
    lain = ISIAN | {"dampak": "Dampak kedua."}
    bentrok = client.post(alamat, lain | tersembunyi(halaman))
    assert bentrok.status_code == 409
    assert "Dampak kedua." in bentrok.content.decode()
    client.post(alamat, lain | tersembunyi(bentrok))
    assert UmpanBalik.objects.count() == 2


def test_a_reader_who_changed_is_named_and_the_words_are_kept(rekan, diri):
    client = masuk(rekan)
    alamat, halaman = formulir(client, diri)
    diri.pegawai.atasan = PegawaiPabrik(struktural=True, nama="Atasan baru")
    diri.pegawai.save()
    bentrok = client.post(alamat, ISIAN | tersembunyi(halaman))
    teks = bentrok.content.decode()
    assert "atasan penilainya, Atasan baru" in teks
    assert "Antrean lebih pendek." in teks
    assert client.post(alamat, ISIAN | tersembunyi(bentrok)).status_code == 302


def test_the_trail_that_hr_reads_does_not_tell_who_wrote_to_whom(rekan, diri):
    client = masuk(rekan)
    alamat, halaman = formulir(client, diri)
    client.post(alamat, ISIAN | tersembunyi(halaman), follow=True)
    client.get(reverse("kinerja:umpan_balik_satu", args=[UmpanBalik.objects.get().pk]))
    tentang = Jejak.objects.filter(subjek_jenis="pegawai", subjek_id=diri.pegawai.pk)
    # Only that the page named the person, as the list of colleagues does.
    assert set(tentang.values_list("tindakan", "keperluan")) == {("lihat", "")}


def test_an_empty_form_says_how_to_fill_it_in(atasan, diri):
    client = masuk(atasan)
    alamat, halaman = formulir(client, diri)
    teks = client.post(alamat, {**tersembunyi(halaman), "peristiwa": "a" * 501}).content.decode()
    assert "<title>Galat:" in teks
    for pesan in ("Isi dampaknya", "Isi langkah berikutnya", "paling banyak 500 huruf. Sekarang 501"):
        assert pesan in teks


def test_strengths_and_what_can_be_better_stand_apart(diri):
    UmpanBalikPabrik(pegawai=diri.pegawai, peristiwa="Satu.")
    UmpanBalikPabrik(pegawai=diri.pegawai, perbaikan=True, peristiwa="Dua.")
    teks = masuk(diri).get(reverse("kinerja:umpan_balik")).content.decode()
    assert re.search(r"Yang sudah baik.*Satu\..*Yang dapat ditingkatkan.*Dua\.", teks, re.DOTALL)


def test_the_person_reads_and_the_task_goes(diri):
    u = UmpanBalikPabrik(pegawai=diri.pegawai)
    client = masuk(diri)
    assert "Baca 1 umpan balik baru" in client.get(reverse("karier:beranda")).content.decode()
    client.post(reverse("kinerja:umpan_balik_dibaca", args=[u.pk]))
    teks = client.get(reverse("karier:beranda")).content.decode()
    assert "Baca 1 umpan balik baru" not in teks
    assert u.peristiwa in teks


def test_the_giver_takes_back_what_nobody_saw(atasan, diri):
    u = UmpanBalikPabrik(pegawai=diri.pegawai)
    client = masuk(atasan)
    client.post(reverse("kinerja:umpan_balik_batalkan", args=[u.pk]))
    u.refresh_from_db()
    assert u.peristiwa != ""  # sent days ago
    baru = reverse("kinerja:umpan_balik_beri", args=[diri.pegawai.pk])
    client.post(baru, ISIAN | tersembunyi(client.get(baru)))
    teks = client.get(reverse("kinerja:umpan_balik_terkirim")).content.decode()
    [alamat] = re.findall(r'action="(/kinerja/umpan-balik/\d+/batalkan/)"', teks)
    assert "Umpan balik dibatalkan" in client.post(alamat, follow=True).content.decode()


def test_the_person_answers_and_the_giver_reads_it(rekan, diri):
    u = UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=rekan.pegawai)
    alamat = reverse("kinerja:umpan_balik_satu", args=[u.pk])
    client = masuk(diri)
    kunci = tersembunyi(client.get(alamat))["kunci"]
    client.post(alamat, {"isi": "Saya jadwalkan Kamis.", "kunci": kunci})
    assert "Saya jadwalkan Kamis." in masuk(rekan).get(alamat).content.decode()


def test_the_atasan_reads_along_without_a_form(rekan, diri, atasan):
    u = UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=rekan.pegawai)
    client = masuk(atasan)
    alamat = reverse("kinerja:umpan_balik_satu", args=[u.pk])
    assert "Kirim tanggapan" not in client.get(alamat).content.decode()
    assert client.post(alamat, {"isi": "x"}).status_code == 403


def test_people_are_found_by_a_part_of_the_name_and_strangers_are_not(diri, rekan, atasan):
    PegawaiPabrik(nama="Rekan jauh")
    teks = masuk(diri).get(reverse("kinerja:umpan_balik_pilih"), {"q": "rek"}).content.decode()
    assert "Rekan</a>" in teks
    assert "Rekan jauh" not in teks
    semua = masuk(diri).get(reverse("kinerja:umpan_balik_pilih")).content.decode()
    assert "Atasan saya" in semua


def test_a_private_note_is_written_read_and_deleted_on_one_page(atasan, diri):
    client = masuk(atasan)
    alamat = reverse("kinerja:umpan_balik_tim", args=[diri.pegawai.pk])
    kunci = tersembunyi(client.get(alamat))["kunci"]
    client.post(alamat, {"isi": "Tanyakan beban kerja.", "kunci": kunci})
    assert "Tanyakan beban kerja." in client.get(alamat).content.decode()
    client.post(reverse("kinerja:catatan_hapus", args=[CatatanPimpinan.objects.get().pk]))
    assert "Tanyakan beban kerja." not in client.get(alamat).content.decode()


def test_the_team_page_says_how_long_ago_the_leader_wrote(atasan, diri):
    assert "Belum ada" in masuk(atasan).get(reverse("karier:tim")).content.decode()
    client = masuk(atasan)
    alamat, halaman = formulir(client, diri)
    client.post(alamat, ISIAN | tersembunyi(halaman))
    assert "Hari ini" in client.get(reverse("karier:tim")).content.decode()
