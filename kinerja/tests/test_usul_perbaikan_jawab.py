"""An idea is answered, rises and is passed on: by whom and when, never by oneself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import AlasanBelum, StatusUsul
from kinerja.models import UsulPerbaikan
from kinerja.services import usul_perbaikan as layanan
from kinerja.services.usul_perbaikan_baca import (
    leaders_of,
    to_do_for_author,
    to_do_for_leader,
)
from kinerja.services.usul_perbaikan_jawab import (
    pass_on,
)
from kinerja.services.usul_perbaikan_naik import SapuanUsul, overdue, raise_idea
from kinerja.tests.langkah_usul_perbaikan import ISI, UJI, belum, coba, segar
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


@pytest.fixture
def r() -> Rantai:
    return rantai_pabrik()


@pytest.fixture
def usul(r: Rantai) -> UsulPerbaikan:
    return layanan.send_idea(isi=ISI, kunci=uuid4(), actor=r.diri, at=SAAT)


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


@pytest.mark.parametrize("tingkat", [0, 1])
def test_a_chain_that_comes_back_keeps_nobody_behind_it(r: Rantai, usul: UsulPerbaikan, tingkat: int) -> None:
    melingkar = PegawaiPabrik(struktural=True)
    Pegawai.objects.filter(pk=melingkar.pk).update(atasan=melingkar.pk)
    bawah = PegawaiPabrik(pelaksana=True, atasan=melingkar)
    buntu = UsulPerbaikanPabrik(pegawai=bawah, tingkat=tingkat)
    berdua = PegawaiPabrik(struktural=True)
    Pegawai.objects.filter(pk=berdua.pk).update(atasan=PegawaiPabrik(struktural=True, atasan=berdua))
    UsulPerbaikanPabrik(pegawai=Pegawai.objects.get(pk=berdua.pk), tingkat=tingkat)
    nanti = SAAT + timedelta(days=20)
    assert not raise_idea(usul_id=buntu.pk, at=nanti)
    assert set(overdue(nanti)) == {usul}


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
