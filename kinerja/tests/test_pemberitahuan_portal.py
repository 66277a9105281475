"""The inbox in the portal, the switches, and the question when one will fill in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from asn_karier.tests.peramban import Peramban
from kinerja.enums import JenisPesan, StatusSiklus, SumberKinerja
from kinerja.models import Pemberitahuan, PilihanPesan, RencanaPengisian
from kinerja.rules.pengingat import is_held_out
from kinerja.tests.pabrik_pengingat import siklus_berjalan
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db


def portal(akun: Any, nama: str, *kunci: Any) -> Peramban:
    client = Client()
    client.force_login(akun)
    return Peramban(client, reverse(f"kinerja:{nama}", args=kunci))


def pesan(orang: Pegawai, **lain: Any) -> Pemberitahuan:
    isi = {
        "jenis": JenisPesan.BATAS, "kunci": "k", "judul": "Isi Penilaian 2026", "isi": "Tinggal 3 hari.",
        "sebab": "Dikirim karena isian Anda belum terkirim.", "terbit_pada": timezone.now(), **lain,
    }  # fmt: skip
    satu: Pemberitahuan = Pemberitahuan.objects.create(pegawai=orang, **isi)
    return satu


@pytest.fixture
def saya() -> Any:
    return PenggunaPabrik(pegawai=PegawaiPabrik())


def berencana(siklus: Any) -> Any:
    """Somebody who is asked: not one of the tenth."""
    while is_held_out(str((o := PegawaiPabrik(instansi=siklus.instansi)).pk), JenisPesan.AJAKAN, siklus.pk):
        pass
    return PenggunaPabrik(pegawai=o)


def test_every_message_says_why_it_came_and_how_to_change_it(saya: Any) -> None:
    pesan(saya.pegawai)
    p = portal(saya, "pemberitahuan")
    assert "Dikirim karena isian Anda belum terkirim." in p.isi
    p.tekan("Ubah atau matikan")
    p.kirim("Simpan")
    assert "Pilihan Anda disimpan." in p.isi


def test_a_statutory_message_says_that_it_is_one(saya: Any) -> None:
    pesan(saya.pegawai, jenis=JenisPesan.HASIL)
    p = portal(saya, "pemberitahuan")
    assert "Pemberitahuan ini wajib." in p.isi
    assert "Ubah atau matikan" not in p.isi


def test_others_find_nothing_of_mine(saya: Any) -> None:
    pesan(saya.pegawai, judul="Rahasia saya")
    atasan = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=saya.pegawai.instansi))
    Pegawai.objects.filter(pk=saya.pegawai_id).update(atasan=atasan.pegawai)
    assert "Rahasia saya" not in portal(atasan, "pemberitahuan").isi
    client = Client()
    client.force_login(hr_dari(saya.pegawai.instansi))
    assert client.get(reverse("kinerja:pemberitahuan")).status_code == 403


def test_reading_marks_what_was_shown_and_not_what_came_since(saya: Any) -> None:
    pesan(saya.pegawai)
    p = portal(saya, "pemberitahuan")
    baru = pesan(saya.pegawai, kunci="baru")
    p.kirim("Tandai sudah dibaca")
    assert list(Pemberitahuan.objects.filter(dibaca_pada=None)) == [baru]


def test_old_messages_have_pages(saya: Any) -> None:
    for n in range(27):
        pesan(saya.pegawai, kunci=str(n), judul=f"Pesan {n}")
    p = portal(saya, "pemberitahuan")
    p.tekan("Berikutnya")
    assert p.isi.count('class="panel"') == 2


def test_a_switch_that_is_taken_out_stays_out(saya: Any) -> None:
    p = portal(saya, "pemberitahuan_pilihan")
    p.kirim("Simpan", terima_batas=[], jam_buka="9", jam_tutup="16")
    pilihan = PilihanPesan.objects.get()
    assert (pilihan.dimatikan, pilihan.jam_buka, pilihan.surel) == (["batas"], 9, False)


def test_the_letter_cannot_be_asked_for_without_an_address(saya: Any) -> None:
    p = portal(saya, "pemberitahuan_pilihan")
    assert "Akun Anda belum punya alamat surel." in p.isi
    p.client.post(p.alamat, {"surel": "on", "jam_buka": 7, "jam_tutup": 18, "hari_ringkasan": 0, "versi": 0})
    assert not PilihanPesan.objects.get().surel


def test_hours_the_wrong_way_round_are_told_beside_the_field(saya: Any) -> None:
    p = portal(saya, "pemberitahuan_pilihan")
    p.kirim("Simpan", jam_buka="16", jam_tutup="9")
    assert "Jam selesai harus sesudah jam mulai." in p.isi
    assert not PilihanPesan.objects.exists()


def test_an_older_page_does_not_overwrite_a_newer_choice(saya: Any) -> None:
    lama = portal(saya, "pemberitahuan_pilihan")
    portal(saya, "pemberitahuan_pilihan").kirim("Simpan", terima_batas=[])
    lama.kirim("Simpan", terima_nilai=[])
    assert "berubah sejak Anda membukanya" in lama.isi
    lama.kirim("Simpan")
    assert PilihanPesan.objects.get().dimatikan == ["nilai"]


def test_the_plan_is_made_from_my_performance_in_two_clicks() -> None:
    siklus = siklus_berjalan()
    akun = berencana(siklus)
    p = portal(akun, "saya")
    p.tekan("Pilih hari dan jam")
    hari = (timezone.localdate() + timedelta(days=3)).strftime("%d-%m-%Y")
    p.kirim("Simpan", hari=hari, jam="13")
    assert p.klik == 2
    assert "Kami mengingatkan Anda pada jam itu." in p.isi
    assert RencanaPengisian.objects.get().pegawai == akun.pegawai
    p.tekan("Ubah waktunya")
    assert f'value="{hari}"' in p.isi


def test_a_plan_needs_a_day_and_an_hour_and_keeps_what_was_typed() -> None:
    siklus = siklus_berjalan()
    p = portal(berencana(siklus), "rencana", siklus.pk)
    p.kirim("Simpan", hari="30-12-2026", jam="")
    assert "Galat:" in p.isi
    assert "Pilih jamnya." in p.isi
    assert 'value="30-12-2026"' in p.isi


def test_a_time_that_has_passed_is_refused() -> None:
    siklus = siklus_berjalan()
    p = portal(berencana(siklus), "rencana", siklus.pk)
    p.kirim("Simpan", hari="01-01-2026", jam="9")
    assert "Waktu itu sudah lewat." in p.isi


def test_the_tenth_is_not_asked() -> None:
    siklus = siklus_berjalan()
    while not is_held_out(str((o := PegawaiPabrik(instansi=siklus.instansi)).pk), "ajakan", siklus.pk):
        pass
    assert "Kapan Anda akan mengisinya?" not in portal(PenggunaPabrik(pegawai=o), "saya").isi


@pytest.mark.parametrize("lain", ["instansi", "e-kinerja", "ditutup"])
def test_only_an_open_cycle_of_ones_own_is_planned(lain: str) -> None:
    siklus = siklus_berjalan(
        sumber=SumberKinerja.EKINERJA if lain == "e-kinerja" else SumberKinerja.DI_SINI,
        status=StatusSiklus.DITUTUP if lain == "ditutup" else StatusSiklus.DIBUKA,
    )
    instansi = InstansiPabrik(kode="lain") if lain == "instansi" else siklus.instansi
    client = Client()
    client.force_login(PenggunaPabrik(pegawai=PegawaiPabrik(instansi=instansi)))
    assert client.get(reverse("kinerja:rencana", args=[siklus.pk])).status_code == 404
