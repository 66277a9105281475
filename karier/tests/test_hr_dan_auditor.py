"""Whoever is HR of one government and auditor of another opens no page of the other that is for its HR."""

from __future__ import annotations

import pytest
from django.urls import reverse

from asn_karier.tests.peramban import masuk
from karier.tests.dunia_talenta import Dunia
from pegawai.enums import JenisPeran
from pegawai.models import Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PeranPabrik, hr_dari

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
MEMBACA = (
    "karier_komitetalenta_peta",
    "karier_komitetalenta_pewaris",
    "karier_langkahkarier_antrean",
    "karier_langkahkarier_susun",
    "mentoring_profilmentor_undang",
    "mentoring_saran",
)
MENULIS = ("karier_komitetalenta_usulkan", "karier_langkahkarier_susun", "mentoring_profilmentor_undang")


@pytest.fixture
def d() -> Dunia:
    return Dunia()


@pytest.fixture
def berperan_dua(d: Dunia) -> Pengguna:
    # Before the other one by name: nobody is led to it by default either.
    akun = hr_dari(InstansiPabrik(kode="nabire", nama="Zona lain"))
    PeranPabrik(instansi=d.instansi, pengguna=akun, jenis=JenisPeran.AUDITOR)
    return akun


@pytest.mark.parametrize("nama", MEMBACA)
def test_an_auditor_reads_nothing_that_is_for_hr(d: Dunia, berperan_dua: Pengguna, nama: str) -> None:
    url = reverse(f"admin:{nama}")
    client = masuk(berperan_dua)
    assert client.get(url, {"instansi": d.instansi.pk}).status_code == 404
    assert client.get(url).status_code == 200
    assert masuk(d.hr).get(url, {"instansi": d.instansi.pk}).status_code == 200


@pytest.mark.parametrize("nama", MENULIS)
def test_nor_writes_there(d: Dunia, berperan_dua: Pengguna, nama: str) -> None:
    url = f"{reverse(f'admin:{nama}')}?instansi={d.instansi.pk}"
    assert masuk(berperan_dua).post(url, {"pilih": "1"}).status_code == 404
