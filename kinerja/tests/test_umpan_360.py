"""A round of 360 feedback: made, opened, answered, closed; who may do each, and until when."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from kinerja.enums import Kelompok360, Peran360, StatusPutaran360, StatusUndangan360
from kinerja.models import Hasil360, Peserta360, Putaran360, Undangan360
from kinerja.services.umpan_360 import create_putaran, open_putaran, watch_putaran
from kinerja.services.umpan_360_calon import decide_penjawab, suggest_penjawab
from kinerja.services.umpan_360_tutup import close_putaran
from kinerja.tests.pabrik_umpan_360 import (
    BATAS,
    SAAT,
    SESUDAH,
    akun,
    disiapkan,
    jawab,
    terbuka,
    tim,
    tutup,
    undangan,
)
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db


def buka(putaran: Putaran360) -> Putaran360:
    return open_putaran(putaran_id=putaran.pk, actor=None, at=SAAT)


def peran(putaran: Putaran360, dinilai: Pegawai) -> dict[int, str]:
    semua = Undangan360.objects.filter(putaran=putaran, dinilai=dinilai)
    return dict(semua.values_list("penjawab_id", "peran"))


# -- making and opening -------------------------------------------------------------------------


def test_a_round_is_about_everybody_on_duty_about_a_unit_or_about_the_people_named() -> None:
    t = tim(rekan=2)
    unit = UnitKerjaPabrik(instansi=t.diri.instansi)
    bawah = PegawaiPabrik(instansi=t.diri.instansi, unit=UnitKerjaPabrik(induk=unit))
    semua = disiapkan(t.diri, pegawai_ids=None)
    satu_unit = disiapkan(t.diri, pegawai_ids=None, unit=unit)
    assert semua.peserta.count() == Pegawai.objects.count()
    assert list(satu_unit.peserta.values_list("pegawai_id", flat=True)) == [bawah.pk]
    assert disiapkan(t.diri).peserta.get().pegawai == t.diri


def test_a_round_about_nobody_is_refused() -> None:
    orang = PegawaiPabrik()
    with pytest.raises(DomainError, match="Tidak ada pegawai yang bertugas"):
        disiapkan(orang, pegawai_ids=[])


def test_days_in_the_wrong_order_and_a_taken_name_are_refused() -> None:
    orang = PegawaiPabrik()
    with pytest.raises(DomainError, match="Akhir masa"):
        disiapkan(orang, masa_mulai=date(2026, 12, 1), masa_sampai=date(2026, 1, 1))
    disiapkan(orang, nama="Akhir tahun")
    with pytest.raises(Bentrok, match="sudah ada"):
        disiapkan(orang, nama="Akhir tahun ")


def test_only_hr_of_the_instansi_makes_opens_and_closes() -> None:
    t = tim()
    putaran = disiapkan(t.diri)
    for orang in (akun(t.diri), akun(t.atasan), hr_dari(InstansiPabrik(kode="lain"))):
        with pytest.raises(TidakBoleh):
            disiapkan(t.diri, actor=orang)
        for langkah in (open_putaran, close_putaran):
            with pytest.raises(TidakBoleh):
                langkah(putaran_id=putaran.pk, actor=orang, at=SAAT)
    hr = hr_dari(t.diri.instansi)
    assert open_putaran(putaran_id=putaran.pk, actor=hr, at=SAAT).status == StatusPutaran360.DIBUKA


def test_opening_asks_the_superior_at_once_and_proposes_the_others() -> None:
    t = tim(rekan=2, bawahan=1)
    putaran = buka(disiapkan(t.diri))
    assert peran(putaran, t.diri) == {
        t.atasan.pk: "atasan",
        **dict.fromkeys((r.pk for r in t.rekan), "rekan"),
        t.bawahan[0].pk: "bawahan",
    }
    diundang = Undangan360.objects.filter(status=StatusUndangan360.DIUNDANG)
    assert [u.penjawab for u in diundang] == [t.atasan]


def test_a_round_is_opened_once_and_not_after_its_last_day() -> None:
    t = tim()
    putaran = buka(disiapkan(t.diri))
    with pytest.raises(Bentrok):
        buka(putaran)
    with pytest.raises(DomainError, match="sudah lewat"):
        open_putaran(putaran_id=disiapkan(tim().diri).pk, actor=None, at=SESUDAH)


def test_nobody_is_in_two_open_rounds() -> None:
    t = tim()
    buka(disiapkan(t.diri))
    with pytest.raises(Bentrok, match="1 pegawai masih ikut putaran lain"):
        buka(disiapkan(t.diri, t.rekan[0]))


def test_the_next_round_proposes_the_same_people_first() -> None:
    t = tim(rekan=12)
    pertama = terbuka(t)
    tutup(pertama)
    kedua = buka(disiapkan(t.diri, batas=date(2027, 6, 30)))
    assert peran(kedua, t.diri) == peran(pertama, t.diri)


# -- who is asked -------------------------------------------------------------------------------


def test_the_person_suggests_and_the_same_twice_is_once() -> None:
    t = tim(rekan=9)
    putaran = buka(disiapkan(t.diri))
    lain = next(r for r in t.rekan if r.pk not in peran(putaran, t.diri))
    for _ in range(2):
        suggest_penjawab(putaran_id=putaran.pk, penjawab_id=lain.pk, actor=akun(t.diri), at=SAAT)
    assert peran(putaran, t.diri)[lain.pk] == "rekan"
    assert Peserta360.objects.get().versi == 2


def test_a_stranger_oneself_and_the_superior_cannot_be_suggested() -> None:
    t = tim()
    putaran = buka(disiapkan(t.diri))
    for orang in (PegawaiPabrik(), t.diri, t.atasan):
        with pytest.raises(TidakDitemukan):
            suggest_penjawab(putaran_id=putaran.pk, penjawab_id=orang.pk, actor=akun(t.diri), at=SAAT)


def test_only_the_atasan_decides_and_then_the_list_stays() -> None:
    t = tim(rekan=3)
    putaran = buka(disiapkan(t.diri))
    peserta = Peserta360.objects.get()
    pilih = [undangan(putaran, t.diri, r).pk for r in t.rekan[:2]]
    isi = {"dipilih": pilih, "dilihat": {peserta.pk: peserta.versi}, "at": SAAT}
    for orang in (t.diri, t.rekan[0], PegawaiPabrik()):
        with pytest.raises(TidakBoleh):
            decide_penjawab(actor=akun(orang), **isi)
    for _ in range(2):
        decide_penjawab(actor=akun(t.atasan), **isi)
    assert set(peran(putaran, t.diri)) == {t.atasan.pk, t.rekan[0].pk, t.rekan[1].pk}
    with pytest.raises(Bentrok, match="sudah menetapkan"):
        suggest_penjawab(putaran_id=putaran.pk, penjawab_id=t.rekan[2].pk, actor=akun(t.diri), at=SAAT)


def test_a_name_added_meanwhile_is_not_decided_unseen() -> None:
    t = tim(rekan=9)
    putaran = buka(disiapkan(t.diri))
    peserta = Peserta360.objects.get()
    lain = next(r for r in t.rekan if r.pk not in peran(putaran, t.diri))
    suggest_penjawab(putaran_id=putaran.pk, penjawab_id=lain.pk, actor=akun(t.diri), at=SAAT)
    with pytest.raises(Bentrok, match="ditambahkan sejak Anda membuka"):
        decide_penjawab(dipilih=[], dilihat={peserta.pk: 1}, actor=akun(t.atasan), at=SAAT)


def test_a_new_superior_takes_the_place_of_the_one_who_has_not_answered() -> None:
    t = tim(rekan=2)
    putaran = buka(disiapkan(t.diri))
    Pegawai.objects.filter(pk=t.diri.pk).update(atasan=t.rekan[0])
    peserta = Peserta360.objects.get()
    decide_penjawab(dipilih=[], dilihat={peserta.pk: 1}, actor=akun(t.rekan[0]), at=SAAT)
    assert peran(putaran, t.diri) == {t.rekan[0].pk: "atasan"}


def test_the_database_refuses_oneself_and_a_second_invitation() -> None:
    t = tim(rekan=1)
    putaran = disiapkan(t.diri)
    isi = {"putaran": putaran, "dinilai": t.diri, "peran": Peran360.REKAN}
    with pytest.raises(IntegrityError), transaction.atomic():
        Undangan360.objects.create(penjawab=t.diri, **isi)
    Undangan360.objects.create(penjawab=t.rekan[0], **isi)
    with pytest.raises(IntegrityError), transaction.atomic():
        Undangan360.objects.create(penjawab=t.rekan[0], **isi | {"peran": Peran360.BAWAHAN})


def test_the_database_refuses_a_name_in_a_group_and_a_superior_without_one() -> None:
    t = tim()
    isi = {"putaran": disiapkan(t.diri), "pegawai": t.diri}
    for kelompok, penjawab in ((Kelompok360.REKAN, t.rekan[0]), (Kelompok360.ATASAN, None)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Hasil360.objects.create(kelompok=kelompok, penjawab=penjawab, **isi)


# -- what HR sees -------------------------------------------------------------------------------


def test_hr_sees_quarters_of_units_of_five_and_more() -> None:
    t = tim(rekan=6)
    unit = UnitKerjaPabrik(instansi=t.diri.instansi, nama="Bagian Umum")
    Pegawai.objects.filter(pk__in=[r.pk for r in t.rekan]).update(unit=unit)
    putaran = terbuka(t)
    jawab(putaran, t.diri, *t.rekan[:3])
    pantau = watch_putaran(putaran)
    # The superior stands in no unit; one person alone would be told, so the unit joins.
    assert [(b.unit, b.orang, b.kira.name) for b in pantau.unit] == [("", 7, "SEPEREMPAT")]
    assert (pantau.peserta, pantau.menunggu_atasan) == (1, 0)


def test_participation_of_a_few_is_not_shown() -> None:
    t = tim(rekan=3)
    assert watch_putaran(terbuka(t)).unit == []


def test_the_round_keeps_its_day_and_purpose() -> None:
    putaran = create_putaran(
        instansi=PegawaiPabrik().instansi,
        nama="Talenta 2026",
        masa_mulai=date(2026, 1, 1),
        masa_sampai=date(2026, 12, 31),
        batas=BATAS,
        untuk_talenta=True,
        actor=None,
        at=SAAT,
    )
    assert (putaran.batas, putaran.untuk_talenta, putaran.status) == (BATAS, True, StatusPutaran360.DISIAPKAN)
