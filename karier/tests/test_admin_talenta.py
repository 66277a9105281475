"""Talent scores at the HR desk: two decimals on the screen, for HR of the person and nobody else."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from karier.facts import diubah_pada
from karier.models import KomponenTalenta
from karier.tests.jalan import SAAT
from karier.tests.pabrik import KomponenTalentaPabrik
from pegawai.enums import JenisPeran
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, PeranPabrik, hr_dari

pytestmark = pytest.mark.django_db
TAMBAH = "admin:karier_komponentalenta_add"
DAFTAR = "admin:karier_komponentalenta_changelist"


@pytest.fixture
def orang() -> Pegawai:
    satu: Pegawai = PegawaiPabrik(nama="Calon Pemimpin")
    return satu


@pytest.fixture
def hr(client: Client, orang: Pegawai) -> Pengguna:
    pengguna = hr_dari(orang.instansi)
    client.force_login(pengguna)
    return pengguna


def isian(orang: Pegawai, **skor: str) -> dict[str, Any]:
    return {"pegawai": f"{orang.nama_gelar} ({orang.nip})", "tanggal": "30-06-2026", **skor}


def halaman(client: Client, orang: Pegawai) -> str:
    return client.get(reverse("admin:pegawai_pegawai_change", args=[orang.pk])).content.decode()


def test_hr_enters_points_and_hundredths_are_stored(client: Client, hr: Pengguna, orang: Pegawai) -> None:
    isi = isian(orang, potensi="82,5", pengembangan="100", kesesuaian="0", umpan_balik="99,99", sumber="Tim")
    jawaban = client.post(reverse(TAMBAH), isi)
    assert jawaban.status_code == 302, jawaban.content.decode()
    satu = KomponenTalenta.objects.get()
    skor = (satu.potensi, satu.pengembangan, satu.pengalaman, satu.kesesuaian, satu.umpan_balik)
    assert (satu.pegawai, satu.tanggal, skor) == (orang, date(2026, 6, 30), (8250, 10_000, None, 0, 9999))
    assert "potensi 82,5, pengembangan kompetensi 100, kesesuaian kualifikasi 0, umpan balik 360° 99,99" in (
        halaman(client, orang)
    )


@pytest.mark.parametrize(
    ("skor", "pesan"),
    [
        ({"potensi": "100,01"}, "Paling besar 100."),
        ({"potensi": "-1"}, "Paling kecil 0."),
        ({"potensi": "82,555"}, "Paling banyak 2 angka di belakang koma."),
        ({"potensi": "baik"}, "Isi dengan angka"),
        ({}, "Isi paling sedikit satu skor."),
    ],
)
def test_what_is_no_score_is_refused(
    client: Client, hr: Pengguna, orang: Pegawai, skor: dict[str, str], pesan: str
) -> None:
    jawaban = client.post(reverse(TAMBAH), isian(orang, **skor))
    assert jawaban.status_code == 200
    assert pesan in jawaban.content.decode()
    assert not KomponenTalenta.objects.exists()


def test_a_correction_keeps_the_old_scores_and_shows_the_stored_ones_as_points(
    client: Client, hr: Pengguna, orang: Pegawai
) -> None:
    satu = KomponenTalentaPabrik(pegawai=orang)
    url = reverse("admin:karier_komponentalenta_change", args=[satu.pk])
    assert 'value="82,50"' in client.get(url).content.decode()
    isi = {"tanggal": "30-06-2026", "potensi": "90", "pengembangan": "70", "penghargaan": "0"}
    isi |= {"alasan": "Berita acara 2", "diubah_dibaca": satu.diubah_pada.isoformat()}
    assert client.post(url, isi).status_code == 302
    satu.refresh_from_db()
    assert (satu.potensi, satu.pengembangan, satu.penghargaan, satu.penugasan) == (9000, 7000, 0, None)
    assert list(satu.history.values_list("potensi", flat=True)) == [9000, 8250]


def test_only_hr_of_the_person_reads_scores(client: Client, orang: Pegawai) -> None:
    satu = KomponenTalentaPabrik(pegawai=orang, sumber="Rahasia Tim")
    auditor = PeranPabrik(
        instansi=orang.instansi, jenis=JenisPeran.AUDITOR, pengguna=PenggunaPabrik(is_staff=True)
    ).pengguna
    client.force_login(auditor)
    assert "Rahasia Tim" not in halaman(client, orang)
    assert "Komponen talenta" not in halaman(client, orang)
    assert client.get(reverse(DAFTAR)).status_code == 403
    assert client.get(reverse("admin:karier_komponentalenta_change", args=[satu.pk])).status_code == 404
    client.force_login(hr_dari(orang.instansi))
    assert "Rahasia Tim" in halaman(client, orang)


def test_the_trail_of_scores_is_read_by_hr_of_the_person_only(client: Client, orang: Pegawai) -> None:
    client.force_login(hr_dari(orang.instansi, nama="Petugas"))
    assert client.post(reverse(TAMBAH), isian(orang, potensi="80")).status_code == 302
    lain = hr_dari(orang.instansi)
    auditor = PeranPabrik(instansi=orang.instansi, jenis=JenisPeran.AUDITOR, pengguna__is_staff=True).pengguna
    terbaca = []
    for akun in (lain, auditor):
        client.force_login(akun)
        terbaca.append(
            "Tambah catatan" in client.get(reverse("admin:inti_jejak_changelist")).content.decode()
        )
    assert terbaca == [True, False]


def test_an_officer_reads_their_own_scores_but_does_not_change_them(client: Client, orang: Pegawai) -> None:
    satu = KomponenTalentaPabrik(pegawai=orang)
    client.force_login(hr_dari(orang.instansi, pegawai=orang))
    url = reverse("admin:karier_komponentalenta_change", args=[satu.pk])
    teks = client.get(url).content.decode()
    assert "potensi 82,5" in teks
    assert 'name="potensi"' not in teks
    assert client.post(url, {"tanggal": "30-06-2026", "potensi": "100"}).status_code == 403


def test_written_scores_count_as_a_change_of_the_person(orang: Pegawai) -> None:
    KomponenTalentaPabrik(pegawai=orang, diubah_pada=SAAT)
    KomponenTalentaPabrik(pegawai=PegawaiPabrik(instansi__kode="nabire"), diubah_pada=SAAT)
    sebelum = SAAT.replace(year=2025)
    assert [b["pegawai_id"] for b in diubah_pada(sebelum, orang.instansi_id)] == [orang.pk]
    assert not list(diubah_pada(SAAT, orang.instansi_id))
