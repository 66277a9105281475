"""One hole for each rule of talent, made on purpose: what guards the rule must find it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from asn_karier.tests import penjaga_talenta as penjaga
from asn_karier.tests.penjaga_talenta import Penjaga
from karier import querysets
from karier.admin import hasil
from karier.admin.isi_orang import isi_orang
from karier.models import AnggotaKomite, PenetapanKotak, RilisKotak
from karier.services import peta_talenta, rilis, sidang, sidang_baca, talenta_saya, talenta_tim
from karier.tests.dunia_talenta import Dunia
from karier.tests.jalan import PER, SAAT
from pegawai.models import Pegawai

pytestmark = [pytest.mark.django_db, pytest.mark.lambat, pytest.mark.usefixtures("hari_itu")]


@pytest.fixture
def hari_itu() -> Iterator[None]:
    """The day of the run."""
    with time_machine.travel(SAAT, tick=False):
        yield


PENJAGA: list[Penjaga] = [
    penjaga.menetapkan_diri_dan_yang_dekat,
    penjaga.merilis_sendiri,
    penjaga.menunjuk_diri,
    penjaga.membaca_kotak_sebelum_rilis,
    penjaga.pengelola_membaca_kotaknya,
    penjaga.membaca_suksesi,
]


@pytest.mark.parametrize("satu", PENJAGA, ids=lambda p: p.__name__)
def test_the_product_as_it_is_has_no_such_hole(satu: Penjaga) -> None:
    assert list(satu()) == []


def _bebas(*_: Any, **__: Any) -> None:
    """Nothing is asked."""


def _semua(self: Any, pengguna: Any) -> Any:
    return self.all()


def _semua_hasil(s: Any, pengguna: Any) -> Any:
    """Only themself left out: about them the database refuses too."""
    return sidang_baca.rows_of(s).exclude(kotak=None).exclude(pegawai=pengguna.pegawai_id)


def _tak_dirilis(pegawai_ids: Any) -> dict[int, PenetapanKotak]:
    semua = {p.pegawai_id: p for p in PenetapanKotak.objects.filter(pegawai__in=pegawai_ids)}
    for p in semua.values():
        p._state.fields_cache["rilis"] = RilisKotak(penetapan=p, pada=SAAT)
    return semua


def _semua_orang(s: Any, pengguna: Any, per: Any) -> Any:
    return Pegawai.objects.of_instansi(s.instansi_id)


#: Rule that is watched, where it is weakened (everywhere at once), and by what.
LUBANG: dict[str, tuple[Penjaga, list[tuple[Any, str, Any]]]] = {
    "menetapkan yang dekat": (
        penjaga.menetapkan_diri_dan_yang_dekat,
        [(sidang, "ensure_not_close", _bebas), (sidang_baca, "rows_for", _semua_hasil)],
    ),
    "merilis penetapan sendiri": (penjaga.merilis_sendiri, [(rilis, "_ensure_second_person", _bebas)]),
    "rilis tidak ditunggu": (
        penjaga.membaca_kotak_sebelum_rilis,
        [(talenta_saya, "released_of", _tak_dirilis)],
    ),
    "rilis tidak ditunggu pimpinan": (
        penjaga.membaca_kotak_sebelum_rilis,
        [(talenta_tim, "released_of", _tak_dirilis)],
    ),
    "baris bagi siapa pun": (
        penjaga.membaca_kotak_sebelum_rilis,
        [(querysets.PenetapanQuerySet, "visible_to", _semua)],
    ),
    "sidang bagi siapa pun": (
        penjaga.membaca_kotak_sebelum_rilis,
        [(querysets.SidangQuerySet, "bertugas", _semua)],
    ),
    "sel memuat pembacanya": (
        penjaga.pengelola_membaca_kotaknya,
        [(peta_talenta, "_people", _semua_orang)],
    ),
    "hasil sendiri": (
        penjaga.pengelola_membaca_kotaknya,
        [(hasil, "isi_orang", lambda b, *, sendiri: isi_orang(b, sendiri=False))],
    ),
    "suksesi bagi siapa pun": (
        penjaga.membaca_suksesi,
        [(querysets.SuksesiQuerySet, "visible_to", _semua)],
    ),
}


@pytest.mark.parametrize("nama", LUBANG)
def test_a_hole_is_found(monkeypatch: pytest.MonkeyPatch, nama: str) -> None:
    satu, tambalan = LUBANG[nama]
    for tempat, apa, pengganti in tambalan:
        monkeypatch.setattr(tempat, apa, pengganti)
    assert list(satu()), nama


def test_the_database_refuses_who_names_sets_or_releases_themself() -> None:
    """Whatever program writes: the last word about oneself is a constraint."""
    d = Dunia(1)
    satu, hr = d.asn[0], d.hr
    tugas = AnggotaKomite(komite=d.komite, pegawai=satu, penunjuk=satu, peran="ketua", mulai=PER, oleh=hr)
    kotak = PenetapanKotak(
        sidang=d.sidang(), pegawai=satu, pemutus=satu, urutan=1, jenis="setuju", kotak=9, kotak_usulan=9,
        sumbu_x=0, sumbu_y=0, komponen={}, oleh=hr,
    )  # fmt: skip
    for baris in (tugas, kotak):
        with pytest.raises(IntegrityError), transaction.atomic():
            baris.save()
    kotak.pemutus = d.anggota[0]
    kotak.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        RilisKotak(penetapan=kotak, pegawai=satu, pejabat=satu, oleh=hr).save()
