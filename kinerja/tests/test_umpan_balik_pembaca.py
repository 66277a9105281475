"""Who reads what: feedback goes with the person, private notes stay with whoever wrote them."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from asn_karier.lib.models import Jejak
from asn_karier.lib.sandi import TAK_TERBUKA
from kinerja.models import CatatanPimpinan, UmpanBalik
from kinerja.rules.masa_siklus import Masa
from kinerja.services.catatan_pimpinan import add_note, delete_note, read_notes
from kinerja.services.umpan_balik_baca import feedback_between, feedback_counts, last_given
from kinerja.tests.pabrik_umpan_balik import SAAT, CatatanPabrik, TanggapanPabrik, UmpanBalikPabrik
from pegawai.enums import JenisPeran, KedudukanHukum
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, PeranPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db
TW_IV = Masa(date(2026, 10, 1), date(2026, 12, 31))


@pytest.fixture
def atasan():
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, nama="Atasan"))


@pytest.fixture
def diri(atasan):
    return PenggunaPabrik(pegawai=PegawaiPabrik(atasan=atasan.pegawai, nama="Diri"))


@pytest.fixture
def luar():
    return PenggunaPabrik(pegawai=PegawaiPabrik(nama="Luar"))


def pindah(diri):
    """Another leader from now on."""
    baru = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, nama="Atasan baru"))
    diri.pegawai.atasan = baru.pegawai
    diri.pegawai.save()
    return baru


def terbaca(siapa):
    return UmpanBalik.objects.visible_to(siapa).count()


def test_the_person_the_giver_and_the_atasan_read_it_and_an_outsider_does_not(atasan, diri, luar):
    rekan = PenggunaPabrik(pegawai=PegawaiPabrik(nama="Rekan"))
    UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=rekan.pegawai)
    assert [terbaca(s) for s in (diri, rekan, atasan, luar)] == [1, 1, 1, 0]


def test_no_role_opens_it(atasan, diri):
    UmpanBalikPabrik(pegawai=diri.pegawai)
    auditor = PenggunaPabrik(is_staff=True)
    PeranPabrik(pengguna=auditor, jenis=JenisPeran.AUDITOR, instansi=diri.pegawai.instansi)
    for orang in (hr_dari(diri.pegawai.instansi), auditor, PenggunaPabrik(is_superuser=True)):
        assert terbaca(orang) == 0


def test_the_next_atasan_reads_what_the_former_wrote_and_the_former_only_that(atasan, diri):
    UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=atasan.pegawai)
    UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=PegawaiPabrik())
    baru = pindah(diri)
    assert (terbaca(baru), terbaca(atasan)) == (2, 1)


def test_a_leader_who_left_duty_reads_only_what_they_wrote(atasan, diri):
    UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=PegawaiPabrik())
    atasan.pegawai.kedudukan_hukum = KedudukanHukum.CLTN
    atasan.pegawai.save()
    assert terbaca(atasan) == 0


# -- private notes ------------------------------------------------------------------------------


def catat(actor, diri, **lain):
    isi = {"isi": "Rahasia.", "kunci": uuid4(), "at": SAAT} | lain
    return add_note(pegawai_id=diri.pegawai.pk, actor=actor, **isi)


def test_a_note_is_read_by_whoever_wrote_it_and_nobody_else(atasan, diri, luar):
    catat(atasan, diri)
    assert [c.isi for c in read_notes(pengguna=atasan, pegawai_id=diri.pegawai.pk)] == ["Rahasia."]
    lain = (diri, luar, hr_dari(diri.pegawai.instansi), PenggunaPabrik(is_superuser=True))
    assert [read_notes(pengguna=s, pegawai_id=diri.pegawai.pk) for s in lain] == [[], [], [], []]


def test_a_note_stays_with_the_former_atasan(atasan, diri):
    catat(atasan, diri)
    baru = pindah(diri)
    assert read_notes(pengguna=baru, pegawai_id=diri.pegawai.pk) == []
    assert len(read_notes(pengguna=atasan, pegawai_id=diri.pegawai.pk)) == 1
    with pytest.raises(TidakDitemukan):
        catat(atasan, diri)


def test_a_note_does_not_lie_open_in_the_table_and_leaves_no_trail(atasan, diri):
    catat(atasan, diri)
    assert "Rahasia" not in CatatanPimpinan.objects.get().sandi
    assert not Jejak.objects.exists()


def test_a_note_under_a_lost_key_says_so(atasan, diri):
    CatatanPabrik(pegawai=diri.pegawai, sandi="rusak")
    assert [c.isi for c in read_notes(pengguna=atasan, pegawai_id=diri.pegawai.pk)] == [TAK_TERBUKA]


def test_only_the_leader_notes_and_deletes(atasan, diri, luar):
    for orang in (diri, luar):
        with pytest.raises(TidakDitemukan):
            catat(orang, diri)
    pk = catat(atasan, diri).pk
    for orang in (diri, luar):
        with pytest.raises(TidakDitemukan):
            delete_note(catatan_id=pk, actor=orang)
    assert delete_note(catatan_id=pk, actor=atasan) == diri.pegawai.pk
    assert not CatatanPimpinan.objects.exists()


def test_a_second_click_makes_no_second_note(atasan, diri):
    kunci = uuid4()
    assert catat(atasan, diri, kunci=kunci).pk == catat(atasan, diri, kunci=kunci).pk


def test_other_words_from_an_old_page_are_not_lost_in_silence(atasan, diri):
    kunci = uuid4()
    catat(atasan, diri, kunci=kunci)
    with pytest.raises(Bentrok):
        catat(atasan, diri, kunci=kunci, isi="Kalimat lain.")


@pytest.mark.parametrize(("teks", "kode"), [(" ", "catatan_kosong"), ("a" * 1001, "catatan_panjang")])
def test_a_note_has_words_and_an_end(atasan, diri, teks, kode):
    with pytest.raises(DomainError) as salah:
        catat(atasan, diri, isi=teks)
    assert salah.value.kode == kode


# -- beside a rating ----------------------------------------------------------------------------


def test_beside_a_rating_stand_own_notes_and_the_feedback_of_everybody(atasan, diri):
    kuat = UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=PegawaiPabrik())
    lemah = UmpanBalikPabrik(pegawai=diri.pegawai, perbaikan=True)
    CatatanPabrik(pegawai=diri.pegawai, isi="Tanyakan beban.")
    CatatanPabrik(pegawai=diri.pegawai, pimpinan=PegawaiPabrik(), isi="Milik orang lain.")
    bahan = feedback_between(pegawai=diri.pegawai, masa=TW_IV, pengguna=atasan)
    assert (bahan.kekuatan, bahan.perbaikan) == ([kuat], [lemah])
    assert ([c.isi for c in bahan.catatan], bahan.jumlah) == (["Tanyakan beban."], 3)


def test_the_edges_of_a_period_are_those_of_the_clock_of_the_person(atasan, diri):
    unit = UnitKerjaPabrik(instansi=diri.pegawai.instansi, zona_waktu="Asia/Jayapura")
    diri.pegawai.unit = unit
    diri.pegawai.save()
    # 30 September 15.30 UTC is 1 October 00.30 WIT; 31 December 15.00 UTC is 1 January 00.00 WIT.
    dalam = UmpanBalikPabrik(pegawai=diri.pegawai, dikirim_pada=datetime(2026, 9, 30, 15, 30, tzinfo=UTC))
    UmpanBalikPabrik(pegawai=diri.pegawai, dikirim_pada=datetime(2026, 12, 31, 15, 0, tzinfo=UTC))
    bahan = feedback_between(pegawai=diri.pegawai, masa=TW_IV, pengguna=atasan)
    assert bahan.kekuatan == [dalam]
    hitung = feedback_counts(pegawai=[diri.pegawai], masa=TW_IV, pengguna=atasan)
    assert hitung == {diri.pegawai.pk: 1}


def test_what_stands_beside_a_rating_was_seen(atasan, diri):
    u = UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=PegawaiPabrik())
    feedback_between(pegawai=diri.pegawai, masa=TW_IV, pengguna=atasan)
    u.refresh_from_db()
    assert u.dilihat_pada is not None


def test_an_outsider_gets_nothing_beside_a_rating(diri, luar):
    UmpanBalikPabrik(pegawai=diri.pegawai)
    CatatanPabrik(pegawai=diri.pegawai)
    assert feedback_between(pegawai=diri.pegawai, masa=TW_IV, pengguna=luar).jumlah == 0
    assert feedback_counts(pegawai=[diri.pegawai], masa=TW_IV, pengguna=luar) == {diri.pegawai.pk: 0}


def test_counts_agree_with_what_is_shown_and_see_nothing(atasan, diri):
    u = UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=PegawaiPabrik())
    CatatanPabrik(pegawai=diri.pegawai)
    hitung = feedback_counts(pegawai=[diri.pegawai], masa=TW_IV, pengguna=atasan)
    u.refresh_from_db()
    assert u.dilihat_pada is None
    jumlah = feedback_between(pegawai=diri.pegawai, masa=TW_IV, pengguna=atasan).jumlah
    assert hitung == {diri.pegawai.pk: jumlah}


def test_the_last_feedback_is_that_of_the_leader_themself(atasan, diri):
    UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=PegawaiPabrik())
    assert last_given(pegawai_ids=[diri.pegawai.pk], pengguna=atasan) == {}
    UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=atasan.pegawai)
    assert last_given(pegawai_ids=[diri.pegawai.pk], pengguna=atasan) == {diri.pegawai.pk: SAAT}


def test_much_feedback_costs_no_more_queries(atasan, diri):
    def biaya():
        with CaptureQueriesContext(
            connection,
        ) as kueri:
            feedback_between(pegawai=diri.pegawai, masa=TW_IV, pengguna=atasan)
        return len(kueri)

    TanggapanPabrik(umpan_balik=UmpanBalikPabrik(pegawai=diri.pegawai))
    CatatanPabrik(pegawai=diri.pegawai)
    biaya()
    satu = biaya()
    for _ in range(9):
        u = UmpanBalikPabrik(pegawai=diri.pegawai, dilihat_pada=SAAT)
        TanggapanPabrik(umpan_balik=u)
        CatatanPabrik(pegawai=diri.pegawai)
    assert biaya() == satu
