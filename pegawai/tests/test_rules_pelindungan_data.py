"""Deadlines of UU 27/2022, counted in hours."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.errors import DomainError
from pegawai.rules.pelindungan_data import (
    jenis_permintaan,
    pemberitahuan_insiden,
    tenggat_insiden,
    tenggat_permintaan,
)

A = aturan_per(date(2026, 11, 21))
PASAL = {"perbaikan": "Ps 30", "akses": "Ps 32", "penghentian": "Ps 40", "pembatasan": "Ps 41"}


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("akses + rekam jejak", ("akses",)),
        ("Salinan data saya", ("akses",)),
        ("riwayat pemrosesan", ("akses",)),
        ("PERBAIKAN", ("perbaikan",)),
        ("koreksi nama", ("perbaikan",)),
        ("pembaruan alamat", ("perbaikan",)),
        ("penghentian pemrosesan", ("penghentian",)),
        ("menarik persetujuan", ("penghentian",)),
        ("penarikan persetujuan", ("penghentian",)),
        ("pembatasan", ("pembatasan",)),
        ("menunda pemrosesan", ("pembatasan",)),
        ("akses dan perbaikan", ("akses", "perbaikan")),
    ],
)
def test_the_kinds_of_request_that_words_name(teks, jenis):
    assert jenis_permintaan(teks) == jenis


@pytest.mark.parametrize("teks", ["", "penghapusan", "cuti", "penawaran"])
def test_a_request_without_a_deadline_in_the_law_is_refused(teks):
    with pytest.raises(DomainError, match="akses, perbaikan") as galat:
        jenis_permintaan(teks)
    assert galat.value.kode == "pdp_jenis"


@pytest.mark.parametrize(("jenis", "pasal"), [*PASAL.items()])
def test_every_kind_has_three_times_24_hours_and_its_article(jenis, pasal):
    mulai = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 - a time without a zone is what people type
    hasil = tenggat_permintaan(mulai, (jenis,), A)
    assert hasil.paling_lambat == datetime(2026, 3, 5, 9, 0)  # noqa: DTZ001
    assert hasil.pasal == (f"UU 27/2022 {pasal}",)
    assert hasil.jenis == (jenis,)


def test_of_several_kinds_the_earliest_deadline_counts(monkeypatch):
    tabel = A["pelindungan_data"].tabel("jam")
    monkeypatch.setitem(A["pelindungan_data"].isi, "jam", {**tabel, "akses": {**tabel["akses"], "nilai": 24}})
    mulai = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    hasil = tenggat_permintaan(mulai, ("akses", "perbaikan"), A)
    assert hasil.paling_lambat == datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
    assert hasil.pasal == ("UU 27/2022 Ps 32", "UU 27/2022 Ps 30")


@given(st.datetimes(datetime(2024, 1, 1), datetime(2035, 1, 1)))  # noqa: DTZ001
def test_a_breach_is_announced_within_72_hours_over_holidays_and_leap_days(diketahui):
    hasil = tenggat_insiden(diketahui, A)
    assert hasil.paling_lambat - diketahui == timedelta(hours=72)
    assert (hasil.jenis, hasil.pasal) == (("insiden",), ("UU 27/2022 Ps 46",))


def test_a_breach_is_announced_to_the_person_and_to_the_institution():
    kepada, isi = pemberitahuan_insiden(A)
    assert kepada == ["subjek data", "lembaga"]
    assert isi == [
        "data yang terungkap",
        "kapan dan bagaimana terungkap",
        "upaya penanganan dan pemulihan",
    ]
