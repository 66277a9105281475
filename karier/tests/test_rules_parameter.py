"""What an instansi may set: the register, the limits, and values that must fit each other."""

from datetime import date

import pytest

from asn_karier.lib.aturan import AKAR, aturan_per, baca_berkas, terbitan
from asn_karier.lib.errors import DomainError
from karier.rules.parameter import DAPAT_DIATUR, Batas, atur, pasang, periksa_nilai, terpasang
from karier.rules.periode import JendelaUsul, proposal_window

A = aturan_per(date(2026, 11, 21))
TMT = date(2027, 1, 1)
BUKA_BULAN, BUKA = "periode_kp/angka/jendela_buka_bulan", "periode_kp/angka/jendela_buka_tanggal"
TUTUP_BULAN, TUTUP = "periode_kp/angka/jendela_tutup_bulan", "periode_kp/angka/jendela_tutup_tanggal"
TINGGI, MENENGAH = "talenta/ambang/tinggi", "talenta/ambang/menengah"


def test_the_register_holds_the_window_of_proposals_and_the_cut_offs_of_talent():
    assert {
        BUKA_BULAN: Batas(1, 12),
        BUKA: Batas(1, 28),
        TUTUP_BULAN: Batas(1, 12),
        TUTUP: Batas(1, 28),
        TINGGI: Batas(1, 100),
        MENENGAH: Batas(1, 100),
    } == DAPAT_DIATUR


@pytest.mark.parametrize("entri", sorted(DAPAT_DIATUR))
def test_every_row_of_the_register_is_a_whole_number_in_every_file_of_its_subject(entri):
    kode, tabel, nama = entri.split("/")
    for mulai in terbitan()[kode]:
        nilai = baca_berkas(AKAR, kode, mulai).tabel(tabel)[nama]["nilai"]
        periksa_nilai(entri, nilai)
        assert type(nilai) is int


@pytest.mark.parametrize("kode", sorted({e.partition("/")[0] for e in DAPAT_DIATUR}))
def test_what_the_regulation_says_fits_itself(kode):
    for mulai in terbitan()[kode]:
        a = aturan_per(mulai)
        entri = [e for e in DAPAT_DIATUR if e.startswith(f"{kode}/")]
        sama = {e: a[kode].tabel(e.split("/")[1])[e.split("/")[2]]["nilai"] for e in entri}
        assert set(atur(a, sama)[kode].ganti) == {e.partition("/")[2] for e in entri}


@pytest.mark.parametrize(
    "entri", ["kenaikan_pangkat/angka/bulan_reguler", "periode_kp/angka/bulan_periode", "talenta/ambang", ""]
)
def test_what_the_regulation_fixes_cannot_be_set(entri):
    with pytest.raises(DomainError, match="tidak dapat diatur instansi") as galat:
        atur(A, {entri: 1})
    assert galat.value.kode == "parameter_tidak_dapat_diatur"


@pytest.mark.parametrize("entri", sorted(DAPAT_DIATUR))
def test_both_limits_are_allowed_and_nothing_beyond(entri):
    kecil, besar = DAPAT_DIATUR[entri]
    periksa_nilai(entri, kecil)
    periksa_nilai(entri, besar)
    periksa_nilai(entri, [kecil, besar])
    for salah in (kecil - 1, besar + 1, [kecil, besar + 1], [kecil - 1]):
        with pytest.raises(DomainError, match=f"dari {kecil} sampai {besar}") as galat:
            periksa_nilai(entri, salah)
        assert galat.value.kode == "parameter_di_luar_batas"


def test_a_set_window_is_the_one_of_proposals():
    assert proposal_window(TMT, atur(A, {TUTUP: 1})) == JendelaUsul(date(2026, 11, 16), date(2026, 12, 1))
    assert proposal_window(TMT, atur(A, {BUKA_BULAN: 3, BUKA: 28})).buka == date(2026, 10, 28)


@pytest.mark.parametrize(
    ("ganti", "cocok"),
    [
        ({BUKA_BULAN: 1, BUKA: 15}, True),
        ({BUKA_BULAN: 1, BUKA: 16}, False),
        ({TUTUP_BULAN: 2, TUTUP: 16}, True),
        ({TUTUP_BULAN: 2, TUTUP: 15}, False),
        ({TUTUP_BULAN: 3, TUTUP: 28}, False),
        ({TUTUP_BULAN: 1, TUTUP: 1}, True),
        ({MENENGAH: 79}, True),
        ({MENENGAH: 80}, False),
        ({MENENGAH: 81}, False),
        ({TINGGI: 61}, True),
        ({TINGGI: 60}, False),
        ({TINGGI: 90, MENENGAH: 80}, True),
    ],
)
def test_values_of_one_subject_must_fit_each_other(ganti, cocok):
    if cocok:
        assert all(terpasang(atur(A, ganti), e) for e in ganti)
        return
    with pytest.raises(DomainError, match=r"sebelum dibuka|lebih rendah") as galat:
        atur(A, ganti)
    assert galat.value.kode == "parameter_bertentangan"


def test_a_setting_that_no_longer_fits_leaves_its_subject_to_the_regulation():
    hasil = pasang(A, {TINGGI: 60, TUTUP: 1})
    assert not terpasang(hasil, TINGGI)
    assert terpasang(hasil, TUTUP)
    assert hasil == atur(A, {TUTUP: 1})


def test_a_setting_of_a_subject_that_is_not_in_force_is_left_out():
    sebelum = aturan_per(date(2025, 12, 31))
    assert "talenta" not in sebelum
    hasil = pasang(sebelum, {TINGGI: 90})
    assert hasil == sebelum
    assert not terpasang(hasil, TINGGI)


def test_what_is_not_in_the_register_is_never_laid_over_the_rules():
    assert pasang(A, {"kenaikan_pangkat/angka/bulan_reguler": 1}) == A


def test_no_settings_leave_the_rules_as_they_are():
    assert pasang(A, {}) is A
    assert not any(terpasang(A, e) for e in DAPAT_DIATUR)
