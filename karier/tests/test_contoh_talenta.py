"""The committee of the demo meets, releases, and prepares a succession: through the services."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from karier.models import KandidatSuksesi, PenetapanKotak, RencanaSuksesi, RilisKotak, SidangTalenta
from karier.services.contoh_akun import akun_contoh
from karier.services.contoh_talenta import convene_committee
from karier.tests.dunia_talenta import Dunia
from karier.tests.jalan import SAAT
from pegawai.tests.pabrik import InstansiPabrik, UnitKerjaPabrik, hr_dari

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


def test_the_demo_has_a_released_session_one_that_goes_on_and_a_plan(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path
    d = Dunia(6)
    hr_dari(d.instansi, username="hr.batanghari")
    # A post of another unit, whose holder leads somebody.
    kepala = d.orang("Kepala Lain", struktural=True)
    kepala.unit = UnitKerjaPabrik(instansi=d.instansi, nama="Kantor Lain")
    kepala.save()
    bawahan = d.orang("Staf Lain", pelaksana=True, atasan=kepala)
    d.orang("Staf Dua", pelaksana=True)
    komite = convene_committee(kode="batanghari", at=SAAT)
    assert komite is not None
    assert komite.anggota.count() == 4
    selesai, berjalan = SidangTalenta.objects.filter(komite=komite).order_by("tanggal")
    assert selesai.ditutup_pada is not None
    assert berjalan.ditutup_pada is None
    assert 0 < RilisKotak.objects.count() < PenetapanKotak.objects.count()
    assert RencanaSuksesi.objects.count() == 1
    assert KandidatSuksesi.objects.exclude(pegawai=bawahan).exists()
    assert len(akun_contoh()) == 2


def test_without_boxes_nobody_meets() -> None:
    InstansiPabrik(kode="batanghari")
    assert convene_committee(kode="batanghari", at=SAAT) is None
