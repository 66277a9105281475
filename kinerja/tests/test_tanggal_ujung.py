"""A year typed wrong is no server error: not for whoever types it, nor on every page that names the day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from kinerja.enums import CaraPengumuman, JenisSiklus
from kinerja.models import PenerimaArahan, PerpanjanganSiklus
from kinerja.querysets.etika import is_over
from kinerja.services.tenggat import day_over
from kinerja.tests import pabrik_realisasi as r
from kinerja.tests.pabrik_etika import JawabanPabrik, KasusPabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

AKHIR = date(9999, 12, 31)


def test_the_first_moment_after_a_day() -> None:
    jayapura = day_over(date(2026, 12, 31), "Asia/Jayapura")
    assert jayapura.astimezone(UTC) == datetime(2026, 12, 31, 15, tzinfo=UTC)
    assert day_over(AKHIR, "Asia/Jayapura").date() == AKHIR


@pytest.fixture
def akun(time_machine: Any) -> Pengguna:
    time_machine.move_to(r.SAAT, tick=False)
    atasan = PegawaiPabrik(struktural=True, instansi__zona_waktu="Asia/Jayapura")
    orang = PegawaiPabrik(pelaksana=True, atasan=atasan, instansi=atasan.instansi)
    pengguna: Pengguna = PenggunaPabrik(pegawai=orang)
    return pengguna


@pytest.mark.django_db
def test_a_direction_until_the_end_of_the_calendar_breaks_no_page(akun: Pengguna) -> None:
    pimpinan = masuk(PenggunaPabrik(pegawai=akun.pegawai.atasan))
    isi = {
        "untuk": "langsung",
        "judul": "Rapikan arsip",
        "isi": "",
        "tenggat": "31-12-9999",
        "kunci": uuid4(),
    }
    assert pimpinan.post(reverse("kinerja:arahan_beri"), isi, follow=True).status_code == 200
    satu = reverse("kinerja:arahan_saya", args=[PenerimaArahan.objects.get().pk])
    for halaman in ("/", reverse("kinerja:saya"), reverse("kinerja:arahan"), satu):
        assert "Rapikan arsip" in masuk(akun).get(halaman).content.decode() or halaman.endswith("kinerja/")


@pytest.mark.django_db
def test_an_extension_until_the_end_of_the_calendar_breaks_no_page(akun: Pengguna) -> None:
    skp, siklus = r.skp_pabrik(akun.pegawai), r.siklus_pabrik(akun.pegawai.instansi)
    PerpanjanganSiklus.objects.create(
        siklus=siklus, pegawai=akun.pegawai, sampai=AKHIR, alasan="Sinyal", pada=r.SAAT
    )
    klien = masuk(akun)
    for halaman in ("/", reverse("kinerja:saya"), reverse("kinerja:realisasi", args=[siklus.pk, skp.pk])):
        assert "31 Desember 9999" in klien.get(halaman).content.decode()


@pytest.mark.django_db
def test_a_case_of_ethics_until_the_end_of_the_calendar_is_read(akun: Pengguna) -> None:
    kasus = KasusPabrik(instansi=akun.pegawai.instansi, mulai=date(2026, 1, 1), batas=AKHIR)
    JawabanPabrik(kasus=kasus, pegawai=akun.pegawai)
    halaman = masuk(akun).get(reverse("kinerja:etika_kasus", args=[kasus.pk]))
    assert "31 Desember 9999" in halaman.content.decode()
    assert not is_over(kasus, r.SAAT)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("nama", "nilai"),
    [
        *(("tahun", t) for t in ("0", "9999", "32767", "99999999999999999999")),
        *(("batas", h) for h in ("31-12-9999", "01-01-2030")),
        ("mulai", "01-01-0001"),
    ],
)
def test_a_case_of_ethics_is_of_a_year_and_a_day_that_have_one_after_them(
    akun: Pengguna, nama: str, nilai: str
) -> None:
    """A copy for next year adds a year, and to its last day as much as this case ran."""
    isi = {
        "instansi": akun.pegawai.instansi_id,
        "tahun": "2026",
        "keluarga": 0,
        "judul": "Judul saya",
        "mulai": "01-11-2026",
        "batas": "30-11-2026",
    }
    klien = masuk(hr_dari(akun.pegawai.instansi))
    jawab = klien.post(reverse("admin:kinerja_kasusetika_add"), isi | {nama: nilai})
    salah = jawab.context["adminform"].form.errors
    assert {"tahun", "mulai", "batas"} & set(salah) == {nama}
    assert "Judul saya" in jawab.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("hari", ["01-01-0001", "31-12-9999"])
def test_a_cycle_ends_near_the_year_that_it_rates(akun: Pengguna, hari: str) -> None:
    """The page of its opening counts back from its last day to the days of its messages."""
    klien = masuk(hr_dari(akun.pegawai.instansi))
    isi = {
        "instansi": akun.pegawai.instansi_id,
        "tahun": "2026",
        "jenis": JenisSiklus.TAHUNAN,
        "nama": "Nama saya",
        "pengumuman": CaraPengumuman.LANGSUNG,
        "batas_pengisian": hari,
        "batas_penilaian": hari,
    }
    jawab = klien.post(reverse("admin:kinerja_sikluspenilaian_add"), isi)
    assert set(jawab.context["form"].errors) == {"batas_pengisian", "batas_penilaian"}
    assert "Nama saya" in jawab.content.decode()
    dekat = {"batas_pengisian": "15-01-2027", "batas_penilaian": "31-01-2027"}
    assert klien.post(reverse("admin:kinerja_sikluspenilaian_add"), isi | dekat).status_code == 302
