"""A hint costs the user nothing, and the sweeper finds what hints lose."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from django.db import transaction

from asn_karier.lib import outbox, sweeper, tasks
from asn_karier.lib.models import DenyutPekerja, EfekTerkirim, Outbox
from asn_karier.lib.tasks import daftarkan_sapuan, hint, hint_semua, sapuan_terdaftar

pytestmark = pytest.mark.django_db(transaction=True)


class Perantara:
    """A broker that does what the test says."""

    def __init__(self) -> None:
        self.pesan: list[tuple[str, dict[str, int]]] = []
        self.galat: Exception | None = None
        self.macet = threading.Event()
        self.macet.set()

    def send_task(self, nama: str, kwargs: dict[str, int], **_: Any) -> None:
        self.macet.wait(10)
        if self.galat:
            raise self.galat
        self.pesan.append((nama, kwargs))


@pytest.fixture
def perantara(monkeypatch: pytest.MonkeyPatch) -> Iterator[Perantara]:
    perantara = Perantara()
    monkeypatch.setattr(tasks, "current_app", perantara)
    monkeypatch.setattr(tasks, "_penerbit", tasks._Penerbit())
    monkeypatch.setattr(tasks, "is_broker_dalam_proses", lambda: False)
    yield perantara
    perantara.macet.set()


def test_a_hint_goes_out_after_the_commit(perantara: Perantara) -> None:
    with transaction.atomic():
        hint("x.kerja", pk=7)
        assert perantara.pesan == []

    assert perantara.pesan == [("x.kerja", {"pk": 7})]


def batalkan(pekerjaan: Callable[[], None]) -> None:
    """Do it in a transaction that is rolled back."""
    with transaction.atomic():
        pekerjaan()
        transaction.set_rollback(True)


def test_a_rolled_back_transaction_hints_nothing(perantara: Perantara) -> None:
    batalkan(lambda: hint("x.kerja", pk=7))

    assert perantara.pesan == []


def test_a_broker_that_refuses_is_logged_once_and_raises_nothing(
    perantara: Perantara, caplog: pytest.LogCaptureFixture
) -> None:
    perantara.galat = ConnectionError("redis://rahasia@host")

    with caplog.at_level(logging.WARNING, logger="asn_karier.lib.tasks"):
        for _ in range(3):
            hint("x.kerja", pk=7)

    assert [r.getMessage() for r in caplog.records] == [
        "Perantara pesan tidak menjawab (ConnectionError); penyapu melanjutkan."
    ]


def test_a_broker_that_hangs_costs_a_request_at_most_a_second(perantara: Perantara) -> None:
    perantara.macet.clear()
    mulai = time.monotonic()

    hint_semua("x.kerja", list(range(50)))
    hint("x.kerja", pk=1)

    assert time.monotonic() - mulai < 1.5


def test_a_web_process_does_not_fill_the_memory_broker(
    perantara: Perantara, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "is_broker_dalam_proses", lambda: True)
    hint("x.kerja", pk=1)
    tasks.tandai_pekerja()
    hint("x.kerja", pk=2)

    assert perantara.pesan == [("x.kerja", {"pk": 2})]


# -- sweeper ----------------------------------------------------------------------------------


class Sapuan:
    def __init__(self, menunggu: Iterable[int] = (), galat: Exception | None = None) -> None:
        self.menunggu, self.galat, self.ditutup = list(menunggu), galat, 0

    def claimable(self) -> Iterable[int]:
        if self.galat:
            raise self.galat
        return self.menunggu

    def process_one(self, pk: int) -> bool:
        return pk in self.menunggu

    def close_finished(self) -> None:
        self.ditutup += 1


@pytest.fixture
def hanya(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the work that the test registers."""
    monkeypatch.setattr(tasks, "_SAPUAN", {})


@pytest.mark.usefixtures("hanya")
def test_the_sweeper_hints_a_few_and_closes(perantara: Perantara) -> None:
    kerja = Sapuan(range(100))
    daftarkan_sapuan("x.kerja", kerja)

    sweeper.sapu()

    assert list(sapuan_terdaftar()) == ["x.kerja"]
    assert [p["pk"] for _, p in perantara.pesan] == list(range(sweeper.PETUNJUK))
    assert kerja.ditutup == 1


@pytest.mark.usefixtures("hanya")
def test_work_that_fails_does_not_keep_the_rest_waiting(perantara: Perantara) -> None:
    sehat = Sapuan([1])
    daftarkan_sapuan("a.rusak", Sapuan(galat=ValueError("rusak")))
    daftarkan_sapuan("b.sehat", sehat)

    sweeper.sapu()

    assert perantara.pesan == [("b.sehat", {"pk": 1})]


@pytest.mark.usefixtures("hanya", "perantara")
def test_the_step_beats_sweeps_and_stops_and_no_error_ends_it(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.ASN_SAPU_DETIK = 0.01
    putaran = threading.Semaphore(0)

    def sapu() -> None:
        putaran.release()
        raise RuntimeError("putaran ini rusak")

    monkeypatch.setattr(sweeper, "sapu", sapu)
    monkeypatch.setattr(tasks, "tandai_pekerja", lambda: None)
    penyapu = sweeper.Penyapu(None)
    penyapu.start(None)
    for _ in range(3):
        assert putaran.acquire(timeout=10)
    penyapu.stop(None)

    assert DenyutPekerja.objects.get().pekerja == sweeper.nama_pekerja()
    assert penyapu._utas is not None
    assert not penyapu._utas.is_alive()


# -- outbox -----------------------------------------------------------------------------------


@pytest.fixture
def diterima() -> Iterator[list[str]]:
    """Keys that a consumer of `uji.peristiwa` received."""
    daftar: list[str] = []

    def terima(kunci: str, muatan: dict[str, Any]) -> None:
        if muatan.get("gagal"):
            raise ValueError("penerima rusak")
        daftar.append(kunci)

    outbox.daftarkan_konsumen("uji.peristiwa", terima)
    outbox.daftarkan_konsumen("uji.peristiwa", terima)
    yield daftar
    outbox.lepaskan_konsumen("uji.peristiwa")


def tulis(kunci: str, **muatan: Any) -> None:
    with transaction.atomic():
        outbox.tulis(jenis="uji.peristiwa", kunci=kunci, muatan=muatan)


def test_an_event_reaches_its_consumer_once(diterima: list[str]) -> None:
    tulis("a")
    tulis("a")

    assert [outbox.drain(), outbox.drain()] == [1, 0]
    assert diterima == ["a"]
    assert Outbox.objects.get().terkirim_pada is not None


def test_a_rolled_back_event_never_happened(diterima: list[str]) -> None:
    batalkan(lambda: outbox.tulis(jenis="uji.peristiwa", kunci="a", muatan={}))

    assert outbox.drain() == 0
    assert diterima == []


def test_an_event_outside_a_transaction_is_a_mistake() -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        outbox.tulis(jenis="uji.peristiwa", kunci="a", muatan={})


def test_a_failed_delivery_waits_longer_each_time_and_leaves_no_effect(diterima: list[str]) -> None:
    tulis("a", gagal=True)
    tulis("b")

    assert outbox.drain() == 1
    gagal = Outbox.objects.get(kunci="a")
    assert (gagal.percobaan, gagal.galat, gagal.terkirim_pada) == (1, "ValueError", None)
    assert gagal.jadwal_berikut > gagal.dibuat_pada
    assert list(EfekTerkirim.objects.values_list("kunci", flat=True)) == ["b"]
    assert diterima == ["b"]


def test_an_event_delivered_before_the_crash_has_no_second_effect(diterima: list[str]) -> None:
    tulis("a")
    outbox.drain()
    Outbox.objects.update(terkirim_pada=None)

    assert outbox.drain() == 1
    assert diterima == ["a"]


@pytest.mark.parametrize(("percobaan", "detik"), [(1, 5), (2, 10), (5, 80), (11, 3600), (30_000, 3600)])
def test_the_waiting_time_doubles_up_to_an_hour(percobaan: int, detik: int) -> None:
    assert outbox._jeda(percobaan) == detik
