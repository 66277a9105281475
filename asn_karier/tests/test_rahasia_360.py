"""Every door of the house, opened by everybody: what somebody said in 360 feedback stands behind none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest
from django.contrib import admin
from django.db import transaction
from django.urls import reverse

from asn_karier.tests.dunia import KOLOM, Dunia, buat_dunia
from asn_karier.tests.dunia.umpan_360 import TANDA_RAHASIA, TANDA_SEGEL
from asn_karier.tests.rute import minta, semua_rute
from asn_karier.tests.test_otorisasi import alamat
from kinerja.querysets import Dinilai360QuerySet, Undangan360QuerySet

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

#: Who may read what was shown, and what is still sealed.
PEMBACA: Final = {TANDA_RAHASIA: ("diri", "atasan"), TANDA_SEGEL: ("atasan",)}


@pytest.fixture(scope="module")
def dunia(django_db_setup: None, django_db_blocker: Any) -> Iterator[Dunia]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield buat_dunia()
        transaction.set_rollback(True)


def kebocoran(d: Dunia, awalan: str = "") -> Iterator[str]:
    """Words of somebody's answer, in what a page says to somebody who may not read them."""
    for rute in (r for r in semua_rute() if r.nama.startswith(awalan)):
        for siapa in KOLOM:
            isi = minta(d, siapa, "GET", alamat(d, rute.nama)).isi_teks
            yield from (
                f"{rute.nama} oleh {siapa}: {kata}"
                for kata, boleh in PEMBACA.items()
                if kata in isi and siapa not in boleh
            )


def test_no_page_shows_it_to_anybody_else(dunia: Dunia) -> None:
    assert list(kebocoran(dunia)) == []


def test_those_who_may_read_it_do(dunia: Dunia) -> None:
    for nama, siapa, kata in (
        ("kinerja:hasil_360", "diri", TANDA_RAHASIA),
        ("kinerja:hasil_360", "atasan", TANDA_RAHASIA),
        ("kinerja:isi_360", "atasan", TANDA_SEGEL),
    ):
        assert kata in minta(dunia, siapa, "GET", alamat(dunia, nama)).isi_teks


@pytest.mark.parametrize("siapa", ["hr", "auditor", "super"])
def test_no_list_of_the_hr_desk_finds_it(dunia: Dunia, siapa: str) -> None:
    for model in admin.site._registry:
        nama = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
        for kata in PEMBACA:
            isi = minta(dunia, siapa, "GET", reverse(nama), {"q": kata[:5]}).isi_teks
            assert kata not in isi, nama


@pytest.mark.parametrize("kelas", [Dinilai360QuerySet, Undangan360QuerySet], ids=lambda k: k.__name__)
def test_taking_out_a_filter_is_noticed(dunia: Dunia, kelas: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kelas, "visible_to", lambda self, pengguna: self)
    assert next(kebocoran(dunia, "kinerja:"), None) is not None
