"""The calculators of KGB and Satyalancana: our cases, those of the rule book, and what they refuse."""

import json
from datetime import date

import pytest

from asn_karier.lib.aturan import AKAR, aturan_per
from asn_karier.lib.topik import MasukanSalah
from karier.rules.topik import kgb
from pegawai.rules.topik import hak, satyalancana

TOPIK = {t.kode: t for t in (*hak.TOPIK, *satyalancana.TOPIK, *kgb.TOPIK)}
KASUS = json.loads((AKAR / "kasus" / "hak.json").read_text(encoding="utf-8"))
PER = date(2026, 11, 28)
BEBAS = ("alasan", "catatan")


def jawab(topik, masukan):
    return TOPIK[topik].jawab(masukan, aturan_per, PER)


@pytest.mark.parametrize("kasus", [k for k in KASUS if "error" not in k["expected"]], ids=lambda k: k["id"])
def test_a_case_gets_the_answer_it_expects(kasus):
    hasil = jawab(kasus["topic"], kasus["input"])
    for kunci, harap in kasus["expected"].items():
        didapat = bool(hasil[kunci]) if kunci in BEBAS else hasil[kunci]
        assert didapat == (bool(harap) if kunci in BEBAS else harap), kunci


@pytest.mark.parametrize("kasus", [k for k in KASUS if "error" in k["expected"]], ids=lambda k: k["id"])
def test_a_case_that_is_refused_says_why(kasus):
    try:
        galat = jawab(kasus["topic"], kasus["input"])["error"]
    except MasukanSalah as salah:
        galat = " ".join(salah.rincian.values())
    assert galat


def test_every_topic_has_at_least_five_cases_or_edges():
    banyak = {kode: sum(k["topic"] == kode for k in KASUS) for kode in TOPIK}
    assert min(banyak.values()) >= 5, banyak


@pytest.mark.parametrize(
    ("topik", "masukan", "alasan"),
    [
        ("satyalancana", {"masa_kerja_tahun": 9}, "Masa kerja 9 tahun belum mencapai 10 tahun."),
        (
            "satyalancana",
            {"masa_kerja_tahun": 15, "dimiliki": "X"},
            "Masa kerja 15 tahun belum mencapai 20 tahun.",
        ),
        (
            "satyalancana",
            {"masa_kerja_tahun": 15, "dimiliki": "XX"},
            "Masa kerja 15 tahun belum mencapai 30 tahun.",
        ),
        ("satyalancana", {"masa_kerja_tahun": 40, "dimiliki": "Emas"}, "Derajat tertinggi sudah dimiliki."),
        (
            "satyalancana",
            {"masa_kerja_tahun": 9, "cltn": True},
            "Pernah cuti di luar tanggungan negara. Masa kerja 9 tahun belum mencapai 10 tahun.",
        ),
        ("satyalancana", {"masa_kerja_tahun": None}, "Masa kerja belum diketahui."),
        ("satyalancana", {"masa_kerja_tahun": 10, "cltn": None}, "Riwayat CLTN belum diketahui."),
        (
            "satyalancana",
            {"masa_kerja_tahun": 10, "hukdis_sedang_berat": None},
            "Riwayat hukuman disiplin belum diketahui.",
        ),
        ("kgb_predikat", {"predikat": "Kurang"}, "Predikat Kurang kurang dari Butuh Perbaikan."),
        (
            "kgb_blokir_hukdis",
            {"hukdis": "BERAT", "sedang_dijalani": True, "predikat": "SK"},
            (
                "Predikat Sangat Kurang kurang dari Butuh Perbaikan. "
                "Hukuman disiplin sedang atau berat masih berjalan."
            ),
        ),
        (
            "kgb_blokir_hukdis",
            {"hukdis": "BERAT", "sedang_dijalani": None, "mkg": None},
            "Belum diketahui: masa kerja golongan dan hukuman disiplin.",
        ),
        (
            "kgb_syarat",
            {"jenis_pegawai": "PPPK"},
            "KGB dihitung untuk PNS; masa kerja golongan PPPK tidak dicatat dalam sistem.",
        ),
    ],
)
def test_a_refusal_names_its_reasons(topik, masukan, alasan):
    assert jawab(topik, masukan)["alasan"] == alasan


@pytest.mark.parametrize(
    ("topik", "masukan", "catatan"),
    [
        (
            "satyalancana",
            {"masa_kerja_tahun": 10},
            "Dianggap terpenuhi karena tidak diisi: hukdis_sedang_berat, cltn.",
        ),
        (
            "satyalancana",
            {"masa_kerja_tahun": 10, "cltn": False},
            "Dianggap terpenuhi karena tidak diisi: hukdis_sedang_berat.",
        ),
        (
            "kgb_predikat",
            {"predikat": "Baik"},
            "Dianggap terpenuhi karena tidak diisi: masa kerja golongan, hukuman disiplin.",
        ),
        ("kgb_predikat", {"predikat": "Baik", "mkg": "2-0", "hukdis": "-"}, ""),
        (
            "kgb_berikut",
            {"golongan": "I/d", "tmt_golongan": "2024-01-01", "mkg": "28-0"},
            (
                "Perkiraan: langkah masa kerja golongan I/d belum terverifikasi. "
                "Tabel gaji golongan ini diperkirakan berakhir pada masa kerja 27 tahun."
            ),
        ),
        ("kgb_berikut", {"golongan": "III/a", "tmt_golongan": "2024-01-01", "mkg": "32-0"}, ""),
        (
            "kgb_kp_tidak_reset",
            {"kgb_berikut": "2026-03-01", "kp_tmt": "2026-02-01"},
            "KGB ini mungkin sudah diproses dengan golongan lama: gaji pokoknya perlu diperiksa.",
        ),
        (
            "kgb_kp_tidak_reset",
            {"kgb_berikut": "2026-03-01", "kp_tmt": "2025-12-01"},
            "Tanggal KGB tetap; hanya gaji pokok dasarnya yang mengikuti golongan baru.",
        ),
        (
            "kgb_pertama_IIa",
            {"tmt_cpns": "2025-03-01", "golongan": "II/b"},
            (
                "Masa kerja golongan saat diangkat dalam golongan II/b tidak diisi: "
                "dihitung satu siklus penuh sejak TMT CPNS."
            ),
        ),
        ("kgb_tunda_maks", {"kgb": "2026-03-01"}, "Sesudah setiap penundaan syaratnya dinilai lagi."),
    ],
)
def test_a_note_says_what_was_assumed(topik, masukan, catatan):
    assert jawab(topik, masukan)["catatan"] == catatan


def test_a_known_step_is_no_estimate_and_a_notice_is_named():
    hasil = jawab("kgb_berikut", {"golongan": "III/a", "tmt_golongan": "2024-01-01", "per": "2024-01-02"})
    assert hasil == {
        "kgb_berikut": "2026-01-01",
        "pemberitahuan_paling_lambat": "2025-11-01",
        "mkg": "2-0",
        "mkg_bulan": 24,
        "terverifikasi": True,
        "catatan": "",
    }


def test_the_first_kgb_names_its_notice_and_the_second():
    assert jawab("kgb_pertama_IIa", {"tmt_cpns": "2025-03-01", "mkg": "1-0"}) == {
        "kgb_pertama": "2027-03-01",
        "kgb_berikut": "2029-03-01",
        "catatan": "",
        "pemberitahuan_paling_lambat": "2027-01-01",
    }


def test_a_notice_says_how_many_months_before():
    assert jawab("kgb_pemberitahuan", {"kgb": "2026-03-01"})["bulan_sebelum"] == 2


def test_a_decision_names_the_requirements_that_were_judged():
    hasil = jawab("kgb_syarat", {})
    assert hasil["syarat"] == dict.fromkeys(
        ("kedudukan_hukum", "masa_kerja", "predikat_kgb", "hukuman_disiplin"), "MEMENUHI"
    )
    assert jawab("kgb_syarat", {"jenis_pegawai": "PPPK"})["syarat"] == {}
    assert jawab("kgb_syarat", {"golongan": None})["status"] == "PERLU_VERIFIKASI"


@pytest.mark.parametrize(
    ("masukan", "status"),
    [
        ({"sedang_dijalani": True}, "BELUM"),
        ({"sedang_dijalani": False}, "MEMENUHI"),
        ({"sedang_dijalani": None}, "MEMENUHI"),
        ({"hukdis": "-", "sedang_dijalani": True}, "MEMENUHI"),
        ({"hukdis": "S", "sedang_dijalani": None}, "PERLU_VERIFIKASI"),
        ({"hukdis": "S", "sedang_dijalani": True, "hukdis_sampai": None}, "BELUM"),
        ({"hukdis": "S", "sedang_dijalani": False, "hukdis_sampai": "2027-01-01"}, "MEMENUHI"),
    ],
)
def test_a_penalty_blocks_while_it_is_served(masukan, status):
    assert jawab("kgb_blokir_hukdis", masukan)["status"] == status
