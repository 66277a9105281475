"""Two at the same moment: one code, one code of the app, one unit to print for."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection

from asn_karier.lib.errors import DomainError
from pegawai.models import KodeAktivasi, Pengguna
from pegawai.services.aktivasi import print_slips
from pegawai.services.kode import KodeTidakCocok, redeem_code
from pegawai.services.pengaman import claim_code
from pegawai.tests.pabrik_akun import Kantor, berpengaman, buat_kantor, kode_totp

pytestmark = pytest.mark.django_db(transaction=True)
AT = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)


def serentak(*kerja: Callable[[], Any]) -> list[Any]:
    """What each gave, started together; a refusal is its kind."""
    mulai, hasil = threading.Barrier(len(kerja)), []

    def jalan(satu: Callable[[], Any]) -> None:
        mulai.wait()
        try:
            hasil.append(satu())
        except DomainError as salah:
            hasil.append(type(salah))
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=(satu,)) for satu in kerja]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    return hasil


def _pakai(k: Kantor, sandi: str) -> Callable[[], Any]:
    pk = KodeAktivasi.objects.get().pk
    return lambda: redeem_code(pk=pk, sandi=sandi, nik="", at=AT).password


def test_one_code_sets_one_password() -> None:
    k = buat_kantor()
    print_slips(unit=k.unit, actor=k.operator, at=AT)
    hasil = serentak(*(_pakai(k, f"sandi-yang-panjang-{n}") for n in range(3)))
    assert hasil.count(KodeTidakCocok) == 2
    assert Pengguna.objects.get(pegawai=k.diri).password in hasil


def test_one_code_of_the_app_counts_once() -> None:
    pengaman = berpengaman(buat_kantor().hr)
    kode = kode_totp(time.time())
    hasil = serentak(*[lambda: claim_code(pengaman=pengaman, kode=kode)] * 3)
    assert sorted(hasil) == [False, False, True]


def test_two_officers_printing_leave_one_open_code_per_person() -> None:
    k = buat_kantor()
    hasil = serentak(
        *[lambda orang=orang: print_slips(unit=k.unit, actor=orang, at=AT) for orang in (k.operator, k.hr)]
    )
    assert hasil.count(DomainError) == 1
    assert KodeAktivasi.objects.count() == 1
