"""Pages of learning: lessons that are taken up again, files, the quiz without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik
from pelatihan.enums import StatusPendaftaran, TahapKuis
from pelatihan.models import (
    Materi,
    Narasumber,
    Pendaftaran,
    PerilakuPasca,
    ReaksiPeserta,
    SesiAngkatan,
    SoalKuis,
)
from pelatihan.services.belajar import learning_for
from pelatihan.services.reaksi import SKALA
from pelatihan.tests.pabrik_belajar import (
    HARI_TERAKHIR,
    PAGI_PERTAMA,
    SESUDAH,
    TIGA_BULAN,
    KursiPabrik,
    MateriPabrik,
    SoalPabrik,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def gudang(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def kursi() -> Pendaftaran:
    satu: Pendaftaran = KursiPabrik(pegawai__atasan=PegawaiPabrik(struktural=True))
    program = satu.angkatan.pelatihan
    for urut in (1, 2, 5):
        MateriPabrik(
            pelatihan=program, urut=urut, isi=f"# Bagian {urut}\n<script>alert({urut})</script> **penting**"
        )
        SoalPabrik(pelatihan=program, urut=urut)
    berkas = ContentFile(b"0123456789" * 300, name="abc.pdf")
    Materi.objects.get(pelatihan=program, urut=2).berkas.save("abc.pdf", berkas)
    Materi.objects.filter(pelatihan=program, urut=2).update(ukuran=3000)
    return satu


@pytest.fixture
def diri(kursi: Pendaftaran) -> Client:
    return masuk(PenggunaPabrik(pegawai=kursi.pegawai))


@pytest.fixture
def waktu() -> Iterator[Any]:
    with time_machine.travel(PAGI_PERTAMA, tick=False) as mesin:
        yield mesin


def url(nama: str, *kunci: Any) -> str:
    return reverse(f"pelatihan:{nama}", args=kunci)


def teks(jawaban: Any) -> str:
    isi: str = jawaban.content.decode()
    return isi


def _bagian(kursi: Pendaftaran, at: Any = PAGI_PERTAMA) -> str:
    return render_to_string("pelatihan/partials/belajar.html", {"belajar": learning_for(kursi, at=at)})


# -- lessons --------------------------------------------------------------------------------------


def test_reading_is_taken_up_where_it_ended(kursi: Pendaftaran, diri: Client) -> None:
    awal = _bagian(kursi)
    assert "Lanjutkan" not in awal
    assert "1 KB; berkas 3 KB" in awal
    assert diri.post(url("materi", kursi.pk, 1)).headers["Location"] == url("materi", kursi.pk, 2)
    diri.post(url("materi", kursi.pk, 1))  # twice is once
    assert "Lanjutkan dari materi 2" in teks(diri.get(url("kelas", kursi.pk)))
    diri.post(url("materi", kursi.pk, 5))  # the last one, out of order: back to what was left out
    assert "Lanjutkan dari materi 2" in _bagian(kursi)
    assert "2 dari 3 materi" in _bagian(kursi)


def test_a_lesson_shows_light_markup_and_lets_no_html_through(kursi: Pendaftaran, diri: Client) -> None:
    halaman = teks(diri.get(url("materi", kursi.pk, 2)))
    assert "<h2>Bagian 2" in halaman
    assert "<strong>penting</strong>" in halaman
    assert "&lt;script&gt;alert(2)" in halaman
    assert "Unduh berkas (PDF, 3 KB)" in halaman
    assert url("materi", kursi.pk, 5) in halaman
    assert diri.get(url("materi", kursi.pk, 3)).status_code == 404


def test_a_file_goes_on_after_a_break_for_who_has_a_seat(kursi: Pendaftaran, diri: Client) -> None:
    alamat = url("materi_berkas", kursi.pk, 2)
    sisa: Any = diri.get(alamat, headers={"Range": "bytes=2990-"})
    assert (sisa.status_code, b"".join(sisa.streaming_content)) == (206, b"0123456789")
    assert diri.get(url("materi_berkas", kursi.pk, 1)).status_code == 404
    rekan = masuk(PenggunaPabrik(pegawai=KursiPabrik(angkatan=kursi.angkatan).pegawai))
    assert rekan.get(alamat).status_code == 404  # the enrolment of somebody else
    Pendaftaran.objects.filter(pk=kursi.pk).update(status=StatusPendaftaran.DAFTAR_TUNGGU)
    assert diri.get(alamat).status_code == 404


def test_the_course_is_one_small_file(kursi: Pendaftaran, diri: Client) -> None:
    jawaban = diri.get(url("luring", kursi.pk))
    assert jawaban["Content-Disposition"].startswith('attachment; filename="pelatihan-')
    isi = teks(jawaban)
    assert isi.count("<section") == 3
    assert "berkas PDF (3 KB)" in isi
    assert "<script" not in isi
    assert "http" not in isi


# -- quiz -----------------------------------------------------------------------------------------


def _isian(kursi: Pendaftaran, *jawaban: int) -> dict[str, Any]:
    return {f"soal_{ke}": j for ke, j in enumerate(jawaban, start=1)}


def test_the_quiz_is_a_task_and_tells_what_is_right_after_the_second_one_only(
    kursi: Pendaftaran, diri: Client, waktu: Any
) -> None:
    pra, pasca = (url("kuis", kursi.pk, t.value) for t in TahapKuis)
    assert "Kuis sebelum pelatihan: " in teks(diri.get("/"))
    halaman = diri.get(pra)
    versi = halaman.context["form"]["versi"].value()
    kurang = teks(diri.post(pra, {"soal_1": 2, "soal_2": 1, "versi": versi}))
    assert "Pilih satu jawaban untuk soal 3" in kurang
    assert kurang.count("checked") == 2  # what was chosen stays
    hasil = teks(diri.post(pra, _isian(kursi, 2, 1, 0) | {"versi": versi}, follow=True))
    assert "Nilai Anda 33,3 dari 100" in hasil
    assert "Yang benar" not in hasil
    assert "Tepat" not in hasil
    waktu.move_to(HARI_TERAKHIR)
    hasil = teks(diri.post(pasca, _isian(kursi, 2, 2, 3) | {"versi": versi}, follow=True))
    assert "Nilai Anda 66,7 dari 100" in hasil
    assert hasil.count("Yang benar: Tepat") == 1
    assert diri.post(pasca, _isian(kursi, 2, 2, 2) | {"versi": versi}).status_code == 409
    assert diri.get(url("kuis", kursi.pk, "lain")).status_code == 404


def test_questions_that_changed_come_back_with_what_was_chosen(
    kursi: Pendaftaran, diri: Client, waktu: Any
) -> None:
    pra = url("kuis", kursi.pk, "pra")
    lama = diri.get(pra).context["form"]["versi"].value()
    SoalKuis.objects.filter(urut=1).update(pertanyaan="Sudah diperbaiki?")
    jawaban = diri.post(pra, _isian(kursi, 2, 2, 2) | {"versi": lama})
    assert jawaban.status_code == 409
    assert "Penyelenggara mengubah soal" in teks(jawaban)
    assert teks(jawaban).count("checked") == 3
    baru = jawaban.context["form"]["versi"].value()
    assert diri.post(pra, _isian(kursi, 2, 2, 2) | {"versi": baru}).status_code == 302


# -- feedback and behaviour -----------------------------------------------------------------------


def test_feedback_says_who_reads_it_and_is_given_once(kursi: Pendaftaran, diri: Client, waktu: Any) -> None:
    alamat = url("umpan_balik", kursi.pk)
    assert "dibuka 6 Mei 2026" in teks(diri.get(alamat))
    waktu.move_to(HARI_TERAKHIR)
    assert "Isi umpan balik" in _bagian(kursi, HARI_TERAKHIR)
    assert "Atasan Anda tidak membacanya, kecuali" in teks(diri.get(alamat))
    ditolak = teks(diri.post(alamat, {"saran": "Ruangan sempit"}))
    assert "Ruangan sempit" in ditolak
    assert "Pilih jawaban untuk «Materinya jelas»" in ditolak
    assert diri.post(alamat, dict.fromkeys(SKALA, 4) | {"saran": "Ruangan sempit"}).status_code == 302
    assert ReaksiPeserta.objects.get().saran == "Ruangan sempit"
    assert "sudah terkirim" in teks(diri.get(alamat))
    assert "Isi umpan balik" not in teks(diri.get("/"))


def test_the_atasan_answers_in_two_clicks_from_beranda(kursi: Pendaftaran, waktu: Any) -> None:
    Pendaftaran.objects.filter(pk=kursi.pk).update(status=StatusPendaftaran.SELESAI)
    waktu.move_to(TIGA_BULAN)
    atasan = masuk(PenggunaPabrik(pegawai=kursi.pegawai.atasan))
    alamat = url("penerapan_isi", kursi.pk)
    assert alamat in teks(atasan.get("/"))
    assert "Tuliskan satu kalimat" in teks(atasan.post(alamat, {"diterapkan": 4}))
    isi = {"diterapkan": 4, "contoh": "Laporannya lebih rapi."}
    daftar = teks(atasan.post(alamat, isi, follow=True))
    assert "Laporannya lebih rapi." in daftar
    assert alamat not in daftar
    assert PerilakuPasca.objects.get().hambatan == ""


def test_a_speaker_reads_lessons_and_numbers_without_names(kursi: Pendaftaran, waktu: Any) -> None:
    guru = PenggunaPabrik(pegawai=PegawaiPabrik(nama="Guru"))
    sesi = SesiAngkatan.objects.create(
        angkatan=kursi.angkatan, judul="Sesi", mulai=PAGI_PERTAMA, selesai=HARI_TERAKHIR
    )
    Narasumber.objects.create(sesi=sesi, pegawai=guru.pegawai)
    client = masuk(guru)
    for _ in range(5):
        orang = KursiPabrik(angkatan=kursi.angkatan)
        ReaksiPeserta.objects.create(pendaftaran=orang, saran="Contoh kasus bagus", **dict.fromkeys(SKALA, 4))
    kelas = url("mengajar_kelas", kursi.angkatan_id)
    assert kelas in teks(client.get(url("mengajar")))
    assert "Contoh kasus bagus" not in teks(client.get(kelas))
    waktu.move_to(SESUDAH)
    client = masuk(guru)  # a month later nobody is still signed in
    halaman = teks(client.get(kelas))
    assert halaman.count("Contoh kasus bagus") == 5
    assert orang.pegawai.nama not in halaman
    assert "Bagian 5" in teks(client.get(url("mengajar_materi", kursi.angkatan_id, 5)))
    berkas: Any = client.get(url("mengajar_berkas", kursi.angkatan_id, 2))
    assert len(b"".join(berkas.streaming_content)) == 3000
    assert masuk(PenggunaPabrik(pegawai=kursi.pegawai)).get(kelas).status_code == 404
