"""Paths, aims, times, queues and assignments: rules without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_karier.lib.aturan import Aturan
from karier.enums import JalurKarier as J
from karier.enums import JenisPenugasan, JenisPutusan
from karier.enums import StatusPesertaPenugasan as S
from karier.rules.antrean import (
    AMBANG,
    BATAS,
    Kisaran,
    Pengantre,
    bebas,
    kisaran,
    menurut_unit,
    samar,
    tempat,
)
from karier.rules.fakta import Fakta
from karier.rules.jabatan import putuskan_kesiapan, putuskan_untuk
from karier.rules.jalur_karier import PALING_BANYAK, pilih_jalur
from karier.rules.keputusan import dengan_putusan, unpack_lain
from karier.rules.penugasan import (
    Cocok,
    Tawaran,
    bentuk_jp,
    cocokkan,
    ended_status,
    may_join,
    may_withdraw,
)
from karier.rules.sasaran import Hubungan, LetakPangkat, Pos, hubungan, jenjang_dihitung, letak_pangkat
from karier.rules.waktu_langkah import Pernah, bulan_jenjang, bulan_manajerial, bulan_tercatat
from karier.tests.orang import TMT, A
from karier.tests.orang_jabatan import SIAP_ADMINISTRATOR, SIAP_PENGAWAS, SIAP_PRATAMA
from pegawai.enums import BentukPengembangan, Jenjang
from pelatihan.rules.pilihan import Kebutuhan

TANPA_PROMOSI = Aturan({k: A[k] for k in ("jenjang", "bup")}, "uji")


# -- paths ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pppk", "berlaku", "jenjang", "pindah", "jalur"),
    [
        (False, set(), False, False, ()),
        (False, {JenisPutusan.KENAIKAN_PANGKAT}, True, True, (J.PANGKAT, J.PINDAH)),
        (False, set(JenisPutusan), False, True, (J.PANGKAT, J.JENJANG, J.PINDAH, J.MANAJERIAL)),
        # What a PPPK is not promoted to is no path of theirs, whatever a run says.
        (True, set(JenisPutusan), False, False, (J.KONTRAK, J.PENGEMBANGAN)),
        (True, set(), True, True, (J.KONTRAK, J.PENGEMBANGAN, J.JENJANG, J.PINDAH)),
    ],
)
def test_at_most_four_paths_in_one_order(pppk, berlaku, jenjang, pindah, jalur):
    hasil = pilih_jalur(pppk=pppk, berlaku=berlaku, jenjang_berikut=jenjang, pindah=pindah)
    assert hasil == jalur
    assert len(hasil) <= PALING_BANYAK


# -- a post that somebody aims at -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kini", "tujuan", "pppk", "arah"),
    [
        (Pos(1, Jenjang.AHLI_MUDA, 2), Pos(1, Jenjang.AHLI_MUDA, 2), False, Hubungan.SEKARANG),
        (Pos(1, Jenjang.AHLI_MUDA, 2), Pos(1, Jenjang.AHLI_MUDA, 2), True, Hubungan.SEKARANG),
        (Pos(1, Jenjang.AHLI_MUDA, 2), Pos(2, Jenjang.AHLI_MADYA, None), True, Hubungan.PPPK),
        (Pos(1, Jenjang.AHLI_MUDA, 2), Pos(2, Jenjang.AHLI_MADYA, None), False, Hubungan.JENJANG),
        (Pos(1, Jenjang.AHLI_MUDA, 2), Pos(3, Jenjang.JPT_PRATAMA, None), False, Hubungan.MANAJERIAL),
        # Unverified law judges nobody.
        (Pos(1, Jenjang.JPT_PRATAMA, None), Pos(3, Jenjang.JPT_MADYA, None), False, Hubungan.LAIN),
        (Pos(1, Jenjang.PELAKSANA, None), Pos(3, Jenjang.PELAKSANA, None), False, Hubungan.LAIN),
        (None, Pos(3, None, None), False, Hubungan.LAIN),
        (None, Pos(3, Jenjang.PENGAWAS, None), False, Hubungan.MANAJERIAL),
    ],
)
def test_which_rule_leads_to_a_post(kini, tujuan, pppk, arah):
    assert hubungan(kini, tujuan, A, pppk=pppk) is arah


def test_without_a_rule_of_promotion_no_level_is_judged():
    assert jenjang_dihitung(TANPA_PROMOSI) == frozenset()


@pytest.mark.parametrize("siap", [SIAP_PENGAWAS, SIAP_ADMINISTRATOR, SIAP_PRATAMA])
@pytest.mark.parametrize("ganti", [{}, {"pendidikan": None}, {"tanggal_lahir": date(1971, 1, 5)}])
def test_the_next_level_asked_for_by_name_is_judged_as_the_run_does(siap, ganti):
    f = Fakta.satu(**{**siap, **ganti})
    biasa = putuskan_kesiapan(f, A, tmt=TMT)
    disebut = putuskan_untuk(f, A, Jenjang(int(biasa.sasaran[0])), tmt=TMT)
    for bagian in ("status", "sasaran", "alasan", "kurang", "syarat", "paling_cepat"):
        kini, lain = getattr(biasa, bagian), getattr(disebut, bagian)
        assert kini.tobytes() == lain.tobytes(), bagian


def test_a_packed_row_with_another_decision_keeps_the_rest():
    h = putuskan_untuk(Fakta.satu(**SIAP_PRATAMA), A, Jenjang.PENGAWAS, tmt=TMT)
    lain = unpack_lain(dengan_putusan(b"", JenisPutusan.KESIAPAN_JABATAN, h))
    assert lain.putusan(JenisPutusan.KESIAPAN_JABATAN).sasaran == Jenjang.PENGAWAS
    assert lain.hari("kgb_berikut") is None
    assert lain.putusan(JenisPutusan.KGB).sasaran == 0


@pytest.mark.parametrize(
    ("golongan", "rentang", "letak"),
    [
        (9, None, LetakPangkat.TAK_DIATUR),
        (None, (9, 12), LetakPangkat.TAK_TERCATAT),
        (9, (9, 12), LetakPangkat.DALAM),
        (12, (9, 12), LetakPangkat.DALAM),
        (8, (9, 12), LetakPangkat.SATU_DI_BAWAH),
        (7, (9, 12), LetakPangkat.DI_BAWAH),
        (13, (9, 12), LetakPangkat.DI_ATAS),
    ],
)
def test_one_step_below_is_a_state_of_its_own(golongan, rentang, letak):
    assert letak_pangkat(golongan, rentang) is letak


# -- how long ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jenjang", "bulan"),
    [
        (Jenjang.AHLI_PERTAMA, 96),  # 100 angka kredit at 12.5 a year
        (Jenjang.AHLI_MUDA, 96),  # 200 at 25
        (Jenjang.AHLI_UTAMA, None),
        (Jenjang.PENGAWAS, None),
        (None, None),
    ],
)
def test_the_law_says_how_long_a_level_takes_at_baik(jenjang, bulan):
    assert bulan_jenjang(jenjang, A) == bulan


@pytest.mark.parametrize(
    ("jenjang", "bulan"),
    [(Jenjang.PENGAWAS, 48), (Jenjang.JPT_PRATAMA, 24), (Jenjang.JPT_UTAMA, None), (None, None)],
)
def test_months_of_experience_come_from_verified_rows_only(jenjang, bulan):
    assert bulan_manajerial(jenjang, A) == bulan


def _langkah(orang, bulan):
    mulai = date(2010, 1, 1)
    return [
        Pernah(orang, 1, mulai),
        Pernah(orang, 1, mulai + timedelta(40)),
        Pernah(orang, 2, _tambah(bulan)),
    ]


def _tambah(bulan):
    return date(2010 + bulan // 12, 1 + bulan % 12, 1)


def test_what_few_people_needed_is_not_told():
    sembilan = [p for n in range(9) for p in _langkah(n, 48)]
    assert bulan_tercatat(sembilan, 1, 2) is None
    # Somebody who went the other way, or only half of it, is nobody who made the step.
    balik = [
        Pernah(90, 2, date(2010, 1, 1)),
        Pernah(90, 1, date(2012, 1, 1)),
        Pernah(91, 1, date(2010, 1, 1)),
    ]
    assert bulan_tercatat([*sembilan, *balik], 1, 2) is None
    assert bulan_tercatat([*sembilan, *_langkah(9, 60)], 1, 2) == (48, 10)


# -- the open queue ---------------------------------------------------------------------------------


def test_a_place_is_told_by_how_long_the_post_is_held_and_ties_share_the_best():
    antre = [Pengantre(1, date(2020, 1, 1)), Pengantre(2, date(2019, 1, 1)), Pengantre(3, date(2020, 1, 1))]
    antre.append(Pengantre(4, None))
    assert [tempat(antre, k) for k in (1, 2, 3, 4, 5)] == [2, 1, 2, 4, None]


@given(st.integers(1, 400), st.integers(1, 400))
def test_a_range_holds_the_place_and_is_one_of_a_few(urut, banyak):
    k = kisaran(urut, banyak)
    assert (k is None) == (banyak < AMBANG)
    if k is not None:
        assert k.mulai <= urut <= (k.sampai or urut)
        assert k.sampai is None or k.sampai in BATAS
        assert k.sampai is None or k.sampai - k.mulai + 1 >= AMBANG


def test_beyond_the_last_range_only_that_is_told():
    assert kisaran(250, 400) == Kisaran(101, None)


def test_small_counts_are_not_told():
    assert [samar(n) for n in (0, 1, 9, 10)] == [0, None, None, 10]


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30)))
def test_no_small_unit_can_be_subtracted_from_the_total(banyak):
    terang, lain = menurut_unit(banyak)
    sisa = sum(banyak.values()) - sum(n for _, n in terang)
    assert all(n >= AMBANG for _, n in terang)
    assert terang == sorted(terang)
    assert sisa == 0 or sisa >= AMBANG or not terang
    assert (lain == 0) == (sisa == 0)


def test_posts_that_come_free_are_counted_from_tomorrow_on():
    per = date(2024, 2, 29)
    pensiun = [None, per, date(2024, 3, 1), date(2025, 3, 1), date(2026, 3, 2)]
    assert [bebas(pensiun, per, n) for n in (1, 2, 5)] == [2, 2, 3]


# -- assignments ------------------------------------------------------------------------------------


def test_who_left_or_was_kept_back_may_come_again_and_nobody_else():
    assert {s for s in S if may_join(s)} == {S.MUNDUR, S.TIDAK_DILEPAS}


def test_one_may_leave_before_the_answer_and_before_the_first_day():
    hari = date(2026, 12, 1)
    assert may_withdraw(S.MENUNGGU, mulai=hari, hari=hari)
    assert may_withdraw(S.BERJALAN, mulai=hari, hari=hari - timedelta(1))
    assert not may_withdraw(S.BERJALAN, mulai=hari, hari=hari)
    assert not may_withdraw(S.SELESAI, mulai=hari, hari=hari - timedelta(1))


def test_who_was_never_released_was_never_part_of_it():
    assert ended_status(S.MENUNGGU, selesai=True) is S.TIDAK_DILEPAS
    assert ended_status(S.BERJALAN, selesai=True) is S.SELESAI
    assert ended_status(S.BERJALAN, selesai=False) is S.TIDAK_SELESAI


def test_of_the_three_kinds_the_law_credits_detasering_alone():
    assert {j: bentuk_jp(j) for j in JenisPenugasan if bentuk_jp(j)} == {
        JenisPenugasan.DETASERING: BentukPengembangan.DETASERING
    }


def test_assignments_are_ordered_by_the_levels_they_close():
    butuh = [Kebutuhan("komunikasi", "Komunikasi", 2, 4), Kebutuhan(7, "Data", None, 3)]
    satu = Tawaran(1, {"komunikasi": 3}, date(2027, 2, 1))
    dua = Tawaran(2, {"komunikasi": 5, 7: 3}, date(2027, 3, 1))
    dini = Tawaran(3, {7: 3}, date(2027, 1, 1))
    # What is reached already, and what is not asked for, makes nothing fit.
    tidak = Tawaran(4, {"komunikasi": 2, "integritas": 5}, date(2026, 1, 1))
    assert cocokkan([tidak, satu, dua, dini], butuh) == [
        Cocok(2, (("Komunikasi", 5), ("Data", 3))),
        Cocok(3, (("Data", 3),)),
        Cocok(1, (("Komunikasi", 3),)),
    ]


def test_a_level_that_serves_a_gap_and_an_interest_is_closed_once():
    butuh = [
        Kebutuhan("komunikasi", "Komunikasi", 2, 3),
        Kebutuhan("komunikasi", "Komunikasi untuk Kepala Bidang", 2, 3),
        Kebutuhan(7, "Data", 1, 2),
    ]
    sekali = Tawaran(1, {"komunikasi": 3}, date(2027, 2, 1))
    dini = Tawaran(2, {7: 2}, date(2027, 1, 1))
    assert [c.kunci for c in cocokkan([sekali, dini], butuh)] == [2, 1]
