"""Rating, answering and sending against announcing and closing: shown without the lock, then held."""

from __future__ import annotations

from datetime import UTC, datetime
from threading import Thread
from typing import Any

import pytest
from django.db import connections

from asn_karier.lib.tests.lomba import berlomba, bersamaan, kode_atau_hasil, menunggu_saya
from kinerja.enums import (
    JawabanKalibrasi,
    Rating,
    StatusPenilaian,
    StatusSiklus,
)
from kinerja.models import Penilaian, SiklusPenilaian, UsulKalibrasi
from kinerja.services import kalibrasi, penilai, penilaian
from kinerja.services.kalibrasi import answer
from kinerja.services.pengumuman import announce
from kinerja.services.penilaian import Isian, Terlihat, kirim, nilai
from kinerja.services.siklus import close_siklus
from kinerja.services.siklus_terbuka import hold_open_cycle
from kinerja.tests.dunia_kalibrasi import Dunia
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik

SAAT = datetime(2027, 1, 20, 2, 0, tzinfo=UTC)
ATAS, SESUAI, BAWAH = Rating.DI_ATAS_EKSPEKTASI, Rating.SESUAI_EKSPEKTASI, Rating.DI_BAWAH_EKSPEKTASI


@pytest.mark.parametrize("terkunci", [False, True])
@bersamaan
def test_only_the_lock_keeps_a_sent_rating_from_missing_its_announcement(
    monkeypatch: pytest.MonkeyPatch, terkunci: bool
) -> None:
    """HR closes between the rater's look at the cycle and the write: shown without the lock, then held."""
    d = Dunia()
    telat = PegawaiPabrik(pelaksana=True, atasan=d.penilai.pegawai)
    nilai(siklus=d.siklus, isian=[Isian(telat.pk, SESUAI, SESUAI, "", None)], actor=d.penilai, at=SAAT)
    penutup = Thread(target=_tutup, args=[d])

    def lihat(siklus: SiklusPenilaian, **isi: Any) -> SiklusPenilaian:
        kini = hold_open_cycle(siklus, **isi) if terkunci else SiklusPenilaian.objects.get(pk=siklus.pk)
        penutup.start()
        assert menunggu_saya(penutup) is terkunci
        return kini

    monkeypatch.setattr(penilaian, "hold_open_cycle", lihat)
    kirim(siklus=d.siklus, terlihat=[Terlihat(telat.pk, 1)], actor=d.penilai, at=SAAT)
    penutup.join()
    d.siklus.refresh_from_db()
    assert d.siklus.status == StatusSiklus.DITUTUP
    terlupa = Penilaian.objects.filter(status=StatusPenilaian.DIKIRIM).exists()
    assert terlupa is not terkunci


def _tutup(d: Dunia) -> None:
    try:
        close_siklus(siklus=d.siklus, actor=d.hr, at=SAAT)
    finally:
        connections.close_all()


@bersamaan
def test_an_answer_and_the_closing_come_one_after_the_other() -> None:
    d = Dunia()
    usul = d.usulkan(d.buka(), rating_perilaku=ATAS)
    isi: dict[str, Any] = {"terima": True, "umpan_balik": "Ya.", "alasan": "Ya.", "at": SAAT}
    hasil = berlomba(
        kode_atau_hasil(lambda: answer(usul=usul, actor=d.penilai, **isi).jawaban),
        kode_atau_hasil(lambda: close_siklus(siklus=d.siklus, actor=d.hr, at=SAAT).status),
    )
    assert StatusSiklus.DITUTUP in hasil
    p, jawaban = d.rating(), UsulKalibrasi.objects.get(pk=usul.pk).jawaban
    assert p.status == StatusPenilaian.DITETAPKAN
    assert (p.predikat == 5) == (jawaban == JawabanKalibrasi.DITERIMA)


@bersamaan
def test_sending_and_announcing_at_once_leave_nobody_unannounced() -> None:
    d = Dunia()
    telat = PegawaiPabrik(pelaksana=True, atasan=d.penilai.pegawai)
    isian = [Isian(telat.pk, SESUAI, SESUAI, "", None)]
    nilai(siklus=d.siklus, isian=isian, actor=d.penilai, at=SAAT)
    terlihat = [Terlihat(telat.pk, 1)]
    berlomba(
        lambda: kirim(siklus=d.siklus, terlihat=terlihat, actor=d.penilai, at=SAAT),
        lambda: announce(siklus=d.siklus, actor=d.hr, at=SAAT),
    )
    assert not Penilaian.objects.exclude(status=StatusPenilaian.DITETAPKAN).exists()


@bersamaan
def test_two_raters_of_one_person_at_once_leave_one_rating() -> None:
    """The atasan changes while both have the page open: only the present one is heard."""
    d = Dunia()
    orang = PegawaiPabrik(pelaksana=True, atasan=d.penilai.pegawai)
    isian = [Isian(orang.pk, SESUAI, SESUAI, "", None)]

    def ganti_atasan() -> str:
        Pegawai.objects.filter(pk=orang.pk).update(atasan=d.rekan.pegawai_id)
        nilai(
            siklus=d.siklus,
            isian=[isian[0]._replace(rating_hasil=ATAS, umpan_balik="Ya.")],
            actor=d.rekan,
            at=SAAT,
        )
        return "rekan"

    def lama() -> str:
        nilai(siklus=d.siklus, isian=isian, actor=d.penilai, at=SAAT)
        return "penilai"

    hasil = berlomba(kode_atau_hasil(lama), kode_atau_hasil(ganti_atasan))
    assert set(hasil) <= {"rekan", "penilai", "bukan_atasan", "penilaian_hilang", "versi_lama"}
    assert Penilaian.objects.filter(pegawai=orang).count() == 1


@pytest.mark.parametrize("terkunci", [False, True])
@bersamaan
def test_only_the_lock_keeps_an_answer_of_calibration_before_the_closing(
    monkeypatch: pytest.MonkeyPatch, terkunci: bool
) -> None:
    """HR closes between the look at the cycle and the answer: shown without the lock, then held."""
    d = Dunia()
    usul = d.usulkan(d.buka())
    penutup = Thread(target=_tutup, args=[d])
    asli = kalibrasi._hold

    def lihat(siklus: SiklusPenilaian) -> SiklusPenilaian:
        kini = asli(siklus) if terkunci else SiklusPenilaian.objects.get(pk=siklus.pk)
        penutup.start()
        assert menunggu_saya(penutup) is terkunci
        return kini

    monkeypatch.setattr(kalibrasi, "_hold", lihat)
    answer(usul=usul, terima=False, umpan_balik="", alasan="Tetap.", actor=d.penilai, at=SAAT)
    penutup.join()
    usul.refresh_from_db()
    d.siklus.refresh_from_db()
    assert (usul.dijawab_pada, d.siklus.status) == (SAAT, StatusSiklus.DITUTUP)


@pytest.mark.parametrize("terkunci", [False, True])
@bersamaan
def test_only_the_lock_keeps_a_former_atasan_from_rating_after_the_change(
    monkeypatch: pytest.MonkeyPatch, terkunci: bool
) -> None:
    """The atasan changes between the look at who rates and the write: shown without the lock, then held."""
    d = Dunia()
    orang = PegawaiPabrik(pelaksana=True, atasan=d.penilai.pegawai)
    pengganti = Thread(target=_ganti, args=[orang, d])
    asli = penilai.hold

    def lihat(pegawai_ids: Any) -> list[Pegawai]:
        semua = asli(pegawai_ids) if terkunci else list(Pegawai.objects.filter(pk__in=pegawai_ids))
        bagian = penilai.parts_to_rate(d.siklus, penilai_id=d.penilai.pegawai_id)
        monkeypatch.setattr(penilai, "parts_to_rate", lambda siklus, *, penilai_id: bagian)
        pengganti.start()
        assert menunggu_saya(pengganti) is terkunci
        return semua

    monkeypatch.setattr(penilai, "hold", lihat)
    nilai(siklus=d.siklus, isian=[Isian(orang.pk, SESUAI, SESUAI, "", None)], actor=d.penilai, at=SAAT)
    pengganti.join()
    orang.refresh_from_db()
    baris = Penilaian.objects.get(pegawai=orang)
    assert (orang.atasan_id, baris.penilai_id) == (d.rekan.pegawai_id, d.penilai.pegawai_id)


def _ganti(orang: Pegawai, d: Dunia) -> None:
    try:
        Pegawai.objects.filter(pk=orang.pk).update(atasan=d.rekan.pegawai_id)
    finally:
        connections.close_all()
