"""At the same moment: two clicks on *Kirim*, and taking back what somebody is just opening."""

import threading
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection

from asn_karier.lib.errors import DomainError
from asn_karier.lib.tests.lomba import PALING_LAMA, berlomba, bersamaan, bertemu, kode_atau_hasil
from kinerja.enums import JenisUmpanBalik, SasaranArahan, TentangUmpanBalik
from kinerja.models import PenerimaArahan, UmpanBalik
from kinerja.querysets import UmpanBalikQuerySet
from kinerja.services import arahan
from kinerja.services import umpan_balik as layanan
from kinerja.services.arahan import IsiArahan, Untuk, give_direction
from kinerja.services.umpan_balik import IsiUmpanBalik, send_feedback, withdraw_feedback
from kinerja.services.umpan_balik_baca import open_received
from kinerja.tests.pabrik_umpan_balik import SAAT, UmpanBalikPabrik
from pegawai.models import Pengguna
from pegawai.tests.pabrik import PegawaiPabrik, PenggunaPabrik

ISI = IsiUmpanBalik(
    JenisUmpanBalik.KEKUATAN, TentangUmpanBalik.HASIL_KERJA, "Terjadi.", "Dampak.", "Berikutnya."
)


@pytest.fixture
def atasan() -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    return akun


@pytest.fixture
def diri(atasan: Pengguna) -> Pengguna:
    akun: Pengguna = PenggunaPabrik(pegawai=PegawaiPabrik(atasan=atasan.pegawai))
    return akun


@bersamaan
def test_two_clicks_at_once_are_one_feedback(
    monkeypatch: pytest.MonkeyPatch, atasan: Pengguna, diri: Pengguna
) -> None:
    """Both look and find nothing; the key decides."""
    monkeypatch.setattr(layanan, "_pastikan_wajar", bertemu(layanan._pastikan_wajar))
    isian = {"isi": ISI, "kunci": uuid4(), "pembaca": atasan.pegawai_id, "at": SAAT}

    def kirim() -> int:
        return send_feedback(pegawai_id=diri.pegawai_id, actor=atasan, **isian).pk

    assert len(set(berlomba(kirim, kirim))) == 1
    assert UmpanBalik.objects.count() == 1


@bersamaan
def test_two_clicks_at_once_are_one_direction(
    monkeypatch: pytest.MonkeyPatch, atasan: Pengguna, diri: Pengguna
) -> None:
    monkeypatch.setattr(arahan, "_penerima", bertemu(arahan._penerima))
    isi, kunci = IsiArahan("Siapkan", "", date(2026, 11, 30)), uuid4()
    untuk = Untuk(SasaranArahan.BAWAHAN_LANGSUNG)

    def beri() -> int:
        return give_direction(untuk=untuk, isi=isi, kunci=kunci, actor=atasan, at=SAAT).pk

    [satu] = set(berlomba(beri, beri))
    assert list(PenerimaArahan.objects.values_list("arahan", "pegawai")) == [(satu, diri.pegawai_id)]


# -- taking back what somebody opens at this moment ----------------------------------------------


def saat(kata: str, lakukan: Callable[[], Any]) -> Callable[..., Any]:
    """`lakukan` once, before the first statement about feedback that begins with `kata`."""
    sudah: list[bool] = []

    def bungkus(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sudah and sql.startswith(kata) and "kinerja_umpanbalik" in sql:
            sudah.append(True)
            lakukan()
        return execute(sql, params, many, context)

    return bungkus


def tarik(u: UmpanBalik, atasan: Pengguna) -> Callable[[], Any]:
    return kode_atau_hasil(lambda: withdraw_feedback(umpan_balik_id=u.pk, actor=atasan, at=SAAT).pk)


@pytest.mark.django_db
def test_what_is_taken_back_just_before_it_is_marked_is_not_shown(atasan: Pengguna, diri: Pengguna) -> None:
    u, hasil = UmpanBalikPabrik(pegawai=diri.pegawai), []
    with connection.execute_wrapper(saat("UPDATE", lambda: hasil.append(tarik(u, atasan)()))):
        assert open_received(saya=diri.pegawai, banyak=5) == []
    assert hasil == [u.pk]


def _tarik_dan_buka() -> list[Any]:
    """The giver has looked whether anybody saw it; before they write, the person opens it."""
    atasan = PenggunaPabrik(pegawai=PegawaiPabrik(struktural=True))
    diri = PegawaiPabrik(atasan=atasan.pegawai)
    u = UmpanBalikPabrik(pegawai=diri)
    bertemu_di_sini, dilihat = bertemu(lambda nilai: nilai), threading.Event()
    asli = layanan.withdrawal_time

    def sebelum_menulis() -> Any:
        dilihat.set()
        return bertemu_di_sini(asli())

    def buka() -> list[str]:
        dilihat.wait(PALING_LAMA)
        return bertemu_di_sini([x.peristiwa for x in open_received(saya=diri, banyak=5)])

    def menarik() -> str:
        try:
            withdraw_feedback(umpan_balik_id=u.pk, actor=atasan, at=SAAT)
        except (DomainError, IntegrityError) as salah:
            return type(salah).__name__
        return "ditarik"

    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(layanan, "withdrawal_time", sebelum_menulis)
        hasil = berlomba(menarik, buka)
    return sorted(hasil, key=str)


@bersamaan
def test_without_the_lock_both_would_win_and_only_the_database_stands_between(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(UmpanBalikQuerySet, "select_for_update", lambda self, **_: self)
    hasil = _tarik_dan_buka()
    assert "IntegrityError" in hasil


@bersamaan
def test_what_is_taken_back_is_never_shown_and_what_was_shown_stays() -> None:
    assert _tarik_dan_buka() == sorted(["ditarik", []], key=str)
    assert UmpanBalik.objects.get().ditarik_pada is not None
