"""Answering in a round of 360 feedback: who may, what, and until when."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from kinerja.rules.umpan_360 import SEMUA_BUTIR
from kinerja.services.umpan_360 import open_putaran
from kinerja.services.umpan_360_isi import Isian360, my_sheets, one_sheet, send_answer
from kinerja.tests.pabrik_umpan_360 import (
    SAAT,
    SESUDAH,
    akun,
    disiapkan,
    isian,
    jawab,
    terbuka,
    tim,
    tutup,
    undangan,
)
from pegawai.models import Pegawai
from pegawai.tests.pabrik import PegawaiPabrik, UnitKerjaPabrik

pytestmark = pytest.mark.django_db


def test_only_who_is_asked_answers() -> None:
    t = tim()
    putaran = terbuka(t)
    u = undangan(putaran, t.diri, t.rekan[0])
    for orang in (t.diri, t.atasan, t.rekan[1], PegawaiPabrik()):
        with pytest.raises(TidakDitemukan):
            send_answer(undangan_id=u.pk, isian=isian(), actor=akun(orang), at=SAAT, versi=1)
    u.refresh_from_db()
    assert not u.menjawab


def test_a_proposal_that_was_not_decided_cannot_be_answered() -> None:
    t = tim()
    putaran = open_putaran(putaran_id=disiapkan(t.diri).pk, actor=None, at=SAAT)
    u = undangan(putaran, t.diri, t.rekan[0])
    with pytest.raises(TidakDitemukan):
        send_answer(undangan_id=u.pk, isian=isian(), actor=akun(t.rekan[0]), at=SAAT, versi=1)


def test_an_answer_can_be_read_and_changed_by_its_giver_while_the_round_is_open() -> None:
    t = tim()
    putaran = terbuka(t)
    for nilai in (2, 4):
        jawab(putaran, t.diri, t.rekan[0], nilai=nilai, baik="  Rapi\n\n sekali ")
    u = undangan(putaran, t.diri, t.rekan[0])
    lembar = one_sheet(saya=t.rekan[0], pengguna=akun(t.rekan[0]), undangan_id=u.pk, at=SAAT)
    assert lembar.isian == isian(4, "Rapi sekali")


def test_sending_the_same_twice_is_one_answer() -> None:
    t = tim()
    putaran = terbuka(t)
    u = undangan(putaran, t.diri, t.rekan[0])
    for _ in range(2):
        send_answer(undangan_id=u.pk, isian=isian(), actor=akun(t.rekan[0]), at=SAAT, versi=1)
    u.refresh_from_db()
    assert (u.menjawab, u.versi) == (True, 2)


def test_another_answer_from_a_stale_page_is_refused() -> None:
    t = tim()
    putaran = terbuka(t)
    u = undangan(putaran, t.diri, t.rekan[0])
    jawab(putaran, t.diri, t.rekan[0], nilai=2)
    with pytest.raises(Bentrok, match="berubah sejak Anda membukanya"):
        send_answer(undangan_id=u.pk, isian=isian(4), actor=akun(t.rekan[0]), at=SAAT, versi=1)


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (Isian360({}), "isian_kurang"),
        (Isian360(dict.fromkeys(SEMUA_BUTIR, 5)), "isian_kurang"),
        (Isian360(dict.fromkeys(SEMUA_BUTIR, 3), "x" * 501), "kalimat_panjang"),
    ],
)
def test_an_answer_is_whole_and_its_sentences_are_short(isi: Isian360, kode: str) -> None:
    t = tim()
    u = undangan(terbuka(t), t.diri, t.rekan[0])
    with pytest.raises(DomainError) as salah:
        send_answer(undangan_id=u.pk, isian=isi, actor=akun(t.rekan[0]), at=SAAT, versi=1)
    assert salah.value.kode == kode


@pytest.mark.parametrize(
    ("zona", "jam"), [("Asia/Jakarta", 17), ("Asia/Makassar", 16), ("Asia/Jayapura", 15)]
)
def test_the_last_second_of_the_last_day_counts_where_the_giver_works(zona: str, jam: int) -> None:
    t = tim()
    penjawab = t.rekan[0]
    unit = UnitKerjaPabrik(instansi=penjawab.instansi, zona_waktu=zona)
    Pegawai.objects.filter(pk=penjawab.pk).update(unit=unit)
    putaran = terbuka(t)
    tengah_malam = datetime(2026, 12, 15, jam, tzinfo=UTC)
    u = undangan(putaran, t.diri, penjawab)
    with pytest.raises(DomainError, match="sudah lewat"):
        jawab(putaran, t.diri, penjawab, at=tengah_malam)
    jawab(putaran, t.diri, penjawab, at=tengah_malam.replace(hour=jam - 1, minute=59, second=59))
    u.refresh_from_db()
    assert u.menjawab


def test_what_is_not_answered_stands_first_and_a_closed_round_is_gone() -> None:
    t = tim(rekan=3)
    putaran = terbuka(t)
    penjawab = t.rekan[0]
    assert [b.undangan.dinilai for b in my_sheets(saya=penjawab, pengguna=akun(penjawab), at=SAAT)] == [
        t.diri
    ]
    tutup(putaran)
    assert my_sheets(saya=penjawab, pengguna=akun(penjawab), at=SESUDAH) == []
