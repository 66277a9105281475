"""The organisation tree: paths that agree with parents, numbers that stay, circles that are found."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.errors import DomainError
from pegawai.models import Instansi, UnitKerja
from pegawai.services.unit import (
    MAKS_DALAM,
    Simpul,
    find_cycle,
    number_paths,
    rebuild_paths,
    save_tree,
)
from pegawai.tests.pabrik import InstansiPabrik


def pohon(jumlah: int, lebar: int = 4) -> dict[str, str]:
    """Ids with their parent: a tree of `jumlah` nodes, `lebar` children each."""
    return {f"u{n}": f"u{(n - 1) // lebar}" if n else "" for n in range(jumlah)}


@pytest.mark.parametrize(
    ("induk", "lingkar"),
    [
        ({}, set()),
        ({"a": "", "b": "a"}, set()),
        ({"a": "a"}, {"a"}),
        ({"a": "b", "b": "a", "c": "a"}, {"a", "b"}),
        ({"r": "", "a": "c", "b": "a", "c": "b"}, {"a", "b", "c"}),
        ({"a": "tidak ada"}, set()),
    ],
)
def test_a_circle_of_parents_is_found(induk: dict[str, str], lingkar: set[str]) -> None:
    assert set(find_cycle(induk)) == lingkar


@given(st.lists(st.integers(0, 50), max_size=60))
def test_every_path_begins_with_the_path_of_its_parent_and_is_unique(pilihan: list[int]) -> None:
    induk = {"0": ""} | {str(n): str(p % n) for n, p in enumerate(pilihan, start=1)}
    try:
        jalur = number_paths(induk, {})
    except DomainError:
        return  # deeper than a path can hold
    assert len(set(jalur.values())) == len(induk)
    assert all(jalur[k][:-6] == (jalur[a] if a else "") for k, a in induk.items())


def test_numbers_follow_the_order_of_arrival() -> None:
    assert number_paths({"r": "", "b": "r", "a": "r"}, {}) == {
        "r": "000001",
        "b": "000001000001",
        "a": "000001000002",
    }


def test_a_unit_keeps_its_number_under_the_same_parent() -> None:
    lama = number_paths({"r": "", "a": "r", "b": "r"}, {})
    baru = number_paths({"r": "", "b": "r", "c": "r"}, lama)
    assert baru["b"] == lama["b"]
    assert baru["c"] == "000001000003"


def test_a_tree_deeper_than_a_path_can_hold_is_refused() -> None:
    lurus = {str(n): str(n - 1) if n else "" for n in range(MAKS_DALAM + 1)}
    with pytest.raises(DomainError, match="tingkat"):
        number_paths(lurus, {})


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


def simpan(instansi: Instansi, induk: dict[str, str]) -> dict[str, int]:
    return save_tree(instansi_id=instansi.pk, simpul=[Simpul(k, f"Unit {k}", a) for k, a in induk.items()])


def jalur(instansi: Instansi) -> dict[str, str]:
    return dict(UnitKerja.objects.filter(instansi=instansi).values_list("siasn_id", "jalur"))


@pytest.mark.django_db
def test_a_tree_is_stored_with_the_paths_of_its_parents(instansi: Instansi) -> None:
    assert simpan(instansi, pohon(85)) == {"baru": 85, "berubah": 0}
    tersimpan = jalur(instansi)
    assert all(tersimpan[k][:-6] == (tersimpan[a] if a else "") for k, a in pohon(85).items())


@pytest.mark.django_db
def test_paths_rebuilt_from_parents_are_the_ones_stored(instansi: Instansi) -> None:
    simpan(instansi, pohon(60))
    sebelum = jalur(instansi)
    UnitKerja.objects.filter(siasn_id="u7").update(jalur="999999")
    assert rebuild_paths(instansi_id=instansi.pk) > 0
    assert rebuild_paths(instansi_id=instansi.pk) == 0
    sesudah = jalur(instansi)
    assert {k: sesudah[k] for k in sebelum if k != "u7" and pohon(60)[k] != "u7"} == {
        k: sebelum[k] for k in sebelum if k != "u7" and pohon(60)[k] != "u7"
    }
    assert all(sesudah[k][:-6] == (sesudah[a] if a else "") for k, a in pohon(60).items())


@pytest.mark.django_db
def test_a_moved_subtree_takes_its_units_along(instansi: Instansi) -> None:
    simpan(instansi, {"r": "", "a": "r", "b": "r", "a1": "a", "a2": "a"})
    simpan(instansi, {"a": "b"})
    kini = jalur(instansi)
    assert kini["a"] == kini["b"] + "000001"
    assert {kini["a1"][:-6], kini["a2"][:-6]} == {kini["a"]}


@pytest.mark.django_db
def test_two_units_may_trade_places(instansi: Instansi) -> None:
    simpan(instansi, {"r": "", "a": "r", "b": "r", "a1": "a", "b1": "b"})
    assert simpan(instansi, {"a1": "b", "b1": "a"}) == {"baru": 0, "berubah": 2}
    kini = jalur(instansi)
    assert kini["a1"].startswith(kini["b"])
    assert kini["b1"].startswith(kini["a"])


@pytest.mark.django_db
def test_a_subtree_is_one_query(instansi: Instansi) -> None:
    simpan(instansi, pohon(85))
    akar = UnitKerja.objects.get(siasn_id="u1")
    with CaptureQueriesContext(connection) as tangkapan:
        isi = {u.siasn_id for u in UnitKerja.objects.in_subtree(akar)}
    assert len(tangkapan) == 1
    assert isi == {"u1", *(k for k in pohon(85) if _di_bawah(k, "u1"))}


def _di_bawah(kode: str, atas: str) -> bool:
    induk = pohon(85)
    while kode:
        kode = induk[kode]
        if kode == atas:
            return True
    return False


@pytest.mark.django_db
def test_trees_of_two_instansi_do_not_touch(instansi: Instansi) -> None:
    lain = InstansiPabrik(kode="lain")
    simpan(instansi, pohon(5))
    simpan(lain, pohon(3))
    assert (len(jalur(instansi)), len(jalur(lain))) == (5, 3)


@pytest.mark.django_db
def test_queries_of_a_tree_do_not_grow_with_its_units(instansi: Instansi) -> None:
    def ongkos(jumlah: int, kode: str) -> int:
        with CaptureQueriesContext(connection) as tangkapan:
            simpan(InstansiPabrik(kode=kode), pohon(jumlah))
        return len(tangkapan)

    assert ongkos(10, "kecil") == ongkos(100, "besar")
