"""A post that an import left without jenjang: HR of its holders completes it once, and only that."""

from datetime import UTC, datetime
from unittest.mock import patch

import pytest
from django.urls import reverse

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.models import Jejak
from asn_karier.lib.tests.formulir import terbaca
from pegawai.enums import JenisJabatan, JenisPeran, Jenjang
from pegawai.models import Jabatan, RiwayatJabatan
from pegawai.services.jabatan import complete_jabatan, dapat_dilengkapi
from pegawai.tests.pabrik import (
    InstansiPabrik,
    JabatanPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    RiwayatJabatanPabrik,
    hr_dari,
)

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
#: What the page sends besides its fields: the standard of the post is shown below, not changed.
STANDAR = {"standar-TOTAL_FORMS": 0, "standar-INITIAL_FORMS": 0}
ISI = {"jenjang": Jenjang.AHLI_MUDA.value, "kelas": 9, "bup": "", "alasan": "PermenPANRB 21/2024"} | STANDAR


@pytest.fixture
def instansi():
    return InstansiPabrik(kode="batanghari")


@pytest.fixture
def jabatan(instansi):
    jabatan = JabatanPabrik(nama="Guru Muda", jenis=JenisJabatan.FUNGSIONAL, jenjang=None)
    RiwayatJabatanPabrik(pegawai=PegawaiPabrik(instansi=instansi), jabatan=jabatan)
    return jabatan


def alamat(jabatan):
    return reverse("admin:pegawai_jabatan_change", args=[jabatan.pk])


def lengkapi(actor, jabatan, **ubah):
    isi = {"jenjang": Jenjang.AHLI_MUDA, "kelas": None, "bup": None, "alasan": "Aturan", **ubah}
    return complete_jabatan(jabatan_id=jabatan.pk, **isi, actor=actor)


def test_hr_completes_a_post_on_its_page_and_the_trail_keeps_why(client, instansi, jabatan):
    hr = hr_dari(instansi)
    client.force_login(hr)
    halaman = client.get(alamat(jabatan)).content.decode()
    assert "Ahli Muda" in halaman
    assert "Administrator" not in halaman
    assert client.post(alamat(jabatan), ISI | terbaca(client, alamat(jabatan))).status_code == 302
    jabatan.refresh_from_db()
    assert (jabatan.jenjang, jabatan.kelas, jabatan.bup, jabatan.nama) == (32, 9, None, "Guru Muda")
    jejak = Jejak.objects.get(tindakan="lengkapi_jabatan")
    assert (jejak.pelaku_id, jejak.subjek_id, jejak.keperluan) == (hr.pk, jabatan.pk, "PermenPANRB 21/2024")
    assert jejak.rincian == {"jenjang": 32, "kelas": 9, "bup": None}


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"jenjang": ""}, "Pilih jenjang"),
        ({"jenjang": "42"}, "«42» tidak ada"),
        ({"alasan": ""}, "Tuliskan dasarnya"),
        ({"kelas": "99"}, "Kelas jabatan antara 1 dan 17"),
        ({"bup": "20"}, "antara 50 dan 75"),
    ],
)
def test_a_wrong_answer_is_told_and_stores_nothing(client, instansi, jabatan, ubah, pesan):
    client.force_login(hr_dari(instansi))
    jawaban = client.post(alamat(jabatan), ISI | ubah)
    assert jawaban.status_code == 200
    assert pesan in jawaban.content.decode()
    jabatan.refresh_from_db()
    assert jabatan.jenjang is None


def test_a_page_with_a_fault_keeps_every_answer_open(client, instansi, jabatan):
    client.force_login(hr_dari(instansi))
    isi = client.post(alamat(jabatan), ISI | {"alasan": ""}).content.decode()
    assert 'name="jenjang"' in isi
    assert 'name="kelas" value="9"' in isi


def test_what_is_known_stays_the_administrators(client, instansi, jabatan):
    Jabatan.objects.filter(pk=jabatan.pk).update(jenjang=Jenjang.AHLI_PERTAMA)
    hr = hr_dari(instansi)
    client.force_login(hr)
    assert client.post(alamat(jabatan), ISI).status_code == 403
    with pytest.raises(Bentrok, match="sudah terisi"):
        lengkapi(hr, jabatan)
    jabatan.refresh_from_db()
    assert jabatan.jenjang == Jenjang.AHLI_PERTAMA


def test_a_known_kelas_or_bup_is_not_changed_along(instansi, jabatan):
    Jabatan.objects.filter(pk=jabatan.pk).update(kelas=8, bup=65)
    sesudah = lengkapi(hr_dari(instansi), jabatan, kelas=10, bup=60)
    assert (sesudah.kelas, sesudah.bup) == (8, 65)


def test_only_hr_of_a_holder_may_and_never_the_holder(client, instansi, jabatan):
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, jenis=JenisPeran.AUDITOR, instansi=instansi)
    pemegang = hr_dari(instansi, pegawai=PegawaiPabrik(instansi=instansi))
    RiwayatJabatanPabrik(pegawai=pemegang.pegawai, jabatan=jabatan)
    for akun in (auditor, pemegang, hr_dari(InstansiPabrik(kode="lain"))):
        client.force_login(akun)
        assert client.post(alamat(jabatan), ISI).status_code == 403
        with pytest.raises(TidakDitemukan):
            lengkapi(akun, jabatan)
    assert list(dapat_dilengkapi(hr_dari(instansi))) == [jabatan]


@pytest.mark.parametrize("ubah", [{"jenjang": Jenjang.ADMINISTRATOR}, {"alasan": " "}])
def test_the_service_refuses_what_the_form_would_not_send(instansi, jabatan, ubah):
    with pytest.raises(DomainError):
        lengkapi(hr_dari(instansi), jabatan, **ubah)


def test_holders_are_listed_as_changed_since_a_run(instansi, jabatan):
    with patch("pegawai.services.jabatan.sekarang", return_value=SAAT):
        lengkapi(hr_dari(instansi), jabatan)
    assert RiwayatJabatan.objects.get(jabatan=jabatan).diubah_pada == SAAT


def test_the_administrator_changes_a_post_and_the_trail_keeps_what(client, jabatan):
    client.force_login(PenggunaPabrik(is_staff=True, is_superuser=True))
    isi = {"siasn_id": jabatan.siasn_id, "nama": jabatan.nama, "jenis": 2, "jenjang": 33}
    isi |= STANDAR | terbaca(client, alamat(jabatan))
    assert client.post(alamat(jabatan), isi).status_code == 302
    assert Jejak.objects.get(tindakan="ubah_jabatan").rincian == {"jenjang": 33}
