"""The worklist of a large instansi does not ask about everybody on every visit."""

from datetime import date

import pytest
from django.core.cache import cache

from karier.admin import antrean
from pegawai.tests.pabrik import PegawaiPabrik

PER = date(2026, 11, 28)
pytestmark = pytest.mark.django_db


def test_findings_of_a_large_instansi_stand_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    instansi = PegawaiPabrik().instansi_id
    satu = antrean._temuan(instansi, PER)
    assert any(satu.values())
    monkeypatch.setattr(antrean, "BATAS_HITUNG", 0)
    cache.clear()
    assert antrean._temuan(instansi, PER) == satu
    PegawaiPabrik()
    assert antrean._temuan(instansi, PER) == satu
    cache.clear()
    assert antrean._temuan(instansi, PER) != satu
