"""Feedback: who may give it to whom, once, and take it back while nobody saw it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from kinerja.enums import HubunganPemberi, JenisUmpanBalik, NilaiBerakhlak, TentangUmpanBalik
from kinerja.models import TanggapanUmpanBalik, UmpanBalik
from kinerja.services.umpan_balik import (
    PALING_BANYAK_SEHARI,
    IsiUmpanBalik,
    mark_read,
    reply,
    send_feedback,
    withdraw_feedback,
)
from kinerja.services.umpan_balik_baca import newest_feedback, open_one, open_received, received_count
from kinerja.tests.pabrik_umpan_balik import SAAT, UmpanBalikPabrik
from pegawai.enums import KedudukanHukum
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db
ISI = IsiUmpanBalik(
    jenis=JenisUmpanBalik.KEKUATAN,
    tentang=TentangUmpanBalik.HASIL_KERJA,
    peristiwa="Laporan selesai lebih awal.",
    dampak="Rapat berjalan lancar.",
    berikutnya="Bagikan caranya.",
)


@pytest.fixture
def atasan():
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, nama="Atasan"))


@pytest.fixture
def diri(atasan):
    unit = UnitKerjaPabrik(instansi=atasan.pegawai.instansi)
    return PenggunaPabrik(pegawai=PegawaiPabrik(atasan=atasan.pegawai, unit=unit, nama="Diri"))


@pytest.fixture
def rekan(diri):
    return PenggunaPabrik(pegawai=PegawaiPabrik(unit=diri.pegawai.unit, nama="Rekan"))


@pytest.fixture
def luar():
    return PenggunaPabrik(pegawai=PegawaiPabrik(nama="Luar"))


def kirim(dari, kepada, **lain):
    isi = {"isi": ISI, "kunci": uuid4(), "pembaca": kepada.pegawai.atasan_id, "at": SAAT} | lain
    return send_feedback(pegawai_id=kepada.pegawai.pk, actor=dari, **isi)


def test_a_leader_a_colleague_and_a_subordinate_may_give_it(atasan, diri, rekan):
    assert kirim(atasan, diri).hubungan == HubunganPemberi.ATASAN
    assert kirim(rekan, diri).hubungan == HubunganPemberi.REKAN
    assert kirim(diri, atasan).hubungan == HubunganPemberi.BAWAHAN


def test_a_stranger_and_oneself_may_not(diri, luar):
    for dari in (luar, diri):
        with pytest.raises(TidakDitemukan):
            kirim(dari, diri)


def test_a_colleague_of_another_instansi_is_a_stranger(diri):
    sana = PegawaiPabrik(instansi=InstansiPabrik(kode="lain"), atasan=diri.pegawai.atasan)
    with pytest.raises(TidakDitemukan):
        kirim(PenggunaPabrik(pegawai=sana), diri)


def test_whoever_is_not_on_duty_gives_none(diri, rekan):
    rekan.pegawai.kedudukan_hukum = KedudukanHukum.CLTN
    rekan.pegawai.save()
    with pytest.raises(TidakDitemukan):
        kirim(rekan, diri)


def test_a_second_click_is_the_same_feedback(atasan, diri):
    kunci = uuid4()
    assert kirim(atasan, diri, kunci=kunci).pk == kirim(atasan, diri, kunci=kunci).pk
    assert UmpanBalik.objects.count() == 1


def test_other_words_under_an_old_key_are_not_lost_in_silence(atasan, diri):
    kunci = uuid4()
    kirim(atasan, diri, kunci=kunci)
    with pytest.raises(Bentrok) as salah:
        kirim(atasan, diri, kunci=kunci, isi=ISI._replace(dampak="Lain."))
    assert salah.value.kode == "sudah_terkirim"


def test_a_reader_who_changed_meanwhile_is_named_before_it_is_sent(diri, rekan):
    lama = diri.pegawai.atasan_id
    diri.pegawai.atasan = PegawaiPabrik(struktural=True)
    diri.pegawai.save()
    with pytest.raises(Bentrok) as salah:
        kirim(rekan, diri, pembaca=lama)
    assert salah.value.kode == "pembaca_berganti"
    assert not UmpanBalik.objects.exists()


@pytest.mark.parametrize("ruas", ["peristiwa", "dampak", "berikutnya"])
@pytest.mark.parametrize(("teks", "kode"), [("  ", "kalimat_kosong"), ("a" * 501, "kalimat_panjang")])
def test_each_of_the_three_sentences_is_asked_for(atasan, diri, ruas, teks, kode):
    with pytest.raises(DomainError) as salah:
        kirim(atasan, diri, isi=ISI._replace(**{ruas: teks}))
    assert salah.value.kode == kode


def test_a_value_is_named_for_perilaku_only(atasan, diri):
    with pytest.raises(DomainError, match="perilaku"):
        kirim(atasan, diri, isi=ISI._replace(nilai=NilaiBerakhlak.ADAPTIF))
    u = kirim(
        atasan, diri, isi=ISI._replace(nilai=NilaiBerakhlak.ADAPTIF, tentang=TentangUmpanBalik.PERILAKU)
    )
    assert u.get_nilai_display() == "Adaptif"


def test_a_flood_is_stopped(atasan, diri):
    UmpanBalikPabrik.create_batch(PALING_BANYAK_SEHARI, pegawai=diri.pegawai)
    with pytest.raises(DomainError, match="24 jam"):
        kirim(atasan, diri)


def test_the_database_refuses_feedback_to_oneself(diri):
    with pytest.raises(IntegrityError), transaction.atomic():
        UmpanBalikPabrik(pegawai=diri.pegawai, pemberi=diri.pegawai)


def test_the_trail_of_hr_does_not_tell_who_wrote_to_whom(rekan, diri):
    u = kirim(rekan, diri)
    baris = Jejak.objects.get(tindakan="beri_umpan_balik")
    assert (baris.subjek_jenis, baris.subjek_id, baris.rincian) == ("umpan_balik", u.pk, {})


# -- taking it back -----------------------------------------------------------------------------


def test_what_nobody_saw_is_taken_back_and_its_text_is_gone(atasan, diri):
    u = kirim(atasan, diri)
    withdraw_feedback(umpan_balik_id=u.pk, actor=atasan, at=SAAT + timedelta(minutes=30))
    u.refresh_from_db()
    assert (u.peristiwa, u.dampak, u.berikutnya) == ("", "", "")
    assert open_received(saya=diri.pegawai, banyak=9) == []
    assert received_count(diri.pegawai).jumlah == 0


def test_what_was_seen_stays(atasan, diri):
    u = kirim(atasan, diri)
    open_received(saya=diri.pegawai, banyak=9)
    with pytest.raises(Bentrok, match="sudah dibaca"):
        withdraw_feedback(umpan_balik_id=u.pk, actor=atasan, at=SAAT)


def test_what_the_giver_looks_at_again_counts_as_unseen(atasan, diri):
    u = kirim(atasan, diri)
    open_one(umpan_balik_id=u.pk, pengguna=atasan, at=SAAT)
    withdraw_feedback(umpan_balik_id=u.pk, actor=atasan, at=SAAT)


def test_after_the_time_it_stays(atasan, diri, settings):
    settings.ASN_UMPAN_BALIK_TARIK_MENIT = 10
    u = kirim(atasan, diri)
    with pytest.raises(DomainError, match="10 menit"):
        withdraw_feedback(umpan_balik_id=u.pk, actor=atasan, at=SAAT + timedelta(minutes=11))


def test_nobody_but_the_giver_takes_it_back(atasan, diri, luar):
    u = kirim(atasan, diri)
    for orang in (diri, luar, PenggunaPabrik()):
        with pytest.raises(TidakDitemukan):
            withdraw_feedback(umpan_balik_id=u.pk, actor=orang, at=SAAT)


# -- reading and answering ----------------------------------------------------------------------


def test_a_receipt_keeps_its_first_moment(atasan, diri):
    u = kirim(atasan, diri)
    for menit in (1, 5):
        mark_read(umpan_balik_id=u.pk, actor=diri, at=SAAT + timedelta(minutes=menit))
    u.refresh_from_db()
    assert u.dibaca_pada == SAAT + timedelta(minutes=1)


def test_only_the_person_says_that_it_was_read(atasan, diri, luar):
    u = kirim(atasan, diri)
    for orang in (atasan, luar):
        with pytest.raises(TidakDitemukan):
            mark_read(umpan_balik_id=u.pk, actor=orang, at=SAAT)


def test_the_home_page_shows_only_what_was_read(atasan, diri):
    u = kirim(atasan, diri)
    assert newest_feedback(saya=diri.pegawai, banyak=2) == []
    mark_read(umpan_balik_id=u.pk, actor=diri, at=SAAT)
    assert newest_feedback(saya=diri.pegawai, banyak=2) == [u]


def jawab(u, siapa, **lain):
    return reply(umpan_balik_id=u.pk, actor=siapa, **({"isi": "Baik.", "kunci": uuid4(), "at": SAAT} | lain))


def test_the_two_answer_each_other_in_order(rekan, diri):
    u = kirim(rekan, diri)
    jawab(u, diri, isi="Saya jadwalkan.")
    jawab(u, rekan, isi="Terima kasih.")
    assert [t.isi for t in u.tanggapan.all()] == ["Saya jadwalkan.", "Terima kasih."]
    u.refresh_from_db()
    assert u.dibaca_pada == SAAT


def test_the_atasan_reads_along_and_says_nothing(rekan, diri, atasan):
    u = kirim(rekan, diri)
    with pytest.raises(TidakBoleh):
        jawab(u, atasan)


def test_a_stranger_does_not_find_it(rekan, diri, luar):
    u = kirim(rekan, diri)
    with pytest.raises(TidakDitemukan):
        jawab(u, luar)
    with pytest.raises(TidakDitemukan):
        open_one(umpan_balik_id=u.pk, pengguna=luar, at=SAAT)


def test_a_second_click_on_an_answer_is_one_answer(rekan, diri):
    u, kunci = kirim(rekan, diri), uuid4()
    jawab(u, diri, kunci=kunci)
    jawab(u, diri, kunci=kunci)
    assert TanggapanUmpanBalik.objects.count() == 1
    with pytest.raises(Bentrok):
        jawab(u, diri, kunci=kunci, isi="Lain.")
