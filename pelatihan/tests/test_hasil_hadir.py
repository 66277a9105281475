"""*Semua yang hadir: Selesai*: one press after a page that names who finishes, and who does not and why."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pegawai.models import Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari
from pelatihan.enums import CaraHadir, StatusPendaftaran
from pelatihan.models import Angkatan, Kehadiran, Pendaftaran, SesiAngkatan
from pelatihan.rules.pendaftaran import Tertahan, held_back
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik, SesiPabrik

pytestmark = pytest.mark.django_db
S = StatusPendaftaran


@pytest.mark.parametrize(
    ("status", "hadir", "sesi", "diri", "sebab"),
    [
        (S.SURAT_TUGAS, 2, 2, False, None),
        (S.DISETUJUI, 2, 2, False, None),
        (S.DISETUJUI, 2, 2, True, Tertahan.DIRI),
        (S.DISETUJUI, 1, 2, False, Tertahan.SEBAGIAN),
        (S.DISETUJUI, 0, 2, False, Tertahan.TANPA_HADIR),
        (S.DISETUJUI, 0, 0, False, Tertahan.TANPA_HADIR),
        (S.TIDAK_LULUS, 2, 2, False, Tertahan.TERCATAT),
    ],
)
def test_only_who_was_there_all_the_time_finishes_with_the_others(
    status: S, hadir: int, sesi: int, diri: bool, sebab: Tertahan | None
) -> None:
    assert held_back(status, hadir=hadir, sesi=sesi, diri=diri) is sebab


@pytest.fixture
def kelas() -> Angkatan:
    """It ends today and has two sessions."""
    hari = timezone.localdate()
    satu: Angkatan = AngkatanPabrik(mulai=hari, selesai=hari, daftar_sampai=hari, kursi=9)
    for _ in range(2):
        SesiPabrik(angkatan=satu)
    return satu


@pytest.fixture
def hr(client: Client, kelas: Angkatan) -> Pengguna:
    """An officer who takes part."""
    akun = hr_dari(InstansiPabrik(kode="batanghari"), pegawai=PegawaiPabrik(nama="Petugas"))
    client.force_login(akun)
    return akun


def _ikut(kelas: Angkatan, hr: Pengguna, sesi: int, nama: str = "", **lain: object) -> Pendaftaran:
    """Somebody approved who was in so many sessions."""
    lain.setdefault("pegawai", PegawaiPabrik(nama=nama))
    p: Pendaftaran = PendaftaranPabrik(angkatan=kelas, **{"status": S.SURAT_TUGAS, **lain})
    for s in SesiAngkatan.objects.filter(angkatan=kelas)[:sesi]:
        Kehadiran.objects.create(pendaftaran=p, sesi=s, cara=CaraHadir.PENYELENGGARA, oleh=hr)
    return p


def _alamat(kelas: Angkatan) -> str:
    return reverse("admin:pelatihan_angkatan_hasil_hadir", args=[kelas.pk])


def _status(*semua: Pendaftaran) -> list[str]:
    return [Pendaftaran.objects.get(pk=p.pk).status for p in semua]


def test_the_page_names_who_stays_out_and_one_press_is_enough(
    client: Client, kelas: Angkatan, hr: Pengguna
) -> None:
    hadir = [_ikut(kelas, hr, 2, f"Hadir {n}") for n in range(2)]
    sebagian, absen = _ikut(kelas, hr, 1, "Separuh"), _ikut(kelas, hr, 0, "Absen")
    gagal, diri = _ikut(kelas, hr, 2, "Gagal", status=S.TIDAK_LULUS), _ikut(kelas, hr, 2, pegawai=hr.pegawai)
    Pendaftaran.objects.filter(pk=hadir[0].pk).update(nilai_pra=40, nilai_pasca=80)
    lembar = client.get(reverse("admin:pelatihan_angkatan_hasil", args=[kelas.pk])).content.decode()
    assert f'href="{_alamat(kelas)}"' in lembar
    assert "1 dari 2 sesi" in lembar
    halaman = client.get(_alamat(kelas))
    assert {h.p.pegawai.nama: h.tertahan for h in halaman.context["tertahan"]} == {
        "Separuh": "Hadir di 1 dari 2 sesi. Tentukan hasilnya satu per satu.",
        "Absen": "Kehadirannya belum tercatat.",
        "Gagal": "Hasilnya sudah tercatat: belum lulus.",
        "Petugas": "Hasil Anda sendiri dicatat rekan Anda.",
    }
    assert "Ya, 2 peserta selesai" in halaman.content.decode()
    pilih = [f"{p.pk}-{p.versi}" for p in hadir]
    sesudah = client.post(_alamat(kelas), {"pilih": pilih}, follow=True).content.decode()
    assert "2 peserta selesai." in sesudah
    assert _status(*hadir, sebagian, absen, gagal, diri) == [
        S.SELESAI, S.SELESAI, S.SURAT_TUGAS, S.SURAT_TUGAS, S.TIDAK_LULUS, S.SURAT_TUGAS
    ]  # fmt: skip
    hadir[0].refresh_from_db()
    assert (hadir[0].nilai_pra, hadir[0].nilai_pasca) == (40, 80)


def test_nobody_finishes_who_was_not_on_the_page_or_is_not_ready_any_more(
    client: Client, kelas: Angkatan, hr: Pengguna
) -> None:
    tetap, berubah, hilang, baru = [_ikut(kelas, hr, 2, f"Orang {n}") for n in range(4)]
    Pendaftaran.objects.filter(pk=berubah.pk).update(versi=berubah.versi + 1)
    hilang.kehadiran.first().delete()
    absen = _ikut(kelas, hr, 0)
    pilih = [f"{p.pk}-{p.versi}" for p in (tetap, berubah, hilang, absen)]
    sesudah = client.post(_alamat(kelas), {"pilih": pilih}, follow=True).content.decode()
    assert _status(tetap, berubah, hilang, baru, absen) == [S.SELESAI, *[S.SURAT_TUGAS] * 4]
    assert f"{berubah.pegawai.nama_gelar}: Pendaftaran ini sekarang" in sesudah
    assert f"{hilang.pegawai.nama_gelar}: Hadir di 1 dari 2 sesi" in sesudah


def test_before_the_last_day_the_page_says_so_and_has_no_button(
    client: Client, kelas: Angkatan, hr: Pengguna
) -> None:
    p = _ikut(kelas, hr, 2)
    kelas.selesai += timedelta(days=2)
    kelas.save()
    halaman = client.get(_alamat(kelas)).content.decode()
    assert "Hasil dicatat mulai hari terakhir kelas" in halaman
    assert "Ya, 1 peserta selesai" not in halaman
    client.post(_alamat(kelas), {"pilih": [f"{p.pk}-{p.versi}"]})
    assert _status(p) == [S.SURAT_TUGAS]


def test_another_government_finds_no_such_page(client: Client, kelas: Angkatan) -> None:
    client.force_login(hr_dari(InstansiPabrik(kode="tempat-lain")))
    assert client.get(_alamat(kelas)).status_code == 404
