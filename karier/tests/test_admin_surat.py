"""The page of a covering letter: who signs it."""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from karier.models import SuratPengantar
from karier.tests.bantu import satu
from karier.tests.bulan import tetapkan
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.tests.pabrik import InstansiPabrik
from pegawai.tests.pabrik_lain import PenandaTanganPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


@pytest.fixture
def meja(client, hr):
    client.force_login(hr)
    return client


@pytest.fixture
def surat(meja, orang):
    """A letter with one proposal."""
    jalankan_sampai_selesai(orang.instansi)
    tetapkan(meja, pilih=[f"{satu(orang).pk}.{satu(orang).versi}"])
    return SuratPengantar.objects.get()


def teks(jawaban):
    return unescape(jawaban.content.decode())


def test_the_signer_of_a_letter_is_chosen_from_the_register(meja, surat):
    url = reverse("admin:karier_kp_surat", args=[surat.pk])
    kini = PenandaTanganPabrik(instansi=surat.instansi, atas_nama="Bupati Contoh")
    lalu = PenandaTanganPabrik(
        instansi=surat.instansi, nama="Pendahulu", mulai=date(2024, 1, 1), sampai=date(2025, 12, 31)
    )
    luar = PenandaTanganPabrik(instansi=InstansiPabrik(kode="lain"))
    assert f'<option value="{kini.pk}" selected>' in teks(meja.get(url))  # who signs today is offered
    isi = {"nomor": "800/1", "tanggal": "22-11-2026", "versi": 1}
    assert "tidak tercatat sebagai penanda tangan pada 22 November 2026" in teks(
        meja.post(url, {**isi, "pejabat": lalu.pk})
    )
    for salah in (luar.pk, 10**12, "abc"):
        assert "Pilih penanda tangan dari daftar." in teks(meja.post(url, {**isi, "pejabat": salah}))
    assert meja.post(url, {**isi, "pejabat": kini.pk}).status_code == 302
    surat.refresh_from_db()
    assert (surat.pejabat, surat.nip_penanda_tangan) == (kini, kini.nip)
    assert surat.penanda_tangan == f"{kini.nama}\n{kini.pangkat}"
    assert surat.jabatan_penanda_tangan == "a.n. Bupati Contoh\nKepala BKPSDM"
    kini.nama = "Nama lain"
    kini.save()
    surat.refresh_from_db()
    assert "Nama lain" not in surat.penanda_tangan  # the paper keeps its words
    assert meja.post(reverse("admin:karier_kp_unduh", args=[surat.pk, "surat"])).status_code == 200


def test_a_signer_that_was_typed_stays_until_another_is_chosen(meja, surat):
    SuratPengantar.objects.update(penanda_tangan="Diketik Dahulu", jabatan_penanda_tangan="Kepala")
    kini = PenandaTanganPabrik(instansi=surat.instansi)
    url = reverse("admin:karier_kp_surat", args=[surat.pk])
    isi = {"nomor": "800/1", "tanggal": "22-11-2026"}
    assert '<option value="" selected>Tetap seperti tertulis: Diketik Dahulu</option>' in teks(meja.get(url))
    for versi, pejabat, nama in ((1, "", "Diketik Dahulu"), (2, kini.pk, kini.nama), (3, "", "")):
        assert meja.post(url, {**isi, "pejabat": pejabat, "versi": versi}).status_code == 302
        surat.refresh_from_db()
        assert surat.penanda_tangan.split("\n")[0] == nama
