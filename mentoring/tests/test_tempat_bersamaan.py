"""At the same moment: two hundred mentees for one place, and places that come free meanwhile.

Shown without the lock of the mentor first (a naive writer that counts and then writes), then with it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any, Final

import pytest
from django.db import connection

from asn_karier.lib.errors import Bentrok
from asn_karier.lib.tests.lomba import berlomba, bersamaan
from mentoring.enums import StatusPasangan
from mentoring.models import Pasangan, PermintaanMentor, ProfilMentor
from mentoring.services import pilihan
from mentoring.services.pilihan import choose_mentor, withdraw_choice
from mentoring.services.saran import arrange
from mentoring.services.undangan import invite_pairs
from mentoring.tests.pabrik import SAAT, PermintaanPabrik, ProfilMentorPabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari

#: Connections at once, each does its share one after the other.
UTAS: Final = 20
MENTEE: Final = 200
Kerja = Callable[[], Any]


@pytest.fixture
def instansi(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Suggestions are made anew afterwards, not by each of two hundred."""
    monkeypatch.setattr(pilihan, "arrange_if_small", lambda **_: False)
    return InstansiPabrik(kode="batanghari")


def _menunggu(instansi: Any, profil: ProfilMentor, banyak: int) -> list[tuple[PermintaanMentor, Pengguna]]:
    """Everybody is suggested the same mentor, as pages that were opened before might show."""
    semua = []
    for _ in range(banyak):
        orang = PegawaiPabrik(instansi=instansi)
        permintaan = PermintaanPabrik(pegawai=orang)
        permintaan.saran.create(mentor=profil, urutan=2, skor=60)
        semua.append((permintaan, PenggunaPabrik(pegawai=orang)))
    return semua


def _bagi(pekerjaan: Sequence[Kerja]) -> list[Kerja]:
    def tangan(ke: int) -> Kerja:
        def jalan() -> int:
            with connection.cursor() as kursor:
                kursor.execute("SET lock_timeout = 0; SET statement_timeout = 0")
            return sum(bool(kerja()) for kerja in pekerjaan[ke::UTAS])

        return jalan

    return [tangan(ke) for ke in range(UTAS)]


def _memilih(profil: ProfilMentor, permintaan: PermintaanMentor, akun: Pengguna) -> Kerja:
    def kerja() -> bool:
        try:
            choose_mentor(permintaan_id=permintaan.pk, profil_id=profil.pk, actor=akun, at=SAAT)
        except Bentrok:
            return False
        return True

    return kerja


def _memilih_naif(profil: ProfilMentor, permintaan: PermintaanMentor, temu: threading.Barrier) -> Kerja:
    """What everybody writes first: count the places, then take one."""

    def kerja() -> bool:
        terisi = Pasangan.objects.memegang_tempat().filter(mentor=profil).count()
        if not temu.broken:
            temu.wait()
        if terisi >= profil.kapasitas:
            return False
        Pasangan.objects.create(
            mentor=profil,
            mentor_pegawai=profil.pegawai,
            mentee=permintaan.pegawai,
            kompetensi=permintaan.kompetensi,
            status=StatusPasangan.DIPILIH_MENTEE,
        )
        return True

    return kerja


def _terisi(profil: ProfilMentor) -> int:
    return Pasangan.objects.memegang_tempat().filter(mentor=profil).count()


@bersamaan
def test_count_then_write_gives_more_places_than_there_are(instansi: Any) -> None:
    profil, temu = ProfilMentorPabrik(pegawai__instansi=instansi, kapasitas=1), threading.Barrier(UTAS)
    semua = _menunggu(instansi, profil, UTAS)
    berlomba(*_bagi([_memilih_naif(profil, p, temu) for p, _ in semua]))
    assert _terisi(profil) > profil.kapasitas


@bersamaan
def test_two_hundred_for_one_place_are_one(instansi: Any) -> None:
    profil = ProfilMentorPabrik(pegawai__instansi=instansi, kapasitas=1)
    semua = _menunggu(instansi, profil, MENTEE)
    berlomba(*_bagi([_memilih(profil, p, akun) for p, akun in semua]))
    assert _terisi(profil) == Pasangan.objects.count() == 1


@bersamaan
def test_places_that_come_free_meanwhile_are_never_given_twice(instansi: Any) -> None:
    profil = ProfilMentorPabrik(pegawai__instansi=instansi, kapasitas=2)
    pertama, *lain = _menunggu(instansi, profil, 60)
    pasangan = choose_mentor(permintaan_id=pertama[0].pk, profil_id=profil.pk, actor=pertama[1], at=SAAT)
    kerja = [_memilih(profil, p, akun) for p, akun in lain]
    kerja.insert(7, lambda: withdraw_choice(pasangan_id=pasangan.pk, actor=pertama[1], at=SAAT).pk)
    berlomba(*_bagi(kerja))
    assert _terisi(profil) <= 2
    assert _terisi(profil) >= 1


@bersamaan
def test_invitations_choices_and_a_new_arrangement_meet_without_waiting_crosswise(instansi: Any) -> None:
    profil = ProfilMentorPabrik(pegawai__instansi=instansi, kapasitas=3)
    semua = _menunggu(instansi, profil, 30)
    hr = [hr_dari(instansi, username=f"hr{n}") for n in range(4)]
    ids = [p.pk for p, _ in semua]
    kerja: list[Kerja] = [_memilih(profil, p, akun) for p, akun in semua[:10]]
    kerja += [
        lambda a=a: invite_pairs(instansi=instansi, permintaan_ids=ids, actor=a, at=SAAT).jadi for a in hr
    ]
    kerja += [lambda: arrange(instansi_id=instansi.pk, at=SAAT)] * 4
    berlomba(*_bagi(kerja))
    assert _terisi(profil) <= 3
    arrange(instansi_id=instansi.pk, at=SAAT)
    assert _terisi(profil) <= 3
