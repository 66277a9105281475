"""*Karier saya*, *Jenjang karier*, *Apa yang diperlukan*: the engine's own words, on pages of one's own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asn_karier.lib.errors import TidakDitemukan
from karier.enums import JenisLangkah, JenisPutusan
from karier.models import LangkahKarier
from karier.rules.andaian import Andaian
from karier.services.karier_saya import build_career
from karier.services.keadaan import read_outcomes
from karier.services.langkah_karier import derive_steps, recorded_months, save_step
from karier.services.sasaran_jabatan import judged_for, needs_for_post, read_target
from karier.services.simulasi import own_timeline, simulate
from karier.tests.bantu import belum_ak
from karier.tests.pabrik_jalur import berjenjang
from karier.tests.pembaca import halaman, jalankan, sebagai
from kinerja.tests.pabrik import predikat_tahun
from pegawai.enums import JenisJabatan, Jenjang
from pegawai.models import Jabatan, KebutuhanJabatan, Pegawai, RiwayatJabatan
from pegawai.tests.pabrik import InstansiPabrik, JabatanPabrik, PegawaiPabrik, hr_dari
from pegawai.tests.pabrik_kompetensi import AsesmenPabrik, StandarKompetensiPabrik

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]
HARI = date(2026, 11, 21)


def ada_di(saya: Pegawai, **isi: Any) -> Jabatan:
    """A post that the government of `saya` has."""
    pos: Jabatan = JabatanPabrik(**isi)
    KebutuhanJabatan.objects.create(
        instansi=saya.instansi, jabatan=pos, lowongan=1, per_tanggal=date(2026, 1, 1)
    )
    return pos


# -- Karier saya ------------------------------------------------------------------------------------


def test_each_path_counts_its_requirements_and_names_a_day_and_a_step(saya: Pegawai) -> None:
    jalankan(saya)
    isi = halaman(sebagai(saya), "karier:saya")
    assert "Naik pangkat ke Penata (III/c)" in isi
    assert "Perkiraan paling cepat 1 Januari 2027" in isi
    assert "Kesiapan menjadi Pengawas" in isi
    assert isi.count("Langkah berikut:") == 2
    assert isi.count("Lihat syarat") == 2
    assert reverse("karier:putusan", args=["kesiapan_jabatan"]) in isi


def test_the_menu_leads_there(saya: Pegawai) -> None:
    isi = halaman(sebagai(saya), "karier:beranda")
    assert f'<a href="{reverse("karier:saya")}">Karier saya</a>' in isi


@pytest.mark.parametrize("jenis", ["saya", "ahli", "struktural"])
def test_the_timeline_is_that_of_the_calculator(saya: Pegawai, jenis: str) -> None:
    orang = {"saya": lambda: saya, "ahli": belum_ak, "struktural": lambda: PegawaiPabrik(struktural=True)}[
        jenis
    ]()
    predikat_tahun(orang, 2023)
    garis, hitung = (
        own_timeline(pegawai=orang, per=HARI), simulate(pegawai=orang, andaian=Andaian(), per=HARI)
    )  # fmt: skip
    assert (garis.lini, garis.tertahan, garis.akhir) == (hitung.lini, hitung.tertahan, hitung.akhir)
    isi = halaman(sebagai(orang), "karier:saya")
    for kejadian in (k for tahun in garis.lini.values() for k in tahun):
        assert f"<b>{kejadian.tanggal_teks}</b> {kejadian.teks}" in isi


def test_a_pppk_reads_of_contract_and_learning_and_of_no_pangkat() -> None:
    isi = halaman(sebagai(PegawaiPabrik(pppk=True)), "karier:saya")
    assert "Perjanjian kerja berlaku sampai 28 Februari 2027." in isi
    assert "Pensiun (perkiraan)" in isi
    assert "pangkat" not in isi.lower()


def test_a_pppk_in_a_family_reads_of_its_next_level_without_a_promise() -> None:
    orang = PegawaiPabrik(pppk=True)
    madya = berjenjang(orang.riwayat_jabatan.get().jabatan)
    isi = halaman(sebagai(orang), "karier:saya")
    assert f"Naik jenjang: {madya.nama}" in isi
    assert "belum terverifikasi" in halaman(sebagai(orang), "karier:jabatan", madya.pk)


def test_without_a_post_the_page_says_whom_to_ask() -> None:
    orang = PegawaiPabrik(cpns=True)
    orang.instansi.bantuan = "0811-000"
    orang.instansi.save()
    isi = halaman(sebagai(orang), "karier:saya")
    assert "Jalur untuk jabatan Anda belum disusun." in isi
    assert "0811-000" in isi


def test_who_cannot_be_computed_still_has_a_page(saya: Pegawai, monkeypatch: pytest.MonkeyPatch) -> None:
    def rusak(*_: Any, **__: Any) -> Any:
        raise ValueError("rusak")

    monkeypatch.setattr("karier.services.keadaan.kumpulkan", rusak)
    isi = halaman(sebagai(saya), "karier:saya")
    assert "Belum dapat dihitung dari data yang tercatat." in isi


def test_a_step_of_hr_becomes_a_path(saya: Pegawai) -> None:
    tujuan = ada_di(saya, nama="Pengelola Arsip")
    StandarKompetensiPabrik(jabatan=tujuan, komunikasi=3)
    kini = saya.riwayat_jabatan.get().jabatan
    LangkahKarier.objects.create(
        instansi=saya.instansi, dari=kini, ke=tujuan, jenis=JenisLangkah.PINDAH, kriteria="Pernah di lapangan"
    )
    assert [j.judul for j in build_career(saya=saya, per=HARI).jalur][1] == "Pindah jabatan: Pengelola Arsip"
    assert "Pernah di lapangan" in halaman(sebagai(saya), "karier:jenjang_karier")


def _pindah(saya: Pegawai, tujuan: Jabatan) -> Any:
    """The card of a move that HR names."""
    kini = saya.riwayat_jabatan.get().jabatan
    LangkahKarier.objects.create(
        instansi=saya.instansi, dari=kini, ke=tujuan, jenis=JenisLangkah.PINDAH, bulan=36
    )
    return next(j for j in build_career(saya=saya, per=HARI).jalur if j.judul.startswith("Pindah jabatan"))


def test_a_post_far_below_ones_pangkat_is_said_to_be_so(saya: Pegawai) -> None:
    tujuan = ada_di(saya, nama="Pranata Pemula", jenjang=Jenjang.PEMULA, jenis=JenisJabatan.FUNGSIONAL)
    kartu = _pindah(saya, tujuan)
    assert (kartu.tanda, kartu.kelas) == ("Di atas pangkat tertinggi", "perlu")
    assert "rentang jabatan ini" in kartu.kapan


def test_what_nobody_assessed_is_not_said_to_be_short(saya: Pegawai) -> None:
    tujuan = ada_di(saya, nama="Pengelola Arsip")
    StandarKompetensiPabrik(jabatan=tujuan, komunikasi=4, integritas=1, perekat_bangsa=2)
    AsesmenPabrik(pegawai=saya, komunikasi=2, integritas=3, perekat_bangsa=None)
    kartu = _pindah(saya, tujuan)
    assert kartu.tanda == "Kurang 1 kompetensi, 1 belum dinilai"
    assert kartu.hitungan == "7 dari 9 kompetensi cukup."
    assert kartu.langkah == "Mulai dari Komunikasi: level 4 diminta."
    isi = halaman(sebagai(saya), "karier:jenjang_karier")
    assert "Menurut pengelola kepegawaian lazimnya 3 tahun." in isi


def test_no_gap_on_record_may_mean_that_nobody_has_looked() -> None:
    orang = PegawaiPabrik(pppk=True)
    StandarKompetensiPabrik(jabatan=orang.riwayat_jabatan.get().jabatan, komunikasi=2, integritas=2)
    jalur = {j.judul: j for j in build_career(saya=orang, per=HARI).jalur}
    assert jalur["Pengembangan kompetensi"].langkah == "Minta jadwal asesmen: 9 kompetensi belum dinilai."
    assert jalur["Perjanjian kerja"].langkah == ""


def test_ones_own_page_leads_to_plan_mentor_and_talent(saya: Pegawai) -> None:
    isi = halaman(sebagai(saya), "karier:saya")
    for nama in ("karier:rencana", "mentoring:mentor", "karier:penugasan_daftar", "karier:talenta"):
        assert f'href="{reverse(nama)}"' in isi
    pppk = halaman(sebagai(PegawaiPabrik(pppk=True)), "karier:saya")
    assert f'href="{reverse("karier:rencana")}"' in pppk
    assert reverse("karier:talenta") not in pppk  # the map is one of PNS
    assert "Kembali ke Karier saya" in halaman(sebagai(saya), "karier:talenta")


def test_the_page_costs_the_same_however_much_stands_on_it(saya: Pegawai) -> None:
    client, kini = sebagai(saya), saya.riwayat_jabatan.get().jabatan

    def biaya() -> int:
        with CaptureQueriesContext(connection) as c:
            halaman(client, "karier:saya")
        return len(c)

    def tambah(n: int) -> None:
        for k in range(n):
            tujuan = ada_di(saya, nama=f"Tujuan {k} {n}")
            LangkahKarier.objects.create(
                instansi=saya.instansi, dari=kini, ke=tujuan, jenis=JenisLangkah.PINDAH
            )

    tambah(1)
    satu = biaya()
    tambah(8)
    assert biaya() == satu


# -- one post ---------------------------------------------------------------------------------------


def test_a_managerial_post_is_judged_by_the_rules_of_the_run(saya: Pegawai) -> None:
    jalankan(saya)
    pengawas = ada_di(saya, struktural=True)
    s = read_target(pegawai=saya, jabatan=pengawas, per=HARI)
    assert s.lembar is not None
    biasa = halaman(sebagai(saya), "karier:putusan", "kesiapan_jabatan")  # type: ignore[arg-type]
    assert s.lembar.hitungan in biasa
    isi = halaman(sebagai(saya), "karier:jabatan", pengawas.pk)
    assert "Perkiraan, belum terverifikasi." in isi  # the education of a pengawas decides nothing
    assert "jabatan=41" in isi  # Coba hitung with this very post


def test_a_level_further_up_is_judged_for_itself(saya: Pegawai) -> None:
    keadaan = read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=HARI)[saya.pk]
    jauh = judged_for(keadaan, Jenjang.JPT_PRATAMA).hasil.putusan(JenisPutusan.KESIAPAN_JABATAN)
    assert jauh.sasaran == Jenjang.JPT_PRATAMA
    assert judged_for(keadaan, Jenjang.PENGAWAS).hasil.lain == keadaan.hasil.lain


def test_the_next_level_of_ones_family_says_what_its_own_page_says() -> None:
    orang = belum_ak()
    madya = berjenjang(orang.riwayat_jabatan.get().jabatan)
    jalankan(orang)
    s = read_target(pegawai=orang, jabatan=madya, per=HARI)
    assert s.lembar is not None
    assert s.lembar.hitungan in halaman(sebagai(orang), "karier:putusan", "kenaikan_jenjang")  # type: ignore[arg-type]
    isi = halaman(sebagai(orang), "karier:jabatan", madya.pk)
    assert "Menurut peraturan paling cepat 8 tahun" in isi


def test_levels_now_and_asked_for_stand_side_by_side(saya: Pegawai) -> None:
    tujuan = ada_di(saya, nama="Pengelola Arsip")
    StandarKompetensiPabrik(jabatan=tujuan, komunikasi=4, integritas=1)
    AsesmenPabrik(pegawai=saya, komunikasi=2, integritas=3)
    s = read_target(pegawai=saya, jabatan=tujuan, per=HARI)
    baris = {k.nama: (k.kini, k.diminta, k.tanda) for k in s.kompetensi}
    assert baris["Komunikasi"] == (2, 4, "Kurang 2 level")
    assert baris["Integritas"] == (3, 1, "Cukup")
    assert needs_for_post(pegawai=saya, jabatan=tujuan, per=HARI)[0].nama == "Komunikasi"
    isi = halaman(sebagai(saya), "karier:jabatan", tujuan.pk)
    assert "belum terverifikasi, jadi belum dihitung sistem" in isi


def test_no_other_persons_name_stands_on_it(saya: Pegawai) -> None:
    pengawas = ada_di(saya, struktural=True)
    PegawaiPabrik(struktural=True, nama="Rahasia Pemegang")
    assert "Rahasia Pemegang" not in halaman(sebagai(saya), "karier:jabatan", pengawas.pk)


def test_a_post_of_another_government_is_not_there(saya: Pegawai) -> None:
    lain = PegawaiPabrik(struktural=True, instansi=InstansiPabrik(kode="nabire"))
    pos = lain.riwayat_jabatan.get().jabatan
    pos.nama = "Jabatan Sana"
    pos.save()
    if not RiwayatJabatan.objects.filter(jabatan=pos, pegawai__instansi=saya.instansi).exists():
        assert sebagai(saya).get(reverse("karier:jabatan", args=[pos.pk])).status_code == 404
        assert "Jabatan Sana" not in halaman(sebagai(saya), "karier:jabatan_cari")


def test_posts_are_found_by_words_and_by_the_step_that_nobody_took_yet(saya: Pegawai) -> None:
    ahli = PegawaiPabrik(fungsional=True)
    madya = berjenjang(ahli.riwayat_jabatan.get().jabatan)
    client = sebagai(saya)
    isi = client.get(reverse("karier:jabatan_cari"), {"q": "sdm madya"}).content.decode()
    assert madya.nama in isi
    assert (
        "Tidak ada jabatan dengan kata itu."
        in client.get(reverse("karier:jabatan_cari"), {"q": "x\x00y"}).content.decode()
    )


# -- ladders ----------------------------------------------------------------------------------------


def _menempuh(instansi: Any, dari: Jabatan, ke: Jabatan, banyak: int) -> None:
    for n in range(banyak):
        orang = PegawaiPabrik(instansi=instansi)
        RiwayatJabatan.objects.create(pegawai=orang, jabatan=dari, tmt=date(2015, 1, 1))
        RiwayatJabatan.objects.create(pegawai=orang, jabatan=ke, tmt=date(2019 + n % 2, 1, 1))


def test_steps_come_from_names_and_from_what_ten_people_did(saya: Pegawai) -> None:
    kini = saya.riwayat_jabatan.get().jabatan
    lain, jarang, kepala = (
        JabatanPabrik(nama="Pengelola Arsip"),
        JabatanPabrik(nama="Pengadministrasi"),
        JabatanPabrik(struktural=True),
    )  # fmt: skip
    for ke, banyak in ((lain, 10), (jarang, 9), (kepala, 10)):
        _menempuh(saya.instansi, kini, ke, banyak)
    ahli = PegawaiPabrik(fungsional=True).riwayat_jabatan.get().jabatan
    madya = berjenjang(ahli)
    _menempuh(saya.instansi, ahli, madya, 10)  # the next level of a family is no move to another post
    hr = hr_dari(saya.instansi)
    assert derive_steps(instansi=saya.instansi, actor=hr, kanal="admin") == 3
    assert derive_steps(instansi=saya.instansi, actor=hr, kanal="admin") == 0
    jenis = {(s.dari_id, s.ke_id): s.jenis for s in LangkahKarier.objects.all()}
    assert jenis == {
        (kini.pk, lain.pk): JenisLangkah.PINDAH,
        (kini.pk, kepala.pk): JenisLangkah.MANAJERIAL,
        (ahli.pk, madya.pk): JenisLangkah.JENJANG,
    }
    assert recorded_months(saya.instansi_id, [(kini.pk, lain.pk), (kini.pk, jarang.pk)]) == {
        (kini.pk, lain.pk): (48, 10)
    }


def test_a_rise_that_many_made_is_a_rise_and_no_move(saya: Pegawai) -> None:
    ahli = PegawaiPabrik(fungsional=True).riwayat_jabatan.get().jabatan
    madya = berjenjang(ahli)
    _menempuh(saya.instansi, ahli, madya, 10)
    derive_steps(instansi=saya.instansi, actor=hr_dari(saya.instansi), kanal="admin")
    assert LangkahKarier.objects.get(dari=ahli, ke=madya).jenis == JenisLangkah.JENJANG


def test_hr_of_another_government_writes_no_step(saya: Pegawai) -> None:
    lain = hr_dari(InstansiPabrik(kode="nabire"))
    with pytest.raises(TidakDitemukan):
        derive_steps(instansi=saya.instansi, actor=lain, kanal="admin")
    langkah = LangkahKarier(
        instansi=saya.instansi, dari=JabatanPabrik(), ke=JabatanPabrik(struktural=True), jenis="manajerial"
    )
    with pytest.raises(TidakDitemukan):
        save_step(langkah=langkah, actor=lain, kanal="admin")
    save_step(langkah=langkah, actor=hr_dari(saya.instansi, nama="HR"), kanal="admin")
    assert save_step(langkah=langkah, actor=hr_dari(saya.instansi, nama="HR 2"), kanal="admin").versi == 2


def test_the_ladder_says_what_each_level_asks_and_what_is_not_verified(saya: Pegawai) -> None:
    isi = halaman(sebagai(saya), "karier:jenjang_karier")
    assert "pengalaman paling sedikit 4 tahun sebagai pelaksana atau jabatan fungsional setingkat" in isi
    assert "pengalaman paling sedikit 3 tahun sebagai pengawas atau jabatan fungsional setingkat" in isi
    assert "usia paling tinggi 56 tahun" in isi
    assert "pengalaman dalam bidang terkait paling sedikit 5 tahun" in isi
    assert isi.count("Syaratnya belum terverifikasi, jadi belum dihitung sistem.") == 2
    assert "Jabatan Anda" in isi
