"""What the tables and pages of monitoring tell, and what they hide of few people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from karier.enums import UkuranPantau
from karier.kamus.pantau import JUDUL, TERLALU_SEDIKIT, age_names, share
from karier.rules.pantau import Bagian
from karier.services.pantau import read_monitoring
from karier.services.pantau_cetak import development_pdf, development_sheet
from karier.services.pantau_lembar import as_file, by_region, by_unit, equality, professionalism
from karier.tests.dunia_pantau import PER, instansi, pns, pppk, ramai, run
from mentoring.tests.pabrik import PasanganPabrik
from pegawai.enums import JenisPeran
from pegawai.models import Instansi
from pegawai.tests.pabrik import (
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

__all__ = ["instansi"]
pytestmark = pytest.mark.django_db


def test_the_file_has_figures_to_count_with(instansi: Instansi) -> None:
    kepala, baris = as_file(by_unit(ramai(instansi)))
    assert kepala[:4] == ["Unit kerja", "Pegawai", "Belajar tahun ini", "Belajar tahun ini: dari"]
    assert [b[:4] for b in baris][-1] == ["Jumlah", 27, 12, 27]
    bertemu = kepala.index(JUDUL[UkuranPantau.MENTORING_HIDUP])
    assert baris[-1][bertemu : bertemu + 2] == [None, 0]


def test_of_a_few_people_even_all_together_nothing_is_told(instansi: Instansi) -> None:
    ramai(instansi)
    PasanganPabrik(mentee=pns(instansi))
    p = read_monitoring(instansi.pk, per=PER)
    kolom = list(p.ukur).index(UkuranPantau.MENTORING_HIDUP)
    assert by_unit(p).baris[-1][2][kolom] == TERLALU_SEDIKIT
    yang_berjalan = dict(development_sheet(p, instansi=instansi)["bagian"][1]["pasangan"])
    assert yang_berjalan[JUDUL[UkuranPantau.MENTORING_HIDUP]] == TERLALU_SEDIKIT


def test_small_units_are_told_together_with_the_smallest_of_the_others(instansi: Instansi) -> None:
    tabel = by_unit(ramai(instansi))
    assert [n for n, _, _ in tabel.baris] == ["Dinas Pulau", "Unit kecil, digabung", "Jumlah"]
    assert [orang for _, orang, _ in tabel.baris] == ["12", "15", "27"]


def test_a_place_without_chances_is_found_and_nothing_else(instansi: Instansi) -> None:
    pns, pppk = equality(ramai(instansi))
    assert len(pns.temuan) == 1
    assert "unit terpencil" in pns.temuan[0]
    assert "lebih sedikit" in pns.temuan[0]
    assert (pppk.temuan, pppk.banyak) == (["Kelompoknya masih terlalu kecil untuk dibandingkan."], 0)


def test_the_region_table_says_what_the_unit_table_says(instansi: Instansi) -> None:
    tabel = by_region(ramai(instansi))
    assert [(nama, isi[0]) for nama, _, isi in tabel.baris] == [
        ("Unit terpencil", "0 dari 12 (0\N{NO-BREAK SPACE}%)"),
        ("Unit lain", "12 dari 15 (80\N{NO-BREAK SPACE}%)"),
    ]


def test_no_cell_tells_of_fewer_than_ten(instansi: Instansi) -> None:
    unit = UnitKerjaPabrik(instansi=instansi)
    for _ in range(11):
        pns(instansi, unit=unit)
    for _ in range(2):
        pppk(instansi, unit=unit, perjanjian_mulai=date(2021, 1, 1), perjanjian_sampai=date(2026, 1, 31))
    p = read_monitoring(instansi.pk, per=PER)
    kolom = list(p.ukur).index(UkuranPantau.PERPANJANGAN)
    assert by_unit(p).baris[0][2][kolom] == TERLALU_SEDIKIT


def test_everybody_less_the_pns_of_a_region_tells_of_no_few_pppk(instansi: Instansi) -> None:
    jauh, dekat = (UnitKerjaPabrik(instansi=instansi, terpencil=t) for t in (True, False))
    for buat, unit, banyak in ((pns, jauh, 12), (pppk, jauh, 3), (pns, dekat, 12), (pppk, dekat, 12)):
        for _ in range(banyak):
            buat(instansi, unit=unit)
    p = read_monitoring(instansi.pk, per=PER)
    semua = by_region(p)
    assert [isi[semua.kepala[2:].index("Belajar tahun ini")] for _, _, isi in semua.baris] == [
        "0 dari 15 (0\u00a0%)", "0 dari 24 (0\u00a0%)",
    ]  # fmt: skip
    for setara in equality(p):
        tabel = dict(setara.tabel)["Wilayah kerja"]
        jp = tabel.kepala[2:].index("Belajar tahun ini")
        assert {isi[jp] for _, _, isi in tabel.baris} == {TERLALU_SEDIKIT}


def test_words_of_shares_and_ages() -> None:
    assert share(Bagian(3, 12)) == "3 dari 12 (25\N{NO-BREAK SPACE}%)"
    assert share(Bagian(0, 0)) == "–"
    assert age_names() == ["Di bawah 30 tahun", "30-39 tahun", "40-49 tahun", "50 tahun ke atas"]


@pytest.mark.django_db(transaction=True)
def test_the_index_is_an_estimate_of_ten_people_at_least(instansi: Instansi) -> None:
    p = ramai(instansi)
    assert professionalism(p) is None
    run(instansi)
    indeks = professionalism(p)
    assert indeks is not None
    assert [nama for nama, _, _ in indeks.unit] == p.nama_unit
    assert indeks.dikenal.endswith("dari 27 orang")


def test_the_page_of_the_head_of_government_names_no_more_than_three_decisions(instansi: Instansi) -> None:
    lembar = development_sheet(ramai(instansi), instansi=instansi)
    putusan = lembar["bagian"][-1]["urut"]
    assert 0 < len(putusan) <= 3
    assert development_pdf(lembar).startswith(b"%PDF")


def test_the_questions_do_not_grow_with_people(instansi: Instansi, django_assert_num_queries: Any) -> None:
    pns(instansi)
    with CaptureQueriesContext(connection) as sedikit:
        read_monitoring(instansi.pk, per=PER)
    ramai(instansi)
    with django_assert_num_queries(len(sedikit)):
        read_monitoring(instansi.pk, per=PER)


def test_hr_reads_every_page_and_an_operator_of_a_unit_none(client: Client, instansi: Instansi) -> None:
    ramai(instansi)
    client.force_login(hr_dari(instansi))
    for nama in ("pantau", "pantau_setara", "pantau_daerah", "pantau_daerah_unduh"):
        assert client.get(reverse(f"admin:karier_{nama}")).status_code == 200
    berkas = client.get(reverse("admin:karier_pantau_unduh", args=["csv"]))
    assert "Dinas Pulau" in b"".join(berkas.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert client.get(reverse("admin:karier_pantau_unduh", args=["pdf"])).status_code == 404
    operator = PenggunaPabrik(is_staff=True)
    PeranPabrik(
        pengguna=operator, jenis=JenisPeran.OPERATOR_UNIT, instansi=instansi,
        unit=UnitKerjaPabrik(instansi=instansi),
    )  # fmt: skip
    client.force_login(operator)
    assert client.get(reverse("admin:karier_pantau")).status_code in (403, 404)
