"""A post is taken off the list while it is shared, in two tabs of its owner."""

from __future__ import annotations

import pytest

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu_sesudah, kode_atau_hasil
from karier.models import MinatDibagikan
from karier.services import minat_jabatan
from karier.services.minat_jabatan import add_interest, interests_of, remove_interest, share_interest
from karier.tests.pabrik_jalur import SAAT
from karier.tests.pembaca import akun_dari
from karier.tests.test_karier_saya import ada_di
from pegawai.tests.pabrik import PegawaiPabrik


@bersamaan
def test_what_is_taken_off_the_list_is_not_shared_at_the_same_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    saya = PegawaiPabrik(pelaksana=True)
    jabatan = ada_di(saya, nama="Perencana")
    satu = {"pegawai": saya, "jabatan_id": jabatan.pk, "actor": akun_dari(saya)}
    add_interest(**satu)
    bertemu_sesudah(monkeypatch, (minat_jabatan, "_open"))
    berlomba(
        kode_atau_hasil(lambda: remove_interest(**satu)),
        kode_atau_hasil(lambda: share_interest(**satu, at=SAAT)),
    )
    assert interests_of(pegawai=saya, actor=satu["actor"]) == []
    assert not MinatDibagikan.objects.exists()
