"""A team on one page: three clicks and forty choices, nothing chosen beforehand, all or none."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import Halaman, Peramban
from kinerja.enums import (
    Predikat,
    StatusPenilaian,
)
from kinerja.models import Penilaian, SiklusPenilaian
from kinerja.tests.bantu_penilaian import (
    ATAS,
    SESUAI,
    atasan,
    bawahan,
    client_atasan,
    isian,
    semua_isian,
    siklus,
    tim,
)
from pegawai.models import Pegawai

__all__ = ["atasan", "client_atasan", "siklus"]
pytestmark = pytest.mark.django_db


# -- the flow ---------------------------------------------------------------------------------------


def test_twenty_people_are_rated_in_three_clicks_from_home(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    orang = bawahan(atasan, 20)
    p = Peramban(client_atasan, reverse("karier:beranda"))
    p.tekan("Nilai 20 pegawai")
    p.kirim("Periksa lalu kirim", **semua_isian(orang))
    p.kirim("Kirim penilaian")
    assert p.klik == 3
    assert "Penilaian 20 pegawai terkirim. Pegawai sudah dapat membacanya." in p.isi
    assert Penilaian.objects.filter(status=StatusPenilaian.DITETAPKAN, predikat=Predikat.BAIK).count() == 20


def test_nothing_is_chosen_or_suggested_beforehand(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    bawahan(atasan, 2)
    assert "checked" not in client_atasan.get(tim(siklus)).content.decode()


def test_whoever_is_left_empty_is_done_later(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    satu, dua = bawahan(atasan, 2)
    kosong = {f"p{dua.pk}-{n}": "" for n in ("kalimat", "versi")}
    jawaban = client_atasan.post(tim(siklus), {**isian(satu), **kosong}, follow=True)
    isi = jawaban.content.decode()
    assert "1 penilaian siap" in isi
    assert "1 pegawai belum dinilai" in isi
    assert dua.nama in isi


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"hasil": ""}, "Pilih rating hasil kerja"),
        ({"perilaku": ""}, "Pilih rating perilaku kerja"),
        ({"hasil": str(ATAS.value)}, "Tuliskan satu kalimat"),
        ({"kalimat": "x" * 1001}, "Umpan balik paling banyak 1.000 huruf"),
    ],
)
def test_what_is_missing_is_said_with_the_name_and_nothing_is_lost(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai, ubah: dict[str, str], pesan: str
) -> None:
    satu, dua = bawahan(atasan, 2)
    data = {**isian(satu, kalimat="Laporan rapi."), **isian(dua)}
    data |= {f"p{dua.pk}-{nama}": nilai for nama, nilai in ubah.items()}
    jawaban = client_atasan.post(tim(siklus), data)
    isi = jawaban.content.decode()
    assert "<title>Galat:" in isi
    assert f"{dua.nama}: {pesan}" in isi.replace(dua.nama_gelar, dua.nama)
    assert "Laporan rapi." in isi
    assert not Penilaian.objects.exists()


def test_one_stale_sheet_keeps_all_of_them_unsaved_and_what_was_typed(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    satu, dua = bawahan(atasan, 2)
    client_atasan.post(tim(siklus), isian(dua))
    data = {**isian(satu), **isian(dua, kalimat="Ditulis di layar lain.")}
    jawaban = client_atasan.post(tim(siklus), data)
    isi = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert "Ditulis di layar lain." in isi
    assert f"{dua.nama}: yang tersimpan sekarang hasil kerja sesuai ekspektasi" in isi
    assert f"{satu.nama}: yang" not in isi
    assert not Penilaian.objects.filter(pegawai=satu).exists()
    lagi = next(f.isian for f in Halaman(isi).formulir if f"p{dua.pk}-versi" in f.isian)
    assert client_atasan.post(tim(siklus), lagi).status_code == 302
    assert Penilaian.objects.get(pegawai=dua).umpan_balik == "Ditulis di layar lain."
    assert Penilaian.objects.filter(pegawai=satu).exists()


def test_a_sheet_that_changed_meanwhile_is_saved_by_the_next_press(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    [satu] = bawahan(atasan, 1)
    client_atasan.post(tim(siklus), isian(satu))
    lembar = reverse("kinerja:penilaian", args=[siklus.pk, satu.pk])
    ketik = {"hasil": str(ATAS.value), "perilaku": str(SESUAI.value), "kalimat": "Rapi.", "versi": ""}
    jawaban = client_atasan.post(lembar, ketik)
    assert jawaban.status_code == 409
    lagi = next(f.isian for f in Halaman(jawaban.content.decode()).formulir if "kalimat" in f.isian)
    assert client_atasan.post(lembar, lagi).status_code == 302
    assert Penilaian.objects.get().umpan_balik == "Rapi."


def test_pressing_send_twice_signs_once(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    [satu] = bawahan(atasan, 1)
    client_atasan.post(tim(siklus), isian(satu))
    periksa = reverse("kinerja:penilaian_periksa", args=[siklus.pk])
    for _ in range(2):
        jawaban = client_atasan.post(periksa, {"kunci": f"{satu.pk}:1"}, follow=True)
        assert "Penilaian 1 pegawai terkirim" in jawaban.content.decode()
    assert Penilaian.history.filter(status=StatusPenilaian.DITETAPKAN).count() == 1


@pytest.mark.parametrize("kunci", ["", "1", "a:b", "1:", ":1", f"{10**30}:1", "1:99"])
def test_what_the_check_page_did_not_send_signs_nothing(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai, kunci: str
) -> None:
    [satu] = bawahan(atasan, 1)
    client_atasan.post(tim(siklus), isian(satu))
    periksa = reverse("kinerja:penilaian_periksa", args=[siklus.pk])
    assert client_atasan.post(periksa, {"kunci": kunci}).status_code == 302
    assert Penilaian.objects.get().status == StatusPenilaian.DRAF


def test_on_a_phone_one_person_leads_to_the_next_and_the_last_to_the_check(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    satu, dua = bawahan(atasan, 2)
    p = Peramban(client_atasan, tim(siklus))
    p.tekan("satu per satu")
    for orang in (satu, dua):
        assert orang.nama in p.isi
        p.kirim("Simpan dan lanjut", hasil=str(SESUAI.value), perilaku=str(SESUAI.value))
    assert "2 penilaian siap" in p.isi


def test_every_error_is_read_out_with_its_field(
    client_atasan: Client, siklus: SiklusPenilaian, atasan: Pegawai
) -> None:
    [satu] = bawahan(atasan, 1)
    salah = isian(satu) | {f"p{satu.pk}-hasil": "", f"p{satu.pk}-kalimat": "x" * 1001}
    for jawaban in (client_atasan.get(tim(siklus)), client_atasan.post(tim(siklus), salah)):
        isi = jawaban.content.decode()
        ada = set(re.findall(r'\sid="([^"]+)"', isi))
        sebut = [d for semua in re.findall(r'aria-describedby="([^"]*)"', isi) for d in semua.split()]
        assert sebut
        assert set(sebut) <= ada
    assert {f"id_p{satu.pk}-hasil_error", f"id_p{satu.pk}-kalimat_error"} <= set(sebut)
