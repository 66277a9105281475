"""Tim saya: direct reports, counts further down, and the trail of reading."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.models import Jejak
from karier.services.tim import SEL_TERKECIL, Tim, build_team
from karier.tests.jalan import SAAT
from karier.tests.pembaca import akun_dari, halaman, jalankan, sebagai
from kinerja.enums import StatusSiklus
from kinerja.models import Penilaian
from kinerja.tests.pabrik import PenilaianPabrik, SiklusPabrik, predikat_tahun
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PengembanganPabrik, UnitKerjaPabrik

SIAP = "bawahan tidak langsung memenuhi syarat kenaikan pangkat"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]


def tim(atasan: Pegawai) -> Tim:
    return build_team(pengguna=akun_dari(atasan), saya=atasan, per=SAAT.date())


# -- Tim saya -----------------------------------------------------------------------------------


def test_a_team_lists_direct_reports_only(saya: Pegawai, atasan: Pegawai) -> None:
    PegawaiPabrik(nama="Cucu Contoh", atasan=saya)
    PegawaiPabrik(nama="Orang Luar")
    isi = halaman(sebagai(atasan), "karier:tim")
    assert "Saya Contoh" in isi
    assert "Cucu Contoh" not in isi
    assert "Orang Luar" not in isi


def test_the_leader_reads_that_a_higher_jenjang_comes_first(atasan: Pegawai) -> None:
    orang = PegawaiPabrik(fungsional=True, atasan=atasan)  # Ahli Muda, which ends at III/d
    orang.riwayat_pangkat.update(golongan=12)
    predikat_tahun(orang, 2024, 2025)
    langkah = "Pegawai ini naik jenjang ke Ahli Madya lebih dahulu: pastikan lowongan dan jadwal uji"
    assert langkah in halaman(sebagai(atasan), "karier:tim")
    assert f"<strong>Yang perlu dilakukan:</strong> {langkah}" in halaman(
        sebagai(atasan), "karier:syarat_pegawai", orang.pk
    )


def test_the_leader_reads_of_somebody_at_the_top_that_nothing_follows(atasan: Pegawai) -> None:
    orang = PegawaiPabrik(pelaksana=True, atasan=atasan)
    orang.riwayat_pangkat.update(golongan=17)
    for isi in (
        halaman(sebagai(atasan), "karier:tim"),
        halaman(sebagai(atasan), "karier:syarat_pegawai", orang.pk),
    ):
        assert "Sudah di pangkat tertinggi" in isi
        assert "kurang 1 hal" not in isi
        assert "Dilengkapi oleh" not in isi


def test_the_draft_of_the_leader_before_is_no_rating_of_the_team(saya: Pegawai, atasan: Pegawai) -> None:
    SiklusPabrik(instansi=saya.instansi, status=StatusSiklus.DIBUKA)
    draf = PenilaianPabrik(pegawai=saya, tahun=2026, penilai=PegawaiPabrik(), draf=True)
    assert "2026: belum dinilai" in halaman(sebagai(atasan), "karier:tim")
    Penilaian.objects.filter(pk=draf.pk).update(penilai=atasan)
    assert "2026: Baik (draf)" in halaman(sebagai(atasan), "karier:tim")


def test_a_year_that_the_leader_has_not_rated_is_their_next_step(atasan: Pegawai) -> None:
    PegawaiPabrik(pelaksana=True, atasan=atasan)
    isi = halaman(sebagai(atasan), "karier:tim")
    assert "Predikat kinerja dua tahun menunggu penilaian dari atasan penilai." in isi


def test_people_further_down_are_counted_not_named(saya: Pegawai, atasan: Pegawai) -> None:
    PegawaiPabrik.create_batch(3, atasan=saya)
    isi = halaman(sebagai(atasan), "karier:tim")
    assert '<b>3</b><a href="#tidak-langsung">bawahan tidak langsung, per unit</a>' in isi
    assert "memenuhi syarat kenaikan pangkat" not in isi


def test_the_units_further_down_add_up_to_their_number(saya: Pegawai, atasan: Pegawai) -> None:
    dinas = UnitKerjaPabrik(instansi=saya.instansi, nama="Dinas Contoh")
    seksi = UnitKerjaPabrik(instansi=saya.instansi, nama="Seksi Contoh", induk=dinas)
    PegawaiPabrik.create_batch(2, atasan=saya, unit=seksi)
    bawah = PegawaiPabrik(atasan=saya, unit=dinas)
    PegawaiPabrik(atasan=bawah, unit=None)
    jauh = tim(atasan).tidak_langsung
    assert jauh is not None
    assert [tuple(u) for u in jauh.unit] == [
        ("Dinas Contoh", "", 1), ("Seksi Contoh", "Dinas Contoh", 2), ("", "", 1),
    ]  # fmt: skip
    assert sum(u.jumlah for u in jauh.unit) == jauh.jumlah == 4
    assert "Unit belum tercatat" in halaman(sebagai(atasan), "karier:tim")


def test_many_units_further_down_are_shown_in_pages_of_their_own(saya: Pegawai, atasan: Pegawai) -> None:
    for _ in range(51):
        PegawaiPabrik(atasan=saya, unit=UnitKerjaPabrik(instansi=saya.instansi))
    client = sebagai(atasan)
    assert "Baris 1–50 dari 51" in halaman(client, "karier:tim")
    isi = client.get(reverse("karier:tim"), {"unit": "50"}).content.decode()
    assert "Baris 51–51 dari 51" in isi
    assert "Saya Contoh" in isi  # the list of the direct reports stays where it was


def test_who_is_not_on_duty_is_told_of_nobody_further_down(saya: Pegawai, atasan: Pegawai) -> None:
    PegawaiPabrik(atasan=saya)
    Pegawai.objects.filter(pk=atasan.pk).update(kedudukan_hukum=KedudukanHukum.PEMBERHENTIAN_SEMENTARA)
    atasan.refresh_from_db()
    hasil = tim(atasan)
    assert (hasil.jumlah, hasil.anggota, hasil.tidak_langsung) == (0, [], None)


def test_a_team_costs_the_same_whatever_stands_further_down(saya: Pegawai, atasan: Pegawai) -> None:
    PegawaiPabrik(atasan=saya, unit=UnitKerjaPabrik(instansi=saya.instansi))
    with CaptureQueriesContext(connection) as sedikit:
        tim(atasan)
    for _ in range(8):
        PegawaiPabrik(atasan=saya, unit=UnitKerjaPabrik(instansi=saya.instansi))
    with CaptureQueriesContext(connection) as banyak:
        tim(atasan)
    assert len(banyak) == len(sedikit)


def test_how_many_further_down_are_ready_is_told_only_where_it_points_at_nobody(
    saya: Pegawai, atasan: Pegawai
) -> None:
    siap = PegawaiPabrik.create_batch(SEL_TERKECIL, pelaksana=True, atasan=saya)
    for orang in siap:
        predikat_tahun(orang, 2024, 2025)
    PegawaiPabrik.create_batch(SEL_TERKECIL - 1, pelaksana=True, atasan=saya)
    jalankan(saya)
    assert f"</b>{SIAP}" not in halaman(sebagai(atasan), "karier:tim")
    PegawaiPabrik(pelaksana=True, atasan=saya)
    jalankan(saya)
    assert f"<b>{SEL_TERKECIL}</b>{SIAP}" in halaman(sebagai(atasan), "karier:tim")


def test_a_pppk_in_the_team_has_no_pangkat_sheet(atasan: Pegawai) -> None:
    orang = PegawaiPabrik(pppk=True, nama="Pppk Contoh", atasan=atasan)
    client = sebagai(atasan)
    isi = halaman(client, "karier:tim")
    assert "Kenaikan pangkat berlaku bagi PNS." in isi
    assert reverse("karier:syarat_pegawai", args=[orang.pk]) not in isi
    assert client.get(reverse("karier:syarat_pegawai", args=[orang.pk])).status_code == 404


def test_hours_that_nobody_recorded_are_said_to_be_so(atasan: Pegawai) -> None:
    orang = PegawaiPabrik(pelaksana=True, atasan=atasan)
    client = sebagai(atasan)
    assert 'data-l="JP" class="num">belum tercatat</td>' in halaman(client, "karier:tim")
    PengembanganPabrik(pegawai=orang, jp=12)
    assert 'data-l="JP" class="num">12</td>' in halaman(client, "karier:tim")


def test_a_circle_of_superiors_does_not_hang_the_page() -> None:
    a = PegawaiPabrik(nama="A Contoh")
    b = PegawaiPabrik(nama="B Contoh", atasan=a)
    a.atasan = b
    a.save()
    assert "B Contoh" in halaman(sebagai(a), "karier:tim")


def test_a_large_team_is_shown_in_pages(atasan: Pegawai) -> None:
    PegawaiPabrik.create_batch(51, atasan=atasan)
    isi = halaman(sebagai(atasan), "karier:tim")
    assert "Baris 1–50 dari 51" in isi
    lanjut = sebagai(atasan).get(reverse("karier:tim"), {"mulai": "50"}).content.decode()
    assert "Baris 51–51 dari 51" in lanjut


# -- the trail ----------------------------------------------------------------------------------


def test_every_read_leaves_one_row_per_person(saya: Pegawai, atasan: Pegawai) -> None:
    rekan = PegawaiPabrik(pelaksana=True, atasan=atasan)
    client = sebagai(atasan)
    halaman(client, "karier:tim")
    halaman(client, "karier:syarat_pegawai", saya.pk)
    dibaca = Jejak.objects.filter(pelaku_id=akun_dari(atasan).pk, tindakan="lihat", kanal="portal")
    assert sorted(dibaca.values_list("subjek_id", flat=True)) == sorted([saya.pk, rekan.pk, saya.pk])


def test_a_page_that_was_not_found_leaves_no_row(saya: Pegawai) -> None:
    sebagai(PegawaiPabrik()).get(reverse("karier:syarat_pegawai", args=[saya.pk]))
    assert not Jejak.objects.exists()
