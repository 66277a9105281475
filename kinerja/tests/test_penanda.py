"""One network sends so much and no more; what counts it knows nobody and goes within a day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from kinerja.models import GaramPenanda, LayananPublik, PenandaJaringan, Ulasan
from kinerja.services.kiriman import issue_key
from kinerja.services.penanda import count_submission
from kinerja.tests.dunia_ulasan import ALAMAT, SAAT, buka, kirim, layanan
from pegawai.services.laju import TerlaluSering

__all__ = ["layanan"]
pytestmark = pytest.mark.django_db


def test_one_network_sends_twenty_in_an_hour_and_then_waits(layanan: LayananPublik) -> None:
    for _ in range(20):
        kirim(layanan)
    with pytest.raises(TerlaluSering) as salah:
        kirim(layanan)
    assert "Isian Anda masih ada" in salah.value.tindakan
    assert Ulasan.objects.count() == 20
    assert kirim(layanan, alamat="198.51.100.9").pk
    assert kirim(layanan, at=SAAT + timedelta(hours=1)).pk


def test_the_page_says_how_long_to_wait_and_keeps_the_words(layanan: LayananPublik) -> None:
    client = Client()
    for _ in range(20):
        count_submission(alamat="127.0.0.1", at=datetime.now(UTC))
    alamat, kunci = buka(client, layanan)
    jawaban = client.post(alamat, {"kunci": kunci, "jawaban": "1", "teks": "Kalimat saya"})
    assert jawaban.status_code == 429
    assert int(jawaban["Retry-After"]) >= 60
    assert "Kalimat saya" in jawaban.content.decode()


def test_sixty_a_day_from_one_network(layanan: LayananPublik) -> None:
    mulai = datetime(2026, 11, 10, 0, 0, tzinfo=UTC)
    for ke in range(60):
        count_submission(alamat=ALAMAT, at=mulai + timedelta(hours=ke // 20))
    with pytest.raises(TerlaluSering):
        count_submission(alamat=ALAMAT, at=mulai + timedelta(hours=5))


@pytest.mark.lambat
def test_a_flood_of_one_network_leaves_twenty_rows(layanan: LayananPublik) -> None:
    """Ten thousand were sent once: the same twenty rows, and nothing is written for those refused."""
    client = Client()
    with time_machine.travel(SAAT, tick=False):
        for ke in range(120):
            kunci = issue_key(tentang=f"ulasan:{layanan.kode}", at=SAAT)
            alamat = reverse("publik:ulas", args=[layanan.kode])
            jawaban = client.post(alamat, {"kunci": kunci, "jawaban": "1"}, REMOTE_ADDR=ALAMAT)
            assert jawaban.status_code == (303 if ke < 20 else 429)
    assert Ulasan.objects.count() == 20
    assert set(PenandaJaringan.objects.values_list("banyak", flat=True)) == {20}


def test_neighbours_in_one_network_of_the_new_kind_are_one(layanan: LayananPublik) -> None:
    for ke in range(20):
        count_submission(alamat=f"2001:db8:1:2::{ke:x}", at=SAAT)
    with pytest.raises(TerlaluSering):
        count_submission(alamat="2001:db8:1:2:ffff::1", at=SAAT)
    count_submission(alamat="2001:db8:1:3::1", at=SAAT)


@pytest.mark.parametrize("alamat", ["", "bukan alamat", "::ffff:203.0.113.7", "1.2.3.4, 5.6.7.8"])
def test_any_address_is_counted(alamat: str) -> None:
    count_submission(alamat=alamat, at=SAAT)
    assert PenandaJaringan.objects.count() == 2


def test_the_mark_holds_no_address_and_cannot_be_made_again_without_its_salt(layanan: LayananPublik) -> None:
    kirim(layanan)
    semula = set(PenandaJaringan.objects.values_list("kunci", flat=True))
    assert ALAMAT not in repr(list(PenandaJaringan.objects.values())) + repr(list(Ulasan.objects.values()))
    PenandaJaringan.objects.all().delete()
    GaramPenanda.objects.all().delete()
    count_submission(alamat=ALAMAT, at=SAAT)
    assert not semula & set(PenandaJaringan.objects.values_list("kunci", flat=True))


def test_a_review_points_at_no_mark() -> None:
    assert {f.related_model for f in Ulasan._meta.get_fields() if f.is_relation} & {PenandaJaringan} == set()
