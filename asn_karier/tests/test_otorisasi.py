"""Generated from the resolver and the admin: every route x method x who comes, against one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from asn_karier.tests.dunia import KOLOM, TANDA, TANDA_INSTANSI, Dunia, buat_dunia
from asn_karier.tests.kebijakan import (
    ASING,
    HARFIAH,
    KEBIJAKAN,
    KUNCI,
    METODE,
    PINTU,
    RAHASIA,
    TAK_BOLEH_TAHU,
    TANPA_SESI,
    UMUM,
)
from asn_karier.tests.rute import Rute, minta, ringkas, semua_rute
from pegawai.models import Jabatan

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

LAIN = ("PUT", "DELETE", "OPTIONS", "HEAD")


@pytest.fixture(scope="module")
def dunia(django_db_setup: None, django_db_blocker: Any) -> Iterator[Dunia]:
    """Built once: every request is undone by its own savepoint."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield buat_dunia()
        transaction.set_rollback(True)


def alamat(dunia: Dunia, nama: str) -> str:
    """The address of a route about the ASN of `dunia`; KeyError says which object is missing."""
    if nama in HARFIAH:
        return HARFIAH[nama]
    if nama.endswith("_alamat_lama"):
        return reverse(f"{nama.removesuffix('_alamat_lama')}_change", args=[_objek(dunia, nama).pk])[:-7]
    if nama in KUNCI:
        return reverse(nama, args=KUNCI[nama](dunia))
    try:
        return reverse(nama)
    except NoReverseMatch:
        return reverse(nama, args=[_objek(dunia, nama).pk])


def _objek(dunia: Dunia, nama: str) -> Any:
    app, model = nama.removeprefix("admin:").split("_")[:2]
    return dunia.objek[f"{app}.{model}"]


def _kelompok(nama: str) -> str:
    """Routes of one model are one test, so that a failure names few of them."""
    bagian = nama.split("_")
    return "_".join(bagian[:2]) if nama.startswith("admin:") and len(bagian) > 2 else nama.split("_")[0]


RUTE = semua_rute()
KELOMPOK = sorted({_kelompok(r.nama) for r in RUTE})


def _dalam(kelompok: str) -> list[Rute]:
    return [r for r in RUTE if _kelompok(r.nama) == kelompok]


# -- the table is whole -------------------------------------------------------------------------


def test_every_route_and_method_has_a_row() -> None:
    tanpa = [f"{m} {r.nama} ({r.pola})" for r in RUTE for m in METODE if (r.nama, m) not in KEBIJAKAN]
    assert not tanpa, (
        "Rute tanpa kebijakan. Tulis barisnya di asn_karier/tests/kebijakan/ "
        "(KEBIJAKAN, atau PINTU untuk model di pintu pengelola):\n" + "\n".join(tanpa)
    )


def test_the_table_names_no_route_that_is_gone() -> None:
    ada = {r.nama for r in RUTE}
    assert {nama for nama, _ in KEBIJAKAN} - ada == set()


def test_every_model_of_the_hr_door_has_a_line() -> None:
    terdaftar = {f"{m._meta.app_label}_{m._meta.model_name}" for m in admin.site._registry}
    assert terdaftar == set(PINTU), "Tulis barisnya di PINTU (asn_karier/tests/kebijakan/)"


def test_no_two_routes_share_a_name() -> None:
    nama = [r.nama for r in RUTE]
    assert sorted(nama) == sorted(set(nama))


def test_a_row_has_one_answer_per_column() -> None:
    assert {len(baris) for baris in KEBIJAKAN.values()} == {len(KOLOM)}


# -- every cell ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kelompok", KELOMPOK)
def test_everyone_gets_what_the_table_says_and_reads_no_more(dunia: Dunia, kelompok: str) -> None:
    salah = list(pelanggaran(dunia, [r.nama for r in _dalam(kelompok)]))
    assert not salah, "\n".join(salah)


def pelanggaran(dunia: Dunia, rute: Iterable[str], metode: Iterable[str] = METODE) -> Iterator[str]:
    """Where somebody gets another answer than the table says, or reads more than they may."""
    for nama in rute:
        tujuan = alamat(dunia, nama)
        for cara in metode:
            for siapa, harapan in zip(KOLOM, KEBIJAKAN[nama, cara], strict=True):
                jawaban = minta(dunia, siapa, cara, tujuan)
                if ringkas(jawaban) != harapan:
                    yield f"{cara} {nama} oleh {siapa}: {ringkas(jawaban)}, bukan {harapan}"
                yield from (f"{cara} {nama} oleh {siapa}: {b}" for b in _bocor(siapa, jawaban, nama))


def _bocor(siapa: str, jawaban: Any, rute: str = "") -> Iterator[str]:
    if siapa in TAK_BOLEH_TAHU and TANDA in jawaban.isi_teks:
        yield f"membaca catatan pegawai ({TANDA})"
    if siapa in ASING and TANDA_INSTANSI in jawaban.isi_teks and not rute.startswith(UMUM):
        yield f"membaca data instansi lain ({TANDA_INSTANSI})"
    for tanda, boleh in RAHASIA.items():
        if siapa not in boleh and tanda in jawaban.isi_teks:
            yield f"membaca yang dirahasiakan ({tanda})"


@pytest.mark.parametrize("siapa", TAK_BOLEH_TAHU)
@pytest.mark.parametrize("metode", LAIN)
def test_other_methods_open_nothing_more(dunia: Dunia, siapa: str, metode: str) -> None:
    """A view that knows only GET may treat PUT alike, but must not answer a stranger better."""
    salah = []
    for rute in RUTE:
        jawaban = minta(dunia, siapa, metode, alamat(dunia, rute.nama))
        kolom = KOLOM.index(siapa)
        wajar = {KEBIJAKAN[rute.nama, m][kolom] for m in METODE} | {401, 403, 404, 405}
        if metode == "OPTIONS" and jawaban.status_code == 200 and "Allow" in jawaban:
            continue  # a class-based view names its methods, nothing else
        if ringkas(jawaban) not in wajar:
            salah.append(f"{metode} {rute.nama}: {ringkas(jawaban)}")
        salah += [f"{metode} {rute.nama}: {b}" for b in _bocor(siapa, jawaban, rute.nama)]
    assert not salah, "\n".join(salah)


# -- lists, searches, choices -------------------------------------------------------------------


def _isian_otomatis() -> list[tuple[str, str, str]]:
    return [
        (m._meta.app_label, str(m._meta.model_name), nama)
        for m, a in admin.site._registry.items()
        for kelas in (a, *(i(m, admin.site) for i in a.inlines))
        for nama in kelas.autocomplete_fields
        # Posts are reference data, shared by all instansi.
        if kelas.model is m and m._meta.get_field(nama).related_model is not Jabatan
    ]


@pytest.mark.parametrize(("app", "model", "isian"), _isian_otomatis())
def test_choices_offer_nobody_outside_the_scope(dunia: Dunia, app: str, model: str, isian: str) -> None:
    param = {"app_label": app, "model_name": model, "field_name": isian, "term": TANDA[:5]}
    tujuan = reverse("admin:autocomplete")
    terlihat = {s: TANDA in minta(dunia, s, "GET", tujuan, param).isi_teks for s in ("hr", *TAK_BOLEH_TAHU)}
    assert terlihat == {"hr": True, "anonim": False, "luar": False, "hr_lain": False}


@pytest.mark.parametrize("nama", sorted(PINTU))
def test_searching_a_list_finds_nothing_outside_the_scope(dunia: Dunia, nama: str) -> None:
    # A part of the word, because the page repeats what was typed.
    jawaban = minta(dunia, "hr_lain", "GET", reverse(f"admin:{nama}_changelist"), {"q": TANDA[:5]})
    assert not list(_bocor("hr_lain", jawaban))


@pytest.mark.parametrize("bentuk", ["csv", "xlsx"])
def test_an_export_holds_the_scope_and_nothing_else(dunia: Dunia, bentuk: str) -> None:
    tujuan = reverse("admin:pegawai_pegawai_unduh", args=[bentuk])
    assert TANDA in minta(dunia, "hr", "GET", tujuan).isi_teks
    assert TANDA not in minta(dunia, "hr_lain", "GET", tujuan).isi_teks


def test_what_does_not_exist_and_what_is_out_of_scope_look_the_same(dunia: Dunia) -> None:
    """404 for both, with the same page: no oracle for which people exist."""
    for nama in ("karier:syarat_pegawai", "admin:pegawai_pegawai_change"):
        siapa = "luar" if nama.startswith("karier") else "hr_lain"
        ada = minta(dunia, siapa, "GET", reverse(nama, args=[dunia.diri.pk]))
        tiada = minta(dunia, siapa, "GET", reverse(nama, args=[9_999_999]))
        assert (ada.status_code, _isi(ada)) == (404, _isi(tiada))


def _isi(jawaban: Any) -> list[str]:
    baris: list[str] = jawaban.content.decode().splitlines()
    return [b for b in baris if "csrfmiddlewaretoken" not in b]


# -- forged requests ----------------------------------------------------------------------------


def test_no_route_takes_a_post_without_its_token(dunia: Dunia) -> None:
    terima = []
    for rute in (r for r in RUTE if r.nama not in TANPA_SESI):
        client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        client.cookies["sessionid"] = dunia.sesi["super"]
        titik = transaction.savepoint()
        status = client.post(alamat(dunia, rute.nama), {}).status_code
        transaction.savepoint_rollback(titik)
        if status != 403:
            terima.append(f"{rute.nama}: {status}")
    assert terima == []
