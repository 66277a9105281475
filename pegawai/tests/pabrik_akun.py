"""A small office for tests about accounts: two units, their operators, HR, and strangers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client

from asn_karier.lib.sandi import indeks_buta, kunci_sandi
from pegawai.enums import JenisPeran
from pegawai.models import Instansi, Pegawai, Pengguna, UnitKerja
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

SANDI = "kereta-sawah-pelangi"
SANDI_BARU = "rumah-angin-timur-laut"
NIK = "1504012345670001"
RAHASIA = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@dataclass
class Kantor:
    """`diri`: an ASN of `unit` whose NIK is recorded; `luar`: one of another unit."""

    instansi: Instansi
    unit: UnitKerja
    unit_lain: UnitKerja
    diri: Pegawai
    luar: Pegawai
    hr: Pengguna
    hr_kedua: Pengguna
    hr_asing: Pengguna
    operator: Pengguna
    operator_lain: Pengguna
    auditor: Pengguna


def buat_kantor() -> Kantor:
    """About twenty rows."""
    sini, sana = InstansiPabrik(kode="batanghari"), InstansiPabrik(kode="nabire")
    unit, lain = (
        UnitKerjaPabrik(instansi=sini, nama="Dinas Satu"),
        UnitKerjaPabrik(instansi=sini, nama="Dinas Dua"),
    )
    diri = PegawaiPabrik(
        instansi=sini, unit=unit, nama="Diri Contoh", nik_sandi=kunci_sandi(NIK), nik_indeks=indeks_buta(NIK)
    )
    return Kantor(
        sini,
        unit,
        lain,
        diri,
        PegawaiPabrik(instansi=sini, unit=lain, nama="Luar Contoh"),
        hr_dari(sini, nama="Petugas Satu"),
        hr_dari(sini, nama="Petugas Dua"),
        hr_dari(sana, nama="Petugas Sana"),
        operator_dari(unit, nama="Operator Satu"),
        operator_dari(lain, nama="Operator Dua"),
        PeranPabrik(instansi=sini, jenis=JenisPeran.AUDITOR, pengguna=PenggunaPabrik(is_staff=True)).pengguna,
    )


def operator_dari(unit: UnitKerja, **akun: Any) -> Pengguna:
    """An account that is operator of `unit`."""
    pengguna = PenggunaPabrik(is_staff=True, **akun)
    return PeranPabrik(
        instansi=unit.instansi, unit=unit, jenis=JenisPeran.OPERATOR_UNIT, pengguna=pengguna
    ).pengguna


def bersandi(akun: Pengguna, sandi: str = SANDI) -> Pengguna:
    """The account with a password."""
    akun.set_password(sandi)
    akun.save()
    return akun


def berpengaman(akun: Pengguna) -> Authenticator:
    """The account with an authenticator app, as allauth stores it."""
    pengaman: Authenticator = TOTP.activate(akun, RAHASIA).instance
    return pengaman


def kode_totp(saat: float, geser: int = 0, rahasia: str = RAHASIA) -> str:
    """What the app shows at `saat` (seconds), `geser` steps later."""
    return str(format_hotp_value(hotp_value(rahasia, int(saat) // 30 + geser)))


def masuk(akun: Pengguna, sandi: str = SANDI, client: Client | None = None) -> Client:
    """A browser that signed in through the page."""
    client = client or Client()
    client.post("/akun/masuk/", {"login": akun.username, "password": sandi})
    return client


def sudah_masuk(client: Client) -> bool:
    return "_auth_user_id" in client.session
