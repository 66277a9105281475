"""Closing a round: once, after its last day everywhere, and what is shown from then on."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from asn_karier.lib.errors import Bentrok, DomainError, TidakDitemukan
from kinerja.enums import Kelompok360, Peran360, StatusPutaran360
from kinerja.models import Hasil360
from kinerja.services.umpan_360_hasil import read_result
from kinerja.services.umpan_360_isi import send_answer
from kinerja.tests.pabrik_umpan_360 import (
    SAAT,
    akun,
    isian,
    jawab,
    terbuka,
    tim,
    tutup,
    undangan,
)
from pegawai.models import Pegawai
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("zona", "jam"), [("Asia/Jakarta", 17), ("Asia/Jayapura", 15)])
def test_a_round_is_closed_when_its_last_day_is_over_everywhere(zona: str, jam: int) -> None:
    """A round of Jayapura waits for its liaison office in Jakarta, and not for midnight in Jayapura alone."""
    instansi = InstansiPabrik(kode="nabire", zona_waktu="Asia/Jayapura")
    t = tim(instansi=instansi)
    putaran = terbuka(t)
    UnitKerjaPabrik(instansi=instansi, zona_waktu=zona)
    akhir = datetime(2026, 12, 15, jam, tzinfo=UTC)
    with pytest.raises(DomainError, match="dapat ditutup mulai 16 Desember 2026"):
        tutup(putaran, akhir.replace(hour=jam - 1, minute=59, second=59))
    assert tutup(putaran, akhir).status == StatusPutaran360.DITUTUP


def test_a_round_is_closed_once_and_takes_no_answer_afterwards() -> None:
    t = tim()
    putaran = terbuka(t)
    u = undangan(putaran, t.diri, t.rekan[0])
    tutup(putaran)
    with pytest.raises(Bentrok):
        tutup(putaran)
    with pytest.raises(Bentrok, match="sudah ditutup"):
        send_answer(undangan_id=u.pk, isian=isian(), actor=akun(t.rekan[0]), at=SAAT, versi=1)


def test_nothing_is_shown_before_the_round_is_closed() -> None:
    t = tim()
    putaran = terbuka(t)
    jawab(putaran, t.diri, *t.rekan, t.atasan)
    for orang in (t.diri, t.atasan):
        with pytest.raises(TidakDitemukan):
            read_result(pengguna=akun(orang), putaran_id=putaran.pk, pegawai_id=t.diri.pk)
    assert not Hasil360.objects.exists()


def test_the_superior_is_named_and_five_peers_are_a_group() -> None:
    t = tim()
    putaran = terbuka(t)
    jawab(putaran, t.diri, t.atasan, nilai=2, baik="Tepat waktu")
    jawab(putaran, t.diri, *t.rekan, nilai=3, tingkatkan="Berbagi tugas")
    tutup(putaran)
    lembar = read_result(pengguna=akun(t.diri), putaran_id=putaran.pk, pegawai_id=t.diri.pk)
    assert lembar.atasan is not None
    assert (lembar.atasan.nama, set(lembar.atasan.nilai.values())) == ("Atasan", {2})
    [rekan] = lembar.kelompok
    assert (rekan.kelompok, rekan.nama, set(rekan.nilai.values())) == (Kelompok360.REKAN, "", {4})
    assert rekan.tingkatkan == ["Berbagi tugas"] * 5


def test_the_atasan_reads_what_the_person_reads_and_nobody_else_reads_anything() -> None:
    t = tim()
    putaran = terbuka(t)
    jawab(putaran, t.diri, *t.rekan, baik="Rapi")
    tutup(putaran)
    kunci = {"putaran_id": putaran.pk, "pegawai_id": t.diri.pk}
    milik, atasan = (read_result(pengguna=akun(o), **kunci) for o in (t.diri, t.atasan))
    assert (milik.atasan, milik.kelompok) == (atasan.atasan, atasan.kelompok)
    pengelola = PenggunaPabrik(is_staff=True, is_superuser=True)
    for orang in (akun(t.rekan[0]), akun(PegawaiPabrik()), hr_dari(t.diri.instansi), pengelola):
        with pytest.raises(TidakDitemukan):
            read_result(pengguna=orang, **kunci)


def test_four_answers_leave_nothing_and_the_superior_stays() -> None:
    t = tim()
    putaran = terbuka(t)
    jawab(putaran, t.diri, t.atasan, *t.rekan[:4], baik="Rapi")
    tutup(putaran)
    assert [h.kelompok for h in Hasil360.objects.all()] == [Kelompok360.ATASAN]


def test_the_next_round_with_one_giver_less_shows_no_group() -> None:
    t = tim(rekan=7)
    pertama = terbuka(t)
    jawab(pertama, t.diri, *t.rekan)
    tutup(pertama)
    kedua = terbuka(t, batas=date(2027, 6, 30))
    jawab(kedua, t.diri, *t.rekan[1:])
    tutup(kedua, datetime(2027, 7, 1, tzinfo=UTC))
    assert not Hasil360.objects.filter(putaran=kedua).exists()
    ketiga = terbuka(t, batas=date(2027, 12, 15))
    jawab(ketiga, t.diri, *t.rekan)
    tutup(ketiga, datetime(2027, 12, 16, tzinfo=UTC))
    assert Hasil360.objects.get(putaran=ketiga).kelompok == Kelompok360.REKAN


def test_a_comparison_that_is_left_out_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hole of the test above: without earlier rounds the second one would show the group."""
    monkeypatch.setattr("kinerja.services.umpan_360_tutup.shown_sets", lambda orang: {})
    with pytest.raises(AssertionError):
        test_the_next_round_with_one_giver_less_shows_no_group()


def test_a_person_who_was_a_peer_and_is_a_subordinate_counts_as_the_same() -> None:
    t = tim(rekan=6, bawahan=0)
    pertama = terbuka(t)
    jawab(pertama, t.diri, *t.rekan)
    tutup(pertama)
    Pegawai.objects.filter(pk=t.rekan[0].pk).update(atasan=t.diri)
    kedua = terbuka(t, batas=date(2027, 6, 30))
    assert undangan(kedua, t.diri, t.rekan[0]).peran == Peran360.BAWAHAN
    jawab(kedua, t.diri, *t.rekan)
    tutup(kedua, datetime(2027, 7, 1, tzinfo=UTC))
    assert Hasil360.objects.get(putaran=kedua).kelompok == Kelompok360.GABUNGAN
