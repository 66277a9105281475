"""Realisation and the clock: the last second in three zones, drafts in time, sending against closing."""

import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from asn_karier.lib.errors import DomainError
from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu, kode_atau_hasil
from kinerja.enums import StatusPengisian
from kinerja.models import (
    PengisianRealisasi,
    PerpanjanganSiklus,
    SiklusPenilaian,
)
from kinerja.services import realisasi
from kinerja.services.siklus import close_siklus
from kinerja.tests.dunia_realisasi import TERLAMBAT, akun, siklus, skp
from kinerja.tests.pabrik_realisasi import SAAT, isi, kirim, skp_pabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

__all__ = ["akun", "siklus", "skp"]
pytestmark = pytest.mark.django_db


# -- the last day ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zona", "akhir"),
    [
        ("Asia/Jakarta", datetime(2026, 10, 15, 17, 0, tzinfo=UTC)),
        ("Asia/Makassar", datetime(2026, 10, 15, 16, 0, tzinfo=UTC)),
        ("Asia/Jayapura", datetime(2026, 10, 15, 15, 0, tzinfo=UTC)),
    ],
)
def test_the_last_second_is_that_of_the_unit(akun, skp, siklus, zona, akhir):
    unit = UnitKerjaPabrik(instansi=akun.pegawai.instansi, zona_waktu=zona)
    Pegawai.objects.filter(pk=akun.pegawai_id).update(unit=unit)
    isi(skp, siklus, akun, at=akhir - timedelta(seconds=1))
    assert kirim(skp, siklus, akun, at=akhir - timedelta(seconds=1)).alasan_terlambat == ""
    lagi = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True, unit=unit))
    rencana = skp_pabrik(lagi.pegawai)
    isi(rencana, siklus, lagi, at=akhir)
    with pytest.raises(DomainError) as galat:
        kirim(rencana, siklus, lagi, at=akhir)
    assert galat.value.kode == "alasan_terlambat"


def test_late_is_possible_with_a_reason(akun, skp, siklus):
    isi(skp, siklus, akun, at=TERLAMBAT)
    p = kirim(skp, siklus, akun, at=TERLAMBAT, alasan=" Jaringan putus tiga hari. ")
    assert (p.status, p.alasan_terlambat) == (StatusPengisian.DIKIRIM, "Jaringan putus tiga hari.")


def test_what_was_typed_in_time_and_sent_unchanged_later_is_in_time(akun, skp, siklus):
    isi(skp, siklus, akun)
    isi(skp, siklus, akun, at=TERLAMBAT)
    assert kirim(skp, siklus, akun, at=TERLAMBAT).alasan_terlambat == ""


def test_a_draft_that_the_server_had_in_time_counts(akun, skp, siklus):
    isi(skp, siklus, akun, at=TERLAMBAT, sejak=SAAT)
    assert kirim(skp, siklus, akun, at=TERLAMBAT).alasan_terlambat == ""


def test_what_was_changed_after_the_last_day_is_late(akun, skp, siklus):
    isi(skp, siklus, akun)
    isi(skp, siklus, akun, teks="Diubah", at=TERLAMBAT)
    with pytest.raises(DomainError, match="Tuliskan alasannya"):
        kirim(skp, siklus, akun, at=TERLAMBAT)


def test_an_extension_moves_the_last_day_for_whom_it_was_given(akun, skp, siklus):
    PerpanjanganSiklus.objects.create(
        siklus=siklus, pegawai=akun.pegawai, sampai=date(2026, 10, 20), alasan="Banjir"
    )
    isi(skp, siklus, akun, at=TERLAMBAT)
    assert kirim(skp, siklus, akun, at=TERLAMBAT).alasan_terlambat == ""


# -- races -------------------------------------------------------------------------------------------------


@bersamaan
def test_of_two_first_saves_at_once_one_is_kept_and_nobody_sees_a_broken_page(akun, skp, siklus):
    hasil = berlomba(
        *(
            kode_atau_hasil(lambda kata=kata: isi(skp, siklus, akun, teks=kata, versi=0).versi)
            for kata in "ab"
        )
    )
    assert sorted(map(str, hasil)) == ["1", "versi_lama"]
    assert PengisianRealisasi.objects.count() == 1


def _kirim_dan_tutup(monkeypatch: pytest.MonkeyPatch, coba: Any, siklus: SiklusPenilaian) -> list[str]:
    """What was committed first: HR closes once the sender has seen an open cycle, who then waits for it."""
    temu, dilihat, asli = bertemu(lambda: None), threading.Event(), realisasi.harus_berjalan
    urut: list[str] = []

    def lihat(s: SiklusPenilaian) -> None:
        asli(s)
        dilihat.set()
        temu()

    def kirim_satu() -> None:
        coba()
        urut.append("dikirim")

    def tutup() -> None:
        dilihat.wait(60)
        close_siklus(siklus=siklus, actor=None, at=SAAT)
        urut.append("ditutup")
        temu()

    monkeypatch.setattr(realisasi, "harus_berjalan", lihat)
    berlomba(kirim_satu, tutup)
    return urut


@bersamaan
def test_without_the_lock_something_is_sent_into_a_cycle_that_is_closed(akun, skp, siklus, monkeypatch):
    isi(skp, siklus, akun)
    lepas = SiklusPenilaian.objects.filter
    monkeypatch.setattr(realisasi, "held_cycle", lambda pk: lepas(pk=pk).first())
    assert _kirim_dan_tutup(monkeypatch, lambda: kirim(skp, siklus, akun), siklus) == ["ditutup", "dikirim"]


@bersamaan
def test_closing_waits_for_who_is_in_the_middle_of_sending(akun, skp, siklus, monkeypatch):
    isi(skp, siklus, akun)
    assert _kirim_dan_tutup(monkeypatch, lambda: kirim(skp, siklus, akun), siklus) == ["dikirim", "ditutup"]


@bersamaan
def test_of_two_presses_on_send_at_once_one_sends(akun, skp, siklus):
    p = isi(skp, siklus, akun)
    hasil = berlomba(*[kode_atau_hasil(lambda: kirim(skp, siklus, akun, versi=p.versi).status)] * 2)
    assert sorted(map(str, hasil)) == ["dikirim", "sudah_dikirim"]
    assert PengisianRealisasi.objects.get().versi == p.versi + 1
