"""Pemantauan pengembangan from records: whom each measure counts, and what is never told."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from karier.enums import StatusButir, StatusPeringatan, UkuranPantau
from karier.kamus.pantau import JUDUL, TERLALU_SEDIKIT, age_names, share
from karier.models import ButirRencana, PeringatanKenaikan, RencanaPengembangan
from karier.rules.pantau import Bagian
from karier.services.pantau import Pantauan, read_monitoring
from karier.services.pantau_cetak import development_pdf, development_sheet
from karier.services.pantau_lembar import by_region, by_unit, equality, overall, professionalism
from karier.tests.bantu import jalankan_pada
from kinerja.enums import HubunganPemberi, JenisUmpanBalik, TentangUmpanBalik
from kinerja.models import UmpanBalik
from mentoring.tests.pabrik import PasanganPabrik, ProfilMentorPabrik
from mentoring.tests.pabrik_hidup import PertemuanPabrik
from pegawai.enums import BentukPengembangan, JenisPegawai, JenisPeran, KedudukanHukum
from pegawai.models import Instansi, RiwayatPangkat
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)

pytestmark = pytest.mark.django_db
PER = date(2026, 11, 30)


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="nabire")
    return satu


def _pns(instansi: Instansi, **lain: Any) -> Any:
    return PegawaiPabrik(pelaksana=True, instansi=instansi, **lain)


def _pppk(instansi: Instansi, **lain: Any) -> Any:
    return PegawaiPabrik(pppk=True, instansi=instansi, **lain)


def _bagian(instansi: Instansi, ukuran: UkuranPantau) -> Bagian:
    return overall(read_monitoring(instansi.pk, per=PER))[ukuran]


def test_a_pns_has_the_jp_of_the_right_and_a_pppk_has_learned_at_all(instansi: Instansi) -> None:
    cukup, kurang, pppk = _pns(instansi), _pns(instansi), _pppk(instansi)
    _pppk(instansi)
    for siapa, jp in ((cukup, 20), (kurang, 19), (pppk, 2)):
        PengembanganPabrik(pegawai=siapa, tanggal_selesai=date(2026, 3, 1), jp=jp)
    PengembanganPabrik(pegawai=kurang, tanggal_selesai=date(2025, 12, 31), jp=40)
    assert _bagian(instansi, UkuranPantau.JP) == Bagian(2, 4)


def test_other_governments_and_who_left_are_not_counted(instansi: Instansi) -> None:
    _pns(instansi)
    _pns(instansi, kedudukan_hukum=KedudukanHukum.LAINNYA)
    _pns(InstansiPabrik())
    assert len(read_monitoring(instansi.pk, per=PER)) == 1


def test_a_running_pair_counts_for_the_mentee_alone(instansi: Instansi) -> None:
    mentee = _pns(instansi)
    mentor = ProfilMentorPabrik(pegawai=PegawaiPabrik(fungsional=True, instansi=instansi))
    PasanganPabrik(mentor=mentor, mentee=mentee)
    assert _bagian(instansi, UkuranPantau.MENTORING) == Bagian(1, 2)


def test_who_is_guided_and_has_not_met_for_ninety_days_is_told_apart(instansi: Instansi) -> None:
    for hari_lalu in (80, 95):
        mentor = ProfilMentorPabrik(pegawai=PegawaiPabrik(fungsional=True, instansi=instansi))
        pasangan = PasanganPabrik(mentor=mentor, mentee=_pns(instansi))
        PertemuanPabrik(pasangan=pasangan, terjadi=True, pada=PER - timedelta(days=hari_lalu))
    assert _bagian(instansi, UkuranPantau.MENTORING_HIDUP) == Bagian(1, 2)


def test_a_plan_counts_once_agreed_and_as_done_from_half_of_its_items(instansi: Instansi) -> None:
    saat = datetime(2026, 2, 1, tzinfo=ZoneInfo("UTC"))
    for disepakati, selesai in ((saat, 1), (saat, 0), (None, 2)):
        rencana = RencanaPengembangan.objects.create(
            pegawai=_pns(instansi), tahun=PER.year, disepakati_pada=disepakati
        )
        for n in range(2):
            tuntas = {"status": StatusButir.SELESAI, "selesai_pada": saat, "refleksi": "Berhasil."}
            ButirRencana.objects.create(
                rencana=rencana, nomor=n + 1, kegiatan="Menyusun laporan", jp=4, mulai=saat.date(),
                bentuk=BentukPengembangan.MAGANG, selesai=PER, **(tuntas if n < selesai else {}),
            )  # fmt: skip
    assert _bagian(instansi, UkuranPantau.RENCANA_DISEPAKATI) == Bagian(2, 3)
    assert _bagian(instansi, UkuranPantau.RENCANA_SELESAI) == Bagian(1, 2)


def _umpan_balik(siapa: Any, hari_lalu: int, *, peristiwa: str = "Laporan selesai.", **lain: Any) -> None:
    saat = datetime(2026, 11, 30, 9, tzinfo=ZoneInfo("Asia/Jayapura")) - timedelta(days=hari_lalu)
    UmpanBalik.objects.create(
        pegawai=siapa, pemberi=_pns(siapa.instansi), hubungan=HubunganPemberi.ATASAN, kunci=uuid4(),
        tentang=TentangUmpanBalik.HASIL_KERJA, jenis=JenisUmpanBalik.KEKUATAN, peristiwa=peristiwa,
        dikirim_pada=saat, **lain,
    )  # fmt: skip


def test_feedback_counts_for_ninety_days_and_not_when_it_was_taken_back(instansi: Instansi) -> None:
    baru, lama, ditarik = _pns(instansi), _pns(instansi), _pns(instansi)
    _umpan_balik(baru, 89)
    _umpan_balik(lama, 95)
    _umpan_balik(ditarik, 5, peristiwa="", ditarik_pada=datetime(2026, 11, 29, tzinfo=ZoneInfo("UTC")))
    assert _bagian(instansi, UkuranPantau.UMPAN_BALIK) == Bagian(1, 6)


def _run(instansi: Instansi) -> Any:
    return jalankan_pada(instansi, PER)


def _naik(siapa: Any, tmt: date) -> None:
    RiwayatPangkat.objects.create(pegawai=siapa, skala=JenisPegawai.PNS, golongan=12, tmt=tmt)


def _peringatan(siapa: Any, run: Any, status: StatusPeringatan, *, hilang: int, tmt: date) -> None:
    PeringatanKenaikan.objects.create(
        pegawai=siapa, sasaran=12, status=status, tmt_awal=tmt, tmt_kini=tmt, penyebab="predikat",
        syarat=0, bulan_hilang=hilang, run_pertama=run, run_terakhir=run,
    )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_late_or_missed_kenaikan_pangkat_is_not_in_time_and_a_first_golongan_is_none(
    instansi: Instansi,
) -> None:
    tepat, telat, lewat, lama = (_pns(instansi) for _ in range(4))
    run = _run(instansi)
    PeringatanKenaikan.objects.all().delete()
    _naik(tepat, date(2026, 4, 1))
    _naik(telat, date(2026, 6, 1))
    _naik(lama, date(2024, 4, 1))
    _peringatan(telat, run, StatusPeringatan.NAIK, hilang=2, tmt=date(2026, 4, 1))
    _peringatan(lewat, run, StatusPeringatan.TERLEWAT, hilang=3, tmt=date(2026, 8, 1))
    assert _bagian(instansi, UkuranPantau.KENAIKAN_TEPAT) == Bagian(1, 3)


def test_a_contract_is_renewed_when_a_later_one_took_its_place(instansi: Instansi) -> None:
    diperpanjang = _pppk(instansi, perjanjian_mulai=date(2021, 3, 1), perjanjian_sampai=date(2026, 2, 28))
    diperpanjang.perjanjian_sampai = date(2031, 2, 28)
    diperpanjang.save()
    _pppk(instansi, perjanjian_mulai=date(2021, 10, 1), perjanjian_sampai=date(2026, 9, 30))
    _pppk(instansi, perjanjian_mulai=date(2024, 1, 1), perjanjian_sampai=date(2028, 12, 31))
    assert _bagian(instansi, UkuranPantau.PERPANJANGAN) == Bagian(1, 2)


@pytest.mark.django_db(transaction=True)
def test_gaps_are_told_once_there_are_runs_of_two_days(instansi: Instansi) -> None:
    _pns(instansi)
    assert UkuranPantau.CELAH not in read_monitoring(instansi.pk, per=PER).ukur
    _run(instansi)
    _run(instansi)
    assert UkuranPantau.CELAH not in read_monitoring(instansi.pk, per=PER).ukur
    jalankan_pada(instansi, PER - timedelta(days=30))
    _run(instansi)
    assert UkuranPantau.CELAH in read_monitoring(instansi.pk, per=PER).ukur


def test_of_a_few_people_even_all_together_nothing_is_told(instansi: Instansi) -> None:
    _ramai(instansi)
    PasanganPabrik(mentee=_pns(instansi))
    p = read_monitoring(instansi.pk, per=PER)
    kolom = list(p.ukur).index(UkuranPantau.MENTORING_HIDUP)
    assert by_unit(p).baris[-1][2][kolom] == TERLALU_SEDIKIT
    yang_berjalan = dict(development_sheet(p, instansi=instansi)["bagian"][1]["pasangan"])
    assert yang_berjalan[JUDUL[UkuranPantau.MENTORING_HIDUP]] == TERLALU_SEDIKIT


def _ramai(instansi: Instansi) -> Pantauan:
    """Two services of twelve, one remote, where nobody learned; a small one of three."""
    akar = UnitKerjaPabrik(instansi=instansi, nama="Sekretariat Daerah")
    kota = UnitKerjaPabrik(instansi=instansi, induk=akar, nama="Dinas Kota")
    jauh = UnitKerjaPabrik(instansi=instansi, induk=akar, nama="Dinas Pulau", terpencil=True)
    kecil = UnitKerjaPabrik(instansi=instansi, induk=akar, nama="Kantor Kecil")
    for _ in range(12):
        PengembanganPabrik(pegawai=_pns(instansi, unit=kota), tanggal_selesai=date(2026, 3, 1), jp=20)
        _pns(instansi, unit=jauh)
    for _ in range(3):
        _pns(instansi, unit=kecil)
    return read_monitoring(instansi.pk, per=PER)


def test_small_units_are_told_together_with_the_smallest_of_the_others(instansi: Instansi) -> None:
    tabel = by_unit(_ramai(instansi))
    assert [n for n, _, _ in tabel.baris] == ["Dinas Pulau", "Unit kecil, digabung", "Jumlah"]
    assert [orang for _, orang, _ in tabel.baris] == ["12", "15", "27"]


def test_a_place_without_chances_is_found_and_nothing_else(instansi: Instansi) -> None:
    pns, pppk = equality(_ramai(instansi))
    assert len(pns.temuan) == 1
    assert "unit terpencil" in pns.temuan[0]
    assert "lebih sedikit" in pns.temuan[0]
    assert (pppk.temuan, pppk.banyak) == (["Kelompoknya masih terlalu kecil untuk dibandingkan."], 0)


def test_the_region_table_says_what_the_unit_table_says(instansi: Instansi) -> None:
    tabel = by_region(_ramai(instansi))
    assert [(nama, isi[0]) for nama, _, isi in tabel.baris] == [
        ("Unit terpencil", "0 dari 12 (0\N{NO-BREAK SPACE}%)"),
        ("Unit lain", "12 dari 15 (80\N{NO-BREAK SPACE}%)"),
    ]


def test_no_cell_tells_of_fewer_than_ten(instansi: Instansi) -> None:
    unit = UnitKerjaPabrik(instansi=instansi)
    for _ in range(11):
        _pns(instansi, unit=unit)
    for _ in range(2):
        _pppk(instansi, unit=unit, perjanjian_mulai=date(2021, 1, 1), perjanjian_sampai=date(2026, 1, 31))
    p = read_monitoring(instansi.pk, per=PER)
    kolom = list(p.ukur).index(UkuranPantau.PERPANJANGAN)
    assert by_unit(p).baris[0][2][kolom] == TERLALU_SEDIKIT


def test_everybody_less_the_pns_of_a_region_tells_of_no_few_pppk(instansi: Instansi) -> None:
    jauh, dekat = (UnitKerjaPabrik(instansi=instansi, terpencil=t) for t in (True, False))
    for buat, unit, banyak in ((_pns, jauh, 12), (_pppk, jauh, 3), (_pns, dekat, 12), (_pppk, dekat, 12)):
        for _ in range(banyak):
            buat(instansi, unit=unit)
    p = read_monitoring(instansi.pk, per=PER)
    semua = by_region(p)
    assert [isi[semua.kepala[2:].index("Belajar tahun ini")] for _, _, isi in semua.baris] == [
        "0 dari 15 (0 %)", "0 dari 24 (0 %)",
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
    p = _ramai(instansi)
    assert professionalism(p) is None
    _run(instansi)
    indeks = professionalism(p)
    assert indeks is not None
    assert [nama for nama, _, _ in indeks.unit] == p.nama_unit
    assert indeks.dikenal.endswith("dari 27 orang")


def test_the_page_of_the_head_of_government_names_no_more_than_three_decisions(instansi: Instansi) -> None:
    lembar = development_sheet(_ramai(instansi), instansi=instansi)
    putusan = lembar["bagian"][-1]["urut"]
    assert 0 < len(putusan) <= 3
    assert development_pdf(lembar).startswith(b"%PDF")


def test_the_questions_do_not_grow_with_people(instansi: Instansi, django_assert_num_queries: Any) -> None:
    _pns(instansi)
    with CaptureQueriesContext(connection) as sedikit:
        read_monitoring(instansi.pk, per=PER)
    _ramai(instansi)
    with django_assert_num_queries(len(sedikit)):
        read_monitoring(instansi.pk, per=PER)


def test_hr_reads_every_page_and_an_operator_of_a_unit_none(client: Client, instansi: Instansi) -> None:
    _ramai(instansi)
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
