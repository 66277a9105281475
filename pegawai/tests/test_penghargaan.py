"""Awards and CLTN: entered by HR with a trail, shown to the person."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from asn_karier.lib.models import Jejak
from pegawai import facts
from pegawai.enums import KedudukanHukum, KodePenghargaan
from pegawai.models import Pegawai, Pengguna, Penghargaan
from pegawai.services.data_saya import collect_sections
from pegawai.services.pegawai import change_pegawai
from pegawai.tests.pabrik import PegawaiPabrik, hr_dari
from pegawai.tests.pabrik_lain import PenghargaanPabrik

pytestmark = pytest.mark.django_db
PER = date(2026, 11, 21)


@pytest.fixture
def orang() -> Pegawai:
    satu: Pegawai = PegawaiPabrik(nama="Penerima")
    return satu


@pytest.fixture
def hr(client: Client, orang: Pegawai) -> Pengguna:
    pengguna = hr_dari(orang.instansi)
    client.force_login(pengguna)
    return pengguna


def kirim(client: Client, orang: Pegawai, **isi: Any) -> Any:
    isi = {"pegawai": f"{orang.nama_gelar} ({orang.nip})", "tanggal": "17-08-2021", **isi}
    return client.post(reverse("admin:pegawai_penghargaan_add"), isi)


def test_hr_records_a_satyalancana_which_needs_no_name(client: Client, hr: Pengguna, orang: Pegawai) -> None:
    jawaban = kirim(client, orang, kode=201, nama="Karya Satya", nomor_sk="KEPPRES 1")
    assert jawaban.status_code == 302, jawaban.content.decode()
    satu = Penghargaan.objects.get()
    assert (satu.pegawai, satu.kode, satu.nama) == (orang, KodePenghargaan.SATYALANCANA_X, "")
    assert satu.history.count() == 1
    assert Jejak.objects.get(tindakan="tambah_catatan").rincian["catatan"] == "penghargaan"
    halaman = client.get(reverse("admin:pegawai_pegawai_change", args=[orang.pk])).content.decode()
    assert "Satyalancana Karya Satya X (perunggu)" in halaman
    riwayat = client.get(reverse("admin:pegawai_pegawai_history", args=[orang.pk])).content.decode()
    assert "Penghargaan. Dicatat" in riwayat


def test_another_award_has_a_name(client: Client, hr: Pengguna, orang: Pegawai) -> None:
    assert "Tuliskan nama penghargaannya." in kirim(client, orang, kode=0).content.decode()
    assert kirim(client, orang, kode=0, nama="Pegawai Teladan").status_code == 302
    assert str(Penghargaan.objects.get()) == "Pegawai Teladan 17 Agustus 2021"
    with pytest.raises(IntegrityError), transaction.atomic():
        PenghargaanPabrik(pegawai=orang, kode=0)


def test_a_recorded_award_counts_as_a_change_of_the_person(orang: Pegawai) -> None:
    saat = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
    PenghargaanPabrik(pegawai=orang, diubah_pada=saat)
    baris = list(facts.diubah_pada(saat - timedelta(seconds=1), orang.instansi_id))
    assert {"pegawai_id": orang.pk, "diubah": saat} in baris
    assert {"pegawai_id": orang.pk, "diubah": saat} not in list(facts.diubah_pada(saat, orang.instansi_id))


def test_the_person_reads_their_awards(orang: Pegawai) -> None:
    PenghargaanPabrik(pegawai=orang, nomor_sk="KEPPRES 1")
    bagian = next(b for b in collect_sections(orang, per=PER, at=timezone.now()) if b.judul == "Penghargaan")
    (baris,) = bagian.baris
    assert (baris.label, baris.nilai, baris.ket) == (
        "Satyalancana Karya Satya X (perunggu)", "17 Agustus 2021", "KEPPRES 1"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("dari", "ke", "pernah"),
    [
        (KedudukanHukum.AKTIF, KedudukanHukum.CLTN, True),
        (KedudukanHukum.CLTN, KedudukanHukum.AKTIF, True),
        (KedudukanHukum.AKTIF, KedudukanHukum.TUGAS_BELAJAR, False),
        (KedudukanHukum.CLTN, KedudukanHukum.CLTN, False),
    ],
)
def test_a_standing_of_cltn_is_remembered_when_it_comes_or_goes(dari: int, ke: int, pernah: bool) -> None:
    orang = PegawaiPabrik(kedudukan_hukum=dari)
    orang.kedudukan_hukum = ke
    change_pegawai(pegawai=orang, versi=1, alasan="SK", actor=hr_dari(orang.instansi), kanal="uji")
    orang.refresh_from_db()
    assert orang.pernah_cltn is pernah


def test_the_person_reads_that_cltn_is_recorded() -> None:
    orang = PegawaiPabrik(pernah_cltn=True)
    kepegawaian = next(
        b for b in collect_sections(orang, per=PER, at=timezone.now()) if b.judul == "Kepegawaian"
    )
    assert ("Cuti di luar tanggungan negara", "Pernah") in [(b.label, b.nilai) for b in kepegawaian.baris]
