"""The same outcome told to the person and to HR, and the estimates that HR reads."""

from dataclasses import replace
from datetime import date
from string import Formatter
from typing import Any

import pytest

from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan, Kerahasiaan, Pelaku
from karier.kamus import HasilSatu, Pembaca, jelaskan, kalimat, pelengkap, perkiraan, putusan
from karier.kamus.kalimat import Kalimat
from karier.rules.daftar import MENURUT_JENIS, baris_syarat
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.rules.pangkat import target_tmt
from karier.tests.golden.susun import fakta_emas, versi_terbaru
from karier.tests.orang import JF, PELAKSANA, A
from pegawai.enums import JenisJabatan, TingkatPendidikan

PER = date(2026, 11, 21)
TMT = date(2027, 1, 1)
SEMUA = {n: k for n, k in vars(kalimat).items() if isinstance(k, Kalimat)}
LEWAT_BUP = {"tanggal_lahir": date(1968, 3, 3)}


def hasil(dasar: dict[str, Any], **ganti: Any) -> HasilSatu:
    f = Fakta.satu(**(dasar | ganti))
    return HasilSatu.dari(putuskan_seluruh(f, A, per=PER, tmt=TMT), f, A, tmt=TMT, per=PER)


def tindakan(h: HasilSatu, pembaca: Pembaca, kode: str) -> str:
    return next(s.tindakan for s in jelaskan(h, pembaca=pembaca) if s.kode == kode)


@pytest.mark.parametrize("nama", SEMUA)
def test_both_readers_get_the_same_facts_and_each_their_own_address(nama: str) -> None:
    k = SEMUA[nama]
    isian = [{bagian for _, bagian, _, _ in Formatter().parse(teks) if bagian} for teks in k]
    assert isian[0] == isian[1]
    assert "pegawai ini" not in k.pegawai.lower()
    assert not [kata for kata in ("Anda", "BKPSDM") if kata in k.pengelola]


@pytest.mark.parametrize(
    ("kode", "dasar", "ganti", "pegawai", "pengelola"),
    [
        (
            "kedudukan_hukum",
            PELAKSANA,
            {"kedudukan_hukum": None},
            "Minta BKPSDM mencatat kedudukan hukum Anda.",
            "Catat kedudukan hukum pegawai ini.",
        ),
        (
            "data_jabatan",
            PELAKSANA,
            {"jenis_jabatan": None},
            "Sampaikan SK jabatan terakhir kepada BKPSDM agar dicatat.",
            "Minta SK jabatan terakhir dari pegawai ini, lalu catat.",
        ),
        (
            "angka_kredit",
            JF,
            {"ak_sah": 4250, "ak_draf": 1250},
            "Minta pejabat penilai menandatangani konversi; angka kredit Anda menjadi 55.",
            "Minta pejabat penilai menandatangani konversi; angka kredit pegawai ini menjadi 55.",
        ),
        (
            "pemeriksaan_disiplin",
            JF,
            {"dalam_pemeriksaan": 1},
            "Tunggu hasil pemeriksaan; tanyakan perkembangannya kepada BKPSDM.",
            "Tunggu hasil pemeriksaan, lalu catat.",
        ),
        (
            "hukuman_disiplin",
            JF,
            {"disiplin_tercakup": 0},
            "BKPSDM perlu menyatakan daftar hukuman disiplin lengkap untuk tanggal ini.",
            "Nyatakan daftar hukuman disiplin lengkap untuk tanggal ini.",
        ),
        (
            "hukuman_disiplin",
            JF,
            {"hukdis_sampai": date(2027, 3, 31)},
            "Tunggu sampai hukuman selesai pada 31 Maret 2027.",
            "Tunggu sampai hukuman selesai pada 31 Maret 2027.",
        ),
    ],
)
def test_what_to_do_is_said_to_whoever_reads(
    kode: str, dasar: dict[str, Any], ganti: dict[str, Any], pegawai: str, pengelola: str
) -> None:
    h = hasil(dasar, **ganti)
    assert tindakan(h, Pembaca.PEGAWAI, kode) == pegawai
    assert tindakan(h, Pembaca.PENGELOLA, kode) == pengelola


@pytest.mark.parametrize(
    ("ganti", "kalimat_hr", "langkah_hr"),
    [
        (
            {"golongan": 17},
            "Pegawai ini sudah berada di Pembina Utama (IV/e), pangkat tertinggi pada jalur jabatannya.",
            "Bicarakan pilihan jabatan lain bila pegawai ini ingin naik pangkat lagi.",
        ),
        (
            {"jenis_jabatan": JenisJabatan.RANGKAP},
            "Syarat kenaikan pangkat untuk jabatan atau kedudukan hukum pegawai ini diperiksa secara manual.",
            "Periksa syaratnya di luar sistem sebelum mengusulkan.",
        ),
        (
            {"status_kepegawaian": 1},
            "Kenaikan pangkat berlaku setelah pegawai ini diangkat menjadi PNS.",
            "",
        ),
        (
            {"tmt_golongan": None},
            "Yang perlu diperiksa: masa dalam pangkat.",
            "Catat TMT pangkat terakhir.",
        ),
    ],
)
def test_the_verdict_speaks_to_hr_about_the_person(
    ganti: dict[str, Any], kalimat_hr: str, langkah_hr: str
) -> None:
    p = putusan(hasil(PELAKSANA, **ganti), pembaca=Pembaca.PENGELOLA)
    assert (p.kalimat, p.langkah) == (kalimat_hr, langkah_hr)


def test_no_golden_person_is_talked_about_to_their_face_nor_hr_addressed_as_the_person() -> None:
    f = fakta_emas()
    for per, a in versi_terbaru().items():
        tmt = target_tmt(per, a)
        h = putuskan_seluruh(f, a, per=per, tmt=tmt)
        for i in range(len(f)):
            satu = HasilSatu.dari(h, f, a, tmt=tmt, per=per, indeks=i)
            for pembaca, salah in ((Pembaca.PEGAWAI, "pegawai ini"), (Pembaca.PENGELOLA, "anda")):
                p = putusan(satu, pembaca=pembaca)
                teks = [p.kalimat, p.langkah]
                teks += [f"{s.tindakan} {s.pelaku_teks}" for s in jelaskan(satu, pembaca=pembaca)]
                assert salah not in " ".join(teks).lower().replace("tanda", "")


def test_who_has_to_act_is_named_once_and_time_not_at_all() -> None:
    h = hasil(JF, ak_sah=4250, predikat_2=2, tmt_golongan=date(2025, 8, 1))
    kurang = [s for s in jelaskan(h) if s.mengikat and s.status is Status.BELUM]
    assert len(kurang) == 3
    assert pelengkap(kurang) == "Atasan penilai"


def test_at_the_top_of_a_path_nobody_completes_anything() -> None:
    h = hasil(PELAKSANA, golongan=17, hukdis_sampai=date(9999, 12, 31))
    kurang = [s for s in jelaskan(h) if s.status is Status.BELUM]
    assert [(s.kode, s.pelaku, s.pelaku_teks) for s in kurang] == [
        ("puncak", None, ""),
        ("hukuman_disiplin", Pelaku.BKPSDM, "BKPSDM"),
    ]
    assert pelengkap(kurang) == ""


def test_a_year_that_nobody_rated_is_the_work_of_the_leader() -> None:
    tanpa_predikat = hasil(JF, predikat_1=None)
    (syarat,) = [s for s in jelaskan(tanpa_predikat) if s.kode == "predikat_2_tahun"]
    assert (syarat.status, syarat.pelaku) == (Status.PERLU_VERIFIKASI, Pelaku.ATASAN)


def test_whoever_has_to_act_is_not_told_to_wait() -> None:
    tanpa_akhir = hasil(JF, hukdis_sampai=date(9999, 12, 31))
    (hukuman,) = [s for s in jelaskan(tanpa_akhir) if s.kode == "hukuman_disiplin"]
    assert hukuman.tindakan == "Minta BKPSDM mencatat tanggal berakhirnya."
    assert hukuman.pelaku_teks == "BKPSDM"
    assert putusan(tanpa_akhir).langkah == hukuman.tindakan


# -- estimates --------------------------------------------------------------------------------------


def test_someone_past_the_pension_age_is_ready_with_a_note_of_what_to_check() -> None:
    h = hasil(PELAKSANA, **LEWAT_BUP)
    assert h.status == Status.MEMENUHI
    (catatan,) = perkiraan(h, boleh_khusus=True)
    assert catatan == (
        "Perkiraan: mencapai batas usia pensiun (58 tahun) pada 3 Maret 2026, sebelum TMT 1 Januari 2027. "
        "Periksa tanggal pensiunnya dan kemungkinan kenaikan pangkat pengabdian."
    )


def test_on_the_very_day_of_the_pension_age_nothing_is_estimated() -> None:
    assert perkiraan(hasil(PELAKSANA, tanggal_lahir=date(1969, 1, 1)), boleh_khusus=True) == []


def test_an_unknown_pension_age_is_to_be_completed() -> None:
    (catatan,) = perkiraan(hasil(PELAKSANA, bup=None), boleh_khusus=True)
    assert catatan == (
        "Perkiraan: batas usia pensiun belum dapat diperiksa. "
        "Lengkapi tanggal lahir dan batas usia pensiun jabatannya."
    )


def test_an_estimate_needs_no_rule_file() -> None:
    hilang = {"jp": {"berlaku_mulai": "2023-01-01", "sha256": "0" * 64}}
    h = replace(hasil(PELAKSANA, **LEWAT_BUP), versi_aturan=hilang)
    assert len(perkiraan(h, boleh_khusus=True)) == 1


@pytest.mark.parametrize(("boleh_khusus", "banyak"), [(True, 1), (False, 0)])
def test_any_other_requirement_that_does_not_bind_is_named_to_whoever_may_know(
    monkeypatch: pytest.MonkeyPatch, boleh_khusus: bool, banyak: int
) -> None:
    ujian = baris_syarat("ujian_dinas")._replace(ikatan="kenaikan_pangkat/angka/bup_memblokir")
    assert ujian.kerahasiaan is Kerahasiaan.KHUSUS
    monkeypatch.setitem(MENURUT_JENIS, JenisPutusan.KENAIKAN_PANGKAT, (ujian,))
    h = hasil(PELAKSANA, golongan=8, pendidikan=TingkatPendidikan.SLTA)
    kalimat_ujian = "Perkiraan: syarat ujian dinas belum terpenuhi. Periksa sebelum mengusulkan."
    assert perkiraan(h, boleh_khusus=boleh_khusus) == [kalimat_ujian] * banyak
