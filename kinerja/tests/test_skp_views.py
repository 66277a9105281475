"""Pages of the SKP: a person writes it on a phone, the atasan answers, and every refusal is a sentence."""

from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Jejak
from kinerja.enums import AwalSKP, JenisHasilKerja, PendekatanSKP, StatusSKP
from kinerja.models import SKP, HasilKerja
from kinerja.tests.pabrik_skp import (
    SAAT,
    HasilKerjaPabrik,
    IndikatorPabrik,
    NaskahPabrik,
    PerspektifPabrik,
    PustakaPabrik,
    SKPPabrik,
    di_sini,
)
from pegawai.enums import Jenjang
from pegawai.models import Pegawai
from pegawai.tests.pabrik import JabatanPabrik, PegawaiPabrik, PenggunaPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desember")]
UTAMA = JenisHasilKerja.UTAMA.value


@pytest.fixture
def desember() -> Any:
    with time_machine.travel(SAAT, tick=False) as saat:
        yield saat


@pytest.fixture
def saya() -> Pegawai:
    saya: Pegawai = PegawaiPabrik(pelaksana=True, atasan=PegawaiPabrik(struktural=True, nama="Atasan Contoh"))
    di_sini(saya.instansi)
    return saya


def masuk(pegawai: Pegawai | None) -> Client:
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=pegawai))
    return client


@pytest.fixture
def klien(saya: Pegawai) -> Client:
    return masuk(saya)


@pytest.fixture
def klien_atasan(saya: Pegawai) -> Client:
    return masuk(saya.atasan)


def alamat(nama: str, *bagian: Any) -> str:
    kunci = [getattr(b, "pk", b) for b in bagian]
    return reverse(f"kinerja:skp_{nama}", args=kunci)


def teks(jawaban: Any) -> str:
    isi: str = jawaban.content.decode()
    return isi


# -- begun --------------------------------------------------------------------------------------


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


@pytest.mark.parametrize("tahun", [0, 2021, 2028, 10**12, 10**30])
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


# -- a row --------------------------------------------------------------------------------------


@pytest.fixture
def skp(saya: Pegawai) -> SKP:
    skp: SKP = SKPPabrik(pegawai=saya)
    return skp


def baris(**lain: Any) -> dict[str, Any]:
    isi = {"rhk": "Tersusunnya kajian", "jenis": UTAMA, "versi": 1, "banyak": 1, "aksi": "simpan"}
    return {**isi, "iki_0": "Jumlah kajian", "target_0": "2 kajian", **lain}


def test_a_row_is_written_with_what_its_target_counts(klien: Client, skp: SKP) -> None:
    jawaban = klien.post(alamat("hasil_baru", skp), baris(), follow=True)
    indikator = HasilKerja.objects.get().indikator.get()
    assert (indikator.target_angka, indikator.satuan) == (2, "kajian")
    assert "Tersusunnya kajian" in teks(jawaban)
    assert "Menunggu rencana atasan" in teks(jawaban)


def test_saving_and_adding_another_leads_to_an_empty_page(klien: Client, skp: SKP) -> None:
    jawaban = klien.post(alamat("hasil_baru", skp), baris(aksi="simpan_lagi"))
    assert jawaban["Location"] == alamat("hasil_baru", skp)


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"rhk": ""}, "Isi rencana hasil kerja"),
        ({"rhk": "x" * 501}, "paling banyak 500 huruf. Sekarang 501"),
        ({"jenis": ""}, "Pilih jenis hasil kerja"),
        ({"iki_0": ""}, "Isi indikator 1, karena targetnya sudah ada"),
        ({"iki_0": "x" * 301}, "Indikator 1: paling banyak 300 huruf. Sekarang 301"),
    ],
)
def test_a_row_that_lacks_something_says_so_and_keeps_what_was_typed(
    klien: Client, skp: SKP, ubah: dict[str, str], pesan: str
) -> None:
    jawaban = klien.post(alamat("hasil_baru", skp), baris(**ubah))
    isi = teks(jawaban)
    assert jawaban.status_code == 200
    assert "<title>Galat:" in isi
    assert pesan in isi
    assert "2 kajian" in isi
    assert not HasilKerja.objects.exists()


def test_a_draft_may_have_a_row_without_indicators(klien: Client, skp: SKP) -> None:
    klien.post(alamat("hasil_baru", skp), baris(iki_0="", target_0=""))
    assert HasilKerja.objects.get().indikator.count() == 0


@pytest.mark.parametrize(
    ("aksi", "urutan"),
    [
        ("tambah", ["a", "b", "c", None]),
        ("hapus:1", ["a", "c"]),
        ("naik:2", ["a", "c", "b"]),
        ("naik:0", ["a", "b", "c"]),
        ("turun:0", ["b", "a", "c"]),
        ("turun:2", ["a", "b", "c"]),
        ("hapus:9", ["a", "b", "c"]),
        ("hapus:x", ["a", "b", "c"]),
        ("lain", ["a", "b", "c"]),
    ],
)
def test_indicators_are_added_taken_out_and_moved_by_buttons_before_anything_is_saved(
    klien: Client, skp: SKP, aksi: str, urutan: list[str | None]
) -> None:
    isi = baris(banyak=3, aksi=aksi) | {f"iki_{i}": t for i, t in enumerate("abc")}
    jawaban = klien.post(alamat("hasil_baru", skp), isi)
    form = jawaban.context["form"]
    assert [form[f"iki_{i}"].value() or None for i in range(form.jumlah)] == urutan
    assert form["rhk"].value() == "Tersusunnya kajian"
    assert not HasilKerja.objects.exists()


@pytest.mark.parametrize("banyak", ["", "0", "-3", "999999", "x"])
def test_a_count_of_indicators_that_makes_no_sense_breaks_nothing(
    klien: Client, skp: SKP, banyak: str
) -> None:
    assert klien.post(alamat("hasil_baru", skp), baris(banyak=banyak)).status_code in (200, 302)


def test_a_stored_row_opens_as_it_is(klien: Client, skp: SKP) -> None:
    hasil = HasilKerjaPabrik(skp=skp, rhk="Kalimat lama")
    IndikatorPabrik(hasil_kerja=hasil, iki="Satu")
    IndikatorPabrik(hasil_kerja=hasil, iki="Dua")
    form = klien.get(alamat("hasil", skp, hasil)).context["form"]
    assert (form["rhk"].value(), form["iki_1"].value(), form.jumlah) == ("Kalimat lama", "Dua", 2)


def test_a_stale_page_is_refused_and_keeps_what_was_typed(klien: Client, skp: SKP) -> None:
    klien.post(alamat("hasil_baru", skp), baris())
    jawaban = klien.post(alamat("hasil_baru", skp), baris(rhk="Tulisan kedua"))
    assert jawaban.status_code == 409
    assert "Tulisan kedua" in teks(jawaban)
    assert HasilKerja.objects.count() == 1


def test_a_kuantitatif_plan_asks_for_the_aspek(klien: Client, skp: SKP) -> None:
    assert "aspek_0" not in teks(klien.get(alamat("hasil_baru", skp)))
    SKP.objects.update(pendekatan=PendekatanSKP.KUANTITATIF)
    klien.post(alamat("hasil_baru", skp), baris(aspek_0="waktu"))
    assert HasilKerja.objects.get().indikator.get().aspek == "waktu"


def test_only_jpt_chooses_a_perspective(klien: Client, skp: SKP, saya: Pegawai) -> None:
    perspektif = PerspektifPabrik(instansi=saya.instansi, nama="Anggaran")
    assert "Perspektif" not in teks(klien.get(alamat("hasil_baru", skp)))
    SKP.objects.update(jabatan=JabatanPabrik(struktural=True, nama="Kepala", jenjang=Jenjang.JPT_PRATAMA))
    klien.post(alamat("hasil_baru", skp), baris(perspektif=perspektif.pk))
    assert HasilKerja.objects.get().perspektif == perspektif


def test_the_library_fills_the_page_and_saves_nothing(klien: Client, saya: Pegawai) -> None:
    jabatan = saya.riwayat_jabatan.get().jabatan
    skp = SKPPabrik(pegawai=saya, jabatan=jabatan)
    contoh = PustakaPabrik(instansi=saya.instansi, jabatan=jabatan)
    assert "Pakai contoh dari pustaka jabatan (1)" in teks(klien.get(alamat("hasil_baru", skp)))
    form = klien.get(f"{alamat('hasil_baru', skp)}?pustaka={contoh.pk}").context["form"]
    assert (form["rhk"].value(), form["target_0"].value()) == (contoh.rhk, "3 hari")
    assert klien.get(f"{alamat('hasil_baru', skp)}?pustaka=x").status_code == 200


def test_rows_are_moved_and_taken_out(klien: Client, skp: SKP) -> None:
    _, dua = (HasilKerjaPabrik(skp=skp, rhk=t) for t in "ab")
    klien.post(alamat("pindah", skp, dua), {"langkah": "naik", "versi": 1})
    assert [h.rhk for h in skp.hasil_kerja.all()] == ["b", "a"]
    assert "Hapus hasil kerja ini?" in teks(klien.get(alamat("hapus", skp, dua)))
    for _ in range(2):  # the second press finds it gone
        klien.post(alamat("hapus", skp, dua), {"versi": 2})
    assert [h.rhk for h in skp.hasil_kerja.all()] == ["a"]
    assert klien.get(alamat("hapus", skp, dua)).status_code == 404
    assert klien.post(alamat("pindah", skp, dua), {"versi": 3}).status_code == 404


def test_moving_on_a_stale_page_says_so(klien: Client, skp: SKP) -> None:
    hasil = HasilKerjaPabrik(skp=skp)
    isi = teks(klien.post(alamat("pindah", skp, hasil), {"versi": 9}, follow=True))
    assert "SKP ini berubah sejak Anda membukanya" in isi


# -- links to the leader ------------------------------------------------------------------------


@pytest.fixture
def induk(saya: Pegawai) -> HasilKerja:
    induk: HasilKerja = HasilKerjaPabrik(
        skp=SKPPabrik(pegawai=saya.atasan, dikirim=True), rhk="Meningkatnya mutu layanan"
    )
    return induk


def test_a_row_waits_until_the_leader_has_rows_and_is_linked_with_one_click(
    klien: Client, skp: SKP, saya: Pegawai
) -> None:
    hasil = HasilKerjaPabrik(skp=skp, induk_teks="")
    assert "Tautkan" not in teks(klien.get(alamat("lembar", skp)))
    induk = HasilKerjaPabrik(skp=SKPPabrik(pegawai=saya.atasan, dikirim=True), rhk="Layanan naik")
    assert "Tautkan ke rencana atasan (1)" in teks(klien.get(alamat("lembar", skp)))
    isi = teks(klien.post(alamat("tautkan", skp, hasil), {"induk": induk.pk}, follow=True))
    assert "Mendukung RHK pimpinan: Layanan naik" in isi
    assert "Menunggu rencana atasan" not in isi


def test_the_row_whose_words_were_typed_is_offered_first(klien: Client, skp: SKP, induk: HasilKerja) -> None:
    HasilKerjaPabrik(skp=skp, induk_teks="meningkatnya  mutu layanan")
    assert f"Tautkan ke «{induk.rhk}»" in teks(klien.get(alamat("lembar", skp)))


@pytest.mark.parametrize("nilai", ["", "x", "999999"])
def test_a_link_to_nothing_is_a_sentence(klien: Client, skp: SKP, nilai: str) -> None:
    hasil = HasilKerjaPabrik(skp=skp)
    isi = teks(klien.post(alamat("tautkan", skp, hasil), {"induk": nilai}, follow=True))
    assert "tidak ada lagi dalam rencana atasan" in isi


def test_the_leader_is_chosen_on_the_page_of_the_row(klien: Client, skp: SKP, induk: HasilKerja) -> None:
    klien.post(alamat("hasil_baru", skp), baris(induk=induk.pk))
    assert HasilKerja.objects.get(skp=skp).induk == induk


# -- behaviour, lampiran, pendekatan ------------------------------------------------------------


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


# -- checked and sent ---------------------------------------------------------------------------


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


# -- answered -----------------------------------------------------------------------------------


@pytest.fixture
def terkirim(saya: Pegawai) -> SKP:
    skp: SKP = SKPPabrik(pegawai=saya, dikirim=True)
    HasilKerjaPabrik(skp=skp, rhk="Tersusunnya kajian", lengkap=True)
    return skp


def test_the_atasan_finds_it_reads_it_and_agrees_in_three_steps(
    klien_atasan: Client, klien: Client, terkirim: SKP
) -> None:
    assert "Setujui SKP 1 pegawai" in teks(klien_atasan.get("/"))
    assert alamat("lembar", terkirim) in teks(klien_atasan.get(alamat("tim", 2027)))
    assert "Tersusunnya kajian" in teks(klien_atasan.get(alamat("lembar", terkirim)))
    isi = teks(klien_atasan.post(alamat("setujui", terkirim), {"versi": 1}, follow=True))
    assert "sudah disepakati" in isi
    assert "Kesepakatan ke-1" in teks(klien.get(alamat("lembar", terkirim)))
    assert "Setujui SKP" not in teks(klien_atasan.get("/"))


@pytest.mark.parametrize("versi", ["", "99", "bukan angka"])
def test_agreeing_to_another_text_than_the_one_read_is_refused(
    klien_atasan: Client, terkirim: SKP, versi: str
) -> None:
    klien_atasan.post(alamat("setujui", terkirim), {"versi": versi})
    terkirim.refresh_from_db()
    assert terkirim.status == StatusSKP.DIKIRIM


def test_the_atasan_returns_it_with_a_note_and_the_person_reads_it_first(
    klien_atasan: Client, klien: Client, terkirim: SKP
) -> None:
    assert "Tuliskan apa yang perlu diperbaiki" in teks(
        klien_atasan.post(alamat("kembalikan", terkirim), {"versi": 1})
    )
    klien_atasan.post(alamat("kembalikan", terkirim), {"isi": "Perjelas target.", "versi": 1})
    assert "Perjelas target." in teks(klien.get(alamat("lembar", terkirim)))
    assert "Perbaiki SKP 2027" in teks(klien.get("/"))


def test_the_atasan_writes_what_is_expected(klien_atasan: Client, terkirim: SKP) -> None:
    klien_atasan.post(alamat("perilaku", terkirim), {"loyal": "Jaga rahasia", "versi": 1})
    assert terkirim.ekspektasi.get().ekspektasi == "Jaga rahasia"
    klien_atasan.post(alamat("setujui", terkirim), {"versi": 2})
    assert klien_atasan.get(alamat("perilaku", terkirim)).status_code == 302


@pytest.mark.parametrize("siapa", ["dirinya", "rekan", "atasan dari atasan"])
@pytest.mark.parametrize("nama", ["setujui", "kembalikan"])
def test_nobody_but_the_atasan_penilai_answers(terkirim: SKP, saya: Pegawai, siapa: str, nama: str) -> None:
    lebih = PegawaiPabrik(struktural=True)
    Pegawai.objects.filter(pk=saya.atasan_id).update(atasan=lebih)
    orang = {"dirinya": saya, "rekan": PegawaiPabrik(atasan=saya.atasan), "atasan dari atasan": lebih}[siapa]
    isi = {"versi": 1, "isi": "Catatan"}
    assert masuk(orang).post(alamat(nama, terkirim), isi).status_code == 404
    terkirim.refresh_from_db()
    assert terkirim.status == StatusSKP.DIKIRIM


def test_the_atasan_changes_nothing_in_the_plan_of_another(klien_atasan: Client, terkirim: SKP) -> None:
    hasil = terkirim.hasil_kerja.get()
    for tujuan in (
        alamat("hasil", terkirim, hasil),
        alamat("hapus", terkirim, hasil),
        alamat("lampiran", terkirim),
        alamat("tarik", terkirim),
    ):
        assert klien_atasan.post(tujuan, {"versi": 1}).status_code == 404


# -- the dialogue -------------------------------------------------------------------------------


def test_both_speak_on_the_page(klien: Client, klien_atasan: Client, terkirim: SKP) -> None:
    klien.post(alamat("catatan", terkirim), {"isi": "Kapan kita bahas?"})
    klien_atasan.post(alamat("catatan", terkirim), {"isi": "Senin pukul 9."})
    isi = teks(klien.get(alamat("lembar", terkirim)))
    assert "Kapan kita bahas?" in isi
    assert "Atasan Contoh, 7 Desember 2026 pukul 12.00 WIB" in isi


def test_an_empty_word_is_a_sentence(klien: Client, terkirim: SKP) -> None:
    assert "Tuliskan catatan Anda" in teks(klien.post(alamat("catatan", terkirim), {"isi": " "}))


def test_a_word_before_sending_is_refused(klien: Client, skp: SKP) -> None:
    assert klien.post(alamat("catatan", skp), {"isi": "Halo"}).status_code == 409


def test_an_agreed_plan_is_talked_over_again_and_the_agreement_stays_readable(
    klien: Client, saya: Pegawai
) -> None:
    skp = SKPPabrik(pegawai=saya, disepakati=True)
    NaskahPabrik(skp=skp)
    assert "Tuliskan mengapa" in teks(klien.post(alamat("buka", skp), {"versi": 1}))
    klien.post(alamat("buka", skp), {"isi": "Anggaran berubah", "versi": 1})
    isi = teks(klien.get(alamat("lembar", skp)))
    assert "Anggaran berubah" in isi
    assert "Atasan penilai tetap dapat membacanya" in isi
    assert "Kesepakatan ke-1 SKP 2027" in teks(klien.get(alamat("naskah", skp, 1)))
    assert klien.get(alamat("naskah", skp, 2)).status_code == 404


def test_another_atasan_is_told_with_what_to_do(klien: Client, saya: Pegawai) -> None:
    skp = SKPPabrik(pegawai=saya, disepakati=True)
    Pegawai.objects.filter(pk=saya.pk).update(atasan=PegawaiPabrik(struktural=True, nama="Atasan Baru"))
    assert "Atasan penilai Anda sekarang Atasan Baru." in teks(klien.get(alamat("lembar", skp)))
    jawaban = klien.post(alamat("lanjutan", skp), {"mulai": "01-07-2027", "alasan": "Atasan berganti"})
    assert jawaban["Location"] == alamat("lembar", SKP.objects.get(mulai="2027-07-01"))


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({}, "Isi tanggal mulai"),
        ({"mulai": "kapan-kapan", "alasan": "Pindah"}, "Isi tanggal seperti 31-01-2027"),
        ({"mulai": "01-01-2028", "alasan": "Pindah"}, "Tanggal mulai harus sesudah 1 Januari 2027"),
    ],
)
def test_a_segment_that_cannot_be_is_a_sentence(
    klien: Client, saya: Pegawai, isi: dict[str, str], pesan: str
) -> None:
    skp = SKPPabrik(pegawai=saya, disepakati=True)
    assert pesan in teks(klien.post(alamat("lanjutan", skp), isi))


# -- the team -----------------------------------------------------------------------------------


def test_the_matrix_shows_who_supports_what_and_who_stands_beside(
    klien_atasan: Client, saya: Pegawai, induk: HasilKerja, terkirim: SKP
) -> None:
    sepi = HasilKerjaPabrik(skp=induk.skp, rhk="Tertatanya arsip")
    rekan = PegawaiPabrik(pelaksana=True, atasan=saya.atasan, nama="Rekan Lepas")
    HasilKerjaPabrik(skp=SKPPabrik(pegawai=rekan, dikirim=True))
    PegawaiPabrik(pelaksana=True, atasan=saya.atasan, nama="Rekan Diam")
    terkirim.hasil_kerja.update(induk=induk)
    jawaban = klien_atasan.get(alamat("matriks", 2027))
    assert [(b["rhk"], [p["nama"] for p in b["pendukung"]]) for b in jawaban.context["baris"]] == [
        (induk.rhk, [saya.nama]),
        (sepi.rhk, []),
    ]
    assert [d["nama"] for d in jawaban.context["lepas"]] == ["Rekan Lepas"]
    assert [d["nama"] for d in jawaban.context["belum"]] == ["Rekan Diam"]
    assert "1 hasil kerja belum didukung siapa pun." in teks(jawaban)


def test_whoever_leads_nobody_reads_why_the_lists_are_empty(klien: Client) -> None:
    assert "Tidak ada pegawai yang tercatat sebagai bawahan" in teks(klien.get(alamat("tim", 2027)))
    assert "SKP Anda belum memuat hasil kerja" in teks(klien.get(alamat("matriks", 2027)))


def test_a_team_on_ekinerja_reads_where_its_plans_are(klien_atasan: Client, saya: Pegawai) -> None:
    saya.instansi.pengaturan_kinerja.delete()
    assert "SKP 2027 disusun di e-Kinerja BKN." in teks(klien_atasan.get(alamat("tim", 2027)))


def test_reading_the_plan_of_another_leaves_a_trail(
    klien_atasan: Client, saya: Pegawai, terkirim: SKP
) -> None:
    klien_atasan.get(alamat("lembar", terkirim))
    klien_atasan.post(alamat("setujui", terkirim), {"versi": 1})
    tindakan = Jejak.objects.filter(subjek_id=saya.pk).order_by("pk").values_list("tindakan", flat=True)
    assert list(tindakan) == ["lihat", "skp_setujui"]


# -- home and Kinerja saya ----------------------------------------------------------------------


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
