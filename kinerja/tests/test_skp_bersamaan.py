"""Two who write in one plan at once: one text is kept. Shown without the lock first, then held."""

from __future__ import annotations

from typing import Any

import pytest

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu, kode_atau_hasil
from kinerja.enums import AwalSKP, PendekatanSKP, StatusSKP
from kinerja.models import SKP
from kinerja.services import skp as layanan
from kinerja.services import skp_isi, skp_sepakat
from kinerja.services.skp import start_skp
from kinerja.services.skp_isi import IsianHasil, save_hasil
from kinerja.services.skp_sepakat import agree_skp, return_skp, withdraw_skp
from kinerja.tests.bantu_skp import perencana, rencana
from kinerja.tests.pabrik_skp import SAAT, SKPPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PenggunaPabrik


def tanpa_kunci(monkeypatch: pytest.MonkeyPatch, *modul: Any) -> None:
    """`hold` and what stands on it read the plan without locking it, as an unwary service would."""

    def baca(skp_id: int, *_: Any) -> SKP:
        skp: SKP = SKP.objects.select_related("pegawai__instansi", "jabatan").get(pk=skp_id)
        return skp

    for satu in modul:
        for nama in ("hold", "hold_own", "hold_draft"):
            if hasattr(satu, nama):
                monkeypatch.setattr(satu, nama, baca)


def sesudah_melihat(monkeypatch: pytest.MonkeyPatch, *modul: Any) -> None:
    """Whoever has looked at the version waits a moment for the other one."""
    lihat = bertemu(skp_isi.must_be_seen)
    for satu in modul:
        monkeypatch.setattr(satu, "must_be_seen", lihat)


def menyetujui_dan_menarik(saya: Pegawai) -> tuple[SKP, list[Any]]:
    skp = rencana(saya, dikirim=True)
    akun, atasan = PenggunaPabrik(pegawai=saya), PenggunaPabrik(pegawai=saya.atasan)
    isi = {"skp_id": skp.pk, "versi": 1, "at": SAAT}
    hasil = berlomba(
        kode_atau_hasil(lambda: agree_skp(actor=atasan, **isi).status),
        kode_atau_hasil(lambda: withdraw_skp(actor=akun, **isi).status),
    )
    skp.refresh_from_db()
    return skp, hasil


@bersamaan
def test_without_the_lock_a_plan_is_agreed_and_taken_back_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    saya = perencana()
    monkeypatch.setattr(skp_sepakat, "rated_by", lambda **_: None)
    tanpa_kunci(monkeypatch, skp_sepakat)
    sesudah_melihat(monkeypatch, skp_sepakat)
    _, hasil = menyetujui_dan_menarik(saya)
    assert sorted(hasil) == [StatusSKP.DISEPAKATI, StatusSKP.DRAF]


@bersamaan
def test_a_plan_is_agreed_or_taken_back_and_never_both(monkeypatch: pytest.MonkeyPatch) -> None:
    saya = perencana()
    sesudah_melihat(monkeypatch, skp_sepakat)
    skp, hasil = menyetujui_dan_menarik(saya)
    assert "tidak_di_atasan" in hasil or "versi_lama" in hasil
    assert skp.status in hasil
    assert skp.naskah.exists() is (skp.status == StatusSKP.DISEPAKATI)


@bersamaan
def test_a_plan_is_agreed_or_returned_and_never_both(monkeypatch: pytest.MonkeyPatch) -> None:
    saya = perencana()
    skp, atasan = rencana(saya, dikirim=True), PenggunaPabrik(pegawai=saya.atasan)
    isi = {"skp_id": skp.pk, "versi": 1, "at": SAAT, "actor": atasan}
    sesudah_melihat(monkeypatch, skp_sepakat)
    hasil = berlomba(
        kode_atau_hasil(lambda: agree_skp(**isi).status),
        kode_atau_hasil(lambda: return_skp(catatan="Perjelas.", **isi).status),
    )
    skp.refresh_from_db()
    assert "tidak_di_atasan" in hasil
    assert skp.status in hasil
    assert skp.dialog.count() == 1


def dua_baris(saya: Pegawai, *rhk: str) -> tuple[SKP, list[Any]]:
    skp, akun = SKPPabrik(pegawai=saya), PenggunaPabrik(pegawai=saya)
    hasil = berlomba(
        *(
            kode_atau_hasil(
                lambda t=t: save_hasil(skp_id=skp.pk, isi=IsianHasil(t), versi=1, actor=akun, at=SAAT).rhk
            )
            for t in rhk
        )
    )
    return skp, hasil


@bersamaan
def test_without_the_lock_a_double_press_makes_two_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    saya = perencana()
    tanpa_kunci(monkeypatch, skp_isi)
    sesudah_melihat(monkeypatch, skp_isi)
    skp, _ = dua_baris(saya, "Sama", "Sama")
    assert skp.hasil_kerja.count() == 2


@bersamaan
def test_a_double_press_makes_one_row_and_both_say_it_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    saya = perencana()
    sesudah_melihat(monkeypatch, skp_isi)
    skp, hasil = dua_baris(saya, "Sama", "Sama")
    assert hasil == ["Sama", "Sama"]
    assert skp.hasil_kerja.count() == 1


@bersamaan
def test_of_two_tabs_one_is_told_that_the_plan_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    saya = perencana()
    sesudah_melihat(monkeypatch, skp_isi)
    skp, hasil = dua_baris(saya, "Satu", "Dua")
    assert "versi_lama" in hasil
    assert [h.rhk for h in skp.hasil_kerja.all()] == [t for t in hasil if t != "versi_lama"]


@bersamaan
def test_two_first_presses_begin_one_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    saya = perencana()
    akun = PenggunaPabrik(pegawai=saya)
    monkeypatch.setattr(layanan, "plan_days", bertemu(layanan.plan_days))

    def mulai() -> int:
        skp = start_skp(
            pegawai=saya,
            tahun=2027,
            awal=AwalSKP.KOSONG,
            pendekatan=PendekatanSKP.KUALITATIF,
            actor=akun,
            at=SAAT,
        )
        return int(skp.pk)

    satu, dua = berlomba(mulai, mulai)
    assert satu == dua
    assert SKP.objects.count() == 1
