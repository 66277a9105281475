"""One hole for each rule of the individual plan, made on purpose: what guards the rule must find it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from asn_karier.lib.errors import DomainError
from karier.enums import StatusIdp
from karier.models import RencanaPengembangan
from karier.querysets import RencanaQuerySet
from karier.services import rencana_gabung, rencana_isikan, rencana_sepakat
from karier.services.rencana_gabung import preview
from karier.services.rencana_isikan import bring_in
from karier.services.rencana_kertas import take_along
from karier.services.rencana_luring import Lembar, read_code, sheet_code
from karier.services.rencana_sepakat import agree_plan
from karier.services.rencana_sumber import text_of
from karier.tests.jalan import SAAT
from karier.tests.pabrik_rencana import celah, rencana_pabrik, tekan
from karier.tests.pembaca import akun_dari
from karier.tests.test_rencana import ubah
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
Penjaga = Callable[[], Iterator[str]]


def _dunia(status: str = "menunggu") -> tuple[RencanaPengembangan, Pegawai, Pegawai]:
    atasan = PegawaiPabrik(struktural=True)
    saya = celah(PegawaiPabrik(pelaksana=True, atasan=atasan))
    return rencana_pabrik(saya, status), saya, atasan


def _coba(kerja: Callable[[], Any]) -> bool:
    try:
        kerja()
    except DomainError:
        return False
    return True


def draf_dibaca_atasan() -> Iterator[str]:
    """A plan that was never sent is its owner's alone."""
    r, _, atasan = _dunia("draf")
    if RencanaPengembangan.objects.terbaca(akun_dari(atasan)).filter(pk=r.pk).exists():
        yield "atasan membaca draf"


def disetujui_orang_lain() -> Iterator[str]:
    r, _, _ = _dunia()
    if _coba(lambda: agree_plan(tekan(r, PegawaiPabrik(struktural=True)))):
        yield "orang lain menyetujui"


def kata_lain_disetujui() -> Iterator[str]:
    """The leader changes words and agrees without the person."""
    r, _, atasan = _dunia()
    ubah(r, atasan, kegiatan="Kata atasan")
    r.refresh_from_db()
    _coba(lambda: agree_plan(tekan(r, atasan)))
    r.refresh_from_db()
    if r.status == StatusIdp.DISEPAKATI:
        yield "kata atasan disepakati sendiri"


def kode_palsu_diterima() -> Iterator[str]:
    r, saya, _ = _dunia("draf")
    take_along(rencana=r, actor=akun_dari(saya), at=SAAT, kanal="uji")
    rencana_id, versi, _ = read_code(sheet_code(r))
    lembar = Lembar(rencana_id, versi, "A" * 16, text_of(r), frozenset())
    if _coba(lambda: preview(r, lembar)):
        yield "kode palsu"


def operator_tanpa_kewenangan() -> Iterator[str]:
    r, _, _ = _dunia("draf")
    asing = akun_dari(PegawaiPabrik())
    take_along(rencana=r, actor=asing, at=SAAT, kanal="uji")
    lembar = Lembar(*read_code(sheet_code(r)), text_of(r), frozenset())
    if _coba(
        lambda: bring_in(
            rencana_id=r.pk, lembar=lembar, pilihan={}, versi=r.versi, actor=asing, at=SAAT, kanal="uji"
        )
    ):
        yield "siapa pun mengisikan"


def gabung_dua_kali() -> Iterator[str]:
    """A sheet that was joined before is told."""
    r, saya, _ = _dunia("draf")
    akun = akun_dari(saya)
    take_along(rencana=r, actor=akun, at=SAAT, kanal="uji")
    lembar = Lembar(*read_code(sheet_code(r)), text_of(r), frozenset())
    rencana_gabung.join_sheet(
        rencana_id=r.pk, lembar=lembar, pilihan={}, versi=r.versi, actor=akun, at=SAAT, kanal="uji"
    )
    if _coba(lambda: preview(r, lembar)):
        yield "lembar yang sama digabung lagi"


PENJAGA: tuple[Penjaga, ...] = (
    draf_dibaca_atasan,
    disetujui_orang_lain,
    kata_lain_disetujui,
    kode_palsu_diterima,
    operator_tanpa_kewenangan,
    gabung_dua_kali,
)


def _bebas(*_: Any, **__: Any) -> None:
    return None


def _agree_anything(t: Any) -> Any:
    r = rencana_sepakat.hold_led(t.rencana_id, t.actor)
    return rencana_sepakat._seal(r, t)


#: Rule that is watched, where it is weakened, and by what.
LUBANG: dict[str, tuple[Penjaga, Any, str, Any]] = {
    "draf terbuka": (draf_dibaca_atasan, RencanaQuerySet, "terbaca", RencanaQuerySet.visible_to),
    "atasan siapa pun": (
        disetujui_orang_lain,
        rencana_sepakat,
        "hold_led",
        lambda pk, actor: rencana_sepakat.hold_own(pk, _pemilik(pk)),
    ),
    "kata sendiri": (kata_lain_disetujui, None, "agree_plan", _agree_anything),
    "kode apa pun": (kode_palsu_diterima, rencana_gabung, "must_be_ours", _bebas),
    "melayani siapa pun": (
        operator_tanpa_kewenangan,
        rencana_isikan,
        "serve",
        lambda actor, pk: Pegawai.objects.get(pk=pk),
    ),
    "tanpa ingatan": (gabung_dua_kali, rencana_gabung, "_belum_digabung", _bebas),
}


def _pemilik(pk: int) -> Any:
    return akun_dari(RencanaPengembangan.objects.get(pk=pk).pegawai)


@pytest.mark.parametrize("satu", PENJAGA, ids=lambda p: p.__name__)
def test_the_product_as_it_is_has_no_such_hole(satu: Penjaga) -> None:
    assert list(satu()) == []


@pytest.mark.parametrize("nama", LUBANG)
def test_lubang_is_found(nama: str, monkeypatch: pytest.MonkeyPatch) -> None:
    penjaga, tempat, ruas, ganti = LUBANG[nama]
    if tempat is None:
        monkeypatch.setitem(globals(), ruas, ganti)
    else:
        monkeypatch.setattr(tempat, ruas, ganti)
    assert list(penjaga()) != []


def test_every_rule_that_is_watched_has_its_hole() -> None:
    assert {p for p, *_ in LUBANG.values()} == set(PENJAGA)
