"""An idea is sent, answered, raised, passed on, tried, measured: by whom, when, and never by oneself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from kinerja.enums import AlasanBelum, ArahUkuran, NamaUsul, StatusUsul
from kinerja.models import IkutUsul, UsulPerbaikan
from kinerja.services import usul_perbaikan as layanan
from kinerja.services.usul_perbaikan import IsiUsul
from kinerja.services.usul_perbaikan_baca import (
    author_name,
    leaders_of,
    measured_ideas,
    to_do_for_author,
    to_do_for_leader,
    tried_by,
    tried_in,
)
from kinerja.services.usul_perbaikan_jawab import (
    Hasil,
    Uji,
    close_trial,
    decline_idea,
    pass_on,
    report_effect,
    try_idea,
)
from kinerja.services.usul_perbaikan_naik import SapuanUsul, overdue, raise_idea
from kinerja.tests.pabrik_usul_perbaikan import (
    SAAT,
    IkutUsulPabrik,
    Rantai,
    UsulPerbaikanPabrik,
    rantai_pabrik,
)
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, hr_dari

pytestmark = pytest.mark.django_db
ISI = IsiUsul("Diketik tiga kali.", "Satu formulir.", "Warga di loket.")
UJI = Uji(date(2026, 11, 5), "Lama menunggu", "menit", ArahUkuran.TURUN, Decimal(45), date(2026, 12, 5))


@pytest.fixture
def r() -> Rantai:
    return rantai_pabrik()


@pytest.fixture
def usul(r: Rantai) -> UsulPerbaikan:
    return layanan.send_idea(isi=ISI, kunci=uuid4(), actor=r.diri, at=SAAT)


def coba(u: UsulPerbaikan, actor: Any, **lain: Any) -> UsulPerbaikan:
    isi = {"uji": UJI, "ucapan": "Terima kasih.", "versi": u.versi, "at": SAAT, **lain}
    return try_idea(usul_id=u.pk, actor=actor, **isi)


def belum(u: UsulPerbaikan, actor: Any, **lain: Any) -> UsulPerbaikan:
    isi = {"alasan": AlasanBelum.ANGGARAN, "kata": "Tahun depan.", "versi": u.versi, "at": SAAT, **lain}
    return decline_idea(usul_id=u.pk, actor=actor, **isi)


def segar(u: UsulPerbaikan) -> UsulPerbaikan:
    return UsulPerbaikan.objects.get(pk=u.pk)


# -- sent --------------------------------------------------------------------------------------------------


def test_it_reaches_the_atasan_for_fourteen_days(r: Rantai, usul: UsulPerbaikan) -> None:
    assert (usul.status, usul.tingkat, usul.batas) == (StatusUsul.MENUNGGU, 0, date(2026, 11, 16))
    assert [u.pk for u in to_do_for_leader(r.atasan)] == [usul.pk]
    assert to_do_for_leader(r.kepala) == []


def test_the_day_is_that_of_the_authors_unit() -> None:
    r = rantai_pabrik("Asia/Jayapura")
    malam = datetime(2026, 11, 2, 16, 0, tzinfo=UTC)
    assert layanan.send_idea(isi=ISI, kunci=uuid4(), actor=r.diri, at=malam).batas == date(2026, 11, 17)


def test_a_pppk_sends_one_too(r: Rantai) -> None:
    orang = PegawaiPabrik(pppk=True, atasan=r.atasan.pegawai, unit=r.orang.unit, instansi=r.orang.instansi)
    u = layanan.send_idea(isi=ISI, kunci=uuid4(), actor=PenggunaPabrik(pegawai=orang), at=SAAT)
    assert u.pegawai == orang


def test_two_presses_are_one_and_other_words_under_the_old_key_are_told(r: Rantai) -> None:
    kunci = uuid4()
    satu, dua = (layanan.send_idea(isi=ISI, kunci=kunci, actor=r.diri, at=SAAT) for _ in range(2))
    assert satu == dua
    with pytest.raises(Bentrok, match="sudah terkirim"):
        layanan.send_idea(isi=ISI._replace(coba="Lain."), kunci=kunci, actor=r.diri, at=SAAT)


@pytest.mark.parametrize("ruas", ["masalah", "coba", "terbantu"])
def test_three_sentences_are_asked(r: Rantai, ruas: str) -> None:
    with pytest.raises(DomainError) as salah:
        layanan.send_idea(isi=ISI._replace(**{ruas: "  "}), kunci=uuid4(), actor=r.diri, at=SAAT)
    assert salah.value.kode == "usul_kosong"


def test_without_an_atasan_it_says_what_to_do(r: Rantai) -> None:
    with pytest.raises(DomainError) as salah:
        layanan.send_idea(isi=ISI, kunci=uuid4(), actor=r.puncak, at=SAAT)
    assert (salah.value.kode, bool(salah.value.tindakan)) == ("tanpa_atasan", True)


def test_a_flood_is_stopped(r: Rantai) -> None:
    UsulPerbaikanPabrik.create_batch(layanan.PALING_BANYAK_SEHARI, pegawai=r.orang)
    with pytest.raises(DomainError) as salah:
        layanan.send_idea(isi=ISI, kunci=uuid4(), actor=r.diri, at=SAAT)
    assert salah.value.kode == "usul_terlalu_banyak"


def test_only_what_was_tried_here_is_copied(r: Rantai) -> None:
    dicoba = UsulPerbaikanPabrik(pegawai=r.rekan.pegawai, dicoba=True)
    u = layanan.send_idea(isi=ISI._replace(asal=dicoba.pk), kunci=uuid4(), actor=r.diri, at=SAAT)
    assert u.asal == dicoba
    menunggu = UsulPerbaikanPabrik(pegawai=r.rekan.pegawai)
    sana = UsulPerbaikanPabrik(pegawai__instansi__kode="nabire", dicoba=True)
    for lain in (menunggu, sana):
        with pytest.raises(TidakDitemukan):
            layanan.send_idea(isi=ISI._replace(asal=lain.pk), kunci=uuid4(), actor=r.diri, at=SAAT)


def test_the_trail_names_no_person(r: Rantai, usul: UsulPerbaikan) -> None:
    coba(usul, r.atasan)
    jejak = Jejak.objects.filter(tindakan__contains="usul_perbaikan")
    assert set(jejak.values_list("subjek_jenis", "subjek_id")) == {("usul_perbaikan", usul.pk)}


# -- taken back, and the name ------------------------------------------------------------------------------


def test_what_is_taken_back_leaves_no_words_and_no_reader(r: Rantai, usul: UsulPerbaikan) -> None:
    IkutUsulPabrik(usul=usul, pegawai=r.rekan.pegawai)
    for _ in range(2):
        layanan.withdraw_idea(usul_id=usul.pk, actor=r.diri, at=SAAT)
    u = segar(usul)
    assert (u.status, u.masalah, u.coba, u.terbantu) == (StatusUsul.DITARIK, "", "", "")
    for lain in (r.atasan, r.rekan):
        assert not UsulPerbaikan.objects.visible_to(lain).exists()


def test_an_answer_is_not_taken_back(r: Rantai, usul: UsulPerbaikan) -> None:
    belum(usul, r.atasan)
    with pytest.raises(Bentrok):
        layanan.withdraw_idea(usul_id=usul.pk, actor=r.diri, at=SAAT)


def test_nobody_else_takes_it_back_or_chooses_the_name(r: Rantai, usul: UsulPerbaikan) -> None:
    for lain in (r.rekan, r.atasan, r.kepala):
        with pytest.raises(TidakDitemukan):
            layanan.withdraw_idea(usul_id=usul.pk, actor=lain, at=SAAT)
        with pytest.raises(TidakDitemukan):
            layanan.choose_name(usul_id=usul.pk, nama=NamaUsul.SEMUA, actor=lain, at=SAAT)


@pytest.mark.parametrize(
    ("nama", "kepala", "luar"),
    [
        (NamaUsul.ATASAN, "Seorang pegawai", "Seorang pegawai"),
        (NamaUsul.PIMPINAN, "Rini", "Seorang pegawai"),
        (NamaUsul.SEMUA, "Rini", "Rini"),
    ],
)
def test_who_reads_the_name_is_the_authors_choice_but_for_the_atasan(
    r: Rantai, nama: NamaUsul, kepala: str, luar: str
) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, nama=nama, dicoba=True, tingkat=2)
    luar_akun = PenggunaPabrik(pegawai=PegawaiPabrik(instansi=r.orang.instansi))
    assert author_name(u, r.atasan) == author_name(u, r.diri) == "Rini"
    assert author_name(u, r.kepala) == author_name(u, r.puncak) == kepala
    assert author_name(u, luar_akun) == luar


def test_who_takes_part_knows_with_whom(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, nama=NamaUsul.ATASAN)
    IkutUsulPabrik(usul=u, pegawai=r.rekan.pegawai, diajak=True)
    assert author_name(u, r.rekan) == "Rini"


def test_choosing_the_same_name_again_writes_nothing(r: Rantai, usul: UsulPerbaikan) -> None:
    layanan.choose_name(usul_id=usul.pk, nama=NamaUsul.PIMPINAN, actor=r.diri, at=SAAT)
    assert segar(usul).versi == usul.versi
    layanan.choose_name(usul_id=usul.pk, nama=NamaUsul.SEMUA, actor=r.diri, at=SAAT)
    assert segar(usul).nama == NamaUsul.SEMUA


# -- colleagues --------------------------------------------------------------------------------------------


def test_a_colleague_is_in_it_after_their_own_yes(r: Rantai, usul: UsulPerbaikan) -> None:
    rekan = r.rekan.pegawai_id
    for _ in range(2):
        layanan.ask_along(usul_id=usul.pk, pegawai_id=rekan, actor=r.diri, at=SAAT)
    assert [u.pk for u in to_do_for_author(r.rekan)] == [usul.pk]
    layanan.join_idea(usul_id=usul.pk, actor=r.rekan, at=SAAT)
    layanan.join_idea(usul_id=usul.pk, actor=r.rekan, at=SAAT + timedelta(days=1))
    assert IkutUsul.objects.get().ikut_pada == SAAT
    assert to_do_for_author(r.rekan) == []


def test_only_colleagues_are_asked_and_only_who_was_asked_says_yes(r: Rantai, usul: UsulPerbaikan) -> None:
    for siapa in (r.atasan.pegawai_id, PegawaiPabrik().pk):
        with pytest.raises(TidakDitemukan):
            layanan.ask_along(usul_id=usul.pk, pegawai_id=siapa, actor=r.diri, at=SAAT)
    with pytest.raises(TidakDitemukan):
        layanan.join_idea(usul_id=usul.pk, actor=r.rekan, at=SAAT)


def test_five_colleagues_and_none_after_the_end(r: Rantai, usul: UsulPerbaikan) -> None:
    lain = [
        PegawaiPabrik(unit=r.orang.unit, instansi=r.orang.instansi, atasan=r.atasan.pegawai) for _ in range(6)
    ]
    for o in lain[:5]:
        layanan.ask_along(usul_id=usul.pk, pegawai_id=o.pk, actor=r.diri, at=SAAT)
    with pytest.raises(DomainError, match="Paling banyak 5"):
        layanan.ask_along(usul_id=usul.pk, pegawai_id=lain[5].pk, actor=r.diri, at=SAAT)
    UsulPerbaikan.objects.filter(pk=usul.pk).delete()
    habis = UsulPerbaikanPabrik(pegawai=r.orang, belum=True)
    with pytest.raises(DomainError, match="sebelum usul selesai"):
        layanan.ask_along(usul_id=habis.pk, pegawai_id=lain[5].pk, actor=r.diri, at=SAAT)


# -- answered ----------------------------------------------------------------------------------------------


def test_the_answer_waits_for_the_author_to_see_it(r: Rantai, usul: UsulPerbaikan) -> None:
    coba(usul, r.atasan)
    assert [u.pk for u in to_do_for_author(r.diri)] == [usul.pk]
    layanan.mark_seen(usul_id=usul.pk, actor=r.atasan, at=SAAT)
    assert segar(usul).dilihat_pada is None
    layanan.mark_seen(usul_id=usul.pk, actor=r.diri, at=SAAT)
    assert segar(usul).dilihat_pada == SAAT


@pytest.mark.parametrize("jawab", [coba, belum])
def test_nobody_answers_who_has_no_word_about_it(r: Rantai, usul: UsulPerbaikan, jawab: Any) -> None:
    IkutUsulPabrik(usul=usul, pegawai=r.rekan.pegawai)
    for siapa, galat in ((r.diri, TidakBoleh), (r.rekan, TidakBoleh), (r.kepala, TidakDitemukan)):
        with pytest.raises(galat):
            jawab(usul, siapa)
    with pytest.raises(TidakDitemukan):
        jawab(usul, hr_dari(r.orang.instansi))


def test_a_leader_who_takes_part_does_not_answer(r: Rantai, usul: UsulPerbaikan) -> None:
    IkutUsulPabrik(usul=usul, pegawai=r.atasan.pegawai)
    with pytest.raises(TidakBoleh):
        coba(usul, r.atasan)
    assert to_do_for_leader(r.atasan) == []


def test_who_is_not_on_duty_does_not_answer(r: Rantai, usul: UsulPerbaikan) -> None:
    Pegawai.objects.filter(pk=r.atasan.pegawai_id).update(kedudukan_hukum=KedudukanHukum.CLTN)
    with pytest.raises(TidakBoleh):
        coba(usul, r.atasan)


def test_the_second_answer_is_told_of_the_first(r: Rantai, usul: UsulPerbaikan) -> None:
    coba(usul, r.atasan)
    with pytest.raises(Bentrok, match="sudah dijawab: Dicoba"):
        belum(usul, r.atasan)


def test_what_changed_since_the_page_was_opened_is_told(r: Rantai, usul: UsulPerbaikan) -> None:
    with pytest.raises(Bentrok, match="berubah sejak"):
        coba(usul, r.atasan, versi=usul.versi + 1)


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"uji": UJI._replace(ukur_pada=UJI.mulai)}, "ukur_terlalu_awal"),
        ({"uji": UJI._replace(mulai=date(2026, 11, 1))}, "mulai_terlalu_awal"),
    ],
)
def test_days_of_a_trial_follow_each_other(r: Rantai, usul: UsulPerbaikan, ubah: Any, kode: str) -> None:
    with pytest.raises(DomainError) as salah:
        coba(usul, r.atasan, **ubah)
    assert salah.value.kode == kode


def test_not_yet_has_words(r: Rantai, usul: UsulPerbaikan) -> None:
    with pytest.raises(DomainError, match="Tuliskan penjelasan"):
        belum(usul, r.atasan, kata=" ")
    u = belum(usul, r.atasan)
    assert (u.status, u.alasan_belum, u.kata_jawaban) == (
        StatusUsul.BELUM_DAPAT, AlasanBelum.ANGGARAN, "Tahun depan."
    )  # fmt: skip


def test_the_atasan_of_today_answers(r: Rantai, usul: UsulPerbaikan) -> None:
    baru = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, instansi=r.orang.instansi))
    Pegawai.objects.filter(pk=r.orang.pk).update(atasan=baru.pegawai)
    with pytest.raises(TidakDitemukan):
        coba(usul, r.atasan)
    assert coba(usul, baru).penjawab == baru.pegawai


# -- raised, passed on -------------------------------------------------------------------------------------


def test_after_fourteen_days_it_waits_for_the_leader_above_too(r: Rantai, usul: UsulPerbaikan) -> None:
    tengah_malam = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)  # in WIB
    assert not raise_idea(usul_id=usul.pk, at=tengah_malam - timedelta(seconds=1))
    assert raise_idea(usul_id=usul.pk, at=tengah_malam)
    assert not raise_idea(usul_id=usul.pk, at=tengah_malam)
    u = segar(usul)
    assert (u.tingkat, u.batas, u.naik_pada) == (1, date(2026, 12, 1), tengah_malam)
    assert to_do_for_leader(r.kepala) == to_do_for_leader(r.atasan) == [usul]
    assert coba(u, r.atasan).penjawab == r.atasan.pegawai  # late is better than never


def test_it_rises_to_the_third_leader_and_no_further(r: Rantai, usul: UsulPerbaikan) -> None:
    for ke in (1, 2):
        assert raise_idea(usul_id=usul.pk, at=SAAT + timedelta(days=20 * ke))
    assert not raise_idea(usul_id=usul.pk, at=SAAT + timedelta(days=400))
    assert to_do_for_leader(r.puncak) == [usul]


def test_an_answered_one_does_not_rise(r: Rantai, usul: UsulPerbaikan) -> None:
    coba(usul, r.atasan)
    assert not raise_idea(usul_id=usul.pk, at=SAAT + timedelta(days=40))


def test_the_sweeper_finds_what_is_overdue_and_leaves_what_cannot_rise(
    r: Rantai, usul: UsulPerbaikan
) -> None:
    puncak = UsulPerbaikanPabrik(pegawai=r.kepala.pegawai)  # above them stands nobody but one
    dua = UsulPerbaikanPabrik(pegawai=r.atasan.pegawai, tingkat=1)
    nanti = SAAT + timedelta(days=20)
    assert set(overdue(nanti)) == {usul}
    assert not raise_idea(usul_id=puncak.pk, at=nanti)
    assert not raise_idea(usul_id=dua.pk, at=nanti)
    assert not overdue(SAAT + timedelta(days=13)).exists()


def test_the_sweep_is_safe_to_repeat(usul: UsulPerbaikan) -> None:
    UsulPerbaikan.objects.filter(pk=usul.pk).update(batas=date(2020, 1, 1))
    sapuan = SapuanUsul()
    assert list(sapuan.claimable()) == [usul.pk]
    assert (sapuan.process_one(usul.pk), sapuan.process_one(usul.pk)) == (True, False)
    sapuan.close_finished()
    assert list(sapuan.claimable()) == []


def test_it_is_passed_on_once_with_a_reason_and_then_answered_above(r: Rantai, usul: UsulPerbaikan) -> None:
    with pytest.raises(DomainError, match="Tuliskan mengapa"):
        pass_on(usul_id=usul.pk, alasan=" ", versi=usul.versi, actor=r.atasan, at=SAAT)
    u = pass_on(usul_id=usul.pk, alasan="Menyangkut tiga seksi.", versi=usul.versi, actor=r.atasan, at=SAAT)
    assert (u.tingkat, u.disampaikan_dari, u.batas) == (1, 0, date(2026, 11, 16))
    with pytest.raises(TidakBoleh):
        coba(u, r.atasan)
    with pytest.raises(TidakBoleh, match="sudah pernah"):
        pass_on(usul_id=u.pk, alasan="Lagi.", versi=u.versi, actor=r.kepala, at=SAAT)
    assert coba(u, r.kepala).penjawab == r.kepala.pegawai


def test_at_the_top_nothing_is_passed_on(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.kepala.pegawai)
    with pytest.raises(TidakBoleh):
        pass_on(usul_id=u.pk, alasan="Ke atas.", versi=1, actor=r.puncak, at=SAAT)


def test_a_chain_that_comes_back_ends_there(r: Rantai, usul: UsulPerbaikan) -> None:
    Pegawai.objects.filter(pk=r.kepala.pegawai_id).update(atasan=r.orang)
    assert leaders_of(usul) == [r.atasan.pegawai_id, r.kepala.pegawai_id]


# -- measured ----------------------------------------------------------------------------------------------


@pytest.fixture
def diuji(r: Rantai) -> UsulPerbaikan:
    satu: UsulPerbaikan = UsulPerbaikanPabrik(pegawai=r.orang, dicoba=True)
    return satu


NANTI = SAAT + timedelta(days=20)


def tutup(u: UsulPerbaikan, actor: Any, **lain: Any) -> UsulPerbaikan:
    isi = {"hasil": Hasil(Decimal(20), "Cepat."), "lanjut": True, "versi": u.versi, "at": NANTI, **lain}
    return close_trial(usul_id=u.pk, actor=actor, **isi)


def test_the_author_notes_the_number_and_the_leader_says_what_follows(
    r: Rantai, diuji: UsulPerbaikan
) -> None:
    u = report_effect(usul_id=diuji.pk, hasil=Hasil(Decimal(21)), versi=1, actor=r.diri, at=NANTI)
    assert u.status == StatusUsul.DICOBA
    assert measured_ideas([r.orang.pk])[r.orang.pk] == []
    with pytest.raises(TidakBoleh):
        tutup(u, r.diri)
    u = tutup(u, r.atasan)
    [bukti] = measured_ideas([r.orang.pk])[r.orang.pk]
    assert "Lama menunggu: 45 menit menjadi 20 menit. Membaik." in bukti.teks
    assert (u.status, u.dilihat_pada) == (StatusUsul.DITERUSKAN, None)


def test_it_goes_on_only_with_a_number_but_may_end_without(r: Rantai, diuji: UsulPerbaikan) -> None:
    with pytest.raises(DomainError, match="Isi angka sesudahnya"):
        tutup(diuji, r.atasan, hasil=Hasil(None))
    u = tutup(diuji, r.atasan, hasil=Hasil(None), lanjut=False)
    assert u.status == StatusUsul.DIHENTIKAN
    assert measured_ideas([r.orang.pk])[r.orang.pk] == []
    with pytest.raises(Bentrok, match="tidak dicoba"):
        tutup(diuji, r.atasan)


def test_a_number_is_asked_of_who_notes_one_and_not_before_the_beginning(
    r: Rantai, diuji: UsulPerbaikan
) -> None:
    with pytest.raises(DomainError, match="Isi angka sesudahnya"):
        report_effect(usul_id=diuji.pk, hasil=Hasil(None), versi=1, actor=r.diri, at=NANTI)
    with pytest.raises(DomainError, match="belum mulai"):
        report_effect(usul_id=diuji.pk, hasil=Hasil(Decimal(1)), versi=1, actor=r.diri, at=SAAT)


def test_an_ended_one_with_a_number_is_evidence_too_of_all_who_said_yes(
    r: Rantai, diuji: UsulPerbaikan
) -> None:
    IkutUsulPabrik(usul=diuji, pegawai=r.rekan.pegawai)
    lain = IkutUsulPabrik(usul=diuji, diajak=True).pegawai
    tutup(diuji, r.atasan, lanjut=False)
    hasil = measured_ideas([r.orang.pk, r.rekan.pegawai_id, lain.pk])
    assert [len(hasil[pk]) for pk in (r.orang.pk, r.rekan.pegawai_id, lain.pk)] == [1, 1, 0]


def test_evidence_costs_two_queries_however_many_there_are(r: Rantai) -> None:
    for _ in range(8):
        IkutUsulPabrik(usul=UsulPerbaikanPabrik(pegawai=r.orang, terukur=True), pegawai=r.rekan.pegawai)
    with CaptureQueriesContext(
        connection,
    ) as q:
        assert len(measured_ideas([r.orang.pk, r.rekan.pegawai_id])[r.rekan.pegawai_id]) == 8
    assert len(q) == 2


# -- read by the instansi ----------------------------------------------------------------------------------


def test_everybody_of_the_instansi_reads_what_was_tried_and_how_often_it_was_copied(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, dicoba=True)
    UsulPerbaikanPabrik(pegawai=r.rekan.pegawai, asal=u)
    UsulPerbaikanPabrik(pegawai=r.orang, belum=True)
    UsulPerbaikanPabrik(pegawai__instansi__kode="nabire", dicoba=True)
    [satu] = tried_in(r.orang.instansi_id)
    assert (satu.pk, satu.disalin) == (u.pk, 1)  # type: ignore[attr-defined]
    assert tried_in(r.orang.instansi_id, sebelum=u.pk) == []


def test_who_was_given_a_chance_is_told_since_a_day(r: Rantai) -> None:
    u = UsulPerbaikanPabrik(pegawai=r.orang, dicoba=True)
    assert tried_by([r.orang.pk], sejak=SAAT) == [(r.orang.pk, u.dijawab_pada)]
    assert tried_by([r.orang.pk], sejak=NANTI) == []


# -- the table holds on its own ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "isi",
    [
        {"status": StatusUsul.DICOBA},
        {"status": StatusUsul.BELUM_DAPAT},
        {"status": StatusUsul.DITARIK},
        {"status": StatusUsul.DITERUSKAN},
        {"masalah": ""},
    ],
)
def test_no_state_without_what_belongs_to_it(usul: UsulPerbaikan, isi: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        UsulPerbaikan.objects.filter(pk=usul.pk).update(**isi)


def test_no_table_takes_an_answer_to_oneself(usul: UsulPerbaikan) -> None:
    u = UsulPerbaikanPabrik(pegawai=usul.pegawai, terukur=True)
    for ruas in ("penjawab", "penutup"):
        with pytest.raises(IntegrityError), transaction.atomic():
            UsulPerbaikan.objects.filter(pk=u.pk).update(**{ruas: u.pegawai_id})
