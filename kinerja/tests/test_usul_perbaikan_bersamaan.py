"""At the same moment: two answers, two presses on send, and an answer while the idea rises."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu, kode_atau_hasil
from kinerja.enums import AlasanBelum, StatusUsul
from kinerja.models import UsulPerbaikan
from kinerja.services import usul_perbaikan_jawab, usul_perbaikan_naik
from kinerja.services.usul_perbaikan import IsiUsul, send_idea, withdraw_idea
from kinerja.services.usul_perbaikan_jawab import decline_idea, try_idea
from kinerja.services.usul_perbaikan_naik import raise_idea
from kinerja.tests.langkah_usul_perbaikan import UJI
from kinerja.tests.pabrik_usul_perbaikan import SAAT, Rantai, UsulPerbaikanPabrik, rantai_pabrik

KUNCI = UUID(int=7)


@pytest.fixture
def r() -> Rantai:
    return rantai_pabrik()


def _tanpa_kunci(usul_id: int, semua: Any) -> UsulPerbaikan:
    satu: UsulPerbaikan = semua.select_related("pegawai__unit", "pegawai__instansi").get(pk=usul_id)
    return satu


def _tahan_tanpa_kunci(usul_id: int) -> UsulPerbaikan | None:
    return UsulPerbaikan.objects.filter(pk=usul_id, status=StatusUsul.MENUNGGU).first()


@bersamaan
@pytest.mark.parametrize("dikunci", [False, True])
def test_two_leaders_at_once_give_one_answer(
    monkeypatch: pytest.MonkeyPatch, r: Rantai, dikunci: bool
) -> None:
    """The atasan says yes while the leader above says not yet. Without the lock both are thanked."""
    u = UsulPerbaikanPabrik(pegawai=r.orang, tingkat=1)
    if not dikunci:
        monkeypatch.setattr(usul_perbaikan_jawab, "hold_idea", _tanpa_kunci)
    monkeypatch.setattr(
        usul_perbaikan_jawab, "_pastikan_berwenang", bertemu(usul_perbaikan_jawab._pastikan_berwenang)
    )

    def ya() -> Any:
        return try_idea(usul_id=u.pk, uji=UJI, ucapan="Ya.", versi=1, actor=r.atasan, at=SAAT).status

    def belum() -> Any:
        return decline_idea(
            usul_id=u.pk, alasan=AlasanBelum.WAKTU, kata="Nanti.", versi=1, actor=r.kepala, at=SAAT
        ).status

    hasil = berlomba(kode_atau_hasil(ya), kode_atau_hasil(belum))
    assert ("sudah_dijawab" in hasil) is dikunci
    assert UsulPerbaikan.objects.get().status in hasil


@bersamaan
@pytest.mark.parametrize("dikunci", [False, True])
def test_an_answered_idea_does_not_rise(monkeypatch: pytest.MonkeyPatch, r: Rantai, dikunci: bool) -> None:
    """Without the lock the leader above is told to answer what was answered at that moment."""
    u = UsulPerbaikanPabrik(pegawai=r.orang)
    if not dikunci:
        monkeypatch.setattr(usul_perbaikan_jawab, "hold_idea", _tanpa_kunci)
        monkeypatch.setattr(usul_perbaikan_naik, "_tahan", _tahan_tanpa_kunci)
    bersama = bertemu(lambda: None)

    def bertemu_dulu(fungsi: Any) -> Any:
        def jalan(*args: Any) -> Any:
            bersama()
            return fungsi(*args)

        return jalan

    monkeypatch.setattr(usul_perbaikan_jawab, "save_step", bertemu_dulu(usul_perbaikan_jawab.save_step))
    monkeypatch.setattr(usul_perbaikan_naik, "_simpan", bertemu_dulu(usul_perbaikan_naik._simpan))

    def ya() -> Any:
        return try_idea(usul_id=u.pk, uji=UJI, ucapan="Ya.", versi=1, actor=r.atasan, at=SAAT).status

    hasil = berlomba(kode_atau_hasil(ya), lambda: raise_idea(usul_id=u.pk, at=SAAT + timedelta(days=20)))
    kini = UsulPerbaikan.objects.get()
    assert StatusUsul.DICOBA in hasil
    if dikunci:
        # Whoever came first was whole before the other looked; an answer is never lost or asked again.
        assert kini.status == StatusUsul.DICOBA
        assert (kini.naik_pada is not None) is (True in hasil)
    else:
        assert True in hasil


@bersamaan
def test_two_presses_on_send_are_one_idea(r: Rantai) -> None:
    isi = IsiUsul("Diketik tiga kali.", "Satu formulir.", "Warga.")

    def kirim() -> Any:
        return send_idea(isi=isi, kunci=KUNCI, actor=r.diri, at=SAAT).pk

    assert len(set(berlomba(kirim, kirim))) == 1
    assert UsulPerbaikan.objects.count() == 1


@bersamaan
def test_taken_back_or_answered_but_not_both(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang)

    def tarik() -> Any:
        return withdraw_idea(usul_id=u.pk, actor=r.diri, at=SAAT).status

    def ya() -> Any:
        return try_idea(usul_id=u.pk, uji=UJI, ucapan="Ya.", versi=1, actor=r.atasan, at=SAAT).status

    hasil = berlomba(kode_atau_hasil(tarik), kode_atau_hasil(ya))
    assert set(hasil) in (
        {"ditarik", "usul_tidak_ditemukan"},
        {"ditarik", "sudah_dijawab"},
        {"sudah_dijawab", "dicoba"},
    )
