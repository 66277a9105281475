"""Syarat kenaikan: for which TMT, when at the earliest or why no date, how many, why something is out."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from karier.services.keadaan import read_outcomes
from karier.services.lembar_putusan import describe
from karier.tests.bantu import belum_ak, memenuhi
from karier.tests.pembaca import halaman, jalankan, sebagai
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, hr_dari, nyatakan_lengkap

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hari_ini")]

SASARAN = "Dinilai untuk TMT 1 Januari 2027. Usul untuk TMT itu dikirim 16 November 2026 – 15 Desember 2026."


def test_everybody_reads_which_tmt_was_judged_and_its_window(saya: Pegawai, atasan: Pegawai) -> None:
    assert SASARAN in halaman(sebagai(saya), "karier:syarat")
    for pembaca in (sebagai(atasan), sebagai(hr_dari(saya.instansi))):
        assert SASARAN in halaman(pembaca, "karier:syarat_pegawai", saya.pk)


def test_time_in_the_pangkat_says_on_which_day_it_was_reckoned(saya: Pegawai) -> None:
    assert re.search(r"\d+ (tahun|bulan) pada 1 Januari 2027", halaman(sebagai(saya), "karier:syarat"))


def test_what_comes_with_time_has_its_earliest_tmt_and_window_on_both_pages(saya: Pegawai) -> None:
    saya.riwayat_pangkat.update(tmt=date(2023, 4, 1))
    kalimat = "Perkiraan paling cepat: TMT 1 April 2027, usul dikirim 16 Februari 2027 – 15 Maret 2027."
    client = sebagai(saya)
    assert kalimat in halaman(client, "karier:syarat")
    assert kalimat in halaman(client, "karier:beranda")


def test_where_no_date_can_be_named_a_sentence_says_why(saya: Pegawai, atasan: Pegawai) -> None:
    saya.riwayat_pendidikan.all().delete()
    isi = halaman(sebagai(saya), "karier:syarat")
    assert SASARAN in isi
    kalimat = "Perkiraan paling cepat belum ada, karena belum diketahui kapan terpenuhi: pangkat tertinggi"
    assert kalimat in isi
    # The date rests on closed requirements too.
    assert "Perkiraan paling cepat" not in halaman(sebagai(atasan), "karier:syarat_pegawai", saya.pk)


def test_another_decision_without_a_date_says_why_on_page_and_to_programs(atasan: Pegawai) -> None:
    orang = belum_ak(atasan=atasan)
    nyatakan_lengkap(orang.instansi)
    kalimat = "Perkiraan paling cepat belum ada, karena belum diketahui kapan terpenuhi: "
    client = sebagai(orang)
    putusan = {p["jenis"]: p for p in client.get("/api/v1/saya/putusan/").json()["putusan"]}
    jenjang = putusan["kenaikan_jenjang"]
    assert (jenjang["status"], jenjang["paling_cepat"]) == ("BELUM", None)
    assert jenjang["paling_cepat_teks"].startswith(kalimat)
    assert jenjang["paling_cepat_teks"] in halaman(client, "karier:putusan", "kenaikan_jenjang")
    assert putusan["kenaikan_pangkat"]["paling_cepat_teks"] in halaman(client, "karier:syarat")
    # It rests on closed requirements too.
    pimpinan = halaman(sebagai(atasan), "karier:putusan_pegawai", orang.pk, "kenaikan_jenjang")
    assert "Perkiraan paling cepat" not in pimpinan


def test_a_decision_that_could_not_be_computed_names_no_date(saya: Pegawai) -> None:
    run = jalankan(saya)
    keadaan = read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=run.per_tanggal)[saya.pk]
    isi = describe(replace(keadaan, gagal=True))["putusan"]
    assert [p["paling_cepat_teks"] for p in isi] == [""] * len(isi)


def test_beranda_and_the_sheet_count_alike(saya: Pegawai) -> None:
    client = sebagai(saya)
    (di_beranda,) = re.findall(r"\d+ dari \d+ syarat terpenuhi[^<]*", halaman(client, "karier:beranda"))
    lembar = halaman(client, "karier:syarat")
    (di_lembar,) = re.findall(r"\d+ dari \d+ syarat terpenuhi[^<]*", lembar)
    assert di_beranda == di_lembar
    angka = [int(n) for n in re.findall(r"\d+", di_lembar)]
    terpenuhi, dihitung, perkiraan, tak_berlaku = angka
    tanda = re.findall(r'<span class="tanda [a-z]+">([^<]+)</span></div>', lembar)
    assert dihitung + perkiraan + tak_berlaku == len(tanda)
    assert tanda.count("Terpenuhi") == terpenuhi
    assert tanda.count("Tidak berlaku") == tak_berlaku


def test_the_leader_reads_a_count_of_what_is_shown_to_them(saya: Pegawai, atasan: Pegawai) -> None:
    isi = halaman(sebagai(atasan), "karier:syarat_pegawai", saya.pk)
    assert "4 dari 4 syarat umum terpenuhi; 1 perkiraan tidak dihitung." in isi


def test_what_does_not_apply_says_why(saya: Pegawai) -> None:
    kalimat = "tidak disyaratkan untuk kenaikan ke Penata (III/c)"
    assert f"Tidak berlaku: {kalimat}." in halaman(sebagai(saya), "karier:syarat")
    run = jalankan(saya)
    hr = sebagai(hr_dari(saya.instansi))
    assert kalimat in halaman(hr, "admin:karier_runevaluasi_orang", run.pk, saya.pk)


def test_the_leader_of_a_cpns_reads_what_hr_reads(atasan: Pegawai) -> None:
    orang = PegawaiPabrik(pelaksana=True, cpns=True, atasan=atasan)
    kalimat = "Kenaikan pangkat berlaku setelah pegawai ini diangkat menjadi PNS."
    hr = sebagai(hr_dari(orang.instansi))
    for isi in (
        halaman(sebagai(atasan), "karier:tim"),
        halaman(sebagai(atasan), "karier:syarat_pegawai", orang.pk),
        halaman(hr, "karier:syarat_pegawai", orang.pk),
    ):
        assert kalimat in isi
        assert "Dinilai untuk TMT" not in isi


def test_a_manual_path_is_told_alike_to_leader_and_hr(atasan: Pegawai) -> None:
    orang = PegawaiPabrik(struktural=True, atasan=atasan, kedudukan_hukum=KedudukanHukum.CLTN)
    kalimat = "diperiksa secara manual."
    assert kalimat in halaman(sebagai(hr_dari(orang.instansi)), "karier:syarat_pegawai", orang.pk)
    assert kalimat in halaman(sebagai(atasan), "karier:syarat_pegawai", orang.pk)


def test_reasons_in_the_list_and_the_file_of_hr_are_sentences() -> None:
    orang = memenuhi()
    nyatakan_lengkap(orang.instansi)
    orang.riwayat_pangkat.update(tmt=date(2023, 4, 1))
    run = jalankan(orang)
    hr = sebagai(hr_dari(orang.instansi))
    kalimat = "Syarat masa dalam pangkat belum terpenuhi, kurang 3 bulan."
    assert kalimat in strip_tags(halaman(hr, "admin:karier_runevaluasi_hasil", run.pk))
    berkas: Any = hr.get(reverse("admin:karier_runevaluasi_unduh", args=[run.pk, "csv"]))
    assert kalimat in b"".join(berkas.streaming_content).decode("utf-8-sig")
