"""The chain of atasan: every fault is listed, put right in bulk, undone, and remembered by day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh
from asn_karier.lib.models import Jejak
from pegawai.models import Pegawai, RiwayatAtasan
from pegawai.reports.rantai import faulty_rows, hint_rows, read_chain
from pegawai.reports.temuan import hitung_temuan, lingkaran, temuan_pegawai
from pegawai.services.atasan import DIRI, LEPAS, USANG, GantiAtasan, change_raters, raters_in, undo_raters
from pegawai.services.riwayat import save_rows
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik, hr_dari
from pegawai.tests.pabrik_atasan import (
    Dinas,
    PenugasanPltPabrik,
    dinas,
    jadi_atasan,
    orang,
    segala_cacat,
)

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
PER = date(2026, 11, 21)


@pytest.fixture
def d() -> Dinas:
    return dinas()


@pytest.fixture
def hr(d: Dinas) -> Any:
    return hr_dari(d.instansi)


def pilih(*pasang: tuple[Pegawai, Pegawai]) -> list[GantiAtasan]:
    return [GantiAtasan(p.pk, a.pk, Pegawai.objects.get(pk=p.pk).versi) for p, a in pasang]


def ganti(d: Dinas, hr: Any, *pasang: tuple[Pegawai, Pegawai], **lain: Any) -> Any:
    isi = {"alasan": "SK 800/1", "actor": hr, "at": SAAT, "pilihan": pilih(*pasang), **lain}
    return change_raters(instansi=d.instansi, **isi)


# -- faults -----------------------------------------------------------------------------------------


def test_every_fault_that_was_seeded_is_listed(d: Dinas) -> None:
    cacat = segala_cacat(d)
    rekan = orang(d, "Plt Kedua")
    PenugasanPltPabrik(pegawai=rekan, unit=d.dinas)
    PenugasanPltPabrik(pegawai=d.kabid, unit=d.dinas, mulai=date(2026, 10, 1), sampai=None)
    harapan = {**cacat, "plt_ganda": rekan}
    semua = Pegawai.objects.of_instansi(d.instansi.pk)
    for kode, siapa in harapan.items():
        ada = temuan_pegawai(semua, kode, instansi_id=d.instansi.pk, per=PER)
        assert siapa in ada, kode
    terhitung = hitung_temuan(semua, instansi_id=d.instansi.pk, per=PER)
    assert terhitung["atasan_melingkar"] == 3
    assert terhitung["plt_ganda"] == 2


def test_the_list_of_repairs_names_the_same_people_as_the_findings(d: Dinas) -> None:
    segala_cacat(d)
    rantai = read_chain(d.instansi.pk, PER)
    semua = Pegawai.objects.of_instansi(d.instansi.pk)
    for kode, siapa in rantai.cacat.items():
        temuan = temuan_pegawai(semua, kode, instansi_id=d.instansi.pk, per=PER)
        assert siapa == set(temuan.values_list("pk", flat=True)), kode


def test_the_head_of_the_unit_is_proposed_and_to_the_head_the_unit_above(d: Dinas) -> None:
    staf = orang(d, "Staf", atasan=None)
    jadi_atasan(d.kabid, None)
    usul = {b.orang.pk: b.usul_id for b in faulty_rows(read_chain(d.instansi.pk, PER))}
    assert usul == {staf.pk: d.kabid.pk, d.kabid.pk: d.kepala.pk, d.kepala.pk: None}


def test_a_plt_in_force_is_proposed_before_the_one_who_holds_the_post(d: Dinas) -> None:
    plt, staf = orang(d, "Pelaksana Tugas", atasan=d.kepala), orang(d, "Staf", atasan=None)
    PenugasanPltPabrik(pegawai=plt, unit=d.bidang)
    usul = {b.orang.pk: b.usul_id for b in faulty_rows(read_chain(d.instansi.pk, PER))}
    assert usul[staf.pk] == plt.pk


def test_all_proposals_together_close_no_circle(d: Dinas, hr: Any) -> None:
    segala_cacat(d)
    # The heads rate each other, which only one of the two proposals must end.
    jadi_atasan(d.kepala, d.kabid)
    baris = [b for b in faulty_rows(read_chain(d.instansi.pk, PER)) if b.usul_id is not None and not b.tetap]
    pilihan = [GantiAtasan(b.orang.pk, b.usul_id or 0, b.orang.versi) for b in baris]
    ganti(d, hr, pilihan=pilihan)
    rantai = read_chain(d.instansi.pk, PER)
    assert rantai.cacat["atasan_melingkar"] - {d.kepala.pk, d.kabid.pk} == set()
    assert rantai.cacat["atasan_diri_sendiri"] == set()


def test_somebody_rated_by_another_than_the_head_of_the_unit_is_only_a_hint(d: Dinas) -> None:
    staf = orang(d, "Staf", atasan=d.kepala)
    rantai = read_chain(d.instansi.pk, PER)
    assert [b.orang.pk for b in hint_rows(rantai)] == [staf.pk]
    assert staf.pk not in {b.orang.pk for b in faulty_rows(rantai)}


@pytest.mark.lambat
def test_reading_the_chain_takes_as_many_queries_for_many_as_for_few(d: Dinas) -> None:
    segala_cacat(d)
    with CaptureQueriesContext(
        connection,
    ) as sedikit:
        faulty_rows(read_chain(d.instansi.pk, PER))
    for n in range(30):
        orang(d, f"Lagi {n}", atasan=None)
    segala_cacat(dinas(d.instansi))
    with CaptureQueriesContext(connection) as banyak:
        faulty_rows(read_chain(d.instansi.pk, PER))
    assert len(banyak) == len(sedikit)


def test_a_long_chain_is_walked_once() -> None:
    assert lingkaran({i: i + 1 for i in range(200_000)}) == set()


# -- repair -----------------------------------------------------------------------------------------


def test_a_repair_changes_writes_history_and_leaves_a_trail(d: Dinas, hr: Any) -> None:
    staf = orang(d, "Staf", atasan=None)
    hasil = ganti(d, hr, (staf, d.kabid))
    staf.refresh_from_db()
    assert (hasil.diganti, staf.atasan, staf.versi) == (1, d.kabid, 2)
    assert staf.history.get(history_change_reason="SK 800/1").atasan_id == d.kabid.pk
    jejak = Jejak.objects.get(tindakan="ganti_atasan")
    assert (jejak.subjek_id, jejak.keperluan, jejak.rincian["ke"]) == (staf.pk, "SK 800/1", d.kabid.pk)


def test_who_changed_since_the_list_was_read_is_left_and_named(d: Dinas, hr: Any) -> None:
    staf = orang(d, "Staf", atasan=None)
    hasil = ganti(d, hr, pilihan=[GantiAtasan(staf.pk, d.kabid.pk, staf.versi + 1)])
    assert (hasil.diganti, hasil.dilewati) == (0, [("Staf", USANG)])


def test_an_atasan_who_left_meanwhile_is_not_given_to_anybody(d: Dinas, hr: Any) -> None:
    staf, luar = orang(d, "Staf", atasan=None), dinas(InstansiPabrik(kode="nabire")).kepala
    assert ganti(d, hr, (staf, luar)).dilewati == [("Staf", LEPAS)]


def test_a_choice_that_would_close_a_circle_changes_nothing(d: Dinas, hr: Any) -> None:
    satu, dua = orang(d, "Satu"), orang(d, "Dua")
    with pytest.raises(DomainError) as salah:
        ganti(d, hr, (satu, dua), (dua, satu))
    assert salah.value.kode == "atasan_melingkar"
    assert set(Pegawai.objects.filter(pk__in=[satu.pk, dua.pk]).values_list("atasan", flat=True)) == {
        d.kabid.pk
    }


def test_nobody_is_given_to_themself(d: Dinas, hr: Any) -> None:
    staf = orang(d, "Staf")
    with pytest.raises(DomainError, match="saling menilai"):
        ganti(d, hr, (staf, staf))


def test_an_officer_does_not_change_who_rates_them(d: Dinas) -> None:
    diri = orang(d, "Petugas", atasan=None)
    petugas = hr_dari(d.instansi, pegawai=diri, username="petugas")
    hasil = ganti(d, petugas, (diri, d.kabid))
    assert (hasil.diganti, [s for _, s in hasil.dilewati]) == (0, [DIRI])


@pytest.mark.parametrize(
    ("lain", "kode"),
    [({"alasan": " "}, "alasan_kosong"), ({"berlaku": date(2026, 11, 22)}, "hari_mendatang")],
)
def test_a_repair_needs_a_reason_and_a_day_that_has_come(d: Dinas, hr: Any, lain: Any, kode: str) -> None:
    with pytest.raises(DomainError) as salah:
        ganti(d, hr, (orang(d, "Staf", atasan=None), d.kabid), **lain)
    assert salah.value.kode == kode


def test_only_hr_of_the_instansi_repairs(d: Dinas) -> None:
    staf = orang(d, "Staf", atasan=None)
    for siapa in (PenggunaPabrik(pegawai=staf), PenggunaPabrik(), hr_dari(InstansiPabrik(kode="lain"))):
        with pytest.raises(TidakBoleh):
            ganti(d, siapa, (staf, d.kabid))


def test_an_undone_repair_is_as_if_it_had_not_been(d: Dinas, hr: Any) -> None:
    staf = orang(d, "Staf", atasan=d.kepala)
    hasil = ganti(d, hr, (staf, d.kabid))
    undo_raters(instansi=d.instansi, kelompok=hasil.kelompok, alasan="Keliru", actor=hr, at=SAAT)
    staf.refresh_from_db()
    assert staf.atasan == d.kepala
    assert [r[1] for r in raters_in([staf.pk], date(2026, 1, 1), date(2027, 1, 1))] == [d.kepala.pk]


def test_whoever_was_changed_again_stays_when_the_repair_is_undone(d: Dinas, hr: Any) -> None:
    staf, lain = orang(d, "Staf", atasan=None), orang(d, "Lain", atasan=None)
    hasil = ganti(d, hr, (staf, d.kabid), (lain, d.kabid))
    jadi_atasan(staf, d.kepala)
    urung = undo_raters(instansi=d.instansi, kelompok=hasil.kelompok, alasan="", actor=hr, at=SAAT)
    assert (urung.diganti, urung.dilewati) == (1, [("Staf", USANG)])
    staf.refresh_from_db()
    assert staf.atasan == d.kepala


def test_undoing_closes_no_circle(d: Dinas, hr: Any) -> None:
    """What was below stands above by now."""
    staf = orang(d, "Staf", atasan=d.kabid)
    hasil = ganti(d, hr, (staf, d.kepala))
    ganti(d, hr, (d.kabid, staf))
    with pytest.raises(DomainError) as salah:
        undo_raters(instansi=d.instansi, kelompok=hasil.kelompok, alasan="", actor=hr, at=SAAT)
    assert salah.value.kode == "atasan_melingkar"
    assert Pegawai.objects.get(pk=staf.pk).atasan == d.kepala


def test_who_left_the_instansi_is_named_when_the_repair_is_undone(d: Dinas, hr: Any) -> None:
    staf, lain = (orang(d, n, atasan=d.kabid) for n in ("Staf", "Pindah"))
    hasil = ganti(d, hr, (staf, d.kepala), (lain, d.kepala))
    Pegawai.objects.filter(pk=lain.pk).update(instansi=InstansiPabrik(kode="muaro"))
    urung = undo_raters(instansi=d.instansi, kelompok=hasil.kelompok, alasan="", actor=hr, at=SAAT)
    assert (urung.diganti, urung.dilewati) == (1, [("Pindah", USANG)])


def test_a_press_that_nobody_made_cannot_be_undone(d: Dinas, hr: Any) -> None:
    kelompok = ganti(d, hr).kelompok
    with pytest.raises(Bentrok):
        undo_raters(instansi=d.instansi, kelompok=kelompok, alasan="", actor=hr, at=SAAT)


# -- who rated when ---------------------------------------------------------------------------------


def test_every_writer_leaves_the_day_on_which_the_atasan_changed(d: Dinas) -> None:
    staf = orang(d, "Staf")
    for tulis in ("save", "update", "massal"):
        baru = orang(d, f"Atasan {tulis}")
        staf.refresh_from_db()
        staf.atasan = baru
        if tulis == "save":
            staf.save()
        elif tulis == "update":
            Pegawai.objects.filter(pk=staf.pk).update(atasan=baru)
        else:
            save_rows(baru=[], berubah=[staf], kolom=("atasan",), actor=None, at=SAAT, alasan="Impor")
        assert RiwayatAtasan.objects.order_by("pk").last().baru == baru, tulis
    assert RiwayatAtasan.objects.filter(pegawai=staf).count() == 3


def test_a_change_of_something_else_is_no_change_of_atasan(d: Dinas) -> None:
    staf = orang(d, "Staf")
    staf.nama = "Nama Lain"
    staf.save()
    assert not RiwayatAtasan.objects.filter(pegawai=staf).exists()


def test_a_repair_counts_from_the_day_it_names(d: Dinas, hr: Any) -> None:
    staf = orang(d, "Staf", atasan=d.kepala)
    ganti(d, hr, (staf, d.kabid), berlaku=date(2026, 8, 1))
    assert raters_in([staf.pk], date(2026, 7, 1), date(2026, 9, 30)) == [
        (staf.pk, d.kepala.pk, date(2026, 7, 1), date(2026, 7, 31)),
        (staf.pk, d.kabid.pk, date(2026, 8, 1), date(2026, 9, 30)),
    ]


def test_reading_who_rated_takes_two_queries_for_one_and_for_many(d: Dinas, hr: Any) -> None:
    semua = [orang(d, f"Staf {n}") for n in range(20)]
    ganti(d, hr, *((s, d.kepala) for s in semua))
    with CaptureQueriesContext(connection) as q:
        ruas = raters_in([s.pk for s in semua], date(2026, 1, 1), date(2027, 12, 31))
    assert len(q) == 2
    assert len(ruas) >= 20
