"""What must not stay is gone when its time is over, without anybody asking for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from asn_karier.lib.sandi import kunci_sandi
from asn_karier.lib.tasks import sapuan_terdaftar
from kinerja.enums import StatusKiriman
from kinerja.models import GaramPenanda, PenandaJaringan, Ulasan
from kinerja.services.penanda import count_submission
from kinerja.services.sapu_warga import TUGAS_SAPU_WARGA, SapuanWarga, sweep_citizens
from kinerja.tests.pabrik_warga import MasukanPabrik, UlasanPabrik
from pegawai.tests.pabrik import PegawaiPabrik

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 10, 3, 0, tzinfo=UTC)


def test_marks_and_their_salt_live_for_a_day_at_most() -> None:
    count_submission(alamat="203.0.113.7", at=SAAT)
    assert sweep_citizens(at=SAAT + timedelta(hours=20)) == 0
    assert sweep_citizens(at=SAAT + timedelta(hours=24)) == 3
    assert not PenandaJaringan.objects.exists()
    assert not GaramPenanda.objects.exists()


def test_whoever_comes_first_on_the_next_day_removes_the_old_ones_too() -> None:
    count_submission(alamat="203.0.113.7", at=SAAT)
    count_submission(alamat="198.51.100.9", at=SAAT + timedelta(days=1))
    assert GaramPenanda.objects.count() == 1
    assert PenandaJaringan.objects.count() == 2


def test_the_key_of_an_opened_page_goes_when_it_can_no_longer_be_sent() -> None:
    lama = UlasanPabrik(tanpa_teks=True, hari=date(2026, 11, 8), kunci="a")
    baru = UlasanPabrik(tanpa_teks=True, hari=date(2026, 11, 9), kunci="b")
    sweep_citizens(at=SAAT)
    lama.refresh_from_db()
    baru.refresh_from_db()
    assert (lama.kunci, baru.kunci) == (None, "b")


@pytest.mark.parametrize(("pabrik", "lewat"), [(UlasanPabrik, "layanan"), (MasukanPabrik, "topik")])
def test_words_that_nobody_looked_at_are_masked_for_good(pabrik: Any, lewat: str) -> None:
    satu = pabrik(
        hari=date(2026, 10, 10), teks="petugas Yanti galak", asli=kunci_sandi("petugas Yanti galak")
    )
    PegawaiPabrik(instansi=getattr(satu, lewat).unit.instansi, nama="Yanti Contoh")
    sweep_citizens(at=SAAT + timedelta(days=1))
    satu.refresh_from_db()
    assert (satu.asli, satu.teks, satu.status) == ("", "petugas [nama] galak", StatusKiriman.MENUNGGU)


def test_words_of_the_last_thirty_days_wait_as_they_came() -> None:
    satu = UlasanPabrik(hari=date(2026, 10, 20))
    sweep_citizens(at=SAAT)
    satu.refresh_from_db()
    assert satu.asli


def test_the_sweeper_knows_it_and_rests_when_nothing_is_due() -> None:
    sapuan = sapuan_terdaftar()[TUGAS_SAPU_WARGA]
    assert list(sapuan.claimable()) == []
    count_submission(alamat="203.0.113.7", at=datetime.now(UTC) - timedelta(days=2))
    assert list(sapuan.claimable()) == [1]
    assert sapuan.process_one(1) is True
    assert list(SapuanWarga().claimable()) == []
    assert not Ulasan.objects.exists()
