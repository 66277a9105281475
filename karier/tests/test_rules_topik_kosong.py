"""What a question leaves open (null, a short list) and the many ways to write what it does not."""

from datetime import date

import pytest

from asn_karier.lib.aturan import aturan_per
from asn_karier.lib.topik import MasukanSalah
from karier.rules.topik import TOPIK

PER = date(2026, 11, 21)
PERLU = "PERLU_VERIFIKASI"
IPASN = {"kualifikasi": 15, "teknis_20jp": True, "seminar": True, "kinerja": 25, "disiplin": 5}


def tanya(kode, **isi):
    return TOPIK[kode].jawab(isi, aturan_per, PER)


# -- null -------------------------------------------------------------------------------------


@pytest.mark.parametrize("topik", [t for t in TOPIK.values() if t.kosong], ids=lambda t: t.kode)
def test_with_every_input_unknown_the_answer_is_unknown(topik):
    hasil = topik.jawab(dict.fromkeys(topik.isian), aturan_per, PER)
    assert hasil["status"] == PERLU
    assert [hasil[k] for k in topik.kosong] == [None] * len(topik.kosong)
    assert all(n in hasil["catatan"] for n in topik.isian)


def test_most_calculators_take_a_fact_as_unknown():
    assert sum(bool(t.kosong) for t in TOPIK.values()) >= 50


@pytest.mark.parametrize(
    ("kode", "isi", "ditanya", "kurang"),
    [
        (
            "kotak_skor",
            {"kinerja": None, "potensial": None},
            ["kotak", "rekomendasi", "rencana_suksesi", "tingkat_kinerja", "tingkat_potensial"],
            "kinerja, potensial",
        ),
        ("ambang_sumbu", {"skor": None}, ["tingkat"], "skor"),
        (
            "skor_talenta",
            {"kinerja": 80, "potensial": None},
            ["talenta", "tanpa_pembulatan"],
            "potensial",
        ),
        (
            "ipasn_total_pelaksana",
            IPASN | {"teknis_20jp": None, "kinerja": None},
            ["total", "kategori", "kompetensi"],
            "teknis_20jp, kinerja",
        ),
        ("gap_kompetensi", {"syarat": None, "capaian": 2}, ["gap", "kurang"], "syarat"),
        ("gap_kompetensi", {"syarat": 2, "capaian": None}, ["gap", "kurang"], "capaian"),
        *(
            (
                "jpm_hitung",
                {"capaian": [3, 3], "syarat": [3, 3]} | kosong,
                ["jpm", "jpm_dibatasi", "jpm_tanpa_batas", "seleksi", "pemetaan", "gap"],
                next(iter(kosong)),
            )
            for kosong in ({"capaian": [3, None]}, {"capaian": None}, {"syarat": [None, 3]}, {"syarat": None})
        ),
        *(
            ("asesmen_berlaku", dict.fromkeys(nama, isi) | {nama[n]: None}, ["berlaku"], nama[n])
            for nama, isi in (
                (("tanggal_asesmen", "per"), "2026-01-01"),
                (("tahun_asesmen", "tahun_acuan"), 2026),
            )
            for n in (0, 1)
        ),
        ("hak_20_jp_pns", {"jp_tahun": None}, ["terpenuhi", "kurang"], "jp_tahun"),
        *(
            (
                "ak_sisa_kp",
                {"jenjang": "Ahli Muda", "ak": 60, "kebutuhan": 50} | {n: None},
                ["dapat", "sisa", "kekurangan", "kebutuhan"],
                n,
            )
            for n in ("jenjang", "ak", "kebutuhan")
        ),
    ],
)
def test_a_missing_fact_is_answered_with_null_and_named(kode, isi, ditanya, kurang):
    assert tanya(kode, **isi) == dict.fromkeys(ditanya) | {
        "status": PERLU,
        "catatan": f"Belum diketahui: {kurang}. Tanpa itu tidak dihitung.",
    }


def test_a_match_with_a_post_is_not_guessed_either():
    isi = dict.fromkeys(TOPIK["kecocokan_jabatan_65_20_15"].isian, 80)
    assert tanya("kecocokan_jabatan_65_20_15", **isi)["skor"] == 80
    hasil = tanya("kecocokan_jabatan_65_20_15", **isi | {next(iter(isi)): None})
    assert (hasil["skor"], hasil["tanpa_pembulatan"], hasil["status"]) == (None, None, PERLU)


# -- predikat ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kode", ["kp_reguler", "kp_jf", "kp_struktural", "promosi_jpt_pratama"])
@pytest.mark.parametrize(
    ("predikat", "status"),
    [
        ([], PERLU),
        (["BAIK"], PERLU),
        (["K"], "BELUM"),
        (["BAIK", "BAIK"], "MEMENUHI"),
        (["K", "SB"], "BELUM"),
    ],
)
def test_a_year_that_a_list_does_not_name_is_missing(kode, predikat, status):
    jenjang = {"jenjang": "Ahli Pertama"} if kode == "kp_jf" else {}
    assert tanya(kode, predikat=predikat, **jenjang)["status"] == status


def test_an_older_year_does_not_stand_for_the_missing_one_and_one_year_is_enough_where_one_is_asked():
    assert tanya("kp_reguler", tmt_usul="2026-02-01", predikat=["BAIK"])["status"] == PERLU
    assert tanya("kp_reguler", tmt_usul="2026-02-01", predikat=[])["status"] == PERLU
    assert tanya("kp_penyesuaian_ijazah", ijazah="S1", predikat=["BAIK"])["status"] == "MEMENUHI"


# -- kedudukan hukum --------------------------------------------------------------------------


@pytest.mark.parametrize("isi", [2, "2", "02", " 002 ", "CLTN", 4, "05"])
def test_what_is_unverified_blocks_nobody(isi):
    hasil = tanya("kp_blokir_status", id=isi)
    nama = ("status", "memenuhi", "diblokir", "perkiraan", "alasan")
    assert [hasil[n] for n in nama] == [
        PERLU,
        None,
        None,
        True,
        "Akibat kedudukan hukum ini bagi kenaikan pangkat belum terverifikasi.",
    ]


def test_what_is_verified_does_and_what_is_unknown_is_not_decided():
    nama = ("status", "diblokir", "perkiraan")
    assert [tanya("kp_blokir_status", id=15)[n] for n in nama] == ["BELUM", True, False]
    assert [tanya("kp_blokir_status", id="1")[n] for n in nama] == ["MEMENUHI", False, False]
    assert [tanya("kp_blokir_status", id=None)[n] for n in nama] == [PERLU, None, False]


@pytest.mark.parametrize("isi", [True, 7, "2a", [2]])
def test_an_id_that_is_none_is_refused(isi):
    with pytest.raises(MasukanSalah):
        tanya("kp_blokir_status", id=isi)


# -- spellings --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hukdis", "skor"),
    [
        ("menjalani hukuman disiplin sedang", 0),
        ("masih menjalani", 0),
        ("Hukuman berat, menjalani", 0),
        ("-", 100),
        ("", 100),
        (" ", 100),
        (["-"], 100),
    ],
)
def test_a_penalty_that_runs_and_none_at_all_are_read(hukdis, skor):
    assert tanya("integritas_skor", hukdis=hukdis)["skor"] == skor


@pytest.mark.parametrize("kata", ["tidak", "belum", "bukan", "tak", "selesai", "telah", "sudah", "pernah"])
def test_a_penalty_that_is_over_is_not_read_as_running(kata):
    with pytest.raises(MasukanSalah):
        tanya("integritas_skor", hukdis=f"{kata} menjalani hukuman")


def test_the_index_asks_for_the_level_of_what_runs():
    assert tanya("ipasn_disiplin", hukdis="menjalani hukuman berat")["kode"] == "hukdis"
    assert tanya("ipasn_disiplin", hukdis="-")["skor"] == 5


@pytest.mark.parametrize(
    ("pendek", "penuh"), [("Madya", "JPT Madya"), (" pratama ", "JPT Pratama"), ("Pengawas", "Pengawas")]
)
def test_a_short_name_is_the_post_that_has_weights(pendek, penuh):
    tabel = {"JPT Madya": 80, "JPT Pratama": 70, "Pengawas": 50}
    assert tanya("bobot_manajerial_teknis", jenjang=pendek) == tanya("bobot_manajerial_teknis", jenjang=penuh)
    assert tanya("bobot_manajerial_teknis", jenjang=penuh)["manajerial"] == tabel[penuh]


def test_sedang_is_the_middle_of_the_potential():
    assert tanya("kotak_rekomendasi", kinerja="sesuai", potensial="Sedang")["kotak"] == 5


@pytest.mark.parametrize("bentuk", ["pelatihan", " Diklat "])
def test_the_bare_word_is_a_classical_form(bentuk):
    hasil = tanya("bentuk_klasik", bentuk=bentuk)
    assert (hasil["kelompok"], hasil["id"]) == ("klasikal", "13")


@pytest.mark.parametrize(
    ("baru", "lama"),
    [
        ("PKA", "PIM III"),
        ("Diklat PKA", "PIM III"),
        ("Pelatihan Kepemimpinan Administrator", "PIM III"),
        ("Pelatihan Kepemimpinan Tingkat III", "PIM III"),
        ("PKP", "PIM IV"),
        ("Pelatihan Kepemimpinan Pengawas", "PIM IV"),
    ],
)
def test_a_course_is_known_by_its_new_name(baru, lama):
    for kode in ("kp_ujian_dinas_bebas_tk_i", "kp_ujian_dinas_bebas_tk_ii"):
        assert tanya(kode, kualifikasi=baru) == tanya(kode, kualifikasi=lama)
    assert tanya("kp_ujian_dinas_bebas_tk_ii", kualifikasi=baru)["bebas_ujian_dinas"] is (lama == "PIM III")
