"""Filling in beside the others of the instansi, and beside HR who closes the cycle."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connections, transaction

from asn_karier.lib.tests.lomba import bersamaan, menunggu_saya
from kinerja.enums import StatusPengisian
from kinerja.models import PengisianRealisasi
from kinerja.services import realisasi
from kinerja.services.realisasi import held_cycle, kembalikan_realisasi
from kinerja.services.siklus import close_siklus
from kinerja.tests.pabrik_realisasi import SAAT, isi, kirim, siklus_pabrik, skp_pabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik


def di_utas(kerja: Callable[[], Any]) -> threading.Thread:
    """Work that goes on beside this one, on a connection of its own."""

    def jalan() -> None:
        try:
            kerja()
        finally:
            connections.close_all()

    utas = threading.Thread(target=jalan)
    utas.start()
    return utas


def orang() -> Pengguna:
    akun: Pengguna = PenggunaPabrik(
        pegawai=PegawaiPabrik(pelaksana=True, atasan=PegawaiPabrik(struktural=True))
    )
    return akun


@bersamaan
def test_nothing_is_given_back_in_a_cycle_that_was_closed_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who gets it back then could never send it again."""
    akun = orang()
    siklus, skp = (
        siklus_pabrik(akun.pegawai.instansi, batas_penilaian=date(2026, 10, 31)),
        skp_pabrik(akun.pegawai),
    )
    isi(skp, siklus, akun)
    p = kirim(skp, siklus, akun)
    atasan = PenggunaPabrik(pegawai=akun.pegawai.atasan)
    utas: list[threading.Thread] = []
    periksa = realisasi.harus_berjalan

    def lalu_ditutup(satu: Any) -> None:
        periksa(satu)
        utas.append(di_utas(lambda: close_siklus(siklus=siklus, actor=None, at=SAAT)))
        assert menunggu_saya(utas[0])  # it waits for what is being written

    monkeypatch.setattr(realisasi, "harus_berjalan", lalu_ditutup)
    kembalikan_realisasi(
        pengisian_id=p.pk, catatan="Tambahkan.", versi=p.versi, actor=atasan, at=SAAT, kanal="portal"
    )
    utas[0].join()
    assert PengisianRealisasi.objects.get().status == StatusPengisian.DIKEMBALIKAN


@bersamaan
def test_people_of_one_instansi_do_not_wait_for_each_other() -> None:
    akun = orang()
    siklus, skp = siklus_pabrik(akun.pegawai.instansi), skp_pabrik(akun.pegawai)
    with transaction.atomic():
        held_cycle(siklus.pk)  # somebody else is in the middle of sending
        utas = di_utas(lambda: isi(skp, siklus, akun))
        menunggu = menunggu_saya(utas)
    utas.join()
    assert not menunggu
