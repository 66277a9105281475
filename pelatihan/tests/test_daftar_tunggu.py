"""The waiting list of a class that runs already: it comes before whoever applies, as long as anybody may."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pelatihan.enums import StatusAngkatan, StatusPendaftaran
from pelatihan.models import Angkatan, LangkahPendaftaran, Pendaftaran
from pelatihan.services.angkatan import open_class
from pelatihan.services.pendaftaran import apply, enrol_many
from pelatihan.services.persetujuan import decide_as_hr
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik

pytestmark = pytest.mark.django_db
S = StatusPendaftaran
#: The second day of the class.
SAAT = datetime(2027, 2, 9, 2, tzinfo=UTC)


@pytest.fixture
def kelas() -> Angkatan:
    """Two seats, still open for applications."""
    satu: Angkatan = AngkatanPabrik(daftar_sampai=AngkatanPabrik.selesai)
    return satu


@pytest.fixture
def duduk(kelas: Angkatan) -> Pendaftaran:
    """Of the two who have a seat the first."""
    satu, _ = [PendaftaranPabrik(angkatan=kelas, pegawai=PegawaiPabrik()) for _ in range(2)]
    return satu


@pytest.fixture
def tunggu(kelas: Angkatan, duduk: Pendaftaran) -> list[Pendaftaran]:
    """Two people, by NIP, behind the full class."""
    orang = sorted((PegawaiPabrik() for _ in range(2)), key=lambda o: o.nip)
    return [PendaftaranPabrik(angkatan=kelas, pegawai=o, status=S.DAFTAR_TUNGGU) for o in orang]


@pytest.fixture
def hr() -> Pengguna:
    return hr_dari(InstansiPabrik(kode="batanghari"))


def _bebaskan(p: Pendaftaran, hr: Pengguna) -> None:
    """HR refuses, and a seat is free."""
    isi: dict[str, Any] = {"versi": p.versi, "setuju": False, "alasan": "Tugas luar", "actor": hr, "at": SAAT}
    decide_as_hr(pendaftaran_id=p.pk, **isi)


def _melamar(kelas: Angkatan) -> Pendaftaran:
    akun = PenggunaPabrik(pegawai=PegawaiPabrik())
    return apply(angkatan_id=kelas.pk, pegawai=akun.pegawai, alasan="", actor=akun, at=SAAT)


def _daftarkan(kelas: Angkatan, orang: list[Pegawai], hr: Pengguna) -> Any:
    ids = [o.pk for o in orang]
    return enrol_many(angkatan_id=kelas.pk, pegawai_ids=ids, alasan="Penugasan", actor=hr, at=SAAT)


def _status(*baris: Pendaftaran) -> list[str]:
    return [Pendaftaran.objects.get(pk=p.pk).status for p in baris]


def test_a_freed_seat_goes_to_the_list_before_the_next_applicant(
    kelas: Angkatan, duduk: Pendaftaran, tunggu: list[Pendaftaran], hr: Pengguna
) -> None:
    _bebaskan(duduk, hr)
    assert _status(*tunggu) == [S.MENUNGGU_BKPSDM, S.DAFTAR_TUNGGU]
    assert _melamar(kelas).status == S.DAFTAR_TUNGGU


def test_a_seat_that_came_free_while_the_list_stood_still_is_theirs_when_it_opens_again(
    kelas: Angkatan, duduk: Pendaftaran, tunggu: list[Pendaftaran], hr: Pengguna
) -> None:
    Angkatan.objects.filter(pk=kelas.pk).update(status=StatusAngkatan.DITUTUP)
    _bebaskan(duduk, hr)
    assert _status(*tunggu) == [S.DAFTAR_TUNGGU] * 2
    open_class(angkatan_id=kelas.pk, actor=hr, at=SAAT)
    assert _status(*tunggu) == [S.MENUNGGU_BKPSDM, S.DAFTAR_TUNGGU]


@pytest.mark.parametrize("oleh_hr", [False, True])
def test_who_is_on_duty_again_comes_before_a_newcomer(
    kelas: Angkatan, duduk: Pendaftaran, tunggu: list[Pendaftaran], hr: Pengguna, oleh_hr: bool
) -> None:
    orang = Pegawai.objects.filter(pk__in=[p.pegawai_id for p in tunggu])
    orang.update(kedudukan_hukum=KedudukanHukum.CLTN)
    _bebaskan(duduk, hr)
    orang.update(kedudukan_hukum=KedudukanHukum.AKTIF)
    baru = _daftarkan(kelas, [PegawaiPabrik()], hr).jadi[0] if oleh_hr else _melamar(kelas)
    assert _status(*tunggu, baru) == [S.MENUNGGU_BKPSDM, S.DAFTAR_TUNGGU, S.DAFTAR_TUNGGU]


def test_once_the_list_stands_still_hr_seats_who_waits(
    kelas: Angkatan, duduk: Pendaftaran, tunggu: list[Pendaftaran], hr: Pengguna
) -> None:
    """Nobody moves up alone any more, and who waits is no worse off than a stranger."""
    Angkatan.objects.filter(pk=kelas.pk).update(status=StatusAngkatan.DITUTUP)
    _bebaskan(duduk, hr)
    hasil = _daftarkan(kelas, [p.pegawai for p in tunggu], hr)
    assert _status(*tunggu) == [S.MENUNGGU_BKPSDM, S.DAFTAR_TUNGGU]
    assert [d.sebab for d in hasil.dilewati] == ["Sudah terdaftar: daftar tunggu."]
    kelas.refresh_from_db()
    assert kelas.sisa == 0


@pytest.mark.parametrize(("alasan", "naik"), [("", S.MENUNGGU_ATASAN), ("Penugasan", S.MENUNGGU_BKPSDM)])
def test_the_new_atasan_is_asked_unless_hr_put_somebody_on_the_list(
    kelas: Angkatan, duduk: Pendaftaran, hr: Pengguna, alasan: str, naik: S
) -> None:
    """An atasan who left took a refusal back, which is a step without a reason; HR always gives one."""
    orang = PegawaiPabrik(atasan=PegawaiPabrik())
    p = PendaftaranPabrik(angkatan=kelas, pegawai=orang, status=S.DAFTAR_TUNGGU)
    lama = PenggunaPabrik(pegawai=PegawaiPabrik())
    LangkahPendaftaran.objects.create(pendaftaran=p, ke=p.status, oleh=lama, alasan=alasan, pada=SAAT)
    _bebaskan(duduk, hr)
    assert _status(p) == [naik]


@pytest.mark.parametrize(
    ("status", "terbaca"), [(S.DISETUJUI, True), (S.DAFTAR_TUNGGU, False), (S.DITOLAK, False)]
)
def test_where_they_meet_online_is_for_who_has_a_seat(
    client: Client, kelas: Angkatan, status: S, terbaca: bool
) -> None:
    kelas.tautan = "https://temu.example/kelas"
    kelas.save()
    akun = PenggunaPabrik(pegawai=PegawaiPabrik())
    p = PendaftaranPabrik(angkatan=kelas, pegawai=akun.pegawai, status=status)
    client.force_login(akun)
    halaman = client.get(reverse("pelatihan:kelas", args=[p.pk])).content.decode()
    assert (kelas.tautan in halaman) is terbaca
