"""Races: without the lock two workers break the cap, and two officers close a circle; with it neither."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import timedelta
from typing import Any

import pytest

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu, kode_atau_hasil
from kinerja.enums import JenisPesan
from kinerja.models import Pemberitahuan
from kinerja.services import pemberitahuan
from kinerja.services.pemberitahuan import Surat, send_reminders
from kinerja.services.timbang_pesan import Calon
from kinerja.tests.pabrik_pengingat import H14, siklus_berjalan
from pegawai.models import Pegawai
from pegawai.reports.temuan import lingkaran
from pegawai.services import atasan
from pegawai.services.atasan import GantiAtasan, change_raters
from pegawai.tests.pabrik import PegawaiPabrik
from pegawai.tests.pabrik_atasan import dinas, orang


def _kirim(siklus: Any, pegawai: Pegawai, kunci: str) -> Any:
    surat = Surat(Calon(pegawai.pk, "Asia/Jakarta", kunci), "Isi", "-", "-")
    return lambda: send_reminders(siklus=siklus, jenis=JenisPesan.RENCANA, surat=[surat], actor=None, at=H14)


def _sudah_satu() -> tuple[Any, Pegawai]:
    """Somebody with one reminder this week: one more may come."""
    siklus = siklus_berjalan()
    pegawai = PegawaiPabrik(instansi=siklus.instansi)
    Pemberitahuan.objects.create(
        pegawai=pegawai, jenis="batas", kunci="satu", judul="-", isi="-", sebab="-",
        terbit_pada=H14 - timedelta(days=1),
    )  # fmt: skip
    return siklus, pegawai


@bersamaan
def test_without_the_lock_two_workers_send_a_third_message(monkeypatch: pytest.MonkeyPatch) -> None:
    siklus, pegawai = _sudah_satu()
    monkeypatch.setattr(pemberitahuan, "_sendiri", lambda instansi_id: None)
    monkeypatch.setattr(pemberitahuan, "weigh", bertemu(pemberitahuan.weigh))
    berlomba(_kirim(siklus, pegawai, "a"), _kirim(siklus, pegawai, "b"))
    assert Pemberitahuan.objects.filter(pegawai=pegawai).count() == 3


@bersamaan
def test_two_workers_together_keep_the_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    siklus, pegawai = _sudah_satu()
    monkeypatch.setattr(pemberitahuan, "weigh", bertemu(pemberitahuan.weigh))
    berlomba(_kirim(siklus, pegawai, "a"), _kirim(siklus, pegawai, "b"))
    assert Pemberitahuan.objects.filter(pegawai=pegawai).count() == 2


@bersamaan
def test_five_workers_with_the_same_message_send_one() -> None:
    siklus = siklus_berjalan()
    pegawai = PegawaiPabrik(instansi=siklus.instansi)
    berlomba(*(_kirim(siklus, pegawai, "sama") for _ in range(5)))
    assert Pemberitahuan.objects.filter(pegawai=pegawai).count() == 1


def _saling(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """Two officers at once: one puts A under B, the other B under A. Who is on a circle afterwards."""
    d = dinas()
    a, b = orang(d, "A"), orang(d, "B")
    monkeypatch.setattr(atasan, "_tanpa_lingkaran", bertemu(atasan._tanpa_lingkaran))

    def ganti(siapa: Pegawai, ke: Pegawai) -> Any:
        pilihan = [GantiAtasan(siapa.pk, ke.pk, siapa.versi)]
        return kode_atau_hasil(
            lambda: change_raters(instansi=d.instansi, pilihan=pilihan, alasan="SK", actor=None, at=H14)
        )

    berlomba(ganti(a, b), ganti(b, a))
    return lingkaran(dict(Pegawai.objects.values_list("pk", "atasan_id")))


@bersamaan
def test_without_the_lock_two_officers_close_a_circle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atasan, "kunci_instansi", lambda instansi_id: nullcontext())
    assert len(_saling(monkeypatch)) == 2


@bersamaan
def test_two_officers_together_close_no_circle(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _saling(monkeypatch) == set()
