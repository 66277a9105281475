"""Pagu at the HR desk."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asn_karier.tests.peramban import Peramban
from pegawai.enums import JenisPeran
from pegawai.models import Instansi
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, PeranPabrik, hr_dari
from pelatihan.models import Pagu
from pelatihan.tests.pabrik_rencana import pagu_pabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari")
    return satu


def di_meja(akun: Any, alamat: str) -> Peramban:
    client = Client()
    client.force_login(akun)
    return Peramban(client, alamat)


def test_hr_states_a_pagu_and_changes_it_with_its_paper(instansi: Instansi) -> None:
    p = di_meja(hr_dari(instansi), reverse("admin:pelatihan_pagu_add"))
    p.kirim("Simpan", tahun="2027", sumber="apbd", jumlah="120000000", keterangan="DPA 2027")
    pagu = Pagu.objects.get()
    p.buka(reverse("admin:pelatihan_pagu_change", args=[pagu.pk]))
    p.kirim("Simpan", jumlah="90000000", keterangan="DPA Perubahan")
    p.buka(reverse("admin:pelatihan_pagu_change", args=[pagu.pk]))
    assert p.isi.rindex("DPA Perubahan") < p.isi.rindex("DPA 2027")
    assert "Rp 90.000.000" in p.isi


def test_a_refusal_keeps_what_was_typed(instansi: Instansi) -> None:
    hr = hr_dari(instansi)
    pagu = pagu_pabrik(hr, instansi, 1000)
    Pagu.objects.filter(pk=pagu.pk).update(komitmen=600)
    p = di_meja(hr, reverse("admin:pelatihan_pagu_change", args=[pagu.pk]))
    assert "Angka pagu tidak sama dengan mutasinya" in p.isi
    p.kirim("Simpan", jumlah="500", keterangan="DPA Perubahan")
    assert "kurang dari yang sudah dikomitmenkan dan dibayar, Rp 600." in p.isi
    assert 'value="DPA Perubahan"' in p.isi


def test_who_had_the_page_open_while_another_changed_it_is_told(instansi: Instansi) -> None:
    satu, dua = hr_dari(instansi), hr_dari(instansi)
    pagu = pagu_pabrik(satu, instansi, 1000)
    alamat = reverse("admin:pelatihan_pagu_change", args=[pagu.pk])
    p, q = di_meja(satu, alamat), di_meja(dua, alamat)
    p.kirim("Simpan", jumlah="700", keterangan="Pertama")
    q.kirim("Simpan", jumlah="800", keterangan="Kedua")
    assert "Orang lain mengubah data ini" in q.isi
    assert Pagu.objects.get().jumlah == 700


def test_the_auditor_reads_and_is_asked_for_nothing(instansi: Instansi) -> None:
    pagu = pagu_pabrik(hr_dari(instansi), instansi)
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, instansi=instansi, jenis=JenisPeran.AUDITOR)
    p = di_meja(auditor, reverse("admin:pelatihan_pagu_change", args=[pagu.pk]))
    assert "Rp 120.000.000" in p.isi
    assert not any(t.startswith("Simpan") for f in p.halaman.formulir for t in f.tombol)
