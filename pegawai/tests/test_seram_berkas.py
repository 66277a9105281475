"""Two at the same moment at one file or one sitting: it happens once. PostgreSQL only, as test_seram."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from asn_karier.lib.tests.lomba import BERSAMA, berlomba, bertemu, kode_atau_hasil
from pegawai.enums import StatusPeserta
from pegawai.models import HasilUjian, Impor, Pegawai
from pegawai.services import impor
from pegawai.services.impor import periksa, request_apply, terapkan, upload, withdraw
from pegawai.services.impor_kembali import kerjakan as kembali
from pegawai.services.impor_kembali import request_undo, request_weigh
from pegawai.services.ujian import IsianHasil, record_results, register_peserta, save_jadwal
from pegawai.tests.berkas_buatan import baris_siasn, csv_siasn, nip
from pegawai.tests.pabrik import InstansiPabrik, hr_dari
from pegawai.tests.pabrik_akun import Kantor, buat_kantor
from pegawai.tests.pabrik_lain import JadwalUjianPabrik
from pegawai.tests.siasn_buatan import masukkan
from pegawai.tests.test_selisih import cocokkan, orang, pakai

pytestmark = BERSAMA
SAAT = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)


def bersama(*kerja: Callable[[], Any]) -> list[Any]:
    """What each got, begun together; a refusal is its code."""
    return berlomba(*(kode_atau_hasil(k) for k in kerja))


@pytest.fixture
def k() -> Kantor:
    return buat_kantor()


def test_one_file_uploaded_twice_at_once_is_one_import_that_is_saved_or_withdrawn(
    k: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(impor, "jejak", bertemu(impor.jejak))
    isi = csv_siasn(baris_siasn(1))
    unggah = [
        lambda: (
            upload(instansi=k.instansi, jenis="siasn", nama_berkas="a.csv", isi=isi, actor=k.hr, at=SAAT).pk
        )
    ] * 2
    (pk,) = set(bersama(*unggah))
    assert list(Impor.objects.values_list("pk", flat=True)) == [pk]
    periksa(pk)
    ingin = {"impor_id": pk, "at": SAAT}
    hasil = bersama(
        lambda: request_apply(**ingin, actor=k.hr).tahap, lambda: withdraw(**ingin, actor=k.hr_kedua).tahap
    )
    terapkan(pk)
    assert Pegawai.objects.filter(nip=nip(1)).count() == ("impor_sudah_diterapkan" in hasil)
    assert len({"impor_sudah_diterapkan", "impor_belum_diperiksa"} & set(hasil)) == 1


def test_an_import_put_back_by_two_at_once_goes_back_once(k: Kantor) -> None:
    satu = masukkan(k.instansi, baris_siasn(1))
    request_weigh(impor_id=satu.pk, actor=k.hr, at=SAAT)
    kembali(satu.pk)
    minta = [lambda a=a: request_undo(impor_id=satu.pk, actor=a, at=SAAT).pk for a in (k.hr, k.hr_kedua)]
    assert bersama(*minta) == [satu.pk] * 2
    bersama(*[lambda: kembali(satu.pk).pk] * 2)
    assert not Pegawai.objects.filter(nip=nip(1)).exists()
    assert Pegawai.history.filter(nip=nip(1), history_type="-").count() == 1


def test_differences_taken_over_by_two_at_once_are_taken_over_once() -> None:
    instansi = InstansiPabrik(kode="uji")
    masukkan(instansi, baris_siasn(1))
    banding = cocokkan(instansi, baris_siasn(1, NAMA="ORANG SATU", TEMPAT_LAHIR_NAMA="Jambi"))
    dua = (hr_dari(instansi), hr_dari(instansi))
    sebelum = orang(1).history.count()
    hasil = bersama(*[lambda h=h: pakai(banding, h, "Nama", "Tempat lahir").dipakai for h in dua])
    assert sorted(hasil) == [0, 2]
    assert (orang(1).nama, orang(1).history.count()) == ("ORANG SATU", sebelum + 1)


def test_results_of_one_sitting_written_by_two_at_once(k: Kantor) -> None:
    jadwal = JadwalUjianPabrik(instansi=k.instansi)
    register_peserta(jadwal_id=jadwal.pk, pegawai_ids=[k.diri.pk], actor=k.hr, at=SAAT)
    peserta = jadwal.peserta.get()
    tulis = [
        lambda s=s, a=a: record_results(
            jadwal_id=jadwal.pk, hasil={peserta.pk: IsianHasil(s)}, versi=jadwal.versi, actor=a, at=SAAT
        )
        for s, a in ((StatusPeserta.LULUS, k.hr), (StatusPeserta.TIDAK_LULUS, k.hr_kedua))
    ]
    assert sorted(bersama(*tulis), key=str) == [1, "versi_berubah"]
    assert HasilUjian.history.count() == 1
    baru = [
        lambda: (
            save_jadwal(
                jadwal=JadwalUjianPabrik.build(instansi=k.instansi, tempat="Aula Dua"),
                actor=k.hr,
                kanal="uji",
            ).tempat
        )
    ] * 2
    assert sorted(bersama(*baru)) == ["Aula Dua", "jadwal_sudah_ada"]
