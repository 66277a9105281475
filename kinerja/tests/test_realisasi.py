"""Realisation of a period: who fills it in, who reads it, who sends it back."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from kinerja.enums import StatusPengisian, SumberKinerja
from kinerja.models import (
    SKP,
    HasilKerja,
    Indikator,
    PengisianRealisasi,
    Realisasi,
    SiklusPenilaian,
)
from kinerja.services.realisasi import kembalikan_realisasi
from kinerja.services.realisasi_baca import due_of, sheet
from kinerja.services.siklus import close_siklus
from kinerja.tests.dunia_realisasi import TERLAMBAT, akun, atasan, siklus, skp
from kinerja.tests.pabrik_realisasi import SAAT, isi, isian, kirim, siklus_pabrik, skp_pabrik
from pegawai.models import Pegawai, Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

__all__ = ["akun", "atasan", "siklus", "skp"]
pytestmark = pytest.mark.django_db


def kembalikan(p: PengisianRealisasi, actor: Pengguna, **lain: Any) -> PengisianRealisasi:
    awal = {"catatan": "Lampirkan rekapnya.", "versi": p.versi, "at": SAAT, "kanal": "portal"}
    return kembalikan_realisasi(pengisian_id=p.pk, actor=actor, **(awal | lain))


# -- filling in and sending --------------------------------------------------------------------------------


def test_what_was_kept_is_sent_and_lies_with_the_atasan(akun, skp, siklus):
    isi(skp, siklus, akun, angka=Decimal(9))
    p = kirim(skp, siklus, akun)
    assert (p.status, p.dikirim_pada, p.alasan_terlambat) == (StatusPengisian.DIKIRIM, SAAT, "")
    assert p.nomor == f"KIN-2026-{p.pk:06d}"
    assert Jejak.objects.filter(tindakan="kirim_realisasi", subjek_id=akun.pegawai_id).exists()


def test_a_gap_is_named_by_its_indicator(akun, siklus):
    skp = skp_pabrik(akun.pegawai, ["Jumlah laporan", "Jumlah kunjungan"])
    isi(skp, siklus, akun, isian=isian(skp)[:1])
    with pytest.raises(DomainError, match="Isi realisasi untuk “Jumlah kunjungan”"):
        kirim(skp, siklus, akun)


def test_a_number_alone_is_enough(akun, skp, siklus):
    isi(skp, siklus, akun, teks="", angka=Decimal(0))
    assert kirim(skp, siklus, akun).status == StatusPengisian.DIKIRIM


def test_nobody_waits_for_the_boss_to_agree_but_the_plan_must_have_been_sent(akun, siklus):
    skp = skp_pabrik(akun.pegawai, status="dikirim", disepakati_pada=None)
    isi(skp, siklus, akun)
    assert kirim(skp, siklus, akun).status == StatusPengisian.DIKIRIM
    lain = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True))
    draf = skp_pabrik(lain.pegawai, status="draf", disepakati_pada=None, dikirim_pada=None)
    isi(draf, siklus, lain)
    with pytest.raises(DomainError, match="belum dikirim ke atasan"):
        kirim(draf, siklus, lain)


def test_a_double_submit_of_the_first_save_makes_one_row(akun, skp, siklus):
    isi(skp, siklus, akun, versi=0)
    isi(skp, siklus, akun, versi=0)
    assert PengisianRealisasi.objects.get().versi == 1
    assert Realisasi.objects.count() == 1


def test_a_second_click_on_send_is_told_that_it_was_sent(akun, skp, siklus):
    isi(skp, siklus, akun)
    versi = kirim(skp, siklus, akun).versi - 1
    with pytest.raises(Bentrok) as galat:
        kirim(skp, siklus, akun, versi=versi)
    assert galat.value.kode == "sudah_dikirim"


def test_a_stale_version_is_refused_and_the_kept_words_stay(akun, skp, siklus):
    isi(skp, siklus, akun, teks="Pertama")
    isi(skp, siklus, akun, teks="Kedua")
    with pytest.raises(Bentrok, match="Isian Anda belum hilang"):
        isi(skp, siklus, akun, teks="Ketiga", versi=1)
    assert Realisasi.objects.get().teks == "Kedua"
    with pytest.raises(Bentrok):
        kirim(skp, siklus, akun, versi=1)


def test_the_words_of_the_plan_stay_as_they_were_when_it_was_sent(akun, skp, siklus):
    isi(skp, siklus, akun)
    p = kirim(skp, siklus, akun)
    HasilKerja.objects.filter(skp=skp).delete()
    [r] = p.realisasi.all()
    assert (r.iki, r.target, r.indikator) == ("Jumlah laporan", "12 laporan", None)


def test_an_indicator_that_left_the_plan_leaves_the_draft_too(akun, siklus):
    skp = skp_pabrik(akun.pegawai, ["Jumlah laporan", "Jumlah kunjungan"])
    isi(skp, siklus, akun)
    Indikator.objects.get(iki="Jumlah kunjungan").delete()
    isi(skp, siklus, akun, teks="Lagi")
    assert [r.iki for r in Realisasi.objects.all()] == ["Jumlah laporan"]


# -- who may -------------------------------------------------------------------------------------------------


def test_neither_a_colleague_nor_the_atasan_fills_in_for_somebody(akun, atasan, skp, siklus):
    luar = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=akun.pegawai.instansi))
    with pytest.raises(TidakDitemukan):
        isi(skp, siklus, luar)
    with pytest.raises(TidakBoleh, match="tidak mengisikan"):
        isi(skp, siklus, atasan)
    isi(skp, siklus, akun)
    for orang, galat in ((luar, TidakDitemukan), (hr_dari(akun.pegawai.instansi), TidakDitemukan)):
        with pytest.raises(galat):
            kirim(skp, siklus, orang)


def test_a_cycle_of_another_instansi_of_ekinerja_or_of_other_days_asks_nothing(akun, skp):
    lain = siklus_pabrik(PegawaiPabrik(instansi__kode="nabire").instansi)
    ekinerja = siklus_pabrik(akun.pegawai.instansi, ke=2, sumber=SumberKinerja.EKINERJA)
    tahun_lain = siklus_pabrik(akun.pegawai.instansi, tahun=2025)
    for s in (lain, ekinerja, tahun_lain):
        with pytest.raises(TidakDitemukan):
            isi(skp, s, akun)
    assert due_of(akun.pegawai) == []


def test_a_closed_cycle_takes_nothing_more_and_keeps_what_was_typed(akun, skp, siklus):
    isi(skp, siklus, akun)
    close_siklus(siklus=siklus, actor=None, at=SAAT)
    for coba in (isi, kirim):
        with pytest.raises(Bentrok, match="tidak menerima isian lagi"):
            coba(skp, siklus, akun)
    assert Realisasi.objects.count() == 1


# -- returned ----------------------------------------------------------------------------------------------


def test_the_atasan_returns_it_with_a_note_and_it_is_not_late_for_that(akun, atasan, skp, siklus):
    isi(skp, siklus, akun)
    p = kembalikan(kirim(skp, siklus, akun), atasan)
    assert (p.status, p.catatan) == (StatusPengisian.DIKEMBALIKAN, "Lampirkan rekapnya.")
    isi(skp, siklus, akun, teks="Diperbaiki", at=TERLAMBAT)
    p = kirim(skp, siklus, akun, at=TERLAMBAT)
    assert (p.status, p.catatan, p.alasan_terlambat) == (StatusPengisian.DIKIRIM, "", "")


def test_without_a_note_or_over_a_newer_version_nothing_is_returned(akun, atasan, skp, siklus):
    isi(skp, siklus, akun)
    p = kirim(skp, siklus, akun)
    with pytest.raises(DomainError, match="Tuliskan apa"):
        kembalikan(p, atasan, catatan="  ")
    with pytest.raises(Bentrok):
        kembalikan(p, atasan, versi=p.versi - 1)


def test_only_the_atasan_of_today_returns_it(akun, skp, siklus):
    isi(skp, siklus, akun)
    p = kirim(skp, siklus, akun)
    lain = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    for orang in (akun, lain, hr_dari(akun.pegawai.instansi)):
        with pytest.raises(TidakDitemukan):
            kembalikan(p, orang)


def test_a_leader_reads_nothing_before_it_is_sent_and_nothing_while_it_is_being_improved(
    akun, atasan, skp, siklus
):
    isi(skp, siklus, akun)
    assert not Realisasi.objects.visible_to(atasan).exists()
    p = kirim(skp, siklus, akun)
    assert Realisasi.objects.visible_to(atasan).count() == 1
    kembalikan(p, atasan)
    assert not Realisasi.objects.visible_to(atasan).exists()
    assert Realisasi.objects.visible_to(akun).count() == 1


def test_hr_sees_that_it_was_sent_and_not_what_it_says(akun, skp, siklus):
    isi(skp, siklus, akun)
    kirim(skp, siklus, akun)
    hr = hr_dari(akun.pegawai.instansi)
    assert PengisianRealisasi.objects.visible_to(hr).count() == 1
    assert not Realisasi.objects.visible_to(hr).exists()


# -- reading -----------------------------------------------------------------------------------------------


def lembar(akun: Pengguna, skp: SKP, siklus: SiklusPenilaian) -> Any:
    return sheet(skp_id=skp.pk, siklus_id=siklus.pk, orang=Pegawai.objects.filter(pk=akun.pegawai_id))


def test_the_period_before_stands_beside_each_indicator(akun, skp, siklus):
    kedua = siklus_pabrik(akun.pegawai.instansi, ke=2)
    siklus_pabrik(akun.pegawai.instansi, ke=4)
    isi(skp, kedua, akun, teks="Enam laporan", angka=Decimal(6))
    [baris] = lembar(akun, skp, siklus).baris
    assert (baris.lalu.teks, baris.lalu.angka) == ("Enam laporan", 6)
    assert lembar(akun, skp, kedua).lalu is None


def test_two_plans_of_one_quarter_are_two_realisations(akun, siklus):
    awal = skp_pabrik(akun.pegawai, sampai=date(2026, 8, 31))
    baru = skp_pabrik(akun.pegawai, mulai=date(2026, 9, 1))
    assert [m.skp for m in due_of(akun.pegawai)] == [awal, baru]


def test_reading_a_sheet_costs_the_same_for_one_and_for_ten_indicators(
    akun, siklus, django_assert_num_queries
):
    skp = skp_pabrik(akun.pegawai, [f"Indikator {n}" for n in range(10)])
    isi(skp, siklus, akun)
    with django_assert_num_queries(8):
        assert len(lembar(akun, skp, siklus).baris) == 10
