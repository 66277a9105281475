"""The pages of SIASN at the HR desk: who exports, and both values side by side."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.lib.errors import TidakDitemukan
from kinerja.enums import JenisSiklus, Predikat, StatusPenilaian
from kinerja.models import EvaluasiPeriodik, Penilaian, PenilaianSiasn
from kinerja.services.siasn_ekspor import prepare_export
from kinerja.tests.bantu_ekspor import Dunia, balik
from kinerja.tests.pabrik_keberatan import EvaluasiPabrik
from pegawai.enums import JenisPeran
from pegawai.models import Pengguna
from pegawai.tests.bantu_impor import diterapkan
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def d() -> Dunia:
    return Dunia()


# -- who ------------------------------------------------------------------------------------------------


def halaman(pengguna: Pengguna, **minta: str) -> Any:
    client = Client()
    client.force_login(pengguna)
    return client.get(reverse("admin:kinerja_siasn_ekspor"), minta)


def test_the_page_counts_lists_and_offers_the_files(d: Dunia) -> None:
    teks = halaman(d.hr).content.decode()
    assert "Evaluasi triwulan III 2026" in teks
    assert "Belum ada berkas dari SIASN untuk periode ini" in teks
    assert "Unduh XLSX: yang baru dan berubah (2)" in teks
    assert "PNS ID belum ada: <strong>1</strong>" in teks
    balik(d, d.objek(d.tahun))
    teks = halaman(d.hr, periode=d.tahun).content.decode()
    assert "Dibandingkan dengan berkas siasn.json" in teks
    assert "yang baru dan berubah" not in teks.split("<ul>")[1].split("</ul>")[0]


def test_before_anything_is_announced_the_page_says_when(d: Dunia) -> None:
    teks = halaman(hr_dari(InstansiPabrik(kode="lain"))).content.decode()
    assert "Belum ada penilaian yang diumumkan" in teks


def test_nobody_but_hr_of_the_instansi_exports(d: Dunia) -> None:
    operator, auditor = (PenggunaPabrik(is_staff=True) for _ in range(2))
    unit_hr = PenggunaPabrik(is_staff=True)
    unit = UnitKerjaPabrik(instansi=d.instansi)
    PeranPabrik(pengguna=operator, instansi=d.instansi, unit=unit, jenis=JenisPeran.OPERATOR_UNIT)
    PeranPabrik(pengguna=auditor, instansi=d.instansi, jenis=JenisPeran.AUDITOR)
    PeranPabrik(pengguna=unit_hr, instansi=InstansiPabrik(kode="lain"))
    assert [d.unduh(d.tahun, pengguna=p).status_code for p in (auditor, unit_hr)] == [404, 404]
    assert d.unduh(d.tahun, pengguna=operator).status_code in (403, 404)
    for pengguna in (PenggunaPabrik(pegawai=d.orang[0]), PenggunaPabrik(pegawai=d.penilai)):
        assert d.unduh(d.tahun, pengguna=pengguna).status_code in (302, 403)


@pytest.mark.parametrize("kunci", ["0-0-x-0", "abc"])
def test_a_period_that_is_not_there_is_not_found(d: Dunia, kunci: str) -> None:
    assert d.unduh(kunci).status_code == 404
    with pytest.raises(TidakDitemukan):
        prepare_export(kunci=kunci, pengguna=d.hr)


def test_csv_is_no_shape_of_siasn(d: Dunia) -> None:
    assert d.unduh(d.tahun, "csv").status_code == 404


# -- both kept ------------------------------------------------------------------------------------------


def test_the_list_of_differences_shows_both_and_nothing_before_its_day(d: Dunia) -> None:
    satu = d.objek(d.tahun)[0] | {"hasilKinerjaNilai": 1, "PerilakuKerjaNilai": 1, "KuadranKinerjaNilai": 1}
    diterapkan(balik(d, [satu]))
    client = Client()
    client.force_login(d.hr)
    alamat = reverse("admin:kinerja_penilaiansiasn_changelist")
    teks = client.get(alamat).content.decode()
    assert "Sangat Baik" in teks
    assert '"field-di_sini">Baik' in teks.replace("nowrap", "").replace("class=", "")
    Penilaian.objects.update(status=StatusPenilaian.DIKIRIM)
    assert "Belum diumumkan" in client.get(alamat).content.decode()
    pk = PenilaianSiasn.objects.get().pk
    satu_halaman = client.get(reverse("admin:kinerja_penilaiansiasn_change", args=[pk]))
    assert "Belum diumumkan" in satu_halaman.content.decode()


def test_a_quarter_is_set_beside_the_part_that_begins_on_its_day(d: Dunia) -> None:
    PenilaianSiasn.objects.create(
        pegawai=d.orang[0], bentuk="kinerjaperiodik", mulai=date(2026, 7, 1), sampai=date(2026, 9, 30),
        predikat=Predikat.KURANG,
    )  # fmt: skip
    client = Client()
    client.force_login(d.hr)
    teks = client.get(reverse("admin:kinerja_penilaiansiasn_changelist")).content.decode()
    assert "Belum diumumkan" not in teks


def test_months_are_listed_as_months(d: Dunia) -> None:
    EvaluasiPeriodik.objects.all().delete()
    d.siklus.jenis, d.siklus.ke = JenisSiklus.BULANAN, 8
    d.siklus.save()
    EvaluasiPabrik(
        pegawai=d.orang[0], siklus=d.siklus, mulai=date(2026, 8, 1), sampai=date(2026, 8, 31), penilai=None
    )
    [satu] = d.objek(f"{d.instansi.pk}-2026-bulanan-8")
    assert (satu["periodikId"], satu["bulanMulaiPenilaian"], satu["penilaiNipNrp"]) == ("1", "8", "")
