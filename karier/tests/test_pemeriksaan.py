"""The data check: every seeded fault is found, its list is as long as its number, and what decides most."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import DomainError, TidakDitemukan
from karier.services.pemeriksaan import hitung_daya, periksa_data, periksa_siklus
from kinerja.enums import StatusSiklus
from kinerja.models import SiklusPenilaian
from kinerja.tests.pabrik import SiklusPabrik, predikat_tahun
from pegawai.enums import JenisPeran, KedudukanHukum, Register, StatusKepegawaian
from pegawai.models import Pegawai
from pegawai.reports.temuan import TEMUAN, lingkaran, temuan_pegawai
from pegawai.tests.pabrik import (
    CakupanPabrik,
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    RiwayatJabatanPabrik,
    UnitKerjaPabrik,
    hr_dari,
    nyatakan_lengkap,
)
from pegawai.tests.pabrik_atasan import dua_cacat_plt

PER = date(2026, 11, 21)
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("atasan", "hasil"),
    [
        ({}, set()),
        ({1: None}, set()),
        ({1: 1}, set()),
        ({1: 2, 2: 1}, {1, 2}),
        ({1: 2, 2: 3, 3: 1, 4: 1}, {1, 2, 3}),
        ({1: 2, 2: None, 3: 4, 4: 3}, {3, 4}),
        ({1: 99}, set()),
        ({5: 1, 1: 2, 2: 1, 6: 5, 7: 7}, {1, 2}),
    ],
)
def test_people_on_a_circle_are_found_and_those_who_only_lead_to_it_are_not(atasan, hasil):
    assert lingkaran(atasan) == hasil


@pytest.fixture
def daerah(db):
    """One person per fault, and one without any."""
    instansi = InstansiPabrik(kode="batanghari")
    unit = UnitKerjaPabrik(instansi=instansi)
    kepala = PegawaiPabrik(struktural=True, unit=unit)
    baik = {"pelaksana": True, "unit": unit, "atasan": kepala}
    orang = {"kepala": kepala, "baik": PegawaiPabrik(**baik)}
    orang["diri"] = PegawaiPabrik(**baik)
    Pegawai.objects.filter(pk=orang["diri"].pk).update(atasan=orang["diri"])
    orang["a"], orang["b"] = PegawaiPabrik(**baik), PegawaiPabrik(**baik)
    Pegawai.objects.filter(pk=orang["a"].pk).update(atasan=orang["b"])
    Pegawai.objects.filter(pk=orang["b"].pk).update(atasan=orang["a"])
    pensiun = PegawaiPabrik(struktural=True, unit=unit, kedudukan_hukum=KedudukanHukum.LAINNYA)
    orang["atasan_pensiun"] = PegawaiPabrik(**{**baik, "atasan": pensiun})
    tua = PegawaiPabrik(struktural=True, unit=unit, atasan=kepala, tanggal_lahir=date(1960, 1, 1))
    orang["atasan_tua"] = PegawaiPabrik(**{**baik, "atasan": tua})
    luar = PegawaiPabrik(instansi=InstansiPabrik(kode="lain"), struktural=True)
    orang["atasan_luar"] = PegawaiPabrik(**{**baik, "atasan": luar})
    orang["tanpa_unit"] = PegawaiPabrik(**{**baik, "unit": None})
    orang["kosong"] = PegawaiPabrik(unit=unit, atasan=kepala)
    orang["jf"] = PegawaiPabrik(
        **{**baik, "pelaksana": False}, fungsional=True, jabatan__jabatan__nama="Guru Muda",
        jabatan__jabatan__jenjang=None,
    )  # fmt: skip
    dua_cacat_plt(unit, baik, orang)
    return instansi, orang


@pytest.mark.parametrize(
    ("kode", "nama"),
    [
        ("tanpa_atasan", {"kepala"}),
        ("atasan_diri_sendiri", {"diri"}),
        ("atasan_melingkar", {"a", "b"}),
        ("atasan_tidak_bertugas", {"atasan_pensiun"}),
        ("atasan_lewat_bup", {"atasan_tua"}),
        ("atasan_instansi_lain", {"atasan_luar"}),
        ("atasan_plt_berakhir", {"atasan_plt"}),
        ("plt_ganda", {"plt_satu", "plt_dua"}),
        ("tanpa_unit", {"tanpa_unit"}),
        ("tanpa_jabatan", {"kosong"}),
        ("tanpa_golongan", {"kosong"}),
        ("jf_tanpa_jenjang", {"jf"}),
    ],
)
def test_every_seeded_fault_is_found_and_nothing_else(daerah, kode, nama):
    instansi, orang = daerah
    semua = Pegawai.objects.of_instansi(instansi.pk)
    ditemukan = temuan_pegawai(semua, kode, instansi_id=instansi.pk, per=PER)
    assert set(ditemukan) == {orang[n] for n in nama}


def test_every_finding_is_tried_above(daerah):
    instansi, _ = daerah
    hasil = periksa_data(instansi, PER)
    assert {t.temuan.kode for t in hasil.temuan} == set(TEMUAN)
    # Twelve faults concern thirteen people: both on the circle, both PLT, one person has two faults.
    assert hasil.jumlah_bermasalah == 13


def test_an_unknown_finding_is_refused(db):
    with pytest.raises(DomainError):
        temuan_pegawai(Pegawai.objects.all(), "tidak_ada", instansi_id=None, per=PER)


def test_the_numbers_of_the_page_are_links_to_lists_with_exactly_that_many_rows(client, daerah):
    instansi, _ = daerah
    client.force_login(hr_dari(instansi))
    temuan = client.get(reverse("admin:karier_runevaluasi_periksa")).context["temuan"]
    assert len(temuan) == len(TEMUAN)
    for t in temuan:
        assert client.get(t["url"]).context["cl"].result_count == t["jumlah"], t["judul"]


@pytest.fixture
def pemeriksaan(daerah):
    """A cycle, and one person without any other fault whose examination nobody has decided."""
    instansi, orang = daerah
    HukumanDisiplinPabrik(pegawai=orang["baik"], pemeriksaan=True, sampai=date(2026, 8, 31))
    return SiklusPabrik(instansi=instansi)


def temuan_siklus(client, siklus):
    isi = client.get(reverse("admin:kinerja_siklus_periksa", args=[siklus.pk])).context
    return {t["judul"]: t for t in isi["temuan"]}, isi["jumlah_orang"]


def test_hr_is_told_of_an_examination_without_decision_with_its_list(client, daerah, pemeriksaan):
    client.force_login(hr_dari(daerah[0]))
    temuan, jumlah_orang = temuan_siklus(client, pemeriksaan)
    t = temuan["Pemeriksaan disiplin belum diputus"]
    assert t["jumlah"] == 1
    assert list(client.get(t["url"]).context["cl"].result_list) == [daerah[1]["baik"]]
    assert jumlah_orang == 14


def test_an_auditor_is_not_told_of_an_examination(client, daerah, pemeriksaan):
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, jenis=JenisPeran.AUDITOR, instansi=daerah[0])
    client.force_login(auditor)
    temuan, jumlah_orang = temuan_siklus(client, pemeriksaan)
    assert len(temuan) == len(TEMUAN)
    assert "disiplin" not in " ".join(temuan).lower()
    assert jumlah_orang == 13
    assert {t.temuan.kode for t in periksa_data(daerah[0], PER, pembaca=auditor).temuan} == set(TEMUAN)


def test_a_jf_without_jenjang_is_told_with_the_place_that_mends_it(client, daerah):
    instansi, orang = daerah
    client.force_login(hr_dari(instansi))
    jawaban = client.get(reverse("admin:karier_runevaluasi_periksa"))
    tempat = f"{reverse('admin:pegawai_jabatan_changelist')}?lengkap=perlu"
    assert f'href="{tempat}"' in jawaban.content.decode()
    jabatan = orang["jf"].riwayat_jabatan.get().jabatan
    assert list(client.get(tempat).context["cl"].result_list) == [jabatan]


def test_a_jf_without_jenjang_in_the_past_is_no_fault_of_today(daerah):
    instansi, orang = daerah
    RiwayatJabatanPabrik(pegawai=orang["jf"], tmt=date(2026, 6, 1))
    semua = Pegawai.objects.of_instansi(instansi.pk)
    assert not temuan_pegawai(semua, "jf_tanpa_jenjang", instansi_id=instansi.pk, per=PER)
    assert temuan_pegawai(semua, "jf_tanpa_jenjang", instansi_id=instansi.pk, per=date(2026, 5, 31))


def test_a_register_counts_as_declared_only_on_the_days_of_its_declaration(db):
    instansi = InstansiPabrik(kode="batanghari")
    PegawaiPabrik()
    CakupanPabrik(instansi=instansi, register=Register.HUKUMAN_DISIPLIN, sampai=date(2026, 12, 31))
    CakupanPabrik(instansi=instansi, register=Register.UJIAN, sampai=date(2026, 11, 20))
    cakupan = {c.register: c.sampai for c in periksa_data(instansi, PER).cakupan}
    assert cakupan[Register.HUKUMAN_DISIPLIN] == date(2026, 12, 31)
    assert cakupan[Register.UJIAN] is None


@pytest.mark.django_db
def test_the_declaration_of_discipline_is_what_decides_when_only_it_is_missing():
    pegawai = PegawaiPabrik(pelaksana=True)
    predikat_tahun(pegawai, 2024, 2025, 2026)
    daya = hitung_daya(pegawai.instansi_id, PER)
    assert (daya.dapat, daya.dinilai, daya.persen) == (0, 1, 0)
    assert next((s.kode, s.langsung, s.diperlukan) for s in daya.sumber) == ("disiplin", 1, 1)


@pytest.mark.django_db
def test_two_missing_sources_are_both_named_as_needed_though_neither_decides_alone():
    pegawai = PegawaiPabrik(pelaksana=True)
    predikat_tahun(pegawai, 2024)
    daya = hitung_daya(pegawai.instansi_id, PER)
    perlu = {s.kode: (s.langsung, s.diperlukan) for s in daya.sumber}
    # The target is 1 January 2027, so that 2024 and 2025 count while 2026 is not yet appraised.
    assert perlu == {"disiplin": (0, 1), "rekap_2": (0, 1)}


@pytest.mark.django_db
def test_with_everything_recorded_everybody_is_decided_and_nothing_is_asked_for():
    pegawai = PegawaiPabrik(pelaksana=True)
    predikat_tahun(pegawai, 2024, 2025, 2026)
    nyatakan_lengkap(pegawai.instansi)
    daya = hitung_daya(pegawai.instansi_id, PER)
    assert (daya.dapat, daya.persen, daya.sumber) == (1, 100, [])


@pytest.mark.django_db
def test_people_on_a_path_without_rules_are_not_counted_as_judged():
    instansi = PegawaiPabrik(pppk=True).instansi
    PegawaiPabrik(struktural=True, kedudukan_hukum=KedudukanHukum.CLTN)
    daya = hitung_daya(instansi.pk, PER)
    assert (daya.semua, daya.dinilai, daya.persen) == (2, 0, 0)


@pytest.mark.django_db
def test_whoever_is_not_judged_is_counted_once_by_why_with_a_list_of_them(client):
    instansi = PegawaiPabrik(pelaksana=True).instansi
    PegawaiPabrik(pppk=True)
    PegawaiPabrik(status=StatusKepegawaian.CPNS, tmt_pns=None)
    PegawaiPabrik(struktural=True, kedudukan_hukum=KedudukanHukum.CLTN)
    PegawaiPabrik(fungsional=True, kedudukan_hukum=KedudukanHukum.TUGAS_BELAJAR)
    client.force_login(hr_dari(instansi))
    isi = client.get(reverse("admin:karier_runevaluasi_periksa")).context
    assert "".join(r["teks"] for r in isi["dihitung"]) == (
        "Tidak termasuk: 1 PPPK, 1 CPNS, 1 PNS yang tidak sedang bertugas (CLTN, MPP, dan lain-lain), "
        "dan 1 PNS yang jalur kenaikan pangkatnya belum dihitung sistem."
    )
    tautan = [r["url"] for r in isi["dihitung"] if r["url"]]
    assert [client.get(url).context["cl"].result_count for url in tautan] == [1, 1, 1]
    assert isi["daya"].dinilai + sum(b.jumlah for b in isi["daya"].luar) == isi["daya"].semua


@pytest.mark.django_db
def test_the_check_takes_the_same_number_of_queries_for_one_person_and_for_thirty():
    instansi = PegawaiPabrik(pelaksana=True).instansi
    with CaptureQueriesContext(connection) as satu:
        periksa_data(instansi, PER)
    PegawaiPabrik.create_batch(30, fungsional=True)
    with CaptureQueriesContext(connection) as banyak:
        periksa_data(instansi, PER)
    assert len(banyak) == len(satu)


@pytest.mark.django_db
def test_an_instansi_without_people_has_nothing_to_check():
    hasil = periksa_data(InstansiPabrik(kode="baru"), PER)
    assert (hasil.jumlah_pegawai, hasil.temuan, hasil.daya.persen) == (0, [], 0)


@pytest.mark.django_db
def test_checking_a_cycle_is_what_opening_asks_for():
    siklus = SiklusPabrik()
    siklus, _ = periksa_siklus(siklus=siklus, actor=hr_dari(siklus.instansi), at=SAAT, per=PER)
    assert siklus.diperiksa_pada == SAAT


@pytest.mark.django_db
def test_a_cycle_of_another_instansi_is_not_found():
    siklus = SiklusPabrik()
    with pytest.raises(TidakDitemukan):
        periksa_siklus(siklus=siklus, actor=hr_dari(InstansiPabrik(kode="lain")), at=SAAT, per=PER)


@pytest.mark.django_db
def test_a_cycle_is_opened_in_four_presses(client):
    instansi = InstansiPabrik(kode="batanghari")
    PegawaiPabrik.create_batch(2, pelaksana=True)
    client.force_login(hr_dari(instansi))
    tambah = reverse("admin:kinerja_sikluspenilaian_add")
    assert client.get(tambah).status_code == 200  # 1 Buka siklus baru
    isi = {"instansi": instansi.pk, "tahun": 2026, "nama": "", "batas_penilaian": "2027-01-31"}
    isi |= {"jenis": "tahunan", "pengumuman": "langsung"}
    periksa = client.post(tambah, isi, follow=True)  # 2 Periksa data
    konfirmasi = client.get(periksa.context["berikut"]["url"])  # 3 Buka siklus
    assert "Ya, buka untuk 2 pegawai" in konfirmasi.content.decode()
    client.post(periksa.context["berikut"]["url"])  # 4 Ya, buka
    assert SiklusPenilaian.objects.get().status == StatusSiklus.DIBUKA


@pytest.mark.django_db
def test_the_cycle_page_offers_what_can_be_done_now(client):
    siklus = SiklusPabrik(status=StatusSiklus.DIBUKA)
    client.force_login(hr_dari(siklus.instansi))
    teks = client.get(reverse("admin:kinerja_sikluspenilaian_change", args=[siklus.pk])).content.decode()
    for langkah in ("Jalankan perhitungan", "Perpanjang batas", "Tutup siklus"):
        assert langkah in teks
    client.post(reverse("admin:kinerja_siklus_pasti", args=[siklus.pk]))
    siklus.refresh_from_db()
    assert siklus.status == StatusSiklus.DITUTUP
