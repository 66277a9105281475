"""What a change of the rules does to a person, in words."""

from datetime import date

import pytest

from asn_karier.lib.syarat import Status
from karier.enums import JalurPangkat, JenisPutusan
from karier.kamus.selisih import TEKS_STATUS, nama_hal, sebutan, teks_alasan
from karier.rules.selisih import Alasan, Perubahan, Sisi

T, M, P, B = Status.TIDAK_BERLAKU, Status.MEMENUHI, Status.PERLU_VERIFIKASI, Status.BELUM
KP = JenisPutusan.KENAIKAN_PANGKAT.value
REGULER, JF = JalurPangkat.REGULER, JalurPangkat.JABATAN_FUNGSIONAL


def putusan(sebelum, sesudah, hal=KP) -> tuple[str, str]:
    return sebutan(Perubahan(hal, True, Sisi(*sebelum, None), Sisi(*sesudah, None), None))


def ukuran(hal, sebelum, sesudah) -> tuple[str, str]:
    dua = (
        Sisi(None, 0, 0, n if isinstance(n, date) else None, None if isinstance(n, date) else n)
        for n in (sebelum, sesudah)
    )
    return sebutan(Perubahan(hal, True, *dua, None))


def test_every_status_has_words():
    assert set(TEKS_STATUS) == set(Status)


@pytest.mark.parametrize("jenis", JenisPutusan)
def test_every_decision_has_a_name(jenis):
    assert nama_hal(jenis.value)


@pytest.mark.parametrize(
    ("hal", "nama"),
    [
        ("kenaikan_pangkat", "Kenaikan pangkat"),
        ("kotak", "Kotak peta talenta"),
        ("kebutuhan", "Kebutuhan pengembangan"),
        ("ipasn", "Perkiraan IPASN"),
        ("sumbu_x", "Sumbu potensial"),
        ("sumbu_y", "Sumbu kinerja"),
        ("mencapai_bup", "Tanggal mencapai batas usia pensiun"),
        ("tmt_pensiun", "TMT pensiun"),
    ],
)
def test_every_subject_has_a_name(hal, nama):
    assert nama_hal(hal) == nama


def test_an_outcome_is_said_with_what_differs_beside_it():
    tetap = (REGULER, 10, date(2027, 1, 1))
    assert putusan((M, *tetap), (B, *tetap)) == ("Memenuhi syarat", "Belum memenuhi")
    assert putusan((M, REGULER, 10, date(2027, 1, 1)), (B, REGULER, 10, date(2028, 1, 1))) == (
        "Memenuhi syarat; paling cepat 1 Januari 2027",
        "Belum memenuhi; paling cepat 1 Januari 2028",
    )
    assert putusan((B, REGULER, 10, date(2027, 1, 1)), (P, REGULER, 10, None)) == (
        "Belum memenuhi; paling cepat 1 Januari 2027",
        "Perlu diperiksa; tanggal belum diketahui",
    )


def test_another_path_and_another_target_are_named():
    assert putusan((B, REGULER, 10, None), (B, JF, 11, None)) == (
        "Belum memenuhi; Kenaikan pangkat reguler; Kenaikan pangkat ke Penata Muda Tingkat I (III/b)",
        "Belum memenuhi; Kenaikan pangkat jabatan fungsional; Kenaikan pangkat ke Penata (III/c)",
    )


def test_no_target_is_no_word():
    assert putusan((T, 0, 0, None), (B, 0, 20, None), JenisPutusan.SATYALANCANA.value) == (
        "Tidak berlaku",
        "Belum memenuhi; Satyalancana Karya Satya XX tahun",
    )


@pytest.mark.parametrize(
    ("hal", "sebelum", "sesudah", "teks"),
    [
        ("kotak", 5, 8, ("kotak 5", "kotak 8")),
        ("kotak", None, 8, ("belum dapat dihitung", "kotak 8")),
        ("ipasn", 145, 150, ("72,5", "75")),
        ("sumbu_x", 7999, 8000, ("79,99", "80")),
        ("sumbu_y", 0, None, ("0", "belum dapat dihitung")),
        ("tmt_pensiun", date(2030, 2, 1), date(2032, 2, 1), ("1 Februari 2030", "1 Februari 2032")),
    ],
)
def test_measures_are_said_in_their_own_unit(hal, sebelum, sesudah, teks):
    assert ukuran(hal, sebelum, sesudah) == teks


def kebutuhan(bit, asesmen=M, jp=M) -> int:
    return bit | (asesmen * 4 + jp) << 16


@pytest.mark.parametrize(
    ("sebelum", "sesudah", "teks"),
    [
        (kebutuhan(0b101), kebutuhan(0), ("Integritas dan Komunikasi", "tidak ada kompetensi yang kurang")),
        (kebutuhan(1), kebutuhan(1, jp=B), ("JP tahunan terpenuhi", "JP tahunan belum terpenuhi")),
        (
            kebutuhan(1, asesmen=B),
            kebutuhan(1, asesmen=P),
            ("asesmen kompetensi belum terpenuhi", "asesmen kompetensi perlu diperiksa"),
        ),
        (
            kebutuhan(1),
            kebutuhan(4, B, T),
            (
                "Integritas; asesmen kompetensi terpenuhi; JP tahunan terpenuhi",
                "Komunikasi; asesmen kompetensi belum terpenuhi; JP tahunan tidak berlaku",
            ),
        ),
    ],
)
def test_needs_say_only_what_differs(sebelum, sesudah, teks):
    assert ukuran("kebutuhan", sebelum, sesudah) == teks


def test_the_reason_names_the_requirement_and_both_its_statuses():
    assert (
        teks_alasan(Alasan("masa_pangkat", M, B)) == "Masa dalam pangkat: terpenuhi menjadi belum terpenuhi"
    )
    assert (
        teks_alasan(Alasan("masa_pangkat", P, T))
        == "Masa dalam pangkat: perlu diperiksa menjadi tidak berlaku"
    )
    assert teks_alasan(None) == ""


def test_a_requirement_that_only_one_version_lets_decide_is_said_so():
    assert teks_alasan(Alasan("belum_bup", B, B)) == (
        "Belum mencapai batas usia pensiun belum terpenuhi, tetapi hanya menentukan menurut salah satu aturan"
    )
