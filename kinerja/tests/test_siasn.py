"""skp22 of SIASN: what is written, what is kept beside ours, and what is not told before its day."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kinerja.enums import (
    Predikat,
    Rating,
    StatusKonversi,
    StatusPenilaian,
    StatusSiklus,
    SumberPenilaian,
)
from kinerja.models import KonversiAngkaKredit, Penilaian, PenilaianSiasn
from kinerja.tests.bantu_siasn import ID, TINGGI, beda, cek, cek_berkas, instansi, pegawai, sebab, skp22
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik
from pegawai.enums import StatusImpor
from pegawai.models import Instansi, Pegawai
from pegawai.services.impor_kembali import kerjakan, request_undo, request_weigh
from pegawai.tests.bantu_impor import diterapkan, hitung
from pegawai.tests.berkas_buatan import AT, xlsx
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari

__all__ = ["instansi", "pegawai"]
pytestmark = pytest.mark.django_db


# -- years ------------------------------------------------------------------------------------------


def test_a_year_of_siasn_becomes_a_predikat_with_its_source_and_a_draft_conversion(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    penilai = PegawaiPabrik(instansi=instansi)
    diterapkan(cek(instansi, skp22(nipNrpPenilai=penilai.nip)))
    p = Penilaian.objects.get()
    assert (p.pegawai, p.tahun, p.predikat, p.status, p.sumber, p.penilai) == (
        pegawai, 2025, Predikat.BAIK, StatusPenilaian.DITETAPKAN, SumberPenilaian.EKINERJA, penilai
    )  # fmt: skip
    assert KonversiAngkaKredit.objects.get().status == StatusKonversi.DRAF
    assert not PenilaianSiasn.objects.exists()


def test_the_same_file_twice_changes_nothing(instansi: Instansi, pegawai: Pegawai) -> None:
    diterapkan(cek(instansi, skp22()))
    sebelum = Penilaian.objects.values().get()
    assert hitung(cek(instansi, skp22())) == {"sama": 1}
    assert Penilaian.objects.values().get() == sebelum


def test_a_newer_file_changes_what_came_from_outside_with_old_and_new(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    PenilaianPabrik(pegawai=pegawai, impor=True)
    impor = cek(instansi, skp22(**TINGGI))
    assert ("Predikat", "Baik", "Sangat Baik") in beda(impor)
    diterapkan(impor)
    assert Penilaian.objects.values_list("predikat", "versi").get() == (Predikat.SANGAT_BAIK, 2)


def test_a_rating_of_here_is_kept_and_siasn_stands_beside_it(instansi: Instansi, pegawai: Pegawai) -> None:
    PenilaianPabrik(pegawai=pegawai)
    impor = cek(instansi, skp22(**TINGGI))
    assert hitung(impor) == {"baru": 1}
    assert ("Predikat (di sini tetap)", "Baik", "Sangat Baik") in beda(impor)
    assert "tidak diganti" in impor.baris.get().peringatan[0]["masalah"]
    diterapkan(impor)
    assert Penilaian.objects.values_list("predikat", "sumber").get() == (
        Predikat.BAIK, SumberPenilaian.DI_SINI
    )  # fmt: skip
    cermin = PenilaianSiasn.objects.get()
    assert (cermin.predikat, cermin.penilai_nama) == (Predikat.SANGAT_BAIK, "PENILAI")
    assert cermin.sumber == "SIASN skp22: riwayat.json"


def test_a_rating_of_here_that_says_the_same_needs_no_second_record(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    PenilaianPabrik(pegawai=pegawai)
    assert hitung(cek(instansi, skp22())) == {"sama": 1}


def test_what_siasn_said_before_follows_the_newer_file(instansi: Instansi, pegawai: Pegawai) -> None:
    PenilaianPabrik(pegawai=pegawai)
    diterapkan(cek(instansi, skp22(**TINGGI)))
    impor = diterapkan(cek(instansi, skp22()))
    assert hitung(impor) == {"berubah": 1}
    assert ("Predikat menurut SIASN", "Sangat Baik", "Baik") in beda(impor)
    assert PenilaianSiasn.objects.get().predikat == Predikat.BAIK
    assert PenilaianSiasn.history.count() == 2


@pytest.mark.parametrize("status", [StatusPenilaian.DRAF, StatusPenilaian.DIKIRIM])
def test_of_a_rating_that_is_not_announced_the_file_tells_nothing(
    instansi: Instansi, pegawai: Pegawai, status: str
) -> None:
    """The answer is the same whether the file says what the leader wrote or something else."""
    PenilaianPabrik(pegawai=pegawai, status=status)
    sama, lain = (cek(instansi, skp22(**isi)) for isi in ({}, TINGGI))
    assert hitung(sama) == hitung(lain) == {"baru": 1}
    assert {lama for _, lama, _ in beda(sama) + beda(lain)} == {""}
    diterapkan(sama)
    assert Penilaian.objects.values_list("predikat", "status").get() == (Predikat.BAIK, status)
    assert hitung(cek(instansi, skp22())) == {"sama": 1}


def test_in_a_cycle_that_is_rated_here_no_file_comes_before_the_leader(
    instansi: Instansi, pegawai: Pegawai
) -> None:
    siklus = SiklusPabrik(instansi=instansi, tahun=2025, status=StatusSiklus.DIBUKA)
    diterapkan(cek(instansi, skp22()))
    assert not Penilaian.objects.exists()
    assert PenilaianSiasn.objects.count() == 1
    siklus.status = StatusSiklus.DITUTUP
    siklus.save()
    diterapkan(cek(instansi, skp22()))
    assert Penilaian.objects.get().sumber == SumberPenilaian.EKINERJA


@pytest.mark.parametrize(
    ("ubah", "masalah"),
    [
        ({"KuadranKinerjaNilai": 1}, "tertulis Sangat Baik"),
        ({"hasilKinerjaNilai": 4}, "bukan kode yang dikenal"),
        ({"hasilKinerjaNilai": ""}, "kosong, padahal rating yang satu lagi terisi"),
        ({"tahun": ""}, "kosong"),
        ({"tahun": "2000"}, "bukan kode yang dikenal"),
        ({"pnsDinilaiId": "TAK-ADA"}, "PNS ID ini tidak ada di instansi ini"),
    ],
)
def test_a_row_that_cannot_be_right_is_refused(
    instansi: Instansi, pegawai: Pegawai, ubah: dict[str, Any], masalah: str
) -> None:
    impor = cek(instansi, skp22(**ubah))
    assert hitung(impor) == {"ditolak": 1}
    assert any(masalah in s for s in sebab(impor))


def test_people_of_another_instansi_are_not_found_by_their_pns_id(instansi: Instansi) -> None:
    PegawaiPabrik(instansi=InstansiPabrik(kode="lain"), siasn_id=ID)
    assert hitung(cek(instansi, skp22())) == {"ditolak": 1}


def test_a_predikat_alone_is_taken_as_such(instansi: Instansi, pegawai: Pegawai) -> None:
    diterapkan(cek(instansi, skp22(hasilKinerjaNilai=None, PerilakuKerjaNilai=None)))
    assert Penilaian.objects.values_list("predikat", "rating_hasil").get() == (Predikat.BAIK, None)


def test_a_file_without_person_or_without_ratings_is_refused_whole(instansi: Instansi) -> None:
    tanpa = {k: v for k, v in skp22().items() if k != "pnsDinilaiId"}
    assert cek(instansi, tanpa).ringkasan["kode"] == "kepala_kurang"
    assert cek(instansi, {"tahun": 2025, "nama": "x"}).status == StatusImpor.DITOLAK


@pytest.mark.parametrize("bentuk", ["csv", "xlsx"])
def test_a_spreadsheet_of_the_same_shape_is_read_too(
    instansi: Instansi, pegawai: Pegawai, bentuk: str
) -> None:
    objek = {k: str(v) for k, v in skp22().items() if k != "path"}
    if bentuk == "xlsx":
        isi = xlsx({"skp22": [list(objek), list(objek.values())]})
    else:
        isi = "\n".join([",".join(objek), ",".join(objek.values())]).encode()
    assert hitung(cek_berkas(instansi, f"a.{bentuk}", isi)) == {"baru": 1}


def test_hr_brings_no_rating_of_their_own(instansi: Instansi, pegawai: Pegawai) -> None:
    hr = hr_dari(instansi, pegawai=pegawai)
    impor = cek_berkas(instansi, "a.json", json.dumps([skp22()]).encode(), actor=hr)
    assert sebab(impor) == ["Data Anda sendiri harus diubah oleh petugas lain"]


def test_a_rating_given_here_after_the_check_is_not_overwritten(instansi: Instansi, pegawai: Pegawai) -> None:
    impor = cek(instansi, skp22(**TINGGI))
    PenilaianPabrik(pegawai=pegawai)
    assert hitung(diterapkan(impor)) == {"ditolak": 1}
    assert Penilaian.objects.get().predikat == Predikat.BAIK


def test_an_import_can_be_undone_with_its_conversion(instansi: Instansi, pegawai: Pegawai) -> None:
    impor = diterapkan(cek(instansi, skp22()))
    request_weigh(impor_id=impor.pk, actor=None, at=AT)
    kerjakan(impor.pk)
    request_undo(impor_id=impor.pk, actor=None, at=AT)
    kerjakan(impor.pk)
    assert not Penilaian.objects.exists()
    assert not KonversiAngkaKredit.objects.exists()


def test_ratings_below_are_read_as_below(instansi: Instansi, pegawai: Pegawai) -> None:
    diterapkan(cek(instansi, skp22(hasilKinerjaNilai=3, PerilakuKerjaNilai=3, KuadranKinerjaNilai=5)))
    p = Penilaian.objects.get()
    assert (p.rating_hasil, p.predikat) == (Rating.DI_BAWAH_EKSPEKTASI, Predikat.SANGAT_KURANG)
