"""No door shows feedback to anybody but its three readers, nor a private note to anybody but its leader.

Every route is asked as everybody: portal, HR desk with its lists, history and files, API. A seeded hole
must be found, so that silence means that there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from asn_karier.tests.dunia import KOLOM, Dunia, buat_dunia
from asn_karier.tests.dunia.sepanjang_tahun import TANDA_CATATAN, TANDA_UMPAN_BALIK
from asn_karier.tests.rute import minta, semua_rute
from asn_karier.tests.test_otorisasi import alamat
from kinerja.models import CatatanPimpinan, UmpanBalik
from kinerja.querysets import CatatanPimpinanQuerySet, UmpanBalikQuerySet

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
PEMBACA_UMPAN_BALIK = {"diri", "atasan"}
PEMBACA_CATATAN = {"atasan"}
#: The own page of the leader about a person, and beside the rating that they give.
HALAMAN_CATATAN = {"kinerja:umpan_balik_tim", "kinerja:penilaian"}


@pytest.fixture(scope="module")
def dunia(django_db_setup: None, django_db_blocker: Any) -> Iterator[Dunia]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield buat_dunia()
        transaction.set_rollback(True)


def pembaca(dunia: Dunia, tanda: str, nama: Any = None) -> set[tuple[str, str]]:
    """Who reads `tanda` where."""
    return {
        (siapa, r.nama)
        for r in semua_rute()
        if nama is None or r.nama in nama
        for siapa in KOLOM
        if tanda in minta(dunia, siapa, "GET", alamat(dunia, r.nama)).isi_teks
    }


def test_only_the_three_read_feedback_and_only_the_leader_their_note(dunia: Dunia) -> None:
    isi = {TANDA_UMPAN_BALIK: set(), TANDA_CATATAN: set()}
    for rute in semua_rute():
        for siapa in KOLOM:
            teks = minta(dunia, siapa, "GET", alamat(dunia, rute.nama)).isi_teks
            for tanda, orang in isi.items():
                if tanda in teks:
                    orang.add((siapa, rute.nama))
    assert {siapa for siapa, _ in isi[TANDA_UMPAN_BALIK]} == PEMBACA_UMPAN_BALIK
    assert isi[TANDA_CATATAN] == {(siapa, nama) for siapa in PEMBACA_CATATAN for nama in HALAMAN_CATATAN}


def test_neither_has_a_page_at_the_hr_desk_nor_a_history(dunia: Dunia) -> None:
    del dunia
    for model in (UmpanBalik, CatatanPimpinan):
        assert not hasattr(model, "history")
        assert not [r for r in semua_rute() if r.nama.startswith(f"admin:kinerja_{model._meta.model_name}")]


@pytest.mark.parametrize(
    ("kelas", "tanda", "rute", "siapa"),
    [
        (UmpanBalikQuerySet, TANDA_UMPAN_BALIK, "kinerja:umpan_balik_satu", "luar"),
        (CatatanPimpinanQuerySet, TANDA_CATATAN, "kinerja:umpan_balik_tim", "atasan"),
    ],
)
def test_a_seeded_hole_is_found(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch, kelas: Any, tanda: str, rute: str, siapa: str
) -> None:
    """Everybody sees everything: a stranger reads feedback, a leader the note of another."""
    CatatanPimpinan.objects.update(pimpinan=dunia.akun["luar"].pegawai)
    assert (siapa, rute) not in pembaca(dunia, tanda, {rute})
    monkeypatch.setattr(kelas, "visible_to", lambda self, pengguna: self.all())
    assert (siapa, rute) in pembaca(dunia, tanda, {rute})
