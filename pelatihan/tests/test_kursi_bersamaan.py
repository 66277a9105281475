"""At the same moment: three hundred people for thirty seats, approvals on one pagu, seats that come free.

Each is shown without the conditional UPDATE first (a naive writer that reads and then writes), then with it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.db import connection
from django.db.models import Sum

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu_sesudah, kode_atau_hasil
from pegawai.models import Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pelatihan.enums import BERKURSI, StatusPendaftaran
from pelatihan.models import Angkatan, Kehadiran, Pagu, Pendaftaran
from pelatihan.services import kehadiran, pendaftaran, persetujuan
from pelatihan.services.kehadiran import open_code, record_attendance
from pelatihan.services.pendaftaran import apply, withdraw
from pelatihan.services.persetujuan import decide_as_hr
from pelatihan.tests.pabrik_kelas import SAAT, AngkatanPabrik, PaguPabrik, PendaftaranPabrik, SesiPabrik

S = StatusPendaftaran
#: Connections at once; the gate allows sixty, and each of these does its share one after the other.
UTAS = 30
Kerja = Callable[[], Any]


def _akun(banyak: int) -> list[Pengguna]:
    instansi = InstansiPabrik(kode="batanghari")
    return [PenggunaPabrik(pegawai=PegawaiPabrik(instansi=instansi)) for _ in range(banyak)]


def _bagi(pekerjaan: Sequence[Kerja]) -> list[Kerja]:
    """The same work in UTAS hands, so that all of them are busy at once."""

    def tangan(ke: int) -> Kerja:
        return _sabar(lambda: [kerja() for kerja in pekerjaan[ke::UTAS]])

    return [tangan(ke) for ke in range(UTAS)]


def _sabar(kerja: Kerja) -> Kerja:
    """The same work on a connection that waits: a busy machine must not decide who gets a seat."""

    def jalan() -> Any:
        with connection.cursor() as kursor:
            kursor.execute("SET lock_timeout = 0; SET statement_timeout = 0")
        return kerja()

    return jalan


def _melamar(angkatan: Angkatan, akun: Pengguna) -> Kerja:
    return lambda: apply(angkatan_id=angkatan.pk, pegawai=akun.pegawai, alasan="", actor=akun, at=SAAT).pk


def _melamar_naif(angkatan: Angkatan, akun: Pengguna, urut: int, temu: threading.Barrier) -> Kerja:
    """What everybody writes first: look whether there is a seat, then take it."""

    def kerja() -> None:
        kini = Angkatan.objects.get(pk=angkatan.pk)
        if urut <= UTAS:
            temu.wait()
        status = S.MENUNGGU_BKPSDM if kini.terisi < kini.kursi else S.DAFTAR_TUNGGU
        Pendaftaran.objects.create(angkatan=angkatan, pegawai=akun.pegawai, urut=urut, status=status)
        Angkatan.objects.filter(pk=angkatan.pk).update(terisi=min(kini.terisi + 1, kini.kursi))

    return kerja


def _mundur(p: Pendaftaran, akun: Pengguna) -> Kerja:
    return lambda: withdraw(pendaftaran_id=p.pk, versi=p.versi, actor=akun, at=SAAT).status


def _berkursi(angkatan: Angkatan) -> int:
    return Pendaftaran.objects.filter(angkatan=angkatan, status__in=BERKURSI).count()


@bersamaan
def test_read_then_write_gives_more_seats_than_there_are() -> None:
    angkatan, temu = AngkatanPabrik(kursi=30), threading.Barrier(UTAS)
    kerja = [_melamar_naif(angkatan, a, n, temu) for n, a in enumerate(_akun(2 * UTAS), 1)]
    berlomba(*_bagi(kerja))
    assert _berkursi(angkatan) > 30


@bersamaan
def test_three_hundred_for_thirty_seats_are_thirty_and_a_list_in_order() -> None:
    angkatan = AngkatanPabrik(kursi=30)
    berlomba(*_bagi([_melamar(angkatan, a) for a in _akun(300)]))
    angkatan.refresh_from_db()
    assert (angkatan.terisi, _berkursi(angkatan), angkatan.urut_terakhir) == (30, 30, 300)
    tunggu = Pendaftaran.objects.filter(angkatan=angkatan, status=S.DAFTAR_TUNGGU).order_by("urut")
    # The first thirty have the seats; places 1 to 270 follow without a gap.
    assert list(tunggu.values_list("urut", flat=True)) == list(range(31, 301))


@bersamaan
def test_seats_that_come_free_while_others_apply_are_neither_lost_nor_given_twice() -> None:
    angkatan = AngkatanPabrik(kursi=5)
    akun = _akun(5)
    lama = [PendaftaranPabrik(angkatan=angkatan, pegawai=a.pegawai) for a in akun]
    mundur = [_mundur(p, a) for p, a in zip(lama, akun, strict=True)]
    hasil = berlomba(*map(_sabar, (*mundur, *(_melamar(angkatan, a) for a in _akun(15)))))
    assert hasil.count(S.DIBATALKAN) == 5
    angkatan.refresh_from_db()
    semua = Pendaftaran.objects.filter(angkatan=angkatan)
    duduk = semua.filter(status__in=BERKURSI)
    assert (angkatan.terisi, duduk.count(), angkatan.urut_terakhir) == (5, 5, 20)
    # Nobody who came later sits before somebody who waits.
    tunggu = semua.filter(status=S.DAFTAR_TUNGGU)
    assert max(duduk.values_list("urut", flat=True)) < min(tunggu.values_list("urut", flat=True))


# -- rupiah -------------------------------------------------------------------------------------------


def _menunggu_di_banyak_kelas(banyak: int) -> tuple[Pagu, list[Pendaftaran]]:
    """One person each in classes that share a pagu: no lock of a class keeps them apart."""
    pagu = PaguPabrik(jumlah=5_000_000)
    kelas = [AngkatanPabrik(biaya=1_000_000, pagu=pagu) for _ in range(banyak)]
    return pagu, [PendaftaranPabrik(angkatan=k, pegawai=PegawaiPabrik()) for k in kelas]


def _menyetujui(p: Pendaftaran, hr: Pengguna) -> Kerja:
    return kode_atau_hasil(
        lambda: (
            decide_as_hr(pendaftaran_id=p.pk, versi=p.versi, setuju=True, alasan="", actor=hr, at=SAAT).status
        )
    )


@bersamaan
@pytest.mark.parametrize("bersyarat", [False, True])
def test_approvals_at_once_never_exceed_the_pagu(monkeypatch: pytest.MonkeyPatch, bersyarat: bool) -> None:
    hr = hr_dari(InstansiPabrik(kode="batanghari"))
    pagu, semua = _menunggu_di_banyak_kelas(12)
    if not bersyarat:
        temu = threading.Barrier(len(semua))

        def naif(*, pagu_id: int, rupiah: int, **_: Any) -> None:
            kini = Pagu.objects.get(pk=pagu_id)
            temu.wait()
            assert kini.sisa >= rupiah
            Pagu.objects.filter(pk=pagu_id).update(komitmen=kini.komitmen + rupiah)

        monkeypatch.setattr(persetujuan, "commit_budget", naif)
    hasil = berlomba(*(_sabar(_menyetujui(p, hr)) for p in semua))
    terpakai = Pendaftaran.objects.aggregate(jumlah=Sum("komitmen"))["jumlah"]
    pagu.refresh_from_db()
    if not bersyarat:
        assert (hasil.count(S.DISETUJUI), terpakai) == (12, 12_000_000)
        return
    assert (hasil.count(S.DISETUJUI), hasil.count("pagu_tidak_cukup")) == (5, 7)
    assert terpakai == pagu.komitmen == pagu.jumlah


@bersamaan
@pytest.mark.parametrize("dikunci", [False, True])
def test_one_person_is_not_approved_into_two_classes_that_collide(
    monkeypatch: pytest.MonkeyPatch, dikunci: bool
) -> None:
    """Without the lock of the person both officers look before either has written."""
    hr, orang = hr_dari(InstansiPabrik(kode="batanghari")), PegawaiPabrik()
    semua = [PendaftaranPabrik(angkatan=AngkatanPabrik(), pegawai=orang) for _ in range(2)]
    if not dikunci:
        monkeypatch.setattr(persetujuan, "tahan_pegawai", lambda _: {})
    bertemu_sesudah(monkeypatch, (persetujuan, "_without_reason"))
    hasil = berlomba(*(_menyetujui(p, hr) for p in semua))
    harapan = {S.DISETUJUI, "jadwal_bentrok"} if dikunci else {S.DISETUJUI}
    assert set(hasil) == harapan


# -- twice at once ------------------------------------------------------------------------------------


def _tanpa_kunci(angkatan_id: int) -> Angkatan:
    return Angkatan.objects.select_related("instansi", "pelatihan").get(pk=angkatan_id)


@bersamaan
@pytest.mark.parametrize("dikunci", [False, True])
def test_two_presses_at_once_are_one_enrolment(monkeypatch: pytest.MonkeyPatch, dikunci: bool) -> None:
    """Without the lock both find nothing, and the second ends in an error of the database."""
    angkatan, (akun,) = AngkatanPabrik(), _akun(1)
    if not dikunci:
        monkeypatch.setattr(pendaftaran, "hold_class", _tanpa_kunci)
    bertemu_sesudah(monkeypatch, (pendaftaran, "_refuse"))

    def kirim() -> Any:
        try:
            return _melamar(angkatan, akun)()
        except Exception as salah:  # noqa: BLE001 - which error it is belongs to the database
            return type(salah).__name__

    hasil = set(berlomba(kirim, kirim))
    assert ("IntegrityError" in hasil) is not dikunci
    assert len(hasil) == (1 if dikunci else 2)
    angkatan.refresh_from_db()
    assert (angkatan.terisi, angkatan.urut_terakhir) == (1, 1)


@bersamaan
def test_a_code_typed_twice_at_once_is_one_presence(monkeypatch: pytest.MonkeyPatch) -> None:
    angkatan, (akun,) = AngkatanPabrik(), _akun(1)
    PendaftaranPabrik(angkatan=angkatan, pegawai=akun.pegawai, status=S.DISETUJUI)
    hr = hr_dari(angkatan.instansi)
    sesi = open_code(sesi_id=SesiPabrik(angkatan=angkatan).pk, menit=30, actor=hr, at=SAAT)
    bertemu_sesudah(monkeypatch, (kehadiran, "_session"))

    def hadir() -> Any:
        return record_attendance(angkatan_id=angkatan.pk, kode=sesi.kode_hadir, actor=akun, at=SAAT).pk

    assert len(set(berlomba(hadir, hadir))) == 1
    assert Kehadiran.objects.count() == 1
