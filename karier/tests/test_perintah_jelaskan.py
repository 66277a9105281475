"""`manage.py jelaskan --nip`: whom it is about, and what it says of a number that is none."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from karier.tests.bantu import memenuhi
from pegawai.tests.pabrik import InstansiPabrik, nyatakan_lengkap

pytestmark = pytest.mark.django_db


def test_a_nip_may_be_written_in_groups():
    orang = memenuhi(instansi=InstansiPabrik())
    nyatakan_lengkap(orang.instansi)
    keluaran = StringIO()
    call_command("jelaskan", nip=f"{orang.nip[:8]} {orang.nip[8:]}", stdout=keluaran)
    assert json.loads(keluaran.getvalue())["putusan"]


@pytest.mark.parametrize("nip", ["abc", "", "1" * 17, "1" * 19, "\u0661" * 18])
def test_what_is_no_nip_is_told_its_length(nip):
    with pytest.raises(CommandError, match="NIP terdiri atas 18 angka"):
        call_command("jelaskan", nip=nip)


def test_a_nip_that_nobody_has_is_said_so():
    with pytest.raises(CommandError, match="Tidak ada pegawai dengan NIP itu"):
        call_command("jelaskan", nip="199001012015011001")
