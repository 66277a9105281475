"""Many leaders release many people for few places at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from asn_karier.lib.tests.lomba import berlomba, bersamaan, kode_atau_hasil
from karier.enums import StatusPesertaPenugasan as S
from karier.models import Penugasan, PesertaPenugasan
from karier.services.penugasan import release
from karier.tests.pabrik_jalur import SAAT, PenugasanPabrik, bersedia
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

UTAS = 12
TEMPAT = 4


def _menunggu(p: Penugasan) -> list[tuple[PesertaPenugasan, Any]]:
    """One waiting person per leader."""
    pasang = []
    for _ in range(UTAS):
        akun = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, instansi=p.instansi))
        orang = PegawaiPabrik(instansi=p.instansi, atasan=akun.pegawai)
        pasang.append((bersedia(p, orang), akun))
    return pasang


def _naif(peserta: PesertaPenugasan, temu: threading.Barrier) -> Callable[[], Any]:
    """What everybody writes first: look whether there is a place, then take it."""

    def kerja() -> None:
        p = Penugasan.objects.get(pk=peserta.penugasan_id)
        temu.wait()
        if p.terisi < p.tempat:
            PesertaPenugasan.objects.filter(pk=peserta.pk).update(status=S.BERJALAN)
            Penugasan.objects.filter(pk=p.pk).update(terisi=p.terisi + 1)

    return kerja


def _di_dalam() -> int:
    return PesertaPenugasan.objects.filter(status=S.BERJALAN).count()


@bersamaan
def test_read_then_write_gives_more_places_than_there_are() -> None:
    p, temu = PenugasanPabrik(tempat=TEMPAT), threading.Barrier(UTAS)
    berlomba(*[_naif(peserta, temu) for peserta, _ in _menunggu(p)])
    assert _di_dalam() > TEMPAT


@bersamaan
def test_twelve_for_four_places_are_four() -> None:
    p = PenugasanPabrik(tempat=TEMPAT)

    def lepas(peserta: PesertaPenugasan, akun: Any) -> Callable[[], Any]:
        return kode_atau_hasil(
            lambda: release(peserta_id=peserta.pk, versi=1, actor=akun, at=SAAT, kanal="portal").status
        )

    hasil = berlomba(*[lepas(*pasang) for pasang in _menunggu(p)])
    assert (hasil.count(S.BERJALAN), hasil.count("penugasan_penuh")) == (TEMPAT, UTAS - TEMPAT)
    p.refresh_from_db()
    assert (p.terisi, _di_dalam()) == (TEMPAT, TEMPAT)
