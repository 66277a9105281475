"""Who may see whom. That every page and list asks this, asn_karier/tests/test_penyaring.py proves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models.functions import Now, TruncDate

from pegawai.enums import JenisPeran, KedudukanHukum
from pegawai.models import AksesPegawai, Pegawai, Peran, UnitKerja
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

pytestmark = pytest.mark.django_db


def _hari_ini() -> date:
    hari: date = Pegawai.objects.annotate(h=TruncDate(Now())).values_list("h", flat=True)[0]
    return hari


# -- people -------------------------------------------------------------------------------------


def test_a_person_sees_themself_and_those_they_rate() -> None:
    atasan = PegawaiPabrik()
    diri, rekan = PegawaiPabrik(atasan=atasan), PegawaiPabrik(atasan=atasan)
    PegawaiPabrik(atasan=diri)
    assert set(Pegawai.objects.visible_to(PenggunaPabrik(pegawai=atasan))) == {atasan, diri, rekan}


def test_colleagues_and_the_own_superior_are_not_seen() -> None:
    atasan = PegawaiPabrik()
    diri = PegawaiPabrik(atasan=atasan)
    PegawaiPabrik(atasan=atasan)
    assert set(Pegawai.objects.visible_to(PenggunaPabrik(pegawai=diri))) == {diri}


def test_an_atasan_of_another_instansi_sees_nobody() -> None:
    atasan = PegawaiPabrik(instansi=InstansiPabrik(kode="lain"))
    PegawaiPabrik(atasan=atasan)
    assert set(Pegawai.objects.visible_to(PenggunaPabrik(pegawai=atasan))) == {atasan}


@pytest.mark.parametrize(
    ("kedudukan", "terlihat"),
    [
        (KedudukanHukum.AKTIF, True),
        (KedudukanHukum.HUKUMAN_DISIPLIN, True),
        (KedudukanHukum.PEMBERHENTIAN_SEMENTARA, False),
        (KedudukanHukum.CLTN, False),
        (KedudukanHukum.MASA_PERSIAPAN_PENSIUN, False),
    ],
)
def test_an_atasan_sees_those_they_rate_only_while_on_duty(kedudukan: KedudukanHukum, terlihat: bool) -> None:
    atasan = PegawaiPabrik(kedudukan_hukum=kedudukan)
    bawahan = PegawaiPabrik(atasan=atasan)
    assert (bawahan in Pegawai.objects.visible_to(PenggunaPabrik(pegawai=atasan))) is terlihat


def test_an_operator_sees_the_unit_and_everything_below_it() -> None:
    dinas = UnitKerjaPabrik(instansi__kode="batanghari")
    seksi = UnitKerjaPabrik(induk=dinas)
    lain = UnitKerjaPabrik(instansi=dinas.instansi)
    orang = {u: PegawaiPabrik(instansi=dinas.instansi, unit=u) for u in (dinas, seksi, lain)}
    akun = PenggunaPabrik()
    PeranPabrik(pengguna=akun, jenis=JenisPeran.OPERATOR_UNIT, instansi=dinas.instansi, unit=dinas)
    assert set(Pegawai.objects.visible_to(akun)) == {orang[dinas], orang[seksi]}
    assert set(UnitKerja.objects.visible_to(akun)) == {dinas, seksi}


def test_neighbours_in_the_path_are_not_below() -> None:
    """000001 is no prefix of 000010: segments have a fixed width."""
    satu = UnitKerjaPabrik(instansi__kode="batanghari", jalur="000001")
    sepuluh = UnitKerjaPabrik(instansi=satu.instansi, jalur="000010")
    dua = UnitKerjaPabrik(instansi=satu.instansi, jalur="000002")
    akun = PenggunaPabrik()
    PeranPabrik(pengguna=akun, jenis=JenisPeran.OPERATOR_UNIT, instansi=satu.instansi, unit=satu)
    assert set(UnitKerja.objects.visible_to(akun)) == {satu}
    assert {sepuluh, dua}.isdisjoint(UnitKerja.objects.visible_to(akun))


@pytest.mark.parametrize(
    ("mulai", "sampai", "terlihat"),
    [
        pytest.param(-10, None, True, id="open end"),
        pytest.param(-10, 0, True, id="last day"),
        pytest.param(0, 0, True, id="one day"),
        pytest.param(-10, -1, False, id="ended yesterday"),
        pytest.param(1, None, False, id="begins tomorrow"),
    ],
)
@pytest.mark.parametrize("cara", ["peran", "akses"])
def test_a_role_and_a_granted_access_hold_on_their_days_only(
    cara: str, mulai: int, sampai: int | None, terlihat: bool
) -> None:
    orang, akun = PegawaiPabrik(), PenggunaPabrik()
    hari = _hari_ini()
    masa = {
        "mulai": hari + timedelta(days=mulai),
        "sampai": None if sampai is None else hari + timedelta(days=sampai),
    }
    if cara == "peran":
        Peran.objects.create(pengguna=akun, jenis=JenisPeran.AUDITOR, instansi=orang.instansi, **masa)
    else:
        AksesPegawai.objects.create(pengguna=akun, pegawai=orang, dasar="plt", **masa)
    assert (orang in Pegawai.objects.visible_to(akun)) is terlihat


@pytest.mark.parametrize("akun", ["anonim", "nonaktif"])
def test_nobody_without_a_living_account_sees_anyone(akun: str) -> None:
    orang = PegawaiPabrik()
    siapa = AnonymousUser() if akun == "anonim" else hr_dari(orang.instansi, is_active=False)
    assert not Pegawai.objects.visible_to(siapa).exists()
    assert not Pegawai.objects.dikelola(siapa).exists()


@pytest.mark.parametrize("jenis", [JenisPeran.AUDITOR, JenisPeran.KLIEN_API])
def test_who_only_reads_keeps_nobodys_records(jenis: JenisPeran) -> None:
    orang, akun = PegawaiPabrik(), PenggunaPabrik()
    PeranPabrik(pengguna=akun, jenis=jenis, instansi=orang.instansi)
    assert orang in Pegawai.objects.visible_to(akun)
    assert orang not in Pegawai.objects.dikelola(akun)
