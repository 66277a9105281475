"""Columns in and out, locks, and what the database refuses."""

from typing import Any

import numpy as np
import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import F, QuerySet

from asn_karier.lib.db import (
    Pembaca,
    copy_columns,
    copy_in,
    is_sambungan_putus,
    is_sibuk,
    kunci_instansi,
    pelanggaran,
    read_columns,
    sekarang,
    terbaru,
)
from asn_karier.lib.kolom import Kolom
from asn_karier.lib.models import EfekTerkirim, JadwalJalan, Jejak, Outbox

pytestmark = pytest.mark.django_db


def jejak(*subjek: int | None, **isian: Any) -> None:
    """Rows of a table with a number, a nullable number, a text and a JSON column."""
    Jejak.objects.bulk_create(
        Jejak(pelaku_jenis="p", tindakan="t", subjek_jenis="s", kanal="k", subjek_id=s, **isian)
        for s in subjek
    )


def baris() -> "QuerySet[Jejak, Any]":
    return Jejak.objects.order_by().values("pelaku_id", pegawai_id=F("subjek_id"))


def larik(*ids: int) -> Any:
    return np.array(ids, dtype=np.int64)


# A few people go through SELECT, many through COPY where there is COPY.
BANYAK = (3, 300)


@pytest.mark.parametrize("banyak", BANYAK)
def test_columns_stand_where_their_ids_stand(banyak: int) -> None:
    for i in reversed(range(banyak)):
        jejak(i * 2, pelaku_id=i)
    ids = larik(*range(0, banyak * 2, 4))

    kolom = read_columns(baris(), {"pelaku_id": "i8"}, ids)["pelaku_id"]

    assert [kolom.baca(i) for i in range(len(ids))] == list(range(0, banyak, 2))


@pytest.mark.parametrize("banyak", BANYAK)
def test_no_row_and_null_are_both_missing(banyak: int) -> None:
    jejak(0, pelaku_id=None)
    jejak(1, pelaku_id=-7)

    kolom = read_columns(baris(), {"pelaku_id": "i4"}, larik(*range(banyak)))["pelaku_id"]

    assert [kolom.baca(i) for i in range(3)] == [None, -7, None]


@pytest.mark.parametrize("banyak", BANYAK)
def test_dates_booleans_and_digits(banyak: int) -> None:
    jejak(0, pelaku_nama="198501012010032001", pelaku_id=1)
    sumber = baris().annotate(nomor=F("pelaku_nama"))

    kolom = read_columns(sumber, {"nomor": "digit", "pelaku_id": "ya"}, larik(*range(banyak)))

    assert (kolom["nomor"].baca(0), kolom["pelaku_id"].baca(0)) == (198501012010032001, 1)


@pytest.mark.parametrize("banyak", BANYAK)
def test_two_rows_for_one_person_are_no_fact(banyak: int) -> None:
    jejak(1, 1)

    with pytest.raises(ValueError, match="one row per person"):
        read_columns(baris(), {"pelaku_id": "i8"}, larik(*range(banyak)))


def test_scattered_ids_are_read_by_name_not_by_range() -> None:
    ids = larik(*range(0, 1_000_000, 10_000))
    jejak(10_000, pelaku_id=5)
    jejak(10_001, pelaku_id=6)

    kolom = read_columns(baris(), {"pelaku_id": "i8"}, ids)["pelaku_id"]

    assert [int(i) for i in ids[kolom.ada]] == [10_000]


def test_a_reader_serves_one_range_after_another_with_one_query_each(django_assert_num_queries: Any) -> None:
    for i in range(200):
        jejak(i, pelaku_id=i)
    pembaca = Pembaca(baris(), {"pelaku_id": "i8"})

    for awal in (0, 100):
        with django_assert_num_queries(1):
            kolom = pembaca.baca(np.arange(awal, awal + 100, dtype=np.int64))["pelaku_id"]
        assert [kolom.baca(0), kolom.baca(99)] == [awal, awal + 99]


def test_nobody_is_no_query(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert len(read_columns(baris(), {"pelaku_id": "hari"}, larik())["pelaku_id"]) == 0


@pytest.mark.parametrize("banyak", BANYAK)
def test_the_latest_row_of_each_person(banyak: int) -> None:
    for i, nilai in ((0, 3), (0, 9), (1, 4)):
        jejak(i, pelaku_id=nilai)
    sumber = Jejak.objects.annotate(pegawai_id=F("subjek_id"))

    terakhir = terbaru(sumber, "pelaku_id").values("pegawai_id", "pelaku_id")

    kolom = read_columns(terakhir, {"pelaku_id": "i8"}, larik(*range(banyak)))["pelaku_id"]
    assert [kolom.baca(0), kolom.baca(1)] == [9, 4]


def test_rows_go_in_with_every_kind_of_text() -> None:
    saat = sekarang()
    teks = ["biasa", "tab\tbaris\nbaru\\garis", "petik ' \" koma,", r"\N", ""]

    copy_in(EfekTerkirim, ("kunci", "penerima", "pada"), [(t, "p", saat) for t in teks])

    assert sorted(EfekTerkirim.objects.values_list("kunci", flat=True)) == sorted(teks)
    assert EfekTerkirim.objects.first().pada == saat


def test_null_goes_in_as_null() -> None:
    copy_in(JadwalJalan, ("jadwal", "jatuh_tempo", "selesai_pada"), [("j", sekarang(), None)])

    assert JadwalJalan.objects.get().selesai_pada is None


def test_a_bulk_load_keeps_the_constraints_of_the_database() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        copy_in(EfekTerkirim, ("kunci", "penerima", "pada"), [("a", "b", sekarang())] * 2)


def test_a_number_that_does_not_fit_its_column_is_an_error() -> None:
    if connection.vendor != "postgresql":
        with pytest.raises(OverflowError):
            copy_columns(Jejak, {"subjek_id": np.array([2**63], dtype=object)})
        return
    with pytest.raises(OverflowError, match="percobaan"):
        copy_columns(Outbox, {"percobaan": larik(70_000)})


def test_missing_values_of_columns_go_in_as_null() -> None:
    tabel = "uji_kolom"
    with connection.cursor() as kursor:
        kursor.execute(f"CREATE TABLE {tabel} (a BIGINT, b BIGINT)")
    kolom = Kolom(larik(1, 2, 3), np.array([True, False, True]))

    model = _model_uji(tabel)
    copy_columns(model, {"a": larik(7, 8, 9), "b": kolom})

    assert sorted(model.objects.values_list("a", "b")) == [(7, 1), (8, None), (9, 3)]


def _model_uji(tabel: str) -> Any:
    from django.apps.registry import Apps
    from django.db import models

    class UjiKolom(models.Model):
        a = models.BigIntegerField(primary_key=True)
        b = models.BigIntegerField(null=True)

        class Meta:
            app_label = "inti"
            apps = Apps()
            db_table = tabel

        def __str__(self) -> str:
            return str(self.a)

    return UjiKolom


def test_a_lock_without_a_transaction_is_a_mistake_of_the_program() -> None:
    asli = connection.in_atomic_block
    connection.in_atomic_block = False
    try:
        with pytest.raises(RuntimeError, match="transaction"):
            kunci_instansi(1)
    finally:
        connection.in_atomic_block = asli


def test_locks_are_taken_inside_a_transaction() -> None:
    with transaction.atomic():
        kunci_instansi(1)
        kunci_instansi(1, bersama=True)


def test_the_clock_is_aware() -> None:
    assert sekarang().tzinfo is not None


def test_a_refusal_without_words_of_its_own_says_that_it_is_there_already() -> None:
    EfekTerkirim.objects.create(kunci="a", penerima="b")

    with pytest.raises(IntegrityError) as info, transaction.atomic():
        EfekTerkirim.objects.create(kunci="a", penerima="b")

    assert pelanggaran(info.value) == "Data yang sama sudah ada."


@pytest.mark.parametrize(
    ("galat", "sibuk", "putus"),
    [
        (OperationalError("database is locked"), True, True),
        (ValueError("x"), False, False),
        (IntegrityError("UNIQUE"), False, False),
    ],
)
def test_what_an_error_says_about_the_work(galat: Exception, sibuk: bool, putus: bool) -> None:
    assert (is_sibuk(galat), is_sambungan_putus(galat)) == (sibuk, putus)
