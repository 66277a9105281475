"""*Beri tahu saya bila ada jadwal* as a service: whose it is, and when it is answered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from asn_karier.lib.errors import DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai.enums import JenisJabatan
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, MinatPelatihan, Pelatihan
from pelatihan.services.katalog_isi import copy_program
from pelatihan.services.minat import await_class, awaited_by, opened_for, stop_waiting, waits_for
from pelatihan.tests.pabrik import PelatihanPabrik, SasaranPelatihanPabrik
from pelatihan.tests.pabrik_kelas import SAAT, AngkatanPabrik, PendaftaranPabrik

pytestmark = pytest.mark.django_db
S = StatusPendaftaran


@pytest.fixture
def diri() -> Pengguna:
    """On duty in batanghari, where AngkatanPabrik holds its classes."""
    atasan = PegawaiPabrik(struktural=True, nama="Bu Atasan")
    akun: Pengguna = PenggunaPabrik(
        pegawai=PegawaiPabrik(fungsional=True, nama="Penanti Sabar", atasan=atasan)
    )
    return akun


@pytest.fixture
def program() -> Pelatihan:
    """Shared by all governments, without a class."""
    satu: Pelatihan = PelatihanPabrik(nama="Menyusun Anggaran", kompetensi=None)
    return satu


def orang_dari(akun: Pengguna) -> Pegawai:
    assert akun.pegawai is not None
    return akun.pegawai


def tunggu(program: Pelatihan, akun: Pengguna, **lain: Any) -> MinatPelatihan:
    orang = orang_dari(akun)
    return await_class(pelatihan_id=program.pk, pegawai=orang, actor=akun, **{"at": SAAT, **lain})


def kabar(akun: Pengguna) -> list[Angkatan]:
    """What Beranda tells on 4 January 2027, while AngkatanPabrik takes applications."""
    return opened_for(orang_dari(akun), at=SAAT)


# -- the service ------------------------------------------------------------------------------------


def test_twice_is_once_and_taking_back_leaves_nothing(program: Pelatihan, diri: Pengguna) -> None:
    assert tunggu(program, diri) == tunggu(program, diri, at=SAAT + timedelta(hours=1))
    assert MinatPelatihan.objects.get().dicatat_pada == SAAT
    for _ in range(2):
        stop_waiting(pelatihan_id=program.pk, pegawai=orang_dari(diri), actor=diri)
    assert not MinatPelatihan.objects.exists()


def test_nobody_waits_or_stops_for_somebody_else(program: Pelatihan, diri: Pengguna) -> None:
    tunggu(program, diri)
    lain = PenggunaPabrik(pegawai=PegawaiPabrik())
    for siapa in (lain, hr_dari(orang_dari(diri).instansi)):
        with pytest.raises(TidakBoleh):
            await_class(pelatihan_id=program.pk, pegawai=orang_dari(diri), actor=siapa, at=SAAT)
        with pytest.raises(TidakBoleh):
            stop_waiting(pelatihan_id=program.pk, pegawai=orang_dari(diri), actor=siapa)
    assert waits_for(orang_dari(diri), program.pk)


def test_what_is_not_offered_here_is_not_waited_for(diri: Pengguna) -> None:
    for program in (PelatihanPabrik(instansi=InstansiPabrik()), PelatihanPabrik(aktif=False)):
        with pytest.raises(TidakDitemukan):
            tunggu(program, diri)


def test_who_a_programme_is_not_meant_for_is_told_so(program: Pelatihan, diri: Pengguna) -> None:
    SasaranPelatihanPabrik(pelatihan=program, jenis_jabatan=JenisJabatan.STRUKTURAL)
    with pytest.raises(DomainError, match="untuk jabatan lain"):
        tunggu(program, diri)
    assert not MinatPelatihan.objects.exists()


def test_who_is_enrolled_does_not_wait(program: Pelatihan, diri: Pengguna) -> None:
    PendaftaranPabrik(angkatan=AngkatanPabrik(pelatihan=program), pegawai=diri.pegawai)
    with pytest.raises(DomainError, match="sudah terdaftar"):
        tunggu(program, diri)
    assert not MinatPelatihan.objects.exists()


def test_nothing_on_the_trail_tells_who_waits(program: Pelatihan, diri: Pengguna) -> None:
    sebelum = Jejak.objects.count()
    tunggu(program, diri)
    stop_waiting(pelatihan_id=program.pk, pegawai=orang_dari(diri), actor=diri)
    assert Jejak.objects.count() == sebelum


# -- when it is told ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kelas", "tampil"),
    [
        ({}, True),
        ({"status": StatusAngkatan.DISIAPKAN}, False),
        ({"status": StatusAngkatan.DITUTUP}, False),
        ({"daftar_sampai": date(2027, 1, 4)}, True),
        ({"daftar_sampai": date(2027, 1, 3)}, False),
    ],
)
def test_it_is_told_while_registration_is_open(
    program: Pelatihan, diri: Pengguna, kelas: dict[str, Any], tampil: bool
) -> None:
    tunggu(program, diri)
    AngkatanPabrik(pelatihan=program, **kelas)
    AngkatanPabrik()  # of something nobody waits for
    assert bool(kabar(diri)) is tampil


def test_a_class_of_another_government_is_no_news(program: Pelatihan, diri: Pengguna) -> None:
    tunggu(program, diri)
    AngkatanPabrik(pelatihan=program, instansi=InstansiPabrik())
    assert kabar(diri) == []


def test_of_several_classes_one_with_a_seat_is_told(program: Pelatihan, diri: Pengguna) -> None:
    tunggu(program, diri)
    AngkatanPabrik(pelatihan=program, terisi=2, daftar_sampai=date(2027, 1, 5))
    berkursi = AngkatanPabrik(pelatihan=program)
    assert kabar(diri) == [berkursi]


@pytest.mark.parametrize("status", [s for s in S if s != S.SELESAI])
def test_an_enrolment_ends_the_news_of_its_class(program: Pelatihan, diri: Pengguna, status: S) -> None:
    tunggu(program, diri)
    PendaftaranPabrik(angkatan=AngkatanPabrik(pelatihan=program), pegawai=diri.pegawai, status=status)
    assert kabar(diri) == []


@pytest.mark.parametrize(
    ("status", "menunggu"),
    [
        (S.DAFTAR_TUNGGU, False),
        (S.DISETUJUI, False),
        (S.SELESAI, False),
        (S.DITOLAK, True),
        (S.DIBATALKAN, True),
    ],
)
def test_a_seat_answers_the_wish_and_losing_it_brings_it_back(
    program: Pelatihan, diri: Pengguna, status: S, menunggu: bool
) -> None:
    tunggu(program, diri)
    lama = AngkatanPabrik(pelatihan=program, status=StatusAngkatan.DITUTUP)
    PendaftaranPabrik(angkatan=lama, pegawai=diri.pegawai, status=status)
    lain = AngkatanPabrik(pelatihan=program)
    assert waits_for(orang_dari(diri), program.pk) is menunggu
    assert kabar(diri) == ([lain] if menunggu else [])


def test_who_finished_it_may_wait_for_it_again(program: Pelatihan, diri: Pengguna) -> None:
    lama = AngkatanPabrik(pelatihan=program, status=StatusAngkatan.SELESAI)
    PendaftaranPabrik(angkatan=lama, pegawai=diri.pegawai, status=S.SELESAI)
    tunggu(program, diri, at=SAAT + timedelta(hours=1))
    baru = AngkatanPabrik(pelatihan=program)
    assert kabar(diri) == [baru]


def test_the_wish_goes_along_to_the_copy_of_the_own_government(program: Pelatihan, diri: Pengguna) -> None:
    """Somebody elsewhere goes on waiting for the shared one."""
    lain = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=InstansiPabrik()))
    for akun in (diri, lain):
        tunggu(program, akun)
    instansi = orang_dari(diri).instansi
    hr = hr_dari(instansi)
    salinan = copy_program(pelatihan_id=program.pk, instansi_id=instansi.pk, actor=hr, at=SAAT, kanal="uji")
    assert [m.pelatihan for m in awaited_by(orang_dari(diri))] == [salinan]
    assert waits_for(orang_dari(lain), program.pk)
    # A class of the shared one that was open before, and one of the copy.
    kelas = {AngkatanPabrik(pelatihan=p) for p in (program, salinan)}
    assert set(kabar(diri)) == kelas
    # A seat in either answers it.
    PendaftaranPabrik(angkatan=next(a for a in kelas if a.pelatihan == program), pegawai=orang_dari(diri))
    assert kabar(diri) == []
