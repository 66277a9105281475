"""An idea is sent, answered, raised, passed on, tried, measured: by whom, when, and never by oneself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.models import Jejak
from kinerja.enums import NamaUsul, StatusUsul
from kinerja.models import IkutUsul, UsulPerbaikan
from kinerja.services import usul_perbaikan as layanan
from kinerja.services.usul_perbaikan_baca import (
    author_name,
    measured_ideas,
    to_do_for_author,
    to_do_for_leader,
)
from kinerja.tests.langkah_usul_perbaikan import ISI, belum, coba, segar
from kinerja.tests.pabrik_usul_perbaikan import (
    SAAT,
    IkutUsulPabrik,
    Rantai,
    UsulPerbaikanPabrik,
    rantai_pabrik,
)
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

pytestmark = pytest.mark.django_db


@pytest.fixture
def r() -> Rantai:
    return rantai_pabrik()


@pytest.fixture
def usul(r: Rantai) -> UsulPerbaikan:
    return layanan.send_idea(isi=ISI, kunci=uuid4(), actor=r.diri, at=SAAT)


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


def test_nobody_joins_what_is_over(r: Rantai) -> None:
    usai = UsulPerbaikanPabrik(pegawai=r.orang, terukur=True)
    IkutUsulPabrik(usul=usai, pegawai=r.rekan.pegawai, diajak=True)
    with pytest.raises(DomainError, match="sudah selesai"):
        layanan.join_idea(usul_id=usai.pk, actor=r.rekan, at=SAAT)
    assert measured_ideas([r.rekan.pegawai_id])[r.rekan.pegawai_id] == []
