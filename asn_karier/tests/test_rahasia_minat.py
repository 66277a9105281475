"""Every door, opened by everybody but the owner: with a private interest and without it, the same.

Compared byte for byte, so that neither a word nor an order nor a count may hang on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, Final

import pytest
import time_machine
from django.db import transaction

from asn_karier.tests.dunia import KOLOM, SAAT, Dunia, buat_dunia
from asn_karier.tests.dunia.jalur import TANDA_BAGI, TANDA_MINAT
from asn_karier.tests.rute import minta, semua_rute
from asn_karier.tests.test_otorisasi import alamat
from karier.models import MinatJabatan
from karier.services.minat_jabatan import interests_of
from karier.views import minat

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

#: Seals, tokens and places in lists are drawn anew for every page.
_ACAK: Final = re.compile(r"[A-Za-z0-9_\-:=+/]{28,}")
_LAIN: Final = tuple(k for k in KOLOM if k not in ("diri", "anonim"))


@pytest.fixture(scope="module")
def dunia(django_db_setup: None, django_db_blocker: Any) -> Iterator[Dunia]:
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(SAAT, tick=False):
        yield buat_dunia()
        transaction.set_rollback(True)


Kunci = tuple[str, str]


def baca(d: Dunia, kunci: Kunci) -> tuple[int, str]:
    """What `siapa` gets there, without what is drawn anew for every page."""
    nama, siapa = kunci
    jawaban = minta(d, siapa, "GET", alamat(d, nama))
    return jawaban.status_code, _ACAK.sub("", jawaban.isi_teks)


def beda(d: Dunia, awalan: str = "") -> list[Kunci]:
    """Pages on which it can be seen that the ASN is interested in something.

    A page that is another one at every reading (a PDF, a code) must at least not name the post.
    """
    semua = [(r.nama, siapa) for r in semua_rute() if r.nama.startswith(awalan) for siapa in _LAIN]
    dengan = {kunci: baca(d, kunci) for kunci in semua}
    with transaction.atomic():
        MinatJabatan.objects.all().delete()
        tanpa = {kunci: baca(d, kunci) for kunci in semua}
        transaction.set_rollback(True)
    lain = [kunci for kunci in semua if dengan[kunci] != tanpa[kunci]]
    return [k for k in lain if baca(d, k) == dengan[k] or _sebut(dengan[k]) != _sebut(tanpa[k])]


def _sebut(isi: tuple[int, str]) -> int:
    return isi[1].count(TANDA_MINAT)


def test_the_owner_reads_it(dunia: Dunia) -> None:
    isi = minta(dunia, "diri", "GET", alamat(dunia, "karier:saya")).isi_teks
    assert TANDA_MINAT in isi
    assert TANDA_BAGI in isi


def test_nothing_that_anybody_else_is_shown_hangs_on_it(dunia: Dunia) -> None:
    assert beda(dunia) == []


def test_what_is_shared_is_read_by_atasan_and_hr_and_by_nobody_else(dunia: Dunia) -> None:
    pembaca = {
        siapa
        for siapa in _LAIN
        for nama in ("karier:minat_tim", "admin:karier_minatdibagikan_changelist")
        if TANDA_BAGI in minta(dunia, siapa, "GET", alamat(dunia, nama)).isi_teks
    }
    assert pembaca == {"atasan", "hr", "super"}


def test_a_page_that_asks_the_private_list_is_noticed(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hole that somebody would make by kindness: telling a leader what the team dreams of."""
    akun = dunia.akun["diri"]

    class Bocor(list[Any]):
        def filter(self, **_: Any) -> list[Any]:
            diam = interests_of(pegawai=dunia.diri, actor=akun)
            return [
                SimpleNamespace(
                    pegawai=dunia.diri, pegawai_id=dunia.diri.pk, jabatan=m.jabatan, dibagikan_pada=SAAT
                )
                for m in diam
            ]

    monkeypatch.setattr(minat, "shared_with", lambda pengguna: Bocor())
    assert ("karier:minat_tim", "atasan") in beda(dunia, "karier:minat")


def test_an_order_that_follows_it_is_noticed(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    """The quiet hole: nothing is said, but who dreams of it stands first."""
    asli = minat.shared_with

    class Urut:
        def __init__(self, pengguna: Any) -> None:
            self.baris = asli(pengguna)

        def filter(self, **isi: Any) -> list[Any]:
            semua = list(self.baris.filter(**isi))
            return semua * 2 if MinatJabatan.objects.exists() else semua

    monkeypatch.setattr(minat, "shared_with", Urut)
    assert ("karier:minat_tim", "atasan") in beda(dunia, "karier:minat")
