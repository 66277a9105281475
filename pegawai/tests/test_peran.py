"""Roles given twice and ended twice: one role, one last day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from asn_karier.lib.errors import Bentrok
from pegawai.enums import JenisPeran
from pegawai.models import Instansi, Pegawai, Peran
from pegawai.services.akun import grant_peran, revoke_peran
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari")
    return satu


def test_a_role_given_twice_is_refused_and_leaves_nothing_behind_when_it_ends(instansi: Instansi) -> None:
    """Two equal rows would mean that ending one of them ends nothing."""
    akun, orang = PenggunaPabrik(), PegawaiPabrik(instansi=instansi)
    isi = {"pengguna": akun, "jenis": JenisPeran.HR_INSTANSI, "instansi": instansi, "actor": None}
    peran = grant_peran(**isi, mulai=date(2026, 1, 1))
    for lain in ({"mulai": date(2026, 6, 1)}, {"mulai": date(2025, 1, 1), "sampai": date(2026, 1, 1)}):
        with pytest.raises(Bentrok) as salah:
            grant_peran(**isi, **lain)
        assert salah.value.kode == "peran_sudah_ada"
    revoke_peran(peran=peran, actor=None, per=timezone.localdate())
    assert orang not in Pegawai.objects.visible_to(akun)
    assert Peran.objects.count() == 1


def test_another_scope_and_other_days_are_another_role(instansi: Instansi) -> None:
    akun = PenggunaPabrik()
    isi = {"pengguna": akun, "jenis": JenisPeran.OPERATOR_UNIT, "instansi": instansi, "actor": None}
    for unit in (UnitKerjaPabrik(instansi=instansi), UnitKerjaPabrik(instansi=instansi)):
        grant_peran(**isi, unit=unit, mulai=date(2026, 1, 1), sampai=date(2026, 6, 30))
        grant_peran(**isi, unit=unit, mulai=date(2026, 7, 1))
    assert Peran.objects.count() == 4


def test_a_second_press_does_not_move_the_last_day(instansi: Instansi) -> None:
    akun = PenggunaPabrik()
    peran = grant_peran(
        pengguna=akun, jenis=JenisPeran.AUDITOR, instansi=instansi, mulai=date(2026, 1, 1), actor=None
    )
    basi = Peran.objects.get(pk=peran.pk)
    hari = date(2026, 11, 1)
    revoke_peran(peran=peran, actor=None, per=hari)
    revoke_peran(peran=basi, actor=None, per=hari + timedelta(days=20))
    assert Peran.objects.get().sampai == hari - timedelta(days=1)
