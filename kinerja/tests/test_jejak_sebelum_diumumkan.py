"""What the person reads on their trail before the day tells nothing of what is announced on it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Jejak
from asn_karier.tests.peramban import masuk
from kinerja.enums import Rating
from kinerja.tests.dunia_kalibrasi import SAAT, Dunia
from pegawai.services.jejak_saya import read_trail

pytestmark = pytest.mark.django_db
ATAS, SESUAI = Rating.DI_ATAS_EKSPEKTASI.value, Rating.SESUAI_EKSPEKTASI.value


@pytest.fixture
def d(time_machine: Any) -> Dunia:
    time_machine.move_to(SAAT, tick=False)
    return Dunia()


def terbaca(d: Dunia) -> set[str]:
    """What the first of the two rated people reads about what others did."""
    return {f"{b.tindakan}: {b.tujuan}" for b in read_trail(d.orang[0], sebelum=None, banyak=50)}


def test_a_rating_changed_before_the_announcement_is_on_no_line(d: Dunia) -> None:
    Jejak.objects.all().delete()
    url = reverse("kinerja:penilaian", args=[d.siklus.pk, d.orang[0].pk])
    isi = {"hasil": ATAS, "perilaku": SESUAI, "kalimat": "Paling cepat.", "alasan": "Keliru", "versi": 1}
    assert masuk(d.penilai).post(url, isi).status_code == 302
    assert d.rating().versi == 2
    assert terbaca(d) == set()


def test_a_proposal_about_somebody_and_its_answer_are_on_no_line(d: Dunia) -> None:
    usul = d.usulkan(d.buka())
    Jejak.objects.all().delete()
    klien: Client = masuk(d.penilai)
    klien.get(reverse("kinerja:kalibrasi"))
    url = reverse("kinerja:kalibrasi_jawab", args=[usul.pk])
    klien.get(url)
    klien.post(url, {"jawaban": "terima", "alasan": "Setuju", "kalimat": "Paling cepat."})
    assert d.rating().versi == 2
    assert terbaca(d) == {"Melihat data: Melihat data"}


def test_hr_reading_a_session_is_on_the_trail_of_everybody_in_it(d: Dunia) -> None:
    sesi = d.buka()
    Jejak.objects.all().delete()
    masuk(d.hr).get(reverse("admin:kinerja_sesikalibrasi_change", args=[sesi.pk]))
    semua = Jejak.objects.filter(keperluan="Kalibrasi penilaian", kanal="admin")
    assert {j.subjek_id for j in semua} == {p.pk for p in d.orang}
