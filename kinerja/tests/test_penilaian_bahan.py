"""What stands beside a rating, where it is typed, when it is read, and what a large team costs."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.tests.peramban import Peramban
from kinerja.enums import (
    CaraPengumuman,
    JenisSiklus,
    Predikat,
    PredikatOrganisasi,
    StatusPenilaian,
    StatusSiklus,
    SumberKinerja,
)
from kinerja.models import EvaluasiPeriodik, Penilaian, PredikatOrganisasiUnit, RefleksiDiri, SiklusPenilaian
from kinerja.tests.bantu_penilaian import (
    ATAS,
    BAWAH,
    SAAT,
    SESUAI,
    atasan,
    bawahan,
    client_atasan,
    isian,
    semua_isian,
    siklus,
    tim,
)
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

__all__ = ["atasan", "client_atasan", "siklus"]
pytestmark = pytest.mark.django_db


# -- evidence and pola --------------------------------------------------------------------------------


def test_the_own_words_of_a_person_stand_beside_the_rating(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    [satu] = bawahan(atasan, 1)
    RefleksiDiri.objects.create(pegawai=satu, siklus=siklus, isi="Saya menata ulang arsip.")
    assert "Saya menata ulang arsip." in client_atasan.get(tim(siklus)).content.decode()


def test_the_periodic_evaluations_stand_beside_the_yearly_one_and_are_not_averaged(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    [satu] = bawahan(atasan, 1)
    triwulan = SiklusPabrik(
        jenis=JenisSiklus.TRIWULAN, ke=1, nama="Evaluasi triwulan I 2026", status=StatusSiklus.DITUTUP
    )
    EvaluasiPeriodik.objects.create(
        pegawai=satu, siklus=triwulan, mulai=triwulan.masa.mulai, sampai=triwulan.masa.sampai,
        penilai=atasan, rating_hasil=ATAS, rating_perilaku=SESUAI, predikat=Predikat.BAIK,
        status=StatusPenilaian.DITETAPKAN,
    )  # fmt: skip
    isi = client_atasan.get(tim(siklus)).content.decode()
    assert "Evaluasi triwulan I 2026: hasil kerja Di atas ekspektasi, perilaku kerja Sesuai" in isi
    assert "rata-rata" not in isi


def organisasi(siklus: SiklusPenilaian, predikat: PredikatOrganisasi) -> None:
    PredikatOrganisasiUnit.objects.create(
        siklus=siklus, predikat=predikat, penetap="Sekretaris Daerah", dokumen="800/12",
        tanggal=SAAT.date(),
    )  # fmt: skip


def test_without_a_predikat_of_the_organisation_no_pola_is_shown(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    isi = client_atasan.post(tim(siklus), semua_isian(bawahan(atasan, 5)), follow=True).content.decode()
    assert "Predikat kinerja organisasi belum dicatat" in isi
    assert "Menurut pola" not in isi


def test_the_pola_warns_and_does_not_hold_anything(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    organisasi(siklus, PredikatOrganisasi.BAIK)
    orang = bawahan(atasan, 5)
    p = Peramban(client_atasan, tim(siklus))
    p.kirim("Periksa lalu kirim", **semua_isian(orang))
    assert "ditetapkan Sekretaris Daerah, 800/12 tanggal 21 November 2026" in p.isi
    assert "Menurut pola, Baik paling banyak 3 pegawai. Sekarang 5." in p.isi
    p.kirim("Kirim penilaian")
    assert Penilaian.objects.filter(status=StatusPenilaian.DITETAPKAN).count() == 5


def test_a_group_of_four_is_too_small_for_a_pola(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    organisasi(siklus, PredikatOrganisasi.BAIK)
    isi = client_atasan.post(tim(siklus), semua_isian(bawahan(atasan, 4)), follow=True).content.decode()
    assert "Kelompok ini terlalu kecil" in isi


# -- periodic, sources, announcement ------------------------------------------------------------------


def test_a_quarter_has_ratings_of_its_own_and_leaves_the_year_alone(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    [satu] = bawahan(atasan, 1)
    triwulan = SiklusPabrik(jenis=JenisSiklus.TRIWULAN, ke=3, nama="Tw III", status=StatusSiklus.DIBUKA)
    p = Peramban(client_atasan, tim(triwulan))
    p.kirim("Periksa lalu kirim", **isian(satu, hasil=BAWAH, kalimat="Dua laporan terlambat."))
    p.kirim("Kirim penilaian")
    evaluasi = EvaluasiPeriodik.objects.get()
    assert (evaluasi.predikat, evaluasi.mulai.month, evaluasi.sampai.month) == (
        Predikat.BUTUH_PERBAIKAN,
        7,
        9,
    )
    assert not Penilaian.objects.exists()


def test_in_e_kinerja_nothing_is_typed_a_second_time(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    [satu] = bawahan(atasan, 1)
    SiklusPenilaian.objects.update(sumber=SumberKinerja.EKINERJA)
    isi = client_atasan.get(tim(siklus)).content.decode()
    assert "diisi di e-Kinerja BKN" in isi
    assert 'type="radio"' not in isi
    client_atasan.post(tim(siklus), isian(satu))
    sendiri = reverse("kinerja:penilaian", args=[siklus.pk, satu.pk])
    isi_sendiri = {n.partition("-")[2]: v for n, v in isian(satu).items()}
    assert client_atasan.post(sendiri, isi_sendiri).status_code == 409
    assert not Penilaian.objects.exists()
    assert "Nilai" not in client_atasan.get(reverse("karier:beranda")).content.decode().split("<footer")[0]


def test_announced_together_a_sent_rating_is_read_by_nobody_but_its_rater(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    [satu] = bawahan(atasan, 1)
    SiklusPenilaian.objects.update(pengumuman=CaraPengumuman.BERSAMA)
    p = Peramban(client_atasan, tim(siklus))
    p.kirim("Periksa lalu kirim", **isian(satu))
    p.kirim("Kirim penilaian")
    assert "sesudah hasil diumumkan bersama-sama" in p.isi
    terkirim = Penilaian.objects.get()
    assert terkirim.status == StatusPenilaian.DIKIRIM
    akun = PenggunaPabrik(pegawai=satu)
    assert not Penilaian.objects.visible_to(akun).exists()
    assert not Penilaian.objects.visible_to(AnonymousUser()).exists()


# -- size -----------------------------------------------------------------------------------------------


def _cost(client: Client, alamat: str, data: dict[str, Any] | None = None) -> int:
    with CaptureQueriesContext(
        connection,
    ) as pertanyaan:
        jawaban = client.post(alamat, data) if data is not None else client.get(alamat)
    assert jawaban.status_code in (200, 302)
    return len(pertanyaan)


def test_rating_fifty_people_costs_as_many_queries_as_rating_five(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    periksa = reverse("kinerja:penilaian_periksa", args=[siklus.pk])
    biaya = []
    orang = bawahan(atasan, 5)
    for tambahan in (0, 45):
        orang += bawahan(atasan, tambahan)
        Penilaian.objects.all().delete()
        baca = _cost(client_atasan, tim(siklus))
        simpan = _cost(client_atasan, tim(siklus), semua_isian(orang))
        lihat = _cost(client_atasan, periksa)
        kirim = _cost(client_atasan, periksa, {"kunci": [f"{o.pk}:1" for o in orang]})
        biaya.append((baca, simpan, lihat, kirim))
    # SQLite takes 999 values in one statement, so that fifty rows of history are written in two.
    lebih = 0 if connection.vendor == "postgresql" else 1
    assert all(banyak - sedikit <= lebih for sedikit, banyak in zip(*biaya, strict=True))
    assert Penilaian.objects.filter(status=StatusPenilaian.DITETAPKAN).count() == 50


def test_a_page_of_fifty_people_stays_within_the_budget(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    for orang in bawahan(atasan, 50):
        RefleksiDiri.objects.create(pegawai=orang, siklus=siklus, isi=f"Refleksi nomor {orang.pk}.")
    berat = len(gzip.compress(client_atasan.get(tim(siklus)).content, 6))
    assert berat <= 25 * 1024


def test_a_signed_row_of_another_leader_is_not_on_my_page(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    bawahan(atasan, 1)
    asing = PegawaiPabrik(pelaksana=True, atasan=PegawaiPabrik(struktural=True), nama="Orang Asing")
    PenilaianPabrik(pegawai=asing, tahun=2026)
    assert "Orang Asing" not in client_atasan.get(tim(siklus)).content.decode()
