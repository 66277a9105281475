"""HR at the map of talent and at the one of heirs, in a real browser: proposals, and no plan is touched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import reverse

from asn_karier.tests.layar import Layar, layar, pada
from karier.models import RencanaPengembangan
from karier.services.rencana_talenta import waiting_without_plan
from karier.tests.jalan import PER, SAAT
from karier.tests.test_pewaris_usul import PEWARIS, Dunia, mentor
from karier.tests.test_pewaris_usul import d as dunia_pewaris
from karier.tests.test_rencana_talenta import PETA, TOMBOL, dunia_berkesenjangan
from mentoring.enums import StatusPasangan
from mentoring.models import Pasangan

__all__ = ["dunia_pewaris", "layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _hari() -> Iterator[None]:
    with pada(SAAT):
        yield


@pytest.mark.parametrize("skrip", [True, False])
def test_what_waits_for_a_cell_is_established_in_two_clicks(layar: Layar, skrip: bool) -> None:
    d = dunia_berkesenjangan(2)
    layar.skrip = skrip
    hr = layar.hr(d.hr)
    hr.mulai(f"{reverse(PETA)}?kotak=9")
    hr.tekan(TOMBOL)
    hr.isi("Catatan", "Disiapkan untuk 2027")
    hr.tekan("Ya, tetapkan 2")
    assert hr.klik == 2
    assert waiting_without_plan([p.pk for p in d.celah], d.hr, per=PER) == []
    assert not RencanaPengembangan.objects.exists()
    layar.lapor()


@pytest.mark.parametrize("skrip", [True, False])
def test_an_heir_is_proposed_in_a_tick_and_a_click(layar: Layar, dunia_pewaris: Dunia, skrip: bool) -> None:
    mentor(dunia_pewaris)
    layar.skrip = skrip
    hr = layar.hr(dunia_pewaris.hr)
    hr.mulai(reverse(PEWARIS))
    hr.pilih("Usulkan Calon 2 belajar Komunikasi level 5 dari Calon 1")
    hr.tekan("Usulkan pasangan")
    assert (hr.klik, Pasangan.objects.get().status) == (1, StatusPasangan.DIUSULKAN)
    assert "Satu tempat disimpan" in hr.baca()
    layar.lapor()
