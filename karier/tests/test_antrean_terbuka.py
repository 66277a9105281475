"""*Antrean terbuka*: numbers for everybody, a range for oneself, names at the desk alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from karier.services.antrean_terbuka import queue_of, vacancies
from karier.tests.pabrik_jalur import berjenjang
from karier.tests.pembaca import halaman, jalankan, sebagai
from kinerja.tests.pabrik import PakPabrik, predikat_tahun
from pegawai.enums import JenisUjian
from pegawai.models import JadwalUjian, KebutuhanJabatan, PetaJabatan, RiwayatJabatan
from pegawai.tests.pabrik import (
    HasilUjianPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
HARI = date(2026, 11, 21)


def siap(unit: Any, nama: str) -> Any:
    """An Ahli Muda who lacks nothing but a vacant post."""
    orang = PegawaiPabrik(fungsional=True, instansi=unit.instansi, unit=unit, nama=nama)
    predikat_tahun(orang, 2024, 2025)
    PakPabrik(pegawai=orang, jumlah_senti=60_000, sampai=date(2025, 12, 31))
    HasilUjianPabrik(pegawai=orang, jenis=JenisUjian.UJI_KOMPETENSI_JENJANG, tanggal=date(2026, 5, 1))
    return orang


@pytest.fixture
def antre() -> tuple[Any, list[Any]]:
    """Eleven people of one unit and one of another; the target post."""
    unit = UnitKerjaPabrik(instansi=InstansiPabrik(kode="batanghari"), nama="Dinas Satu")
    lain = UnitKerjaPabrik(instansi=unit.instansi, nama="Dinas Kecil")
    orang = [*(siap(unit, f"Rahasia {n}") for n in range(11)), siap(lain, "Rahasia Lain")]
    madya = berjenjang(orang[0].riwayat_jabatan.get().jabatan)
    nyatakan_lengkap(unit.instansi)
    jalankan(orang[0])
    return madya, orang


def test_everybody_reads_numbers_and_a_range_and_nobodys_name(antre: tuple[Any, list[Any]]) -> None:
    madya, orang = antre
    isi = halaman(sebagai(orang[3]), "karier:antrean", madya.pk)
    assert "<dt>Memenuhi syarat pribadi</dt><dd>12 pegawai</dd>" in isi
    assert "Anda di antara 10 teratas." in isi
    assert not [o.nama for o in orang if o.nama in isi and o != orang[3]]
    # The small unit could be told from the total: both are left out.
    assert "Dinas Satu" not in isi
    assert "2 unit lain" in isi


def test_a_queue_of_nobody_reads_as_a_sentence(antre: tuple[Any, list[Any]]) -> None:
    madya, orang = antre
    utama = berjenjang(madya)
    RiwayatJabatan.objects.create(pegawai=orang[0], jabatan=madya, tmt=date(2020, 1, 1))
    isi = halaman(sebagai(orang[3]), "karier:antrean", utama.pk)
    assert "<dd>Belum ada pegawai</dd>" in isi
    assert "<dt>Kosong karena pensiun</dt><dd>Belum ada pemegang jabatan</dd>" in isi
    assert "0 dari 0" not in isi


def test_who_rises_from_elsewhere_has_no_place_and_who_lacks_something_is_told(
    antre: tuple[Any, list[Any]],
) -> None:
    madya, orang = antre
    luar = PegawaiPabrik(pelaksana=True, instansi=orang[0].instansi)
    assert "Letak Anda" not in halaman(sebagai(luar), "karier:antrean", madya.pk)
    kurang = PegawaiPabrik(fungsional=True, instansi=orang[0].instansi)
    assert "Anda belum masuk antrean" in halaman(sebagai(kurang), "karier:antrean", madya.pk)
    assert "Antrean jenjang berikut Anda" in halaman(sebagai(kurang), "karier:antrean_daftar")


def test_before_the_first_run_and_in_a_small_group_nothing_is_told(saya: Any) -> None:
    orang = siap(UnitKerjaPabrik(instansi=saya.instansi, nama="Dinas Satu"), "Sendiri")
    madya = berjenjang(orang.riwayat_jabatan.get().jabatan)
    assert "belum ada perhitungan" in halaman(sebagai(orang), "karier:antrean", madya.pk)
    jalankan(orang)
    isi = halaman(sebagai(orang), "karier:antrean", madya.pk)
    assert "Kurang dari 10 pegawai" in isi
    assert "tidak ditampilkan agar tidak menunjuk orang" in isi


def test_vacancies_are_as_stated_else_the_map_of_posts_minus_holders(antre: tuple[Any, list[Any]]) -> None:
    madya, orang = antre
    instansi, unit = orang[0].instansi, orang[0].unit
    assert vacancies(instansi.pk, madya, HARI).kini is None
    pemegang = PegawaiPabrik(instansi=instansi, tanggal_lahir=date(1967, 3, 1))
    pemegang.riwayat_jabatan.create(jabatan=madya, tmt=date(2020, 1, 1))
    jalankan(pemegang)
    PetaJabatan.objects.create(
        instansi=instansi, unit=unit, jabatan=madya, kebutuhan=4, per_tanggal=date(2026, 1, 1)
    )
    lowongan = vacancies(instansi.pk, madya, HARI)
    assert (lowongan.kini, lowongan.pemegang, lowongan.nanti) == (3, 1, {1: 1, 2: 1, 5: 1})
    KebutuhanJabatan.objects.create(
        instansi=instansi, jabatan=madya, lowongan=2, per_tanggal=date(2026, 6, 1)
    )
    assert vacancies(instansi.pk, madya, HARI).kini == 2


def test_the_next_exam_stands_there(antre: tuple[Any, list[Any]]) -> None:
    madya, orang = antre
    for hari in (date(2026, 10, 1), date(2027, 2, 1), date(2027, 5, 1)):
        JadwalUjian.objects.create(
            instansi=orang[0].instansi, jenis=JenisUjian.UJI_KOMPETENSI_JENJANG, jenjang=madya.jenjang,
            tanggal=hari, tempat="Aula",
        )  # fmt: skip
    assert "1 Februari 2027, Aula" in halaman(sebagai(orang[0]), "karier:antrean", madya.pk)


def test_names_are_for_hr_alone_and_never_the_officers_own(antre: tuple[Any, list[Any]]) -> None:
    madya, orang = antre
    hr = hr_dari(orang[0].instansi)
    alamat = reverse("admin:karier_langkahkarier_antrean")
    isi = sebagai(hr).get(alamat, {"jabatan": madya.pk}).content.decode()
    assert "Rahasia 3" in isi
    petugas = PenggunaPabrik(pegawai=orang[3], is_staff=True)
    PeranPabrik(pengguna=petugas, instansi=orang[0].instansi)
    isi = sebagai(petugas).get(alamat, {"jabatan": madya.pk}).content.decode()
    assert "Rahasia 4" in isi
    assert reverse("admin:pegawai_pegawai_change", args=[orang[3].pk]) not in isi


def test_hr_who_reads_the_names_reads_how_many_they_are(saya: Any) -> None:
    orang = siap(UnitKerjaPabrik(instansi=saya.instansi, nama="Dinas Satu"), "Sendiri")
    madya = berjenjang(orang.riwayat_jabatan.get().jabatan)
    jalankan(orang)
    alamat = reverse("admin:karier_langkahkarier_antrean")
    isi = sebagai(hr_dari(saya.instansi)).get(alamat, {"jabatan": madya.pk}).content.decode()
    assert "<dd>1 pegawai</dd>" in isi
    assert "agar tidak menunjuk orang" not in isi


def test_the_queue_costs_the_same_for_many(antre: tuple[Any, list[Any]]) -> None:
    madya, orang = antre

    def biaya() -> int:
        with CaptureQueriesContext(connection) as c:
            queue_of(instansi_id=orang[0].instansi_id, jabatan=madya, per=HARI)
        return len(c)

    dua_belas = biaya()
    for n in range(6):
        siap(orang[0].unit, f"Baru {n}")
    jalankan(orang[0])
    assert biaya() == dua_belas


def test_a_post_to_which_nobody_rises_has_no_queue(saya: Any) -> None:
    pos = saya.riwayat_jabatan.get().jabatan
    assert sebagai(saya).get(reverse("karier:antrean", args=[pos.pk])).status_code == 404
