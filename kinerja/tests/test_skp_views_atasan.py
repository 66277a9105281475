"""The atasan reads, answers and talks; the team and who supports what."""

import pytest
from django.test import Client

from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import teks
from kinerja.enums import StatusSKP
from kinerja.models import SKP, HasilKerja
from kinerja.tests.bantu_skp import alamat, masuk
from kinerja.tests.dunia_skp import desember, induk, klien, klien_atasan, saya, skp, terkirim
from kinerja.tests.pabrik_skp import (
    HasilKerjaPabrik,
    NaskahPabrik,
    SKPPabrik,
)
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik

__all__ = ["desember", "induk", "klien", "klien_atasan", "saya", "skp", "terkirim"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desember")]


# -- answered ---------------------------------------------------------------------------------------


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


# -- the dialogue -----------------------------------------------------------------------------------


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
    assert "Atasan penilai Anda sekarang Atasan Baru: buat SKP" in teks(klien.get(alamat("lembar", skp)))
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


# -- the team ---------------------------------------------------------------------------------------


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
