"""*Beri tahu saya bila ada jadwal*: pressed without scripts, answered on Beranda, counted and never named."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai.enums import JenisJabatan, KedudukanHukum
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, MinatPelatihan, Pelatihan
from pelatihan.services.katalog_isi import copy_program
from pelatihan.services.minat import await_class, awaited_by, opened_for, stop_waiting, waits_for
from pelatihan.tests.pabrik import PelatihanPabrik, SasaranPelatihanPabrik
from pelatihan.tests.pabrik_kelas import SAAT, AngkatanPabrik, PendaftaranPabrik

pytestmark = pytest.mark.django_db
S = StatusPendaftaran
TOMBOL = "Beri tahu saya bila ada jadwal"


@pytest.fixture
def diri() -> Pengguna:
    """On duty in batanghari, where AngkatanPabrik holds its classes."""
    atasan = PegawaiPabrik(struktural=True, nama="Bu Atasan")
    akun: Pengguna = PenggunaPabrik(
        pegawai=PegawaiPabrik(fungsional=True, nama="Penanti Sabar", atasan=atasan)
    )
    return akun


@pytest.fixture
def program() -> Pelatihan:
    """Shared by all governments, without a class."""
    satu: Pelatihan = PelatihanPabrik(nama="Menyusun Anggaran", kompetensi=None)
    return satu


def tunggu(program: Pelatihan, akun: Pengguna, **lain: Any) -> MinatPelatihan:
    assert akun.pegawai is not None
    return await_class(pelatihan_id=program.pk, pegawai=akun.pegawai, actor=akun, **{"at": SAAT, **lain})


def kabar(akun: Pengguna) -> list[Angkatan]:
    """What Beranda tells on 4 January 2027, while AngkatanPabrik takes applications."""
    assert akun.pegawai is not None
    return opened_for(akun.pegawai, at=SAAT)


# -- the service ------------------------------------------------------------------------------------


def test_twice_is_once_and_taking_back_leaves_nothing(program: Pelatihan, diri: Pengguna) -> None:
    assert tunggu(program, diri) == tunggu(program, diri, at=SAAT + timedelta(hours=1))
    assert MinatPelatihan.objects.count() == 1
    for _ in range(2):
        stop_waiting(pelatihan_id=program.pk, pegawai=_orang(diri), actor=diri)
    assert not MinatPelatihan.objects.exists()


def _orang(akun: Pengguna) -> Pegawai:
    assert akun.pegawai is not None
    return akun.pegawai


def test_nobody_waits_or_stops_for_somebody_else(program: Pelatihan, diri: Pengguna) -> None:
    tunggu(program, diri)
    lain = PenggunaPabrik(pegawai=PegawaiPabrik())
    for siapa in (lain, hr_dari(_orang(diri).instansi)):
        with pytest.raises(TidakBoleh):
            await_class(pelatihan_id=program.pk, pegawai=_orang(diri), actor=siapa, at=SAAT)
        with pytest.raises(TidakBoleh):
            stop_waiting(pelatihan_id=program.pk, pegawai=_orang(diri), actor=siapa)
    assert waits_for(_orang(diri), program.pk)


def test_what_is_not_offered_here_is_not_waited_for(diri: Pengguna) -> None:
    for program in (PelatihanPabrik(instansi=InstansiPabrik()), PelatihanPabrik(aktif=False)):
        with pytest.raises(TidakDitemukan):
            tunggu(program, diri)


def test_who_a_programme_is_not_meant_for_is_told_so(program: Pelatihan, diri: Pengguna) -> None:
    SasaranPelatihanPabrik(pelatihan=program, jenis_jabatan=JenisJabatan.STRUKTURAL)
    with pytest.raises(DomainError, match="untuk jabatan lain"):
        tunggu(program, diri)
    assert not MinatPelatihan.objects.exists()


def test_who_is_enrolled_does_not_wait(program: Pelatihan, diri: Pengguna) -> None:
    PendaftaranPabrik(angkatan=AngkatanPabrik(pelatihan=program), pegawai=diri.pegawai)
    with pytest.raises(DomainError, match="sudah terdaftar"):
        tunggu(program, diri)
    assert not MinatPelatihan.objects.exists()


def test_nothing_on_the_trail_tells_who_waits(program: Pelatihan, diri: Pengguna) -> None:
    sebelum = Jejak.objects.count()
    tunggu(program, diri)
    stop_waiting(pelatihan_id=program.pk, pegawai=_orang(diri), actor=diri)
    assert Jejak.objects.count() == sebelum


# -- when it is told ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kelas", "tampil"),
    [
        ({}, True),
        ({"status": StatusAngkatan.DISIAPKAN}, False),
        ({"status": StatusAngkatan.DITUTUP}, False),
        ({"daftar_sampai": date(2027, 1, 4)}, True),
        ({"daftar_sampai": date(2027, 1, 3)}, False),
    ],
)
def test_it_is_told_while_registration_is_open(
    program: Pelatihan, diri: Pengguna, kelas: dict[str, Any], tampil: bool
) -> None:
    tunggu(program, diri)
    AngkatanPabrik(pelatihan=program, **kelas)
    AngkatanPabrik()  # of something nobody waits for
    assert bool(kabar(diri)) is tampil


def test_a_class_of_another_government_is_no_news(program: Pelatihan, diri: Pengguna) -> None:
    tunggu(program, diri)
    AngkatanPabrik(pelatihan=program, instansi=InstansiPabrik())
    assert kabar(diri) == []


def test_of_several_classes_one_with_a_seat_is_told(program: Pelatihan, diri: Pengguna) -> None:
    tunggu(program, diri)
    AngkatanPabrik(pelatihan=program, terisi=2, daftar_sampai=date(2027, 1, 5))
    berkursi = AngkatanPabrik(pelatihan=program)
    assert kabar(diri) == [berkursi]


@pytest.mark.parametrize("status", [s for s in S if s != S.SELESAI])
def test_an_enrolment_ends_the_news_of_its_class(program: Pelatihan, diri: Pengguna, status: S) -> None:
    tunggu(program, diri)
    PendaftaranPabrik(angkatan=AngkatanPabrik(pelatihan=program), pegawai=diri.pegawai, status=status)
    assert kabar(diri) == []


@pytest.mark.parametrize(
    ("status", "menunggu"),
    [
        (S.DAFTAR_TUNGGU, False),
        (S.DISETUJUI, False),
        (S.SELESAI, False),
        (S.DITOLAK, True),
        (S.DIBATALKAN, True),
    ],
)
def test_a_seat_answers_the_wish_and_losing_it_brings_it_back(
    program: Pelatihan, diri: Pengguna, status: S, menunggu: bool
) -> None:
    tunggu(program, diri)
    lama = AngkatanPabrik(pelatihan=program, status=StatusAngkatan.DITUTUP)
    PendaftaranPabrik(angkatan=lama, pegawai=diri.pegawai, status=status)
    lain = AngkatanPabrik(pelatihan=program)
    assert waits_for(_orang(diri), program.pk) is menunggu
    assert kabar(diri) == ([lain] if menunggu else [])


def test_who_finished_it_may_wait_for_it_again(program: Pelatihan, diri: Pengguna) -> None:
    lama = AngkatanPabrik(pelatihan=program, status=StatusAngkatan.SELESAI)
    PendaftaranPabrik(angkatan=lama, pegawai=diri.pegawai, status=S.SELESAI)
    tunggu(program, diri, at=SAAT + timedelta(hours=1))
    baru = AngkatanPabrik(pelatihan=program)
    assert kabar(diri) == [baru]


def test_the_wish_goes_along_to_the_copy_of_the_own_government(program: Pelatihan, diri: Pengguna) -> None:
    """Somebody elsewhere goes on waiting for the shared one."""
    lain = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=InstansiPabrik()))
    for akun in (diri, lain):
        tunggu(program, akun)
    instansi = _orang(diri).instansi
    hr = hr_dari(instansi)
    salinan = copy_program(pelatihan_id=program.pk, instansi_id=instansi.pk, actor=hr, at=SAAT, kanal="uji")
    assert [m.pelatihan for m in awaited_by(_orang(diri))] == [salinan]
    assert waits_for(_orang(lain), program.pk)
    # A class of the shared one that was open before, and one of the copy.
    kelas = {AngkatanPabrik(pelatihan=p) for p in (program, salinan)}
    assert set(kabar(diri)) == kelas


# -- the pages, without scripts ------------------------------------------------------------------------


def isi(client: Client, nama: str, *kunci: int, **lain: str) -> str:
    jawaban = client.get(reverse(nama, args=kunci), lain)
    assert jawaban.status_code == 200
    return str(jawaban.content.decode())


def tekan(client: Client, halaman: str, teks: str) -> str:
    """Press the button that begins with `teks` on that page, as a browser without scripts does."""
    asal = client.get(halaman).content.decode()
    pola = r'<form method="post" action="([^"]+)">((?:(?!</form>).)*?)<button[^>]*>' + re.escape(teks)
    (tujuan, dalam), *_ = re.findall(pola, asal, re.DOTALL)
    kunci = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', dalam)
    assert kunci is not None
    isian = {"csrfmiddlewaretoken": kunci[1]}
    jawaban = client.post(tujuan, isian, headers={"referer": f"http://testserver{halaman}"}, follow=True)
    assert jawaban.redirect_chain == [(halaman, 302)]
    return str(jawaban.content.decode())


def test_from_the_programme_to_beranda_and_back(program: Pelatihan, diri: Pengguna) -> None:
    client = Client(enforce_csrf_checks=True)
    halaman = reverse("karier:program", args=[program.pk])
    with time_machine.travel(SAAT):
        client.force_login(diri)
        assert "berapa orang yang menunggu, tanpa nama" in isi(client, "karier:program", program.pk)
        sesudah = tekan(client, halaman, TOMBOL)
        assert "Anda menunggu jadwal" in sesudah
        assert TOMBOL not in sesudah
        assert "Pendaftaran dibuka" not in isi(client, "karier:beranda")
        kelas = AngkatanPabrik(pelatihan=program)
        beranda = isi(client, "karier:beranda")
        daftar = reverse("pelatihan:daftar", args=[kelas.pk])
        assert f'<a href="{daftar}">Pendaftaran dibuka: Menyusun Anggaran</a>' in beranda
        # The class is open now: no button to wait, but still the way out.
        sesudah = tekan(client, halaman, "Tidak perlu lagi")
        assert TOMBOL not in sesudah
        assert "Pendaftaran dibuka" not in isi(client, "karier:beranda")


def test_what_is_waited_for_stands_on_the_page_pelatihan(
    client: Client, program: Pelatihan, diri: Pengguna
) -> None:
    client.force_login(diri)
    assert "Yang Anda tunggu" not in isi(client, "karier:pelatihan")
    tunggu(program, diri)
    Pelatihan.objects.filter(pk=program.pk).update(aktif=False)
    assert "Menyusun Anggaran (tidak ditawarkan lagi)" in isi(client, "karier:pelatihan")
    sesudah = tekan(client, reverse("karier:pelatihan"), "Tidak perlu lagi")
    assert "Yang Anda tunggu" not in sesudah


def test_a_refused_press_says_why(client: Client, program: Pelatihan, diri: Pengguna) -> None:
    SasaranPelatihanPabrik(pelatihan=program, jenis_jabatan=JenisJabatan.STRUKTURAL)
    client.force_login(diri)
    sesudah = tekan(client, reverse("karier:program", args=[program.pk]), TOMBOL)
    assert "Pelatihan ini untuk jabatan lain." in sesudah
    assert TOMBOL in sesudah


# -- who reads what -------------------------------------------------------------------------------------


def test_hr_reads_a_number_and_no_name(client: Client, program: Pelatihan, diri: Pengguna) -> None:
    """On duty, of the own government, and still waiting: two of five."""
    instansi = _orang(diri).instansi
    for orang in (
        _orang(diri),
        PegawaiPabrik(instansi=instansi, nama="Penanti Kedua"),
        PegawaiPabrik(instansi=instansi, kedudukan_hukum=KedudukanHukum.MASA_PERSIAPAN_PENSIUN),
        PegawaiPabrik(instansi=InstansiPabrik()),
        (peserta := PegawaiPabrik(instansi=instansi)),
    ):
        MinatPelatihan.objects.create(pegawai=orang, pelatihan=program, dicatat_pada=SAAT)
    PendaftaranPabrik(angkatan=AngkatanPabrik(pelatihan=program), pegawai=peserta)
    client.force_login(hr_dari(instansi))
    daftar = isi(client, "admin:pelatihan_pelatihan_changelist", o="-8")
    satu = isi(client, "admin:pelatihan_pelatihan_change", program.pk)
    assert "2 orang" in daftar
    assert "2 orang menunggu jadwalnya." in satu
    assert "Penanti" not in daftar + satu
    assert not MinatPelatihan.objects.visible_to(hr_dari(instansi)).exists()


def test_the_most_wanted_programme_comes_first(client: Client, diri: Pengguna) -> None:
    sepi, ramai = PelatihanPabrik(nama="A sepi"), PelatihanPabrik(nama="Z ramai")
    tunggu(ramai, diri)
    client.force_login(hr_dari(_orang(diri).instansi))
    daftar = isi(client, "admin:pelatihan_pelatihan_changelist", o="-8")
    assert daftar.index(ramai.nama) < daftar.index(sepi.nama)


def test_the_leader_reads_nothing_of_it(client: Client, program: Pelatihan, diri: Pengguna) -> None:
    tunggu(program, diri)
    atasan = PenggunaPabrik(pegawai=_orang(diri).atasan)
    AngkatanPabrik(pelatihan=program)
    assert not MinatPelatihan.objects.visible_to(atasan).exists()
    with time_machine.travel(SAAT):
        client.force_login(atasan)
        halaman = [isi(client, f"karier:{n}") for n in ("beranda", "tim", "pelatihan")]
        satu = isi(client, "karier:program", program.pk)
    assert not any("Pendaftaran dibuka:" in h or "Yang Anda tunggu" in h for h in halaman)
    assert "Anda menunggu" not in satu
    assert "Penanti" not in satu
