"""Sentences of the allocation: own facts and limits, whatever the case."""

from __future__ import annotations

import pytest

from pelatihan.kamus.alokasi import explain_hindrance, explain_proposal, explain_status, explain_violation
from pelatihan.rules.alokasi import StatusHasil
from pelatihan.rules.alokasi_alasan import Sebab
from pelatihan.rules.alokasi_kendala import Pelanggaran
from pelatihan.rules.alokasi_masalah import Kendala
from pelatihan.rules.alokasi_mustahil import LUNAK, Hambatan

FAKTA = [["menutup", "komunikasi", 2, 3], ["menutup", "teknis:7", 1, 3], ["biaya", 750_000], ["terpencil"]]
NAMA = {"komunikasi": "Komunikasi", "teknis:7": "Menyusun anggaran"}
TOLAK = (
    Sebab.KURSI_HABIS,
    Sebab.PAGU_HABIS,
    Sebab.BENTROK_TANGGAL,
    Sebab.CELAH_TERTUTUP,
    Sebab.SUDAH_CUKUP,
    Sebab.PEMERATAAN,
    Sebab.DILEPAS,
    Sebab.MASIH_MUAT,
)


def kalimat(alasan: list, *, dipilih: bool) -> str:
    return explain_proposal(
        alasan, dipilih=dipilih, kompetensi=NAMA, kelas={4: "Pelatihan Wicara, Angkatan 2"}
    )


def test_who_is_proposed_reads_the_gaps_the_price_and_the_own_facts() -> None:
    assert kalimat([*FAKTA, ["ditambahkan"]], dipilih=True) == (
        "dipilih karena menutup celah Komunikasi level 2 ke 3 dan Menyusun anggaran level 1 ke 3; "
        "Rp 750.000; unit terpencil; ditambahkan oleh pengelola kepegawaian"
    )


@pytest.mark.parametrize("sebab", TOLAK)
def test_every_reason_against_has_words(sebab: Sebab) -> None:
    teks = kalimat([*FAKTA, [sebab.value]], dipilih=False)
    assert teks.startswith("tidak dipilih karena ")
    assert "karena  (" not in teks


def test_a_clash_names_the_own_class_and_an_unknown_one_none() -> None:
    assert "bentrok tanggal dengan Pelatihan Wicara" in kalimat(
        [*FAKTA, ["bentrok_tanggal", 4]], dipilih=False
    )
    assert "ditutup oleh kelas lain" in kalimat([*FAKTA, ["celah_tertutup", 9]], dipilih=False)


def test_every_way_an_answer_ends_with_one_can_be_told() -> None:
    teks = {s: explain_status(s, 0.0049) for s in StatusHasil if s not in ("mustahil", "tanpa_jawaban")}
    assert teks[StatusHasil.DALAM_CELAH] == "Paling jauh 0,49 persen di bawah pembagian terbaik yang mungkin."
    assert len(set(teks.values())) == 3


@pytest.mark.parametrize("kendala", LUNAK)
def test_every_limit_that_can_be_in_the_way_has_a_sentence_with_its_figures(kendala: Kendala) -> None:
    assert {"30", "3"} <= set(
        explain_hindrance(Hambatan(kendala, 30, 3)).replace(".", " ").replace(",", " ").split()
    )
    assert "batas lain" in explain_hindrance(Hambatan(kendala, 30, 3, sendiri=False))


def test_three_pairs_and_none_read_as_people_say_it() -> None:
    assert "tidak dapat dipenuhi: hanya 3 pasangan" in explain_hindrance(Hambatan(Kendala.TERPENCIL, 30, 3))
    assert "tidak dapat dipenuhi: tidak ada pasangan" in explain_hindrance(Hambatan(Kendala.TERPENCIL, 30, 0))


@pytest.mark.parametrize("kendala", [k for k in Kendala if k is not Kendala.TETAP])
def test_every_broken_limit_has_a_sentence(kendala: Kendala) -> None:
    p = Pelanggaran(kendala, 0, 5, 2)
    teks = explain_violation(p, kelas=["Angkatan 1"], pagu=["APBD 2027"], orang="Ani")
    assert teks.endswith(".")
    assert teks[0].isupper()
