"""Lembar saya: one page for everybody, what it may tell to whom, and what its code opens."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.models import Jejak
from karier.models import LembarTercetak
from karier.services import lembar_cetak
from karier.services.lembar_cetak import print_sheets
from karier.services.lembar_saya import compose_sheets
from karier.tests.jalan import SAAT, jalankan_sampai_selesai
from kinerja.tests.pabrik import predikat_tahun
from pegawai.enums import JenisPeran
from pegawai.models import Instansi, Pegawai, RiwayatJabatan, RiwayatPendidikan
from pegawai.tests.pabrik import (
    HukumanDisiplinPabrik,
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
    nyatakan_lengkap,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
PER = date(2026, 11, 21)


def halaman(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def operator(unit):
    akun = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=akun, instansi=unit.instansi, unit=unit, jenis=JenisPeran.OPERATOR_UNIT)
    return akun


@pytest.fixture
def unit():
    """A unit with somebody of every kind; one is under a penalty, one has everything in order."""
    unit = UnitKerjaPabrik(instansi=InstansiPabrik(kode="batanghari"), nama="Puskesmas Contoh")
    predikat_tahun(
        PegawaiPabrik(pelaksana=True, unit=unit, nama="Terhukum", tanggal_lahir=date(1985, 2, 1)), 2024, 2025
    )
    HukumanDisiplinPabrik(pegawai=Pegawai.objects.get(nama="Terhukum"))
    predikat_tahun(
        PegawaiPabrik(pelaksana=True, unit=unit, nama="Beres", tanggal_lahir=date(1985, 2, 1)), 2024, 2025
    )
    for trait in ("pelaksana", "fungsional", "struktural", "pppk", "cpns"):
        PegawaiPabrik(**{trait: True}, unit=unit)
    PegawaiPabrik(unit=unit, nama="Kosong")
    nyatakan_lengkap(unit.instansi)
    return unit


def cetak(actor, orang):
    return print_sheets(
        pegawai=orang.order_by("pk"), instansi_id=Instansi.objects.get(kode="batanghari").pk, actor=actor,
        per=PER, at=SAAT, kanal="uji", alamat=lambda kode: f"https://contoh.go.id/lembar/{kode}/",
    )  # fmt: skip


def test_everybody_gets_exactly_one_page_even_with_the_longest_names_the_records_hold(unit):
    hr = hr_dari(unit.instansi)
    panjang = {"nama": "Wirawan " * 15, "gelar_depan": "Prof. " * 8, "gelar_belakang": "M.Kes., " * 10}
    Instansi.objects.update(nama="Pemerintah " * 13, bantuan="Telepon " * 25)
    semua = Pegawai.objects.all()
    semua.update(tempat_lahir="Muara Tembesi " * 5, atasan=semua.first(), **panjang)
    for riwayat in (RiwayatJabatan.objects.all(), RiwayatPendidikan.objects.all()):
        riwayat.update(sumber="x")
    RiwayatPendidikan.objects.update(nama="Ilmu Pemerintahan " * 11)
    for jabatan in {r.jabatan for r in RiwayatJabatan.objects.select_related("jabatan")}:
        jabatan.nama = "Analis Kebijakan " * 14
        jabatan.save()
    unit.nama = "Unit Pelaksana Teknis " * 11
    unit.save()
    assert halaman(cetak(hr, semua)) == semua.count() == 8
    jalankan_sampai_selesai(unit.instansi)
    assert halaman(cetak(hr, semua)) == 8


def test_a_pppk_reads_of_agreement_predikat_and_hours_and_not_of_pangkat(unit):
    pppk = Pegawai.objects.filter(perjanjian_sampai__isnull=False)
    isi = compose_sheets(pppk, instansi_id=unit.instansi_id, lengkap=set(), per=PER)[0].isi
    assert [b[0] for b in isi["syarat"]] == [
        "Perjanjian kerja",
        "Predikat kinerja terakhir",
        "Jam pelajaran (JP) 2026",
    ]
    assert "pangkat" not in isi["judul_syarat"].lower()


def test_the_sheet_of_an_operator_says_the_same_of_a_penalty_and_of_none(unit):
    """Word for word, but for who it is about."""
    beres, terhukum = (
        compose_sheets(
            Pegawai.objects.filter(nama=nama), instansi_id=unit.instansi_id, lengkap=set(), per=PER
        )[0].isi
        for nama in ("Beres", "Terhukum")
    )
    bagian = ("putusan", "langkah", "pembantu", "kapan", "usulan", "hitungan", "syarat")
    assert {b: beres[b] for b in bagian} == {b: terhukum[b] for b in bagian}


def test_the_person_and_hr_read_of_the_penalty(unit):
    orang = Pegawai.objects.filter(nama="Terhukum")
    isi = compose_sheets(orang, instansi_id=unit.instansi_id, lengkap={orang.get().pk}, per=PER)[0].isi
    assert "disiplin" in isi["putusan"]["kalimat"]


def test_twice_as_many_sheets_take_as_many_queries(unit):
    hr, run = hr_dari(unit.instansi), jalankan_sampai_selesai(unit.instansi)
    assert run.jumlah_pegawai == 8
    jumlah = []
    for orang in (Pegawai.objects.filter(pk__in=Pegawai.objects.values("pk")[:4]), Pegawai.objects.all()):
        with CaptureQueriesContext(connection) as hitung:
            cetak(hr, orang)
        jumlah.append(len(hitung))
    assert jumlah[0] == jumlah[1]


def test_the_same_content_keeps_its_code_and_every_printing_is_logged(unit):
    hr, orang = hr_dari(unit.instansi), Pegawai.objects.filter(nama="Beres")
    cetak(hr, orang)
    cetak(hr, orang)
    assert LembarTercetak.objects.count() == 1
    assert Jejak.objects.filter(tindakan="unduh", subjek_id=orang.get().pk).count() == 2


def test_a_code_opens_for_the_person_hr_and_the_operator_of_the_unit_only(client, unit):
    orang = Pegawai.objects.get(nama="Beres")
    akun = PenggunaPabrik(pegawai=orang)
    client.force_login(akun)
    pdf = client.get(reverse("karier:lembar_saya"))
    assert (pdf["Content-Type"], halaman(pdf.content)) == ("application/pdf", 1)
    kode = LembarTercetak.objects.get().kode
    assert orang.nip not in kode
    lain = UnitKerjaPabrik(instansi=unit.instansi)
    harapan = [
        (akun, 200),
        (hr_dari(unit.instansi), 200),
        (operator(unit), 200),
        (operator(lain), 404),
        (hr_dari(InstansiPabrik(kode="nabire")), 404),
        (PenggunaPabrik(pegawai=PegawaiPabrik(unit=unit)), 404),
    ]
    for siapa, status in harapan:
        client.force_login(siapa)
        # As typed from paper.
        jawaban = client.get(reverse("karier:lembar_cari"), {"kode": f"{kode[:5].lower()}-{kode[5:]}"})
        assert jawaban.status_code == (302 if status == 200 else 200)
        assert client.get(reverse("karier:lembar_kode", args=[kode])).status_code == status


def test_who_opens_a_code_can_type_in_what_the_paper_says_is_wrong(client, unit):
    orang = Pegawai.objects.get(nama="Beres")
    cetak(hr_dari(unit.instansi), Pegawai.objects.filter(pk=orang.pk))
    kode = LembarTercetak.objects.get().kode
    for siapa in (hr_dari(unit.instansi), operator(unit)):
        client.force_login(siapa)
        koreksi = client.get(reverse("karier:lembar_kode", args=[kode])).context["url_koreksi"]
        jawaban = client.get(koreksi)
        assert jawaban.status_code == 200
        assert orang.nama in jawaban.content.decode()


def test_the_page_of_a_code_says_when_the_paper_is_out_of_date(client, unit):
    orang = Pegawai.objects.get(nama="Beres")
    client.force_login(PenggunaPabrik(pegawai=orang))
    client.get(reverse("karier:lembar_saya"))
    url = reverse("karier:lembar_kode", args=[LembarTercetak.objects.get().kode])
    assert client.get(url).context["masih_sama"] is True
    Pegawai.objects.filter(pk=orang.pk).update(tempat_lahir="Muara Bulian")
    assert client.get(url).context["masih_sama"] is False
    # An operator may not learn from it that something closed has changed.
    client.force_login(operator(unit))
    assert client.get(url).context["masih_sama"] is None


def test_a_unit_is_printed_in_parts_that_hold_everybody_once(client, unit, monkeypatch):
    monkeypatch.setattr(lembar_cetak, "BAGIAN", 3)
    monkeypatch.setattr("karier.admin.lembar.BAGIAN", 3)
    client.force_login(operator(unit))
    url = reverse("admin:karier_lembartercetak_cetak")
    isi = client.get(url, {"unit": unit.pk}).context
    assert (isi["jumlah"], len(isi["bagian"]), isi["lengkap"]) == (8, 3, False)
    banyak = [
        halaman(client.post(url, {"unit": unit.pk, "bagian": b["nomor"]}).content) for b in isi["bagian"]
    ]
    assert banyak == [3, 3, 2]
    assert set(LembarTercetak.objects.values_list("pegawai", flat=True)) == set(
        Pegawai.objects.values_list("pk", flat=True)
    )
    assert client.post(url, {"unit": unit.pk, "bagian": "99"}).status_code == 302


def test_a_unit_outside_the_scope_is_not_there(client, unit):
    url = reverse("admin:karier_lembartercetak_cetak")
    for siapa in (operator(UnitKerjaPabrik(instansi=unit.instansi)), hr_dari(InstansiPabrik(kode="nabire"))):
        PegawaiPabrik(instansi=siapa.peran.get().instansi, unit=siapa.peran.get().unit)
        client.force_login(siapa)
        assert client.post(url, {"unit": unit.pk}).status_code == 404
