"""A leader of fifty: light enough, reached by the keyboard once each, nothing under the bar that sticks."""

from __future__ import annotations

from typing import Any

import pytest

from asn_karier.tests.chromium import MEJA, PONSEL
from asn_karier.tests.layar import Layar, layar, pada
from kinerja.enums import JenisSiklus, SumberKinerja
from kinerja.models import RefleksiDiri
from kinerja.tests.dunia_tahun import SESUDAH, Tahun
from kinerja.tests.pabrik_realisasi import siklus_pabrik

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

#: What the keyboard stops at: of the answers of one question only one.
BERHENTI = """() => {
    const semua = [...document.querySelectorAll('a[href],button,input,textarea,select,summary')].filter(
        e => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden'
            && e.checkVisibility({visibilityProperty: true}));
    const kunci = e => e.type === 'radio' ? 'r:' + e.name : 'e:' + semua.indexOf(e);
    window.kunciFokus = kunci;
    return [...new Set(semua.map(kunci))];
}"""
#: Where the keyboard is now, and whether the bar at the bottom lies over it.
FOKUS = """() => {
    const e = document.activeElement, bar = document.querySelector('.lekat');
    const a = e.getBoundingClientRect(), b = bar.getBoundingClientRect();
    return [window.kunciFokus(e), !bar.contains(e) && a.bottom > b.top + 1 && a.top < b.bottom];
}"""


def test_fifty_people_are_rated_on_one_light_page_by_keyboard_alone(layar: Layar) -> None:
    with pada(SESUDAH):
        dunia = Tahun(SumberKinerja.DI_SINI, bawahan=50)
        siklus = siklus_pabrik(dunia.instansi, 0, JenisSiklus.TAHUNAN)
        RefleksiDiri.objects.bulk_create(
            RefleksiDiri(pegawai=p, siklus=siklus, isi=f"Saya menata ulang arsip bagian {p.pk}.")
            for p in dunia.orang
        )
        lead = layar.pimpinan(dunia.atasan)
        for ukuran in (PONSEL, MEJA):
            lead.buka(f"/kinerja/penilaian/{siklus.pk}/")
            lead.halaman.set_viewport_size(ukuran)  # type: ignore[arg-type]
            ada = lead.halaman.evaluate(BERHENTI)
            dilalui, tertutup = _jalan(lead, len(ada))
            assert sorted(dilalui) == sorted(ada)
            assert tertutup == []
    layar.lapor()


def _jalan(lead: Any, banyak: int) -> tuple[list[str], list[str]]:
    """Press Tab as often as there are stops; where one came by, and what lay under the bar."""
    dilalui, tertutup = [], []
    for _ in range(banyak):
        lead.halaman.keyboard.press("Tab")
        kunci, di_bawah = lead.halaman.evaluate(FOKUS)
        dilalui.append(kunci)
        if di_bawah:
            tertutup.append(kunci)
    return dilalui, tertutup
