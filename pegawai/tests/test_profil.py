"""People as pages name them."""

from datetime import date

import pytest

from pegawai.models import Pegawai
from pegawai.services.profil import identities, identity
from pegawai.tests.pabrik import PegawaiPabrik, RiwayatPangkatPabrik

pytestmark = pytest.mark.django_db
PER = date(2026, 11, 21)


def test_a_golongan_counts_only_on_the_scale_of_the_persons_own_kind():
    orang = PegawaiPabrik(pelaksana=True)
    RiwayatPangkatPabrik(pegawai=orang, pppk=True, tmt=date(2025, 3, 1))
    assert "III/b" in identity(orang, per=PER).pangkat


def test_nothing_that_begins_later_is_told():
    orang = PegawaiPabrik(pelaksana=True)
    RiwayatPangkatPabrik(pegawai=orang, golongan=11, tmt=date(2026, 12, 1))
    assert "III/b" in identity(orang, per=PER).pangkat


def test_everyone_is_named_in_one_query(django_assert_num_queries):
    PegawaiPabrik.create_batch(3, pelaksana=True)
    with django_assert_num_queries(1):
        assert len(identities(Pegawai.objects.all(), per=PER)) == 3
