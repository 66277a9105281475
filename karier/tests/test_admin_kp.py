"""The page Kenaikan pangkat (periode): every number is a list of exactly that length; forms; the worklist."""

import io
import zipfile
from datetime import date, timedelta
from html import unescape

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from karier.enums import StatusUsul
from karier.models import SuratPengantar
from karier.rules.bulan_kp import Tumpukan
from karier.tests.bantu import belum_ak, memenuhi, satu
from karier.tests.bulan import DAFTAR, tetapkan, usul
from karier.tests.jalan import SAAT, jalankan_sampai_selesai
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai
from pegawai.tests.pabrik import (
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def siap():
    """Two ready, one short of angka kredit, one whose data are missing, one not due, one PPPK."""
    dua = [memenuhi(nama=f"Siap {n}") for n in (1, 2)]
    belum_ak(nama="Kurang Satu")
    PegawaiPabrik(nama="Tanpa Data")
    memenuhi(nama="Belum Waktu", pangkat__tmt=date(2025, 4, 1))
    PegawaiPabrik(pppk=True)
    nyatakan_lengkap(dua[0].instansi)
    jalankan_sampai_selesai(dua[0].instansi)
    return dua


@pytest.fixture
def meja(client, siap):
    client.force_login(hr_dari(siap[0].instansi))
    return client


def halaman(meja, **isian):
    return meja.get(reverse(DAFTAR), isian)


def pilih(*orang):
    return [f"{satu(o).pk}.{satu(o).versi}" for o in orang]


def teks(jawaban):
    return unescape(jawaban.content.decode())


def test_every_number_leads_to_exactly_that_many_rows(meja):
    depan = halaman(meja).context
    jumlah = {t["teks"]: t["jumlah"] for t in depan["tab"]}
    assert jumlah["Siap diusulkan"] == 2
    assert jumlah["Kurang 1 hal"] + jumlah["Kurang 2 hal atau lebih"] == 1
    assert (jumlah["Perbaikan data"], jumlah["Belum waktunya"]) == (1, 1)
    for satuan in (*depan["tab"], *depan["batang"]):
        isi = meja.get(satuan["url"]).context
        assert (isi["jumlah"], len(isi["baris"])) == (satuan["jumlah"],) * 2


def test_pages_follow_each_other_and_lose_nobody(meja, monkeypatch):
    monkeypatch.setattr("karier.admin.kenaikan_pangkat.SEHALAMAN", 1)
    pertama = halaman(meja).context
    kedua = meja.get(pertama["halaman"].berikut).context
    nama = [b["nama"] for isi in (pertama, kedua) for b in isi["baris"]]
    assert nama == ["Siap 1", "Siap 2"]
    assert not kedua["halaman"].berikut


def test_an_empty_month_says_what_is_short(meja):
    isi = halaman(meja, periode="2027-02", tab="siap")
    assert "Belum ada perhitungan untuk TMT 1 Februari 2027" in teks(isi)
    nihil = teks(halaman(meja, q="Tidak Seorang"))
    assert "Tidak ada yang siap untuk TMT 1 Januari 2027" in nihil


def test_an_empty_month_leads_to_a_run_whoever_may_start_one_and_names_them_to_others(client):
    unit = UnitKerjaPabrik(instansi=PegawaiPabrik().instansi)
    client.force_login(hr_dari(unit.instansi))
    kosong = halaman(client).context["kosong"]
    mulai = client.get(kosong.url)
    assert mulai.context["form"].initial["instansi"] == unit.instansi_id
    assert f'href="{kosong.url}">Jalankan perhitungan' in teks(halaman(client, tab="perbaikan"))
    petugas = PeranPabrik(pengguna=PenggunaPabrik(is_staff=True), instansi=unit.instansi, unit=unit).pengguna
    PegawaiPabrik(instansi=unit.instansi, unit=unit)
    client.force_login(petugas)
    kosong = halaman(client).context["kosong"]
    assert (kosong.url, client.get(mulai.request["PATH_INFO"]).status_code) == ("", 404)
    assert f"pengelola kepegawaian {unit.instansi.nama}" in kosong.teks


@pytest.mark.parametrize(
    ("periode", "saat"),
    [
        ("2026-12", "Jendela usulnya ditutup pada 15 November 2026."),
        ("2027-02", "Dihitung mulai 16 Desember 2026."),
    ],
)
def test_a_month_that_a_run_of_today_does_not_judge_asks_for_none(meja, periode, saat):
    kosong = halaman(meja, periode=periode).context["kosong"]
    assert (kosong.url, kosong.teks.endswith(saat)) == ("", True)


@pytest.mark.parametrize(
    "isian", [{"periode": "x"}, {"periode": "2027-99"}, {"tab": "x"}, {"sesudah": "x"}, {"alasan": "999"}]
)
def test_what_is_typed_wrongly_in_the_address_is_no_error(meja, isian):
    assert halaman(meja, **isian).status_code == 200


def test_a_month_long_past_is_opened_too(meja):
    assert halaman(meja, periode="2024-04").context["tmt"] == "1 April 2024"


def test_five_clicks_from_the_worklist_to_the_papers(meja, siap):
    tugas = next(
        b
        for k in meja.get(reverse("admin:index")).context["antrean"]
        for b in k.butir
        if "Usul KP" in b.judul
    )
    assert (tugas.judul, tugas.jumlah) == ("Usul KP TMT 1 Januari 2027", 2)
    assert "2 siap · " in tugas.keterangan
    daftar = meja.get(tugas.url)
    semua = meja.get(daftar.context["pilih"]["url_semua"])
    assert teks(semua).count("checked") == 2
    dipilih = [b["pilih"] for b in semua.context["baris"]]
    tanya = meja.post(semua.context["pilih"]["url"], {"pilih": dipilih})
    assert "Ya, tetapkan 2" in teks(tanya)
    isi = {n: tanya.context[n] for n in ("pilihan", "kunci", "periode", "instansi")}
    hasil = meja.post(reverse("admin:karier_kp_tetapkan"), isi, follow=True)
    unduh = meja.post(hasil.context["unduh"][0]["url"])
    with zipfile.ZipFile(io.BytesIO(unduh.content)) as arsip:
        assert len(arsip.namelist()) == 3


def test_the_confirm_page_says_why_somebody_does_not_go(meja, siap):
    lama = pilih(*siap)
    meja.post(reverse("admin:karier_rekomendasi_putuskan", args=[satu(siap[0]).pk, "tunda"]),
              {"alasan": "Menunggu", "versi": satu(siap[0]).versi})  # fmt: skip
    isi = teks(meja.post(reverse("admin:karier_kp_tetapkan"), {"pilih": [*lama, "999999.1"]}))
    assert "Tetapkan 1 pegawai sebagai usulan?" in isi
    assert "berubah sejak Anda membuka daftar" in isi
    assert "1 pilihan tidak ditemukan" in isi


def test_nothing_chosen_and_a_closed_window_come_back_with_a_sentence(meja, siap):
    kosong = meja.post(reverse("admin:karier_kp_tetapkan"), follow=True)
    assert "Belum ada pegawai yang dipilih" in teks(kosong)
    dipilih = pilih(*siap)
    with time_machine.travel(SAAT + timedelta(days=30), tick=False):
        meja.force_login(hr_dari(siap[0].instansi))
        jawaban = tetapkan(meja, pilih=dipilih)
        assert "ditutup pada 15 Desember 2026" in teks(meja.get(jawaban.url))


def test_the_letter_becomes_final_by_its_number_and_its_signed_copy(meja, siap):
    tetapkan(meja, pilih=pilih(*siap))
    surat = SuratPengantar.objects.get()
    url = reverse("admin:karier_kp_surat", args=[surat.pk])
    tanpa_nomor = meja.post(url, {"versi": 1, "berkas": SimpleUploadedFile("a.pdf", b"%PDF-1")})
    assert "salinan bertanda tangan harus bernomor" in teks(tanpa_nomor)
    isi = {"nomor": "800/1", "tanggal": "22-11-2026", "versi": 1}
    bukan_pdf = meja.post(url, {**isi, "berkas": SimpleUploadedFile("a.pdf", b"GIF89")})
    assert "harus berkas PDF" in teks(bukan_pdf)
    assert meja.post(url, {**isi, "berkas": SimpleUploadedFile("a.pdf", b"%PDF-1")}).status_code == 302
    usang = meja.post(url, {**isi, "nomor": "800/2"})
    assert "berubah sejak Anda buka" in teks(usang)
    assert meja.post(reverse("admin:karier_kp_unduh", args=[surat.pk, "surat"])).status_code == 200
    akhir = meja.get(url)
    assert not akhir.context["dapat_diubah"]
    assert "Diunduh pertama kali" in teks(akhir)
    urung = meja.post(reverse("admin:karier_kp_urungkan", args=[surat.pk]), {"alasan": "x", "versi": 3})
    assert "final sudah diunduh" in teks(urung)


def test_taken_back_the_batch_is_among_the_ready_again(meja, siap):
    tetapkan(meja, pilih=pilih(*siap))
    surat = SuratPengantar.objects.get()
    url = reverse("admin:karier_kp_urungkan", args=[surat.pk])
    assert "Tuliskan alasan" in teks(meja.post(url, {"versi": 1}))
    assert meja.post(url, {"alasan": "Keliru", "versi": 1}).status_code == 302
    assert halaman(meja).context["jumlah"] == 2
    sesudah = meja.post(reverse("admin:karier_kp_unduh", args=[surat.pk, "zip"]), follow=True)
    assert "sudah diurungkan" in teks(sesudah)


def test_bts_in_three_clicks_then_tms_then_sk(meja, siap):
    tetapkan(meja, pilih=pilih(*siap))
    satu_usul = usul(siap[0])
    baris = next(b for b in halaman(meja, tab="diusulkan").context["baris"] if b["nama"] == "Siap 1")
    form = meja.get(baris["langkah"][0]["url"])
    kosong = meja.post(baris["langkah"][0]["url"], {"versi": 1})
    assert "Pilih dokumen yang perlu diperbaiki" in teks(kosong)
    assert "Penetapan angka kredit" not in teks(form).partition('id="content"')[2]  # the menu has it
    jadi = meja.post(baris["langkah"][0]["url"], {"dokumen": "sk_pangkat", "versi": 1}, follow=True)
    assert "SK kenaikan pangkat terakhir perlu diperbaiki" in teks(jadi)
    usang = meja.post(baris["langkah"][1]["url"], {"alasan": "Terlambat", "versi": 1})
    assert "Sekarang: Dikembalikan BKN – berkas perlu diperbaiki (BTS)" in teks(usang)

    def jawab(langkah, **isi):
        url = reverse("admin:karier_kp_jawaban", args=[satu_usul.pk, langkah])
        return meja.post(url, {**isi, "versi": usul(siap[0]).versi}, follow=True)

    assert "Tuliskan alasan BKN" in teks(jawab("tms"))
    assert "Tidak memenuhi syarat (TMS) – Golongan keliru" in teks(jawab("tms", alasan="Golongan keliru"))
    jawab("kirim")
    assert "Isi nomor SK" in teks(jawab("sk"))
    jawab("sk", nomor_sk="SK/9", tanggal_sk="20-12-2026")
    assert usul(siap[0]).status == StatusUsul.SK_TERBIT
    assert halaman(meja, tab=Tumpukan.SK_TERBIT.value).context["jumlah"] == 1
    assert "SK untuk usul ini sudah tercatat" in teks(jawab("tms", alasan="x"))


def test_one_does_not_answer_for_oneself(client, siap):
    meja = client
    meja.force_login(hr_dari(siap[0].instansi))
    tetapkan(meja, pilih=pilih(*siap))
    meja.force_login(hr_dari(siap[0].instansi, pegawai=siap[0]))
    url = reverse("admin:karier_kp_jawaban", args=[usul(siap[0]).pk, "bts"])
    isi = teks(meja.post(url, {"dokumen": "sk_pangkat", "versi": 1}))
    assert "tidak dapat mencatat jawaban BKN untuk usul Anda sendiri" in isi


def test_who_keeps_one_unit_sees_its_people_and_proposes_no_batch(client, siap):
    unit = UnitKerjaPabrik(instansi=siap[0].instansi)
    Pegawai.objects.filter(pk=siap[0].pk).update(unit=unit)
    petugas, operator, auditor = (PenggunaPabrik(is_staff=True) for _ in range(3))
    PeranPabrik(pengguna=petugas, instansi=unit.instansi, unit=unit)
    PeranPabrik(pengguna=operator, instansi=unit.instansi, unit=unit, jenis=JenisPeran.OPERATOR_UNIT)
    PeranPabrik(pengguna=auditor, instansi=unit.instansi, jenis=JenisPeran.AUDITOR)
    client.force_login(petugas)
    isi = client.get(reverse(DAFTAR)).context
    assert ([b["nama"] for b in isi["baris"]], isi["pilih"]) == (["Siap 1"], None)
    assert tetapkan(client, pilih=pilih(siap[0])).status_code == 404
    for siapa in (operator, auditor):
        client.force_login(siapa)
        assert client.get(reverse(DAFTAR)).status_code == 404


def test_the_checklist_names_article_or_says_that_it_is_an_estimate(meja):
    isi = teks(meja.get(reverse("admin:karier_kp_dokumen")))
    assert "Penetapan angka kredit (PAK)" in isi
    assert "Perkiraan, belum terverifikasi" in isi
