"""Undoing an import in the browser: ask, look at what stays, confirm; nobody else may."""

import pytest
from django.urls import reverse

from asn_karier.lib.models import Jejak
from pegawai.enums import JenisPeran, StatusImpor
from pegawai.models import Impor, Pegawai
from pegawai.services.impor_kembali import kerjakan
from pegawai.tests.berkas_buatan import baris_siasn, nip
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, PeranPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.siasn_buatan import masukkan

pytestmark = pytest.mark.django_db


def alamat(nama, impor):
    return reverse(f"admin:pegawai_impor_{nama}", args=[impor.pk])


@pytest.fixture
def impor(client):
    instansi = InstansiPabrik(kode="batanghari")
    client.force_login(hr_dari(instansi))
    masukkan(instansi, baris_siasn(1), baris_siasn(2))
    return masukkan(instansi, baris_siasn(1, NAMA="SATU"), baris_siasn(2, NAMA="DUA"))


def test_hr_looks_at_what_stays_and_puts_the_rest_back(client, impor):
    Pegawai.objects.filter(nip=nip(2)).update(email="baru@contoh.invalid")
    halaman = client.get(alamat("change", impor))
    assert "Batalkan impor ini" in halaman.content.decode()
    jawab = client.post(halaman.context["url_timbang"])
    assert jawab.url == alamat("pembatalan", impor)
    assert 'http-equiv="refresh"' in client.get(jawab.url).content.decode()
    kerjakan(impor.pk)
    lihat = client.get(jawab.url)
    isi = lihat.content.decode()
    assert "Kembalikan 1 pegawai" in isi
    assert "datanya diubah lagi sesudah impor ini" in isi
    assert [b["kunci"] for b in lihat.context["baris"]] == [nip(2)]
    terbaca = Jejak.objects.filter(tindakan="lihat_daftar", subjek_id=Pegawai.objects.get(nip=nip(2)).pk)
    assert terbaca.exists(), "whose name was shown is on the trail"
    assert Pegawai.objects.get(nip=nip(1)).nama == "SATU"
    client.post(lihat.context["url_kembalikan"])
    kerjakan(impor.pk)
    assert set(Pegawai.objects.values_list("nama", flat=True)) == {"ORANG 1", "DUA"}
    assert "1 pegawai sudah dikembalikan" in client.get(jawab.url).content.decode()
    assert "Dibatalkan, data dikembalikan" in client.get(alamat("change", impor)).content.decode()


def test_a_stale_or_double_wish_is_a_message_and_changes_nothing(client, impor):
    tolak = client.post(alamat("kembalikan", impor), follow=True)
    assert "Tidak ada baris yang dapat dikembalikan." in tolak.content.decode()
    for langkah in ("timbang", "kembalikan"):
        for _ in range(2):
            client.post(alamat(langkah, impor))
        kerjakan(impor.pk)
    client.post(alamat("kembalikan", impor))
    client.post(alamat("timbang", impor))
    impor = Impor.objects.get(pk=impor.pk)
    assert (impor.status, impor.tahap) == (StatusImpor.DIKEMBALIKAN, "")
    assert Pegawai.objects.count() == 2


@pytest.mark.parametrize("siapa", ["hr_lain", "operator", "auditor"])
def test_only_hr_of_the_whole_instansi_may(client, impor, siapa):
    if siapa == "hr_lain":
        pengguna = hr_dari(InstansiPabrik(kode="lain"))
    else:
        jenis = JenisPeran.OPERATOR_UNIT if siapa == "operator" else JenisPeran.AUDITOR
        unit = UnitKerjaPabrik(instansi=impor.instansi) if siapa == "operator" else None
        pengguna = PenggunaPabrik(is_staff=True)
        PeranPabrik(instansi=impor.instansi, jenis=jenis, unit=unit, pengguna=pengguna)
    client.force_login(pengguna)
    for langkah in ("timbang", "kembalikan"):
        assert client.post(alamat(langkah, impor)).status_code in (403, 404)
    assert client.get(alamat("pembatalan", impor)).status_code in (403, 404)
    assert Impor.objects.get(pk=impor.pk).tahap == ""
