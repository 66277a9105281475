"""Plans at the desk: counts by unit, who has none, the year's plan out of agreed plans, the report."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.tests.peramban import Peramban
from karier.reports.rencana import LAPORAN_RENCANA, asked_for, by_unit
from karier.tests.jalan import SAAT
from karier.tests.pabrik_rencana import celah, rencana_pabrik
from karier.tests.pembaca import jalankan, sebagai
from pegawai.models import Pegawai
from pegawai.reports.laporan import Permintaan
from pegawai.tests.pabrik import PegawaiPabrik, UnitKerjaPabrik, hr_dari
from pelatihan.models import RencanaTahunan
from pelatihan.tests.pabrik import PelatihanPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
UNIT = "admin:karier_rencanapengembangan_unit"


@pytest.fixture
def unit(saya: Pegawai) -> Pegawai:
    """With a plan that waits, in a unit where a colleague has none."""
    saya.unit = UnitKerjaPabrik(instansi=saya.instansi, nama="Dinas Contoh")
    saya.save()
    PegawaiPabrik(nama="Rekan Tanpa Rencana", unit=saya.unit, instansi=saya.instansi)
    rencana_pabrik(celah(saya), "menunggu")
    return saya


def test_counts_by_unit_and_who_has_none(unit: Pegawai) -> None:
    hr = hr_dari(unit.instansi)
    baris = {b.nama: b for b in by_unit(Pegawai.objects.all(), 2027)}["Dinas Contoh"]
    assert (baris.orang, baris.belum, sum(baris.status.values())) == (2, 1, 1)
    p = Peramban(sebagai(hr), reverse(UNIT))
    assert "Rekan Tanpa Rencana" not in p.isi
    assert "pegawai: 2 belum mempunyai rencana, 1 menunggu atasan." in p.isi
    p.tekan("1 pegawai Dinas Contoh belum mempunyai rencana")
    p.tekan("Rekan Tanpa Rencana")
    assert p.alamat == reverse(
        "admin:pegawai_pegawai_change", args=[Pegawai.objects.get(nama="Rekan Tanpa Rencana").pk]
    )
    p.buka(reverse(UNIT))
    p.tekan("Daftar rencana 2027")
    assert "Saya Contoh" in p.isi
    p = Peramban(p.client, reverse(UNIT))
    p.tekan("Unduh sebagai laporan")
    assert "2027" in p.isi


def test_the_desk_reads_words_only_once_they_were_sent(saya: Pegawai) -> None:
    r = rencana_pabrik(celah(saya))
    url = reverse("admin:karier_rencanapengembangan_change", args=[r.pk])
    teks = sebagai(hr_dari(saya.instansi)).get(url).content.decode()
    assert "Isi draf hanya dibaca pegawainya." in teks
    assert r.butir.first().kegiatan not in teks


def test_the_report_counts_the_same(unit: Pegawai) -> None:
    orang = Pegawai.objects.all()
    isi = LAPORAN_RENCANA.buat(Permintaan(orang, SAAT.date(), None, tahun=2027))
    baris = [list(b) for b in isi.baris()]
    assert ["Dinas Contoh", 2, 1, 0, 1, 0, 0, 0] in baris
    assert baris[-1] == ["Jumlah", 3, 2, 0, 1, 0, 0, 0]
    assert isi.kepala[2] == "Belum ada rencana 2027"


def test_five_clicks_from_agreed_plans_to_the_plan_of_the_year(saya: Pegawai) -> None:
    program = PelatihanPabrik(nama="Komunikasi publik", jp=8, biaya=250_000)
    hr = hr_dari(saya.instansi)
    rencana_pabrik(celah(saya), "menunggu")
    jalankan(saya)
    halaman = reverse("admin:karier_kebutuhan")
    assert "Susun usul dari IDP" not in Peramban(sebagai(hr), halaman).isi
    assert asked_for(saya.instansi_id, 2027) == ([], 0)
    rencana_pabrik(celah(PegawaiPabrik(pelaksana=True, atasan=saya.atasan)), "disepakati")
    assert asked_for(saya.instansi_id, 2027) == ([(program.pk, 1)], 1)
    p = Peramban(sebagai(hr), halaman)
    p.tekan("Susun usul dari IDP")
    assert "1 rencana pengembangan individu 2027 yang disepakati" in p.isi
    assert "Diminta 1 rencana pengembangan individu yang disepakati." in p.isi
    p.kirim("Simpan ke rencana 2027")
    assert p.klik == 2
    rencana = RencanaTahunan.objects.get()
    assert [(b.pelatihan_id, b.peserta, b.biaya) for b in rencana.butir.all()] == [(program.pk, 1, 250_000)]
    assert "individu 2027 yang disepakati" in rencana.sumber


def test_the_page_of_units_costs_the_same_with_one_person_and_with_nine(unit: Pegawai) -> None:
    client, banyak = sebagai(hr_dari(unit.instansi)), []
    for tambah in (0, 8):
        for _ in range(tambah):
            rencana_pabrik(
                PegawaiPabrik(unit=UnitKerjaPabrik(instansi=unit.instansi), instansi=unit.instansi)
            )
        client.get(reverse(UNIT))
        with CaptureQueriesContext(connection) as tangkap:
            client.get(reverse(UNIT))
        banyak.append(len(tangkap))
    assert banyak[0] == banyak[1]
