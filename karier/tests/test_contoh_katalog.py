"""What the demo offers: programmes for every competency, and classes that are open whenever it is made."""

from datetime import UTC, date, datetime

import pytest

from karier.contoh.pelatihan_daerah import PROGRAM, TEKNIS
from karier.services.contoh_katalog import open_catalogue
from pegawai.enums import KompetensiMansoskul
from pegawai.tests.pabrik import InstansiPabrik, hr_dari
from pelatihan.enums import StatusAngkatan
from pelatihan.models import Angkatan, Mitra, Pelatihan
from pelatihan.rules.mitra import Masa
from pelatihan.services.mitra import ensure_agreed


def test_every_competency_has_programmes_of_several_forms() -> None:
    for k in KompetensiMansoskul:
        milik = [p for p in PROGRAM if k in dict(p.kompetensi)]
        assert len({p.bentuk for p in milik}) >= 3, k
        assert {2, 3, 4} <= {dict(p.kompetensi)[k] for p in milik}, k
    assert {kode for p in PROGRAM for kode, _ in p.teknis} == set(TEKNIS)


@pytest.mark.parametrize("per", [date(2026, 11, 21), date(2027, 1, 31), date(2028, 2, 29), date(2026, 5, 1)])
def test_classes_lie_ahead_on_working_days_and_still_take_applications(per: date) -> None:
    for p in PROGRAM:
        if p.kelas:
            mulai, selesai = p.hari(per)
            assert per < mulai <= selesai
            assert (mulai - per).days > 3
            assert mulai.weekday() < 5


@pytest.mark.django_db
def test_the_demo_offers_open_classes_under_agreements_that_hold() -> None:
    instansi, at = InstansiPabrik(), datetime(2026, 11, 21, 2, tzinfo=UTC)
    open_catalogue(instansi=instansi, actor=hr_dari(instansi), at=at)
    kelas = Angkatan.objects.filter(instansi=instansi, status=StatusAngkatan.DIBUKA)
    assert kelas.count() == sum(p.kelas is not None for p in PROGRAM)
    assert {k.biaya > 0 for k in kelas} == {True, False}
    for k in kelas.exclude(perjanjian=None).select_related("perjanjian__mitra"):
        ensure_agreed(k.perjanjian, Masa(k.mulai, k.selesai))
    assert Mitra.objects.filter(instansi=instansi).count() == 4
    assert Pelatihan.objects.untuk(instansi.pk).count() == len(PROGRAM)
