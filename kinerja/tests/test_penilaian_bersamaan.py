"""Two first saves at once: one is kept, the other is told so. Never a broken page."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import Bentrok
from kinerja.enums import Rating, StatusSiklus
from kinerja.models import Penilaian, SiklusPenilaian
from kinerja.services.penilaian import Isian, nilai
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

SAAT = datetime(2027, 1, 5, 2, 0, tzinfo=UTC)
ATAS, SESUAI = Rating.DI_ATAS_EKSPEKTASI, Rating.SESUAI_EKSPEKTASI


@pytest.fixture
def atasan() -> Pengguna:
    SiklusPabrik(status=StatusSiklus.DIBUKA, dibuka_pada=SAAT)
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    return akun


@pytest.fixture
def bawahan(atasan: Pengguna) -> Pegawai:
    orang: Pegawai = PegawaiPabrik(pelaksana=True, atasan=atasan.pegawai)
    return orang


def menilai(pegawai: Pegawai, actor: Pengguna, **lain: Any) -> Penilaian:
    isi = {"rating_hasil": SESUAI, "rating_perilaku": SESUAI, "umpan_balik": "", "versi": None} | lain
    siklus = SiklusPenilaian.objects.get()
    [baris] = nilai(siklus=siklus, isian=[Isian(pegawai.pk, **isi)], actor=actor, at=SAAT)
    assert isinstance(baris, Penilaian)
    return baris


def lembar(orang: Pegawai) -> str:
    return reverse("kinerja:penilaian", args=[SiklusPenilaian.objects.get().pk, orang.pk])


def sisipkan_sebelum_simpan(pegawai: Pegawai) -> Callable[..., Any]:
    """An import writes the same year after the first save looked and before it wrote."""
    sudah: list[bool] = []

    def bungkus(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sudah and sql.startswith('INSERT INTO "kinerja_penilaian"'):
            sudah.append(True)
            PenilaianPabrik(pegawai=pegawai, tahun=2026, impor=True)
        return execute(sql, params, many, context)

    return bungkus


@pytest.mark.django_db
def test_an_import_that_writes_the_year_meanwhile_is_a_conflict(atasan: Pengguna, bawahan: Pegawai) -> None:
    with (
        connection.execute_wrapper(sisipkan_sebelum_simpan(bawahan)),
        pytest.raises(Bentrok, match="berubah sejak Anda membukanya"),
    ):
        menilai(bawahan, atasan)


@pytest.mark.django_db
def test_the_page_keeps_what_was_typed_when_an_import_came_first(atasan: Pengguna, bawahan: Pegawai) -> None:
    client = Client()
    client.force_login(atasan)
    isian = {"hasil": ATAS.value, "perilaku": SESUAI.value, "kalimat": "Laporan rapi.", "versi": ""}
    with connection.execute_wrapper(sisipkan_sebelum_simpan(bawahan)):
        jawaban = client.post(
            reverse("kinerja:penilaian", args=[SiklusPenilaian.objects.get().pk, bawahan.pk]), isian
        )
    assert jawaban.status_code == 409
    assert "Isian Anda belum disimpan" in jawaban.content.decode()
    assert "Laporan rapi." in jawaban.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("versi", [None, 1])
def test_saying_the_same_twice_is_no_conflict(atasan: Pengguna, bawahan: Pegawai, versi: int | None) -> None:
    pertama = menilai(bawahan, atasan)
    kedua = menilai(bawahan, atasan, versi=versi)
    assert (kedua.pk, kedua.versi) == (pertama.pk, 1)
    assert Penilaian.history.count() == 1


@pytest.mark.django_db
def test_a_double_click_on_save_says_that_it_is_saved(atasan: Pengguna, bawahan: Pegawai) -> None:
    client = Client()
    client.force_login(atasan)
    isian = {"hasil": SESUAI.value, "perilaku": SESUAI.value, "kalimat": "", "versi": ""}
    for _ in range(2):
        jawaban = client.post(
            reverse("kinerja:penilaian", args=[SiklusPenilaian.objects.get().pk, bawahan.pk]),
            isian,
            follow=True,
        )
    assert "Penilaian tersimpan sebagai draf" in jawaban.content.decode()


@pytest.mark.django_db
def test_the_same_words_do_not_reopen_a_signed_appraisal(atasan: Pengguna, bawahan: Pegawai) -> None:
    PenilaianPabrik(pegawai=bawahan, tahun=2026, penilai=atasan.pegawai)
    with pytest.raises(Bentrok, match="sudah ditetapkan"):
        menilai(bawahan, atasan, versi=1)


@pytest.mark.django_db(transaction=True)
def test_two_first_saves_at_once_keep_one(atasan: Pengguna, bawahan: Pegawai) -> None:
    di_pintu, hasil = Barrier(2), []

    def tunggu_lawan(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith('INSERT INTO "kinerja_penilaian"'):
            with suppress(BrokenBarrierError):
                di_pintu.wait(timeout=1)
        return execute(sql, params, many, context)

    def simpan(rating: Rating) -> None:
        try:
            with connection.execute_wrapper(tunggu_lawan):
                menilai(bawahan, atasan, rating_hasil=rating, umpan_balik="Laporan rapi.")
            hasil.append("tersimpan")
        except Exception as salah:  # noqa: BLE001 - the kind of failure is what the test asks
            hasil.append(type(salah).__name__)
        finally:
            connection.close()

    utas = [Thread(target=simpan, args=(r,)) for r in (ATAS, SESUAI)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert sorted(hasil) == ["Bentrok", "tersimpan"]
    assert Penilaian.objects.count() == 1
