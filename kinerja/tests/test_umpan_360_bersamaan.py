"""Two at the same moment in a 360 round: shown without the lock first, then held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from asn_karier.lib.tests.lomba import BERSAMA, berlomba, bertemu_sesudah, kode_atau_hasil
from kinerja.models import Hasil360, Putaran360, Undangan360
from kinerja.querysets import Undangan360QuerySet
from kinerja.services import umpan_360, umpan_360_isi, umpan_360_tutup
from kinerja.services.umpan_360 import open_putaran
from kinerja.services.umpan_360_isi import send_answer
from kinerja.tests.pabrik_umpan_360 import (
    SAAT,
    Tim,
    akun,
    disiapkan,
    isian,
    jawab,
    terbuka,
    tim,
    tutup,
    undangan,
)

pytestmark = BERSAMA
#: The last second of the last day in Jakarta, where everybody of this round works.
TERAKHIR = datetime(2026, 12, 15, 16, 59, 59, tzinfo=UTC)


def tanpa_kunci(monkeypatch: pytest.MonkeyPatch) -> None:
    """Invitations are read without being held, as if the lock were not there."""
    monkeypatch.setattr(Undangan360QuerySet, "select_for_update", lambda self, **_: self)


def mengirim(u: Undangan360, nilai: int = 3) -> Callable[[], Any]:
    pengguna = akun(u.penjawab)

    def kerja() -> str:
        send_answer(undangan_id=u.pk, isian=isian(nilai), actor=pengguna, at=TERAKHIR, versi=1)
        return "terkirim"

    return kode_atau_hasil(kerja)


def menutup(putaran: Putaran360) -> Callable[[], Any]:
    def kerja() -> str:
        tutup(putaran)
        return "ditutup"

    return kerja


# -- closing against the last answer ------------------------------------------------------------


def empat_dari_lima() -> tuple[Tim, Putaran360, Undangan360]:
    """The fifth answer, on which it hangs whether the group is shown, is on its way."""
    t = tim()
    putaran = terbuka(t)
    jawab(putaran, t.diri, *t.rekan[:4])
    return t, putaran, undangan(putaran, t.diri, t.rekan[4])


def utuh(hasil: list[Any]) -> bool:
    """An accepted answer is in what is shown, a refused one is not, and no seal outlives the round."""
    dihitung = Hasil360.objects.exists()
    return ("terkirim" in hasil) == dihitung and not Undangan360.objects.exclude(segel="").exists()


def berlomba_menutup(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    _, putaran, u = empat_dari_lima()
    bertemu_sesudah(monkeypatch, (umpan_360_isi, "_harus_dapat_dijawab"), (umpan_360_tutup, "lock_all"))
    return berlomba(mengirim(u), menutup(putaran))


def test_without_the_lock_an_accepted_answer_is_lost_or_stays_sealed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tanpa_kunci(monkeypatch)
    hasil = berlomba_menutup(monkeypatch)
    assert "terkirim" in hasil
    assert not utuh(hasil)


def test_an_answer_of_the_last_second_is_counted_or_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    hasil = berlomba_menutup(monkeypatch)
    assert sorted(hasil) in (["ditutup", "terkirim"], ["ditutup", "putaran_ditutup"])
    assert utuh(hasil)


# -- one giver, two windows ---------------------------------------------------------------------


def dua_jendela(monkeypatch: pytest.MonkeyPatch, *nilai: int) -> list[Any]:
    t = tim()
    u = undangan(terbuka(t), t.diri, t.rekan[0])
    bertemu_sesudah(monkeypatch, (umpan_360_isi, "lock_undangan"))
    return berlomba(*(mengirim(u, n) for n in nilai))


def test_without_the_lock_one_of_two_answers_is_overwritten_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    tanpa_kunci(monkeypatch)
    assert dua_jendela(monkeypatch, 2, 4) == ["terkirim", "terkirim"]


def test_of_two_different_answers_at_once_one_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sorted(dua_jendela(monkeypatch, 2, 4)) == ["terkirim", "versi_lama"]


def test_a_double_press_is_one_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert dua_jendela(monkeypatch, 3, 3) == ["terkirim", "terkirim"]
    u = Undangan360.objects.get(menjawab=True)
    assert u.versi == 2


# -- two officers -------------------------------------------------------------------------------


def test_a_round_closed_twice_at_once_is_published_once() -> None:
    t = tim()
    putaran = terbuka(t)
    jawab(putaran, t.diri, *t.rekan)
    assert sorted(berlomba(*(kode_atau_hasil(menutup(putaran)) for _ in range(2)))) == [
        "ditutup",
        "putaran_tidak_dibuka",
    ]
    assert Hasil360.objects.count() == 1


# -- two rounds about the same people ------------------------------------------------------------


def test_two_rounds_about_the_same_person_are_not_opened_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two open rounds at a time would be one to subtract from the other."""
    t = tim()
    dua = [disiapkan(t.diri), disiapkan(t.diri)]
    bertemu_sesudah(monkeypatch, (umpan_360, "_harus_satu_putaran"))
    hasil = berlomba(
        *(kode_atau_hasil(lambda p=p: open_putaran(putaran_id=p.pk, actor=None, at=SAAT).status) for p in dua)
    )
    assert sorted(hasil) == ["dibuka", "putaran_lain_terbuka"]
