"""Drafts: kept encrypted, one per person and form, never another person's, gone when old."""

from datetime import UTC, datetime, timedelta

import pytest

from asn_karier.lib.draf_isian import (
    SAPUAN,
    TERBANYAK,
    TERPANJANG,
    UMUR,
    baca_draf,
    lupakan_draf,
    sapu_draf,
    simpan_draf,
)
from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.models import Draf
from asn_karier.lib.tasks import sapuan_terdaftar
from asn_karier.lib.tests.lomba import berlomba, bersamaan, kode_atau_hasil

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
NANTI = AT + timedelta(minutes=1)
JALAN = "/kinerja/refleksi/1/"


def simpan(kata="Halo", at=AT, orang=7, kunci=JALAN, versi=None):
    return simpan_draf(pengguna_id=orang, kunci=kunci, isi={"isi": [kata]}, at=at, versi=versi)


def test_the_words_come_back_to_whoever_typed_them_and_to_nobody_else():
    simpan()
    assert baca_draf(pengguna_id=7, kunci=JALAN).isi == {"isi": ["Halo"]}
    assert baca_draf(pengguna_id=8, kunci=JALAN) is None
    assert baca_draf(pengguna_id=7, kunci="/lain/") is None


def test_the_words_do_not_stand_in_the_table():
    simpan("Atasan saya sakit")
    assert "sakit" not in Draf.objects.get().isi


def test_the_same_words_keep_the_moment_at_which_they_came_in():
    simpan()
    assert simpan(at=NANTI).pada == AT
    assert simpan("Lain", at=NANTI).pada == NANTI


def test_a_page_that_began_before_another_one_saved_does_not_write_over_it():
    pertama = simpan()
    simpan("Dari tab lain", versi=pertama.versi)
    with pytest.raises(Bentrok, match="tab atau perangkat lain"):
        simpan("Dari tab lama", versi=pertama.versi)
    assert baca_draf(pengguna_id=7, kunci=JALAN).isi == {"isi": ["Dari tab lain"]}


def test_what_is_too_long_is_refused_and_the_older_words_stay():
    simpan()
    with pytest.raises(DomainError, match="terlalu panjang"):
        simpan("x" * TERPANJANG)
    assert baca_draf(pengguna_id=7, kunci=JALAN).isi == {"isi": ["Halo"]}


def test_the_draft_that_lay_longest_makes_room():
    for ke in range(TERBANYAK + 1):
        simpan(kunci=f"/f/{ke}/", at=AT + timedelta(seconds=ke))
    simpan(orang=8)
    assert baca_draf(pengguna_id=7, kunci="/f/0/") is None
    assert Draf.objects.filter(pengguna_id=7).count() == TERBANYAK
    assert baca_draf(pengguna_id=8, kunci=JALAN) is not None


def test_a_draft_that_no_key_opens_is_none(settings):
    simpan()
    settings.ASN_NIK_KEYS = ["bGFpbi1sYWluLWxhaW4tbGFpbi1sYWluLWxhaW4tbGE="]
    assert baca_draf(pengguna_id=7, kunci=JALAN) is None
    assert simpan("Baru").versi == 2


def test_a_draft_that_was_sent_is_forgotten():
    simpan()
    lupakan_draf(pengguna_id=7, kunci=JALAN)
    assert not Draf.objects.exists()


def test_drafts_that_nobody_came_back_to_are_swept():
    simpan()
    simpan(kunci="/baru/", at=AT + timedelta(days=1))
    assert sapu_draf(at=AT + UMUR) == 0
    assert sapu_draf(at=AT + UMUR + timedelta(seconds=1)) == 1
    assert Draf.objects.get().kunci == "/baru/"


def test_the_sweeper_of_every_worker_does_it():
    simpan()
    sapuan = sapuan_terdaftar()[SAPUAN]
    assert list(sapuan.claimable()) == []
    assert sapuan.process_one(1) is False
    sapuan.close_finished()
    assert not Draf.objects.filter(disimpan_pada__lt=datetime.now(UTC) - UMUR).exists()


@bersamaan
def test_two_first_saves_at_once_make_one_draft():
    hasil = berlomba(*(kode_atau_hasil(lambda kata=kata: simpan(kata).versi) for kata in ("Satu", "Dua")))
    assert sorted(hasil) == [1, 2]
    assert Draf.objects.count() == 1
