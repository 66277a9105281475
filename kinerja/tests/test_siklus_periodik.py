"""The cycle of a quarter: sent, announced or closed like the year, but never calibrated."""

from __future__ import annotations

from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.models import Outbox
from kinerja.enums import CaraPengumuman, JenisSiklus, Rating, StatusPenilaian, StatusSiklus
from kinerja.models import EvaluasiPeriodik, KonversiAngkaKredit, PengaturanKinerja, Penilaian, SesiKalibrasi
from kinerja.services.kalibrasi import open_session
from kinerja.services.pengumuman import announce
from kinerja.services.penilaian import Isian, ubah_terkirim
from kinerja.services.siklus import close_siklus, start_penetapan
from kinerja.tests.pabrik_bagian import SAAT, SESUAI, DuaAtasan, dua_atasan, mengirim, menilai
from pegawai.tests.pabrik import hr_dari

pytestmark = pytest.mark.django_db


@pytest.fixture
def d() -> DuaAtasan:
    return dua_atasan(pengumuman=CaraPengumuman.BERSAMA)


def kirim_semua(d: DuaAtasan) -> None:
    for akun in (d.lama, d.baru):
        mengirim(d, menilai(d, akun), akun)


def status() -> set[str]:
    return set(EvaluasiPeriodik.objects.values_list("status", flat=True))


def terbaca(d: DuaAtasan) -> int:
    return EvaluasiPeriodik.objects.visible_to(d.asn).count()


def mulai(d: DuaAtasan, **lain: Any) -> Any:
    return start_penetapan(siklus=d.siklus, actor=hr_dari(d.siklus.instansi), at=SAAT)


def test_the_parts_of_a_quarter_wait_for_one_announcement_and_are_read_after_it(d: DuaAtasan) -> None:
    kirim_semua(d)
    assert (status(), terbaca(d)) == ({StatusPenilaian.DIKIRIM}, 0)
    mulai(d)
    assert announce(siklus=d.siklus, actor=hr_dari(d.siklus.instansi), at=SAAT) == 2
    assert (status(), terbaca(d)) == ({StatusPenilaian.DITETAPKAN}, 2)
    assert not Penilaian.objects.exists()


def test_a_quarter_is_announced_in_penetapan_only_and_once(d: DuaAtasan) -> None:
    hr = hr_dari(d.siklus.instansi)
    with pytest.raises(Bentrok):
        announce(siklus=d.siklus, actor=hr, at=SAAT)
    mulai(d)
    announce(siklus=d.siklus, actor=hr, at=SAAT)
    with pytest.raises(Bentrok):
        announce(siklus=d.siklus, actor=hr, at=SAAT)


def test_a_part_that_is_sent_late_is_a_result_at_once(d: DuaAtasan) -> None:
    mengirim(d, menilai(d, d.lama), d.lama)
    mulai(d)
    announce(siklus=d.siklus, actor=hr_dari(d.siklus.instansi), at=SAAT)
    telat = mengirim(d, menilai(d, d.baru), d.baru)
    assert telat.status == StatusPenilaian.DITETAPKAN


def test_in_penetapan_each_changes_their_own_part_with_a_reason(d: DuaAtasan) -> None:
    kirim_semua(d)
    mulai(d)
    isian = Isian(d.orang.pk, Rating.DI_ATAS_EKSPEKTASI, SESUAI, "Arsip rapi.", 1)
    ubah_terkirim(siklus=d.siklus, isian=isian, alasan="Data baru.", actor=d.lama, at=SAAT)
    rating = dict(EvaluasiPeriodik.objects.values_list("penilai", "rating_hasil"))
    assert rating == {d.lama.pegawai_id: Rating.DI_ATAS_EKSPEKTASI, d.baru.pegawai_id: SESUAI}


def test_closing_a_quarter_publishes_what_was_sent_and_leaves_drafts(d: DuaAtasan) -> None:
    mengirim(d, menilai(d, d.lama), d.lama)
    menilai(d, d.baru)
    close_siklus(siklus=d.siklus, actor=hr_dari(d.siklus.instansi), at=SAAT)
    assert status() == {StatusPenilaian.DITETAPKAN, StatusPenilaian.DRAF}
    assert terbaca(d) == 1
    with pytest.raises(DomainError, match="sudah ditutup"):
        menilai(d, d.baru, versi=1)


def test_the_event_of_a_closed_quarter_says_that_it_is_one(d: DuaAtasan) -> None:
    close_siklus(siklus=d.siklus, actor=None, at=SAAT)
    muatan = Outbox.objects.get(kunci=f"kinerja.siklus_ditutup:{d.siklus.pk}").muatan
    assert muatan["jenis"] == JenisSiklus.TRIWULAN


def test_a_quarter_is_not_calibrated(d: DuaAtasan) -> None:
    mulai(d)
    with pytest.raises(DomainError):
        open_session(siklus=d.siklus, unit=None, peserta=[], actor=hr_dari(d.siklus.instansi), at=SAAT)
    assert not SesiKalibrasi.objects.exists()


@pytest.mark.parametrize(("mau", "banyak"), [(True, 2), (False, 0)])
def test_the_announcement_makes_the_periodic_conversions_that_were_asked_for(
    d: DuaAtasan, mau: bool, banyak: int
) -> None:
    PengaturanKinerja.objects.create(instansi=d.siklus.instansi, konversi_periodik=mau)
    kirim_semua(d)
    mulai(d)
    assert not KonversiAngkaKredit.objects.exists()
    announce(siklus=d.siklus, actor=hr_dari(d.siklus.instansi), at=SAAT)
    assert KonversiAngkaKredit.objects.filter(siklus=d.siklus).count() == banyak


def test_an_open_quarter_takes_ratings_and_a_prepared_one_does_not() -> None:
    d = dua_atasan(status=StatusSiklus.DISIAPKAN)
    with pytest.raises(DomainError, match="belum dibuka"):
        menilai(d, d.baru)
