"""A cycle at the HR desk: checked, opened, closed, each step with the next one at hand."""

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.models import Jejak
from kinerja.enums import StatusSiklus
from kinerja.models import SiklusPenilaian
from kinerja.tests.pabrik import SiklusPabrik
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, hr_dari

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def siklus(client: Client, orang: Pegawai) -> SiklusPenilaian:
    client.force_login(hr_dari(orang.instansi))
    siklus: SiklusPenilaian = SiklusPabrik(instansi=orang.instansi, status=StatusSiklus.DISIAPKAN)
    return siklus


def langkah(client: Client, siklus: SiklusPenilaian) -> list[str]:
    """The steps that the page of a cycle offers, the main one first."""
    halaman = client.get(reverse("admin:kinerja_sikluspenilaian_change", args=[siklus.pk]))
    return [a["teks"] for a in halaman.context["aksi"]]


def test_a_new_cycle_is_checked_first_and_then_opened(client: Client, siklus: SiklusPenilaian) -> None:
    assert langkah(client, siklus) == ["Periksa data"]

    client.get(reverse("admin:kinerja_siklus_periksa", args=[siklus.pk]))
    assert langkah(client, siklus) == ["Buka siklus", "Periksa data"]

    client.post(reverse("admin:kinerja_siklus_buka", args=[siklus.pk]))
    siklus.refresh_from_db()
    assert siklus.status == StatusSiklus.DIBUKA
    assert langkah(client, siklus) == [
        "Pantau siklus",
        "Jalankan perhitungan",
        "Periksa data",
        "Perpanjang batas",
        "Tutup siklus",
    ]


def test_a_cycle_that_nobody_checked_is_not_opened(client: Client, siklus: SiklusPenilaian) -> None:
    halaman = client.post(reverse("admin:kinerja_siklus_buka", args=[siklus.pk]))
    assert "belum diperiksa" in halaman.content.decode()
    siklus.refresh_from_db()
    assert siklus.status == StatusSiklus.DISIAPKAN


def test_a_closed_cycle_stays_closed(client: Client, siklus: SiklusPenilaian) -> None:
    SiklusPenilaian.objects.update(status=StatusSiklus.DIBUKA)
    client.post(reverse("admin:kinerja_siklus_pasti", args=[siklus.pk]), {"catatan": ""})
    siklus.refresh_from_db()
    assert siklus.status == StatusSiklus.DITUTUP
    assert langkah(client, siklus) == ["Jalankan perhitungan", "Pantau siklus"]


def test_the_note_of_a_closing_stands_in_no_address_and_is_kept(
    client: Client, siklus: SiklusPenilaian
) -> None:
    SiklusPenilaian.objects.update(status=StatusSiklus.DIBUKA)
    PegawaiPabrik(pelaksana=True, atasan=PegawaiPabrik(struktural=True, instansi=siklus.instansi))
    tutup = reverse("admin:kinerja_siklus_tutup", args=[siklus.pk])
    awal = client.get(tutup).context["form"]
    isi = {"pilihan": "tutup", "catatan": "Ani sakit", "batas_dibaca": awal["batas_dibaca"].value()}
    jawaban = client.post(tutup, isi)
    assert jawaban["Location"] == reverse("admin:kinerja_siklus_pasti", args=[siklus.pk])
    client.post(jawaban["Location"] + "?catatan=Dari+alamat")
    assert Jejak.objects.get(tindakan="tutup_siklus").keperluan == "Ani sakit"
