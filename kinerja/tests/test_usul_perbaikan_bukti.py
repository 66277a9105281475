"""Tasks of ideas, measured ideas as evidence, and what HR counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from kinerja.enums import NamaUsul
from kinerja.models import BuktiDukung, UsulPerbaikan
from kinerja.reports.usul_perbaikan import LAPORAN_USUL, SEDIKIT
from kinerja.services.bagian import Bagian
from kinerja.services.bahan import Diminta, improvements
from kinerja.tests.halaman_usul_perbaikan import masuk
from kinerja.tests.pabrik_realisasi import siklus_pabrik, skp_pabrik
from kinerja.tests.pabrik_usul_perbaikan import (
    Rantai,
    UsulPerbaikanPabrik,
    rantai_pabrik,
)
from kinerja.views.usul_perbaikan_kartu import author_tasks, leader_tasks
from pegawai.models import Pegawai, Pengguna
from pegawai.reports.laporan import Permintaan
from pegawai.tests.pabrik import PegawaiPabrik, UnitKerjaPabrik, hr_dari
from pegawai.views.tugas import Penanya

pytestmark = pytest.mark.django_db


@pytest.fixture
def r() -> Rantai:
    return rantai_pabrik()


# -- tasks -------------------------------------------------------------------------------------------------


def tugas(pembuat: Any, akun: Pengguna, django_assert_num_queries: Any) -> list[str]:
    permintaan = RequestFactory().get("/")
    permintaan.user = akun
    orang: Any = akun.pegawai
    with django_assert_num_queries(1):
        return [t.judul for t in pembuat(Penanya(permintaan, orang, timezone.now()))]


def test_tasks_of_the_author_and_of_the_leader(r: Rantai, django_assert_num_queries: Any) -> None:
    lalu, kini = date(2026, 1, 5), timezone.now()
    UsulPerbaikanPabrik(pegawai=r.orang, coba="Menunggu.")
    UsulPerbaikanPabrik(pegawai=r.orang, coba="Dijawab.", belum=True)
    UsulPerbaikanPabrik(
        pegawai=r.orang, coba="Diuji.", dicoba=True, ukur_pada=lalu, dilihat_pada=timezone.now()
    )
    UsulPerbaikanPabrik(
        pegawai=r.orang, coba="Nanti.", dicoba=True, ukur_pada=date(2099, 1, 1), dilihat_pada=kini
    )
    assert tugas(author_tasks, r.diri, django_assert_num_queries) == [
        "Baca jawaban usul: Dijawab.", "Ukur usul yang dicoba: Diuji."
    ]  # fmt: skip
    assert sorted(tugas(leader_tasks, r.atasan, django_assert_num_queries)) == [
        "Jawab usul perbaikan: Menunggu.", "Lihat hasil usul: Diuji."
    ]  # fmt: skip


# -- evidence ----------------------------------------------------------------------------------------------


def test_a_measured_idea_is_evidence_of_a_realisation_once(r: Rantai) -> None:
    siklus, skp = siklus_pabrik(r.orang.instansi), skp_pabrik(r.orang)
    u = UsulPerbaikanPabrik(pegawai=r.orang, terukur=True)
    UsulPerbaikanPabrik(pegawai=r.orang, dicoba=True)
    client, tujuan = masuk(r.diri), reverse("kinerja:realisasi", args=[siklus.pk, skp.pk])
    isi = client.get(tujuan)
    hasil = isi.context["lembar"].kelompok[0].pk
    assert isi.content.decode().count(f'value="{u.pk}"') >= 1
    for versi in (0, 1):
        client.post(tujuan, {f"usul_{hasil}": u.pk, "versi": versi, "langkah": "unggah"})
    bukti = BuktiDukung.objects.get()
    assert (bukti.usul, bukti.tautan, bukti.berkas) == (u, "", None)
    assert "45 menit menjadi 20 menit" in client.get(tujuan).content.decode()


def test_beside_a_rating_stands_only_what_was_measured_in_its_days(r: Rantai) -> None:
    siklus = siklus_pabrik(r.orang.instansi, ke=4)
    u = UsulPerbaikanPabrik(pegawai=r.orang, terukur=True)
    UsulPerbaikanPabrik(pegawai=r.orang, belum=True)
    atasan = r.atasan.pegawai_id
    kini = Diminta(siklus, {r.orang.pk: Bagian(r.orang.pk, atasan, *siklus.masa)}, r.atasan)
    assert u.nomor in improvements(kini)[r.orang.pk].rincian[0]
    dulu = siklus_pabrik(r.orang.instansi, ke=3)
    lama = Diminta(dulu, {r.orang.pk: Bagian(r.orang.pk, atasan, *dulu.masa)}, r.atasan)
    assert improvements(lama) == {}


def test_who_prepares_a_rating_reads_no_idea_whose_author_is_unnamed(r: Rantai) -> None:
    siklus = siklus_pabrik(r.orang.instansi, ke=4)
    UsulPerbaikanPabrik(pegawai=r.orang, terukur=True, nama=NamaUsul.ATASAN)
    bagian = {r.orang.pk: Bagian(r.orang.pk, r.atasan.pegawai_id, *siklus.masa)}
    assert improvements(Diminta(siklus, bagian, r.rekan)) == {}
    UsulPerbaikan.objects.update(nama=NamaUsul.SEMUA)
    assert len(improvements(Diminta(siklus, bagian, r.rekan))) == 1


# -- numbers for HR ----------------------------------------------------------------------------------------


def _laporan(hr: Pengguna) -> list[list[Any]]:
    isi = LAPORAN_USUL.buat(Permintaan(Pegawai.objects.visible_to(hr), date(2026, 11, 30), hr))
    return [list(b) for b in isi.baris()]


def test_hr_counts_per_unit_small_ones_together_and_reads_no_word(r: Rantai) -> None:
    besar = UnitKerjaPabrik(instansi=r.orang.instansi, nama="Dinas Besar")
    orang = [PegawaiPabrik(instansi=r.orang.instansi, unit=besar, atasan=r.atasan.pegawai) for _ in range(6)]
    Pegawai.objects.filter(pk=orang[0].pk).update(unit=UnitKerjaPabrik(instansi=besar.instansi, nama="Kecil"))
    for o in orang[1:]:
        UsulPerbaikanPabrik(pegawai=o, belum=True)
    UsulPerbaikanPabrik(pegawai=orang[1], terukur=True)
    isi = _laporan(hr_dari(r.orang.instansi))
    [baris] = [b for b in isi if b[0] == "Dinas Besar"]
    assert baris[2:] == [6, 6, 2, 0, 1, 1]
    assert "Kecil" not in {b[0] for b in isi}
    assert "formulir" not in str(isi)


def test_the_time_of_few_answers_is_not_told(r: Rantai) -> None:
    UsulPerbaikanPabrik(pegawai=r.orang, belum=True)
    [baris] = [b for b in _laporan(hr_dari(r.orang.instansi)) if b[2] == 1]
    assert baris[4] == SEDIKIT
