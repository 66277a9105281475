"""The HR desk tells days and hours on the clock of its government, and names the zone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from asn_karier.tests.peramban import teks
from kinerja.enums import StatusSiklus
from kinerja.models import SiklusPenilaian
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.enums import JenisPeran
from pegawai.tests.pabrik import InstansiPabrik, PeranPabrik, hr_dari

pytestmark = pytest.mark.django_db
#: The first minute of 1 July in Jayapura; in Jakarta and in UTC it is still 30 June.
DIBUKA: Final = datetime(2026, 6, 30, 15, 1, tzinfo=UTC)


def meja(zona: str = "Asia/Jayapura") -> tuple[Client, SiklusPenilaian]:
    instansi = InstansiPabrik(kode="nabire", zona_waktu=zona)
    siklus = SiklusPabrik(
        instansi=instansi, status=StatusSiklus.DIBUKA, diperiksa_pada=DIBUKA, dibuka_pada=DIBUKA
    )
    client = Client()
    client.force_login(hr_dari(instansi))
    return client, siklus


@pytest.mark.parametrize(
    ("zona", "jam"),
    [("Asia/Jayapura", "1 Juli 2026, 00.01 WIT"), ("Asia/Jakarta", "30 Juni 2026, 22.01 WIB")],
)
def test_a_list_and_a_page_of_the_desk_are_on_its_clock(zona: str, jam: str) -> None:
    client, siklus = meja(zona)
    assert jam in teks(client.get(reverse("admin:kinerja_sikluspenilaian_changelist")))
    halaman = teks(client.get(reverse("admin:kinerja_sikluspenilaian_change", args=[siklus.pk])))
    assert f"Dibuka {jam}" in halaman
    assert timezone.get_current_timezone_name() == "Asia/Jakarta"


def test_the_calendar_puts_a_moment_on_the_day_it_had_there() -> None:
    client, siklus = meja()
    isi = teks(client.get(reverse("admin:kinerja_siklus_kalender"), {"tahun": siklus.tahun}))
    assert "1 Juli 2026" in isi
    assert "30 Juni 2026" not in isi


def test_who_works_for_two_zones_reads_the_clock_of_the_server() -> None:
    client, _ = meja()
    akun = hr_dari(InstansiPabrik(kode="medan", zona_waktu="Asia/Jakarta"))
    PeranPabrik(pengguna=akun, jenis=JenisPeran.HR_INSTANSI, instansi=SiklusPenilaian.objects.get().instansi)
    client.force_login(akun)
    assert "30 Juni 2026, 22.01 WIB" in teks(client.get(reverse("admin:kinerja_sikluspenilaian_changelist")))


@pytest.mark.parametrize("nama", ["sesikalibrasi", "predikatorganisasiunit"])
def test_a_filter_that_the_list_offers_is_taken(nama: str) -> None:
    client, siklus = meja()
    url = reverse(f"admin:kinerja_{nama}_changelist")
    assert client.get(url, {"siklus__tahun": siklus.tahun}).status_code == 200
    assert client.get(url, {"siklus__status": siklus.status}).status_code == 400
