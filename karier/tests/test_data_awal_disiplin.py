"""The sheet Disiplin: one record per case, from the examination to the decision and its cancellation."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from karier.tests.test_data_awal import buku, cek, galat, masukkan
from pegawai.enums import StatusBaris, StatusDisiplin
from pegawai.models import HukumanDisiplin, Impor, Instansi, Pegawai
from pegawai.tests.bantu_impor import hitung
from pegawai.tests.pabrik import HukumanDisiplinPabrik, InstansiPabrik, PegawaiPabrik

pytestmark = pytest.mark.django_db

PERIKSA = ["DALAM PEMERIKSAAN", "", "", "01-03-2026", "", ""]
JATUH = ["DIJATUHKAN", "SEDANG", "Penundaan", "01-05-2026", "30-04-2027", "SK/1"]
RINGAN = ["DIJATUHKAN", "RINGAN", "Teguran", "01-05-2026", "", "SK/1"]
BATAL = ["DIBATALKAN", "", "", "01-05-2026", "", "SK/1"]


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


@pytest.fixture
def pegawai(instansi: Instansi) -> Pegawai:
    return PegawaiPabrik(instansi=instansi)


def impor(pegawai: Pegawai, *baris: list[str]) -> Impor:
    return masukkan(pegawai.instansi, buku(Disiplin=[[pegawai.nip, *b] for b in baris]))


def tersimpan() -> list[tuple[Any, ...]]:
    return list(HukumanDisiplin.objects.order_by("mulai").values_list("status", "mulai", "sampai"))


@pytest.mark.parametrize("nomor", ["SK/1", "sk/1", ""])
def test_a_cancelled_penalty_changes_its_record(pegawai: Pegawai, nomor: str) -> None:
    impor(pegawai, JATUH)
    hasil = impor(pegawai, [*BATAL[:5], nomor])
    assert hasil.baris.get().beda[0] == {"kolom": "Status", "lama": "Dijatuhkan", "baru": "Dibatalkan"}
    assert [s for s, _, _ in tersimpan()] == [StatusDisiplin.DIBATALKAN]


def test_a_corrected_first_day_stays_the_record_of_its_sk(pegawai: Pegawai) -> None:
    impor(pegawai, JATUH)
    impor(pegawai, [*JATUH[:3], "15-05-2026", *JATUH[4:]])
    assert tersimpan() == [(StatusDisiplin.DIJATUHKAN, date(2026, 5, 15), date(2027, 4, 30))]


def test_another_sk_on_the_same_day_is_another_record(pegawai: Pegawai) -> None:
    impor(pegawai, BATAL)
    impor(pegawai, [*JATUH[:5], "SK/2"])
    assert [s for s, _, _ in tersimpan()] == [StatusDisiplin.DIBATALKAN, StatusDisiplin.DIJATUHKAN]


def test_the_number_of_the_cancelling_sk_is_refused(instansi: Instansi, pegawai: Pegawai) -> None:
    impor(pegawai, JATUH)
    assert "nomor SK lain" in galat(instansi, Disiplin=[[pegawai.nip, *BATAL[:5], "SK/9"]])[2]


def test_a_decision_ends_the_open_examination_and_says_so(pegawai: Pegawai) -> None:
    impor(pegawai, PERIKSA)
    hasil = impor(pegawai, RINGAN)
    assert hasil.baris.get().beda[-1] == {
        "kolom": "Pemeriksaan sejak 01-03-2026", "lama": "berjalan", "baru": "selesai 30-04-2026"
    }  # fmt: skip
    assert tersimpan() == [
        (StatusDisiplin.DALAM_PEMERIKSAAN, date(2026, 3, 1), date(2026, 4, 30)),
        (StatusDisiplin.DIJATUHKAN, date(2026, 5, 1), None),
    ]
    assert HukumanDisiplin.history.filter(status=StatusDisiplin.DALAM_PEMERIKSAAN).count() == 2


def test_examination_and_decision_in_one_workbook_end_the_same_way(pegawai: Pegawai) -> None:
    impor(pegawai, PERIKSA, RINGAN)
    assert tersimpan()[0] == (StatusDisiplin.DALAM_PEMERIKSAAN, date(2026, 3, 1), date(2026, 4, 30))
    assert hitung(impor(pegawai, PERIKSA, RINGAN)) == {StatusBaris.SAMA: 2}


def test_a_decision_with_the_same_first_day_takes_over_the_examination_but_not_its_end(
    pegawai: Pegawai,
) -> None:
    impor(pegawai, [*PERIKSA[:4], "31-03-2026", ""])
    impor(pegawai, ["DIJATUHKAN", "SEDANG", "", "01-03-2026", "", "SK/1"])
    assert tersimpan() == [(StatusDisiplin.DIJATUHKAN, date(2026, 3, 1), None)]


@pytest.mark.parametrize(
    "lain", [{"mulai": date(2026, 6, 1)}, {"mulai": date(2026, 4, 1)}], ids=["a later one", "one of two"]
)
def test_an_examination_that_may_be_of_another_case_stays_open(pegawai: Pegawai, lain: Any) -> None:
    HukumanDisiplinPabrik(pegawai=pegawai, pemeriksaan=True, mulai=date(2026, 3, 1))
    satu = HukumanDisiplinPabrik(pegawai=pegawai, pemeriksaan=True, **lain)
    impor(pegawai, RINGAN)
    satu.refresh_from_db()
    assert satu.sampai is None


def test_a_decision_after_two_open_examinations_says_what_to_do(pegawai: Pegawai) -> None:
    for mulai in (date(2026, 4, 1), date(2026, 3, 1)):
        HukumanDisiplinPabrik(pegawai=pegawai, pemeriksaan=True, mulai=mulai)
    (ingat,) = cek(pegawai.instansi, buku(Disiplin=[[pegawai.nip, *RINGAN]])).baris.get().peringatan
    assert "2 pemeriksaan tetap berjalan (sejak 01-03-2026 dan 01-04-2026)" in ingat["masalah"]
    assert ingat["sel"] == "B2"
    # Done as it says: the finished one by its own row, the last one by the decision.
    hasil = impor(pegawai, [*PERIKSA[:4], "20-03-2026", ""], RINGAN)
    assert not hasil.baris.exclude(peringatan=[]).exists()
    assert [sampai for _, _, sampai in tersimpan()] == [date(2026, 3, 20), date(2026, 4, 30), None]


def test_a_decision_that_takes_over_its_examination_leaves_an_older_one_open(pegawai: Pegawai) -> None:
    for mulai in (date(2026, 2, 1), date(2026, 3, 1)):
        HukumanDisiplinPabrik(pegawai=pegawai, pemeriksaan=True, mulai=mulai)
    hasil = impor(pegawai, ["DIJATUHKAN", "RINGAN", "", "01-03-2026", "", "SK/1"])
    assert "1 pemeriksaan tetap berjalan (sejak 01-02-2026)" in hasil.baris.get().peringatan[0]["masalah"]
    assert tersimpan()[0] == (StatusDisiplin.DALAM_PEMERIKSAAN, date(2026, 2, 1), None)


def test_a_decision_after_one_open_examination_needs_no_warning(pegawai: Pegawai) -> None:
    impor(pegawai, PERIKSA)
    assert impor(pegawai, RINGAN).baris.get().peringatan == []


def test_an_old_workbook_does_not_reopen_a_decided_case(instansi: Instansi, pegawai: Pegawai) -> None:
    impor(pegawai, ["DIJATUHKAN", "RINGAN", "", "01-03-2026", "", "SK/1"])
    assert "sudah diputus" in galat(instansi, Disiplin=[[pegawai.nip, *PERIKSA]])[2]


def test_a_row_that_fits_two_records_is_refused(instansi: Instansi, pegawai: Pegawai) -> None:
    impor(pegawai, BATAL)
    impor(pegawai, [*JATUH[:5], "SK/2"])
    assert "lebih dari satu" in galat(instansi, Disiplin=[[pegawai.nip, *JATUH[:5], ""]])[2]


def test_one_case_on_two_rows_with_and_without_sk_is_refused(instansi: Instansi, pegawai: Pegawai) -> None:
    hasil = cek(instansi, buku(Disiplin=[[pegawai.nip, *JATUH], [pegawai.nip, *JATUH[:5], ""]]))
    assert hitung(hasil) == {StatusBaris.BARU: 1, StatusBaris.DITOLAK: 1}


def test_a_first_day_after_the_stored_end_is_refused(instansi: Instansi, pegawai: Pegawai) -> None:
    impor(pegawai, JATUH)
    baris = [pegawai.nip, *JATUH[:3], "01-05-2027", "", "SK/1"]
    assert "SAMPAI yang tersimpan" in galat(instansi, Disiplin=[baris])[2]
