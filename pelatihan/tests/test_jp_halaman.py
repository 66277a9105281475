"""*Catatan JP* as people see it: the year, the form, the team, and how the leader learns."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import masuk
from pegawai.enums import BentukPengembangan as B
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.berkas_bukti import foto, unggahan
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik, PenggunaPabrik
from pelatihan.enums import StatusKegiatan
from pelatihan.forms.kegiatan import FormKegiatan
from pelatihan.models import KegiatanMandiri
from pelatihan.services.jp_baca import hours_card, read_year
from pelatihan.tests.pabrik_jp import SAAT, KegiatanPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pagi")]


@pytest.fixture
def pagi(time_machine: Any) -> None:
    """The clock stands at SAAT."""
    time_machine.move_to(SAAT, tick=False)


@pytest.fixture
def saya() -> Pegawai:
    orang: Pegawai = PegawaiPabrik(
        pelaksana=True, nama="Ani", atasan=PegawaiPabrik(struktural=True, nama="Budi Atasan")
    )
    return orang


@pytest.fixture
def klien(saya: Pegawai) -> Client:
    return masuk(PenggunaPabrik(pegawai=saya))


def teks(klien: Client, nama: str, *arg: Any, **isi: Any) -> str:
    return klien.get(reverse(f"pelatihan:{nama}", args=arg), isi).content.decode()


# -- the year -------------------------------------------------------------------------------------


def test_a_year_adds_up_what_ended_in_it(saya: Pegawai) -> None:
    PengembanganPabrik(pegawai=saya, bentuk=B.SEMINAR, jp=6)
    PengembanganPabrik(pegawai=saya, bentuk=B.COACHING, jp=4)
    # A course of two years counts once, in the year in which it ends; what ends tomorrow not yet.
    lintas = {"tanggal_mulai": date(2024, 12, 1), "tanggal_selesai": date(2025, 1, 10)}
    PengembanganPabrik(pegawai=saya, jp=30, **lintas)
    PengembanganPabrik(pegawai=saya, jp=99, tanggal_selesai=date(2026, 12, 1))
    t = read_year(saya, 2026, at=SAAT)
    assert (t.kartu.jumlah, t.kartu.sasaran, t.kartu.kalimat) == (10, 20, "Masih 10 JP lagi tahun ini.")
    assert [(b.nama, b.jp, b.persen) for b in t.bentuk] == [("Seminar", 6, 60), ("Coaching", 4, 40)]
    assert [(b.nama, b.jp) for b in t.kelompok] == [("Klasikal", 6), ("Nonklasikal", 4)]
    assert [(b.jp, b.porsi) for b in t.ragam] == [(0, 70), (4, 20), (6, 10)]
    assert t.tahun == [(2026, 10), (2025, 30)]
    assert {b.nama: b.nanti for b in t.baris if b.jp == 99} == {t.baris[0].nama: True}
    assert read_year(saya, 2025, at=SAAT).kartu.kalimat == "Sudah memenuhi 20 JP setahun."


def test_a_pppk_has_no_floor_and_is_told_of_an_unverified_ceiling(saya: Pegawai) -> None:
    orang = PegawaiPabrik(pppk=True)
    PengembanganPabrik(pegawai=orang, jp=24)
    k = hours_card(orang, 2026, at=SAAT)
    assert (k.sasaran, k.kurang, k.kalimat, k.catatan) == (None, 0, "Tercatat 24 JP.", "")
    PengembanganPabrik(pegawai=orang, jp=1)
    assert "belum terverifikasi: semua tetap dicatat" in hours_card(orang, 2026, at=SAAT).catatan


def test_years_before_the_rule_book_are_read_too(saya: Pegawai, klien: Client) -> None:
    PengembanganPabrik(pegawai=saya, jp=7, tanggal_selesai=date(1995, 3, 1))
    k = read_year(saya, 1995, at=SAAT)
    assert (k.kartu.jumlah, k.kartu.sasaran, k.kelompok) == (7, None, [])
    for tahun in ("1995", "0", "99999", "x"):
        assert klien.get(reverse("pelatihan:jp"), {"tahun": tahun}).status_code == 200


def test_the_page_shows_reports_with_their_state_and_leads_on(saya: Pegawai, klien: Client) -> None:
    KegiatanPabrik(pegawai=saya, nama="Lokakarya arsip")
    PengembanganPabrik(pegawai=saya, jp=12, sumber="SIASN kursus: mei.json")
    isi = teks(klien, "jp")
    assert "<strong>12 dari 20 JP</strong>" in isi
    assert "1 kegiatan menunggu diperiksa." in isi
    assert "Lokakarya arsip" in isi
    assert "SIASN kursus: mei.json" in isi
    assert reverse("pelatihan:jp_tambah") in isi
    assert reverse("pelatihan:jp") in klien.get("/").content.decode()


def test_what_waits_is_told_in_its_own_year_and_a_full_year_is_not_a_part(
    saya: Pegawai, klien: Client
) -> None:
    KegiatanPabrik(pegawai=saya)  # of this year
    PengembanganPabrik(pegawai=saya, jp=30, tanggal_selesai=date(2025, 5, 3))
    lalu = teks(klien, "jp", tahun=2025)
    assert "<strong>30 JP</strong>" in lalu
    assert "menunggu diperiksa." not in lalu
    assert "1 kegiatan menunggu diperiksa." in teks(klien, "jp")


# -- the form -------------------------------------------------------------------------------------

ISI: dict[str, Any] = {
    "bentuk": "9", "nama": "Seminar", "mulai": "03-05-2026", "selesai": "03-05-2026", "versi": "0",
}  # fmt: skip


@pytest.mark.parametrize(
    ("isian", "jp", "galat"),
    [
        ({"jp": "4"}, 4, {}),
        ({"menit": "200"}, 4, {}),
        ({"jp": "4", "menit": "180"}, 4, {}),
        ({"bentuk": "10"}, 20, {}),
        ({}, None, {"jp": "Isi JP, atau lama belajar dalam menit"}),
        ({"menit": "44"}, None, {"menit": "Kurang dari 45 menit belum menjadi 1 JP"}),
        ({"jp": "5", "menit": "180"}, None, {"jp": "180 menit = 4 JP. Isi 4, atau kosongkan salah satunya"}),
        ({"jp": "0"}, None, {"jp": "Isi bilangan 1 sampai 2000"}),
    ],
)
def test_minutes_become_jp_on_the_form(isian: dict[str, str], jp: int | None, galat: dict[str, str]) -> None:
    form = FormKegiatan({**ISI, **isian}, aturan=aturan_per(SAAT.date()), ada_bukti=True)
    assert {k: v[0] for k, v in form.errors.items()} == galat
    assert galat or form.isi.jp == jp


def test_an_activity_is_reported_and_what_is_refused_keeps_the_words(klien: Client, saya: Pegawai) -> None:
    alamat = reverse("pelatihan:jp_tambah")
    tanpa = klien.post(alamat, {**ISI, "jp": "4"}).content.decode()
    assert "Lampirkan bukti: foto atau PDF sertifikat." in tanpa
    assert 'value="Seminar"' in tanpa
    rusak = klien.post(alamat, {**ISI, "jp": "4", "berkas": unggahan("s.jpg", b"\xff\xd8\xffrusak")})
    assert "Berkas itu tidak dapat dibuka. Foto ulang" in rusak.content.decode()
    jawaban = klien.post(alamat, {**ISI, "jp": "4", "berkas": unggahan("s.jpg", foto())})
    k = KegiatanMandiri.objects.get(pegawai=saya)
    assert (jawaban.status_code, jawaban["Location"]) == (302, reverse("pelatihan:kegiatan", args=[k.pk]))
    assert "Akan diakui 4 JP." in teks(klien, "kegiatan", k.pk)
    assert klien.get(reverse("pelatihan:kegiatan_bukti", args=[k.pk]))["Content-Type"] == "image/jpeg"


def test_a_photograph_asked_for_anew_waits_on_beranda(klien: Client, saya: Pegawai) -> None:
    k = KegiatanPabrik(pegawai=saya, status=StatusKegiatan.FOTO_ULANG, alasan="Nomor tidak terbaca")
    assert "Foto ulang bukti kegiatan" in klien.get("/").content.decode()
    alamat = reverse("pelatihan:kegiatan_perbaiki", args=[k.pk])
    assert "Nomor tidak terbaca" in klien.get(alamat).content.decode()
    basi = {**ISI, "jp": "4", "versi": "9", "berkas": unggahan("s.jpg", foto())}
    jawaban = klien.post(alamat, basi).content.decode()
    assert "berubah sejak halaman dibuka" in jawaban
    assert 'name="versi" value="1"' in jawaban


def test_one_takes_a_report_back_after_a_question(klien: Client, saya: Pegawai) -> None:
    k = KegiatanPabrik(pegawai=saya)
    alamat = reverse("pelatihan:kegiatan_tarik", args=[k.pk])
    assert "Ya, tarik laporan" in klien.get(alamat).content.decode()
    for _ in range(2):
        assert klien.post(alamat, {"versi": "1"}).status_code == 302
    k.refresh_from_db()
    assert k.status == StatusKegiatan.DITARIK
    assert klien.get(reverse("pelatihan:kegiatan_perbaiki", args=[k.pk])).status_code == 302


# -- team and leader ------------------------------------------------------------------------------


def test_a_team_is_listed_by_name_and_nobody_else_is_in_it(saya: Pegawai) -> None:
    pimpinan: Pengguna = PenggunaPabrik(pegawai=saya.atasan)
    zaki = PegawaiPabrik(pelaksana=True, nama="Zaki", atasan=saya.atasan, instansi=saya.instansi)
    PegawaiPabrik(pelaksana=True, nama="Orang Lain", instansi=saya.instansi)
    PengembanganPabrik(pegawai=zaki, bentuk=B.SEMINAR, jp=25)
    isi = teks(masuk(pimpinan), "tim_jp")
    assert isi.index("Ani") < isi.index("Zaki")  # more JP is no higher place
    assert "Orang Lain" not in isi
    assert "1 dari 2 PNS sudah memenuhi JP setahun; 1 belum punya catatan JP tahun ini." in isi
    assert "Seminar 25 JP" in isi
    assert set(Jejak.objects.filter(pelaku_id=pimpinan.pk).values_list("subjek_id", flat=True)) == {
        saya.pk, zaki.pk
    }  # fmt: skip


def test_without_an_atasan_the_page_says_so(saya: Pegawai, klien: Client) -> None:
    Pegawai.objects.filter(pk=saya.pk).update(atasan=PegawaiPabrik(instansi__kode="nabire", struktural=True))
    assert "Atasan penilai Anda belum tercatat" in teks(klien, "atasan")
