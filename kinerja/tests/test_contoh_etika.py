"""The demo regency has cases that run, one that waits, and people who answered."""

import pytest

from kinerja.enums import StatusKasus
from kinerja.models import DiskusiEtika, JawabanEtika, KasusEtika
from kinerja.services.contoh_etika import SEPERTIGA, fill_ethics
from kinerja.tests.pabrik_etika import SAAT
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db


def test_every_family_has_a_case_and_a_third_of_the_people_answered():
    instansi = InstansiPabrik(kode="batanghari")
    unit = UnitKerjaPabrik(instansi=instansi)
    orang = [PegawaiPabrik(pelaksana=True, instansi=instansi, unit=unit) for _ in range(2 * SEPERTIGA)]
    fill_ethics(instansi=instansi, actor=hr_dari(instansi), at=SAAT)
    status = list(KasusEtika.objects.order_by("status").values_list("status", flat=True))
    assert status == [StatusKasus.DRAF, *[StatusKasus.TERBIT] * 3]
    menjawab = set(JawabanEtika.objects.values_list("pegawai", flat=True))
    assert menjawab == {p.pk for p in orang if p.pk % SEPERTIGA == 0}
    assert DiskusiEtika.objects.count() == 1
