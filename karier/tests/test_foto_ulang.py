"""*Minta foto ulang*: from the list of BKN to the photograph of one paper, and back to HR."""

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import DomainError, TidakDitemukan
from asn_karier.lib.models import Jejak
from karier.enums import StatusRekomendasi, StatusUsul
from karier.models import Rekomendasi, UsulKenaikanPangkat
from karier.services.foto_ulang import buka_foto, kirim_foto
from karier.services.status_usul import Jawaban, catat_jawaban
from karier.services.usul import lepas_foto
from karier.tests.bantu import memenuhi, satu
from karier.tests.jalan import SAAT, jalankan_sampai_selesai
from pegawai.models import Bukti, Pegawai, Pengguna
from pegawai.services.bukti import hapus_bukti, simpan_bukti
from pegawai.tests.berkas_bukti import unggahan
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    RiwayatPangkatPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def orang() -> Pegawai:
    return memenuhi(nama="Sari")


@pytest.fixture
def usul(orang: Pegawai) -> UsulKenaikanPangkat:
    """Sent back for the ijazah."""
    nyatakan_lengkap(orang.instansi)
    jalankan_sampai_selesai(orang.instansi)
    Rekomendasi.objects.filter(pegawai=orang).update(status=StatusRekomendasi.DITETAPKAN)
    return UsulKenaikanPangkat.objects.create(
        pegawai=orang,
        rekomendasi=satu(orang),
        status=StatusUsul.BTS,
        tanggal_status=SAAT.date(),
        dokumen="ijazah",
        alasan="Pindaian ijazah tidak terbaca",
    )


def akun(orang: Pegawai) -> Any:
    return Pengguna.objects.filter(pegawai=orang).first() or PenggunaPabrik(pegawai=orang)


def kirim(usul: UsulKenaikanPangkat, actor: Any) -> UsulKenaikanPangkat:
    usul.refresh_from_db()
    return kirim_foto(
        usul_id=usul.pk, berkas=unggahan(), versi=usul.versi, actor=actor, at=SAAT, kanal="portal"
    )


def jawab(usul: UsulKenaikanPangkat, status: StatusUsul, **isian: Any) -> None:
    usul.refresh_from_db()
    jawaban = Jawaban(status, SAAT.date(), **isian)
    catat_jawaban(
        usul_id=usul.pk, jawaban=jawaban, versi=usul.versi, actor=hr_dari(usul.pegawai.instansi), at=SAAT
    )


def teks(jawaban: Any) -> str:
    return unescape(jawaban.content.decode())


def test_the_person_is_told_on_the_first_page_and_sends_it_in_two_clicks(client: Any, usul: Any) -> None:
    client.force_login(akun(usul.pegawai))
    beranda = client.get(reverse("karier:beranda"))
    tugas = next(t for t in beranda.context["tugas"] if "foto ulang" in t["judul"])
    assert tugas["judul"] == "Kirim foto ulang: Ijazah"
    assert "Kirim foto dokumen itu yang baru" in teks(client.get(reverse("karier:syarat")))
    assert "Pindaian ijazah tidak terbaca" in teks(client.get(tugas["url"]))
    hasil = client.post(tugas["url"], {"berkas": unggahan(), "versi": 1}, follow=True)
    assert "Foto terkirim" in teks(hasil)
    assert "Foto baru sudah Anda kirim" in teks(hasil)
    assert "Kirim foto ulang" not in teks(client.get(reverse("karier:beranda")))


def test_hr_sees_that_it_came_and_opens_it_with_a_line_on_the_trail(client: Any, usul: Any) -> None:
    client.force_login(hr_dari(usul.pegawai.instansi))
    daftar = reverse("admin:karier_kp")
    assert "Menunggu foto baru dari pegawai" in teks(client.get(daftar, {"tab": "bts"}))
    kirim(usul, akun(usul.pegawai))
    isi = client.get(daftar, {"tab": "bts"})
    assert "Foto baru diterima" in teks(isi)
    assert "1 foto baru sudah diterima" in teks(client.get(reverse("admin:index")))
    unduh = client.get(isi.context["baris"][0]["foto"])
    assert (unduh["Content-Type"], unduh.content[:2]) == ("application/pdf", b"%P")
    jejak = Jejak.objects.get(tindakan="unduh_bukti", subjek_id=usul.pegawai_id)
    assert jejak.keperluan == "Foto ulang untuk BKN: Ijazah"


def test_a_second_press_sends_nothing_twice(client: Any, usul: Any) -> None:
    client.force_login(akun(usul.pegawai))
    alamat = reverse("karier:foto_ulang", args=[usul.pk])
    teks_kedua = [teks(client.post(alamat, {"berkas": unggahan(), "versi": 1}, follow=True)) for _ in "ab"][1]
    assert "fotonya sudah terkirim" in teks_kedua
    assert Jejak.objects.filter(tindakan="kirim_foto").count() == 1


def test_a_second_photograph_takes_the_place_of_the_first(usul: Any) -> None:
    sendiri = akun(usul.pegawai)
    pertama = kirim(usul, sendiri).foto_ulang
    kedua = kirim(usul, sendiri).foto_ulang
    assert list(Bukti.objects.values_list("pk", flat=True)) == [kedua.pk]
    assert pertama.pk != kedua.pk


def test_what_is_no_photograph_is_refused_and_the_first_stays(client: Any, usul: Any) -> None:
    sendiri = akun(usul.pegawai)
    kirim(usul, sendiri)
    client.force_login(sendiri)
    alamat = reverse("karier:foto_ulang", args=[usul.pk])
    for palsu in (SimpleUploadedFile("ijazah.jpg", b"<html>"), SimpleUploadedFile("a.exe", b"MZ"), None):
        hasil = client.post(alamat, {"berkas": palsu, "versi": 2} if palsu else {"versi": 2})
        assert hasil.status_code == 200
        assert hasil.context["form"].errors
    assert Bukti.objects.count() == 1


def test_nobody_else_may_send_or_open_one(usul: Any) -> None:
    lain = akun(PegawaiPabrik(instansi=usul.pegawai.instansi))
    with pytest.raises(TidakDitemukan):
        kirim(usul, lain)
    with pytest.raises(TidakDitemukan):
        kirim(usul, hr_dari(usul.pegawai.instansi))
    kirim(usul, akun(usul.pegawai))
    asing = UsulKenaikanPangkat.objects.dikelola(hr_dari(InstansiPabrik()))
    with pytest.raises(TidakDitemukan):
        buka_foto(usul_id=usul.pk, semua=asing, pengguna=lain, kanal="admin")


@pytest.mark.parametrize(
    ("status", "isian", "tinggal"),
    [
        (StatusUsul.DIUSULKAN, {}, 1),
        (StatusUsul.BTS, {"alasan": "SK tidak terbaca", "dokumen": "sk_pangkat"}, 0),
        (StatusUsul.TMS, {"alasan": "Masa kerja kurang"}, 0),
    ],
)
def test_the_photograph_lives_as_long_as_its_question(
    usul: Any, status: StatusUsul, isian: dict[str, str], tinggal: int
) -> None:
    kirim(usul, akun(usul.pegawai))
    jawab(usul, status, **isian)
    assert Bukti.objects.count() == tinggal
    if status is not StatusUsul.BTS:
        with pytest.raises(DomainError, match="tidak lagi diminta"):
            kirim(usul, akun(usul.pegawai))


def test_data_of_identity_have_a_way_of_their_own(client: Any, usul: Any) -> None:
    jawab(usul, StatusUsul.BTS, alasan="Tanggal lahir berbeda", dokumen="identitas")
    client.force_login(akun(usul.pegawai))
    assert "Ada data yang keliru?" in teks(client.get(reverse("karier:syarat")))
    assert client.get(reverse("karier:foto_ulang", args=[usul.pk])).status_code == 404


def test_a_file_that_the_list_of_bkn_brought_back_gets_its_paper_later(client: Any, usul: Any) -> None:
    jawab(usul, StatusUsul.BTS, alasan="Perbaikan Dokumen - BTS")
    client.force_login(hr_dari(usul.pegawai.instansi))
    langkah = reverse("admin:karier_kp_jawaban", args=[usul.pk, "ulang"])
    form = client.get(langkah).context["form"]
    assert form.initial["alasan"] == "Perbaikan Dokumen - BTS"
    isi = {"dokumen": "pak", "alasan": form.initial["alasan"], "versi": form.initial["versi"]}
    pilihan = [kode for kode, _ in form.fields["dokumen"].choices]
    client.post(langkah, isi | {"dokumen": pilihan[0]})
    usul.refresh_from_db()
    assert (usul.dokumen, usul.alasan) == (pilihan[0], "Perbaikan Dokumen - BTS")


def test_the_photograph_of_a_file_that_was_sent_again_can_still_be_opened(client: Any, usul: Any) -> None:
    kirim(usul, akun(usul.pegawai))
    jawab(usul, StatusUsul.DIUSULKAN)
    client.force_login(hr_dari(usul.pegawai.instansi))
    baris = client.get(reverse("admin:karier_kp"), {"tab": "diusulkan"}).context["baris"]
    assert client.get(baris[0]["foto"])["Content-Type"] == "application/pdf"
    assert "dokumen yang dikembalikan" in Jejak.objects.get(tindakan="unduh_bukti").keperluan


def test_what_was_sent_can_be_replaced_from_the_page_of_the_requirements(client: Any, usul: Any) -> None:
    sendiri = akun(usul.pegawai)
    kirim(usul, sendiri)
    client.force_login(sendiri)
    baris = client.get(reverse("karier:syarat")).context["foto"]
    assert [b.judul for b in baris] == ["Ganti foto: Ijazah"]
    assert "Foto yang baru menggantikannya" in teks(client.get(baris[0].url))


def test_a_run_that_finds_the_golongan_ends_the_use_of_the_photograph(
    usul: Any, django_capture_on_commit_callbacks: Any
) -> None:
    foto = kirim(usul, akun(usul.pegawai)).foto_ulang
    RiwayatPangkatPabrik(
        pegawai=usul.pegawai, golongan=int(satu(usul.pegawai).sasaran), tmt=date(2026, 11, 1)
    )
    with django_capture_on_commit_callbacks(execute=True):
        jalankan_sampai_selesai(usul.pegawai.instansi)
    usul.refresh_from_db()
    assert (usul.status, usul.foto_ulang, usul.dokumen) == (StatusUsul.SK_TERBIT, None, "")
    assert usul.history.first().status == StatusUsul.SK_TERBIT
    assert not Bukti.objects.exists()
    assert not default_storage.exists(foto.berkas)


def test_twenty_photographs_are_thrown_away_in_as_many_queries_as_two(usul: Any) -> None:
    def biaya(banyak: int) -> int:
        semua = [
            UsulKenaikanPangkat(foto_ulang=simpan_bukti(berkas=unggahan(), pengguna=pelaku, at=SAAT))
            for _ in range(banyak)
        ]
        with CaptureQueriesContext(connection) as tangkap:
            hapus_bukti(*lepas_foto(semua))
        assert [u.foto_ulang for u in semua] == [None] * banyak
        return len(tangkap)

    pelaku = akun(usul.pegawai)
    assert biaya(2) == biaya(20)
    assert not Bukti.objects.exists()


def test_a_paper_without_a_name_has_to_be_named(client: Any, usul: Any) -> None:
    client.force_login(hr_dari(usul.pegawai.instansi))
    langkah = reverse("admin:karier_kp_jawaban", args=[usul.pk, "ulang"])
    hasil = client.post(langkah, {"dokumen": "lain", "versi": usul.versi})
    assert "Tuliskan dokumen mana" in teks(hasil)
    client.post(langkah, {"dokumen": "lain", "alasan": "Surat tugas belajar buram", "versi": usul.versi})
    usul.refresh_from_db()
    assert (usul.dokumen, usul.alasan) == ("lain", "Surat tugas belajar buram")
