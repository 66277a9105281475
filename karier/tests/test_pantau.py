"""Pemantauan pengembangan from records: whom each measure counts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from karier.enums import StatusButir, StatusPeringatan, UkuranPantau
from karier.models import ButirRencana, PeringatanKenaikan, RencanaPengembangan
from karier.rules.pantau import Bagian
from karier.services.pantau import read_monitoring
from karier.services.pantau_lembar import overall
from karier.tests.bantu import jalankan_pada
from karier.tests.dunia_pantau import PER, instansi, pns, pppk, run
from kinerja.enums import HubunganPemberi, JenisUmpanBalik, TentangUmpanBalik
from kinerja.models import UmpanBalik
from mentoring.tests.pabrik import PasanganPabrik, ProfilMentorPabrik
from mentoring.tests.pabrik_hidup import PertemuanPabrik
from pegawai.enums import BentukPengembangan, JenisPegawai, KedudukanHukum
from pegawai.models import Instansi, RiwayatPangkat
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PengembanganPabrik,
)

__all__ = ["instansi"]
pytestmark = pytest.mark.django_db


def _bagian(instansi: Instansi, ukuran: UkuranPantau) -> Bagian:
    return overall(read_monitoring(instansi.pk, per=PER))[ukuran]


def test_a_pns_has_the_jp_of_the_right_and_a_pppk_has_learned_at_all(instansi: Instansi) -> None:
    cukup, kurang, kontrak = pns(instansi), pns(instansi), pppk(instansi)
    pppk(instansi)
    for siapa, jp in ((cukup, 20), (kurang, 19), (kontrak, 2)):
        PengembanganPabrik(pegawai=siapa, tanggal_selesai=date(2026, 3, 1), jp=jp)
    PengembanganPabrik(pegawai=kurang, tanggal_selesai=date(2025, 12, 31), jp=40)
    assert _bagian(instansi, UkuranPantau.JP) == Bagian(2, 4)


def test_other_governments_and_who_left_are_not_counted(instansi: Instansi) -> None:
    pns(instansi)
    pns(instansi, kedudukan_hukum=KedudukanHukum.LAINNYA)
    pns(InstansiPabrik())
    assert len(read_monitoring(instansi.pk, per=PER)) == 1


def test_a_running_pair_counts_for_the_mentee_alone(instansi: Instansi) -> None:
    mentee = pns(instansi)
    mentor = ProfilMentorPabrik(pegawai=PegawaiPabrik(fungsional=True, instansi=instansi))
    PasanganPabrik(mentor=mentor, mentee=mentee)
    assert _bagian(instansi, UkuranPantau.MENTORING) == Bagian(1, 2)


def test_who_is_guided_and_has_not_met_for_ninety_days_is_told_apart(instansi: Instansi) -> None:
    for hari_lalu in (80, 95):
        mentor = ProfilMentorPabrik(pegawai=PegawaiPabrik(fungsional=True, instansi=instansi))
        pasangan = PasanganPabrik(mentor=mentor, mentee=pns(instansi))
        PertemuanPabrik(pasangan=pasangan, terjadi=True, pada=PER - timedelta(days=hari_lalu))
    assert _bagian(instansi, UkuranPantau.MENTORING_HIDUP) == Bagian(1, 2)


def test_a_plan_counts_once_agreed_and_as_done_from_half_of_its_items(instansi: Instansi) -> None:
    saat = datetime(2026, 2, 1, tzinfo=ZoneInfo("UTC"))
    for disepakati, selesai in ((saat, 1), (saat, 0), (None, 2)):
        rencana = RencanaPengembangan.objects.create(
            pegawai=pns(instansi), tahun=PER.year, disepakati_pada=disepakati
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
        pegawai=siapa, pemberi=pns(siapa.instansi), hubungan=HubunganPemberi.ATASAN, kunci=uuid4(),
        tentang=TentangUmpanBalik.HASIL_KERJA, jenis=JenisUmpanBalik.KEKUATAN, peristiwa=peristiwa,
        dikirim_pada=saat, **lain,
    )  # fmt: skip


def test_feedback_counts_for_ninety_days_and_not_when_it_was_taken_back(instansi: Instansi) -> None:
    baru, lama, ditarik = pns(instansi), pns(instansi), pns(instansi)
    _umpan_balik(baru, 89)
    _umpan_balik(lama, 95)
    _umpan_balik(ditarik, 5, peristiwa="", ditarik_pada=datetime(2026, 11, 29, tzinfo=ZoneInfo("UTC")))
    assert _bagian(instansi, UkuranPantau.UMPAN_BALIK) == Bagian(1, 6)


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
    tepat, telat, lewat, lama = (pns(instansi) for _ in range(4))
    baru = run(instansi)
    PeringatanKenaikan.objects.all().delete()
    _naik(tepat, date(2026, 4, 1))
    _naik(telat, date(2026, 6, 1))
    _naik(lama, date(2024, 4, 1))
    _peringatan(telat, baru, StatusPeringatan.NAIK, hilang=2, tmt=date(2026, 4, 1))
    _peringatan(lewat, baru, StatusPeringatan.TERLEWAT, hilang=3, tmt=date(2026, 8, 1))
    assert _bagian(instansi, UkuranPantau.KENAIKAN_TEPAT) == Bagian(1, 3)


def test_a_contract_is_renewed_when_a_later_one_took_its_place(instansi: Instansi) -> None:
    diperpanjang = pppk(instansi, perjanjian_mulai=date(2021, 3, 1), perjanjian_sampai=date(2026, 2, 28))
    diperpanjang.perjanjian_sampai = date(2031, 2, 28)
    diperpanjang.save()
    pppk(instansi, perjanjian_mulai=date(2021, 10, 1), perjanjian_sampai=date(2026, 9, 30))
    pppk(instansi, perjanjian_mulai=date(2024, 1, 1), perjanjian_sampai=date(2028, 12, 31))
    assert _bagian(instansi, UkuranPantau.PERPANJANGAN) == Bagian(1, 2)


@pytest.mark.django_db(transaction=True)
def test_gaps_are_told_once_there_are_runs_of_two_days(instansi: Instansi) -> None:
    pns(instansi)
    assert UkuranPantau.CELAH not in read_monitoring(instansi.pk, per=PER).ukur
    run(instansi)
    run(instansi)
    assert UkuranPantau.CELAH not in read_monitoring(instansi.pk, per=PER).ukur
    jalankan_pada(instansi, PER - timedelta(days=30))
    run(instansi)
    assert UkuranPantau.CELAH in read_monitoring(instansi.pk, per=PER).ukur
