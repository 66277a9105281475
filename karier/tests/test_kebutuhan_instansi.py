"""Kebutuhan pengembangan (H13): what a government lacks, and the plan made of it, click by click."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.tests.peramban import Peramban
from karier.models import RunEvaluasi
from karier.services import kebutuhan_instansi
from karier.services.keadaan import read_outcomes
from karier.services.kebutuhan_instansi import TANPA_UNIT, gaps_by_unit, read_needs, top_gaps
from karier.services.pencocokan import find_all_gaps
from karier.services.usul_rencana import suggest_plan, suggest_targets
from karier.tests.bantu import PER
from karier.tests.jalan import jalankan_sampai_selesai
from pegawai.enums import JenisJabatan, KompetensiMansoskul
from pegawai.models import (
    Instansi,
    KompetensiTeknis,
    LevelTeknis,
    Pegawai,
    RiwayatJabatan,
    StandarKompetensi,
    StandarTeknis,
)
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, UnitKerjaPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik
from pelatihan.enums import StatusRencana
from pelatihan.models import Hcdp, RencanaTahunan
from pelatihan.services.hcdp import Kunci
from pelatihan.tests.pabrik import PelatihanPabrik, SasaranPelatihanPabrik
from pelatihan.tests.pabrik_rencana import pagu_pabrik

pytestmark = [pytest.mark.django_db, pytest.mark.lambat, pytest.mark.usefixtures("hari_ini")]
KOMUNIKASI, INTEGRITAS = Kunci("komunikasi"), Kunci("integritas")


def orang(instansi: Instansi, unit: Any = None, **level: int) -> Pegawai:
    """A pelaksana whose post asks for 3 in Komunikasi and Integritas, 2 elsewhere."""
    satu: Pegawai = PegawaiPabrik(pelaksana=True, instansi=instansi, unit=unit)
    standar = {"komunikasi": 3, "integritas": 3}
    jabatan = satu.riwayat_jabatan.get().jabatan
    if not StandarKompetensi.objects.filter(jabatan=jabatan).exists():
        StandarKompetensiPabrik(jabatan=jabatan, **standar)
    AsesmenPabrik(pegawai=satu, **{**standar, **level})
    return satu


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="batanghari")
    return satu


@pytest.fixture
def run(instansi: Instansi) -> RunEvaluasi:
    """Three short of Komunikasi (five levels), one of them also of Integritas; one short of nothing."""
    akar = UnitKerjaPabrik(instansi=instansi, nama="Sekretariat Daerah")
    dinas = UnitKerjaPabrik(induk=akar, nama="Dinas Kesehatan")
    bidang = UnitKerjaPabrik(induk=dinas, nama="Bidang Gizi")
    orang(instansi, bidang, komunikasi=1)
    orang(instansi, dinas, komunikasi=1, integritas=2)
    orang(instansi, komunikasi=2)
    orang(instansi)
    return jalankan_sampai_selesai(instansi)


@pytest.fixture
def hr(instansi: Instansi) -> Any:
    return hr_dari(instansi)


def di_meja(akun: Any) -> Peramban:
    client = Client()
    client.force_login(akun)
    return Peramban(client, reverse("admin:index"))


# -- the gaps -------------------------------------------------------------------------------------------


def test_the_gaps_of_all_are_the_gaps_of_each(run: RunEvaluasi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kebutuhan_instansi, "SEPOTONG", 2)
    k = read_needs(run)
    celah = top_gaps(k)
    assert [(b.kunci, b.orang, b.tingkat, b.bagian) for b in celah] == [
        (KOMUNIKASI, 3, 5, 75), (INTEGRITAS, 1, 1, 100),
    ]  # fmt: skip
    ids = Pegawai.objects.values_list("pk", flat=True)
    satu_satu = find_all_gaps(read_outcomes(ids, instansi_id=run.instansi_id, per=PER).values())
    assert sum(b.tingkat for b in celah) == sum(
        c.level_wajib - c.level_sekarang for semua in satu_satu.values() for c in semua
    )
    assert [(b.nama, b.orang, b.celah, b.terbanyak) for b in gaps_by_unit(k)] == [
        ("Dinas Kesehatan", 2, 3, "Komunikasi"), (TANPA_UNIT, 1, 1, "Komunikasi"),
    ]  # fmt: skip
    assert (len(k), k.dinilai) == (3, 4)
    assert k.sumber.startswith("Celah menurut perhitungan 1 per 21 November 2026; aturan ")


def test_technical_gaps_stand_beside_the_nine(run: RunEvaluasi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kebutuhan_instansi, "SEPOTONG", 3)
    gizi = KompetensiTeknis.objects.create(kode="gizi", nama="Gizi masyarakat")
    StandarTeknis.objects.create(jabatan=RiwayatJabatan.objects.first().jabatan, kompetensi=gizi, level=3)
    lengkap = Pegawai.objects.order_by(
        "-pk"
    ).first()  # short of none of the nine; the others were never assessed
    LevelTeknis.objects.create(pegawai=lengkap, kompetensi=gizi, level=1, tanggal=date(2026, 1, 5))
    k = read_needs(run)
    baris = {b.nama: (b.orang, b.tingkat) for b in top_gaps(k)}
    assert baris == {"Komunikasi": (3, 5), "Integritas": (1, 1), "Gizi masyarakat": (1, 2)}
    assert len(k) == 4
    PelatihanPabrik(kompetensi__kompetensi="", kompetensi__teknis=gizi, kompetensi__level=2)
    assert [b.peserta for b in suggest_plan(k, tahun=2027).butir] == [1]


def test_the_needs_of_many_cost_as_many_queries_as_those_of_few(instansi: Instansi, run: RunEvaluasi) -> None:
    with CaptureQueriesContext(connection) as sedikit:
        read_needs(run)
    for _ in range(6):
        orang(instansi, komunikasi=1)
    lagi = jalankan_sampai_selesai(instansi)
    with CaptureQueriesContext(connection) as banyak:
        assert len(read_needs(lagi)) == 9
    assert len(banyak) == len(sedikit)


# -- the proposal ---------------------------------------------------------------------------------------


def test_the_plan_sends_whom_a_programme_is_meant_for_and_says_why(
    run: RunEvaluasi, hr: Any, instansi: Instansi
) -> None:
    semua = PelatihanPabrik(nama="Komunikasi untuk semua", kelas=True, kapasitas=1)
    khusus = PelatihanPabrik(nama="Untuk struktural", kompetensi__kompetensi=KompetensiMansoskul.INTEGRITAS)
    SasaranPelatihanPabrik(pelatihan=khusus, jenis_jabatan=JenisJabatan.STRUKTURAL)
    dinas = PelatihanPabrik(nama="Untuk dinas", kompetensi__level=2)
    SasaranPelatihanPabrik(pelatihan=dinas, nama_unit="Kesehatan")
    PelatihanPabrik(nama="Milik lain", instansi=InstansiPabrik(kode="nabire"))
    pagu = pagu_pabrik(hr, instansi)
    gratis, satu = suggest_plan(read_needs(run), tahun=2027).butir
    assert (gratis.pelatihan, gratis.peserta, gratis.pagu_id) == (dinas, 2, None)
    assert (satu.pelatihan, satu.peserta, satu.biaya, satu.pagu_id) == (semua, 3, 2_250_000, pagu.pk)
    assert satu.alasan == "Menutup 3 tingkat celah: Komunikasi 3. Rp 750.000 per tingkat."


def test_targets_keep_within_seats_and_name_what_has_no_programme(run: RunEvaluasi) -> None:
    PelatihanPabrik(kelas=True)
    sasaran, sisa = suggest_targets(read_needs(run), tahun_mulai=2027, pagu=750_000)
    assert [(s.kunci, s.tahun, s.orang) for s in sasaran] == [
        (KOMUNIKASI, 2027, 1), (KOMUNIKASI, 2028, 1), (KOMUNIKASI, 2029, 1),
    ]  # fmt: skip
    assert sisa == {INTEGRITAS: 1}


# -- flow 14 --------------------------------------------------------------------------------------------


def test_from_gaps_to_the_paper_of_the_plan_in_four_clicks(run: RunEvaluasi, hr: Any) -> None:
    PelatihanPabrik(nama="Kelas", kelas=True)
    integritas = {"kompetensi__kompetensi": KompetensiMansoskul.INTEGRITAS}
    gratis = PelatihanPabrik(nama="Daring", **integritas)
    pagu_pabrik(hr, run.instansi, 1_000_000)
    p = di_meja(hr)
    p.tekan("Kebutuhan pengembangan")
    p.tekan("Susun usul dari celah")
    assert "Rencana melebihi pagu Rp 1.250.000. Urutan terbawah ditandai." in p.isi
    assert p.isi.count("Di atas pagu") == 1
    p.kirim("Simpan ke rencana 2027", **{f"{gratis.pk}-urut": "9", f"{gratis.pk}-peserta": "4"})
    rencana = RencanaTahunan.objects.get()
    assert [(str(b.pelatihan), b.peserta) for b in rencana.butir.all()] == [("Kelas", 3), ("Daring", 4)]
    p.tekan("Unduh dokumen")
    assert p.klik == 4
    assert p.jawaban.content.startswith(b"%PDF")


def test_a_plan_is_established_by_name_and_goes_on_as_a_new_version(run: RunEvaluasi, hr: Any) -> None:
    PelatihanPabrik(nama="Kelas", kelas=True)
    tambahan = PelatihanPabrik(nama="Tambahan", kompetensi=None)
    p = di_meja(hr)
    p.tekan("Kebutuhan pengembangan")
    p.tekan("Susun usul dari celah")
    p.kirim("Simpan ke rencana 2027")
    p.kirim("Tambah", pelatihan=str(tambahan.pk), peserta="5")
    assert "Tambahan" in p.isi
    p.kirim("Simpan", **{f"{tambahan.pk}-urut": ""})
    assert "Isi urutannya." in p.isi
    p.kirim("Simpan", **{f"{tambahan.pk}-urut": "1"})
    p.tekan("Tetapkan")
    p.kirim("Ya, tetapkan")
    assert f"Ditetapkan oleh {hr}" in p.isi
    assert not any("Simpan" in f.tombol for f in p.halaman.formulir)
    p.kirim("Buat versi baru")
    assert [r.status for r in RencanaTahunan.objects.order_by("revisi")] == [
        StatusRencana.DITETAPKAN, StatusRencana.DRAF,
    ]  # fmt: skip
    assert str(RencanaTahunan.objects.get(revisi=2).butir.first()) == "1. Tambahan"


def test_five_years_are_saved_directed_and_established(run: RunEvaluasi, hr: Any) -> None:
    PelatihanPabrik(nama="Kelas", kelas=True)
    p = di_meja(hr)
    p.tekan("Kebutuhan pengembangan")
    p.tekan("Susun sasaran lima tahun")
    p.kirim("Susun ulang", pagu="750.000")
    p.kirim("Simpan ke HCDP 2027")
    p.kirim("Simpan dan lanjut nanti", arah="Layanan dasar")
    assert "Layanan dasar" in p.isi
    assert Hcdp.objects.get().arah == ""
    p.kirim("Simpan", **{"s-integritas-2030": "1"})
    hcdp = Hcdp.objects.get()
    assert hcdp.arah == "Layanan dasar"
    assert dict(hcdp.sasaran.values_list("tahun", "orang")) == {2027: 1, 2028: 1, 2029: 1, 2030: 1}
    p.tekan("Tetapkan")
    p.kirim("Ya, tetapkan")
    assert "Layanan dasar" in p.isi
    p.tekan("Unduh dokumen HCDP")
    assert p.jawaban.content.startswith(b"%PDF")


def test_without_a_run_the_page_says_where_to_begin(instansi: Instansi, hr: Any) -> None:
    p = di_meja(hr)
    p.tekan("Kebutuhan pengembangan")
    assert "Belum ada data kesenjangan." in p.isi
    p.buka(reverse("admin:karier_kebutuhan_usul"))
    assert "Belum ada data kesenjangan." in p.isi
    for nilai in ("x", "-1", "9" * 30):
        p.buka(f"{reverse('admin:karier_kebutuhan')}?tahun={nilai}")
