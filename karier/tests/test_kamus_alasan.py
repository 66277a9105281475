"""Reasons: sentences for lists, why a requirement does not apply, and why no date can be named."""

from datetime import date
from typing import Any

import pytest

from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.kamus import (
    HasilSatu,
    jadwal_lengkap,
    jelaskan,
    kalimat_kurang,
    kalimat_paling_cepat,
    kalimat_tanpa_tanggal,
)
from karier.rules.fakta import Fakta
from karier.rules.keputusan import putuskan_seluruh
from karier.rules.pangkat import target_tmt
from karier.tests.golden.susun import fakta_emas, versi_terbaru
from karier.tests.orang import JF, PELAKSANA, A
from karier.tests.orang_jabatan import SIAP_JENJANG, SIAP_PENGAWAS, SIAP_PRATAMA

PER = date(2026, 11, 21)
TMT = date(2027, 1, 1)
JENJANG, KESIAPAN = JenisPutusan.KENAIKAN_JENJANG, JenisPutusan.KESIAPAN_JABATAN
BELUM_ADA = "Perkiraan paling cepat belum ada, karena belum diketahui kapan terpenuhi: "


def hasil(dasar: dict[str, Any], **ganti: Any) -> HasilSatu:
    f = Fakta.satu(**(dasar | ganti))
    return HasilSatu.dari(putuskan_seluruh(f, A, per=PER, tmt=TMT), f, A, tmt=TMT, per=PER)


@pytest.mark.parametrize(
    ("kode", "dasar", "ganti", "kalimat"),
    [
        ("angka_kredit", JF, {"ak_sah": 4250}, "Syarat angka kredit belum terpenuhi, kurang 7,5."),
        (
            "jenjang_memuat_pangkat",
            JF,
            {"golongan": 10},
            "Syarat pangkat dalam jenjang jabatan belum terpenuhi (Ahli Pertama).",
        ),
        ("masa_pangkat", JF, {"tmt_golongan": None}, "Syarat masa dalam pangkat perlu diperiksa."),
        (
            "puncak",
            PELAKSANA,
            {"golongan": 17},
            "Sudah di pangkat tertinggi pada jalur jabatannya (Pembina Utama (IV/e)).",
        ),
    ],
)
def test_a_reason_is_a_sentence(
    kode: str, dasar: dict[str, Any], ganti: dict[str, Any], kalimat: str
) -> None:
    (syarat,) = [s for s in jelaskan(hasil(dasar, **ganti)) if s.kode == kode]
    assert kalimat_kurang(syarat) == kalimat


@pytest.mark.parametrize(
    ("kode", "dasar", "ganti", "alasan"),
    [
        ("ujian_dinas", PELAKSANA, {}, "tidak disyaratkan untuk kenaikan ke"),
        ("angka_kredit", JF, {"golongan": 10}, "di atas jenjang sekarang: naik jenjang lebih dahulu"),
        ("masa_pangkat", PELAKSANA, {"golongan": 17}, "sudah di pangkat tertinggi"),
        ("ujian_dinas", PELAKSANA, {"golongan": None}, "pangkat berikutnya belum dapat ditentukan"),
    ],
)
def test_what_does_not_apply_says_why(
    kode: str, dasar: dict[str, Any], ganti: dict[str, Any], alasan: str
) -> None:
    (syarat,) = [s for s in jelaskan(hasil(dasar, **ganti)) if s.kode == kode]
    assert syarat.status is Status.TIDAK_BERLAKU
    assert alasan in syarat.alasan


@pytest.mark.parametrize(
    ("dasar", "ganti", "kalimat"),
    [
        (PELAKSANA, {}, "Perkiraan paling cepat: TMT 1 Januari 2027."),
        (JF, {"golongan": 10, "ak_sah": 0}, "kapan terpenuhi: pangkat dalam jenjang jabatan."),
        (JF, {"tmt_golongan": None}, "kapan terpenuhi: masa dalam pangkat."),
        (PELAKSANA, {"golongan": 17}, "tidak ada pangkat berikutnya pada jalur jabatan ini."),
    ],
)
def test_the_earliest_date_or_why_there_is_none(
    dasar: dict[str, Any], ganti: dict[str, Any], kalimat: str
) -> None:
    h = hasil(dasar, **ganti)
    assert kalimat_paling_cepat(h, jelaskan(h)).endswith(kalimat)


@pytest.mark.parametrize(
    ("jenis", "dasar", "ganti", "kalimat"),
    [
        (JENJANG, SIAP_JENJANG, {"tmt_jabatan": date(2026, 6, 1)}, BELUM_ADA + "uji kompetensi."),
        (JENJANG, SIAP_JENJANG, {"lowongan": 0}, BELUM_ADA + "kebutuhan jabatan."),
        (JENJANG, SIAP_JENJANG, {}, ""),
        # Not refused: the verdict itself says what is to be checked.
        (JENJANG, SIAP_JENJANG, {"lowongan": None}, ""),
        # Refused, and the date is known.
        (JENJANG, SIAP_JENJANG, {"ak_sah": 0}, ""),
        (KESIAPAN, SIAP_PENGAWAS, {"predikat_1": None, "bulan_pelaksana": 0}, BELUM_ADA + "predikat"),
        (
            KESIAPAN,
            SIAP_PRATAMA,
            {"tanggal_lahir": date(1965, 1, 1)},
            "usia sudah melewati batas untuk jabatan",
        ),
        (
            KESIAPAN,
            SIAP_PRATAMA,
            {"tanggal_lahir": date(1970, 6, 1), "bulan_administrator": 0},
            "batas usia untuk jabatan itu terlewati sebelum syarat lain terpenuhi.",
        ),
    ],
)
def test_another_decision_without_a_date_says_why(
    jenis: JenisPutusan, dasar: dict[str, Any], ganti: dict[str, Any], kalimat: str
) -> None:
    h = hasil(dasar, **ganti)
    isi = kalimat_tanpa_tanggal(h.putusan(jenis), jelaskan(h, jenis=jenis))
    assert kalimat in isi
    assert bool(kalimat) is bool(isi)


def test_where_nothing_could_be_read_nothing_is_said() -> None:
    assert kalimat_tanpa_tanggal(hasil(SIAP_JENJANG, lowongan=0).putusan(JENJANG), []) == ""


def test_every_golden_person_has_reasons_for_what_does_not_apply_and_a_date_or_why_not() -> None:
    f = fakta_emas()
    for per, a in versi_terbaru().items():
        tmt = target_tmt(per, a)
        h = putuskan_seluruh(f, a, per=per, tmt=tmt)
        for i in range(len(f)):
            satu = HasilSatu.dari(h, f, a, tmt=tmt, per=per, indeks=i)
            syarat = jelaskan(satu)
            assert [s.kode for s in syarat if bool(s.alasan) is not (s.status is Status.TIDAK_BERLAKU)] == []
            j = jadwal_lengkap(satu, syarat)
            assert (j is None) is (satu.status == Status.TIDAK_BERLAKU)
            assert j is None or (j.paling_cepat.endswith(".") and ": ." not in j.paling_cepat)
            kurang = [s for s in syarat if s.status in (Status.BELUM, Status.PERLU_VERIFIKASI)]
            kalimat = [kalimat_kurang(s) for s in kurang]
            assert not [k for k in kalimat if "()" in k]
