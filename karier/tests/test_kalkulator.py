"""The calculators: REST, file and conformance suite over one registry of topics."""

import json
import sys
from collections import Counter
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from asn_karier.lib.errors import DomainError
from karier.rules.topik import TOPIK
from karier.services.kalkulator import KASUS_KAMI, baca_berkas, jawab, jawab_baris, uji

PER = date(2026, 11, 28)
KASUS = [b for jalur in sorted(KASUS_KAMI.glob("*.json")) for b in baca_berkas(jalur)]
ALAMAT = "/api/v1/kalkulator/ak_tahunan/"
SOAL = {"jenjang": "Ahli Pertama", "predikat": "SB", "bulan": 12}


# -- the suite --------------------------------------------------------------------------------


def test_every_case_we_ship_comes_out_as_expected() -> None:
    assert uji(KASUS, per=PER).gagal == []


def test_every_topic_has_cases_and_no_number_stands_twice() -> None:
    nomor = Counter(b["id"] for b in KASUS)
    assert [n for n, banyak in nomor.items() if banyak > 1] == []
    assert {b["topic"] for b in KASUS} == set(TOPIK)


def test_a_case_that_differs_is_found() -> None:
    kasus = {"id": "X", "topic": "ak_tahunan", "input": SOAL, "expected": {"ak_2desimal": 18.76}}
    hasil = uji([kasus], per=PER)
    assert (hasil.lulus, [g["id"] for g in hasil.gagal]) == (0, ["X"])
    assert "ak_2desimal" in hasil.gagal[0]["beda"][0]


@pytest.mark.parametrize(
    ("harap", "sama"),
    [
        ({"ak_2desimal": 18.75}, True),
        ({"ak_2desimal": "18.75"}, False),
        ({"ak_2desimal": True}, False),
        ({"tak_ada": 1}, False),
        ({"alasan": "apa pun"}, False),
        ({}, True),
        (None, False),
    ],
)
def test_what_counts_as_the_same(harap: Any, sama: bool) -> None:
    kasus = {"id": "X", "topic": "ak_tahunan", "input": SOAL, "expected": harap}
    assert (uji([kasus], per=PER).gagal == []) is sama


@pytest.mark.parametrize(
    "baris", ["teks", None, {}, {"id": 1, "topic": "tak_ada"}, {"id": 1, "topic": "ak_tahunan"}]
)
def test_a_row_that_is_no_question_is_answered_with_what_is_wrong(baris: Any) -> None:
    assert jawab_baris(baris, per=PER)["hasil"]["error"]


def test_a_row_may_be_about_the_law_of_another_day() -> None:
    lama = {"id": 1, "topic": "ak_tahunan", "input": SOAL, "per": "2019-12-31"}
    assert "2019-12-31" in jawab_baris(lama, per=PER)["hasil"]["error"]
    assert "tanggal" in jawab_baris({**lama, "per": "kemarin"}, per=PER)["hasil"]["error"]
    assert "ak_2desimal" in jawab_baris({**lama, "per": PER.isoformat()}, per=date(2019, 12, 31))["hasil"]


def test_an_empty_question_is_no_question() -> None:
    for kode in ("kp_reguler", "kp_jf", "kp_struktural", "kp_blokir_hukdis", "kp_penyesuaian_ijazah"):
        assert "isi sedikitnya satu" in jawab_baris({"topic": kode, "input": {}}, per=PER)["hasil"]["error"]


def test_an_unknown_topic_is_named() -> None:
    with pytest.raises(DomainError, match="tak_ada"):
        jawab("tak_ada", {}, per=PER)


# -- files ------------------------------------------------------------------------------------


def perintah(nama: str, *isi: Any, **opsi: Any) -> str:
    keluaran = StringIO()
    call_command(nama, *isi, stdout=keluaran, **opsi)
    return keluaran.getvalue()


def test_a_file_of_questions_becomes_a_file_of_answers(tmp_path: Path) -> None:
    masuk, keluar = tmp_path / "soal.json", tmp_path / "jawab.json"
    masuk.write_text(
        json.dumps([{"id": "A", "topic": "ak_tahunan", "input": SOAL}, {"id": "B", "topic": "?"}])
    )
    ringkas = json.loads(perintah("hitung", str(masuk), keluaran=str(keluar)))
    satu, dua = json.loads(keluar.read_text())
    assert (ringkas["butir"], ringkas["galat"]) == (2, 1)
    assert (satu["id"], satu["hasil"]["ak_2desimal"]) == ("A", 18.75)
    assert (dua["id"], "error" in dua["hasil"]) == ("B", True)


@pytest.mark.parametrize("isi", ["bukan json", '{"id": 1}', "[" * 100_000])
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, isi: str) -> None:
    masuk = tmp_path / "soal.json"
    masuk.write_text(isi)
    with pytest.raises(CommandError):
        perintah("hitung", str(masuk), keluaran=str(tmp_path / "x.json"))


def test_a_missing_file_or_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="tidak dapat dibaca"):
        perintah("hitung", str(tmp_path / "tak_ada.json"), keluaran=str(tmp_path / "x.json"))
    masuk = tmp_path / "soal.json"
    masuk.write_text("[]")
    with pytest.raises(CommandError, match="tidak dapat ditulis"):
        perintah("hitung", str(masuk), keluaran=str(tmp_path / "tak" / "ada.json"))
    with pytest.raises(CommandError, match="--keluaran"):
        perintah("hitung", str(masuk))


def test_the_command_names_topics_and_schemas() -> None:
    assert json.loads(perintah("hitung", topik="")).keys() == TOPIK.keys()
    assert json.loads(perintah("hitung", topik="ak_tahunan")) == TOPIK["ak_tahunan"].skema()


def test_the_suite_as_a_command_reports_per_topic_and_fails_on_a_difference(tmp_path: Path) -> None:
    keluar = perintah("uji_aturan")
    assert json.loads(keluar.splitlines()[-1]) == {"kasus": len(KASUS), "lulus": len(KASUS), "gagal": 0}
    assert keluar.startswith("absen_berturut: ")
    salah = tmp_path / "salah.json"
    salah.write_text(json.dumps([{"id": "X", "topic": "ak_tahunan", "input": SOAL, "expected": {"a": 1}}]))
    with pytest.raises(CommandError, match="1 kasus tidak sesuai"):
        perintah("uji_aturan", str(salah))


# -- REST -------------------------------------------------------------------------------------


def test_a_question_is_answered_without_signing_in(client: Client) -> None:
    jawaban = client.post(ALAMAT, SOAL, content_type="application/json")
    assert (jawaban.status_code, jawaban.json()["ak_tepat"]) == (200, 18.75)


def test_the_topics_and_their_schema_can_be_read(client: Client) -> None:
    daftar = client.get("/api/v1/kalkulator/").json()
    assert {d["topik"] for d in daftar} == set(TOPIK)
    assert daftar[0]["url"].endswith(f"/api/v1/kalkulator/{daftar[0]['topik']}/")
    assert client.get(ALAMAT).json() == TOPIK["ak_tahunan"].skema()


@pytest.mark.parametrize(
    ("isi", "kode", "bidang"),
    [
        ({}, "masukan_salah", "jenjang"),
        (SOAL | {"predikat": "LUAR BIASA"}, "masukan_salah", "predikat"),
        (SOAL | {"lain": 1}, "masukan_salah", "lain"),
    ],
)
def test_a_wrong_input_gets_the_field_and_the_schema(
    client: Client, isi: Any, kode: str, bidang: str
) -> None:
    jawaban = client.post(ALAMAT, isi, content_type="application/json")
    assert (jawaban.status_code, jawaban["Content-Type"]) == (400, "application/problem+json")
    masalah = jawaban.json()
    assert (masalah["kode"], bidang in masalah["bidang"]) == (kode, True)
    assert masalah["skema"] == TOPIK["ak_tahunan"].skema()


@pytest.mark.parametrize(
    ("isi", "jenis", "status"),
    [
        ("{", "application/json", 400),
        ("[" * 60_000, "application/json", 400),
        ("NaN", "application/json", 400),
        ("a=1", "application/x-www-form-urlencoded", 415),
        ("\xff\xfe", "application/json", 400),
    ],
)
def test_a_body_that_is_no_json_is_refused(client: Client, isi: str, jenis: str, status: int) -> None:
    assert client.post(ALAMAT, isi, content_type=jenis).status_code == status


@pytest.mark.parametrize("banyak", [64 * 1024 + 1, 3_000_000])
def test_a_body_that_is_too_big_is_refused_without_a_traceback(
    client: Client, banyak: int, caplog: pytest.LogCaptureFixture
) -> None:
    jawaban = client.post(ALAMAT, "x" * banyak, content_type="application/json")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (413, "terlalu_besar")
    assert "paling besar 64 KB" in jawaban.json()["detail"]
    assert not [r for r in caplog.records if r.exc_info or r.levelname == "ERROR"]


def test_a_body_with_the_mark_of_utf8_is_read(client: Client) -> None:
    isi = b"\xef\xbb\xbf" + json.dumps(SOAL).encode()
    for jenis in ("application/json", "application/json; charset=UTF-8"):
        assert client.post(ALAMAT, isi, content_type=jenis).status_code == 200
    # The client of the tests encodes by the charset itself.
    assert (
        client.post(ALAMAT, json.dumps(SOAL), content_type="application/json; charset=utf-16").status_code
        == 200
    )


def test_an_unknown_topic_or_day_is_refused(client: Client) -> None:
    assert client.post("/api/v1/kalkulator/tak_ada/", {}, content_type="application/json").status_code == 404
    jawaban = client.post(f"{ALAMAT}?per=kemarin", SOAL, content_type="application/json")
    assert (jawaban.status_code, jawaban.json()["kode"]) == (400, "tanggal_salah")


def test_the_law_of_another_day_can_be_asked_for(client: Client) -> None:
    assert client.post(f"{ALAMAT}?per=2024-01-01", SOAL, content_type="application/json").status_code == 200
    jawaban = client.post(f"{ALAMAT}?per=1999-01-01", SOAL, content_type="application/json")
    assert jawaban.json()["kode"] == "aturan_belum_ada"


def test_too_many_questions_are_put_off(client: Client) -> None:
    batas = int(settings.REST_FRAMEWORK["DEFAULT_THROTTLE_RATES"]["kalkulator"].split("/")[0])
    *boleh, terakhir = [client.get(ALAMAT) for _ in range(batas + 1)]
    assert {j.status_code for j in boleh} == {200}
    assert terakhir.status_code == 429
    assert 1 <= int(terakhir["Retry-After"]) <= 60


# -- purity -----------------------------------------------------------------------------------

_TERCATAT: list[str] = []
_AWAS = False


def _kait(kejadian: str, _: Any) -> None:
    if _AWAS and kejadian.split(".")[0] in ("open", "socket", "subprocess", "sqlite3", "os"):
        _TERCATAT.append(kejadian)


sys.addaudithook(_kait)


def test_no_topic_reads_or_writes_anything() -> None:
    """Rule files are read before (and cached); answering them a second time touches nothing."""
    global _AWAS
    uji(KASUS, per=PER)
    _TERCATAT.clear()
    _AWAS = True
    try:
        uji(KASUS, per=PER)
    finally:
        _AWAS = False
    assert _TERCATAT == []
