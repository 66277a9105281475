"""Several publications in one statement, rows of which an id may have several, keys that are no people."""

from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pytest
from django.db import connection
from django.db.models import DateField, F, Max, QuerySet, Value
from django.db.models.functions import TruncDate

from asn_karier.lib.db import Pembaca, PembacaGabungan, terbaru
from asn_karier.lib.models import Jejak

pytestmark = pytest.mark.django_db
PADA = datetime(2026, 5, 6, 12, tzinfo=UTC)
# A range, and ids so far from each other that they are read by name.
IDS = (np.arange(1, 7, dtype=np.int64), np.array([1, 2, 3, 4, 5, 6, 9_000_000], dtype=np.int64))


def jejak(subjek: int, pelaku: int | None, tindakan: str = "t") -> None:
    Jejak.objects.create(
        pelaku_jenis="p", tindakan=tindakan, subjek_jenis="s", kanal="k", subjek_id=subjek, pelaku_id=pelaku
    )


def milik(tindakan: str) -> "QuerySet[Jejak, Any]":
    return Jejak.objects.filter(tindakan=tindakan).annotate(pegawai_id=F("subjek_id"))


def gabungan() -> PembacaGabungan:
    jumlah = milik("a").order_by().values("pegawai_id").annotate(n=Max("pelaku_id"), lagi=Max(Value(7)))
    akhir = terbaru(milik("b"), "pelaku_id").values(
        "pegawai_id", "pelaku_id", hari=Value(date(2024, 2, 29), DateField()), benar=Value(True)
    )
    nama = milik("c").values("pegawai_id", "pelaku_nama")
    return PembacaGabungan(
        {
            "jumlah": (jumlah, {"n": "i4", "lagi": "i2"}),
            "akhir": (akhir, {"pelaku_id": "i8", "hari": "hari", "benar": "ya"}),
            "nama": (nama, {"pelaku_nama": "digit"}),
        }
    )


@pytest.mark.parametrize("ids", IDS, ids=["range", "names"])
def test_each_publication_stands_where_its_people_stand(ids: Any, django_assert_num_queries: Any) -> None:
    for subjek, pelaku, tindakan in ((1, 5, "a"), (1, 9, "a"), (3, -4, "b"), (3, -2, "b"), (6, None, "a")):
        jejak(subjek, pelaku, tindakan)
    Jejak.objects.create(
        pelaku_jenis="p",
        tindakan="c",
        subjek_jenis="s",
        kanal="k",
        subjek_id=2,
        pelaku_nama="198501012010032001",
    )
    pembaca = gabungan()

    for _ in range(2):
        with django_assert_num_queries(1):
            hasil = pembaca.baca(ids)

    assert [hasil["jumlah"]["n"].baca(i) for i in range(6)] == [9, None, None, None, None, None]
    assert [hasil["jumlah"]["lagi"].baca(i) for i in range(6)] == [7, None, None, None, None, 7]
    assert [hasil["akhir"]["pelaku_id"].baca(i) for i in range(6)] == [None, None, -2, None, None, None]
    assert hasil["akhir"]["hari"].baca(2) == date(2024, 2, 29)
    assert (hasil["akhir"]["benar"].baca(2), hasil["akhir"]["benar"].baca(1)) == (1, None)
    assert hasil["nama"]["pelaku_nama"].baca(1) == 198501012010032001
    assert {len(k) for bagian in hasil.values() for k in bagian.values()} == {len(ids)}


def test_nothing_published_is_missing_and_nobody_is_no_query(django_assert_num_queries: Any) -> None:
    kosong = gabungan().baca(IDS[0])
    assert not any(k.ada.any() for bagian in kosong.values() for k in bagian.values())
    with django_assert_num_queries(0):
        nihil = gabungan().baca(np.zeros(0, dtype=np.int64))
    assert [len(k) for bagian in nihil.values() for k in bagian.values()] == [0] * 6
    assert nihil["akhir"]["hari"].berupa_tanggal


def test_two_rows_for_one_person_are_no_fact_in_company_either() -> None:
    jejak(1, 1), jejak(1, 2)
    pembaca = PembacaGabungan({"t": (milik("t").values("pegawai_id", "pelaku_id"), {"pelaku_id": "i8"})})
    with pytest.raises(ValueError, match="one row per person"):
        pembaca.baca(IDS[0])


@pytest.mark.parametrize("ids", IDS, ids=["range", "names"])
def test_every_row_of_a_series_says_whose_it_is(ids: Any) -> None:
    for subjek, pelaku in ((1, 5), (3, 6), (1, 7), (8, 8)):
        jejak(subjek, pelaku)
    pembaca = Pembaca(
        milik("t").values("pegawai_id", "pelaku_id", hari=TruncDate("pada")),
        {"pelaku_id": "i8", "hari": "hari"},
    )

    deret = pembaca.deret(ids)

    assert sorted(zip(deret.tempat.tolist(), deret.isi["pelaku_id"].isi(0).tolist(), strict=True)) == [
        (0, 5), (0, 7), (2, 6)
    ]  # fmt: skip
    assert deret.isi["hari"].berupa_tanggal
    assert pembaca.deret(ids[:0]).tempat.tolist() == []


@pytest.mark.parametrize("ids", [np.arange(10, 13, dtype=np.int64), np.array([10, 11, 9_000_000])])
def test_a_key_may_be_something_else_than_a_person(ids: Any) -> None:
    jejak(4, 10), jejak(5, 11)
    pembaca = Pembaca(Jejak.objects.values("pelaku_id", "subjek_id"), {"subjek_id": "i8"}, kunci="pelaku_id")

    kolom = pembaca.baca(ids.astype(np.int64))["subjek_id"]

    assert [kolom.baca(i) for i in range(3)] == [4, 5, None]


def test_ids_by_name_use_the_index_inside_the_publication() -> None:
    """PostgreSQL takes the condition on the outer rows into the subquery, even into DISTINCT ON."""
    if connection.vendor != "postgresql":
        return
    jejak(1, 1)
    pembaca = Pembaca(terbaru(milik("t"), "pelaku_id").values("pegawai_id", "pelaku_id"), {"pelaku_id": "i8"})
    sql, isian = pembaca._tersebar
    perintah = sql.removeprefix("COPY (").removesuffix(") TO STDOUT (FORMAT BINARY)")
    with connection.cursor() as kursor:
        kursor.execute(f"EXPLAIN {perintah}", (*isian[:-1], [1, 9_000_000]))
        rencana = "\n".join(b[0] for b in kursor.fetchall())
    assert "subjek_id = ANY" in rencana.replace("inti_jejak.", "")
