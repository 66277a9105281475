"""Flow 13 for activities: entered by an operator, and the person's yes before HR sees it."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.tests.peramban import masuk
from pegawai.enums import CaraKonfirmasi
from pegawai.models import Pengguna
from pegawai.tests.berkas_bukti import foto, unggahan
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.pabrik_akun import operator_dari
from pelatihan.enums import StatusKegiatan
from pelatihan.models import KegiatanMandiri
from pelatihan.services.kegiatan import laporkan_kegiatan, perbaiki_kegiatan, tarik_kegiatan
from pelatihan.services.kegiatan_konfirmasi import (
    konfirmasi_dengan_kertas,
    konfirmasi_dengan_kode,
    setujui_isian,
    terbitkan_kode,
)
from pelatihan.tests.pabrik_jp import SAAT, isi_kegiatan

pytestmark = pytest.mark.django_db
NAMA = "admin:pelatihan_kegiatanmandiri"
SAMA: dict[str, Any] = {"at": SAAT, "kanal": "uji"}


@pytest.fixture
def akun() -> Pengguna:
    unit = UnitKerjaPabrik()
    orang = PegawaiPabrik(pelaksana=True, instansi=unit.instansi, unit=unit, nama="Ani")
    pengguna: Pengguna = PenggunaPabrik(pegawai=orang)
    return pengguna


@pytest.fixture
def operator(akun: Pengguna) -> Pengguna:
    return operator_dari(akun.pegawai.unit, nama="Operator Satu")


@pytest.fixture
def k(akun: Pengguna, operator: Pengguna) -> KegiatanMandiri:
    berkas = unggahan("s.jpg", foto())
    return laporkan_kegiatan(
        pegawai_id=akun.pegawai_id, isi=isi_kegiatan(), berkas=berkas, actor=operator, **SAMA
    )


def test_the_code_that_the_person_reads_out_sends_it(
    akun: Pengguna, operator: Pengguna, k: KegiatanMandiri
) -> None:
    assert k.status == StatusKegiatan.MENUNGGU_KONFIRMASI
    kode = terbitkan_kode(kegiatan_id=k.pk, actor=akun, **SAMA)
    with pytest.raises(DomainError, match="Masih 4 kali"):
        konfirmasi_dengan_kode(kegiatan_id=k.pk, kode="x", actor=operator, **SAMA)
    k = konfirmasi_dengan_kode(kegiatan_id=k.pk, kode=kode, actor=operator, **SAMA)
    assert (k.status, k.cara, k.oleh, k.kode_sidik) == (
        StatusKegiatan.MENUNGGU, CaraKonfirmasi.KODE, operator, ""
    )  # fmt: skip
    with pytest.raises(Bentrok):
        konfirmasi_dengan_kode(kegiatan_id=k.pk, kode=kode, actor=operator, **SAMA)


def test_a_signed_sheet_and_the_own_press_are_a_yes_too(
    akun: Pengguna, operator: Pengguna, k: KegiatanMandiri
) -> None:
    with pytest.raises(TidakDitemukan):
        setujui_isian(kegiatan_id=k.pk, actor=operator, **SAMA)
    for _ in range(2):
        assert setujui_isian(kegiatan_id=k.pk, actor=akun, **SAMA).cara == CaraKonfirmasi.SENDIRI
    KegiatanMandiri.objects.update(status=StatusKegiatan.MENUNGGU_KONFIRMASI)
    k = konfirmasi_dengan_kertas(kegiatan_id=k.pk, berkas=unggahan(), actor=operator, **SAMA)
    assert (k.status, k.cara, k.kertas is not None) == (StatusKegiatan.MENUNGGU, CaraKonfirmasi.KERTAS, True)


def test_who_entered_it_reads_out_no_code_and_hr_says_who_it_is(
    operator: Pengguna, k: KegiatanMandiri
) -> None:
    hr = hr_dari(k.pegawai.instansi)
    with pytest.raises(TidakDitemukan):  # an operator is not HR of the person
        terbitkan_kode(kegiatan_id=k.pk, actor=operator, keperluan="kenal", **SAMA)
    with pytest.raises(DomainError, match="cara Anda memastikan"):
        terbitkan_kode(kegiatan_id=k.pk, actor=hr, **SAMA)
    assert len(terbitkan_kode(kegiatan_id=k.pk, actor=hr, keperluan="Ditelepon balik", **SAMA)) == 6
    KegiatanMandiri.objects.update(oleh=hr)
    with pytest.raises(TidakBoleh):
        terbitkan_kode(kegiatan_id=k.pk, actor=hr, keperluan="Ditelepon balik", **SAMA)


def test_what_the_person_mends_becomes_their_own_and_what_they_did_not_ask_for_goes(
    akun: Pengguna, operator: Pengguna, k: KegiatanMandiri
) -> None:
    milik = perbaiki_kegiatan(
        kegiatan_id=k.pk, versi=1, isi=isi_kegiatan(jp=5), berkas=None, actor=akun, **SAMA
    )
    assert (milik.oleh, milik.cara, milik.status) == (akun, CaraKonfirmasi.SENDIRI, StatusKegiatan.MENUNGGU)
    KegiatanMandiri.objects.update(status=StatusKegiatan.MENUNGGU_KONFIRMASI, oleh=operator)
    assert tarik_kegiatan(kegiatan_id=k.pk, versi=2, actor=operator, **SAMA).status == StatusKegiatan.DITARIK


def test_an_operator_outside_the_unit_enters_nothing(akun: Pengguna) -> None:
    lain = operator_dari(UnitKerjaPabrik(instansi=akun.pegawai.instansi), nama="Operator Lain")
    with pytest.raises(TidakDitemukan):
        laporkan_kegiatan(
            pegawai_id=akun.pegawai_id, isi=isi_kegiatan(), berkas=unggahan(), actor=lain, **SAMA
        )


def test_the_way_through_the_pages(akun: Pengguna, operator: Pengguna) -> None:
    """Operator: pick, fill in, ask; the person shows the code; the operator types it."""
    meja, portal = masuk(operator), masuk(akun)
    pilih = meja.get(reverse("admin:pegawai_usulanperubahan_isikanbaris", args=[akun.pegawai_id]))
    alamat = reverse(f"{NAMA}_isikan", args=[akun.pegawai_id])
    assert alamat in pilih.content.decode()
    isi = {
        "bentuk": "9", "nama": "Seminar", "mulai": "03-05-2026", "selesai": "03-05-2026", "menit": "180",
        "versi": "0", "berkas": unggahan("s.jpg", foto()),
    }  # fmt: skip
    jawaban = meja.post(alamat, isi)
    k = KegiatanMandiri.objects.get()
    sahkan = reverse(f"{NAMA}_konfirmasi", args=[k.pk])
    assert (jawaban.status_code, jawaban["Location"], k.jp_diklaim) == (302, sahkan, 4)
    assert "Periksa kegiatan yang diisikan untuk Anda" in portal.get("/").content.decode()
    layar = portal.post(reverse("pelatihan:kegiatan_kode", args=[k.pk])).content.decode()
    angka = layar.partition('class="angka">')[2][:7]
    assert meja.post(sahkan, {"kode": angka}).status_code == 302
    k.refresh_from_db()
    assert k.status == StatusKegiatan.MENUNGGU
    assert meja.post(sahkan, {"kode": angka}).status_code == 302  # a second press
    assert meja.get(sahkan).status_code == 404
