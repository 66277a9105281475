"""Reminders: few, at decent hours, never to who does not want them, and measured."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asn_karier.lib.errors import DomainError
from asn_karier.lib.models import JadwalJalan
from kinerja.enums import JenisPesan, SumberKinerja
from kinerja.models import PaparanPesan, Pemberitahuan
from kinerja.reports.pantau import read_progress
from kinerja.rules.pengingat import SEPEKAN, is_held_out, is_quiet
from kinerja.services.pemberitahuan import (
    plan_filling,
)
from kinerja.services.pengingat import look, send_due, send_manual, send_planned
from kinerja.services.siklus import extend_for
from kinerja.services.timbang_pesan import holidays
from kinerja.tests.pabrik import SiklusPabrik
from kinerja.tests.pabrik_pengingat import (
    H14,
    SENIN,
    jalani,
    mengisi,
    pilih,
    siklus_berjalan,
    tambah_pembanding,
    unit_berisi,
)
from pegawai.models import Pegawai
from pegawai.tests.pabrik import hr_dari

pytestmark = pytest.mark.django_db


def bukan_pembanding(
    siklus: Any, orang: list[Pegawai], jenis: JenisPesan = JenisPesan.BATAS
) -> list[Pegawai]:
    return [p for p in orang if not is_held_out(str(p.pk), jenis, siklus.pk)]


# -- thirty days ----------------------------------------------------------------------------------------


@pytest.mark.lambat
def test_thirty_days_keep_the_cap_the_quiet_hours_the_switches_and_the_hold_out() -> None:
    siklus = siklus_berjalan(batas_penilaian=date(2026, 12, 30))
    _, orang = unit_berisi(siklus.instansi, 16)
    _, timur = unit_berisi(siklus.instansi, 6, zona_waktu="Asia/Jayapura")
    tambah_pembanding(siklus, orang[0], JenisPesan.BATAS, JenisPesan.AJAKAN, JenisPesan.PENGELOLA)
    semua = [*orang, *timur]
    pilih(semua[3], dimatikan=["batas", "ajakan", "pengelola", "nilai"])
    pilih(semua[4], jam_buka=10, jam_tutup=15)
    for p in semua[5:15]:
        plan_filling(pegawai=p, siklus=siklus, pada=SENIN + timedelta(days=16, hours=5), at=SENIN)
    hr = hr_dari(siklus.instansi)

    def sejam(at: datetime) -> None:
        look(instansi_id=siklus.instansi_id, at=at)
        if at.hour == 4:  # HR presses the button every single day
            send_manual(siklus=siklus, peserta=read_progress(siklus).peserta, actor=hr, at=at)

    jalani(30, sejam)
    pesan = list(Pemberitahuan.objects.all())
    assert {p.jenis for p in pesan} >= {"ajakan", "batas", "rencana", "pengelola", "nilai"}
    _paling_banyak_dua_sepekan(pesan)
    _tak_satu_pun_di_jam_tenang(pesan, {p.pk: "Asia/Jayapura" for p in timur})
    assert not [p for p in pesan if p.pegawai_id == semua[3].pk]
    jam = {
        p.terbit_pada.astimezone(ZoneInfo("Asia/Jakarta")).hour for p in pesan if p.pegawai_id == semua[4].pk
    }
    assert jam <= set(range(10, 15))
    _pembanding_tak_tersentuh(siklus, pesan)


def _paling_banyak_dua_sepekan(pesan: list[Pemberitahuan]) -> None:
    waktu = defaultdict(list)
    for p in pesan:
        waktu[p.pegawai_id].append(p.terbit_pada)
    for saat in waktu.values():
        for s in saat:
            assert len([x for x in saat if s <= x < s + SEPEKAN]) <= 2


def _tak_satu_pun_di_jam_tenang(pesan: list[Pemberitahuan], zona: dict[int, str]) -> None:
    libur = holidays(SENIN)
    for p in pesan:
        setempat = p.terbit_pada.astimezone(ZoneInfo(zona.get(p.pegawai_id, "Asia/Jakarta")))
        assert not is_quiet(setempat, libur), setempat


def _pembanding_tak_tersentuh(siklus: Any, pesan: list[Pemberitahuan]) -> None:
    for jenis in (JenisPesan.BATAS, JenisPesan.AJAKAN, JenisPesan.PENGELOLA):
        pembanding = set(
            PaparanPesan.objects.filter(jenis=jenis, pembanding=True).values_list("pegawai_id", flat=True)
        )
        assert pembanding, jenis
        assert not [p for p in pesan if p.jenis == jenis and p.pegawai_id in pembanding]
        assert all(is_held_out(str(pk), jenis, siklus.pk) for pk in pembanding)


# -- what is due ----------------------------------------------------------------------------------------


def test_who_has_not_sent_is_reminded_and_who_has_is_left_alone() -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 12)
    mengisi(siklus, orang[1])
    send_due(siklus=siklus, at=H14)
    terima = set(Pemberitahuan.objects.filter(jenis="batas").values_list("pegawai_id", flat=True))
    assert terima == {p.pk for p in bukan_pembanding(siklus, orang) if p != orang[1]}


def test_a_reminder_says_how_long_until_when_why_and_how_many_minutes() -> None:
    siklus = siklus_berjalan()
    unit_berisi(siklus.instansi, 5)
    send_due(siklus=siklus, at=H14)
    pesan = Pemberitahuan.objects.filter(jenis="batas").first()
    assert pesan is not None
    assert pesan.isi == ("Tinggal 14 hari. Batas 31 Desember 2026 pukul 23.59 WIB. Perlu sekitar 6 menit.")
    assert pesan.sebab == "Dikirim karena isian Anda belum terkirim dan batasnya 14 hari lagi."


def test_the_norm_of_a_unit_is_told_only_where_most_have_done_it_and_names_nobody() -> None:
    siklus = siklus_berjalan()
    _, ramai = unit_berisi(siklus.instansi, 20)
    _, sepi = unit_berisi(siklus.instansi, 20)
    for p in ramai[:12]:
        mengisi(siklus, p)
    for p in sepi[:11]:
        mengisi(siklus, p)
    send_due(siklus=siklus, at=H14)
    isi = dict(Pemberitahuan.objects.filter(jenis="batas").values_list("pegawai_id", "isi"))
    assert all("12 dari 20 pegawai di unit Anda sudah mengisi." in isi[p.pk] for p in ramai if p.pk in isi)
    assert not any("dari 20" in isi[p.pk] for p in sepi if p.pk in isi)
    assert set(isi) & {p.pk for p in ramai}
    assert set(isi) & {p.pk for p in sepi}


def test_an_extension_moves_the_reminder_of_that_person() -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 6)
    lama = bukan_pembanding(siklus, orang)[0]
    extend_for(siklus=siklus, sampai=date(2027, 1, 15), alasan="Banjir", actor=None, at=SENIN, pegawai=lama)
    send_due(siklus=siklus, at=H14)
    assert not Pemberitahuan.objects.filter(pegawai=lama, jenis="batas").exists()


def test_nothing_is_sent_in_quiet_hours_and_nothing_for_a_cycle_that_e_kinerja_holds() -> None:
    siklus = siklus_berjalan()
    unit_berisi(siklus.instansi, 5)
    assert send_due(siklus=siklus, at=H14 + timedelta(hours=12)) == 0
    siklus.sumber = SumberKinerja.EKINERJA
    assert send_due(siklus=siklus, at=H14) == 0
    assert send_due(siklus=SiklusPabrik(instansi=siklus.instansi, tahun=2025), at=H14) == 0


def test_each_zone_has_its_own_hours() -> None:
    siklus = siklus_berjalan()
    _, barat = unit_berisi(siklus.instansi, 8)
    _, timur = unit_berisi(siklus.instansi, 8, zona_waktu="Asia/Jayapura")
    send_due(siklus=siklus, at=datetime(2026, 12, 17, 23, 0, tzinfo=UTC))  # 06.00 WIB, 08.00 WIT
    terima = set(Pemberitahuan.objects.values_list("pegawai_id", flat=True))
    assert terima & {p.pk for p in timur}
    assert not terima & {p.pk for p in barat}


def test_a_rater_is_told_how_many_wait() -> None:
    siklus = siklus_berjalan(batas_penilaian=date(2026, 12, 20))
    _, orang = unit_berisi(siklus.instansi, 6)
    send_due(siklus=siklus, at=H14)
    pesan = Pemberitahuan.objects.filter(jenis="nilai").first()
    if is_held_out(str(orang[0].pk), JenisPesan.NILAI, siklus.pk):
        assert pesan is None
    else:
        assert pesan is not None
        assert pesan.pegawai == orang[0]
        assert pesan.isi.startswith("5 pegawai menunggu penilaian Anda. Tinggal 3 hari.")


def test_five_workers_send_one() -> None:
    siklus = siklus_berjalan()
    unit_berisi(siklus.instansi, 20)
    kirim = [send_due(siklus=siklus, at=H14 + timedelta(seconds=n)) for n in range(5)]
    assert kirim[0] > 0
    assert kirim[1:] == [0] * 4
    assert max(Counter(Pemberitahuan.objects.values_list("pegawai_id", "kunci")).values()) == 1


def test_a_look_is_taken_once_for_its_moment() -> None:
    siklus = siklus_berjalan()
    unit_berisi(siklus.instansi, 5)
    assert look(instansi_id=siklus.instansi_id, at=H14) > 0
    with CaptureQueriesContext(connection) as q:
        assert look(instansi_id=siklus.instansi_id, at=H14 + timedelta(minutes=2)) == 0
    assert len(q) == 2
    assert JadwalJalan.objects.count() == 2


def test_a_look_takes_as_many_queries_for_many_as_for_few() -> None:
    siklus = siklus_berjalan()
    unit_berisi(siklus.instansi, 12)
    with CaptureQueriesContext(connection) as sedikit:
        send_due(siklus=siklus, at=H14)
    for _ in range(3):
        unit_berisi(siklus.instansi, 30)
    with CaptureQueriesContext(connection) as banyak:
        send_due(siklus=siklus, at=H14 + timedelta(days=14))
    assert len(banyak) <= len(sedikit)


# -- plans ----------------------------------------------------------------------------------------------


def test_the_reminder_comes_at_the_hour_that_was_chosen_and_says_so() -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 3)
    kamis = datetime(2026, 12, 10, 6, 0, tzinfo=UTC)
    assert plan_filling(pegawai=orang[1], siklus=siklus, pada=kamis, at=SENIN).diingatkan
    assert send_planned(instansi_id=siklus.instansi_id, at=kamis - timedelta(minutes=5)) == 0
    assert send_planned(instansi_id=siklus.instansi_id, at=kamis) == 1
    assert send_planned(instansi_id=siklus.instansi_id, at=kamis + timedelta(minutes=5)) == 0
    pesan = Pemberitahuan.objects.get()
    assert pesan.isi.startswith("Anda berencana mengisi Kamis 10 Desember 2026 pukul 13.00.")


def test_who_has_sent_meanwhile_is_not_reminded_of_the_plan() -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 3)
    plan_filling(pegawai=orang[1], siklus=siklus, pada=H14, at=SENIN)
    mengisi(siklus, orang[1])
    assert send_planned(instansi_id=siklus.instansi_id, at=H14) == 0


@pytest.mark.parametrize(
    ("pada", "kode"),
    [(SENIN - timedelta(hours=1), "waktu_lewat"), (datetime(2027, 1, 1, 2, tzinfo=UTC), "sesudah_batas")],
)
def test_a_plan_lies_between_now_and_the_last_day(pada: datetime, kode: str) -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 2)
    with pytest.raises(DomainError) as salah:
        plan_filling(pegawai=orang[0], siklus=siklus, pada=pada, at=SENIN)
    assert salah.value.kode == kode


def test_a_plan_in_a_full_week_says_that_no_reminder_will_come() -> None:
    siklus = siklus_berjalan()
    _, orang = unit_berisi(siklus.instansi, 2)
    for n in range(2):
        Pemberitahuan.objects.create(
            pegawai=orang[0], jenis="batas", kunci=str(n), judul="-", isi="-", sebab="-", terbit_pada=H14
        )
    assert not plan_filling(pegawai=orang[0], siklus=siklus, pada=H14, at=SENIN).diingatkan
