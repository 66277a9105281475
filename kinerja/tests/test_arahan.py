"""Directions: to people below only, fixed when sent, with the day on the clock of each recipient."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from kinerja.enums import SasaranArahan, StatusArahan
from kinerja.models import Arahan, PenerimaArahan
from kinerja.services.arahan import (
    IsiArahan,
    Untuk,
    acknowledge,
    cancel_direction,
    give_direction,
    report_progress,
)
from kinerja.services.arahan_baca import deadline_of, given, given_one, late_ones, received, waiting
from kinerja.services.bawahan import people_below, units_below
from kinerja.tests.pabrik_umpan_balik import SAAT, PenerimaPabrik
from pegawai.enums import KedudukanHukum
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db
ISI = IsiArahan("Siapkan laporan persediaan", "Sertakan grafik.", date(2026, 12, 15))
LANGSUNG = Untuk(SasaranArahan.BAWAHAN_LANGSUNG)


@pytest.fixture
def kepala():
    return PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True, nama="Kepala"))


@pytest.fixture
def unit(kepala):
    dinas = UnitKerjaPabrik(instansi=kepala.pegawai.instansi, nama="Dinas")
    return UnitKerjaPabrik(instansi=kepala.pegawai.instansi, nama="Puskesmas", induk=dinas)


@pytest.fixture
def diri(kepala, unit):
    return PenggunaPabrik(pegawai=PegawaiPabrik(atasan=kepala.pegawai, unit=unit, nama="Diri"))


@pytest.fixture
def cucu(diri, unit):
    return PegawaiPabrik(atasan=diri.pegawai, unit=unit, nama="Cucu")


@pytest.fixture
def luar(unit):
    """Of the same unit, but led by somebody else."""
    return PenggunaPabrik(pegawai=PegawaiPabrik(unit=unit, nama="Luar"))


def beri(actor, untuk=LANGSUNG, **lain):
    return give_direction(untuk=untuk, actor=actor, **({"isi": ISI, "kunci": uuid4(), "at": SAAT} | lain))


def penerima(arahan):
    return set(arahan.penerima.values_list("pegawai_id", flat=True))


def test_it_reaches_one_direct_report(kepala, diri, cucu):
    arahan = beri(kepala, Untuk(SasaranArahan.ORANG, diri.pegawai.pk))
    assert penerima(arahan) == {diri.pegawai.pk}


def test_it_reaches_all_direct_reports(kepala, diri, cucu):
    lain = PegawaiPabrik(atasan=kepala.pegawai)
    assert penerima(beri(kepala)) == {diri.pegawai.pk, lain.pk}


def test_it_reaches_everybody_below_in_a_unit_and_under_it_but_nobody_led_by_others(
    kepala, diri, cucu, luar, unit
):
    arahan = beri(kepala, Untuk(SasaranArahan.UNIT, unit.induk.pk))
    assert penerima(arahan) == {diri.pegawai.pk, cucu.pk}


def test_the_recipients_are_those_of_the_day_it_was_sent(kepala, diri):
    arahan = beri(kepala)
    PegawaiPabrik(atasan=kepala.pegawai)
    assert penerima(arahan) == {diri.pegawai.pk}


def test_nobody_directs_a_stranger_nor_somebody_elses_people(kepala, diri, cucu, luar):
    for kunci in (luar.pegawai.pk, cucu.pk, kepala.pegawai.pk):
        with pytest.raises(TidakDitemukan):
            beri(kepala, Untuk(SasaranArahan.ORANG, kunci))
    with pytest.raises(TidakDitemukan):
        beri(kepala, Untuk(SasaranArahan.UNIT, 999_999))


def test_whoever_leads_nobody_reaches_nobody(luar):
    with pytest.raises(DomainError) as salah:
        beri(luar)
    assert salah.value.kode == "penerima_kosong"


def test_a_circle_of_atasan_ends(kepala, diri):
    kepala.pegawai.atasan = diri.pegawai
    kepala.pegawai.save()
    assert set(people_below(kepala.pegawai)) == {diri.pegawai.pk}


def test_a_leader_who_is_not_on_duty_leads_nobody(kepala, diri):
    kepala.pegawai.kedudukan_hukum = KedudukanHukum.CLTN
    kepala.pegawai.save()
    with pytest.raises(DomainError):
        beri(kepala)


def test_units_below_are_those_where_people_work_and_what_stands_above_them(kepala, diri, unit):
    kepala.pegawai.unit = unit.induk
    kepala.pegawai.save()
    UnitKerjaPabrik(instansi=kepala.pegawai.instansi, nama="Kosong")
    assert units_below(kepala.pegawai, people_below(kepala.pegawai)) == [unit.induk, unit]


def test_a_second_click_sends_once(kepala, diri):
    kunci = uuid4()
    assert beri(kepala, kunci=kunci).pk == beri(kepala, kunci=kunci).pk
    assert (Arahan.objects.count(), PenerimaArahan.objects.count()) == (1, 1)
    with pytest.raises(Bentrok):
        beri(kepala, kunci=kunci, isi=ISI._replace(judul="Lain"))


def test_the_same_words_to_another_person_are_another_direction(kepala, diri):
    lain, kunci = PegawaiPabrik(atasan=kepala.pegawai, nama="Lain"), uuid4()
    arahan = beri(kepala, Untuk(SasaranArahan.ORANG, diri.pegawai.pk), kunci=kunci)
    with pytest.raises(Bentrok):
        beri(kepala, Untuk(SasaranArahan.ORANG, lain.pk), kunci=kunci)
    assert beri(kepala, Untuk(SasaranArahan.ORANG, diri.pegawai.pk), kunci=kunci) == arahan


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (ISI._replace(judul=" "), "judul_kosong"),
        (ISI._replace(isi="a" * 1001), "arahan_panjang"),
        (ISI._replace(tenggat=date(2026, 11, 19)), "tenggat_lewat"),
    ],
)
def test_what_is_asked_has_words_and_a_day_to_come(kepala, diri, isi, kode):
    with pytest.raises(DomainError) as salah:
        beri(kepala, isi=isi)
    assert salah.value.kode == kode


# -- the clock ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zona", "akhir", "teks"),
    [
        ("Asia/Jakarta", datetime(2026, 12, 15, 17, tzinfo=UTC), "15 Desember 2026 pukul 23.59 WIB"),
        ("Asia/Makassar", datetime(2026, 12, 15, 16, tzinfo=UTC), "15 Desember 2026 pukul 23.59 WITA"),
        ("Asia/Jayapura", datetime(2026, 12, 15, 15, tzinfo=UTC), "15 Desember 2026 pukul 23.59 WIT"),
    ],
)
def test_the_last_moment_is_midnight_where_the_recipient_works(kepala, diri, unit, zona, akhir, teks):
    unit.zona_waktu = zona
    unit.save()
    batas = deadline_of(beri(kepala), PenerimaArahan.objects.get().pegawai)
    assert (batas.akhir, batas.teks) == (akhir, teks)


def test_one_is_late_while_another_further_west_is_not(kepala, diri):
    timur = UnitKerjaPabrik(instansi=kepala.pegawai.instansi, zona_waktu="Asia/Jayapura")
    di_timur = PegawaiPabrik(atasan=kepala.pegawai, unit=timur)
    beri(kepala)
    arahan, semua = given_one(arahan_id=Arahan.objects.get().pk, pengguna=kepala)
    lewat = late_ones(arahan, semua, datetime(2026, 12, 15, 16, 30, tzinfo=UTC))
    assert lewat == {p.pk for p in semua if p.pegawai_id == di_timur.pk}


# -- answers ------------------------------------------------------------------------------------


def lapor(p, actor, status=StatusArahan.DIJALANKAN, **lain):
    isi = {"catatan": "", "versi": p.versi, "at": SAAT} | lain
    return report_progress(penerima_id=p.pk, status=status, actor=actor, **isi)


def test_a_recipient_reads_and_reports(diri):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    acknowledge(penerima_id=p.pk, actor=diri, at=SAAT)
    lapor(p, diri, StatusArahan.SELESAI, catatan="Sudah di meja Anda.")
    p.refresh_from_db()
    assert (p.status, p.dibaca_pada, p.versi) == (StatusArahan.SELESAI, SAAT, 2)
    assert waiting(diri.pegawai) == []


def test_nobody_answers_for_another(diri, kepala, luar):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    for orang in (kepala, luar, PenggunaPabrik()):
        with pytest.raises(TidakDitemukan):
            lapor(p, orang)
        with pytest.raises(TidakDitemukan):
            acknowledge(penerima_id=p.pk, actor=orang, at=SAAT)


def test_what_cannot_be_done_needs_a_reason_in_the_database_too(diri):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    with pytest.raises(DomainError, match="alasan"):
        lapor(p, diri, StatusArahan.TIDAK_DAPAT, catatan="  ")
    with pytest.raises(IntegrityError), transaction.atomic():
        PenerimaArahan.objects.filter(pk=p.pk).update(status=StatusArahan.TIDAK_DAPAT)


def test_a_stale_report_is_refused_and_the_same_words_twice_are_not(diri):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    lapor(p, diri)
    assert lapor(p, diri).versi == 2
    with pytest.raises(Bentrok) as salah:
        lapor(p, diri, StatusArahan.SELESAI)
    assert salah.value.kode == "versi_lama"


def test_a_report_after_the_last_day_is_taken(diri):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    assert lapor(p, diri, at=datetime(2027, 1, 5, tzinfo=UTC)).status == StatusArahan.DIJALANKAN


def test_only_the_giver_takes_it_back_with_a_reason_and_then_nothing_is_reported(kepala, diri, luar):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    batal = {"arahan_id": p.arahan_id, "at": SAAT}
    for orang in (diri, luar):
        with pytest.raises(TidakDitemukan):
            cancel_direction(alasan="Salah", actor=orang, **batal)
    with pytest.raises(DomainError):
        cancel_direction(alasan=" ", actor=kepala, **batal)
    for _ in range(2):
        assert cancel_direction(alasan="Sudah ditangani", actor=kepala, **batal).dibatalkan_pada == SAAT
    with pytest.raises(Bentrok):
        lapor(p, diri)
    assert (waiting(diri.pegawai), received(diri.pegawai)) == ([], [p])


def test_the_leader_sees_how_many_are_how_far(kepala, diri):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    PenerimaPabrik(arahan=p.arahan, pegawai=PegawaiPabrik(atasan=kepala.pegawai))
    lapor(p, diri, StatusArahan.TIDAK_DAPAT, catatan="Alat rusak")
    [satu] = given(kepala.pegawai)
    assert (satu.penerima, satu.dibaca, satu.selesai, satu.terhalang) == (2, 1, 0, 1)
    _, semua = given_one(arahan_id=p.arahan_id, pengguna=kepala)
    assert semua[0] == p


def test_a_table_is_for_whoever_gave_the_direction(diri, luar):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    for orang in (diri, luar):
        with pytest.raises(TidakDitemukan):
            given_one(arahan_id=p.arahan_id, pengguna=orang)


def test_each_recipient_sees_their_own_line_only(kepala, diri, luar):
    p = PenerimaPabrik(pegawai=diri.pegawai)
    PenerimaPabrik(arahan=p.arahan, pegawai=PegawaiPabrik(atasan=kepala.pegawai))
    jumlah = [PenerimaArahan.objects.visible_to(s).count() for s in (diri, kepala, luar)]
    assert jumlah == [1, 2, 0]
    assert [Arahan.objects.visible_to(s).count() for s in (diri, kepala, luar, PenggunaPabrik())] == [
        1,
        1,
        0,
        0,
    ]
