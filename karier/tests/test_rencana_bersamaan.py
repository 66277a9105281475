"""At the same moment: the atasan agrees while the person withdraws and changes; two sheets; two presses."""

from __future__ import annotations

from typing import Any

import pytest

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu_sesudah, kode_atau_hasil
from karier.enums import StatusIdp
from karier.models import KirimanRencana, RencanaPengembangan
from karier.services import rencana_sepakat
from karier.services.rencana_gabung import join_sheet
from karier.services.rencana_kertas import take_along
from karier.services.rencana_luring import Lembar, read_code, sheet_code
from karier.services.rencana_sasaran import aim_at_level
from karier.services.rencana_sepakat import accept_plan, agree_plan, return_plan, withdraw_plan
from karier.services.rencana_sumber import text_of
from karier.tests.jalan import SAAT
from karier.tests.pabrik_rencana import celah, rencana_pabrik, tekan
from karier.tests.pembaca import akun_dari
from karier.tests.test_rencana import ubah
from pegawai.enums import Jenjang
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.basis]


@pytest.fixture
def dua() -> tuple[RencanaPengembangan, Pegawai, Pegawai]:
    atasan = PegawaiPabrik(struktural=True)
    saya = celah(PegawaiPabrik(pelaksana=True, atasan=atasan))
    return rencana_pabrik(saya, "menunggu", tahun=2026), saya, atasan


@bersamaan
def test_agreed_and_withdrawn_at_once_is_one_of_the_two(dua: tuple[Any, Pegawai, Pegawai]) -> None:
    r, saya, atasan = dua
    setuju, tarik = tekan(r, atasan), tekan(r, saya)
    hasil = berlomba(
        kode_atau_hasil(lambda: agree_plan(setuju).status),
        kode_atau_hasil(lambda: withdraw_plan(tarik).status),
    )
    r.refresh_from_db()
    assert r.status in (StatusIdp.DISEPAKATI, StatusIdp.DRAF)
    assert sum(h in ("tidak_di_atasan", "langkah_lain", "versi_lama") for h in hasil) == 1


@bersamaan
def test_both_consent_at_once_to_different_words_and_only_one_counts(
    dua: tuple[Any, Pegawai, Pegawai],
) -> None:
    """The atasan gave words back and changes nothing more; the person accepts and, elsewhere, edits."""
    r, saya, atasan = dua
    ubah(r, atasan, kegiatan="Kata atasan")
    return_plan(tekan(r, atasan), catatan="Saya ganti.")
    terima = tekan(r, saya)
    hasil = berlomba(
        kode_atau_hasil(lambda: accept_plan(terima).status),
        kode_atau_hasil(lambda: ubah(r, saya, 1, kegiatan="Kata pegawai").kegiatan),
    )
    r.refresh_from_db()
    if r.status == StatusIdp.DISEPAKATI:
        assert (r.setuju_pegawai, r.setuju_atasan) == (r.versi, r.versi)
        assert "Kata pegawai" not in [b.isi["kegiatan"] for b in text_of(r)]
    else:
        assert r.status == StatusIdp.MENUNGGU_PEGAWAI
    assert len([h for h in hasil if h in ("versi_lama", "tidak_di_tangan", "atasan_belum_setuju")]) == 1


@bersamaan
def test_the_same_sheet_joined_twice_at_once_is_joined_once(dua: tuple[Any, Pegawai, Pegawai]) -> None:
    r, saya, _ = dua
    akun = akun_dari(saya)
    take_along(rencana=r, actor=akun, at=SAAT, kanal="uji")
    baris = text_of(r)
    baris.append(baris[0]._replace(nomor=0, isi={**baris[0].isi, "kegiatan": "Dari distrik"}))
    lembar = Lembar(*read_code(sheet_code(r)), baris, frozenset())

    def gabung() -> Any:
        return join_sheet(
            rencana_id=r.pk, lembar=lembar, pilihan={}, versi=r.versi, actor=akun, at=SAAT, kanal="uji"
        ).status

    hasil = berlomba(kode_atau_hasil(gabung), kode_atau_hasil(gabung))
    assert sorted(map(str, hasil)) == ["draf", "sudah_digabung"]
    assert KirimanRencana.objects.count() == 1
    assert [b.isi["kegiatan"] for b in text_of(r)].count("Dari distrik") == 1


@bersamaan
def test_without_the_lock_the_same_race_would_be_lost(
    dua: tuple[Any, Pegawai, Pegawai], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the lock is for: read by both before either writes, both steps seem to count."""
    r, saya, atasan = dua

    def tanpa_kunci(rencana_id: int, *_: Any) -> RencanaPengembangan:
        semua = RencanaPengembangan.objects.select_related("pegawai__instansi", "pegawai__unit")
        return semua.get(pk=rencana_id)

    monkeypatch.setattr(rencana_sepakat, "hold_led", tanpa_kunci)
    monkeypatch.setattr(rencana_sepakat, "hold_own", tanpa_kunci)
    bertemu_sesudah(monkeypatch, (rencana_sepakat, "must_be_seen"))
    setuju, tarik = tekan(r, atasan), tekan(r, saya)
    hasil = berlomba(
        kode_atau_hasil(lambda: agree_plan(setuju).status),
        kode_atau_hasil(lambda: withdraw_plan(tarik).status),
    )
    assert sorted(map(str, hasil)) == ["disepakati", "draf"]


@bersamaan
def test_two_presses_at_once_aim_at_a_level_once() -> None:
    """Without a plan: one begins it, and one adds the item."""
    saya = celah(PegawaiPabrik(pelaksana=True, atasan=PegawaiPabrik(struktural=True)))
    akun = akun_dari(saya)

    def tekan_tombol() -> bool:
        return aim_at_level(
            pegawai=saya, jenjang=Jenjang.ADMINISTRATOR.value, actor=akun, at=SAAT, kanal="uji"
        ).baru

    assert sorted(berlomba(tekan_tombol, tekan_tombol)) == [False, True]
    assert RencanaPengembangan.objects.get().butir.filter(tujuan="Jabatan Administrator").count() == 1
