"""HR runs the year within the budget of clicks, without JavaScript: open, follow, remind, extend, repair."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import Peramban
from kinerja.enums import JenisPeriodik, StatusSiklus, SumberKinerja
from kinerja.models import Pemberitahuan, PengaturanKinerja, PerpanjanganSiklus, SiklusPenilaian
from kinerja.tests.pabrik_pengingat import mengisi, siklus_berjalan, unit_berisi
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, PeranPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.pabrik_atasan import Dinas, dinas, jadi_atasan, orang, segala_cacat

pytestmark = [pytest.mark.django_db, pytest.mark.lambat, pytest.mark.usefixtures("hari_ini")]


def di_meja(akun: Any, alamat: str = "admin:index", *kunci: Any) -> Peramban:
    client = Client()
    client.force_login(akun)
    return Peramban(client, reverse(alamat, args=kunci))


@pytest.fixture
def d() -> Dinas:
    return dinas()


@pytest.fixture
def hr(d: Dinas) -> Any:
    return hr_dari(d.instansi)


# -- flow 1 -----------------------------------------------------------------------------------------


def test_a_cycle_is_opened_in_four_clicks_and_leads_to_where_it_is_followed(d: Dinas, hr: Any) -> None:
    PengaturanKinerja.objects.create(instansi=d.instansi, sumber=SumberKinerja.DI_SINI)
    p = di_meja(hr)
    p.tekan("Buka siklus baru")
    p.kirim("Periksa data")
    p.tekan("Buka siklus")
    assert "Yang belum mengirim diingatkan" in p.isi
    p.kirim("Ya, buka untuk 2 pegawai")
    assert p.klik == 4
    assert SiklusPenilaian.objects.get().status == StatusSiklus.DIBUKA
    assert "<h1>Pantau Penilaian kinerja 2026</h1>" in p.isi


@pytest.mark.parametrize("cacat", ["atasan_diri_sendiri", "atasan_melingkar"])
def test_a_circle_blocks_the_opening_and_leads_to_its_repair(d: Dinas, hr: Any, cacat: str) -> None:
    satu, dua = orang(d, "Satu"), orang(d, "Dua")
    if cacat == "atasan_melingkar":
        jadi_atasan(satu, dua)
        jadi_atasan(dua, satu)
    else:
        jadi_atasan(satu, satu)
    siklus = siklus_berjalan(
        d.instansi, status=StatusSiklus.DISIAPKAN, dibuka_pada=None, diperiksa_pada=timezone.now()
    )
    p = di_meja(hr, "admin:kinerja_siklus_buka", siklus.pk)
    assert not any("Ya, buka" in t for f in p.halaman.formulir for t in f.tombol)
    ditolak = p.client.post(p.alamat)
    assert "Rantai atasan penilai perlu diperbaiki dahulu" in ditolak.content.decode()
    siklus.refresh_from_db()
    assert siklus.status == StatusSiklus.DISIAPKAN
    p.tekan("Perbaiki bersama")
    assert f"cacat={cacat}" in p.alamat


def test_who_cannot_be_rated_yet_is_left_out_and_recorded(d: Dinas, hr: Any) -> None:
    tanpa = orang(d, "Tanpa Atasan", atasan=None)
    siklus = siklus_berjalan(
        d.instansi, status=StatusSiklus.DISIAPKAN, dibuka_pada=None, diperiksa_pada=timezone.now()
    )
    p = di_meja(hr, "admin:kinerja_siklus_buka", siklus.pk)
    assert "Dibuka tanpa mereka, dan ini dicatat" in p.isi
    p.kirim("Ya, buka")
    tercatat = Jejak.objects.filter(tindakan="siklus_tanpa").values_list("subjek_id", flat=True)
    assert set(tercatat) == {tanpa.pk, d.kepala.pk}
    assert Jejak.objects.get(tindakan="buka_siklus").rincian == {"tanpa": {"tanpa_atasan": 2}}


# -- the chain --------------------------------------------------------------------------------------


def test_the_chain_is_repaired_with_checkboxes_and_undone_again(d: Dinas, hr: Any) -> None:
    cacat = segala_cacat(d)
    p = di_meja(hr)
    p.tekan("Perbaiki atasan penilai")
    p.tekan("Belum punya atasan penilai")
    nilai = next(v for f in p.halaman.formulir for v in f.pilihan.get("ganti", []))
    p.kirim("Periksa", ganti=[nilai])
    p.kirim("Terapkan 1 perubahan", alasan="SK 800/12")
    assert p.klik == 4
    tanpa = cacat["tanpa_atasan"]
    tanpa.refresh_from_db()
    assert tanpa.atasan == d.kabid
    p.kirim("Urungkan")
    tanpa.refresh_from_db()
    assert tanpa.atasan is None


def test_all_proposals_of_a_filter_are_applied_at_once(d: Dinas, hr: Any) -> None:
    for n in range(3):
        orang(d, f"Tanpa {n}", atasan=None)
    p = di_meja(hr, "admin:pegawai_atasan")
    p.kirim("Periksa", semua="1")
    p.kirim("Terapkan 3 perubahan", alasan="SK 800/12")
    assert Pegawai.objects.filter(atasan=d.kabid).count() == 3


def test_a_repair_without_a_reason_keeps_what_was_chosen(d: Dinas, hr: Any) -> None:
    orang(d, "Tanpa", atasan=None)
    p = di_meja(hr, "admin:pegawai_atasan")
    p.kirim("Periksa", semua="1")
    p.kirim("Terapkan 1 perubahan", alasan="")
    assert "Galat:" in p.isi
    p.kirim("Terapkan 1 perubahan", alasan="SK 800/12")
    assert Pegawai.objects.filter(atasan=d.kabid).count() == 1


def test_nothing_chosen_says_so(d: Dinas, hr: Any) -> None:
    orang(d, "Tanpa", atasan=None)
    p = di_meja(hr, "admin:pegawai_atasan")
    p.kirim("Periksa")
    assert "Belum ada usulan yang dipilih" in p.isi


def test_rubbish_in_the_choice_is_no_error(d: Dinas, hr: Any) -> None:
    orang(d, "Tanpa", atasan=None)
    client = di_meja(hr).client
    url = reverse("admin:pegawai_atasan_periksa")
    for nilai in ("", "a-b-c", "1", f"{d.kabid.pk}-999999-1", "9" * 30):
        jawaban = client.post(url, {"ganti": [nilai], "terapkan": "1", "alasan": "x"}, follow=True)
        assert jawaban.status_code == 200


# -- follow -----------------------------------------------------------------------------------------


def test_every_number_is_a_list_of_exactly_so_many(d: Dinas, hr: Any) -> None:
    siklus = siklus_berjalan(d.instansi)
    _, semua = unit_berisi(d.instansi, 8)
    mengisi(siklus, semua[1])
    orang(d, "Tanpa Unit", unit=None)
    p = di_meja(hr, "admin:kinerja_siklus_pantau", siklus.pk)
    pasang = [(t, u) for t, u in p.halaman.tautan if "/pantau/pegawai/" in u]
    assert len(pasang) > 8
    for sel in p.jawaban.context["unit"]:
        for s in sel["sel"]:
            daftar = p.client.get(s["url"])
            assert daftar.context["jumlah"] == s["n"], s
    for ubin in (*p.jawaban.context["ubin"], *p.jawaban.context["sangkut"]):
        assert p.client.get(ubin["url"]).context["jumlah"] == ubin["jumlah"]


def test_the_unit_that_is_furthest_behind_stands_first(d: Dinas, hr: Any) -> None:
    siklus = siklus_berjalan(d.instansi)
    maju, cepat = unit_berisi(d.instansi, 4, nama="Unit Maju")
    unit_berisi(d.instansi, 4, nama="Unit Tertinggal")
    for o in cepat[1:]:
        mengisi(siklus, o)
    p = di_meja(hr, "admin:kinerja_siklus_pantau", siklus.pk)
    nama = [u["nama"] for u in p.jawaban.context["unit"]]
    assert nama.index("Unit Tertinggal") < nama.index("Unit Maju")
    assert nama[-1] == maju.nama


def test_more_time_takes_three_clicks_from_the_cycle_and_everybody_reads_why(d: Dinas, hr: Any) -> None:
    siklus = siklus_berjalan(d.instansi)
    orang(d, "Staf")
    p = di_meja(hr, "admin:kinerja_sikluspenilaian_change", siklus.pk)
    p.tekan("Pantau siklus")
    p.tekan("Perpanjang batas Bidang Gizi")
    p.kirim("Perpanjang batas", alasan="Banjir di tiga desa")
    assert p.klik == 3
    lanjut = PerpanjanganSiklus.objects.get()
    assert (lanjut.sampai, lanjut.oleh) == (date(2027, 1, 5), hr)
    assert "Banjir di tiga desa" in p.isi


def test_the_late_list_is_a_workbook(d: Dinas, hr: Any) -> None:
    siklus = siklus_berjalan(d.instansi, batas_pengisian=date(2026, 11, 1))
    orang(d, "Terlambat Satu")
    p = di_meja(hr, "admin:kinerja_siklus_pantau", siklus.pk)
    p.tekan("Unduh yang lewat batas (CSV)")
    isi = b"".join(p.jawaban.streaming_content).decode()
    assert "Terlambat Satu" in isi
    assert Jejak.objects.filter(tindakan="unduh").exists()


def test_hr_reminds_in_two_clicks_to_the_number_it_was_shown(d: Dinas, hr: Any) -> None:
    siklus = siklus_berjalan(d.instansi)
    for n in range(20):
        orang(d, f"Staf {n}")
    p = di_meja(hr, "admin:kinerja_siklus_pantau", siklus.pk)
    p.tekan("Kirim pengingat")
    banyak = p.jawaban.context["jumlah"]
    assert "Belum pernah ada pengingat pada siklus ini." in p.isi
    p.kirim(f"Kirim pengingat ke {banyak} pegawai")
    assert p.klik == 2
    assert Pemberitahuan.objects.count() == banyak
    p.tekan("Kirim pengingat")
    assert "Pengingat terakhir" in p.isi
    assert not any("Kirim pengingat ke" in t for f in p.halaman.formulir for t in f.tombol)


def test_the_text_for_a_broadcast_has_numbers_and_no_names(d: Dinas, hr: Any) -> None:
    siklus = siklus_berjalan(d.instansi)
    for n in range(20):
        orang(d, f"Namanya {n}", no_hp=f"08110000{n:03d}")
    client = di_meja(hr).client
    jawaban = client.get(reverse("admin:kinerja_siklus_pengingat_wa", args=[siklus.pk]))
    isi = jawaban.content.decode()
    assert "0811000" in isi
    assert "Namanya" not in isi
    assert Jejak.objects.filter(tindakan="unduh_wa").exists()


def test_an_auditor_follows_and_changes_nothing(d: Dinas) -> None:
    siklus = siklus_berjalan(d.instansi)
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, instansi=d.instansi, jenis=JenisPeran.AUDITOR)
    p = di_meja(auditor, "admin:kinerja_siklus_pantau", siklus.pk)
    assert not [t for t, _ in p.halaman.tautan if t.startswith(("Perpanjang batas", "Kirim pengingat"))]


def test_following_takes_as_many_queries_for_many_as_for_few(d: Dinas, hr: Any) -> None:
    siklus = siklus_berjalan(d.instansi)
    client = di_meja(hr).client
    url = reverse("admin:kinerja_siklus_pantau", args=[siklus.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as sedikit:
        client.get(url)
    for n in range(6):
        _, semua = unit_berisi(d.instansi, 6)
        mengisi(siklus, semua[n % 5 + 1])
    with CaptureQueriesContext(connection) as banyak:
        client.get(url)
    assert len(banyak) <= len(sedikit) + 1  # the findings of the menu may be counted anew


# -- the year ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("periodik", "banyak"), [(JenisPeriodik.TRIWULAN, 5), (JenisPeriodik.BULANAN, 13)])
def test_the_cycles_of_a_year_are_prepared_in_two_clicks(
    d: Dinas, hr: Any, periodik: JenisPeriodik, banyak: int
) -> None:
    PengaturanKinerja.objects.create(instansi=d.instansi, periodik=periodik)
    p = di_meja(hr, "admin:kinerja_siklus_kalender")
    p.tekan("Siapkan siklus setahun")
    p.kirim("Siapkan siklus")
    assert p.klik == 2
    assert SiklusPenilaian.objects.filter(instansi=d.instansi, tahun=2026).count() == banyak
    assert "Batas pengisian" in p.isi
    p.tekan("Siapkan siklus setahun")
    p.kirim("Siapkan siklus")
    assert SiklusPenilaian.objects.count() == banyak


def test_the_calendar_lists_opening_filling_rating_and_reminders_by_month(d: Dinas, hr: Any) -> None:
    siklus_berjalan(d.instansi)
    p = di_meja(hr, "admin:kinerja_siklus_kalender")
    acara = {(b["nama"], a["teks"]) for b in p.jawaban.context["bulan"] for a in b["acara"]}
    assert {
        ("November 2026", "Dibuka"),
        ("Desember 2026", "Pengingat H-14"),
        ("Desember 2026", "Batas pengisian"),
        ("Januari 2027", "Batas penilaian"),
    } <= acara


def test_hr_of_another_instansi_makes_cycles_only_at_home(d: Dinas) -> None:
    lain = InstansiPabrik(kode="nabire")
    UnitKerjaPabrik(instansi=lain)
    p = di_meja(hr_dari(lain), "admin:kinerja_siklus_setahun")
    p.client.post(p.alamat, {"instansi": d.instansi.pk, "tahun": 2026})
    assert not SiklusPenilaian.objects.exists()
