"""Calculators of kenaikan jenjang and managerial posts: our own cases, and how they answer in words."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import AKAR, aturan_per
from asn_karier.lib.errors import DomainError
from asn_karier.lib.topik import MasukanSalah
from karier.rules.topik.jabatan import TOPIK
from karier.tests.orang_jabatan import SIAP_PRATAMA, Siap, naik
from pegawai.enums import Jenjang

MENURUT = {t.kode: t for t in TOPIK}
BERKAS = AKAR / "kasus" / "jabatan.json"
KASUS = json.loads(BERKAS.read_text(encoding="utf-8"), parse_float=Decimal)
BEBAS = {"alasan", "catatan", "error"}
MASA = "Pengalaman jabatan"
PER = date(2026, 11, 28)
PRATAMA = {"pendidikan": "S1", "umur": 50, "tahun_administrator": 2, "pengalaman_bidang_tahun": 5}


def jawab(kode, **masukan):
    return MENURUT[kode].jawab(masukan, aturan_per, PER)


@pytest.mark.parametrize("kasus", KASUS, ids=[k["id"] for k in KASUS])
def test_our_cases(kasus):
    try:
        hasil = MENURUT[kasus["topic"]].jawab(kasus["input"], aturan_per, PER)
    except MasukanSalah as salah:
        hasil = {"error": salah.pesan}
    for kunci, harap in kasus["expected"].items():
        didapat = hasil[kunci]
        assert (bool(didapat) == bool(harap)) if kunci in BEBAS else (didapat == harap)


def test_every_topic_has_cases_and_no_number_stands_twice():
    assert {k["topic"] for k in KASUS} == set(MENURUT)
    assert len({k["id"] for k in KASUS}) == len(KASUS)
    for kode in MENURUT:
        assert sum(k["topic"] == kode for k in KASUS) >= 5


# -- kenaikan jenjang -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("masukan", "alasan"),
    [
        ({"ak": 98.5}, "Angka kredit kumulatif 98,50 kurang dari 100,00."),
        ({"ak": 99.999}, "Angka kredit kumulatif 99,99 kurang dari 100,00."),
        ({"predikat_1th": "KURANG"}, "Predikat Kurang kurang dari Baik."),
        ({"uji_kompetensi": False}, "Belum lulus uji kompetensi."),
        ({"lowongan": False}, "Belum ada lowongan pada jenjang berikutnya."),
        (
            {"ak": 1, "uji_kompetensi": False},
            "Angka kredit kumulatif 1,00 kurang dari 100,00. Belum lulus uji kompetensi.",
        ),
        ({"uji_kompetensi": None}, "Belum diketahui: uji kompetensi."),
        (
            {"ak": None, "lowongan": None},
            "Belum diketahui: ak kumulatif jenjang. Belum diketahui: kebutuhan jabatan.",
        ),
        ({"ak": None, "lowongan": False}, "Belum ada lowongan pada jenjang berikutnya."),
        ({}, "Belum ada syarat yang diisi."),
        ({"lowongan": True}, ""),
    ],
)
def test_what_is_short_is_named_and_nothing_else(masukan, alasan):
    assert jawab("kenaikan_jenjang_jf", jenjang="Ahli Pertama", **masukan)["alasan"] == alasan


def test_what_nobody_asked_about_is_named():
    hasil = jawab("kenaikan_jenjang_jf", jenjang="Ahli Pertama", uji_kompetensi=True, hukuman_disiplin=False)
    assert hasil["catatan"] == (
        "Dianggap terpenuhi karena tidak diisi: ak kumulatif jenjang, predikat 1 tahun, kebutuhan jabatan."
    )
    assert hasil["syarat"] == dict.fromkeys(
        (
            "kedudukan_hukum",
            "ak_kumulatif_jenjang",
            "predikat_1_tahun",
            "uji_kompetensi",
            "hukuman_disiplin",
            "kebutuhan_jabatan",
        ),
        "MEMENUHI",
    )


def test_an_unverified_requirement_is_noted_and_decides_nothing():
    isi = {"ak": 100, "uji_kompetensi": True, "lowongan": True, "predikat_1th": "BAIK"}
    hasil = jawab("kenaikan_jenjang_jf", jenjang="Ahli Pertama", hukuman_disiplin=True, **isi)
    assert (hasil["status"], hasil["kurang"], hasil["syarat"]["hukuman_disiplin"]) == ("MEMENUHI", 0, "BELUM")
    assert hasil["catatan"] == (
        "Perkiraan, belum terverifikasi, tidak menentukan: Sedang menjalani hukuman disiplin."
    )
    ragu = jawab("kenaikan_jenjang_jf", jenjang="Ahli Pertama", hukuman_disiplin=None, **isi)
    assert ragu["catatan"].endswith("Belum diketahui: hukuman disiplin.")


def test_the_top_and_a_pppk_get_their_reason():
    puncak = jawab("kenaikan_jenjang_jf", jenjang="Penyelia", ak=1)
    assert (puncak["alasan"], puncak["syarat"]) == (
        "Penyelia adalah jenjang tertinggi dalam kategorinya.",
        {},
    )
    pppk = jawab("kenaikan_jenjang_jf", jenjang="Mahir", jenis_pegawai="pppk")
    assert (pppk["alasan"], pppk["catatan"]) == ("Putusan ini berlaku bagi PNS.", "")
    assert (pppk["status"], pppk["kebutuhan"], pppk["jenjang_berikut"]) == ("TIDAK_BERLAKU", 100, "Penyelia")


def test_a_jenjang_outside_jabatan_fungsional_is_refused_with_a_way_out():
    hasil = jawab("kenaikan_jenjang_jf", jenjang="Pengawas")
    assert (hasil["kode"], bool(hasil["error"]), bool(hasil["tindakan"])) == (
        "bukan_jabatan_fungsional",
        True,
        True,
    )


@given(
    st.integers(0, 12_000),
    st.sampled_from([None, 1, 2, 3, 4, 5]),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, 0, 1, 3]),
)
def test_a_calculator_says_what_the_run_says(senti, predikat, ukom, lowongan):
    hasil = jawab(
        "kenaikan_jenjang_jf",
        jenjang="AHLI_PERTAMA",
        ak=Decimal(senti) / 100,
        predikat_1th=None if predikat is None else str(6 - predikat),
        uji_kompetensi=ukom,
        lowongan=lowongan,
    )
    run = naik(
        golongan=9,
        ak_sah=senti,
        predikat_1=predikat,
        ukom_tanggal=date(2026, 2, 1) if ukom else None,
        ujian_tercakup=int(ukom is not None),
        lowongan=lowongan,
    )
    assert (hasil["status"], hasil["kurang"]) == (run.status.name, run.kurang)


# -- managerial posts -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "masukan", "alasan"),
    [
        ("promosi_administrator", {"pendidikan": "SMA"}, "Pendidikan SLTA kurang dari DIPLOMA IV."),
        (
            "promosi_administrator",
            {"tahun_pengawas": 2.5},
            "Pengalaman jabatan 2 tahun 6 bulan kurang dari 3 tahun.",
        ),
        ("promosi_administrator", {"predikat": ["K", "SB"]}, "Predikat Kurang kurang dari Baik."),
        ("promosi_administrator", {"predikat": ["K", None]}, "Predikat salah satu tahun kurang dari Baik."),
        ("promosi_administrator", {"hukuman_disiplin": True}, "Sedang menjalani hukuman disiplin."),
        (
            "promosi_jpt_pratama",
            {"pengalaman_bidang_tahun": 4, "umur": 57},
            "Pengalaman dalam bidang terkait 4 tahun kurang dari 5 tahun. Umur melebihi batas usia.",
        ),
        ("promosi_jpt_pratama", {"pengalaman_bidang_tahun": None}, "Belum diketahui: pengalaman bidang."),
        ("promosi_jpt_pratama", {"umur": None}, "Belum diketahui: usia."),
    ],
)
def test_a_post_names_what_is_short(kode, masukan, alasan):
    assert jawab(kode, **masukan)["alasan"] == alasan


@pytest.mark.parametrize(
    ("predikat", "status"),
    [
        ("BAIK", "MEMENUHI"),
        ("KURANG", "BELUM"),
        (["BAIK"], "PERLU_VERIFIKASI"),
        (["KURANG", "BAIK", "BAIK"], "MEMENUHI"),
        (["BAIK", "BAIK", "KURANG"], "BELUM"),
        (["BAIK", "KURANG", "BAIK"], "BELUM"),
        (None, "PERLU_VERIFIKASI"),
    ],
)
def test_the_last_two_of_the_list_count_and_one_word_stands_for_both(predikat, status):
    assert jawab("promosi_jpt_pratama", predikat=predikat, **PRATAMA)["status"] == status


def test_what_a_target_asks_for_is_told_with_the_answer():
    assert jawab("promosi_jpt_pratama")["perlu"] == {
        "pendidikan": "DIPLOMA_IV",
        "bulan_jabatan": 24,
        "bulan_bidang": 60,
        "usia_tertinggi": 56,
    }
    assert jawab("promosi_pengawas")["perlu"] == {
        "pendidikan": "DIPLOMA_III",
        "bulan_jabatan": 48,
        "bulan_bidang": None,
        "usia_tertinggi": None,
    }


def test_only_the_requirements_of_the_target_are_named_as_not_asked():
    assert jawab("promosi_pengawas", tahun_pelaksana=4)["catatan"] == (
        "Dianggap terpenuhi karena tidak diisi: pendidikan pengawas, predikat 2 tahun, hukuman disiplin."
    )
    assert jawab("promosi_jpt_pratama")["catatan"] == (
        "Dianggap terpenuhi karena tidak diisi: pendidikan, pengalaman jabatan, pengalaman bidang, usia, "
        "predikat 2 tahun, hukuman disiplin."
    )


@pytest.mark.parametrize(
    ("tahun", "status"),
    [
        ({"tahun_administrator": None}, "PERLU_VERIFIKASI"),
        ({"tahun_administrator": None, "tahun_ahli_madya": 2}, "MEMENUHI"),
        ({"tahun_administrator": None, "tahun_ahli_madya": 1.9}, "PERLU_VERIFIKASI"),
        ({"tahun_administrator": 1, "tahun_jf_ahli_madya": 1}, "MEMENUHI"),
        ({"tahun_jf_madya": 2}, "MEMENUHI"),
        ({"tahun_administrator": 100}, "MEMENUHI"),
        ({"tahun_administrator": 0}, "BELUM"),
        ({"tahun_pengawas": 9}, "BELUM"),
        ({"tahun_pengawas": None}, "BELUM"),
    ],
)
def test_years_of_equal_posts_add_up_and_unknown_ones_leave_it_open(tahun, status):
    assert jawab("promosi_jpt_pratama", **tahun)["status"] == status


def test_unverified_posts_are_estimated_and_said_to_be_so():
    hasil = jawab(
        "promosi_jpt_madya", umur=59, pendidikan="S1", tahun_jpt_pratama=2, pengalaman_bidang_tahun=7
    )
    assert (hasil["status"], hasil["kurang"], hasil["ada_perkiraan"]) == ("BELUM", 1, True)
    assert hasil["catatan"].endswith(
        "Syarat jabatan ini belum terverifikasi: jawabannya perkiraan, tidak menentukan."
    )
    assert hasil["sasaran"] == "JPT Madya"
    assert jawab("promosi_jpt_madya", tahun_ahli_utama=2)["status"] == "MEMENUHI"
    assert "pengalaman_jabatan" not in jawab("promosi_jpt_utama")["syarat"]


@given(st.integers(40, 70), st.integers(0, 40), st.integers(0, 80))
def test_a_post_is_judged_as_in_the_run(umur, bulan, bidang):
    lahir = date(2026 - umur, 6, 1)
    hasil = jawab(
        "promosi_jpt_pratama",
        umur=umur,
        pendidikan="S1",
        predikat=["BAIK", "BAIK"],
        # Twelfths are no decimals: a hundredth of a month more keeps the whole months.
        tahun_administrator=round(Decimal(bulan * 100 + 1) / 1200, 9),
        pengalaman_bidang_tahun=round(Decimal(bidang * 100 + 1) / 1200, 9),
    )
    run = Siap(SIAP_PRATAMA, tanggal_lahir=lahir, bulan_administrator=bulan, bulan_bidang=bidang)
    assert (hasil["status"], hasil["kurang"]) == (run.status.name, run.kurang)


@pytest.mark.parametrize(
    ("kode", "masukan", "bidang"),
    [
        ("kenaikan_jenjang_jf", {}, "jenjang"),
        ("kenaikan_jenjang_jf", {"jenjang": "Mahir", "ak": -1}, "ak"),
        ("kenaikan_jenjang_jf", {"jenjang": "Mahir", "lowongan": -1}, "lowongan"),
        ("kenaikan_jenjang_jf", {"jenjang": "Mahir", "lowongan": "ya"}, "lowongan"),
        ("kenaikan_jenjang_jf", {"jenjang": "Mahir", "predikat_1th": "lumayan"}, "predikat_1th"),
        ("promosi_pengawas", {"umur": 100.5}, "umur"),
        ("promosi_pengawas", {"umur": -0.5}, "umur"),
        ("promosi_pengawas", {"predikat": ["BAIK", "lumayan"]}, "predikat"),
        ("promosi_pengawas", {"pendidikan": "kursus"}, "pendidikan"),
        ("promosi_pengawas", {"tahun_pelaksana": "lama"}, "tahun_pelaksana"),
    ],
)
def test_a_wrong_input_is_named(kode, masukan, bidang):
    with pytest.raises(MasukanSalah) as salah:
        jawab(kode, **masukan)
    assert set(salah.value.rincian) == {bidang}


def test_the_day_chooses_the_law():
    hasil = jawab("promosi_pengawas", tmt="2022-12-01")
    assert hasil["kode"] == "aturan_belum_ada"
    with pytest.raises(DomainError):
        jawab("promosi_pengawas", tmt="kemarin")


def test_every_jenjang_can_be_told_in_years():
    nama = {f"tahun_{j.name.lower()}" for j in Jenjang}
    assert nama <= set(MENURUT["promosi_pengawas"].skema()["properties"])
